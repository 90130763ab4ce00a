/* What is read from Akoma Ntoso, and where products' files are looked for. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "verify/checks.h"

static const char document[] =
    "<akomaNtoso xmlns='" MH_NS_AKN "' xmlns:mh='" MH_NS_MH "'><doc><meta><identification>"
    "<FRBRManifestation><preservation><mh:source name='a.txt' sha256='beef' encoding='UTF-8'/>"
    "<mh:furniture line='1'>page 1</mh:furniture></preservation></FRBRManifestation>"
    "</identification></meta><mainBody><p>One<authorialNote marker='1'><p>Note.</p>"
    "</authorialNote> two<noteRef marker='*'/></p><indent><num>-</num><p>Three</p></indent>"
    "</mainBody></doc></akomaNtoso>";

static void assert_view(mh_view view, const char *expected)
{
    assert_int_equal(view.len, strlen(expected));
    assert_memory_equal(view.ptr, expected, view.len);
}

static void text_is_gathered(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("a.akn.xml");
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(job, mh_view_of(document), &doc), MH_OK);
    verify_akn akn;
    verify_akn_read(mh_job_arena(job), doc, &akn);
    assert_view(akn.content, "OneNote. two-Three");
    assert_view(akn.marks, "11*");
    assert_string_equal(akn.source_name, "a.txt");
    assert_string_equal(akn.source_sha256, "beef");
    assert_string_equal(akn.encoding, "UTF-8");
    mh_job_free(job);
}

static void siblings_have_the_same_stem(void **state)
{
    (void)state;
    mh_arena *arena = mh_arena_new();
    assert_string_equal(verify_sibling(arena, "o/a.b.pdf", ".akn.xml"), "o/a.b.akn.xml");
    assert_string_equal(verify_sibling(arena, "o/a.docx.xml", ".pdf"), "o/a.pdf");
    assert_string_equal(verify_sibling(arena, "o/a.docx", ".akn.xml"), "o/a.akn.xml");
    assert_string_equal(verify_sibling(arena, "o/a", ".pdf"), "o/a.pdf");
    mh_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_gathered),
        cmocka_unit_test(siblings_have_the_same_stem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
