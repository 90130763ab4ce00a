#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "watch/ledger.h"

#define HEAD(hash) "{\"report\":\"masthead\",\"options_sha256\":\"" hash "\"}\n"
#define LINE(name, digest)                                                                         \
    "{\"record\":\"" name "\",\"source_sha256\":\"" digest "\",\"status\":\"ok\"}\n"

typedef struct fixture {
    char *folder;
    char *path;
    char *round;
    guint told;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    f->path = g_build_filename(f->folder, "watch.ndjson", NULL);
    f->round = g_build_filename(f->folder, "round.ndjson", NULL);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    (void)g_unlink(f->path);
    (void)g_unlink(f->round);
    (void)g_rmdir(f->folder);
    g_free(f->path);
    g_free(f->round);
    g_free(f->folder);
    g_free(f);
    return 0;
}

static void count(void *to, const char *name, const char *status)
{
    fixture *f = to;
    assert_non_null(name);
    assert_string_equal(status, "ok");
    f->told++;
}

/* The ledger as another process opens it; free the job to give it back. */
static watch_ledger *open_ledger(const fixture *f, const char *hash, mh_job **job)
{
    watch_ledger *ledger = NULL;
    *job = mh_job_new("masthead");
    assert_int_equal(watch_ledger_open(*job, f->path, hash, &ledger), MH_OK);
    return ledger;
}

static void what_was_taken_over_is_known_for_ever(void **state)
{
    fixture *f = *state;
    assert_true(g_file_set_contents(
        f->round, HEAD("a") "{\"started\":\"x\"}\n" LINE("x", "11") LINE("y", "22"), -1, NULL));
    mh_job *job = NULL;
    watch_ledger *ledger = open_ledger(f, "a", &job);
    assert_false(watch_ledger_knows(ledger, "x"));
    assert_int_equal(watch_ledger_take(job, ledger, f->round, count, f), MH_OK);
    assert_int_equal(f->told, 2);
    assert_true(watch_ledger_has(ledger, "x", "11"));
    mh_job_free(job);

    /* Killed before the journal was gone: it is there again at the next start. */
    ledger = open_ledger(f, "a", &job);
    assert_int_equal(watch_ledger_take(job, ledger, f->round, count, f), MH_OK);
    assert_int_equal(f->told, 2);
    mh_job_free(job);

    ledger = open_ledger(f, "a", &job);
    assert_true(watch_ledger_has(ledger, "x", "11"));
    assert_false(watch_ledger_has(ledger, "x", "22"));
    assert_true(watch_ledger_knows(ledger, "y"));
    mh_job_free(job);
}

static void other_options_are_another_matter(void **state)
{
    fixture *f = *state;
    assert_true(g_file_set_contents(f->round, HEAD("b") LINE("x", "11") HEAD("a") LINE("y", "22"),
                                    -1, NULL));
    mh_job *job = NULL;
    watch_ledger *ledger = open_ledger(f, "a", &job);
    assert_int_equal(watch_ledger_take(job, ledger, f->round, count, f), MH_OK);
    assert_false(watch_ledger_knows(ledger, "x"));
    assert_true(watch_ledger_knows(ledger, "y"));
    mh_job_free(job);
    ledger = open_ledger(f, "c", &job);
    assert_false(watch_ledger_knows(ledger, "y"));
    mh_job_free(job);
}

/* Killed while it wrote: the torn line is lost, the next one is not. */
static void a_torn_line_swallows_no_other(void **state)
{
    fixture *f = *state;
    assert_true(g_file_set_contents(f->path, HEAD("a") LINE("x", "11") "{\"record\":\"y\",\"sou",
                                    -1, NULL));
    assert_true(g_file_set_contents(f->round, HEAD("a") LINE("z", "33"), -1, NULL));
    mh_job *job = NULL;
    watch_ledger *ledger = open_ledger(f, "a", &job);
    assert_true(watch_ledger_knows(ledger, "x"));
    assert_false(watch_ledger_knows(ledger, "y"));
    assert_int_equal(watch_ledger_take(job, ledger, f->round, count, f), MH_OK);
    mh_job_free(job);
    ledger = open_ledger(f, "a", &job);
    assert_true(watch_ledger_knows(ledger, "z"));
    mh_job_free(job);
}

static void a_round_that_is_not_there_tells_nothing(void **state)
{
    fixture *f = *state;
    mh_job *job = NULL;
    watch_ledger *ledger = open_ledger(f, "a", &job);
    assert_int_equal(watch_ledger_take(job, ledger, f->round, count, f), MH_OK);
    assert_int_equal(f->told, 0);
    mh_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_taken_over_is_known_for_ever, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_options_are_another_matter, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_torn_line_swallows_no_other, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_round_that_is_not_there_tells_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
