#ifndef MH_RECORD_SIGNATURE_H
#define MH_RECORD_SIGNATURE_H

/* Signature blocks: "(Signed) Name" with role lines after it, or role lines and "Name(签名)". */

#include "record/reader.h"

/** Cuts units that hold a signature among other lines, so that it stands in units of its own. */
void rec_signatures_split(rec_reader *reader);

/**
 * The signature block of @p range: its first unit, range.to when there is none. Role lines printed
 * before the name belong to it.
 */
size_t rec_signature_find(rec_reader *reader, rec_range range);

/**
 * Reads the signatories from unit @p from on.
 *
 * @param out    a SIGNATURE node is put here
 * @return the first unit after the block
 */
size_t rec_signature_read(rec_reader *reader, rec_range range, size_t from, mh_node **out);

#endif
