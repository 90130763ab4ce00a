/* Finished files read back: text, claims, files inside; and what is not ours is refused. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "paper.h"
#include "pdf/inspect.h"
#include "pdf/syntax.h"
#include "pdf/unicode.h"

/* Two pages with text of three scripts, furniture, and two files inside. */
static void make(paper *p, mh_pdf_profile profile, mh_view *out)
{
    const mh_pdf_attachment files[] = {
        {"r\xC3\xA9sum\xC3\xA9.txt", "text/plain", "Source", "As received",
         MH_VIEW("(source)\\\n")},
        {"a.akn.xml", "application/xml", "Data", "Structure", MH_VIEW("<a/>")},
    };
    const mh_pdf_options options = {.profile = profile,
                                    .attachments = files,
                                    .attachment_count = G_N_ELEMENTS(files),
                                    .producer = "Test"};
    paper_begin(p);
    paper_xmp(p, "<mh:sourceDigest>beef</mh:sourceDigest>");
    mh_element *document = paper_element(p, NULL, "Document");
    mh_element *first = paper_element(p, document, "P");
    mh_element *second = paper_element(p, document, "P");
    (void)paper_text(p, first, MH_ARTIFACT_NONE, "The officer's (first) affair \\ 5 %", 72, 100);
    (void)paper_text(p, NULL, MH_ARTIFACT_LAYOUT, "1/2", 72, 800);
    assert_int_equal(paper_show(p, "1"), MH_OK);
    (void)paper_text(p, second, MH_ARTIFACT_NONE, "\xD0\x94\xD0\xB0 \xD9\x84\xD8\xA7", 72, 100);
    assert_int_equal(paper_show(p, "2"), MH_OK);
    assert_int_equal(paper_finish(p, &options, out), MH_OK);
}

static void text_of_pages_is_read(void **state)
{
    (void)state;
    paper p;
    mh_view bytes;
    make(&p, MH_PDF_A3A_UA, &bytes);
    mh_pdf_text pages;
    assert_int_equal(mh_pdf_read_text(p.job, bytes, &pages), MH_OK);
    assert_int_equal(pages.page_count, 2);
    GString *text = mh_arena_string(mh_job_arena(p.job));
    for (const char *c = pages.text.ptr; *c; c++)
        if (*c != ' ')
            g_string_append_c(text, *c);
    assert_string_equal(text->str, "Theofficer's(first)affair\\5%\n"
                                   "\xD0\x94\xD0\xB0\xD9\x84\xD8\xA7\n");
    mh_job_free(p.job);
}

static void claims_and_files_are_read(void **state)
{
    (void)state;
    paper p;
    mh_view bytes;
    make(&p, MH_PDF_A3A_UA, &bytes);
    mh_pdf_facts facts;
    assert_int_equal(mh_pdf_inspect(p.job, bytes, &facts), MH_OK);
    assert_string_equal(facts.pdfa_part, "3");
    assert_string_equal(facts.pdfa_conformance, "A");
    assert_string_equal(facts.source_sha256, "beef");
    assert_true(facts.claims_ua && facts.is_tagged && facts.has_language
                && facts.has_output_intent);
    assert_int_equal(facts.file_count, 2);
    const mh_pdf_attachment *source = &facts.files[1].file;
    assert_true(facts.files[0].is_intact && facts.files[1].is_intact);
    assert_string_equal(facts.files[0].file.mime_type, "application/xml");
    assert_string_equal(source->name, "r\xC3\xA9sum\xC3\xA9.txt");
    assert_string_equal(source->relationship, "Source");
    assert_int_equal(source->bytes.len, 10);
    assert_memory_equal(source->bytes.ptr, "(source)\\\n", 10);
    mh_job_free(p.job);

    make(&p, MH_PDF_PLAIN, &bytes);
    assert_int_equal(mh_pdf_inspect(p.job, bytes, &facts), MH_OK);
    assert_null(facts.pdfa_part);
    assert_false(facts.claims_ua);
    mh_job_free(p.job);
}

static void cut_files_are_refused(void **state)
{
    (void)state;
    paper p;
    mh_view bytes;
    make(&p, MH_PDF_A3A_UA, &bytes);
    for (size_t i = 0; i < 20; i++) {
        mh_view part = mh_view_slice(bytes, 0, bytes.len * i / 20);
        mh_pdf_facts facts;
        mh_pdf_text pages;
        assert_int_equal(mh_pdf_inspect(p.job, part, &facts), MH_REJECTED);
        assert_int_equal(mh_pdf_read_text(p.job, part, &pages), MH_REJECTED);
    }
    mh_job_free(p.job);
}

static void strings_are_decoded(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        const char *text;
    } rows[] = {
        {"(plain)", "plain"},
        {"(a\\(b\\)\\\\)", "a(b)\\"},
        {"(\\101\\n\\7)", "A\n\a"},
        {"(x\\\ny)", "xy"},
        {"<414 2>", "AB"},
        {"<4>", "@"},
        {"()", ""},
        {"<>", ""},
    };
    GString *out = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_string_truncate(out, 0);
        pdf_string_bytes(mh_view_of(rows[i].value), out);
        assert_string_equal(out->str, rows[i].text);
    }
    g_string_truncate(out, 0);
    pdf_string_text(MH_VIEW("<FEFF00E9D834DD1E>"), out);
    pdf_string_text(MH_VIEW("(\\351)"), out);
    assert_string_equal(out->str, "\xC3\xA9\xF0\x9D\x84\x9E\xC3\xA9");
    (void)g_string_free(out, TRUE);
}

static void codes_are_mapped(void **state)
{
    (void)state;
    mh_arena *arena = mh_arena_new();
    pdf_unicode *map = pdf_unicode_new(arena, 2);
    assert_true(pdf_unicode_read(map, MH_VIEW("2 beginbfchar <0001> <00660069> <0002> <4e00> "
                                              "endbfchar 2 beginbfrange <0010> <0012> <0041> "
                                              "<0020> <0021> [<0078> <0079>] endbfrange")));
    GString *out = mh_arena_string(arena);
    pdf_unicode_decode(map, (mh_view){"\0\1\0\2\0\x12\0\x21\0\3\0", 11}, out);
    assert_string_equal(out->str, "fi\xE4\xB8\x80"
                                  "Cy\xEF\xBF\xBD");
    static const char *const broken[] = {
        "beginbfchar <01>",
        "beginbfrange <05> <01> <0041>",
        "beginbfrange <00> <ff> <00f0>",
        "beginbfchar <010203> <0041>",
        "beginbfrange <01> <02> [<0041>]",
        "(",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(broken); i++)
        assert_false(pdf_unicode_read(map, mh_view_of(broken[i])));
    mh_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_of_pages_is_read), cmocka_unit_test(claims_and_files_are_read),
        cmocka_unit_test(cut_files_are_refused), cmocka_unit_test(strings_are_decoded),
        cmocka_unit_test(codes_are_mapped),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    paper_end_process();
    return failed;
}
