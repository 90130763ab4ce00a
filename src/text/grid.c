#include "text/grid.h"

#include "text/scan.h"

/* A number, with its sign and unit, takes no more columns. */
#define NUMBER_MAX_COLUMNS 20
/* Rows that count up to here have their number in the first column. */
#define ORDINALS_MIN 3
/* A longer row does not come out of narrow columns. */
#define ROW_CELLS_MAX 24
/* Of ten rows that begin with a number so many must be of one length. */
#define EVEN_OF_TEN 8
/* So many cells more than the columns are no header: headings that stand above the table. */
#define HEADER_SURPLUS 3
/* What spans the table is short; a longer text is a cell beside several rows. */
#define SPAN_MAX_LINES 2
/* So many cells or more between rows are the header again, on a new page. */
#define REPEATED_HEADER_MIN 3
/* Fewer cells below the last row may be headings. */
#define LEFT_OVER_MIN 3
/* A table has at least so many rows that are alike, without a header more. */
#define EVEN_ROWS_MIN 2
#define BARE_ROWS_MIN 3
/* Of ten rows so many must be full or, as a total, a name and what stands at the right. */
#define CLEAR_OF_TEN 8

/* Cells [from, to) that end together: a row, below perhaps a header or a line across the table. */
typedef struct segment {
    size_t from;
    size_t to;
    size_t tail; /* cells at its end of the shape that ends rows */
} segment;

typedef struct grid {
    const txt_facts *facts;
    txt_cell *cells;
    size_t count;
    txt_cell_shape ending; /* the shape that rows end with */
    bool is_led;           /* rows begin with their number */
    bool *leads;           /* cell → begins a row */
    GArray *segments;      /* of segment */
    size_t columns;
    size_t tail;       /* cells at a full row's end of the shape that ends rows */
    GHashTable *spans; /* first words of what spans the table below the header, set */
    uint32_t rows;
} grid;

static bool is_dash(gunichar c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* Signs that stand in numbers: "12.5%", "(1,323)", "$ 40". */
static bool is_number_sign(gunichar c)
{
    return txt_is_invisible(c) || (c < 0x80 && strchr("().,%$", (int)c));
}

/* "86 769 400", "(1 323 600)", "0,006"; a dash for none. */
static bool is_number(mh_view text)
{
    size_t digits = 0;
    size_t dashes = 0;
    if (txt_columns(text) > NUMBER_MAX_COLUMNS)
        return false;
    for (mh_view rest = text; rest.len > 0; rest = txt_skip_first(rest)) {
        gunichar c = txt_first(rest);
        if (g_unichar_isdigit(c))
            digits++;
        else if (is_dash(c))
            dashes++;
        else if (!is_number_sign(c))
            return false;
    }
    return digits > 0 || dashes == 1;
}

/* The value of "12"; 1 for "A", 2 for "B"; 0 for all else. */
static uint32_t ordinal_of(mh_view text)
{
    uint32_t value = 0;
    if (text.len == 1 && g_ascii_isupper(text.ptr[0]))
        return (uint32_t)(text.ptr[0] - 'A') + 1;
    for (size_t i = 0; i < text.len; i++) {
        if (!g_ascii_isdigit(text.ptr[i]) || i == 3)
            return 0;
        value = value * 10 + (uint32_t)(text.ptr[i] - '0');
    }
    return value;
}

/* "S/RES/2127 (2013), op. 19": capitals, a stroke and more of the same. */
static bool begins_with_symbol(mh_view text)
{
    size_t at = 0;
    mh_view word = txt_next_word(text, &at);
    const char *stroke = memchr(word.ptr, '/', word.len);
    return stroke && stroke > word.ptr && (size_t)(stroke - word.ptr) <= 4
           && g_ascii_isupper(word.ptr[0]) && g_ascii_isupper(stroke[-1])
           && (size_t)(stroke - word.ptr) + 1 < word.len && g_ascii_isalnum(stroke[1]);
}

void txt_cell_describe(const txt_facts *facts, txt_cell *cell)
{
    mh_view text = facts->items[cell->first].text;
    cell->ordinal = cell->lines == 1 ? ordinal_of(text) : 0;
    cell->shape = cell->lines == 1 && is_number(text) ? TXT_CELL_NUMBER
                  : begins_with_symbol(text)          ? TXT_CELL_SYMBOL
                                                      : TXT_CELL_TEXT;
}

/* ------------------------------------------------------------------ where rows begin and end */

static void choose_ending(grid *g)
{
    size_t symbols = 0;
    for (size_t i = 0; i < g->count; i++)
        symbols += g->cells[i].shape == TXT_CELL_SYMBOL;
    g->ending = symbols * 5 >= g->count ? TXT_CELL_SYMBOL : TXT_CELL_NUMBER;
}

/* May this cell be the number its row begins with? Text stands beside it. */
static bool may_lead(const grid *g, size_t i)
{
    return g->cells[i].ordinal > 0 && i + 1 < g->count && g->cells[i + 1].ordinal == 0
           && g->cells[i + 1].shape == TXT_CELL_TEXT;
}

/* Numbers that count up by one, and hardly any that do not: the first column. */
static void find_leads(grid *g)
{
    size_t candidates = 0;
    uint32_t expected = 1;
    for (size_t i = 0; i < g->count; i++) {
        if (!may_lead(g, i))
            continue;
        candidates++;
        if (g->cells[i].ordinal == expected) {
            g->leads[i] = true;
            expected++;
        }
    }
    size_t found = expected - 1;
    g->is_led = found >= ORDINALS_MIN && found * 10 >= candidates * EVEN_OF_TEN;
}

static bool ends_row(const grid *g, size_t i)
{
    return g->cells[i].shape == g->ending && !(g->is_led && g->leads[i]);
}

/* Cuts the cells into segments, which are short in a table: before a leading number and, if asked,
 * behind what ends rows. */
static void cut(grid *g, bool uses_endings)
{
    segment s = {0};
    g_array_set_size(g->segments, 0);
    for (size_t i = 0; i < g->count; i++) {
        bool leads = g->is_led && g->leads[i];
        bool follows_end = uses_endings && i > 0 && ends_row(g, i - 1) && !ends_row(g, i);
        if (i > 0 && (leads || follows_end)) {
            s.to = i;
            g_array_append_val(g->segments, s);
            s = (segment){.from = i};
        }
        s.tail = ends_row(g, i) ? s.tail + 1 : 0;
    }
    s.to = g->count;
    g_array_append_val(g->segments, s);
}

static const segment *segment_at(const grid *g, size_t i)
{
    return &g_array_index(g->segments, segment, i);
}

/* The length most segments have, the one with the header aside; their number. */
static size_t usual_length(grid *g)
{
    size_t lengths[ROW_CELLS_MAX + 1] = {0};
    size_t best = 0;
    for (size_t i = 1; i < g->segments->len; i++) {
        const segment *s = segment_at(g, i);
        if (s->to - s->from <= ROW_CELLS_MAX)
            lengths[s->to - s->from]++;
    }
    for (size_t length = 2; length <= ROW_CELLS_MAX; length++) {
        if (lengths[length] >= lengths[best] || best == 0)
            best = length;
    }
    g->columns = best;
    return lengths[best];
}

/* How many cells a full row ends with that are of the ending's shape. */
static void learn_tail(grid *g)
{
    for (size_t i = 1; i < g->segments->len && g->tail == 0; i++) {
        const segment *s = segment_at(g, i);
        if (s->to - s->from == g->columns)
            g->tail = s->tail;
    }
}

/* Rows that begin with a number and are all of one length need no ending. */
static bool is_even_list(grid *g)
{
    if (!g->is_led)
        return false;
    cut(g, false);
    size_t even = usual_length(g);
    return even >= EVEN_ROWS_MIN && even * 10 >= ((size_t)g->segments->len - 1) * EVEN_OF_TEN;
}

/* Is the segment a full row, with what stands above it perhaps? */
static bool holds_full_row(const grid *g, const segment *s)
{
    return s->to - s->from >= g->columns && s->tail == g->tail;
}

/* Do rows of one length, each with its ending, make up most of the table? */
static bool has_even_rows(const grid *g, size_t even)
{
    size_t full = 0;
    size_t totals = 0;
    size_t rows = 0;
    for (size_t i = 1; i < g->segments->len; i++) {
        const segment *s = segment_at(g, i);
        size_t length = s->to - s->from;
        if (length > (size_t)2 * ROW_CELLS_MAX)
            return false;
        full += holds_full_row(g, s);
        totals += length < g->columns && s->tail > 0 && length == s->tail + 1;
        rows += s->tail > 0;
    }
    return full * 2 >= rows && (full + totals) * 10 >= rows * CLEAR_OF_TEN && even * 2 >= full;
}

/*
 * Above the first row stands a whole header, whose first cell may be empty, or nothing; below the
 * last one, hardly more than a heading. Else rows may begin and end elsewhere.
 */
static bool has_whole_ends(const grid *g)
{
    const segment *first = segment_at(g, 0);
    const segment *last = segment_at(g, g->segments->len - 1);
    size_t length = first->to - first->from;
    size_t left_over = last->tail == 0 ? last->to - last->from : 0;
    if (g->is_led)
        return true;
    if (length < g->columns || left_over >= MAX(g->columns, LEFT_OVER_MIN))
        return false;
    size_t surplus = length - g->columns;
    bool is_turned = left_over > 0 && surplus > 0 && surplus < g->columns
                     && surplus + left_over >= g->columns - 1;
    return !is_turned && (surplus == 0 || surplus + 1 >= g->columns);
}

static bool is_ended_table(grid *g)
{
    cut(g, true);
    size_t even = usual_length(g);
    learn_tail(g);
    if (g->tail == 0 || g->tail == g->columns || !has_even_rows(g, even) || !has_whole_ends(g))
        return false;
    const segment *first = segment_at(g, 0);
    bool has_header = first->to - first->from > g->columns;
    return even >= (has_header || g->is_led ? EVEN_ROWS_MIN : BARE_ROWS_MIN);
}

/* ------------------------------------------------------------------ rows */

/* The first word, in Chinese the first character: what lines across a table have in common. */
static char *first_word(mh_job *job, mh_view text)
{
    size_t at = 0;
    mh_view word = txt_is_cjk(txt_first(text))
                       ? mh_view_slice(text, 0, text.len - txt_skip_first(text).len)
                       : txt_next_word(text, &at);
    return mh_arena_string_of(mh_job_arena(job), word);
}

static mh_view text_of(const grid *g, size_t cell)
{
    return g->facts->items[g->cells[cell].first].text;
}

static bool is_span(const grid *g, size_t cell)
{
    return g->cells[cell].lines <= SPAN_MAX_LINES;
}

/* Cells above the row that segment @p s ends with: the header's, or lines across the table. */
static size_t surplus_of(const grid *g, const segment *s)
{
    size_t length = s->to - s->from;
    if (g->tail == 0)
        return 0;
    if (s->tail == 0)
        return length;
    size_t before = length - s->tail;
    size_t usual = g->columns - g->tail;
    return before > usual ? before - usual : 0;
}

static void learn_spans(mh_job *job, grid *g)
{
    g->spans = mh_arena_string_hash(mh_job_arena(job));
    for (size_t i = 1; i < g->segments->len; i++) {
        const segment *s = segment_at(g, i);
        for (size_t cell = s->from; cell < s->from + surplus_of(g, s); cell++) {
            if (is_span(g, cell))
                g_hash_table_add(g->spans, first_word(job, text_of(g, cell)));
        }
    }
}

/* Cells [from, to) are one row; @p empty cells stand before cell @p gap. */
static void set_row(grid *g, size_t from, size_t to, size_t gap, size_t empty)
{
    if (from == to)
        return;
    g->rows++;
    for (size_t i = from; i < to; i++) {
        g->cells[i].row = g->rows;
        g->cells[i].empty = i == gap ? (uint32_t)empty : 0;
    }
}

/* A row, some of whose cells may be missing: its numbers stand at the right, its text at the left,
 * beside an empty cell where other rows have their number. */
static void set_body_row(grid *g, size_t from, size_t to)
{
    size_t length = to - from;
    size_t tail = 0;
    while (tail < length && ends_row(g, to - 1 - tail))
        tail++;
    size_t missing = length < g->columns ? g->columns - length : 0;
    if (missing == 0 || tail != g->tail) {
        set_row(g, from, to, from, 0);
        return;
    }
    bool lacks_number = g->is_led && !g->leads[from];
    set_row(g, from, to, to - tail, missing - (lacks_number ? 1 : 0));
    if (lacks_number)
        g->cells[from].empty = 1;
}

/* Each short text is a line across the table; a long one stands beside the rows below it. */
static size_t set_spans(grid *g, size_t from, size_t to)
{
    size_t cell = from;
    while (cell < to && is_span(g, cell)) {
        set_row(g, cell, cell + 1, cell, 0);
        cell++;
    }
    return cell;
}

static bool is_bracketed(const grid *g, size_t cell)
{
    gunichar first = txt_first(text_of(g, cell));
    return g->cells[cell].lines == 1 && (first == '(' || first == 0xFF08);
}

/* Header cells [from, to): the unit of measure and the first line across the table come below. */
static void set_header(mh_job *job, grid *g, size_t from, size_t to)
{
    size_t end = MIN(to, from + g->columns);
    bool has_span = end > from + 1 && is_span(g, end - 1)
                    && g_hash_table_contains(g->spans, first_word(job, text_of(g, end - 1)));
    if (has_span)
        end--;
    size_t names = end;
    while (names > from + 1 && is_bracketed(g, names - 1))
        names--;
    size_t lacking = names - from + 1 == g->columns && end == to ? 1 : 0;
    set_row(g, from, names, from, lacking);
    set_row(g, names, end, names, 0);
    for (size_t cell = end; cell < to; cell++)
        set_row(g, cell, cell + 1, cell, 0);
}

static void set_first_segment(mh_job *job, grid *g)
{
    const segment *s = segment_at(g, 0);
    size_t surplus = g->tail > 0 ? surplus_of(g, s) : 0;
    if (g->tail == 0) /* a led list: all above the first number */
        surplus = g->leads[0] ? 0 : s->to - s->from;
    size_t from = s->from;
    if (surplus > g->columns + HEADER_SURPLUS)
        from += surplus - g->columns;
    set_header(job, g, from, s->from + surplus);
    if (s->from + surplus < s->to)
        set_body_row(g, s->from + surplus, s->to);
}

static void set_rows(mh_job *job, grid *g)
{
    learn_spans(job, g);
    set_first_segment(job, g);
    for (size_t i = 1; i < g->segments->len; i++) {
        const segment *s = segment_at(g, i);
        bool is_last = i + 1 == g->segments->len;
        if (is_last && s->tail == 0 && g->tail > 0)
            break; /* what stands below the last row is not the table's */
        size_t surplus = surplus_of(g, s);
        size_t body = s->from + surplus;
        if (surplus >= REPEATED_HEADER_MIN && surplus + 1 >= g->columns)
            set_header(job, g, s->from, body);
        else
            body = set_spans(g, s->from, body);
        size_t to = is_last && g->tail == 0 ? MIN(s->to, s->from + g->columns) : s->to;
        if (body < to)
            set_body_row(g, body, to);
    }
}

uint32_t txt_grid_rows(mh_job *job, const txt_facts *facts, txt_cell *cells, size_t count)
{
    mh_arena *arena = mh_job_arena(job);
    grid g = {.facts = facts, .cells = cells, .count = count};
    g.leads = MH_NEW(arena, bool, count + 1);
    g.segments = mh_arena_array(arena, sizeof(segment));
    choose_ending(&g);
    find_leads(&g);
    if (!is_even_list(&g) && !is_ended_table(&g))
        return 0;
    set_rows(job, &g);
    return g.rows;
}
