/* Reflow: what belongs together is one block, what does not stays apart. */

#include "read.h"

static void assert_blocks(mh_job *job, const char *source, const char *expected)
{
    mh_text text = read_text(job, source);
    assert_string_equal(read_blocks(job, &text), expected);
}

/* Enough lines of one width that the reader learns that the text was wrapped. */
#define WRAPPED                                                                                    \
    "The objective of the meeting is to further interrogate the relationship between\n"            \
    "sustainable development and international peace and security with a view to the\n"            \
    "highlighting of the critical issues on which the Security Council should focus in\n"          \
    "this context, and where the Council can ensure that its discussions, decisions and\n"         \
    "mandates align with previously established decisions.\n"
#define JOINED                                                                                     \
    "The objective of the meeting is to further interrogate the relationship between "             \
    "sustainable development and international peace and security with a view to the "             \
    "highlighting of the critical issues on which the Security Council should focus in "           \
    "this context, and where the Council can ensure that its discussions, decisions and "          \
    "mandates align with previously established decisions.\n"

static void wrapped_paragraphs_that_touch(void **state)
{
    assert_blocks(*state, WRAPPED WRAPPED, JOINED JOINED);
}

/* Editors wrap tables, too: their rows are put together at the column where the text was cut. */
static void rows_that_were_wrapped(void **state)
{
    static const char table[] =
        "Condemn violations of international humanitarian law in the area\tExpressing its\n"
        "deep concern at the serious deterioration of security in [affected area] as a\n"
        "result of the fighting\tS/RES/2228 (2015), pp. 6\n"
        "\tCalls upon the mission to collect information on all potential threats against the\n"
        "civilian population\tS/RES/2211 (2015), op. 2\n";
    static const char rows[] =
        "Condemn violations of international humanitarian law in the area\tExpressing its deep "
        "concern at the serious deterioration of security in [affected area] as a result of "
        "the fighting\tS/RES/2228 (2015), pp. 6\n"
        "Calls upon the mission to collect information on all potential threats against "
        "the civilian population\tS/RES/2211 (2015), op. 2\n";
    g_autofree char *source = g_strconcat(WRAPPED "\n" WRAPPED "\n" WRAPPED "\n", table, NULL);
    g_autofree char *expected = g_strconcat(JOINED JOINED JOINED, rows, NULL);
    mh_text text = read_text(*state, source);
    assert_string_equal(read_blocks(*state, &text), expected);
    assert_true(text.blocks[text.block_count - 2].is_row);
    assert_true(text.blocks[text.block_count - 1].is_row);
}

/* Rows shorter than the text were not wrapped, whatever their number. */
static void short_rows_stay_in_lines(void **state)
{
    assert_blocks(*state, WRAPPED "\n" WRAPPED "\nYear\tStaff\n2021\t15\n2022\t18\n",
                  JOINED JOINED "Year\tStaff\n2021\t15\n2022\t18\n");
}

/* An extractor writes cells below each other; their lines belong together, each cell apart. */
static void cells_one_below_the_other(void **state)
{
    static const char cells[] = "Country\n\nFormed police\nunits and other\nstaff\n\nTotal\n\n"
                                "Benin\n\n12\n\n3\n\nBolivia (Plurinational\nState of)\n\n"
                                "4\n\n–\n\nGhana\n\n1 375\n\n8\n\n";
    static const char rows[] = "Country\nFormed police units and other staff\nTotal\nBenin\n12\n3\n"
                               "Bolivia (Plurinational State of)\n4\n–\nGhana\n1 375\n8\n";
    g_autofree char *source = g_strconcat(WRAPPED WRAPPED "\n", cells, WRAPPED, NULL);
    g_autofree char *expected = g_strconcat(JOINED JOINED, rows, JOINED, NULL);
    mh_text text = read_text(*state, source);
    assert_string_equal(read_blocks(*state, &text), expected);
    for (size_t i = 0; i < text.block_count; i++)
        assert_int_equal(text.blocks[i].is_row, i > 1 && i + 1 < text.block_count);
}

static void the_masthead_stays_in_lines(void **state)
{
    assert_blocks(
        *state,
        "Security Council\nDistr.: General\n7 June 2021\nChinese\nOriginal: English\n\n" WRAPPED,
        "Security Council\nDistr.: General\n7 June 2021\nChinese\nOriginal: English\n" JOINED);
}

static void titles_are_set_narrower(void **state)
{
    assert_blocks(*state,
                  "Letter dated 2 June 2025 from the Permanent Representative of\n"
                  "Guyana to the United Nations addressed to the Secretary-General\n" WRAPPED,
                  "Letter dated 2 June 2025 from the Permanent Representative of "
                  "Guyana to the United Nations addressed to the Secretary-General\n" JOINED);
}

static void titles_have_a_measure_of_their_own(void **state)
{
    assert_blocks(*state,
                  "Annex to the letter dated 2 June 2025 from the\n"
                  "Permanent Representatives of New Zealand\n"
                  "addressed to the President of the Security\nCouncil\n" WRAPPED,
                  "Annex to the letter dated 2 June 2025 from the Permanent Representatives of New "
                  "Zealand addressed to the President of the Security Council\n" JOINED);
}

static void a_heading_between_paragraphs(void **state)
{
    assert_blocks(*state, WRAPPED "Introduction\n" WRAPPED, JOINED "Introduction\n" JOINED);
}

static void signatures_stay_in_lines(void **state)
{
    assert_blocks(
        *state,
        WRAPPED "(Signed) Carolyn Rodrigues\nAmbassador\nPermanent Representative of Guyana\n",
        JOINED "(Signed) Carolyn Rodrigues\nAmbassador\nPermanent Representative of Guyana\n");
}

static void items_begin_blocks(void **state)
{
    assert_blocks(
        *state,
        WRAPPED "(a) The first point goes on and on until its line is quite full of words and\n"
                "then ends;\n(b) The second;\n• A bullet\n• Another\n",
        JOINED "(a) The first point goes on and on until its line is quite full of words and "
               "then ends;\n(b) The second;\n• A bullet\n• Another\n");
}

static void numbers_alone_wait_for_their_text(void **state)
{
    assert_blocks(*state, WRAPPED "12.\n\nThe overall situation improved.\n",
                  JOINED "12. The overall situation improved.\n");
    assert_blocks(*state, WRAPPED "6.\n\n2/2\n\n25-08622\n\nDecides to remain seized.\n",
                  JOINED "6. Decides to remain seized.\n");
}

/* A formula and the words that clauses open with begin a block, however full the line above. */
static void clauses_of_resolutions_stay_apart(void **state)
{
    assert_blocks(
        *state,
        WRAPPED
        "The General Assembly,\n"
        "Recalling the decisions that its subsidiary organs have taken on questions of water,\n"
        "Stressing the importance of the work that remains to be done in the coming year,\n"
        "and of its results,\n",
        JOINED
        "The General Assembly,\n"
        "Recalling the decisions that its subsidiary organs have taken on questions of water,\n"
        "Stressing the importance of the work that remains to be done in the coming year, "
        "and of its results,\n");
    assert_blocks(
        *state,
        WRAPPED
        "153/12.\nQuestions relating to information in the service of those who\n"
        "live at sea\nThe General Assembly\n"
        "Approves the declaration set out in the annex to the present resolution, to which it\n"
        "attaches importance.\n",
        JOINED
        "153/12. Questions relating to information in the service of those who "
        "live at sea\nThe General Assembly\n"
        "Approves the declaration set out in the annex to the present resolution, to which it "
        "attaches importance.\n");
}

/* "и" ends no clause: its code is not that of a digit. */
static void russian_words_are_no_calls_of_notes(void **state)
{
    assert_blocks(*state,
                  "подтверждая свою приверженность целям и принципам Устава Организации и всем\n"
                  "решениям, которые были приняты по этому вопросу на предыдущих сессиях, и\n"
                  "отмечая работу, которую проделали государства, органы и учреждения системы в\n"
                  "этой области за последние годы, и ее значение для развития всех стран мира,\n",
                  "подтверждая свою приверженность целям и принципам Устава Организации и всем "
                  "решениям, которые были приняты по этому вопросу на предыдущих сессиях, и "
                  "отмечая работу, которую проделали государства, органы и учреждения системы в "
                  "этой области за последние годы, и ее значение для развития всех стран мира,\n");
}

static void a_list_s_last_but_one_ends_with_and(void **state)
{
    static const char items[] =
        "принимая во внимание, что необходимо содействовать развитию дружественных отношений; и\n\n"
        "принимая во внимание, что народы подтвердили свою веру в достоинство человека,\n";
    assert_blocks(
        *state, items,
        "принимая во внимание, что необходимо содействовать развитию дружественных "
        "отношений; и\n"
        "принимая во внимание, что народы подтвердили свою веру в достоинство человека,\n");
}

static void numbers_of_resolutions_wait_for_their_title(void **state)
{
    assert_blocks(*state, WRAPPED "S-32/1.\n\nThe lakes of the north\n",
                  JOINED "S-32/1. The lakes of the north\n");
    assert_blocks(*state, WRAPPED "75/246.\n\n- نظام المعاشات التقاعدية\n",
                  JOINED "75/246. - نظام المعاشات التقاعدية\n");
}

static void a_blank_line_in_mid_sentence_is_healed(void **state)
{
    assert_blocks(
        *state,
        "How can States, acting together, seize the opportunities of emerging technologies "
        "through\n\nmultilateral mechanisms with the broadest representation?\n\n"
        "II. Summary of discussion\n\nand so on.\n",
        "How can States, acting together, seize the opportunities of emerging technologies "
        "through multilateral mechanisms with the broadest representation?\n"
        "II. Summary of discussion\nand so on.\n");
}

static void a_russian_heading_is_not_half_a_sentence(void **state)
{
    assert_blocks(*state,
                  "Вспомогательный счет и связанные с ним вопросы финансирования операций\n\n"
                  "ссылаясь на свою резолюцию 77/304,\n",
                  "Вспомогательный счет и связанные с ним вопросы финансирования операций\n"
                  "ссылаясь на свою резолюцию 77/304,\n");
}

static void paragraphs_go_on_over_pages_and_notes(void **state)
{
    mh_text text = read_text(
        *state, "S/2025/349\n\nThe letter.\n\fS/2025/349\n\n" WRAPPED
                "The meeting will also provide a platform for States Members of the United\n"
                "Nations and other participants to offer perspectives on how the Council could\n"
                "\n__________________\n\n1\n2\n\n2/4\n\nStatement by the President.\n"
                "United Nations Development Programme, report.\n25-08622\n"
                "\fS/2025/349\n\ncarry forward its commitment.\n");
    assert_string_equal(
        read_blocks(*state, &text),
        "S/2025/349\nThe letter.\n" JOINED
        "The meeting will also provide a platform for States Members of the United Nations "
        "and other participants to offer perspectives on how the Council could carry forward "
        "its commitment.\n1\n2\nStatement by the President.\n"
        "United Nations Development Programme, report.\n");
    const mh_block *cut = &text.blocks[3];
    assert_int_equal(cut->line_count, 3);
    assert_true(text.lines[cut->line[1]].is_cut);
    assert_false(text.lines[cut->line[0]].is_cut);
    assert_false(cut->after_rule);
    assert_true(text.blocks[4].after_rule);
}

static void tables_keep_their_rows(void **state)
{
    mh_text text = read_text(*state, "Country\tTowers\tHours\nKestria\t12\t31.0\n"
                                     "Meridia         9        27.5\n");
    assert_int_equal(text.block_count, 3);
    assert_true(text.blocks[0].is_row && text.blocks[1].is_row && text.blocks[2].is_row);
    assert_true(mh_view_equal(text.blocks[2].text, MH_VIEW("Meridia         9        27.5")));
}

static void leaders_keep_their_lines(void **state)
{
    assert_blocks(
        *state,
        WRAPPED "China. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .\n"
                "Peru . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .\n",
        JOINED "China. . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .\n"
               "Peru . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . .\n");
}

static void chinese_lines_join_without_space(void **state)
{
    assert_blocks(
        *state,
        "深信应鼓励各国、国际及区域组织、大学和机构举办更多活动，促进国际法的教学、研究和\n"
        "传播及对国际法的更广泛了解，特别是对发展中国家人员特别有益的活动，\n"
        "注意到在大学和高等教育机构中推广国际法及其教学有助于国际法的逐渐发展和各国之间的\n"
        "友好关系与合作，并有助于在国际一级推进法治，\n",
        "深信应鼓励各国、国际及区域组织、大学和机构举办更多活动，促进国际法的教学、研究和"
        "传播及对国际法的更广泛了解，特别是对发展中国家人员特别有益的活动，\n"
        "注意到在大学和高等教育机构中推广国际法及其教学有助于国际法的逐渐发展和各国之间的"
        "友好关系与合作，并有助于在国际一级推进法治，\n");
}

static void white_space_runs_and_embeddings_go(void **state)
{
    assert_blocks(*state,
                  "  4.     The President  spoke.\n\xE2\x80\xAB\xE2\x80\xAA"
                  "S/1\xE2\x80\xAC نص\xE2\x80\xAC\n",
                  "4. The President spoke.\nS/1 نص\n");
}

static void one_line_blocks_borrow(void **state)
{
    static const char source[] = "A line.\n";
    mh_text text = read_text(*state, source);
    assert_ptr_equal(text.blocks[0].text.ptr, source);
}

static void dumps_show_lines_and_blocks(void **state)
{
    mh_text text = read_text(*state, "S/2025/1\n\nText.\n\n2/2\n\n25-08622\n");
    GString *out = mh_arena_string(mh_job_arena(*state));
    mh_text_dump_lines(&text, out);
    assert_string_equal(out->str, "1 p1 text |S/2025/1|\n2 p1 blank ||\n3 p1 text |Text.|\n"
                                  "4 p1 blank ||\n5 p1 page |2/2|\n6 p1 blank ||\n"
                                  "7 p1 job |25-08622|\n");
    g_string_truncate(out, 0);
    mh_text_dump_blocks(&text, out);
    assert_string_equal(out->str, "1-1 +0 |S/2025/1|\n3-3 +1 ends |Text.|\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READ_TEST(wrapped_paragraphs_that_touch),
        READ_TEST(rows_that_were_wrapped),
        READ_TEST(short_rows_stay_in_lines),
        READ_TEST(cells_one_below_the_other),
        READ_TEST(the_masthead_stays_in_lines),
        READ_TEST(titles_are_set_narrower),
        READ_TEST(titles_have_a_measure_of_their_own),
        READ_TEST(a_heading_between_paragraphs),
        READ_TEST(signatures_stay_in_lines),
        READ_TEST(items_begin_blocks),
        READ_TEST(numbers_alone_wait_for_their_text),
        READ_TEST(clauses_of_resolutions_stay_apart),
        READ_TEST(russian_words_are_no_calls_of_notes),
        READ_TEST(a_list_s_last_but_one_ends_with_and),
        READ_TEST(numbers_of_resolutions_wait_for_their_title),
        READ_TEST(a_blank_line_in_mid_sentence_is_healed),
        READ_TEST(a_russian_heading_is_not_half_a_sentence),
        READ_TEST(paragraphs_go_on_over_pages_and_notes),
        READ_TEST(tables_keep_their_rows),
        READ_TEST(leaders_keep_their_lines),
        READ_TEST(chinese_lines_join_without_space),
        READ_TEST(white_space_runs_and_embeddings_go),
        READ_TEST(one_line_blocks_borrow),
        READ_TEST(dumps_show_lines_and_blocks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
