#ifndef MH_TEXT_CLAUSES_H
#define MH_TEXT_CLAUSES_H

/*
 * Lines that open a clause of a resolution. Such lines begin a paragraph whatever the line before
 * looks like: the enacting formula ("The General Assembly,"), and after a comma the opening words
 * of a preambular clause ("Recalling also").
 */

#include "text/facts.h"

/** Sets is_formula and opens_clause of @p facts. */
void txt_find_clauses(mh_job *job, txt_fact *facts, size_t count);

#endif
