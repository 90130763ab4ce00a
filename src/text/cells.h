#ifndef MH_TEXT_CELLS_H
#define MH_TEXT_CELLS_H

/* Tables whose cells an extractor wrote one below the other, blank lines between. */

#include "text/rows.h"

/**
 * Marks the lines of such cells in @p rows: TXT_ROW_CELL at a cell's first line, TXT_ROW_GOES_ON at
 * the others.
 *
 * @param rows of txt_find_rows(), or NULL
 * @return @p rows, or a new array (the job's), or NULL when there is nothing to tell
 */
txt_row *txt_find_cells(mh_job *job, const txt_facts *facts, const txt_measure *measure,
                        txt_row *rows);

#endif
