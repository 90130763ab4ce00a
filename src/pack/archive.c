#include "pack/archive.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <zip.h>

#include "base/file.h"
#include "pack/tar.h"
#include "pack/tree.h"

/* Beyond this level a tenth of the size costs as much time as all before. */
#define DEFLATE_LEVEL 4

static mh_status failed(mh_job *job, const char *reason)
{
    return mh_report(job, MH_PAC_ARCHIVE, 0, 0, "%s", reason);
}

/* ------------------------------------------------------------------ tar */

/* Each file is read whole: the largest is a record's PDF. */
static mh_status put_tar_file(mh_job *job, FILE *out, const pack_archive_request *request,
                              const char *path)
{
    mh_job *own = mh_job_new(path);
    mh_arena *arena = mh_job_arena(own);
    mh_view bytes = {0};
    mh_status status =
        mh_file_read(own, mh_arena_printf(arena, "%s/%s", request->folder, path), &bytes);
    if (status != MH_OK) {
        status = failed(job, path);
    } else {
        const tar_member member = {
            .name = mh_arena_printf(arena, "%s/%s", request->name, path),
            .bytes = bytes,
            .seconds = request->seconds,
        };
        if (!tar_write_member(out, &member))
            status = failed(job, errno == ENAMETOOLONG ? path : g_strerror(errno));
    }
    mh_job_free(own);
    return status;
}

mh_status pack_archive_tar(mh_job *job, const pack_archive_request *request)
{
    FILE *out = g_fopen(request->path, "wbe");
    if (!out)
        return failed(job, g_strerror(errno));
    mh_arena *arena = mh_arena_new();
    const pack_listing *listing = pack_list(arena, request->folder);
    mh_status status = MH_OK;
    for (size_t i = 0; i < listing->count && status == MH_OK; i++)
        status = put_tar_file(job, out, request, listing->paths[i]);
    if (status == MH_OK && !tar_write_end(out))
        status = failed(job, g_strerror(errno));
    if (fclose(out) != 0 && status == MH_OK)
        status = failed(job, g_strerror(errno));
    mh_arena_free(arena);
    return status;
}

/* ------------------------------------------------------------------ zip */

/* Date and time as MS-DOS counts them: from 1980, in steps of two seconds. */
typedef struct dos_time {
    zip_uint16_t date;
    zip_uint16_t time;
} dos_time;

static dos_time dos_time_of(gint64 seconds)
{
    dos_time dos = {.date = (1U << 5) | 1U};
    GDateTime *time = g_date_time_new_from_unix_utc(seconds);
    if (time && g_date_time_get_year(time) >= 1980 && g_date_time_get_year(time) < 2108) {
        dos.date =
            (zip_uint16_t)((g_date_time_get_year(time) - 1980) << 9
                           | g_date_time_get_month(time) << 5 | g_date_time_get_day_of_month(time));
        dos.time =
            (zip_uint16_t)(g_date_time_get_hour(time) << 11 | g_date_time_get_minute(time) << 5
                           | g_date_time_get_second(time) / 2);
    }
    if (time)
        g_date_time_unref(time);
    return dos;
}

static bool put_zip_file(zip_t *archive, const pack_archive_request *request, const char *path)
{
    char *file = g_build_filename(request->folder, path, NULL);
    char *name = g_build_filename(request->name, path, NULL);
    const dos_time date = dos_time_of(request->seconds);
    zip_source_t *source = zip_source_file(archive, file, 0, -1);
    zip_int64_t index = source ? zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8) : -1;
    if (source && index < 0)
        zip_source_free(source);
    g_free(name);
    g_free(file);
    zip_uint64_t at = (zip_uint64_t)index;
    return index >= 0 && zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, DEFLATE_LEVEL) == 0
           && zip_file_set_dostime(archive, at, date.time, date.date, 0) == 0
           && zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) == 0;
}

mh_status pack_archive_zip(mh_job *job, const pack_archive_request *request)
{
    int code = 0;
    zip_t *archive = zip_open(request->path, ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive)
        return failed(job, g_strerror(errno));
    mh_arena *arena = mh_arena_new();
    const pack_listing *listing = pack_list(arena, request->folder);
    bool is_filled = true;
    for (size_t i = 0; i < listing->count && is_filled; i++)
        is_filled = put_zip_file(archive, request, listing->paths[i]);
    mh_arena_free(arena);
    if (is_filled && zip_close(archive) == 0)
        return MH_OK;
    mh_status status = failed(job, zip_strerror(archive));
    zip_discard(archive);
    return status;
}

/* ------------------------------------------------------------------ unpacking */

static mh_status refused(mh_job *job, const char *reason)
{
    return mh_report(job, MH_PAC_LAYOUT, 0, 0, "%s", reason);
}

/* Plain names below the folder: no "..", no "/" at the start, no empty or "." parts. */
static bool is_safe(const char *name)
{
    if (!*name || !g_utf8_validate(name, -1, NULL) || strchr(name, '\\'))
        return false;
    char **parts = g_strsplit(name, "/", -1);
    bool is_safe = true;
    for (char **part = parts; *part && is_safe; part++)
        is_safe = (**part || !part[1]) && strcmp(*part, ".") != 0 && strcmp(*part, "..") != 0;
    g_strfreev(parts);
    return is_safe && name[0] != '/';
}

/* A folder's name ends in "/": it is made with the files in it. */
static mh_status put_unpacked(mh_job *job, const char *folder, const char *name, mh_view bytes)
{
    if (!is_safe(name))
        return refused(job, "a name in it leads out of it");
    if (g_str_has_suffix(name, "/"))
        return MH_OK;
    char *path = g_build_filename(folder, name, NULL);
    char *parent = g_path_get_dirname(path);
    FILE *file = g_mkdir_with_parents(parent, 0777) == 0 ? g_fopen(path, "wbxe") : NULL;
    bool is_done = file && (bytes.len == 0 || fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len);
    int error = errno;
    is_done = (!file || fclose(file) == 0) && is_done;
    g_free(parent);
    g_free(path);
    if (is_done)
        return MH_OK;
    return refused(job, error == EEXIST ? "a name is in it twice" : g_strerror(error));
}

static mh_status unpack_tar(mh_job *job, const char *path, const char *folder)
{
    FILE *in = g_fopen(path, "rbe");
    if (!in)
        return refused(job, g_strerror(errno));
    mh_status status = MH_OK;
    tar_state state = TAR_MEMBER;
    while (state == TAR_MEMBER && status == MH_OK) {
        mh_arena *arena = mh_arena_new();
        tar_member member;
        state = tar_read_member(in, arena, &member);
        if (state == TAR_MEMBER)
            status = put_unpacked(job, folder, member.name, member.bytes);
        mh_arena_free(arena);
    }
    (void)fclose(in);
    return state == TAR_BROKEN ? refused(job, "the tar file is broken, or no plain ustar") : status;
}

static mh_status unpack_zip_file(mh_job *job, zip_t *archive, zip_uint64_t index,
                                 const char *folder)
{
    zip_stat_t stat;
    zip_file_t *file = NULL;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || !stat.name || stat.size > MH_FILE_MAX_BYTES
        || !(file = zip_fopen_index(archive, index, 0)))
        return refused(job, "a file in the zip file cannot be read");
    char *bytes = g_malloc(stat.size + 1);
    zip_int64_t got = zip_fread(file, bytes, stat.size + 1);
    const mh_view view = {.ptr = bytes, .len = stat.size};
    bool is_whole = zip_fclose(file) == 0 && got >= 0 && (zip_uint64_t)got == stat.size;
    mh_status status = is_whole ? put_unpacked(job, folder, stat.name, view)
                                : refused(job, "a file in the zip file is damaged");
    g_free(bytes);
    return status;
}

static mh_status unpack_zip(mh_job *job, const char *path, const char *folder)
{
    int code = 0;
    zip_t *archive = zip_open(path, ZIP_RDONLY | ZIP_CHECKCONS, &code);
    if (!archive)
        return refused(job, "the zip file is broken");
    mh_status status = MH_OK;
    zip_int64_t count = zip_get_num_entries(archive, 0);
    for (zip_int64_t i = 0; i < count && status == MH_OK; i++)
        status = unpack_zip_file(job, archive, (zip_uint64_t)i, folder);
    zip_discard(archive);
    return status;
}

mh_status pack_archive_unpack(mh_job *job, const char *path, const char *folder)
{
    return g_str_has_suffix(path, ".zip") ? unpack_zip(job, path, folder)
                                          : unpack_tar(job, path, folder);
}
