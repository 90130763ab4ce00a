#include "record/reader.h"

#include "lexicon/name.h"

mh_node *rec_node_new(rec_reader *reader, mh_node_kind kind, const rec_unit *unit)
{
    mh_node *node = MH_NEW(reader->arena, mh_node, 1);
    node->kind = kind;
    if (unit) {
        node->first_line = unit->first_line;
        node->last_line = unit->last_line;
    }
    return node;
}

/* A parent's lines are those of its children. */
static void widen(mh_node *node, const mh_node *child)
{
    for (; node; node = node->parent) {
        if (child->first_line && (!node->first_line || child->first_line < node->first_line))
            node->first_line = child->first_line;
        if (child->last_line > node->last_line)
            node->last_line = child->last_line;
    }
}

void rec_node_append(mh_node *parent, mh_node *child)
{
    child->parent = parent;
    child->next = NULL;
    if (parent->last_child)
        parent->last_child->next = child;
    else
        parent->first_child = child;
    parent->last_child = child;
    widen(parent, child);
}

void rec_node_append_all(mh_node *parent, mh_node *nodes)
{
    while (nodes) {
        mh_node *next = nodes->next;
        rec_node_append(parent, nodes);
        nodes = next;
    }
}

mh_node *rec_list_append(mh_node *first, mh_node *node)
{
    if (!first)
        return node;
    mh_node *last = first;
    while (last->next)
        last = last->next;
    last->next = node;
    return first;
}

mh_node *rec_detach(mh_node *root)
{
    for (mh_node *child = root->first_child; child; child = child->next)
        child->parent = NULL;
    return root->first_child;
}

void rec_node_remove_last(mh_node *parent)
{
    mh_node *last = parent->last_child;
    mh_node *before = NULL;
    for (mh_node *child = parent->first_child; child && child != last; child = child->next)
        before = child;
    if (before)
        before->next = NULL;
    else
        parent->first_child = NULL;
    parent->last_child = before;
    if (last)
        last->parent = NULL;
}

mh_span *rec_span_add(GArray *spans, mh_span_kind kind, size_t start, size_t end)
{
    mh_span span = {.kind = kind, .start = (uint32_t)start, .end = (uint32_t)end};
    g_array_append_val(spans, span);
    return &g_array_index(spans, mh_span, spans->len - 1);
}

/* Adds the spans of @p from that lie in @p bytes, moved to the new origin. */
static void move_spans(GArray *out, const GArray *from, rec_range bytes)
{
    for (guint i = 0; from && i < from->len; i++) {
        mh_span span = g_array_index(from, mh_span, i);
        if (span.start < bytes.from || span.end > bytes.to)
            continue;
        span.start -= (uint32_t)bytes.from;
        span.end -= (uint32_t)bytes.from;
        g_array_append_val(out, span);
    }
}

static void add_calls(GArray *out, const rec_unit *unit, rec_range bytes)
{
    for (const rec_call *call = unit->calls; call; call = call->next) {
        if (call->start < bytes.from || call->end > bytes.to)
            continue;
        mh_span *span =
            rec_span_add(out, MH_SPAN_NOTE, call->start - bytes.from, call->end - bytes.from);
        span->note = call->note;
    }
}

/* Bytes without white space at either end. */
static rec_range trim_range(mh_view text, rec_range bytes)
{
    mh_view inside = mh_view_slice(text, bytes.from, bytes.to);
    mh_view bare = mh_view_trim(inside);
    if (bare.len == 0)
        return (rec_range){bytes.from, bytes.from};
    size_t from = (size_t)(bare.ptr - text.ptr);
    return (rec_range){from, from + bare.len};
}

static bool is_own_mark(mh_span_kind kind)
{
    return kind == MH_SPAN_DOC_AUTHORITY || kind == MH_SPAN_INLINE || kind == MH_SPAN_DOC_PROPONENT
           || kind == MH_SPAN_DOC_TYPE || kind == MH_SPAN_SESSION;
}

/* The same words marked as what they are in the title and as what they name: one mark says both. */
static void unite_marks(GArray *spans)
{
    for (guint i = 0; i + 1 < spans->len; i++) {
        mh_span *own = &g_array_index(spans, mh_span, i);
        const mh_span *next = &g_array_index(spans, mh_span, i + 1);
        bool is_same =
            next->kind == MH_SPAN_CONCEPT && next->start == own->start && next->end == own->end;
        if (!is_same || !is_own_mark(own->kind))
            continue;
        own->concept = own->concept ? own->concept : next->concept;
        g_array_remove_index(spans, i + 1);
    }
}

mh_inline rec_text_marked(rec_reader *reader, const rec_unit *unit, rec_range bytes, unsigned mode,
                          const GArray *own)
{
    rec_range bare = trim_range(unit->text, bytes);
    mh_view text = mh_view_slice(unit->text, bare.from, bare.to);
    GArray *spans = reader->spans;
    g_array_set_size(spans, 0);
    add_calls(spans, unit, bare);
    move_spans(spans, own, bare);
    if (text.len > 0)
        rec_inline_mark(reader->inlines, text, unit->language ? unit->language : reader->language,
                        mode, spans);
    if (mode & REC_INLINE_TITLE)
        unite_marks(spans);
    mh_span *copy = MH_NEW(reader->arena, mh_span, spans->len);
    if (spans->len > 0)
        memcpy(copy, spans->data, spans->len * sizeof(mh_span));
    return (mh_inline){.text = text, .spans = copy, .span_count = spans->len};
}

mh_inline rec_text(rec_reader *reader, const rec_unit *unit, size_t from, size_t to, unsigned mode)
{
    return rec_text_marked(reader, unit, (rec_range){from, to}, mode, NULL);
}

mh_node *rec_paragraph_of(rec_reader *reader, const rec_unit *unit, size_t from, unsigned mode)
{
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text = rec_text(reader, unit, from, unit->text.len, mode);
    node->language = unit->language;
    return node;
}

const mh_concept *rec_concept(rec_reader *reader, const char *id, const char *href,
                              const char *show)
{
    const mh_concept *known = mh_concept_of_id(id);
    if (known)
        return known;
    mh_concept *concept = MH_NEW(reader->arena, mh_concept, 1);
    *concept = (mh_concept){.kind = MH_CONCEPT_CONCEPT, .id = id, .href = href, .show = show};
    return concept;
}
