#ifndef MH_BATCH_WORKER_H
#define MH_BATCH_WORKER_H

/* A forked process that converts records, one at a time. Private to batch. */

#include <sys/types.h>

#include "batch/report.h"
#include "batch/task.h"
#include "batch/vitals.h"

/** Exit status of a worker that its memory limit ended. */
enum { BATCH_WORKER_OUT_OF_MEMORY = 76 };

typedef struct batch_worker {
    pid_t pid; /**< 0 when it does not run */
    int to;    /**< items go in */
    int from;  /**< outcomes come out */
    bool is_busy;
    bool is_checking; /**< it only looks whether the item is done */
    guint32 item;     /**< it works on, while busy */
    gint64 since;     /**< monotonic microseconds; start of the item */
    batch_vitals vitals;
    guint done; /**< records converted since it was forked */
} batch_worker;

typedef struct batch_worker_options {
    const mh_plan *plan;
    const mh_task_options *task;
    mh_converter *converter;    /**< warmed up: the worker has a copy of it */
    const batch_report *report; /**< with the lines of earlier runs, to check; or NULL */
    guint memory_mib;           /**< address space, 0 is no limit */
} batch_worker_options;

/** Forks a worker; it dies with its parent. Other workers' ends of pipes are closed in it. @return
 * false with errno set */
bool batch_worker_start(batch_worker *worker, const batch_worker *others, size_t other_count,
                        const batch_worker_options *options);

/** Gives it an item to convert, or only to check. @return false when it has died */
bool batch_worker_give(batch_worker *worker, guint32 item, bool is_check);

/** Lets it end: closes its pipe and waits. Kills it first when @p now. @return its wait status */
int batch_worker_stop(batch_worker *worker, bool now);

#endif
