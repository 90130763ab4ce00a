/* Characters counted: what differs is found and shown, what is only set otherwise is not. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "verify/bag.h"

typedef struct fixture {
    mh_arena *arena;
    verify_bag *a;
    verify_bag *b;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new(fixture, 1);
    f->arena = mh_arena_new();
    f->a = verify_bag_new(f->arena);
    f->b = verify_bag_new(f->arena);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    mh_arena_free(f->arena);
    g_free(f);
    return 0;
}

static void assert_difference(const fixture *f, const char *of_a, const char *of_b)
{
    assert_string_equal(verify_bag_show(f->arena, verify_bag_less(f->arena, f->a, f->b)), of_a);
    assert_string_equal(verify_bag_show(f->arena, verify_bag_less(f->arena, f->b, f->a)), of_b);
}

static void order_and_white_space_do_not_count(void **state)
{
    fixture *f = *state;
    verify_bag_add(f->a, MH_VIEW("one two\n\xE4\xB8\x80"));
    verify_bag_add(f->b, MH_VIEW("\xE4\xB8\x80\xC2\xA0\xE3\x80\x80two"));
    verify_bag_add(f->b, MH_VIEW("eno"));
    assert_int_equal(verify_bag_count(f->a), 7);
    assert_difference(f, "", "");
}

static void lost_and_added_characters_are_shown(void **state)
{
    fixture *f = *state;
    verify_bag_add(f->a, MH_VIEW("aabbc"));
    verify_bag_add(f->b, MH_VIEW("abc!"));
    assert_difference(f, "'a' ×1, 'b' ×1", "'!' ×1");
    assert_int_equal(verify_bag_count(verify_bag_less(f->arena, f->a, f->b)), 2);
}

static void forms_and_cuts_do_not_count(void **state)
{
    fixture *f = *state;
    /* a ligature, a letter with its accent apart, marks of direction, a soft hyphen */
    verify_bag_add(f->a, MH_VIEW("fi\xC3\xA9\xD8\xA7"));
    verify_bag_add(f->b, MH_VIEW("\xEF\xAC\x81"
                                 "e"));
    verify_bag_add(f->b, MH_VIEW("\xCC\x81\xE2\x80\x8F\xD8\xA7\xC2\xAD"));
    assert_difference(f, "", "");
}

static void marks_that_join_are_shown_by_number(void **state)
{
    fixture *f = *state;
    verify_bag_add(f->a, MH_VIEW("\xCC\x81"));
    assert_difference(f, "U+0301 ×1", "");
}

static void long_lists_are_cut(void **state)
{
    fixture *f = *state;
    verify_bag_add(f->a, MH_VIEW("abcdefghijkl"));
    assert_difference(f,
                      "'a' ×1, 'b' ×1, 'c' ×1, 'd' ×1, 'e' ×1, 'f' ×1, 'g' ×1, 'h' ×1 and 4 other "
                      "characters",
                      "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(order_and_white_space_do_not_count, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lost_and_added_characters_are_shown, set_up, tear_down),
        cmocka_unit_test_setup_teardown(forms_and_cuts_do_not_count, set_up, tear_down),
        cmocka_unit_test_setup_teardown(marks_that_join_are_shown_by_number, set_up, tear_down),
        cmocka_unit_test_setup_teardown(long_lists_are_cut, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
