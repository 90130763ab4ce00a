#ifndef MH_PDF_EXTRACT_H
#define MH_PDF_EXTRACT_H

/* Text of pages (ISO 32000-1 §9.4.3, §14.9.4), for checking what was written. */

#include "pdf/reader.h"

typedef struct pdf_extractor pdf_extractor;

/** Owned by the arena of @p job. */
pdf_extractor *pdf_extractor_new(mh_job *job, pdf_file *file);

/**
 * Appends the text of the page object @p page that is content, as UTF-8; replacement text counts
 * instead of what is drawn.
 *
 * @return false when the page is broken
 */
bool pdf_extract_page(pdf_extractor *extractor, uint32_t page, GString *out);

#endif
