#include "text/clauses.h"

#include "lexicon/opening.h"
#include "lexicon/pattern.h"
#include "text/scan.h"

/* An enacting formula is no longer; opening words are within so many bytes. */
#define FORMULA_MAX_BYTES ((size_t)90)
#define OPENING_BYTES ((size_t)160)

static bool is_comma(gunichar c)
{
    return c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C;
}

/* Committees and conferences have names too like running text for a line alone to prove them. */
static bool is_wording(mh_folder *folder, mh_view text)
{
    static const char *const keys[] = {"formula.ga", "formula.sc", "formula.ecosoc", "formula.hrc"};
    const mh_folded *folded = mh_fold(folder, text);
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (mh_pattern_find(folded, keys[i], MH_LANGUAGE_NONE, NULL))
            return true;
    }
    return false;
}

static mh_view head_of(mh_view text)
{
    size_t end = MIN(text.len, OPENING_BYTES);
    while (end > 0 && end < text.len && ((guchar)text.ptr[end] & 0xC0) == 0x80)
        end--;
    return mh_view_slice(text, 0, end);
}

/* The opening words of a clause; Russian ones alone begin with small letters. */
static bool opens(mh_folder *folder, mh_view text, mh_opening_kind kind)
{
    gunichar first = txt_first(text);
    bool is_cyrillic = first >= 0x400 && first < 0x530;
    if (!g_unichar_isalpha(first) || (g_unichar_islower(first) && !is_cyrillic))
        return false;
    return mh_opening_length(mh_fold(folder, head_of(text)), MH_LANGUAGE_NONE, kind) > 0;
}

/* @p next is what touches the line, or NULL: right above the verb the comma is left out. */
static bool is_formula(mh_folder *folder, const txt_fact *fact, const txt_fact *next)
{
    mh_view text = fact->text;
    if (text.len > FORMULA_MAX_BYTES || g_unichar_islower(txt_first(text)))
        return false;
    if (is_comma(txt_last(text)))
        return is_wording(folder, text);
    char with_comma[FORMULA_MAX_BYTES + 2];
    g_snprintf(with_comma, sizeof with_comma, "%.*s,", MH_VIEW_ARG(text));
    return fact->end == TXT_END_WORD && next && is_wording(folder, mh_view_of(with_comma))
           && opens(folder, next->text, MH_OPENING_OPERATIVE);
}

void txt_find_clauses(mh_job *job, txt_fact *facts, size_t count)
{
    mh_folder *folder = mh_folder_new(mh_job_arena(job));
    for (size_t i = 0; i < count; i++) {
        bool is_touched = i + 1 < count && facts[i + 1].gap == TXT_GAP_NONE;
        bool is_below_clause = i > 0 && facts[i - 1].end == TXT_END_CLAUSE;
        facts[i].is_formula = is_formula(folder, &facts[i], is_touched ? &facts[i + 1] : NULL);
        facts[i].opens_clause =
            is_below_clause && opens(folder, facts[i].text, MH_OPENING_PREAMBULAR);
    }
}
