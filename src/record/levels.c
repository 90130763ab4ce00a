#include "record/body.h"
#include "record/preamble.h"

/* Longest headings, in characters. */
#define NUMBERED_HEADING_MAX 220
#define DIGIT_HEADING_MAX 130
#define PLAIN_HEADING_MAX 150
/* An office or a State above the persons who hold it or represent it. */
#define OFFICE_HEADING_MAX 90
/* How far on the next heading of its kind proves a number without dress. */
#define BARE_LOOK_AHEAD 150
/* A numbered heading of one word group may end with a stop: "II. Conclusions." */
#define STOPPED_HEADING_MAX 60

/* What a heading's numbers make of it: the ranks of AKN-MAPPING section 7. */
typedef struct heading_rank {
    rec_style style;
    rec_dress dress;
    mh_node_kind kind;
} heading_rank;

static const heading_rank ranks[] = {
    {REC_STYLE_ROMAN, REC_DRESS_STOP, MH_NODE_SECTION},
    {REC_STYLE_ROMAN, REC_DRESS_NONE, MH_NODE_SECTION},
    {REC_STYLE_HAN, REC_DRESS_STOP, MH_NODE_SECTION},
    {REC_STYLE_HAN, REC_DRESS_NONE, MH_NODE_SECTION},
    {REC_STYLE_ORDINAL, REC_DRESS_STOP, MH_NODE_SECTION},
    {REC_STYLE_ORDINAL, REC_DRESS_NONE, MH_NODE_SECTION},
    {REC_STYLE_CAPITAL, REC_DRESS_STOP, MH_NODE_TITLE},
    {REC_STYLE_CAPITAL, REC_DRESS_NONE, MH_NODE_TITLE},
    {REC_STYLE_HAN, REC_DRESS_BOTH, MH_NODE_TITLE},
    {REC_STYLE_DIGIT, REC_DRESS_STOP, MH_NODE_CHAPTER},
    {REC_STYLE_DECIMAL, REC_DRESS_STOP, MH_NODE_CHAPTER},
};

/* Headings that begin with a word and a number: "Article 2", "Part one". */
typedef struct worded_rank {
    const char *key;
    mh_node_kind kind;
} worded_rank;

static const worded_rank worded_ranks[] = {
    {"heading.part", MH_NODE_PART},
    {"heading.chapter", MH_NODE_CHAPTER},
    {"heading.article", MH_NODE_ARTICLE},
    {"heading.section", MH_NODE_SECTION},
};

mh_node *rec_builder_level(rec_builder *builder)
{
    return builder->level_count ? builder->levels[builder->level_count - 1].node : builder->root;
}

static const heading_rank *rank_of(rec_style style, rec_dress dress)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ranks); i++) {
        if (ranks[i].style == style && ranks[i].dress == dress)
            return &ranks[i];
    }
    return NULL;
}

/* Index of the open level that counts in @p style, or SIZE_MAX. */
static size_t open_level(const rec_builder *builder, rec_style style)
{
    for (size_t i = builder->level_count; i > 0; i--) {
        if (builder->levels[i - 1].style == style)
            return i - 1;
    }
    return SIZE_MAX;
}

/* The reading that goes on with an open level, else one that begins, else the first one. */
static rec_reading choose_reading(const rec_builder *builder, const rec_mark *mark)
{
    rec_reading best = {0};
    for (uint32_t i = 0; i < mark->count; i++) {
        rec_reading reading = mark->reading[i];
        if (!rank_of(reading.style, mark->dress))
            continue;
        size_t level = open_level(builder, reading.style);
        if (level != SIZE_MAX && builder->levels[level].value + 1 == reading.value)
            return reading;
        if (best.style == REC_STYLE_NONE || (reading.value == 1 && best.value != 1))
            best = reading;
    }
    return best;
}

/* Closes levels down to where a heading of that style belongs. */
static void close_levels(rec_builder *builder, rec_style style, uint32_t value)
{
    size_t level = open_level(builder, style);
    if (level != SIZE_MAX) {
        builder->level_count = level;
        return;
    }
    /* An unnumbered heading that already has text ends before a numbered one. */
    while (builder->level_count > 0) {
        rec_level *top = &builder->levels[builder->level_count - 1];
        if (top->style != REC_STYLE_NONE || top->node->kind != MH_NODE_DIVISION)
            break;
        if (!top->node->first_child && value == 1)
            break;
        builder->level_count--;
    }
}

static mh_node *open_level_node(rec_builder *builder, mh_node_kind kind, const rec_unit *unit,
                                rec_level level)
{
    if (builder->level_count == REC_LEVELS_MAX)
        builder->level_count--;
    mh_node *node = rec_node_new(builder->reader, kind, unit);
    rec_node_append(rec_builder_level(builder), node);
    level.node = node;
    builder->levels[builder->level_count++] = level;
    builder->paragraph = NULL;
    rec_close_lists(builder);
    return node;
}

static const rec_unit *unit_after(const rec_builder *builder, size_t at, size_t *place)
{
    size_t next = rec_next_unit(builder->reader, builder->range, at + 1);
    *place = next;
    return next < builder->range.to ? rec_unit_at(builder->reader, next) : NULL;
}

/* True for a title line below a number that stands alone. */
static bool is_heading_text(const rec_unit *unit)
{
    return unit && unit->mark.count == 0
           && rec_is_heading_like(unit, mh_view_slice(unit->text, 0, rec_unit_bare_length(unit)),
                                  NUMBERED_HEADING_MAX);
}

static mh_view text_after_mark(const rec_unit *unit)
{
    size_t end = rec_unit_bare_length(unit);
    return mh_view_slice(unit->text, MIN(unit->mark.rest, end), end);
}

static bool has_sentence_break(mh_view text)
{
    for (size_t at = mh_view_find(text, MH_VIEW(". "), 0); at != SIZE_MAX;
         at = mh_view_find(text, MH_VIEW(". "), at + 1)) {
        if (at > 4 && g_unichar_isupper(rec_char_at(text, at + 2)))
            return true;
    }
    return false;
}

/* "1. Scope" is a heading only when no list of such lines goes on after it. */
static bool is_digit_heading(const rec_builder *builder, size_t at, rec_reading reading)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    mh_view text = text_after_mark(unit);
    if (!rec_is_heading_like(unit, text, DIGIT_HEADING_MAX) || has_sentence_break(text))
        return false;
    size_t place = 0;
    const rec_unit *next = unit_after(builder, at, &place);
    if (!next || builder->mode & REC_BODY_OPERATIVE)
        return false;
    bool goes_on = rec_mark_value(&next->mark, reading.style) == reading.value + 1
                   && next->mark.dress == unit->mark.dress;
    return !goes_on && next->mark.dress != REC_DRESS_BOTH && next->mark.dress != REC_DRESS_CLOSED;
}

/* The number after @p value stands in the same way before another heading further on. */
static bool goes_on(const rec_builder *builder, size_t at, rec_style style, uint32_t value)
{
    size_t place = at;
    for (size_t i = 0; i < BARE_LOOK_AHEAD; i++) {
        const rec_unit *unit = unit_after(builder, place, &place);
        if (!unit)
            return false;
        if (unit->ends_clause || unit->chars > NUMBERED_HEADING_MAX)
            continue;
        rec_mark mark = rec_mark_read_bare(unit->text);
        if (rec_mark_value(&mark, style) == value + 1)
            return true;
    }
    return false;
}

/* True when a number without dress is one: it goes on, is gone on with, or a formula follows. */
static bool is_bare_number(const rec_builder *builder, size_t at, rec_reading reading)
{
    size_t place = 0;
    size_t level = open_level(builder, reading.style);
    const rec_unit *next = unit_after(builder, at, &place);
    if (!next)
        return false;
    if (level != SIZE_MAX)
        return builder->levels[level].dress == REC_DRESS_NONE
               && builder->levels[level].value + 1 == reading.value;
    if (reading.value != 1)
        return false;
    bool is_set = (builder->mode & REC_BODY_OPERATIVE) && rec_is_formula(builder->reader, next);
    return is_set || goes_on(builder, at, reading.style, reading.value);
}

/* "I Revised estimates", "A Budget for 2023", "أولا التجارة الدولية" */
static size_t take_bare(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    rec_mark mark = unit->mark.count == 0 ? rec_mark_read_bare(unit->text) : (rec_mark){0};
    size_t end = rec_unit_bare_length(unit);
    if (mark.count == 0 || mark.rest >= end
        || !rec_is_heading_like(unit, mh_view_slice(unit->text, mark.rest, end),
                                NUMBERED_HEADING_MAX))
        return 0;
    rec_reading reading = choose_reading(builder, &mark);
    const heading_rank *rank = rank_of(reading.style, REC_DRESS_NONE);
    if (!rank || !is_bare_number(builder, at, reading))
        return 0;
    close_levels(builder, reading.style, reading.value);
    mh_node *node = open_level_node(
        builder, rank->kind, unit,
        (rec_level){.style = reading.style, .dress = REC_DRESS_NONE, .value = reading.value});
    node->num = mh_view_slice(unit->text, 0, mark.length);
    node->heading = rec_text(builder->reader, unit, mark.rest, unit->text.len, REC_INLINE_BODY);
    node->language = unit->language;
    return 1;
}

static bool is_letter_heading(const rec_unit *unit)
{
    mh_view text = text_after_mark(unit);
    if (rec_is_heading_like(unit, text, NUMBERED_HEADING_MAX))
        return true;
    return rec_is_heading_like(unit, mh_view_slice(text, 0, text.len ? text.len - 1 : 0),
                               STOPPED_HEADING_MAX)
           && rec_last_char(text) == '.' && !has_sentence_break(text);
}

/* "I. Introduction", "أولا - مقدمة", "A" with its title on the next line. */
static size_t take_numbered(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    rec_reading reading = choose_reading(builder, &unit->mark);
    const heading_rank *rank = rank_of(reading.style, unit->mark.dress);
    if (!rank)
        return 0;
    if (unit->mark.dress == REC_DRESS_BOTH && builder->paragraph)
        return 0;
    size_t place = at;
    const rec_unit *titled = unit;
    bool stands_alone = unit->mark.rest >= rec_unit_bare_length(unit);
    if (stands_alone) {
        titled = unit_after(builder, at, &place);
        if (!is_heading_text(titled) || reading.style == REC_STYLE_DIGIT)
            return 0;
    } else if (reading.style == REC_STYLE_DIGIT || reading.style == REC_STYLE_DECIMAL) {
        if (!is_digit_heading(builder, at, reading))
            return 0;
    } else if (!is_letter_heading(unit)) {
        return 0;
    }
    close_levels(builder, reading.style, reading.value);
    mh_node *node = open_level_node(
        builder, rank->kind, unit,
        (rec_level){.style = reading.style, .dress = unit->mark.dress, .value = reading.value});
    node->num = mh_view_slice(unit->text, 0, unit->mark.length);
    node->heading = rec_text(builder->reader, titled, stands_alone ? 0 : unit->mark.rest,
                             titled->text.len, REC_INLINE_BODY);
    node->last_line = titled->last_line;
    node->language = titled->language;
    return place - at + 1;
}

/* Index of the open level of that node kind, or the count. */
static size_t open_kind(const rec_builder *builder, mh_node_kind kind)
{
    for (size_t i = builder->level_count; i > 0; i--) {
        const rec_level *level = &builder->levels[i - 1];
        if (level->node->kind == kind && level->dress == REC_DRESS_NONE
            && level->style == REC_STYLE_NONE)
            return i - 1;
    }
    return builder->level_count;
}

/* An unnumbered heading with text of its own, such as a preamble's, ends before a chapter or
 * article; one right above articles is the heading of these. */
static void close_divisions(rec_builder *builder, mh_node_kind kind)
{
    while (builder->level_count > 0) {
        const rec_level *top = &builder->levels[builder->level_count - 1];
        const mh_node *last = top->node->last_child;
        if (top->node->kind != MH_NODE_DIVISION || !last || last->kind == kind)
            break;
        builder->level_count--;
    }
}

/* "Functions and powers" above "Article 10" */
static bool is_above_article(rec_builder *builder, const rec_unit *next)
{
    return next && !next->is_row && !next->ends_clause && next->chars <= PLAIN_HEADING_MAX
           && rec_matches(builder->reader, next->text, "heading.article", NULL);
}

/* "Article 2", "Chapter I: Scope", "المادة 1" */
static size_t take_worded(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    if (unit->chars > PLAIN_HEADING_MAX || unit->is_row)
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(worded_ranks); i++) {
        mh_pattern_match match;
        if (!rec_matches(builder->reader, unit->text, worded_ranks[i].key, &match))
            continue;
        if (unit->ends_clause && rec_last_char(unit->text) != '.')
            return 0;
        mh_view number = mh_pattern_slot(&match, "n");
        mh_view title = mh_pattern_slot(&match, "title");
        size_t end = number.len ? (size_t)(number.ptr - unit->text.ptr) + number.len : match.end;
        builder->level_count = open_kind(builder, worded_ranks[i].kind);
        close_divisions(builder, worded_ranks[i].kind);
        mh_node *node = open_level_node(builder, worded_ranks[i].kind, unit,
                                        (rec_level){.value = rec_designation_value(number)});
        if (title.len)
            end = (size_t)(title.ptr - unit->text.ptr);
        end = title.len ? end : rec_unit_bare_length(unit);
        node->num = mh_view_trim(mh_view_slice(unit->text, 0, end));
        node->heading = rec_text(builder->reader, unit, end, unit->text.len, REC_INLINE_BODY);
        return 1;
    }
    return 0;
}

/* Something a heading can stand above. */
static bool is_body_text(const rec_unit *unit)
{
    return unit->mark.count > 0 || unit->ends_clause || unit->chars > 90;
}

/* A paragraph number follows: a line above it is a heading even when it ends with a colon. */
static bool is_number_below(const rec_unit *next)
{
    return next->mark.dress == REC_DRESS_STOP && rec_mark_has(&next->mark, REC_STYLE_DIGIT)
           && next->ends_clause;
}

static mh_view without_colon(mh_view text)
{
    return mh_view_ends_with(text, MH_VIEW(":")) ? mh_view_slice(text, 0, text.len - 1) : text;
}

static bool has_small_letter(mh_view text)
{
    for (const char *p = text.ptr; p < text.ptr + text.len; p = mh_utf8_next(p)) {
        if (g_unichar_islower(g_utf8_get_char(p)))
            return true;
    }
    return false;
}

/* A question ends within the line, or its sentence goes on below in small letters, with which
 * clauses begin in Russian resolutions. */
static bool is_torn_sentence(const rec_builder *builder, mh_view text, const rec_unit *next)
{
    gunichar first = next ? rec_char_at(next->text, 0) : 0;
    bool may_be_clause = (builder->mode & REC_BODY_OPERATIVE) && first >= 0x400;
    bool goes_on = next && next->mark.count == 0 && g_unichar_islower(first)
                   && has_small_letter(text) && !may_be_clause;
    return goes_on || mh_view_find(text, MH_VIEW("? "), 0) != SIZE_MAX
           || mh_view_find(text, MH_VIEW("! "), 0) != SIZE_MAX;
}

/* An address, a name: lines that are short for another reason than being headings. */
static bool is_entry(rec_builder *builder, mh_view text)
{
    return memchr(text.ptr, '@', text.len) || mh_view_find(text, MH_VIEW("://"), 0) != SIZE_MAX
           || mh_view_find(text, MH_VIEW("www."), 0) != SIZE_MAX
           || rec_begins_with_person(builder->reader, text);
}

/* "Chair", "CHAIRPERSON", "Argentina": what persons are listed under. */
static bool is_above_persons(rec_builder *builder, size_t at, const rec_unit *next)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    bool stands_out =
        at == builder->range.from || unit->block->blank_before > 0 || !has_small_letter(unit->text);
    return next && stands_out && !next->is_row && !next->ends_clause
           && unit->chars <= OFFICE_HEADING_MAX && next->chars <= PLAIN_HEADING_MAX
           && rec_begins_with_person(builder->reader, next->text);
}

/* "Recommendations": a short line above text. */
static size_t take_unnumbered(rec_builder *builder, size_t at)
{
    const rec_unit *unit = rec_unit_at(builder->reader, at);
    size_t place = 0;
    const rec_unit *next = unit_after(builder, at, &place);
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    bool is_clause = (builder->mode & REC_BODY_OPERATIVE)
                     && rec_opening_length(builder->reader, unit, 0, MH_OPENING_OPERATIVE) > 0;
    if (next && is_number_below(next) && !is_clause)
        text = without_colon(text);
    if (unit->mark.count > 0 || !rec_is_heading_like(unit, text, PLAIN_HEADING_MAX))
        return 0;
    bool heads_articles = is_above_article(builder, next);
    bool is_above_text =
        heads_articles || (next && is_body_text(next)) || is_above_persons(builder, at, next);
    if (!next || !is_above_text || next->mark.dress == REC_DRESS_BULLET)
        return 0;
    if (is_torn_sentence(builder, text, next) || is_entry(builder, text))
        return 0;
    if (rec_char_at(text, 0) == '(' || rec_char_at(text, 0) == '['
        || rec_char_at(text, 0) == 0x201C)
        return 0;
    if (heads_articles)
        builder->level_count = open_kind(builder, MH_NODE_ARTICLE);
    while (builder->level_count > 0
           && builder->levels[builder->level_count - 1].node->kind == MH_NODE_DIVISION)
        builder->level_count--;
    mh_node *node = open_level_node(builder, MH_NODE_DIVISION, unit, (rec_level){0});
    node->heading = rec_text(builder->reader, unit, 0, unit->text.len, REC_INLINE_BODY);
    node->language = unit->language;
    return 1;
}

size_t rec_take_heading(rec_builder *builder, size_t at)
{
    size_t used = take_bare(builder, at);
    if (used == 0)
        used = take_worded(builder, at);
    if (used == 0)
        used = take_numbered(builder, at);
    return used ? used : take_unnumbered(builder, at);
}
