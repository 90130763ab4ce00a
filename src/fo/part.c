/* Inline objects that hold blocks (XSL 1.1 §6.2): they are parted at the blocks, so that the inline
 * content before and behind makes lines with what stands beside the object. */

#include "fo/build.h"

static fo_node *copy_of(mh_arena *arena, const fo_node *node)
{
    fo_node *copy = MH_NEW(arena, fo_node, 1);
    *copy = *node;
    copy->next = NULL;
    return copy;
}

static fo_node *link_all(const GPtrArray *nodes, guint from, guint to)
{
    for (guint i = from; i + 1 < to; i++)
        ((fo_node *)nodes->pdata[i])->next = nodes->pdata[i + 1];
    return from < to ? nodes->pdata[from] : NULL;
}

/* A part of @p node with the parts of its children; only the first has the start edge and the id,
 * only the last the end edge. */
static fo_node *part_of(mh_arena *arena, const fo_node *node, bool is_first, bool is_last)
{
    fo_node *part = copy_of(arena, node);
    if (is_first && is_last)
        return part;
    fo_style *style = MH_NEW(arena, fo_style, 1);
    *style = *node->style;
    if (!is_first) {
        style->edges[FO_START] = (fo_edge){0};
        style->space_start = (fo_space){0};
        part->id = NULL;
    }
    if (!is_last) {
        style->edges[FO_END] = (fo_edge){0};
        style->space_end = (fo_space){0};
    }
    part->style = style;
    return part;
}

static void part_node(mh_arena *arena, const fo_node *node, GPtrArray *out, unsigned depth);

/* Adds the part of @p node that holds @p inner from @p from up to @p to. */
static void add_part(mh_arena *arena, const fo_node *node, const GPtrArray *inner, guint from,
                     guint to, GPtrArray *out)
{
    const bool is_first = from == 0;
    /* An empty part is needed where it carries the id. */
    if (from == to && !(is_first && node->id))
        return;
    fo_node *part = part_of(arena, node, is_first, to == inner->len);
    part->first_child = link_all(inner, from, to);
    part->last_child = from < to ? inner->pdata[to - 1] : NULL;
    g_ptr_array_add(out, part);
}

static void part_at_blocks(mh_arena *arena, const fo_node *node, GPtrArray *out, unsigned depth)
{
    GPtrArray *inner = mh_arena_ptr_array(arena);
    for (const fo_node *child = node->first_child; child; child = child->next)
        part_node(arena, child, inner, depth + 1);
    guint from = 0;
    for (guint i = 0; i < inner->len; i++) {
        if (!fo_is_block_level(inner->pdata[i]))
            continue;
        add_part(arena, node, inner, from, i, out);
        g_ptr_array_add(out, inner->pdata[i]);
        from = i + 1;
    }
    add_part(arena, node, inner, from, inner->len, out);
}

static void part_node(mh_arena *arena, const fo_node *node, GPtrArray *out, unsigned depth)
{
    if (depth > FO_MAX_DEPTH || !fo_holds_blocks(node))
        g_ptr_array_add(out, copy_of(arena, node));
    else
        part_at_blocks(arena, node, out, depth);
}

const fo_node *fo_part_children(fo_context *context, const fo_node *parent)
{
    const fo_node *child = parent->first_child;
    while (child && !fo_holds_blocks(child))
        child = child->next;
    if (!child)
        return parent->first_child;
    const fo_node *known = g_hash_table_lookup(context->parted, parent);
    if (known)
        return known;
    mh_arena *arena = mh_job_arena(context->job);
    GPtrArray *parts = mh_arena_ptr_array(arena);
    for (child = parent->first_child; child; child = child->next)
        part_node(arena, child, parts, 0);
    known = link_all(parts, 0, parts->len);
    g_hash_table_insert(context->parted, fo_unconst(parent), fo_unconst(known));
    return known;
}
