/* A record's lines beside their places: cut to width in columns, coloured only when asked. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "explain/explain.h"

static const char record[] = "United Nations\n"
                             "\n"
                             "Note\n"
                             "\n"
                             "1. One paragraph that is longer than the column.\n"
                             "\n"
                             "\xE4\xB8\x80\xE4\xBA\x8C\xE4\xB8\x89\xE5\x9B\x9B\xE4\xBA\x94"
                             "\xE5\x85\xAD\xE4\xB8\x83\xE5\x85\xAB\xE4\xB9\x9D\xE5\x8D\x81\n";

/* The line that begins with @p number, or NULL; the caller frees it. */
static char *find_line(const GString *out, unsigned number)
{
    char **lines = g_strsplit(out->str, "\n", -1);
    char *found = NULL;
    for (char **line = lines; *line && !found; line++)
        if (g_ascii_strtoull(*line, NULL, 10) == number && g_ascii_isdigit((*line)[4]))
            found = g_strdup(*line);
    g_strfreev(lines);
    return found;
}

static void assert_line(const GString *out, unsigned number, const char *start)
{
    char *line = find_line(out, number);
    assert_non_null(line);
    if (!g_str_has_prefix(line, start))
        fail_msg("'%s' does not begin with '%s'", line, start);
    g_free(line);
}

static void lines_are_cut_in_columns(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("a.txt");
    GString *out = mh_arena_string(mh_job_arena(job));
    const mh_explain_options options = {.width = MH_EXPLAIN_WIDTH_MIN};
    assert_int_equal(mh_explain(job, mh_view_of(record), &options, out), MH_OK);
    /* 16 columns for the text: a wide character that does not fit leaves a blank */
    assert_line(out, 1, "    1   United Nations    ");
    assert_line(out, 5, "    5   1. One paragrap…  ");
    assert_line(out, 7,
                "    7   \xE4\xB8\x80\xE4\xBA\x8C\xE4\xB8\x89\xE5\x9B\x9B\xE4\xBA\x94\xE5\x85\xAD"
                "\xE4\xB8\x83…   ");
    assert_null(strchr(out->str, '\033'));
    assert_non_null(strstr(out->str, "[REC-001]"));
    mh_job_free(job);
}

static void colours_end_where_they_began(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("a.txt");
    GString *out = mh_arena_string(mh_job_arena(job));
    const mh_explain_options options = {.width = 80, .is_coloured = true};
    assert_int_equal(mh_explain(job, mh_view_of(record), &options, out), MH_OK);
    size_t begun = 0;
    size_t ended = 0;
    for (const char *p = strchr(out->str, '\033'); p; p = strchr(p + 1, '\033')) {
        bool is_end = g_str_has_prefix(p, "\033[0m");
        begun += !is_end;
        ended += is_end;
        assert_int_equal(begun - ended, is_end ? 0 : 1);
    }
    assert_true(begun > 2);
    mh_job_free(job);
}

static void what_is_not_text_is_refused(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("a.txt");
    GString *out = mh_arena_string(mh_job_arena(job));
    const mh_explain_options options = {.width = 80};
    assert_int_equal(mh_explain(job, MH_VIEW(""), &options, out), MH_REJECTED);
    assert_int_equal(out->len, 0);
    mh_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_cut_in_columns),
        cmocka_unit_test(colours_end_where_they_began),
        cmocka_unit_test(what_is_not_text_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
