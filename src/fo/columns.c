/* Content side by side: every column is a list of its own, and a page takes from each what fits. */

#include "fo/flow.h"

typedef struct columns {
    mh_arena *arena;
    const fo_side_column *column;
    size_t count;
} columns;

/* How far a column has come. */
typedef struct progress {
    fo_place place;
    bool is_done;
} progress;

static progress progress_of(const void *places, size_t i)
{
    return places ? ((const progress *)places)[i] : (progress){0};
}

static fo_range column_range(const columns *c, const void *from, const void *to, size_t i)
{
    const progress end = progress_of(to, i);
    fo_range range = {.from = progress_of(from, i).place, .to = end.place, .is_end = true};
    if (!to || end.is_done)
        range.to = (fo_place){.index = c->column[i].items->list->len};
    else
        range.is_end = false;
    return range;
}

static void add_piece(fo_piece *sum, const fo_piece *piece)
{
    sum->height = MAX(sum->height, piece->height);
    sum->is_overfull |= piece->is_overfull;
    if (piece->forced > sum->forced)
        sum->forced = piece->forced;
    if (piece->is_end)
        return;
    sum->is_end = false;
    sum->strength = MAX(sum->strength, piece->strength);
}

static void fit_columns(fo_context *context, const fo_item *item, const void *from,
                        const fo_room *room, fo_piece *out)
{
    const columns *c = item->parts.data;
    progress *to = MH_NEW(c->arena, progress, c->count);
    const fo_room own = {
        .height = room->height, .is_column = room->is_column, .is_forced = room->is_forced};
    fo_piece sum = {.is_end = true};
    for (size_t i = 0; i < c->count; i++) {
        to[i] = progress_of(from, i);
        if (to[i].is_done)
            continue;
        fo_piece piece;
        fo_fit(context, c->column[i].items, to[i].place, &own, &piece);
        if (!piece.fits) {
            /* All columns begin together; later each goes on as it can. */
            if (!from) {
                *out = (fo_piece){0};
                return;
            }
            sum.is_end = false;
            continue;
        }
        sum.fits = true;
        to[i] = (progress){.place = piece.to, .is_done = piece.is_end};
        add_piece(&sum, &piece);
    }
    sum.to.inside = to;
    *out = sum;
}

static void draw_columns(fo_context *context, fo_painter *painter, const fo_item *item,
                         const fo_part *part, int32_t x, int32_t y)
{
    const columns *c = item->parts.data;
    for (size_t i = 0; i < c->count; i++) {
        if (progress_of(part->from, i).is_done)
            continue;
        const fo_range range = column_range(c, part->from, part->to, i);
        fo_draw_range(context, painter, c->column[i].items, &range, x + c->column[i].x, y);
    }
}

static void visit_columns(fo_context *context, const fo_item *item, const void *from,
                          const void *to, fo_visitor *visitor)
{
    const columns *c = item->parts.data;
    for (size_t i = 0; i < c->count; i++) {
        if (progress_of(from, i).is_done)
            continue;
        const fo_range range = column_range(c, from, to, i);
        fo_visit_range(context, c->column[i].items, &range, visitor);
    }
}

static int32_t columns_height(fo_context *context, const fo_item *item, const void *from,
                              const void *to)
{
    const columns *c = item->parts.data;
    int32_t height = 0;
    for (size_t i = 0; i < c->count; i++) {
        if (progress_of(from, i).is_done)
            continue;
        const fo_range range = column_range(c, from, to, i);
        height = MAX(height, fo_range_height(context, c->column[i].items, &range));
    }
    return height;
}

static const fo_parts_class columns_class = {
    .fit = fit_columns,
    .draw = draw_columns,
    .visit = visit_columns,
    .height = columns_height,
};

const fo_items *fo_columns_rest(const fo_item *item, const void *from, fo_place *place)
{
    if (item->parts.class != &columns_class)
        return NULL;
    const columns *c = item->parts.data;
    const fo_items *rest = NULL;
    for (size_t i = 0; i < c->count; i++) {
        const progress at = progress_of(from, i);
        if (at.is_done)
            continue;
        if (rest)
            return NULL;
        rest = c->column[i].items;
        *place = at.place;
    }
    return rest;
}

fo_item *fo_add_columns(fo_builder *builder, const fo_node *node, const fo_side_column *column,
                        size_t count)
{
    columns *c = MH_NEW(builder->items->arena, columns, 1);
    *c = (columns){.arena = builder->items->arena, .column = column, .count = count};
    return fo_add_parts(builder, node, &columns_class, c);
}
