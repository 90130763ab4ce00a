#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "base/file.h"
#include "record/record.h"

/*
 * tests/golden/record/NAME.txt with its dump NAME.record. MASTHEAD_ACCEPT=1 writes the dumps anew:
 * read the difference before you commit it.
 */

static char *dump_of(const char *path)
{
    char *base = g_path_get_basename(path);
    mh_job *job = mh_job_new(base);
    mh_view bytes;
    mh_text text;
    mh_record record;
    GString *out = g_string_new(NULL);
    assert_int_equal(mh_file_read(job, path, &bytes), MH_OK);
    assert_int_equal(mh_text_read(job, bytes, NULL, &text), MH_OK);
    assert_int_equal(mh_record_read(job, &text, NULL, &record), MH_OK);
    mh_record_dump(&record, out);
    mh_job_free(job);
    g_free(base);
    return g_string_free(out, FALSE);
}

/* False when the dump differs from the golden one, which is then shown from the first change. */
static gboolean holds(const char *path)
{
    char *stem = g_strndup(path, strlen(path) - strlen(".txt"));
    char *golden = g_strconcat(stem, ".record", NULL);
    char *dump = dump_of(path);
    char *expected = NULL;
    gboolean same = FALSE;
    if (g_getenv("MASTHEAD_ACCEPT")) {
        same = g_file_set_contents(golden, dump, -1, NULL);
    } else if (g_file_get_contents(golden, &expected, NULL, NULL)) {
        size_t at = 0;
        while (dump[at] && dump[at] == expected[at])
            at++;
        same = dump[at] == expected[at];
        while (!same && at > 0 && dump[at - 1] != '\n')
            at--;
        if (!same)
            print_error("%s differs:\n  expected %.200s\n  found    %.200s\n", path, expected + at,
                        dump + at);
    } else {
        print_error("%s: no golden dump; run with MASTHEAD_ACCEPT=1 and read it\n", path);
    }
    g_free(expected);
    g_free(dump);
    g_free(golden);
    g_free(stem);
    return same;
}

static void dumps_equal_the_golden_ones(void **state)
{
    (void)state;
    char *folder = g_build_filename(g_getenv("MASTHEAD_SOURCE"), "tests", "golden", "record", NULL);
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;
    unsigned failed = 0;
    unsigned count = 0;
    assert_non_null(dir);
    while ((name = g_dir_read_name(dir)) != NULL) {
        if (!g_str_has_suffix(name, ".txt"))
            continue;
        char *path = g_build_filename(folder, name, NULL);
        count++;
        failed += holds(path) ? 0 : 1;
        g_free(path);
    }
    g_dir_close(dir);
    g_free(folder);
    assert_true(count > 0);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(dumps_equal_the_golden_ones)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
