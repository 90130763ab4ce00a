#include "lexicon_test.h"

#include "lexicon/name.h"
#include "lexicon/symbol.h"

typedef struct symbol_case {
    const char *text;
    const char *first;  /* normalised; NULL: there is none */
    const char *second; /* the next one, or NULL */
} symbol_case;

static const symbol_case symbols[] = {
    {"see S/2021/540.", "S/2021/540", NULL},
    {"(S/2021/540, annex)", "S/2021/540", NULL},
    {"S/2021/540*", "S/2021/540", NULL},
    {"A/75/900-S/2021/540", "A/75/900", "S/2021/540"},
    {"A/75/900\xE2\x80\x93S/2021/540", "A/75/900", "S/2021/540"},
    {"S/RES/2573(2021)", "S/RES/2573 (2021)", NULL},
    {"S/RES/2573 (2021)", "S/RES/2573 (2021)", NULL},
    {"A /INF/76/1", "A/INF/76/1", NULL},
    {"S /PV. 10124", "S/PV.10124", NULL},
    {"S/AC.37/2004/(1455)/5", "S/AC.37/2004/(1455)/5", NULL},
    {"A/RES/68/247 B", "A/RES/68/247B", NULL},
    {"A/RES/68/247 A State", "A/RES/68/247A", NULL},
    {"A/RES/77/264 A-C", "A/RES/77/264A-C", NULL},
    {"A/75/L.1/Rev.1/Add.1 and A/75/L.2", "A/75/L.1/Rev.1/Add.1", "A/75/L.2"},
    {"S/PV.8779 (Resumption 1)/Corr.1", "S/PV.8779 (Resumption 1)/Corr.1", NULL},
    {"A/RES/ES-10/21", "A/RES/ES-10/21", NULL},
    {"见S/2021/540号文件", "S/2021/540", NULL},
    {"документ S/2021/540 и", "S/2021/540", NULL},
    {"الوثيقة \xE2\x80\xABS/2021/540\xE2\x80\xAC", "S/2021/540", NULL},
    {"A/٧٥/١", "A/75/1", NULL},
    {"S/2021/540 (2021)", "S/2021/540", NULL},
    {"https://undocs.org/S/2021/540", NULL, NULL},
    {"N/A, and/or, I/O, UN/CEFACT 1", NULL, NULL},
    {"AND/OR/1", NULL, NULL},
    {"A/B", NULL, NULL},
    {"km/h 10/05", NULL, NULL},
};

static void symbols_are_found_and_normalised(void **state)
{
    size_t failures = 0;

    mh_arena *arena = ((lexicon_test *)*state)->arena;

    for (size_t i = 0; i < G_N_ELEMENTS(symbols); i++) {
        const char *const wanted[] = {symbols[i].first, symbols[i].second};
        const mh_folded *text = fold(state, symbols[i].text);
        size_t from = 0;
        for (size_t j = 0; j < G_N_ELEMENTS(wanted); j++) {
            mh_symbol symbol;
            bool found = mh_symbol_find(text, from, &symbol);
            if (found != (wanted[j] != NULL))
                report(&failures, "%s: %s", symbols[i].text,
                       found ? mh_symbol_normalise(arena, text, &symbol) : "no symbol");
            if (!found || wanted[j] == NULL)
                break;
            assert_string_equal(mh_symbol_normalise(arena, text, &symbol), wanted[j]);
            from = symbol.at + symbol.length;
        }
    }
    assert_int_equal(failures, 0);
}

/* Every example of the grammar is one symbol, and of the organ that the table gives. */
static void examples_of_the_grammar_are_symbols(void **state)
{
    size_t failures = 0;

    char *path = shared_path("knowledge/symbol_examples.tsv");
    char *table = NULL;
    bool is_there = g_file_get_contents(path, &table, NULL, NULL);
    g_free(path);
    if (!is_there)
        skip();

    char **lines = g_strsplit(table, "\n", -1);
    g_free(table);
    for (size_t i = 1; lines[i] != NULL && *lines[i] != '\0'; i++) {
        char **cells = g_strsplit(lines[i], "\t", -1);
        mh_symbol symbol;
        size_t length = strcspn(cells[0], "*");
        if (!mh_symbol_find(fold(state, cells[0]), 0, &symbol) || symbol.end != length)
            report(&failures, "%s is not one symbol", cells[0]);
        const mh_organ *organ = mh_organ_of_symbol(mh_view_of(cells[0]));
        if (organ == NULL)
            report(&failures, "%s is of no organ", cells[0]);
        g_strfreev(cells);
    }
    g_strfreev(lines);
    assert_int_equal(failures, 0);
}

static void a_symbol_tells_organ_and_kind(void **state)
{
    (void)state;
    assert_string_equal(mh_organ_of_symbol(MH_VIEW("A/HRC/46/L.2"))->code, "HRC");
    assert_string_equal(mh_organ_of_symbol(MH_VIEW("S/2021/540"))->actor, "unsc");
    assert_string_equal(mh_organ_of_symbol(MH_VIEW("A/CN.10/1"))->code, "UNDC");
    assert_string_equal(mh_organ_of_symbol(MH_VIEW("A/S-30/2"))->code, "GA-SS");
    assert_string_equal(mh_organ_of_symbol(MH_VIEW("CEDAW/C/2021/1"))->code, "CEDAW-C");
    assert_null(mh_organ_of_symbol(MH_VIEW("Q/1")));
    assert_int_equal(mh_symbol_kind_of("S/PV.8779"), MH_SYMBOL_VERBATIM_RECORD);
    assert_int_equal(mh_symbol_kind_of("A/C.3/68/SR.50"), MH_SYMBOL_SUMMARY_RECORD);
    assert_int_equal(mh_symbol_kind_of("A/RES/70/1"), MH_SYMBOL_RESOLUTION);
    assert_int_equal(mh_symbol_kind_of("S/PRST/2021/1"), MH_SYMBOL_PRESIDENTIAL_STATEMENT);
    assert_int_equal(mh_symbol_kind_of("A/C.3/68/L.75"), MH_SYMBOL_LIMITED);
    assert_int_equal(mh_symbol_kind_of("S/2021/540"), MH_SYMBOL_DOCUMENT);
}

typedef struct number_case {
    const char *text;
    const char *organ;
    const char *symbol; /* NULL: cannot be told */
} number_case;

static const number_case numbers[] = {
    {"1325 (2000)", NULL, "S/RES/1325 (2000)"},
    {"1325(2000)号", "unga", "S/RES/1325 (2000)"},
    {"75/1 of", "unga", "A/RES/75/1"},
    {"46/1", "unhrc", "A/HRC/RES/46/1"},
    {"75/1", NULL, NULL},
    {"68/247 B", "unga", "A/RES/68/247B"},
    {"217 A (III)", "unga", "A/RES/217A (III)"},
    {"1514 (XV) of", "unga", "A/RES/1514 (XV)"},
    {"ES-10/21", NULL, "A/RES/ES-10/21"},
    {"2021/9", NULL, "E/RES/2021/9"},
};

static void cited_resolutions_get_their_symbol(void **state)
{
    mh_arena *arena = ((lexicon_test *)*state)->arena;

    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        const mh_folded *text = fold(state, numbers[i].text);
        mh_resolution_number number;
        assert_true(mh_resolution_number_at(text, 0, &number));
        const char *symbol = mh_resolution_symbol(arena, text, &number, numbers[i].organ);
        if (numbers[i].symbol == NULL)
            assert_null(symbol);
        else
            assert_string_equal(symbol, numbers[i].symbol);
    }
    mh_resolution_number none;
    assert_false(mh_resolution_number_at(fold(state, "of the"), 0, &none));
    assert_false(mh_resolution_number_at(fold(state, "10/05/2021"), 0, &none));
    assert_false(mh_resolution_number_at(fold(state, "1325 and"), 0, &none));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(symbols_are_found_and_normalised, lexicon_set_up,
                                        lexicon_tear_down),
        cmocka_unit_test_setup_teardown(examples_of_the_grammar_are_symbols, lexicon_set_up,
                                        lexicon_tear_down),
        cmocka_unit_test(a_symbol_tells_organ_and_kind),
        cmocka_unit_test_setup_teardown(cited_resolutions_get_their_symbol, lexicon_set_up,
                                        lexicon_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
