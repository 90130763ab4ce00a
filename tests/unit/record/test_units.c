#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib.h>

#include "record/reader.h"

/* One block of two lines and, behind it in memory, the text of a unit put together of several. */
static const char memory[] = "first line second line|first line second line and more";
enum { BLOCK_BYTES = 22 };

static mh_line lines[] = {
    {.text = {.ptr = memory, .len = 10}, .number = 7},
    {.text = {.ptr = memory + 11, .len = 11}, .number = 8},
};
static const uint32_t line_indexes[] = {0, 1};

typedef struct fixture {
    mh_job *job;
    mh_text text;
    mh_block block;
    rec_reader reader;
} fixture;

static void begin(fixture *f, mh_view unit_text)
{
    f->job = mh_job_new("record.txt");
    f->text = (mh_text){.lines = lines, .line_count = G_N_ELEMENTS(lines)};
    f->block = (mh_block){.text = {.ptr = memory, .len = BLOCK_BYTES},
                          .line = line_indexes,
                          .line_count = G_N_ELEMENTS(line_indexes)};
    f->reader = (rec_reader){.job = f->job, .arena = mh_job_arena(f->job), .text = &f->text};
    f->reader.units = mh_arena_array(f->reader.arena, sizeof(rec_unit));
    const rec_unit unit = {.text = unit_text, .block = &f->block, .first_line = 7, .last_line = 12};
    g_array_append_val(f->reader.units, unit);
}

/* The lines of both halves, wherever in memory the unit's text stands. */
static void split_finds_lines(mh_view text)
{
    fixture f;
    begin(&f, text);
    rec_unit_split(&f.reader, 0, 11);
    const rec_unit *head = rec_unit_at(&f.reader, 0);
    const rec_unit *tail = rec_unit_at(&f.reader, 1);
    assert_int_equal(head->first_line, 7);
    assert_int_equal(head->last_line, 7);
    assert_int_equal(tail->first_line, 8);
    assert_int_equal(tail->last_line, 12);
    mh_job_free(f.job);
}

static void test_split_of_a_block(void **state)
{
    (void)state;
    split_finds_lines((mh_view){.ptr = memory, .len = BLOCK_BYTES});
}

static void test_split_of_joined_text(void **state)
{
    (void)state;
    split_finds_lines(
        (mh_view){.ptr = memory + BLOCK_BYTES + 1, .len = sizeof memory - BLOCK_BYTES - 2});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_split_of_a_block),
        cmocka_unit_test(test_split_of_joined_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
