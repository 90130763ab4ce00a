#ifndef MH_PDF_ATTACHMENTS_H
#define MH_PDF_ATTACHMENTS_H

/* Associated files (ISO 19005-3 §6.8, ISO 32000-1 §7.11). */

#include "pdf/document.h"

/** Writes the files and adds them to the catalog, where the profile allows it. */
void pdf_attachments_write(pdf_document *d);

#endif
