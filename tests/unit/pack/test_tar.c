#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>

#include "pack/tar.h"

typedef struct fixture {
    mh_arena *arena;
    FILE *file;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->arena = mh_arena_new();
    f->file = tmpfile();
    *state = f;
    return f->file ? 0 : -1;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    (void)fclose(f->file);
    mh_arena_free(f->arena);
    g_free(f);
    return 0;
}

static bool put(fixture *f, const char *name, mh_view bytes)
{
    const tar_member member = {.name = name, .bytes = bytes, .seconds = 1700000000};
    return tar_write_member(f->file, &member);
}

static void assert_next(fixture *f, const char *name, mh_view bytes)
{
    tar_member member;
    assert_int_equal(tar_read_member(f->file, f->arena, &member), TAR_MEMBER);
    assert_string_equal(member.name, name);
    assert_true(mh_view_equal(member.bytes, bytes));
    assert_int_equal(member.seconds, 1700000000);
}

static void what_was_written_is_read(void **state)
{
    fixture *f = *state;
    char block[512];
    memset(block, 'x', sizeof block);
    const mh_view whole = {.ptr = block, .len = sizeof block};
    char *longer = g_strnfill(150, 'd');
    char *parted = g_strdup_printf("%s/%s", longer, "name");
    mh_arena_defer(f->arena, g_free, longer);
    mh_arena_defer(f->arena, g_free, parted);
    assert_true(put(f, "a/empty", (mh_view){0}));
    assert_true(put(f, "a/short", MH_VIEW("short")));
    assert_true(put(f, "a/block", whole));
    assert_true(put(f, parted, MH_VIEW("deep")));
    assert_true(tar_write_end(f->file));
    rewind(f->file);
    assert_next(f, "a/empty", (mh_view){0});
    assert_next(f, "a/short", MH_VIEW("short"));
    assert_next(f, "a/block", whole);
    assert_next(f, parted, MH_VIEW("deep"));
    tar_member member;
    assert_int_equal(tar_read_member(f->file, f->arena, &member), TAR_END);
}

static void names_that_do_not_fit_are_refused(void **state)
{
    fixture *f = *state;
    char *name = g_strnfill(101, 'n');
    assert_false(put(f, name, MH_VIEW("x")));
    assert_int_equal(errno, ENAMETOOLONG);
    g_free(name);
}

/* Every byte counts: none can be changed without the file being refused, or read as another. */
static void a_changed_byte_is_found(void **state)
{
    fixture *f = *state;
    assert_true(put(f, "a/short", MH_VIEW("short")));
    assert_true(tar_write_end(f->file));
    long size = ftell(f->file);
    for (long at = 0; at < size; at++) {
        (void)fseek(f->file, at, SEEK_SET);
        int was = fgetc(f->file);
        (void)fseek(f->file, at, SEEK_SET);
        (void)fputc(was ^ 1, f->file);
        rewind(f->file);
        tar_member member = {0};
        tar_state first = tar_read_member(f->file, f->arena, &member);
        bool is_same = first == TAR_MEMBER && strcmp(member.name, "a/short") == 0
                       && mh_view_equal(member.bytes, MH_VIEW("short"));
        if (is_same && tar_read_member(f->file, f->arena, &member) == TAR_END)
            fail_msg("byte %ld was changed unseen", at);
        (void)fseek(f->file, at, SEEK_SET);
        (void)fputc(was, f->file);
    }
}

static void a_file_cut_off_is_broken(void **state)
{
    fixture *f = *state;
    tar_member member;
    assert_int_equal(tar_read_member(f->file, f->arena, &member), TAR_BROKEN);
    assert_true(put(f, "a/short", MH_VIEW("short")));
    rewind(f->file);
    assert_int_equal(tar_read_member(f->file, f->arena, &member), TAR_MEMBER);
    assert_int_equal(tar_read_member(f->file, f->arena, &member), TAR_BROKEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_written_is_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_that_do_not_fit_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_changed_byte_is_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_cut_off_is_broken, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
