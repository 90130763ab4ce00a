/* Outline, page labels and links as the finished file has them, read back. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paper.h"
#include "pdf/reader.h"
#include "pdf/syntax.h"

static int set_up(void **state)
{
    paper *p = g_new0(paper, 1);
    paper_begin(p);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    paper *p = *state;
    mh_job_free(p->job);
    g_free(p);
    return 0;
}

static pdf_file *finish(paper *p)
{
    const mh_pdf_options options = {.profile = MH_PDF_A3A_UA};
    mh_view out;
    assert_int_equal(paper_finish(p, &options, &out), MH_OK);
    pdf_file *file = pdf_file_open(p->job, pdf_flate_new(mh_job_arena(p->job)), out);
    assert_non_null(file);
    return file;
}

/* Value of the first dictionary in which @p key is @p value. */
static mh_view find_object(pdf_file *file, const char *key, const char *value)
{
    for (uint32_t i = 1; i < pdf_file_object_count(file); i++) {
        pdf_object object;
        if (!pdf_file_object(file, i, &object))
            continue;
        mh_view found = pdf_dict_find(object.value, key);
        if (found.len > 0 && mh_view_equal(found, mh_view_of(value)))
            return object.value;
    }
    fail_msg("no object with %s %s", key, value);
    return (mh_view){0};
}

static void assert_entry(mh_view dict, const char *key, const char *expected)
{
    mh_view value = pdf_dict_find(dict, key);
    char *text = g_strndup(value.ptr, value.len);
    assert_string_equal(text, expected);
    g_free(text);
}

static void labels_are_ranges(void **state)
{
    paper *p = *state;
    static const char *const labels[] = {"i",   "ii", "iii", "iv", "1", "2",  "A-1",
                                         "A-2", "a",  "b",   "IX", "X", "12", "13"};
    mh_element *document = paper_element(p, NULL, "Document");
    (void)paper_text(p, document, MH_ARTIFACT_NONE, "Text", 70, 100);
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++)
        assert_int_equal(paper_show(p, labels[i]), MH_OK);
    assert_entry(find_object(finish(p), "Type", "/Catalog"), "PageLabels",
                 "<</Nums[0<</S/r/St 1>>4<</S/D/St 1>>6<</P(A-1)>>7<</P(A-2)>>8<</S/a/St 1>>"
                 "10<</S/R/St 9>>12<</S/D/St 12>>]>>");
}

static void outlines_count_what_is_open(void **state)
{
    paper *p = *state;
    mh_bookmark deep = {.title = "Deep", .uri = "https://example.org/a b"};
    mh_bookmark second = {.title = "Second", .target = "nowhere", .first_child = &deep};
    mh_bookmark first = {.title = "First", .target = "first", .next = &second};
    mh_bookmark top = {.title = "Top", .is_open = true, .first_child = &first};
    mh_element *document = paper_element(p, NULL, "Document");
    (void)paper_text(p, document, MH_ARTIFACT_NONE, "Text", 70, 100);
    paper_destination(p, "first", 70, 42);
    assert_int_equal(paper_show(p, "1"), MH_OK);
    p->pages.outline = &top;
    pdf_file *file = finish(p);
    assert_entry(find_object(file, "Type", "/Outlines"), "Count", "3");
    assert_entry(find_object(file, "Title", "(Top)"), "Count", "2");
    mh_view entry = find_object(file, "Title", "(Second)");
    assert_entry(entry, "Count", "-1");
    assert_int_equal(pdf_dict_find(entry, "Dest").len, 0);
    assert_true(mh_view_ends_with(pdf_dict_find(find_object(file, "Title", "(First)"), "Dest"),
                                  MH_VIEW("/XYZ 70 800 null]")));
    assert_entry(find_object(file, "Title", "(Deep)"), "A",
                 "<</S/URI/URI(https://example.org/a%20b)>>");
}

static void lines_of_a_link_are_one_annotation(void **state)
{
    paper *p = *state;
    mh_element *document = paper_element(p, NULL, "Document");
    mh_element *link = paper_element(p, document, "Link");
    int width = paper_text(p, link, MH_ARTIFACT_NONE, "resolution", 70, 100);
    paper_link(p, link, 70, 100, width);
    paper_last_link(p)->uri = "https://example.org/";
    paper_link(p, link, 100, 120, 20 * PANGO_SCALE);
    paper_last_link(p)->uri = "https://example.org/";
    paper_last_link(p)->rect.x = 50 * PANGO_SCALE;
    assert_int_equal(paper_show(p, "1"), MH_OK);
    mh_view annotation = find_object(finish(p), "Subtype", "/Link");
    assert_entry(annotation, "Contents", "(resolution)");
    mh_view points = pdf_dict_find(annotation, "QuadPoints");
    size_t count = 0;
    pdf_cursor cursor = {.bytes = points};
    for (pdf_token t = pdf_next(&cursor); t.kind != PDF_TOKEN_END; t = pdf_next(&cursor))
        count += t.kind == PDF_TOKEN_NUMBER;
    assert_int_equal(count, 16);
    assert_true(mh_view_starts_with(pdf_dict_find(annotation, "Rect"), MH_VIEW("[50 720 ")));
}

static void metadata_is_in_step_with_info(void **state)
{
    paper *p = *state;
    paper_xmp(p, "<dc:title><rdf:Alt><rdf:li xml:lang='fr'>Titre</rdf:li>"
                 "<rdf:li xml:lang='x-default'>A &lt;title&gt;\n of two lines</rdf:li></rdf:Alt>"
                 "</dc:title><dc:subject><rdf:Bag><rdf:li>peace</rdf:li><rdf:li>law</rdf:li>"
                 "</rdf:Bag></dc:subject><mh:symbol>S/2099/1</mh:symbol>");
    mh_element *document = paper_element(p, NULL, "Document");
    (void)paper_text(p, document, MH_ARTIFACT_NONE, "Text", 70, 100);
    assert_int_equal(paper_show(p, "1"), MH_OK);
    pdf_file *file = finish(p);
    mh_view info = find_object(file, "Title", "(A <title> of two lines)");
    assert_entry(info, "Keywords", "(peace; law)");
    assert_entry(info, "CreationDate", "(D:19700101000000Z)");
    pdf_object object = {0};
    for (uint32_t i = 1; !pdf_is_name(pdf_dict_find(object.value, "Type"), "Metadata"); i++) {
        assert_true(i < pdf_file_object_count(file));
        if (!pdf_file_object(file, i, &object))
            object = (pdf_object){0};
    }
    static const char *const expected[] = {
        "\"x-default\">A &lt;title&gt; of two lines</rdf:li><rdf:li xml:lang=\"fr\">Titre<",
        "<pdf:Keywords>peace; law</pdf:Keywords>",
        "<xmp:CreateDate>1970-01-01T00:00:00Z</xmp:CreateDate>",
        "<mh:symbol>S/2099/1</mh:symbol>",
        "<pdfaProperty:name>symbol</pdfaProperty:name>",
        "<pdfuaid:part>1</pdfuaid:part>"};
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        assert_true(mh_view_find(object.stream, mh_view_of(expected[i]), 0) != SIZE_MAX);
    /* a property that the record does not have is not described */
    assert_true(mh_view_find(object.stream, MH_VIEW(">session<"), 0) == SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(labels_are_ranges, set_up, tear_down),
        cmocka_unit_test_setup_teardown(outlines_count_what_is_open, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_of_a_link_are_one_annotation, set_up, tear_down),
        cmocka_unit_test_setup_teardown(metadata_is_in_step_with_info, set_up, tear_down),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    paper_end_process();
    return failed;
}
