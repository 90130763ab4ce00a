/* Structure types, heading levels, list numbering. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/roles.h"

static void table_parts_are_known(void **state)
{
    (void)state;
    static const char *const parts[] = {"THead", "TBody", "TFoot", "TR", "TH", "TD"};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        assert_true(pdf_role_is_table_part(parts[i]));
    assert_false(pdf_role_is_table_part("Table"));
    assert_false(pdf_role_is_table_part("P"));
}

static void nesting_is_known(void **state)
{
    (void)state;
    static const struct {
        const char *parent;
        const char *kid;
        bool may_hold;
    } rows[] = {{"Table", "TBody", true}, {"TBody", "TD", false},  {"P", "TD", false},
                {"TR", "TH", true},       {"TR", "P", false},      {"TD", "P", true},
                {"TD", "Table", true},    {"L", "LI", true},       {"L", "P", false},
                {"LI", "Lbl", true},      {"P", "Lbl", true},      {"Note", "LBody", false},
                {"TOC", "TOCI", true},    {"Sect", "TOCI", false}, {"Document", "L", true}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_int_equal(pdf_role_may_hold(rows[i].parent, rows[i].kid), rows[i].may_hold);
    assert_true(pdf_role_is_nested("TOC"));
    assert_false(pdf_role_is_nested("Lbl"));
}

static void headings_never_skip(void **state)
{
    (void)state;
    static const unsigned in[] = {1, 2, 3, 3, 2, 1, 3, 3, 2, 6, 4, 5, 1};
    static const char *const out[] = {"H1", "H2", "H3", "H3", "H2", "H1", "H2",
                                      "H2", "H2", "H3", "H3", "H4", "H1"};
    pdf_headings headings = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(in); i++)
        assert_string_equal(pdf_headings_next(&headings, in[i]), out[i]);
}

static void labels_tell_the_numbering(void **state)
{
    (void)state;
    static const struct {
        const char *label;
        const char *expected;
    } rows[] = {{"1.", "Decimal"},        {"(12)", "Decimal"},   {"(a)", "LowerAlpha"},
                {"A.", "UpperAlpha"},     {"(i)", "LowerRoman"}, {"(iv)", "LowerRoman"},
                {"II.", "UpperRoman"},    {"(v)", "LowerAlpha"}, {"\xE2\x80\xA2", "Disc"},
                {"\xE2\x80\x94", "None"}, {"", "None"},          {"(aa)", "None"},
                {"Article 12", "None"}};
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_string_equal(pdf_list_numbering(rows[i].label), rows[i].expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table_parts_are_known),
        cmocka_unit_test(nesting_is_known),
        cmocka_unit_test(headings_never_skip),
        cmocka_unit_test(labels_tell_the_numbering),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
