#include "fo_support.h"

#include "fo/expression.h"

typedef struct expression_case {
    const char *text;
    fo_value_kind kind;
    double value; /* of a number, or the fixed part of a length in points */
    double percent;
} expression_case;

static const fo_scope scope = {.em = 10.0 * PANGO_SCALE, .percent_base = -1.0};

static bool compute(const char *text, fo_value *out)
{
    return fo_expression(mh_view_of(text), &scope, out);
}

static void numbers_and_lengths(void **state)
{
    static const expression_case cases[] = {
        {"1", FO_VALUE_NUMBER, 1, 0},
        {"-1.5", FO_VALUE_NUMBER, -1.5, 0},
        {".25", FO_VALUE_NUMBER, 0.25, 0},
        {"1pt", FO_VALUE_LENGTH, 1, 0},
        {"1in", FO_VALUE_LENGTH, 72, 0},
        {"2.54cm", FO_VALUE_LENGTH, 72, 0},
        {"25.4mm", FO_VALUE_LENGTH, 72, 0},
        {"2pc", FO_VALUE_LENGTH, 24, 0},
        {"3px", FO_VALUE_LENGTH, 3, 0},
        {"1.5em", FO_VALUE_LENGTH, 15, 0},
        {"2ex", FO_VALUE_LENGTH, 10, 0},
        {"50%", FO_VALUE_LENGTH, 0, 50},
        {"100% - (2 * 5pt) - (2 * 2.5pt)", FO_VALUE_LENGTH, -15, 100},
        {"4.5 * 14.4pt", FO_VALUE_LENGTH, 64.8, 0},
        {"10pt - 4pt", FO_VALUE_LENGTH, 6, 0},
        {"10pt -4pt", FO_VALUE_LENGTH, 6, 0},
        {"10pt-4pt", FO_VALUE_LENGTH, 6, 0},
        {"1 + 2 * 3", FO_VALUE_NUMBER, 7, 0},
        {"(1 + 2) * 3", FO_VALUE_NUMBER, 9, 0},
        {"7 div 2", FO_VALUE_NUMBER, 3.5, 0},
        {"7 mod 2", FO_VALUE_NUMBER, 1, 0},
        {"12pt div 4pt", FO_VALUE_NUMBER, 3, 0},
        {"13pt mod 4pt", FO_VALUE_LENGTH, 1, 0},
        {"--2", FO_VALUE_NUMBER, 2, 0},
        {"floor(1.7)", FO_VALUE_NUMBER, 1, 0},
        {"ceiling(1.2)", FO_VALUE_NUMBER, 2, 0},
        {"round(1.5)", FO_VALUE_NUMBER, 2, 0},
        {"round(-1.5)", FO_VALUE_NUMBER, -1, 0},
        {"min(3pt, 2pt)", FO_VALUE_LENGTH, 2, 0},
        {"max(3, 2)", FO_VALUE_NUMBER, 3, 0},
        {"abs(-3pt)", FO_VALUE_LENGTH, 3, 0},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        fo_value value = {0};
        if (!compute(cases[i].text, &value))
            fail_msg("%s is not understood", cases[i].text);
        double found =
            value.kind == FO_VALUE_NUMBER ? value.number : value.fixed / (double)PANGO_SCALE;
        if (value.kind != cases[i].kind || ABS(found - cases[i].value) > 1e-6
            || ABS(value.percent - cases[i].percent) > 1e-6)
            fail_msg("%s gives %f and %f %%", cases[i].text, found, value.percent);
    }
}

static void wrong_expressions(void **state)
{
    static const char *const wrong[] = {
        "",   "1 +",    "1pt + 1",   "1pt * 1pt",          "1 div 0",     "1pt mod 0pt", "(1",
        "1)", "foo(1)", "min(1)",    "min(1,2,3)",         "1pt 2pt",     "1zz",         "\"open",
        ".",  "-red",   "red + 1pt", "from-parent(color)", "max(1, 2pt)", "50% mod 2%",  "1..2",
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++) {
        fo_value value = {0};
        if (compute(wrong[i], &value))
            fail_msg("%s is taken", wrong[i]);
    }
}

static void deep_nesting_ends(void **state)
{
    (void)state;
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append_c(text, '(');
    fo_value value;
    assert_false(compute(text->str, &value));
    (void)g_string_free(text, TRUE);
}

static void colors(void **state)
{
    static const struct {
        const char *text;
        uint8_t rgb[3];
    } cases[] = {
        {"#f80", {255, 136, 0}},
        {"#0A141e", {10, 20, 30}},
        {"rgb(1, 2, 300)", {1, 2, 255}},
        {"rgb(100%, 0%, 20%)", {255, 0, 51}},
        {"rgb-icc(0, 161, 222, #CMYK, 0.85, 0.19, 0, 0)", {0, 161, 222}},
        {"cmyk(0, 1, 1, 0)", {255, 0, 0}},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        fo_value value = {0};
        assert_true(compute(cases[i].text, &value));
        assert_int_equal(value.kind, FO_VALUE_COLOR);
        assert_int_equal(value.color.red, cases[i].rgb[0]);
        assert_int_equal(value.color.green, cases[i].rgb[1]);
        assert_int_equal(value.color.blue, cases[i].rgb[2]);
        assert_int_equal(value.color.alpha, 255);
    }
}

/* Every name of the table is found: the table is sorted. */
static void color_names(void **state)
{
    (void)state;
    mh_color color;
    assert_true(fo_color_named(MH_VIEW("Navy"), &color));
    assert_int_equal(color.blue, 128);
    assert_true(fo_color_named(MH_VIEW("aliceblue"), &color));
    assert_true(fo_color_named(MH_VIEW("yellowgreen"), &color));
    assert_true(fo_color_named(MH_VIEW("lightgoldenrodyellow"), &color));
    assert_true(fo_color_named(MH_VIEW("transparent"), &color));
    assert_int_equal(color.alpha, 0);
    assert_false(fo_color_named(MH_VIEW("navyblue"), &color));
    assert_false(fo_color_hex(MH_VIEW("#12"), &color));
}

static void tokens_keep_functions_and_quotes(void **state)
{
    (void)state;
    mh_view rest = MH_VIEW("  1pt rgb(1, 2, 3)\t'a b' ");
    assert_true(fo_is(fo_next_token(&rest), "1pt"));
    assert_true(fo_is(fo_next_token(&rest), "rgb(1, 2, 3)"));
    assert_true(fo_is(fo_next_token(&rest), "'a b'"));
    assert_int_equal(fo_next_token(&rest).len, 0);
}

static void rounding_is_bounded(void **state)
{
    (void)state;
    assert_int_equal(fo_length_round(0.5), 1);
    assert_int_equal(fo_length_round(1e300), FO_LENGTH_LIMIT);
    assert_int_equal(fo_length_round(-1e300), -FO_LENGTH_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_lengths), cmocka_unit_test(wrong_expressions),
        cmocka_unit_test(deep_nesting_ends),   cmocka_unit_test(colors),
        cmocka_unit_test(color_names),         cmocka_unit_test(tokens_keep_functions_and_quotes),
        cmocka_unit_test(rounding_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
