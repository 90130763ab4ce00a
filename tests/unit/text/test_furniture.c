/* Page furniture: found by shape and place together, left alone where it is text. */

#include "read.h"

static void assert_furniture(mh_job *job, const char *source, const char *expected)
{
    mh_text text = read_text(job, source);
    assert_string_equal(read_furniture(job, &text), expected);
}

static void the_feet_of_a_letter(void **state)
{
    mh_text text = read_text(*state, "United Nations\n"
                                     "S/2099/101\n"
                                     "Distr.: General\n\n"
                                     "The text of the letter.\n\n"
                                     "99-00101 (E)    080699    080699\n"
                                     "*9900101*\n"
                                     "Please recycle\n\n"
                                     "S/2099/101\n\n"
                                     "The annex.\n\n"
                                     "2/3\t99-00101\n\n"
                                     "S/2099/101\n\n"
                                     "Its end.\n\n"
                                     "______________\n\n"
                                     "99-00101\t3/3\n");
    assert_string_equal(read_furniture(*state, &text), "job 7 99-00101 (E)    080699    080699\n"
                                                       "barcode 8 *9900101*\n"
                                                       "recycle 9 Please recycle\n"
                                                       "head 11 S/2099/101\n"
                                                       "page 15 2/3\t99-00101\n"
                                                       "head 17 S/2099/101\n"
                                                       "rule 21 ______________\n"
                                                       "page 23 99-00101\t3/3\n");
    assert_string_equal(text.job_number, "99-00101 (E)    080699    080699");
    assert_string_equal(text.running_symbol, "S/2099/101");
}

static void job_numbers_of_all_offices(void **state)
{
    static const char *const numbers[] = {
        "21-07544 (C)    250621    300621",   "030120   030120   19-22596 (A)", "GE.18-02016(E)",
        "V.03-80680 (E)    270203    280203", "K2100123[E]   150721",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++) {
        char *source = g_strdup_printf("The text.\n\n%s\n", numbers[i]);
        mh_text text = read_text(*state, source);
        assert_string_equal(text.job_number, numbers[i]);
        g_free(source);
    }
}

static void release_dates_stand_beside_job_numbers_only(void **state)
{
    assert_furniture(*state, "Text.\n\n25-08622 (E)\n\n120625\n\n*2508622*\n\n300625\n",
                     "job 3 25-08622 (E)\njob 5 120625\nbarcode 7 *2508622*\njob 9 300625\n");
    assert_furniture(*state, "The cost:\n120625\ndollars.\n", "");
}

static void fractions_and_numbers_are_text_without_pages(void **state)
{
    assert_furniture(*state, "Share\n2/3\nOf all\n7\n", "");
    assert_furniture(*state, "A document.\n21-07541 is a number.\nS/2021/540\nis another.\n", "");
}

static void the_first_symbol_is_the_masthead(void **state)
{
    mh_text text =
        read_text(*state, "S/2025/349\n\nUnited Nations\n\nText.\n\fS/2025/349\n\nMore.\n");
    assert_int_equal(text.furniture_count, 1);
    assert_int_equal(text.furniture[0].line, 6);
    assert_true(mh_view_equal(text.blocks[0].text, MH_VIEW("S/2025/349")));
}

static void heads_of_joint_documents_have_two_lines(void **state)
{
    assert_furniture(
        *state, "A/79/794-S/2025/104\n\nText.\n\n2/2\n\n25-01234\n\fA/79/794\nS/2025/104\n\nEnd.\n",
        "page 5 2/2\njob 7 25-01234\nhead 8 A/79/794\nhead 9 S/2025/104\n");
}

static void heads_of_meetings_carry_title_and_date(void **state)
{
    assert_furniture(
        *state,
        "S/PV.8422\n\nThe situation\n\nThe meeting was called to order.\n\n2/3 18-43649\n\n"
        "13/12/2018 The situation S/PV.8422\n\nMr. Blok spoke.\n\n18-43649 3/3\n",
        "page 7 2/3 18-43649\nhead 9 13/12/2018 The situation S/PV.8422\n"
        "page 13 18-43649 3/3\n");
}

static void titles_repeated_over_pages_are_heads(void **state)
{
    assert_furniture(*state,
                     "A/RES/75/1\n\nThe right to a\nlong title\n\nOne.\n\f"
                     "The right to a long title\n\nA/RES/75/1\n\nTwo.\n\f"
                     "A/RES/75/1\n\nThe right to a long title\n\nThree.\n",
                     "head 7 The right to a long title\nhead 9 A/RES/75/1\n"
                     "head 12 A/RES/75/1\nhead 14 The right to a long title\n");
}

static void annexes_that_begin_alike_are_text(void **state)
{
    assert_furniture(
        *state,
        "S/2025/1\n\nOne.\n\fS/2025/1\n\nEnclosure\n\nTwo.\n\fS/2025/1\n\nEnclosure\n\nThree.\n",
        "head 4 S/2025/1\nhead 9 S/2025/1\n");
}

static void page_numbers_alone_must_count_the_pages(void **state)
{
    assert_furniture(*state, "One.\n1\n\fTwo.\n2\n\fThree.\n3\n", "page 2 1\npage 4 2\npage 6 3\n");
    assert_furniture(*state, "One.\n- 1 -\n\fTwo.\n- 2 -\n", "page 2 - 1 -\npage 4 - 2 -\n");
    assert_furniture(*state, "One.\n1\n\fTwo.\n17\n\fThree.\n4\n", "");
}

static void a_torn_recycling_mark(void **state)
{
    assert_furniture(*state,
                     "Текст.\n\nДокумент расширенного\nдоступа\nПросим отправить на\n"
                     "вторичную переработку\n",
                     "recycle 3 Документ расширенного\nrecycle 4 доступа\n"
                     "recycle 5 Просим отправить на\nrecycle 6 вторичную переработку\n");
    assert_furniture(*state, "Право\nдоступа\nк документам.\n", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READ_TEST(the_feet_of_a_letter),
        READ_TEST(job_numbers_of_all_offices),
        READ_TEST(release_dates_stand_beside_job_numbers_only),
        READ_TEST(fractions_and_numbers_are_text_without_pages),
        READ_TEST(the_first_symbol_is_the_masthead),
        READ_TEST(heads_of_joint_documents_have_two_lines),
        READ_TEST(heads_of_meetings_carry_title_and_date),
        READ_TEST(titles_repeated_over_pages_are_heads),
        READ_TEST(annexes_that_begin_alike_are_text),
        READ_TEST(page_numbers_alone_must_count_the_pages),
        READ_TEST(a_torn_recycling_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
