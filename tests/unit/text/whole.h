#ifndef TESTS_UNIT_TEXT_WHOLE_H
#define TESTS_UNIT_TEXT_WHOLE_H

/* The promise of the text stage, checked: nothing lost, nothing invented, each line used once. */

#include <glib.h>

#include "text/text.h"

static inline bool whole_is_seen(gunichar c)
{
    bool is_hidden = g_unichar_isspace(c) || c == 0x85 || c == 0xAD || c == 0xFEFF || c == 0x200B
                     || c == 0x2060 || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
                     || (c >= 0x2066 && c <= 0x2069);
    return !is_hidden;
}

static inline void whole_append_seen(GString *out, mh_view text)
{
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p += g_utf8_skip[*(const guchar *)p]) {
        if (whole_is_seen(g_utf8_get_char(p)))
            g_string_append_unichar(out, g_utf8_get_char(p));
    }
}

/* Without what is not seen at the end of @p text, a soft hyphen apart. */
static inline mh_view whole_trim(mh_view text)
{
    const char *end = text.ptr + text.len;
    while (end > text.ptr) {
        const char *last = g_utf8_prev_char(end);
        gunichar c = g_utf8_get_char(last);
        if (c == 0xAD || whole_is_seen(c))
            break;
        end = last;
    }
    return mh_view_slice(text, 0, (size_t)(end - text.ptr));
}

/* The entry of that kind that was taken out of @p line itself, or NULL. */
static inline const mh_furniture_entry *whole_entry(const mh_text *text, const mh_line *line,
                                                    mh_furniture kind)
{
    size_t low = 0;
    for (size_t high = text->furniture_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (text->furniture[middle].line < line->number)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < text->furniture_count && text->furniture[low].line == line->number; low++) {
        const mh_furniture_entry *entry = &text->furniture[low];
        if (entry->kind == kind && entry->text.ptr >= line->text.ptr
            && entry->text.ptr <= line->text.ptr + line->text.len)
            return entry;
    }
    return NULL;
}

/* The hyphen that reflow undid at the end of @p line, or nothing. */
static inline mh_view whole_hyphen(const mh_text *text, const mh_line *line)
{
    const mh_furniture_entry *entry = whole_entry(text, line, MH_FURNITURE_HYPHEN);
    return entry ? entry->text : (mh_view){.ptr = NULL, .len = 0};
}

/* Characters that are no white space, whatever their order: how many, and two sums of them. */
typedef struct whole_sum {
    guint64 count;
    guint64 sum;
    guint64 squares;
} whole_sum;

static inline void whole_add(whole_sum *sum, mh_view text)
{
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p += g_utf8_skip[*(const guchar *)p]) {
        guint64 c = g_utf8_get_char(p);
        if (c == '\v' || c == 0x85 || g_unichar_isspace((gunichar)c))
            continue;
        sum->count++;
        sum->sum += c;
        sum->squares += c * c;
    }
}

/* True when blocks and furniture have every character of the source, the unseen ones too. */
static inline bool whole_is_complete(const mh_text *text)
{
    whole_sum want = {0};
    whole_sum have = {0};
    whole_add(&want, text->source);
    for (size_t i = 0; i < text->block_count; i++)
        whole_add(&have, text->blocks[i].text);
    for (size_t i = 0; i < text->furniture_count; i++)
        whole_add(&have, text->furniture[i].text);
    return want.count == have.count && want.sum == have.sum && want.squares == have.squares;
}

/* NULL, or what is wrong with block @p b. @p used counts how often each line was taken. */
static inline const char *whole_check_block(const mh_text *text, const mh_block *b, guint8 *used,
                                            GString *want, GString *have)
{
    g_string_truncate(want, 0);
    g_string_truncate(have, 0);
    for (size_t i = 0; i < b->line_count; i++) {
        const mh_line *line = &text->lines[b->line[i]];
        if (i > 0 && b->line[i] <= b->line[i - 1])
            return "lines out of order";
        if (used[b->line[i]]++)
            return "a line in two blocks";
        if (line->furniture != MH_FURNITURE_NONE)
            return "furniture in a block";
        mh_view hyphen = whole_hyphen(text, line);
        mh_view kept = whole_trim(line->text);
        if (hyphen.len > 0 && hyphen.ptr + hyphen.len != kept.ptr + kept.len)
            return "a hyphen that does not end its line";
        whole_append_seen(want, mh_view_slice(kept, 0, kept.len - hyphen.len));
    }
    whole_append_seen(have, b->text);
    return g_string_equal(want, have) ? NULL : "a block's text is not its lines'";
}

/* NULL, or the first breach of the promise. */
static inline const char *whole_check(const mh_text *text)
{
    guint8 *used = g_new0(guint8, text->line_count + 1);
    GString *want = g_string_new(NULL);
    GString *have = g_string_new(NULL);
    const char *problem = NULL;
    for (size_t i = 0; i < text->block_count && !problem; i++) {
        problem = whole_check_block(text, &text->blocks[i], used, want, have);
        if (!problem && i > 0 && text->blocks[i].line[0] <= text->blocks[i - 1].line[0])
            problem = "blocks out of order";
    }
    for (size_t i = 0; i < text->line_count && !problem; i++) {
        const mh_line *line = &text->lines[i];
        bool has_entry = whole_entry(text, line, line->furniture);
        bool is_text = line->furniture == MH_FURNITURE_NONE && !line->is_blank;
        if (is_text != (used[i] == 1))
            problem = "a text line in no block";
        if (line->furniture != MH_FURNITURE_NONE && !has_entry)
            problem = "furniture without its entry";
        if (line->offset + line->text.len > text->source.len
            || line->text.ptr != text->source.ptr + line->offset)
            problem = "a line outside of the source";
    }
    if (!problem && !whole_is_complete(text))
        problem = "characters lost or invented";
    g_string_free(want, TRUE);
    g_string_free(have, TRUE);
    g_free(used);
    return problem;
}

#endif
