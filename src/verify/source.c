#include "base/digest.h"
#include "base/file.h"
#include "pdf/inspect.h"
#include "verify/checks.h"

/* Endings of products, longer ones first. */
static const char *const suffixes[] = {".akn.xml", ".docx.xml", ".docx", ".pdf"};

const char *verify_sibling(mh_arena *arena, const char *path, const char *suffix)
{
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(path, suffixes[i]))
            return mh_arena_printf(arena, "%.*s%s", (int)(strlen(path) - strlen(suffixes[i])), path,
                                   suffix);
    return mh_arena_printf(arena, "%s%s", path, suffix);
}

/* Bytes of a file that may well not be there: no diagnostic then. */
static bool read_if_there(verify_state *v, const char *path, mh_view *out)
{
    return g_file_test(path, G_FILE_TEST_IS_REGULAR) && mh_file_read(v->job, path, out) == MH_OK;
}

/* ------------------------------------------------------------------ the PDF beside */

/* A file in the PDF beside, by what it is to the record. */
static const mh_pdf_attachment *find_in_pdf(verify_state *v, const char *pdf, const char *relation)
{
    mh_view bytes;
    mh_pdf_facts facts;
    /* Faults of that PDF are its own: they are told when it is checked. */
    mh_job *aside = mh_job_new(pdf);
    mh_arena_defer(v->arena, (GDestroyNotify)mh_job_free, aside);
    if (!g_file_test(pdf, G_FILE_TEST_IS_REGULAR) || mh_file_read(aside, pdf, &bytes) != MH_OK
        || mh_pdf_inspect(aside, bytes, &facts) != MH_OK)
        return NULL;
    for (size_t i = 0; i < facts.file_count; i++)
        if (facts.files[i].is_intact && strcmp(facts.files[i].file.relationship, relation) == 0)
            return &facts.files[i].file;
    return NULL;
}

bool verify_akn_beside(verify_state *v, verify_akn *out)
{
    mh_view bytes;
    xmlDoc *doc = NULL;
    if (!read_if_there(v, verify_sibling(v->arena, v->path, ".akn.xml"), &bytes)
        || mh_xml_parse(v->job, bytes, &doc) != MH_OK)
        return false;
    verify_akn_read(v->arena, doc, out);
    return true;
}

bool verify_find_akn(verify_state *v, verify_akn *out)
{
    const char *path = verify_sibling(v->arena, v->path, ".akn.xml");
    const char *pdf = verify_sibling(v->arena, v->path, ".pdf");
    mh_view bytes = {0};
    bool is_there = read_if_there(v, path, &bytes);
    if (!is_there && strcmp(pdf, v->path) != 0) {
        const mh_pdf_attachment *inside = find_in_pdf(v, pdf, "Data");
        is_there = inside != NULL;
        if (inside)
            bytes = inside->bytes;
    }
    xmlDoc *doc = NULL;
    if (!is_there) {
        (void)mh_report(v->job, MH_VER_NO_AKN, 0, 0, "%s", path);
        return false;
    }
    if (mh_xml_parse(v->job, bytes, &doc) != MH_OK)
        return false;
    verify_akn_read(v->arena, doc, out);
    return true;
}

/* ------------------------------------------------------------------ the source */

static bool is_of(verify_state *v, const verify_akn *akn, mh_view bytes)
{
    return !akn->source_sha256
           || strcmp(mh_digest_sha256(v->arena, bytes), akn->source_sha256) == 0;
}

/*
 * Folders are mirrored, but how much of the product's path is mirrored is not known: the source of
 * "out/a/b.akn.xml" is "b.txt", "a/b.txt" or "out/a/b.txt" of the folder. The first with the right
 * digest is it, else the last that is there, which will be told to be another.
 */
static bool find_in_folder(verify_state *v, const verify_akn *akn, const char **name,
                           mh_view *bytes)
{
    const char *base = akn->source_name ? akn->source_name : "";
    char *folder = g_path_get_dirname(v->path);
    char **parts = g_strsplit(folder, "/", -1);
    const char *below =
        mh_arena_strdup(v->arena, strrchr(base, '/') ? strrchr(base, '/') + 1 : base);
    bool is_found = false;
    bool is_right = false;
    for (size_t i = g_strv_length(parts); !is_right; i--) {
        const char *path = mh_arena_printf(v->arena, "%s/%s", v->verifier->options.source, below);
        if (read_if_there(v, path, bytes)) {
            *name = path;
            is_found = true;
            is_right = is_of(v, akn, *bytes);
        }
        if (i == 0)
            break;
        below = mh_arena_printf(v->arena, "%s/%s", parts[i - 1], below);
    }
    g_strfreev(parts);
    g_free(folder);
    return is_found;
}

static bool find_named(verify_state *v, const verify_akn *akn, const char **name, mh_view *bytes)
{
    const char *given = v->verifier->options.source;
    if (g_file_test(given, G_FILE_TEST_IS_DIR))
        return find_in_folder(v, akn, name, bytes);
    *name = given;
    return mh_file_read(v->job, given, bytes) == MH_OK;
}

static bool find_beside(verify_state *v, const verify_akn *akn, const char **name, mh_view *bytes)
{
    if (!akn->source_name)
        return false;
    char *folder = g_path_get_dirname(v->path);
    char *base = g_path_get_basename(akn->source_name);
    *name = mh_arena_printf(v->arena, "%s/%s", folder, base);
    g_free(base);
    g_free(folder);
    if (read_if_there(v, *name, bytes))
        return true;
    const char *pdf = verify_sibling(v->arena, v->path, ".pdf");
    const mh_pdf_attachment *inside = find_in_pdf(v, pdf, "Source");
    if (!inside)
        return false;
    *bytes = inside->bytes;
    *name = mh_arena_printf(v->arena, "%s (inside %s)", inside->name, pdf);
    return true;
}

bool verify_find_source(verify_state *v, const verify_akn *akn, const char **name, mh_view *bytes)
{
    bool is_found = v->verifier->options.source ? find_named(v, akn, name, bytes)
                                                : find_beside(v, akn, name, bytes);
    if (!is_found)
        (void)mh_report(v->job, MH_VER_NO_SOURCE, 0, 0, "%s",
                        akn->source_name ? akn->source_name : "of this document");
    return is_found;
}
