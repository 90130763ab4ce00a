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

/* The hyphen that reflow undid at the end of @p line, or nothing. */
static inline mh_view whole_hyphen(const mh_text *text, const mh_line *line)
{
    size_t low = 0;
    for (size_t high = text->furniture_count; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (text->furniture[middle].text.ptr < line->text.ptr)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < text->furniture_count && text->furniture[low].kind == MH_FURNITURE_HYPHEN
                    && text->furniture[low].text.ptr < line->text.ptr + line->text.len;
    return is_there ? text->furniture[low].text : (mh_view){.ptr = NULL, .len = 0};
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
        mh_view kept = mh_view_trim(line->text);
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
    size_t at = 0;
    for (size_t i = 0; i < text->block_count && !problem; i++) {
        problem = whole_check_block(text, &text->blocks[i], used, want, have);
        if (!problem && i > 0 && text->blocks[i].line[0] <= text->blocks[i - 1].line[0])
            problem = "blocks out of order";
    }
    for (size_t i = 0; i < text->line_count && !problem; i++) {
        const mh_line *line = &text->lines[i];
        while (at < text->furniture_count && text->furniture[at].text.ptr < line->text.ptr)
            at++;
        bool has_entry = at < text->furniture_count && text->furniture[at].line == line->number
                         && text->furniture[at].kind == line->furniture;
        bool is_text = line->furniture == MH_FURNITURE_NONE && !line->is_blank;
        if (is_text != (used[i] == 1))
            problem = "a text line in no block";
        if (line->furniture != MH_FURNITURE_NONE && !has_entry)
            problem = "furniture without its entry";
        if (line->offset + line->text.len > text->source.len
            || line->text.ptr != text->source.ptr + line->offset)
            problem = "a line outside of the source";
    }
    g_string_free(want, TRUE);
    g_string_free(have, TRUE);
    g_free(used);
    return problem;
}

#endif
