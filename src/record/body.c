#include "record/body.h"
#include "record/contents.h"
#include "record/preamble.h"

#include "lexicon/name.h"
#include "lexicon/opening.h"

/* Paragraphs of one quotation. */
#define QUOTED_MAX 60
/* Opening words of a clause are within so many bytes. */
#define OPENING_BYTES 240

static bool begins_small(mh_view text)
{
    return g_unichar_islower(rec_char_at(text, 0));
}

size_t rec_opening_length(rec_reader *reader, const rec_unit *unit, size_t from,
                          mh_opening_kind kind)
{
    mh_view text = rec_head_of(mh_view_slice(unit->text, from, unit->text.len), OPENING_BYTES);
    mh_language language = unit->language ? unit->language : reader->language;
    return mh_opening_length(mh_fold(reader->folder, text), language, kind);
}

/* Spans of a clause's opening words, set in italics. */
static GArray *opening_spans(rec_reader *reader, const rec_unit *unit, size_t from,
                             mh_opening_kind kind)
{
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    mh_language language = unit->language ? unit->language : reader->language;
    size_t length = rec_opening_length(reader, unit, from, kind);
    if (length > 0)
        rec_span_add(spans, language == MH_LANGUAGE_ZH ? MH_SPAN_BOLD : MH_SPAN_ITALIC, from,
                     from + length);
    return spans;
}

mh_node *rec_clause_of(rec_reader *reader, const rec_unit *unit, size_t from, mh_opening_kind kind)
{
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text = rec_text_marked(reader, unit, (rec_range){from, unit->text.len}, REC_INLINE_BODY,
                                 opening_spans(reader, unit, from, kind));
    node->language = unit->language;
    return node;
}

static mh_node *text_of(rec_builder *builder, const rec_unit *unit, size_t from)
{
    if (builder->mode & REC_BODY_OPERATIVE)
        return rec_clause_of(builder->reader, unit, from, MH_OPENING_OPERATIVE);
    return rec_paragraph_of(builder->reader, unit, from, REC_INLINE_BODY);
}

static mh_node *open_paragraph(rec_builder *builder, const rec_unit *unit)
{
    mh_node *paragraph = rec_node_new(builder->reader, MH_NODE_PARAGRAPH, unit);
    paragraph->is_operative = (builder->mode & REC_BODY_OPERATIVE) != 0;
    rec_node_append(rec_builder_level(builder), paragraph);
    builder->paragraph = paragraph;
    rec_close_lists(builder);
    return paragraph;
}

/* "12. Text", "1 - نص", and a number on a line of its own with its text below. */
static size_t take_numbered(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    if (unit->mark.dress != REC_DRESS_STOP || unit->is_row)
        return 0;
    size_t place = at;
    const rec_unit *text = unit;
    size_t from = unit->mark.rest;
    if (from >= unit->text.len) {
        place = rec_next_unit(builder->reader, builder->range, at + 1);
        text = place < builder->range.to ? rec_unit_at(builder->reader, place) : NULL;
        from = 0;
        if (!text || text->mark.count > 0 || text->is_row)
            return 0;
    }
    mh_node *paragraph = open_paragraph(builder, unit);
    paragraph->num = mh_view_slice(unit->text, 0, unit->mark.length);
    rec_node_append(paragraph, text_of(builder, text, from));
    return place - at + 1;
}

static bool opens_quote(mh_view text)
{
    uint32_t c = rec_char_at(text, 0);
    return c == '"' || c == 0x201C || c == 0xAB || c == 0x201D || c == 0x300C;
}

static bool closes_quote(mh_view text)
{
    mh_view bare = mh_view_trim(text);
    uint32_t c = rec_char_before(bare, bare.len);
    uint32_t before =
        bare.len ? rec_char_before(bare, bare.len - (size_t)g_unichar_to_utf8(c, NULL)) : 0;
    return c == '"' || c == 0x201D || c == 0xBB || c == 0x201C || c == 0x300D
           || (rec_is_terminal(c) && (before == 0x201D || before == 0xBB || before == '"'));
}

/* Units from @p at that one pair of quotation marks holds; 0 when the end is not found. */
static size_t quoted_count(const rec_builder *builder, size_t at)
{
    for (size_t i = 0; i < QUOTED_MAX && at + i < builder->range.to; i++) {
        const rec_unit *unit = rec_unit_at(builder->reader, at + i);
        if (unit->use != REC_USE_NOTE
            && closes_quote(mh_view_slice(unit->text, 0, rec_unit_bare_length(unit))))
            return i + 1;
    }
    return 0;
}

static bool ends_with_colon(const mh_node *paragraph)
{
    const mh_node *last = paragraph ? paragraph->last_child : NULL;
    uint32_t end = last && last->kind == MH_NODE_P ? rec_last_char(last->text.text) : 0;
    return end == ':' || end == 0xFF1A;
}

/* A quotation of whole paragraphs, announced by a colon. */
static size_t take_quoted(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    mh_node *paragraph = builder->paragraph;
    if (!ends_with_colon(paragraph) || !opens_quote(unit->text))
        return 0;
    size_t count = quoted_count(builder, at);
    if (count == 0)
        return 0;
    mh_node *quoted = rec_node_new(builder->reader, MH_NODE_QUOTED, unit);
    for (size_t i = at; i < at + count; i++) {
        const rec_unit *line = rec_unit_at(builder->reader, i);
        if (line->use != REC_USE_NOTE)
            rec_node_append(quoted, rec_paragraph_of(builder->reader, line, 0, REC_INLINE_BODY));
    }
    rec_node_append(paragraph, quoted);
    return count;
}

/* "Mindful ...," among the operative paragraphs of a part. */
static size_t take_crossheading(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    uint32_t last = rec_last_char(mh_view_slice(unit->text, 0, rec_unit_bare_length(unit)));
    bool is_clause = last == ',' || last == 0xFF0C || last == 0x060C;
    if (!(builder->mode & REC_BODY_OPERATIVE) || unit->mark.count > 0 || !is_clause)
        return 0;
    GArray *spans = opening_spans(builder->reader, unit, 0, MH_OPENING_PREAMBULAR);
    if (spans->len == 0)
        return 0;
    mh_node *node = rec_node_new(builder->reader, MH_NODE_CROSSHEAD, unit);
    node->text = rec_text_marked(builder->reader, unit, (rec_range){0, unit->text.len},
                                 REC_INLINE_BODY, spans);
    rec_node_append(rec_builder_level(builder), node);
    builder->paragraph = NULL;
    rec_close_lists(builder);
    return 1;
}

/* The organ whose formula @p formula is: "The General Assembly," gives "unga". */
static const char *actor_in(const rec_reader *reader, const mh_node *formula)
{
    for (size_t i = 0; formula && i < formula->text.span_count; i++) {
        const mh_concept *concept = formula->text.spans[i].concept;
        const mh_organ *organ = concept ? mh_organ_of_concept(concept) : NULL;
        if (organ)
            return organ->actor;
    }
    return rec_actor_of(reader);
}

/* The draft that a resolution recommends for adoption, from its formula to the end. */
static mh_node *draft_of(rec_builder *builder, rec_range range)
{
    rec_reader *reader = builder->reader;
    mh_node *quoted = rec_node_new(reader, MH_NODE_QUOTED, rec_unit_at(reader, range.from));
    mh_document *draft = MH_NEW(reader->arena, mh_document, 1);
    draft->kind = MH_KIND_DRAFT_RESOLUTION;
    draft->language = reader->language;
    draft->first_line = quoted->first_line;
    for (size_t at = range.from; at < range.to; at = rec_next_unit(reader, range, at + 1))
        draft->last_line = MAX(draft->last_line, rec_unit_at(reader, at)->last_line);
    quoted->last_line = draft->last_line;
    /* "Its resolution 12/3" is one of the organ that is to adopt the draft. */
    mh_node *formula =
        rec_paragraph_of(reader, rec_unit_at(reader, range.from), 0, REC_INLINE_BODY);
    rec_inline_set_organ(reader->inlines, actor_in(reader, formula));
    range.from = rec_preamble_read(reader, range, &draft->preamble);
    draft->body = rec_body_read(reader, range, REC_BODY_OPERATIVE | REC_BODY_QUOTED);
    rec_inline_set_organ(reader->inlines, rec_actor_of(reader));
    quoted->document = draft;
    return quoted;
}

/* An enacting formula in a body: of a part that has its own, or of a draft that is recommended. */
static size_t take_formula(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    if (!(builder->mode & REC_BODY_OPERATIVE) || !rec_is_formula(builder->reader, unit))
        return 0;
    rec_close_lists(builder);
    if (!(builder->mode & REC_BODY_QUOTED) && ends_with_colon(builder->paragraph)) {
        rec_node_append(builder->paragraph, draft_of(builder, (rec_range){at, builder->range.to}));
        return builder->range.to - at;
    }
    rec_add_formula(builder, rec_builder_level(builder), unit);
    builder->paragraph = NULL;
    return 1;
}

/* A printed list of contents amid the text. */
static size_t take_contents(rec_builder *builder, size_t at)
{
    size_t next = at;
    if (!rec_contents_at(builder->reader, at))
        return 0;
    rec_close_lists(builder);
    builder->paragraph = NULL;
    rec_node_append(rec_builder_level(builder),
                    rec_contents_read(builder->reader, builder->range, at, &next));
    return next - at;
}

/* Text without a mark: goes on with what is open, or is a paragraph of its own. */
static size_t take_plain(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    bool goes_on = begins_small(unit->text);
    if (builder->list_count > 0 && goes_on) {
        rec_node_append(builder->lists[0].node,
                        rec_paragraph_of(builder->reader, unit, 0, REC_INLINE_BODY));
        rec_close_lists(builder);
        return 1;
    }
    if (builder->paragraph && goes_on) {
        rec_node_append(builder->paragraph,
                        rec_paragraph_of(builder->reader, unit, 0, REC_INLINE_BODY));
        return 1;
    }
    rec_node_append(open_paragraph(builder, unit), text_of(builder, unit, 0));
    return 1;
}

typedef size_t (*taker)(rec_builder *builder, size_t at);

void rec_builder_add(rec_builder *builder, rec_range units)
{
    static const taker takers[] = {take_contents,    rec_take_table,    take_formula,
                                   rec_take_heading, rec_take_item,     take_numbered,
                                   take_quoted,      take_crossheading, take_plain};
    size_t at = rec_next_unit(builder->reader, builder->range, units.from);
    while (at < units.to) {
        size_t used = 0;
        for (size_t i = 0; used == 0 && i < G_N_ELEMENTS(takers); i++)
            used = takers[i](builder, at);
        at = rec_next_unit(builder->reader, builder->range, at + used);
    }
}

mh_node *rec_body_read(rec_reader *reader, rec_range range, unsigned mode)
{
    rec_builder builder = {.reader = reader, .range = range, .mode = mode};
    builder.root = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    rec_builder_add(&builder, range);
    return rec_detach(builder.root);
}
