#include "batch/vitals.h"

#include <stdlib.h>
#include <string.h>

/* A file of the process below /proc, or NULL; free it with g_free(). */
static char *read_about(pid_t pid, const char *file)
{
    char path[64];
    char *text = NULL;
    (void)g_snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    return g_file_get_contents(path, &text, NULL, NULL) ? text : NULL;
}

/* State letter and user plus system time, proc(5) stat: fields 3, 14 and 15. The name before them
 * may have blanks and brackets. */
static bool read_stat(pid_t pid, char *state, guint64 *ticks)
{
    enum { UTIME = 11, STIME = 12 }; /* counted from the state */
    char *text = read_about(pid, "stat");
    const char *after_name = text ? strrchr(text, ')') : NULL;
    char **fields = after_name ? g_strsplit(after_name + 1, " ", UTIME + 5) : NULL;
    bool is_read = fields && g_strv_length(fields) > STIME + 1;
    if (is_read) {
        *state = fields[1][0];
        *ticks = g_ascii_strtoull(fields[UTIME + 1], NULL, 10)
                 + g_ascii_strtoull(fields[STIME + 1], NULL, 10);
    }
    g_strfreev(fields);
    g_free(text);
    return is_read;
}

/* The most address space it ever had. */
static guint64 read_peak_kib(pid_t pid)
{
    static const char label[] = "VmPeak:";
    char *text = read_about(pid, "status");
    const char *line = text ? strstr(text, label) : NULL;
    guint64 peak = line ? g_ascii_strtoull(line + strlen(label), NULL, 10) : 0;
    g_free(text);
    return peak;
}

bool batch_is_starved(batch_vitals *vitals, pid_t pid, guint memory_mib)
{
    const gint64 now = g_get_monotonic_time();
    if (memory_mib == 0
        || (vitals->checked_at > 0
            && now - vitals->checked_at < (gint64)BATCH_STARVED_SECONDS * G_USEC_PER_SEC))
        return false;
    char state = 0;
    guint64 ticks = 0;
    if (!read_stat(pid, &state, &ticks))
        return false;
    bool has_rested = vitals->checked_at > 0 && ticks == vitals->ticks && state == 'S';
    *vitals = (batch_vitals){.checked_at = now, .ticks = ticks};
    return has_rested && read_peak_kib(pid) > (guint64)memory_mib * 1024 / 2;
}
