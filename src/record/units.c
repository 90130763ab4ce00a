#include "record/reader.h"

#include "lexicon/lexicon.h"
#include "record/annex.h"

/* Characters of a text that are enough to tell its language. */
#define SAMPLE_BYTES ((size_t)600)

size_t rec_char_count(mh_view text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((guchar)text.ptr[i] & 0xC0) != 0x80;
    return count;
}

bool rec_is_longer(mh_view text, size_t chars)
{
    if (text.len <= chars)
        return false;
    return text.len > 4 * chars || rec_char_count(text) > chars;
}

bool rec_is_terminal(uint32_t c)
{
    static const uint32_t stops[] = {'.',    ',',    ';',    ':',    '?',    '!',
                                     0x2026, 0x3002, 0xFF1B, 0xFF0C, 0xFF1A, 0xFF1F,
                                     0xFF01, 0x3001, 0x061B, 0x060C, 0x061F};
    for (size_t i = 0; i < G_N_ELEMENTS(stops); i++) {
        if (c == stops[i])
            return true;
    }
    return false;
}

/* Closing quotes and brackets, which may stand behind a stop. */
static bool is_closer(gunichar c)
{
    return c == ')' || c == ']' || c == '"' || c == 0xFF09
           || g_unichar_type(c) == G_UNICODE_FINAL_PUNCTUATION
           || (g_unichar_type(c) == G_UNICODE_CLOSE_PUNCTUATION && c > 0x7F);
}

uint32_t rec_last_char(mh_view text)
{
    mh_view rest = mh_view_trim(text);
    const char *p = rest.ptr + rest.len;
    while (p > rest.ptr) {
        p = g_utf8_prev_char(p);
        gunichar c = g_utf8_get_char(p);
        if (!is_closer(c) && !g_unichar_isspace(c))
            return c;
    }
    return 0;
}

size_t rec_unit_bare_length(const rec_unit *unit)
{
    size_t length = unit->text.len;
    for (const rec_call *call = unit->calls; call; call = call->next) {
        if (!call->next && call->end == length)
            length = call->start;
    }
    return mh_view_trim(mh_view_slice(unit->text, 0, length)).len;
}

uint32_t rec_char_at(mh_view text, size_t at)
{
    return at < text.len ? g_utf8_get_char(text.ptr + at) : 0;
}

uint32_t rec_char_before(mh_view text, size_t at)
{
    return at > 0 ? g_utf8_get_char(g_utf8_prev_char(text.ptr + at)) : 0;
}

static bool begins_small(mh_view text)
{
    return text.len > 0 && g_unichar_islower(g_utf8_get_char(text.ptr));
}

bool rec_is_heading_like(const rec_unit *unit, mh_view text, size_t longest)
{
    mh_view bare = mh_view_trim(text);
    if (bare.len == 0 || unit->is_row || rec_is_longer(bare, longest) || begins_small(bare))
        return false;
    return !rec_is_terminal(rec_last_char(bare));
}

mh_view rec_head_of(mh_view text, size_t most)
{
    size_t length = MIN(text.len, most);
    while (length < text.len && ((guchar)text.ptr[length] & 0xC0) == 0x80)
        length--;
    return mh_view_slice(text, 0, length);
}

/* "M. Durand": a French gentleman, not a thirteenth part. */
static bool is_monsieur(const rec_unit *unit)
{
    return unit->language == MH_LANGUAGE_FR && mh_view_starts_with(unit->text, MH_VIEW("M. "))
           && g_unichar_isupper(rec_char_at(unit->text, 3));
}

/* Fills in what can be told from the unit's own text. */
static void describe(rec_unit *unit)
{
    size_t next = 0;
    unit->chars = rec_char_count(unit->text);
    unit->is_row = unit->block->is_row && rec_cell_end(unit->text, 0, &next) < unit->text.len;
    unit->language = mh_language_of_text(rec_head_of(unit->text, SAMPLE_BYTES));
    unit->mark = is_monsieur(unit) ? (rec_mark){0} : rec_mark_read(unit->text);
    unit->ends_clause = rec_is_terminal(rec_last_char(unit->text));
}

static rec_unit unit_of(const mh_text *text, const mh_block *block, uint32_t page_before)
{
    const mh_line *first = &text->lines[block->line[0]];
    const mh_line *last = &text->lines[block->line[block->line_count - 1]];
    rec_unit unit = {
        .text = mh_view_trim(block->text),
        .block = block,
        .first_line = first->number,
        .last_line = last->number,
        .starts_page = first->page != page_before,
    };
    /* From the foot of one column to the top of the next the numbers go back. */
    for (size_t i = 0; i < block->line_count; i++) {
        uint32_t number = text->lines[block->line[i]].number;
        unit.first_line = MIN(unit.first_line, number);
        unit.last_line = MAX(unit.last_line, number);
    }
    describe(&unit);
    return unit;
}

/* Appends a cell that stood below the unit's, and TABs for the empty ones between them. */
static void append_cell(rec_reader *reader, rec_unit *unit, const mh_block *cell)
{
    GString *text = mh_arena_string(reader->arena);
    g_string_append_len(text, unit->text.ptr, (gssize)unit->text.len);
    for (uint32_t i = 0; i <= cell->empty_cells; i++)
        g_string_append_c(text, '\t');
    mh_view added = mh_view_trim(cell->text);
    g_string_append_len(text, added.ptr, (gssize)added.len);
    unit->text = (mh_view){text->str, text->len};
    unit->last_line = reader->text->lines[cell->line[cell->line_count - 1]].number;
    describe(unit);
    unit->is_row = true;
}

/* Begins a row with a cell; TABs stand for the empty ones before it. */
static void begin_row(rec_reader *reader, rec_unit *unit)
{
    unit->is_row = true;
    if (unit->block->empty_cells == 0)
        return;
    GString *text = mh_arena_string(reader->arena);
    for (uint32_t i = 0; i < unit->block->empty_cells; i++)
        g_string_append_c(text, '\t');
    g_string_append_len(text, unit->text.ptr, (gssize)unit->text.len);
    unit->text = (mh_view){text->str, text->len};
}

/* The unit's line as it stands has a TAB at its beginning or end: a row with an empty cell. */
static bool has_outer_tab(const mh_text *text, const rec_unit *unit)
{
    mh_view line = text->lines[unit->block->line[0]].text;
    return unit->block->line_count == 1 && line.len > 0
           && (line.ptr[0] == '\t' || line.ptr[line.len - 1] == '\t');
}

/* True when @p unit is the row right above or below the line @p other. */
static bool is_row_beside(const rec_unit *unit, const rec_unit *lower)
{
    return unit->is_row && lower->block->blank_before == 0;
}

/* A line of one cell is a row between rows; beside one when a TAB says that it has more cells. */
static void find_narrow_rows(rec_reader *reader)
{
    for (size_t at = 0; at < reader->units->len; at++) {
        rec_unit *unit = rec_unit_at(reader, at);
        if (unit->is_row || unit->block->line_count != 1)
            continue;
        const rec_unit *next = at + 1 < reader->units->len ? unit + 1 : NULL;
        bool is_below = at > 0 && is_row_beside(unit - 1, unit);
        bool is_above = next && is_row_beside(next, next);
        unit->is_row =
            has_outer_tab(reader->text, unit) ? is_below || is_above : is_below && is_above;
    }
}

/* True for "1 2", "(1) (2)", "* **": nothing but the numbers of notes, white space between. */
static bool is_stack(mh_view text)
{
    if (mh_view_equal(text, MH_VIEW("* **")) || mh_view_equal(text, MH_VIEW("* ** ***")))
        return true;
    for (size_t i = 0; i < text.len; i++)
        if (!strchr("0123456789() ", text.ptr[i]))
            return false;
    return true;
}

/* Numbers of notes that reflow joined, a unit each; the unit is the last one. */
static void split_stack(rec_reader *reader)
{
    const rec_unit *unit = rec_unit_at(reader, reader->units->len - 1);
    if (!unit->block->after_rule || unit->is_row || !is_stack(unit->text))
        return;
    for (size_t i = 0; i < unit->text.len; i++) {
        if (!g_ascii_isspace(unit->text.ptr[i]))
            continue;
        rec_unit_split(reader, reader->units->len - 1, i);
        unit = rec_unit_at(reader, reader->units->len - 1);
        i = 0;
    }
}

/*
 * What stands below a table as narrow as its cells: the lines of the meeting that adopted it, the
 * label of an annex. Bytes of its first line when the block is such, else 0.
 */
static size_t lines_below_table(rec_reader *reader, const mh_block *block)
{
    mh_record_kind kind;
    mh_view line = mh_view_trim(reader->text->lines[block->line[0]].text);
    if (block->line_count > 2 || !mh_view_starts_with(mh_view_trim(block->text), line))
        return 0;
    return rec_matches(reader, line, "resolution.meeting", NULL)
                   || (block->line_count == 1 && rec_annex_label(reader, line, &kind, NULL))
               ? line.len
               : 0;
}

/* A cell that begins a row, or what only looks like one. */
static void add_cell(rec_reader *reader, rec_unit *unit)
{
    size_t line = lines_below_table(reader, unit->block);
    if (line == 0)
        begin_row(reader, unit);
    g_array_append_vals(reader->units, unit, 1);
    if (line > 0 && line < unit->text.len)
        rec_unit_split(reader, reader->units->len - 1, line);
}

void rec_units_make(rec_reader *reader)
{
    const mh_text *text = reader->text;
    uint32_t page = 0;
    size_t row = 0; /* unit of the row begun last */
    reader->units = mh_arena_array(reader->arena, sizeof(rec_unit));
    for (size_t i = 0; i < text->block_count; i++) {
        const mh_block *block = &text->blocks[i];
        if (block->line_count == 0 || mh_view_trim(block->text).len == 0)
            continue;
        bool goes_on = block->row > 0 && row < reader->units->len
                       && rec_unit_at(reader, row)->is_row
                       && rec_unit_at(reader, row)->block->row == block->row;
        if (goes_on) { /* notes at a page's foot may stand between */
            append_cell(reader, rec_unit_at(reader, row), block);
            page = text->lines[block->line[block->line_count - 1]].page;
            continue;
        }
        rec_unit unit = unit_of(text, block, page);
        page = text->lines[block->line[block->line_count - 1]].page;
        row = block->row > 0 ? reader->units->len : row;
        if (block->row > 0)
            add_cell(reader, &unit);
        else
            g_array_append_val(reader->units, unit);
        split_stack(reader);
    }
    find_narrow_rows(reader);
}

size_t rec_unit_offset(const rec_unit *unit)
{
    mh_view block = unit->block->text;
    bool is_part = unit->text.ptr >= block.ptr && unit->text.ptr <= block.ptr + block.len;
    return is_part ? (size_t)(unit->text.ptr - block.ptr) : 0;
}

/* Source line of byte @p offset of the unit's text: its lines' lengths added up. */
static uint32_t line_of_offset(const rec_reader *reader, const rec_unit *unit, size_t offset)
{
    size_t wanted = rec_unit_offset(unit) + offset;
    size_t length = 0;
    for (size_t i = 0; i < unit->block->line_count; i++) {
        const mh_line *line = &reader->text->lines[unit->block->line[i]];
        length += mh_view_trim(line->text).len + 1;
        if (wanted < length)
            return line->number;
    }
    return unit->last_line;
}

size_t rec_line_offset(const rec_reader *reader, const rec_unit *unit, size_t index)
{
    mh_view rest = unit->text;
    for (size_t i = 0; i < index; i++) {
        mh_view line = reader->text->lines[unit->block->line[i]].text;
        const char *end = line.ptr + line.len;
        for (const char *p = line.ptr; p < end; p = mh_utf8_next(p)) {
            gunichar c = g_utf8_get_char(p);
            rest = mh_view_trim(rest);
            /* What differs was left out: a hyphen at the line's end, a mark of direction. */
            if (rest.len > 0 && g_utf8_get_char(rest.ptr) == c && !g_unichar_isspace(c))
                rest = mh_view_slice(rest, (size_t)(mh_utf8_next(rest.ptr) - rest.ptr), rest.len);
        }
    }
    return unit->text.len - mh_view_trim(rest).len;
}

void rec_unit_split(rec_reader *reader, size_t at, size_t offset)
{
    rec_unit *unit = rec_unit_at(reader, at);
    rec_unit tail = *unit;
    uint32_t line = line_of_offset(reader, unit, offset);
    tail.text = mh_view_trim(mh_view_slice(unit->text, offset, unit->text.len));
    tail.first_line = line;
    tail.starts_page = false;
    size_t skipped = (size_t)(tail.text.ptr - unit->text.ptr);
    rec_call **link = &unit->calls;
    while (*link && (*link)->start < skipped)
        link = &(*link)->next;
    tail.calls = *link;
    *link = NULL;
    for (rec_call *call = tail.calls; call; call = call->next) {
        call->start -= (uint32_t)skipped;
        call->end -= (uint32_t)skipped;
    }
    unit->text = mh_view_trim(mh_view_slice(unit->text, 0, offset));
    unit->last_line = MAX(line_of_offset(reader, unit, unit->text.len ? unit->text.len - 1 : 0),
                          unit->first_line);
    describe(unit);
    describe(&tail);
    g_array_insert_val(reader->units, (guint)(at + 1), tail);
}

size_t rec_cell_end(mh_view row, size_t start, size_t *next)
{
    static const char gap[] = "   ";
    size_t end = start;
    while (end < row.len && row.ptr[end] != '\t'
           && !mh_view_starts_with(mh_view_slice(row, end, row.len), mh_view_of(gap)))
        end++;
    size_t after = end;
    if (after < row.len && row.ptr[after] == '\t')
        after++;
    else
        while (after < row.len && row.ptr[after] == ' ')
            after++;
    *next = end < row.len ? after : row.len + 1;
    return end;
}

void rec_units_merge(rec_reader *reader, size_t at, size_t count)
{
    rec_unit *unit = rec_unit_at(reader, at);
    GString *text = mh_arena_string(reader->arena);
    rec_call **link = &unit->calls;
    for (size_t i = at; i < at + count; i++) {
        const rec_unit *part = rec_unit_at(reader, i);
        if (text->len > 0)
            g_string_append_c(text, ' ');
        for (rec_call *call = part->calls; call; call = call->next) {
            call->start += (uint32_t)text->len;
            call->end += (uint32_t)text->len;
            *link = call;
            link = &call->next;
        }
        g_string_append_len(text, part->text.ptr, (gssize)part->text.len);
        unit->last_line = part->last_line;
    }
    unit->text = (mh_view){text->str, text->len};
    describe(unit);
}

void rec_units_join(rec_reader *reader, size_t at, size_t count)
{
    rec_units_merge(reader, at, count);
    g_array_remove_range(reader->units, (guint)at + 1, (guint)count - 1);
}

size_t rec_next_unit(const rec_reader *reader, rec_range range, size_t from)
{
    size_t at = from;
    while (at < range.to && rec_unit_at(reader, at)->use == REC_USE_NOTE)
        at++;
    return at;
}
