/*
 * Rows over pages. Rows joined by spanning cells are one group. A page takes whole rows as long as
 * they fit; then the group is divided in the row that does not, or behind an earlier one, where the
 * keeps allow it best. A cell that begins on a page must show something of it there.
 */

#include "fo/table.h"

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
    const bool is_page = !d->room->is_column && keep.within_page > keep.within_column;
    return (int16_t)(is_page ? keep.within_page : keep.within_column);
}

static bool is_active(const fo_table_group *group, const fo_table_cell *cell, size_t row)
{
    return fo_group_cell_first(group, cell) <= row && row < fo_group_cell_end(group, cell);
}

static int32_t cell_top(const division *d, const fo_table_cell *cell)
{
    const size_t row = MAX(fo_group_cell_first(d->group, cell), d->piece.first);
    return d->piece.top[row];
}

/* Fits a cell between its top and @p bottom; false when nothing of it goes there. */
static bool fit_cell(const division *d, size_t i, int32_t bottom, bool is_forced, fo_piece *out)
{
    const fo_table_cell *c = d->group->cells[i];
    const fo_cell_progress start = fo_group_progress(d->from, i);
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
    const int32_t before = fo_group_progress(d->from, i).has_begun ? c->before_rest : c->before;
    return before + (is_end ? c->after : c->after_rest);
}

/* Adds row @p row to the whole ones if all cells that end in it do so in the room. */
static bool add_whole_row(division *d, size_t row)
{
    int32_t size = fo_group_asked_height(d->group, row, d->from);
    d->piece.top[row] = d->piece.height;
    for (size_t k = d->group->ending_start[row]; k < d->group->ending_start[row + 1]; k++) {
        const size_t i = d->group->ending[k];
        const fo_table_cell *c = d->group->cells[i];
        fo_piece piece;
        if (!fit_cell(d, i, d->room->height, false, &piece) || !piece.is_end
            || piece.forced != FO_BREAK_AUTO)
            return false;
        int32_t own = piece.height;
        if (!fo_group_progress(d->from, i).has_begun)
            own = MAX(own, c->least_height);
        if (!fo_group_progress(d->from, i).is_done)
            own += edges_of(d, i, true);
        size =
            MAX(size, own - fo_group_rows_height(&d->piece, fo_group_cell_first(d->group, c), row));
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
        place->cells[i] = fo_group_progress(d->from, i);
        if (fo_group_cell_end(d->group, d->group->cells[i]) <= row)
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

static fo_break forced_behind(const fo_table_group *group, size_t row)
{
    const fo_table_row *above = fo_table_row_at(group->table, group->first + row);
    return MAX(above->break_after, above[1].break_before);
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
    out.forced = forced_behind(d->group, row);
    for (size_t i = 0; i < d->group->cell_count; i++) {
        const fo_table_cell *c = d->group->cells[i];
        fo_piece piece;
        if (!is_active(d->group, c, row) || fo_group_cell_end(d->group, c) == row + 1)
            continue;
        if (fit_cell(d, i, out.height, false, &piece))
            take_piece(&out, i, &piece);
        else if (!fo_group_progress(d->from, i).has_begun)
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
        if (!is_active(d->group, c, row) || fo_group_progress(d->from, i).is_done
            || (c->is_plain && !fo_group_progress(d->from, i).has_begun)
            || !fit_cell(d, i, bottom, false, &piece) || piece.forced == FO_BREAK_AUTO)
            continue;
        const int32_t own = cell_top(d, c) + edges_of(d, i, false) + piece.height;
        if (*forced == FO_BREAK_AUTO || own < lowest)
            lowest = own;
        *forced = MAX(*forced, piece.forced);
    }
    return lowest;
}

/* What takes_part() learns of the cells of a divided row. */
typedef struct inside {
    size_t row;
    int32_t bottom; /* what the cells have room down to */
    bool is_forced; /* something must go there */
    bool goes_on;   /* the row began on an earlier page */
    bool has_rest;  /* something is left for the next page */
} inside;

/* Adds the part of a cell that stands above the break; false when the row cannot break so. */
static bool takes_part(const division *d, size_t i, inside *in, candidate *out)
{
    const fo_table_cell *c = d->group->cells[i];
    const bool begins = !fo_group_progress(d->from, i).has_begun;
    fo_piece piece;
    if (!fit_cell(d, i, in->bottom, in->is_forced, &piece)) {
        in->has_rest = true;
        return in->goes_on || fo_group_cell_first(d->group, c) != in->row;
    }
    take_piece(out, i, &piece);
    out->is_possible = true;
    in->has_rest |= !piece.is_end;
    const int32_t content = begins ? MAX(piece.height, c->least_height) : piece.height;
    out->height = MAX(out->height, cell_top(d, c) + edges_of(d, i, piece.is_end) + content);
    return true;
}

/* In row @p row: each cell that begins in it must show something. */
static candidate cut_inside(division *d, size_t row, bool is_forced)
{
    const fo_node *node = fo_table_row_at(d->group->table, d->group->first + row)->node;
    candidate out = {.place = new_place(d, row, true)};
    d->piece.top[row] = d->piece.height;
    inside in = {.row = row, .goes_on = d->from && d->from->row == row && d->from->is_mid_row};
    in.bottom = forced_bottom(d, row, d->room->height, &out.forced);
    in.is_forced = is_forced || out.forced != FO_BREAK_AUTO;
    in.has_rest = in.is_forced;
    out.height = d->piece.height + fo_group_asked_height(d->group, row, d->from);
    out.strength = strength_of(d, d->group->keep_together);
    if (node)
        out.strength = MAX(out.strength, strength_of(d, node->style->keep_together));
    for (size_t i = 0; i < d->group->cell_count; i++) {
        const bool is_there =
            is_active(d->group, d->group->cells[i], row) && !fo_group_progress(d->from, i).is_done;
        if (is_there && !takes_part(d, i, &in, &out))
            return (candidate){0};
    }
    /* Where only the height asked for is too much, the row is not divided. */
    const bool has_room = is_forced || out.height <= d->room->height + TOLERANCE;
    out.is_possible = out.is_possible && in.has_rest && has_room;
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

void fo_group_fit(fo_context *context, const fo_item *item, const void *from, const fo_room *room,
                  fo_piece *out)
{
    const fo_table_group *group = item->parts.data;
    mh_arena *arena = group->table->arena;
    division d = {.context = context, .group = group, .from = from, .room = room};
    d.piece = (fo_group_piece){.first = fo_group_first_row(from),
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
        if (forced_behind(group, row) != FO_BREAK_AUTO) {
            cut = cut_behind(&d, row);
            give(&cut, out);
            return;
        }
    }
    *out = (fo_piece){.fits = true, .is_end = true, .height = d.piece.height};
}
