#ifndef MH_PACK_SOURCE_H
#define MH_PACK_SOURCE_H

/* The text that a record was converted from. Private to pack. */

#include "pack/plan.h"

/** Where it is looked for. */
typedef struct pack_source_request {
    const pack_record *record;
    const char *folder; /**< of sources, or NULL */
    const char *name;   /**< as the record's metadata say */
    const char *sha256; /**< likewise */
} pack_source_request;

/**
 * Finds the bytes with that digest: in the folder, in the PDF, or beside the products.
 *
 * @param out owned by @p job, written only when they were found
 */
bool pack_source_find(mh_job *job, const pack_source_request *request, mh_view *out);

#endif
