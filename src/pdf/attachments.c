#include "pdf/attachments.h"

#include "pdf/metadata.h"
#include "pdf/syntax.h"

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(((const mh_pdf_attachment *)a)->name, ((const mh_pdf_attachment *)b)->name);
}

static uint32_t write_bytes(pdf_document *d, const mh_pdf_attachment *file)
{
    uint32_t object = pdf_writer_reserve(d->out);
    GString *entries = g_string_append(pdf_writer_scratch(d->out), "/Type/EmbeddedFile/Subtype");
    pdf_put_name(entries, file->mime_type);
    char *md5 = g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)file->bytes.ptr,
                                            file->bytes.len);
    g_string_append_printf(entries, "/Params<</Size %zu/ModDate(%s)/CheckSum<%s>>>",
                           file->bytes.len, pdf_date(d), md5);
    pdf_writer_stream_deflated(d->out, object, (mh_view){entries->str, entries->len}, file->bytes);
    g_free(md5);
    return object;
}

static uint32_t write_specification(pdf_document *d, const mh_pdf_attachment *file)
{
    uint32_t bytes = write_bytes(d, file);
    uint32_t object = pdf_writer_reserve(d->out);
    GString *out = g_string_append(pdf_writer_scratch(d->out), "<</Type/Filespec/F");
    pdf_put_text(out, file->name);
    pdf_put_text(g_string_append(out, "/UF"), file->name);
    if (file->description)
        pdf_put_text(g_string_append(out, "/Desc"), file->description);
    pdf_put_name(g_string_append(out, "/AFRelationship"), file->relationship);
    g_string_append_printf(out, "/EF<</F %u 0 R/UF %u 0 R>>>>", bytes, bytes);
    pdf_writer_object(d->out, object, out);
    return object;
}

void pdf_attachments_write(pdf_document *d)
{
    size_t count = d->profile->allows_attachments ? d->options->attachment_count : 0;
    if (count == 0)
        return;
    GArray *sorted = mh_arena_array(d->arena, sizeof(mh_pdf_attachment));
    g_array_append_vals(sorted, d->options->attachments, (guint)count);
    g_array_sort(sorted, compare_names); /* a name tree is sorted (§7.9.6) */
    GString *names = g_string_append(mh_arena_string(d->arena), "/Names<</EmbeddedFiles<</Names[");
    g_string_append(d->catalog, "/AF[");
    for (guint i = 0; i < sorted->len; i++) {
        const mh_pdf_attachment *file = &g_array_index(sorted, mh_pdf_attachment, i);
        uint32_t object = write_specification(d, file);
        /* a key is bytes, compared as bytes; UF carries the name as text */
        pdf_put_bytes(names, mh_view_of(file->name));
        g_string_append_printf(names, "%u 0 R", object);
        g_string_append_printf(d->catalog, "%u 0 R ", object);
    }
    g_string_append(names, "]>>>>");
    g_string_append_c(d->catalog, ']');
    g_string_append_len(d->catalog, names->str, (gssize)names->len);
}
