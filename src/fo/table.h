#ifndef MH_FO_TABLE_H
#define MH_FO_TABLE_H

/*
 * fo:table (XSL 1.1 §6.7) between its parts: the grid, the widths of columns, borders, rows that
 * divide over pages. Private to the table files.
 */

#include "fo/flow.h"

/** What hostile input could ask for and no page can hold. */
enum { FO_TABLE_COLUMNS_MAX = 1000 };

typedef struct fo_table_column {
    const fo_node *node; /**< fo:table-column, or NULL where only cells tell of it */
    fo_length width;
    int32_t offset; /**< start edge, from that of the table's content, in the inline direction */
    int32_t size;
} fo_table_column;

/** A border between grid units in the collapsing model. */
typedef struct fo_table_edge {
    fo_border_style style;
    int32_t width;
    mh_color color;
} fo_table_edge;

typedef struct fo_table_cell {
    const fo_node *node;
    size_t row; /**< in the grid */
    size_t column;
    size_t rows; /**< spanned, within its part */
    size_t columns;
    int32_t x; /**< border rectangle, from the left edge of the table's content */
    int32_t width;
    int32_t content_x; /**< from the left edge of the table's content */
    int32_t content_width;
    int32_t before;      /**< border, padding and half the separation before the content */
    int32_t before_rest; /**< the same where the cell goes on from an earlier page */
    int32_t after;
    int32_t after_rest;
    int32_t least_height; /**< of its content: what it or its row asks for */
    int32_t content_height;
    bool is_plain; /**< no forced break in it: it is whole wherever content_height fits */
    fo_items *items;
} fo_table_cell;

typedef struct fo_table_row {
    const fo_node *node; /**< fo:table-row, or NULL for cells that start a row themselves */
    const fo_node *part; /**< header, footer or body */
    int32_t height;      /**< asked for; 0 where there is none */
    GPtrArray *cells;    /**< fo_table_cell that begin in it, by column */
    fo_keep keep_with_previous;
    fo_keep keep_with_next;
    fo_break break_before;
    fo_break break_after;
    bool ends_group; /**< no cell spans its after-edge */
} fo_table_row;

typedef struct fo_table {
    const fo_node *node;
    mh_arena *arena;
    fo_table_column *columns;
    size_t column_count;
    GArray *rows; /**< fo_table_row: header, bodies, footer */
    size_t header_rows;
    size_t footer_rows;
    fo_table_cell **owners; /**< cell at row * column_count + column, or NULL */
    bool is_collapsed;
    bool rtl;
    int32_t x; /**< left edge of the content, in the list that the table stands in */
    int32_t width;
    int32_t half_inline; /**< half of border-separation */
    int32_t half_block;
    /* Collapsed borders, NULL in the separate model. */
    fo_table_edge *horizontal; /**< above row r, at r * column_count + column; rows + 1 of them */
    fo_table_edge *vertical;   /**< before column c in r, at r * (column_count + 1) + c */
} fo_table;

/** Rows joined by spanning cells: one item, dividing itself. */
typedef struct fo_table_group {
    const fo_table *table;
    size_t first; /**< row of the grid */
    size_t count;
    fo_keep keep_together; /**< of the table and what is around it */
    fo_table_cell **cells; /**< all that begin in it, row by row */
    size_t cell_count;
    size_t *ending;       /**< cells by the row they end in: indices into cells */
    size_t *ending_start; /**< where those of each row begin in it; count + 1 of them */
} fo_table_group;

/** How far a cell has come. */
typedef struct fo_cell_progress {
    fo_place place;
    bool has_begun;
    bool is_done;
} fo_cell_progress;

/** Where a group goes on. */
typedef struct fo_group_place {
    size_t row;      /**< in the group: first one not finished */
    bool is_mid_row; /**< that one has begun */
    fo_cell_progress *cells;
} fo_group_place;

/** A piece of a group with everything in its place; arrays by row of the group. */
typedef struct fo_group_piece {
    size_t first;
    size_t end; /**< behind the last row that has a part in it */
    int32_t *top;
    int32_t *size;
    int32_t height;
} fo_group_piece;

static inline fo_table_row *fo_table_row_at(const fo_table *table, size_t row)
{
    return &g_array_index(table->rows, fo_table_row, row);
}

/** Progress of cell @p cell at @p place; NULL is the beginning. */
static inline fo_cell_progress fo_group_progress(const fo_group_place *place, size_t cell)
{
    return place ? place->cells[cell] : (fo_cell_progress){0};
}

/** First row of the group in a piece that begins at @p from. */
static inline size_t fo_group_first_row(const fo_group_place *from)
{
    return from ? from->row : 0;
}

/** Row of the group behind the last that has a part in a piece ending at @p to. */
static inline size_t fo_group_end_row(const fo_table_group *group, const fo_group_place *to)
{
    if (!to)
        return group->count;
    return to->row + (to->is_mid_row ? 1 : 0);
}

/** Row of the group that @p cell begins in, and the one behind its last. */
static inline size_t fo_group_cell_first(const fo_table_group *group, const fo_table_cell *cell)
{
    return cell->row - group->first;
}

static inline size_t fo_group_cell_end(const fo_table_group *group, const fo_table_cell *cell)
{
    return cell->row - group->first + cell->rows;
}

/** What the row asks for; its first part gets all of it. */
static inline int32_t fo_group_asked_height(const fo_table_group *group, size_t row,
                                            const fo_group_place *from)
{
    const bool goes_on = from && from->row == row && from->is_mid_row;
    return goes_on ? 0 : fo_table_row_at(group->table, group->first + row)->height;
}

/** Height of the rows of a piece from @p first up to @p row, whose top is known. */
static inline int32_t fo_group_rows_height(const fo_group_piece *piece, size_t first, size_t row)
{
    return piece->top[row] - piece->top[MAX(first, piece->first)];
}

/** Reads columns, rows and cells of @p node (tablegrid.c). */
fo_table *fo_table_grid(mh_arena *arena, const fo_node *node, bool rtl);

/** Computes widths and offsets of the columns from table->width (tablecolumns.c). */
void fo_table_columns(fo_table *table);
/** Width of the columns that do not depend on the table's. */
int32_t fo_table_fixed_width(const fo_table *table, int32_t base);

/** Resolves collapsed borders (§6.7.10), when the table has that model (tableborders.c). */
void fo_table_borders(fo_table *table);
/** Fills in the insets of @p cell: borders, padding, separation; @p reference for percentages. */
void fo_table_cell_edges(const fo_table *table, fo_table_cell *cell, int32_t reference);

/** Adds rows [first, end) to the list: groups, and breaks between them (tablegroup.c). */
void fo_table_add_rows(fo_builder *builder, const fo_table *table, size_t first, size_t end);

/** Heights and tops of the rows from @p from (NULL: start) to @p to (NULL: end). */
void fo_group_lay_out(fo_context *context, const fo_table_group *group, const fo_group_place *from,
                      const fo_group_place *to, mh_arena *arena, fo_group_piece *out);

/** The range of a cell's list that stands in the piece; false when nothing of it does. */
bool fo_group_cell_range(const fo_table_group *group, size_t cell, const fo_group_place *from,
                         const fo_group_place *to, fo_range *out);

/** How much of a group goes into a room (tablerows.c). */
void fo_group_fit(fo_context *context, const fo_item *item, const void *from, const fo_room *room,
                  fo_piece *out);

/** Draws a piece (tabledraw.c). */
void fo_group_draw(fo_context *context, fo_painter *painter, const fo_item *item,
                   const fo_part *part, int32_t x, int32_t y);

/** Paints a table's background, and in the separate model its borders (tabledraw.c). */
void fo_table_paint(fo_context *context, fo_painter *painter, const fo_area *area, mh_rect rect,
                    bool is_first, bool is_last);

#endif
