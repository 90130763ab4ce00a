#ifndef MH_BATCH_REPORT_H
#define MH_BATCH_REPORT_H

/*
 * The report: one JSON object a record, in the order of the plan. While a run goes on, lines are
 * kept in a journal beside it in the order they come, so that a killed run loses none.
 * Private to batch.
 */

#include "batch/task.h"

typedef struct batch_report batch_report;

/**
 * Begins a report at @p path ("-": standard output, without a journal).
 *
 * @param options_hash what the lines are true for: sources, stylesheets, options
 * @return NULL with JOB-002 in @p job when it cannot be written
 */
batch_report *batch_report_new(mh_job *job, const char *path, const char *options_hash);

/** Adds the line of item @p index. */
mh_status batch_report_add(mh_job *job, batch_report *report, size_t index, const char *line);

/** Writes the ordered report in one step and removes the journal. @p report is gone afterwards. */
mh_status batch_report_end(mh_job *job, batch_report *report);

/**
 * Lines of an earlier report and its journal by record name, in @p job; those made with other
 * options are left out.
 *
 * @return table of record name → line
 */
GHashTable *batch_report_load(mh_job *job, const char *path, const char *options_hash);

/**
 * True when @p line says that the record was done and that is still so: the source at
 * @p item has that SHA-256 and every product of @p formats is in place with the SHA-256 in it.
 */
bool batch_report_still_holds(mh_job *job, const char *line, const mh_plan_item *item,
                              const mh_format *const *formats);

/** @p line with status "skipped", in @p job. */
const char *batch_report_skipped(mh_job *job, const char *line);

#endif
