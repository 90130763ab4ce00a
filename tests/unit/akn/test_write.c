#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "akn/akn.h"
#include "outline.h"

static mh_akn_schema *profile;
static mh_akn_schema *xsd; /* NULL when the official schema is not at hand */

static int load_schemas(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("schema");
    assert_int_equal(mh_akn_schema_load(job, NULL, &profile), MH_OK);
    const char *source = g_getenv("MASTHEAD_SOURCE");
    const char *shared = g_getenv("MASTHEAD_SHARED");
    char *path = shared ? g_build_filename(shared, "schema/akn/akomantoso30.xsd", NULL)
                        : g_build_filename(source ? source : ".",
                                           "../shared/schema/akn/akomantoso30.xsd", NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        assert_int_equal(mh_akn_schema_load(job, path, &xsd), MH_OK);
    g_free(path);
    mh_job_free(job);
    return 0;
}

static int free_schemas(void **state)
{
    (void)state;
    mh_akn_schema_free(profile);
    mh_akn_schema_free(xsd);
    return 0;
}

static void fail_with_diagnostics(mh_job *job)
{
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        print_error("%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    fail();
}

static void expect_ok(mh_job *job, mh_status status)
{
    if (status != MH_OK)
        fail_with_diagnostics(job);
}

static char *data_path(const char *name, const char *extension)
{
    return g_strdup_printf("%s/%s.%s", MASTHEAD_TEST_DATA, name, extension);
}

static char *read_data(const char *name, const char *extension)
{
    char *path = data_path(name, extension);
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        text = g_strdup("");
    g_free(path);
    return text;
}

static xmlDoc *write_record(mh_job *job, const char *outline, const mh_text **text)
{
    const mh_record *record = outline_read(job, outline);
    xmlDoc *doc = NULL;
    expect_ok(job, mh_akn_write(job, record, &(mh_akn_options){.generator = "Masthead"}, &doc));
    *text = record->text;
    return doc;
}

static void expect_faithful(mh_job *job, const mh_text *text, xmlDoc *doc)
{
    size_t kept = 0;
    size_t furniture = 0;
    expect_ok(job, mh_akn_fidelity(job, text, doc, &kept, &furniture));
    assert_true(kept > 0);
    assert_int_equal(furniture, 0);
}

/* Every promise about a document, whatever it says. */
static void expect_sound(mh_job *job, const mh_text *text, xmlDoc *doc)
{
    expect_ok(job, mh_akn_validate(job, profile, doc));
    if (xsd)
        expect_ok(job, mh_akn_validate(job, xsd, doc));
    expect_ok(job, mh_akn_check(job, doc));
    expect_faithful(job, text, doc);
}

/* With MASTHEAD_ACCEPT set the golden file is written; read the difference before you commit it. */
static void expect_golden(const char *name, mh_view written)
{
    if (g_getenv("MASTHEAD_ACCEPT")) {
        char *path = data_path(name, "akn.xml");
        assert_true(g_file_set_contents(path, written.ptr, (gssize)written.len, NULL));
        g_free(path);
    }
    char *golden = read_data(name, "akn.xml");
    assert_string_equal(written.ptr, golden);
    g_free(golden);
}

static void expect_record(const char *name)
{
    char *outline = read_data(name, "outline");
    mh_job *job = mh_job_new(name);
    const mh_text *text;
    xmlDoc *doc = write_record(job, outline, &text);
    expect_sound(job, text, doc);
    mh_view written = mh_akn_serialize(job, doc);
    expect_golden(name, written);

    mh_job *again = mh_job_new(name);
    const mh_text *same;
    mh_view second = mh_akn_serialize(again, write_record(again, outline, &same));
    assert_true(mh_view_equal(written, second));
    mh_job_free(again);
    mh_job_free(job);
    g_free(outline);
}

static void letter_with_annexes_and_notes(void **state)
{
    (void)state;
    expect_record("letter");
}

static void resolution_with_preamble_and_lists(void **state)
{
    (void)state;
    expect_record("resolution");
}

static void verbatim_record_with_speeches(void **state)
{
    (void)state;
    expect_record("verbatim");
}

/* Whatever kind stands wherever, the document is valid and nothing is lost. */
static void every_kind_is_valid_in_every_kind(void **state)
{
    (void)state;
    static const char *const roots[] = {"letter", "resolution", "verbatim", "summary"};
    static const char *const parts[] = {"cover", "preface", "preamble", "body", "conclusions"};
    for (size_t outer = 0; outer < OUTLINE_NODE_KINDS; outer++) {
        const char *name = mh_node_kind_name((mh_node_kind)outer);
        GString *outline = g_string_new(NULL);
        g_string_printf(outline, "record %s en\n", roots[outer % G_N_ELEMENTS(roots)]);
        for (size_t part = 0; part < G_N_ELEMENTS(parts); part++) {
            g_string_append_printf(outline, "%s\n", parts[part]);
            for (size_t inner = 0; inner < OUTLINE_NODE_KINDS; inner++)
                g_string_append_printf(outline,
                                       "  %s | %zu. | Outer heading | Outer text\n"
                                       "    p | | | Before\n"
                                       "    %s | (%zu) | Inner heading | Inner text\n"
                                       "      p | | | Within\n"
                                       "    p | | | After\n",
                                       name, inner, mh_node_kind_name((mh_node_kind)inner), inner);
        }
        mh_job *job = mh_job_new(name);
        const mh_text *text;
        xmlDoc *doc = write_record(job, outline->str, &text);
        expect_sound(job, text, doc);
        mh_job_free(job);
        (void)g_string_free(outline, TRUE);
    }
}

static void an_empty_record_is_valid(void **state)
{
    (void)state;
    static const char *const roots[] = {"letter", "resolution", "verbatim", "document"};
    for (size_t i = 0; i < G_N_ELEMENTS(roots); i++) {
        mh_job *job = mh_job_new("empty");
        char *outline = g_strdup_printf("record %s\nannex en\n", roots[i]);
        const mh_text *text;
        xmlDoc *doc = write_record(job, outline, &text);
        expect_ok(job, mh_akn_validate(job, profile, doc));
        if (xsd)
            expect_ok(job, mh_akn_validate(job, xsd, doc));
        expect_ok(job, mh_akn_check(job, doc));
        g_free(outline);
        mh_job_free(job);
    }
}

static void a_record_nested_too_deeply_is_rejected(void **state)
{
    (void)state;
    GString *outline = g_string_new("record letter en\nbody\n");
    for (int depth = 1; depth <= 150; depth++)
        g_string_append_printf(outline, "%*sdivision | | Heading |\n", depth * 2, "");
    mh_job *job = mh_job_new("deep");
    xmlDoc *doc = NULL;
    assert_int_equal(mh_akn_write(job, outline_read(job, outline->str), &(mh_akn_options){0}, &doc),
                     MH_REJECTED);
    assert_int_equal(mh_job_diag(job, 0)->code, MH_AKN_DEEP);
    assert_null(doc);
    mh_job_free(job);
    (void)g_string_free(outline, TRUE);
}

/* Spans that cross, overrun or lie about their text must not lose a character of it. */
static void broken_spans_lose_no_text(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("spans");
    mh_record *record = outline_read(job, "record letter en\nbody\n  p | | | 0123456789\n");
    const mh_span spans[] = {
        {.kind = MH_SPAN_ITALIC, .start = 0, .end = 4},
        {.kind = MH_SPAN_BOLD, .start = 2, .end = 8},      /* crosses */
        {.kind = MH_SPAN_DATE, .start = 5, .end = 7},      /* without a date */
        {.kind = MH_SPAN_CONCEPT, .start = 5, .end = 6},   /* without a concept */
        {.kind = MH_SPAN_NOTE, .start = 6, .end = 7},      /* without a note */
        {.kind = MH_SPAN_DOC_TITLE, .start = 6, .end = 7}, /* outside title matter */
        {.kind = MH_SPAN_ITALIC, .start = 8, .end = 99},   /* overruns */
        {.kind = MH_SPAN_ITALIC, .start = 3, .end = 4},    /* out of order */
    };
    record->document->body->text.spans = spans;
    record->document->body->text.span_count = G_N_ELEMENTS(spans);
    xmlDoc *doc = NULL;
    expect_ok(job, mh_akn_write(job, record, NULL, &doc));
    expect_sound(job, record->text, doc);
    mh_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letter_with_annexes_and_notes),
        cmocka_unit_test(resolution_with_preamble_and_lists),
        cmocka_unit_test(verbatim_record_with_speeches),
        cmocka_unit_test(every_kind_is_valid_in_every_kind),
        cmocka_unit_test(an_empty_record_is_valid),
        cmocka_unit_test(a_record_nested_too_deeply_is_rejected),
        cmocka_unit_test(broken_spans_lose_no_text),
    };
    return cmocka_run_group_tests(tests, load_schemas, free_schemas);
}
