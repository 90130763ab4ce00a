#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "akn/akn.h"
#include "base/file.h"

static char *source_path(const char *path)
{
    const char *source = g_getenv("MASTHEAD_SOURCE");
    return g_build_filename(source ? source : ".", path, NULL);
}

static char *shared_path(const char *path)
{
    const char *shared = g_getenv("MASTHEAD_SHARED");
    if (shared)
        return g_build_filename(shared, path, NULL);
    char *inside = g_build_filename("../shared", path, NULL);
    char *full = source_path(inside);
    g_free(inside);
    return full;
}

/* What trang makes of the compact form is what is kept beside it. */
static void the_xml_form_is_that_of_the_compact_form(void **state)
{
    (void)state;
    char *trang = g_find_program_in_path("trang");
    if (!trang) {
        skip();
        return;
    }
    char *compact = source_path("schema/akn4un.rnc");
    char *kept_path = source_path("schema/akn4un.rng");
    char *folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    char *made_path = g_build_filename(folder, "akn4un.rng", NULL);
    char *arguments[] = {trang, compact, made_path, NULL};
    int status = -1;
    assert_true(g_spawn_sync(NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL,
                             &status, NULL));
    assert_int_equal(status, 0);
    char *made = NULL;
    char *kept = NULL;
    assert_true(g_file_get_contents(made_path, &made, NULL, NULL));
    assert_true(g_file_get_contents(kept_path, &kept, NULL, NULL));
    assert_string_equal(made, kept);
    assert_int_equal(g_remove(made_path), 0);
    assert_int_equal(g_rmdir(folder), 0);
    g_free(made);
    g_free(kept);
    g_free(made_path);
    g_free(folder);
    g_free(kept_path);
    g_free(compact);
    g_free(trang);
}

/* Documents made by hand from the mapping: the profile must let all of them through. */
static void the_examples_hold_to_the_profile(void **state)
{
    (void)state;
    char *path = shared_path("design/akn-examples");
    GDir *folder = g_dir_open(path, 0, NULL);
    if (!folder) {
        g_free(path);
        skip();
        return;
    }
    mh_job *job = mh_job_new("examples");
    mh_akn_schema *profile = NULL;
    assert_int_equal(mh_akn_schema_load(job, NULL, &profile), MH_OK);
    size_t count = 0;
    for (const char *name; (name = g_dir_read_name(folder)); count++) {
        char *file = g_build_filename(path, name, NULL);
        mh_job *one = mh_job_new(name);
        mh_view bytes;
        xmlDoc *doc = NULL;
        assert_int_equal(mh_file_read(one, file, &bytes), MH_OK);
        assert_int_equal(mh_xml_parse(one, bytes, &doc), MH_OK);
        mh_status valid = mh_akn_validate(one, profile, doc);
        mh_status checked = mh_akn_check(one, doc);
        for (size_t i = 0; i < mh_job_diag_count(one) && (valid || checked); i++)
            print_error("%s\n", mh_job_diag_format(one, mh_job_diag(one, i)));
        assert_int_equal(valid, MH_OK);
        assert_int_equal(checked, MH_OK);
        mh_job_free(one);
        g_free(file);
    }
    assert_true(count >= 9);
    g_dir_close(folder);
    mh_akn_schema_free(profile);
    mh_job_free(job);
    g_free(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_xml_form_is_that_of_the_compact_form),
        cmocka_unit_test(the_examples_hold_to_the_profile),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
