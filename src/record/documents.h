#ifndef MH_RECORD_DOCUMENTS_H
#define MH_RECORD_DOCUMENTS_H

/* Reads one document (the record's main part or an attachment) of its units. */

#include "record/reader.h"

/**
 * Cuts "76/240 The General Assembly," behind its number: a resolution without a title. Looks at
 * the units next to @p from.
 */
void rec_number_split(rec_reader *reader, size_t from);

/** Title matter of the main document; returns the first unit of its body. */
size_t rec_preface_read(rec_reader *reader, rec_range range, mh_document *document);

/** Preamble, body and conclusions of @p range by the grammar of the document's kind. */
void rec_document_read(rec_reader *reader, rec_range range, mh_document *document);

#endif
