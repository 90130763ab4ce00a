#include "batch/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
    REDRAW_US = 200000,
    LOG_US = 10 * G_USEC_PER_SEC,
    /* Before that a rate is a guess. */
    ETA_AFTER_US = 2 * G_USEC_PER_SEC,
    DEFAULT_COLUMNS = 80,
};

void batch_progress_start(batch_progress *progress, mh_progress_mode mode, size_t total,
                          guint64 total_bytes)
{
    const char *term = g_getenv("TERM");
    bool is_terminal = isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0;
    *progress = (batch_progress){
        .is_drawn_on_terminal = mode == MH_PROGRESS_AUTO && is_terminal && total > 1,
        .is_logged = mode == MH_PROGRESS_LOG,
        .start = g_get_monotonic_time(),
        .total = total,
        .total_bytes = total_bytes,
    };
    progress->shown = progress->start;
}

static char *duration_text(gint64 seconds)
{
    if (seconds >= 3600)
        return g_strdup_printf("%dh%02dm", (int)(seconds / 3600), (int)(seconds / 60 % 60));
    if (seconds >= 60)
        return g_strdup_printf("%dm%02ds", (int)(seconds / 60), (int)(seconds % 60));
    return g_strdup_printf("%ds", (int)seconds);
}

static char *eta_text(const batch_progress *p, gint64 now_us)
{
    if (now_us < ETA_AFTER_US || p->done_bytes == 0 || p->total_bytes < p->done_bytes)
        return g_strdup("-");
    double rate = (double)p->done_bytes / (double)now_us;
    return duration_text(
        (gint64)((double)(p->total_bytes - p->done_bytes) / rate / G_USEC_PER_SEC + 0.5));
}

char *batch_progress_text(const batch_progress *p, gint64 now_us)
{
    double seconds = (double)now_us / G_USEC_PER_SEC;
    double share = p->total > 0 ? 100.0 * (double)p->done / (double)p->total : 100.0;
    double rate = seconds > 0 ? (double)(p->done - p->skipped) / seconds : 0;
    char *eta = eta_text(p, now_us);
    char *text = g_strdup_printf("%zu/%zu %.1f %% %.1f/s ETA %s %zu failed %zu warned", p->done,
                                 p->total, share, rate, eta, p->failed, p->warned);
    g_free(eta);
    return text;
}

static int columns(void)
{
    struct winsize size = {0};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return DEFAULT_COLUMNS;
}

void batch_progress_show(batch_progress *progress)
{
    gint64 now = g_get_monotonic_time();
    gint64 pause = progress->is_logged ? LOG_US : REDRAW_US;
    if ((!progress->is_drawn_on_terminal && !progress->is_logged) || now - progress->shown < pause)
        return;
    progress->shown = now;
    char *text = batch_progress_text(progress, now - progress->start);
    if (progress->is_logged) {
        (void)fprintf(stderr, "%s\n", text);
    } else {
        (void)fprintf(stderr, "\r%.*s\033[K", columns() - 1, text);
        progress->is_visible = true;
    }
    (void)fflush(stderr);
    g_free(text);
}

void batch_progress_hide(batch_progress *progress)
{
    if (!progress->is_visible)
        return;
    (void)fprintf(stderr, "\r\033[K");
    (void)fflush(stderr);
    progress->is_visible = false;
}
