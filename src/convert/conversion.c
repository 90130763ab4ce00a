#include "convert/conversion.h"

#include <libxml/xmlreader.h>

#include "akn/akn.h"
#include "docx/docx.h"

#define PRODUCER "Masthead " MASTHEAD_VERSION
#define NS_FO "http://www.w3.org/1999/XSL/Format"
#define FO_STYLESHEET "akn-to-fo.xsl"

/* ------------------------------------------------------------------ input */

static void ignore_error(void *user, xmlError *error)
{
    (void)user;
    (void)error;
}

/* Namespace of the root element, or NULL: by libxml2's reader, which stops there. */
static char *root_namespace(mh_view bytes)
{
    if (bytes.len > INT32_MAX)
        return NULL;
    xmlTextReader *reader =
        xmlReaderForMemory(bytes.ptr, (int)bytes.len, NULL, NULL,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!reader)
        return NULL;
    xmlTextReaderSetStructuredErrorHandler(reader, (xmlStructuredErrorFunc)ignore_error, NULL);
    char *found = NULL;
    while (xmlTextReaderRead(reader) == 1) {
        if (xmlTextReaderNodeType(reader) != XML_READER_TYPE_ELEMENT)
            continue;
        found = g_strdup((const char *)xmlTextReaderConstNamespaceUri(reader));
        break;
    }
    xmlFreeTextReader(reader);
    return found;
}

mh_input_kind conversion_input_of(mh_view bytes)
{
    mh_view start = mh_view_trim(mh_view_slice(bytes, 0, 64));
    if (!mh_view_starts_with(start, MH_VIEW("<")))
        return MH_INPUT_TEXT;
    char *namespace_uri = root_namespace(bytes);
    mh_input_kind kind = MH_INPUT_TEXT;
    if (g_strcmp0(namespace_uri, NS_FO) == 0)
        kind = MH_INPUT_FO;
    else if (g_strcmp0(namespace_uri, MH_NS_AKN) == 0)
        kind = MH_INPUT_AKN;
    g_free(namespace_uri);
    return kind;
}

/* ------------------------------------------------------------------ stages */

mh_status conversion_text(mh_conversion *c, const mh_text **out)
{
    if (!c->text) {
        const mh_text_options options = {.encoding = c->request->encoding,
                                         .sha256 = c->request->source_sha256};
        mh_text *text = MH_NEW(mh_job_arena(c->job), mh_text, 1);
        mh_status status = mh_text_read(c->job, c->bytes, &options, text);
        if (status != MH_OK)
            return status;
        c->text = text;
    }
    *out = c->text;
    return MH_OK;
}

mh_status conversion_record(mh_conversion *c, const mh_record **out)
{
    if (!c->record) {
        const mh_text *text = NULL;
        mh_status status = conversion_text(c, &text);
        if (status != MH_OK)
            return status;
        mh_record *record = MH_NEW(mh_job_arena(c->job), mh_record, 1);
        status = mh_record_read(c->job, text, &c->request->facts, record);
        if (status != MH_OK)
            return status;
        c->record = record;
    }
    *out = c->record;
    return MH_OK;
}

static mh_status write_akn(mh_conversion *c)
{
    const mh_record *record = NULL;
    mh_status status = conversion_record(c, &record);
    if (status != MH_OK)
        return status;
    const mh_akn_options options = {.generator = PRODUCER};
    xmlDoc *akn = NULL;
    status = mh_akn_write(c->job, record, &options, &akn);
    if (status != MH_OK)
        return status;
    status = mh_akn_fidelity(c->job, c->text, akn, &c->kept, &c->furniture);
    c->is_faithful = status == MH_OK;
    c->akn = akn;
    return MH_OK;
}

mh_status conversion_akn(mh_conversion *c, xmlDoc **out)
{
    mh_status status = MH_OK;
    if (!c->akn && c->input == MH_INPUT_AKN)
        status = mh_xml_parse(c->job, c->bytes, &c->akn);
    else if (!c->akn && c->input == MH_INPUT_FO)
        status = mh_report(c->job, MH_JOB_ONLY_PAGES, 0, 0, NULL);
    else if (!c->akn)
        status = write_akn(c);
    if (status == MH_OK)
        *out = c->akn;
    return status;
}

/* Parameters of this run: ours, then the user's, which win by coming later. */
static const mh_parameter *parameters_of(mh_conversion *c)
{
    const mh_converter_options *options = &c->converter->options;
    GArray *rows = mh_arena_array(mh_job_arena(c->job), sizeof(mh_parameter));
    const mh_parameter own[] = {
        {"paper", options->paper ? options->paper : "letter"},
        {"emblem", options->emblem ? options->emblem : ""},
        {"producer", PRODUCER},
    };
    g_array_append_vals(rows, own, G_N_ELEMENTS(own));
    for (const char *const *p = options->parameters; p && p[0] && p[1]; p += 2) {
        const mh_parameter row = {p[0], p[1]};
        g_array_append_val(rows, row);
    }
    const mh_parameter end = {NULL, NULL};
    g_array_append_val(rows, end);
    return (const mh_parameter *)(const void *)rows->data;
}

mh_status conversion_transform(mh_conversion *c, const char *stylesheet, xmlDoc **out)
{
    xmlDoc *akn = NULL;
    mh_status status = conversion_akn(c, &akn);
    if (status != MH_OK)
        return status;
    return mh_transform_run(c->job, c->converter->transform, stylesheet, akn, parameters_of(c),
                            out);
}

mh_status conversion_fo(mh_conversion *c, xmlDoc **out)
{
    mh_status status = MH_OK;
    if (!c->fo && c->input == MH_INPUT_FO)
        status = mh_xml_parse(c->job, c->bytes, &c->fo);
    else if (!c->fo)
        status = conversion_transform(c, FO_STYLESHEET, &c->fo);
    if (status == MH_OK)
        *out = c->fo;
    return status;
}

mh_status conversion_flat_opc(mh_conversion *c, const char *stylesheet, xmlDoc **out)
{
    if (!c->flat_opc) {
        mh_status status = conversion_transform(c, stylesheet, &c->flat_opc);
        if (status != MH_OK)
            return status;
        mh_docx_join_runs(c->job, c->flat_opc);
    }
    *out = c->flat_opc;
    return MH_OK;
}

mh_status conversion_pages(mh_conversion *c, const mh_page_sink *sink, mh_pages *out)
{
    mh_converter *converter = c->converter;
    xmlDoc *fo = NULL;
    mh_status status = conversion_fo(c, &fo);
    if (status == MH_OK && !converter->engine)
        status = mh_fo_engine_new(c->job, &converter->engine);
    if (status != MH_OK)
        return status;
    const mh_fo_options options = {
        .base_path = c->request->base_path,
        .emblem_path = converter->options.emblem,
        .test_fonts = converter->options.test_fonts,
    };
    return mh_fo_format(c->job, converter->engine, fo, &options, sink, out);
}

/* PDF/A-3 is PDF/A-2 and files inside. */
static mh_pdf_profile profile_of(const mh_converter_options *options)
{
    bool is_without = options->no_attachments && options->pdf_profile == MH_PDF_A3A_UA;
    return is_without ? MH_PDF_A2A : options->pdf_profile;
}

/* The record's own files travel in its PDF (ISO 19005-3 §6.8). */
static size_t attachments_of(mh_conversion *c, mh_pdf_attachment rows[2])
{
    if (c->converter->options.no_attachments || c->input == MH_INPUT_FO || !c->akn)
        return 0;
    mh_arena *arena = mh_job_arena(c->job);
    const char *name = mh_job_source_name(c->job);
    const char *dot = strrchr(name, '.');
    int stem = dot && dot > name ? (int)(dot - name) : (int)strlen(name);
    size_t count = 0;
    if (c->input == MH_INPUT_TEXT)
        rows[count++] = (mh_pdf_attachment){
            .name = strcmp(name, "-") == 0 ? "record.txt" : name,
            .mime_type = "text/plain",
            .relationship = "Source",
            .description = "The record as it was received",
            .bytes = c->bytes,
        };
    rows[count++] = (mh_pdf_attachment){
        .name = strcmp(name, "-") == 0 ? "record.akn.xml"
                                       : mh_arena_printf(arena, "%.*s.akn.xml", stem, name),
        .mime_type = "application/xml",
        .relationship = "Data",
        .description = "The record's structure and text in Akoma Ntoso 3.0",
        .bytes = mh_akn_serialize(c->job, c->akn),
    };
    return count;
}

mh_status conversion_pdf(mh_conversion *c, mh_view *out)
{
    if (c->pdf.len == 0) {
        xmlDoc *fo = NULL;
        mh_status status = conversion_fo(c, &fo);
        if (status != MH_OK)
            return status;
        mh_pdf *pdf = mh_pdf_new(c->job);
        if (!c->converter->faces)
            c->converter->faces = mh_pdf_faces_new();
        mh_pdf_share_faces(pdf, c->converter->faces, fo);
        const mh_page_sink sink = mh_pdf_sink(pdf);
        mh_pages *pages = MH_NEW(mh_job_arena(c->job), mh_pages, 1);
        status = conversion_pages(c, &sink, pages);
        if (status != MH_OK)
            return status;
        mh_pdf_attachment rows[2];
        const mh_pdf_options options = {
            .profile = profile_of(&c->converter->options),
            .attachments = rows,
            .attachment_count = attachments_of(c, rows),
            .producer = PRODUCER,
        };
        status = mh_pdf_finish(pdf, pages, &options, &c->pdf);
        if (status != MH_OK)
            return status;
        c->pages = pages;
    }
    *out = c->pdf;
    return MH_OK;
}
