#include "fo/float.h"

#include "fo/build.h"

/* A side float that says nothing about its width gets this part of the lines. */
enum { DEFAULT_PART = 3 };

bool fo_is_side_float(const fo_node *node)
{
    const fo_float_side side = node->style->float_side;
    return side == FO_FLOAT_START || side == FO_FLOAT_END;
}

const fo_items *fo_float_items(fo_context *context, mh_arena *arena, const fo_node *node,
                               int32_t width, bool rtl)
{
    fo_builder builder;
    fo_builder_init(&builder, context, arena, width, rtl);
    fo_open_block(&builder, node);
    fo_build_children(&builder, node);
    fo_close_area(&builder);
    return builder.items;
}

static int32_t width_of(const fo_node *node, int32_t available)
{
    int32_t width = 0;
    for (const fo_node *child = node->first_child; child; child = child->next) {
        const fo_style *style = child->style;
        const bool has_width = child->type == FO_BLOCK_CONTAINER || child->type == FO_TABLE;
        if (!has_width || style->width.is_auto)
            continue;
        const int32_t own = fo_length_resolve(style->width, available)
                            + fo_edge_width(style, FO_START, available)
                            + fo_edge_width(style, FO_END, available)
                            + fo_length_resolve(style->start_indent, available)
                            + fo_length_resolve(style->end_indent, available);
        width = MAX(width, own);
    }
    return CLAMP(width > 0 ? width : available / DEFAULT_PART, 0, available);
}

static void fit_float(fo_context *context, const fo_item *item, const void *from,
                      const fo_room *room, fo_piece *out)
{
    (void)context;
    (void)from;
    (void)room;
    *out = (fo_piece){.fits = true, .is_end = true, .height = item->height};
}

static fo_range all_of(const fo_item *item)
{
    const fo_items *items = item->parts.data;
    return (fo_range){.to = {.index = items->list->len}, .is_end = true};
}

static int32_t float_height(fo_context *context, const fo_item *item, const void *from,
                            const void *to)
{
    (void)from;
    (void)to;
    return fo_items_height(context, item->parts.data);
}

static void visit_float(fo_context *context, const fo_item *item, const void *from, const void *to,
                        fo_visitor *visitor)
{
    (void)from;
    (void)to;
    const fo_range range = all_of(item);
    fo_visit_range(context, item->parts.data, &range, visitor);
}

static void draw_float(fo_context *context, fo_painter *painter, const fo_item *item,
                       const fo_part *part, int32_t x, int32_t y)
{
    (void)part;
    const fo_range range = all_of(item);
    fo_draw_range(context, painter, item->parts.data, &range, x + item->x, y);
}

static const fo_parts_class float_class = {
    .fit = fit_float,
    .draw = draw_float,
    .visit = visit_float,
    .height = float_height,
};

static void add_side_float(fo_builder *builder, const fo_node *block, const fo_node *node)
{
    int32_t x, available;
    fo_content_box(builder, block->style, &x, &available);
    available -= builder->intrusion.width;
    const int32_t width = width_of(node, available);
    const bool at_left = (node->style->float_side == FO_FLOAT_START) != builder->rtl;
    const fo_items *items =
        fo_float_items(builder->context, builder->items->arena, node, width, builder->rtl);
    fo_item item = {
        .kind = FO_ITEM_FLOATING,
        .node = node,
        .x = x + builder->intrusion.left,
        .width = width,
        .parts = {.class = &float_class, .data = fo_unconst(items)},
    };
    if (!at_left)
        item.x += available - width;
    fo_add_box(builder, &item);
    const int32_t height = fo_items_height(builder->context, items);
    builder->intrusion.height = MAX(builder->intrusion.height, height);
    builder->intrusion.width += width;
    builder->intrusion.left += at_left ? width : 0;
}

const fo_node *fo_add_side_floats(fo_builder *builder, const fo_node *block, const fo_line *line,
                                  const fo_node *last)
{
    for (size_t i = 0; i < line->float_count; i++) {
        const fo_node *node = line->floats[i];
        if (!fo_is_side_float(node) || (last && node->order <= last->order))
            continue;
        add_side_float(builder, block, node);
        last = node;
    }
    return last;
}

void fo_pass_floats(fo_builder *builder, int32_t height)
{
    builder->intrusion.height -= height;
    if (builder->intrusion.height <= 0)
        builder->intrusion = (fo_intrusion){0};
}

void fo_clear_floats(fo_builder *builder)
{
    const int32_t height = builder->intrusion.height;
    builder->intrusion = (fo_intrusion){0};
    if (height > 0)
        fo_add_box(builder, &(fo_item){.kind = FO_ITEM_BOX, .height = height});
}
