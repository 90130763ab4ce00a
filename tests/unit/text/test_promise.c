/* Every record at hand: nothing lost, nothing invented. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/file.h"
#include "whole.h"

/* Files of the corpus that are meant to be refused would be named here; none is. */
static size_t failed;
static size_t read_count;

static void check_file(const char *path)
{
    mh_job *job = mh_job_new(path);
    mh_view bytes;
    mh_text text;
    if (mh_file_read(job, path, &bytes) != MH_OK
        || mh_text_read(job, bytes, NULL, &text) != MH_OK) {
        (void)printf("%s: refused\n", path);
        failed++;
    } else {
        const char *problem = whole_check(&text);
        if (problem)
            (void)printf("%s: %s\n", path, problem);
        failed += problem != NULL;
        read_count++;
    }
    mh_job_free(job);
}

static void check_folder(const char *path, int depth)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));) {
        char *inner = g_build_filename(path, name, NULL);
        if (g_file_test(inner, G_FILE_TEST_IS_DIR) && depth > 0)
            check_folder(inner, depth - 1);
        else if (g_str_has_suffix(name, ".txt"))
            check_file(inner);
        g_free(inner);
    }
    if (folder)
        g_dir_close(folder);
}

static void every_record_is_whole(void **state)
{
    const char *shared = *state;
    static const char *const folders[] = {"seed", "fixtures", "corpus"};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        char *path = g_build_filename(shared, folders[i], NULL);
        check_folder(path, 2);
        g_free(path);
    }
    (void)printf("%zu records\n", read_count);
    assert_int_equal(failed, 0);
    assert_true(read_count > 100);
}

int main(void)
{
    const char *set = g_getenv("MASTHEAD_SHARED");
    char *shared =
        set ? g_strdup(set) : g_build_filename(g_getenv("MASTHEAD_SOURCE"), "..", "shared", NULL);
    if (!g_file_test(shared, G_FILE_TEST_IS_DIR)) {
        g_free(shared);
        return 77;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate(every_record_is_whole, shared),
    };
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    g_free(shared);
    return failures;
}
