#ifndef MH_BATCH_BATCH_H
#define MH_BATCH_BATCH_H

/*
 * Runs a plan with forked workers: a record that crashes, hangs or eats memory costs itself alone,
 * and products appear whole or not at all.
 */

#include "batch/plan.h"
#include "batch/progress.h"
#include "batch/task.h"

/** Exit statuses of the program (manual, section EXIT STATUS). */
enum {
    MH_EXIT_DONE = 0,
    MH_EXIT_SOME_FAILED = 1,
    MH_EXIT_USAGE = 2,
    MH_EXIT_MACHINE = 3,
    MH_EXIT_NOT_HELD = 4,
    MH_EXIT_TEMPORARY = 75,
    MH_EXIT_INTERRUPTED = 130,
};

typedef struct mh_batch_options {
    mh_task_options task;
    const char *folder; /**< output folder, held for this run alone; NULL for a single product */
    guint shard;        /**< as in mh_plan_options: shards hold the folder together */
    guint shard_count;
    guint workers;            /**< at least 1 */
    guint timeout_seconds;    /**< per record, 0 is no limit */
    guint memory_mib;         /**< per worker, 0 is no limit */
    bool is_resumed;          /**< skip what an earlier report says is done and still is */
    bool is_forced;           /**< convert it all the same */
    bool fails_fast;          /**< stop at the first record that fails */
    const char *report;       /**< NDJSON file, "-" is standard output; NULL for none */
    const char *quarantine;   /**< folder that failed records are copied to, or NULL */
    const char *options_hash; /**< of all that decides the products, for resuming */
    mh_progress_mode progress;
    bool is_quiet;   /**< no messages but the machine's failures */
    bool is_verbose; /**< notes, too */
} mh_batch_options;

/**
 * Converts all of @p plan; messages go to standard error as they come.
 *
 * @param job       takes what concerns the run, not a record
 * @param converter warmed up
 * @return one of the exit statuses above
 */
int mh_batch_run(mh_job *job, mh_converter *converter, const mh_plan *plan,
                 const mh_batch_options *options);

#endif
