#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/digest.h"
#include "batch/lease.h"
#include "batch/report.h"

enum { RECORDS = 3 };

typedef struct fixture {
    mh_job *job;
    char *folder;
    const char *path;
    const char *journal;
    mh_plan_item items[RECORDS];
    mh_plan plan;
} fixture;

static int set_up(void **state)
{
    static const char *const names[RECORDS] = {"a.txt", "b \"quoted\".txt", "c.txt"};
    fixture *f = g_new0(fixture, 1);
    f->job = mh_job_new("masthead");
    f->folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    f->path = mh_arena_printf(mh_job_arena(f->job), "%s/report.ndjson", f->folder);
    f->journal = mh_arena_printf(mh_job_arena(f->job), "%s.journal", f->path);
    for (size_t i = 0; i < RECORDS; i++)
        f->items[i] = (mh_plan_item){
            .path = mh_arena_printf(mh_job_arena(f->job), "%s/%s", f->folder, names[i]),
            .name = names[i],
        };
    f->plan = (mh_plan){.items = f->items, .count = RECORDS};
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    mh_job_free(f->job);
    (void)g_unlink(f->path);
    (void)g_unlink(f->journal);
    for (size_t i = 0; i < RECORDS; i++)
        (void)g_unlink(f->items[i].path);
    (void)g_rmdir(f->folder);
    g_free(f->folder);
    g_free(f);
    return 0;
}

/* A process of its own in all but name: what it leaves is what a killed run leaves. */
typedef struct session {
    mh_job *job;
    batch_report *report;
} session;

static session begin(const fixture *f, const char *hash, bool is_resumed)
{
    session s = {.job = mh_job_new("masthead")};
    const batch_report_options options = {
        .path = f->path, .options_hash = hash, .is_resumed = is_resumed};
    assert_int_equal(batch_report_begin(s.job, &options, &f->plan, &s.report), MH_OK);
    return s;
}

static void end(session *s)
{
    assert_int_equal(batch_report_end(s->job, s->report), MH_OK);
    mh_job_free(s->job);
}

static void die(session *s)
{
    mh_job_free(s->job);
}

static void add(session *s, size_t index, const char *line)
{
    assert_int_equal(batch_report_start(s->job, s->report, index), MH_OK);
    assert_int_equal(batch_report_add(s->job, s->report, index, line), MH_OK);
}

static char *contents(const char *path)
{
    char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    return text;
}

#define LINE_A "{\"record\":\"a.txt\",\"status\":\"ok\"}"
#define LINE_B "{\"record\":\"b \\\"quoted\\\".txt\",\"status\":\"warning\"}"
#define LINE_C "{\"record\":\"c.txt\",\"status\":\"failed\"}"
#define HEAD(hash)                                                                                 \
    "{\"report\":\"masthead\",\"schema\":1,\"version\":\"" MASTHEAD_VERSION                        \
    "\",\"options_sha256\":\"" hash "\",\"records\":3}\n"

static void lines_are_in_the_order_of_the_plan(void **state)
{
    fixture *f = *state;
    session s = begin(f, "1", false);
    add(&s, 2, LINE_C);
    add(&s, 0, LINE_A);
    assert_true(g_file_test(f->journal, G_FILE_TEST_EXISTS));
    end(&s);
    char *text = contents(f->path);
    assert_string_equal(text, HEAD("1") LINE_A "\n" LINE_C "\n");
    g_free(text);
    assert_false(g_file_test(f->journal, G_FILE_TEST_EXISTS));
}

static void a_killed_run_is_remembered(void **state)
{
    fixture *f = *state;
    session s = begin(f, "1", true);
    add(&s, 1, LINE_B);
    assert_int_equal(batch_report_start(s.job, s.report, 0), MH_OK);
    die(&s);
    for (guint lost = 1; lost <= 2; lost++) {
        s = begin(f, "1", true);
        assert_int_equal(batch_report_lost(s.report, 0), lost);
        assert_int_equal(batch_report_lost(s.report, 1), 0);
        mh_view line = batch_report_earlier(s.report, 1);
        assert_true(mh_view_equal(line, mh_view_of(LINE_B)));
        assert_int_equal(batch_report_earlier(s.report, 0).len, 0);
        assert_int_equal(batch_report_start(s.job, s.report, 0), MH_OK);
        die(&s);
    }
    s = begin(f, "1", true);
    batch_report_skip(s.report, 1);
    add(&s, 0, LINE_A);
    end(&s);
    char *text = contents(f->path);
    assert_string_equal(text, HEAD("1") LINE_A "\n"
                                               "{\"record\":\"b \\\"quoted\\\".txt\",\"status\":"
                                               "\"skipped\"}\n");
    g_free(text);
}

static void what_was_not_reached_keeps_its_line(void **state)
{
    fixture *f = *state;
    session s = begin(f, "1", true);
    add(&s, 0, LINE_A);
    add(&s, 1, LINE_B);
    add(&s, 2, LINE_C);
    end(&s);
    s = begin(f, "1", true);
    add(&s, 0, "{\"record\":\"a.txt\",\"status\":\"failed\"}");
    end(&s);
    char *text = contents(f->path);
    assert_string_equal(text, HEAD("1") "{\"record\":\"a.txt\",\"status\":\"failed\"}\n" LINE_B
                                        "\n" LINE_C "\n");
    g_free(text);
}

static void other_options_know_nothing(void **state)
{
    fixture *f = *state;
    session s = begin(f, "1", true);
    add(&s, 0, LINE_A);
    die(&s);
    s = begin(f, "2", true);
    assert_int_equal(batch_report_earlier(s.report, 0).len, 0);
    add(&s, 1, LINE_B);
    die(&s);
    s = begin(f, "1", true);
    assert_int_equal(batch_report_earlier(s.report, 0).len, strlen(LINE_A));
    assert_int_equal(batch_report_earlier(s.report, 1).len, 0);
    die(&s);
    s = begin(f, "1", false);
    assert_int_equal(batch_report_earlier(s.report, 0).len, 0);
    end(&s);
}

/* The kill came while a line was being written: neither it nor the next one misleads. */
static void half_a_line_is_no_line(void **state)
{
    fixture *f = *state;
    assert_true(g_file_set_contents(f->journal, HEAD("1") LINE_A "\n{\"record\":\"b", -1, NULL));
    session s = begin(f, "2", true);
    add(&s, 1, LINE_B);
    die(&s);
    s = begin(f, "1", true);
    assert_int_equal(batch_report_earlier(s.report, 0).len, strlen(LINE_A));
    assert_int_equal(batch_report_earlier(s.report, 1).len, 0);
    die(&s);
    s = begin(f, "2", true);
    assert_int_equal(batch_report_earlier(s.report, 1).len, strlen(LINE_B));
    die(&s);
}

static void two_runs_do_not_write_one_report(void **state)
{
    fixture *f = *state;
    session s = begin(f, "1", true);
    session other = {.job = mh_job_new("masthead")};
    const batch_report_options options = {.path = f->path, .options_hash = "1"};
    assert_int_equal(batch_report_begin(other.job, &options, &f->plan, &other.report), MH_REJECTED);
    assert_int_equal(mh_job_diag(other.job, 0)->code, MH_BAT_BUSY);
    mh_job_free(other.job);
    end(&s);
    s = begin(f, "1", true);
    end(&s);
}

static void what_runs_died_of_is_known_by_its_source(void **state)
{
    fixture *f = *state;
    mh_arena *arena = mh_job_arena(f->job);
    assert_true(g_file_set_contents(f->items[0].path, "text", -1, NULL));
    const mh_task_outcome lost = mh_task_lost(arena, &f->items[0], MH_BAT_POISON, "3");
    assert_true(batch_report_is_poison(mh_view_of(lost.report), &f->items[0]));
    const mh_task_outcome crashed = mh_task_lost(arena, &f->items[0], MH_BAT_CRASHED, "BAT-008");
    assert_false(batch_report_is_poison(mh_view_of(crashed.report), &f->items[0]));
    assert_true(g_file_set_contents(f->items[0].path, "repaired", -1, NULL));
    assert_false(batch_report_is_poison(mh_view_of(lost.report), &f->items[0]));
}

static void what_is_done_holds_until_source_or_product_change(void **state)
{
    fixture *f = *state;
    mh_arena *arena = mh_job_arena(f->job);
    const char *source = mh_digest_sha256(arena, MH_VIEW("source"));
    const char *product = mh_digest_sha256(arena, MH_VIEW("product"));
    const char *line =
        mh_arena_printf(arena,
                        "{\"record\":\"a.txt\",\"source_sha256\":\"%s\",\"status\":\"ok\","
                        "\"outputs\":{\"akn\":{\"path\":\"%s\",\"bytes\":7,\"sha256\":\"%s\"}}}",
                        source, f->items[2].path, product);
    const mh_format *const akn[] = {mh_format_find(MH_VIEW("akn")), NULL};
    const mh_format *const both[] = {akn[0], mh_format_find(MH_VIEW("pdf")), NULL};
    assert_true(g_file_set_contents(f->items[0].path, "source", -1, NULL));
    assert_false(batch_report_still_holds(mh_view_of(line), &f->items[0], akn));
    assert_true(g_file_set_contents(f->items[2].path, "product", -1, NULL));
    assert_true(batch_report_still_holds(mh_view_of(line), &f->items[0], akn));
    assert_false(batch_report_still_holds(mh_view_of(line), &f->items[0], both));
    assert_true(g_file_set_contents(f->items[2].path, "changed", -1, NULL));
    assert_false(batch_report_still_holds(mh_view_of(line), &f->items[0], akn));
    assert_true(g_file_set_contents(f->items[2].path, "product", -1, NULL));
    assert_true(g_file_set_contents(f->items[0].path, "changed", -1, NULL));
    assert_false(batch_report_still_holds(mh_view_of(line), &f->items[0], akn));
}

static void shards_share_a_folder_and_a_whole_run_does_not(void **state)
{
    fixture *f = *state;
    const batch_lease_request first = {.folder = f->folder, .shard = 1, .shard_count = 2};
    const batch_lease_request second = {.folder = f->folder, .shard = 2, .shard_count = 2};
    const batch_lease_request all = {.folder = f->folder};
    batch_lease *one = NULL;
    batch_lease *two = NULL;
    batch_lease *three = NULL;
    assert_int_equal(batch_lease_take(f->job, &first, &one), MH_OK);
    assert_int_equal(batch_lease_take(f->job, &second, &two), MH_OK);
    assert_int_equal(batch_lease_take(f->job, &first, &three), MH_REJECTED);
    batch_lease_end(three);
    assert_int_equal(batch_lease_take(f->job, &all, &three), MH_REJECTED);
    batch_lease_end(three);
    batch_lease_end(one);
    batch_lease_end(two);
    assert_int_equal(batch_lease_take(f->job, &all, &one), MH_OK);
    assert_int_equal(batch_lease_take(f->job, &first, &two), MH_REJECTED);
    batch_lease_end(two);
    batch_lease_end(one);
    char *locks = g_build_filename(f->folder, ".masthead", NULL);
    assert_false(g_file_test(locks, G_FILE_TEST_EXISTS));
    g_free(locks);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_are_in_the_order_of_the_plan),
        TEST(a_killed_run_is_remembered),
        TEST(what_was_not_reached_keeps_its_line),
        TEST(other_options_know_nothing),
        TEST(half_a_line_is_no_line),
        TEST(two_runs_do_not_write_one_report),
        TEST(what_runs_died_of_is_known_by_its_source),
        TEST(what_is_done_holds_until_source_or_product_change),
        TEST(shards_share_a_folder_and_a_whole_run_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
