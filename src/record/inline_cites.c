/* Inline marking: what a text cites. Resolutions by number, annexes of the record, web addresses.
 */

#include "record/inline_scan.h"

#define DECISION_SIGNS 80 /* how far before "号决议" its list of numbers may begin */

/* ------------------------------------------------------------------ resolutions */

/* Behind commas, spaces and joints from @p at on; SIZE_MAX when words of the text go on. */
static size_t skip_joints(const rec_scan *scan, size_t at)
{
    enum { JOINTS_MAX = 6 };
    for (size_t count = 0; count < JOINTS_MAX; count++) {
        size_t before = at;
        while (rec_key(scan, at) == ' ' || rec_key(scan, at) == ',')
            at++;
        at += rec_word_at(scan, at, MH_PRINTED_FOLDED_JOINT);
        if (at == before)
            break;
    }
    return at;
}

/* The organ named right before the word ("General Assembly resolution") or after the numbers. */
static const char *organ_before(const rec_scan *scan, size_t word)
{
    bool is_adjacent =
        scan->concept_end > 0 && (scan->concept_end == word || scan->concept_end + 1 == word);
    const mh_organ *organ = is_adjacent ? mh_organ_of_concept(scan->concept) : NULL;
    return organ ? organ->actor : NULL;
}

/* "75/1 of the General Assembly", "75/1 Генеральной Ассамблеи" */
static const char *organ_after(const rec_scan *scan, size_t at)
{
    size_t units;
    size_t i = at + (rec_key(scan, at) == ' ' ? 1 : 0);
    const mh_name *name = mh_name_at(scan->text, i, scan->language, &units);

    if (name != NULL && name->kind == MH_NAME_OF) {
        i += units;
        i += rec_key(scan, i) == ' ' ? 1 : 0;
        name = mh_name_at(scan->text, i, scan->language, &units);
    }
    if (name == NULL || name->kind != MH_NAME_CONCEPT)
        return NULL;
    const mh_organ *organ = mh_organ_of_concept(name->concept);
    return organ ? organ->actor : NULL;
}

/* Symbols of decisions are those of resolutions with another word. */
static const char *decision_symbol(const rec_scan *scan, const char *resolution)
{
    const char *word = strstr(resolution, "/RES/");
    return word == NULL
               ? NULL
               : mh_arena_printf(scan->context->arena, "%.*s/DEC/%s", (int)(word - resolution),
                                 resolution, word + strlen("/RES/"));
}

static void add_citation(rec_scan *scan, const mh_resolution_number *number, const char *organ,
                         bool is_decision)
{
    const char *value = mh_resolution_symbol(scan->context->arena, scan->text, number, organ);
    if (value != NULL && is_decision)
        value = decision_symbol(scan, value);
    if (value == NULL)
        return;
    mh_span_kind kind = is_decision ? MH_SPAN_SYMBOL : MH_SPAN_RESOLUTION;
    rec_add_mark(scan, kind, number->at, number->at + number->length)->value = value;
}

/* The organ of a citation: before the word, after the first number, else that of the record. */
static const char *citation_organ(const rec_scan *scan, size_t word, size_t at)
{
    mh_resolution_number number;
    const char *organ = organ_before(scan, word);
    if (organ == NULL && mh_resolution_number_at(scan->text, at, &number))
        organ = organ_after(scan, number.at + number.length);
    return organ ? organ : scan->context->organ;
}

size_t rec_cite_resolutions(rec_scan *scan, size_t word, size_t at, bool is_decision)
{
    size_t next = skip_joints(scan, at);
    const char *organ = citation_organ(scan, word, next);
    size_t end = 0;

    for (;; next = skip_joints(scan, end)) {
        mh_resolution_number number;
        mh_date date;
        if (mh_resolution_number_at(scan->text, next, &number)) {
            add_citation(scan, &number, organ, is_decision);
            end = number.at + number.length;
        } else if (end > 0 && mh_date_at(scan->text, next, &date)) {
            rec_add_date(scan, &date);
            end = date.at + date.length;
        } else {
            return end;
        }
    }
}

/* The words "resolution" or "decision" that a Chinese list of numbers leads to. */
static bool find_chinese_word(const rec_scan *scan, size_t at, bool *is_decision)
{
    for (size_t i = at; i < at + DECISION_SIGNS && i < scan->text->length; i++) {
        if (rec_key(scan, i) == '.' || rec_key(scan, i) == ';')
            return false;
        *is_decision = rec_text_at(scan, i, "号决定");
        if (*is_decision || rec_text_at(scan, i, "号决议"))
            return true;
    }
    return false;
}

size_t rec_cite_chinese(rec_scan *scan, size_t at)
{
    mh_resolution_number number;
    bool is_decision;

    if (!mh_resolution_number_at(scan->text, at + 1, &number)
        || !find_chinese_word(scan, number.at + number.length, &is_decision))
        return 0;
    const char *organ = organ_before(scan, at);
    add_citation(scan, &number, organ ? organ : scan->context->organ, is_decision);
    return number.at + number.length;
}

/* ------------------------------------------------------------------ annexes */

/* An annex of something else: "annex I to resolution 1267", "第1267号决议附件一". */
static bool is_of_another(const rec_scan *scan, size_t at, size_t end)
{
    static const uint16_t preceders[] = {0x7684, 0x8BAE, 0x5B9A, 0x544A}; /* 的 议 定 告 */

    if (rec_word_at(scan, end, MH_PRINTED_FOLDED_TO) > 0)
        return true;
    for (size_t i = 0; at > 0 && i < G_N_ELEMENTS(preceders); i++)
        if (rec_key(scan, at - 1) == preceders[i])
            return true;
    return false;
}

static bool is_pointed_at(const rec_scan *scan, size_t at)
{
    if (at > 0 && rec_key(scan, at - 1) == '(')
        return true;
    return scan->see_end > 0
           && (scan->see_end == at || (scan->see_end + 1 == at && rec_key(scan, at - 1) != ','));
}

/* "Annex I Parties": the annex of a convention. */
static bool names_parties(const rec_scan *scan, size_t at)
{
    return rec_key(scan, at) == ' ' && at + 1 < scan->text->length
           && g_unichar_isupper(scan->text->printed[at + 1]);
}

size_t rec_cite_annex(rec_scan *scan, size_t at, size_t end)
{
    uint32_t annexes = scan->context->annex_count;
    uint32_t number = 1;
    size_t number_at = end + (rec_key(scan, end) == ' ' ? 1 : 0);
    size_t units = annexes > 0 ? mh_number_at(scan->text, number_at, scan->language, &number) : 0;
    bool is_numbered = units > 0;
    size_t to = is_numbered ? number_at + units : end;

    if (annexes == 0 || number == 0 || number > annexes || is_of_another(scan, at, to))
        return 0;
    if (!is_pointed_at(scan, at) || (!is_numbered && annexes > 1) || names_parties(scan, to))
        return 0;
    rec_add_mark(scan, MH_SPAN_ANNEX, at, to)->value =
        mh_arena_printf(scan->context->arena, "annex_%u", number);
    return to;
}

/* ------------------------------------------------------------------ web addresses */

static bool is_url_unit(uint16_t unit)
{
    return unit > ' ' && unit < 0x80 && unit != '<' && unit != '>' && unit != '"' && unit != '\'';
}

static bool is_url_end(uint16_t unit)
{
    return strchr(".,;:!?)]}", (int)unit) != NULL;
}

size_t rec_cite_url(rec_scan *scan, size_t at)
{
    static const char *const schemes[] = {"https://", "http://", "www."};
    size_t scheme = 0;
    while (scheme < G_N_ELEMENTS(schemes) && !rec_text_at(scan, at, schemes[scheme]))
        scheme++;
    if (scheme == G_N_ELEMENTS(schemes))
        return 0;

    size_t begin = at + strlen(schemes[scheme]);
    size_t end = begin;
    while (is_url_unit(rec_key(scan, end)))
        end++;
    while (end > begin && is_url_end(rec_key(scan, end - 1)))
        end--;
    if (end == begin)
        return 0;
    mh_span *span = rec_add_mark(scan, MH_SPAN_URL, at, end);
    mh_view printed = mh_view_slice(scan->text->text, span->start, span->end);
    span->value =
        mh_arena_printf(scan->context->arena, "%s%.*s", schemes[scheme][0] == 'w' ? "https://" : "",
                        MH_VIEW_ARG(printed));
    return end;
}
