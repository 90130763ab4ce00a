#ifndef MH_BASE_DIAG_H
#define MH_BASE_DIAG_H

/* Diagnostics: the one way any stage says anything. The catalogue is diag-codes.def. */

#include <stdint.h>

/** How a stage ended. Bugs are assertions, not a status. */
typedef enum mh_status {
    MH_OK,
    MH_REJECTED, /**< this record cannot be done */
    MH_FAILED,   /**< the machine failed: disk, font, package */
} mh_status;

typedef enum mh_severity {
    MH_NOTE,
    MH_WARNING,
    MH_ERROR, /**< the record was rejected */
    MH_FATAL, /**< the machine failed */
} mh_severity;

typedef enum mh_diag_code {
#define MH_DIAG(code, severity, id, text) code,
#include "base/diag-codes.def"
#undef MH_DIAG
    MH_DIAG_COUNT
} mh_diag_code;

/** One row of the catalogue. */
typedef struct mh_diag_info {
    mh_severity severity;
    const char *id;   /**< "TXT-001": stable, never used again for something else */
    const char *text; /**< what happened and what to do, with at most one "%s" for the detail */
} mh_diag_info;

/** One message about a record. */
typedef struct mh_diag {
    mh_diag_code code;
    const char *file;    /**< file the place is in; NULL is the record itself */
    uint32_t line;       /**< 1-based; 0 when there is no place */
    uint32_t column;     /**< 1-based, in code points; 0 when unknown */
    const char *message; /**< UTF-8, complete, without the id */
} mh_diag;

/** Row of @p code; borrowed, lives as long as the program. */
const mh_diag_info *mh_diag_info_of(mh_diag_code code);

/** "note", "warning", "error", "fatal". */
const char *mh_severity_name(mh_severity severity);

#endif
