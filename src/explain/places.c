#include "explain/places.h"

#include "explain/rules.h"

/* A mark whose words are not in this many lines was broken at a line's end. */
#define MARK_LINES_MAX 4
#define SHOWN_CHARACTERS_MAX 32

typedef struct finder {
    mh_arena *arena;
    const mh_text *text;
    explain_place *places;
} finder;

/* ------------------------------------------------------------------ joins */

static void join_block(finder *f, const mh_block *block)
{
    uint32_t first = block->line[0];
    uint32_t last = block->line[block->line_count - 1];
    if (block->line_count < 2)
        return;
    for (uint32_t i = first; i < last; i++)
        f->places[i].join = EXPLAIN_JOIN_ACROSS;
    for (size_t i = 0; i < block->line_count; i++)
        f->places[block->line[i]].join = EXPLAIN_JOIN_MIDDLE;
    f->places[first].join = EXPLAIN_JOIN_FIRST;
    f->places[last].join = EXPLAIN_JOIN_LAST;
}

/* ------------------------------------------------------------------ marks */

/* The place of a line by its number; of lines without one, a place that nobody reads. */
static explain_place *place_at(finder *f, uint32_t line)
{
    return &f->places[mh_text_line_at(f->text, line, 0)];
}

static GString *marks_of(finder *f, uint32_t line)
{
    explain_place *place = place_at(f, line);
    if (!place->marks)
        place->marks = mh_arena_string(f->arena);
    return place->marks;
}

static bool is_worth_telling(mh_span_kind kind)
{
    return kind != MH_SPAN_LINE_BREAK && kind != MH_SPAN_BOLD && kind != MH_SPAN_ITALIC;
}

static mh_view shorten(mh_view words)
{
    const char *end = words.ptr + words.len;
    const char *p = words.ptr;
    for (unsigned i = 0; p < end && i < SHOWN_CHARACTERS_MAX; i++)
        p = mh_utf8_next(p);
    return mh_view_slice(words, 0, (size_t)(p - words.ptr));
}

static void tell_mark(finder *f, uint32_t line, const mh_span *span, mh_view words)
{
    GString *marks = marks_of(f, line);
    g_string_append_printf(marks, "%s%s", marks->len > 0 ? ", " : "",
                           mh_span_kind_name(span->kind));
    if (span->value)
        g_string_append_printf(marks, " %s", span->value);
    else if (span->concept)
        g_string_append_printf(marks, " %s", span->concept->id);
    else
        g_string_append_printf(marks, " \"%.*s\"", MH_VIEW_ARG(shorten(words)));
}

static void tell_move(finder *f, const mh_move *move)
{
    if (move->from_line == 0 || move->from_line > f->text->line_count)
        return;
    GString *marks = marks_of(f, move->from_line);
    g_string_append_printf(marks, "%snumber of the note in line %u", marks->len > 0 ? ", " : "",
                           move->to_line);
}

/* A line that a gutter cut has two parts. */
static bool has_words(const finder *f, mh_view words, uint32_t line)
{
    for (unsigned part = 0; part < 2; part++) {
        size_t at = mh_text_line_at(f->text, line, part);
        if (at < f->text->line_count && mh_view_find(f->text->lines[at].text, words, 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* The line from @p line on that has the words; @p line itself when they are broken. */
static uint32_t find_words(const finder *f, mh_view words, uint32_t line, uint32_t last)
{
    for (uint32_t i = line; i <= last && i < line + MARK_LINES_MAX; i++)
        if (has_words(f, words, i))
            return i;
    return line;
}

static void place_note(finder *f, const mh_note *note, const char *path);

static void find_marks(finder *f, const mh_inline *text, const mh_node *node, const char *path)
{
    uint32_t line = node->first_line;
    uint32_t last = MIN(node->last_line, (uint32_t)f->text->line_count);
    if (line == 0 || line > last)
        return;
    for (size_t i = 0; i < text->span_count; i++) {
        const mh_span *span = &text->spans[i];
        mh_view words = mh_view_slice(text->text, span->start, span->end);
        line = find_words(f, words, line, last);
        if (is_worth_telling(span->kind))
            tell_mark(f, line, span, words);
        if (span->note)
            place_note(f, span->note, path);
    }
}

/* ------------------------------------------------------------------ nodes */

static void set_range(finder *f, uint32_t first, uint32_t last, const char *path)
{
    last = MIN(last, (uint32_t)f->text->line_count);
    for (uint32_t line = MAX(first, 1); line <= last; line++) {
        for (unsigned part = 0; part < 2; part++) {
            size_t at = mh_text_line_at(f->text, line, part);
            if (at < f->text->line_count)
                f->places[at].path = path;
        }
    }
}

/* Nodes that only carry the text of what they stand in. */
static bool is_transparent(const mh_node *node)
{
    bool is_plain = node->kind == MH_NODE_P && !node->name && node->parent;
    return is_plain || node->kind == MH_NODE_LIST || node->kind == MH_NODE_CELL;
}

static const char *name_node(const finder *f, const mh_node *node)
{
    const char *kind = mh_node_kind_name(node->kind);
    bool has_name = node->name && node->kind != MH_NODE_PREAMBULAR;
    if (node->num.len > 0)
        return mh_arena_printf(f->arena, "%s %.*s", kind, MH_VIEW_ARG(node->num));
    if (has_name)
        return mh_arena_printf(f->arena, "%s", node->name);
    return kind;
}

/* The printed words that go with the rule: a participle, a heading; empty when there are none. */
static mh_view words_of(const mh_node *node, explain_rule rule)
{
    if (rule == EXPLAIN_RULE_PARTICIPLE)
        return mh_view_of(node->name);
    return shorten(node->heading.text);
}

static const char *tell_rule(const finder *f, explain_rule rule, mh_view words)
{
    const char *quote = words.len > 0 ? "\"" : "";
    return mh_arena_printf(f->arena, "%s%s%s%.*s%s (%s)", explain_rule_name(rule),
                           words.len > 0 ? " " : "", quote, MH_VIEW_ARG(words), quote,
                           explain_rule_confidence(rule));
}

static void place_nodes(finder *f, const mh_node *node, const char *path);
static void place_document(finder *f, const mh_document *document, const char *path);

static void place_node(finder *f, const mh_node *node, const char *path)
{
    const char *own = path;
    if (!is_transparent(node)) {
        own = mh_arena_printf(f->arena, "%s%s%s", path, *path ? " › " : "", name_node(f, node));
        set_range(f, node->first_line, node->last_line, own);
        explain_rule rule = explain_rule_of(node);
        place_at(f, node->first_line)->evidence = tell_rule(f, rule, words_of(node, rule));
    }
    find_marks(f, &node->heading, node, own);
    find_marks(f, &node->text, node, own);
    place_nodes(f, node->first_child, own);
    if (node->document)
        place_document(f, node->document, own);
}

static void place_nodes(finder *f, const mh_node *node, const char *path)
{
    for (; node; node = node->next)
        place_node(f, node, path);
}

static void place_note(finder *f, const mh_note *note, const char *path)
{
    const char *own = mh_arena_printf(f->arena, "%s%snote %.*s", path, *path ? " › " : "",
                                      MH_VIEW_ARG(note->marker));
    set_range(f, note->first_line, note->last_line, own);
    place_at(f, note->first_line)->evidence = tell_rule(f, EXPLAIN_RULE_NOTE, (mh_view){0});
    for (const mh_node *p = note->content; p; p = p->next)
        find_marks(f, &p->text, p, own);
}

/* ------------------------------------------------------------------ documents */

static void place_documents(finder *f, const mh_document *document, const char *path);

static void place_document(finder *f, const mh_document *document, const char *path)
{
    const struct {
        const char *name;
        const mh_node *nodes;
    } regions[] = {
        {"cover", document->cover},
        {"preface", document->preface},
        {"preamble", document->preamble},
        {"", document->body},
        {"conclusions", document->conclusions},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(regions); i++) {
        const char *between = *path && *regions[i].name ? " › " : "";
        place_nodes(f, regions[i].nodes,
                    mh_arena_printf(f->arena, "%s%s%s", path, between, regions[i].name));
    }
    place_documents(f, document->components, path);
    place_documents(f, document->attachments, path);
}

/* Attachments are told by what they are and how many of these came before. */
static void place_documents(finder *f, const mh_document *document, const char *path)
{
    unsigned counts[MH_KIND_COUNT] = {0};
    for (; document; document = document->next) {
        const char *own =
            mh_arena_printf(f->arena, "%s%s%s %u", path, *path ? " › " : "",
                            mh_kind_info_of(document->kind)->name, ++counts[document->kind]);
        place_document(f, document, own);
    }
}

explain_place *explain_places_find(mh_arena *arena, const mh_record *record)
{
    const mh_text *text = record->text;
    finder f = {
        .arena = arena,
        .text = text,
        .places = MH_NEW(arena, explain_place, text->line_count + 1),
    };
    for (size_t i = 0; i < text->block_count; i++)
        join_block(&f, &text->blocks[i]);
    place_document(&f, record->document, "");
    for (size_t i = 0; i < record->move_count; i++)
        tell_move(&f, &record->moves[i]);
    return f.places;
}
