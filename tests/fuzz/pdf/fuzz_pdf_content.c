/* Any bytes as a content stream: what comes out has as many marks as the rewriter says. */

#include "base/arena.h"
#include "pdf/content.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mh_arena *arena = mh_arena_new();
    GString *out = mh_arena_string(arena);
    pdf_content_mark marks[20];
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        marks[i] = (pdf_content_mark){.role = i % 5 == 4 ? NULL : "P",
                                      .artifact = MH_ARTIFACT_FOOTER,
                                      .fence = i == 7 ? PDF_FENCE_PICTURE : i % PDF_FENCE_COUNT};
    mh_view in = {(const char *)data, size};
    if (pdf_content_rewrite(in, marks, G_N_ELEMENTS(marks), out)) {
        uint32_t next = 0;
        for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
            if (marks[i].sequences > 0) {
                g_assert(marks[i].role && marks[i].mcid == next);
                next += marks[i].sequences;
            }
    }
    mh_arena_free(arena);
    return 0;
}
