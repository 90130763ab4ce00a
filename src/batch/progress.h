#ifndef MH_BATCH_PROGRESS_H
#define MH_BATCH_PROGRESS_H

/*
 * The status line: redrawn on a terminal, a line every ten seconds in a log when asked, silence in
 * a pipe. Always on standard error. Private to batch.
 */

#include <glib.h>
#include <stdbool.h>

typedef enum mh_progress_mode {
    MH_PROGRESS_AUTO, /**< a line on a terminal, else nothing */
    MH_PROGRESS_NONE,
    MH_PROGRESS_LOG, /**< a plain line every ten seconds */
} mh_progress_mode;

typedef struct batch_progress {
    bool is_drawn_on_terminal;
    bool is_logged;
    bool is_visible; /**< a status line stands on the terminal now */
    gint64 start;    /**< monotonic microseconds */
    gint64 shown;    /**< when it was shown last */
    guint64 total_bytes;
    guint64 done_bytes; /**< of records converted in this run */
    size_t total;
    size_t done;
    size_t failed;
    size_t warned;
    size_t skipped;
} batch_progress;

void batch_progress_start(batch_progress *progress, mh_progress_mode mode, size_t total,
                          guint64 total_bytes);

/** Shows the present state if it is time; call as often as you like. */
void batch_progress_show(batch_progress *progress);

/** Takes the status line away before something else is printed. */
void batch_progress_hide(batch_progress *progress);

/** The line itself, for @p now_us microseconds after the start; free it with g_free(). */
char *batch_progress_text(const batch_progress *progress, gint64 now_us);

#endif
