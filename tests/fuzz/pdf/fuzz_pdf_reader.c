/* Any bytes as cairo's file: what is not cairo's is refused, and nothing else happens. */

#include "pdf/content.h"
#include "pdf/reader.h"
#include "pdf/syntax.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void rewrite(pdf_flate *flate, mh_arena *arena, mh_view stream)
{
    GByteArray *expanded = mh_arena_bytes(arena);
    GString *out = mh_arena_string(arena);
    pdf_content_mark marks[40];
    if (!pdf_inflate(flate, stream, expanded))
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        marks[i] = (pdf_content_mark){.role = "P", .fence = i % PDF_FENCE_COUNT};
    (void)pdf_content_rewrite((mh_view){(const char *)expanded->data, expanded->len}, marks,
                              G_N_ELEMENTS(marks), out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mh_job *job = mh_job_new("fuzz");
    mh_arena *arena = mh_job_arena(job);
    pdf_flate *flate = pdf_flate_new(arena);
    pdf_file *file = pdf_file_open(job, flate, (mh_view){(const char *)data, size});
    size_t count = file ? MIN(pdf_file_object_count(file), 1000U) : 0;
    for (uint32_t i = 0; i < count; i++) {
        pdf_object object;
        if (!pdf_file_object(file, i, &object))
            continue;
        (void)pdf_file_resolve(file, pdf_dict_find(object.value, "Length"));
        if (object.is_stream)
            rewrite(flate, arena, object.stream);
    }
    if (file)
        (void)pdf_file_pages(file);
    mh_job_free(job);
    return 0;
}
