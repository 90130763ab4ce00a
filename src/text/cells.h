#ifndef MH_TEXT_CELLS_H
#define MH_TEXT_CELLS_H

/* Tables whose cells an extractor wrote one below the other, blank lines between. */

#include "text/grid.h"
#include "text/rows.h"

/** Cells of a record's tables; the arrays have one item a fact, NULL when there is nothing to tell.
 */
typedef struct txt_cells {
    txt_row *what;      /**< TXT_ROW_CELL at a cell's first line, TXT_ROW_GOES_ON at the others */
    txt_cell *of;       /**< at a cell's first line: the cell, its row counted over the record */
    uint32_t row_count; /**< rows so far */
    uint32_t unknown;   /**< tables whose rows cannot be told: each cell is a row */
} txt_cells;

/**
 * Finds such cells and, where it can be told with certainty, their rows; else reports TXT-011.
 *
 * @param rows of txt_find_rows(), or NULL; goes into the result
 */
txt_cells txt_find_cells(mh_job *job, const txt_pages *pages, const txt_facts *facts,
                         const txt_measure *measure, txt_row *rows);

#endif
