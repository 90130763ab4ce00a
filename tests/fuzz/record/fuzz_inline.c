/*
 * Inline marking of any text: spans lie in the text, begin and end at characters, are not empty
 * and nest; a second run over its own spans changes nothing but adds none that cross.
 */

#include <stdlib.h>

#include "record/inline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_character_edge(mh_view text, uint32_t offset)
{
    return offset == text.len || ((unsigned char)text.ptr[offset] & 0xC0) != 0x80;
}

static void check_span(mh_view text, const mh_span *span)
{
    if (span->start >= span->end || span->end > text.len)
        abort();
    if (!is_character_edge(text, span->start) || !is_character_edge(text, span->end))
        abort();
    if (span->kind == MH_SPAN_CONCEPT ? span->concept == NULL : span->value == NULL)
        abort();
}

/* Every span ends inside each earlier one that has not ended where it begins. */
static void check_nesting(const GArray *spans)
{
    GArray *open = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    uint32_t before = 0;

    for (guint i = 0; i < spans->len; i++) {
        const mh_span *span = &g_array_index(spans, mh_span, i);
        if (span->start < before)
            abort();
        before = span->start;
        while (open->len > 0 && g_array_index(open, uint32_t, open->len - 1) <= span->start)
            g_array_set_size(open, open->len - 1);
        if (open->len > 0 && span->end > g_array_index(open, uint32_t, open->len - 1))
            abort();
        g_array_append_val(open, span->end);
    }
    g_array_free(open, TRUE);
}

static void check(mh_view text, const GArray *spans)
{
    for (guint i = 0; i < spans->len; i++)
        check_span(text, &g_array_index(spans, mh_span, i));
    check_nesting(spans);
}

/* The first byte chooses language, annexes and mode. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0 || !g_utf8_validate((const char *)data + 1, (gssize)size - 1, NULL))
        return 0;
    mh_view text = {.ptr = (const char *)data + 1, .len = size - 1};
    mh_job *job = mh_job_new("fuzz");
    rec_inline_context *context = rec_inline_context_new(job);
    GArray *spans = mh_arena_array(mh_job_arena(job), sizeof(mh_span));

    rec_inline_set_annexes(context, data[0] >> 6);
    mh_language language = (mh_language)(data[0] % MH_LANGUAGE_COUNT);
    rec_inline_mark(context, text, language, (data[0] >> 4) & 3U, spans);
    check(text, spans);
    guint count = spans->len;
    rec_inline_mark(context, text, language, (data[0] >> 4) & 3U, spans);
    check(text, spans);
    if (spans->len < count)
        abort();
    mh_job_free(job);
    return 0;
}
