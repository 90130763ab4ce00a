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
                        "q\nBT/P<</MCID 0>>BDC\n(x)Tj\nEMC\nET"
                        "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
                        "\nBT\n(x)Tj\nET\nEMC"
                        "\nBT/Span<</MCID 1/ActualText()>>BDC\n(x)Tj\nEMC\nET\nQ\n"));
}

static void a_mark_that_cairo_left_out_is_noticed(void **state)
{
    (void)state;
    pdf_content_mark marks[] = {{.role = "P", .fence = 0},
                                {.role = "P", .fence = 1},
                                {.role = "P", .fence = 2},
                                {.role = "P", .fence = 3}};
    assert_true(rewrite_marks(FENCE_0 TEXT FENCE_2 TEXT, marks, 4,
                              "\nBT/P<</MCID 0>>BDC\n(x)Tj\nEMC\nET"
                              "\nBT/P<</MCID 1>>BDC\n(x)Tj\nEMC\nET\n"));
    assert_int_equal(marks[0].sequences, 1);
    assert_int_equal(marks[1].sequences, 0);
    assert_int_equal(marks[2].sequences, 1);
    assert_int_equal(marks[2].mcid, 1);
    assert_int_equal(marks[3].sequences, 0);
}

static void pictures_stand_between_rectangles(void **state)
{
    (void)state;
    pdf_content_mark marks[] = {{.role = "Figure", .fence = PDF_FENCE_PICTURE},
                                {.role = "P", .fence = 0}};
    assert_true(rewrite_marks("0 g " PICTURE FENCE_0 TEXT, marks, 2,
                              "0 g/Figure<</MCID 0>>BDC\n/x5 Do\nEMC"
                              "\nBT/P<</MCID 1>>BDC\n(x)Tj\nEMC\nET\n"));
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
                        "\nBT/P<</MCID 0>>BDC\n(x)Tj\nEMC\nET\n1 g\n"));
}

/* Poppler forgets what comes after a sequence inside another. */
static void replacement_text_is_a_sequence_of_its_own(void **state)
{
    (void)state;
    pdf_content_mark marks[] = {{.role = "P", .fence = 0}, {.role = "P", .fence = 1}};
    assert_true(rewrite_marks(
        FENCE_0
        "BT\n(a)Tj\n/Span << /ActualText <feff> >> BDC\n(x)Tj\nEMC\n(b)Tj\nET\nEMC\n" FENCE_1 TEXT,
        marks, 2,
        "\nBT/P<</MCID 0>>BDC\n(a)Tj\nEMC/Span<</MCID 1/ActualText<feff>>>BDC\n(x)Tj\nEMC"
        "/P<</MCID 2>>BDC\n(b)Tj\nEMC\nET\nBT/P<</MCID 3>>BDC\n(x)Tj\nEMC\nET\n"));
    assert_int_equal(marks[0].sequences, 3);
    assert_int_equal(marks[1].mcid, 3);
}

/* It has no glyph: there is nothing that it could replace. */
static void replacement_text_of_nothing_goes(void **state)
{
    (void)state;
    assert_true(rewrite(FENCE_0 "BT\n(a)Tj\n/Span << /ActualText <feff0020> >> BDC\nEMC\nET\nEMC\n",
                        1, "\nBT/P<</MCID 0>>BDC\n(a)Tj\nEMC\nET\n"));
}

static void furniture_and_replaced_marks_keep_their_sequence(void **state)
{
    (void)state;
    static const char in[] =
        FENCE_1 "BT\n/Span << /ActualText <feff> >> BDC\n(x)Tj\nEMC\nET\nEMC\n" FENCE_2
                "BT\n/Span << /ActualText <feff> >> BDC\n(x)Tj\nEMC\n(y)Tj\nET\nEMC\n";
    pdf_content_mark marks[] = {{.role = NULL, .fence = 1},
                                {.role = "P", .actual_text = "z", .fence = 2}};
    assert_true(rewrite_marks(in, marks, 2,
                              "/Artifact<</Type/Layout>>BDC\nBT\n"
                              "/Span << /ActualText <feff> >> BDC\n(x)Tj\nEMC\nET\nEMC"
                              "\nBT/Span<</MCID 0/ActualText(z)>>BDC\n(x)Tj\n(y)Tj\nEMC\nET\n"));
}

static void a_path_in_text_is_content(void **state)
{
    (void)state;
    assert_true(rewrite(FENCE_0 "1 g\n0 0 1 1 re f\n" TEXT, 1,
                        "\n1 g/P<</MCID 0>>BDC\n0 0 1 1 re f\nBT\n(x)Tj\nET\nEMC\n"));
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
        {FENCE_0 "BT\n(x)Tj\nEMC\nET\n", 1},       /* a mark across the end of text */
        {"BT\n" FENCE_0 "(x)Tj\nEMC\nET\n", 1},    /* a mark inside text */
        {FENCE_0 "BT\nBT\n(x)Tj\nET\nEMC\n", 1},   /* text in text */
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
        cmocka_unit_test(replacement_text_is_a_sequence_of_its_own),
        cmocka_unit_test(replacement_text_of_nothing_goes),
        cmocka_unit_test(furniture_and_replaced_marks_keep_their_sequence),
        cmocka_unit_test(a_path_in_text_is_content),
        cmocka_unit_test(strings_hide_what_looks_like_a_mark),
        cmocka_unit_test(what_is_not_expected_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
