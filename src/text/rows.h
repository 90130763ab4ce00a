#ifndef MH_TEXT_ROWS_H
#define MH_TEXT_ROWS_H

/*
 * Rows of tables whose cells are parted by TABs, in text that was wrapped afterwards: a row then
 * goes over several lines, of which any may have a TAB or none.
 */

#include "text/measure.h"

/** What a line is in such a table. */
typedef enum txt_row {
    TXT_ROW_NONE,   /**< in no such table */
    TXT_ROW_BEGINS, /**< begins a row, or what stands above the first */
    TXT_ROW_CELL,   /**< begins a cell that stands alone: see cells.h */
    TXT_ROW_GOES_ON /**< goes on with the line before */
} txt_row;

/** @return one a fact; the job's. NULL when no line of the record is in such a table. */
txt_row *txt_find_rows(mh_job *job, const txt_facts *facts, const txt_measure *measure);

#endif
