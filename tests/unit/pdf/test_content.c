/* Content streams: marks are renamed, what lies between becomes an artifact. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/content.h"

/* fences: P, H1, H2 */
#define FENCE_0 "/P << /MCID 0 >> BDC\n"
#define FENCE_1 "/H1 << /MCID 1 >> BDC\n"
#define FENCE_2 "/H2 << /MCID 2 >> BDC\n"
#define TEXT "BT\n(x)Tj\nET\nEMC\n"
#define PICTURE "0 0 0.125 0.25 re f\n/x5 Do\n0 0 0.25 0.125 re f\n"

static bool rewrite_marks(const char *in, pdf_content_mark *marks, size_t count,
                          const char *expected)
{
    GString *out = g_string_new(NULL);
    bool is_done = pdf_content_rewrite(mh_view_of(in), marks, count, out);
    if (is_done)
        assert_string_equal(out->str, expected);
    (void)g_string_free(out, TRUE);
    return is_done;
}

static bool rewrite(const char *in, size_t count, const char *expected)
{
    pdf_content_mark marks[] = {
        {.role = "P", .fence = 0},
        {.role = NULL, .artifact = MH_ARTIFACT_HEADER, .fence = 1},
        {.role = "Span", .actual_text = "", .fence = 2},
    };
    return rewrite_marks(in, marks, count, expected);
}

static void marks_are_renamed(void **state)
{
    (void)state;
    assert_true(rewrite("q\n" FENCE_0 TEXT FENCE_1 TEXT FENCE_2 TEXT "Q\n", 3,
                        "q/P<</MCID 0>>BDC\nBT\n(x)Tj\nET\nEMC"
                        "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
                        "\nBT\n(x)Tj\nET\nEMC"
                        "/Span<</MCID 1/ActualText()>>BDC\nBT\n(x)Tj\nET\nEMC\nQ\n"));
}

static void a_mark_that_cairo_left_out_is_noticed(void **state)
{
    (void)state;
    pdf_content_mark marks[] = {{.role = "P", .fence = 0},
                                {.role = "P", .fence = 1},
                                {.role = "P", .fence = 2},
                                {.role = "P", .fence = 3}};
    assert_true(rewrite_marks(FENCE_0 TEXT FENCE_2 TEXT, marks, 4,
                              "/P<</MCID 0>>BDC\nBT\n(x)Tj\nET\nEMC"
                              "/P<</MCID 1>>BDC\nBT\n(x)Tj\nET\nEMC\n"));
    assert_false(marks[0].is_missing);
    assert_true(marks[1].is_missing);
    assert_false(marks[2].is_missing);
    assert_int_equal(marks[2].mcid, 1);
    assert_true(marks[3].is_missing);
}

static void pictures_stand_between_rectangles(void **state)
{
    (void)state;
    pdf_content_mark marks[] = {{.role = "Figure", .fence = PDF_FENCE_PICTURE},
                                {.role = "P", .fence = 0}};
    assert_true(rewrite_marks("0 g " PICTURE FENCE_0 TEXT, marks, 2,
                              "0 g/Figure<</MCID 0>>BDC\n/x5 Do\nEMC"
                              "/P<</MCID 1>>BDC\nBT\n(x)Tj\nET\nEMC\n"));
    assert_false(rewrite_marks(FENCE_0 TEXT, marks, 2, ""));
    assert_false(rewrite_marks("0 0 0.125 0.25 re f\n", marks, 1, ""));
    assert_false(rewrite_marks("0 0 0.25 0.125 re f\n", marks, 1, ""));
    assert_false(rewrite_marks("", marks, 1, ""));
}

static void paint_between_marks_is_an_artifact(void **state)
{
    (void)state;
    assert_true(rewrite("1 0 0 -1 0 842 cm\n0 0 9 9 re f\n" FENCE_0 TEXT "1 g\n", 1,
                        "/Artifact<</Type/Layout>>BDC\n1 0 0 -1 0 842 cm\n0 0 9 9 re f\nEMC\n"
                        "/P<</MCID 0>>BDC\nBT\n(x)Tj\nET\nEMC\n1 g\n"));
}

static void marks_of_cairo_itself_stay(void **state)
{
    (void)state;
    assert_true(rewrite(FENCE_0 "BT\n/Span << /ActualText <feff> >> BDC\n(x)Tj\nEMC\nET\nEMC\n", 1,
                        "/P<</MCID 0>>BDC\nBT\n/Span << /ActualText <feff> >> BDC\n(x)Tj\n"
                        "EMC\nET\nEMC\n"));
}

static void strings_hide_what_looks_like_a_mark(void **state)
{
    (void)state;
    assert_true(rewrite(FENCE_0 "(\\( " FENCE_1 ")Tj\nEMC", 1,
                        "/P<</MCID 0>>BDC\n(\\( " FENCE_1 ")Tj\nEMC"));
}

static void what_is_not_expected_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *in;
        size_t count;
    } rows[] = {
        {FENCE_0 TEXT FENCE_1 TEXT, 1},            /* one too many */
        {FENCE_1 TEXT FENCE_0 TEXT, 2},            /* out of order */
        {FENCE_0, 1},                              /* not closed */
        {"EMC\n", 0},                              /* not opened */
        {"BI /W 1 ID x EI\n", 0},                  /* an operator cairo does not write */
        {"(open\n", 0},                            /* not PDF */
        {FENCE_0 FENCE_1 TEXT "EMC\n", 2},         /* a mark in a mark */
        {"/A << >> BDC " FENCE_0 TEXT "EMC\n", 1}, /* a mark in cairo's own */
        {FENCE_0 PICTURE "EMC\n", 1},              /* a picture in text */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_false(rewrite(rows[i].in, rows[i].count, ""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_renamed),
        cmocka_unit_test(a_mark_that_cairo_left_out_is_noticed),
        cmocka_unit_test(pictures_stand_between_rectangles),
        cmocka_unit_test(paint_between_marks_is_an_artifact),
        cmocka_unit_test(marks_of_cairo_itself_stay),
        cmocka_unit_test(strings_hide_what_looks_like_a_mark),
        cmocka_unit_test(what_is_not_expected_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
