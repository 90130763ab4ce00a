/* Concepts that are not in the tables: persons and whatever else a record names. */

#include "lexicon/data.h"
#include "lexicon/fold.h"

static const char *const class_names[] = {
    [MH_CONCEPT_ORGANIZATION] = "organization",
    [MH_CONCEPT_PERSON] = "person",
    [MH_CONCEPT_ROLE] = "role",
    [MH_CONCEPT_CONCEPT] = "concept",
    [MH_CONCEPT_EVENT] = "event",
    [MH_CONCEPT_LOCATION] = "location",
    [MH_CONCEPT_TERM] = "term",
    [MH_CONCEPT_OBJECT] = "object",
};

const char *mh_concept_class_name(mh_concept_class kind)
{
    return class_names[kind];
}

/* ASCII spelling of one character; "" for what has none. */
static const char *spelling_of(uint32_t c)
{
    if (c < LEX_FOLD_END)
        return lex_roman_text + lex_roman_low[c];
    if (c >= LEX_LATIN_MORE && c < LEX_LATIN_MORE_END)
        return lex_roman_text + lex_roman_latin_more[c - LEX_LATIN_MORE];
    if (c >= LEX_HAN && c < LEX_HAN_END)
        return lex_roman_text + lex_roman_han[c - LEX_HAN];
    return "";
}

/* Apostrophes and marks join, everything else that has no spelling parts words. */
static bool parts_words(uint32_t c)
{
    return !g_unichar_isalnum(c) && !g_unichar_ismark(c) && c != '\'' && c != 0x2019 && c != '.';
}

static void add_spelling(GString *id, const char *spelling, bool starts_word)
{
    if (id->len == 0 && g_ascii_isdigit(*spelling))
        g_string_append_c(id, 'n'); /* an NCName begins with a letter */
    if (starts_word && id->len > 0)
        g_string_append_c(id, g_ascii_toupper(*spelling++));
    g_string_append(id, spelling);
}

/* Every Chinese sign is a syllable, but a name of two or three signs is family and given name. */
static const char *id_of(mh_arena *arena, mh_view name)
{
    GString *id = mh_arena_string(arena);
    const char *end = name.ptr + name.len;
    bool starts_word = false;
    size_t signs = 0;

    for (const char *p = name.ptr; p < end; p = mh_utf8_next(p)) {
        uint32_t c = g_utf8_get_char(p);
        const char *spelling = spelling_of(c);
        bool is_sign = c >= LEX_HAN && c < LEX_HAN_END;
        starts_word = starts_word || parts_words(c) || (is_sign && signs == 1);
        signs = is_sign ? signs + 1 : 0;
        if (*spelling == '\0' || parts_words(c))
            continue;
        add_spelling(id, spelling, starts_word);
        starts_word = false;
    }
    return id->len > 0 ? id->str : NULL;
}

const mh_concept *mh_concept_new(mh_arena *arena, mh_concept_class kind, mh_view name)
{
    const char *id = id_of(arena, name);
    if (id == NULL)
        return NULL;
    mh_concept *concept = MH_NEW(arena, mh_concept, 1);
    concept->kind = kind;
    concept->id = id;
    concept->href = mh_arena_printf(arena, "/akn/ontology/%s/un/%s", class_names[kind], id);
    concept->show = mh_arena_string_of(arena, name);
    return concept;
}
