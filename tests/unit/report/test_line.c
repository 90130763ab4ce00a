#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/line.h"

typedef struct fixture {
    mh_arena *arena;
    JsonParser *parser;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->arena = mh_arena_new();
    f->parser = json_parser_new_immutable();
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    g_object_unref(f->parser);
    mh_arena_free(f->arena);
    g_free(f);
    return 0;
}

static void a_head_tells_of_its_run(void **state)
{
    fixture *f = *state;
    report_head head;
    assert_true(report_head_parse(
        f->parser,
        MH_VIEW(
            "{\"report\":\"masthead\",\"schema\":1,\"version\":\"0.1.0\",\"options_sha256\":\"a1\","
            "\"shard\":2,\"shards\":8,\"records\":250}"),
        &head));
    assert_string_equal(head.options_sha256, "a1");
    assert_string_equal(head.version, "0.1.0");
    assert_int_equal(head.shard, 2);
    assert_int_equal(head.shard_count, 8);
    assert_int_equal(head.records, 250);
}

static void what_is_no_head_is_told(void **state)
{
    static const char *const texts[] = {
        "",
        "{",
        "[]",
        "{\"report\":\"other\",\"options_sha256\":\"a1\"}",
        "{\"report\":\"masthead\"}",
        "{\"report\":\"masthead\",\"options_sha256\":\"\"}",
        "{\"report\":\"masthead\",\"options_sha256\":\"a\\\"b\"}",
        "{\"report\":\"masthead\",\"options_sha256\":7}",
    };
    fixture *f = *state;
    report_head head;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        assert_false(report_head_parse(f->parser, mh_view_of(texts[i]), &head));
}

static void a_shard_beyond_its_count_is_none(void **state)
{
    fixture *f = *state;
    report_head head;
    assert_true(report_head_parse(f->parser,
                                  MH_VIEW("{\"report\":\"masthead\",\"options_sha256\":\"a1\","
                                          "\"shard\":9,\"shards\":8}"),
                                  &head));
    assert_int_equal(head.shard, 0);
    assert_int_equal(head.records, -1);
}

static void a_line_is_read_whole(void **state)
{
    fixture *f = *state;
    report_line line;
    assert_true(report_line_parse(
        f->arena, f->parser,
        MH_VIEW(
            "{\"record\":\"a/b.txt\",\"status\":\"warning\",\"kind\":\"letter\",\"symbol\":null,"
            "\"languages\":\"fr en\",\"pages\":3,\"fidelity\":0.5,\"outputs\":{\"pdf\":{\"path\":"
            "\"o/a/b.pdf\",\"bytes\":12}},\"diagnostics\":[{\"severity\":\"warning\",\"code\":"
            "\"REC-001\",\"line\":4,\"column\":2,\"message\":\"m\"}],\"seconds\":0.25}"),
        &line));
    assert_string_equal(line.record, "a/b.txt");
    assert_string_equal(line.status, "warning");
    assert_false(line.is_skipped);
    assert_null(line.symbol);
    assert_int_equal(line.pages, 3);
    assert_float_equal(line.fidelity, 0.5, 0);
    assert_int_equal(line.product_count, 1);
    assert_string_equal(line.products[0].path, "o/a/b.pdf");
    assert_int_equal(line.products[0].bytes, 12);
    assert_int_equal(line.message_count, 1);
    assert_string_equal(line.messages[0].code, "REC-001");
    assert_int_equal(line.messages[0].line, 4);
}

/* A run that finds a record done says "skipped"; the reader wants to know how it was done. */
static void skipped_is_no_state(void **state)
{
    static const struct {
        const char *severity;
        const char *status;
    } rows[] = {{"note", "ok"}, {"warning", "warning"}};
    fixture *f = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        report_line line;
        const char *text = mh_arena_printf(
            f->arena,
            "{\"record\":\"a\",\"status\":\"skipped\",\"diagnostics\":[{\"severity\":\"%s\"}]}",
            rows[i].severity);
        assert_true(report_line_parse(f->arena, f->parser, mh_view_of(text), &line));
        assert_true(line.is_skipped);
        assert_string_equal(line.status, rows[i].status);
    }
}

/* Members of another type than ours are passed over, never believed. */
static void odd_members_do_no_harm(void **state)
{
    fixture *f = *state;
    report_line line;
    assert_true(report_line_parse(
        f->arena, f->parser,
        MH_VIEW("{\"record\":\"a\",\"status\":\"ok\",\"kind\":[],\"pages\":\"x\",\"outputs\":[1],"
                "\"diagnostics\":[1,{\"line\":{}}]}"),
        &line));
    assert_null(line.kind);
    assert_int_equal(line.product_count, 0);
    assert_int_equal(line.message_count, 2);
    assert_string_equal(line.messages[1].code, "");
    assert_null(report_line_record(f->parser, MH_VIEW("{\"started\":\"a\"}")));
    assert_false(report_line_parse(f->arena, f->parser, MH_VIEW("{\"record\":1}"), &line));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_head_tells_of_its_run, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_head_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_shard_beyond_its_count_is_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_line_is_read_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(skipped_is_no_state, set_up, tear_down),
        cmocka_unit_test_setup_teardown(odd_members_do_no_harm, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
