#ifndef TESTS_UNIT_TEXT_READ_H
#define TESTS_UNIT_TEXT_READ_H

/* What the tests of the text stage share: a job, a record read from a literal, its parts. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "whole.h"

static inline int read_set_up(void **state)
{
    *state = mh_job_new("record.txt");
    return 0;
}

static inline int read_tear_down(void **state)
{
    mh_job_free(*state);
    return 0;
}

#define READ_TEST(function) cmocka_unit_test_setup_teardown((function), read_set_up, read_tear_down)

/* Reads bytes that must be accepted, and holds them to the promise. */
static inline mh_text read_bytes(mh_job *job, const char *bytes, size_t length)
{
    mh_text text;
    mh_view view = {.ptr = bytes, .len = length};
    assert_int_equal(mh_text_read(job, view, NULL, &text), MH_OK);
    const char *problem = whole_check(&text);
    if (problem)
        fail_msg("%s", problem);
    return text;
}

static inline mh_text read_text(mh_job *job, const char *source)
{
    return read_bytes(job, source, strlen(source));
}

/* Reads bytes that must be refused with the diagnostic @p id. */
static inline void read_refused(mh_job *job, const char *bytes, size_t length, const char *id)
{
    mh_text text;
    mh_view view = {.ptr = bytes, .len = length};
    assert_int_equal(mh_text_read(job, view, NULL, &text), MH_REJECTED);
    const mh_diag *last = mh_job_diag(job, mh_job_diag_count(job) - 1);
    assert_string_equal(mh_diag_info_of(last->code)->id, id);
}

/* The blocks' texts, one a line. */
static inline const char *read_blocks(mh_job *job, const mh_text *text)
{
    GString *out = mh_arena_string(mh_job_arena(job));
    for (size_t i = 0; i < text->block_count; i++) {
        g_string_append_len(out, text->blocks[i].text.ptr, (gssize)text->blocks[i].text.len);
        g_string_append_c(out, '\n');
    }
    return out->str;
}

/* The furniture, "kind line text" a line. */
static inline const char *read_furniture(mh_job *job, const mh_text *text)
{
    static const char *const names[] = {"none",    "head",    "page", "job",
                                        "barcode", "recycle", "rule", "hyphen"};
    GString *out = mh_arena_string(mh_job_arena(job));
    for (size_t i = 0; i < text->furniture_count; i++) {
        const mh_furniture_entry *entry = &text->furniture[i];
        g_string_append_printf(out, "%s %u ", names[entry->kind], entry->line);
        g_string_append_len(out, entry->text.ptr, (gssize)entry->text.len);
        g_string_append_c(out, '\n');
    }
    return out->str;
}

#endif
