/* Borders of cells: their own, or what neighbours agree on in the collapsing model (§6.7.10). */

#include "fo/table.h"

/* Of equally wide borders the style that is more of a line wins. */
static int rank_of(fo_border_style style)
{
    switch (style) {
    case FO_BORDER_HIDDEN:
        return 9;
    case FO_BORDER_DOUBLE:
        return 8;
    case FO_BORDER_SOLID:
        return 7;
    case FO_BORDER_DASHED:
        return 6;
    case FO_BORDER_DOTTED:
        return 5;
    case FO_BORDER_RIDGE:
        return 4;
    case FO_BORDER_OUTSET:
        return 3;
    case FO_BORDER_GROOVE:
        return 2;
    case FO_BORDER_INSET:
        return 1;
    case FO_BORDER_NONE:
        break;
    }
    return 0;
}

/* Candidates come in order of weight: the cell's first, the table's last; of equals the first
 * stays. */
static void contend(fo_table_edge *winner, const fo_node *node, fo_side side)
{
    if (!node || winner->style == FO_BORDER_HIDDEN)
        return;
    const fo_edge *edge = &node->style->edges[side];
    const bool wins =
        edge->style == FO_BORDER_HIDDEN || edge->width > winner->width
        || (edge->width == winner->width && rank_of(edge->style) > rank_of(winner->style));
    if (wins)
        *winner = (fo_table_edge){.style = edge->style, .width = edge->width, .color = edge->color};
}

static const fo_table_cell *owner(const fo_table *t, size_t row, size_t column)
{
    return t->owners[row * t->column_count + column];
}

static const fo_node *cell_node(const fo_table_cell *cell)
{
    return cell ? cell->node : NULL;
}

static const fo_node *row_node(const fo_table *t, size_t row)
{
    return fo_table_row_at(t, row)->node;
}

static const fo_node *part_of(const fo_table *t, size_t row)
{
    return fo_table_row_at(t, row)->part;
}

/* The border above @p row, which may be the one behind the last. */
static fo_table_edge horizontal_edge(const fo_table *t, size_t row, size_t column)
{
    const size_t count = t->rows->len;
    const bool has_above = row > 0;
    const bool has_below = row < count;
    const fo_table_cell *above = has_above ? owner(t, row - 1, column) : NULL;
    const fo_table_cell *below = has_below ? owner(t, row, column) : NULL;
    fo_table_edge edge = {0};
    if (above && above == below)
        return edge;
    contend(&edge, cell_node(above), FO_AFTER);
    contend(&edge, cell_node(below), FO_BEFORE);
    contend(&edge, has_above ? row_node(t, row - 1) : NULL, FO_AFTER);
    contend(&edge, has_below ? row_node(t, row) : NULL, FO_BEFORE);
    const bool parts_meet = !has_above || !has_below || part_of(t, row - 1) != part_of(t, row);
    if (parts_meet) {
        contend(&edge, has_above ? part_of(t, row - 1) : NULL, FO_AFTER);
        contend(&edge, has_below ? part_of(t, row) : NULL, FO_BEFORE);
    }
    const fo_node *column_node = t->columns[column].node;
    if (!has_above) {
        contend(&edge, column_node, FO_BEFORE);
        contend(&edge, t->node, FO_BEFORE);
    }
    if (!has_below) {
        contend(&edge, column_node, FO_AFTER);
        contend(&edge, t->node, FO_AFTER);
    }
    return edge;
}

/* The border at the start of @p column in @p row. */
static fo_table_edge vertical_edge(const fo_table *t, size_t row, size_t column)
{
    const bool has_left = column > 0;
    const bool has_right = column < t->column_count;
    const fo_table_cell *left = has_left ? owner(t, row, column - 1) : NULL;
    const fo_table_cell *right = has_right ? owner(t, row, column) : NULL;
    fo_table_edge edge = {0};
    if (left && left == right)
        return edge;
    contend(&edge, cell_node(left), FO_END);
    contend(&edge, cell_node(right), FO_START);
    if (!has_left || !has_right) {
        const fo_side side = has_left ? FO_END : FO_START;
        contend(&edge, row_node(t, row), side);
        contend(&edge, part_of(t, row), side);
    }
    contend(&edge, has_left ? t->columns[column - 1].node : NULL, FO_END);
    contend(&edge, has_right ? t->columns[column].node : NULL, FO_START);
    if (!has_left)
        contend(&edge, t->node, FO_START);
    if (!has_right)
        contend(&edge, t->node, FO_END);
    return edge;
}

void fo_table_borders(fo_table *t)
{
    if (!t->is_collapsed)
        return;
    const size_t rows = t->rows->len;
    t->horizontal = MH_NEW(t->arena, fo_table_edge, (rows + 1) * t->column_count + 1);
    t->vertical = MH_NEW(t->arena, fo_table_edge, rows * (t->column_count + 1) + 1);
    for (size_t row = 0; row <= rows; row++)
        for (size_t column = 0; column < t->column_count; column++)
            t->horizontal[row * t->column_count + column] = horizontal_edge(t, row, column);
    for (size_t row = 0; row < rows; row++)
        for (size_t column = 0; column <= t->column_count; column++)
            t->vertical[row * (t->column_count + 1) + column] = vertical_edge(t, row, column);
}

/* Half of the widest border along one side of a cell. */
static int32_t half_horizontal(const fo_table *t, const fo_table_cell *cell, size_t row)
{
    int32_t width = 0;
    for (size_t c = cell->column; c < cell->column + cell->columns; c++)
        width = MAX(width, t->horizontal[row * t->column_count + c].width);
    return width / 2;
}

static int32_t half_vertical(const fo_table *t, const fo_table_cell *cell, size_t column)
{
    int32_t width = 0;
    for (size_t r = cell->row; r < cell->row + cell->rows; r++)
        width = MAX(width, t->vertical[r * (t->column_count + 1) + column].width);
    return width / 2;
}

static int32_t kept(const fo_edge *edge, int32_t padding)
{
    return (edge->border_retain ? edge->width : 0) + (edge->padding_retain ? padding : 0);
}

/* What of a collapsed border is left where a page ends in a cell. */
static int32_t half_retained(const fo_table *t, const fo_table_cell *cell, fo_side side)
{
    const fo_edge *own = &cell->node->style->edges[side];
    const fo_edge *outer = &t->node->style->edges[side];
    const int32_t kept_own = own->border_retain ? own->width : 0;
    const int32_t kept_outer = outer->border_retain ? outer->width : 0;
    return MAX(kept_own, kept_outer) / 2;
}

void fo_table_cell_edges(const fo_table *t, fo_table_cell *cell, int32_t reference)
{
    const fo_edge *edges = cell->node->style->edges;
    int32_t padding[FO_SIDE_COUNT];
    int32_t border[FO_SIDE_COUNT];
    for (size_t side = 0; side < FO_SIDE_COUNT; side++) {
        padding[side] = fo_length_resolve(edges[side].padding, reference);
        border[side] = edges[side].width;
    }
    int32_t rest_before = kept(&edges[FO_BEFORE], padding[FO_BEFORE]);
    int32_t rest_after = kept(&edges[FO_AFTER], padding[FO_AFTER]);
    if (t->is_collapsed) {
        border[FO_BEFORE] = half_horizontal(t, cell, cell->row);
        border[FO_AFTER] = half_horizontal(t, cell, cell->row + cell->rows);
        border[FO_START] = half_vertical(t, cell, cell->column);
        border[FO_END] = half_vertical(t, cell, cell->column + cell->columns);
        rest_before = half_retained(t, cell, FO_BEFORE);
        rest_before += edges[FO_BEFORE].padding_retain ? padding[FO_BEFORE] : 0;
        rest_after = half_retained(t, cell, FO_AFTER);
        rest_after += edges[FO_AFTER].padding_retain ? padding[FO_AFTER] : 0;
    }
    cell->before = t->half_block + border[FO_BEFORE] + padding[FO_BEFORE];
    cell->after = t->half_block + border[FO_AFTER] + padding[FO_AFTER];
    cell->before_rest = t->half_block + rest_before;
    cell->after_rest = t->half_block + rest_after;
    const fo_table_column *first = &t->columns[cell->column];
    const fo_table_column *last = &t->columns[cell->column + cell->columns - 1];
    const int32_t start = first->offset + t->half_inline;
    cell->width = MAX(last->offset + last->size - t->half_inline - start, 0);
    cell->x = t->rtl ? t->width - start - cell->width : start;
    const int32_t start_edge = border[FO_START] + padding[FO_START];
    const int32_t end_edge = border[FO_END] + padding[FO_END];
    cell->content_x = cell->x + (t->rtl ? end_edge : start_edge);
    cell->content_width = MAX(cell->width - start_edge - end_edge, 0);
}
