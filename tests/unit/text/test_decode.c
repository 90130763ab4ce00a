/* Encodings: found in the promised order, refused with a reason. */

#include "read.h"

#define BYTES(literal) (literal), sizeof(literal) - 1

static void assert_decoded(mh_job *job, const char *bytes, size_t length, const char *encoding,
                           const char *text)
{
    mh_text out = read_bytes(job, bytes, length);
    assert_string_equal(out.encoding, encoding);
    assert_string_equal(mh_arena_string_of(mh_job_arena(job), out.source), text);
}

static void utf8_is_borrowed(void **state)
{
    static const char source[] = "Côte d’Ivoire\n";
    mh_text text = read_text(*state, source);
    assert_string_equal(text.encoding, "UTF-8");
    assert_ptr_equal(text.source.ptr, source);
    assert_int_equal(strlen(text.sha256), 64);
    assert_string_equal(text.name, "record.txt");
}

static void byte_order_marks_are_taken_off(void **state)
{
    assert_decoded(*state,
                   BYTES("\xEF\xBB\xBF"
                         "abc\n"),
                   "UTF-8", "abc\n");
    assert_decoded(*state, BYTES("\xFF\xFE\x3A\x04\n\0"), "UTF-16LE", "к\n");
    assert_decoded(*state, BYTES("\xFE\xFF\x04\x3A\0\n"), "UTF-16BE", "к\n");
    assert_decoded(*state, BYTES("\xFF\xFE\0\0k\0\0\0\n\0\0\0"), "UTF-32LE", "k\n");
}

static void utf16_without_mark_is_told_by_its_nuls(void **state)
{
    assert_decoded(*state, BYTES("S\0/\0\x32\0\n\0"), "UTF-16LE", "S/2\n");
    assert_decoded(*state, BYTES("\0S\0/\0\x32\0\n"), "UTF-16BE", "S/2\n");
}

/* The six languages in the encodings of old files. */
static void eight_bit_encodings_are_guessed(void **state)
{
    static const struct {
        const char *text;
        const char *encoding;
    } cases[] = {
        {"Организация Объединенных Наций. Письмо Постоянного представителя от 7 июня 2021 года.\n",
         "windows-1251"},
        {"Организация Объединенных Наций. Письмо Постоянного представителя от 7 июня 2021 года.\n",
         "KOI8-R"},
        {"安全理事会主席的信，随函附上会议摘要。请将本函及其附件作为安全理事会文件分发为荷。\n",
         "GB18030"},
        {"Résolution adoptée par l'Assemblée générale, Côte d'Ivoire, à propos des élections où "
         "l'année dernière\n",
         "windows-1252"},
        {"رسالة مؤرخة 4 حزيران/يونيه 2099 موجهة إلى رئيس مجلس الأمن من الممثل الدائم للصين\n",
         "windows-1256"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        gsize length = 0;
        char *bytes = g_convert(cases[i].text, -1, cases[i].encoding, "UTF-8", NULL, &length, NULL);
        assert_non_null(bytes);
        assert_decoded(*state, bytes, length, cases[i].encoding, cases[i].text);
        g_free(bytes);
    }
    const mh_diag *note = mh_job_diag(*state, 0);
    assert_string_equal(mh_diag_info_of(note->code)->id, "TXT-008");
}

/* Read as GB18030 or Windows text the whole of it would be rubbish. */
static void broken_utf8_is_not_another_encoding(void **state)
{
    read_refused(*state, BYTES("第一行\n安全理事会主席的\xE4\xBF信，随函附上会议摘要。\n"),
                 "TXT-013");
    const mh_diag *last = mh_job_diag(*state, mh_job_diag_count(*state) - 1);
    assert_int_equal(last->line, 2);
    assert_int_equal(last->column, 9);
    read_refused(*state, BYTES("Генеральная Ассамблея, Совет Безопасност\xD0"), "TXT-013");
}

static void old_macintosh_text_is_not_windows_text(void **state)
{
    assert_decoded(*state,
                   BYTES("The country\xD5s report on women\xD5s rights \xD0 see annex \xD0 and the "
                         "Council\xD5s \xD2open debate\xD3.\n"),
                   "macintosh",
                   "The country’s report on women’s rights – see annex – and the Council’s “open "
                   "debate”.\n");
}

static mh_status read_as(mh_job *job, mh_view bytes, const char *encoding, mh_text *text)
{
    mh_text_options options = {.encoding = encoding};
    return mh_text_read(job, bytes, &options, text);
}

static void the_option_wins(void **state)
{
    mh_text text;
    assert_int_equal(read_as(*state, MH_VIEW("\xE9t\xE9\n"), "ISO-8859-1", &text), MH_OK);
    assert_string_equal(mh_arena_string_of(mh_job_arena(*state), text.source), "été\n");
    assert_int_equal(read_as(*state, MH_VIEW("\xE9t\xE9\n"), "UTF-8", &text), MH_REJECTED);
    assert_int_equal(read_as(*state, MH_VIEW("abc\n"), "no-such-encoding", &text), MH_REJECTED);
    assert_int_equal(read_as(*state, MH_VIEW("\x80\n"), "ASCII//IGNORE", &text), MH_REJECTED);
    const mh_diag *last = mh_job_diag(*state, mh_job_diag_count(*state) - 1);
    assert_string_equal(mh_diag_info_of(last->code)->id, "TXT-005");
}

static void what_is_not_text_is_refused(void **state)
{
    read_refused(*state, BYTES(""), "TXT-001");
    read_refused(*state, BYTES(" \n\f\t\xE2\x80\x8F\n"), "TXT-002");
    read_refused(*state, BYTES("%PDF-1.7\n"), "TXT-004");
    read_refused(*state, BYTES("PK\x03\x04zip"), "TXT-004");
    read_refused(*state, BYTES("abc\0def\0\0\0ghi\n"), "TXT-004");
    read_refused(*state, BYTES("a\x01\x02\x03z\n"), "TXT-004");
    read_refused(*state, BYTES("\xD8\x41\0a\0b\0c\0\n"), "TXT-006");
}

static void a_few_controls_become_spaces(void **state)
{
    GString *source = g_string_new("Bad\x02mark\xEF\xBF\xBF.\n");
    for (int i = 0; i < 20; i++)
        g_string_append(source, "A plain line of text follows it here.\n");
    mh_text text = read_bytes(*state, source->str, source->len);
    assert_true(mh_view_starts_with(text.source, MH_VIEW("Bad mark   .\n")));
    assert_string_equal(mh_diag_info_of(mh_job_diag(*state, 0)->code)->id, "TXT-009");
    g_string_free(source, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READ_TEST(utf8_is_borrowed),
        READ_TEST(byte_order_marks_are_taken_off),
        READ_TEST(utf16_without_mark_is_told_by_its_nuls),
        READ_TEST(eight_bit_encodings_are_guessed),
        READ_TEST(broken_utf8_is_not_another_encoding),
        READ_TEST(old_macintosh_text_is_not_windows_text),
        READ_TEST(the_option_wins),
        READ_TEST(what_is_not_text_is_refused),
        READ_TEST(a_few_controls_become_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
