#include "fo/linebreak.h"

#include <math.h>
#include <stdlib.h>

/* The measures of badness are those of Apache FOP, so that the same document breaks alike. */
static const double FLAGGED_DEMERITS = 50;
static const double FITNESS_DEMERITS = 50;
static const double LADDER_DEMERITS = 1e12;
static const double NO_GLUE_RATIO = 1000;
/* The worst that a line may look like. */
static const double WORST_RATIO = 20;

/* Enough for any line that can be read. With more, as text without width would have, new ones wait
 * until old ones end: time stays linear. */
enum { FITNESS_COUNT = 4, ACTIVE_MAX = 500 };
static const size_t NO_CANDIDATE = SIZE_MAX;

/* A line that ends at a candidate, best of its kind, and the lines before it. */
typedef struct node {
    const struct node *previous; /* NULL at the paragraph's start */
    struct node *next;           /* active list */
    size_t candidate;            /* where it ends; the start's is not used */
    size_t line;                 /* lines up to here */
    const fo_sums *begin;        /* of the line after it */
    double demerits;
    int fitness;
    int flagged_run; /* flagged lines in a row that end here */
} node;

typedef struct breaker {
    mh_arena *scratch;
    const fo_candidate *candidates;
    size_t count;
    const fo_line_rules *rules;
    node *active;
    size_t active_count;
    double threshold;
    bool use_hyphens;
    bool use_reluctant;
    bool is_forced;            /* the last attempt: lines that do not fit are taken */
    size_t previous_candidate; /* considered last, or NO_CANDIDATE */
    node *rescue;              /* best line that does not fit, from a node that just ended */
    bool is_rescue_short;      /* it lacks rather than overflows */
} breaker;

double fo_line_ratio(int64_t lack, int64_t stretch, int64_t shrink)
{
    if (lack == 0)
        return 0;
    if (lack > 0)
        return stretch > 0 ? (double)lack / (double)stretch : NO_GLUE_RATIO;
    return shrink > 0 ? (double)lack / (double)shrink : -NO_GLUE_RATIO;
}

static int fitness_of(double ratio)
{
    if (ratio < -0.5)
        return 0;
    if (ratio <= 0.5)
        return 1;
    return ratio <= 1 ? 2 : 3;
}

static int64_t line_width(const breaker *b, size_t line, bool is_last)
{
    int64_t width = line < b->rules->short_lines ? b->rules->short_width : b->rules->width;
    if (line == 0)
        width -= b->rules->first_indent;
    if (is_last)
        width -= b->rules->last_indent;
    return width;
}

static double ratio_of(const breaker *b, const node *from, size_t index)
{
    const fo_candidate *c = &b->candidates[index];
    bool is_last = index + 1 == b->count;
    int64_t lack =
        line_width(b, from->line, is_last) - (c->end.width - from->begin->width) - c->hyphen_width;
    int64_t stretch = c->end.stretch - from->begin->stretch + b->rules->line_stretch
                      + (is_last ? b->rules->last_stretch : 0);
    return fo_line_ratio(lack, stretch, c->end.shrink - from->begin->shrink);
}

/* Too many flagged lines in a row: such a line is taken only where none would fit without it. */
static bool breaks_ladder(const breaker *b, const node *from, size_t index)
{
    return b->rules->ladder && b->candidates[index].is_flagged
           && from->flagged_run >= b->rules->ladder;
}

static node make_node(const breaker *b, const node *from, size_t index, double ratio)
{
    const fo_candidate *c = &b->candidates[index];
    double badness = 1 + 100 * fabs(ratio * ratio * ratio) + c->penalty;
    node made = {.previous = from,
                 .candidate = index,
                 .line = from->line + 1,
                 .begin = &c->next,
                 .demerits = from->demerits + badness * badness,
                 .fitness = fitness_of(ratio),
                 .flagged_run = c->is_flagged ? from->flagged_run + 1 : 0};
    if (made.flagged_run > 1)
        made.demerits += FLAGGED_DEMERITS;
    if (breaks_ladder(b, from, index))
        made.demerits += LADDER_DEMERITS;
    if (abs(made.fitness - from->fitness) > 1)
        made.demerits += FITNESS_DEMERITS;
    return made;
}

static node *keep_node(breaker *b, const node *made)
{
    node *kept = MH_NEW(b->scratch, node, 1);
    *kept = *made;
    return kept;
}

/* @p from can reach nothing more: remembers what comes nearest to a line. A short line is better
 * than an overfull one, and the fullest short line ends at the candidate before. */
static void remember_misfit(breaker *b, const node *from, size_t index, double ratio)
{
    size_t before = b->previous_candidate;
    bool has_shorter =
        before != NO_CANDIDATE && (from->previous == NULL || before > from->candidate);
    bool is_short = ratio >= -1 || has_shorter;
    node made = ratio < -1 && has_shorter ? make_node(b, from, before, ratio_of(b, from, before))
                                          : make_node(b, from, index, ratio);
    bool is_better = !b->rescue || (is_short && !b->is_rescue_short)
                     || (is_short == b->is_rescue_short && made.demerits < b->rescue->demerits);
    if (is_better) {
        b->rescue = keep_node(b, &made);
        b->is_rescue_short = is_short;
    }
}

/* Lines with different numbers compete only where all the widths to come are the same. */
static size_t group_of(const breaker *b, const node *n)
{
    return MIN(n->line, b->rules->short_lines + 1);
}

typedef struct records {
    node best[FITNESS_COUNT];
    bool is_set[FITNESS_COUNT];
} records;

static void record(records *r, const node *made)
{
    int kind = made->fitness;
    if (!r->is_set[kind] || made->demerits < r->best[kind].demerits) {
        r->best[kind] = *made;
        r->is_set[kind] = true;
    }
}

/* Puts the recorded nodes that can still win before @p link's node. */
static node **insert_records(breaker *b, records *r, node **link, bool is_last)
{
    double least = HUGE_VAL;
    if (b->active_count >= ACTIVE_MAX && !is_last) {
        *r = (records){0};
        return link;
    }
    for (int i = 0; i < FITNESS_COUNT; i++)
        if (r->is_set[i])
            least = MIN(least, r->best[i].demerits);
    for (int i = 0; i < FITNESS_COUNT; i++) {
        if (!r->is_set[i] || r->best[i].demerits > least + FITNESS_DEMERITS)
            continue;
        node *kept = keep_node(b, &r->best[i]);
        kept->next = *link;
        *link = kept;
        b->active_count++;
        link = &kept->next;
    }
    *r = (records){0};
    return link;
}

/* Tries to end a line at @p index from every active node; the new nodes become active. */
static void consider(breaker *b, size_t index)
{
    bool is_last = index + 1 == b->count;
    records best = {0};
    node **link = &b->active;
    b->rescue = NULL;

    while (*link) {
        node *from = *link;
        double ratio = ratio_of(b, from, index);
        bool fits = ratio >= -1 && ratio <= b->threshold;
        if (fits && !breaks_ladder(b, from, index)) {
            node made = make_node(b, from, index, ratio);
            record(&best, &made);
        }

        size_t group = group_of(b, from);
        if (ratio < -1 || is_last) {
            if (b->is_forced && !fits)
                remember_misfit(b, from, index, ratio);
            *link = from->next;
            b->active_count--;
        } else {
            link = &from->next;
        }
        /* New nodes go behind their group; they must not be considered for this candidate. */
        if (!*link || group_of(b, *link) != group)
            link = insert_records(b, &best, link, is_last);
    }
}

/* Nothing fits any more: goes on from the best line that does not. Returns where to continue. */
static size_t recover(breaker *b)
{
    g_assert(b->rescue);
    b->active = b->rescue;
    b->active_count = 1;
    b->previous_candidate = b->rescue->candidate;
    return b->rescue->candidate + 1;
}

static bool is_skipped(const breaker *b, size_t index)
{
    const fo_candidate *c = &b->candidates[index];
    const bool is_last = index + 1 == b->count;
    return !is_last
           && ((c->is_hyphenation && !b->use_hyphens) || (c->is_reluctant && !b->use_reluctant));
}

/* One attempt. Returns the last line's node, or NULL when no set of lines is good enough. */
static const node *attempt(breaker *b, const fo_sums *start)
{
    node *first = MH_NEW(b->scratch, node, 1);
    *first = (node){.begin = start, .fitness = 1};
    b->active = first;
    b->active_count = 1;
    b->previous_candidate = NO_CANDIDATE;

    for (size_t i = 0; i < b->count;) {
        if (is_skipped(b, i)) {
            i++;
            continue;
        }
        consider(b, i);
        if (b->active) {
            b->previous_candidate = i++;
            continue;
        }
        if (!b->is_forced)
            return NULL;
        i = recover(b);
    }

    const node *best = b->active;
    for (const node *n = b->active; n; n = n->next)
        if (n->demerits < best->demerits)
            best = n;
    return best;
}

static bool has_reluctant(const fo_candidate *candidates, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (candidates[i].is_reluctant)
            return true;
    return false;
}

static bool has_hyphenation(const fo_candidate *candidates, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (candidates[i].is_hyphenation)
            return true;
    return false;
}

size_t fo_break_lines(mh_arena *scratch, const fo_sums *start, const fo_candidate *candidates,
                      size_t count, const fo_line_rules *rules, uint32_t *chosen)
{
    if (!rules->wrap || count == 1) {
        chosen[0] = (uint32_t)(count - 1);
        return 1;
    }
    breaker b = {.scratch = scratch, .candidates = candidates, .count = count, .rules = rules};
    const node *last = NULL;
    /* A ragged line may rather lack much than part what belongs together. */
    if (rules->line_stretch > 0 && has_reluctant(candidates, count)) {
        b.threshold = WORST_RATIO;
        last = attempt(&b, start);
    }
    b.use_reluctant = true;
    if (!last) {
        b.threshold = 1;
        last = attempt(&b, start);
    }
    if (!last) {
        b.use_hyphens = has_hyphenation(candidates, count);
        b.threshold = b.use_hyphens ? 1 : 5;
        last = attempt(&b, start);
    }
    if (!last) {
        b.threshold = WORST_RATIO;
        b.is_forced = true;
        last = attempt(&b, start);
    }

    size_t lines = last->line;
    for (const node *n = last; n->previous; n = n->previous)
        chosen[n->line - 1] = (uint32_t)n->candidate;
    return lines;
}
