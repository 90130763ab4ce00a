#ifndef MH_RECORD_PREAMBLE_H
#define MH_RECORD_PREAMBLE_H

/* The preamble of resolutions: the enacting formula and the clauses that follow it. */

#include "record/reader.h"

/** "The General Assembly," and its like. */
bool rec_is_formula(rec_reader *reader, const rec_unit *unit);

/**
 * Reads the preamble that begins with the formula at range.from.
 *
 * @param out its nodes: FORMULA, PREAMBULAR
 * @return the first unit after it
 */
size_t rec_preamble_read(rec_reader *reader, rec_range range, mh_node **out);

#endif
