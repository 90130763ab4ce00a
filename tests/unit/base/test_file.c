#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"

typedef struct fixture {
    mh_job *job;
    char *folder;
    const char *a;
    const char *b;
    const char *part; /* temporary of a */
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->job = mh_job_new("masthead");
    f->folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    f->a = mh_arena_printf(mh_job_arena(f->job), "%s/a", f->folder);
    f->b = mh_arena_printf(mh_job_arena(f->job), "%s/b", f->folder);
    f->part = mh_arena_printf(mh_job_arena(f->job), "%s/.a.part", f->folder);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    (void)g_remove(f->a);
    (void)g_remove(f->b);
    assert_int_equal(g_rmdir(f->folder), 0); /* Nothing else is left. */
    mh_job_free(f->job);
    g_free(f->folder);
    g_free(f);
    return 0;
}

static void assert_holds(const char *path, const char *text)
{
    char *found = NULL;
    assert_true(g_file_get_contents(path, &found, NULL, NULL));
    assert_string_equal(found, text);
    g_free(found);
}

static mh_status write_both(fixture *f)
{
    const mh_view parts[] = {MH_VIEW("one "), {0}, MH_VIEW("two")};
    const mh_file files[] = {
        {.path = f->a, .parts = parts, .part_count = G_N_ELEMENTS(parts)},
        {.path = f->b, .parts = parts, .part_count = 1},
    };
    return mh_file_write_set(f->job, files, G_N_ELEMENTS(files));
}

static void parts_make_a_file(void **state)
{
    fixture *f = *state;
    assert_int_equal(write_both(f), MH_OK);
    assert_holds(f->a, "one two");
    assert_holds(f->b, "one ");
}

static void a_set_that_cannot_be_whole_replaces_nothing(void **state)
{
    fixture *f = *state;
    assert_true(g_file_set_contents(f->a, "before", -1, NULL));
    assert_int_equal(g_mkdir(f->b, 0777), 0);
    assert_int_equal(write_both(f), MH_FAILED);
    assert_int_equal(mh_job_diag(f->job, 0)->code, MH_JOB_WRITE);
    assert_holds(f->a, "before");
}

static void what_a_killed_process_left_is_taken_over(void **state)
{
    fixture *f = *state;
    assert_true(g_file_set_contents(f->part, "half of something longer", -1, NULL));
    assert_int_equal(mh_file_write(f->job, f->a, MH_VIEW("whole")), MH_OK);
    assert_holds(f->a, "whole");
    assert_true(g_file_set_contents(f->part, "half", -1, NULL));
    mh_file_discard(f->a);
    assert_false(g_file_test(f->part, G_FILE_TEST_EXISTS));
}

typedef struct writer {
    const fixture *f;
    int fd; /* of the temporary, locked */
} writer;

static gpointer finish(gpointer data)
{
    const writer *w = data;
    g_usleep(G_USEC_PER_SEC / 5);
    bool is_renamed = g_rename(w->f->part, w->f->a) == 0;
    (void)close(w->fd);
    return GINT_TO_POINTER(is_renamed);
}

/* The other's file gets its name whole; ours comes after it and touches it nowhere. */
static void another_writer_is_waited_for(void **state)
{
    fixture *f = *state;
    writer other = {.f = f, .fd = g_open(f->part, O_WRONLY | O_CREAT | O_CLOEXEC, 0666)};
    assert_int_equal(flock(other.fd, LOCK_EX), 0);
    assert_int_equal(write(other.fd, "other", 5), 5);
    assert_int_equal(link(f->part, f->b), 0);
    GThread *thread = g_thread_new("other", finish, &other);
    assert_int_equal(mh_file_write(f->job, f->a, MH_VIEW("ours")), MH_OK);
    assert_true(GPOINTER_TO_INT(g_thread_join(thread)));
    assert_holds(f->a, "ours");
    assert_holds(f->b, "other");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(parts_make_a_file),
        TEST(a_set_that_cannot_be_whole_replaces_nothing),
        TEST(what_a_killed_process_left_is_taken_over),
        TEST(another_writer_is_waited_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
