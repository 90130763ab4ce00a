#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>
#include <unistd.h>

#include "batch/plan.h"

typedef struct fixture {
    mh_job *job;
    char *folder;
} fixture;

static void write_file(const fixture *f, const char *name)
{
    char *path = g_build_filename(f->folder, name, NULL);
    char *folder = g_path_get_dirname(path);
    assert_int_equal(g_mkdir_with_parents(folder, 0777), 0);
    assert_true(g_file_set_contents(path, "x", 1, NULL));
    g_free(folder);
    g_free(path);
}

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->job = mh_job_new("masthead");
    f->folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    *state = f;
    return 0;
}

static void remove_tree(const char *path)
{
    GDir *dir = g_dir_open(path, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *child = g_build_filename(path, name, NULL);
        remove_tree(child);
        g_free(child);
    }
    if (dir)
        g_dir_close(dir);
    (void)g_remove(path);
}

static int tear_down(void **state)
{
    fixture *f = *state;
    remove_tree(f->folder);
    mh_job_free(f->job);
    g_free(f->folder);
    g_free(f);
    return 0;
}

static mh_status make(fixture *f, const mh_plan_options *given, mh_plan *out)
{
    const char *const paths[] = {f->folder, NULL};
    mh_plan_options options = *given;
    if (!options.paths)
        options.paths = paths;
    return mh_plan_make(f->job, &options, out);
}

static const char *last_id(const fixture *f)
{
    return mh_diag_info_of(mh_job_diag(f->job, mh_job_diag_count(f->job) - 1)->code)->id;
}

static void folders_are_mirrored_in_the_order_of_names(void **state)
{
    fixture *f = *state;
    write_file(f, "b.txt");
    write_file(f, "a/S_2021_540.txt");
    write_file(f, "a/S_RES_9001(2099).fr.txt");
    write_file(f, "picture.png");
    write_file(f, ".hidden.txt");
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.output = "OUT"}, &plan), MH_OK);
    assert_int_equal(plan.count, 3);
    assert_string_equal(plan.items[0].name, "a/S_2021_540.txt");
    assert_string_equal(plan.items[0].target, "OUT/a/S_2021_540");
    assert_string_equal(plan.items[1].target, "OUT/a/S_RES_9001(2099).fr");
    assert_string_equal(plan.items[2].target, "OUT/b");
    assert_int_equal(plan.ignored_count, 1);
}

static void a_named_file_is_taken_whatever_its_ending(void **state)
{
    fixture *f = *state;
    write_file(f, "record.dat");
    char *path = g_build_filename(f->folder, "record.dat", NULL);
    const char *const paths[] = {path, NULL};
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.paths = paths, .output = "OUT"}, &plan), MH_OK);
    assert_string_equal(plan.items[0].target, "OUT/record.dat");
    g_free(path);
}

static void the_output_folder_is_not_read(void **state)
{
    fixture *f = *state;
    write_file(f, "a.txt");
    write_file(f, "output/a.text.txt");
    char *output = g_build_filename(f->folder, "output", NULL);
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.output = output}, &plan), MH_OK);
    assert_int_equal(plan.count, 1);
    g_free(output);
}

static void an_empty_folder_is_told(void **state)
{
    fixture *f = *state;
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.output = "OUT"}, &plan), MH_REJECTED);
    assert_string_equal(last_id(f), "BAT-001");
}

static void two_records_with_one_product_are_told(void **state)
{
    fixture *f = *state;
    write_file(f, "a.txt");
    write_file(f, "a.text");
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.output = "OUT"}, &plan), MH_REJECTED);
    assert_string_equal(last_id(f), "BAT-002");
}

static void a_missing_path_is_told(void **state)
{
    fixture *f = *state;
    const char *const paths[] = {"/no/such/folder", NULL};
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.paths = paths, .output = "OUT"}, &plan),
                     MH_REJECTED);
    assert_string_equal(last_id(f), "JOB-001");
}

static void shards_part_the_records_and_do_not_move(void **state)
{
    fixture *f = *state;
    char name[32];
    for (int i = 0; i < 100; i++) {
        (void)g_snprintf(name, sizeof name, "r%03d.txt", i);
        write_file(f, name);
    }
    GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
    size_t sum = 0;
    for (guint shard = 1; shard <= 4; shard++) {
        mh_plan plan = {0};
        const mh_plan_options options = {.output = "OUT", .shard = shard, .shard_count = 4};
        assert_int_equal(make(f, &options, &plan), MH_OK);
        assert_true(plan.count > 10);
        sum += plan.count;
        for (size_t i = 0; i < plan.count; i++)
            assert_true(g_hash_table_add(seen, (void *)(uintptr_t)plan.items[i].name));
    }
    assert_int_equal(sum, 100);
    g_hash_table_unref(seen);
}

static void a_list_names_the_records(void **state)
{
    fixture *f = *state;
    write_file(f, "a.txt");
    write_file(f, "b.txt");
    char *list = g_build_filename(f->folder, "list", NULL);
    char *text = g_strdup_printf("%s/b.txt\n\n%s/a.txt\n", f->folder, f->folder);
    assert_true(g_file_set_contents(list, text, -1, NULL));
    char *argument = g_strconcat("@", list, NULL);
    const char *const paths[] = {argument, NULL};
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.paths = paths, .output = "OUT"}, &plan), MH_OK);
    assert_int_equal(plan.count, 2);
    assert_string_equal(plan.items[0].name, "a.txt");
    g_free(argument);
    g_free(text);
    g_free(list);
}

static void a_folder_is_read_once_whatever_links_lead_to_it(void **state)
{
    fixture *f = *state;
    write_file(f, "a/one.txt");
    write_file(f, "b/two.txt");
    char *circle = g_build_filename(f->folder, "a/circle", NULL);
    char *sister = g_build_filename(f->folder, "a/sister", NULL);
    assert_int_equal(symlink("..", circle), 0);
    assert_int_equal(symlink("../b", sister), 0);
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.output = "OUT"}, &plan), MH_OK);
    assert_int_equal(plan.count, 2);
    assert_string_equal(plan.items[0].name, "a/one.txt");
    assert_string_equal(plan.items[1].name, "a/sister/two.txt");
    g_free(sister);
    g_free(circle);
}

static void the_quarantine_is_not_read(void **state)
{
    fixture *f = *state;
    write_file(f, "a.txt");
    write_file(f, "held/b.txt");
    char *held = g_build_filename(f->folder, "held", NULL);
    mh_plan plan = {0};
    const mh_plan_options options = {.output = "OUT", .quarantine = held};
    assert_int_equal(make(f, &options, &plan), MH_OK);
    assert_int_equal(plan.count, 1);
    g_free(held);
}

static void one_folder_cannot_be_read_and_written(void **state)
{
    fixture *f = *state;
    write_file(f, "a.txt");
    char *same = g_strconcat(f->folder, "/.", NULL);
    mh_plan plan = {0};
    assert_int_equal(make(f, &(mh_plan_options){.output = same}, &plan), MH_REJECTED);
    assert_string_equal(last_id(f), "BAT-011");
    g_free(same);
}

static void a_product_does_not_replace_a_record(void **state)
{
    fixture *f = *state;
    write_file(f, "a.txt");
    write_file(f, "a.fo");
    char *text = g_build_filename(f->folder, "a.txt", NULL);
    char *fo = g_build_filename(f->folder, "a.fo", NULL);
    const char *const both[] = {text, fo, NULL};
    const char *const paths[] = {fo, NULL};
    const mh_format *const to_fo[] = {mh_format_find(MH_VIEW("fo")), NULL};
    const mh_format *const to_pdf[] = {mh_format_find(MH_VIEW("pdf")), NULL};
    mh_plan plan = {0};
    mh_plan_options options = {.paths = paths, .output = f->folder, .formats = to_fo};
    assert_int_equal(make(f, &options, &plan), MH_REJECTED);
    assert_string_equal(last_id(f), "BAT-010");
    options.formats = to_pdf;
    assert_int_equal(make(f, &options, &plan), MH_OK);
    options = (mh_plan_options){.paths = paths, .output = fo, .output_is_file = true};
    assert_int_equal(make(f, &options, &plan), MH_REJECTED);
    assert_string_equal(last_id(f), "BAT-010");
    options = (mh_plan_options){.paths = both, .output = f->folder, .formats = to_pdf};
    assert_int_equal(make(f, &options, &plan), MH_REJECTED);
    assert_string_equal(last_id(f), "BAT-002");
    g_free(fo);
    g_free(text);
}

/* So two records write the same file only when their targets are the same: BAT-002 needs no more.
 */
static void no_suffix_of_a_format_ends_another(void **state)
{
    (void)state;
    size_t count = 0;
    const mh_format *formats = mh_formats(&count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            if (i != j)
                assert_false(g_str_has_suffix(formats[i].suffix, formats[j].suffix));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(folders_are_mirrored_in_the_order_of_names),
        TEST(a_named_file_is_taken_whatever_its_ending),
        TEST(the_output_folder_is_not_read),
        TEST(an_empty_folder_is_told),
        TEST(two_records_with_one_product_are_told),
        TEST(a_missing_path_is_told),
        TEST(shards_part_the_records_and_do_not_move),
        TEST(a_list_names_the_records),
        TEST(a_folder_is_read_once_whatever_links_lead_to_it),
        TEST(the_quarantine_is_not_read),
        TEST(one_folder_cannot_be_read_and_written),
        TEST(a_product_does_not_replace_a_record),
        cmocka_unit_test(no_suffix_of_a_format_ends_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
