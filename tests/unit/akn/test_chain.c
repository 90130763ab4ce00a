#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "akn/akn.h"
#include "base/file.h"

/*
 * Every record at hand, from its bytes to Akoma Ntoso: valid, by the rules, and faithful. The
 * project's own input always, the shared records when they are there.
 */

typedef struct chain {
    mh_akn_schema *profile;
    mh_akn_schema *xsd; /* NULL when the official schema is not at hand */
    GPtrArray *paths;
    size_t kept;
    size_t furniture;
} chain;

static gint compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void gather(GPtrArray *paths, const char *path)
{
    GDir *folder = g_dir_open(path, 0, NULL);
    if (!folder) {
        if (g_str_has_suffix(path, ".txt"))
            g_ptr_array_add(paths, g_strdup(path));
        return;
    }
    for (const char *name; (name = g_dir_read_name(folder));) {
        char *inside = g_build_filename(path, name, NULL);
        gather(paths, inside);
        g_free(inside);
    }
    g_dir_close(folder);
}

static char *shared_path(const char *path)
{
    const char *shared = g_getenv("MASTHEAD_SHARED");
    const char *source = g_getenv("MASTHEAD_SOURCE");
    return shared ? g_build_filename(shared, path, NULL)
                  : g_build_filename(source ? source : ".", "../shared", path, NULL);
}

static int load(void **state)
{
    chain *c = g_new0(chain, 1);
    mh_job *job = mh_job_new("schema");
    assert_int_equal(mh_akn_schema_load(job, NULL, &c->profile), MH_OK);
    char *xsd = shared_path("schema/akn/akomantoso30.xsd");
    if (g_file_test(xsd, G_FILE_TEST_EXISTS))
        assert_int_equal(mh_akn_schema_load(job, xsd, &c->xsd), MH_OK);
    g_free(xsd);
    mh_job_free(job);
    c->paths = g_ptr_array_new_with_free_func(g_free);
    const char *source = g_getenv("MASTHEAD_SOURCE");
    char *input = g_build_filename(source ? source : ".", "input", NULL);
    gather(c->paths, input);
    g_free(input);
    static const char *const folders[] = {"seed", "fixtures", "corpus"};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        char *folder = shared_path(folders[i]);
        gather(c->paths, folder);
        g_free(folder);
    }
    g_ptr_array_sort(c->paths, compare_paths);
    *state = c;
    return 0;
}

static int unload(void **state)
{
    chain *c = *state;
    mh_akn_schema_free(c->profile);
    mh_akn_schema_free(c->xsd);
    g_ptr_array_free(c->paths, TRUE);
    g_free(c);
    return 0;
}

static void expect_ok(mh_job *job, mh_status status)
{
    for (size_t i = 0; status != MH_OK && i < mh_job_diag_count(job); i++)
        print_error("%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    assert_int_equal(status, MH_OK);
}

static void expect_sound(chain *c, const char *path)
{
    char *name = g_path_get_basename(path);
    mh_job *job = mh_job_new(name);
    mh_view bytes;
    mh_text text;
    mh_record record;
    xmlDoc *doc = NULL;
    size_t kept = 0;
    size_t furniture = 0;
    expect_ok(job, mh_file_read(job, path, &bytes));
    expect_ok(job, mh_text_read(job, bytes, &(mh_text_options){0}, &text));
    expect_ok(job, mh_record_read(job, &text, &(mh_record_options){0}, &record));
    expect_ok(job, mh_akn_write(job, &record, &(mh_akn_options){.generator = "Masthead"}, &doc));
    expect_ok(job, mh_akn_validate(job, c->profile, doc));
    if (c->xsd)
        expect_ok(job, mh_akn_validate(job, c->xsd, doc));
    expect_ok(job, mh_akn_check(job, doc));
    expect_ok(job, mh_akn_fidelity(job, &text, doc, &kept, &furniture));
    assert_true(kept > 0);
    c->kept += kept;
    c->furniture += furniture;
    mh_job_free(job);
    g_free(name);
}

static void every_record_is_sound(void **state)
{
    chain *c = *state;
    assert_true(c->paths->len > 0);
    for (guint i = 0; i < c->paths->len; i++)
        expect_sound(c, c->paths->pdata[i]);
    print_message("%u records, %zu characters in the text, %zu in furniture\n", c->paths->len,
                  c->kept, c->furniture);
}

/* What is written to a file and read again proves the same: nothing hides in the tree. */
static void the_file_proves_itself(void **state)
{
    chain *c = *state;
    const char *path = c->paths->pdata[0];
    mh_job *job = mh_job_new("again");
    mh_view bytes;
    mh_text text;
    mh_record record;
    xmlDoc *doc = NULL;
    xmlDoc *again = NULL;
    expect_ok(job, mh_file_read(job, path, &bytes));
    expect_ok(job, mh_text_read(job, bytes, &(mh_text_options){0}, &text));
    expect_ok(job, mh_record_read(job, &text, &(mh_record_options){0}, &record));
    expect_ok(job, mh_akn_write(job, &record, NULL, &doc));
    mh_view file = mh_akn_serialize(job, doc);
    expect_ok(job, mh_xml_parse(job, file, &again));
    size_t kept[2] = {0, 0};
    size_t furniture[2] = {0, 0};
    expect_ok(job, mh_akn_fidelity(job, &text, doc, &kept[0], &furniture[0]));
    expect_ok(job, mh_akn_fidelity(job, &text, again, &kept[1], &furniture[1]));
    assert_int_equal(kept[0], kept[1]);
    assert_int_equal(furniture[0], furniture[1]);
    assert_true(mh_view_equal(mh_akn_serialize(job, doc), file));
    mh_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_record_is_sound),
        cmocka_unit_test(the_file_proves_itself),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
