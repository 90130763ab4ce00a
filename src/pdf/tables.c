#include "pdf/tables.h"

#include "pdf/roles.h"

/* A table wider than this is left as it is. */
#define COLUMN_MAX_COUNT 4096

/* How many rows from the present one on each column is taken by cells so far. */
typedef struct grid {
    pdf_document *d;
    GArray *taken; /* uint32_t */
    size_t rows_left;
    size_t width; /* of the widest row */
} grid;

static bool is_role(const mh_element *e, const char *role)
{
    return strcmp(e->role, role) == 0;
}

static const mh_element *next_row(const mh_element *table, const mh_element *row)
{
    const mh_element *group = row ? row->parent : table;
    const mh_element *e = row ? row->next : table->first_child;
    for (;;) {
        while (!e && group != table) {
            e = group->next;
            group = group->parent;
        }
        if (!e || is_role(e, "TR"))
            return e;
        if (is_role(e, "THead") || is_role(e, "TBody") || is_role(e, "TFoot")) {
            group = e;
            e = e->first_child;
        } else {
            e = e->next;
        }
    }
}

static uint32_t *column(grid *g, size_t index)
{
    if (index >= g->taken->len)
        g_array_set_size(g->taken, (guint)index + 1);
    return &g_array_index(g->taken, uint32_t, index);
}

/* Puts the cells of @p row into the first free columns. */
static void place_cells(grid *g, const mh_element *row)
{
    size_t at = 0;
    for (const mh_element *cell = row->first_child; cell; cell = cell->next) {
        if (!is_role(cell, "TD") && !is_role(cell, "TH"))
            continue;
        while (at<COLUMN_MAX_COUNT && * column(g, at)> 0)
            at++;
        uint32_t rows = (uint32_t)MIN(g->rows_left, MAX(cell->rows, 1U));
        g->d->elements[cell->number].row_span = rows;
        for (size_t end = at + MAX(cell->columns, 1U); at < MIN(end, COLUMN_MAX_COUNT); at++)
            *column(g, at) = rows;
    }
}

/* Columns that the present row fills; the grid goes on to the next row. */
static size_t end_row(grid *g)
{
    size_t filled = 0;
    for (guint i = 0; i < g->taken->len; i++) {
        uint32_t *rows = &g_array_index(g->taken, uint32_t, i);
        filled += *rows > 0;
        *rows -= *rows > 0;
    }
    g->rows_left--;
    return filled;
}

void pdf_table_measure(pdf_document *d, const mh_element *table)
{
    grid g = {.d = d, .taken = mh_arena_array(d->arena, sizeof(uint32_t))};
    for (const mh_element *row = next_row(table, NULL); row; row = next_row(table, row))
        g.rows_left++;
    for (const mh_element *row = next_row(table, NULL); row; row = next_row(table, row)) {
        place_cells(&g, row);
        size_t filled = end_row(&g);
        /* for now: what it has */
        d->elements[row->number].missing_cells = (uint32_t)filled;
        g.width = MAX(g.width, filled);
    }
    for (const mh_element *row = next_row(table, NULL); row; row = next_row(table, row)) {
        uint32_t *cells = &d->elements[row->number].missing_cells;
        *cells = (uint32_t)g.width - *cells;
    }
}
