/* Widths of columns (XSL 1.1 §7.28.4): fixed ones first, the rest by proportion. */

#include "fo/table.h"

/* A column that names no width takes one part of what is left, as in FOP. */
static double proportion_of(const fo_table_column *column)
{
    return column->width.is_auto ? 1.0 : (double)column->width.proportional;
}

static int32_t fixed_of(const fo_table_column *column, int32_t base)
{
    return column->width.is_auto ? 0 : fo_length_resolve(column->width, base);
}

int32_t fo_table_fixed_width(const fo_table *table, int32_t base)
{
    int64_t sum = 0;
    for (size_t i = 0; i < table->column_count; i++)
        sum += fixed_of(&table->columns[i], base);
    return (int32_t)MIN(sum, INT32_MAX / 4);
}

void fo_table_columns(fo_table *table)
{
    double parts = 0.0;
    for (size_t i = 0; i < table->column_count; i++)
        parts += proportion_of(&table->columns[i]);
    const int32_t left = MAX(table->width - fo_table_fixed_width(table, table->width), 0);
    /* Edges are rounded, not widths, so that the columns fill the table. */
    double edge = 0.0;
    for (size_t i = 0; i < table->column_count; i++) {
        fo_table_column *column = &table->columns[i];
        column->offset = (int32_t)(edge + 0.5);
        edge += fixed_of(column, table->width);
        if (parts > 0.0)
            edge += left * proportion_of(column) / parts;
        edge = MIN(edge, INT32_MAX / 4.0);
        column->size = MAX((int32_t)(edge + 0.5) - column->offset, 0);
    }
}
