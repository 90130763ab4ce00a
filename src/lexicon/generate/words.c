#include "lexicon/generate/words.h"

#include "lexicon/data.h"
#include "lexicon/generate/trie_writer.h"
#include "lexicon/generate/tsv.h"

static const char *const language_columns[MH_LANGUAGE_COUNT] = {
    NULL, "ar", "en", "es", "fr", "ru", "zh",
};

static mh_language language_of(const gen_table *table, size_t row, const char *code)
{
    for (mh_language language = MH_LANGUAGE_AR; language < MH_LANGUAGE_COUNT; language++)
        if (strcmp(language_columns[language], code) == 0)
            return language;
    gen_fail(table, row, "names no official language");
}

/* ------------------------------------------------------------------ numbers */

void gen_numbers(mh_arena *arena, const char *folder, FILE *out)
{
    const gen_table *table = gen_table_read(arena, folder, "numbers");
    gen_trie *trie = gen_trie_new(arena);
    unsigned count = 0;

    (void)fprintf(out, "\nconst lex_number lex_numbers[] = {\n");
    for (size_t row = 0; row < table->row_count; row++) {
        guint64 value = g_ascii_strtoull(gen_cell(table, row, "value"), NULL, 10);
        for (mh_language language = MH_LANGUAGE_AR; language < MH_LANGUAGE_ZH; language++) {
            const char *cell = gen_cell(table, row, language_columns[language]);
            for (char **word = gen_wordings(table, cell); *word != NULL; word++)
                gen_trie_add(trie, *word, (uint16_t)count);
            (void)fprintf(out, "{%u, %d},\n", (unsigned)value, language);
            count++;
        }
    }
    (void)fprintf(out, "};\n");
    gen_trie_write(trie, "lex_number_trie", out);
}

/* ------------------------------------------------------------------ languages */

void gen_languages(mh_arena *arena, const char *folder, FILE *out)
{
    const gen_table *table = gen_table_read(arena, folder, "languages");
    gen_trie *trie = gen_trie_new(arena);

    for (size_t row = 0; row < table->row_count; row++) {
        mh_language named = language_of(table, row, gen_cell(table, row, "code"));
        for (mh_language in = MH_LANGUAGE_AR; in < MH_LANGUAGE_COUNT; in++) {
            const char *cell = gen_cell(table, row, language_columns[in]);
            for (char **word = gen_wordings(table, cell); *word != NULL; word++)
                gen_trie_add(trie, *word, (uint16_t)named);
        }
    }
    gen_trie_write(trie, "lex_language_trie", out);
}

void gen_frequent(mh_arena *arena, const char *folder, FILE *out)
{
    const gen_table *table = gen_table_read(arena, folder, "frequent");
    gen_trie *trie = gen_trie_new(arena);

    for (size_t row = 0; row < table->row_count; row++) {
        mh_language language = language_of(table, row, gen_cell(table, row, "language"));
        for (char **word = gen_wordings(table, gen_cell(table, row, "words")); *word; word++)
            gen_trie_add(trie, *word, (uint16_t)language);
    }
    gen_trie_write(trie, "lex_frequent_trie", out);
}

/* ------------------------------------------------------------------ openings */

static const char *const opening_roles[] = {
    [LEX_OPENING_PREAMBULAR] = "preambular",
    [LEX_OPENING_OPERATIVE] = "operative",
    [LEX_OPENING_BEFORE] = "before",
    [LEX_OPENING_AFTER] = "after",
    [LEX_OPENING_LINK] = "link",
    [LEX_OPENING_AND] = "and",
};

/* A row of lex_openings for every role and language, in this order. */
static uint16_t opening_row(lex_opening_role role, mh_language language)
{
    return (uint16_t)((int)role * MH_LANGUAGE_COUNT + (int)language);
}

/* Arabic: the verb agrees with the organ, "it recalls" of a council and of an assembly. */
static const char *feminine(mh_arena *arena, const char *verb)
{
    static const char he[] = "ي";
    static const char she[] = "ت";
    static const char never[] = "لا ";
    static const char his[] = "ه";

    if (g_str_has_prefix(verb, never))
        return mh_arena_printf(arena, "%s%s", never, feminine(arena, verb + strlen(never)));
    if (!g_str_has_prefix(verb, he))
        return verb;
    const char *her = g_str_has_suffix(verb, his) ? "ا" : "";
    return mh_arena_printf(arena, "%s%s%s", she, verb + strlen(he), her);
}

/* Arabic has one verb for both kinds of clause; "wa-idh", "while", begins preambular ones. */
static void add_arabic_verb(mh_arena *arena, gen_trie *trie, const char *verb)
{
    static const char *const whiles[] = {"إذ", "وإذ"};
    const char *const forms[] = {verb, feminine(arena, verb)};

    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++) {
        gen_trie_add(trie, forms[i], opening_row(LEX_OPENING_OPERATIVE, MH_LANGUAGE_AR));
        for (size_t j = 0; j < G_N_ELEMENTS(whiles); j++)
            gen_trie_add(trie, mh_arena_printf(arena, "%s %s", whiles[j], forms[i]),
                         opening_row(LEX_OPENING_PREAMBULAR, MH_LANGUAGE_AR));
    }
}

static void add_openings(mh_arena *arena, const gen_table *table, size_t row, gen_trie *trie)
{
    const char *role_name = gen_cell(table, row, "role");
    mh_language language = language_of(table, row, gen_cell(table, row, "language"));
    char **words = gen_wordings(table, gen_cell(table, row, "words"));
    size_t role = 0;

    if (strcmp(role_name, "both") == 0) {
        for (; *words != NULL; words++)
            add_arabic_verb(arena, trie, *words);
        return;
    }
    while (role < G_N_ELEMENTS(opening_roles) && strcmp(opening_roles[role], role_name) != 0)
        role++;
    if (role == G_N_ELEMENTS(opening_roles))
        gen_fail(table, row, "has an unknown role");
    for (; *words != NULL; words++)
        gen_trie_add(trie, *words, opening_row((lex_opening_role)role, language));
}

void gen_openings(mh_arena *arena, const char *folder, FILE *out)
{
    const gen_table *table = gen_table_read(arena, folder, "openings");
    gen_trie *trie = gen_trie_new(arena);

    (void)fprintf(out, "\nconst lex_opening lex_openings[] = {\n");
    for (size_t role = 0; role < G_N_ELEMENTS(opening_roles); role++)
        for (int language = 0; language < MH_LANGUAGE_COUNT; language++)
            (void)fprintf(out, "{%zu, %d},\n", role, language);
    (void)fprintf(out, "};\n");
    for (size_t row = 0; row < table->row_count; row++)
        add_openings(arena, table, row, trie);
    gen_trie_write(trie, "lex_opening_trie", out);
}
