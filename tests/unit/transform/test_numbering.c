/* Which printed numbers Word can count: by a stylesheet that asks and prints the answer. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "transform/transform.h"

static const char sheet[] =
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
    " xmlns:mhx='urn:masthead:xslt:1'><xsl:output method='text'/><xsl:template match='/'>"
    "<xsl:for-each select='mhx:lists(//group)'>"
    "<xsl:value-of select=\"concat(@level, ' ', @format, ' ', @start, ' ', @before, '%', "
    "@after)\"/>"
    "<xsl:for-each select='number'><xsl:value-of select=\"concat(' ', @of)\"/></xsl:for-each>"
    "<xsl:text>;</xsl:text></xsl:for-each>"
    "<xsl:for-each select='mhx:outline(//heading)'>"
    "<xsl:value-of select=\"concat(@n, ' ', @format, ' ', @before, '%', @after, ';')\"/>"
    "</xsl:for-each></xsl:template></xsl:stylesheet>";

static void assert_answer(const char *document, const char *answer)
{
    mh_job *job = mh_job_new("a");
    char *folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    char *path = g_build_filename(folder, "ask.xsl", NULL);
    assert_true(g_file_set_contents(path, sheet, -1, NULL));
    mh_transform *transform = mh_transform_new(folder);
    xmlDoc *doc = NULL;
    xmlDoc *result = NULL;
    mh_view text = {0};
    assert_int_equal(mh_xml_parse(job, mh_view_of(document), &doc), MH_OK);
    assert_int_equal(mh_transform_run(job, transform, "ask.xsl", doc, NULL, &result), MH_OK);
    assert_int_equal(mh_transform_serialize(job, transform, "ask.xsl", result, &text), MH_OK);
    char *said = g_strndup(text.ptr ? text.ptr : "", text.len);
    assert_string_equal(said, answer);
    g_free(said);
    mh_transform_free(transform);
    mh_job_free(job);
    (void)g_remove(path);
    (void)g_rmdir(folder);
    g_free(path);
    g_free(folder);
}

#define N(name, text) "<number of='" name "'>" text "</number>"
#define H(level, text) "<heading level='" level "'>" text "</heading>"

static void a_run_of_numbers_is_a_list(void **state)
{
    (void)state;
    assert_answer("<group level='0'>" N("p", "4.") N("q", " 5. ") N("r", "6.") "</group>",
                  "0 decimal 4 %. p q r;");
    assert_answer("<group level='1'>" N("p", "(a)") N("q", "(b)") "</group>",
                  "1 lowerLetter 1 (%) p q;");
    assert_answer("<group level='1'>" N("p", "一、") N("q", "二、") "</group>",
                  "1 chineseCountingThousand 1 %、 p q;");
}

static void what_breaks_the_run_begins_a_list(void **state)
{
    (void)state;
    assert_answer("<group level='0'>" N("p", "1.") N("q", "2.") N("r", "2 bis.") N("s", "3.")
                      N("t", "5)") "</group>",
                  "0 decimal 1 %. p q;0 decimal 3 %. s;0 decimal 5 %) t;");
}

static void a_whole_group_counts_or_none(void **state)
{
    (void)state;
    assert_answer("<group level='1' whole='1'>" N("p", "(a)") N("q", "(c)") "</group>", "");
    assert_answer("<group level='1' whole='1'>" N("p", "") N("q", "(b)") "</group>", "");
}

static void letters_and_roman_numbers_are_told_apart(void **state)
{
    (void)state;
    assert_answer("<group>" N("p", "(i)") N("q", "(ii)") "</group>", " lowerRoman 1 (%) p q;");
    assert_answer("<group>" N("p", "(h)") N("q", "(i)") N("r", "(j)") "</group>",
                  " lowerLetter 8 (%) p q r;");
    assert_answer("<group>" N("p", "(i)") N("q", "(j)") "</group>", " lowerLetter 9 (%) p q;");
    assert_answer("<group>" N("p", "I.") "</group>", " upperRoman 1 %. p;");
}

static void what_word_would_misread_is_no_number(void **state)
{
    (void)state;
    assert_answer("<group>" N("p", "%1") N("q", "Article 2") N("r", "1.1") N("s", "-") "</group>",
                  "");
}

static void headings_count_anew_below_each_other(void **state)
{
    (void)state;
    assert_answer("<a>" H("1", "I.") H("2", "A.") H("2", "") H("2", "B.") H("1", "II.")
                      H("2", "A.") "</a>",
                  "1 upperRoman %.;2 upperLetter %.;");
    /* the second level goes on where it would begin anew */
    assert_answer("<a>" H("1", "I.") H("2", "A.") H("1", "II.") H("2", "B.") "</a>",
                  "1 upperRoman %.;");
    /* under headings that are not counted nothing begins anew */
    assert_answer("<a>" H("1", "") H("3", "1.") H("1", "") H("3", "2.") "</a>", "3 decimal %.;");
    assert_answer("<a>" H("1", "II.") H("1", "III.") "</a>", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_of_numbers_is_a_list),
        cmocka_unit_test(what_breaks_the_run_begins_a_list),
        cmocka_unit_test(a_whole_group_counts_or_none),
        cmocka_unit_test(letters_and_roman_numbers_are_told_apart),
        cmocka_unit_test(what_word_would_misread_is_no_number),
        cmocka_unit_test(headings_count_anew_below_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
