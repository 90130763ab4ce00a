#ifndef MH_WATCH_LEDGER_H
#define MH_WATCH_LEDGER_H

/*
 * What has been done, for all times: a report that grows. Lines are added when a round of records
 * has ended, and are on disk before the round's own report goes. Private to watch.
 */

#include "base/job.h"

typedef struct watch_ledger watch_ledger;

/**
 * Opens @p path, made when missing, for this process alone, and reads what was done with the same
 * options. A line that was torn is closed.
 *
 * @param options_hash as in the reports
 * @param out          owned by @p job; written on MH_OK only
 * @return MH_OK, MH_REJECTED with BAT-009 when another process has it, MH_FAILED with JOB-002
 */
mh_status watch_ledger_open(mh_job *job, const char *path, const char *options_hash,
                            watch_ledger **out);

/** True when record @p name was done, well or badly. */
bool watch_ledger_knows(const watch_ledger *ledger, const char *name);

/** True when it was done from a source with that SHA-256. */
bool watch_ledger_has(const watch_ledger *ledger, const char *name, const char *sha256);

/** Told of each record taken over: its name, and the status of its line. */
typedef void watch_ledger_told(void *to, const char *name, const char *status);

/**
 * Takes over the lines of records in the report or journal at @p path that were made with our
 * options and are not known yet, if there is one, and makes sure they are on disk.
 *
 * @return MH_OK, or MH_FAILED with JOB-002
 */
mh_status watch_ledger_take(mh_job *job, watch_ledger *ledger, const char *path,
                            watch_ledger_told *told, void *to);

#endif
