#include "record/masthead_lines.h"

#include "lexicon/date.h"
#include "lexicon/lexicon.h"
#include "lexicon/name.h"
#include "lexicon/number.h"
#include "lexicon/symbol.h"
#include "record/title.h"

#define OFFICIAL_MAX 40

/* The kinds of lines of mastheads: how each is known and what it says. */

/* Distribution values; their first letter is the same in every language of mastheads. */
static const struct {
    char initial;
    const char *id, *href, *show;
} distributions[] = {
    {'g', "distributionGeneral", "/akn/ontology/concept/un/generalDistribution",
     "General distribution"},
    {'l', "distributionLimited", "/akn/ontology/concept/un/limitedDistribution",
     "Limited distribution"},
    {'r', "distributionRestricted", "/akn/ontology/concept/un/restrictedDistribution",
     "Restricted distribution"},
    {'d', "distributionDerestricted", "/akn/ontology/concept/un/derestrictedDistribution",
     "Derestricted"},
};

const mh_concept *rec_distribution_of(rec_reader *reader, mh_view text)
{
    static const char label[] = "Distr";
    if (!rec_matches(reader, text, "masthead.distr", NULL))
        return NULL;
    size_t at = MIN(sizeof label - 1, text.len);
    while (at < text.len && !g_ascii_isalpha(text.ptr[at]))
        at++;
    gchar printed = 'g';
    if (at < text.len)
        printed = text.ptr[at];
    gchar initial = g_ascii_tolower(printed);
    for (size_t i = 0; i < G_N_ELEMENTS(distributions); i++) {
        if (distributions[i].initial == initial)
            return rec_concept(reader, distributions[i].id, distributions[i].href,
                               distributions[i].show);
    }
    return NULL;
}

/* Reads a line of one kind: adds its spans and facts, or says that it is none. */
typedef bool (*line_reader)(rec_reader *reader, mh_view text, GArray *spans);

static bool read_publisher(rec_reader *reader, mh_view text, GArray *spans)
{
    if (!rec_matches(reader, text, "masthead.un", NULL))
        return false;
    mh_span *span = rec_span_add(spans, MH_SPAN_DOC_AUTHORITY, 0, text.len);
    span->concept =
        rec_concept(reader, "publisher", "/akn/ontology/role/un/publisher", "Publisher");
    return true;
}

/* Nothing but white space, stars and joiners between symbols. */
static bool is_joiner(mh_view text)
{
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_dash = c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
        if (!g_unichar_isspace(c) && c != '*' && c != ',' && !is_dash)
            return false;
    }
    return true;
}

/* "A", "A-C", or "-C" behind a symbol that ends with "A": the letters of a set of resolutions. */
static size_t set_letters(mh_view text)
{
    static const char *const shapes[] = {"A", "A-A", "-A"};
    size_t at = 0;
    while (at < text.len && text.ptr[at] == ' ')
        at++;
    for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
        size_t length = strlen(shapes[i]);
        bool fits = at + length <= text.len
                    && (at + length == text.len || strchr(" *", text.ptr[at + length]));
        for (size_t k = 0; fits && k < length; k++)
            fits =
                shapes[i][k] == '-' ? text.ptr[at + k] == '-' : g_ascii_isupper(text.ptr[at + k]);
        if (fits)
            return at + length;
    }
    return 0;
}

/* Spans of the symbols a line consists of. */
static bool finds_symbols(rec_reader *reader, mh_view text, GArray *spans)
{
    const mh_folded *folded = mh_fold(reader->folder, text);
    mh_symbol symbol;
    size_t end = 0;
    for (size_t at = 0; mh_symbol_find(folded, at, &symbol); at = symbol.at + symbol.length) {
        if (!is_joiner(mh_view_slice(text, end, symbol.start)))
            return false;
        const char *value = mh_symbol_normalise(reader->arena, folded, &symbol);
        mh_view rest = mh_view_slice(text, symbol.end, text.len);
        size_t letters = set_letters(rest);
        end = symbol.end + letters;
        mh_span *span = rec_span_add(spans, MH_SPAN_DOC_NUMBER, symbol.start, end);
        span->value =
            letters ? mh_arena_printf(reader->arena, "%s %.*s", value,
                                      MH_VIEW_ARG(mh_view_trim(mh_view_slice(rest, 0, letters))))
                    : value;
        span->concept = rec_concept(reader, "symbol", "/akn/ontology/concept/un/symbol", "Symbol");
    }
    return end > 0 && is_joiner(mh_view_slice(text, end, text.len));
}

static bool read_symbol(rec_reader *reader, mh_view text, GArray *spans)
{
    if (!finds_symbols(reader, text, spans))
        return false;
    for (guint i = 0; i < spans->len; i++)
        g_array_append_val(reader->facts.symbols, g_array_index(spans, mh_span, i).value);
    return true;
}

static bool knows_organ(const rec_reader *reader, const mh_concept *concept)
{
    for (guint i = 0; i < reader->facts.organs->len; i++) {
        if (g_array_index(reader->facts.organs, const mh_concept *, i) == concept)
            return true;
    }
    return false;
}

static bool read_organ(rec_reader *reader, mh_view text, GArray *spans)
{
    const mh_folded *folded = mh_fold(reader->folder, text);
    const mh_concept *concept = mh_concept_of_name(folded, MH_LANGUAGE_NONE);
    if (!concept || !mh_organ_of_concept(concept))
        return false;
    rec_span_add(spans, MH_SPAN_DOC_AUTHORITY, 0, text.len)->concept = concept;
    if (!knows_organ(reader, concept))
        g_array_append_val(reader->facts.organs, concept);
    return true;
}

static bool read_distribution(rec_reader *reader, mh_view text, GArray *spans)
{
    const mh_concept *concept = rec_distribution_of(reader, text);
    if (!concept)
        return false;
    rec_span_add(spans, MH_SPAN_DOC_STATUS, 0, text.len)->concept = concept;
    return true;
}

static bool read_date(rec_reader *reader, mh_view text, GArray *spans)
{
    mh_date date;
    rec_facts *facts = &reader->facts;
    if (!mh_date_read(mh_fold(reader->folder, text), &date))
        return false;
    mh_span *span = rec_span_add(spans, MH_SPAN_DOC_DATE, date.start, date.end);
    span->value = mh_arena_strdup(reader->arena, date.iso);
    span->concept = rec_concept(reader, "dateOfIssuance", "/akn/ontology/concept/un/dateOfIssuance",
                                "Date of issuance");
    if (!facts->issue_date)
        facts->issue_date = span->value;
    return true;
}

static bool read_language(rec_reader *reader, mh_view text, GArray *spans)
{
    mh_language language = mh_language_from_name(text);
    if (language == MH_LANGUAGE_NONE)
        return false;
    rec_span_add(spans, MH_SPAN_INLINE, 0, text.len)->value = "akn4un:languageOfExpression";
    if (!reader->facts.language)
        reader->facts.language = language;
    return true;
}

static bool read_original(rec_reader *reader, mh_view text, GArray *spans)
{
    if (!rec_matches(reader, text, "masthead.original", NULL))
        return false;
    GArray *languages = rec_languages_in(reader, text);
    if (languages->len > 0 && reader->facts.originals->len == 0)
        g_array_append_vals(reader->facts.originals, languages->data, languages->len);
    return rec_original_spans(reader, text, spans) > 0;
}

static bool read_only(rec_reader *reader, mh_view text, GArray *spans)
{
    if (!rec_matches(reader, text, "masthead.only", NULL))
        return false;
    rec_span_add(spans, MH_SPAN_INLINE, 0, text.len)->value = "akn4un:languageOfExpression";
    return true;
}

/* The number of a session or year line, as text. */
static const char *number_in(rec_reader *reader, const mh_pattern_match *match)
{
    uint32_t value = 0;
    mh_view number = mh_pattern_slot(match, "n");
    if (number.len == 0
        || !mh_number_read(mh_fold(reader->folder, number), match->language, &value))
        return NULL;
    return mh_arena_printf(reader->arena, "%u", value);
}

static bool read_session(rec_reader *reader, mh_view text, GArray *spans)
{
    mh_pattern_match match;
    if (!rec_matches(reader, text, "masthead.session", &match))
        return false;
    const char *number = number_in(reader, &match);
    if (!number && mh_pattern_slot(&match, "n").len > 0)
        return false;
    rec_span_add(spans, MH_SPAN_SESSION, 0, text.len)->value = number;
    if (!reader->facts.session)
        reader->facts.session = number;
    return true;
}

static bool read_year(rec_reader *reader, mh_view text, GArray *spans)
{
    mh_pattern_match match;
    if (!rec_matches(reader, text, "masthead.year", &match) || !number_in(reader, &match))
        return false;
    rec_span_add(spans, MH_SPAN_INLINE, 0, text.len)->value = "akn4un:year";
    return true;
}

static bool read_provisional(rec_reader *reader, mh_view text, GArray *spans)
{
    if (!rec_matches(reader, text, "masthead.provisional", NULL))
        return false;
    rec_span_add(spans, MH_SPAN_DOC_STATUS, 0, text.len)->concept =
        rec_concept(reader, "provisional", "/akn/ontology/concept/un/provisional", "Provisional");
    return true;
}

static bool read_item(rec_reader *reader, mh_view text, GArray *spans)
{
    if (!rec_matches(reader, text, "masthead.agenda", NULL))
        return false;
    rec_span_add(spans, MH_SPAN_INLINE, 0, text.len)->value = "akn4un:agendaItem";
    return true;
}

/* "Resolution adopted by the General Assembly on 5 December 2025" stands in the masthead; the
 * number of a resolution of the Security Council is its title. */
static bool is_adoption(rec_reader *reader, mh_view text)
{
    mh_pattern_match match;
    return rec_matches(reader, text, "resolution.heading", &match)
           && strcmp(match.key, "resolution.heading.sc") != 0
           && strcmp(match.key, "resolution.heading.old") != 0;
}

static bool read_adoption(rec_reader *reader, mh_view text, GArray *spans)
{
    mh_date date;
    rec_facts *facts = &reader->facts;
    if (!is_adoption(reader, text))
        return false;
    rec_span_add(spans, MH_SPAN_DOC_TITLE, 0, text.len);
    if (mh_date_find(mh_fold(reader->folder, text), 0, &date)) {
        mh_span *span = rec_span_add(spans, MH_SPAN_DOC_DATE, date.start, date.end);
        span->value = mh_arena_strdup(reader->arena, date.iso);
        span->concept = rec_concept(reader, "adoptionDate", "/akn/ontology/concept/un/adoptionDate",
                                    "Date of adoption");
        if (!facts->work_date)
            facts->work_date = span->value;
    }
    facts->kind = MH_KIND_RESOLUTION;
    return true;
}

/* "[on the report of the Second Committee (A/153/412)]" */
static bool read_proponent(rec_reader *reader, mh_view text, GArray *spans)
{
    if (text.len < 3 || text.ptr[0] != '[' || text.ptr[text.len - 1] != ']'
        || reader->facts.kind != MH_KIND_RESOLUTION)
        return false;
    rec_span_add(spans, MH_SPAN_DOC_PROPONENT, 0, text.len);
    return true;
}

/* "Official Records", alone on its line */
static bool read_official(rec_reader *reader, mh_view text, GArray *spans)
{
    (void)spans;
    return !rec_is_longer(text, OFFICIAL_MAX)
           && rec_matches(reader, text, "masthead.official", NULL);
}

static const struct {
    line_reader read;
    rec_masthead_line kind;
} readers[] = {
    {read_publisher, REC_LINE_OTHER},   {read_symbol, REC_LINE_OTHER},
    {read_organ, REC_LINE_OTHER},       {read_distribution, REC_LINE_OTHER},
    {read_date, REC_LINE_OTHER},        {read_language, REC_LINE_OTHER},
    {read_original, REC_LINE_OTHER},    {read_only, REC_LINE_OTHER},
    {read_session, REC_LINE_OTHER},     {read_year, REC_LINE_OTHER},
    {read_item, REC_LINE_ITEM},         {read_adoption, REC_LINE_OTHER},
    {read_provisional, REC_LINE_OTHER}, {read_proponent, REC_LINE_OTHER},
    {read_official, REC_LINE_OTHER},
};

rec_masthead_line rec_masthead_line_read(rec_reader *reader, mh_view text, GArray *spans)
{
    if (text.len == 0 || rec_is_longer(text, REC_MASTHEAD_LINE_MAX))
        return REC_LINE_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
        g_array_set_size(spans, 0);
        if (readers[i].read(reader, text, spans))
            return readers[i].kind;
    }
    return REC_LINE_NONE;
}

/* A line that stands in mastheads only. */
bool rec_is_masthead_line(rec_reader *reader, mh_view text)
{
    GArray *spans = reader->spans;
    g_array_set_size(spans, 0);
    if (text.len == 0 || rec_is_longer(text, REC_MASTHEAD_LINE_MAX))
        return false;
    if (is_adoption(reader, text) || rec_matches(reader, text, "masthead", NULL)
        || mh_language_from_name(text) != MH_LANGUAGE_NONE)
        return true;
    const mh_concept *concept = mh_concept_of_name(mh_fold(reader->folder, text), MH_LANGUAGE_NONE);
    return (concept && mh_organ_of_concept(concept)) || finds_symbols(reader, text, spans);
}
