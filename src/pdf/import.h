#ifndef MH_PDF_IMPORT_H
#define MH_PDF_IMPORT_H

/* Takes over what cairo drew: pages, and the fonts, pictures and patterns they use. */

#include "pdf/document.h"
#include "pdf/reader.h"

/**
 * Copies all that the pages of @p file use, under its old numbers, and takes the numbers of the
 * pages themselves.
 *
 * @return MH_OK, or MH_FAILED with PDF-001
 */
mh_status pdf_import_resources(pdf_document *d, pdf_file *file, pdf_flate *flate);

/**
 * Writes the pages with their marks, and numbers the marks. Structure and links must be planned.
 */
mh_status pdf_import_pages(pdf_document *d, pdf_file *file, pdf_flate *flate);

#endif
