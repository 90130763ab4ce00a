#ifndef MH_BASE_JOB_H
#define MH_BASE_JOB_H

/* A job is one record on its way through the stages: it owns the memory and takes the diagnostics.
 */

#include <glib.h>

#include "base/arena.h"
#include "base/diag.h"

typedef struct mh_job mh_job;

/**
 * @param source_name name of the record as diagnostics and metadata print it (no folder); copied
 * @return free it with mh_job_free(); what stages made goes with it
 */
mh_job *mh_job_new(const char *source_name);

/** Accepts NULL. */
void mh_job_free(mh_job *job);

mh_arena *mh_job_arena(mh_job *job);

/** Borrowed from the job. */
const char *mh_job_source_name(const mh_job *job);

/**
 * Seconds since 1970 that products carry as "now": SOURCE_DATE_EPOCH, or 0 when it is not set.
 */
gint64 mh_job_epoch(const mh_job *job);
void mh_job_set_epoch(mh_job *job, gint64 seconds);

/**
 * Adds a diagnostic about the record.
 *
 * @param line   1-based line of the record, 0 when there is no place
 * @param column 1-based, in code points, 0 when unknown
 * @param detail printf format of what replaces "%s" in the catalogue's text, or NULL
 * @return MH_OK for a note or warning, MH_REJECTED for an error, MH_FAILED for a fatal one
 */
mh_status mh_report(mh_job *job, mh_diag_code code, uint32_t line, uint32_t column,
                    const char *detail, ...) G_GNUC_PRINTF(5, 6);

/** Like mh_report(), about a place in another file (a stylesheet, a schema). @p file is copied. */
mh_status mh_report_in(mh_job *job, mh_diag_code code, const char *file, uint32_t line,
                       const char *detail, ...) G_GNUC_PRINTF(5, 6);

/** Adds what @p from says to @p job, as about @p file; texts are copied. */
void mh_job_take_diags(mh_job *job, const mh_job *from, const char *file);

/** Number of diagnostics so far; they are kept in the order they came. */
size_t mh_job_diag_count(const mh_job *job);
/** Borrowed from the job. @p index must be below the count. */
const mh_diag *mh_job_diag(const mh_job *job, size_t index);

/** "record.txt:12:5: warning: text [REC-014]", in the job's arena. */
const char *mh_job_diag_format(mh_job *job, const mh_diag *diag);

#endif
