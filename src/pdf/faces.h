#ifndef MH_PDF_FACES_H
#define MH_PDF_FACES_H

/*
 * Large fonts cut to what documents use before cairo embeds them: cairo copies a whole font file
 * (23 MB for Chinese) several times per document. Private to pdf.
 */

#include <cairo.h>
#include <pango/pango.h>

#include "pdf/pdf.h"

/** What one document takes from the process's faces. */
typedef struct pdf_face_use pdf_face_use;

/** @param text its characters are those that the document may show; owned by the arena of @p job */
pdf_face_use *pdf_face_use_new(mh_job *job, mh_pdf_faces *faces, const xmlDoc *text);

/**
 * The cut face at the size of @p item's font, with the same glyph numbers; borrowed.
 *
 * @return NULL when the item is to be drawn with its own font: that is small, slanted or emboldened
 *         by the library, or holds glyphs that are not the plain ones of the document's characters.
 *         The answer depends on the document alone, never on what was drawn before it.
 */
cairo_scaled_font_t *pdf_face_use_find(pdf_face_use *use, const PangoGlyphItem *item);

#endif
