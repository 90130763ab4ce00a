/* Building lists of items: what every block-level object needs. */

#include "fo/flow.h"

#include "fo/float.h"

void fo_report_overflow(fo_context *context, const fo_node *node, int32_t excess)
{
    char points[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(points, sizeof(points), "%.1f", (double)excess / PANGO_SCALE);
    mh_report(context->job, MH_FO_OVERFLOW, node->line, 0, "%s pt", points);
}

fo_items *fo_items_new(mh_arena *arena)
{
    fo_items *items = MH_NEW(arena, fo_items, 1);
    items->arena = arena;
    items->list = mh_arena_array(arena, sizeof(fo_item));
    return items;
}

void fo_builder_init(fo_builder *builder, fo_context *context, mh_arena *arena, int32_t width,
                     bool rtl)
{
    *builder = (fo_builder){
        .context = context,
        .items = fo_items_new(arena),
        .reference = width,
        .rtl = rtl,
    };
}

static fo_item *append(fo_builder *builder, const fo_item *item)
{
    GArray *list = builder->items->list;
    g_array_append_vals(list, item, 1);
    fo_item *added = &g_array_index(list, fo_item, list->len - 1);
    added->area = item->area ? item->area : builder->area;
    return added;
}

void fo_add_box(fo_builder *builder, const fo_item *box)
{
    append(builder, box);
}

void fo_add_space(fo_builder *builder, const fo_space *space)
{
    const int32_t base = builder->reference;
    fo_gap gap = {
        .minimum = fo_length_resolve(space->minimum, base),
        .optimum = fo_length_resolve(space->optimum, base),
        .maximum = fo_length_resolve(space->maximum, base),
        .precedence = space->precedence,
        .retain = space->retain,
    };
    /* §5.10.1: the optimum is kept between the two others. */
    gap.minimum = MIN(gap.minimum, gap.optimum);
    gap.maximum = MAX(gap.maximum, gap.optimum);
    if (gap.minimum == 0 && gap.maximum == 0 && gap.precedence == 0)
        return;
    append(builder, &(fo_item){.kind = FO_ITEM_SPACE, .gap = gap});
    fo_pass_floats(builder, gap.optimum);
}

void fo_add_break(fo_builder *builder, const fo_break_point *point)
{
    fo_break_point raised = *point;
    if (raised.forced != FO_BREAK_AUTO)
        fo_clear_floats(builder);
    /* A side float is not parted from the lines beside it. */
    if (builder->intrusion.height > 0)
        raised.within_column = raised.within_page = FO_KEEP_ALWAYS;
    raised.within_column = MAX(raised.within_column, builder->keep_column);
    raised.within_page = MAX(raised.within_page, builder->keep_page);
    if (builder->is_static)
        raised.forced = FO_BREAK_AUTO;
    append(builder, &(fo_item){.kind = FO_ITEM_BREAK, .point = raised});
}

int32_t fo_edge_width(const fo_style *style, fo_side side, int32_t reference)
{
    const fo_edge *edge = &style->edges[side];
    return edge->width + fo_length_resolve(edge->padding, reference);
}

static int32_t retained_width(const fo_style *style, fo_side side, int32_t reference)
{
    const fo_edge *edge = &style->edges[side];
    int32_t width = edge->border_retain ? edge->width : 0;
    if (edge->padding_retain)
        width += fo_length_resolve(edge->padding, reference);
    return width;
}

void fo_content_box(const fo_builder *builder, const fo_style *style, int32_t *x, int32_t *width)
{
    const int32_t start = fo_length_resolve(style->start_indent, builder->reference);
    const int32_t end = fo_length_resolve(style->end_indent, builder->reference);
    *x = builder->origin + (builder->rtl ? end : start);
    *width = MAX(builder->reference - start - end, 0);
}

fo_area *fo_open_area(fo_builder *builder, const fo_node *node, int32_t x, int32_t width)
{
    const fo_style *style = node->style;
    const int32_t base = builder->reference;
    fo_area *area = MH_NEW(builder->items->arena, fo_area, 1);
    *area = (fo_area){
        .node = node,
        .parent = builder->area,
        .x = x,
        .width = width,
        .before = fo_edge_width(style, FO_BEFORE, base),
        .after = fo_edge_width(style, FO_AFTER, base),
        .retained_before = retained_width(style, FO_BEFORE, base),
        .retained_after = retained_width(style, FO_AFTER, base),
        .rtl = builder->rtl,
        .is_continued = builder->resume != NULL,
    };
    append(builder, &(fo_item){.kind = FO_ITEM_OPEN, .node = node, .area = area});
    builder->area = area;
    return area;
}

fo_area *fo_open_block(fo_builder *builder, const fo_node *node)
{
    int32_t x, width;
    fo_content_box(builder, node->style, &x, &width);
    const int32_t start = fo_edge_width(node->style, FO_START, builder->reference);
    const int32_t end = fo_edge_width(node->style, FO_END, builder->reference);
    return fo_open_area(builder, node, x - (builder->rtl ? end : start), width + start + end);
}

void fo_close_area(fo_builder *builder)
{
    fo_area *area = builder->area;
    append(builder, &(fo_item){.kind = FO_ITEM_CLOSE, .node = area->node, .area = area});
    builder->area = area->parent;
}

fo_item *fo_add_parts(fo_builder *builder, const fo_node *node, const fo_parts_class *class,
                      void *data)
{
    fo_item item = {.kind = FO_ITEM_PARTS, .node = node, .parts = {.class = class, .data = data}};
    item.height = class->height(builder->context, &item, NULL, NULL);
    return append(builder, &item);
}
