#include "text/furniture.h"

#include "text/scan.h"

/* Lines of furniture between a page number and the edge of its page. */
#define EDGE_LINES 3
/* Pages with their numbers at an edge, for those of other pages to be looked for elsewhere. */
#define INNER_PAGES 2

size_t txt_text_before(const txt_lines *lines, size_t line)
{
    while (line-- > 0) {
        if (!lines->items[line].is_blank)
            return line;
    }
    return TXT_NO_LINE;
}

size_t txt_text_after(const txt_lines *lines, size_t line)
{
    while (++line < lines->count) {
        if (!lines->items[line].is_blank)
            return line;
    }
    return TXT_NO_LINE;
}

bool txt_is_page_top(const txt_lines *lines, size_t line)
{
    size_t before = txt_text_before(lines, line);
    return before == TXT_NO_LINE || lines->items[before].page != lines->items[line].page;
}

bool txt_is_page_foot(const txt_lines *lines, size_t line)
{
    size_t after = txt_text_after(lines, line);
    return after == TXT_NO_LINE || lines->items[after].page != lines->items[line].page;
}

static txt_shaped *shape_all(mh_job *job, const txt_lines *lines)
{
    txt_shaped *shapes = MH_NEW(mh_job_arena(job), txt_shaped, lines->count);
    for (size_t i = 0; i < lines->count; i++) {
        if (!lines->items[i].is_blank)
            shapes[i] = txt_shape_of(txt_trim(lines->items[i].text));
    }
    return shapes;
}

/* What speaks for the weaker shapes of one record. */
typedef struct evidence {
    const txt_lines *lines;
    const txt_shaped *shapes;
    uint32_t total;      /* the "m" that most "n/m" lines share */
    size_t total_count;  /* how many do */
    int64_t offset;      /* of bare page numbers: number less page */
    size_t offset_count; /* how many share it */
} evidence;

/* Boyer-Moore's majority vote, then a count. */
static void find_total(evidence *e)
{
    size_t lead = 0;
    for (size_t i = 0; i < e->lines->count; i++) {
        if (e->shapes[i].shape != TXT_SHAPE_PAGE)
            continue;
        if (lead == 0)
            e->total = e->shapes[i].total;
        lead = e->shapes[i].total == e->total ? lead + 1 : lead - 1;
    }
    for (size_t i = 0; i < e->lines->count; i++)
        e->total_count += e->shapes[i].shape == TXT_SHAPE_PAGE && e->shapes[i].total == e->total;
}

static bool is_numbering(txt_shape shape)
{
    return shape == TXT_SHAPE_JOB || shape == TXT_SHAPE_JOB_BARE || shape == TXT_SHAPE_BARCODE;
}

/* Job numbers and symbols may stand between a page number and the page's edge. */
static bool stands_at_edges(txt_shape shape)
{
    return is_numbering(shape) || shape == TXT_SHAPE_STAMP || shape == TXT_SHAPE_SYMBOL
           || shape == TXT_SHAPE_RECYCLE;
}

static bool is_at_page_edge(const evidence *e, size_t line)
{
    size_t top = line;
    size_t foot = line;
    for (size_t i = 0; i < EDGE_LINES && !txt_is_page_top(e->lines, top); i++) {
        size_t above = txt_text_before(e->lines, top);
        if (!stands_at_edges(e->shapes[above].shape))
            break;
        top = above;
    }
    for (size_t i = 0; i < EDGE_LINES && !txt_is_page_foot(e->lines, foot); i++) {
        size_t below = txt_text_after(e->lines, foot);
        if (!stands_at_edges(e->shapes[below].shape))
            break;
        foot = below;
    }
    return txt_is_page_top(e->lines, top) || txt_is_page_foot(e->lines, foot);
}

static int64_t page_offset(const evidence *e, size_t line)
{
    return (int64_t)e->shapes[line].number - (int64_t)e->lines->items[line].page;
}

static void find_offset(evidence *e)
{
    size_t lead = 0;
    for (size_t i = 0; i < e->lines->count; i++) {
        if (e->shapes[i].shape != TXT_SHAPE_PAGE_NUMBER || !is_at_page_edge(e, i))
            continue;
        if (lead == 0)
            e->offset = page_offset(e, i);
        lead = page_offset(e, i) == e->offset ? lead + 1 : lead - 1;
    }
    for (size_t i = 0; i < e->lines->count; i++)
        e->offset_count += e->shapes[i].shape == TXT_SHAPE_PAGE_NUMBER && is_at_page_edge(e, i)
                           && page_offset(e, i) == e->offset;
}

/* The neighbour, blank lines skipped, has one of the shapes that @p test accepts. */
static bool has_neighbour(const evidence *e, size_t line, bool (*test)(txt_shape))
{
    size_t before = txt_text_before(e->lines, line);
    size_t after = txt_text_after(e->lines, line);
    return (before != TXT_NO_LINE && test(e->shapes[before].shape))
           || (after != TXT_NO_LINE && test(e->shapes[after].shape));
}

static bool is_foot_partner(txt_shape shape)
{
    return is_numbering(shape) || shape == TXT_SHAPE_SYMBOL || shape == TXT_SHAPE_HEAD;
}

/* "2/4" may also be a fraction in a table: it must be the page it says, or stand where pages end.
 */
static bool is_page_fraction(const evidence *e, size_t line)
{
    const txt_shaped *s = &e->shapes[line];
    bool has_pages = e->lines->items[e->lines->count - 1].page > 1;
    if (s->has_job || (s->total == e->total && e->total_count > 1))
        return true;
    return (has_pages && s->number == e->lines->items[line].page)
           || has_neighbour(e, line, is_foot_partner);
}

static bool is_page_number(const evidence *e, size_t line)
{
    return e->offset_count > 1 && page_offset(e, line) == e->offset && is_at_page_edge(e, line);
}

static bool is_job_partner(txt_shape shape)
{
    return is_numbering(shape) || shape == TXT_SHAPE_PAGE;
}

static bool is_recycle(txt_shape shape)
{
    return shape == TXT_SHAPE_RECYCLE || shape == TXT_SHAPE_RECYCLE_PART;
}

/* The digits of the record's job number, from its full form. */
static mh_view find_job(const txt_lines *lines, const txt_shaped *shapes)
{
    for (size_t i = 0; i < lines->count; i++) {
        if (shapes[i].shape != TXT_SHAPE_JOB)
            continue;
        mh_view line = txt_trim(lines->items[i].text);
        size_t dash = mh_view_find(line, MH_VIEW("-"), 0);
        if (dash >= 2 && dash + 6 <= line.len)
            return mh_view_slice(line, dash - 2, dash + 6);
    }
    return (mh_view){.ptr = NULL, .len = 0};
}

static bool is_bare_job(const evidence *e, size_t line, mh_view job)
{
    mh_view text = e->lines->items[line].text;
    bool is_own = job.len > 0 && mh_view_find(text, job, 0) != SIZE_MAX;
    return is_own || has_neighbour(e, line, is_job_partner) || is_at_page_edge(e, line);
}

/* The furniture that a line of this shape is when place and repetition agree. */
static mh_furniture settle(const evidence *e, size_t line, mh_view job)
{
    switch (e->shapes[line].shape) {
    case TXT_SHAPE_RULE:
        return MH_FURNITURE_RULE;
    case TXT_SHAPE_BARCODE:
        return MH_FURNITURE_BARCODE;
    case TXT_SHAPE_JOB:
        return MH_FURNITURE_JOB_NUMBER;
    case TXT_SHAPE_JOB_BARE:
        return is_bare_job(e, line, job) ? MH_FURNITURE_JOB_NUMBER : MH_FURNITURE_NONE;
    case TXT_SHAPE_PAGE:
        return is_page_fraction(e, line) ? MH_FURNITURE_PAGE_NUMBER : MH_FURNITURE_NONE;
    case TXT_SHAPE_PAGE_NUMBER:
        return is_page_number(e, line) ? MH_FURNITURE_PAGE_NUMBER : MH_FURNITURE_NONE;
    case TXT_SHAPE_TURN:
        return is_at_page_edge(e, line) ? MH_FURNITURE_PAGE_NUMBER : MH_FURNITURE_NONE;
    case TXT_SHAPE_RECYCLE:
        return MH_FURNITURE_RECYCLE;
    case TXT_SHAPE_RECYCLE_PART:
        return has_neighbour(e, line, is_recycle) ? MH_FURNITURE_RECYCLE : MH_FURNITURE_NONE;
    case TXT_SHAPE_NONE:
    case TXT_SHAPE_STAMP:
    case TXT_SHAPE_SYMBOL:
    case TXT_SHAPE_HEAD:
    case TXT_SHAPE_DATE:
        break;
    }
    return MH_FURNITURE_NONE;
}

static bool is_stamped(const mh_line *line)
{
    return line->furniture == MH_FURNITURE_JOB_NUMBER || line->furniture == MH_FURNITURE_BARCODE;
}

/* Release dates stand next to the job number or to each other; first down the record, then up. */
static void mark_stamps(txt_lines *lines, const txt_shaped *shapes)
{
    bool is_beside = false;
    for (size_t i = 0; i < lines->count; i++) {
        mh_line *line = &lines->items[i];
        if (line->is_blank)
            continue;
        if (is_beside && shapes[i].shape == TXT_SHAPE_STAMP)
            line->furniture = MH_FURNITURE_JOB_NUMBER;
        is_beside = is_stamped(line);
    }
    is_beside = false;
    for (size_t i = lines->count; i-- > 0;) {
        mh_line *line = &lines->items[i];
        if (line->is_blank)
            continue;
        if (is_beside && shapes[i].shape == TXT_SHAPE_STAMP)
            line->furniture = MH_FURNITURE_JOB_NUMBER;
        is_beside = is_stamped(line);
    }
}

static bool stands_apart(const txt_lines *lines, size_t line)
{
    bool is_open_above = line == 0 || lines->items[line - 1].is_blank;
    bool is_open_below = line + 1 == lines->count || lines->items[line + 1].is_blank;
    return is_open_above && is_open_below;
}

/* Extractors put the number between a page's columns: where other pages have theirs at an edge, a
 * page without takes its own from among its lines. */
static void mark_inner_numbers(const evidence *e)
{
    mh_line *items = e->lines->items;
    if (e->offset_count < INNER_PAGES)
        return;
    for (size_t i = 0; i < e->lines->count; i++) {
        size_t end = i;
        size_t found = TXT_NO_LINE;
        bool has_number = false;
        for (; end < e->lines->count && items[end].page == items[i].page; end++) {
            has_number = has_number || items[end].furniture == MH_FURNITURE_PAGE_NUMBER;
            if (e->shapes[end].shape == TXT_SHAPE_PAGE_NUMBER && page_offset(e, end) == e->offset
                && stands_apart(e->lines, end))
                found = end;
        }
        if (!has_number && found != TXT_NO_LINE)
            items[found].furniture = MH_FURNITURE_PAGE_NUMBER;
        i = end - 1;
    }
}

static const char *longest_job_number(mh_job *job, const txt_lines *lines, const txt_shaped *shapes)
{
    mh_view longest = {.ptr = NULL, .len = 0};
    for (size_t i = 0; i < lines->count; i++) {
        bool is_job = shapes[i].shape == TXT_SHAPE_JOB || shapes[i].shape == TXT_SHAPE_JOB_BARE;
        mh_view text = txt_trim(lines->items[i].text);
        if (is_job && lines->items[i].furniture == MH_FURNITURE_JOB_NUMBER
            && text.len > longest.len)
            longest = text;
    }
    return longest.len > 0 ? mh_arena_string_of(mh_job_arena(job), longest) : NULL;
}

txt_pages txt_mark_furniture(mh_job *job, txt_lines lines)
{
    const txt_shaped *shapes = shape_all(job, &lines);
    evidence e = {.lines = &lines, .shapes = shapes};
    find_total(&e);
    find_offset(&e);
    mh_view number = find_job(&lines, shapes);
    for (size_t i = 0; i < lines.count; i++)
        lines.items[i].furniture = settle(&e, i, number);
    mark_inner_numbers(&e);
    mark_stamps(&lines, shapes);

    txt_pages pages = {.lines = lines, .shapes = shapes};
    pages.job_number = longest_job_number(job, &lines, shapes);
    txt_mark_heads(job, &pages);
    return pages;
}
