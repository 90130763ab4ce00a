#include "lexicon/generate/printed.h"

#include "lexicon/generate/tsv.h"

static const char *const languages[] = {"ar", "zh", "en", "fr", "ru", "es"};

/* "recycle.part": RECYCLE_PART, the end of its enumerator. */
static const char *enumerator_of(const gen_table *table, size_t row)
{
    char *name = g_ascii_strup(gen_cell(table, row, "use"), -1);
    mh_arena_defer(table->arena, g_free, name);
    return g_strdelimit(name, ".", '_');
}

/* Editors drop spaces at the end of what they save; "_" stands for one. */
static void write_word(const gen_table *table, size_t row, char *word, FILE *out)
{
    if (*word == '\0')
        gen_fail(table, row, "has an empty wording");
    (void)g_strdelimit(word, "_", ' ');
    char *escaped = g_strescape(word, NULL);
    (void)fprintf(out, "    {\"%s\", %zu},\n", escaped, strlen(word));
    g_free(escaped);
}

static size_t write_words(const gen_table *table, size_t row, FILE *out)
{
    size_t count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(languages); i++) {
        char **words = gen_wordings(table, gen_cell(table, row, languages[i]));
        for (; *words != NULL; words++, count++)
            write_word(table, row, *words, out);
    }
    return count;
}

void gen_printed(mh_arena *arena, const char *folder, FILE *out)
{
    const gen_table *table = gen_table_read(arena, folder, "printed");
    size_t *counts = MH_NEW(arena, size_t, table->row_count);

    for (size_t row = 0; row < table->row_count; row++) {
        (void)fprintf(out, "\nstatic const mh_view printed_%zu[] = {\n", row);
        counts[row] = write_words(table, row, out);
        (void)fprintf(out, "};\n");
    }
    (void)fprintf(out, "\nconst lex_printed_list lex_printed[MH_PRINTED_COUNT] = {\n");
    for (size_t row = 0; row < table->row_count; row++)
        (void)fprintf(out, "    [MH_PRINTED_%s] = {printed_%zu, %zu},\n", enumerator_of(table, row),
                      row, counts[row]);
    (void)fprintf(out, "};\n");
}
