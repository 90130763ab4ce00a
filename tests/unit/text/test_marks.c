/* Marks of items, paragraphs and headings in six languages. */

#include "read.h"
#include "text/marks.h"

static void marks_are_told_apart(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        txt_mark_kind kind;
        size_t bytes;
    } cases[] = {
        {"12. The Council", TXT_MARK_NUMBER, 3},
        {"1 - اجتمع", TXT_MARK_NUMBER, 3},
        {"75/101. Questions", TXT_MARK_NUMBER, 7},
        {"S-32/1.", TXT_MARK_NUMBER, 7},
        {"ES-11/4. Question", TXT_MARK_NUMBER, 8},
        {"S-32/1 and", TXT_MARK_NONE, 0},
        {"I. Introduction", TXT_MARK_HEADING, 2},
        {"XIV. More", TXT_MARK_HEADING, 4},
        {"A. Main points", TXT_MARK_HEADING, 2},
        {"一. 导言", TXT_MARK_HEADING, 4},
        {"二、导言", TXT_MARK_HEADING, 6},
        {"أولا - مقدمة", TXT_MARK_HEADING, 10},
        {"(a) The first", TXT_MARK_POINT, 3},
        {"(xiv) The last", TXT_MARK_POINT, 5},
        {"a) Le premier", TXT_MARK_POINT, 2},
        {"aa) Le dernier", TXT_MARK_POINT, 3},
        {"а) башни", TXT_MARK_POINT, 3},
        {"(أ) تشغيل", TXT_MARK_POINT, 4},
        {"'1' باللغات", TXT_MARK_POINT, 3},
        {"㈠ 12个", TXT_MARK_POINT, 3},
        {"（一）导言", TXT_MARK_POINT, 9},
        {"• A bullet", TXT_MARK_BULLET, 3},
        {"– установить", TXT_MARK_DASH, 3},
        {"- Emerging", TXT_MARK_DASH, 1},
        {"* A note", TXT_MARK_STAR, 1},
        {"(UNSOS) to", TXT_MARK_NONE, 0},
        {"(2012) and", TXT_MARK_NONE, 0},
        {"1945. The", TXT_MARK_NONE, 0},
        {"M. Hwang", TXT_MARK_NONE, 0},
        {"3.5 per cent", TXT_MARK_NONE, 0},
        {"Article 5.", TXT_MARK_NONE, 0},
        {"-saving", TXT_MARK_NONE, 0},
        {"", TXT_MARK_NONE, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        txt_mark found = txt_mark_of(mh_view_of(cases[i].text));
        if (found.kind != cases[i].kind || found.bytes != cases[i].bytes)
            fail_msg("%s: kind %d, %zu bytes", cases[i].text, (int)found.kind, found.bytes);
    }
    assert_int_equal(txt_mark_of(MH_VIEW("12. The Council")).number, 12);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(marks_are_told_apart)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
