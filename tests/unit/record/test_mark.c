#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib.h>

#include "record/mark.h"

typedef struct mark_case {
    const char *text;
    rec_dress dress; /* NONE with style NONE: there is no mark */
    rec_style style;
    uint32_t value;
    const char *mark;
    const char *rest;
} mark_case;

static const mark_case cases[] = {
    {"I. Introduction", REC_DRESS_STOP, REC_STYLE_ROMAN, 1, "I.", "Introduction"},
    {"XIV. Other", REC_DRESS_STOP, REC_STYLE_ROMAN, 14, "XIV.", "Other"},
    {"I. – Dispositions", REC_DRESS_STOP, REC_STYLE_ROMAN, 1, "I. –", "Dispositions"},
    {"II", REC_DRESS_NONE, REC_STYLE_ROMAN, 2, "II", ""},
    {"C. Third", REC_DRESS_STOP, REC_STYLE_CAPITAL, 3, "C.", "Third"},
    {"C. Hundredth", REC_DRESS_STOP, REC_STYLE_ROMAN, 100, "C.", "Hundredth"},
    {"12. Text", REC_DRESS_STOP, REC_STYLE_DIGIT, 12, "12.", "Text"},
    {"12.", REC_DRESS_STOP, REC_STYLE_DIGIT, 12, "12.", ""},
    {"3 bis. Text", REC_DRESS_STOP, REC_STYLE_DIGIT, 3, "3 bis.", "Text"},
    {"2.1 Heading", REC_DRESS_STOP, REC_STYLE_DECIMAL, 1, "2.1", "Heading"},
    {"129.2. Text", REC_DRESS_STOP, REC_STYLE_DECIMAL, 2, "129.2.", "Text"},
    {"(a) To report;", REC_DRESS_BOTH, REC_STYLE_LETTER, 1, "(a)", "To report;"},
    {"(aa) More", REC_DRESS_BOTH, REC_STYLE_LETTER, 27, "(aa)", "More"},
    {"(i) First", REC_DRESS_BOTH, REC_STYLE_SMALL_ROMAN, 1, "(i)", "First"},
    {"(i) Ninth", REC_DRESS_BOTH, REC_STYLE_LETTER, 9, "(i)", "Ninth"},
    {"(xxxviii) Last", REC_DRESS_BOTH, REC_STYLE_SMALL_ROMAN, 38, "(xxxviii)", "Last"},
    {"a) À réparer", REC_DRESS_CLOSED, REC_STYLE_LETTER, 1, "a)", "À réparer"},
    {"а) башни", REC_DRESS_CLOSED, REC_STYLE_LETTER, 1, "а)", "башни"},
    {"с) расходы", REC_DRESS_CLOSED, REC_STYLE_LETTER, 3, "с)", "расходы"},
    {"в) расходы", REC_DRESS_CLOSED, REC_STYLE_CYRILLIC, 3, "в)", "расходы"},
    {"一. 导言", REC_DRESS_STOP, REC_STYLE_HAN, 1, "一.", "导言"},
    {"十二、导言", REC_DRESS_STOP, REC_STYLE_HAN, 12, "十二、", "导言"},
    {"(三) 培训", REC_DRESS_BOTH, REC_STYLE_HAN, 3, "(三)", "培训"},
    {"（二）培训", REC_DRESS_BOTH, REC_STYLE_HAN, 2, "（二）", "培训"},
    {"㈠ 12个", REC_DRESS_BOTH, REC_STYLE_HAN, 1, "㈠", "12个"},
    {"1.秘书长", REC_DRESS_STOP, REC_STYLE_DIGIT, 1, "1.", "秘书长"},
    {"1 - اجتمع", REC_DRESS_STOP, REC_STYLE_DIGIT, 1, "1 -", "اجتمع"},
    {"أولا - مقدمة", REC_DRESS_STOP, REC_STYLE_ORDINAL, 1, "أولا -", "مقدمة"},
    {"ثالث عشر - خاتمة", REC_DRESS_STOP, REC_STYLE_ORDINAL, 13, "ثالث عشر -", "خاتمة"},
    {"باء - التمويل", REC_DRESS_STOP, REC_STYLE_CAPITAL, 2, "باء -", "التمويل"},
    {"(ب) إصدار", REC_DRESS_BOTH, REC_STYLE_ABJAD, 2, "(ب)", "إصدار"},
    {"(هـ) إصدار", REC_DRESS_BOTH, REC_STYLE_ABJAD, 5, "(هـ)", "إصدار"},
    {"'1' باللغات", REC_DRESS_QUOTED, REC_STYLE_DIGIT, 1, "'1'", "باللغات"},
    {"’2‘ باللغات", REC_DRESS_QUOTED, REC_STYLE_DIGIT, 2, "’2‘", "باللغات"},
    {"• Three", REC_DRESS_BULLET, REC_STYLE_BULLET, 0, "•", "Three"},
    {"- Three", REC_DRESS_BULLET, REC_STYLE_BULLET, 0, "-", "Three"},
    {"– установить", REC_DRESS_BULLET, REC_STYLE_BULLET, 0, "–", "установить"},
};

static void marks_are_read_in_all_their_dresses(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const mark_case *c = &cases[i];
        mh_view text = mh_view_of(c->text);
        rec_mark mark = rec_mark_read(text);
        print_message("%s\n", c->text);
        assert_int_equal(mark.dress, c->dress);
        assert_true(rec_mark_has(&mark, c->style));
        assert_int_equal(rec_mark_value(&mark, c->style), c->value);
        assert_true(mh_view_equal(mh_view_slice(text, 0, mark.length), mh_view_of(c->mark)));
        assert_true(mh_view_equal(mh_view_slice(text, mark.rest, text.len), mh_view_of(c->rest)));
    }
}

static void what_is_no_mark_is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {"The General Assembly,",
                                        "153/12. Title",
                                        "1.5 million people",
                                        "-5 degrees",
                                        "*Note",
                                        "(Signed) Name",
                                        "(see annex)",
                                        "IIX. Wrong",
                                        "12 June 2021",
                                        "20211. Text",
                                        "mdc) text",
                                        "'quoted' words",
                                        ""};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        print_message("%s\n", texts[i]);
        assert_int_equal(rec_mark_read(mh_view_of(texts[i])).count, 0);
    }
}

static void designations_have_values(void **state)
{
    (void)state;
    assert_int_equal(rec_designation_value(mh_view_of("II")), 2);
    assert_int_equal(rec_designation_value(mh_view_of("12")), 12);
    assert_int_equal(rec_designation_value(mh_view_of("二")), 2);
    assert_int_equal(rec_designation_value(mh_view_of("الثاني")), 2);
    assert_int_equal(rec_designation_value(mh_view_of("B")), 2);
    assert_int_equal(rec_designation_value(mh_view_of("premier")), 1);
    assert_int_equal(rec_designation_value(mh_view_of("to the letter")), 0);
    assert_int_equal(rec_designation_value(mh_view_of("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_read_in_all_their_dresses),
        cmocka_unit_test(what_is_no_mark_is_none),
        cmocka_unit_test(designations_have_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
