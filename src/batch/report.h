#ifndef MH_BATCH_REPORT_H
#define MH_BATCH_REPORT_H

/*
 * The report: one JSON object a record, in the order of the plan. While a run goes on, lines go to
 * a journal beside it in the order they come, so that a killed run loses none; in memory there are
 * only their places. Before a record is begun the journal says so: a record that takes the whole
 * run down with it is known to the next run. Private to batch.
 */

#include "batch/task.h"

typedef struct batch_report batch_report;

typedef struct batch_report_options {
    const char *path;         /**< "-" is standard output, with a journal that has no name */
    const char *options_hash; /**< what the lines are true for: sources, stylesheets, options */
    guint shard;              /**< 1-based; 0 is all records */
    guint shard_count;
    bool is_resumed; /**< reads what earlier runs with the same options said */
} batch_report_options;

/**
 * Begins a report. The journal is locked: two runs do not write one report.
 *
 * @param plan must live as long as @p job
 * @param out  owned by @p job; written on MH_OK only
 * @return MH_OK, MH_REJECTED with BAT-009 when another run writes it, MH_FAILED with JOB-002
 */
mh_status batch_report_begin(mh_job *job, const batch_report_options *options, const mh_plan *plan,
                             batch_report **out);

/** Line of an earlier run about item @p index; empty when there is none. Lives with the job. */
mh_view batch_report_earlier(const batch_report *report, size_t index);

/** How often item @p index was in hand when an earlier run died, since it was done last. */
guint batch_report_lost(const batch_report *report, size_t index);

/** Says, and makes sure it is on disk, that item @p index is begun. */
mh_status batch_report_start(mh_job *job, batch_report *report, size_t index);

/** Adds the line of item @p index. */
mh_status batch_report_add(mh_job *job, batch_report *report, size_t index, const char *line);

/** Takes over the earlier line of item @p index with status "skipped". */
void batch_report_skip(batch_report *report, size_t index);

/**
 * Writes the ordered report in one step and removes the journal. Items that were not reached keep
 * their earlier line.
 */
mh_status batch_report_end(mh_job *job, batch_report *report);

/**
 * True when @p line says that the record was done and that is still so: the source at
 * @p item has that SHA-256 and every product of @p formats is in place with the SHA-256 in it.
 */
bool batch_report_still_holds(mh_view line, const mh_plan_item *item,
                              const mh_format *const *formats);

/** True when @p line says that runs died of this source (BAT-008). */
bool batch_report_is_poison(mh_view line, const mh_plan_item *item);

#endif
