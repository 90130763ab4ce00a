#include "lexicon/name.h"

#include "lexicon/trie.h"

static bool is_upper(const mh_folded *text, size_t at)
{
    return g_unichar_isupper(text->printed[at]);
}

static bool has_no_lower(const mh_folded *text, size_t at, size_t units)
{
    for (size_t i = at; i < at + units; i++)
        if (g_unichar_islower(text->printed[i]))
            return false;
    return true;
}

static bool is_written_so(const mh_name *name, const mh_folded *text, size_t at, size_t units)
{
    if (name->is_acronym)
        return has_no_lower(text, at, units);
    return !name->is_capitalised || is_upper(text, at);
}

static const mh_name *fitting_row(const lex_hit *hit, const mh_folded *text, size_t at,
                                  mh_language language)
{
    unsigned wanted = language == MH_LANGUAGE_NONE ? ~0U : 1U << language;

    for (size_t i = 0; i < hit->row_count; i++) {
        const mh_name *name = &lex_names[hit->rows[i]];
        if ((name->languages & wanted) != 0 && is_written_so(name, text, at, hit->units))
            return name;
    }
    return NULL;
}

const mh_name *mh_name_at(const mh_folded *text, size_t at, mh_language language, size_t *units)
{
    lex_hit hits[LEX_MAX_HITS];
    size_t count = lex_trie_find(&lex_name_trie, text, at, hits);

    while (count-- > 0) {
        if (!mh_folded_is_word_edge(text, at + hits[count].units))
            continue;
        const mh_name *name = fitting_row(&hits[count], text, at, language);
        if (name != NULL) {
            *units = hits[count].units;
            return name;
        }
    }
    return NULL;
}

/* Articles that are no part of a name but are written before it. */
static size_t article_length(const mh_folded *text)
{
    static const char *const articles[] = {"the ", "le ", "la ",  "les ",
                                           "l'",   "el ", "los ", "las "};

    for (size_t i = 0; i < G_N_ELEMENTS(articles); i++) {
        size_t length = strlen(articles[i]);
        size_t same = 0;
        while (same < length && same < text->length
               && text->key[same] == (uint16_t)articles[i][same])
            same++;
        if (same == length)
            return length;
    }
    return 0;
}

const mh_concept *mh_concept_of_name(const mh_folded *text, mh_language language)
{
    const size_t starts[] = {0, article_length(text)};

    for (size_t i = 0; i < G_N_ELEMENTS(starts); i++) {
        size_t units = 0;
        const mh_name *name =
            starts[i] < text->length ? mh_name_at(text, starts[i], language, &units) : NULL;
        if (name != NULL && name->kind == MH_NAME_CONCEPT && starts[i] + units == text->length)
        return name->concept;
    }
    return NULL;
}

const mh_concept *mh_concept_of_id(const char *id)
{
    size_t low = 0;
    size_t high = lex_concept_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const mh_concept *found = &lex_concepts[lex_concepts_by_id[middle]];
        int order = strcmp(id, found->id);
        if (order == 0)
            return found;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool is_of_table(const mh_concept *concept)
{
    return concept >= lex_concepts && concept < lex_concepts + lex_concept_count;
}

bool mh_concept_is_state(const mh_concept *concept)
{
    return is_of_table(concept) && concept < lex_concepts + lex_state_count;
}

bool mh_concept_takes_the(const mh_concept *concept)
{
    return mh_concept_is_state(concept) && lex_takes_the[concept - lex_concepts];
}

const char *mh_concept_of_state(const mh_concept *concept)
{
    return is_of_table(concept) ? lex_concept_of_state[concept - lex_concepts] : NULL;
}

/* ------------------------------------------------------------------ organs */

/* A prefix ends where a component or a number begins: "A/C" does not take "A/CN.4". */
static bool has_prefix(mh_view symbol, mh_view prefix)
{
    if (prefix.len == 0 || !mh_view_starts_with(symbol, prefix))
        return false;
    if (symbol.len == prefix.len)
        return true;
    char last = prefix.ptr[prefix.len - 1];
    char next = symbol.ptr[prefix.len];
    return last == '-' || next == '/' || next == '.' || next == ' ';
}

const mh_organ *mh_organ_of_symbol(mh_view symbol)
{
    const mh_organ *best = NULL;
    size_t best_length = 0;

    for (size_t i = 0; i < lex_organ_count; i++) {
        mh_view prefix = mh_view_of(lex_organs[i].prefix);
        if (prefix.len > best_length && has_prefix(symbol, prefix)) {
            best = &lex_organs[i];
            best_length = prefix.len;
        }
    }
    return best;
}

bool mh_is_symbol_prefix(mh_view component)
{
    for (size_t i = 0; i < lex_organ_count; i++) {
        mh_view prefix = mh_view_of(lex_organs[i].prefix);
        size_t slash = mh_view_find(prefix, MH_VIEW("/"), 0);
        if (component.len > 0 && mh_view_equal(mh_view_slice(prefix, 0, slash), component))
            return true;
    }
    return false;
}

const mh_organ *mh_organ_of_code(const char *code)
{
    for (size_t i = 0; i < lex_organ_count; i++)
        if (strcmp(lex_organs[i].code, code) == 0)
            return &lex_organs[i];
    return NULL;
}

const mh_organ *mh_organ_of_concept(const mh_concept *concept)
{
    for (size_t i = 0; i < lex_organ_count; i++)
        if (lex_organs[i].concept == concept)
            return &lex_organs[i];
    return NULL;
}
