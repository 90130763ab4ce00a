#ifndef MH_WATCH_WATCH_H
#define MH_WATCH_WATCH_H

/*
 * A drop folder: what is put into it is converted once its writing has ended, in rounds that are
 * batches of their own. Nothing is done twice: OUT/.masthead/watch.ndjson says what has been done,
 * for the next start, too. Sources stay where they are, and products may be taken away.
 */

#include "batch/batch.h"

typedef struct mh_watch_options {
    const char *input;      /**< folder */
    double settle;          /**< seconds that a file is left alone after its last change */
    guint poll_seconds;     /**< look through the folder as often, too; 0 never */
    mh_plan_options plan;   /**< output, quarantine and formats; the rest is set for each round */
    mh_batch_options batch; /**< likewise: report, folder and resuming are set */
} mh_watch_options;

/**
 * Watches until a signal asks to stop (what is in hand is finished first) or the machine fails.
 *
 * @param converter warmed up
 * @return MH_EXIT_DONE after a signal when nothing was left in hand, MH_EXIT_TEMPORARY or
 * MH_EXIT_INTERRUPTED when a round was cut short, MH_EXIT_MACHINE
 */
int mh_watch_run(mh_job *job, mh_converter *converter, const mh_watch_options *options);

#endif
