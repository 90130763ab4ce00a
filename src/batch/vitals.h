#ifndef MH_BATCH_VITALS_H
#define MH_BATCH_VITALS_H

/*
 * What the kernel says of a worker. A library that is refused memory in a thread of its own may
 * leave the worker waiting for that thread for ever (Pango waits for fontconfig's answer): such a
 * worker is told from one that computes, or waits for a slow disk. Private to batch.
 */

#include <stdbool.h>
#include <sys/types.h>

#include <glib.h>

/** Looked at before; zero it when the worker gets a record. */
typedef struct batch_vitals {
    gint64 checked_at; /**< monotonic microseconds, 0 when not yet */
    guint64 ticks;     /**< processor time then */
} batch_vitals;

/**
 * True when the worker sleeps, has used no processor time for BATCH_STARVED_SECONDS and had come
 * within half of @p memory_mib before; never without a limit. Cheap to call often.
 */
bool batch_is_starved(batch_vitals *vitals, pid_t pid, guint memory_mib);

enum { BATCH_STARVED_SECONDS = 5 };

#endif
