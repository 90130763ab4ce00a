#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "watch/inbox.h"

enum { SETTLE = 1000 };

typedef struct fixture {
    char *folder;
    char *path;
    watch_inbox *inbox;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    f->path = g_build_filename(f->folder, "a.txt", NULL);
    f->inbox = watch_inbox_new(SETTLE);
    assert_true(g_file_set_contents(f->path, "one", -1, NULL));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    watch_inbox_free(f->inbox);
    (void)g_unlink(f->path);
    (void)g_rmdir(f->folder);
    g_free(f->path);
    g_free(f->folder);
    g_free(f);
    return 0;
}

static guint taken(const fixture *f, gint64 now)
{
    GPtrArray *paths = watch_inbox_take(f->inbox, now, 10);
    guint count = paths->len;
    if (count > 0)
        assert_string_equal(paths->pdata[0], f->path);
    g_ptr_array_unref(paths);
    return count;
}

static void append(const fixture *f)
{
    int fd = open(f->path, O_WRONLY | O_APPEND | O_CLOEXEC);
    assert_int_equal(write(fd, "more", 4), 4);
    (void)close(fd);
}

static void a_file_is_taken_once_when_it_has_settled(void **state)
{
    fixture *f = *state;
    assert_int_equal(watch_inbox_next(f->inbox), -1);
    watch_inbox_note(f->inbox, f->path, 0);
    assert_int_equal(watch_inbox_next(f->inbox), SETTLE);
    assert_int_equal(taken(f, SETTLE - 1), 0);
    assert_int_equal(taken(f, SETTLE), 1);
    assert_int_equal(watch_inbox_next(f->inbox), -1);
    watch_inbox_note(f->inbox, f->path, 2 * SETTLE);
    assert_int_equal(taken(f, 9 * SETTLE), 0);
}

static void a_change_begins_the_wait_anew(void **state)
{
    fixture *f = *state;
    watch_inbox_note(f->inbox, f->path, 0);
    append(f);
    assert_int_equal(taken(f, SETTLE), 0);
    assert_int_equal(taken(f, 2 * SETTLE - 1), 0);
    assert_int_equal(taken(f, 2 * SETTLE), 1);
    append(f);
    watch_inbox_note(f->inbox, f->path, 3 * SETTLE);
    assert_int_equal(taken(f, 4 * SETTLE), 1);
}

/* Held open without a change for longer than files settle. */
static void a_file_that_is_written_is_left_alone(void **state)
{
    fixture *f = *state;
    int fd = open(f->path, O_WRONLY | O_CLOEXEC);
    watch_inbox_note(f->inbox, f->path, 0);
    assert_int_equal(taken(f, SETTLE), 0);
    assert_int_equal(taken(f, 2 * SETTLE), 0);
    (void)close(fd);
    assert_int_equal(taken(f, 3 * SETTLE), 1);
}

static void what_is_gone_is_forgotten(void **state)
{
    fixture *f = *state;
    watch_inbox_note(f->inbox, f->path, 0);
    (void)g_unlink(f->path);
    assert_int_equal(taken(f, SETTLE), 0);
    assert_int_equal(watch_inbox_next(f->inbox), -1);
    watch_inbox_note(f->inbox, f->path, 0);
    assert_int_equal(watch_inbox_next(f->inbox), -1);
}

static void what_was_not_done_comes_again(void **state)
{
    fixture *f = *state;
    watch_inbox_note(f->inbox, f->path, 0);
    assert_int_equal(taken(f, SETTLE), 1);
    watch_inbox_again(f->inbox, f->path, 5 * SETTLE);
    assert_int_equal(taken(f, 4 * SETTLE), 0);
    assert_int_equal(taken(f, 5 * SETTLE), 1);
}

static void no_more_are_taken_than_wanted(void **state)
{
    fixture *f = *state;
    char *other = g_build_filename(f->folder, "b.txt", NULL);
    assert_true(g_file_set_contents(other, "two", -1, NULL));
    watch_inbox_note(f->inbox, other, 0);
    watch_inbox_note(f->inbox, f->path, 0);
    GPtrArray *paths = watch_inbox_take(f->inbox, SETTLE, 1);
    assert_int_equal(paths->len, 1);
    assert_string_equal(paths->pdata[0], f->path);
    g_ptr_array_unref(paths);
    paths = watch_inbox_take(f->inbox, SETTLE, 1);
    assert_string_equal(paths->pdata[0], other);
    g_ptr_array_unref(paths);
    (void)g_unlink(other);
    g_free(other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file_is_taken_once_when_it_has_settled, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_change_begins_the_wait_anew, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_that_is_written_is_left_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_gone_is_forgotten, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_was_not_done_comes_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_more_are_taken_than_wanted, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
