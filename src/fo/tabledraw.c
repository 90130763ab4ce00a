/* Drawing tables: backgrounds from the column to the cell, borders, and the content of cells. */

#include "fo/painter.h"
#include "fo/table.h"

static void add_destination(fo_painter *painter, const fo_node *node, int32_t x, int32_t y)
{
    if (!node || !node->id)
        return;
    const mh_destination place = {.id = node->id, .x = x, .y = y};
    g_array_append_vals(painter->destinations, &place, 1);
}

/* A copy of @p style without some of its borders. */
static const fo_style *without_borders(fo_painter *painter, const fo_style *style, bool before,
                                       bool after, bool sides)
{
    fo_style *copy = MH_NEW(painter->arena, fo_style, 1);
    *copy = *style;
    if (before)
        copy->edges[FO_BEFORE].width = 0;
    if (after)
        copy->edges[FO_AFTER].width = 0;
    if (sides)
        copy->edges[FO_START].width = copy->edges[FO_END].width = 0;
    return copy;
}

static void paint_background(fo_painter *painter, const fo_node *node, mh_rect rect, bool rtl)
{
    if (!node || !node->style->visible
        || (node->style->background.alpha == 0 && !node->style->background_image))
        return;
    fo_paint_box(painter, without_borders(painter, node->style, true, true, true), rect, rtl);
}

void fo_table_paint(fo_context *context, fo_painter *painter, const fo_area *area, mh_rect rect,
                    bool is_first, bool is_last)
{
    (void)context;
    const fo_style *style = area->node->style;
    if (style->border_collapse) {
        paint_background(painter, area->node, rect, area->rtl);
        return;
    }
    const bool cut_before = !is_first && !style->edges[FO_BEFORE].border_retain;
    const bool cut_after = !is_last && !style->edges[FO_AFTER].border_retain;
    if (style->visible)
        fo_paint_box(painter, without_borders(painter, style, cut_before, cut_after, false), rect,
                     area->rtl);
}

/* What one call of fo_group_draw() works on. */
typedef struct drawing {
    fo_context *context;
    fo_painter *painter;
    const fo_table_group *group;
    const fo_group_place *from;
    const fo_group_place *to;
    fo_group_piece piece;
    int32_t x; /* of the table's content */
    int32_t y; /* of the piece */
} drawing;

static mh_rect cell_rect(const drawing *d, const fo_table_cell *cell)
{
    const fo_table *t = d->group->table;
    const size_t first = MAX(cell->row - d->group->first, d->piece.first);
    const size_t end = MIN(cell->row - d->group->first + cell->rows, d->piece.end);
    int32_t height = 0;
    for (size_t row = first; row < end; row++)
        height += d->piece.size[row];
    return (mh_rect){.x = d->x + cell->x,
                     .y = d->y + d->piece.top[first] + t->half_block,
                     .width = cell->width,
                     .height = MAX(height - 2 * t->half_block, 0)};
}

static bool is_empty(const fo_table_cell *cell)
{
    return cell->content_height == 0;
}

static void draw_cell_box(const drawing *d, size_t i)
{
    const fo_table_cell *cell = d->group->cells[i];
    const fo_table *t = d->group->table;
    const fo_table_row *row = fo_table_row_at(t, cell->row);
    const mh_rect rect = cell_rect(d, cell);
    const fo_style *style = cell->node->style;
    if (!style->visible || (!t->is_collapsed && is_empty(cell) && !style->empty_cells_show))
        return;
    paint_background(d->painter, t->columns[cell->column].node, rect, t->rtl);
    paint_background(d->painter, row->part, rect, t->rtl);
    paint_background(d->painter, row->node, rect, t->rtl);
    if (t->is_collapsed) {
        paint_background(d->painter, cell->node, rect, t->rtl);
        return;
    }
    const bool goes_on = d->from && d->from->cells[i].has_begun;
    const bool is_cut = d->to && !d->to->cells[i].is_done;
    const bool cut_before = goes_on && !style->edges[FO_BEFORE].border_retain;
    const bool cut_after = is_cut && !style->edges[FO_AFTER].border_retain;
    fo_paint_box(d->painter, without_borders(d->painter, style, cut_before, cut_after, false), rect,
                 t->rtl);
}

static int32_t align_offset(const fo_style *style, int32_t room)
{
    switch (style->display_align) {
    case FO_DISPLAY_CENTER:
        return MAX(room, 0) / 2;
    case FO_DISPLAY_AFTER:
        return MAX(room, 0);
    case FO_DISPLAY_AUTO:
    case FO_DISPLAY_BEFORE:
        break;
    }
    return 0;
}

static void draw_content(const drawing *d, size_t i)
{
    const fo_table_cell *cell = d->group->cells[i];
    const fo_cell_progress start = d->from ? d->from->cells[i] : (fo_cell_progress){0};
    const bool is_cut = d->to && !d->to->cells[i].is_done;
    const int32_t half = d->group->table->half_block;
    const mh_rect rect = cell_rect(d, cell);
    fo_range range;
    if (start.is_done || !fo_group_cell_range(d->group, i, d->from, d->to, &range))
        return;
    const int32_t before = start.has_begun ? cell->before_rest : cell->before;
    const int32_t after = is_cut ? cell->after_rest : cell->after;
    const int32_t height = !start.has_begun && !is_cut
                               ? cell->content_height
                               : fo_range_height(d->context, cell->items, &range);
    const int32_t room = rect.height + 2 * half - before - after - height;
    const int32_t y = rect.y - half + before + align_offset(cell->node->style, room);
    fo_draw_range(d->context, d->painter, cell->items, &range, d->x + cell->content_x, y);
}

static void draw_edge(const drawing *d, const fo_table_edge *edge, mh_rect rect)
{
    if (edge->width > 0)
        fo_paint_rule(d->painter, rect, edge->style, edge->color);
}

/* The collapsed border above a row of the grid, at @p y. Corners belong to it. */
static void draw_horizontal(const drawing *d, size_t row, int32_t y)
{
    const fo_table *t = d->group->table;
    for (size_t c = 0; c < t->column_count; c++) {
        const fo_table_edge *edge = &t->horizontal[row * t->column_count + c];
        const fo_table_column *column = &t->columns[c];
        const int32_t left = t->rtl ? t->width - column->offset - column->size : column->offset;
        const int32_t half = edge->width / 2;
        draw_edge(d, edge,
                  (mh_rect){.x = d->x + left - half,
                            .y = y - half,
                            .width = column->size + edge->width,
                            .height = edge->width});
    }
}

static void draw_vertical(const drawing *d, size_t row, int32_t y, int32_t height)
{
    const fo_table *t = d->group->table;
    for (size_t c = 0; c <= t->column_count; c++) {
        const fo_table_edge *edge = &t->vertical[row * (t->column_count + 1) + c];
        int32_t at = 0;
        if (c > 0)
            at = t->columns[c - 1].offset + t->columns[c - 1].size;
        if (t->rtl)
            at = t->width - at;
        draw_edge(
            d, edge,
            (mh_rect){
                .x = d->x + at - edge->width / 2, .y = y, .width = edge->width, .height = height});
    }
}

static void draw_collapsed(const drawing *d)
{
    const fo_group_piece *piece = &d->piece;
    const size_t first = d->group->first;
    for (size_t row = piece->first; row < piece->end; row++)
        draw_vertical(d, first + row, d->y + piece->top[row], piece->size[row]);
    for (size_t row = piece->first; row < piece->end; row++) {
        const bool goes_on = d->from && d->from->is_mid_row && d->from->row == row;
        if (!goes_on)
            draw_horizontal(d, first + row, d->y + piece->top[row]);
    }
    if (!d->to || !d->to->is_mid_row)
        draw_horizontal(d, first + piece->end, d->y + piece->height);
}

static void add_row_destinations(const drawing *d)
{
    const fo_table *t = d->group->table;
    for (size_t r = d->piece.first; r < d->piece.end; r++) {
        const size_t row = d->group->first + r;
        const int32_t y = d->y + d->piece.top[r];
        if (d->from && d->from->is_mid_row && d->from->row == r)
            continue;
        if (row == 0 || fo_table_row_at(t, row)->part != fo_table_row_at(t, row - 1)->part)
            add_destination(d->painter, fo_table_row_at(t, row)->part, d->x, y);
        add_destination(d->painter, fo_table_row_at(t, row)->node, d->x, y);
    }
}

void fo_group_draw(fo_context *context, fo_painter *painter, const fo_item *item,
                   const fo_part *part, int32_t x, int32_t y)
{
    drawing d = {.context = context,
                 .painter = painter,
                 .group = item->parts.data,
                 .from = part->from,
                 .to = part->to,
                 .x = x + item->x,
                 .y = y};
    fo_group_lay_out(context, d.group, d.from, d.to, painter->arena, &d.piece);
    add_row_destinations(&d);
    for (size_t i = 0; i < d.group->cell_count; i++) {
        fo_range range;
        if (fo_group_cell_range(d.group, i, d.from, d.to, &range))
            draw_cell_box(&d, i);
    }
    if (d.group->table->is_collapsed)
        draw_collapsed(&d);
    for (size_t i = 0; i < d.group->cell_count; i++)
        draw_content(&d, i);
}
