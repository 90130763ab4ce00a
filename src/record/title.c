#include "record/title.h"

#include "lexicon/date.h"
#include "lexicon/lexicon.h"
#include "lexicon/name.h"
#include "lexicon/number.h"
#include "record/kind.h"

#define LANGUAGES_MAX 6
/* Lines of one title, and how long a line of it may be. */
#define TITLE_UNITS_MAX 4
#define TITLE_LINE_MAX 200
/* Sponsors of a draft: characters of their list, and units from the top it is looked for in. */
#define SPONSORS_MAX 1500
#define SPONSORS_WITHIN 40

bool rec_title_read(rec_reader *reader, mh_view text, rec_title *out)
{
    mh_pattern_match match;
    rec_title title = {.kind = rec_kind_of_title(reader, text)};
    if (title.kind == MH_KIND_DOCUMENT || !rec_matches(reader, text, "title", &match))
        return false;
    mh_date date;
    mh_view printed = mh_pattern_slot(&match, "date");
    if (printed.len == 0)
        printed = text;
    if (mh_date_find(mh_fold(reader->folder, printed), 0, &date))
        g_strlcpy(title.date, date.iso, sizeof title.date);
    title.sender = mh_pattern_slot(&match, "sender");
    title.addressee = mh_pattern_slot(&match, "addressee");
    *out = title;
    return true;
}

bool rec_title_is_whole(rec_reader *reader, mh_view text)
{
    static const char *const keys[] = {"title.letter.full", "title.letter.identical",
                                       "title.noteverbale.full"};
    mh_pattern_match match;
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (rec_matches(reader, text, keys[i], &match) && !g_str_has_suffix(match.key, ".begin"))
            return true;
    }
    return false;
}

/* Bytes of a resolution number at the start of @p text: "153/12", "S-32/1", "2025/29 A". */
static size_t number_length(mh_view text)
{
    size_t end = 0;
    while (end < text.len && (g_ascii_isalnum(text.ptr[end]) || strchr("/-", text.ptr[end])))
        end++;
    mh_view number = mh_view_slice(text, 0, end);
    size_t slash = mh_view_find(number, MH_VIEW("/"), 0);
    bool is_number = slash != SIZE_MAX && slash > 0 && slash + 1 < end
                     && g_ascii_isdigit(number.ptr[slash - 1])
                     && g_ascii_isdigit(number.ptr[slash + 1]);
    return is_number ? end : 0;
}

/* The record's symbol ends with that number: "A/RES/153/12". */
static bool is_own_number(const rec_reader *reader, mh_view number)
{
    const GArray *symbols = reader->facts.symbols;
    return symbols->len > 0
           && mh_view_ends_with(mh_view_of(g_array_index(symbols, const char *, 0)), number);
}

size_t rec_numbered_title(const rec_reader *reader, mh_view text)
{
    size_t length = number_length(text);
    size_t title_from = length;
    if (length == 0)
        return 0;
    while (title_from < text.len && strchr(". -", text.ptr[title_from]))
        title_from++;
    mh_view stop = mh_view_slice(text, length, title_from);
    bool has_stop = mh_view_find(stop, MH_VIEW("."), 0) != SIZE_MAX;
    return has_stop || is_own_number(reader, mh_view_slice(text, 0, length)) ? title_from : 0;
}

/* A line that may belong to the title of a letter. */
static bool may_be_title_line(const rec_unit *unit)
{
    return unit->mark.count == 0 && !unit->ends_clause && unit->chars <= TITLE_LINE_MAX;
}

/* Units from @p at on whose texts together are a whole title; 1 when no such run is found. */
static size_t title_units(rec_reader *reader, size_t at)
{
    const char *text = mh_arena_string_of(reader->arena, rec_unit_at(reader, at)->text);
    for (size_t more = 1; more < TITLE_UNITS_MAX && at + more < reader->units->len; more++) {
        const rec_unit *next = rec_unit_at(reader, at + more);
        if (next->starts_page || !may_be_title_line(next))
            break;
        text = mh_arena_printf(reader->arena, "%s %.*s", text, MH_VIEW_ARG(next->text));
        if (rec_title_is_whole(reader, mh_view_of(text)))
            return more + 1;
    }
    return 1;
}

/* "Sponsors:" and "draft resolution" on two lines are one title. */
static bool is_sponsored(rec_reader *reader, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    const rec_unit *next = rec_unit_at(reader, at + 1);
    if (unit->mark.count > 0 || next->mark.count > 0 || unit->chars > SPONSORS_MAX
        || next->chars > TITLE_LINE_MAX || rec_last_char(unit->text) != ':')
        return false;
    const char *text = mh_arena_printf(reader->arena, "%.*s %.*s", MH_VIEW_ARG(unit->text),
                                       MH_VIEW_ARG(next->text));
    return rec_matches(reader, mh_view_of(text), "title.draft.by", NULL);
}

/* "Resolution 242 (1967)" and "of 22 November 1967" are one title. */
static bool is_dated_below(rec_reader *reader, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    const rec_unit *next = rec_unit_at(reader, at + 1);
    if (!may_be_title_line(unit) || !may_be_title_line(next)
        || !rec_matches(reader, unit->text, "resolution.heading.sc", NULL))
        return false;
    const char *text = mh_arena_printf(reader->arena, "%.*s %.*s", MH_VIEW_ARG(unit->text),
                                       MH_VIEW_ARG(next->text));
    return rec_matches(reader, mh_view_of(text), "resolution.heading.old", NULL);
}

/* The line begins a title of the letters' kinds that is not whole yet. */
static bool begins_title(rec_reader *reader, const rec_unit *unit)
{
    if (!may_be_title_line(unit))
        return false;
    mh_record_kind kind = rec_kind_of_title(reader, unit->text);
    return kind != MH_KIND_DOCUMENT && rec_grammar_of(kind) == REC_GRAMMAR_LETTER
           && !rec_title_is_whole(reader, unit->text);
}

/* A title of a letter goes over as many units as it takes to name sender and addressee. */
void rec_titles_join(rec_reader *reader)
{
    size_t kept = 0;
    for (size_t at = 0; at < reader->units->len; kept++) {
        if (kept < SPONSORS_WITHIN && at + 1 < reader->units->len
            && (is_sponsored(reader, at) || is_dated_below(reader, at)))
            rec_units_join(reader, at, 2);
        size_t count = begins_title(reader, rec_unit_at(reader, at)) ? title_units(reader, at) : 1;
        if (count > 1)
            rec_units_merge(reader, at, count);
        if (kept < at)
            *rec_unit_at(reader, kept) = *rec_unit_at(reader, at);
        at += count;
    }
    g_array_set_size(reader->units, (guint)kept);
}

/* Adds a span over @p part of @p text, an inline of that name. */
static void add_inline(rec_reader *reader, GArray *spans, mh_view text, mh_view part,
                       const char *name)
{
    if (part.len == 0)
        return;
    size_t at = (size_t)(part.ptr - text.ptr);
    mh_span *span = rec_span_add(spans, MH_SPAN_INLINE, at, at + part.len);
    span->value = name;
    span->concept = mh_concept_of_name(mh_fold(reader->folder, part), MH_LANGUAGE_NONE);
}

/* Words the name of the kind takes at the head of a title: "Note verbale" takes two. */
static size_t type_words(mh_record_kind kind)
{
    return kind == MH_KIND_NOTE_VERBALE || kind == MH_KIND_IDENTICAL_LETTERS ? 2 : 1;
}

/* "France, Ghana: draft resolution": the name of the kind stands behind the sponsors. */
static void add_type_of_draft(GArray *spans, mh_view text)
{
    const char *colon = memrchr(text.ptr, ':', text.len);
    if (!colon)
        return;
    size_t at = (size_t)(colon - text.ptr) + 1;
    mh_view type = mh_view_trim(mh_view_slice(text, at, text.len));
    if (type.len > 0)
        rec_span_add(spans, MH_SPAN_DOC_TYPE, text.len - type.len, text.len);
}

/* Titles whose first words are the name of the kind. */
static bool begins_with_type(mh_record_kind kind)
{
    static const mh_record_kind kinds[] = {MH_KIND_LETTER, MH_KIND_IDENTICAL_LETTERS,
                                           MH_KIND_NOTE_VERBALE, MH_KIND_NOTE, MH_KIND_REPORT};
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (kinds[i] == kind)
            return true;
    }
    return false;
}

/* The name of the kind: the first words of a title, in Chinese the last ones. */
static void add_type(GArray *spans, mh_view text, const rec_title *title)
{
    static const char of[] = "的";
    if (rec_char_at(text, 0) >= 0x2E80 || g_unichar_isdigit(rec_char_at(text, 0))) {
        mh_view last = title->addressee;
        size_t at = last.len ? (size_t)(last.ptr - text.ptr) + last.len : text.len;
        if (mh_view_starts_with(mh_view_slice(text, at, text.len), mh_view_of(of)))
            at += sizeof of - 1;
        if (at < text.len)
            rec_span_add(spans, MH_SPAN_DOC_TYPE, at, text.len);
        return;
    }
    size_t end = 0;
    for (size_t words = type_words(title->kind); words > 0 && end < text.len; words--) {
        const char *space = memchr(text.ptr + end + 1, ' ', text.len - end - 1);
        end = space ? (size_t)(space - text.ptr) : text.len;
    }
    rec_span_add(spans, MH_SPAN_DOC_TYPE, 0, end);
}

/* The mission behind a sender: "Permanent Representative of China" writes for the mission. */
static const mh_concept *mission_of(rec_reader *reader, const mh_concept *sender)
{
    if (!sender || strlen(sender->id) != strlen("prChn"))
        return NULL;
    if (g_str_has_prefix(sender->id, "pm"))
        return sender;
    char code[] = "xxx";
    for (size_t i = 0; i < sizeof code - 1; i++)
        code[i] = g_ascii_tolower(sender->id[i + 2]);
    const mh_concept *state = mh_concept_of_id(code);
    if (!state || !mh_concept_is_state(state))
        return NULL;
    return rec_inline_role(reader->inlines, mh_concept_of_id("permanentMission"), state);
}

/* Who wrote the letter: the sender of the main title. */
static void note_author(rec_reader *reader, const mh_node *title)
{
    for (size_t i = 0; i < title->text.span_count && !reader->facts.author; i++) {
        const mh_span *span = &title->text.spans[i];
        if (span->kind == MH_SPAN_INLINE && g_strcmp0(span->value, "akn4un:from") == 0)
            reader->facts.author = mission_of(reader, span->concept);
    }
}

/* A title that names its own record is no reference to it: "Resolution 2776 (2025)". */
static void drop_own_reference(const rec_reader *reader, mh_inline *text)
{
    const GArray *symbols = reader->facts.symbols;
    const char *own = symbols->len ? g_array_index(symbols, const char *, 0) : NULL;
    mh_span *kept = MH_NEW(reader->arena, mh_span, text->span_count);
    size_t count = 0;
    for (size_t i = 0; own && i < text->span_count; i++) {
        const mh_span *span = &text->spans[i];
        if (span->kind != MH_SPAN_RESOLUTION || g_strcmp0(span->value, own) != 0)
            kept[count++] = *span;
    }
    if (own) {
        text->spans = kept;
        text->span_count = count;
    }
}

mh_node *rec_title_line(rec_reader *reader, const rec_unit *unit, bool is_first)
{
    size_t end = rec_unit_bare_length(unit);
    mh_view text = mh_view_slice(unit->text, 0, end);
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    rec_title title;
    mh_span *outer = rec_span_add(spans, is_first ? MH_SPAN_DOC_TITLE : MH_SPAN_INLINE, 0, end);
    outer->value = is_first ? NULL : "akn4un:subTitle";
    if (is_first && rec_title_read(reader, text, &title)) {
        add_inline(reader, spans, text, title.sender, "akn4un:from");
        add_inline(reader, spans, text, title.addressee, "akn4un:to");
        if (title.kind == MH_KIND_DRAFT_RESOLUTION || title.kind == MH_KIND_DRAFT_DECISION)
            add_type_of_draft(spans, text);
        else if (begins_with_type(title.kind))
            add_type(spans, text, &title);
    }
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text = rec_text_marked(reader, unit, (rec_range){0, unit->text.len},
                                 REC_INLINE_TITLE | REC_INLINE_NO_PERSONS, spans);
    node->language = unit->language;
    if (!is_first)
        return node;
    drop_own_reference(reader, &node->text);
    note_author(reader, node);
    return node;
}

/* End of the word behind the number: "55th plenary meeting" is marked up to "meeting". */
static size_t word_end(mh_view text, size_t at)
{
    size_t end = at;
    while (end < text.len && rec_char_at(text, end) == ' ')
        end++;
    while (end < text.len && g_unichar_isalpha(rec_char_at(text, end)))
        end += (size_t)(mh_utf8_next(text.ptr + end) - (text.ptr + end));
    return end;
}

/* The first figures in @p text: "на его 9913-м". */
static uint32_t figures_in(mh_view text)
{
    uint32_t number = 0;
    for (size_t at = 0; at < text.len && number < 1000000; at++) {
        if (g_ascii_isdigit(text.ptr[at]))
            number = number * 10 + (uint32_t)(text.ptr[at] - '0');
        else if (number > 0)
            break;
    }
    return number;
}

void rec_meeting_span(rec_reader *reader, mh_view text, const mh_pattern_match *match,
                      GArray *spans)
{
    mh_view printed = mh_pattern_slot(match, "n");
    uint32_t number = 0;
    if (printed.len == 0)
        return;
    if (!mh_number_read(mh_fold(reader->folder, printed), match->language, &number))
        number = figures_in(printed);
    if (number == 0)
        return;
    size_t from = (size_t)(printed.ptr - text.ptr);
    size_t to = from + printed.len;
    if (match->language != MH_LANGUAGE_AR && match->language != MH_LANGUAGE_ZH)
        to = word_end(text, to);
    mh_concept *event = MH_NEW(reader->arena, mh_concept, 1);
    *event = (mh_concept){
        .kind = MH_CONCEPT_EVENT,
        .id = mh_arena_printf(reader->arena, "meeting%u", number),
        .href = mh_arena_printf(reader->arena, "/akn/ontology/event/un/meeting.%u", number),
        .show = mh_arena_printf(reader->arena, "Meeting %u", number)};
    rec_span_add(spans, MH_SPAN_CONCEPT, from, to)->concept = event;
}

/* Collects the words of @p text that are languages' names, with a span each. */
static void each_language(mh_view text, GArray *languages, GArray *spans)
{
    size_t at = 0;
    while (at < text.len) {
        size_t end = at;
        while (end < text.len && g_unichar_isalpha(rec_char_at(text, end)))
            end += (size_t)(mh_utf8_next(text.ptr + end) - (text.ptr + end));
        mh_language language =
            end > at ? mh_language_from_name(mh_view_slice(text, at, end)) : MH_LANGUAGE_NONE;
        if (language && languages->len < LANGUAGES_MAX) {
            g_array_append_val(languages, language);
            if (spans)
                rec_span_add(spans, MH_SPAN_INLINE, at, end)->value = "akn4un:originalLanguage";
        }
        at = end > at ? end : end + (size_t)(mh_utf8_next(text.ptr + end) - (text.ptr + end));
    }
}

size_t rec_original_spans(rec_reader *reader, mh_view text, GArray *spans)
{
    GArray *languages = mh_arena_array(reader->arena, sizeof(mh_language));
    each_language(text, languages, spans);
    return languages->len;
}

GArray *rec_languages_in(rec_reader *reader, mh_view text)
{
    GArray *languages = mh_arena_array(reader->arena, sizeof(mh_language));
    each_language(text, languages, NULL);
    return languages;
}
