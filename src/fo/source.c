#include "fo/source.h"

#include "fo/float.h"

static bool spans_columns(const fo_source_place *place, const fo_node *child)
{
    return place->has_columns && child && child->style->span_all;
}

static int32_t width_for(const fo_source_place *place, bool spans)
{
    return spans ? place->body_width : place->width;
}

/* Paragraphs and lines that stand one after the other: about a page. */
enum { CHUNK_ITEMS = 100 };
typedef struct chunk {
    mh_arena *arena;
    size_t start; /* index of its first item */
    size_t end;   /* and behind its last one */
} chunk;

/* A block whose children are built one by one. */
typedef struct open_block {
    fo_begun begun;
    fo_siblings siblings;
    const fo_node *next; /* child to build next, or NULL */
} open_block;

static chunk *chunk_at(const fo_source *source, size_t index)
{
    return &g_array_index(source->chunks, chunk, index);
}

static void free_chunks(void *user)
{
    fo_source_release(user, SIZE_MAX);
}

void fo_source_release(fo_source *source, size_t index)
{
    for (; source->released < source->chunks->len; source->released++) {
        const chunk *c = chunk_at(source, source->released);
        if (c->end > index)
            break;
        mh_arena_free(c->arena);
    }
}

/* The chunk for what is built next. */
static guint begin_chunk(fo_source *source)
{
    const size_t start = source->items->list->len;
    const guint count = source->chunks->len;
    if (source->released < count && start - chunk_at(source, count - 1)->start < CHUNK_ITEMS)
        return count - 1;
    const chunk begun = {.arena = mh_arena_new(), .start = start, .end = start};
    g_array_append_vals(source->chunks, &begun, 1);
    return count;
}

/* Begins @p child when its children can be built one by one, else builds it. */
static void add_child(fo_source *source, fo_siblings *siblings, const fo_node *child)
{
    fo_builder *builder = &source->builder;
    if (!fo_is_past(builder, child) && fo_block_can_begin(builder, child)) {
        fo_siblings_enter(siblings, child);
        open_block block = {.begun = fo_block_begin(builder, child),
                            .siblings = {.builder = builder, .parent = child},
                            .next = fo_part_children(builder->context, child)};
        g_array_append_vals(source->open, &block, 1);
        return;
    }
    fo_siblings_add(siblings, child);
    if (!child->next || fo_is_block_level(child->next))
        fo_siblings_flush(siblings, child->next);
}

/* One step on in the innermost block: its next child, or its end. */
static void go_on_in_block(fo_source *source)
{
    const guint innermost = source->open->len - 1;
    open_block block = g_array_index(source->open, open_block, innermost);
    const fo_node *child = block.next;
    if (!child) {
        fo_siblings_flush(&block.siblings, NULL);
        fo_block_end(&source->builder, &block.begun);
        g_array_set_size(source->open, innermost);
        return;
    }
    block.next = child->next;
    add_child(source, &block.siblings, child);
    g_array_index(source->open, open_block, innermost) = block;
}

static bool is_at_end(const fo_source *source)
{
    return !source->next || (source->has_columns && source->next->style->span_all != source->spans);
}

static void build_step(fo_source *source)
{
    fo_context *context = source->builder.context;
    mh_arena *outer = context->arena;
    const guint index = begin_chunk(source);
    context->arena = chunk_at(source, index)->arena;
    if (source->open->len > 0) {
        go_on_in_block(source);
    } else {
        const fo_node *child = source->next;
        source->next = child->next;
        add_child(source, &source->siblings, child);
    }
    if (source->open->len == 0 && is_at_end(source))
        fo_clear_floats(&source->builder);
    chunk_at(source, index)->end = source->items->list->len;
    context->arena = outer;
}

/* Builds until there are new items. */
static bool build_more(void *user)
{
    fo_source *source = user;
    const guint before = source->items->list->len;
    while (source->items->list->len == before && (source->open->len > 0 || !is_at_end(source)))
        build_step(source);
    return source->items->list->len > before;
}

fo_source *fo_source_new(const fo_source_place *place, const fo_node *next)
{
    fo_source *source = MH_NEW(place->arena, fo_source, 1);
    source->flow = place->flow;
    source->chunks = mh_arena_array(place->arena, sizeof(chunk));
    mh_arena_defer(place->arena, free_chunks, source);
    source->open = mh_arena_array(place->arena, sizeof(open_block));
    source->next = next;
    source->has_columns = place->has_columns;
    source->spans = spans_columns(place, next);
    fo_builder_init(&source->builder, place->context, place->arena, width_for(place, source->spans),
                    place->rtl);
    source->builder.reference_height = place->height;
    source->items = source->builder.items;
    source->items->more = build_more;
    source->items->user = source;
    source->siblings = (fo_siblings){.builder = &source->builder, .parent = place->flow};
    return source;
}

/* The last line before @p index of the same paragraph as @p line, or NULL. */
static const fo_line *line_before(const fo_items *items, size_t index,
                                  const fo_paragraph *paragraph)
{
    while (index-- > 0) {
        const fo_item *item = fo_items_at(items, index);
        if (item->kind == FO_ITEM_BREAK)
            continue;
        return item->kind == FO_ITEM_BOX && item->box.paragraph == paragraph ? item->box.line
                                                                             : NULL;
    }
    return NULL;
}

static bool is_in_table(const fo_node *node, const fo_node *flow)
{
    for (node = node->parent; node && node != flow; node = node->parent)
        if (node->type == FO_TABLE)
            return true;
    return false;
}

static bool is_between(const fo_item *item)
{
    return item->kind == FO_ITEM_SPACE || item->kind == FO_ITEM_BREAK
           || item->kind == FO_ITEM_CLOSE;
}

/* The first item from @p index on that is more than a space between others, or the end of the list;
 * of a source in the middle of a block more is built for it. */
static size_t skip_between(const fo_items *items, size_t index)
{
    const fo_source *source = items->more ? items->user : NULL;
    for (;;) {
        while (index < items->list->len && is_between(fo_items_at(items, index)))
            index++;
        if (index < items->list->len || !source || source->open->len == 0
            || !items->more(items->user))
            return index;
    }
}

/* Where building can go on for what @p items has from @p from on; the target stays NULL at the end.
 */
static bool find_in_list(const fo_items *items, fo_place from, const fo_node *flow, fo_resume *out)
{
    const size_t index = skip_between(items, from.index);
    if (index == items->list->len)
        return true;
    const fo_item *item = fo_items_at(items, index);
    *out = (fo_resume){.target = item->node};
    if (item->kind == FO_ITEM_BOX && item->box.line) {
        out->after = line_before(items, index, item->box.paragraph);
        out->paragraph = out->after ? item->box.paragraph : NULL;
        return true;
    }
    const bool can_begin = item->kind == FO_ITEM_OPEN || item->kind == FO_ITEM_FLOATING;
    return can_begin && item->node && !is_in_table(item->node, flow);
}

/* Follows list items that are divided down to the list that goes on. */
static bool find_resume(const fo_source *old, fo_place from, fo_resume *out)
{
    const fo_items *items = old->items;
    *out = (fo_resume){0};
    for (unsigned depth = 0; from.inside && depth < FO_MAX_DEPTH; depth++) {
        items = fo_columns_rest(fo_items_at(items, from.index), from.inside, &from);
        if (!items)
            return false;
    }
    if (!find_in_list(items, from, old->flow, out))
        return false;
    return out->target || items == old->items;
}

fo_source *fo_source_continue(const fo_source_place *place, const fo_source *old, fo_place from)
{
    fo_resume resume;
    if (!find_resume(old, from, &resume))
        return NULL;
    const fo_node *child = resume.target;
    while (child && child->parent != old->flow)
        child = child->parent;
    fo_source *source = fo_source_new(place, child ? child : old->next);
    if (!child)
        return source;
    source->resume = resume;
    source->builder.resume = &source->resume;
    return source;
}

int32_t fo_source_width(const fo_source *source)
{
    return source->builder.reference;
}

bool fo_source_suits(const fo_source *source, const fo_source_place *place)
{
    return source->builder.reference == width_for(place, source->spans)
           && source->has_columns == place->has_columns;
}
