/* Page numbers as printed. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fo/numbering.h"

static const struct {
    uint32_t number;
    const char *format;
    const char *label;
} cases[] = {
    {4, NULL, "4"},
    {4, "1", "4"},
    {4, "01", "04"},
    {12, "001", "012"},
    {1234, "01", "1234"},
    {0, "1", "0"},
    {4, "i", "iv"},
    {1999, "I", "MCMXCIX"},
    {4000, "i", "4000"},
    {0, "i", "0"},
    {1, "a", "a"},
    {26, "a", "z"},
    {27, "a", "aa"},
    {703, "A", "AAA"},
    {0, "A", "0"},
    {12, "\u0661", "\u0661\u0662"},
    {7, "\u0660\u0661", "\u0660\u0667"},
    {7, "\u06F1", "\u06F7"},
    {7, "?", "7"},
};

static void labels_follow_the_format(void **state)
{
    (void)state;
    mh_arena *arena = mh_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_string_equal(fo_page_label(arena, cases[i].number, cases[i].format), cases[i].label);
    mh_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels_follow_the_format)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
