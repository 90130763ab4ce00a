#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

enum { CHUNK_BYTES = 64 * 1024 };

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

static bool write_all(int fd, mh_view bytes)
{
    while (bytes.len > 0) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put < 0 && errno != EINTR)
            return false;
        if (put > 0)
            bytes = mh_view_slice(bytes, (size_t)put, bytes.len);
    }
    return true;
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

static bool write_and_close(int fd, mh_view bytes)
{
    bool done = write_all(fd, bytes) && fsync(fd) == 0;
    int error = errno;
    bool closed = close(fd) == 0;
    if (!done)
        errno = error;
    return done && closed;
}

mh_status mh_file_write(mh_job *job, const char *path, mh_view bytes)
{
    if (strcmp(path, "-") == 0)
        return write_all(STDOUT_FILENO, bytes)
                   ? MH_OK
                   : mh_report(job, MH_JOB_WRITE, 0, 0, "standard output: %s", g_strerror(errno));

    mh_arena *arena = mh_job_arena(job);
    char *folder = g_path_get_dirname(path);
    mh_arena_defer(arena, g_free, folder);
    if (g_mkdir_with_parents(folder, 0777) != 0)
        return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", folder, g_strerror(errno));

    /* Named after its target: what a killed run left behind, the next run of the record replaces. */
    char *base = g_path_get_basename(path);
    char *temporary = mh_arena_printf(arena, "%s/.%s.part", folder, base);
    g_free(base);
    int fd = g_open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0)
        return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", folder, g_strerror(errno));
    if (!write_and_close(fd, bytes) || g_rename(temporary, path) != 0) {
        int error = errno;
        (void)g_unlink(temporary);
        return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", path, g_strerror(error));
    }
    sync_folder(folder);
    return MH_OK;
}
