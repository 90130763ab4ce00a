#include "record/masthead.h"

#include "lexicon/date.h"
#include "lexicon/lexicon.h"
#include "lexicon/name.h"
#include "lexicon/symbol.h"
#include "record/kind.h"
#include "record/masthead_lines.h"
#include "record/preamble.h"
#include "record/title.h"

/* A masthead has few lines and they are short. */
#define LINES_MAX 48
#define ITEM_TITLES_MAX 14
#define PIECES_MAX 24
/* Lines of a notice that comes before the masthead. */
#define NOTICE_MAX 12
/* A line of a title in capitals that goes on is so long. */
#define CAPITALS_FULL 42
/* Parts of an organ's name on lines of their own. */
#define NAME_PART_MAX 24
/* Lines that are not known, before one that is. */
#define UNKNOWN_MAX 10

/* What the lines so far allow to come. */
typedef struct state {
    rec_reader *reader;
    mh_document *document;
    bool is_after_item; /* titles of agenda items may follow */
} state;

/* ------------------------------------------------------------------ glued lines */

/* Lines that may be glued behind another one. */
static const char *const glued_keys[] = {"masthead.distr", "masthead.original", "masthead.agenda"};

/* Bytes of the numbers of agenda items at the start of @p text: "40, 41 (b) and 43". */
static size_t item_numbers_length(mh_view text)
{
    size_t length = 0;
    size_t at = 0;
    while (at < text.len) {
        size_t end = at;
        while (end < text.len && text.ptr[end] != ' ')
            end++;
        mh_view word = mh_view_slice(text, at, end);
        bool has_digit = word.len > 0 && g_ascii_isdigit(word.ptr[0]);
        bool is_letter =
            rec_mark_read(word).count > 0 && rec_mark_read(word).dress >= REC_DRESS_CLOSED;
        if (has_digit || (is_letter && length > 0))
            length = end;
        else if (rec_char_count(word) > 3 || g_unichar_isupper(rec_char_at(word, 0)))
            break;
        at = end + 1;
    }
    return length;
}

/* "Agenda item 11 Sport for development": where the title of the item begins. */
static size_t item_title_at(rec_reader *reader, mh_view text)
{
    mh_pattern_match match;
    if (!rec_matches(reader, text, "masthead.agenda", &match))
        return 0;
    mh_view items = mh_pattern_slot(&match, "items");
    size_t length = item_numbers_length(items);
    size_t end = items.len ? (size_t)(items.ptr - text.ptr) + length : 0;
    /* "Agenda item 17: Macroeconomic policy questions" is one line. */
    if (end > 0 && text.ptr[end - 1] == ':')
        return 0;
    bool is_split =
        length > 0 && length < items.len && items.ptr + items.len == text.ptr + text.len
        && g_unichar_isupper(rec_char_at(mh_view_trim(mh_view_slice(items, length, items.len)), 0));
    return is_split ? end : 0;
}

/* A word of @p text, not the first, at which a line of its own begins. */
static size_t line_within(rec_reader *reader, mh_view text)
{
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] != ' ')
            continue;
        mh_view rest = mh_view_slice(text, at + 1, text.len);
        for (size_t i = 0; i < G_N_ELEMENTS(glued_keys); i++) {
            if (rec_matches(reader, rest, glued_keys[i], NULL))
                return at + 1;
        }
    }
    return item_title_at(reader, text);
}

/* True when the text is a date or begins a masthead line itself. */
static bool may_follow_date(rec_reader *reader, mh_view text)
{
    return mh_language_from_name(text) != MH_LANGUAGE_NONE
           || rec_matches(reader, text, "masthead", NULL);
}

/* "United Nations S/PV.9722": where the symbol begins behind the publisher or organ. */
static size_t symbol_within(rec_reader *reader, mh_view text)
{
    mh_symbol symbol;
    if (!mh_symbol_find(mh_fold(reader->folder, text), 0, &symbol) || symbol.start == 0
        || symbol.end < mh_view_trim(text).len)
        return 0;
    mh_view name = mh_view_trim(mh_view_slice(text, 0, symbol.start));
    return rec_matches(reader, name, "masthead.un", NULL) ? symbol.start : 0;
}

/* "Совет Безопасности Предварительный отчет": where the second begins behind an organ's name. */
static size_t status_within(rec_reader *reader, mh_view text)
{
    for (size_t at = 0; at < text.len; at++) {
        if (text.ptr[at] != ' '
            || !rec_matches(reader, mh_view_slice(text, at + 1, text.len), "masthead.provisional",
                            NULL))
            continue;
        const mh_concept *organ = mh_concept_of_name(
            mh_fold(reader->folder, mh_view_slice(text, 0, at)), MH_LANGUAGE_NONE);
        return organ && mh_organ_of_concept(organ) ? at + 1 : 0;
    }
    return 0;
}

/* "PROTECTION OF GLOBAL CLIMATE Report of the Secretary-General": where the capitals end. */
static size_t title_within(rec_reader *reader, mh_view text)
{
    if (!g_unichar_isupper(rec_char_at(text, 0)) || !g_unichar_isupper(rec_char_at(text, 1)))
        return 0;
    for (size_t at = 0; at + 2 < text.len; at++) {
        if (text.ptr[at] != ' ' || !g_ascii_isupper(text.ptr[at + 1])
            || !g_ascii_islower(text.ptr[at + 2]))
            continue;
        mh_view rest = mh_view_slice(text, at + 1, text.len);
        return rec_kind_of_title(reader, rest) != MH_KIND_DOCUMENT ? at + 1 : 0;
    }
    return 0;
}

/* Byte at which a second masthead line begins within @p text, or 0. */
static size_t glued_at(rec_reader *reader, mh_view text)
{
    size_t symbol = symbol_within(reader, text);
    size_t status = symbol ? symbol : status_within(reader, text);
    size_t title = status ? status : title_within(reader, text);
    size_t within = title ? title : line_within(reader, text);
    if (within > 0)
        return within;
    mh_date date;
    if (!mh_date_find(mh_fold(reader->folder, text), 0, &date))
        return 0;
    if (date.start > 0)
        return rec_distribution_of(reader, mh_view_trim(mh_view_slice(text, 0, date.start)))
                   ? date.start
                   : 0;
    mh_view rest = mh_view_trim(mh_view_slice(text, date.end, text.len));
    return rest.len > 0 && may_follow_date(reader, rest) ? date.end : 0;
}

/* Cuts a row whose cells are masthead lines: symbol beside the publisher's name. */
static bool split_row(rec_reader *reader, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    size_t next = 0;
    size_t end = rec_cell_end(unit->text, 0, &next);
    if (!unit->is_row || next >= unit->text.len)
        return false;
    mh_view first = mh_view_trim(mh_view_slice(unit->text, 0, end));
    mh_view rest = mh_view_slice(unit->text, next, unit->text.len);
    rest = mh_view_slice(rest, 0, rec_cell_end(rest, 0, &end));
    if (!rec_is_masthead_line(reader, first) && !rec_is_masthead_line(reader, mh_view_trim(rest)))
        return false;
    rec_unit_split(reader, at, next);
    return true;
}

/* "GENERAL" above "ASSEMBLY" */
static bool is_parted_name(rec_reader *reader, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    if (at + 1 >= reader->units->len || unit->chars > NAME_PART_MAX || unit->is_row)
        return false;
    const rec_unit *next = rec_unit_at(reader, at + 1);
    if (next->chars > NAME_PART_MAX || next->is_row || next->starts_page)
        return false;
    const char *both = mh_arena_printf(reader->arena, "%.*s %.*s", MH_VIEW_ARG(unit->text),
                                       MH_VIEW_ARG(next->text));
    const mh_concept *organ =
        mh_concept_of_name(mh_fold(reader->folder, mh_view_of(both)), MH_LANGUAGE_NONE);
    return organ && mh_organ_of_concept(organ) && !rec_is_masthead_line(reader, unit->text)
           && !rec_is_masthead_line(reader, next->text);
}

static bool is_capitals(mh_view text)
{
    size_t letters = 0;
    for (const char *p = text.ptr; p < text.ptr + text.len; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_islower(c))
            return false;
        letters += g_unichar_isupper(c) ? 1 : 0;
    }
    return letters > 0;
}

/* A title in capitals goes on below a line that it fills. */
static bool is_parted_title(const rec_reader *reader, size_t at)
{
    if (at + 1 >= reader->units->len)
        return false;
    const rec_unit *unit = rec_unit_at(reader, at);
    const rec_unit *next = rec_unit_at(reader, at + 1);
    const mh_block *block = unit->block;
    mh_view line = mh_view_trim(reader->text->lines[block->line[block->line_count - 1]].text);
    return !unit->is_row && !next->is_row && next->block->blank_before == 0 && !next->starts_page
           && next->mark.count == 0 && rec_is_longer(line, CAPITALS_FULL - 1)
           && is_capitals(unit->text) && is_capitals(next->text) && !unit->ends_clause
           && unit->chars + next->chars < REC_MASTHEAD_LINE_MAX;
}

/* Makes lines of unit @p at: true when it was cut into two. */
static bool part_lines(rec_reader *reader, size_t at)
{
    while (is_parted_name(reader, at) || is_parted_title(reader, at))
        rec_units_join(reader, at, 2);
    if (split_row(reader, at))
        return true;
    const rec_unit *unit = rec_unit_at(reader, at);
    size_t glued = unit->is_row ? 0 : glued_at(reader, unit->text);
    if (glued > 0)
        rec_unit_split(reader, at, glued);
    return glued > 0;
}

void rec_masthead_split(rec_reader *reader)
{
    size_t pieces = 0;
    for (size_t at = 0; at < reader->units->len && at < LINES_MAX && pieces < PIECES_MAX; at++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        /* A notice comes before the masthead, not amid it. */
        if (unit->chars > REC_MASTHEAD_LINE_MAX && pieces == 0 && at < NOTICE_MAX)
            continue;
        if (unit->chars > REC_MASTHEAD_LINE_MAX
            || rec_kind_of_title(reader, unit->text) != MH_KIND_DOCUMENT)
            break;
        if (part_lines(reader, at))
            pieces++;
    }
}

/* ------------------------------------------------------------------ cover */

static void add_line(state *s, const rec_unit *unit, const GArray *spans)
{
    mh_node *node = rec_node_new(s->reader, MH_NODE_P, unit);
    node->text = rec_text_marked(s->reader, unit, (rec_range){0, unit->text.len},
                                 REC_INLINE_TITLE | REC_INLINE_NO_PERSONS, spans);
    node->language = unit->language;
    s->document->cover = rec_list_append(s->document->cover, node);
}

/* Takes unit @p at when it is a line of the masthead. */
static bool take_line(state *s, size_t at)
{
    rec_unit *unit = rec_unit_at(s->reader, at);
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    GArray *spans = mh_arena_array(s->reader->arena, sizeof(mh_span));
    rec_masthead_line kind = rec_masthead_line_read(s->reader, text, spans);
    if (kind == REC_LINE_NONE)
        return false;
    s->is_after_item = s->is_after_item || kind == REC_LINE_ITEM;
    add_line(s, unit, spans);
    unit->use = REC_USE_COVER;
    return true;
}

/* True when a title, a formula or text begins: nothing of the masthead follows. */
static bool is_end(rec_reader *reader, const rec_unit *unit)
{
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    return unit->use != REC_USE_NONE || unit->mark.count > 0 || unit->is_row
           || rec_is_strict_formula(reader, unit)
           || rec_kind_of_title(reader, text) != MH_KIND_DOCUMENT
           || !rec_is_heading_like(unit, text, REC_MASTHEAD_LINE_MAX);
}

static bool is_line(state *s, size_t at)
{
    const rec_unit *unit = rec_unit_at(s->reader, at);
    return rec_is_masthead_line(s->reader,
                                mh_view_slice(unit->text, 0, rec_unit_bare_length(unit)));
}

/* True for "Report of ..." and "Note by ...": they follow the title, or are an item's title. */
static bool is_weak_title(rec_reader *reader, const rec_unit *unit)
{
    mh_record_kind kind =
        rec_kind_of_title(reader, mh_view_slice(unit->text, 0, rec_unit_bare_length(unit)));
    return kind == MH_KIND_REPORT || kind == MH_KIND_NOTE;
}

static void take_item_title(state *s, size_t at)
{
    rec_unit *unit = rec_unit_at(s->reader, at);
    GArray *spans = mh_arena_array(s->reader->arena, sizeof(mh_span));
    rec_span_add(spans, MH_SPAN_INLINE, 0, rec_unit_bare_length(unit))->value =
        "akn4un:agendaItemTitle";
    add_line(s, unit, spans);
    unit->use = REC_USE_COVER;
}

/*
 * Lines below an agenda item are titles of items up to the title of a letter or resolution. Before
 * any other text the last one, and the one above "Report of ...", is the title of the document.
 */
static size_t take_item_titles(state *s, size_t at, rec_range range)
{
    size_t before = at; /* the line before @c end */
    size_t title = SIZE_MAX;
    size_t end = at;
    for (size_t count = 0; end < range.to && count < ITEM_TITLES_MAX; count++) {
        const rec_unit *unit = rec_unit_at(s->reader, end);
        bool is_weak = is_weak_title(s->reader, unit);
        if (is_line(s, end) || (!is_weak && is_end(s->reader, unit)))
            break;
        if (is_weak && title == SIZE_MAX)
            title = before;
        before = end;
        end = rec_next_unit(s->reader, range, end + 1);
    }
    bool is_followed_by_title =
        end < range.to
        && (is_line(s, end)
            || rec_kind_of_title(s->reader, rec_unit_at(s->reader, end)->text) != MH_KIND_DOCUMENT);
    size_t stop = is_followed_by_title ? end : title != SIZE_MAX ? title : before;
    while (at < stop) {
        take_item_title(s, at);
        at = rec_next_unit(s->reader, range, at + 1);
    }
    s->is_after_item = false;
    return stop;
}

/* A title after which one knows that all before it was masthead. */
static bool is_strong_title(rec_reader *reader, const rec_unit *unit)
{
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    return rec_title_is_whole(reader, text)
           || rec_matches(reader, text, "resolution.heading", NULL);
}

/* Something after which no masthead line comes. */
static bool is_beyond(rec_reader *reader, const rec_unit *unit)
{
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    return unit->use != REC_USE_NONE || rec_is_longer(text, REC_MASTHEAD_LINE_MAX)
           || unit->mark.dress == REC_DRESS_STOP
           || rec_kind_of_title(reader, text) != MH_KIND_DOCUMENT
           || rec_numbered_title(reader, text) > 0 || rec_is_strict_formula(reader, unit);
}

/* Lines that say nothing known, when a known line or title follows soon. */
static size_t take_unknown(state *s, size_t at, rec_range range)
{
    size_t end = at;
    bool is_found = false;
    for (size_t count = 0; end < range.to && count <= UNKNOWN_MAX; count++) {
        const rec_unit *unit = rec_unit_at(s->reader, end);
        is_found = count > 0 && (is_line(s, end) || is_strong_title(s->reader, unit));
        if (is_found || is_beyond(s->reader, unit))
            break;
        end = rec_next_unit(s->reader, range, end + 1);
    }
    while (is_found && at < end) {
        add_line(s, rec_unit_at(s->reader, at), NULL);
        rec_unit_at(s->reader, at)->use = REC_USE_COVER;
        at = rec_next_unit(s->reader, range, at + 1);
    }
    return at;
}

/* The title pages of meetings have a grammar of their own. */
static bool is_meeting(const rec_reader *reader)
{
    const GArray *symbols = reader->facts.symbols;
    if (rec_grammar_of(reader->facts.kind) == REC_GRAMMAR_MEETING)
        return true;
    return symbols->len > 0
           && rec_grammar_of(rec_kind_of_symbol(g_array_index(symbols, const char *, 0)))
                  == REC_GRAMMAR_MEETING;
}

/* The notice on corrections may come first, at the foot of the page as it is. */
static size_t take_notice(state *s, rec_range range)
{
    size_t end = rec_next_unit(s->reader, range, range.from);
    size_t lines = 0;
    while (end < range.to && lines++ < NOTICE_MAX && !is_line(s, end))
        end = rec_next_unit(s->reader, range, end + 1);
    if (end >= range.to || lines > NOTICE_MAX || end == range.from || !is_meeting(s->reader))
        return range.from;
    mh_node *notice = rec_node_new(s->reader, MH_NODE_CONTAINER, NULL);
    notice->name = "correctionsNotice";
    for (size_t at = rec_next_unit(s->reader, range, range.from); at < end;
         at = rec_next_unit(s->reader, range, at + 1)) {
        rec_unit *unit = rec_unit_at(s->reader, at);
        mh_node *line = rec_paragraph_of(s->reader, unit, 0, REC_INLINE_BODY);
        line->language = unit->language;
        rec_node_append(notice, line);
        unit->use = REC_USE_COVER;
    }
    s->document->cover = rec_list_append(s->document->cover, notice);
    return end;
}

size_t rec_masthead_read(rec_reader *reader, mh_document *document)
{
    state s = {.reader = reader, .document = document};
    rec_range all = {0, reader->units->len};
    size_t at = take_notice(&s, (rec_range){rec_next_unit(reader, all, 0), all.to});
    for (size_t lines = 0; at < all.to && lines < LINES_MAX; lines++) {
        if (take_line(&s, at)) {
            at = rec_next_unit(reader, all, at + 1);
            continue;
        }
        size_t next = s.is_after_item ? take_item_titles(&s, at, all) : at;
        if (next == at && !is_meeting(reader))
            next = take_unknown(&s, at, all);
        if (next == at)
            break;
        at = next;
    }
    return at;
}
