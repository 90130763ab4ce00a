/* Random boxes and glue: the breaker must end, cover the paragraph in order, and stay linear. */

#include <stdint.h>
#include <stdlib.h>

#include "fo/linebreak.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { HEAD_BYTES = 6, ITEM_BYTES = 3, ITEMS_MAX = 4096 };

static fo_line_rules rules_of(const uint8_t *head)
{
    int32_t width = head[0] * 64;
    return (fo_line_rules){.width = width,
                           .short_width = head[1] * 64,
                           .short_lines = head[2] % 8,
                           .first_indent = (head[3] - 128) * 16,
                           .last_indent = head[4] % 4 * 64,
                           .line_stretch = head[5] & 1 ? 640 : 0,
                           .last_stretch = head[5] & 2 ? width : 0,
                           .ladder = (head[5] >> 2) % 4,
                           .wrap = (head[5] & 0x80) == 0};
}

/* Two bytes of widths and one of kind make a candidate. */
static void fill(fo_candidate *candidates, size_t count, const uint8_t *items)
{
    fo_sums sums = {0};
    for (size_t i = 0; i < count; i++) {
        const uint8_t *item = items + i * ITEM_BYTES;
        sums.width += item[0] * 16;
        candidates[i].end = sums;
        sums.width += item[1] * 4;
        sums.stretch += item[1] * 2;
        sums.shrink += item[1];
        candidates[i].next = sums;
        candidates[i].is_flagged = item[2] & 1;
        candidates[i].is_hyphenation = item[2] & 2;
        candidates[i].penalty = (int16_t)(item[2] & 0x70);
        candidates[i].hyphen_width = item[2] & 1 ? 32 : 0;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < HEAD_BYTES + ITEM_BYTES)
        return 0;
    size_t count = (size - HEAD_BYTES) / ITEM_BYTES;
    if (count > ITEMS_MAX)
        count = ITEMS_MAX;
    mh_arena *arena = mh_arena_new();
    fo_candidate *candidates = MH_NEW(arena, fo_candidate, count);
    uint32_t *chosen = MH_NEW(arena, uint32_t, count);
    fill(candidates, count, data + HEAD_BYTES);
    fo_line_rules rules = rules_of(data);
    fo_sums start = {0};

    size_t lines = fo_break_lines(arena, &start, candidates, count, &rules, chosen);
    if (lines == 0 || lines > count || chosen[lines - 1] != count - 1)
        abort();
    for (size_t i = 1; i < lines; i++)
        if (chosen[i] <= chosen[i - 1])
            abort();
    mh_arena_free(arena);
    return 0;
}
