#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/file.h"
#include "pack/archive.h"
#include "pack/names.h"
#include "pack/writer.h"

/* ------------------------------------------------------------------ a run */

static mh_status cannot_write(mh_job *job, const char *path, int error)
{
    return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", path, g_strerror(error));
}

static void close_lock(gpointer lock)
{
    (void)close(GPOINTER_TO_INT(lock));
}

/* The output folder itself is the lock: nothing is left behind, and the kernel gives it back. */
static mh_status take_output(mh_job *job, const char *output)
{
    if (g_mkdir_with_parents(output, 0777) != 0)
        return cannot_write(job, output, errno);
    int fd = g_open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (fd < 0)
        return cannot_write(job, output, errno);
    mh_arena_defer(mh_job_arena(job), close_lock, GINT_TO_POINTER(fd));
    if (flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return mh_report(job, MH_BAT_BUSY, 0, 0, "%s", output);
    return MH_OK;
}

mh_status mh_packer_new(mh_job *job, const mh_pack_options *options, mh_packer **out)
{
    mh_status status = take_output(job, options->output);
    if (status != MH_OK)
        return status;
    mh_arena *arena = mh_job_arena(job);
    mh_packer *packer = MH_NEW(arena, mh_packer, 1);
    packer->options = options;
    packer->transform = mh_transform_new(options->stylesheets);
    mh_arena_defer(arena, (GDestroyNotify)mh_transform_free, packer->transform);
    const mh_verify_options verify = {.source = options->source};
    status = mh_verifier_new(job, &verify, &packer->verifier);
    if (status != MH_OK)
        return status;
    mh_arena_defer(arena, (GDestroyNotify)mh_verifier_free, packer->verifier);
    *out = packer;
    return MH_OK;
}

/* ------------------------------------------------------------------ content */

static mh_status add_records(pack_writer *w)
{
    for (size_t i = 0; i < w->item->count; i++) {
        if (w->options->is_stopped && w->options->is_stopped())
            return mh_report(w->job, MH_PAC_STOPPED, 0, 0, "%s", w->item->name);
        if (pack_add_record(w, &w->item->records[i]) == MH_FAILED)
            return MH_FAILED;
        if (w->options->tell)
            w->options->tell(w->options->user, 1);
    }
    if (w->packed == 0)
        return mh_report(w->job, MH_PAC_NONE_HOLDS, 0, 0, "%s", w->item->name);
    return MH_OK;
}

/* A set is the records in it: the same records, the same identifier. */
static const char *set_id(const pack_writer *w)
{
    GString *name = mh_arena_string(w->arena);
    g_string_append(name, "urn:masthead:package:");
    for (const xmlNode *n = xmlDocGetRootElement(w->description)->children; n; n = n->next)
        if (mh_xml_is(n, PACK_NS, "record"))
            g_string_append_printf(name, "%s,", mh_xml_attribute(n, "id"));
    return pack_uuid(w->arena, name->str);
}

static bool has_representation(const pack_writer *w, const char *name)
{
    for (const xmlNode *r = xmlDocGetRootElement(w->description)->children; r; r = r->next)
        for (const xmlNode *f = mh_xml_is(r, PACK_NS, "record") ? r->children : NULL; f;
             f = f->next)
            if (mh_xml_is(f, PACK_NS, "file")
                && g_strcmp0(mh_xml_attribute(f, "representation"), name) == 0)
                return true;
    return false;
}

static void find_representations(pack_writer *w)
{
    size_t count = 0;
    const pack_representation *all = pack_representations(&count);
    for (size_t i = 0; i < count; i++)
        if (has_representation(w, all[i].name))
            g_ptr_array_add(w->representations, mh_unconst(all[i].name));
}

static mh_status add_schemas(pack_writer *w)
{
    if (!w->options->schemas || !w->options->format->has_schemas)
        return MH_OK;
    const pack_listing *listing = pack_list(w->arena, w->options->schemas);
    mh_status status = MH_OK;
    for (size_t i = 0; i < listing->count && status == MH_OK; i++) {
        const char *path = listing->paths[i];
        mh_view bytes = {0};
        if (strchr(path, '/') || !g_str_has_suffix(path, ".xsd"))
            continue;
        status =
            mh_file_read(w->job, mh_arena_printf(w->arena, "%s/%s", listing->root, path), &bytes);
        if (status == MH_OK)
            status =
                pack_put(w, w->description, mh_arena_printf(w->arena, "schemas/%s", path), bytes);
    }
    return status;
}

static mh_status fill(pack_writer *w)
{
    mh_status status = add_records(w);
    if (status != MH_OK)
        return status;
    xmlNode *root = xmlDocGetRootElement(w->description);
    (void)xmlSetProp(root, MH_XML("id"), MH_XML(set_id(w)));
    find_representations(w);
    status = add_schemas(w);
    if (status == MH_OK)
        status = pack_put_parts(w, w->description, w->options->format->set_parts, NULL);
    return status;
}

/* ------------------------------------------------------------------ under its name */

static const char *final_name(const pack_writer *w)
{
    const char *id = mh_xml_attribute(xmlDocGetRootElement(w->description), "id");
    return w->options->format->is_named_by_id ? mh_arena_printf(w->arena, "uuid-%s", id)
                                              : w->item->name;
}

static mh_status publish(pack_writer *w, const char *made, mh_pack_result *out)
{
    if (g_file_test(out->path, G_FILE_TEST_EXISTS)) {
        out->is_unchanged = pack_tree_equal(made, out->path);
        if (out->is_unchanged)
            return MH_OK;
        if (!w->options->is_forced)
            return mh_report(w->job, MH_PAC_THERE, 0, 0, "%s", out->path);
    }
    int error = pack_tree_publish(made, out->path);
    return error == 0 ? MH_OK : cannot_write(w->job, out->path, error);
}

static mh_status finish(pack_writer *w, mh_pack_result *out)
{
    static const char *const endings[] = {
        [MH_PACK_FOLDER] = "", [MH_PACK_TAR] = ".tar", [MH_PACK_ZIP] = ".zip"};
    const char *name = final_name(w);
    const char *ending = endings[w->options->container];
    out->path = mh_arena_printf(w->arena, "%s/%s%s", w->options->output, name, ending);
    if (w->options->container == MH_PACK_FOLDER)
        return publish(w, w->folder, out);
    const char *archive = mh_arena_printf(w->arena, "%s/archive%s", w->temporary, ending);
    const pack_archive_request request = {.folder = w->folder,
                                          .name = name,
                                          .seconds = pack_date(w, w->item->written),
                                          .path = archive};
    mh_status status = w->options->container == MH_PACK_TAR ? pack_archive_tar(w->job, &request)
                                                            : pack_archive_zip(w->job, &request);
    return status == MH_OK ? publish(w, archive, out) : status;
}

mh_status mh_pack_make(mh_job *job, const mh_packer *packer, const mh_pack_item *item,
                       mh_pack_result *out)
{
    mh_arena *arena = mh_job_arena(job);
    const mh_pack_options *options = packer->options;
    *out = (mh_pack_result){.path = NULL};
    pack_writer w = {
        .job = job,
        .arena = arena,
        .packer = packer,
        .options = options,
        .item = item,
        .temporary = mh_arena_printf(arena, "%s/.%s.part", options->output, item->name),
        .ids = mh_arena_string_hash(arena),
        .representations = mh_arena_ptr_array(arena),
    };
    w.created = pack_time(arena, pack_date(&w, item->written));
    w.description = pack_description_new(job, &w, "");
    w.folder = mh_arena_printf(arena, "%s/content", w.temporary);
    pack_tree_remove(w.temporary); /* what a killed run left */
    mh_status status =
        g_mkdir_with_parents(w.folder, 0777) == 0 ? MH_OK : cannot_write(job, w.folder, errno);
    if (status == MH_OK)
        status = fill(&w);
    if (status == MH_OK)
        status = finish(&w, out);
    pack_tree_remove(w.temporary);
    out->packed = status == MH_OK ? w.packed : 0;
    out->left_out = w.left_out;
    return status;
}
