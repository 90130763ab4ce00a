/* fo:block-container (XSL 1.1 §6.5.3): in the flow, in a box of its own, or at a place of the page.
 */

#include "fo/build.h"
#include "fo/painter.h"
#include "fo/viewport.h"

typedef struct container {
    const fo_node *node;
    fo_viewport viewport;
    mh_rect border;     /* positioned: border rectangle, from the frame's reference area */
    int32_t start_edge; /* left, top: border and padding */
    int32_t before_edge;
    bool rtl;
} container;

/* A builder for content whose reference area is the container. */
static fo_builder inner_builder(const fo_builder *builder, const fo_node *node, int32_t width,
                                int32_t height)
{
    fo_builder own = *builder;
    own.items = fo_items_new(builder->items->arena);
    own.area = NULL;
    own.intrusion = (fo_intrusion){0};
    own.origin = 0;
    own.reference = width;
    own.reference_height = height;
    own.rtl = node->style->writing_rtl;
    return own;
}

static void fit_whole(fo_context *context, const fo_item *item, const void *from,
                      const fo_room *room, fo_piece *out)
{
    (void)context;
    (void)from;
    *out = (fo_piece){
        .fits = item->height <= room->height || room->is_forced,
        .is_overfull = item->height > room->height,
        .is_end = true,
        .height = item->height,
    };
}

static int32_t whole_height(fo_context *context, const fo_item *item, const void *from,
                            const void *to)
{
    (void)context;
    (void)from;
    (void)to;
    return ((const container *)item->parts.data)->viewport.height;
}

static void visit_container(fo_context *context, const fo_item *item, const void *from,
                            const void *to, fo_visitor *visitor)
{
    (void)from;
    (void)to;
    const container *c = item->parts.data;
    const fo_range all = {.to = {.index = c->viewport.items->list->len}, .is_end = true};
    fo_visit_range(context, c->viewport.items, &all, visitor);
}

static void draw_boxed(fo_context *context, fo_painter *painter, const fo_item *item,
                       const fo_part *part, int32_t x, int32_t y)
{
    (void)part;
    const container *c = item->parts.data;
    fo_viewport_draw_all(context, painter, &c->viewport, x + item->x, y);
}

static const fo_parts_class boxed_class = {
    .fit = fit_whole,
    .draw = draw_boxed,
    .visit = visit_container,
    .height = whole_height,
};

static int32_t definite(fo_length length, int32_t base, int32_t fallback)
{
    return length.is_auto ? fallback : fo_length_resolve(length, base);
}

/* A container of a height of its own, or turned: one piece. */
static void build_boxed(fo_builder *builder, const fo_node *node, int32_t x, int32_t width)
{
    const fo_style *style = node->style;
    const bool is_sideways = style->reference_orientation % 180 != 0;
    const int32_t fallback = is_sideways ? builder->reference_height : 0;
    int32_t height = definite(style->height, builder->reference_height, fallback);
    fo_builder own = inner_builder(builder, node, fo_viewport_measure(style, width, height),
                                   is_sideways ? width : height);
    fo_build_children(&own, node);
    if (style->height.is_auto && !is_sideways)
        height = fo_items_height(builder->context, own.items);
    container *c = MH_NEW(builder->items->arena, container, 1);
    *c = (container){
        .node = node,
        .viewport = {.style = style, .items = own.items, .width = width, .height = height},
    };
    fo_item *item = fo_add_parts(builder, node, &boxed_class, c);
    item->x = x;
    item->width = width;
}

/* A container as high as its content: its children go into the same list, so that pages divide it.
 */
static void build_open(fo_builder *builder, const fo_node *node, int32_t x, int32_t width)
{
    const fo_builder outer = *builder;
    builder->origin = x;
    builder->reference = width;
    builder->rtl = node->style->writing_rtl;
    const guint before = builder->items->list->len;
    fo_build_children(builder, node);
    if (builder->items->list->len == before)
        fo_add_box(builder, &(fo_item){.kind = FO_ITEM_BOX, .node = node});
    builder->origin = outer.origin;
    builder->reference = outer.reference;
    builder->rtl = outer.rtl;
}

void fo_build_container(fo_builder *builder, const fo_node *node)
{
    const fo_style *style = node->style;
    int32_t x, width;
    fo_content_box(builder, style, &x, &width);
    const int32_t available = width;
    width = definite(style->width, builder->reference, width);
    if (builder->rtl)
        x += available - width;
    const int32_t start = fo_edge_width(style, FO_START, builder->reference);
    const int32_t end = fo_edge_width(style, FO_END, builder->reference);
    fo_open_area(builder, node, x - (builder->rtl ? end : start), width + start + end);
    if (style->height.is_auto && style->reference_orientation % 360 == 0)
        build_open(builder, node, x, width);
    else
        build_boxed(builder, node, x, width);
    fo_close_area(builder);
}

static void draw_positioned(fo_context *context, fo_painter *painter, const fo_item *item,
                            const fo_part *part, int32_t x, int32_t y)
{
    (void)part;
    (void)x;
    (void)y;
    const container *c = item->parts.data;
    const bool is_fixed = c->node->style->absolute == FO_ABSOLUTE_FIXED;
    const mh_rect frame = is_fixed ? context->frame.page : context->frame.area;
    const mh_rect border = {
        .x = frame.x + c->border.x,
        .y = frame.y + c->border.y,
        .width = c->border.width,
        .height = c->border.height,
    };
    const int32_t below = border.y + border.height - context->frame.page.height;
    if (below > 0 && !c->node->is_artifact)
        fo_report_overflow(context, c->node, below);
    if (c->node->style->visible)
        fo_paint_box(painter, c->node->style, border, c->rtl);
    if (c->node->id) {
        const mh_destination place = {.id = c->node->id, .x = border.x, .y = border.y};
        g_array_append_vals(painter->destinations, &place, 1);
    }
    fo_viewport_draw_all(context, painter, &c->viewport, border.x + c->start_edge,
                         border.y + c->before_edge);
}

static const fo_parts_class positioned_class = {
    .fit = fit_whole,
    .draw = draw_positioned,
    .visit = visit_container,
    .height = whole_height,
};

/* Size along one axis of a positioned area: given, or what is left between its two offsets. */
static int32_t extent_between(fo_length size, fo_length near, fo_length far, int32_t edges,
                              int32_t base)
{
    if (!size.is_auto)
        return fo_length_resolve(size, base);
    return MAX(base - fo_length_resolve(near, base) - fo_length_resolve(far, base) - edges, 0);
}

/* Offset of the border rectangle along one axis (§7.6): from the near side unless only the far one
 * is given. */
static int32_t offset_from(fo_length near, fo_length far, int32_t size, int32_t base)
{
    if (near.is_auto && !far.is_auto)
        return base - fo_length_resolve(far, base) - size;
    return fo_length_resolve(near, base);
}

void fo_build_positioned(fo_builder *builder, const fo_node *node)
{
    const fo_style *style = node->style;
    const bool is_fixed = style->absolute == FO_ABSOLUTE_FIXED;
    const fo_frame *frame = &builder->context->frame;
    const int32_t base = is_fixed ? frame->page.width : builder->reference;
    const int32_t base_height = is_fixed ? frame->page.height : frame->area.height;
    const int32_t before = fo_edge_width(style, FO_BEFORE, base);
    const int32_t after = fo_edge_width(style, FO_AFTER, base);
    const int32_t start = fo_edge_width(style, FO_START, base);
    const int32_t end = fo_edge_width(style, FO_END, base);
    const int32_t width =
        extent_between(style->width, style->left, style->right, start + end, base);
    const bool grows = style->height.is_auto && (style->top.is_auto || style->bottom.is_auto);
    int32_t height =
        extent_between(style->height, style->top, style->bottom, before + after, base_height);
    fo_builder own =
        inner_builder(builder, node, fo_viewport_measure(style, width, height), height);
    fo_build_children(&own, node);
    if (grows && style->reference_orientation % 180 == 0)
        height = fo_items_height(builder->context, own.items);
    container *c = MH_NEW(builder->items->arena, container, 1);
    *c = (container){
        .node = node,
        .viewport = {.style = style, .items = own.items, .width = width, .height = height},
        .start_edge = builder->rtl ? end : start,
        .before_edge = before,
        .rtl = builder->rtl,
        .border = {.width = width + start + end, .height = height + before + after},
    };
    c->border.x = offset_from(style->left, style->right, c->border.width, base);
    c->border.y = offset_from(style->top, style->bottom, c->border.height, base_height);
    const fo_item floating = {
        .kind = FO_ITEM_FLOATING,
        .node = node,
        .parts = {.class = &positioned_class, .data = c},
    };
    fo_add_box(builder, &floating);
}
