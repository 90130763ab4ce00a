#include "text/cells.h"

/* A cell's lines reach no further, in percent of the text's width. */
#define NARROW_PERCENT 46
/* Fewer narrow pieces of text in a row may be a masthead or a signature. */
#define CELLS_MIN 9
/* Of so many lines one, at least, was cut in mid-sentence, or of so many cells one is a number. */
#define LINES_PER_CUT 5
#define CELLS_PER_NUMBER 3

/* Narrow lines [from, to) and what they look like. */
typedef struct run {
    size_t from;
    size_t to;
    size_t cells;
    size_t numbers; /* cells that begin with a digit or a dash */
    size_t joints;  /* lines that touch the one before */
    size_t cuts;    /* of these, those that go on with it */
} run;

static bool is_narrow(const txt_fact *fact, uint32_t width)
{
    bool opens_item = fact->mark.kind != TXT_MARK_NONE && fact->mark.kind != TXT_MARK_DASH
                      && fact->mark.kind != TXT_MARK_STAR && fact->is_lone_mark;
    return fact->right * 100 <= width * NARROW_PERCENT && !fact->is_note && !fact->is_signature
           && !opens_item && !fact->is_row && !fact->has_leader;
}

/* Does line @p i go on with the cell of the line before, over a page's end perhaps? */
static bool goes_on(const txt_facts *facts, size_t i)
{
    const txt_fact *a = &facts->items[i - 1];
    const txt_fact *b = &facts->items[i];
    if (b->gap == TXT_GAP_PAGE)
        return a->end <= TXT_END_OPEN && b->is_lower;
    return b->gap == TXT_GAP_NONE;
}

static run run_at(const txt_facts *facts, size_t from, uint32_t width)
{
    run out = {.from = from, .to = from};
    for (; out.to < facts->count && is_narrow(&facts->items[out.to], width); out.to++) {
        const txt_fact *fact = &facts->items[out.to];
        if (out.to == from || !goes_on(facts, out.to)) {
            out.cells++;
            out.numbers += fact->is_number || fact->mark.kind == TXT_MARK_DASH;
            continue;
        }
        bool is_sentence = facts->items[out.to - 1].end <= TXT_END_OPEN;
        out.joints++;
        out.cuts +=
            is_sentence
            && (fact->is_lower
                || g_unichar_type(g_utf8_get_char(fact->text.ptr)) == G_UNICODE_OTHER_LETTER);
    }
    return out;
}

static bool is_table(const run *r)
{
    bool is_prose = r->cuts * LINES_PER_CUT >= r->joints && r->joints * 2 >= r->cells;
    bool has_numbers = r->numbers * CELLS_PER_NUMBER >= r->cells;
    return r->cells >= CELLS_MIN && (is_prose || has_numbers);
}

txt_row *txt_find_cells(mh_job *job, const txt_facts *facts, const txt_measure *measure,
                        txt_row *rows)
{
    if (!measure->is_wrapped)
        return rows;
    for (size_t i = 0; i < facts->count;) {
        run r = run_at(facts, i, measure->width);
        if (is_table(&r)) {
            rows = rows ? rows : MH_NEW(mh_job_arena(job), txt_row, facts->count);
            rows[r.from] = TXT_ROW_CELL;
            for (size_t line = r.from + 1; line < r.to; line++)
                rows[line] = goes_on(facts, line) ? TXT_ROW_GOES_ON : TXT_ROW_CELL;
        }
        i = MAX(r.to, i + 1);
    }
    return rows;
}
