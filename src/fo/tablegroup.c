/* Groups of rows as items: building their cells, their height, and what is visited in them. */

#include "fo/table.h"

bool fo_group_cell_range(const fo_table_group *group, size_t cell, const fo_group_place *from,
                         const fo_group_place *to, fo_range *out)
{
    const fo_table_cell *c = group->cells[cell];
    const fo_cell_progress start = fo_group_progress(from, cell);
    if (fo_group_cell_first(group, c) >= fo_group_end_row(group, to)
        || fo_group_cell_end(group, c) <= fo_group_first_row(from))
        return false;
    *out = (fo_range){.from = start.place, .to = {.index = c->items->list->len}, .is_end = true};
    if (to && !to->cells[cell].is_done) {
        out->to = to->cells[cell].place;
        out->is_end = false;
    }
    if (start.is_done)
        out->from = out->to;
    return true;
}

/* Height of what stands of a cell in a piece, edges included. */
static int32_t piece_height(fo_context *context, const fo_table_group *group, size_t cell,
                            const fo_group_place *from, const fo_group_place *to)
{
    const fo_table_cell *c = group->cells[cell];
    const fo_cell_progress start = fo_group_progress(from, cell);
    fo_range range;
    if (!fo_group_cell_range(group, cell, from, to, &range))
        return 0;
    const bool is_cut = to && !to->cells[cell].is_done;
    int32_t height = start.has_begun ? c->before_rest : c->before;
    height += is_cut ? c->after_rest : c->after;
    if (start.is_done)
        return 0;
    int32_t content = c->content_height;
    if (start.has_begun || is_cut)
        content = fo_range_height(context, c->items, &range);
    /* The first part of a divided cell is as high as the cell was asked to be, as in FOP. */
    return height + (start.has_begun ? content : MAX(content, c->least_height));
}

/* A piece of a group being laid out. */
typedef struct laying {
    fo_context *context;
    const fo_table_group *group;
    const fo_group_place *from;
    const fo_group_place *to;
    fo_group_piece *piece;
} laying;

/* Makes row @p row high enough for the part of cell @p i that ends in it. */
static void grow_row(const laying *l, size_t i, size_t row)
{
    const fo_table_cell *c = l->group->cells[i];
    if (fo_group_cell_first(l->group, c) > row)
        return;
    const int32_t own = piece_height(l->context, l->group, i, l->from, l->to);
    const int32_t above = fo_group_rows_height(l->piece, fo_group_cell_first(l->group, c), row);
    l->piece->size[row] = MAX(l->piece->size[row], own - above);
}

void fo_group_lay_out(fo_context *context, const fo_table_group *group, const fo_group_place *from,
                      const fo_group_place *to, mh_arena *arena, fo_group_piece *out)
{
    *out = (fo_group_piece){.first = fo_group_first_row(from),
                            .end = fo_group_end_row(group, to),
                            .top = MH_NEW(arena, int32_t, group->count + 1),
                            .size = MH_NEW(arena, int32_t, group->count + 1)};
    const laying l = {.context = context, .group = group, .from = from, .to = to, .piece = out};
    for (size_t row = out->first; row < out->end; row++) {
        out->top[row] = out->height;
        out->size[row] = fo_group_asked_height(group, row, from);
        for (size_t k = group->ending_start[row]; k < group->ending_start[row + 1]; k++)
            grow_row(&l, group->ending[k], row);
        /* Cells that span over the end of the piece end in its last row. */
        for (size_t i = 0; row + 1 == out->end && i < group->cell_count; i++)
            if (fo_group_cell_end(group, group->cells[i]) > out->end)
                grow_row(&l, i, row);
        out->height += out->size[row];
    }
}

static int32_t group_height(fo_context *context, const fo_item *item, const void *from,
                            const void *to)
{
    fo_group_piece piece;
    mh_arena *arena = mh_arena_new();
    fo_group_lay_out(context, item->parts.data, from, to, arena, &piece);
    mh_arena_free(arena);
    return piece.height;
}

/* Rows and parts are areas without edges; they are visited for their ids and markers. */
static void visit_object(fo_visitor *visitor, const fo_node *node, bool begins, bool ends)
{
    if (!node)
        return;
    fo_area area = {.node = node, .is_continued = !begins};
    fo_item item = {.kind = FO_ITEM_OPEN, .node = node, .area = &area};
    if (begins)
        visitor->visit(visitor, &item);
    item.kind = FO_ITEM_CLOSE;
    if (ends)
        visitor->visit(visitor, &item);
}

static bool is_part_edge(const fo_table *table, size_t row, size_t other)
{
    return other >= table->rows->len
           || fo_table_row_at(table, row)->part != fo_table_row_at(table, other)->part;
}

static void visit_group(fo_context *context, const fo_item *item, const void *from, const void *to,
                        fo_visitor *visitor)
{
    const fo_table_group *group = item->parts.data;
    const fo_table *table = group->table;
    const fo_group_place *start = from;
    const fo_group_place *end = to;
    for (size_t r = fo_group_first_row(start); r < fo_group_end_row(group, end); r++) {
        const size_t row = group->first + r;
        const bool begins = !(start && start->is_mid_row && start->row == r);
        const bool ends = !(end && end->is_mid_row && end->row == r);
        visit_object(visitor, fo_table_row_at(table, row)->part,
                     begins && is_part_edge(table, row, row - 1),
                     ends && is_part_edge(table, row, row + 1));
        visit_object(visitor, fo_table_row_at(table, row)->node, begins, ends);
    }
    for (size_t i = 0; i < group->cell_count; i++) {
        fo_range range;
        if (fo_group_cell_range(group, i, start, end, &range)
            && !fo_group_progress(start, i).is_done)
            fo_visit_range(context, group->cells[i]->items, &range, visitor);
    }
}

static const fo_parts_class group_class = {
    .fit = fo_group_fit,
    .draw = fo_group_draw,
    .visit = visit_group,
    .height = group_height,
};

/* A cell's edges are its row's business: its area is there for its id and markers. */
static void paint_nothing(fo_context *context, fo_painter *painter, const fo_area *area,
                          mh_rect rect, bool is_first, bool is_last)
{
    (void)context;
    (void)painter;
    (void)area;
    (void)rect;
    (void)is_first;
    (void)is_last;
}

static void raise_keep(fo_builder *builder, const fo_node *node)
{
    if (!node)
        return;
    builder->keep_column = MAX(builder->keep_column, node->style->keep_together.within_column);
    builder->keep_page = MAX(builder->keep_page, node->style->keep_together.within_page);
}

static void build_cell(const fo_builder *builder, const fo_table *table, fo_table_cell *cell)
{
    fo_builder own = *builder;
    own.items = fo_items_new(table->arena);
    own.area = NULL;
    own.origin = 0;
    own.reference = cell->content_width;
    own.reference_height = cell->least_height;
    own.rtl = cell->node->style->writing_rtl;
    own.resume = NULL;
    raise_keep(&own, fo_table_row_at(table, cell->row)->node);
    raise_keep(&own, cell->node);
    fo_area *area = fo_open_area(&own, cell->node, 0, cell->content_width);
    area->before = area->after = area->retained_before = area->retained_after = 0;
    area->paint = paint_nothing;
    fo_build_children(&own, cell->node);
    fo_close_area(&own);
    cell->items = own.items;
    const fo_room any = {.height = INT32_MAX / 4, .is_forced = true};
    fo_piece whole;
    fo_fit(builder->context, cell->items, (fo_place){0}, &any, &whole);
    cell->is_plain = whole.is_end && whole.forced == FO_BREAK_AUTO;
    cell->content_height =
        cell->is_plain ? whole.height : fo_items_height(builder->context, cell->items);
}

/* Sorts the cells of a group by the row they end in. */
static void index_ends(fo_table_group *group)
{
    mh_arena *arena = group->table->arena;
    group->ending = MH_NEW(arena, size_t, group->cell_count + 1);
    group->ending_start = MH_NEW(arena, size_t, group->count + 1);
    for (size_t i = 0; i < group->cell_count; i++)
        group->ending_start[fo_group_cell_end(group, group->cells[i])]++;
    for (size_t row = 0; row < group->count; row++)
        group->ending_start[row + 1] += group->ending_start[row];
    size_t *next = MH_NEW(arena, size_t, group->count + 1);
    memcpy(next, group->ending_start, group->count * sizeof *next);
    for (size_t i = 0; i < group->cell_count; i++)
        group->ending[next[fo_group_cell_end(group, group->cells[i]) - 1]++] = i;
}

static fo_table_group *new_group(const fo_builder *builder, const fo_table *table, size_t first,
                                 size_t end)
{
    fo_table_group *group = MH_NEW(table->arena, fo_table_group, 1);
    size_t count = 0;
    for (size_t row = first; row < end; row++)
        count += fo_table_row_at(table, row)->cells->len;
    *group = (fo_table_group){
        .table = table,
        .first = first,
        .count = end - first,
        .keep_together = {.within_column = builder->keep_column, .within_page = builder->keep_page},
        .cells = MH_NEW(table->arena, fo_table_cell *, count + 1)};
    for (size_t row = first; row < end; row++) {
        const GPtrArray *cells = fo_table_row_at(table, row)->cells;
        for (guint i = 0; i < cells->len; i++) {
            fo_table_cell *cell = g_ptr_array_index(cells, i);
            build_cell(builder, table, cell);
            group->cells[group->cell_count++] = cell;
        }
    }
    index_ends(group);
    return group;
}

void fo_table_add_rows(fo_builder *builder, const fo_table *table, size_t first, size_t end)
{
    for (size_t row = first; row < end;) {
        size_t behind = row + 1;
        while (behind < end && !fo_table_row_at(table, behind - 1)->ends_group)
            behind++;
        fo_table_group *group = new_group(builder, table, row, behind);
        fo_item *item =
            fo_add_parts(builder, fo_table_row_at(table, row)->node, &group_class, group);
        item->x = table->x;
        item->width = table->width;
        if (behind < end) {
            const fo_table_row *above = fo_table_row_at(table, behind - 1);
            const fo_table_row *below = fo_table_row_at(table, behind);
            const fo_keep *a = &above->keep_with_next;
            const fo_keep *b = &below->keep_with_previous;
            fo_add_break(builder,
                         &(fo_break_point){.within_column = MAX(a->within_column, b->within_column),
                                           .within_page = MAX(a->within_page, b->within_page),
                                           .forced = MAX(above->break_after, below->break_before)});
        }
        row = behind;
    }
}
