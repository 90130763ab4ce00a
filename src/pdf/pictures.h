#ifndef MH_PDF_PICTURES_H
#define MH_PDF_PICTURES_H

/* Pictures as PDF/A takes them: sRGB or gray, no transparency, not smoothed by the reader. */

#include "pdf/drawing.h"

typedef struct pdf_picture pdf_picture;

/** For the set of the drawing's pictures: equal are those of the same mh_image. */
guint pdf_picture_hash(gconstpointer picture);
gboolean pdf_picture_equal(gconstpointer a, gconstpointer b);

/** The picture of @p image, decoded once per drawing; NULL with PDF-002 when it cannot be read. */
const pdf_picture *pdf_picture_of(mh_pdf *pdf, const mh_image *image);

/** Draws it into the rectangle (0, 0, @p width, @p height) points of the current coordinates. */
void pdf_picture_draw(mh_pdf *pdf, const pdf_picture *picture, double width, double height);

#endif
