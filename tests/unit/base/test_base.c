#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/xml.h"

static int make_job(void **state)
{
    *state = mh_job_new("record.txt");
    return 0;
}

static int free_job(void **state)
{
    mh_job_free(*state);
    return 0;
}

static void view_trims_unicode_space(void **state)
{
    (void)state;
    mh_view trimmed = mh_view_trim(MH_VIEW("\xc2\xa0 A/79/1 \xe3\x80\x80"));
    assert_true(mh_view_equal(trimmed, MH_VIEW("A/79/1")));
    assert_int_equal(mh_view_trim(MH_VIEW(" \t ")).len, 0);
}

static void view_finds_from_an_offset(void **state)
{
    (void)state;
    mh_view text = MH_VIEW("S/2021/540 and S/2021/541");
    assert_int_equal(mh_view_find(text, MH_VIEW("S/2021"), 0), 0);
    assert_int_equal(mh_view_find(text, MH_VIEW("S/2021"), 1), 15);
    assert_true(mh_view_find(text, MH_VIEW("A/"), 0) == SIZE_MAX);
    assert_true(mh_view_find(text, MH_VIEW("541x"), 0) == SIZE_MAX);
}

static void diagnostic_names_place_and_id(void **state)
{
    mh_job *job = *state;
    assert_int_equal(mh_report(job, MH_TXT_EMPTY, 0, 0, NULL), MH_REJECTED);
    assert_int_equal(mh_report(job, MH_XML_BROKEN, 12, 5, "tag %s", "p"), MH_REJECTED);
    assert_int_equal(mh_job_diag_count(job), 2);
    assert_string_equal(mh_job_diag_format(job, mh_job_diag(job, 1)),
                        "record.txt:12:5: error: not well-formed XML: tag p [XML-001]");
}

static void diagnostic_ids_are_unique(void **state)
{
    (void)state;
    for (int a = 0; a < MH_DIAG_COUNT; a++)
        for (int b = 0; b < a; b++)
            assert_string_not_equal(mh_diag_info_of((mh_diag_code)a)->id,
                                    mh_diag_info_of((mh_diag_code)b)->id);
}

static void file_is_written_whole_and_read_back(void **state)
{
    mh_job *job = *state;
    char *folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    char *path = g_build_filename(folder, "sub", "a.txt", NULL);
    assert_int_equal(mh_file_write(job, path, MH_VIEW("text")), MH_OK);
    mh_view back = {0};
    assert_int_equal(mh_file_read(job, path, &back), MH_OK);
    assert_true(mh_view_equal(back, MH_VIEW("text")));
    assert_int_equal(g_remove(path), 0);
    char *sub = g_path_get_dirname(path);
    assert_int_equal(g_rmdir(sub), 0); /* fails when a temporary was left behind */
    assert_int_equal(g_rmdir(folder), 0);
    g_free(sub);
    g_free(path);
    g_free(folder);
}

static void unwritable_folder_is_a_machine_failure(void **state)
{
    assert_int_equal(mh_file_write(*state, "/proc/masthead/a.txt", MH_VIEW("text")), MH_FAILED);
}

static void digest_is_sha256(void **state)
{
    assert_string_equal(mh_digest_sha256(mh_job_arena(*state), MH_VIEW("abc")),
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void broken_xml_is_rejected_with_its_line(void **state)
{
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(*state, MH_VIEW("<a>\n<b></a>"), &doc), MH_REJECTED);
    assert_int_equal(mh_job_diag(*state, 0)->line, 2);
    assert_int_equal(mh_xml_parse(*state, MH_VIEW("<a b='c'/>"), &doc), MH_OK);
    assert_string_equal(mh_xml_attribute(xmlDocGetRootElement(doc), "b"), "c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(view_trims_unicode_space),
        cmocka_unit_test(view_finds_from_an_offset),
        cmocka_unit_test_setup_teardown(diagnostic_names_place_and_id, make_job, free_job),
        cmocka_unit_test(diagnostic_ids_are_unique),
        cmocka_unit_test_setup_teardown(file_is_written_whole_and_read_back, make_job, free_job),
        cmocka_unit_test_setup_teardown(unwritable_folder_is_a_machine_failure, make_job, free_job),
        cmocka_unit_test_setup_teardown(digest_is_sha256, make_job, free_job),
        cmocka_unit_test_setup_teardown(broken_xml_is_rejected_with_its_line, make_job, free_job),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
