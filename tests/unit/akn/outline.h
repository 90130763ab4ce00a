#ifndef MH_TESTS_AKN_OUTLINE_H
#define MH_TESTS_AKN_OUTLINE_H

/*
 * Records for tests, written as outlines: one node a line, children indented by two blanks.
 *
 *   record letter en                   kind and language of the record
 *   symbol S/2099/101                  also: organ, work, issue, title, job, original, author
 *   preface                            parts: cover, preface, preamble, body, conclusions
 *     p | | | {title:Letter dated {date=2099-03-01:1 March 2099}}
 *   body
 *     paragraph | 1. | |               kind[.name[.language]] | number | heading | text
 *       p | | | Text with a note{note:*:What the note says}
 *   annex fr                           an attachment; "+annex" one below the one before
 *
 * Marks: {name[=value]:text}; a colon in the value is written ";". What is printed is written, line
 * by line, as the record's source, so that the document can be compared with it; notes stand at the
 * end.
 */

#include <stdlib.h>

#include "record/record.h"

enum { OUTLINE_DEPTH_MAX = 200, OUTLINE_NODE_KINDS = MH_NODE_DEBATE_SECTION + 1 };

typedef struct outline_reader {
    mh_job *job;
    mh_arena *arena;
    mh_record *record;
    GString *source;
    GArray *lines;    /* mh_line; the text is set at the end */
    GPtrArray *notes; /* mh_note, their text still to be printed */
    mh_document *document;
    mh_document *attached[OUTLINE_DEPTH_MAX]; /* the last attachment of each depth */
    mh_node **part;
    size_t rank; /* of the part: parts come in the order of the source, or are left out */
    mh_node *open[OUTLINE_DEPTH_MAX];
    GPtrArray *symbols;
    GPtrArray *organs;
} outline_reader;

static const char *const outline_spans[] = {
    [MH_SPAN_DATE] = "date",
    [MH_SPAN_TIME] = "time",
    [MH_SPAN_SYMBOL] = "symbol",
    [MH_SPAN_RESOLUTION] = "resolution",
    [MH_SPAN_ANNEX] = "annex",
    [MH_SPAN_URL] = "url",
    [MH_SPAN_CONCEPT] = "concept",
    [MH_SPAN_NOTE] = "note",
    [MH_SPAN_ITALIC] = "i",
    [MH_SPAN_BOLD] = "b",
    [MH_SPAN_LINE_BREAK] = "eol",
    [MH_SPAN_SIGNED] = "signed",
    [MH_SPAN_QUOTE] = "quote",
    [MH_SPAN_DOC_TITLE] = "title",
    [MH_SPAN_DOC_TYPE] = "type",
    [MH_SPAN_DOC_NUMBER] = "number",
    [MH_SPAN_DOC_AUTHORITY] = "authority",
    [MH_SPAN_DOC_PROPONENT] = "proponent",
    [MH_SPAN_DOC_STATUS] = "status",
    [MH_SPAN_DOC_DATE] = "docDate",
    [MH_SPAN_SESSION] = "session",
    [MH_SPAN_INLINE] = "inline",
};

static const char *const outline_record_kinds[] = {
    [MH_KIND_DOCUMENT] = "document",      [MH_KIND_LETTER] = "letter",
    [MH_KIND_RESOLUTION] = "resolution",  [MH_KIND_VERBATIM_RECORD] = "verbatim",
    [MH_KIND_SUMMARY_RECORD] = "summary", [MH_KIND_ANNEX] = "annex",
    [MH_KIND_ENCLOSURE] = "enclosure",    [MH_KIND_APPENDIX] = "appendix",
};

/* Index of @p word among @p names, or @p fallback. */
static size_t outline_find(const char *const *names, size_t count, const char *word,
                           size_t fallback)
{
    for (size_t i = 0; i < count; i++)
        if (names[i] && strcmp(names[i], word) == 0)
            return i;
    return fallback;
}

/* Nodes are named as the dump names them. */
static mh_node_kind outline_node_kind(const char *word)
{
    for (unsigned kind = 0; kind < OUTLINE_NODE_KINDS; kind++)
        if (strcmp(mh_node_kind_name((mh_node_kind)kind), word) == 0)
            return (mh_node_kind)kind;
    return MH_NODE_P;
}

/* Concepts are told apart by their ids: the class is the first letter, as in "oUnsc", "pZhang". */
static mh_concept *outline_concept(outline_reader *o, const char *id)
{
    static const char letters[] = "oprceltb";
    static const char *const paths[] = {"organization", "person",   "role", "concept",
                                        "event",        "location", "term", "object"};
    const char *letter = id && *id ? strchr(letters, *id) : NULL;
    size_t kind = letter ? (size_t)(letter - letters) : 3;
    mh_concept *concept = MH_NEW(o->arena, mh_concept, 1);
    *concept = (mh_concept){.kind = (mh_concept_class)kind,
                            .id = mh_arena_strdup(o->arena, id ? id : "cNone"),
                            .show = mh_arena_strdup(o->arena, id ? id : "none")};
    concept->href = mh_arena_printf(o->arena, "/akn/ontology/%s/un/%s", paths[kind], concept->id);
    return concept;
}

static void outline_marks(outline_reader *o, const char **at, GString *text, GArray *spans,
                          unsigned depth);

/* "{note:*:text}": the mark is printed, the text at the end. */
static void outline_note(outline_reader *o, const char **at, mh_span *span)
{
    const char *p = *at;
    const char *end = p + strcspn(p, "}");
    mh_note *note = MH_NEW(o->arena, mh_note, 1);
    note->content = MH_NEW(o->arena, mh_node, 1);
    note->content->text.text =
        mh_arena_copy(o->arena, (mh_view){.ptr = p, .len = (size_t)(end - p)});
    span->note = note;
    g_ptr_array_add(o->notes, note);
    *at = end;
}

static void outline_mark(outline_reader *o, const char **at, GString *text, GArray *spans,
                         unsigned depth)
{
    const char *p = *at + 1;
    size_t length = strcspn(p, "=:{}");
    char *name = g_strndup(p, length);
    mh_span span = {.start = (uint32_t)text->len};
    span.kind = (mh_span_kind)outline_find(outline_spans, G_N_ELEMENTS(outline_spans), name,
                                           MH_SPAN_ITALIC);
    g_free(name);
    p += length;
    if (*p == '=') {
        length = strcspn(p + 1, ":{}");
        char *value = mh_arena_string_of(o->arena, (mh_view){.ptr = p + 1, .len = length});
        span.value = g_strdelimit(value, ";", ':');
        p += length + 1;
    }
    if (span.kind == MH_SPAN_CONCEPT
        || (span.value && (span.kind == MH_SPAN_DOC_AUTHORITY || span.kind == MH_SPAN_DOC_STATUS)))
    span.concept = outline_concept(o, span.value);
    if (*p == ':')
        p++;
    guint index = spans->len;
    g_array_append_val(spans, span);
    if (span.kind == MH_SPAN_NOTE) {
        length = strcspn(p, ":{}");
        g_string_append_len(text, p, (gssize)length);
        p += length;
        if (*p == ':')
            p++;
        outline_note(o, &p, &span);
        span.note->marker = mh_arena_copy(
            o->arena, (mh_view){.ptr = text->str + span.start, .len = text->len - span.start});
    } else {
        outline_marks(o, &p, text, spans, depth + 1);
    }
    if (*p == '}')
        p++;
    span.end = (uint32_t)text->len;
    g_array_index(spans, mh_span, index) = span;
    *at = p;
}

static void outline_marks(outline_reader *o, const char **at, GString *text, GArray *spans,
                          unsigned depth)
{
    while (**at && **at != '}') {
        if (**at == '{' && depth < OUTLINE_DEPTH_MAX)
            outline_mark(o, at, text, spans, depth);
        else
            g_string_append_c(text, *(*at)++);
    }
}

static mh_inline outline_inline(outline_reader *o, const char *marked)
{
    GString *text = g_string_new(NULL);
    GArray *spans = mh_arena_array(o->arena, sizeof(mh_span));
    for (const char *p = marked; *p;) {
        outline_marks(o, &p, text, spans, 0);
        if (*p == '}')
            p++;
    }
    mh_inline result = {.text =
                            mh_arena_copy(o->arena, (mh_view){.ptr = text->str, .len = text->len}),
                        .spans = (const mh_span *)(const void *)spans->data,
                        .span_count = spans->len};
    (void)g_string_free(text, TRUE);
    return result;
}

/* Prints a line of the source and returns its number; the offsets become text at the end. */
static uint32_t outline_print(outline_reader *o, mh_view first, mh_view second, mh_view third)
{
    mh_line line = {.offset = o->source->len, .number = o->lines->len + 1, .page = 1};
    const mh_view parts[] = {first, second, third};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i].len > 0 && o->source->len > line.offset)
            g_string_append_c(o->source, ' ');
        g_string_append_len(o->source, parts[i].ptr, (gssize)parts[i].len);
    }
    line.text.len = o->source->len - line.offset;
    g_string_append_c(o->source, '\n');
    g_array_append_val(o->lines, line);
    return line.number;
}

static void outline_link(outline_reader *o, mh_node *node, size_t depth)
{
    mh_node *parent = depth > 0 ? o->open[depth - 1] : NULL;
    node->parent = parent;
    if (parent) {
        if (parent->last_child)
            parent->last_child->next = node;
        else
            parent->first_child = node;
        parent->last_child = node;
    } else if (!*o->part) {
        *o->part = node;
    } else {
        mh_node *last = *o->part;
        while (last->next)
            last = last->next;
        last->next = node;
    }
    o->open[depth] = node;
    for (size_t i = depth + 1; i < OUTLINE_DEPTH_MAX; i++)
        o->open[i] = NULL;
}

static mh_language outline_language(const char *code)
{
    static const char *const codes[] = {"", "ar", "en", "es", "fr", "ru", "zh"};
    return (mh_language)outline_find(codes, G_N_ELEMENTS(codes), code ? code : "", 0);
}

static void outline_node(outline_reader *o, const char *line, size_t depth)
{
    enum { BODY_RANK = 3 };
    if (o->part == &o->document->body)
        o->rank = BODY_RANK;
    char **fields = g_strsplit(line, "|", 4);
    guint count = g_strv_length(fields);
    char **words = g_strsplit(g_strstrip(fields[0]), ".", 3);
    guint word_count = g_strv_length(words);
    mh_node *node = MH_NEW(o->arena, mh_node, 1);
    node->kind = outline_node_kind(word_count > 0 ? words[0] : "");
    if (word_count > 1 && *words[1])
        node->name = mh_arena_strdup(o->arena, words[1]);
    node->language = outline_language(word_count > 2 ? words[2] : NULL);
    node->is_operative = node->name && strcmp(node->name, "operative") == 0;
    if (count > 1)
        node->num = mh_arena_copy(o->arena, mh_view_trim(mh_view_of(fields[1])));
    if (count > 2)
        node->heading = outline_inline(o, g_strstrip(fields[2]));
    if (count > 3)
        node->text = outline_inline(o, g_strstrip(fields[3]));
    node->first_line = o->lines->len + 1;
    if (node->num.len + node->heading.text.len + node->text.text.len > 0)
        (void)outline_print(o, node->num, node->heading.text, node->text.text);
    node->last_line = MAX(o->lines->len, node->first_line);
    while (depth > 0 && !o->open[depth - 1])
        depth--;
    outline_link(o, node, depth);
    for (mh_node *n = node->parent; n; n = n->parent)
        n->last_line = node->last_line;
    g_strfreev(words);
    g_strfreev(fields);
}

static void outline_attach(outline_reader *o, size_t depth, const char *kind, const char *language)
{
    while (depth > 0 && !o->attached[depth - 1])
        depth--;
    mh_document *added = MH_NEW(o->arena, mh_document, 1);
    added->kind = (mh_record_kind)outline_find(
        outline_record_kinds, G_N_ELEMENTS(outline_record_kinds), kind, MH_KIND_ANNEX);
    added->language = outline_language(language);
    added->first_line = added->last_line = o->lines->len + 1;
    mh_document *parent = depth > 0 ? o->attached[depth - 1] : o->record->document;
    mh_document **slot = &parent->attachments;
    while (*slot)
        slot = &(*slot)->next;
    *slot = added;
    o->attached[depth] = added;
    for (size_t i = depth + 1; i < OUTLINE_DEPTH_MAX; i++)
        o->attached[i] = NULL;
    o->document = added;
    o->part = &added->body;
    o->rank = 0;
}

/* A line that is not indented: a fact, a part or an attachment. */
static void outline_fact(outline_reader *o, const char *line)
{
    char **words = g_strsplit(line, " ", 3);
    const char *name = words[0] ? words[0] : "";
    const char *value = words[0] && words[1] ? words[1] : "";
    char *kept =
        mh_arena_strdup(o->arena, strlen(line) > strlen(name) ? line + strlen(name) + 1 : "");
    mh_record *record = o->record;
    mh_document *d = o->document;
    const struct {
        const char *name;
        mh_node **part;
    } parts[] = {{"cover", &d->cover},
                 {"preface", &d->preface},
                 {"preamble", &d->preamble},
                 {"body", &d->body},
                 {"conclusions", &d->conclusions}};
    for (size_t i = o->rank; i < G_N_ELEMENTS(parts); i++)
        if (strcmp(parts[i].name, name) == 0) {
            o->part = parts[i].part;
            o->rank = i;
        }
    if (strcmp(name, "record") == 0) {
        record->document->kind = (mh_record_kind)outline_find(
            outline_record_kinds, G_N_ELEMENTS(outline_record_kinds), value, MH_KIND_DOCUMENT);
        record->language = outline_language(words[1] ? words[2] : NULL);
        record->document->language = record->language;
    } else if (strcmp(name, "symbol") == 0) {
        g_ptr_array_add(o->symbols, kept);
    } else if (strcmp(name, "organ") == 0) {
        g_ptr_array_add(o->organs, outline_concept(o, value));
        record->actor = record->actor ? record->actor : "unsc";
    } else if (strcmp(name, "author") == 0) {
        record->author = outline_concept(o, value);
    } else if (strcmp(name, "work") == 0) {
        record->work_date = kept;
    } else if (strcmp(name, "issue") == 0) {
        record->issue_date = kept;
    } else if (strcmp(name, "title") == 0) {
        record->title = kept;
    } else if (strcmp(name, "job") == 0) {
        record->job_number = kept;
    } else if (strcmp(name, "original") == 0) {
        mh_language *language = MH_NEW(o->arena, mh_language, 1);
        *language = outline_language(value);
        record->original_languages = language;
        record->original_count = 1;
    } else if (strspn(name, "+") < strlen(name)
               && outline_find(outline_record_kinds, G_N_ELEMENTS(outline_record_kinds),
                               name + strspn(name, "+"), MH_KIND_COUNT)
                      != MH_KIND_COUNT) {
        outline_attach(o, strspn(name, "+"), name + strspn(name, "+"), value);
    }
    memset(o->open, 0, sizeof o->open);
    g_strfreev(words);
}

static void outline_line(outline_reader *o, const char *line)
{
    size_t blanks = strspn(line, " ");
    if (!line[blanks])
        return;
    if (blanks == 0)
        outline_fact(o, line);
    else
        outline_node(o, line + blanks, MIN(blanks / 2 - (blanks > 1), OUTLINE_DEPTH_MAX - 1));
}

/* The text the outline prints, as the text stage would give it. */
static mh_text *outline_text(outline_reader *o)
{
    for (guint i = 0; i < o->notes->len; i++) {
        mh_note *note = o->notes->pdata[i];
        note->first_line = outline_print(o, note->marker, note->content->text.text, (mh_view){0});
        note->last_line = note->first_line;
        note->content->first_line = note->content->last_line = note->first_line;
    }
    mh_text *text = MH_NEW(o->arena, mh_text, 1);
    *text = (mh_text){.name = "record.txt",
                      .sha256 = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
                      .encoding = "UTF-8",
                      .source = {.ptr = o->source->str, .len = o->source->len},
                      .lines = (const mh_line *)(const void *)o->lines->data,
                      .line_count = o->lines->len};
    text->bytes = text->source;
    for (guint i = 0; i < o->lines->len; i++) {
        mh_line *line = &g_array_index(o->lines, mh_line, i);
        line->text.ptr = o->source->str + line->offset;
    }
    return text;
}

/** The record that @p source outlines, in the job's memory. Never fails: it takes what it can. */
static mh_record *outline_read(mh_job *job, const char *source)
{
    mh_arena *arena = mh_job_arena(job);
    outline_reader *o = MH_NEW(arena, outline_reader, 1);
    *o = (outline_reader){.job = job,
                          .arena = arena,
                          .record = MH_NEW(arena, mh_record, 1),
                          .source = mh_arena_string(arena),
                          .lines = mh_arena_array(arena, sizeof(mh_line)),
                          .notes = mh_arena_ptr_array(arena),
                          .symbols = mh_arena_ptr_array(arena),
                          .organs = mh_arena_ptr_array(arena)};
    o->record->document = o->document = MH_NEW(arena, mh_document, 1);
    o->record->language = MH_LANGUAGE_EN;
    o->part = &o->document->body;
    char **lines = g_strsplit(source, "\n", -1);
    for (char **line = lines; *line; line++)
        outline_line(o, *line);
    g_strfreev(lines);
    o->record->text = outline_text(o);
    o->record->symbols = (const char *const *)(const void *)o->symbols->pdata;
    o->record->symbol_count = o->symbols->len;
    o->record->organs = (const mh_concept *const *)(const void *)o->organs->pdata;
    o->record->organ_count = o->organs->len;
    return o->record;
}

#endif
