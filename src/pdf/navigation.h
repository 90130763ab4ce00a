#ifndef MH_PDF_NAVIGATION_H
#define MH_PDF_NAVIGATION_H

/* Outline and page labels (ISO 32000-1 §12.3.3, §12.4.2). */

#include "pdf/document.h"

/** Writes the outline, if there is one; adds it to the catalog. */
void pdf_outline_write(pdf_document *d);

/** Adds the page labels to the catalog. */
void pdf_labels_write(pdf_document *d);

#endif
