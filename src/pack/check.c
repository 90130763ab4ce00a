#include "pack/check.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <sys/stat.h>

#include "base/digest.h"
#include "base/file.h"
#include "pack/archive.h"
#include "pack/format.h"

void pack_fault(pack_check *check, mh_diag_code code, const char *detail, ...)
{
    va_list args;
    va_start(args, detail);
    char *text = g_strdup_vprintf(detail, args);
    va_end(args);
    (void)mh_report(check->job, code, 0, 0, "%s", text);
    check->faults++;
    g_free(text);
}

static const char *path_of(const pack_check *check, const char *path)
{
    return mh_arena_printf(check->arena, "%s/%s", check->listing->root, path);
}

bool pack_check_read(pack_check *check, const char *path, mh_view *out)
{
    if (!pack_has(check->listing, path)) {
        pack_fault(check, MH_PAC_MISSING, "%s", path);
        return false;
    }
    if (mh_file_read(check->job, path_of(check, path), out) == MH_OK)
        return true;
    check->faults++;
    return false;
}

guint64 pack_check_size(const pack_check *check, const char *path)
{
    struct stat status;
    return g_stat(path_of(check, path), &status) == 0 ? (guint64)status.st_size : 0;
}

/* Bytes and digests of a file go when they are compared: a package may be large. */
static bool has_digest(const pack_check *check, const pack_claim *claim)
{
    mh_job *job = mh_job_new(claim->path);
    mh_arena *arena = mh_job_arena(job);
    mh_view bytes;
    bool has = false;
    if (mh_file_read(job, mh_arena_printf(arena, "%s/%s", check->listing->root, claim->path),
                     &bytes)
        == MH_OK) {
        const char *real = strcmp(claim->algorithm, "SHA-512") == 0
                               ? mh_digest_sha512(arena, bytes)
                               : mh_digest_sha256(arena, bytes);
        has = g_ascii_strcasecmp(real, claim->digest) == 0;
    }
    mh_job_free(job);
    return has;
}

void pack_check_claim(pack_check *check, const pack_claim *claim)
{
    (void)g_hash_table_add(check->listed, mh_arena_strdup(check->arena, claim->path));
    if (!pack_has(check->listing, claim->path)) {
        pack_fault(check, MH_PAC_MISSING, "%s", claim->path);
        return;
    }
    const char *size =
        mh_arena_printf(check->arena, "%" G_GUINT64_FORMAT, pack_check_size(check, claim->path));
    if (claim->size && strcmp(claim->size, size) != 0)
        pack_fault(check, MH_PAC_FIXITY, "%s has %s bytes, not %s", claim->path, size, claim->size);
    else if (strcmp(claim->algorithm, "SHA-256") != 0 && strcmp(claim->algorithm, "SHA-512") != 0)
        pack_fault(check, MH_PAC_METADATA, "the checksum of %s is of a kind not used here: %s",
                   claim->path, claim->algorithm);
    else if (!has_digest(check, claim))
        pack_fault(check, MH_PAC_FIXITY, "%s (%s)", claim->path, claim->algorithm);
}

void pack_check_unlisted(pack_check *check, const char *const *apart)
{
    for (size_t i = 0; i < check->listing->count; i++) {
        const char *path = check->listing->paths[i];
        if (!g_hash_table_contains(check->listed, path) && !(apart && g_strv_contains(apart, path)))
            pack_fault(check, MH_PAC_EXTRA, "%s", path);
    }
}

/* ------------------------------------------------------------------ the whole */

static const mh_pack_format *format_of(const pack_listing *listing)
{
    for (size_t i = 0; mh_pack_format_at(i); i++)
        if (mh_pack_format_at(i)->is_it(listing))
            return mh_pack_format_at(i);
    return NULL;
}

static bool is_archive(const char *path)
{
    return (g_str_has_suffix(path, ".zip") || g_str_has_suffix(path, ".tar"))
           && g_file_test(path, G_FILE_TEST_IS_REGULAR);
}

bool mh_pack_is_package(const char *path)
{
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return is_archive(path);
    mh_arena *arena = mh_arena_new();
    bool is_it = format_of(pack_list(arena, path)) != NULL;
    mh_arena_free(arena);
    return is_it;
}

static void check_unusual(pack_check *check)
{
    for (guint i = 0; i < check->listing->unusual->len; i++)
        pack_fault(check, MH_PAC_EXTRA, "%s is a link, a device, or has a name that is not UTF-8",
                   (const char *)check->listing->unusual->pdata[i]);
}

static void check_folder(mh_job *job, const char *path, mh_pack_facts *out)
{
    mh_arena *arena = mh_job_arena(job);
    char *name = g_path_get_basename(path);
    pack_check check = {
        .job = job,
        .arena = arena,
        .name = mh_arena_strdup(arena, name),
        .listing = pack_list(arena, path),
        .listed = mh_arena_string_hash(arena),
    };
    g_free(name);
    const mh_pack_format *format = format_of(check.listing);
    if (format) {
        out->kind = format->name;
        check_unusual(&check);
        format->check(&check);
    } else {
        pack_fault(&check, MH_PAC_LAYOUT, "it is no package of a kind known here");
    }
    out->file_count = check.listing->count;
    out->fault_count = check.faults;
}

/* The one folder in what was unpacked; NULL with PAC-010 when there is another number of them. */
static const char *only_folder(mh_job *job, const char *unpacked)
{
    GDir *dir = g_dir_open(unpacked, 0, NULL);
    const char *first = dir ? g_dir_read_name(dir) : NULL;
    const char *path = first ? mh_arena_printf(mh_job_arena(job), "%s/%s", unpacked, first) : NULL;
    bool is_only = path && !g_dir_read_name(dir) && g_file_test(path, G_FILE_TEST_IS_DIR);
    if (dir)
        g_dir_close(dir);
    if (!is_only)
        (void)mh_report(job, MH_PAC_LAYOUT, 0, 0, "%s", "there is not one folder in it");
    return is_only ? path : NULL;
}

static void check_archive(mh_job *job, const char *path, mh_pack_facts *out)
{
    char *folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    out->kind = g_str_has_suffix(path, ".zip") ? "zip" : "tar";
    out->fault_count = 1;
    if (!folder) {
        (void)mh_report(job, MH_JOB_WRITE, 0, 0, "%s", g_get_tmp_dir());
        return;
    }
    const char *root = NULL;
    if (pack_archive_unpack(job, path, folder) == MH_OK)
        root = only_folder(job, folder);
    if (root)
        check_folder(job, root, out);
    pack_tree_remove(folder);
    g_free(folder);
}

mh_status mh_pack_check(mh_job *job, const char *path, mh_pack_facts *out)
{
    *out = (mh_pack_facts){.kind = NULL};
    if (is_archive(path))
        check_archive(job, path, out);
    else
        check_folder(job, path, out);
    out->summary =
        mh_arena_printf(mh_job_arena(job), "%s, %zu files, %zu faults",
                        out->kind ? out->kind : "no package", out->file_count, out->fault_count);
    return out->fault_count == 0 ? MH_OK : MH_REJECTED;
}
