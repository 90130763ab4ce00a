#ifndef MH_PDF_TABLES_H
#define MH_PDF_TABLES_H

/* Tables whose rows have the same number of columns (PDF/UA-1 §7.5, ISO 32000-1 §14.8.4.3.4). */

#include "pdf/document.h"

/**
 * Finds how many cells each row of the table @p table lacks, and how far cells reach down. Fills
 * missing_cells of rows and row_span of cells.
 */
void pdf_table_measure(pdf_document *d, const mh_element *table);

#endif
