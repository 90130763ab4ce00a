#ifndef MH_DOCX_ZIP_H
#define MH_DOCX_ZIP_H

/* A zip file in memory, the same bytes for the same items; private to docx. */

#include "base/job.h"

/** One item; all borrowed. */
typedef struct docx_zip_item {
    const char *name; /**< without leading "/" */
    mh_view head;     /**< bytes that stand first, may be empty */
    mh_view bytes;
} docx_zip_item;

/**
 * @param items array of docx_zip_item, at least one
 * @param out   owned by the job; written on MH_OK only
 * @return MH_OK, or MH_FAILED with DOC-006
 */
mh_status docx_zip_write(mh_job *job, const GArray *items, mh_view *out);

#endif
