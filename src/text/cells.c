#include "text/cells.h"

#include "text/scan.h"

/* Fewer narrow pieces of text in a row may be a masthead or a signature. */
#define CELLS_MIN 9
/* So few may be a table when its rows are found. */
#define GRID_CELLS_MIN 6
/* So many pieces of text are hardly anything else when many say the same as others. */
#define MANY_CELLS 24
#define CELLS_PER_REPEAT 4
/* Of so many lines one, at least, was cut in mid-sentence, or of so many cells one is a number. */
#define LINES_PER_CUT 5
#define CELLS_PER_NUMBER 3
/* A line over a page's end goes on when it was as full as this, in percent of the cells' width. */
#define FULL_PERCENT 75
/* So many cells show how wide they are. */
#define WIDTH_CELLS_MIN 4

/* Narrow pieces of text that follow each other, and what they look like. */
typedef struct run {
    GArray *cells;  /* of txt_cell */
    size_t to;      /* first fact behind the run */
    uint32_t right; /* columns of its longest line */
    size_t numbers; /* cells that begin with a digit or a dash */
    size_t joints;  /* lines that touch the one before */
    size_t cuts;    /* of these, those that go on with it */
} run;

typedef struct finder {
    mh_job *job;
    const txt_facts *facts;
    const txt_measure *measure;
    txt_cells cells;
    uint32_t first_unknown; /* line index of the first table whose rows cannot be told */
} finder;

static bool is_caseless(const txt_fact *fact)
{
    return g_unichar_type(txt_first(fact->text)) == G_UNICODE_OTHER_LETTER;
}

/* The fact before or after @p i, notes at page feet passed over; the count when there is none. */
static size_t next_body(const txt_facts *facts, size_t i)
{
    size_t next = i + 1;
    while (next < facts->count && facts->items[next].is_note)
        next++;
    return next;
}

static bool is_narrow(const txt_fact *fact, uint32_t width)
{
    return fact->right * 100 <= width * TXT_NARROW_PERCENT && !fact->is_signature && !fact->is_row
           && !fact->has_leader;
}

/* "1.", "(a)" alone: an item of a list, whose text stands below. "(12)" may be less than nothing.
 */
static bool opens_item(const txt_fact *fact)
{
    gunichar second = txt_first(txt_skip_first(fact->text));
    return fact->is_lone_mark && fact->mark.kind != TXT_MARK_DASH
           && fact->mark.kind != TXT_MARK_STAR
           && !(fact->mark.kind == TXT_MARK_POINT && g_unichar_isdigit(second));
}

/* A line over a page's end goes on with a cell when neither it nor the cell looks whole. */
static bool goes_on_over_page(const run *r, const txt_fact *a, const txt_fact *b)
{
    if (b->is_lone_mark && a->end == TXT_END_CLAUSE)
        return true;
    bool is_full = r->cells->len >= WIDTH_CELLS_MIN
                   && (a->right + 1 + b->word) * 100 >= r->right * FULL_PERCENT;
    return a->end <= TXT_END_CLAUSE && is_full
           && (b->is_lower || (is_caseless(b) && is_caseless(a)));
}

/* Does line @p b go on with the cell that line @p a is of? A heading's number stands alone. */
static bool goes_on(const run *r, const txt_fact *a, const txt_fact *b)
{
    if (b->gap == TXT_GAP_PAGE)
        return goes_on_over_page(r, a, b);
    bool is_heading = a->mark.kind == TXT_MARK_HEADING && !b->is_lower && a->end == TXT_END_WORD;
    return b->gap == TXT_GAP_NONE && !is_heading;
}

/* May a cell begin at line @p b, which follows line @p a of the text? */
static bool may_begin(const txt_fact *a, const txt_fact *b)
{
    if (opens_item(b))
        return false;
    if (!a || b->gap != TXT_GAP_NONE)
        return true;
    bool is_heading = a->mark.kind == TXT_MARK_HEADING && a->end == TXT_END_WORD;
    return !b->is_lower && (is_heading || txt_last(a->text) == ':' || txt_last(a->text) == 0xFF1A);
}

static void count_joint(run *r, const txt_fact *a, const txt_fact *b)
{
    r->joints++;
    r->cuts += a->end <= TXT_END_OPEN && (b->is_lower || is_caseless(b));
}

static void begin_cell(run *r, size_t at, const txt_fact *fact)
{
    txt_cell cell = {.first = (uint32_t)at, .lines = 1};
    g_array_append_val(r->cells, cell);
    r->numbers += fact->is_number || fact->mark.kind == TXT_MARK_DASH;
}

/* The narrow pieces from fact @p from on. */
static void read_run(const finder *f, size_t from, run *r)
{
    const txt_fact *items = f->facts->items;
    const txt_fact *before = NULL;
    g_array_set_size(r->cells, 0);
    r->right = 0;
    r->numbers = r->joints = r->cuts = 0;
    size_t at = from;
    while (at < f->facts->count && is_narrow(&items[at], f->measure->width)) {
        const txt_fact *fact = &items[at];
        if (before && goes_on(r, before, fact)) {
            g_array_index(r->cells, txt_cell, r->cells->len - 1).lines++;
            count_joint(r, before, fact);
        } else if (before && !may_begin(before, fact)) {
            break;
        } else {
            begin_cell(r, at, fact);
        }
        r->right = MAX(r->right, fact->right);
        before = fact;
        at = next_body(f->facts, at);
    }
    r->to = at;
}

static txt_cell *cell_at(const run *r, size_t i)
{
    return &g_array_index(r->cells, txt_cell, i);
}

/* Columns repeat what they say: how many cells begin as one before them did. */
static size_t count_repeats(const finder *f, const run *r)
{
    GHashTable *seen = mh_arena_string_hash(mh_job_arena(f->job));
    size_t repeats = 0;
    for (size_t i = 0; i < r->cells->len; i++) {
        mh_view text = f->facts->items[cell_at(r, i)->first].text;
        repeats += !g_hash_table_add(seen, mh_arena_string_of(mh_job_arena(f->job), text));
    }
    return repeats;
}

/* Cells whose rows cannot be told still show by narrow lines, by numbers, by what they repeat. */
static bool is_table(const finder *f, const run *r)
{
    size_t cells = r->cells->len;
    bool is_prose = r->cuts * LINES_PER_CUT >= r->joints && r->joints * 2 >= cells;
    bool has_numbers = r->numbers * CELLS_PER_NUMBER >= cells;
    if (cells < CELLS_MIN)
        return false;
    return is_prose || has_numbers
           || (cells >= MANY_CELLS && count_repeats(f, r) * CELLS_PER_REPEAT >= cells);
}

/*
 * Headings may touch the table's first cell. A line that had room for what the next one begins with
 * was not cut by the column's width: then only the last line is the cell.
 */
static void part_headings(const finder *f, run *r)
{
    txt_cell *cell = cell_at(r, 0);
    const txt_fact *lines = &f->facts->items[cell->first];
    uint32_t right = 0;
    bool is_mixed = false;
    for (uint32_t i = 0; i < cell->lines && !lines[i].is_note; i++)
        right = MAX(right, lines[i].right);
    for (uint32_t i = 0; i + 1 < cell->lines; i++)
        is_mixed = is_mixed
                   || (lines[i + 1].gap == TXT_GAP_NONE && !lines[i + 1].is_lower
                       && lines[i].right + 1 + lines[i + 1].word <= right);
    if (is_mixed && lines[cell->lines - 1].gap == TXT_GAP_NONE) {
        cell->first += cell->lines - 1;
        cell->lines = 1;
    }
}

static void make_arrays(finder *f)
{
    mh_arena *arena = mh_job_arena(f->job);
    if (!f->cells.what)
        f->cells.what = MH_NEW(arena, txt_row, f->facts->count);
    if (!f->cells.of)
        f->cells.of = MH_NEW(arena, txt_cell, f->facts->count);
}

/* Marks the lines of the run's cells; rows of the record are numbered throughout. */
static void mark_cells(finder *f, const run *r, uint32_t rows)
{
    make_arrays(f);
    for (size_t i = 0; i < r->cells->len; i++) {
        txt_cell cell = *cell_at(r, i);
        size_t line = cell.first;
        if (rows > 0 && cell.row == 0)
            continue;
        cell.row = f->cells.row_count + (rows > 0 ? cell.row : (uint32_t)i + 1);
        f->cells.of[line] = cell;
        f->cells.what[line] = TXT_ROW_CELL;
        for (uint32_t n = 1; n < cell.lines; n++) {
            line = next_body(f->facts, line);
            f->cells.what[line] = TXT_ROW_GOES_ON;
        }
    }
    f->cells.row_count += rows > 0 ? rows : r->cells->len;
}

static void take_run(finder *f, run *r)
{
    uint32_t rows = 0;
    part_headings(f, r);
    for (size_t i = 0; i < r->cells->len; i++)
        txt_cell_describe(f->facts, cell_at(r, i));
    if (r->cells->len >= GRID_CELLS_MIN)
        rows = txt_grid_rows(f->job, f->facts, cell_at(r, 0), r->cells->len);
    if (rows == 0 && !is_table(f, r))
        return;
    mark_cells(f, r, rows);
    if (rows > 0)
        return;
    if (f->cells.unknown++ == 0)
        f->first_unknown = f->facts->items[cell_at(r, 0)->first].line;
}

txt_cells txt_find_cells(mh_job *job, const txt_pages *pages, const txt_facts *facts,
                         const txt_measure *measure, txt_row *rows) // NOLINT: written through f
{
    finder f = {.job = job, .facts = facts, .measure = measure, .cells = {.what = rows}};
    run r = {.cells = mh_arena_array(mh_job_arena(job), sizeof(txt_cell))};
    const txt_fact *before = NULL;
    for (size_t i = 0; measure->is_wrapped && i < facts->count;) {
        const txt_fact *fact = &facts->items[i];
        r.to = next_body(facts, i);
        if (!fact->is_note && is_narrow(fact, measure->width) && may_begin(before, fact)) {
            read_run(&f, i, &r);
            take_run(&f, &r);
        }
        for (; i < r.to; i = next_body(facts, i))
            before = &facts->items[i];
    }
    if (f.cells.unknown > 0)
        mh_report(job, MH_TXT_CELLS, pages->lines.items[f.first_unknown].number, 0, "%u",
                  f.cells.unknown);
    return f.cells;
}
