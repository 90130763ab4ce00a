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

/** A file to write: its bytes are the parts in a row. */
typedef struct mh_file {
    const char *path; /**< "-" is standard output */
    const mh_view *parts;
    size_t part_count;
} mh_file;

/** Files that can be written together. */
enum { MH_FILE_SET_MAX = 32 };

/**
 * Writes each file to ".NAME.part" in its folder (made when missing), syncs them all, and only then
 * renames them: a set that cannot be written whole replaces nothing. A process that is writing the
 * same file is waited for, up to five seconds.
 *
 * @param count at most MH_FILE_SET_MAX
 * @return MH_OK, or MH_FAILED with JOB-002; then no temporary is left behind
 */
mh_status mh_file_write_set(mh_job *job, const mh_file *files, size_t count);

/** Removes the temporary that a process killed while it wrote @p path may have left. */
void mh_file_discard(const char *path);

/** A set of one file of one part. */
mh_status mh_file_write(mh_job *job, const char *path, mh_view bytes);

#endif
