#ifndef MH_RECORD_SET_H
#define MH_RECORD_SET_H

/* Several resolutions under one symbol: "A/RES/77/264 A-C" (AKN-MAPPING section 3, wrapper). */

#include "record/reader.h"

/**
 * Finds the headings of the set's resolutions: "A", "B"... with or without a title, each above an
 * enacting formula.
 *
 * @return their units (of size_t), ascending; empty when @p range is no set of two or more
 */
GArray *rec_set_find(rec_reader *reader, rec_range range);

/** Title matter of the resolution whose heading is range.from; returns the unit of its formula. */
size_t rec_set_preface(rec_reader *reader, rec_range range, mh_node **out);

#endif
