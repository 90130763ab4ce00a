/*
 * Rows over pages. Rows joined by spanning cells are one group. A page takes whole rows as long as
 * they fit; then the group is divided in the row that does not, or behind an earlier one, where the
 * keeps allow it best. A cell that begins on a page must show something of it there.
 */

#include "fo/table.h"

static fo_cell_progress progress_of(const fo_group_place *place, size_t cell)
{
    return place ? place->cells[cell] : (fo_cell_progress){0};
}

static size_t first_row(const fo_group_place *from)
{
    return from ? from->row : 0;
}

/* Row of the group behind the last that has a part in a piece ending at @p to. */
static size_t end_row(const fo_table_group *group, const fo_group_place *to)
{
    if (!to)
        return group->count;
    return to->row + (to->is_mid_row ? 1 : 0);
}

static size_t cell_first(const fo_table_group *group, const fo_table_cell *cell)
{
    return cell->row - group->first;
}

static size_t cell_end(const fo_table_group *group, const fo_table_cell *cell)
{
    return cell->row - group->first + cell->rows;
}

bool fo_group_cell_range(const fo_table_group *group, size_t cell, const fo_group_place *from,
                         const fo_group_place *to, fo_range *out)
{
    const fo_table_cell *c = group->cells[cell];
    const fo_cell_progress start = progress_of(from, cell);
    if (cell_first(group, c) >= end_row(group, to) || cell_end(group, c) <= first_row(from))
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
    const fo_cell_progress start = progress_of(from, cell);
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

/* What the row asks for; its first part gets all of it. */
static int32_t asked_height(const fo_table_group *group, size_t row, const fo_group_place *from)
{
    const bool goes_on = from && from->row == row && from->is_mid_row;
    return goes_on ? 0 : fo_table_row_at(group->table, group->first + row)->height;
}

static int32_t height_of_rows(const fo_group_piece *piece, size_t first, size_t end)
{
    int32_t height = 0;
    for (size_t row = MAX(first, piece->first); row < end; row++)
        height += piece->size[row];
    return height;
}

void fo_group_lay_out(fo_context *context, const fo_table_group *group, const fo_group_place *from,
                      const fo_group_place *to, mh_arena *arena, fo_group_piece *out)
{
    *out = (fo_group_piece){.first = first_row(from),
                            .end = end_row(group, to),
                            .top = MH_NEW(arena, int32_t, group->count + 1),
                            .size = MH_NEW(arena, int32_t, group->count + 1)};
    for (size_t row = out->first; row < out->end; row++) {
        int32_t size = asked_height(group, row, from);
        for (size_t i = 0; i < group->cell_count; i++) {
            const fo_table_cell *c = group->cells[i];
            const size_t last = MIN(cell_end(group, c), out->end);
            if (last != row + 1 || cell_first(group, c) > row)
                continue;
            const int32_t own = piece_height(context, group, i, from, to);
            size = MAX(size, own - height_of_rows(out, cell_first(group, c), row));
        }
        out->top[row] = out->height;
        out->size[row] = size;
        out->height += size;
    }
}

/* Dividing */

/* Sums of rounded heights may differ by this from what they should be. */
enum { TOLERANCE = PANGO_SCALE / 16 };

typedef struct division {
    fo_context *context;
    const fo_table_group *group;
    const fo_group_place *from;
    const fo_room *room;
    fo_group_piece piece; /* rows that are whole so far */
} division;

typedef struct candidate {
    bool is_possible;
    fo_group_place *place;
    int32_t height;
    int16_t strength;
    fo_break forced;
    bool is_overfull;
} candidate;

static int16_t strength_of(const division *d, fo_keep keep)
{
    return d->room->is_column ? keep.within_column : MAX(keep.within_column, keep.within_page);
}

static bool is_active(const fo_table_group *group, const fo_table_cell *cell, size_t row)
{
    return cell_first(group, cell) <= row && row < cell_end(group, cell);
}

static int32_t cell_top(const division *d, const fo_table_cell *cell)
{
    const size_t row = MAX(cell_first(d->group, cell), d->piece.first);
    return d->piece.top[row];
}

/* Fits a cell between its top and @p bottom; false when nothing of it goes there. */
static bool fit_cell(const division *d, size_t i, int32_t bottom, bool is_forced, fo_piece *out)
{
    const fo_table_cell *c = d->group->cells[i];
    const fo_cell_progress start = progress_of(d->from, i);
    const int32_t before = start.has_begun ? c->before_rest : c->before;
    fo_room room = {.height = bottom - cell_top(d, c) - before - c->after,
                    .is_column = d->room->is_column,
                    .is_forced = is_forced};
    if (start.is_done) {
        *out = (fo_piece){.fits = true, .is_end = true};
        return true;
    }
    if (!start.has_begun && c->is_plain && c->content_height <= room.height + TOLERANCE) {
        *out = (fo_piece){.fits = true, .is_end = true, .height = c->content_height};
        return true;
    }
    room.height = bottom - cell_top(d, c) - before - c->after_rest;
    fo_fit(d->context, c->items, start.place, &room, out);
    const bool is_too_high =
        out->fits && out->is_end && !is_forced
        && out->height - out->shrink > room.height - c->after + c->after_rest + TOLERANCE;
    if (is_too_high) {
        /* The last piece needs the whole after-edge. */
        room.height += c->after_rest - c->after;
        fo_fit(d->context, c->items, start.place, &room, out);
    }
    return out->fits;
}

static int32_t edges_of(const division *d, size_t i, bool is_end)
{
    const fo_table_cell *c = d->group->cells[i];
    const int32_t before = progress_of(d->from, i).has_begun ? c->before_rest : c->before;
    return before + (is_end ? c->after : c->after_rest);
}

/* Adds row @p row to the whole ones if all cells that end in it do so in the room. */
static bool add_whole_row(division *d, size_t row)
{
    int32_t size = asked_height(d->group, row, d->from);
    d->piece.top[row] = d->piece.height;
    for (size_t i = 0; i < d->group->cell_count; i++) {
        const fo_table_cell *c = d->group->cells[i];
        if (cell_end(d->group, c) != row + 1)
            continue;
        fo_piece piece;
        if (!fit_cell(d, i, d->room->height, false, &piece) || !piece.is_end
            || piece.forced != FO_BREAK_AUTO)
            return false;
        int32_t own = piece.height;
        if (!progress_of(d->from, i).has_begun)
            own = MAX(own, c->least_height);
        if (!progress_of(d->from, i).is_done)
            own += edges_of(d, i, true);
        size = MAX(size, own - height_of_rows(&d->piece, cell_first(d->group, c), row));
    }
    if (d->piece.height + size > d->room->height + TOLERANCE)
        return false;
    d->piece.size[row] = size;
    d->piece.height += size;
    return true;
}

static fo_group_place *new_place(const division *d, size_t row, bool is_mid_row)
{
    mh_arena *arena = d->group->table->arena;
    fo_group_place *place = MH_NEW(arena, fo_group_place, 1);
    *place = (fo_group_place){.row = row,
                              .is_mid_row = is_mid_row,
                              .cells = MH_NEW(arena, fo_cell_progress, d->group->cell_count + 1)};
    for (size_t i = 0; i < d->group->cell_count; i++) {
        place->cells[i] = progress_of(d->from, i);
        if (cell_end(d->group, d->group->cells[i]) <= row)
            place->cells[i] = (fo_cell_progress){.has_begun = true, .is_done = true};
    }
    return place;
}

static void take_piece(candidate *out, size_t i, const fo_piece *piece)
{
    out->place->cells[i] =
        (fo_cell_progress){.place = piece->to, .has_begun = true, .is_done = piece->is_end};
    out->is_overfull |= piece->is_overfull;
    if (!piece->is_end)
        out->strength = MAX(out->strength, piece->strength);
}

/* Behind whole row @p row: cells that span on give what fits beside the rows. */
static candidate cut_behind(const division *d, size_t row)
{
    const fo_table_row *above = fo_table_row_at(d->group->table, d->group->first + row);
    const fo_table_row *below = above + 1;
    candidate out = {.is_possible = true, .place = new_place(d, row + 1, false)};
    out.height = d->piece.top[row] + d->piece.size[row];
    out.strength =
        MAX(strength_of(d, above->keep_with_next), strength_of(d, below->keep_with_previous));
    out.strength = MAX(out.strength, strength_of(d, d->group->keep_together));
    out.forced = MAX(above->break_after, below->break_before);
    for (size_t i = 0; i < d->group->cell_count; i++) {
        const fo_table_cell *c = d->group->cells[i];
        fo_piece piece;
        if (!is_active(d->group, c, row) || cell_end(d->group, c) == row + 1)
            continue;
        if (fit_cell(d, i, out.height, false, &piece))
            take_piece(&out, i, &piece);
        else if (!progress_of(d->from, i).has_begun)
            out.strength = FO_KEEP_ALWAYS;
    }
    return out;
}

/* How low the first forced break in a cell of @p row stands; @p bottom when there is none. */
static int32_t forced_bottom(const division *d, size_t row, int32_t bottom, fo_break *forced)
{
    int32_t lowest = bottom;
    for (size_t i = 0; i < d->group->cell_count; i++) {
        const fo_table_cell *c = d->group->cells[i];
        fo_piece piece;
        if (!is_active(d->group, c, row) || progress_of(d->from, i).is_done
            || (c->is_plain && !progress_of(d->from, i).has_begun)
            || !fit_cell(d, i, bottom, false, &piece) || piece.forced == FO_BREAK_AUTO)
            continue;
        const int32_t own = cell_top(d, c) + edges_of(d, i, false) + piece.height;
        if (*forced == FO_BREAK_AUTO || own < lowest)
            lowest = own;
        *forced = MAX(*forced, piece.forced);
    }
    return lowest;
}

/* In row @p row: each cell that begins in it must show something. */
static candidate cut_inside(division *d, size_t row, bool is_forced)
{
    const fo_table_row *r = fo_table_row_at(d->group->table, d->group->first + row);
    candidate out = {.place = new_place(d, row, true)};
    d->piece.top[row] = d->piece.height;
    const int32_t bottom = forced_bottom(d, row, d->room->height, &out.forced);
    bool is_mid_row = d->from && d->from->row == row && d->from->is_mid_row;
    bool has_rest = is_forced || out.forced != FO_BREAK_AUTO;
    out.height = d->piece.height + asked_height(d->group, row, d->from);
    out.strength = strength_of(d, d->group->keep_together);
    if (r->node)
        out.strength = MAX(out.strength, strength_of(d, r->node->style->keep_together));
    for (size_t i = 0; i < d->group->cell_count; i++) {
        const fo_table_cell *c = d->group->cells[i];
        fo_piece piece;
        if (!is_active(d->group, c, row) || progress_of(d->from, i).is_done)
            continue;
        if (!fit_cell(d, i, bottom, is_forced || out.forced != FO_BREAK_AUTO, &piece)) {
            if (!is_mid_row && cell_first(d->group, c) == row)
                return (candidate){0};
            has_rest = true;
            continue;
        }
        take_piece(&out, i, &piece);
        out.is_possible = true;
        has_rest = has_rest || !piece.is_end;
        const bool begins = !progress_of(d->from, i).has_begun;
        const int32_t content = begins ? MAX(piece.height, c->least_height) : piece.height;
        const int32_t own = cell_top(d, c) + edges_of(d, i, piece.is_end) + content;
        out.height = MAX(out.height, own);
    }
    /* Where only the height asked for is too much, the row is not divided. */
    out.is_possible =
        out.is_possible && has_rest && (is_forced || out.height <= d->room->height + TOLERANCE);
    return out;
}

static void consider(candidate *best, const candidate *other)
{
    if (other->is_possible && (!best->is_possible || other->strength < best->strength))
        *best = *other;
}

/* The best place to divide the group when row @p row is the first that is not whole. */
static candidate divide(division *d, size_t row)
{
    candidate best = cut_inside(d, row, false);
    for (size_t end = row; end > d->piece.first; end--) {
        if (best.is_possible && best.strength == FO_KEEP_AUTO)
            break;
        const candidate other = cut_behind(d, end - 1);
        consider(&best, &other);
    }
    if (!best.is_possible && d->room->is_forced) {
        best = cut_inside(d, row, true);
        best.is_possible = true;
        best.is_overfull = true;
    }
    return best;
}

static void give(const candidate *c, fo_piece *out)
{
    *out = (fo_piece){.to = {.inside = c->place},
                      .fits = c->is_possible,
                      .is_overfull = c->is_overfull,
                      .height = c->height,
                      .strength = c->strength,
                      .forced = c->forced};
}

/* Nothing is left of the group after a forced, overfull piece that took all of every cell. */
static bool is_finished(const fo_table_group *group, const fo_group_place *place)
{
    if (place->row + 1 < group->count)
        return false;
    for (size_t i = 0; i < group->cell_count; i++)
        if (!place->cells[i].is_done)
            return false;
    return true;
}

static void fit_group(fo_context *context, const fo_item *item, const void *from,
                      const fo_room *room, fo_piece *out)
{
    const fo_table_group *group = item->parts.data;
    mh_arena *arena = group->table->arena;
    division d = {.context = context, .group = group, .from = from, .room = room};
    d.piece = (fo_group_piece){.first = first_row(from),
                               .top = MH_NEW(arena, int32_t, group->count + 1),
                               .size = MH_NEW(arena, int32_t, group->count + 1)};
    for (size_t row = d.piece.first; row < group->count; row++) {
        candidate cut;
        if (!add_whole_row(&d, row)) {
            cut = divide(&d, row);
            give(&cut, out);
            if (cut.is_possible && cut.forced == FO_BREAK_AUTO && is_finished(group, cut.place))
                *out = (fo_piece){
                    .fits = true, .is_end = true, .is_overfull = true, .height = cut.height};
            return;
        }
        if (row + 1 == group->count)
            break;
        cut = cut_behind(&d, row);
        if (cut.forced != FO_BREAK_AUTO) {
            give(&cut, out);
            return;
        }
    }
    *out = (fo_piece){.fits = true, .is_end = true, .height = d.piece.height};
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
    for (size_t r = first_row(start); r < end_row(group, end); r++) {
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
        if (fo_group_cell_range(group, i, start, end, &range) && !progress_of(start, i).is_done)
            fo_visit_range(context, group->cells[i]->items, &range, visitor);
    }
}

static const fo_parts_class group_class = {
    .fit = fit_group,
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
