#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/link.h"

static void links_are_relative(void **state)
{
    static const struct {
        const char *from;
        const char *path;
        const char *link;
    } rows[] = {
        {"/home/u", "/home/u/done/a.pdf", "done/a.pdf"},
        {"/home/u/done", "/home/u/done/a.pdf", "a.pdf"},
        {"/home/u/reports", "/home/u/done/a.pdf", "../done/a.pdf"},
        {"/home/u/done", "/home/u/done2/a.pdf", "../done2/a.pdf"},
        {"/a/b", "/c.pdf", "../../c.pdf"},
        {"/", "/c.pdf", "c.pdf"},
        {"/r", "/r/A:1 #2?.pdf", "A%3A1%20%232%3F.pdf"},
        {"/r", "/r/S_RES_9001(2099).pdf", "S_RES_9001(2099).pdf"},
        {"/r", "/r/\xC3\xA9.pdf", "%C3%A9.pdf"},
    };
    (void)state;
    mh_arena *arena = mh_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_string_equal(report_link(arena, rows[i].from, rows[i].path), rows[i].link);
    mh_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_relative),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
