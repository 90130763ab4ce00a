#include "lexicon_test.h"

#include "lexicon/number.h"

typedef struct number_case {
    const char *text;
    mh_language language;
    uint32_t value; /* 0: the text is no number */
} number_case;

static const number_case cases[] = {
    {"76", MH_LANGUAGE_NONE, 76},
    {"76th", MH_LANGUAGE_EN, 76},
    {"8422nd", MH_LANGUAGE_EN, 8422},
    {"Seventy-sixth", MH_LANGUAGE_EN, 76},
    {"one hundred and ninety-ninth", MH_LANGUAGE_EN, 199},
    {"one hundredth", MH_LANGUAGE_EN, 100},
    {"1re", MH_LANGUAGE_FR, 1},
    {"soixante-quinzième", MH_LANGUAGE_FR, 75},
    {"SOIXANTE-DIX-SEPTIÈME", MH_LANGUAGE_FR, 77},
    {"quatre-vingt-dix-neuvième", MH_LANGUAGE_FR, 99},
    {"soixante et onzième", MH_LANGUAGE_FR, 71},
    {"quatre-vingtième", MH_LANGUAGE_FR, 80},
    {"cent vingt et unième", MH_LANGUAGE_FR, 121},
    {"premier", MH_LANGUAGE_FR, 1},
    {"septuagésimo quinto", MH_LANGUAGE_ES, 75},
    {"centésimo decimotercer", MH_LANGUAGE_ES, 113},
    {"75º", MH_LANGUAGE_ES, 75},
    {"9836ª", MH_LANGUAGE_ES, 9836},
    {"семьдесят шестая", MH_LANGUAGE_RU, 76},
    {"восьмидесятая", MH_LANGUAGE_RU, 80},
    {"сто первый", MH_LANGUAGE_RU, 101},
    {"75-я", MH_LANGUAGE_RU, 75},
    {"8422-м", MH_LANGUAGE_RU, 8422},
    {"السادسة والسبعون", MH_LANGUAGE_AR, 76},
    {"الحادية عشرة", MH_LANGUAGE_AR, 11},
    {"الأولى بعد المائة", MH_LANGUAGE_AR, 101},
    {"٧٦", MH_LANGUAGE_AR, 76},
    {"第七十六", MH_LANGUAGE_ZH, 76},
    {"第76", MH_LANGUAGE_ZH, 76},
    {"一百二十", MH_LANGUAGE_ZH, 120},
    {"第一百零一", MH_LANGUAGE_ZH, 101},
    {"XIV", MH_LANGUAGE_NONE, 14},
    {"XLIX.", MH_LANGUAGE_NONE, 49},
    {"twenty thirty", MH_LANGUAGE_EN, 0},
    {"second third", MH_LANGUAGE_EN, 0},
    {"session", MH_LANGUAGE_EN, 0},
    {"", MH_LANGUAGE_NONE, 0},
    {"99999999999", MH_LANGUAGE_NONE, 0},
    {"xiv", MH_LANGUAGE_NONE, 0},
};

static void numbers_are_read_in_figures_and_words(void **state)
{
    size_t failures = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        uint32_t value = 0;
        (void)mh_number_read(fold(state, cases[i].text), cases[i].language, &value);
        if (value != cases[i].value)
            report(&failures, "%s: %u, not %u", cases[i].text, value, cases[i].value);
    }
    assert_int_equal(failures, 0);
}

static const struct {
    mh_language language;
    const char *column;
} columns[] = {
    {MH_LANGUAGE_AR, "ar_f"}, {MH_LANGUAGE_ZH, "zh"},   {MH_LANGUAGE_EN, "en"},
    {MH_LANGUAGE_FR, "fr_f"}, {MH_LANGUAGE_RU, "ru_f"}, {MH_LANGUAGE_RU, "ru_m"},
    {MH_LANGUAGE_ES, "es_m"},
};

static size_t column_of(char **header, const char *name)
{
    size_t i = 0;
    while (header[i] != NULL && strcmp(header[i], name) != 0)
        i++;
    assert_non_null(header[i]);
    return i;
}

/* The table of ordinals 1 to 199, where it is at hand: each is read as its number. */
static void every_ordinal_up_to_199_is_read(void **state)
{
    char *path = shared_path("knowledge/ordinals.tsv");
    char *table = NULL;
    bool is_there = g_file_get_contents(path, &table, NULL, NULL);
    g_free(path);
    if (!is_there)
        skip();

    size_t failures = 0;
    char **lines = g_strsplit(g_strchomp(table), "\n", -1);
    char **header = g_strsplit(lines[0], "\t", -1);
    for (size_t i = 1; lines[i] != NULL; i++) {
        char **cells = g_strsplit(lines[i], "\t", -1);
        uint32_t wanted = (uint32_t)g_ascii_strtoull(cells[0], NULL, 10);
        for (size_t j = 0; j < G_N_ELEMENTS(columns); j++) {
            const char *cell = cells[column_of(header, columns[j].column)];
            uint32_t value = 0;
            (void)mh_number_read(fold(state, cell), columns[j].language, &value);
            if (value != wanted)
                report(&failures, "%s: %u, not %u", cell, value, wanted);
        }
        g_strfreev(cells);
    }
    g_strfreev(header);
    g_strfreev(lines);
    g_free(table);
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_are_read_in_figures_and_words, lexicon_set_up,
                                        lexicon_tear_down),
        cmocka_unit_test_setup_teardown(every_ordinal_up_to_199_is_read, lexicon_set_up,
                                        lexicon_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
