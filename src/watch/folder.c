#include "watch/folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    DEPTH_MAX = 64,
    EVENTS_BYTES = 64 * 1024,
    WANTED = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
             | IN_DONT_FOLLOW,
};

struct watch_folder {
    watch_folder_options options;
    int fd;
    int root_watch;
    GHashTable *paths; /* watch descriptor: path of the folder */
    bool is_partial;
    bool needs_scan;
    bool is_gone;
};

static void end(void *data)
{
    watch_folder *folder = data;
    (void)close(folder->fd);
    g_hash_table_unref(folder->paths);
}

mh_status watch_folder_new(mh_job *job, const watch_folder_options *options, watch_folder **out)
{
    int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (fd < 0)
        return mh_report(job, MH_BAT_WATCH, 0, 0, "%s: %s", options->root, g_strerror(errno));
    watch_folder *folder = MH_NEW(mh_job_arena(job), watch_folder, 1);
    *folder = (watch_folder){
        .options = *options,
        .fd = fd,
        .root_watch = -1,
        .paths = g_hash_table_new_full(NULL, NULL, NULL, g_free),
    };
    mh_arena_defer(mh_job_arena(job), end, folder);
    *out = folder;
    return MH_OK;
}

int watch_folder_fd(const watch_folder *folder)
{
    return folder->fd;
}

bool watch_folder_is_partial(const watch_folder *folder)
{
    return folder->is_partial;
}

static bool is_excluded(const watch_folder *folder, const char *path)
{
    for (size_t i = 0; i < G_N_ELEMENTS(folder->options.excluded); i++)
        if (g_strcmp0(folder->options.excluded[i], path) == 0)
            return true;
    return false;
}

/* A folder that was moved keeps its watch: its path is set anew. */
static bool add_watch(watch_folder *folder, const char *path)
{
    int watch = inotify_add_watch(folder->fd, path, WANTED);
    if (watch < 0) {
        /* Gone meanwhile is no fault; no watches left, or no right to read it, is one. */
        folder->is_partial = folder->is_partial || (errno != ENOENT && errno != ENOTDIR);
        return errno == ENOSPC || errno == ENOMEM;
    }
    g_hash_table_replace(folder->paths, GINT_TO_POINTER(watch), g_strdup(path));
    if (strcmp(path, folder->options.root) == 0)
        folder->root_watch = watch;
    return true;
}

static void scan_folder(watch_folder *folder, const char *path, int depth);

static void meet(watch_folder *folder, const char *path, int depth)
{
    struct stat info;
    if (lstat(path, &info) != 0)
        return;
    if (S_ISDIR(info.st_mode))
        scan_folder(folder, path, depth);
    else if (S_ISREG(info.st_mode) || S_ISLNK(info.st_mode))
        folder->options.seen(folder->options.to, path);
}

/* Watched first, read then: what comes between is seen twice, not never. */
static void scan_folder(watch_folder *folder, const char *path, int depth)
{
    if (depth > DEPTH_MAX || is_excluded(folder, path) || !add_watch(folder, path))
        return;
    GDir *dir = g_dir_open(path, 0, NULL);
    if (!dir)
        return;
    for (const char *name; (name = g_dir_read_name(dir));) {
        if (*name == '.')
            continue;
        char *child = g_build_filename(path, name, NULL);
        meet(folder, child, depth + 1);
        g_free(child);
    }
    g_dir_close(dir);
}

mh_status watch_folder_scan(mh_job *job, watch_folder *folder)
{
    const char *root = folder->options.root;
    folder->needs_scan = false;
    folder->is_partial = false;
    folder->is_gone = folder->is_gone || !g_file_test(root, G_FILE_TEST_IS_DIR);
    if (folder->is_gone)
        return mh_report(job, MH_BAT_WATCH, 0, 0, "%s: %s", root, g_strerror(ENOENT));
    scan_folder(folder, root, 0);
    return MH_OK;
}

static void take_event(watch_folder *folder, const struct inotify_event *event)
{
    const char *path = g_hash_table_lookup(folder->paths, GINT_TO_POINTER(event->wd));
    if (event->mask & IN_Q_OVERFLOW) {
        folder->needs_scan = true;
    } else if (event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) {
        folder->is_gone = folder->is_gone || event->wd == folder->root_watch;
    } else if (event->mask & IN_IGNORED) {
        (void)g_hash_table_remove(folder->paths, GINT_TO_POINTER(event->wd));
    } else if (path && event->len > 0 && *event->name != '.') {
        char *child = g_build_filename(path, event->name, NULL);
        meet(folder, child, 1);
        g_free(child);
    }
}

mh_status watch_folder_read(mh_job *job, watch_folder *folder)
{
    union {
        struct inotify_event first;
        char bytes[EVENTS_BYTES];
    } buffer;
    for (;;) {
        ssize_t got = read(folder->fd, buffer.bytes, sizeof buffer.bytes);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        for (ssize_t at = 0; at < got;) {
            struct inotify_event event;
            memcpy(&event, buffer.bytes + at, sizeof event);
            take_event(folder, (const struct inotify_event *)(const void *)(buffer.bytes + at));
            at += (ssize_t)(sizeof event + event.len);
        }
    }
    return folder->needs_scan || folder->is_gone ? watch_folder_scan(job, folder) : MH_OK;
}
