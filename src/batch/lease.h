#ifndef MH_BATCH_LEASE_H
#define MH_BATCH_LEASE_H

/*
 * Keeps two runs from writing the same products or the same report: locks on files, which the
 * kernel gives back when the last process of a run is gone, however it went.
 */

#include "base/job.h"

/** What a run writes to. */
typedef struct batch_lease_request {
    const char *folder; /**< output folder */
    guint shard;        /**< 1-based; 0 is all records */
    guint shard_count;
} batch_lease_request;

typedef struct batch_lease batch_lease;

/**
 * Takes the output folder for a run: alone, or, for a shard, beside other shards.
 *
 * @param out owned by @p job, held until batch_lease_end() or the job's end
 * @return MH_OK, MH_REJECTED with BAT-009 when another run holds it, MH_FAILED with JOB-002
 */
mh_status batch_lease_take(mh_job *job, const batch_lease_request *request, batch_lease **out);

/** Gives the folder back and removes the lock files that nobody else holds. */
void batch_lease_end(batch_lease *lease);

/**
 * Opens @p path (made when missing) for reading and appending, locked for this run.
 *
 * @param out file descriptor
 * @return as batch_lease_take()
 */
mh_status mh_lease_open(mh_job *job, const char *path, bool is_shared, int *out);

#endif
