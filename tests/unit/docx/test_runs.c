#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/xml.h"
#include "docx/docx.h"
#include "docx/parts.h"

#define PRESERVED(text) "<w:t xml:space=\"preserve\">" text "</w:t>"
#define PLAIN(text) "<w:r>" PRESERVED(text) "</w:r>"
#define BOLD(text) "<w:r><w:rPr><w:b/></w:rPr>" PRESERVED(text) "</w:r>"

static int set_up(void **state)
{
    *state = mh_job_new("record.txt");
    return 0;
}

static int tear_down(void **state)
{
    mh_job_free(*state);
    return 0;
}

/* What is left of a paragraph with these runs. */
static const char *joined(mh_job *job, const char *runs)
{
    const char *package = mh_arena_printf(
        mh_job_arena(job),
        "<pkg:package xmlns:pkg='%s' xmlns:w='%s'><pkg:part pkg:name='/_rels/.rels' "
        "pkg:contentType='x'><pkg:xmlData><x/></pkg:xmlData></pkg:part><pkg:part "
        "pkg:name='/word/document.xml' pkg:contentType='x'><pkg:xmlData><w:p>%s</w:p>"
        "</pkg:xmlData></pkg:part></pkg:package>",
        DOCX_NS_PKG, DOCX_NS_W, runs);
    xmlDoc *doc = NULL;
    GArray *parts = NULL;
    assert_int_equal(mh_xml_parse(job, mh_view_of(package), &doc), MH_OK);
    mh_docx_join_runs(job, doc);
    assert_int_equal(docx_parts_read(job, doc, &parts), MH_OK);
    mh_view bytes = g_array_index(parts, docx_part, 1).bytes;
    char *text = mh_arena_string_of(mh_job_arena(job), bytes);
    text[bytes.len - strlen("</w:p>")] = '\0';
    return strchr(text, '>') + 1;
}

static void neighbours_that_look_the_same_become_one(void **state)
{
    assert_string_equal(joined(*state, PLAIN("a ") PLAIN("&amp; ") PLAIN("c")), PLAIN("a &amp; c"));
    assert_string_equal(joined(*state, BOLD("a") BOLD("b") PLAIN("c")), BOLD("ab") PLAIN("c"));
    assert_string_equal(joined(*state, PLAIN("1.") "<w:r><w:tab/></w:r>" PLAIN("One")),
                        "<w:r>" PRESERVED("1.") "<w:tab/>" PRESERVED("One") "</w:r>");
}

static void texts_that_lose_their_blanks_stay_apart(void **state)
{
    assert_string_equal(joined(*state, PLAIN("a ") "<w:r><w:t> b</w:t></w:r>"),
                        "<w:r>" PRESERVED("a ") "<w:t> b</w:t></w:r>");
}

static void other_looks_stay_apart(void **state)
{
    static const char *const unequal[] = {
        PLAIN("a") BOLD("b"),
        BOLD("a") "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr>" PRESERVED("b") "</w:r>",
        BOLD("a") "<w:r><w:rPr><w:b/><w:i/></w:rPr>" PRESERVED("b") "</w:r>",
        BOLD("a") "<w:hyperlink>" BOLD("b") "</w:hyperlink>",
        PLAIN("a") "<w:bookmarkStart/>" PLAIN("b"),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(unequal); i++)
        assert_string_equal(joined(*state, unequal[i]), unequal[i]);
}

/* A mark of a note is its run's text, and fields are told from runs. */
static void notes_and_fields_stay_apart(void **state)
{
    static const char *const kept[] = {
        PLAIN("a") "<w:r><w:footnoteReference/><w:t>*</w:t></w:r>" PLAIN("b"),
        "<w:r><w:fldChar/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar/></w:r>",
        "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>" PRESERVED(
            "a") "</w:r>"
                 "<w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr>" PRESERVED(
                     "b") "</w:r>",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(kept); i++)
        assert_string_equal(joined(*state, kept[i]), kept[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(neighbours_that_look_the_same_become_one, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(texts_that_lose_their_blanks_stay_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_looks_stay_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(notes_and_fields_stay_apart, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
