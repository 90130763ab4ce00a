#ifndef MH_RECORD_MASTHEAD_H
#define MH_RECORD_MASTHEAD_H

/* The masthead: publisher, symbol, organ, distribution, date, languages, session, agenda item. */

#include "record/reader.h"

/** Cuts units in which several masthead lines are glued together. Comes before notes are read. */
void rec_masthead_split(rec_reader *reader);

/**
 * Reads the masthead at the head of the record into @p document's cover and the reader's facts.
 *
 * @return the first unit after it
 */
size_t rec_masthead_read(rec_reader *reader, mh_document *document);

#endif
