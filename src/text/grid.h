#ifndef MH_TEXT_GRID_H
#define MH_TEXT_GRID_H

/*
 * Rows of a table whose cells stand one below the other. An extractor leaves empty cells out, so a
 * row shows by what it ends with (a number, a symbol) or by the number it begins with. Where most
 * rows come out alike, the table is told with certainty; else nothing is said.
 */

#include "text/facts.h"

/** What a cell looks like. */
typedef enum txt_cell_shape {
    TXT_CELL_TEXT,
    TXT_CELL_NUMBER, /**< an amount, a count, a dash for none */
    TXT_CELL_SYMBOL, /**< begins with a symbol: where something is quoted from */
} txt_cell_shape;

typedef struct txt_cell {
    uint32_t first; /**< its first fact */
    uint32_t lines;
    txt_cell_shape shape;
    uint32_t ordinal; /**< 1 for "1" and "A", which may begin a row; 0 for none */
    uint32_t row;     /**< 1-based within the table; 0: stands outside of it */
    uint32_t empty;   /**< empty cells between the cell before and this one */
} txt_cell;

/** Fills in shape and ordinal from the text of the cell's first line. */
void txt_cell_describe(const txt_facts *facts, txt_cell *cell);

/**
 * Numbers the rows of @p cells.
 *
 * @return how many rows there are; 0 when they cannot be told with certainty (nothing is written)
 */
uint32_t txt_grid_rows(mh_job *job, const txt_facts *facts, txt_cell *cells, size_t count);

#endif
