/* Word documents read back: the text that was put in, and any damage. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "docx/docx.h"
#include "docx/inspect.h"

static const char flat[] =
    "<pkg:package xmlns:pkg='http://schemas.microsoft.com/office/2006/xmlPackage'>"
    "<pkg:part pkg:name='/_rels/.rels' pkg:contentType='application/e+xml'><pkg:xmlData>"
    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>"
    "</pkg:xmlData></pkg:part>"
    "<pkg:part pkg:name='/word/document.xml' pkg:contentType='application/a+xml'><pkg:xmlData>"
    "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
    "<w:p><w:r><w:t>One</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    "<w:p><w:r><w:t xml:space='preserve'> two</w:t></w:r></w:p></w:body></w:document>"
    "</pkg:xmlData></pkg:part>"
    "<pkg:part pkg:name='/word/footnotes.xml' pkg:contentType='application/b+xml'><pkg:xmlData>"
    "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    "<w:footnote><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    "</pkg:xmlData></pkg:part>"
    "<pkg:part pkg:name='/word/header.xml' pkg:contentType='application/c+xml'><pkg:xmlData>"
    "<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
    "<w:p><w:r><w:t>Head</w:t></w:r></w:p></w:hdr></pkg:xmlData></pkg:part>"
    "<pkg:part pkg:name='/docProps/custom.xml' pkg:contentType='application/d+xml'><pkg:xmlData>"
    "<Properties xmlns='http://schemas.openxmlformats.org/officeDocument/2006/custom-properties' "
    "xmlns:vt='http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'>"
    "<property name='Other'><vt:lpwstr>x</vt:lpwstr></property>"
    "<property name='Source SHA-256'><vt:lpwstr>beef</vt:lpwstr></property></Properties>"
    "</pkg:xmlData></pkg:part></pkg:package>";

static const char text[] = "\nOne\n two\nNote.";

static mh_view zip(mh_job *job)
{
    xmlDoc *doc = NULL;
    mh_view bytes = {0};
    assert_int_equal(mh_xml_parse(job, mh_view_of(flat), &doc), MH_OK);
    if (mh_docx_write(job, doc, &bytes) != MH_OK)
        fail_msg("%s", mh_job_diag_format(job, mh_job_diag(job, 0)));
    return bytes;
}

static void assert_facts(const mh_docx_facts *facts, size_t part_count)
{
    assert_int_equal(facts->part_count, part_count);
    assert_int_equal(facts->text.len, sizeof text - 1);
    assert_memory_equal(facts->text.ptr, text, sizeof text - 1);
    assert_string_equal(facts->source_sha256, "beef");
}

static void text_is_read_from_both(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("a.docx");
    mh_docx_facts facts;
    assert_int_equal(mh_docx_inspect(job, zip(job), &facts), MH_OK);
    assert_facts(&facts, 6); /* [Content_Types].xml is a part more */
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(job, mh_view_of(flat), &doc), MH_OK);
    assert_true(mh_docx_is_flat(doc));
    assert_int_equal(mh_docx_inspect_flat(job, doc, &facts), MH_OK);
    assert_facts(&facts, 5);
    mh_job_free(job);
}

/* Every byte of the packed document: a change is damage, or the text is the same. */
static void no_change_goes_unseen(void **state)
{
    (void)state;
    mh_job *first = mh_job_new("a.docx");
    mh_view good = zip(first);
    size_t refused = 0;
    for (size_t i = 0; i < good.len; i++) {
        mh_job *job = mh_job_new("a.docx");
        mh_view bad = mh_arena_copy(mh_job_arena(job), good);
        char *byte = mh_arena_string_of(mh_job_arena(job), good);
        memcpy(byte, good.ptr, good.len);
        byte[i] = (char)(byte[i] ^ 0x55);
        bad.ptr = byte;
        mh_docx_facts facts;
        if (mh_docx_inspect(job, bad, &facts) == MH_OK && facts.text.len > 0)
            assert_memory_equal(facts.text.ptr, text, MIN(facts.text.len, sizeof text - 1));
        else
            refused++;
        mh_job_free(job);
    }
    assert_true(refused > good.len / 4);
    mh_job_free(first);
}

static void what_is_no_package_is_refused(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("a.docx");
    mh_docx_facts facts;
    assert_int_equal(mh_docx_inspect(job, (mh_view){0}, &facts), MH_REJECTED);
    assert_int_equal(mh_docx_inspect(job, MH_VIEW("PK\x03\x04 and no more"), &facts), MH_REJECTED);
    xmlDoc *doc = NULL;
    assert_int_equal(
        mh_xml_parse(
            job, MH_VIEW("<package xmlns='http://schemas.microsoft.com/office/2006/xmlPackage'/>"),
            &doc),
        MH_OK);
    assert_int_equal(mh_docx_inspect_flat(job, doc, &facts), MH_REJECTED);
    mh_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_read_from_both),
        cmocka_unit_test(no_change_goes_unseen),
        cmocka_unit_test(what_is_no_package_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
