#ifndef MH_TEST_LEXICON_H
#define MH_TEST_LEXICON_H

/* What the tests of the lexicon share: a folder for each test, and texts folded in one call. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"

typedef struct lexicon_test {
    mh_arena *arena;
    mh_folder *folder;
} lexicon_test;

static inline int lexicon_set_up(void **state)
{
    mh_arena *arena = mh_arena_new();
    lexicon_test *test = MH_NEW(arena, lexicon_test, 1);
    test->arena = arena;
    test->folder = mh_folder_new(arena);
    *state = test;
    return 0;
}

static inline int lexicon_tear_down(void **state)
{
    lexicon_test *test = *state;
    mh_arena_free(test->arena);
    return 0;
}

static inline const mh_folded *fold(void **state, const char *text)
{
    return mh_fold(((lexicon_test *)*state)->folder, mh_view_of(text));
}

/* A copy that cmocka's string assertions can take. */
static inline const char *string_of(void **state, mh_view view)
{
    return mh_arena_string_of(((lexicon_test *)*state)->arena, view);
}

/* A file of the shared facts; the caller frees the path. Tests skip when it is not there. */
static inline char *shared_path(const char *name)
{
    const char *shared = g_getenv("MASTHEAD_SHARED");
    return shared ? g_build_filename(shared, name, NULL)
                  : g_build_filename(g_getenv("MASTHEAD_SOURCE"), "..", "shared", name, NULL);
}

/* Notes a failed case; a test goes through all its cases and then asserts that none failed. */
static inline void G_GNUC_PRINTF(2, 3) report(size_t *failures, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    print_error("%s\n", text);
    g_free(text);
    (*failures)++;
}

#endif
