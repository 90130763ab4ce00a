#ifndef MH_WATCH_INBOX_H
#define MH_WATCH_INBOX_H

/*
 * Files that were seen in the watched folder and are not converted yet. One is ready when its size
 * and time have not changed for a while and no process has it open for writing: programs write in
 * pieces, and copies over a network pause. Private to watch.
 */

#include <glib.h>
#include <stdbool.h>

typedef struct watch_inbox watch_inbox;

/** @param settle_us how long a file is left alone, in microseconds. @return free with inbox_free()
 */
watch_inbox *watch_inbox_new(gint64 settle_us);
void watch_inbox_free(watch_inbox *inbox);

/**
 * A file was seen or changed at @p now (monotonic microseconds). What has been taken out since and
 * is the same file still (device, inode, size, time) is not taken in again.
 */
void watch_inbox_note(watch_inbox *inbox, const char *path, gint64 now);

/** As watch_inbox_note(), but also what has been taken out: it is to be done again, @p at then. */
void watch_inbox_again(watch_inbox *inbox, const char *path, gint64 at);

/**
 * Takes out files that are ready, by name, at most @p max. Files that are gone are forgotten.
 *
 * @return paths; free it with g_ptr_array_unref()
 */
GPtrArray *watch_inbox_take(watch_inbox *inbox, gint64 now, guint max);

/** Time at which a file may be ready; -1 when there is none. */
gint64 watch_inbox_next(const watch_inbox *inbox);

#endif
