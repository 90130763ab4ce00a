#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "json/json.h"

static int set_up(void **state)
{
    *state = json_parser_new_immutable();
    return 0;
}

static int tear_down(void **state)
{
    g_object_unref(*state);
    return 0;
}

static void members_are_read_by_type(void **state)
{
    JsonObject *object = mh_json_parse(
        *state,
        MH_VIEW("{\"s\":\"x\",\"i\":7,\"d\":0.5,\"o\":{},\"a\":[{},1],\"n\":null,\"b\":true}"));
    assert_non_null(object);
    assert_string_equal(mh_json_string(object, "s"), "x");
    assert_int_equal(mh_json_integer(object, "i", -1), 7);
    assert_float_equal(mh_json_number(object, "d", -1), 0.5, 0);
    assert_non_null(mh_json_object(object, "o"));
    assert_non_null(mh_json_element(mh_json_array(object, "a"), 0));
    assert_null(mh_json_element(mh_json_array(object, "a"), 1));
}

static void other_types_are_not_there(void **state)
{
    static const char *const names[] = {"o", "a", "n", "b", "none"};
    JsonObject *object =
        mh_json_parse(*state, MH_VIEW("{\"s\":\"7\",\"o\":{},\"a\":[],\"n\":null,\"b\":true}"));
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_null(mh_json_string(object, names[i]));
        assert_int_equal(mh_json_integer(object, names[i], -1), -1);
        assert_float_equal(mh_json_number(object, names[i], -1), -1, 0);
    }
    assert_int_equal(mh_json_integer(object, "s", -1), -1);
    assert_null(mh_json_object(object, "s"));
    assert_null(mh_json_array(object, "o"));
    assert_null(mh_json_string(NULL, "s"));
}

static void what_is_no_object_is_null(void **state)
{
    static const char *const texts[] = {"", "[]", "7", "{", "{\"a\":", "nonsense", "\xFF"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_null(mh_json_parse(*state, mh_view_of(texts[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(members_are_read_by_type, set_up, tear_down),
        cmocka_unit_test_setup_teardown(other_types_are_not_there, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_object_is_null, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
