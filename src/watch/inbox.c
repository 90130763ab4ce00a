#include "watch/inbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file as it was when it was looked at. */
typedef struct likeness {
    guint64 device;
    guint64 inode;
    gint64 size;
    gint64 seconds;
    gint64 nanoseconds;
} likeness;

typedef struct waiting {
    likeness seen;
    gint64 due; /* when to look at it next */
} waiting;

struct watch_inbox {
    gint64 settle_us;
    GHashTable *waiting; /* path: waiting */
    GHashTable *taken;   /* path: likeness when it was taken out */
};

watch_inbox *watch_inbox_new(gint64 settle_us)
{
    watch_inbox *inbox = g_new0(watch_inbox, 1);
    inbox->settle_us = settle_us;
    inbox->waiting = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    inbox->taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return inbox;
}

void watch_inbox_free(watch_inbox *inbox)
{
    g_hash_table_unref(inbox->waiting);
    g_hash_table_unref(inbox->taken);
    g_free(inbox);
}

/* False when there is no regular file. */
static bool look_at(const char *path, likeness *out)
{
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode))
        return false;
    *out = (likeness){
        .device = info.st_dev,
        .inode = info.st_ino,
        .size = info.st_size,
        .seconds = info.st_mtim.tv_sec,
        .nanoseconds = info.st_mtim.tv_nsec,
    };
    return true;
}

static bool is_alike(const likeness *a, const likeness *b)
{
    return a->device == b->device && a->inode == b->inode && a->size == b->size
           && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

static void wait_for(watch_inbox *inbox, const char *path, const likeness *seen, gint64 due)
{
    waiting *entry = g_new(waiting, 1);
    *entry = (waiting){.seen = *seen, .due = due};
    g_hash_table_replace(inbox->waiting, g_strdup(path), entry);
}

void watch_inbox_note(watch_inbox *inbox, const char *path, gint64 now)
{
    likeness seen;
    if (!look_at(path, &seen))
        return;
    const likeness *taken = g_hash_table_lookup(inbox->taken, path);
    if (!taken || !is_alike(taken, &seen))
        wait_for(inbox, path, &seen, now + inbox->settle_us);
}

void watch_inbox_again(watch_inbox *inbox, const char *path, gint64 at)
{
    likeness seen;
    (void)g_hash_table_remove(inbox->taken, path);
    if (look_at(path, &seen))
        wait_for(inbox, path, &seen, at);
}

/* A read lease is given only while no process has the file open for writing (fcntl(2)). Where a
 * file system or the file's owner does not give any, the time without change has to do. */
static bool is_being_written(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return false;
    bool is_busy = fcntl(fd, F_SETLEASE, F_RDLCK) != 0 && errno == EAGAIN;
    (void)close(fd); /* gives the lease back, too */
    return is_busy;
}

/* True when @p entry is ready; else its next look is set. */
static bool has_settled(const watch_inbox *inbox, const char *path, waiting *entry,
                        const likeness *seen, gint64 now)
{
    if (is_alike(&entry->seen, seen) && !is_being_written(path))
        return true;
    entry->seen = *seen;
    entry->due = now + inbox->settle_us;
    return false;
}

static gint compare_paths(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

/* Paths whose time has come, by name: what is taken must not depend on a table's order. */
static GPtrArray *due_paths(const watch_inbox *inbox, gint64 now)
{
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iter;
    gpointer path = NULL;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, inbox->waiting);
    while (g_hash_table_iter_next(&iter, &path, &value))
        if (((const waiting *)value)->due <= now)
            g_ptr_array_add(paths, g_strdup(path));
    g_ptr_array_sort(paths, compare_paths);
    return paths;
}

GPtrArray *watch_inbox_take(watch_inbox *inbox, gint64 now, guint max)
{
    GPtrArray *ready = g_ptr_array_new_with_free_func(g_free);
    GPtrArray *due = due_paths(inbox, now);
    for (guint i = 0; i < due->len && ready->len < max; i++) {
        const char *path = g_ptr_array_index(due, i);
        likeness seen;
        if (!look_at(path, &seen)) {
            (void)g_hash_table_remove(inbox->waiting, path);
        } else if (has_settled(inbox, path, g_hash_table_lookup(inbox->waiting, path), &seen,
                               now)) {
            likeness *taken = g_new(likeness, 1);
            *taken = seen;
            g_hash_table_replace(inbox->taken, g_strdup(path), taken);
            (void)g_hash_table_remove(inbox->waiting, path);
            g_ptr_array_add(ready, g_strdup(path));
        }
    }
    g_ptr_array_unref(due);
    return ready;
}

gint64 watch_inbox_next(const watch_inbox *inbox)
{
    gint64 next = -1;
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, inbox->waiting);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        gint64 due = ((const waiting *)value)->due;
        if (next < 0 || due < next)
            next = due;
    }
    return next;
}
