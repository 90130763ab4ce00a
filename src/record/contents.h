#ifndef MH_RECORD_CONTENTS_H
#define MH_RECORD_CONTENTS_H

/*
 * Printed lists of contents. Their lines look like headings, annexes and numbered paragraphs, so
 * they are found before those: their units get REC_USE_CONTENTS, and what extractors tore apart
 * (number, title, page) is one unit again as far as it stands together.
 */

#include "record/reader.h"

/** Finds the lists; called before anything is read of the units. */
void rec_contents_find(rec_reader *reader);

/** True when a list begins at unit @p at. */
bool rec_contents_at(const rec_reader *reader, size_t at);

/** The list that begins at @p at: a CONTAINER "contents" with its heading, column labels and a TOC;
 * @p next is the first unit behind it. */
mh_node *rec_contents_read(rec_reader *reader, rec_range range, size_t at, size_t *next);

#endif
