#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>
#include <stdio.h>

#include "report/merge.h"

#define HEAD(rest) "{\"report\":\"masthead\",\"schema\":1,\"options_sha256\":\"a1\"" rest "}\n"
#define LINE(name, status) "{\"record\":\"" name "\",\"status\":\"" status "\"}\n"

typedef struct fixture {
    mh_job *job;
    char *folder;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->job = mh_job_new("masthead");
    f->folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    mh_job_free(f->job);
    GDir *dir = g_dir_open(f->folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(f->folder, name, NULL);
        (void)g_remove(path);
        g_free(path);
    }
    g_dir_close(dir);
    (void)g_rmdir(f->folder);
    g_free(f->folder);
    g_free(f);
    return 0;
}

static const char *write_report(const fixture *f, const char *name, const char *text)
{
    const char *path = mh_arena_printf(mh_job_arena(f->job), "%s/%s", f->folder, name);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static mh_merge *read_all(const fixture *f, const char *first, const char *second)
{
    const char *const paths[] = {first, second, NULL};
    mh_merge *merge = NULL;
    assert_int_equal(mh_merge_read(f->job, paths, &merge), MH_OK);
    return merge;
}

static void assert_line(const mh_merge *merge, size_t index, const char *line)
{
    const mh_view expected = {.ptr = line, .len = strlen(line) - 1};
    assert_true(mh_view_equal(mh_merge_line(merge, index), expected));
}

static bool has_said(const fixture *f, mh_diag_code code)
{
    for (size_t i = 0; i < mh_job_diag_count(f->job); i++)
        if (mh_job_diag(f->job, i)->code == code)
            return true;
    return false;
}

static void shards_become_one_report_by_name(void **state)
{
    fixture *f = *state;
    const char *one = write_report(
        f, "1", HEAD(",\"shard\":1,\"shards\":2,\"records\":2") LINE("a", "ok") LINE("c", "ok"));
    const char *two =
        write_report(f, "2", HEAD(",\"shard\":2,\"shards\":2,\"records\":1") LINE("b", "failed"));
    const mh_merge *merge = read_all(f, two, one);
    assert_int_equal(mh_merge_count(merge), 3);
    assert_line(merge, 0, LINE("a", "ok"));
    assert_line(merge, 1, LINE("b", "failed"));
    assert_line(merge, 2, LINE("c", "ok"));
    assert_true(mh_merge_is_complete(merge));
    assert_int_equal(mh_job_diag_count(f->job), 0);
}

static void the_later_line_counts(void **state)
{
    fixture *f = *state;
    const char *one = write_report(f, "1", HEAD("") LINE("a", "failed") LINE("a", "warning"));
    const char *two = write_report(f, "2", HEAD("") LINE("a", "ok"));
    assert_line(read_all(f, one, two), 0, LINE("a", "ok"));
    assert_line(read_all(f, two, one), 0, LINE("a", "warning"));
}

static void a_missing_shard_is_told(void **state)
{
    fixture *f = *state;
    const char *one =
        write_report(f, "1", HEAD(",\"shard\":1,\"shards\":2,\"records\":1") LINE("a", "ok"));
    assert_false(mh_merge_is_complete(read_all(f, one, NULL)));
    assert_true(has_said(f, MH_BAT_SHARD_MISSING));
}

static void a_run_cut_short_is_told(void **state)
{
    fixture *f = *state;
    const char *one = write_report(f, "1", HEAD(",\"records\":3") LINE("a", "ok"));
    assert_false(mh_merge_is_complete(read_all(f, one, NULL)));
    assert_true(has_said(f, MH_BAT_CUT_SHORT));
}

/* The run was killed: its last line is torn, its journal is all there is. */
static void a_journal_stands_for_its_report(void **state)
{
    fixture *f = *state;
    (void)write_report(
        f, "1.journal",
        HEAD(",\"records\":2") "{\"started\":\"a\"}\n" LINE("a", "ok") "{\"record\":\"b\",\"st");
    const char *report = mh_arena_printf(mh_job_arena(f->job), "%s/1", f->folder);
    const mh_merge *merge = read_all(f, report, NULL);
    assert_int_equal(mh_merge_count(merge), 1);
    assert_false(mh_merge_is_complete(merge));
    assert_true(has_said(f, MH_BAT_CUT_SHORT));
}

static void another_run_makes_good(void **state)
{
    fixture *f = *state;
    const char *one = write_report(f, "1", HEAD(",\"records\":2") LINE("a", "ok"));
    const char *two = write_report(f, "2", HEAD(",\"records\":2") LINE("a", "ok") LINE("b", "ok"));
    assert_true(mh_merge_is_complete(read_all(f, one, two)));
}

static void what_is_no_report_is_rejected(void **state)
{
    fixture *f = *state;
    const char *texts[] = {"", "A letter.\n", LINE("a", "ok")};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        const char *const paths[] = {write_report(f, "1", texts[i]), NULL};
        mh_merge *merge = NULL;
        assert_int_equal(mh_merge_read(f->job, paths, &merge), MH_REJECTED);
        assert_true(has_said(f, MH_BAT_NO_REPORT));
    }
}

/* Merging what was merged changes nothing; each line keeps the options it is true for. */
static void a_merged_report_is_a_report(void **state)
{
    fixture *f = *state;
    const char *one = write_report(f, "1", HEAD("") LINE("a", "ok") LINE("c", "ok"));
    const char *two = write_report(
        f, "2",
        "{\"report\":\"masthead\",\"schema\":1,\"options_sha256\":\"b2\"}\n" LINE("b", "ok"));
    const char *merged = mh_arena_printf(mh_job_arena(f->job), "%s/merged", f->folder);
    assert_int_equal(mh_merge_write(f->job, read_all(f, one, two), merged), MH_OK);
    assert_true(has_said(f, MH_BAT_OPTIONS_DIFFER));
    char *text = NULL;
    assert_true(g_file_get_contents(merged, &text, NULL, NULL));
    assert_string_equal(text,
                        HEAD("") LINE("a", "ok") "{\"report\":\"masthead\",\"schema\":1,"
                                                 "\"options_sha256\":\"b2\"}\n" LINE("b", "ok")
                                                     HEAD("") LINE("c", "ok"));
    g_free(text);
    assert_int_equal(mh_merge_count(read_all(f, merged, NULL)), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(shards_become_one_report_by_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_later_line_counts, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_shard_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_run_cut_short_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_journal_stands_for_its_report, set_up, tear_down),
        cmocka_unit_test_setup_teardown(another_run_makes_good, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_report_is_rejected, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_merged_report_is_a_report, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
