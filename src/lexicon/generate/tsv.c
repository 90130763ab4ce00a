#include "lexicon/generate/tsv.h"

#include <stdio.h>
#include <stdlib.h>

void gen_fail(const gen_table *table, size_t row, const char *what)
{
    (void)fprintf(stderr, "%s:%zu: %s\n", table->path, row + 2, what);
    exit(1);
}

static char **split(mh_arena *arena, const char *text, const char *separator)
{
    char **parts = g_strsplit(text, separator, -1);
    mh_arena_defer(arena, (GDestroyNotify)g_strfreev, parts);
    return parts;
}

gen_table *gen_table_read(mh_arena *arena, const char *folder, const char *name)
{
    gen_table *table = MH_NEW(arena, gen_table, 1);
    char *text = NULL;

    table->arena = arena;
    table->path = mh_arena_printf(arena, "%s/%s.tsv", folder, name);
    if (!g_file_get_contents(table->path, &text, NULL, NULL) || !g_utf8_validate(text, -1, NULL)) {
        g_free(text);
        gen_fail(table, 0, "cannot be read, or is not UTF-8");
    }
    mh_arena_defer(arena, g_free, text);

    size_t length = strlen(text);
    if (length == 0 || text[length - 1] != '\n')
        gen_fail(table, 0, "does not end with a line end");
    text[length - 1] = '\0'; /* not trimmed further: last cells may be empty */
    char **lines = split(arena, text, "\n");
    table->columns = split(arena, lines[0], "\t");
    table->column_count = g_strv_length(table->columns);
    table->row_count = g_strv_length(lines) - 1;
    table->rows = MH_NEW(arena, char **, table->row_count);
    for (size_t i = 0; i < table->row_count; i++) {
        table->rows[i] = split(arena, lines[i + 1], "\t");
        if (g_strv_length(table->rows[i]) != table->column_count)
            gen_fail(table, i, "has another number of columns than the first line");
    }
    return table;
}

const char *gen_cell(const gen_table *table, size_t row, const char *column)
{
    for (size_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i], column) == 0)
            return table->rows[row][i];
    gen_fail(table, row, mh_arena_printf(table->arena, "there is no column %s", column));
}

char **gen_wordings(const gen_table *table, const char *cell)
{
    return split(table->arena, cell, "|");
}
