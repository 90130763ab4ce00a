#include "pack/writer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#include "base/digest.h"
#include "pack/names.h"

/* ------------------------------------------------------------------ description */

xmlNode *pack_add(xmlNode *parent, const char *name, const char *text)
{
    return xmlNewTextChild(parent, parent->ns, MH_XML(name), text ? MH_XML(text) : NULL);
}

void pack_set(xmlNode *element, const char *name, const char *value)
{
    if (value)
        (void)xmlNewProp(element, MH_XML(name), MH_XML(value));
}

/* What the user said last, else what the table says. */
static const char *setting_value(const mh_pack_options *options, const mh_pack_setting *setting)
{
    const char *value = setting->value;
    for (const mh_pack_setting *s = options->settings; s && s->name; s++)
        if (strcmp(s->name, setting->name) == 0)
            value = s->value;
    return value;
}

xmlDoc *pack_description_new(mh_job *job, const pack_writer *w, const char *id)
{
    xmlDoc *doc = mh_xml_own(job, xmlNewDoc(MH_XML("1.0")));
    xmlNode *root = xmlNewNode(NULL, MH_XML("package"));
    xmlSetNs(root, xmlNewNs(root, MH_XML(PACK_NS), NULL));
    (void)xmlDocSetRootElement(doc, root);
    const mh_pack_format *format = w->options->format;
    pack_set(root, "id", id);
    pack_set(root, "name", w->item->name);
    pack_set(root, "created", w->created);
    pack_set(root, "program", "Masthead");
    pack_set(root, "version", MASTHEAD_VERSION);
    pack_set(root, "profile",
             w->options->profile ? w->options->profile
                                 : (format->profiles ? format->profiles[0] : NULL));
    for (const mh_pack_setting *s = mh_pack_settings(); s->name; s++) {
        const char *value = setting_value(w->options, s);
        xmlNode *element = value ? pack_add(root, "setting", NULL) : NULL;
        if (!element)
            continue;
        pack_set(element, "name", s->name);
        pack_set(element, "value", value);
    }
    return doc;
}

gint64 pack_date(const pack_writer *w, gint64 written)
{
    return w->options->epoch >= 0 ? w->options->epoch : written;
}

/* ------------------------------------------------------------------ files */

static mh_status cannot_write(const pack_writer *w, const char *path)
{
    return mh_report(w->job, MH_JOB_WRITE, 0, 0, "%s: %s", path, g_strerror(errno));
}

static mh_status write_bytes(const pack_writer *w, const char *path, mh_view bytes)
{
    char *folder = g_path_get_dirname(path);
    int made = g_mkdir_with_parents(folder, 0777);
    g_free(folder);
    FILE *file = made == 0 ? g_fopen(path, "wbe") : NULL;
    if (!file)
        return cannot_write(w, path);
    bool is_written = bytes.len == 0 || fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len;
    int error = errno;
    if (fclose(file) == 0 && is_written)
        return MH_OK;
    errno = is_written ? errno : error;
    return cannot_write(w, path);
}

mh_status pack_put(const pack_writer *w, xmlDoc *doc, const char *path, mh_view bytes)
{
    mh_job *job = mh_job_new(path); /* digests of many files need not stay */
    mh_arena *arena = mh_job_arena(job);
    mh_status status = write_bytes(w, mh_arena_printf(arena, "%s/%s", w->folder, path), bytes);
    if (status == MH_OK) {
        xmlNode *written = pack_add(xmlDocGetRootElement(doc), "written", NULL);
        pack_set(written, "path", path);
        pack_set(written, "size", mh_arena_printf(arena, "%zu", bytes.len));
        pack_set(written, "sha256", mh_digest_sha256(arena, bytes));
        pack_set(written, "sha512", mh_digest_sha512(arena, bytes));
    }
    mh_job_free(job);
    return status;
}

void pack_withdraw(const pack_writer *w, const xmlDoc *doc)
{
    for (const xmlNode *n = xmlDocGetRootElement(mh_unconst(doc))->children; n; n = n->next) {
        if (!mh_xml_is(n, PACK_NS, "written"))
            continue;
        char *path = g_build_filename(w->folder, mh_xml_attribute(n, "path"), NULL);
        (void)g_unlink(path);
        g_free(path);
    }
}

/* ------------------------------------------------------------------ parts */

static bool is_given(const xmlDoc *doc, const char *setting)
{
    for (const xmlNode *n = xmlDocGetRootElement(mh_unconst(doc))->children; n; n = n->next)
        if (mh_xml_is(n, PACK_NS, "setting")
            && g_strcmp0(mh_xml_attribute(n, "name"), setting) == 0)
            return true;
    return false;
}

static mh_status put_part(const pack_writer *w, xmlDoc *doc, const pack_part *part,
                          const pack_slots *slots)
{
    const char *path = pack_fill(w->arena, part->path, slots);
    if (!part->sheet)
        return pack_put(w, doc, path, mh_view_of(part->text));
    const mh_parameter parameters[] = {
        {"topic", part->topic ? part->topic : ""},
        {"base", part->base ? pack_fill(w->arena, part->base, slots) : ""},
        {"representation", slots->representation ? slots->representation : ""},
        {NULL, NULL},
    };
    mh_job *job = mh_job_new(path);
    xmlDoc *result = NULL;
    mh_view bytes = {0};
    mh_status status =
        mh_transform_run(job, w->packer->transform, part->sheet, doc, parameters, &result);
    if (status == MH_OK && result->children)
        status = mh_transform_serialize(job, w->packer->transform, part->sheet, result, &bytes);
    mh_job_take_diags(w->job, job, path);
    /* A stylesheet that says nothing has nothing to say of this package. */
    if (status == MH_OK && result->children)
        status = pack_put(w, doc, path, bytes);
    mh_job_free(job);
    return status;
}

static mh_status put_representations(const pack_writer *w, xmlDoc *doc, const pack_part *part,
                                     pack_slots slots)
{
    mh_status status = MH_OK;
    for (guint i = 0; i < w->representations->len && status == MH_OK; i++) {
        slots.representation = w->representations->pdata[i];
        status = put_part(w, doc, part, &slots);
    }
    return status;
}

static mh_status put_for_files(const pack_writer *w, xmlDoc *doc, const pack_part *part,
                               pack_slots slots)
{
    mh_status status = MH_OK;
    for (const xmlNode *r = xmlDocGetRootElement(doc)->children; r; r = r->next) {
        const xmlNode *first = mh_xml_is(r, PACK_NS, "record") ? r->children : NULL;
        for (const xmlNode *f = first; f && status == MH_OK; f = f->next) {
            if (!mh_xml_is(f, PACK_NS, "file"))
                continue;
            slots.representation = mh_xml_attribute(f, "representation");
            slots.file = mh_xml_attribute(f, "file");
            status = put_part(w, doc, part, &slots);
        }
    }
    return status;
}

mh_status pack_put_parts(const pack_writer *w, xmlDoc *doc, const pack_part *parts,
                         const char *record)
{
    const pack_slots slots = {.package = w->item->name, .record = record};
    mh_status status = MH_OK;
    for (const pack_part *part = parts; part && part->path && status == MH_OK; part++) {
        if (part->needs && !is_given(doc, part->needs))
            continue;
        switch (part->each) {
        case PACK_ONCE:
            status = put_part(w, doc, part, &slots);
            break;
        case PACK_EACH_REPRESENTATION:
            status = put_representations(w, doc, part, slots);
            break;
        case PACK_EACH_FILE:
            status = put_for_files(w, doc, part, slots);
            break;
        }
    }
    return status;
}
