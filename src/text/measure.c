#include "text/measure.h"

/* Wider lines are paragraphs on one line. */
#define WRAPPED_MAX_COLUMNS 140
#define WRAPPED_MIN_COLUMNS 44
/* Text that was wrapped has next to nothing beyond this part of the full width. */
#define STRAY_PERCENT 160
#define HISTOGRAM_COLUMNS 1024

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

static void measure_all(const txt_facts *facts, txt_measure *out)
{
    uint64_t mass[HISTOGRAM_COLUMNS] = {0};
    uint64_t total = 0;
    for (size_t i = 0; i < facts->count; i++) {
        if (facts->items[i].is_row || facts->items[i].has_leader)
            continue;
        uint32_t right = MIN(facts->items[i].right, HISTOGRAM_COLUMNS - 1);
        mass[right] += right;
        total += right;
    }
    uint32_t width = percentile(mass, total, 60);
    uint32_t widest = percentile(mass, total, 97);
    out->is_wrapped = width <= WRAPPED_MAX_COLUMNS && widest * 100 <= width * STRAY_PERCENT;
    out->width = MAX(width, WRAPPED_MIN_COLUMNS);
}

/*
 * Facts [from, to) touch each other. Their mean width, wide lines weighing more, is near their full
 * width; short stretches say little, so the body's width keeps it from falling too low.
 */
static void measure_stretch(const txt_facts *facts, size_t from, size_t to, uint32_t width,
                            uint32_t *local)
{
    uint64_t squares = 0;
    uint64_t sum = 0;
    for (size_t i = from; i < to; i++) {
        uint64_t right = MIN(facts->items[i].right, HISTOGRAM_COLUMNS);
        squares += right * right;
        sum += right;
    }
    uint32_t mean = sum > 0 ? (uint32_t)(squares / sum) : 0;
    uint32_t floor = to - from >= 6 ? width * 3 / 4 : width * 9 / 10;
    uint32_t own = MAX(mean, floor);
    for (size_t i = from; i < to; i++)
        local[i] = own;
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
    return out;
}
