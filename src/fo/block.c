/* fo:block and what stands in it (XSL 1.1 §6.5.2), and the sequence of siblings in any parent. */

#include "fo/build.h"
#include "fo/float.h"

/* A chain of first or last children that lend their keeps and breaks is cut at this length. */
enum { LENT_DEPTH_MAX = 32 };

static bool makes_blocks(const fo_node *node)
{
    switch (node->type) {
    case FO_BLOCK:
    case FO_BLOCK_CONTAINER:
    case FO_LIST_BLOCK:
    case FO_LIST_ITEM:
    case FO_TABLE:
    case FO_TABLE_AND_CAPTION:
        return true;
    case FO_FLOAT:
        return node->style->float_side == FO_FLOAT_NONE;
    default:
        return false;
    }
}

static bool can_hold_blocks(const fo_node *node)
{
    return node->type == FO_INLINE || node->type == FO_WRAPPER || node->type == FO_BASIC_LINK
           || node->type == FO_BIDI_OVERRIDE || node->type == FO_RETRIEVE_MARKER;
}

static bool has_blocks(const fo_node *node, unsigned depth)
{
    if (depth > FO_MAX_DEPTH || !can_hold_blocks(node))
        return false;
    for (const fo_node *child = node->first_child; child; child = child->next)
        if (makes_blocks(child) || has_blocks(child, depth + 1))
            return true;
    return false;
}

bool fo_holds_blocks(const fo_node *node)
{
    return has_blocks(node, 0);
}

bool fo_is_block_level(const fo_node *node)
{
    return makes_blocks(node) || has_blocks(node, 0);
}

static bool is_positioned(const fo_node *node)
{
    return node->type == FO_BLOCK_CONTAINER && node->style->absolute != FO_ABSOLUTE_AUTO;
}

/* Markers and positioned containers stand nowhere in the flow. */
static bool is_out_of_flow(const fo_node *node)
{
    return node->type == FO_MARKER || is_positioned(node);
}

/* The child whose leading (or trailing) edge is that of @p node, or NULL. */
static const fo_node *lending_child(const fo_node *node, bool last)
{
    if (node->type == FO_TABLE || node->type == FO_TABLE_AND_CAPTION || is_positioned(node))
        return NULL;
    const fo_node *found = NULL;
    for (const fo_node *child = node->first_child; child; child = child->next) {
        if (is_out_of_flow(child))
            continue;
        found = child;
        if (!last)
            break;
    }
    if (!found)
        return NULL;
    if (node->type == FO_LIST_ITEM)
        return found->type == FO_LIST_ITEM_BODY || found->type == FO_LIST_ITEM_LABEL ? found : NULL;
    return fo_is_block_level(found) ? found : NULL;
}

static fo_break lent_break(const fo_node *node, bool last, unsigned depth)
{
    fo_break strongest = FO_BREAK_AUTO;
    if (!node || depth > LENT_DEPTH_MAX)
        return strongest;
    if (!fo_type_is_inline(node->type))
        strongest = last ? node->style->break_after : node->style->break_before;
    if (node->type == FO_TABLE)
        return MAX(strongest, fo_table_lent_break(node, last));
    if (node->type != FO_LIST_ITEM)
        return MAX(strongest, lent_break(lending_child(node, last), last, depth + 1));
    /* Label and body begin, and end, together. */
    for (const fo_node *side = node->first_child; side; side = side->next)
        strongest = MAX(strongest, lent_break(side, last, depth + 1));
    return strongest;
}

fo_break fo_break_before(const fo_node *node)
{
    return lent_break(node, false, 0);
}

fo_break fo_break_after(const fo_node *node)
{
    return lent_break(node, true, 0);
}

static void raise_point(fo_break_point *point, fo_keep keep)
{
    point->within_column = MAX(point->within_column, keep.within_column);
    point->within_page = MAX(point->within_page, keep.within_page);
}

void fo_add_break_between(fo_builder *builder, const fo_node *before, const fo_node *after)
{
    fo_break_point point = {.forced = FO_BREAK_AUTO};
    if (before)
        point.forced = fo_break_after(before);
    if (after)
        point.forced = MAX(point.forced, fo_break_before(after));
    for (int i = 0; before && i < LENT_DEPTH_MAX; i++) {
        raise_point(&point, before->style->keep_with_next);
        if (before->type == FO_TABLE)
            raise_point(&point, fo_table_lent_keep(before, true));
        before = lending_child(before, true);
    }
    for (int i = 0; after && i < LENT_DEPTH_MAX; i++) {
        raise_point(&point, after->style->keep_with_previous);
        if (after->type == FO_TABLE)
            raise_point(&point, fo_table_lent_keep(after, false));
        after = lending_child(after, false);
    }
    fo_add_break(builder, &point);
}

void fo_siblings_flush(fo_siblings *s, const fo_node *end)
{
    if (!s->pending)
        return;
    GArray *list = s->builder->items->list;
    const guint start = list->len;
    if (s->has_before)
        fo_add_break_between(s->builder, s->before, NULL);
    const guint content = list->len;
    fo_build_paragraph(s->builder, s->parent, s->pending, end);
    s->pending = NULL;
    if (list->len == content) {
        g_array_set_size(list, start);
        return;
    }
    s->has_before = true;
    s->before = NULL;
}

static void add_parts(fo_siblings *s, const fo_node *holder);

bool fo_is_past(const fo_builder *builder, const fo_node *child)
{
    if (!builder->resume)
        return false;
    /* Blocks in parted inline objects are copies: their order tells them. */
    const bool is_block = fo_is_block_level(child);
    for (const fo_node *node = builder->resume->target; node; node = node->parent)
        if (node == child || (is_block && node->order == child->order && node->type == child->type))
            return false;
    return true;
}

void fo_siblings_add(fo_siblings *s, const fo_node *child)
{
    /* Markers are kept with the area of their parent. */
    if (child->type == FO_MARKER || fo_is_past(s->builder, child))
        return;
    if (!fo_is_block_level(child)) {
        if (!s->pending)
            s->pending = child;
        return;
    }
    fo_siblings_flush(s, child);
    if (fo_holds_blocks(child)) {
        add_parts(s, child);
        return;
    }
    if (is_positioned(child)) {
        fo_build_object(s->builder, child);
        return;
    }
    fo_siblings_enter(s, child);
    fo_build_object(s->builder, child);
}

void fo_siblings_enter(fo_siblings *s, const fo_node *child)
{
    fo_siblings_flush(s, child);
    if (s->has_before)
        fo_add_break_between(s->builder, s->before, child);
    s->has_before = true;
    s->before = child;
}

/* An inline object that holds blocks, where its parent did not part it: a child of a flow. */
static void add_parts(fo_siblings *s, const fo_node *holder)
{
    const fo_node *outer = s->parent;
    s->parent = holder;
    for (const fo_node *part = fo_part_children(s->builder->context, holder); part;
         part = part->next)
        fo_siblings_add(s, part);
    fo_siblings_flush(s, NULL);
    s->parent = outer;
}

void fo_build_children(fo_builder *builder, const fo_node *parent)
{
    fo_siblings s = {.builder = builder, .parent = parent};
    if (builder->depth >= FO_MAX_DEPTH)
        return;
    builder->depth++;
    for (const fo_node *child = fo_part_children(builder->context, parent); child;
         child = child->next)
        fo_siblings_add(&s, child);
    fo_siblings_flush(&s, NULL);
    builder->depth--;
}

/* Opens the block's area; gives the number of items before its content. */
static guint open_block(fo_builder *builder, const fo_node *node)
{
    fo_open_block(builder, node);
    return builder->items->list->len;
}

static void close_block(fo_builder *builder, const fo_node *node, guint before)
{
    if (builder->items->list->len == before)
        fo_add_box(builder, &(fo_item){.kind = FO_ITEM_BOX, .node = node});
    fo_close_area(builder);
}

static void build_block(fo_builder *builder, const fo_node *node)
{
    const guint before = open_block(builder, node);
    fo_build_children(builder, node);
    close_block(builder, node, before);
}

static void build_by_type(fo_builder *builder, const fo_node *node)
{
    switch (node->type) {
    case FO_LIST_BLOCK:
        fo_build_list(builder, node);
        break;
    case FO_LIST_ITEM:
        fo_build_list_item(builder, node);
        break;
    case FO_BLOCK_CONTAINER:
        fo_build_container(builder, node);
        break;
    case FO_TABLE:
        fo_build_table(builder, node);
        break;
    case FO_TABLE_AND_CAPTION:
        fo_build_table_and_caption(builder, node);
        break;
    default:
        build_block(builder, node);
        break;
    }
}

/* Only lines can be shorter; other content goes on below side floats. */
static bool stands_below_floats(const fo_node *node)
{
    return node->type == FO_LIST_BLOCK || node->type == FO_TABLE
           || node->type == FO_TABLE_AND_CAPTION || node->type == FO_BLOCK_CONTAINER;
}

/* The keeps around an object, raised by its own while it is built. */
typedef struct outer_keeps {
    int16_t column;
    int16_t page;
} outer_keeps;

static outer_keeps begin_object(fo_builder *builder, const fo_node *node)
{
    const outer_keeps outer = {builder->keep_column, builder->keep_page};
    const fo_keep keep = node->style->keep_together;
    if (builder->resume && builder->resume->target == node)
        builder->resume = NULL;
    builder->keep_column = MAX(outer.column, keep.within_column);
    builder->keep_page = MAX(outer.page, keep.within_page);
    builder->depth++;
    if (node->style->clear_before || stands_below_floats(node))
        fo_clear_floats(builder);
    if (!fo_type_is_inline(node->type) && !builder->resume)
        fo_add_space(builder, &node->style->space_before);
    return outer;
}

static void end_object(fo_builder *builder, const fo_node *node, outer_keeps outer)
{
    if (!fo_type_is_inline(node->type))
        fo_add_space(builder, &node->style->space_after);
    builder->depth--;
    builder->keep_column = outer.column;
    builder->keep_page = outer.page;
}

void fo_build_object(fo_builder *builder, const fo_node *node)
{
    if (builder->depth >= FO_MAX_DEPTH)
        return;
    if (is_positioned(node)) {
        fo_build_positioned(builder, node);
        return;
    }
    const outer_keeps outer = begin_object(builder, node);
    build_by_type(builder, node);
    end_object(builder, node, outer);
}

bool fo_block_can_begin(const fo_builder *builder, const fo_node *node)
{
    if (node->type != FO_BLOCK || builder->depth + 2 >= FO_MAX_DEPTH)
        return false;
    const fo_node *child = node->first_child;
    while (child && !fo_is_block_level(child))
        child = child->next;
    return child != NULL;
}

fo_begun fo_block_begin(fo_builder *builder, const fo_node *node)
{
    const outer_keeps outer = begin_object(builder, node);
    const guint before = open_block(builder, node);
    builder->depth++; /* as fo_build_children() does */
    return (fo_begun){node, outer.column, outer.page, before};
}

void fo_block_end(fo_builder *builder, const fo_begun *begun)
{
    builder->depth--;
    close_block(builder, begun->node, begun->before);
    end_object(builder, begun->node, (outer_keeps){begun->keep_column, begun->keep_page});
}
