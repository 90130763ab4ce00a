/* Tokens, values and what is written. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/syntax.h"

static void assert_view(mh_view view, const char *expected)
{
    assert_int_equal(view.len, strlen(expected));
    assert_memory_equal(view.ptr, expected, view.len);
}

static void tokens_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        pdf_token_kind kind;
        const char *text;
    } expected[] = {
        {PDF_TOKEN_OPEN, "<<"},        {PDF_TOKEN_NAME, "Key"}, {PDF_TOKEN_NUMBER, "-1.5"},
        {PDF_TOKEN_CLOSE, ">>"},       {PDF_TOKEN_OPEN, "["},   {PDF_TOKEN_STRING, "(a\\)(b))"},
        {PDF_TOKEN_STRING, "<0a 0B>"}, {PDF_TOKEN_CLOSE, "]"},  {PDF_TOKEN_WORD, "BT"},
        {PDF_TOKEN_WORD, "f*"},        {PDF_TOKEN_NAME, ""},    {PDF_TOKEN_WORD, "'"},
    };
    pdf_cursor cursor = {MH_VIEW("<</Key -1.5>>[(a\\)(b))<0a 0B>]BT % note )\nf* / '"), 0};
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        pdf_token token = pdf_next(&cursor);
        assert_int_equal(token.kind, expected[i].kind);
        assert_view(token.text, expected[i].text);
    }
    assert_int_equal(pdf_next(&cursor).kind, PDF_TOKEN_END);
}

static void broken_tokens_are_told(void **state)
{
    (void)state;
    static const char *const broken[] = {"(open", "(a\\)", "<0g>", "<12", ">", ")", "}"};
    for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
        pdf_cursor cursor = {mh_view_of(broken[i]), 0};
        assert_int_equal(pdf_next(&cursor).kind, PDF_TOKEN_BROKEN);
    }
}

static void values_are_whole(void **state)
{
    (void)state;
    pdf_cursor cursor = {MH_VIEW(" 12 0 R 7 8 [1 [2] <<>>] <</A<</B(>>)>>>> true ]"), 0};
    static const char *const expected[] = {"12 0 R",           "7",   "8", "[1 [2] <<>>]",
                                           "<</A<</B(>>)>>>>", "true"};
    mh_view value;
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++) {
        assert_true(pdf_value(&cursor, &value));
        assert_view(value, expected[i]);
    }
    assert_false(pdf_value(&cursor, &value));
}

static void open_brackets_are_no_value(void **state)
{
    (void)state;
    mh_view value;
    pdf_cursor cursor = {MH_VIEW("[1 2"), 0};
    assert_false(pdf_value(&cursor, &value));
}

static void dictionaries_are_searched_at_their_own_level(void **state)
{
    (void)state;
    mh_view dict = MH_VIEW("<</In<</Key 1>>/Key 2/Name/Page>>");
    assert_view(pdf_dict_find(dict, "Key"), "2");
    assert_true(pdf_is_name(pdf_dict_find(dict, "Name"), "Page"));
    assert_int_equal(pdf_dict_find(dict, "None").len, 0);
    assert_int_equal(pdf_dict_find(MH_VIEW("[/Key 1]"), "Key").len, 0);
}

static void references_and_numbers_have_bounds(void **state)
{
    (void)state;
    size_t number = 0;
    assert_int_equal(pdf_reference(MH_VIEW("12 0 R")), 12);
    assert_int_equal(pdf_reference(MH_VIEW("12 0")), 0);
    assert_int_equal(pdf_reference(MH_VIEW("4294967296 0 R")), 0);
    assert_true(pdf_unsigned(MH_VIEW("18"), &number));
    assert_int_equal(number, 18);
    assert_false(pdf_unsigned(MH_VIEW(""), &number));
    assert_false(pdf_unsigned(MH_VIEW("-1"), &number));
    assert_false(pdf_unsigned(MH_VIEW("99999999999999999999999"), &number));
}

static void text_is_written_as_readers_expect(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *expected;
    } rows[] = {{"a(b)\\", "(a\\(b\\)\\\\)"},
                {"", "()"},
                {"\xC3\xA9", "<FEFF00E9>"},
                {"\xF0\x9D\x84\x9E", "<FEFFD834DD1E>"}};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_string_truncate(out, 0);
        pdf_put_text(out, rows[i].text);
        assert_string_equal(out->str, rows[i].expected);
    }
    g_string_truncate(out, 0);
    pdf_put_name(out, "text/plain #");
    assert_string_equal(out->str, "/text#2Fplain#20#23");
    (void)g_string_free(out, TRUE);
}

static void long_text_stays_within_the_limit(void **state)
{
    (void)state;
    GString *text = g_string_new(NULL);
    GString *out = g_string_new(NULL);
    for (int i = 0; i < 20000; i++)
        g_string_append(text, "\xF0\x9D\x84\x9E");
    pdf_put_text(out, text->str);
    assert_true(out->len / 2 <= 32767);
    (void)g_string_free(text, TRUE);
    (void)g_string_free(out, TRUE);
}

static void numbers_are_short_and_without_locale(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *expected;
    } rows[] = {{0, "0"},       {-0.0001, "0"},        {12, "12"},      {0.25, "0.25"},
                {-1.5, "-1.5"}, {595.2756, "595.276"}, {-0.05, "-0.05"}};
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_string_truncate(out, 0);
        pdf_put_number(out, rows[i].value);
        assert_string_equal(out->str, rows[i].expected);
    }
    (void)g_string_free(out, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tokens_are_told_apart),
        cmocka_unit_test(broken_tokens_are_told),
        cmocka_unit_test(values_are_whole),
        cmocka_unit_test(open_brackets_are_no_value),
        cmocka_unit_test(dictionaries_are_searched_at_their_own_level),
        cmocka_unit_test(references_and_numbers_have_bounds),
        cmocka_unit_test(text_is_written_as_readers_expect),
        cmocka_unit_test(long_text_stays_within_the_limit),
        cmocka_unit_test(numbers_are_short_and_without_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
