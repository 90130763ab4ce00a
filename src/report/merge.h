#ifndef MH_REPORT_MERGE_H
#define MH_REPORT_MERGE_H

/*
 * The reports of the shards or the runs of one batch as one: each record once, in the order of
 * names. Reports are mapped; in memory there are only the names and the places of the lines.
 */

#include "base/job.h"

typedef struct mh_merge mh_merge;

/** A report that was read, or a journal of a run that has not ended. */
typedef struct mh_merge_source {
    const char *path;
    const char *version;        /**< of the program that wrote it, or NULL */
    const char *options_sha256; /**< of the run */
    guint shard;                /**< 1-based; 0 is all records */
    guint shard_count;
    gint64 planned; /**< records that the run was to do; -1 when it is not known */
    size_t lines;   /**< of records */
    bool is_journal;
} mh_merge_source;

/**
 * Reads reports. Where two tell of the same record, the later one counts, in the order of @p paths
 * and lines. A journal beside a report (its run was killed, or goes on) is read after it. For a
 * folder, the reports in it and in its folder ".masthead" are taken, by name.
 *
 * What makes the whole incomplete is told by warnings: BAT-013 (a shard is missing), BAT-014 (a run
 * has not told of all its records), and BAT-015 when the runs had different options.
 *
 * @param paths ended by NULL
 * @param out   owned by @p job; written on MH_OK only
 * @return MH_OK, or MH_REJECTED with JOB-001 or BAT-012 (no report)
 */
mh_status mh_merge_read(mh_job *job, const char *const *paths, mh_merge **out);

/** False when records are missing that a shard or a run was to do. */
bool mh_merge_is_complete(const mh_merge *merge);

/** Number of records. */
size_t mh_merge_count(const mh_merge *merge);

/** Line of record @p index, without its end; borrowed. */
mh_view mh_merge_line(const mh_merge *merge, size_t index);

size_t mh_merge_source_count(const mh_merge *merge);
const mh_merge_source *mh_merge_source_at(const mh_merge *merge, size_t index);

/**
 * Writes the merged report as lines of JSON that convert --resume reads, too. A head stands before
 * each line whose options are not those of the line before.
 *
 * @param path "-" is standard output
 * @return MH_OK, or MH_FAILED with JOB-002
 */
mh_status mh_merge_write(mh_job *job, const mh_merge *merge, const char *path);

#endif
