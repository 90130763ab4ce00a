#ifndef MH_BASE_FILE_H
#define MH_BASE_FILE_H

/* Whole files in, whole files out: a product appears complete under its name or not at all. */

#include "base/job.h"

/** No record comes near this; what does is not a record. */
#define MH_FILE_MAX_BYTES ((size_t)256 * 1024 * 1024)

/**
 * Reads @p path ("-" is standard input) into the job's arena.
 *
 * @return MH_OK, or MH_REJECTED with JOB-001 or JOB-003
 */
mh_status mh_file_read(mh_job *job, const char *path, mh_view *out);

/**
 * Writes @p bytes to ".NAME.part" in the target's folder (made when missing), syncs and renames;
 * "-" is standard output. Nobody else may write the same target at the same time.
 *
 * @return MH_OK, or MH_FAILED with JOB-002; then nothing is left behind
 */
mh_status mh_file_write(mh_job *job, const char *path, mh_view bytes);

#endif
