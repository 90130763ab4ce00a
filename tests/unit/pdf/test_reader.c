/* Files in cairo's two forms, written here by hand, and files that are refused. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/reader.h"
#include "pdf/syntax.h"
#include "pdf/writer.h"

typedef struct fixture {
    mh_job *job;
    pdf_flate *flate;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->job = mh_job_new("test");
    f->flate = pdf_flate_new(mh_job_arena(f->job));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    mh_job_free(f->job);
    g_free(f);
    return 0;
}

#define CLASSIC_OBJECTS                                                                            \
    "1 0 obj\n<< /Type /Pages /Kids [ 2 0 R ] /Count 1 >>\nendobj\n"                               \
    "2 0 obj\n<< /Type /Page /Contents 3 0 R >>\nendobj\n"                                         \
    "3 0 obj\n<< /Length 4 0 R >>\nstream\nq Q\nendstream\nendobj\n"                               \
    "4 0 obj\n   3\nendobj\n"                                                                      \
    "5 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\n"

/* @p objects with a cross-reference table, in which object @p wrong (or none) is misplaced. */
static char *classic_file(const char *objects, size_t wrong)
{
    GString *out = g_string_new(objects);
    size_t xref = out->len;
    g_string_append(out, "xref\n0 6\n0000000000 65535 f \n");
    for (size_t i = 1; i <= 5; i++) {
        char *start = g_strdup_printf("%zu 0 obj", i);
        const char *found = strstr(objects, start);
        g_string_append_printf(out, "%010zu 00000 n \n",
                               i == wrong || !found ? (size_t)5 : (size_t)(found - objects));
        g_free(start);
    }
    g_string_append_printf(out, "trailer\n<< /Size 6 /Root 5 0 R >>\nstartxref\n%zu\n%%%%EOF\n",
                           xref);
    return g_string_free(out, FALSE);
}

static void a_table_is_read(void **state)
{
    fixture *f = *state;
    char *bytes = classic_file(CLASSIC_OBJECTS, 0);
    pdf_file *file = pdf_file_open(f->job, f->flate, mh_view_of(bytes));
    assert_non_null(file);
    assert_int_equal(pdf_file_object_count(file), 6);
    const GArray *pages = pdf_file_pages(file);
    assert_non_null(pages);
    assert_int_equal(pages->len, 1);
    assert_int_equal(g_array_index(pages, uint32_t, 0), 2);
    pdf_object object;
    assert_true(pdf_file_object(file, 3, &object));
    assert_true(object.is_stream);
    assert_true(mh_view_equal(object.stream, MH_VIEW("q Q")));
    assert_false(pdf_file_object(file, 0, &object));
    assert_false(pdf_file_object(file, 6, &object));
    g_free(bytes);
}

static void a_stream_of_objects_is_read(void **state)
{
    fixture *f = *state;
    pdf_writer *writer = pdf_writer_new(mh_job_arena(f->job), f->flate, 1);
    uint32_t tree = pdf_writer_reserve(writer);
    uint32_t page = pdf_writer_reserve(writer);
    uint32_t root = pdf_writer_reserve(writer);
    GString *out = pdf_writer_scratch(writer);
    g_string_printf(out, "<</Type/Pages/Kids[%u 0 R]/Count 1>>", page);
    pdf_writer_object(writer, tree, out);
    g_string_assign(out, "<</Type/Page>>");
    pdf_writer_object(writer, page, out);
    g_string_printf(out, "<</Type/Catalog/Pages %u 0 R>>", tree);
    pdf_writer_object(writer, root, out);
    mh_view bytes = pdf_writer_finish(writer, root, 0);

    pdf_file *file = pdf_file_open(f->job, f->flate, bytes);
    assert_non_null(file);
    const GArray *pages = pdf_file_pages(file);
    assert_non_null(pages);
    assert_int_equal(g_array_index(pages, uint32_t, 0), page);
    pdf_object object;
    assert_true(pdf_file_object(file, page, &object));
    assert_true(pdf_is_name(pdf_dict_find(object.value, "Type"), "Page"));
    /* cut at any place it is refused or read, never more */
    for (size_t length = 0; length < bytes.len; length++) {
        pdf_file *cut = pdf_file_open(f->job, f->flate, mh_view_slice(bytes, 0, length));
        if (cut)
            (void)pdf_file_pages(cut);
    }
}

static void a_length_that_leads_to_itself_is_refused(void **state)
{
    fixture *f = *state;
    char *bytes = classic_file("1 0 obj\n<< /Length 2 0 R >>\nstream\nx\nendstream\nendobj\n"
                               "2 0 obj\n<< /Length 1 0 R >>\nstream\nx\nendstream\nendobj\n",
                               0);
    pdf_file *file = pdf_file_open(f->job, f->flate, mh_view_of(bytes));
    pdf_object object;
    assert_non_null(file);
    assert_false(pdf_file_object(file, 1, &object));
    assert_null(pdf_file_pages(file));
    g_free(bytes);
}

static void misplaced_objects_are_refused(void **state)
{
    fixture *f = *state;
    for (size_t wrong = 1; wrong <= 5; wrong++) {
        char *bytes = classic_file(CLASSIC_OBJECTS, wrong);
        pdf_file *file = pdf_file_open(f->job, f->flate, mh_view_of(bytes));
        pdf_object object;
        assert_non_null(file);
        assert_false(pdf_file_object(file, (uint32_t)wrong, &object));
        g_free(bytes);
    }
}

static void other_files_are_refused(void **state)
{
    fixture *f = *state;
    static const char *const rows[] = {
        "",
        "startxref\n",
        "startxref\n0\n%%EOF\n",
        "xref\n0 99999999999\ntrailer\n<<>>\nstartxref\n0\n",
        "xref\n0 1\n0 0\ntrailer\n<<>>\nstartxref\n0\n",
        "1 0 obj\n<< /Type /XRef /W [1 9 2] /Length 0 >>\nstream\n\nendstream\nstartxref\n0\n",
        "1 0 obj\n<< /Type /XRef /W [1 2 2] /Length 99 >>\nstream\n\nendstream\nstartxref\n0\n",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_null(pdf_file_open(f->job, f->flate, mh_view_of(rows[i])));
    assert_int_equal(mh_job_diag_count(f->job), G_N_ELEMENTS(rows));
    assert_int_equal(mh_job_diag(f->job, 0)->code, MH_PDF_DIALECT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_table_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_stream_of_objects_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_length_that_leads_to_itself_is_refused, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(misplaced_objects_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_files_are_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
