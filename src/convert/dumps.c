#include "akn/akn.h"
#include "convert/conversion.h"

static mh_status dump_lines(mh_conversion *c, GString *out)
{
    const mh_text *text = NULL;
    mh_status status = conversion_text(c, &text);
    if (status == MH_OK)
        mh_text_dump_lines(text, out);
    return status;
}

static mh_status dump_blocks(mh_conversion *c, GString *out)
{
    const mh_text *text = NULL;
    mh_status status = conversion_text(c, &text);
    if (status == MH_OK)
        mh_text_dump_blocks(text, out);
    return status;
}

static mh_status dump_record(mh_conversion *c, GString *out)
{
    const mh_record *record = NULL;
    mh_status status = conversion_record(c, &record);
    if (status == MH_OK)
        mh_record_dump(record, out);
    return status;
}

static void append_xml(mh_conversion *c, xmlDoc *doc, GString *out)
{
    mh_view text = mh_xml_serialize(c->job, doc, true);
    g_string_append_len(out, text.ptr, (gssize)text.len);
}

static mh_status dump_akn(mh_conversion *c, GString *out)
{
    xmlDoc *akn = NULL;
    mh_status status = conversion_akn(c, &akn);
    if (status == MH_OK) {
        mh_view text = mh_akn_serialize(c->job, akn);
        g_string_append_len(out, text.ptr, (gssize)text.len);
    }
    return status;
}

static mh_status dump_fo(mh_conversion *c, GString *out)
{
    xmlDoc *fo = NULL;
    mh_status status = conversion_fo(c, &fo);
    if (status == MH_OK)
        append_xml(c, fo, out);
    return status;
}

static mh_status dump_pages(mh_conversion *c, GString *out)
{
    mh_page_dump *dump = mh_page_dump_new(c->job, out);
    const mh_page_sink sink = mh_page_dump_sink(dump);
    mh_pages pages = {0};
    mh_status status = conversion_pages(c, &sink, &pages);
    if (status == MH_OK)
        mh_page_dump_end(dump, &pages);
    return status;
}

static mh_status dump_docx(mh_conversion *c, GString *out)
{
    xmlDoc *package = NULL;
    mh_status status = conversion_flat_opc(c, "akn-to-docx.xsl", &package);
    if (status == MH_OK)
        append_xml(c, package, out);
    return status;
}

static const mh_dump dumps[] = {
    {"lines", dump_lines, "decoded lines and page furniture"},
    {"blocks", dump_blocks, "reflowed paragraphs"},
    {"record", dump_record, "the record tree"},
    {"akn", dump_akn, "Akoma Ntoso, indented"},
    {"fo", dump_fo, "XSL-FO, indented"},
    {"pages", dump_pages, "the pages' marks as XML"},
    {"docx", dump_docx, "the Word package, indented"},
};

const mh_dump *mh_dumps(size_t *count)
{
    *count = G_N_ELEMENTS(dumps);
    return dumps;
}

const mh_dump *mh_dump_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(dumps); i++)
        if (strcmp(dumps[i].name, name) == 0)
            return &dumps[i];
    return NULL;
}
