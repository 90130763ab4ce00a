#ifndef MH_LEXICON_GENERATE_TSV_H
#define MH_LEXICON_GENERATE_TSV_H

/* The data files: tab-separated, one header line, "|" between wordings of one cell. */

#include "base/arena.h"
#include "lexicon/lexicon.h"

typedef struct gen_table {
    const char *path;
    mh_arena *arena;
    char **columns;
    char ***rows; /* a row has as many cells as there are columns */
    size_t column_count;
    size_t row_count;
} gen_table;

/* Reads folder/NAME.tsv; ends the program with a message when it is not as it should be. */
gen_table *gen_table_read(mh_arena *arena, const char *folder, const char *name);

/* Cell of a row by column name; ends the program when there is no such column. */
const char *gen_cell(const gen_table *table, size_t row, const char *column);

/* The wordings of a cell, NULL-terminated; none for an empty cell. */
char **gen_wordings(const gen_table *table, const char *cell);

/* Ends the program, naming file and line. */
void gen_fail(const gen_table *table, size_t row, const char *what) G_GNUC_NORETURN;

#endif
