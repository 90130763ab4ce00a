#include "docx/docx.h"

#include "docx/parts.h"
#include "docx/zip.h"

static const mh_view declaration = {
    .ptr = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n", .len = 56};

mh_status mh_docx_write(mh_job *job, const xmlDoc *flat_opc, mh_view *out)
{
    GArray *parts = NULL;
    mh_status status = docx_parts_read(job, flat_opc, &parts);
    if (status != MH_OK)
        return status;
    GArray *items = mh_arena_array(mh_job_arena(job), sizeof(docx_zip_item));
    docx_zip_item types = {.name = "[Content_Types].xml", .bytes = docx_content_types(job, parts)};
    g_array_append_val(items, types);
    for (guint i = 0; i < parts->len; i++) {
        const docx_part *part = &g_array_index(parts, docx_part, i);
        docx_zip_item item = {.name = part->name + 1, .bytes = part->bytes};
        if (part->is_xml)
            item.head = declaration;
        g_array_append_val(items, item);
    }
    return docx_zip_write(job, items, out);
}

static void append_view(GString *text, mh_view view)
{
    g_string_append_len(text, view.ptr, (gssize)view.len);
}

static void append_part(GString *text, const docx_part *part)
{
    char *type = g_markup_escape_text(part->type, -1);
    char *name = g_markup_escape_text(part->name, -1);
    g_string_append_printf(text, "<pkg:part pkg:name=\"%s\" pkg:contentType=\"%s\"", name, type);
    g_free(name);
    g_free(type);
    if (part->is_xml) {
        g_string_append(text, "><pkg:xmlData>");
        append_view(text, part->bytes);
        g_string_append(text, "</pkg:xmlData></pkg:part>\n");
    } else {
        g_string_append(text, " pkg:compression=\"store\"><pkg:binaryData>");
        append_view(text, part->base64);
        g_string_append(text, "</pkg:binaryData></pkg:part>\n");
    }
}

mh_status mh_docx_write_flat(mh_job *job, const xmlDoc *flat_opc, mh_view *out)
{
    GArray *parts = NULL;
    mh_status status = docx_parts_read(job, flat_opc, &parts);
    if (status != MH_OK)
        return status;
    GString *text = mh_arena_string(mh_job_arena(job));
    append_view(text, declaration);
    g_string_append(text, "<?mso-application progid=\"Word.Document\"?>\n"
                          "<pkg:package xmlns:pkg=\"" DOCX_NS_PKG "\">\n");
    for (guint i = 0; i < parts->len; i++)
        append_part(text, &g_array_index(parts, docx_part, i));
    g_string_append(text, "</pkg:package>\n");
    *out = (mh_view){.ptr = text->str, .len = text->len};
    return MH_OK;
}
