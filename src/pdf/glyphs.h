#ifndef MH_PDF_GLYPHS_H
#define MH_PDF_GLYPHS_H

/*
 * Glyphs and the text they stand for, as told to cairo: readers without eyes get the words from
 * this (ISO 32000-1 §14.8.2.4). Private to pdf.
 */

#include <cairo.h>
#include <pango/pango.h>
#include <stdbool.h>

/** A run of glyphs to be shown. */
typedef struct pdf_glyph_run {
    const char *text; /**< that the item's offset counts from */
    const PangoGlyphItem *item;
    cairo_scaled_font_t
        *cut;            /**< takes the place of the item's font, same glyph numbers; or NULL */
    double gap;          /**< points before it that stand for a space no glyph shows; or 0 */
    bool is_soft_hyphen; /**< its hyphen is there because the line ends (§14.8.2.2.3) */
} pdf_glyph_run;

/**
 * Shows @p run at cairo's current point, in reading order: right-to-left text is drawn from the
 * right. Each glyph stands for its own letters as far as that can be told, no-break spaces for
 * spaces, a soft hyphen for U+00AD.
 */
void pdf_glyphs_show(cairo_t *cairo, const pdf_glyph_run *run);

#endif
