#ifndef MH_RECORD_MASTHEAD_LINES_H
#define MH_RECORD_MASTHEAD_LINES_H

/* The lines a masthead is made of. */

#include "record/reader.h"

/** Longest line, in characters: titles of agenda items can be long. */
#define REC_MASTHEAD_LINE_MAX 330

typedef enum rec_masthead_line {
    REC_LINE_NONE,
    REC_LINE_ITEM,  /**< agenda item: titles of items may follow */
    REC_LINE_OTHER, /**< publisher, symbol, organ, date... */
} rec_masthead_line;

/**
 * Reads @p text as a line of the masthead: its facts go into the reader's, its marks into @p spans
 * (emptied first).
 */
rec_masthead_line rec_masthead_line_read(rec_reader *reader, mh_view text, GArray *spans);

/** True when the text is such a line; nothing is noted. Uses the reader's span work space. */
bool rec_is_masthead_line(rec_reader *reader, mh_view text);

/** Concept of "Distr.: General", or NULL. */
const mh_concept *rec_distribution_of(rec_reader *reader, mh_view text);

#endif
