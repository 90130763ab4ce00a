#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "batch/side_data.h"

static int set_up(void **state)
{
    *state = mh_job_new("masthead");
    return 0;
}

static int tear_down(void **state)
{
    mh_job_free(*state);
    return 0;
}

static mh_status read_text(mh_job *job, const char *text, mh_side_data **out)
{
    char *path = NULL;
    gint fd = g_file_open_tmp("masthead-XXXXXX", &path, NULL);
    assert_true(fd >= 0);
    assert_true(g_close(fd, NULL));
    assert_true(g_file_set_contents(path, text, -1, NULL));
    mh_status status = mh_side_data_read(job, path, out);
    (void)g_remove(path);
    g_free(path);
    return status;
}

static void rows_are_joined_by_path_or_file_name(void **state)
{
    mh_side_data *data = NULL;
    assert_int_equal(read_text(*state,
                               "file,symbol,title\r\n"
                               "a/x.txt,S/2021/540,\"A \"\"quoted\"\", long title\"\r\n"
                               "y.txt,A/76/1,\n",
                               &data),
                     MH_OK);
    mh_record_options facts = {0};
    mh_side_data_apply(data, "a/x.txt", &facts);
    assert_string_equal(facts.symbol, "S/2021/540");
    assert_string_equal(facts.title, "A \"quoted\", long title");
    facts = (mh_record_options){0};
    mh_side_data_apply(data, "deep/below/y.txt", &facts);
    assert_string_equal(facts.symbol, "A/76/1");
    assert_null(facts.title);
    facts = (mh_record_options){0};
    mh_side_data_apply(data, "z.txt", &facts);
    assert_null(facts.symbol);
}

static void what_is_set_for_all_wins(void **state)
{
    mh_side_data *data = NULL;
    assert_int_equal(read_text(*state, "file,symbol\nx.txt,A/1/1\n", &data), MH_OK);
    mh_record_options facts = {.symbol = "S/2/2"};
    mh_side_data_apply(data, "x.txt", &facts);
    assert_string_equal(facts.symbol, "S/2/2");
}

static void a_wrong_file_is_told_with_its_line(void **state)
{
    static const struct {
        const char *text;
        uint32_t line;
    } cases[] = {
        {"", 1},
        {"symbol\nA/1\n", 1},
        {"file,colour\nx,red\n", 1},
        {"file,date\nx.txt,2021-06-04\ny.txt,4 June 2021\n", 3},
        {"file,date\nx.txt\n", 2},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        mh_side_data *data = NULL;
        assert_int_equal(read_text(*state, cases[i].text, &data), MH_REJECTED);
        const mh_diag *diag = mh_job_diag(*state, mh_job_diag_count(*state) - 1);
        assert_string_equal(mh_diag_info_of(diag->code)->id, "BAT-003");
        assert_int_equal(diag->line, cases[i].line);
    }
}

static void values_must_fit_their_fields(void **state)
{
    (void)state;
    mh_record_options facts = {0};
    assert_true(mh_side_data_set(&facts, "date", "2021-06-04"));
    assert_false(mh_side_data_set(&facts, "date", "2021-02-30"));
    assert_false(mh_side_data_set(&facts, "date", "2021-6-4"));
    assert_true(mh_side_data_set(&facts, "language", "zh"));
    assert_false(mh_side_data_set(&facts, "language", "de"));
    assert_false(mh_side_data_set(&facts, "colour", "red"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_are_joined_by_path_or_file_name),
        TEST(what_is_set_for_all_wins),
        TEST(a_wrong_file_is_told_with_its_line),
        TEST(values_must_fit_their_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
