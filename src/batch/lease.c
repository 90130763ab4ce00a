#include "batch/lease.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    /* Workers of a killed run are gone a moment after it. */
    TURNS = 20,
    TURN_US = 100000,
};

typedef struct lock {
    const char *path;
    int fd; /* -1 when it is not held */
} lock;

struct batch_lease {
    const char *folder; /* of the lock files */
    lock all;
    lock part; /* of a shard */
};

/* The holder before us removes the file when it ends: then the lock is on a file without a name. */
static bool has_name(int fd)
{
    struct stat info;
    return fstat(fd, &info) == 0 && info.st_nlink > 0;
}

static int open_once(const char *path, bool is_shared)
{
    int fd = g_open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    if (fd < 0)
        return -1;
    if (flock(fd, (is_shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0) {
        if (has_name(fd))
            return fd;
        errno = EWOULDBLOCK;
    } else if (errno == EOPNOTSUPP || errno == ENOLCK) {
        return fd; /* A file system without locks: the user is trusted. */
    }
    int error = errno;
    (void)close(fd);
    errno = error;
    return -1;
}

mh_status mh_lease_open(mh_job *job, const char *path, bool is_shared, int *out)
{
    char *folder = g_path_get_dirname(path);
    (void)g_mkdir_with_parents(folder, 0777);
    g_free(folder);
    for (int turn = 0;; turn++) {
        *out = open_once(path, is_shared);
        if (*out >= 0)
            return MH_OK;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", path, g_strerror(errno));
        if (turn == TURNS)
            return mh_report(job, MH_BAT_BUSY, 0, 0, "%s", path);
        g_usleep(TURN_US);
    }
}

/* Only the last holder may remove the file: it is the one that can have it alone. */
static void give_back(lock *held)
{
    if (held->fd < 0)
        return;
    if (flock(held->fd, LOCK_EX | LOCK_NB) == 0)
        (void)g_unlink(held->path);
    (void)close(held->fd);
    held->fd = -1;
}

void batch_lease_end(batch_lease *lease)
{
    give_back(&lease->part);
    give_back(&lease->all);
    /* The folder stays while there is something in it: a report, another shard's lock. */
    (void)g_rmdir(lease->folder);
}

static void end_lease(void *lease)
{
    batch_lease_end(lease);
}

mh_status batch_lease_take(mh_job *job, const batch_lease_request *request, batch_lease **out)
{
    mh_arena *arena = mh_job_arena(job);
    batch_lease *lease = MH_NEW(arena, batch_lease, 1);
    lease->folder = mh_arena_printf(arena, "%s/.masthead", request->folder);
    lease->all = (lock){.path = mh_arena_printf(arena, "%s/lock", lease->folder), .fd = -1};
    lease->part = (lock){.path = mh_arena_printf(arena, "%s/lock-%u-of-%u", lease->folder,
                                                 request->shard, request->shard_count),
                         .fd = -1};
    bool is_shard = request->shard > 0;
    mh_arena_defer(arena, end_lease, lease);
    mh_status status = mh_lease_open(job, lease->all.path, is_shard, &lease->all.fd);
    if (status == MH_OK && is_shard)
        status = mh_lease_open(job, lease->part.path, false, &lease->part.fd);
    *out = lease;
    return status;
}
