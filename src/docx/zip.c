#include "docx/zip.h"

#include <zip.h>

/* Beyond this level a tenth of the size costs as much time as all before. */
#define DEFLATE_LEVEL 4
/* Making a compressor ready costs more than a part below this saves. */
#define STORED_MAX_BYTES 800U
/* 1980-01-01 00:00:00, the first moment a zip file can name */
#define DOS_DATE_FIRST ((1U << 5) | 1U)

static mh_status failed(mh_job *job, zip_error_t *error)
{
    return mh_report(job, MH_DOC_ZIP, 0, 0, "%s", zip_error_strerror(error));
}

/* Head and bytes in one buffer that lives in the arena until the archive is closed. */
static mh_view whole_item(mh_job *job, const docx_zip_item *item)
{
    if (item->head.len == 0)
        return item->bytes;
    size_t len = item->head.len + item->bytes.len;
    char *all = mh_arena_alloc(mh_job_arena(job), len);
    memcpy(all, item->head.ptr, item->head.len);
    memcpy(all + item->head.len, item->bytes.ptr, item->bytes.len);
    return (mh_view){.ptr = all, .len = len};
}

static bool add_item(mh_job *job, zip_t *archive, const docx_zip_item *item)
{
    mh_view bytes = whole_item(job, item);
    zip_source_t *source = zip_source_buffer(archive, bytes.ptr, bytes.len, 0);
    if (!source)
        return false;
    zip_int64_t index = zip_file_add(archive, item->name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    zip_uint64_t at = (zip_uint64_t)index;
    zip_int32_t method = bytes.len < STORED_MAX_BYTES ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    return zip_set_file_compression(archive, at, method, DEFLATE_LEVEL) == 0
           && zip_file_set_dostime(archive, at, 0, DOS_DATE_FIRST, 0) == 0
           && zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) == 0;
}

static mh_status fill_archive(mh_job *job, zip_t *archive, const GArray *items)
{
    for (guint i = 0; i < items->len; i++) {
        if (!add_item(job, archive, &g_array_index(items, docx_zip_item, i))) {
            mh_status status = failed(job, zip_get_error(archive));
            zip_discard(archive);
            return status;
        }
    }
    if (zip_close(archive) < 0) {
        mh_status status = failed(job, zip_get_error(archive));
        zip_discard(archive);
        return status;
    }
    return MH_OK;
}

static mh_status read_back(mh_job *job, zip_source_t *target, mh_view *out)
{
    zip_stat_t stat;
    if (zip_source_stat(target, &stat) < 0 || zip_source_open(target) < 0)
        return failed(job, zip_source_error(target));
    char *bytes = mh_arena_alloc(mh_job_arena(job), (size_t)stat.size);
    zip_int64_t got = zip_source_read(target, bytes, stat.size);
    zip_source_close(target);
    if (got < 0 || (zip_uint64_t)got != stat.size)
        return failed(job, zip_source_error(target));
    *out = (mh_view){.ptr = bytes, .len = (size_t)stat.size};
    return MH_OK;
}

mh_status docx_zip_write(mh_job *job, const GArray *items, mh_view *out)
{
    zip_error_t error;
    zip_error_init(&error);
    mh_status status = MH_OK;
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *archive = target ? zip_open_from_source(target, ZIP_TRUNCATE, &error) : NULL;
    if (archive) {
        /* closing the archive drops its hold on the target; ours keeps the bytes */
        zip_source_keep(target);
        status = fill_archive(job, archive, items);
        if (status == MH_OK)
            status = read_back(job, target, out);
    } else {
        status = failed(job, &error);
    }
    if (target)
        zip_source_free(target);
    zip_error_fini(&error);
    return status;
}
