/* The numbers Word shows, as reading a document back counts them. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "docx/inspect.h"

#define PART(name, content)                                                                        \
    "<pkg:part pkg:name='" name "' pkg:contentType='application/x+xml'><pkg:xmlData>" content      \
    "</pkg:xmlData></pkg:part>"
#define NS " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
#define LEVEL(n, format, text)                                                                     \
    "<w:lvl w:ilvl='" n "'><w:start w:val='1'/><w:numFmt w:val='" format                           \
    "'/><w:lvlText w:val='" text "'/></w:lvl>"
#define NUM(id, of, more)                                                                          \
    "<w:num w:numId='" id "'><w:abstractNumId w:val='" of "'/>" more "</w:num>"
#define RESTART(n, start)                                                                          \
    "<w:lvlOverride w:ilvl='" n "'><w:startOverride w:val='" start "'/></w:lvlOverride>"
#define P(level, id, text)                                                                         \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id                          \
    "'/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define STYLED(style) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr></w:p>"

static void assert_text(const char *paragraphs, const char *text)
{
    mh_job *job = mh_job_new("a");
    char *flat = g_strconcat(
        "<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"
        "<pkg:part pkg:name='/word/document.xml' pkg:contentType='application/x+xml'><pkg:xmlData>"
        "<w:document" NS "<w:body>",
        paragraphs, "</w:body></w:document></pkg:xmlData></pkg:part>",
        PART(
            "/word/numbering.xml",
            "<w:numbering" NS "<w:abstractNum w:abstractNumId='7'>" LEVEL("0", "decimal", "%1.")
                LEVEL("1", "lowerLetter",
                      "%1(%2)") "</w:abstractNum>"
                                "<w:abstractNum w:abstractNumId='8'>" LEVEL("0", "bullet", "•")
                                    LEVEL("1", "chicago", "%2") "</w:abstractNum>" NUM("1", "7", "")
                                        NUM("2", "8", "") NUM("3", "7", RESTART("0", "9"))
                                            NUM("4", "99", "") "</w:numbering>"),
        PART("/word/styles.xml",
             "<w:styles" NS "<w:style w:styleId='A'><w:pPr><w:numPr><w:numId "
             "w:val='2'/></w:numPr></w:pPr></w:style>"
             "<w:style w:styleId='B'><w:basedOn w:val='A'/></w:style>"
             "<w:style w:styleId='C'><w:basedOn w:val='C'/></w:style></w:styles>"),
        "</pkg:package>", NULL);
    xmlDoc *doc = NULL;
    mh_docx_facts facts = {0};
    assert_int_equal(mh_xml_parse(job, mh_view_of(flat), &doc), MH_OK);
    assert_int_equal(mh_docx_inspect_flat(job, doc, &facts), MH_OK);
    char *said = g_strndup(facts.text.ptr, facts.text.len);
    assert_string_equal(said, text);
    g_free(said);
    g_free(flat);
    mh_job_free(job);
}

static void paragraphs_are_counted_by_level(void **state)
{
    (void)state;
    assert_text(P("0", "1", "x") P("1", "1", "y") P("1", "1", "y") P("0", "1", "x")
                    P("1", "1", "y"),
                "\n1.x\n1(a)y\n1(b)y\n2.x\n2(a)y");
}

static void a_list_starts_where_it_says_and_goes_on(void **state)
{
    (void)state;
    assert_text(P("0", "1", "x") P("0", "3", "y") P("0", "3", "y") P("0", "1", "x"),
                "\n1.x\n9.y\n10.y\n11.x");
}

static void a_style_numbers_too(void **state)
{
    (void)state;
    assert_text(STYLED("A") STYLED("B") STYLED("C") STYLED("none"), "\n•\n•\n\n");
}

static void what_is_not_defined_has_no_number(void **state)
{
    (void)state;
    assert_text(P("0", "0", "x") P("0", "4", "x") P("12", "1", "x") P("1", "2", "x"),
                "\nx\nx\nx\nx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_counted_by_level),
        cmocka_unit_test(a_list_starts_where_it_says_and_goes_on),
        cmocka_unit_test(a_style_numbers_too),
        cmocka_unit_test(what_is_not_defined_has_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
