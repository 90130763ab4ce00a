#include "record/signature.h"

#include "lexicon/name.h"

/* A name with its mark; a role line; lines of one signatory. */
#define SIGNED_LINE_MAX 160
#define ROLE_LINE_MAX 130
#define ROLE_LINES_MAX 6

/* What a unit is within a signature block. */
typedef enum signed_shape {
    SIGNED_NOT,
    SIGNED_FIRST, /* "(Signed) Name" */
    SIGNED_LAST,  /* "Name(签名)" */
} signed_shape;

/* The mark and the name in @p text. */
typedef struct signed_line {
    signed_shape shape;
    rec_range mark; /* bytes */
    rec_range name;
} signed_line;

static rec_range range_of(mh_view text, mh_view part)
{
    size_t from = part.len ? (size_t)(part.ptr - text.ptr) : 0;
    return (rec_range){from, from + part.len};
}

static signed_line read_signed(rec_reader *reader, mh_view text)
{
    signed_line line = {.shape = SIGNED_NOT};
    mh_pattern_match match;
    if (text.len == 0 || rec_is_longer(text, SIGNED_LINE_MAX)
        || !rec_matches(reader, text, "signature.signed", &match))
        return line;
    mh_view name = mh_view_trim(mh_pattern_slot(&match, "name"));
    line.name = range_of(text, name);
    bool is_last = name.len > 0 && line.name.from == 0;
    line.shape = is_last ? SIGNED_LAST : SIGNED_FIRST;
    line.mark = is_last ? (rec_range){line.name.to, text.len}
                        : (rec_range){0, name.len ? line.name.from : text.len};
    mh_view mark = mh_view_trim(mh_view_slice(text, line.mark.from, line.mark.to));
    line.mark = range_of(text, mark);
    return line;
}

static bool may_hold_mark(mh_view text)
{
    uint32_t first = rec_char_at(text, 0);
    return first == '(' || first == '[' || first == 0xFF08 || mh_view_ends_with(text, MH_VIEW(")"))
           || mh_view_ends_with(text, MH_VIEW("）"));
}

/* Cuts unit @p at before its line number @p index (of its block). */
static bool split_at_line(rec_reader *reader, size_t at, size_t index)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    mh_view line = mh_view_trim(reader->text->lines[unit->block->line[index]].text);
    size_t offset = mh_view_find(unit->text, line, 0);
    if (offset == SIZE_MAX || offset == 0)
        return false;
    rec_unit_split(reader, at, offset);
    return true;
}

/* The first line of the unit, after its own first, that is a signed line; 0 when none. */
static size_t signed_line_in(rec_reader *reader, const rec_unit *unit)
{
    for (size_t i = 1; i < unit->block->line_count; i++) {
        const mh_line *line = &reader->text->lines[unit->block->line[i]];
        mh_view text = mh_view_trim(line->text);
        if (line->number > unit->first_line && may_hold_mark(text)
            && read_signed(reader, text).shape != SIGNED_NOT)
            return i;
    }
    return 0;
}

void rec_signatures_split(rec_reader *reader)
{
    for (size_t at = 0; at < reader->units->len; at++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        size_t index = unit->block->line_count > 1 ? signed_line_in(reader, unit) : 0;
        if (index > 0)
            split_at_line(reader, at, index);
    }
}

static bool is_role_line(const rec_unit *unit)
{
    if (unit->is_row || (unit->mark.count > 0 && unit->mark.dress != REC_DRESS_NONE))
        return false;
    uint32_t last = rec_last_char(unit->text);
    bool ends = last == '.' ? !mh_view_ends_with(unit->text, MH_VIEW("i."))
                            : rec_is_terminal(last) && last != ',';
    return !ends && unit->chars <= ROLE_LINE_MAX;
}

static size_t previous_unit(const rec_reader *reader, rec_range range, size_t at)
{
    while (at > range.from) {
        at--;
        if (rec_unit_at(reader, at)->use != REC_USE_NOTE)
            return at;
    }
    return range.to;
}

/* Role lines above a name that carries its mark at the end. */
static size_t block_start(rec_reader *reader, rec_range range, size_t at)
{
    size_t start = at;
    for (size_t lines = 0; lines < ROLE_LINES_MAX; lines++) {
        size_t before = previous_unit(reader, range, start);
        if (before == range.to || !is_role_line(rec_unit_at(reader, before)))
            break;
        start = before;
    }
    return start;
}

size_t rec_signature_find(rec_reader *reader, rec_range range)
{
    for (size_t at = rec_next_unit(reader, range, range.from); at < range.to;
         at = rec_next_unit(reader, range, at + 1)) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (!may_hold_mark(unit->text) && unit->chars > SIGNED_LINE_MAX)
            continue;
        signed_line line = read_signed(reader, unit->text);
        if (line.shape == SIGNED_FIRST)
            return at;
        if (line.shape == SIGNED_LAST)
            return block_start(reader, range, at);
    }
    return range.to;
}

/* One signatory: a P whose lines are parted by line breaks. */
typedef struct signatory {
    rec_reader *reader;
    mh_node *node;
    GString *text;
    GArray *spans;
    const mh_concept *role;
    mh_span *person;
    rec_range name;
    bool has_name;
} signatory;

static void begin(signatory *who, rec_reader *reader)
{
    *who = (signatory){.reader = reader,
                       .node = rec_node_new(reader, MH_NODE_P, NULL),
                       .text = mh_arena_string(reader->arena),
                       .spans = mh_arena_array(reader->arena, sizeof(mh_span))};
}

/* The role a line names: the span inline marking found in it. */
static const mh_concept *role_in(const mh_inline *text)
{
    for (size_t i = 0; i < text->span_count; i++) {
        const mh_concept *concept = text->spans[i].concept;
        if (concept && concept->kind == MH_CONCEPT_ROLE)
        return concept;
    }
    return NULL;
}

static void add_line(signatory *who, const rec_unit *unit)
{
    mh_node *node = who->node;
    if (who->text->len > 0) {
        rec_span_add(who->spans, MH_SPAN_LINE_BREAK, who->text->len, who->text->len + 1);
        g_string_append_c(who->text, ' ');
    }
    size_t base = who->text->len;
    signed_line line = read_signed(who->reader, unit->text);
    mh_inline text = rec_text(who->reader, unit, 0, unit->text.len, REC_INLINE_NO_PERSONS);
    for (size_t i = 0; i < text.span_count; i++) {
        mh_span span = text.spans[i];
        if (line.shape != SIGNED_NOT && span.kind != MH_SPAN_NOTE)
            continue;
        span.start += (uint32_t)base;
        span.end += (uint32_t)base;
        g_array_append_val(who->spans, span);
    }
    if (line.shape == SIGNED_NOT && !who->role)
        who->role = role_in(&text);
    if (line.shape != SIGNED_NOT) {
        mh_span *mark =
            rec_span_add(who->spans, MH_SPAN_SIGNED, base + line.mark.from, base + line.mark.to);
        mark->concept =
            rec_concept(who->reader, "signed", "/akn/ontology/concept/un/signed", "Signed");
        who->name = (rec_range){base + line.name.from, base + line.name.to};
        who->has_name = line.name.to > line.name.from;
    }
    g_string_append_len(who->text, unit->text.ptr, (gssize)unit->text.len);
    node->first_line = node->first_line ? node->first_line : unit->first_line;
    node->last_line = unit->last_line;
    node->language = unit->language;
}

static void finish(signatory *who, mh_node *block)
{
    if (who->text->len == 0)
        return;
    if (who->has_name) {
        mh_view name = {who->text->str + who->name.from, who->name.to - who->name.from};
        const mh_concept *person = rec_inline_person(who->reader->inlines, name);
        if (person) {
            mh_span *span = rec_span_add(who->spans, MH_SPAN_CONCEPT, who->name.from, who->name.to);
            span->concept = person;
            span->as = who->role;
        }
    }
    rec_inline_sort(who->spans);
    who->node->text = (mh_inline){.text = {who->text->str, who->text->len},
                                  .spans = (const mh_span *)(const void *)who->spans->data,
                                  .span_count = who->spans->len};
    rec_node_append(block, who->node);
}

static bool is_latin(mh_language language)
{
    return language == MH_LANGUAGE_EN || language == MH_LANGUAGE_FR || language == MH_LANGUAGE_ES;
}

/* True when unit @p at goes on with the block that begins at @p from: another script is another
 * text, circulated as received. */
static bool is_in_block(rec_reader *reader, size_t from, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    const rec_unit *first = rec_unit_at(reader, from);
    if (read_signed(reader, unit->text).shape != SIGNED_NOT)
        return true;
    bool is_foreign = unit->language != first->language
                      && !(is_latin(unit->language) && is_latin(first->language));
    return is_role_line(unit) && (at == from || (!unit->starts_page && !is_foreign));
}

size_t rec_signature_read(rec_reader *reader, rec_range range, size_t from, mh_node **out)
{
    mh_node *block = rec_node_new(reader, MH_NODE_SIGNATURE, NULL);
    signatory who;
    size_t at = from;
    size_t lines = 0;
    bool is_closed = false; /* the signatory's last line was read: "Name(签名)" */
    begin(&who, reader);
    while (at < range.to) {
        const rec_unit *unit = rec_unit_at(reader, at);
        signed_line line = read_signed(reader, unit->text);
        if (!is_in_block(reader, from, at) || lines > ROLE_LINES_MAX)
            break;
        bool begins_next =
            (line.shape == SIGNED_FIRST && who.text->len > 0 && who.has_name) || is_closed;
        if (is_closed && line.shape == SIGNED_NOT
            && rec_signature_find(reader, (rec_range){at, MIN(range.to, at + ROLE_LINES_MAX)})
                   == MIN(range.to, at + ROLE_LINES_MAX))
            break;
        if (begins_next) {
            finish(&who, block);
            begin(&who, reader);
            lines = 0;
        }
        add_line(&who, unit);
        lines++;
        is_closed = line.shape == SIGNED_LAST;
        at = rec_next_unit(reader, range, at + 1);
    }
    finish(&who, block);
    *out = block;
    return at;
}
