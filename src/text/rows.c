#include "text/rows.h"

#include "text/scan.h"

/* A table has a line that reaches so far, in percent of the edge, if it was wrapped. */
#define FULL_LEAST_PERCENT 88
/* The edge is learnt from a sample; so many columns more may have been left out of it. */
#define EDGE_SLACK 2
/* Of so many lines one may be longer than the edge: it had no place to be cut. */
#define LINES_PER_LONG 12

/* Facts [from, to) touch each other. */
typedef struct stretch {
    size_t from;
    size_t to;
    uint32_t right;    /* columns of the longest line, those beyond the edge aside */
    size_t long_lines; /* beyond the edge */
    bool has_tab;
} stretch;

/* Wrapping counts a TAB as it counts a letter. */
static uint32_t right_of(const txt_fact *fact)
{
    return fact->is_tab_led ? fact->right - fact->left + 1 : fact->right;
}

static stretch stretch_at(const txt_facts *facts, size_t from, uint32_t edge)
{
    stretch out = {.from = from, .to = from};
    do {
        const txt_fact *fact = &facts->items[out.to];
        if (right_of(fact) > edge + EDGE_SLACK)
            out.long_lines++;
        else
            out.right = MAX(out.right, right_of(fact));
        out.has_tab = out.has_tab || fact->has_tab;
        out.to++;
    } while (out.to < facts->count && facts->items[out.to].gap == TXT_GAP_NONE);
    return out;
}

/* Was this table wrapped as the text was? Otherwise each of its lines is a row. */
static bool is_wrapped_table(const stretch *s, uint32_t edge)
{
    return s->has_tab && s->right * 100 >= edge * FULL_LEAST_PERCENT
           && s->long_lines * LINES_PER_LONG <= s->to - s->from;
}

/* Columns before the first space: wrapping does not cut at TABs. */
static uint32_t unbroken_columns(mh_view text)
{
    const char *space = memchr(text.ptr, ' ', text.len);
    return txt_columns(mh_view_slice(text, 0, space ? (size_t)(space - text.ptr) : text.len));
}

/* A line that had room for what the next one begins with was not cut by wrapping. */
static void mark_rows(const txt_facts *facts, const stretch *s, uint32_t edge, txt_row *rows)
{
    rows[s->from] = TXT_ROW_BEGINS;
    for (size_t i = s->from + 1; i < s->to; i++) {
        const txt_fact *b = &facts->items[i];
        bool is_full = right_of(&facts->items[i - 1]) + 1 + unbroken_columns(b->text) > edge;
        rows[i] = is_full && !b->is_tab_led ? TXT_ROW_GOES_ON : TXT_ROW_BEGINS;
    }
}

txt_row *txt_find_rows(mh_job *job, const txt_facts *facts, const txt_measure *measure)
{
    txt_row *rows = NULL;
    if (!measure->is_wrapped || !measure->has_blanks)
        return NULL;
    for (size_t i = 0; i < facts->count;) {
        stretch s = stretch_at(facts, i, measure->edge);
        if (is_wrapped_table(&s, measure->edge)) {
            rows = rows ? rows : MH_NEW(mh_job_arena(job), txt_row, facts->count);
            mark_rows(facts, &s, measure->edge, rows);
        }
        i = s.to;
    }
    return rows;
}
