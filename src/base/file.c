#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    CHUNK_BYTES = 64 * 1024,
    /* How long a file that another process writes is waited for. */
    LOCK_TURNS = 100,
    LOCK_TURN_US = 50000,
};

static mh_status read_all(mh_job *job, int fd, mh_view *out)
{
    GByteArray *bytes = mh_arena_bytes(mh_job_arena(job));
    for (;;) {
        guint used = bytes->len;
        g_byte_array_set_size(bytes, used + CHUNK_BYTES);
        ssize_t got = read(fd, bytes->data + used, CHUNK_BYTES);
        if (got < 0 && errno == EINTR)
            got = 0;
        else if (got < 0)
            return mh_report(job, MH_JOB_READ, 0, 0, "%s", g_strerror(errno));
        else if (got == 0) {
            g_byte_array_set_size(bytes, used);
            *out = (mh_view){.ptr = (const char *)bytes->data, .len = bytes->len};
            return MH_OK;
        }
        g_byte_array_set_size(bytes, used + (guint)got);
        if (bytes->len > MH_FILE_MAX_BYTES)
            return mh_report(job, MH_JOB_TOO_LARGE, 0, 0, "256 MiB");
    }
}

mh_status mh_file_read(mh_job *job, const char *path, mh_view *out)
{
    if (strcmp(path, "-") == 0)
        return read_all(job, STDIN_FILENO, out);
    int fd = g_open(path, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0)
        return mh_report(job, MH_JOB_READ, 0, 0, "%s", g_strerror(errno));
    mh_status status = read_all(job, fd, out);
    (void)close(fd);
    return status;
}

/* ------------------------------------------------------------------ writing */

/* A file on its way: made under the temporary name, not yet under its own. */
typedef struct part_file {
    const char *path;
    const char *folder;
    const char *temporary;
    FILE *stream; /* holds the lock on the temporary; NULL when it is not open */
} part_file;

static mh_status cannot_write(mh_job *job, const char *path, int error)
{
    return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", path, g_strerror(error));
}

/* The folder's entry must be on disk too, or a power cut forgets the rename. */
static void sync_folder(const char *folder)
{
    int fd = g_open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (fd < 0)
        return;
    (void)fsync(fd);
    (void)close(fd);
}

/* True when @p fd is still what @p path names: the holder before us may have renamed it. */
static bool is_still_named(int fd, const char *path)
{
    struct stat held;
    struct stat named;
    return fstat(fd, &held) == 0 && lstat(path, &named) == 0 && held.st_ino == named.st_ino
           && held.st_dev == named.st_dev;
}

/* Locks the temporary for this process; a file system without locks does without. */
static bool lock_waiting(int fd)
{
    for (int turn = 0; turn < LOCK_TURNS; turn++) {
        if (flock(fd, LOCK_EX | LOCK_NB) == 0 || errno == EOPNOTSUPP || errno == ENOLCK)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return false;
        g_usleep(LOCK_TURN_US);
    }
    errno = EBUSY;
    return false;
}

/* What a killed run left under that name is taken over; what another process is writing is waited
 * for and then made anew. */
static int open_locked(const char *path)
{
    for (;;) {
        int fd = g_open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (fd < 0)
            return -1;
        bool is_locked = lock_waiting(fd);
        if (is_locked && is_still_named(fd, path) && ftruncate(fd, 0) == 0)
            return fd;
        int error = errno;
        bool is_gone = is_locked && !is_still_named(fd, path);
        (void)close(fd);
        errno = error;
        if (!is_gone)
            return -1;
    }
}

/* Named after its target: what a killed run left behind, the next run of the record replaces. */
static char *temporary_name(const char *path)
{
    char *folder = g_path_get_dirname(path);
    char *base = g_path_get_basename(path);
    char *name = g_strdup_printf("%s/.%s.part", folder, base);
    g_free(base);
    g_free(folder);
    return name;
}

void mh_file_discard(const char *path)
{
    char *temporary = temporary_name(path);
    (void)g_unlink(temporary);
    g_free(temporary);
}

static mh_status open_part(mh_job *job, part_file *part)
{
    mh_arena *arena = mh_job_arena(job);
    char *folder = g_path_get_dirname(part->path);
    mh_arena_defer(arena, g_free, folder);
    part->folder = folder;
    if (g_mkdir_with_parents(folder, 0777) != 0)
        return cannot_write(job, folder, errno);
    /* Told now: once some files of the set have their names it would be too late. */
    if (g_file_test(part->path, G_FILE_TEST_IS_DIR))
        return cannot_write(job, part->path, EISDIR);

    char *temporary = temporary_name(part->path);
    mh_arena_defer(arena, g_free, temporary);
    part->temporary = temporary;
    int fd = open_locked(part->temporary);
    if (fd < 0)
        return cannot_write(job, part->path, errno);
    part->stream = fdopen(fd, "w");
    if (part->stream)
        return MH_OK;
    int error = errno;
    (void)close(fd);
    return cannot_write(job, part->path, error);
}

static bool put_parts(FILE *stream, const mh_file *file)
{
    for (size_t i = 0; i < file->part_count; i++) {
        const mh_view part = file->parts[i];
        if (part.len > 0 && fwrite(part.ptr, 1, part.len, stream) != part.len)
            return false;
    }
    return fflush(stream) == 0;
}

static mh_status make_part(mh_job *job, const mh_file *file, part_file *part)
{
    part->path = file->path;
    if (strcmp(file->path, "-") == 0)
        return MH_OK;
    mh_status status = open_part(job, part);
    if (status != MH_OK)
        return status;
    return put_parts(part->stream, file) ? MH_OK : cannot_write(job, file->path, errno);
}

/* The kernel begins to write all files before the first is waited for: then one commit of the file
 * system takes them all, and the other syncs find nothing left to do. */
static mh_status sync_parts(mh_job *job, const part_file *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i].stream)
            (void)sync_file_range(fileno(parts[i].stream), 0, 0, SYNC_FILE_RANGE_WRITE);
    for (size_t i = 0; i < count; i++)
        if (parts[i].stream && fsync(fileno(parts[i].stream)) != 0)
            return cannot_write(job, parts[i].path, errno);
    return MH_OK;
}

static mh_status rename_parts(mh_job *job, part_file *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].stream)
            continue;
        if (g_rename(parts[i].temporary, parts[i].path) != 0)
            return cannot_write(job, parts[i].path, errno);
        parts[i].temporary = NULL;
    }
    return MH_OK;
}

static mh_status name_parts(mh_job *job, part_file *parts, size_t count)
{
    mh_status status = sync_parts(job, parts, count);
    if (status == MH_OK)
        status = rename_parts(job, parts, count);
    if (status != MH_OK)
        return status;
    for (size_t i = 0; i < count; i++)
        if (parts[i].stream && (i == 0 || g_strcmp0(parts[i].folder, parts[i - 1].folder) != 0))
            sync_folder(parts[i].folder);
    return MH_OK;
}

/* Closing gives the locks back; what has no name of its own by now never gets one. */
static void close_parts(part_file *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].stream)
            continue;
        if (parts[i].temporary)
            (void)g_unlink(parts[i].temporary);
        (void)fclose(parts[i].stream);
    }
}

static mh_status print_files(mh_job *job, const mh_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].path, "-") == 0 && !put_parts(stdout, &files[i]))
            return cannot_write(job, "standard output", errno);
    return MH_OK;
}

mh_status mh_file_write_set(mh_job *job, const mh_file *files, size_t count)
{
    part_file parts[MH_FILE_SET_MAX] = {0};
    g_assert(count <= MH_FILE_SET_MAX);
    mh_status status = MH_OK;
    for (size_t i = 0; i < count && status == MH_OK; i++)
        status = make_part(job, &files[i], &parts[i]);
    if (status == MH_OK)
        status = print_files(job, files, count);
    if (status == MH_OK)
        status = name_parts(job, parts, count);
    close_parts(parts, count);
    return status;
}

mh_status mh_file_write(mh_job *job, const char *path, mh_view bytes)
{
    const mh_file file = {.path = path, .parts = &bytes, .part_count = 1};
    return mh_file_write_set(job, &file, 1);
}
