/* Sheets: what is noted when one is laid out, and drawing it. */

#include "fo/build.h"
#include "fo/maker.h"
#include "fo/painter.h"
#include "fo/viewport.h"

typedef struct noting {
    fo_visitor base;
    fo_maker *maker;
    fo_sheet *sheet;
} noting;

static void note_id(fo_maker *maker, const char *id, const char *label)
{
    fo_numbers *numbers = &maker->context->numbers;
    if (!g_hash_table_contains(numbers->first_page, id))
        g_hash_table_insert(numbers->first_page, fo_unconst(id), fo_unconst(label));
}

void fo_maker_end_id(fo_maker *maker, const char *id, const char *label)
{
    note_id(maker, id, label);
    g_hash_table_insert(maker->context->numbers.last_page, fo_unconst(id), fo_unconst(label));
    g_hash_table_add(maker->ended, fo_unconst(id));
}

static void note_line(noting *n, const fo_line *line)
{
    for (size_t i = 0; i < line->start_count; i++) {
        const fo_node *node = line->starts[i];
        if (node->id)
            fo_maker_end_id(n->maker, node->id, n->sheet->label);
        fo_markers_note(n->maker, node, n->sheet->index, true);
        fo_markers_note(n->maker, node, n->sheet->index, false);
    }
}

static void note_item(fo_visitor *self, const fo_item *item)
{
    noting *n = (noting *)self;
    const fo_node *node = item->node;
    switch (item->kind) {
    case FO_ITEM_OPEN:
        if (item->area->is_continued)
            break;
        if (node->id)
            note_id(n->maker, node->id, n->sheet->label);
        fo_markers_note(n->maker, node, n->sheet->index, true);
        break;
    case FO_ITEM_CLOSE:
        if (node->id)
            fo_maker_end_id(n->maker, node->id, n->sheet->label);
        fo_markers_note(n->maker, node, n->sheet->index, false);
        break;
    case FO_ITEM_FLOATING:
        if (node->id)
            fo_maker_end_id(n->maker, node->id, n->sheet->label);
        break;
    case FO_ITEM_BOX:
        n->sheet->waits |= item->waits;
        if (item->box.line)
            note_line(n, item->box.line);
        break;
    case FO_ITEM_SPACE:
    case FO_ITEM_BREAK:
    case FO_ITEM_PARTS:
        break;
    }
}

static void note_sheet(fo_maker *maker, fo_sheet *sheet)
{
    noting n = {.base = {.visit = note_item}, .maker = maker, .sheet = sheet};
    for (guint i = 0; i < sheet->slots->len; i++) {
        const fo_slot *slot = &g_array_index(sheet->slots, fo_slot, i);
        fo_visit_range(maker->context, slot->items, &slot->range, &n.base);
    }
}

const fo_node *fo_flow_for(const fo_node *sequence, fo_type type, const char *name)
{
    for (const fo_node *child = sequence->first_child; child; child = child->next) {
        const char *flow_name = fo_attribute(child, "flow-name");
        if (child->type == type && flow_name && strcmp(flow_name, name) == 0)
            return child;
    }
    return NULL;
}

/* True when a number cited in @p node may still change. */
static bool cites_unknown(const fo_maker *maker, const fo_node *node)
{
    const char *id = NULL;
    if (node->type == FO_PAGE_NUMBER_CITATION || node->type == FO_PAGE_NUMBER_CITATION_LAST)
        id = fo_attribute(node, "ref-id");
    if (id && node->type == FO_PAGE_NUMBER_CITATION_LAST
        && !g_hash_table_contains(maker->ended, id))
        return true;
    if (id && !g_hash_table_contains(maker->context->numbers.first_page, id))
        return true;
    for (const fo_node *child = node->first_child; child; child = child->next)
        if (cites_unknown(maker, child))
            return true;
    return false;
}

static const fo_node *static_for(const fo_sheet *sheet, const fo_region *region)
{
    return region->node ? fo_flow_for(sheet->sequence, FO_STATIC_CONTENT, region->name) : NULL;
}

static bool is_ready(const fo_maker *maker, const fo_sheet *sheet)
{
    for (int kind = FO_REGION_ABOVE; kind < FO_REGION_COUNT; kind++) {
        const fo_node *content = static_for(sheet, &sheet->master->region[kind]);
        if (content && cites_unknown(maker, content))
            return false;
    }
    return true;
}

fo_items *fo_static_items(fo_context *context, mh_arena *arena, const fo_node *content,
                          int32_t width, bool rtl)
{
    mh_arena *outer = context->arena;
    context->arena = arena;
    fo_builder builder;
    fo_builder_init(&builder, context, arena, width, rtl);
    builder.is_static = true;
    builder.reference_height = context->frame.area.height;
    fo_build_children(&builder, content);
    context->arena = outer;
    return builder.items;
}

static void draw_region(fo_maker *maker, const fo_sheet *sheet, const fo_region *region,
                        fo_painter *painter)
{
    fo_context *context = maker->context;
    if (!region->node)
        return;
    const fo_style *style = region->node->style;
    fo_paint_box(painter, style, region->rect, style->writing_rtl);
    const fo_node *content = static_for(sheet, region);
    if (!content)
        return;
    context->frame.area = region->content;
    fo_markers_retrieve(maker, sheet, content);
    const int32_t width = fo_viewport_measure(style, region->content.width, region->content.height);
    const fo_viewport viewport = {
        .style = style,
        .items = fo_static_items(context, painter->arena, content, width, style->writing_rtl),
        .width = region->content.width,
        .height = region->content.height,
    };
    fo_viewport_draw_all(context, painter, &viewport, region->content.x, region->content.y);
}

static void draw_body(fo_maker *maker, const fo_sheet *sheet, fo_painter *painter)
{
    const fo_region *body = &sheet->master->region[FO_BODY];
    if (body->node)
        fo_paint_box(painter, body->node->style, body->rect, body->node->style->writing_rtl);
    maker->context->frame.area = body->content;
    for (guint i = 0; i < sheet->slots->len; i++) {
        const fo_slot *slot = &g_array_index(sheet->slots, fo_slot, i);
        fo_draw_range(maker->context, painter, slot->items, &slot->range, slot->x, slot->y);
    }
}

static void keep_destinations(fo_maker *maker, const fo_painter *painter, uint32_t index)
{
    for (guint i = 0; i < painter->destinations->len; i++) {
        mh_destination place = g_array_index(painter->destinations, mh_destination, i);
        if (!g_hash_table_add(maker->placed, fo_unconst(place.id)))
            continue;
        place.page = index;
        g_array_append_vals(maker->destinations, &place, 1);
    }
}

static mh_status draw_sheet(fo_maker *maker, const fo_sheet *sheet)
{
    static const mh_artifact artifacts[FO_REGION_COUNT] = {
        [FO_BODY] = MH_ARTIFACT_LAYOUT,         [FO_REGION_ABOVE] = MH_ARTIFACT_HEADER,
        [FO_REGION_BELOW] = MH_ARTIFACT_FOOTER, [FO_REGION_NEAR] = MH_ARTIFACT_PAGE,
        [FO_REGION_FAR] = MH_ARTIFACT_PAGE,
    };
    static const fo_region_kind order[FO_REGION_COUNT] = {
        FO_REGION_ABOVE, FO_REGION_NEAR, FO_BODY, FO_REGION_FAR, FO_REGION_BELOW,
    };
    fo_context *context = maker->context;
    mh_arena *arena = mh_arena_new();
    fo_painter *painter = fo_painter_new(arena);
    context->numbers.current = sheet->label;
    context->frame.page = (mh_rect){0, 0, sheet->master->width, sheet->master->height};
    for (int i = 0; i < FO_REGION_COUNT; i++) {
        painter->artifact = artifacts[order[i]];
        if (order[i] == FO_BODY)
            draw_body(maker, sheet, painter);
        else
            draw_region(maker, sheet, &sheet->master->region[order[i]], painter);
    }
    context->numbers.current = NULL;
    keep_destinations(maker, painter, sheet->index);
    const mh_page page = {
        .index = sheet->index,
        .label = sheet->label,
        .width = sheet->master->width,
        .height = sheet->master->height,
        .marks = (const mh_mark *)(void *)painter->marks->data,
        .mark_count = painter->marks->len,
        .links = (const mh_link *)(void *)painter->links->data,
        .link_count = painter->links->len,
    };
    const mh_status status = maker->sink->page(maker->sink->user, &page);
    mh_arena_free(arena);
    return status;
}

static mh_status draw_head_of_queue(fo_maker *maker, bool all)
{
    guint done = 0;
    mh_status status = MH_OK;
    while (status == MH_OK && done < maker->queue->len) {
        const fo_sheet *sheet = maker->queue->pdata[done];
        if (!all && !is_ready(maker, sheet))
            break;
        status = draw_sheet(maker, sheet);
        maker->given++;
        done++;
    }
    if (done > 0)
        g_ptr_array_remove_range(maker->queue, 0, done);
    return status;
}

mh_status fo_maker_add(fo_maker *maker, fo_sheet *sheet)
{
    if (sheet->index >= FO_PAGES_MAX)
        return mh_report(maker->context->job, MH_FO_TOO_MANY_PAGES, sheet->sequence->line, 0, "%d",
                         FO_PAGES_MAX);
    note_sheet(maker, sheet);
    maker->is_waiting |= sheet->waits && !maker->is_last_pass;
    mh_status status = MH_OK;
    if (!maker->is_waiting && sheet->index >= maker->given) {
        g_ptr_array_add(maker->queue, sheet);
        status = draw_head_of_queue(maker, maker->is_last_pass);
        maker->is_waiting = maker->queue->len > FO_WAITING_MAX;
    }
    /* The second pass will lay out again what waits now. */
    if (maker->is_waiting)
        g_ptr_array_set_size(maker->queue, 0);
    return status;
}

mh_status fo_maker_flush(fo_maker *maker)
{
    return draw_head_of_queue(maker, true);
}
