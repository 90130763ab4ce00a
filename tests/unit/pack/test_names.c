#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pack/names.h"

static int set_up(void **state)
{
    *state = mh_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    mh_arena_free(*state);
    return 0;
}

static void names_that_archives_keep_are_kept(void **state)
{
    static const char *const names[] = {"S_RES_9001(2099).fr", "a-b_c.(1)", "x"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        assert_string_equal(pack_slug(*state, names[i]), names[i]);
}

static void blanks_and_folders_become_one_name(void **state)
{
    assert_string_equal(pack_slug(*state, "council/S 2099"), "council_S_2099");
}

static void names_that_lose_letters_stay_apart(void **state)
{
    const char *first = pack_slug(*state, "决议");
    const char *second = pack_slug(*state, "信函");
    assert_true(g_str_has_prefix(first, "__-"));
    assert_string_not_equal(first, second);
    assert_string_equal(pack_slug(*state, "决议"), first);
}

static void names_are_neither_hidden_nor_long_nor_empty(void **state)
{
    char longest[400];
    memset(longest, 'a', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    const char *slug = pack_slug(*state, longest);
    assert_true(strlen(slug) <= 96);
    longest[398] = 'b';
    assert_string_not_equal(pack_slug(*state, longest), slug);
    assert_int_not_equal(pack_slug(*state, ".hidden")[0], '.');
    assert_true(strlen(pack_slug(*state, "")) > 0);
}

/* Against Python's uuid.uuid5(uuid.NAMESPACE_URL, …). */
static void identifiers_are_those_of_rfc_4122(void **state)
{
    assert_string_equal(pack_uuid(*state, "urn:masthead:record:/akn/un/x"),
                        "4ff4dbda-fce3-5ca6-8720-3211a33a1cc4");
    assert_string_equal(pack_uuid(*state, ""), "1b4db7eb-4057-5ddf-91e0-36dec72071f5");
}

static void slots_are_filled(void **state)
{
    const pack_slots slots = {.record = "r", .representation = "pdf", .file = "r.pdf"};
    assert_string_equal(pack_fill(*state, "a/{representation}/{file}", &slots), "a/pdf/r.pdf");
    assert_string_equal(pack_fill(*state, "{record}/{record}{package}", &slots), "r/r");
}

static void times_are_universal(void **state)
{
    assert_string_equal(pack_time(*state, 1700000000), "2023-11-14T22:13:20Z");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_that_archives_keep_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(blanks_and_folders_become_one_name, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_that_lose_letters_stay_apart, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_are_neither_hidden_nor_long_nor_empty, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(identifiers_are_those_of_rfc_4122, set_up, tear_down),
        cmocka_unit_test_setup_teardown(slots_are_filled, set_up, tear_down),
        cmocka_unit_test_setup_teardown(times_are_universal, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
