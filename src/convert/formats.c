#include "akn/akn.h"
#include "convert/conversion.h"
#include "docx/docx.h"

static mh_status write_akn(mh_conversion *c, const mh_format *format, mh_view *out)
{
    (void)format;
    xmlDoc *akn = NULL;
    mh_status status = conversion_akn(c, &akn);
    if (status == MH_OK)
        *out = mh_akn_serialize(c->job, akn);
    return status;
}

static mh_status write_fo(mh_conversion *c, const mh_format *format, mh_view *out)
{
    (void)format;
    xmlDoc *fo = NULL;
    mh_status status = conversion_fo(c, &fo);
    if (status == MH_OK)
        *out = mh_xml_serialize(c->job, fo, false);
    return status;
}

static mh_status write_pdf(mh_conversion *c, const mh_format *format, mh_view *out)
{
    (void)format;
    return conversion_pdf(c, out);
}

static mh_status write_docx(mh_conversion *c, const mh_format *format, mh_view *out)
{
    xmlDoc *package = NULL;
    mh_status status = conversion_flat_opc(c, format->stylesheet, &package);
    return status == MH_OK ? mh_docx_write(c->job, package, out) : status;
}

static mh_status write_flat_opc(mh_conversion *c, const mh_format *format, mh_view *out)
{
    xmlDoc *package = NULL;
    mh_status status = conversion_flat_opc(c, format->stylesheet, &package);
    return status == MH_OK ? mh_docx_write_flat(c->job, package, out) : status;
}

/* What the stylesheet makes is the product: HTML, text, descriptive metadata. */
static mh_status write_transformed(mh_conversion *c, const mh_format *format, mh_view *out)
{
    xmlDoc *result = NULL;
    mh_status status = conversion_transform(c, format->stylesheet, &result);
    if (status != MH_OK)
        return status;
    return mh_transform_serialize(c->job, c->converter->transform, format->stylesheet, result, out);
}

#define OOXML "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

static const mh_format formats[] = {
    {"akn", ".akn.xml", "application/xml", NULL, write_akn, "Akoma Ntoso 3.0, the AKN4UN profile",
     true, false},
    {"pdf", ".pdf", "application/pdf", "akn-to-fo.xsl", write_pdf,
     "PDF/A-3a and PDF/UA-1 in the style of the United Nations", true, true},
    {"docx", ".docx", OOXML, "akn-to-docx.xsl", write_docx, "Word document", true, false},
    {"flatopc", ".docx.xml", "application/xml", "akn-to-docx.xsl", write_flat_opc,
     "the same Word document as one XML file", true, false},
    {"html", ".html", "text/html", "akn-to-html.xsl", write_transformed,
     "one self-contained web page", false, false},
    {"text", ".text.txt", "text/plain", "akn-to-text.xsl", write_transformed,
     "clean, reflowed plain text", false, false},
    {"fo", ".fo", "application/xml", "akn-to-fo.xsl", write_fo,
     "the XSL-FO that the PDF is set from", false, true},
    {"dc", ".dc.xml", "application/xml", "akn-to-dc.xsl", write_transformed, "Dublin Core metadata",
     false, false},
    {"mods", ".mods.xml", "application/xml", "akn-to-mods.xsl", write_transformed,
     "MODS 3 metadata", false, false},
    {"marcxml", ".marc.xml", "application/xml", "akn-to-marc.xsl", write_transformed,
     "MARCXML metadata with UN Digital Library fields", false, false},
};

const mh_format *mh_formats(size_t *count)
{
    *count = G_N_ELEMENTS(formats);
    return formats;
}

const mh_format *mh_format_find(mh_view name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
        if (mh_view_equal(name, mh_view_of(formats[i].name)))
            return &formats[i];
    return NULL;
}

const mh_format *mh_format_of_path(const char *path)
{
    const mh_format *found = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
        if (g_str_has_suffix(path, formats[i].suffix)
            && (!found || strlen(formats[i].suffix) > strlen(found->suffix)))
            found = &formats[i];
    return found;
}
