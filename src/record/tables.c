#include "record/body.h"

/* Lines between "Table 1" and its first row. */
#define CAPTION_LINES_MAX 4
#define CELLS_MAX 64

/* First unit of the table's rows when unit @p at begins its caption; range.to when none. */
static size_t rows_below_caption(const rec_builder *builder, size_t at)
{
    size_t row = at;
    for (size_t i = 0; i <= CAPTION_LINES_MAX && row < builder->range.to; i++) {
        const rec_unit *unit = rec_unit_at(builder->reader, row);
        if (unit->is_row)
            return row;
        if (unit->mark.count > 0 && i > 0 && unit->mark.dress != REC_DRESS_NONE)
            break;
        row = rec_next_unit(builder->reader, builder->range, row + 1);
    }
    return builder->range.to;
}

/* End of the run of rows that begins at @p row. */
static size_t rows_end(const rec_builder *builder, size_t row, size_t *count)
{
    size_t end = row;
    *count = 0;
    for (size_t at = row; at < builder->range.to; at++) {
        const rec_unit *unit = rec_unit_at(builder->reader, at);
        if (unit->use == REC_USE_NOTE)
            continue;
        if (!unit->is_row)
            break;
        (*count)++;
        end = at + 1;
    }
    return end;
}

/* The caption's lines joined by line breaks. */
static void add_caption(rec_builder *builder, mh_node *table, rec_range lines)
{
    rec_reader *reader = builder->reader;
    GString *text = mh_arena_string(reader->arena);
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    for (size_t at = lines.from; at < lines.to; at = rec_next_unit(reader, lines, at + 1)) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (text->len > 0) {
            rec_span_add(spans, MH_SPAN_LINE_BREAK, text->len, text->len + 1);
            g_string_append_c(text, ' ');
        }
        for (const rec_call *call = unit->calls; call; call = call->next) {
            mh_span *span =
                rec_span_add(spans, MH_SPAN_NOTE, text->len + call->start, text->len + call->end);
            span->note = call->note;
        }
        g_string_append_len(text, unit->text.ptr, (gssize)unit->text.len);
        table->first_line = table->first_line ? table->first_line : unit->first_line;
        table->last_line = unit->last_line;
    }
    table->heading = (mh_inline){.text = {text->str, text->len},
                                 .spans = (const mh_span *)(const void *)spans->data,
                                 .span_count = spans->len};
}

static void add_cell(rec_builder *builder, mh_node *row, const rec_unit *unit, rec_range bytes)
{
    mh_node *cell = rec_node_new(builder->reader, MH_NODE_CELL, unit);
    mh_node *content = rec_node_new(builder->reader, MH_NODE_P, unit);
    content->text = rec_text(builder->reader, unit, bytes.from, bytes.to, REC_INLINE_NO_PERSONS);
    rec_node_append(cell, content);
    rec_node_append(row, cell);
}

/* TABs before the text of the row's line: empty cells, unless all rows of the table have them. */
static size_t empty_cells_before(const rec_builder *builder, const rec_unit *unit)
{
    mh_view line = builder->reader->text->lines[unit->block->line[0]].text;
    size_t tabs = 0;
    while (tabs < MIN(line.len, (size_t)CELLS_MAX) && line.ptr[tabs] == '\t')
        tabs++;
    return tabs;
}

static size_t indent_of(const rec_builder *builder, rec_range rows)
{
    size_t least = CELLS_MAX;
    for (size_t at = rows.from; at < rows.to; at = rec_next_unit(builder->reader, rows, at + 1))
        least = MIN(least, empty_cells_before(builder, rec_unit_at(builder->reader, at)));
    return least;
}

/* One row. Cells beyond the cap share the last one. */
static mh_node *row_of(rec_builder *builder, const rec_unit *unit, size_t empty_cells)
{
    mh_node *row = rec_node_new(builder->reader, MH_NODE_ROW, unit);
    size_t start = 0;
    for (size_t cells = 0; cells < empty_cells; cells++)
        add_cell(builder, row, unit, (rec_range){0, 0});
    for (size_t cells = empty_cells + 1; start <= unit->text.len; cells++) {
        size_t next = unit->text.len + 1;
        size_t end = cells < CELLS_MAX ? rec_cell_end(unit->text, start, &next) : unit->text.len;
        add_cell(builder, row, unit, (rec_range){start, end});
        start = next;
    }
    return row;
}

static bool is_total(rec_builder *builder, const mh_node *row)
{
    const mh_node *cell = row->first_child;
    while (cell && cell->next && cell->first_child->text.text.len == 0)
        cell = cell->next;
    return cell && cell->first_child
           && rec_matches(builder->reader, cell->first_child->text.text, "caption.total", NULL);
}

static void add_rows(rec_builder *builder, mh_node *table, rec_range rows, size_t count)
{
    bool is_first = true;
    size_t indent = indent_of(builder, rows);
    for (size_t at = rows.from; at < rows.to; at = rec_next_unit(builder->reader, rows, at + 1)) {
        const rec_unit *unit = rec_unit_at(builder->reader, at);
        mh_node *row = row_of(builder, unit, empty_cells_before(builder, unit) - indent);
        bool has_columns = row->first_child != row->last_child;
        if (is_first && has_columns && count > 1)
            row->name = "head";
        else if (is_total(builder, row))
            row->name = "total";
        rec_node_append(table, row);
        is_first = false;
    }
}

/* "Source: ...", "Note: ..." below the table; returns the unit after them. */
static size_t add_notes(rec_builder *builder, mh_node *parent, size_t from)
{
    size_t at = rec_next_unit(builder->reader, builder->range, from);
    while (at < builder->range.to) {
        const rec_unit *unit = rec_unit_at(builder->reader, at);
        if (unit->is_row
            || (!rec_matches(builder->reader, unit->text, "caption.source", NULL)
                && !rec_matches(builder->reader, unit->text, "caption.note", NULL)))
            break;
        mh_node *note = rec_paragraph_of(builder->reader, unit, 0, REC_INLINE_BODY);
        note->name = "tableNote";
        rec_node_append(parent, note);
        at = rec_next_unit(builder->reader, builder->range, at + 1);
    }
    return at;
}

size_t rec_take_table(rec_builder *builder, size_t at)
{
    rec_reader *reader = builder->reader;
    const rec_unit *unit = rec_unit_at(reader, at);
    size_t row = at;
    size_t count = 0;
    if (!unit->is_row) {
        if (unit->ends_clause || !rec_matches(reader, unit->text, "caption.table", NULL))
            return 0;
        row = rows_below_caption(builder, at);
    }
    if (row >= builder->range.to)
        return 0;
    size_t end = rows_end(builder, row, &count);
    if (count < 2 && row == at)
        return 0;
    mh_node *table = rec_node_new(reader, MH_NODE_TABLE, NULL);
    if (row > at)
        add_caption(builder, table, (rec_range){at, row});
    add_rows(builder, table, (rec_range){row, end}, count);
    bool is_inside = builder->paragraph && builder->paragraph->num.len > 0;
    mh_node *parent = is_inside ? builder->paragraph : rec_builder_level(builder);
    rec_node_append(parent, table);
    rec_close_lists(builder);
    if (!is_inside)
        builder->paragraph = NULL;
    return add_notes(builder, parent, end) - at;
}
