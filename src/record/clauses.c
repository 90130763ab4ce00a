#include "record/preamble.h"

/*
 * Makes whole units of what stands in preambles before anything is read of them: a formula that
 * reflow took for the end of the title above it, a clause that a page or an extractor cut.
 */

/* Lines of a title with the formula at their end, in characters. */
#define TITLED_FORMULA_MAX 600
/* Parts of one clause. */
#define PARTS_MAX 6
/* Lines of one unit that are looked through for a second clause. */
#define LINES_MAX ((size_t)60)
/* Clauses in a row with blank lines between, after which one without goes on with that before. */
#define PARTED_MIN 3

/* Where the last line of the unit begins in its text, 0 when that cannot be told. */
static size_t last_line_start(const rec_reader *reader, const rec_unit *unit)
{
    const mh_block *block = unit->block;
    if (block->line_count < 2)
        return 0;
    mh_view line = mh_view_trim(reader->text->lines[block->line[block->line_count - 1]].text);
    bool is_found = line.len < unit->text.len && mh_view_ends_with(unit->text, line);
    return is_found ? unit->text.len - line.len : 0;
}

static bool is_opening(rec_reader *reader, const rec_unit *unit)
{
    return unit->mark.count == 0 && rec_opening_length(reader, unit, 0, MH_OPENING_PREAMBULAR) > 0;
}

/* "Promoting social integration" and "The General Assembly," below it are one unit. */
static bool split_formula(rec_reader *reader, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    if (unit->use != REC_USE_NONE || unit->mark.count > 0 || unit->is_row || !unit->ends_clause
        || unit->chars > TITLED_FORMULA_MAX || is_opening(reader, unit))
        return false;
    size_t start = last_line_start(reader, unit);
    if (start == 0
        || !rec_matches(reader, mh_view_slice(unit->text, start, unit->text.len), "formula", NULL))
        return false;
    rec_unit_split(reader, at, start);
    return true;
}

/* What can only be the rest of the clause before it. */
static bool may_go_on(rec_reader *reader, const rec_unit *unit)
{
    return unit->use == REC_USE_NONE && unit->mark.count == 0 && !unit->is_row
           && !is_opening(reader, unit)
           && rec_opening_length(reader, unit, 0, MH_OPENING_OPERATIVE) == 0
           && !rec_is_formula(reader, unit);
}

/*
 * Where the last clause of several begins in the unit, 0 when it is one: a line that begins with
 * the capital of opening words below one that ends with a comma. (Russian clauses begin small.)
 */
static size_t last_clause(rec_reader *reader, const rec_unit *unit)
{
    for (size_t line = MIN(unit->block->line_count, LINES_MAX); line-- > 1;) {
        mh_view text = mh_view_trim(reader->text->lines[unit->block->line[line]].text);
        if (!g_unichar_isupper(rec_char_at(text, 0)))
            continue;
        size_t at = rec_line_offset(reader, unit, line);
        mh_view before = mh_view_trim(mh_view_slice(unit->text, 0, at));
        if (at > 0 && at < unit->text.len && rec_text_clause_end(before) == ','
            && rec_opening_length(reader, unit, at, MH_OPENING_PREAMBULAR) > 0)
            return at;
    }
    return 0;
}

/* Makes units of the clauses that reflow took for one. */
static void split_clauses(rec_reader *reader, size_t at)
{
    for (size_t start = last_clause(reader, rec_unit_at(reader, at)); start > 0;
         start = last_clause(reader, rec_unit_at(reader, at)))
        rec_unit_split(reader, at, start);
}

/* Joins unit @p at with what a cut has made of the rest of it. */
static void join_parts(rec_reader *reader, size_t at, size_t parted)
{
    for (size_t parts = 1; parts < PARTS_MAX && at + 1 < reader->units->len; parts++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        const rec_unit *next = rec_unit_at(reader, at + 1);
        bool touches = parted >= PARTED_MIN && next->block->blank_before == 0;
        bool is_cut = !rec_is_terminal(rec_clause_end(unit));
        if ((!touches && !is_cut) || !may_go_on(reader, next))
            return;
        split_clauses(reader, at + 1);
        rec_units_join(reader, at, 2);
    }
}

/* The clauses below the formula at unit @p formula; returns the unit behind them. */
static size_t join_clauses(rec_reader *reader, size_t formula)
{
    size_t parted = 0;
    size_t at = formula + 1;
    for (; at < reader->units->len; at++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (unit->use != REC_USE_NONE)
            continue;
        if (rec_is_beyond_preamble(reader, unit))
            break;
        if (!is_opening(reader, unit))
            continue;
        parted = unit->block->blank_before > 0 ? parted + 1 : 0;
        split_clauses(reader, at);
        join_parts(reader, at, parted);
    }
    return at;
}

void rec_clauses_join(rec_reader *reader, size_t from)
{
    for (size_t at = from; at < reader->units->len;) {
        bool is_formula = !split_formula(reader, at) && rec_unit_at(reader, at)->use == REC_USE_NONE
                          && rec_is_strict_formula(reader, rec_unit_at(reader, at));
        at = is_formula ? join_clauses(reader, at) : at + 1;
    }
}
