#include "pack/source.h"

#include "base/digest.h"
#include "base/file.h"
#include "pdf/inspect.h"

static bool is_it(mh_arena *arena, const pack_source_request *request, mh_view bytes)
{
    return strcmp(mh_digest_sha256(arena, bytes), request->sha256) == 0;
}

static bool read_it(mh_job *job, const pack_source_request *request, const char *path, mh_view *out)
{
    mh_view bytes;
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) || mh_file_read(job, path, &bytes) != MH_OK
        || !is_it(mh_job_arena(job), request, bytes))
        return false;
    *out = bytes;
    return true;
}

/* Folders are mirrored: the source of "a/b" is in "a", or the folder given was a itself. */
static bool find_in_folder(mh_job *job, const pack_source_request *request, mh_view *out)
{
    mh_arena *arena = mh_job_arena(job);
    char *folder = g_path_get_dirname(request->record->name);
    const char *mirrored =
        mh_arena_printf(arena, "%s/%s/%s", request->folder, folder, request->name);
    g_free(folder);
    return read_it(job, request, mirrored, out)
           || read_it(job, request, mh_arena_printf(arena, "%s/%s", request->folder, request->name),
                      out);
}

static bool find_in_pdf(mh_job *job, const pack_source_request *request, const char *pdf,
                        mh_view *out)
{
    mh_view bytes;
    mh_pdf_facts facts;
    if (mh_file_read(job, pdf, &bytes) != MH_OK || mh_pdf_inspect(job, bytes, &facts) != MH_OK)
        return false;
    for (size_t i = 0; i < facts.file_count; i++) {
        const mh_pdf_inside *inside = &facts.files[i];
        if (!inside->is_intact || strcmp(inside->file.relationship, "Source") != 0
            || !is_it(mh_job_arena(job), request, inside->file.bytes))
            continue;
        *out = inside->file.bytes;
        return true;
    }
    return false;
}

bool pack_source_find(mh_job *job, const pack_source_request *request, mh_view *out)
{
    const pack_record *record = request->record;
    if (request->folder && find_in_folder(job, request, out))
        return true;
    for (size_t i = 0; i < record->product_count; i++)
        if (strcmp(record->products[i].format->name, "pdf") == 0
            && find_in_pdf(job, request, record->products[i].path, out))
            return true;
    char *folder = g_path_get_dirname(record->products[0].path);
    const char *beside = mh_arena_printf(mh_job_arena(job), "%s/%s", folder, request->name);
    g_free(folder);
    return read_it(job, request, beside, out);
}
