#include <stdlib.h>

#include "akn/akn.h"

/*
 * Any XML beside any text: the checks end with a status and never claim more than the source has.
 * Input is the document, a line "====", and the source.
 */

static mh_text *make_text(mh_job *job, mh_view source)
{
    mh_arena *arena = mh_job_arena(job);
    GArray *lines = mh_arena_array(arena, sizeof(mh_line));
    for (size_t at = 0; at < source.len;) {
        size_t end = mh_view_find(source, MH_VIEW("\n"), at);
        mh_line line = {
            .text = mh_view_slice(source, at, end), .offset = at, .number = lines->len + 1};
        g_array_append_val(lines, line);
        at = end == SIZE_MAX ? source.len : end + 1;
    }
    mh_text *text = MH_NEW(arena, mh_text, 1);
    *text = (mh_text){.name = "record.txt",
                      .source = source,
                      .lines = (const mh_line *)(const void *)lines->data,
                      .line_count = lines->len};
    return text;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    enum { INPUT_MAX = 64 * 1024 };
    mh_view input = {.ptr = (const char *)data, .len = size};
    mh_view mark = MH_VIEW("\n====\n");
    size_t cut = mh_view_find(input, mark, 0);
    if (size > INPUT_MAX || cut == SIZE_MAX
        || !g_utf8_validate((const char *)data, (gssize)size, NULL))
        return 0;
    static mh_akn_schema *profile; /* compiled once for all inputs */
    mh_job *job = mh_job_new("fuzz");
    if (!profile && mh_akn_schema_load(job, NULL, &profile) != MH_OK)
        abort();
    mh_view source = mh_view_slice(input, cut + mark.len, size);
    xmlDoc *doc = NULL;
    if (mh_xml_parse(job, mh_view_slice(input, 0, cut), &doc) == MH_OK) {
        size_t kept = 0;
        size_t furniture = 0;
        (void)mh_akn_validate(job, profile, doc);
        (void)mh_akn_check(job, doc);
        (void)mh_akn_fidelity(job, make_text(job, source), doc, &kept, &furniture);
        if (kept + furniture > source.len)
            abort();
        (void)mh_akn_serialize(job, doc);
    }
    mh_job_free(job);
    return 0;
}
