/* Chosen pieces: their height, what is in them, and drawing them. */

#include "fo/painter.h"
#include "fo/stack.h"

enum { NOT_SET = INT32_MIN };

/* What of an area stands in the piece. */
typedef struct fragment {
    const fo_area *area;
    int32_t top; /* NOT_SET until something is placed in it */
    int32_t bottom;
    int32_t header; /* tops of the repeated parts; NOT_SET where there is none */
    int32_t footer;
    bool is_first;
    bool is_last;
    guint parent; /* index in fragments plus one; 0: none */
} fragment;

/* The piece with everything in its place. */
typedef struct placing {
    fo_context *context;
    const fo_items *items;
    const fo_range *range;
    fo_stack stack;
    fragment *fragments; /* in the order they open */
    guint fragment_count;
    guint resumed_count; /* of them begun before the piece */
    guint open;          /* innermost open fragment plus one */
    int32_t *tops;       /* by item, from range->from.index */
} placing;

/* Index behind the last item that stands in the piece, in part or whole. */
static size_t range_end(const fo_range *range)
{
    return range->to.index + (range->to.inside ? 1 : 0);
}

static const void *part_from(const fo_range *range, size_t index)
{
    return index == range->from.index ? range->from.inside : NULL;
}

static const void *part_to(const fo_range *range, size_t index)
{
    return index == range->to.index ? range->to.inside : NULL;
}

static bool is_resumed(const fo_range *range)
{
    return range->from.index > 0 || range->from.inside;
}

static const fo_area *area_around(const fo_items *items, size_t index)
{
    if (index >= items->list->len)
        return NULL;
    const fo_item *item = fo_items_at(items, index);
    return item->kind == FO_ITEM_OPEN ? item->area->parent : item->area;
}

static void settle_tops(placing *p)
{
    for (guint i = p->open; i > 0 && p->fragments[i - 1].top == NOT_SET;
         i = p->fragments[i - 1].parent)
        p->fragments[i - 1].top = p->stack.used;
}

static void add_height(placing *p, int32_t height)
{
    fo_stack_fence(&p->stack);
    settle_tops(p);
    p->stack.used += height;
}

static void open_fragment(placing *p, const fo_area *area, bool is_first)
{
    fragment *f = &p->fragments[p->fragment_count++];
    *f = (fragment){
        .area = area,
        .top = NOT_SET,
        .header = NOT_SET,
        .footer = NOT_SET,
        .is_first = is_first,
        .parent = p->open,
    };
    p->open = p->fragment_count;
    const bool has_header = area->header && (is_first || !area->omit_header);
    const int32_t edge = is_first ? area->before : area->retained_before;
    if (edge > 0 || has_header)
        add_height(p, edge);
    if (!has_header)
        return;
    f->header = p->stack.used;
    p->stack.used += area->header_height;
}

static void close_fragment(placing *p, bool is_last)
{
    fragment *f = &p->fragments[p->open - 1];
    const fo_area *area = f->area;
    const bool has_footer = area->footer && (is_last || !area->omit_footer);
    const int32_t edge = is_last ? area->after : area->retained_after;
    if (edge > 0 || has_footer)
        add_height(p, 0);
    if (has_footer) {
        f->footer = p->stack.used;
        p->stack.used += area->footer_height;
    }
    p->stack.used += edge;
    f->bottom = p->stack.used;
    f->is_last = is_last;
    if (f->top == NOT_SET)
        f->top = f->bottom;
    p->open = f->parent;
}

/* Areas that began on an earlier page, outermost first. The depth is that of the builders. */
static void resume(placing *p)
{
    const fo_area *chain[FO_MAX_DEPTH];
    size_t depth = 0;
    for (const fo_area *area = area_around(p->items, p->range->from.index);
         area && depth < FO_MAX_DEPTH; area = area->parent)
        chain[depth++] = area;
    while (depth > 0)
        open_fragment(p, chain[--depth], false);
    p->resumed_count = p->fragment_count;
}

static int32_t item_height(const placing *p, const fo_item *item, size_t index)
{
    if (item->kind == FO_ITEM_BOX)
        return item->height;
    const void *from = part_from(p->range, index);
    const void *to = part_to(p->range, index);
    if (!from && !to)
        return item->height;
    return item->parts.class->height(p->context, item, from, to);
}

static void place_item(placing *p, size_t index)
{
    const fo_item *item = fo_items_at(p->items, index);
    switch (item->kind) {
    case FO_ITEM_BOX:
    case FO_ITEM_PARTS:
        add_height(p, 0);
        break;
    case FO_ITEM_SPACE:
        fo_stack_space(&p->stack, &item->gap);
        return;
    case FO_ITEM_BREAK:
        return;
    case FO_ITEM_OPEN:
        open_fragment(p, item->area, !item->area->is_continued);
        return;
    case FO_ITEM_CLOSE:
        close_fragment(p, true);
        return;
    case FO_ITEM_FLOATING:
        break;
    }
    if (p->tops)
        p->tops[index - p->range->from.index] = p->stack.used;
    if (item->kind != FO_ITEM_FLOATING)
        p->stack.used += item_height(p, item, index);
}

/* Fills in @p p; its fragments and tops live in @p arena. */
static void place_range(placing *p, mh_arena *arena)
{
    const fo_range *range = p->range;
    const size_t end = range_end(range);
    const size_t count = end > range->from.index ? end - range->from.index : 0;
    size_t areas = is_resumed(range) ? FO_MAX_DEPTH : 0;
    for (size_t i = range->from.index; i < end; i++)
        areas += fo_items_at(p->items, i)->kind == FO_ITEM_OPEN;
    p->fragments = MH_NEW(arena, fragment, areas + 1);
    p->tops = MH_NEW(arena, int32_t, count + 1);
    p->stack = fo_stack_new(p->items, range->from);
    p->stack.ratio = range->ratio;
    if (is_resumed(range))
        resume(p);
    for (size_t i = range->from.index; i < end; i++)
        place_item(p, i);
    if (range->is_end)
        fo_stack_finish(&p->stack);
    else
        p->stack.used = fo_stack_height_at_break(&p->stack);
    p->stack.run = p->stack.end = (fo_gap_run){0};
    while (p->open > 0)
        close_fragment(p, false);
}

int32_t fo_range_height(fo_context *context, const fo_items *items, const fo_range *range)
{
    placing p = {.context = context, .items = items, .range = range};
    mh_arena *arena = mh_arena_new();
    place_range(&p, arena);
    mh_arena_free(arena);
    return p.stack.used;
}

static void visit_whole(fo_context *context, const fo_items *items, fo_visitor *visitor)
{
    if (!items)
        return;
    const fo_range all = {.to = {.index = items->list->len}, .is_end = true};
    fo_visit_range(context, items, &all, visitor);
}

void fo_visit_range(fo_context *context, const fo_items *items, const fo_range *range,
                    fo_visitor *visitor)
{
    for (size_t i = range->from.index; i < range_end(range); i++) {
        const fo_item *item = fo_items_at(items, i);
        visitor->visit(visitor, item);
        /* What is repeated is met once: at the beginning, a footer at the end. */
        if (item->kind == FO_ITEM_OPEN && !item->area->is_continued)
            visit_whole(context, item->area->header, visitor);
        if (item->kind == FO_ITEM_CLOSE)
            visit_whole(context, item->area->footer, visitor);
        if (item->kind == FO_ITEM_PARTS || item->kind == FO_ITEM_FLOATING)
            item->parts.class->visit(context, item, part_from(range, i), part_to(range, i),
                                     visitor);
    }
}

/* A copy of @p style without the edges that the break took away. */
static const fo_style *fragment_style(mh_arena *arena, const fragment *f)
{
    if (f->is_first && f->is_last)
        return f->area->node->style;
    fo_style *style = MH_NEW(arena, fo_style, 1);
    *style = *f->area->node->style;
    if (!f->is_first && !style->edges[FO_BEFORE].border_retain)
        style->edges[FO_BEFORE].width = 0;
    if (!f->is_last && !style->edges[FO_AFTER].border_retain)
        style->edges[FO_AFTER].width = 0;
    return style;
}

static void draw_whole(fo_context *context, fo_painter *painter, const fo_items *items, int32_t x,
                       int32_t y)
{
    const fo_range all = {.to = {.index = items->list->len}, .is_end = true};
    fo_draw_range(context, painter, items, &all, x, y);
}

/* A header or footer that another page has, too: what it says there is said once. */
static void draw_again(fo_context *context, fo_painter *painter, const fo_items *items, int32_t x,
                       int32_t y)
{
    const guint marks = painter->marks->len;
    const guint links = painter->links->len;
    const guint destinations = painter->destinations->len;
    draw_whole(context, painter, items, x, y);
    g_array_set_size(painter->links, links);
    g_array_set_size(painter->destinations, destinations);
    for (guint i = marks; i < painter->marks->len; i++) {
        mh_mark *mark = &g_array_index(painter->marks, mh_mark, i);
        mark->element = NULL;
        mark->artifact = MH_ARTIFACT_LAYOUT;
    }
}

static bool has_visible_edges(const fo_style *style)
{
    for (int side = 0; side < FO_SIDE_COUNT; side++)
        if (style->edges[side].width > 0)
            return true;
    return style->background.alpha != 0 || style->background_image;
}

static void draw_fragment(fo_context *context, fo_painter *painter, const fragment *f, int32_t x,
                          int32_t y)
{
    const fo_area *area = f->area;
    const mh_rect rect = {
        .x = x + area->x,
        .y = y + f->top,
        .width = area->width,
        .height = f->bottom - f->top,
    };
    if (area->node->id && f->is_first) {
        const mh_destination place = {.id = area->node->id, .x = rect.x, .y = rect.y};
        g_array_append_vals(painter->destinations, &place, 1);
    }
    if (area->paint)
        area->paint(context, painter, area, rect, f->is_first, f->is_last);
    else if (has_visible_edges(area->node->style) && area->node->style->visible)
        fo_paint_box(painter, fragment_style(painter->arena, f), rect, area->rtl);
    if (f->header != NOT_SET)
        (f->is_first ? draw_whole : draw_again)(context, painter, area->header, x, y + f->header);
    if (f->footer != NOT_SET)
        (f->is_last ? draw_whole : draw_again)(context, painter, area->footer, x, y + f->footer);
}

void fo_draw_range(fo_context *context, fo_painter *painter, const fo_items *items,
                   const fo_range *range, int32_t x, int32_t y)
{
    placing p = {.context = context, .items = items, .range = range};
    place_range(&p, painter->arena);
    guint next = 0;
    for (; next < p.resumed_count; next++)
        draw_fragment(context, painter, &p.fragments[next], x, y);
    for (size_t i = range->from.index; i < range_end(range); i++) {
        const fo_item *item = fo_items_at(items, i);
        const int32_t top = y + p.tops[i - range->from.index];
        const fo_part part = {.from = part_from(range, i), .to = part_to(range, i)};
        if (item->kind == FO_ITEM_OPEN)
            draw_fragment(context, painter, &p.fragments[next++], x, y);
        else if (item->kind == FO_ITEM_PARTS || item->kind == FO_ITEM_FLOATING)
            item->parts.class->draw(context, painter, item, &part, x, top);
        else if (item->kind == FO_ITEM_BOX && item->box.draw)
            item->box.draw(context, painter, item, x + item->x, top);
    }
}
