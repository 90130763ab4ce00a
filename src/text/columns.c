#include "text/columns.h"

#include "text/scan.h"

/* Columns of print that are looked at; wider pages are tables. */
#define PAGE_COLUMNS 256
/* A page in two columns has so many lines, and so many of a hundred of them have print in each. */
#define PAGE_LINES_MIN 12
#define PAGE_LINES_MAX 300
#define SIDE_PERCENT 40
/* Of a hundred lines so few may cross the gutter. */
#define CROSSING_PERCENT 18
/* The gutter is near the middle: so many hundredths of the width. */
#define GUTTER_FROM 33
#define GUTTER_TO 67
/* Print shifts by so many columns from line to line. */
#define SHIFT_COLUMNS 6
/* Prose fills its column: mean columns of a line's half, and in percent of the column. */
#define HALF_MEAN_MIN 22
#define HALF_MEAN_PERCENT 50
/* In prose paragraphs begin on each side where they will; in tables, together. */
#define STARTS_MIN 5
#define STARTS_TOGETHER_PERCENT 60
#define START_PERCENT 60
/* With so many pages in two columns, the others are not doubted. */
#define KNOWN_PAGES 2
/* A line of a column goes on with the next when it reaches so far; one that ends a sentence, when
 * it is full. */
#define STEP_PERCENT 72
#define STEP_END_PERCENT 92
/* A running head or page number shows by so wide a gap. */
#define EDGE_GAP 14
/* Halves of a line with gaps of their own are cells. */
#define CELLS_PERCENT 30

/* One line of a page: its print by columns. */
typedef struct row {
    const mh_line *line;
    uint32_t left;  /* first column with print */
    uint32_t right; /* column behind the last one */
    bool print[PAGE_COLUMNS];
    uint32_t byte[PAGE_COLUMNS + 1]; /* of the line's text, by column */
} row;

typedef struct page {
    row *rows;
    size_t count;
    size_t printed; /* rows with print */
    uint32_t width;
    uint32_t gutter; /* the right column begins here; 0: there is one column */
    uint32_t left;   /* margins of the two */
    uint32_t right;
    bool is_rtl;
} page;

/* What one side of a line is. */
typedef struct half {
    size_t from; /* bytes of the line's text */
    size_t to;
    bool has_text;
} half;

typedef struct halves {
    half side[2];
    bool is_whole; /* the line spans the page */
} halves;

static uint32_t columns_of(gunichar c)
{
    if (g_unichar_iszerowidth(c) || txt_is_bidi_control(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

static bool read_row(const mh_line *line, row *out)
{
    const char *start = line->text.ptr;
    const char *end = start + line->text.len;
    uint32_t column = 0;
    *out = (row){.line = line, .left = PAGE_COLUMNS};
    for (const char *p = start; p < end; p = txt_next(p)) {
        gunichar c = g_utf8_get_char(p);
        uint32_t wide = columns_of(c);
        if (c == '\t' || column + wide >= PAGE_COLUMNS)
            return false;
        for (uint32_t i = 0; i < wide; i++) {
            out->byte[column + i] = (uint32_t)(p - start);
            out->print[column + i] = !g_unichar_isspace(c);
        }
        if (wide > 0 && !g_unichar_isspace(c)) {
            out->left = MIN(out->left, column);
            out->right = column + wide;
        }
        column += wide;
    }
    for (uint32_t i = column; i <= PAGE_COLUMNS; i++)
        out->byte[i] = (uint32_t)line->text.len;
    return true;
}

/* Columns of blank round @p column in a row; 0 when there is print. */
static uint32_t gap_at(const row *r, uint32_t column, uint32_t *end)
{
    uint32_t from = column;
    uint32_t to = column;
    if (r->print[column])
        return 0;
    while (from > 0 && !r->print[from - 1])
        from--;
    while (to < PAGE_COLUMNS && !r->print[to])
        to++;
    *end = to;
    return to - from;
}

/* The column at which most lines begin or go on behind a gap. */
static void find_gutter(page *p)
{
    size_t best = 0;
    for (uint32_t c = p->width * GUTTER_FROM / 100; c <= p->width * GUTTER_TO / 100; c++) {
        size_t begins = 0;
        for (size_t i = 0; i < p->count; i++) {
            const row *r = &p->rows[i];
            if (r->right <= r->left)
                continue;
            begins +=
                c > 1 && !r->print[c - 1] && r->print[c] && (r->left == c || !r->print[c - 2]);
        }
        if (begins > best) {
            best = begins;
            p->gutter = c;
        }
    }
}

/* Byte of the line at which its right half begins: at a gap near the gutter; SIZE_MAX for none. */
static size_t cut_of(const page *p, const row *r)
{
    uint32_t from = p->gutter > SHIFT_COLUMNS ? p->gutter - SHIFT_COLUMNS : 1;
    uint32_t best = 0;
    uint32_t widest = 0;
    for (uint32_t c = from; c < p->gutter + SHIFT_COLUMNS && c < PAGE_COLUMNS; c++) {
        uint32_t end = 0;
        uint32_t gap = gap_at(r, c, &end);
        bool is_at_gutter = end == p->gutter;
        if (gap > widest && (gap > 1 || is_at_gutter)) {
            widest = gap;
            best = end;
        }
    }
    return widest > 0 ? r->byte[MIN(best, PAGE_COLUMNS)] : SIZE_MAX;
}

static halves halves_of(const page *p, const row *r)
{
    size_t length = r->line->text.len;
    if (r->right <= r->left)
        return (halves){0};
    if (r->left + SHIFT_COLUMNS / 2 >= p->gutter)
        return (halves){.side = {{0}, {0, length, true}}};
    if (r->right <= p->gutter)
        return (halves){.side = {{0, length, true}, {0}}};
    size_t cut = cut_of(p, r);
    if (cut == SIZE_MAX)
        return (halves){.is_whole = true};
    return (halves){.side = {{0, cut, true}, {cut, length, true}}};
}

/* ------------------------------------------------------------------ is it prose? */

typedef struct tally {
    size_t whole;
    size_t cells;
    size_t columns[2]; /* of print */
    size_t lines[2];
    size_t starts[2];
    size_t together;
} tally;

static bool starts_paragraph(mh_view text, bool is_after_blank, uint32_t indent)
{
    return txt_trim(text).len > 0 && (is_after_blank || indent >= 3);
}

static mh_view half_text(const row *r, const half *h)
{
    return h->has_text ? mh_view_slice(r->line->text, h->from, h->to)
                       : (mh_view){.ptr = NULL, .len = 0};
}

static uint32_t indent_of(const page *p, const row *r, int side)
{
    uint32_t c = side == 0 ? 0 : p->gutter > SHIFT_COLUMNS / 2 ? p->gutter - SHIFT_COLUMNS / 2 : 0;
    while (c < PAGE_COLUMNS && !r->print[c])
        c++;
    uint32_t margin = side == 0 ? p->left : p->right;
    return c > margin ? c - margin : 0;
}

/* Columns of print that a side has room for. */
static uint32_t width_of(const page *p, int side)
{
    return side == 0 ? p->gutter - p->left : p->width - p->right;
}

static void count_row(const page *p, const row *r, tally *t, bool after_blank[2])
{
    halves h = halves_of(p, r);
    t->whole += h.is_whole;
    bool starts[2] = {false, false};
    for (int side = 0; side < 2; side++) {
        mh_view text = half_text(r, &h.side[side]);
        mh_view bare = txt_trim(text);
        t->lines[side] += bare.len > 0;
        t->columns[side] += txt_columns(bare);
        t->cells += bare.len > 0 && memmem(bare.ptr, bare.len, "    ", 4) != NULL;
        /* Headings and stage lines stand side by side by chance. */
        starts[side] = starts_paragraph(text, after_blank[side], indent_of(p, r, side))
                       && txt_columns(bare) * 100 >= width_of(p, side) * START_PERCENT;
        t->starts[side] += starts[side];
        after_blank[side] = bare.len == 0;
    }
    t->together += starts[0] && starts[1];
}

static bool is_prose(const page *p, const tally *t, bool is_known)
{
    size_t fewer = MIN(t->starts[0], t->starts[1]);
    bool is_filled = true;
    for (int side = 0; side < 2; side++) {
        size_t least = MAX(HALF_MEAN_MIN, width_of(p, side) * HALF_MEAN_PERCENT / 100);
        is_filled = is_filled && t->columns[side] >= t->lines[side] * least;
    }
    bool is_table =
        !is_known && fewer >= STARTS_MIN && t->together * 100 >= fewer * STARTS_TOGETHER_PERCENT;
    return MIN(t->lines[0], t->lines[1]) * 100 >= p->printed * SIDE_PERCENT
           && t->whole * 100 <= p->printed * CROSSING_PERCENT && is_filled && !is_table
           && t->cells * 100 <= (t->lines[0] + t->lines[1]) * CELLS_PERCENT;
}

static uint32_t least_left(const page *p, uint32_t from)
{
    uint32_t least = PAGE_COLUMNS;
    for (size_t i = 0; i < p->count; i++) {
        uint32_t c = from;
        while (c < PAGE_COLUMNS && !p->rows[i].print[c])
            c++;
        bool is_begun = c > 0 && c < PAGE_COLUMNS && p->rows[i].print[c];
        if (p->rows[i].right > p->rows[i].left && (is_begun || c == 0))
            least = MIN(least, c);
    }
    return least;
}

static bool has_columns(page *p, bool is_known)
{
    if (p->printed < PAGE_LINES_MIN)
        return false;
    find_gutter(p);
    if (p->gutter == 0)
        return false;
    p->left = least_left(p, 0);
    p->right = least_left(p, p->gutter > 1 ? p->gutter - 1 : 0);
    tally t = {0};
    bool after_blank[2] = {true, true};
    for (size_t i = 0; i < p->count; i++)
        count_row(p, &p->rows[i], &t, after_blank);
    return is_prose(p, &t, is_known);
}

static page read_page(mh_arena *arena, const mh_line *lines, size_t count)
{
    page p = {.rows = MH_NEW(arena, row, count + 1), .count = count};
    size_t arabic = 0;
    size_t letters = 0;
    for (size_t i = 0; i < count; i++) {
        if (!read_row(&lines[i], &p.rows[i]))
            return (page){0};
        p.printed += p.rows[i].right > p.rows[i].left;
        p.width = MAX(p.width, p.rows[i].right);
        gunichar c = txt_first(txt_trim(lines[i].text));
        letters += g_unichar_isalpha(c) ? 1 : 0;
        arabic += g_unichar_get_script(c) == G_UNICODE_SCRIPT_ARABIC ? 1 : 0;
    }
    p.is_rtl = arabic * 2 > letters;
    return p;
}

/* ------------------------------------------------------------------ ordering */

static void emit(GArray *out, const mh_line *line, const half *h, uint32_t indent)
{
    mh_line piece = *line;
    piece.text = mh_view_slice(line->text, h->from, h->to);
    piece.offset = line->offset + h->from;
    piece.indent = indent;
    piece.is_blank = txt_is_blank(piece.text);
    piece.is_column = true;
    g_array_append_val(out, piece);
}

/* Columns of the half line's print, from the column's margin on. */
static uint32_t reach_of(const page *p, size_t at, int side)
{
    const row *r = &p->rows[at];
    halves h = halves_of(p, r);
    return indent_of(p, r, side) + txt_columns(txt_trim(half_text(r, &h.side[side])));
}

/*
 * The two columns' lines need not stand at the same height: then each has a blank where the other
 * has print, and that parts nothing. A line that is full, before one that is not indented, goes on.
 */
static bool is_step(const page *p, size_t at, int side)
{
    if (at == 0 || at + 1 >= p->count || p->rows[at].right <= p->rows[at].left)
        return false;
    halves above = halves_of(p, &p->rows[at - 1]);
    halves below = halves_of(p, &p->rows[at + 1]);
    if (!above.side[side].has_text || !below.side[side].has_text
        || indent_of(p, &p->rows[at + 1], side)
               > MAX(SHIFT_COLUMNS / 2, indent_of(p, &p->rows[at - 1], side)))
        return false;
    uint32_t width = width_of(p, side);
    mh_view text = txt_trim(half_text(&p->rows[at - 1], &above.side[side]));
    bool ends = text.len > 0 && strchr(".:;?!", text.ptr[text.len - 1]) != NULL;
    uint32_t full = ends ? STEP_END_PERCENT : STEP_PERCENT;
    return reach_of(p, at - 1, side) * 100 >= width * full;
}

/* One column of rows [from, to), without blank lines at its ends. */
static void emit_side(const page *p, size_t from, size_t to, int side, GArray *out)
{
    size_t first = to;
    size_t last = from;
    for (size_t i = from; i < to; i++) {
        if (!halves_of(p, &p->rows[i]).side[side].has_text)
            continue;
        first = MIN(first, i);
        last = i + 1;
    }
    for (size_t i = first; i < last; i++) {
        halves h = halves_of(p, &p->rows[i]);
        if (h.side[side].has_text)
            emit(out, p->rows[i].line, &h.side[side], p->left + indent_of(p, &p->rows[i], side));
        else if (!is_step(p, i, side))
            emit(out, p->rows[i].line, &h.side[side], 0);
    }
}

/* A blank line that no column has within it still counts as a line. */
static void emit_blanks(const page *p, size_t from, size_t to, GArray *out)
{
    for (size_t i = from; i < to; i++) {
        if (p->rows[i].right <= p->rows[i].left)
            g_array_append_val(out, *p->rows[i].line);
    }
}

/* The page's first or last line of print, apart from the others, and with a wide gap. */
static bool is_edge_line(const page *p, size_t at)
{
    size_t before = 0;
    size_t after = 0;
    for (size_t i = 0; i < p->count; i++) {
        bool has_print = p->rows[i].right > p->rows[i].left;
        before += has_print && i < at;
        after += has_print && i > at;
    }
    bool is_apart = (before == 0 && at + 1 < p->count && p->rows[at + 1].line->is_blank)
                    || (after == 0 && at > 0 && p->rows[at - 1].line->is_blank);
    uint32_t end = 0;
    const row *r = &p->rows[at];
    for (uint32_t c = r->left; is_apart && c < r->right; c++) {
        if (!r->print[c] && gap_at(r, c, &end) >= EDGE_GAP)
            return true;
    }
    return false;
}

static void emit_band(const page *p, size_t from, size_t to, GArray *out)
{
    guint count = out->len;
    int first = p->is_rtl ? 1 : 0;
    emit_side(p, from, to, first, out);
    emit_side(p, from, to, 1 - first, out);
    if (out->len - count < to - from)
        emit_blanks(p, from, to, out);
}

static void order_page(const page *p, GArray *out)
{
    size_t from = 0;
    for (size_t i = 0; i < p->count; i++) {
        bool has_print = p->rows[i].right > p->rows[i].left;
        if (!has_print || (!halves_of(p, &p->rows[i]).is_whole && !is_edge_line(p, i)))
            continue;
        emit_band(p, from, i, out);
        g_array_append_val(out, *p->rows[i].line);
        from = i + 1;
    }
    emit_band(p, from, p->count, out);
}

/* Without wide gaps in many of its lines a page needs no closer look. */
static bool may_have_columns(const mh_line *lines, size_t count)
{
    size_t gaps = 0;
    for (size_t i = 0; i < count && count <= PAGE_LINES_MAX; i++) {
        mh_view text = txt_trim(lines[i].text);
        gaps += text.len > 0 && memmem(text.ptr, text.len, "  ", 2) != NULL;
    }
    return gaps >= PAGE_LINES_MIN / 2;
}

/* Adds the page's lines to @p out (may be NULL), ordered when it has columns; says whether it has.
 */
static bool take_page(const mh_line *lines, size_t count, bool is_known, GArray *out)
{
    bool is_ordered = false;
    if (may_have_columns(lines, count)) {
        mh_arena *arena = mh_arena_new();
        page p = read_page(arena, lines, count);
        is_ordered = has_columns(&p, is_known);
        if (is_ordered && out)
            order_page(&p, out);
        mh_arena_free(arena);
    }
    if (!is_ordered && out)
        g_array_append_vals(out, lines, (guint)count);
    return is_ordered;
}

/* Pages with columns; their lines go to @p out when it is given. */
static size_t take_pages(const txt_lines *lines, bool is_known, GArray *out)
{
    size_t pages = 0;
    for (size_t from = 0; from < lines->count;) {
        size_t to = from;
        while (to < lines->count && lines->items[to].page == lines->items[from].page)
            to++;
        if (take_page(lines->items + from, to - from, is_known, out))
            pages++;
        from = to;
    }
    return pages;
}

void txt_order_columns(mh_job *job, txt_lines *lines)
{
    size_t pages = take_pages(lines, false, NULL);
    if (pages == 0)
        return;
    GArray *out = mh_arena_array(mh_job_arena(job), sizeof(mh_line));
    (void)take_pages(lines, pages >= KNOWN_PAGES, out);
    *lines = (txt_lines){.items = (mh_line *)(void *)out->data, .count = out->len};
}
