#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "batch/progress.h"

static void check_text(const batch_progress *progress, gint64 seconds, const char *expected)
{
    char *text = batch_progress_text(progress, seconds * G_USEC_PER_SEC);
    assert_string_equal(text, expected);
    g_free(text);
}

static void the_line_tells_share_rate_and_time_left(void **state)
{
    (void)state;
    const batch_progress progress = {
        .total = 200, .total_bytes = 2000, .done = 50, .done_bytes = 500, .failed = 1, .warned = 2};
    check_text(&progress, 10, "50/200 25.0 % 5.0/s ETA 30s 1 failed 2 warned");
    check_text(&progress, 100, "50/200 25.0 % 0.5/s ETA 5m00s 1 failed 2 warned");
}

static void nothing_is_guessed_at_the_start(void **state)
{
    (void)state;
    const batch_progress progress = {
        .total = 200, .total_bytes = 2000, .done = 1, .done_bytes = 10};
    check_text(&progress, 1, "1/200 0.5 % 1.0/s ETA - 0 failed 0 warned");
}

static void skipped_records_do_not_make_the_rate(void **state)
{
    (void)state;
    const batch_progress progress = {
        .total = 100, .total_bytes = 500, .done = 60, .done_bytes = 50, .skipped = 50};
    check_text(&progress, 10, "60/100 60.0 % 1.0/s ETA 1m30s 0 failed 0 warned");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_line_tells_share_rate_and_time_left),
        cmocka_unit_test(nothing_is_guessed_at_the_start),
        cmocka_unit_test(skipped_records_do_not_make_the_rate),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
