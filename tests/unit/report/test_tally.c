#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/tally.h"

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

static const report_line plain = {
    .record = "a", .status = "ok", .kind = "letter", .languages = "fr en", .fidelity = 1};

static void groups_are_counted_and_sorted(void **state)
{
    tally *t = tally_new(*state);
    report_line line = plain;
    tally_add(t, &line, 1);
    line.kind = "report";
    line.languages = "en";
    line.pages = 4;
    tally_add(t, &line, 2);
    line.status = "failed";
    tally_add(t, &line, 3);
    const GPtrArray *kinds = tally_groups(t, t->kinds);
    assert_int_equal(kinds->len, 2);
    const tally_group *first = kinds->pdata[0];
    assert_string_equal(first->name, "report");
    assert_int_equal(first->records, 2);
    assert_int_equal(first->failed, 1);
    assert_int_equal(first->pages, 8);
    assert_int_equal(tally_groups(t, t->languages)->len, 2);
    assert_int_equal(t->all.records, 3);
}

/* A record is in the bin that its value is below of, and not below the one before. */
static void bins_have_their_bounds(void **state)
{
    tally *t = tally_new(*state);
    report_line line = plain;
    static const double seconds[] = {0, 0.009, 0.01, 59.9, 60, 100000};
    for (size_t i = 0; i < G_N_ELEMENTS(seconds); i++) {
        line.seconds = seconds[i];
        tally_add(t, &line, i + 1);
    }
    const GArray *times = t->times;
    assert_int_equal(g_array_index(times, tally_bin, 0).records, 2);
    assert_int_equal(g_array_index(times, tally_bin, 1).records, 1);
    assert_int_equal(g_array_index(times, tally_bin, times->len - 2).records, 1);
    assert_int_equal(g_array_index(times, tally_bin, times->len - 1).records, 2);
}

static void the_slowest_are_kept(void **state)
{
    tally *t = tally_new(*state);
    for (size_t i = 1; i <= 100; i++) {
        report_line line = plain;
        line.seconds = (double)((i * 37) % 101);
        tally_add(t, &line, i);
    }
    assert_int_equal(t->slowest->len, TALLY_EXTREMES);
    for (guint i = 0; i < t->slowest->len; i++)
        assert_float_equal(g_array_index(t->slowest, tally_record, i).seconds,
                           (float)(100 - (int)i), 0);
    assert_int_equal(t->worst->len, 0);
}

static void the_worst_lack_most(void **state)
{
    tally *t = tally_new(*state);
    const report_message warning = {.severity = "warning", .code = "REC-001", .text = "m"};
    report_line line = plain;
    line.messages = &warning;
    line.message_count = 1;
    tally_add(t, &line, 1);
    line.fidelity = 0.9;
    tally_add(t, &line, 2);
    line.status = "failed";
    tally_add(t, &line, 3);
    assert_int_equal(t->worst->len, 2);
    assert_int_equal(g_array_index(t->worst, tally_record, 0).row, 2);
}

static void messages_are_gathered_by_code(void **state)
{
    tally *t = tally_new(*state);
    const report_message messages[] = {
        {.severity = "note", .code = "N", .text = "n"},
        {.severity = "warning", .code = "W", .text = "w"},
        {.severity = "warning", .code = "W", .text = "w"},
        {.severity = "error", .code = "E", .text = "e"},
    };
    report_line line = plain;
    line.messages = messages;
    line.message_count = G_N_ELEMENTS(messages);
    for (size_t i = 1; i <= 20; i++)
        tally_add(t, &line, i);
    const GPtrArray *codes = tally_codes(t);
    assert_int_equal(codes->len, 3);
    const tally_code *error = codes->pdata[0];
    const tally_code *warning = codes->pdata[1];
    assert_string_equal(error->code, "E");
    assert_string_equal(warning->code, "W");
    assert_int_equal(warning->messages, 40);
    assert_int_equal(warning->records, 20);
    assert_int_equal(warning->examples->len, TALLY_EXAMPLES);
    assert_int_equal(t->messages, 80);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(groups_are_counted_and_sorted, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bins_have_their_bounds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_slowest_are_kept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_worst_lack_most, set_up, tear_down),
        cmocka_unit_test_setup_teardown(messages_are_gathered_by_code, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
