#ifndef MH_PDF_METADATA_H
#define MH_PDF_METADATA_H

/* XMP (ISO 16684-1, ISO 19005-3 §6.6) and the document information dictionary, in step. */

#include "pdf/document.h"

/**
 * Writes both. Adds Metadata and Lang to the catalog.
 *
 * @return object number of the information dictionary
 */
uint32_t pdf_metadata_write(pdf_document *d);

/** "D:20260101000000Z" of the job's epoch (ISO 32000-1 §7.9.4), in the document's arena. */
const char *pdf_date(const pdf_document *d);

#endif
