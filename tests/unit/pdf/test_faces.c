/* Cuts of large fonts: smaller files, the same text, the same bytes whatever was drawn before. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paper.h"
#include "pdf/inspect.h"

#define CHINESE_FONT "Noto Serif CJK SC 12"

static const char first_text[] = "联合国大会 2024";
static const char second_text[] = "安全理事会第 9001 次会议";

/* A page with @p text, whose document holds the characters of @p known. */
static GBytes *draw(mh_pdf_faces *faces, const char *text, const char *known, char **read)
{
    paper p;
    paper_begin(&p);
    p.font = CHINESE_FONT;
    mh_element *paragraph = paper_element(&p, paper_element(&p, NULL, "Document"), "P");
    (void)paper_text(&p, paragraph, MH_ARTIFACT_NONE, text, 50, 100);
    if (faces) {
        xmlDoc *doc = mh_xml_own(p.job, xmlNewDoc(MH_XML("1.0")));
        xmlNode *root = xmlNewDocNode(doc, NULL, MH_XML("root"), NULL);
        (void)xmlDocSetRootElement(doc, root);
        (void)xmlNewTextChild(root, NULL, MH_XML("block"), MH_XML(known));
        (void)xmlAddChild(root, xmlNewText(MH_XML(" ")));
        mh_pdf_share_faces(p.pdf, faces, doc);
    }
    paper_xmp(&p,
              "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>T</rdf:li></rdf:Alt></dc:title>");
    assert_int_equal(paper_show(&p, "1"), MH_OK);
    mh_view file = {0};
    const mh_pdf_options options = {.producer = "test"};
    assert_int_equal(paper_finish(&p, &options, &file), MH_OK);
    GBytes *bytes = g_bytes_new(file.ptr, file.len);
    if (read) {
        mh_pdf_text shown = {0};
        assert_int_equal(mh_pdf_read_text(p.job, file, &shown), MH_OK);
        *read = g_strndup(shown.text.ptr, shown.text.len);
    }
    mh_job_free(p.job);
    return bytes;
}

static bool has_chinese(void)
{
    PangoFontFamily *family =
        pango_font_map_get_family(pango_cairo_font_map_get_default(), "Noto Serif CJK SC");
    return family != NULL;
}

static void a_cut_is_small_and_says_the_same(void **state)
{
    (void)state;
    if (!has_chinese())
        skip();
    char *whole_text = NULL;
    char *cut_text = NULL;
    mh_pdf_faces *faces = mh_pdf_faces_new();
    GBytes *whole = draw(NULL, first_text, "", &whole_text);
    GBytes *cut = draw(faces, first_text, first_text, &cut_text);
    assert_non_null(strstr(cut_text, "联合国大会"));
    assert_string_equal(cut_text, whole_text);
    assert_true(g_bytes_get_size(cut) < g_bytes_get_size(whole));
    g_bytes_unref(whole);
    g_bytes_unref(cut);
    g_free(whole_text);
    g_free(cut_text);
    mh_pdf_faces_free(faces);
}

static void what_was_drawn_before_does_not_show(void **state)
{
    (void)state;
    if (!has_chinese())
        skip();
    mh_pdf_faces *fresh = mh_pdf_faces_new();
    mh_pdf_faces *used = mh_pdf_faces_new();
    GBytes *alone = draw(fresh, second_text, second_text, NULL);
    g_bytes_unref(draw(used, first_text, first_text, NULL));
    GBytes *after = draw(used, second_text, second_text, NULL);
    GBytes *again = draw(used, second_text, second_text, NULL);
    assert_true(g_bytes_equal(alone, after));
    assert_true(g_bytes_equal(alone, again));
    g_bytes_unref(alone);
    g_bytes_unref(after);
    g_bytes_unref(again);
    mh_pdf_faces_free(used);
    mh_pdf_faces_free(fresh);
}

/* Even when an earlier document's cut happens to hold the characters. */
static void characters_not_told_come_from_the_whole_font(void **state)
{
    (void)state;
    if (!has_chinese())
        skip();
    char *text = NULL;
    mh_pdf_faces *faces = mh_pdf_faces_new();
    g_bytes_unref(draw(faces, first_text, first_text, NULL));
    GBytes *whole = draw(NULL, first_text, "", NULL);
    GBytes *untold = draw(faces, first_text, second_text, &text);
    assert_non_null(strstr(text, "联合国大会"));
    assert_true(g_bytes_equal(whole, untold));
    g_bytes_unref(whole);
    g_bytes_unref(untold);
    g_free(text);
    mh_pdf_faces_free(faces);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cut_is_small_and_says_the_same),
        cmocka_unit_test(what_was_drawn_before_does_not_show),
        cmocka_unit_test(characters_not_told_come_from_the_whole_font),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    paper_end_process();
    return failed;
}
