#ifndef MH_BATCH_SIDE_DATA_H
#define MH_BATCH_SIDE_DATA_H

/* What the user knows of single records: a CSV file joined by file name (--metadata). */

#include "base/job.h"
#include "record/record.h"

typedef struct mh_side_data mh_side_data;

/**
 * Reads RFC 4180 CSV in UTF-8 with a header line. Column "file" names the record: its path below
 * the input folder, or its file name alone. The other columns are fields of mh_side_data_set().
 *
 * @param out owned by @p job; written on MH_OK only
 * @return MH_OK, or MH_REJECTED with JOB-001 or BAT-004 (line and reason)
 */
mh_status mh_side_data_read(mh_job *job, const char *path, mh_side_data **out);

/** Adds what the file says of record @p name to @p facts; what is already there stays. */
void mh_side_data_apply(const mh_side_data *data, const char *name, mh_record_options *facts);

/**
 * Sets one field: symbol, date, title, language, job-number. @p value must outlive @p facts.
 *
 * @return false when there is no such field or the value does not fit it
 */
bool mh_side_data_set(mh_record_options *facts, const char *field, const char *value);

/** Names of the fields, separated by ", ". */
const char *mh_side_data_fields(void);

#endif
