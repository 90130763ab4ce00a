#include "../../unit/akn/outline.h"
#include "akn/akn.h"

/*
 * Whatever tree comes in, the document is valid, its rules hold, and its text is the record's; or
 * the record is rejected with a message. Input that begins with "record" is an outline (see
 * outline.h); of any other input each byte is a node.
 */

/* Nodes of every kind at changing depths, with every other field filled. */
static char *outline_of_bytes(const uint8_t *data, size_t size)
{
    static const char *const roots[] = {"letter", "resolution", "verbatim", "summary"};
    static const char *const parts[] = {"cover",       "preface",  "preamble",     "body",
                                        "conclusions", "annex en", "+enclosure fr"};
    GString *outline = g_string_new(NULL);
    g_string_printf(outline, "record %s en\nbody\n", roots[size % G_N_ELEMENTS(roots)]);
    unsigned depth = 0;
    for (size_t i = 0; i < size; i++) {
        if (data[i] == 0xFF) {
            g_string_append_printf(outline, "%s\n", parts[i % G_N_ELEMENTS(parts)]);
            depth = 0;
            continue;
        }
        unsigned kind = data[i] % OUTLINE_NODE_KINDS;
        unsigned step = data[i] / OUTLINE_NODE_KINDS;
        depth = step % 3 == 0 && depth > 0 ? depth - 1 : depth + (step % 3 == 1);
        g_string_append_printf(outline, "%*s%s.%s | %s | %s | %s\n", (int)(depth * 2 + 2), "",
                               mh_node_kind_name((mh_node_kind)kind), step % 2 ? "name" : "",
                               step % 4 ? "1." : "", step % 5 ? "" : "Heading {note:*:A note.}",
                               step % 7 ? "Some {i:text}" : "");
    }
    return g_string_free(outline, FALSE);
}

static void expect_sound(mh_job *job, const mh_text *text, xmlDoc *doc)
{
    static mh_akn_schema *profile; /* compiled once for all inputs */
    if (!profile && mh_akn_schema_load(job, NULL, &profile) != MH_OK)
        abort();
    size_t kept = 0;
    size_t furniture = 0;
    if (mh_akn_validate(job, profile, doc) != MH_OK || mh_akn_check(job, doc) != MH_OK
        || mh_akn_fidelity(job, text, doc, &kept, &furniture) != MH_OK) {
        for (size_t i = 0; i < mh_job_diag_count(job); i++)
            g_printerr("%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { INPUT_MAX = 64 * 1024 };
    static const char mark[] = "record";
    if (size > INPUT_MAX)
        return 0;
    bool is_outline = size >= sizeof mark && memcmp(data, mark, sizeof mark - 1) == 0
                      && g_utf8_validate((const char *)data, (gssize)size, NULL);
    char *outline = is_outline ? g_strndup((const char *)data, size) : outline_of_bytes(data, size);
    mh_job *job = mh_job_new("fuzz");
    const mh_record *record = outline_read(job, outline);
    xmlDoc *doc = NULL;
    mh_status status = mh_akn_write(job, record, NULL, &doc);
    if (status == MH_OK)
        expect_sound(job, record->text, doc);
    else if (mh_job_diag_count(job) == 0)
        abort();
    mh_job_free(job);
    g_free(outline);
    return 0;
}
