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

static void part_node(mh_arena *arena, const fo_node *node, GPtrArray *out, unsigned depth)
{
    if (depth > FO_MAX_DEPTH || !fo_holds_blocks(node)) {
        g_ptr_array_add(out, copy_of(arena, node));
        return;
    }
    GPtrArray *inner = mh_arena_ptr_array(arena);
    for (const fo_node *child = node->first_child; child; child = child->next)
        part_node(arena, child, inner, depth + 1);
    bool is_first = true;
    guint from = 0;
    for (guint i = 0; i <= inner->len; i++) {
        const bool is_block = i < inner->len && fo_is_block_level(inner->pdata[i]);
        if (i < inner->len && !is_block)
            continue;
        /* An empty part is needed where it carries the id. */
        if (i > from || (is_first && node->id)) {
            fo_node *part = part_of(arena, node, is_first, i == inner->len);
            part->first_child = link_all(inner, from, i);
            part->last_child = i > from ? inner->pdata[i - 1] : NULL;
            g_ptr_array_add(out, part);
            is_first = false;
        }
        if (is_block)
            g_ptr_array_add(out, inner->pdata[i]);
        from = i + 1;
    }
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
    g_hash_table_insert(context->parted, (gpointer)(uintptr_t)parent, (gpointer)(uintptr_t)known);
    return known;
}
