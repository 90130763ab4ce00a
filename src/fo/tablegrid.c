/* The grid of a table: columns, rows, and which cell stands where (XSL 1.1 §6.7.3, §7.28). */

#include "fo/table.h"

typedef struct grid {
    fo_table *table;
    GArray *columns;  /* fo_table_column */
    GArray *occupied; /* size_t: first row that is free, by column */
    GPtrArray *cells;
    size_t next_column;
    size_t part_start;
} grid;

static void need_columns(grid *g, size_t count)
{
    const fo_table_column empty = {.width = {.is_auto = true}};
    const size_t none = 0;
    while (g->columns->len < count)
        g_array_append_val(g->columns, empty);
    while (g->occupied->len < count)
        g_array_append_val(g->occupied, none);
}

static void add_column(grid *g, const fo_node *node)
{
    size_t first = fo_attribute_count(node, "column-number", (uint32_t)g->next_column + 1) - 1;
    size_t repeated = fo_attribute_count(node, "number-columns-repeated", 1);
    for (size_t i = first; i < first + repeated && i < FO_TABLE_COLUMNS_MAX; i++) {
        need_columns(g, i + 1);
        fo_table_column *column = &g_array_index(g->columns, fo_table_column, i);
        column->node = node;
        column->width = node->style->column_width;
    }
    g->next_column = MIN(first + repeated, FO_TABLE_COLUMNS_MAX);
}

static int32_t definite(fo_length optimum, fo_length least)
{
    int32_t height = optimum.is_auto ? 0 : optimum.fixed;
    return MAX(height, least.is_auto ? 0 : least.fixed);
}

static fo_table_row *add_row(grid *g, const fo_node *node, const fo_node *part)
{
    fo_table_row row = {.node = node, .part = part, .cells = mh_arena_ptr_array(g->table->arena)};
    if (node) {
        const fo_style *style = node->style;
        row.height = definite(style->height, style->min_height);
        row.keep_with_next = style->keep_with_next;
        row.keep_with_previous = style->keep_with_previous;
        row.break_before = style->break_before;
        row.break_after = style->break_after;
    }
    g_array_append_val(g->table->rows, row);
    g->next_column = 0;
    return fo_table_row_at(g->table, g->table->rows->len - 1);
}

static bool is_free(const grid *g, size_t column, size_t row)
{
    return column >= g->occupied->len || g_array_index(g->occupied, size_t, column) <= row;
}

static void add_cell(grid *g, const fo_node *node)
{
    const size_t row = g->table->rows->len - 1;
    size_t column = g->next_column;
    while (!is_free(g, column, row))
        column++;
    column = fo_attribute_count(node, "column-number", (uint32_t)column + 1) - 1;
    size_t columns = fo_attribute_count(node, "number-columns-spanned", 1);
    if (column >= FO_TABLE_COLUMNS_MAX)
        return;
    columns = MIN(columns, FO_TABLE_COLUMNS_MAX - column);
    fo_table_cell *cell = MH_NEW(g->table->arena, fo_table_cell, 1);
    *cell = (fo_table_cell){.node = node,
                            .row = row,
                            .column = column,
                            .rows = fo_attribute_count(node, "number-rows-spanned", 1),
                            .columns = columns};
    need_columns(g, column + columns);
    for (size_t i = column; i < column + columns; i++)
        g_array_index(g->occupied, size_t, i) = row + cell->rows;
    g_ptr_array_add(g->cells, cell);
    g_ptr_array_add(fo_table_row_at(g->table, row)->cells, cell);
    g->next_column = column + columns;
}

static void add_cells(grid *g, const fo_node *parent)
{
    for (const fo_node *child = parent->first_child; child; child = child->next) {
        if (child->type == FO_TABLE_CELL)
            add_cell(g, child);
        else if (child->type == FO_WRAPPER)
            add_cells(g, child);
    }
}

static bool says_true(const fo_node *node, const char *name)
{
    return g_strcmp0(fo_attribute(node, name), "true") == 0;
}

/* Rows of a part; cells without a row make their own by starts-row and ends-row. */
static void add_rows(grid *g, const fo_node *parent, const fo_node *part)
{
    bool is_open = false;
    for (const fo_node *child = parent->first_child; child; child = child->next) {
        if (child->type == FO_TABLE_ROW) {
            (void)add_row(g, child, part);
            add_cells(g, child);
            is_open = false;
        } else if (child->type == FO_TABLE_CELL) {
            if (!is_open || says_true(child, "starts-row"))
                (void)add_row(g, NULL, part);
            add_cell(g, child);
            is_open = !says_true(child, "ends-row");
        } else if (child->type == FO_WRAPPER) {
            add_rows(g, child, part);
        }
    }
}

/* No cell leaves its part, and no row its page while a cell spans it. */
static void close_part(grid *g, size_t first_cell)
{
    const size_t end = g->table->rows->len;
    size_t reach = g->part_start;
    guint next = (guint)first_cell;
    for (size_t row = g->part_start; row < end; row++) {
        for (; next < g->cells->len; next++) {
            fo_table_cell *cell = g_ptr_array_index(g->cells, next);
            if (cell->row != row)
                break;
            cell->rows = MIN(cell->rows, end - row);
            reach = MAX(reach, row + cell->rows);
        }
        fo_table_row_at(g->table, row)->ends_group = reach <= row + 1;
    }
    for (guint i = 0; i < g->occupied->len; i++)
        g_array_index(g->occupied, size_t, i) = MIN(g_array_index(g->occupied, size_t, i), end);
    g->part_start = end;
}

static size_t add_parts(grid *g, fo_type type)
{
    const size_t before = g->table->rows->len;
    for (const fo_node *child = g->table->node->first_child; child; child = child->next) {
        if (child->type != type)
            continue;
        const size_t first_cell = g->cells->len;
        add_rows(g, child, child);
        close_part(g, first_cell);
    }
    return g->table->rows->len - before;
}

static void raise_keep(fo_keep *keep, fo_keep by)
{
    keep->within_column = MAX(keep->within_column, by.within_column);
    keep->within_page = MAX(keep->within_page, by.within_page);
}

/* The chain of first (or last) children of a cell lends its keeps to the row (§7.20). */
static void lend_keep(fo_keep *keep, const fo_node *cell, bool last)
{
    enum { CHAIN_MAX = 32 };
    const fo_node *node = last ? cell->last_child : cell->first_child;
    for (int i = 0; node && !node->is_inline && i < CHAIN_MAX; i++) {
        raise_keep(keep, last ? node->style->keep_with_next : node->style->keep_with_previous);
        node = last ? node->last_child : node->first_child;
    }
}

/* Fills in which cell owns each place, and what cells tell their rows and columns. */
static void settle(grid *g)
{
    fo_table *t = g->table;
    t->owners = MH_NEW(t->arena, fo_table_cell *, t->rows->len * t->column_count + 1);
    for (guint i = 0; i < g->cells->len; i++) {
        fo_table_cell *cell = g_ptr_array_index(g->cells, i);
        fo_table_row *first = fo_table_row_at(t, cell->row);
        fo_table_row *last = fo_table_row_at(t, cell->row + cell->rows - 1);
        for (size_t r = cell->row; r < cell->row + cell->rows; r++)
            for (size_t c = cell->column; c < cell->column + cell->columns; c++)
                t->owners[r * t->column_count + c] = cell;
        lend_keep(&first->keep_with_previous, cell->node, false);
        lend_keep(&last->keep_with_next, cell->node, true);
        first->break_before = MAX(first->break_before, fo_break_before(cell->node));
        last->break_after = MAX(last->break_after, fo_break_after(cell->node));
        const fo_style *style = cell->node->style;
        cell->least_height = definite(style->height, style->min_height);
        if (cell->rows == 1)
            cell->least_height = MAX(cell->least_height, first->height);
        fo_length *width = &t->columns[cell->column].width;
        if (cell->row == 0 && cell->columns == 1 && width->is_auto)
            *width = style->width;
    }
}

fo_table *fo_table_grid(mh_arena *arena, const fo_node *node, bool rtl)
{
    fo_table *table = MH_NEW(arena, fo_table, 1);
    *table = (fo_table){.node = node,
                        .arena = arena,
                        .rows = mh_arena_array(arena, sizeof(fo_table_row)),
                        .is_collapsed = node->style->border_collapse,
                        .rtl = rtl};
    if (!table->is_collapsed) {
        table->half_inline = node->style->border_spacing_inline / 2;
        table->half_block = node->style->border_spacing_block / 2;
    }
    grid g = {.table = table,
              .columns = mh_arena_array(arena, sizeof(fo_table_column)),
              .occupied = mh_arena_array(arena, sizeof(size_t)),
              .cells = mh_arena_ptr_array(arena)};
    for (const fo_node *child = node->first_child; child; child = child->next)
        if (child->type == FO_TABLE_COLUMN)
            add_column(&g, child);
    table->header_rows = add_parts(&g, FO_TABLE_HEADER);
    (void)add_parts(&g, FO_TABLE_BODY);
    table->footer_rows = add_parts(&g, FO_TABLE_FOOTER);
    table->columns = (fo_table_column *)(void *)g.columns->data;
    table->column_count = g.columns->len;
    settle(&g);
    return table;
}

static const fo_node *edge_child(const fo_node *parent, fo_type type, bool last)
{
    const fo_node *found = NULL;
    for (const fo_node *child = parent->first_child; child; child = child->next) {
        if (child->type != type)
            continue;
        found = child;
        if (!last)
            break;
    }
    return found;
}

static const fo_node *edge_row(const fo_node *table, bool last)
{
    const fo_node *body = edge_child(table, FO_TABLE_BODY, last);
    return body ? edge_child(body, FO_TABLE_ROW, last) : NULL;
}

fo_break fo_table_lent_break(const fo_node *table, bool last)
{
    const fo_node *row = edge_row(table, last);
    if (!row)
        return FO_BREAK_AUTO;
    fo_break strongest = last ? row->style->break_after : row->style->break_before;
    for (const fo_node *cell = row->first_child; cell; cell = cell->next)
        if (cell->type == FO_TABLE_CELL)
            strongest = MAX(strongest, last ? fo_break_after(cell) : fo_break_before(cell));
    return strongest;
}

fo_keep fo_table_lent_keep(const fo_node *table, bool last)
{
    const fo_node *row = edge_row(table, last);
    fo_keep keep = {0};
    if (!row)
        return keep;
    raise_keep(&keep, last ? row->style->keep_with_next : row->style->keep_with_previous);
    for (const fo_node *cell = row->first_child; cell; cell = cell->next)
        if (cell->type == FO_TABLE_CELL)
            lend_keep(&keep, cell, last);
    return keep;
}
