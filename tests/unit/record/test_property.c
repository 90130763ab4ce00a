#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "accounting.h"
#include "base/file.h"

/* Every text at hand is read; every character of each must be accounted for. */

typedef struct tally {
    unsigned files;
    unsigned broken;
} tally;

static void check_file(const char *path, tally *sum)
{
    mh_job *job = mh_job_new(path);
    mh_view bytes;
    mh_text text;
    mh_record record;
    if (mh_file_read(job, path, &bytes) == MH_OK
        && mh_text_read(job, bytes, NULL, &text) == MH_OK) {
        GString *why = g_string_new(NULL);
        assert_int_equal(mh_record_read(job, &text, NULL, &record), MH_OK);
        sum->files++;
        if (!accounting_check(&record, why)) {
            sum->broken++;
            print_error("%s: %s\n", path, why->str);
        }
        g_string_free(why, TRUE);
    }
    mh_job_free(job);
}

/* Reads every .txt below @p folder, at most two folders deep. */
static void check_folder(const char *folder, unsigned depth, tally *sum)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir && (name = g_dir_read_name(dir)) != NULL) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_DIR) && depth > 0)
            check_folder(path, depth - 1, sum);
        else if (g_str_has_suffix(name, ".txt"))
            check_file(path, sum);
        g_free(path);
    }
    if (dir)
        g_dir_close(dir);
}

static void nothing_is_lost_or_invented(void **state)
{
    (void)state;
    static const char *const own[] = {"input", "tests/records", "tests/golden/record"};
    static const char *const shared_folders[] = {"seed", "fixtures", "corpus"};
    const char *source = g_getenv("MASTHEAD_SOURCE");
    const char *given = g_getenv("MASTHEAD_SHARED");
    tally sum = {0};
    assert_non_null(source);
    char *shared = given ? g_strdup(given) : g_build_filename(source, "..", "shared", NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(own); i++) {
        char *folder = g_build_filename(source, own[i], NULL);
        check_folder(folder, 1, &sum);
        g_free(folder);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(shared_folders); i++) {
        char *folder = g_build_filename(shared, shared_folders[i], NULL);
        check_folder(folder, 2, &sum);
        g_free(folder);
    }
    print_message("%u texts read\n", sum.files);
    g_free(shared);
    assert_true(sum.files > 0);
    assert_int_equal(sum.broken, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_lost_or_invented)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
