#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/xml.h"
#include "docx/docx.h"
#include "docx/parts.h"

#define RELS                                                                                       \
    "<pkg:part pkg:name='/_rels/.rels' pkg:contentType='application/x-rels'>"                      \
    "<pkg:xmlData><none/></pkg:xmlData></pkg:part>"
#define PACKAGE(declarations, parts)                                                               \
    "<pkg:package xmlns:pkg='" DOCX_NS_PKG "'" declarations ">" RELS parts "</pkg:package>"
#define PART(name, data)                                                                           \
    "<pkg:part pkg:name='" name "' pkg:contentType='application/xml'>" data "</pkg:part>"
#define XML_PART(name, element) PART(name, "<pkg:xmlData>" element "</pkg:xmlData>")

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

static xmlDoc *parse(mh_job *job, const char *text)
{
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(job, mh_view_of(text), &doc), MH_OK);
    return doc;
}

/* The bytes of the part after the relationships. */
static const char *second_part(mh_job *job, const char *package)
{
    GArray *parts = NULL;
    assert_int_equal(docx_parts_read(job, parse(job, package), &parts), MH_OK);
    assert_int_equal(parts->len, 2);
    mh_view bytes = g_array_index(parts, docx_part, 1).bytes;
    return mh_arena_string_of(mh_job_arena(job), bytes);
}

static void assert_refused(mh_job *job, const char *package, const char *name)
{
    GArray *parts = NULL;
    assert_int_equal(docx_parts_read(job, parse(job, package), &parts), MH_REJECTED);
    size_t count = mh_job_diag_count(job);
    assert_non_null(strstr(mh_job_diag(job, count - 1)->message, name));
}

static void names_are_those_of_the_standard(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        bool is_safe;
    } cases[] = {
        {"/word/document.xml", true},
        {"/_rels/.rels", true},
        {"/a", true},
        {"/a(1)@b.xml", true},
        {NULL, false},
        {"", false},
        {"/", false},
        {"word/document.xml", false},
        {"/word//a.xml", false},
        {"/word/", false},
        {"/../a.xml", false},
        {"/a/..", false},
        {"/a./b", false},
        {"/a.", false},
        {"/a%2Fb", false},
        {"/a%5cb", false},
        {"/a%2e", false},
        {"/a\\b", false},
        {"/a b", false},
        {"/\xC3\xA4", false},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        if (docx_part_name_is_safe(cases[i].name) != cases[i].is_safe)
            fail_msg("%s is%s a safe name", cases[i].name, cases[i].is_safe ? " not" : "");
}

static void a_part_declares_what_it_uses_and_no_more(void **state)
{
    assert_string_equal(
        second_part(*state, PACKAGE(" xmlns:a='urn:a' xmlns:b='urn:b?x&amp;y' xmlns:c='urn:c'",
                                    XML_PART("/p.xml", "<a:x><a:y b:z='1'/></a:x>"))),
        "<a:x xmlns:a=\"urn:a\" xmlns:b=\"urn:b?x&#38;y\"><a:y b:z=\"1\"/></a:x>");
}

static void the_nearest_declaration_counts(void **state)
{
    assert_string_equal(
        second_part(
            *state,
            PACKAGE(" xmlns:a='urn:far' xmlns='urn:default'",
                    PART("/p.xml", "<pkg:xmlData xmlns:a='urn:near'><x><a:y/></x></pkg:xmlData>"))),
        "<x xmlns:a=\"urn:near\" xmlns=\"urn:default\"><a:y/></x>");
    assert_string_equal(
        second_part(*state,
                    PACKAGE(" xmlns:a='urn:far'", XML_PART("/p.xml", "<a:x xmlns:a='urn:own'/>"))),
        "<a:x xmlns:a=\"urn:own\"/>");
}

static void text_stays_as_it_is(void **state)
{
    assert_string_equal(
        second_part(*state,
                    PACKAGE("", XML_PART("/p.xml", "<x y='&lt;&quot;'> \xE4\xB8\x80 &amp; </x>"))),
        "<x y=\"&lt;&quot;\"> \xE4\xB8\x80 &amp; </x>");
}

static void deep_parts_need_no_stack(void **state)
{
    GString *package =
        g_string_new("<pkg:package xmlns:pkg='" DOCX_NS_PKG "' xmlns:a='urn:a'>" RELS
                     "<pkg:part pkg:name='/p.xml' pkg:contentType='application/xml'><pkg:xmlData>");
    enum { DEPTH = 200 };
    for (int i = 0; i < DEPTH; i++)
        g_string_append(package, "<a:x>");
    for (int i = 0; i < DEPTH; i++)
        g_string_append(package, "</a:x>");
    g_string_append(package, "</pkg:xmlData></pkg:part></pkg:package>");
    const char *part = second_part(*state, package->str);
    assert_true(g_str_has_prefix(part, "<a:x xmlns:a=\"urn:a\"><a:x><a:x>"));
    g_string_free(package, TRUE);
}

static void binary_parts_are_decoded(void **state)
{
    assert_string_equal(
        second_part(*state, PACKAGE("", PART("/p.bin",
                                             "<pkg:binaryData>TWFz\n dGhl YWQ=</pkg:binaryData>"))),
        "Masthead");
}

static void broken_packages_are_refused(void **state)
{
    assert_refused(*state, PACKAGE("", PART("/p.bin", "<pkg:binaryData>TWF*</pkg:binaryData>")),
                   "base64");
    assert_refused(*state, PACKAGE("", XML_PART("/../p.xml", "<x/>")), "/../p.xml");
    assert_refused(*state, PACKAGE("", XML_PART("/p.xml", "<x/>") XML_PART("/P.XML", "<x/>")),
                   "/P.XML");
    assert_refused(*state, PACKAGE("", PART("/p.xml", "<pkg:xmlData/>")), "/p.xml");
    assert_refused(
        *state,
        PACKAGE("", "<pkg:part pkg:name='/p.xml'><pkg:xmlData><x/></pkg:xmlData></pkg:part>"),
        "/p.xml");
    assert_refused(*state, PACKAGE("", XML_PART("/[Content_Types].xml", "<x/>")), "Content_Types");
    assert_refused(*state, "<pkg:package xmlns:pkg='" DOCX_NS_PKG "'/>", "/_rels/.rels");
    assert_refused(*state, "<package/>", "Flat OPC");
    assert_refused(*state,
                   "<!DOCTYPE x [<!ENTITY e 'x'>]>" PACKAGE("", XML_PART("/p.xml", "<x>&e;</x>")),
                   "/p.xml");
    assert_refused(*state,
                   "<!DOCTYPE x [<!ENTITY e 'x'>]>" PACKAGE("", XML_PART("/p.xml", "<x y='&e;'/>")),
                   "/p.xml");
}

static void too_many_prefixes_are_refused(void **state)
{
    GString *package = g_string_new("<pkg:package xmlns:pkg='" DOCX_NS_PKG "'");
    enum { PREFIXES = 100 };
    for (int i = 0; i < PREFIXES; i++)
        g_string_append_printf(package, " xmlns:p%d='urn:%d'", i, i);
    g_string_append(package, ">" RELS "</pkg:package>");
    assert_refused(*state, package->str, "/_rels/.rels");
    g_string_free(package, TRUE);
}

static void both_forms_hold_the_same_bytes(void **state)
{
    xmlDoc *doc = parse(*state, PACKAGE(" xmlns:a='urn:a'", XML_PART("/p.xml", "<a:x>1</a:x>")));
    mh_view zip = {0};
    mh_view again = {0};
    mh_view flat = {0};
    assert_int_equal(mh_docx_write(*state, doc, &zip), MH_OK);
    assert_int_equal(mh_docx_write(*state, doc, &again), MH_OK);
    assert_int_equal(mh_docx_write_flat(*state, doc, &flat), MH_OK);
    assert_int_equal(zip.len, again.len);
    assert_memory_equal(zip.ptr, again.ptr, zip.len);
    assert_memory_equal(zip.ptr, "PK\3\4", 4);
    assert_non_null(g_strstr_len(flat.ptr, (gssize)flat.len,
                                 "<pkg:xmlData><a:x xmlns:a=\"urn:a\">1</a:x></pkg:xmlData>"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_those_of_the_standard),
        cmocka_unit_test_setup_teardown(a_part_declares_what_it_uses_and_no_more, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_nearest_declaration_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(text_stays_as_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(deep_parts_need_no_stack, set_up, tear_down),
        cmocka_unit_test_setup_teardown(binary_parts_are_decoded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(broken_packages_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(too_many_prefixes_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(both_forms_hold_the_same_bytes, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
