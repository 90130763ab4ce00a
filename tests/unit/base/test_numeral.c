#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/numeral.h"

static const struct {
    mh_numeral_format format;
    uint32_t value;
    const char *text; /* NULL when it must not be written */
} cases[] = {
    {MH_NUMERAL_DECIMAL, 1, "1"},
    {MH_NUMERAL_DECIMAL, 120, "120"},
    {MH_NUMERAL_DECIMAL, 0, NULL},
    {MH_NUMERAL_LOWER_LETTER, 1, "a"},
    {MH_NUMERAL_LOWER_LETTER, 26, "z"},
    {MH_NUMERAL_LOWER_LETTER, 27, "aa"},
    {MH_NUMERAL_LOWER_LETTER, 78, "zzz"},
    {MH_NUMERAL_LOWER_LETTER, 79, NULL},
    {MH_NUMERAL_UPPER_LETTER, 28, "BB"},
    {MH_NUMERAL_LOWER_ROMAN, 4, "iv"},
    {MH_NUMERAL_LOWER_ROMAN, 399, "cccxcix"},
    {MH_NUMERAL_LOWER_ROMAN, 400, NULL},
    {MH_NUMERAL_UPPER_ROMAN, 48, "XLVIII"},
    {MH_NUMERAL_LOWER_RUSSIAN, 9, "и"},
    {MH_NUMERAL_LOWER_RUSSIAN, 10, "к"},
    {MH_NUMERAL_UPPER_RUSSIAN, 25, "Щ"},
    {MH_NUMERAL_LOWER_RUSSIAN, 26, NULL},
    {MH_NUMERAL_CHINESE, 3, "三"},
    {MH_NUMERAL_CHINESE, 10, "十"},
    {MH_NUMERAL_CHINESE, 11, "十一"},
    {MH_NUMERAL_CHINESE, 20, "二十"},
    {MH_NUMERAL_CHINESE, 99, "九十九"},
    {MH_NUMERAL_CHINESE, 100, NULL},
};

static void numbers_are_written_and_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        GString *out = g_string_new("");
        bool is_written = mh_numeral_write(cases[i].format, cases[i].value, out);
        assert_int_equal(is_written, cases[i].text != NULL);
        assert_string_equal(out->str, cases[i].text ? cases[i].text : "");
        if (cases[i].text)
            assert_int_equal(mh_numeral_read(cases[i].format, out->str, out->len), cases[i].value);
        g_string_free(out, TRUE);
    }
}

static void other_texts_have_no_value(void **state)
{
    (void)state;
    static const struct {
        mh_numeral_format format;
        const char *text;
    } none[] = {{MH_NUMERAL_DECIMAL, ""},         {MH_NUMERAL_DECIMAL, "01"},
                {MH_NUMERAL_DECIMAL, "1a"},       {MH_NUMERAL_DECIMAL, "9999999999"},
                {MH_NUMERAL_LOWER_LETTER, "A"},   {MH_NUMERAL_LOWER_LETTER, "ab"},
                {MH_NUMERAL_LOWER_ROMAN, "iiii"}, {MH_NUMERAL_LOWER_RUSSIAN, "й"},
                {MH_NUMERAL_CHINESE, "一十"}};
    for (size_t i = 0; i < G_N_ELEMENTS(none); i++)
        assert_int_equal(mh_numeral_read(none[i].format, none[i].text, strlen(none[i].text)), 0);
}

static void every_format_is_found_by_its_name(void **state)
{
    (void)state;
    for (mh_numeral_format f = 0; f < MH_NUMERAL_FORMAT_COUNT; f++)
        assert_int_equal(mh_numeral_find(mh_numeral_name(f)), f);
    assert_int_equal(mh_numeral_find("bullet"), MH_NUMERAL_FORMAT_COUNT);
    assert_int_equal(mh_numeral_find(NULL), MH_NUMERAL_FORMAT_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_written_and_read),
        cmocka_unit_test(other_texts_have_no_value),
        cmocka_unit_test(every_format_is_found_by_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
