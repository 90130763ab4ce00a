/* Lines: every kind of line end, pages, columns, caps. */

#include "read.h"

static void every_line_end_ends_a_line(void **state)
{
    mh_text text = read_text(*state, "a\nb\r\nc\rd\xC2\x85"
                                     "e\xE2\x80\xA8"
                                     "f\xE2\x80\xA9"
                                     "g\vh");
    static const uint32_t numbers[] = {1, 2, 3, 4, 5, 6, 7, 7};
    assert_int_equal(text.line_count, G_N_ELEMENTS(numbers));
    for (size_t i = 0; i < text.line_count; i++) {
        assert_int_equal(text.lines[i].text.len, 1);
        assert_int_equal(text.lines[i].text.ptr[0], 'a' + (int)i);
        assert_int_equal(text.lines[i].number, numbers[i]);
    }
}

static void form_feeds_end_pages_not_editor_lines(void **state)
{
    mh_text text = read_text(*state, "one\n\ftwo\n\f\nthree\n");
    assert_int_equal(text.line_count, 4);
    assert_int_equal(text.lines[0].page, 1);
    assert_int_equal(text.lines[1].page, 2);
    assert_int_equal(text.lines[1].number, 2);
    assert_true(text.lines[2].is_blank);
    assert_int_equal(text.lines[3].page, 3);
    assert_int_equal(text.lines[3].number, 4);
}

static void indents_count_tabs_to_eight(void **state)
{
    mh_text text = read_text(*state, "   a\n\tb\n  \t c\n");
    assert_int_equal(text.lines[0].indent, 3);
    assert_int_equal(text.lines[1].indent, 8);
    assert_int_equal(text.lines[2].indent, 9);
}

static void a_line_over_a_mebibyte_is_refused(void **state)
{
    size_t length = (size_t)64 * 1024 * 1024;
    char *bytes = g_malloc(length);
    memset(bytes, 'x', length);
    read_refused(*state, bytes, length, "TXT-003");
    g_free(bytes);
}

static void millions_of_lines_are_refused(void **state)
{
    size_t length = (size_t)3 * 1000 * 1000;
    char *bytes = g_malloc(length);
    memset(bytes, '\n', length);
    bytes[length - 1] = 'x';
    read_refused(*state, bytes, length, "TXT-010");
    g_free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READ_TEST(every_line_end_ends_a_line),    READ_TEST(form_feeds_end_pages_not_editor_lines),
        READ_TEST(indents_count_tabs_to_eight),   READ_TEST(a_line_over_a_mebibyte_is_refused),
        READ_TEST(millions_of_lines_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
