#ifndef MH_RECORD_PREAMBLE_H
#define MH_RECORD_PREAMBLE_H

/* The preamble of resolutions: the enacting formula and the clauses that follow it. */

#include "record/body.h"

/** "The General Assembly," and its like; the comma may be lost. */
bool rec_is_formula(rec_reader *reader, const rec_unit *unit);

/** The same of a text, whatever stands around it. */
bool rec_matches_formula(rec_reader *reader, mh_view text);

/** The same with its comma. */
bool rec_is_strict_formula(rec_reader *reader, const rec_unit *unit);

/** The last character of a clause, before brackets, quotation marks and the call of a note. */
uint32_t rec_clause_end(const rec_unit *unit);
/** The same of a trimmed text in which no calls are known. */
uint32_t rec_text_clause_end(mh_view text);

/** What no preamble holds: a numbered paragraph, a heading, a verb of decision, a formula. */
bool rec_is_beyond_preamble(rec_reader *reader, const rec_unit *unit);

/** Makes whole units of formulas and clauses from unit @p from on (clauses.c). */
void rec_clauses_join(rec_reader *reader, size_t from);

/** Appends a FORMULA of @p unit to @p parent. */
void rec_add_formula(rec_builder *builder, mh_node *parent, const rec_unit *unit);

/**
 * Reads the preamble that begins with the formula at range.from.
 *
 * @param out its nodes: FORMULA, PREAMBULAR
 * @return the first unit after it
 */
size_t rec_preamble_read(rec_reader *reader, rec_range range, mh_node **out);

#endif
