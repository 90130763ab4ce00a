#include "text/measure.h"

#include "text/scan.h"

/* Wider lines are paragraphs on one line. */
#define WRAPPED_MAX_COLUMNS 140
#define WRAPPED_MIN_COLUMNS 44
/* Shorter lines end for other reasons than the margin. */
#define CUT_MIN_COLUMNS 36
/* In wrapped text one line in so many, at least, was cut in mid-sentence. */
#define CUT_SHARE 10
#define HISTOGRAM_COLUMNS 1024
#define EDGE_PERCENT 98
/* Of the text's mass so much may be in cells before it is they that are measured. */
#define PROSE_PERCENT 90
/* Lines of a table's cell, as a mean: no more. */
#define LINES_PER_CELL 3
/* Lines of a masthead, and how wide, in percent of the text's width and in columns, they are. */
#define MASTHEAD_LINES ((size_t)60)
#define MASTHEAD_MAX_PERCENT 84
#define MASTHEAD_MIN_COLUMNS 48
/* Lines cut in mid-sentence that the usual fullness is learnt from. */
#define SAMPLE_MIN_LINES 12
#define FULL_PERCENT_DEFAULT 90
#define FULL_PERCENT_LEAST 84
/* A text column this far to the right stands alone: the masthead's, a signature's. */
#define ASIDE_PERCENT 35
/* Words too short open sentences and clauses anywhere. */
#define OPENER_MIN_BYTES 6
#define OPENER_MAX_BYTES 60

/* Column below which @p percent of the text's mass (not of its lines) lies. */
static uint32_t percentile(const uint64_t *mass, uint64_t total, uint32_t percent)
{
    uint64_t seen = 0;
    for (uint32_t column = 0; column < HISTOGRAM_COLUMNS; column++) {
        seen += mass[column];
        if (seen * 100 >= total * percent)
            return column;
    }
    return HISTOGRAM_COLUMNS;
}

/* Letters of scripts without case tell nothing by their size. */
static bool is_caseless(mh_view text)
{
    gunichar c = txt_first(text);
    return g_unichar_isalpha(c) && !g_unichar_isupper(c) && !g_unichar_islower(c);
}

/* The line was cut in mid-sentence: the next one touches it and goes on. */
static bool is_cut(const txt_facts *facts, size_t i)
{
    const txt_fact *a = &facts->items[i];
    const txt_fact *b = &facts->items[i + 1];
    return a->right >= CUT_MIN_COLUMNS && a->end <= TXT_END_OPEN && b->gap == TXT_GAP_NONE
           && !a->is_row && !b->is_row && !a->is_tab_led && !b->is_heading
           && (b->is_lower || is_caseless(b->text));
}

/*
 * In a record that is mostly tables the cells' lines are the many, but it is the others that show
 * the width. Cells have few lines; the narrow columns of a page have many.
 */
static bool is_mostly_cells(const txt_facts *facts, uint32_t narrow)
{
    size_t lines = 0;
    size_t pieces = 0;
    for (size_t i = 0; i < facts->count; i++) {
        bool is_narrow = facts->items[i].right <= narrow;
        lines += is_narrow;
        pieces += is_narrow && facts->items[i].gap != TXT_GAP_NONE;
    }
    return pieces * LINES_PER_CELL >= lines;
}

/* The percentile of lines' ends, those of cells left out. */
static uint32_t usual_end(const txt_facts *facts, uint64_t *ends, uint64_t all, uint32_t percent)
{
    uint32_t usual = percentile(ends, all, percent);
    uint32_t narrow = percentile(ends, all, PROSE_PERCENT) * TXT_NARROW_PERCENT / 100;
    if (usual > narrow || !is_mostly_cells(facts, narrow))
        return usual;
    uint64_t mass = all;
    for (uint32_t column = 0; column <= narrow; column++) {
        mass -= ends[column];
        ends[column] = 0;
    }
    return percentile(ends, mass, percent);
}

/* The lines that were cut show the width; where they are few, all lines must do. */
static void measure_all(const txt_facts *facts, txt_measure *out)
{
    uint64_t cut[HISTOGRAM_COLUMNS] = {0};
    uint64_t all[HISTOGRAM_COLUMNS] = {0};
    uint64_t cut_mass = 0;
    uint64_t all_mass = 0;
    size_t cut_count = 0;
    size_t wide_count = 0;
    for (size_t i = 0; i < facts->count; i++) {
        uint32_t right = MIN(facts->items[i].right, HISTOGRAM_COLUMNS - 1);
        if (facts->items[i].is_row || facts->items[i].has_leader)
            continue;
        all[right] += right;
        all_mass += right;
        wide_count += right >= CUT_MIN_COLUMNS;
        if (i + 1 == facts->count || !is_cut(facts, i))
            continue;
        cut[right] += right;
        cut_mass += right;
        cut_count++;
    }
    out->is_wrapped = cut_count > 0 && cut_count * CUT_SHARE >= wide_count;
    uint32_t edge = percentile(cut, cut_mass, EDGE_PERCENT);
    bool is_sure = out->is_wrapped && cut_count >= SAMPLE_MIN_LINES;
    uint32_t width =
        is_sure ? usual_end(facts, cut, cut_mass, 50) : usual_end(facts, all, all_mass, 60);
    out->is_wrapped = out->is_wrapped && width <= WRAPPED_MAX_COLUMNS;
    out->width = MAX(width, WRAPPED_MIN_COLUMNS);
    out->edge = MAX(out->width, edge);
}

/*
 * Facts [from, to) touch each other. Their mean width, weighed so that short lines hardly count, is
 * near their full width; short stretches say little, so the body's width keeps it from falling low.
 */
static void measure_stretch(const txt_facts *facts, size_t from, size_t to, uint32_t width,
                            uint32_t *local)
{
    double weights = 0;
    double sum = 0;
    for (size_t i = from; i < to; i++) {
        /* A line far wider than the text is a paragraph that was not cut. */
        if (facts->items[i].right * 2 > width * 3)
            continue;
        double right = facts->items[i].right;
        double weight = right * right * right * right;
        weights += weight;
        sum += weight * right;
    }
    uint32_t mean = weights > 0 ? (uint32_t)(sum / weights) : 0;
    uint32_t floor = to - from >= 6 ? width * 3 / 4 : width * 9 / 10;
    bool is_body = mean * 100 >= width * 88 && mean * 100 <= width * 112;
    uint32_t own = is_body ? width : MAX(mean, floor);
    for (size_t i = from; i < to; i++)
        local[i] = own;
}

uint32_t txt_fullness(const txt_fact *a, const txt_fact *b, uint32_t width)
{
    bool is_aside = a->left * 100 > width * ASIDE_PERCENT;
    uint32_t right = is_aside ? a->right - a->left : a->right;
    return (right + 1 + b->word) * 100 / MAX(width, 1);
}

/*
 * The masthead is set to a measure of its own: that of its longest line, if it is long enough to
 * have been cut. It ends with its page, or where lines of the text's width begin.
 */
static void measure_masthead(const txt_facts *facts, uint32_t width, uint32_t *local)
{
    uint32_t right = 0;
    size_t end = 0;
    for (; end < MIN(facts->count, MASTHEAD_LINES); end++) {
        const txt_fact *fact = &facts->items[end];
        if (fact->right * 100 >= width * MASTHEAD_MAX_PERCENT || fact->gap == TXT_GAP_PAGE)
            break;
        right = MAX(right, facts->items[end].right);
    }
    if (right < MASTHEAD_MIN_COLUMNS)
        return;
    /* What touches the text is the formula above it, which the text does not go on with. */
    if (end < facts->count && end > 0 && facts->items[end].gap == TXT_GAP_NONE)
        end--;
    for (size_t i = 0; i < end; i++)
        local[i] = right;
}

/* The fullness that nine in ten of the lines cut in mid-sentence reach. */
static void learn_fullness(const txt_facts *facts, txt_measure *out)
{
    size_t lines[201] = {0};
    size_t total = 0;
    for (size_t i = 0; i + 1 < facts->count; i++) {
        const txt_fact *a = &facts->items[i];
        const txt_fact *b = &facts->items[i + 1];
        uint32_t full = txt_fullness(a, b, out->local[i]);
        if (b->gap != TXT_GAP_NONE || a->end > TXT_END_OPEN || b->is_heading || a->is_row
            || b->is_row || b->mark.bytes > 0 || full < 70 || full > 200)
            continue;
        lines[full]++;
        total++;
    }
    out->full_percent = FULL_PERCENT_DEFAULT;
    if (total < SAMPLE_MIN_LINES)
        return;
    size_t seen = 0;
    for (uint32_t full = 0; full <= 200 && seen * 10 < total; full++) {
        seen += lines[full];
        out->full_percent = MAX(full, FULL_PERCENT_LEAST);
    }
}

/* The word, or two Chinese characters, that a line begins with; empty when it says nothing. */
static mh_view opening_word(const txt_fact *fact)
{
    mh_view rest = txt_skip_first(fact->text);
    if (txt_is_cjk(txt_first(fact->text)))
        return mh_view_slice(fact->text, 0, fact->text.len - txt_skip_first(rest).len);
    size_t at = 0;
    mh_view word = txt_next_word(fact->text, &at);
    bool is_usable = word.len >= OPENER_MIN_BYTES && word.len <= OPENER_MAX_BYTES;
    return mh_view_slice(word, 0, is_usable ? word.len : 0);
}

/* A line that ended a clause or sentence far from its margin: a paragraph's end for certain. */
static bool is_certain_end(const txt_measure *measure, const txt_facts *facts, size_t i)
{
    const txt_fact *a = &facts->items[i];
    return a->end >= TXT_END_CLAUSE && !facts->items[i + 1].is_note && !a->is_row
           && txt_fullness(a, &facts->items[i + 1], measure->local[i]) * 10
                  < measure->full_percent * 9;
}

/* Do blank lines part the paragraphs? Then what touches belongs together, but in tables. */
static void learn_parting(const txt_facts *facts, txt_measure *out)
{
    size_t parted = 0;
    size_t touching = 0;
    size_t here = 0; /* ends in lines that touch each other */
    bool is_table = false;
    for (size_t i = 0; i + 1 < facts->count; i++) {
        txt_gap gap = facts->items[i + 1].gap;
        bool is_end = is_certain_end(out, facts, i);
        is_table = is_table || facts->items[i].has_tab || facts->items[i + 1].has_tab;
        here += is_end && gap == TXT_GAP_NONE;
        parted += is_end && gap == TXT_GAP_BLANK;
        if (gap != TXT_GAP_NONE || i + 2 == facts->count) {
            touching += is_table ? 0 : here;
            here = 0;
            is_table = false;
        }
    }
    out->has_blanks = parted > 4 * touching;
}

/* Words that paragraphs begin with after a comma or semicolon, as in resolutions. */
static void learn_openers(mh_job *job, const txt_facts *facts, txt_measure *out)
{
    out->openers = mh_arena_string_hash(mh_job_arena(job));
    for (size_t i = 0; i + 1 < facts->count; i++) {
        mh_view word = opening_word(&facts->items[i + 1]);
        if (word.len == 0 || facts->items[i].end != TXT_END_CLAUSE
            || !is_certain_end(out, facts, i))
            continue;
        g_hash_table_add(out->openers, mh_arena_string_of(mh_job_arena(job), word));
    }
}

bool txt_is_opener(const txt_measure *measure, const txt_fact *fact)
{
    char word[OPENER_MAX_BYTES + 1];
    mh_view opening = opening_word(fact);
    if (opening.len == 0)
        return false;
    memcpy(word, opening.ptr, opening.len);
    word[opening.len] = '\0';
    return g_hash_table_contains(measure->openers, word);
}

txt_measure txt_find_measure(mh_job *job, const txt_facts *facts)
{
    txt_measure out = {.is_wrapped = false};
    uint32_t *local = MH_NEW(mh_job_arena(job), uint32_t, facts->count + 1);
    out.local = local;
    measure_all(facts, &out);
    size_t from = 0;
    for (size_t i = 1; i <= facts->count; i++) {
        if (i < facts->count && facts->items[i].gap == TXT_GAP_NONE
            && facts->items[i].is_note == facts->items[i - 1].is_note)
            continue;
        measure_stretch(facts, from, i, out.width, local);
        from = i;
    }
    if (out.is_wrapped)
        measure_masthead(facts, out.width, local);
    learn_fullness(facts, &out);
    learn_openers(job, facts, &out);
    learn_parting(facts, &out);
    return out;
}
