#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "transform/transform.h"

/* A job, and a folder of the user's whose files override the built-in ones. */
typedef struct fixture {
    mh_job *job;
    char *folder;
    mh_transform *transform;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->job = mh_job_new("record.txt");
    f->folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    f->transform = mh_transform_new(f->folder);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    GDir *folder = g_dir_open(f->folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(folder));) {
        char *path = g_build_filename(f->folder, name, NULL);
        (void)g_remove(path);
        g_free(path);
    }
    g_dir_close(folder);
    (void)g_rmdir(f->folder);
    mh_transform_free(f->transform);
    mh_job_free(f->job);
    g_free(f->folder);
    g_free(f);
    return 0;
}

#define SHEET(content)                                                                             \
    "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"               \
    " xmlns:mhx='urn:masthead:xslt:1'>" content "</xsl:stylesheet>"

static void write_sheet(const fixture *f, const char *name, const char *text)
{
    char *path = g_build_filename(f->folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    g_free(path);
}

static const char *last_message(const fixture *f)
{
    size_t count = mh_job_diag_count(f->job);
    assert_true(count > 0);
    return mh_job_diag_format(f->job, mh_job_diag(f->job, count - 1));
}

/* Runs @p text as a stylesheet of the user's over <a><b/></a>. */
static mh_status run(fixture *f, const char *text, const mh_parameter *parameters, mh_view *out)
{
    write_sheet(f, "user.xsl", text);
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(f->job, MH_VIEW("<a><b/></a>"), &doc), MH_OK);
    xmlDoc *result = NULL;
    mh_status status = mh_transform_run(f->job, f->transform, "user.xsl", doc, parameters, &result);
    if (status != MH_OK)
        return status;
    return mh_transform_serialize(f->job, f->transform, "user.xsl", result, out);
}

static void every_built_in_stylesheet_compiles(void **state)
{
    fixture *f = *state;
    size_t compiled = 0;
    for (const char *const *name = mh_transform_names(); *name; name++) {
        assert_true(mh_transform_builtin(*name).len > 0);
        if (strchr(*name, '/') || !g_str_has_suffix(*name, ".xsl"))
            continue;
        if (mh_transform_prepare(f->job, f->transform, *name) != MH_OK)
            fail_msg("%s", last_message(f));
        compiled++;
    }
    assert_true(compiled >= 2);
}

static void parameters_are_text_not_expressions(void **state)
{
    mh_view out = {0};
    const mh_parameter parameters[] = {
        {"title", "it's \"//a\""}, {"unknown", "ignored"}, {NULL, NULL}};
    assert_int_equal(
        run(*state,
            SHEET("<xsl:output method='text'/><xsl:param name='title'/>"
                  "<xsl:template match='/'><xsl:value-of select='$title'/></xsl:template>"),
            parameters, &out),
        MH_OK);
    assert_true(mh_view_equal(out, MH_VIEW("it's \"//a\"")));
}

static void a_users_file_replaces_the_built_in_one_it_names(void **state)
{
    fixture *f = *state;
    write_sheet(
        f, "part.xsl",
        SHEET("<xsl:template match='/'>part of <xsl:value-of select='name(*)'/></xsl:template>"));
    mh_view out = {0};
    assert_int_equal(
        run(f, SHEET("<xsl:import href='part.xsl'/><xsl:output method='text'/>"), NULL, &out),
        MH_OK);
    assert_true(mh_view_equal(out, MH_VIEW("part of a")));
}

static void a_users_file_imports_the_one_it_replaces(void **state)
{
    fixture *f = *state;
    write_sheet(f, "akn-to-dc.xsl",
                SHEET("<xsl:import href='builtin:/akn-to-dc.xsl'/><xsl:output method='text'/>"
                      "<xsl:template match='/' priority='9'>mine</xsl:template>"));
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(f->job, MH_VIEW("<a/>"), &doc), MH_OK);
    xmlDoc *result = NULL;
    mh_status status = mh_transform_run(f->job, f->transform, "akn-to-dc.xsl", doc, NULL, &result);
    if (status != MH_OK)
        fail_msg("%s", last_message(f));
    mh_view out = {0};
    assert_int_equal(mh_transform_serialize(f->job, f->transform, "akn-to-dc.xsl", result, &out),
                     MH_OK);
    assert_true(mh_view_equal(out, MH_VIEW("mine")));
}

/* What a built-in file refers to is looked for in the user's folder first. */
static void a_built_in_file_reads_the_users_tables(void **state)
{
    fixture *f = *state;
    char *folder = g_build_filename(f->folder, "common", NULL);
    assert_int_equal(g_mkdir(folder, 0700), 0);
    write_sheet(f, "common/language.xsl",
                SHEET("<xsl:import href='builtin:/common/language.xsl'/>"
                      "<xsl:template name='whose'>the user's</xsl:template>"));
    mh_view out = {0};
    mh_status status =
        run(f,
            SHEET("<xsl:import href='builtin:/akn-to-dc.xsl'/><xsl:output method='text'/>"
                  "<xsl:template match='/'><xsl:call-template name='whose'/></xsl:template>"),
            NULL, &out);
    char *path = g_build_filename(folder, "language.xsl", NULL);
    (void)g_remove(path);
    (void)g_rmdir(folder);
    g_free(path);
    g_free(folder);
    if (status != MH_OK)
        fail_msg("%s", last_message(f));
    assert_true(mh_view_equal(out, MH_VIEW("the user's")));
}

static void a_missing_stylesheet_names_itself(void **state)
{
    fixture *f = *state;
    assert_int_equal(mh_transform_prepare(f->job, f->transform, "no-such.xsl"), MH_FAILED);
    assert_non_null(strstr(last_message(f), "no-such.xsl"));
    assert_int_equal(mh_transform_prepare(f->job, f->transform, "../user.xsl"), MH_FAILED);
}

static void a_broken_stylesheet_is_told_with_file_and_line(void **state)
{
    fixture *f = *state;
    mh_view out = {0};
    assert_int_equal(run(f, SHEET("\n<xsl:template match='/'><p></xsl:template>"), NULL, &out),
                     MH_FAILED);
    assert_non_null(strstr(last_message(f), "user.xsl:2"));
    assert_non_null(strstr(last_message(f), "XSL-002"));
}

static void xpath_errors_in_a_stylesheet_are_told(void **state)
{
    fixture *f = *state;
    mh_view out = {0};
    assert_int_not_equal(run(f,
                             SHEET("<xsl:template match='/'><xsl:value-of select='no-such()'/>"
                                   "</xsl:template>"),
                             NULL, &out),
                         MH_OK);
    assert_non_null(strstr(last_message(f), "XSL-0"));
}

static void a_message_is_a_warning(void **state)
{
    fixture *f = *state;
    mh_view out = {0};
    assert_int_equal(run(f,
                         SHEET("<xsl:template match='/'><xsl:message>look here</xsl:message><o/>"
                               "</xsl:template>"),
                         NULL, &out),
                     MH_OK);
    assert_non_null(strstr(last_message(f), "the stylesheet says: look here [XSL-004]"));
}

static void a_terminating_message_fails_the_record_only(void **state)
{
    mh_view out = {0};
    assert_int_equal(run(*state,
                         SHEET("<xsl:template match='/'><xsl:message terminate='yes'>no"
                               "</xsl:message></xsl:template>"),
                         NULL, &out),
                     MH_REJECTED);
}

static void files_outside_are_not_read(void **state)
{
    fixture *f = *state;
    static const char *const addresses[] = {"/etc/passwd", "file:///etc/passwd",
                                            "http://localhost/x.xml", "../../../../etc/passwd"};
    for (size_t i = 0; i < G_N_ELEMENTS(addresses); i++) {
        char *text =
            g_strdup_printf(SHEET("<xsl:output method='text'/><xsl:template match='/'>"
                                  "[<xsl:copy-of select=\"document('%s')\"/>]</xsl:template>"),
                            addresses[i]);
        mh_view out = {0};
        fixture *fresh = NULL;
        assert_int_equal(set_up((void **)&fresh), 0);
        mh_status status = run(fresh, text, NULL, &out);
        assert_true(status == MH_REJECTED || mh_view_equal(out, MH_VIEW("[]")));
        assert_int_equal(tear_down((void **)&fresh), 0);
        g_free(text);
    }
    (void)f;
}

static void entities_of_a_hostile_stylesheet_are_not_read(void **state)
{
    mh_view out = {0};
    mh_status status =
        run(*state,
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" SHEET(
                "<xsl:output method='text'/><xsl:template match='/'>[&e;]</xsl:template>"),
            NULL, &out);
    assert_true(status != MH_OK || mh_view_find(out, MH_VIEW("root:"), 0) == SIZE_MAX);
}

static void nothing_is_written_beside_the_result(void **state)
{
    fixture *f = *state;
    char *path = g_build_filename(f->folder, "written.xml", NULL);
    char *text = g_strdup_printf(
        "<xsl:stylesheet version='1.1' xmlns:xsl='http://www.w3.org/1999/XSL/Transform'"
        " xmlns:exsl='http://exslt.org/common' extension-element-prefixes='exsl'>"
        "<xsl:template match='/'><exsl:document href='%s'><x/></exsl:document></xsl:template>"
        "</xsl:stylesheet>",
        path);
    mh_view out = {0};
    assert_int_equal(run(f, text, NULL, &out), MH_REJECTED);
    assert_non_null(strstr(last_message(f), "XSL-005"));
    assert_false(g_file_test(path, G_FILE_TEST_EXISTS));
    g_free(text);
    g_free(path);
}

static void endless_recursion_ends_with_a_message(void **state)
{
    mh_view out = {0};
    assert_int_equal(run(*state,
                         SHEET("<xsl:template match='/' name='again'>"
                               "<xsl:call-template name='again'/></xsl:template>"),
                         NULL, &out),
                     MH_REJECTED);
}

static void bar_codes_are_drawings(void **state)
{
    mh_view out = {0};
    assert_int_equal(
        run(*state,
            SHEET("<xsl:output method='text'/><xsl:template match='/'>"
                  "<xsl:value-of select=\"count(mhx:code39('*2107541*')/*)\"/>,"
                  "<xsl:value-of select=\"count(mhx:code39('2107541')/*)\"/>,"
                  "<xsl:value-of select=\"count(mhx:qr('https://docs.un.org/en/S/2021/540')/*) "
                  "&gt; 100\"/>,"
                  "<xsl:value-of select=\"count(mhx:qr(''))\"/></xsl:template>"),
            NULL, &out),
        MH_OK);
    /* Nine signs of Code 39, start and stop included, have five bars each. */
    assert_true(mh_view_equal(out, MH_VIEW("45,45,true,0")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_built_in_stylesheet_compiles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(parameters_are_text_not_expressions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_users_file_replaces_the_built_in_one_it_names, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_users_file_imports_the_one_it_replaces, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_built_in_file_reads_the_users_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_missing_stylesheet_names_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_broken_stylesheet_is_told_with_file_and_line, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(xpath_errors_in_a_stylesheet_are_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_message_is_a_warning, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_terminating_message_fails_the_record_only, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(files_outside_are_not_read, set_up, tear_down),
        cmocka_unit_test_setup_teardown(entities_of_a_hostile_stylesheet_are_not_read, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(nothing_is_written_beside_the_result, set_up, tear_down),
        cmocka_unit_test_setup_teardown(endless_recursion_ends_with_a_message, set_up, tear_down),
        cmocka_unit_test_setup_teardown(bar_codes_are_drawings, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
