#ifndef MH_TEXT_SCAN_H
#define MH_TEXT_SCAN_H

/* Small readers of characters that several passes need. All views are valid UTF-8. */

#include <stdint.h>

#include <glib.h>

#include "base/view.h"

/** The character after the one at @p p. GLib's macro casts const away, which clang warns of. */
static inline const char *txt_next(const char *p)
{
    return p + g_utf8_skip[*(const guchar *)p];
}

/** Embeddings and overrides (U+202A-E, U+2066-9): marks of how a line was set, not of the text. */
bool txt_is_bidi_control(gunichar c);

/** txt_is_invisible() beyond ASCII. */
bool txt_is_invisible_wide(gunichar c);

/** True when a reader sees nothing of it: white space, BOM, directional marks, soft hyphens. */
static inline bool txt_is_invisible(gunichar c)
{
    return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : txt_is_invisible_wide(c);
}

/**
 * Without what is not seen at either end, soft hyphens apart. What is no white space of it must be
 * accounted for: see txt_dropped_marks().
 */
mh_view txt_trim(mh_view text);

/**
 * Appends to @p out what of a line's characters goes and is no white space: directional marks at
 * its ends and, when @p is_text, embeddings and overrides within it; all of a line without anything
 * to see.
 */
void txt_dropped_marks(mh_view line, bool is_text, GString *out);

/** Chinese and Japanese characters and their punctuation: no space stands between them. */
bool txt_is_cjk(gunichar c);

/** Nothing visible in @p text. */
bool txt_is_blank(mh_view text);

/** Columns of a fixed-width print: wide characters count two, combining marks none, TAB one. */
uint32_t txt_columns(mh_view text);

/** First and last character; 0 for an empty view. */
gunichar txt_first(mh_view text);
gunichar txt_last(mh_view text);

/** @p text without its first (last) character. */
mh_view txt_skip_first(mh_view text);
mh_view txt_skip_last(mh_view text);

/** Next stretch without white space, from *at on (which moves behind it); empty at the end. */
mh_view txt_next_word(mh_view text, size_t *at);

#endif
