#ifndef MH_BATCH_TASK_H
#define MH_BATCH_TASK_H

/* One record of a plan from its file to its products on disk, and what to say about it. */

#include "batch/plan.h"
#include "batch/side_data.h"
#include "convert/convert.h"

/** A process whose limit leaves less address space than this is out of memory. */
enum { MH_TASK_ROOM_BYTES = 32 * 1024 * 1024 };

/** What the run wants of every record. */
typedef struct mh_task_options {
    const mh_format *const *formats; /**< ended by NULL */
    const char *encoding;
    mh_record_options facts;      /**< of all records (--set, --language) */
    const mh_side_data *metadata; /**< of single records (--metadata), or NULL */
    const mh_dump *dump;          /**< --emit: this instead of formats; NULL for none */
    gint64 epoch;                 /**< SOURCE_DATE_EPOCH */
} mh_task_options;

typedef enum mh_task_status {
    MH_TASK_OK,
    MH_TASK_WARNING, /**< done, with warnings */
    MH_TASK_FAILED,  /**< this record cannot be done */
    MH_TASK_SKIPPED, /**< --resume found it done */
    MH_TASK_BROKEN,  /**< the machine failed: the run ends */
} mh_task_status;

/** "ok", "warning", "failed", "skipped"; a broken machine is reported as "failed". */
const char *mh_task_status_name(mh_task_status status);

/** What became of a record. */
typedef struct mh_task_outcome {
    mh_task_status status;
    const char *report;   /**< one JSON object without line end */
    const char *messages; /**< diagnostics for people, one a line; "" when there are none */
    size_t pages;
} mh_task_outcome;

/**
 * Converts the record and writes its products together: when one cannot be made or written, none
 * replaces what is there.
 *
 * @param arena owns the strings of the outcome
 */
mh_task_outcome mh_task_run(mh_arena *arena, mh_converter *converter, const mh_plan_item *item,
                            const mh_task_options *options);

/** Outcome of a record whose worker crashed or was stopped: @p code says why. */
mh_task_outcome mh_task_lost(mh_arena *arena, const mh_plan_item *item, mh_diag_code code,
                             const char *detail);

/** Path of @p item's product in @p format. */
const char *mh_task_output_path(mh_arena *arena, const mh_plan_item *item, const mh_format *format);

#endif
