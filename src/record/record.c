#include "record/record.h"

#include "lexicon/lexicon.h"
#include "lexicon/name.h"
#include "lexicon/symbol.h"
#include "record/annex.h"
#include "record/contents.h"
#include "record/documents.h"
#include "record/kind.h"
#include "record/masthead.h"
#include "record/meeting.h"
#include "record/preamble.h"
#include "record/reader.h"
#include "record/set.h"
#include "record/signature.h"
#include "record/title.h"

/* A text is made of articles when so many stand among so many units. */
#define ARTICLES_MIN 5
#define ARTICLES_WITHIN 200
#define ARTICLE_HEADING_MAX 120
/* Units among which a title is looked for, and how long one is. */
#define TITLES_WITHIN 40
#define TITLE_MAX 320

/*
 * The pipeline of recognition: units, notes, masthead, attachments, title and kind, bodies, facts.
 * Every unit ends in exactly one place of the tree, or in a note.
 */

static void make_facts(rec_reader *reader)
{
    reader->facts = (rec_facts){.symbols = mh_arena_array(reader->arena, sizeof(const char *)),
                                .organs = mh_arena_array(reader->arena, sizeof(const mh_concept *)),
                                .originals = mh_arena_array(reader->arena, sizeof(mh_language)),
                                .kind = MH_KIND_DOCUMENT};
}

/* ------------------------------------------------------------------ notes */

static void mark_note(rec_reader *reader, mh_note *note)
{
    for (mh_node *p = note->content; p; p = p->next) {
        rec_unit unit = {.text = p->text.text, .language = p->language};
        p->text = rec_text(reader, &unit, 0, unit.text.len, REC_INLINE_BODY);
    }
}

static void mark_notes(rec_reader *reader)
{
    for (size_t at = 0; at < reader->units->len; at++) {
        for (rec_call *call = rec_unit_at(reader, at)->calls; call; call = call->next)
            mark_note(reader, call->note);
    }
}

/* ------------------------------------------------------------------ documents */

static void set_lines(const rec_reader *reader, rec_range range, mh_document *document)
{
    for (size_t at = range.from; at < range.to; at++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (document->first_line == 0)
            document->first_line = unit->first_line;
        document->last_line = MAX(document->last_line, unit->last_line);
    }
}

/* The annexes that lie in @p range. */
static GArray *annexes_in(const rec_reader *reader, const GArray *annexes, rec_range range)
{
    GArray *found = mh_arena_array(reader->arena, sizeof(rec_annex));
    for (guint i = 0; i < annexes->len; i++) {
        const rec_annex *annex = &g_array_index(annexes, rec_annex, i);
        if (annex->unit >= range.from && annex->unit < range.to)
            g_array_append_val(found, *annex);
    }
    return found;
}

/* Units of annex @p index: up to the next one, or to the end of what the annexes lie in. */
static rec_range range_of_annex(const GArray *annexes, guint index, size_t end)
{
    size_t from = g_array_index(annexes, rec_annex, index).unit;
    return (rec_range){
        from, index + 1 < annexes->len ? g_array_index(annexes, rec_annex, index + 1).unit : end};
}

static void settle_language(rec_reader *reader, rec_range range, mh_document *document)
{
    document->language = rec_language_of(reader, range);
    if (document->language == MH_LANGUAGE_NONE)
        document->language = reader->language;
    rec_language_settle_units(reader, range, document->language);
}

static void read_annexes(rec_reader *reader, GArray *annexes, size_t end, mh_document *parent)
{
    for (guint i = 0; i < annexes->len; i++) {
        mh_document *document = g_array_index(annexes, rec_annex, i).document;
        rec_range range = range_of_annex(annexes, i, end);
        set_lines(reader, range, document);
        size_t body = rec_annex_preface(reader, range, &document->preface);
        settle_language(reader, (rec_range){body, range.to}, document);
        rec_document_read(reader, (rec_range){body, range.to}, document);
    }
    rec_annexes_link(annexes, parent);
}

/* What of @p range stands before its first annex. */
static rec_range before_annexes(const GArray *annexes, rec_range range)
{
    return (rec_range){range.from,
                       annexes->len ? g_array_index(annexes, rec_annex, 0).unit : range.to};
}

/* A resolution of a set, with the annexes that follow it. */
static mh_document *read_component(rec_reader *reader, const GArray *annexes, rec_range range)
{
    mh_document *document = MH_NEW(reader->arena, mh_document, 1);
    GArray *own = annexes_in(reader, annexes, range);
    rec_range main = before_annexes(own, range);
    document->kind = MH_KIND_RESOLUTION;
    set_lines(reader, main, document);
    main.from = rec_set_preface(reader, main, &document->preface);
    document->language = reader->language;
    rec_document_read(reader, main, document);
    read_annexes(reader, own, range.to, document);
    return document;
}

/* Resolutions A, B... under one title; @p headings are their first units. */
static void read_set(rec_reader *reader, const GArray *annexes, const GArray *headings,
                     mh_document *document)
{
    mh_document **end = &document->components;
    for (guint i = 0; i < headings->len; i++) {
        size_t to =
            i + 1 < headings->len ? g_array_index(headings, size_t, i + 1) : reader->units->len;
        rec_range range = {g_array_index(headings, size_t, i), to};
        *end = read_component(reader, annexes, range);
        end = &(*end)->next;
    }
}

/* Title matter of a set: whatever stands above its first resolution. */
static void read_set_preface(rec_reader *reader, rec_range range, mh_document *document)
{
    for (size_t at = rec_preface_read(reader, range, document); at < range.to;
         at = rec_next_unit(reader, range, at + 1))
        document->preface =
            rec_list_append(document->preface,
                            rec_paragraph_of(reader, rec_unit_at(reader, at), 0, REC_INLINE_TITLE));
}

/* The symbol decides when it can; a title when it cannot. */
static mh_record_kind kind_of(const rec_reader *reader)
{
    const rec_facts *facts = &reader->facts;
    const char *symbol = facts->symbols->len ? g_array_index(facts->symbols, const char *, 0)
                                             : reader->text->running_symbol;
    mh_record_kind kind = rec_kind_of_symbol(symbol);
    if (kind == MH_KIND_DOCUMENT)
        kind = facts->kind;
    return kind != MH_KIND_DOCUMENT ? kind : rec_kind_of_symbol_part(symbol);
}

const char *rec_actor_of(const rec_reader *reader)
{
    const rec_facts *facts = &reader->facts;
    if (facts->organs->len == 0)
        return "un";
    const mh_organ *organ =
        mh_organ_of_concept(g_array_index(facts->organs, const mh_concept *, 0));
    return organ ? organ->actor : "un";
}

/* Articles stand in the text, one after the other: a charter, a treaty, rules. */
static bool has_articles(rec_reader *reader, rec_range main)
{
    size_t articles = 0;
    size_t units = 0;
    for (size_t at = rec_next_unit(reader, main, main.from);
         at < main.to && units++ < ARTICLES_WITHIN; at = rec_next_unit(reader, main, at + 1)) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (unit->is_row || unit->ends_clause || unit->chars > ARTICLE_HEADING_MAX
            || !rec_matches(reader, unit->text, "heading.article", NULL))
            continue;
        if (++articles == ARTICLES_MIN)
            return true;
    }
    return false;
}

/* A text that opens with an enacting formula is a resolution, or the draft of one. */
static mh_record_kind kind_of_body(rec_reader *reader, rec_range main, mh_record_kind kind)
{
    const GArray *symbols = reader->facts.symbols;
    const char *symbol = symbols->len ? g_array_index(symbols, const char *, 0) : NULL;
    size_t at = rec_next_unit(reader, main, main.from);
    bool may_change = kind == MH_KIND_DOCUMENT || kind == MH_KIND_DECLARATION;
    if (!may_change || at >= main.to)
        return kind;
    if (!rec_is_formula(reader, rec_unit_at(reader, at)))
        return kind == MH_KIND_DOCUMENT && has_articles(reader, main) ? MH_KIND_TREATY : kind;
    /* What was adopted has a symbol of its own; the same text under another one is a draft. */
    bool is_draft = symbol && rec_kind_of_symbol(symbol) == MH_KIND_DOCUMENT;
    return is_draft ? MH_KIND_DRAFT_RESOLUTION : MH_KIND_RESOLUTION;
}

/* A title that the masthead's own lines or a scan's rubbish hid. */
static mh_record_kind kind_of_lines(rec_reader *reader)
{
    for (size_t at = 0; at < reader->units->len && at < TITLES_WITHIN; at++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        bool is_title = (unit->use == REC_USE_NONE || unit->use == REC_USE_COVER)
                        && unit->mark.count == 0 && !unit->is_row && unit->chars <= TITLE_MAX;
        mh_record_kind found = is_title ? rec_kind_of_title(
                                   reader, mh_view_slice(unit->text, 0, rec_unit_bare_length(unit)))
                                        : MH_KIND_DOCUMENT;
        if (found != MH_KIND_DOCUMENT)
            return found;
    }
    return MH_KIND_DOCUMENT;
}

/* The language of the record: as told, as printed, as most of its text is. */
static void set_language(rec_reader *reader, rec_range main, mh_document *document)
{
    mh_language language = rec_language_of(reader, main);
    if (reader->options && reader->options->language)
        language = reader->options->language;
    else if (reader->facts.language)
        language = reader->facts.language;
    reader->language =
        language ? language : rec_language_of(reader, (rec_range){0, reader->units->len});
    document->language = reader->language;
}

/* Headings of the resolutions when the record is a set of them; @p range is all below the masthead.
 */
static GArray *find_set(rec_reader *reader, rec_range range)
{
    mh_record_kind kind = kind_of(reader);
    if (kind == MH_KIND_DOCUMENT || kind == MH_KIND_RESOLUTION)
        return rec_set_find(reader, range);
    return mh_arena_array(reader->arena, sizeof(size_t));
}

static void read_main(rec_reader *reader, rec_range main, mh_document *document)
{
    document->kind = kind_of(reader);
    bool is_meeting = rec_grammar_of(document->kind) == REC_GRAMMAR_MEETING;
    main.from = is_meeting ? rec_meeting_preface(reader, main, document)
                           : rec_preface_read(reader, main, document);
    if (kind_of(reader) == MH_KIND_DOCUMENT)
        reader->facts.kind = kind_of_lines(reader);
    document->kind = kind_of_body(reader, main, kind_of(reader));
    rec_document_read(reader, main, document);
}

static void read_documents(rec_reader *reader, mh_document *document)
{
    rec_masthead_split(reader);
    rec_titles_join(reader);
    rec_signatures_split(reader);
    rec_notes_read(reader);
    rec_contents_find(reader);
    reader->facts.kind = rec_meeting_kind(reader);
    rec_range all = {rec_masthead_read(reader, document), reader->units->len};
    rec_number_split(reader, all.from);
    rec_clauses_join(reader, all.from);
    if (rec_grammar_of(kind_of(reader)) == REC_GRAMMAR_MEETING)
        rec_meeting_prepare(reader, all.from);
    all.to = reader->units->len;
    GArray *annexes = rec_annexes_find(reader, all);
    all.to = reader->units->len;
    rec_range main = before_annexes(annexes, all);
    set_language(reader, main, document);
    rec_language_settle_units(reader, main, document->language);
    GArray *set = find_set(reader, all);
    rec_inline_set_annexes(reader->inlines, set->len ? 0 : (uint32_t)annexes->len);
    rec_inline_set_organ(reader->inlines, rec_actor_of(reader));
    mark_notes(reader);
    set_lines(reader, (rec_range){0, set->len ? all.to : main.to}, document);
    if (set->len > 0) {
        document->kind = MH_KIND_RESOLUTION_SET;
        read_set_preface(reader, (rec_range){all.from, g_array_index(set, size_t, 0)}, document);
        read_set(reader, annexes, set, document);
    } else {
        read_main(reader, main, document);
        read_annexes(reader, annexes, all.to, document);
    }
    rec_language_settle_document(document);
}

/* ------------------------------------------------------------------ facts */

static const char *given_or(const char *given, const char *printed)
{
    return given ? given : printed;
}

static void add_organs_of_symbols(rec_reader *reader)
{
    rec_facts *facts = &reader->facts;
    if (facts->organs->len > 0 || facts->symbols->len == 0)
        return;
    const char *symbol = g_array_index(facts->symbols, const char *, 0);
    const mh_organ *organ = mh_organ_of_symbol(mh_view_of(symbol));
    if (organ && organ->concept)
        g_array_append_val(facts->organs, organ->concept);
}

/*
 * Resolutions of the Security Council are cited by number and year: what prints "Resolution 242
 * (1967)" and no symbol is S/RES/242 (1967). NULL when the title says no such thing.
 */
static const char *symbol_of_title(rec_reader *reader)
{
    static const char *const keys[] = {"resolution.heading.sc", "resolution.heading.old"};
    mh_pattern_match match;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (reader->facts.title.len == 0
            || !rec_matches(reader, reader->facts.title, keys[i], &match))
            continue;
        mh_view number = mh_pattern_slot(&match, "n");
        mh_view year = mh_pattern_slot(&match, "year");
        bool is_whole = number.len > 0 && year.len == 4 && rec_designation_value(number) > 0
                        && rec_designation_value(year) > 0;
        if (is_whole)
            return mh_arena_printf(reader->arena, "S/RES/%u (%u)", rec_designation_value(number),
                                   rec_designation_value(year));
    }
    return NULL;
}

/* The symbol of running heads identifies a record that prints none in its masthead. */
static void add_symbols(rec_reader *reader)
{
    rec_facts *facts = &reader->facts;
    const char *given = reader->options ? reader->options->symbol : NULL;
    if (given) {
        const char *symbol = mh_arena_strdup(reader->arena, given);
        g_array_prepend_val(facts->symbols, symbol);
    } else if (facts->symbols->len == 0 && reader->text->running_symbol) {
        g_array_append_val(facts->symbols, reader->text->running_symbol);
        mh_report(reader->job, MH_REC_RUNNING_SYMBOL, 0, 0, "%s", reader->text->running_symbol);
    } else if (facts->symbols->len == 0) {
        const char *symbol = symbol_of_title(reader);
        if (symbol) {
            g_array_append_val(facts->symbols, symbol);
            mh_report(reader->job, MH_REC_TITLE_SYMBOL, 0, 0, "%s", symbol);
        }
    }
}

static void fill(rec_reader *reader, mh_record *record)
{
    rec_facts *facts = &reader->facts;
    const mh_record_options *options = reader->options;
    add_symbols(reader);
    add_organs_of_symbols(reader);
    record->symbols = (const char *const *)(const void *)facts->symbols->data;
    record->symbol_count = facts->symbols->len;
    record->organs = (const mh_concept *const *)(const void *)facts->organs->data;
    record->organ_count = facts->organs->len;
    record->actor = rec_actor_of(reader);
    record->issue_date = facts->issue_date;
    record->work_date = given_or(options ? options->date : NULL, facts->work_date);
    if (!record->work_date)
        record->work_date = facts->issue_date;
    record->language = reader->language;
    record->original_languages = (const mh_language *)(const void *)facts->originals->data;
    record->original_count = facts->originals->len;
    record->title = options && options->title ? options->title
                    : facts->title.len        ? mh_arena_string_of(reader->arena, facts->title)
                                              : NULL;
    record->session = facts->session;
    record->job_number = given_or(options ? options->job_number : NULL, reader->text->job_number);
    record->author = facts->author;
    record->moves = (const mh_move *)(const void *)reader->moves->data;
    record->move_count = reader->moves->len;
}

mh_status mh_record_read(mh_job *job, const mh_text *text, const mh_record_options *options,
                         mh_record *out)
{
    rec_reader reader = {.job = job, .arena = mh_job_arena(job), .text = text, .options = options};
    mh_record record = {.text = text};
    reader.folder = mh_folder_new(reader.arena);
    reader.spans = mh_arena_array(reader.arena, sizeof(mh_span));
    reader.moves = mh_arena_array(reader.arena, sizeof(mh_move));
    reader.inlines = rec_inline_context_new(job);
    reader.record = &record;
    make_facts(&reader);
    record.document = MH_NEW(reader.arena, mh_document, 1);
    rec_units_make(&reader);
    read_documents(&reader, record.document);
    fill(&reader, &record);
    if (record.document->kind == MH_KIND_DOCUMENT)
        mh_report(job, MH_REC_PLAIN, 0, 0, NULL);
    *out = record;
    return MH_OK;
}
