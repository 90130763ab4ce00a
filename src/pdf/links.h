#ifndef MH_PDF_LINKS_H
#define MH_PDF_LINKS_H

/* Link annotations (ISO 32000-1 §12.5.6.5, PDF/UA-1 §7.18.5). */

#include "pdf/document.h"

/** Threads the links that lead somewhere to their elements; PDF-005 for the others. */
void pdf_links_plan(pdf_document *d);

/** Writes the annotations of elements that are in the tree. Structure must be planned. */
void pdf_links_write(pdf_document *d);

/** "/Annots[...]" of a page, or nothing. */
void pdf_links_put_page(const pdf_document *d, const pdf_page *page, GString *out);

#endif
