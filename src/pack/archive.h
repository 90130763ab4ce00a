#ifndef MH_PACK_ARCHIVE_H
#define MH_PACK_ARCHIVE_H

/* A package as one file: the same bytes for the same folder. Private to pack. */

#include "base/job.h"

typedef struct pack_archive_request {
    const char *folder; /**< with the package's files */
    const char *name;   /**< of the one folder in the archive */
    gint64 seconds;     /**< date of every file, since 1970 */
    const char *path;   /**< of the archive; what is there is replaced */
} pack_archive_request;

/** ustar (POSIX.1-1988). @return MH_OK, or MH_FAILED with JOB-002 or PAC-007 */
mh_status pack_archive_tar(mh_job *job, const pack_archive_request *request);

/** Zip with deflate. @return MH_OK, or MH_FAILED with PAC-007 */
mh_status pack_archive_zip(mh_job *job, const pack_archive_request *request);

/**
 * Unpacks @p path, a .tar or .zip, into the new folder @p folder: regular files and folders with
 * plain names below one folder, of MH_FILE_MAX_BYTES at most each; anything else is refused.
 *
 * @return MH_OK, or MH_REJECTED with PAC-010
 */
mh_status pack_archive_unpack(mh_job *job, const char *path, const char *folder);

#endif
