#ifndef MH_FO_FONTS_H
#define MH_FO_FONTS_H

/*
 * Fonts for layout: one font map and one Pango context for the engine, families as the document
 * names them, and their metrics. Private to fo.
 */

#include "fo/style.h"

typedef struct fo_fonts fo_fonts;

/** Vertical measures of a font at its size, in Pango units; all positive unless said otherwise. */
typedef struct fo_font_metrics {
    int32_t ascent;              /**< baseline to the top of the font's box */
    int32_t descent;             /**< baseline to its bottom */
    int32_t x_height;            /**< of the letter x */
    int32_t underline_position;  /**< baseline to the top of the underline, down */
    int32_t underline_thickness; /**< also of the other decorations */
    int32_t strikeout_position;  /**< baseline to the top of the line through, up */
} fo_font_metrics;

/** A font as a style asks for it; owned by fo_fonts, the same pointer for the same request. */
typedef struct fo_font {
    PangoFontDescription *description; /**< families resolved, with fallbacks appended */
    fo_font_metrics metrics;           /**< of the first family that is installed */
} fo_font;

/**
 * Reads fontconfig's tables into the process, in this thread: a process may fork after it.
 *
 * @return MH_OK, or MH_FAILED with FO-301 when no font is installed
 */
mh_status fo_fonts_prepare(mh_job *job);

/**
 * Makes the font map: 72 dots to the inch, no hinting, exact glyph positions. Pango then asks
 * fontconfig in threads of its own, which a fork would not take along.
 *
 * @param out free it with fo_fonts_free(); written on MH_OK only
 * @return MH_OK, or MH_FAILED with FO-301 when no font for Latin text is installed
 */
mh_status fo_fonts_new(mh_job *job, fo_fonts **out);

/** Accepts NULL. */
void fo_fonts_free(fo_fonts *fonts);

/**
 * Begins a document.
 *
 * @param test_fonts unknown families are Liberation Sans, as the layout tests' oracle has it,
 *                   instead of Liberation Serif
 */
void fo_fonts_begin(fo_fonts *fonts, bool test_fonts);

/** For itemising and shaping; borrowed. */
PangoContext *fo_fonts_context(const fo_fonts *fonts);

/** Font that @p style asks for; borrowed, never NULL. */
const fo_font *fo_fonts_find(fo_fonts *fonts, const fo_style *style);

/**
 * What to set for @p character: itself, unless it is of private use (U+E000 to U+F8FF). Text out of
 * PDF files has such codes for the signs of symbol fonts: their ASCII signs and bullets are known,
 * the rest is a box. Reported once a document and character (FO-303).
 */
gunichar fo_fonts_public(fo_fonts *fonts, mh_job *job, gunichar character, uint32_t line);

/** Reports a character that no font has, once a document (FO-302). */
void fo_fonts_report_missing(fo_fonts *fonts, mh_job *job, gunichar character, uint32_t line);

/** Family for marks that Chinese shares with the Latin scripts; static. */
const char *fo_fonts_chinese_family(void);

/** Debian package that has glyphs for the script of @p character. */
const char *fo_fonts_package(gunichar character);

#endif
