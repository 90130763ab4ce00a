#include "lexicon_test.h"

/* The tables themselves: what the build cannot know to be wrong. */

typedef struct table {
    char **lines; /* without the first one */
    char **columns;
} table;

static char *text_of(const char *name)
{
    char *path = g_build_filename(g_getenv("MASTHEAD_SOURCE"), "src/lexicon/data", name, NULL);
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        fail_msg("cannot read %s", path);
    g_free(path);
    return text;
}

static table table_of(const char *name)
{
    char *text = text_of(name);
    char **lines = g_strsplit(text, "\n", -1);
    table read = {.columns = g_strsplit(lines[0], "\t", -1)};
    guint count = g_strv_length(lines);
    g_free(lines[0]);
    g_free(lines[count - 1]); /* what stands behind the last line end */
    lines[count - 1] = NULL;
    memmove(lines, lines + 1, count * sizeof(*lines));
    read.lines = lines;
    g_free(text);
    return read;
}

static void table_free(table *read)
{
    g_strfreev(read->lines);
    g_strfreev(read->columns);
}

static const char *const names[] = {
    "concepts.tsv", "frequent.tsv", "languages.tsv", "numbers.tsv", "openings.tsv",
    "organs.tsv",   "patterns.tsv", "states.tsv",    "words.tsv",
};

static bool is_clean_cell(const char *cell)
{
    size_t length = strlen(cell);
    return length == 0
           || (cell[0] != ' ' && cell[0] != '|' && cell[length - 1] != '|'
               && strstr(cell, "||") == NULL && strstr(cell, "  ") == NULL
               && g_utf8_validate(cell, -1, NULL));
}

static void every_row_has_every_column_and_clean_cells(void **state)
{
    (void)state;
    size_t failures = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        table read = table_of(names[i]);
        for (size_t j = 0; read.lines[j] != NULL; j++) {
            char **cells = g_strsplit(read.lines[j], "\t", -1);
            if (g_strv_length(cells) != g_strv_length(read.columns))
                report(&failures, "%s:%zu: number of columns", names[i], j + 2);
            for (char **cell = cells; *cell != NULL; cell++)
                if (!is_clean_cell(*cell))
                    report(&failures, "%s:%zu: \"%s\"", names[i], j + 2, *cell);
            g_strfreev(cells);
        }
        table_free(&read);
    }
    assert_int_equal(failures, 0);
}

/* Adds the first cell of each row and says which was there before. */
static void collect_ids(const char *name, size_t column, GHashTable *seen, size_t *failures)
{
    table read = table_of(name);
    for (size_t j = 0; read.lines[j] != NULL; j++) {
        char **cells = g_strsplit(read.lines[j], "\t", -1);
        if (!g_hash_table_add(seen, g_strdup(cells[column])))
            report(failures, "%s:%zu: %s is there twice", name, j + 2, cells[column]);
        g_strfreev(cells);
    }
    table_free(&read);
}

static void ids_and_keys_are_unique(void **state)
{
    (void)state;
    size_t failures = 0;
    GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTable *keys = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    collect_ids("states.tsv", 0, ids, &failures);
    collect_ids("concepts.tsv", 0, ids, &failures);
    collect_ids("organs.tsv", 4, ids, &failures);
    collect_ids("patterns.tsv", 0, keys, &failures);
    g_hash_table_destroy(ids);
    g_hash_table_destroy(keys);
    assert_int_equal(failures, 0);
}

static void all_states_are_named_in_all_languages(void **state)
{
    (void)state;
    size_t failures = 0;
    table read = table_of("states.tsv");

    assert_int_equal(g_strv_length(read.lines), 193 + 2);
    for (size_t j = 0; read.lines[j] != NULL; j++) {
        char **cells = g_strsplit(read.lines[j], "\t", -1);
        for (char **cell = cells + 2; *cell != NULL; cell++)
            if (**cell == '\0')
                report(&failures, "states.tsv:%zu: an empty cell", j + 2);
        if (strlen(cells[0]) != 3)
            report(&failures, "states.tsv:%zu: %s is no alpha-3 code", j + 2, cells[0]);
        g_strfreev(cells);
    }
    table_free(&read);
    assert_int_equal(failures, 0);
}

static bool is_in_script(mh_language language, const char *wording)
{
    bool has_cyrillic = false;
    bool has_arabic = false;
    bool has_han = false;
    for (const char *p = wording; *p != '\0'; p = mh_utf8_next(p)) {
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(p));
        has_cyrillic = has_cyrillic || script == G_UNICODE_SCRIPT_CYRILLIC;
        has_arabic = has_arabic || script == G_UNICODE_SCRIPT_ARABIC;
        has_han = has_han || script == G_UNICODE_SCRIPT_HAN;
    }
    switch (language) {
    case MH_LANGUAGE_AR:
        return has_arabic && !has_cyrillic && !has_han;
    case MH_LANGUAGE_RU:
        return has_cyrillic && !has_arabic && !has_han;
    case MH_LANGUAGE_ZH:
        return has_han && !has_arabic && !has_cyrillic;
    case MH_LANGUAGE_NONE:
    case MH_LANGUAGE_EN:
    case MH_LANGUAGE_ES:
    case MH_LANGUAGE_FR:
    case MH_LANGUAGE_COUNT:
        break;
    }
    return !has_cyrillic && !has_arabic && !has_han;
}

/* A name that means two things would be marked as the one that comes first. */
static void check_names(const char *name, GHashTable *seen, size_t *failures)
{
    table read = table_of(name);
    for (size_t j = 0; read.lines[j] != NULL; j++) {
        char **cells = g_strsplit(read.lines[j], "\t", -1);
        for (size_t i = 0; read.columns[i] != NULL; i++) {
            mh_language language = mh_language_from_code(mh_view_of(read.columns[i]));
            char **wordings = g_strsplit(language == MH_LANGUAGE_NONE ? "" : cells[i], "|", -1);
            for (char **wording = wordings; *wording != NULL; wording++) {
                if (**wording == '~')
                    continue;
                if (!is_in_script(language, *wording))
                    report(failures, "%s:%zu: %s is not %s", name, j + 2, *wording,
                           mh_language_name(language));
                char *key = g_strdup_printf("%s:%s", read.columns[i], *wording);
                if (!g_hash_table_add(seen, key))
                    report(failures, "%s:%zu: %s means two things", name, j + 2, *wording);
            }
            g_strfreev(wordings);
        }
        g_strfreev(cells);
    }
    table_free(&read);
}

static void names_are_in_their_script_and_mean_one_thing(void **state)
{
    (void)state;
    size_t failures = 0;
    GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

    check_names("states.tsv", seen, &failures);
    check_names("organs.tsv", seen, &failures);
    check_names("concepts.tsv", seen, &failures);
    g_hash_table_destroy(seen);
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_has_every_column_and_clean_cells),
        cmocka_unit_test(ids_and_keys_are_unique),
        cmocka_unit_test(all_states_are_named_in_all_languages),
        cmocka_unit_test(names_are_in_their_script_and_mean_one_thing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
