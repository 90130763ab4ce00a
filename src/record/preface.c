#include "record/documents.h"

#include "lexicon/date.h"
#include "record/contents.h"
#include "record/kind.h"
#include "record/preamble.h"
#include "record/title.h"

/* Lines of title matter, and of a summary or a list of contents. */
#define TITLE_LINES_MAX 8
#define TITLE_LINE_MAX 420
#define SUMMARY_MAX 40
/* Units and characters within which a number with a formula behind it is looked for. */
/* Words of an enacting formula. */
#define FORMULA_WORDS_MAX 12
#define NUMBER_WITHIN 8
#define NUMBER_LINE_MAX 500

typedef struct preface {
    rec_reader *reader;
    rec_range range;
    mh_document *document;
    size_t lines; /* title lines so far */
} preface;

static void add(preface *p, mh_node *node)
{
    p->document->preface = rec_list_append(p->document->preface, node);
}

static void note_title(rec_reader *reader, const rec_unit *unit)
{
    if (reader->facts.title.len == 0)
        reader->facts.title = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
}

static void keep_date(rec_reader *reader, const char *iso)
{
    if (!reader->facts.work_date && iso[0])
        reader->facts.work_date = mh_arena_strdup(reader->arena, iso);
}

/* The date in @p text as ISO, or "". */
static const char *date_of(rec_reader *reader, mh_view text)
{
    mh_date date;
    return mh_date_find(mh_fold(reader->folder, text), 0, &date)
               ? mh_arena_strdup(reader->arena, date.iso)
               : "";
}

/* "Letter dated ...", "Report of the Secretary-General", "Resolution 9001 (2099)" */
static bool take_known_title(preface *p, const rec_unit *unit)
{
    rec_reader *reader = p->reader;
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    mh_record_kind kind = rec_kind_of_title(reader, text);
    mh_pattern_match match;
    rec_title title;
    if (kind == MH_KIND_DOCUMENT)
        return false;
    add(p, rec_title_line(reader, unit, p->lines++ == 0));
    note_title(reader, unit);
    if (reader->facts.kind == MH_KIND_DOCUMENT)
        reader->facts.kind = kind;
    if (rec_title_read(reader, text, &title))
        keep_date(reader, title.date);
    else if (rec_matches(reader, text, "resolution.heading.old", &match))
        keep_date(reader, date_of(reader, mh_pattern_slot(&match, "date")));
    return true;
}

/* "Adopted by the Security Council at its 9836th meeting, on 15 January 2025" */
static bool take_adoption(preface *p, const rec_unit *unit)
{
    rec_reader *reader = p->reader;
    mh_pattern_match match;
    mh_date date;
    if (!rec_matches(reader, unit->text, "resolution.adopted", &match))
        return false;
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    rec_span_add(spans, MH_SPAN_INLINE, 0, rec_unit_bare_length(unit))->value = "akn4un:subTitle";
    rec_meeting_span(reader, unit->text, &match, spans);
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text = rec_text_marked(reader, unit, (rec_range){0, unit->text.len},
                                 REC_INLINE_TITLE | REC_INLINE_NO_PERSONS, spans);
    node->language = unit->language;
    add(p, node);
    p->lines++;
    if (mh_date_find(mh_fold(reader->folder, unit->text), 0, &date))
        keep_date(reader, date.iso);
    reader->facts.kind = MH_KIND_RESOLUTION;
    return true;
}

/* "153/12. Title": the resolution's number and title. */
static bool take_numbered_title(preface *p, const rec_unit *unit)
{
    rec_reader *reader = p->reader;
    size_t title_from = rec_numbered_title(reader, unit->text);
    if (title_from == 0 || p->lines > 0)
        return false;
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    mh_view head = mh_view_trim(mh_view_slice(unit->text, 0, title_from));
    mh_view title = mh_view_slice(unit->text, title_from, rec_unit_bare_length(unit));
    rec_span_add(spans, MH_SPAN_DOC_NUMBER, 0, head.len);
    if (title.len > 0)
        rec_span_add(spans, MH_SPAN_DOC_TITLE, title_from, title_from + title.len);
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text = rec_text_marked(reader, unit, (rec_range){0, unit->text.len},
                                 REC_INLINE_TITLE | REC_INLINE_NO_PERSONS, spans);
    add(p, node);
    p->lines++;
    reader->facts.title = title;
    reader->facts.kind = MH_KIND_RESOLUTION;
    return true;
}

/* A container of the units from @p at on, until @p stops says so. */
static size_t take_container(preface *p, size_t at, const char *name, size_t most,
                             bool (*stops)(preface *p, size_t at))
{
    rec_reader *reader = p->reader;
    mh_node *container = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    container->name = name;
    size_t count = 0;
    do {
        mh_node *line = rec_paragraph_of(reader, rec_unit_at(reader, at), 0, REC_INLINE_BODY);
        line->name = count++ == 0 ? "heading" : NULL;
        rec_node_append(container, line);
        at = rec_next_unit(reader, p->range, at + 1);
    } while (at < p->range.to && count < most && !stops(p, at));
    add(p, container);
    return at;
}

/* A summary ends where the body's first heading or paragraph number stands, or the contents. */
static bool ends_summary(preface *p, size_t at)
{
    const rec_unit *unit = rec_unit_at(p->reader, at);
    return unit->mark.count > 0 || unit->starts_page || rec_contents_at(p->reader, at);
}

static size_t take_summary(preface *p, size_t at)
{
    const rec_unit *unit = rec_unit_at(p->reader, at);
    if (rec_contents_at(p->reader, at)) {
        size_t next = at;
        add(p, rec_contents_read(p->reader, p->range, at, &next));
        return next;
    }
    if (rec_matches(p->reader, unit->text, "heading.summary", NULL))
        return take_container(p, at, "summary", SUMMARY_MAX, ends_summary);
    return at;
}

/* Short lines before the body: a title and its subtitles. */
static bool take_plain_title(preface *p, size_t at)
{
    const rec_unit *unit = rec_unit_at(p->reader, at);
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    if (unit->mark.count > 0 || rec_is_formula(p->reader, unit)
        || rec_matches(p->reader, unit->text, "caption", NULL)
        || !rec_is_heading_like(unit, text, TITLE_LINE_MAX))
        return false;
    size_t next = rec_next_unit(p->reader, p->range, at + 1);
    const rec_unit *after = next < p->range.to ? rec_unit_at(p->reader, next) : NULL;
    bool stands_above_text = after && after->mark.count == 0 && after->ends_clause
                             && !rec_is_formula(p->reader, after) && p->lines > 0;
    if (stands_above_text || !after)
        return false;
    add(p, rec_title_line(p->reader, unit, p->lines++ == 0));
    note_title(p->reader, unit);
    return true;
}

/* Where the last line of the unit begins in its text, 0 when that cannot be told. */
static size_t last_line_start(const rec_reader *reader, const rec_unit *unit)
{
    uint32_t last = unit->block->line[unit->block->line_count - 1];
    mh_view line = mh_view_trim(reader->text->lines[last].text);
    bool is_found = unit->block->line_count > 1 && mh_view_ends_with(unit->text, line);
    return is_found ? unit->text.len - line.len : 0;
}

/* Where the formula begins that reflow took for the title's last words; 0 when there is none. */
static size_t formula_behind_title(rec_reader *reader, const rec_unit *unit, size_t title)
{
    size_t start = last_line_start(reader, unit);
    size_t at = unit->text.len;
    for (size_t words = 0; words < FORMULA_WORDS_MAX && start <= title; words++) {
        const char *space = memrchr(unit->text.ptr, ' ', at);
        if (!space || (size_t)(space - unit->text.ptr) <= title)
            return 0;
        at = (size_t)(space - unit->text.ptr);
        uint32_t first = rec_char_at(unit->text, at + 1);
        mh_view tail = mh_view_slice(unit->text, at + 1, unit->text.len);
        if (!g_unichar_islower(first) && rec_matches_formula(reader, tail))
            return at + 1;
    }
    mh_view line = mh_view_slice(unit->text, start, unit->text.len);
    return start > title && rec_matches_formula(reader, line) ? start : 0;
}

void rec_number_split(rec_reader *reader, size_t from)
{
    for (size_t at = from; at < reader->units->len && at < from + NUMBER_WITHIN; at++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        size_t rest =
            rec_is_longer(unit->text, NUMBER_LINE_MAX) ? 0 : rec_numbered_title(reader, unit->text);
        if (rest == 0 || rest >= unit->text.len)
            continue;
        bool is_formula =
            rec_matches(reader, mh_view_slice(unit->text, rest, unit->text.len), "formula", NULL);
        size_t formula = is_formula ? rest : formula_behind_title(reader, unit, rest);
        if (formula > 0)
            rec_unit_split(reader, at, formula);
        return;
    }
}

size_t rec_preface_read(rec_reader *reader, rec_range range, mh_document *document)
{
    preface p = {.reader = reader, .range = range, .document = document};
    size_t at = rec_next_unit(reader, range, range.from);
    while (at < range.to && p.lines < TITLE_LINES_MAX) {
        const rec_unit *unit = rec_unit_at(reader, at);
        size_t after = take_summary(&p, at);
        if (after > at) {
            at = after;
            continue;
        }
        /* Below the title of a list of participants stand persons. */
        if (reader->facts.kind == MH_KIND_PARTICIPANTS)
            break;
        bool is_letter = reader->facts.kind != MH_KIND_DOCUMENT
                         && rec_grammar_of(reader->facts.kind) == REC_GRAMMAR_LETTER;
        if (is_letter
            || (!take_known_title(&p, unit) && !take_adoption(&p, unit)
                && !take_numbered_title(&p, unit) && !take_plain_title(&p, at)))
            break;
        at = rec_next_unit(reader, range, at + 1);
    }
    return at;
}
