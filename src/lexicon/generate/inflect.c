#include "lexicon/generate/inflect.h"

#define CASE_COUNT 5
#define MAX_INFLECTED_WORDS 4
#define MAX_ENDINGS 3

/* Endings by case: genitive, dative, accusative, instrumental, prepositional. "/" parts those of
 * nouns from those of adjectives, and of one gender from another. */
typedef struct ending_rule {
    const char *nominative;
    const char *cases[CASE_COUNT];
} ending_rule;

static const ending_rule rules[] = {
    {"ый", {"ого", "ому", "ого/ый", "ым", "ом"}},
    {"ий", {"ого/его/ия", "ому/ему/ию", "ого/его/ий", "им/ием", "ом/ем/ии"}},
    {"ой", {"ого", "ому", "ого/ой", "ым", "ом"}},
    {"ая", {"ой", "ой", "ую", "ой", "ой"}},
    {"яя", {"ей", "ей", "юю", "ей", "ей"}},
    {"ое", {"ого", "ому", "ое", "ым", "ом"}},
    {"ее", {"его", "ему", "ее", "им", "ем"}},
    {"ые", {"ых", "ым", "ые/ых", "ыми", "ых"}},
    {"ие", {"ия/их", "ию/им", "ие/их", "ием/ими", "ии/их"}},
    {"ия", {"ии", "ии", "ию", "ией", "ии"}},
    {"овы", {"овых", "овым", "овы", "овыми", "овых"}},
    {"ы", {"ов/", "ам", "ы", "ами", "ах"}},
    {"ка", {"ки", "ке", "ку", "кой", "ке"}},
    {"а", {"ы/и", "е", "у", "ой/ей", "е"}},
    {"я", {"и", "е/и", "ю", "ей", "е/и"}},
    {"ь", {"я/и", "ю/и", "я/ь", "ем/ью", "е/и"}},
    {"й", {"я", "ю", "й/я", "ем", "е"}},
    {"о", {"а", "у", "о", "ом", "е"}},
    {"е", {"я", "ю", "е", "ем", "е"}},
    {"и", {"и", "и", "и", "и", "и"}},
    {"у", {"у", "у", "у", "у", "у"}},
    {"", {"а", "у", "/а", "ом", "е"}},
};

/* The last rule's ending is empty: it takes whatever the others leave. */
static const ending_rule *rule_of(const char *word)
{
    size_t i = 0;
    while (i + 1 < G_N_ELEMENTS(rules) && !g_str_has_suffix(word, rules[i].nominative))
        i++;
    return &rules[i];
}

/* Forms of one word in one case, NULL-terminated, owned by the arena. */
static char **word_forms(mh_arena *arena, const char *word, size_t grammatical_case)
{
    const ending_rule *rule = rule_of(word);
    size_t stem = strlen(word) - strlen(rule->nominative);
    char **endings = g_strsplit(rule->cases[grammatical_case], "/", MAX_ENDINGS);
    size_t count = g_strv_length(endings);
    char **forms = MH_NEW(arena, char *, MAX(count, 1) + 1);

    for (size_t i = 0; i < count; i++)
        forms[i] = mh_arena_printf(arena, "%.*s%s", (int)stem, word, endings[i]);
    if (count == 0)
        forms[0] = mh_arena_strdup(arena, word);
    g_strfreev(endings);
    return forms;
}

static bool is_cyrillic(const char *word)
{
    return g_unichar_get_script(g_utf8_get_char(word)) == G_UNICODE_SCRIPT_CYRILLIC;
}

/* Adds the name with its first @p inflected words in one case, in every combination of forms. */
static void add_case(mh_arena *arena, GPtrArray *forms, char **words, size_t inflected,
                     size_t grammatical_case)
{
    GPtrArray *begun = mh_arena_ptr_array(arena);
    g_ptr_array_add(begun, mh_arena_strdup(arena, ""));

    for (size_t i = 0; words[i] != NULL; i++) {
        GPtrArray *longer = mh_arena_ptr_array(arena);
        char *same[2] = {words[i], NULL};
        char **choices = i < inflected ? word_forms(arena, words[i], grammatical_case) : same;
        for (guint j = 0; j < begun->len; j++)
            for (char **choice = choices; *choice != NULL; choice++)
                g_ptr_array_add(longer, mh_arena_printf(arena, "%s%s%s", (char *)begun->pdata[j],
                                                        i == 0 ? "" : " ", *choice));
        begun = longer;
    }
    for (guint i = 0; i < begun->len; i++)
        g_ptr_array_add(forms, begun->pdata[i]);
}

/* Head and adjectives change, the genitives after them do not: the first words in turn. */
static void add_russian(mh_arena *arena, GPtrArray *forms, const char *name)
{
    char **words = g_strsplit(name, " ", -1);
    mh_arena_defer(arena, (GDestroyNotify)g_strfreev, words);

    for (size_t n = 1; n <= MAX_INFLECTED_WORDS && words[n - 1] != NULL; n++) {
        if (!is_cyrillic(words[n - 1]))
            return;
        for (size_t grammatical_case = 0; grammatical_case < CASE_COUNT; grammatical_case++)
            add_case(arena, forms, words, n, grammatical_case);
    }
}

GPtrArray *gen_forms(mh_arena *arena, const char *name, mh_language language)
{
    static const char article[] = "ال";
    GPtrArray *forms = mh_arena_ptr_array(arena);

    g_ptr_array_add(forms, mh_arena_strdup(arena, name));
    if (language == MH_LANGUAGE_RU)
        add_russian(arena, forms, name);
    if (language == MH_LANGUAGE_AR && g_str_has_prefix(name, article))
        g_ptr_array_add(forms, mh_arena_printf(arena, "لل%s", name + strlen(article)));
    return forms;
}
