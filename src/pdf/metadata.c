#include "pdf/metadata.h"

#include "base/xml.h"
#include "pdf/syntax.h"

#define NS_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define NS_DC "http://purl.org/dc/elements/1.1/"
#define NS_PDF "http://ns.adobe.com/pdf/1.3/"

/* How XMP holds a value: ISO 16684-1 §8.3. */
typedef enum value_form {
    FORM_TEXT, /* one value */
    FORM_ALT,  /* one value in several languages */
    FORM_SEQ,  /* values in order */
    FORM_BAG,  /* values without order */
} value_form;

typedef struct property {
    const char *namespace_uri;
    const char *prefix;
    const char *name;
    value_form form;
    const char *description; /* of our own schema's; else NULL */
} property;

enum { TITLE, CREATOR, DESCRIPTION, SUBJECT, KEYWORDS };

/* What a document may say of itself; properties of PDF/A's own schemas are made here. */
static const property properties[] = {
    [TITLE] = {NS_DC, "dc", "title", FORM_ALT, NULL},
    [CREATOR] = {NS_DC, "dc", "creator", FORM_SEQ, NULL},
    [DESCRIPTION] = {NS_DC, "dc", "description", FORM_ALT, NULL},
    [SUBJECT] = {NS_DC, "dc", "subject", FORM_BAG, NULL},
    [KEYWORDS] = {NS_PDF, "pdf", "Keywords", FORM_TEXT, NULL},
    {NS_DC, "dc", "contributor", FORM_BAG, NULL},
    {NS_DC, "dc", "coverage", FORM_TEXT, NULL},
    {NS_DC, "dc", "date", FORM_SEQ, NULL},
    {NS_DC, "dc", "identifier", FORM_TEXT, NULL},
    {NS_DC, "dc", "language", FORM_BAG, NULL},
    {NS_DC, "dc", "publisher", FORM_BAG, NULL},
    {NS_DC, "dc", "relation", FORM_BAG, NULL},
    {NS_DC, "dc", "rights", FORM_ALT, NULL},
    {NS_DC, "dc", "source", FORM_TEXT, NULL},
    {NS_DC, "dc", "type", FORM_BAG, NULL},
    {MH_NS_MH, "mh", "symbol", FORM_TEXT, "Symbol of the document, such as A/RES/60/1"},
    {MH_NS_MH, "mh", "organ", FORM_TEXT, "Organ that the document is of"},
    {MH_NS_MH, "mh", "session", FORM_TEXT, "Session of the organ"},
    {MH_NS_MH, "mh", "meeting", FORM_TEXT, "Meeting of the organ"},
    {MH_NS_MH, "mh", "agendaItem", FORM_TEXT, "Item of the agenda"},
    {MH_NS_MH, "mh", "kind", FORM_TEXT, "Kind of the document, such as resolution"},
    {MH_NS_MH, "mh", "distribution", FORM_TEXT, "Distribution, such as general"},
    {MH_NS_MH, "mh", "jobNumber", FORM_TEXT, "Job number of the printed document"},
    {MH_NS_MH, "mh", "source", FORM_TEXT, "Name of the file that the text was read from"},
    {MH_NS_MH, "mh", "sourceDigest", FORM_TEXT, "SHA-256 of that file"},
};

/* One value, with its language inside an alternative. */
typedef struct value {
    const char *text;
    const char *language; /* or NULL */
} value;

typedef struct metadata {
    const pdf_document *d;
    GArray *values[G_N_ELEMENTS(properties)]; /* value */
    const char *producer;
    const char *xmp_date;
} metadata;

/* White space and control characters become single spaces; none at the ends. */
static const char *clean(mh_arena *arena, const char *text)
{
    GString *out = mh_arena_string(arena);
    char *valid = g_utf8_make_valid(text, -1);
    bool has_gap = false;
    for (const char *p = valid; *p; p += g_utf8_skip[(unsigned char)*p]) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c) || g_unichar_iscntrl(c)) {
            has_gap = out->len > 0;
            continue;
        }
        if (has_gap)
            g_string_append_c(out, ' ');
        has_gap = false;
        g_string_append_unichar(out, c);
    }
    g_free(valid);
    return out->str;
}

static void add_value(metadata *m, size_t index, const char *text, const char *language)
{
    value v = {.text = clean(m->d->arena, text),
               .language = mh_arena_strdup(m->d->arena, language)};
    bool is_first = m->values[index]->len == 0;
    if (*v.text && (is_first || properties[index].form != FORM_TEXT))
        g_array_append_val(m->values[index], v);
}

static void read_node(metadata *m, size_t index, const xmlNode *node)
{
    xmlChar *text = xmlNodeGetContent(node);
    xmlChar *language = xmlGetNsProp(node, MH_XML("lang"), XML_XML_NAMESPACE);
    if (text)
        add_value(m, index, (const char *)text, (const char *)language);
    xmlFree(text);
    xmlFree(language);
}

/* The value of a property element: plain text, or the items of its one container. */
static void read_property(metadata *m, size_t index, const xmlNode *element)
{
    const xmlNode *container = element->children;
    while (container && container->type != XML_ELEMENT_NODE)
        container = container->next;
    if (!container) {
        read_node(m, index, element);
        return;
    }
    for (const xmlNode *item = container->children; item; item = item->next)
        if (mh_xml_is(item, NS_RDF, "li"))
            read_node(m, index, item);
}

static size_t find_property(const xmlNs *ns, const xmlChar *name)
{
    size_t i = 0;
    while (i < G_N_ELEMENTS(properties)
           && !(ns && strcmp(properties[i].namespace_uri, (const char *)ns->href) == 0
                && strcmp(properties[i].name, (const char *)name) == 0))
        i++;
    return i;
}

static void read_description(metadata *m, const xmlNode *description)
{
    for (const xmlNode *node = description->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE)
            continue;
        size_t index = find_property(node->ns, node->name);
        if (index < G_N_ELEMENTS(properties))
            read_property(m, index, node);
        else
            (void)mh_report(m->d->job, MH_PDF_PROPERTY, 0, 0, "%s", (const char *)node->name);
    }
    for (const xmlAttr *a = description->properties; a; a = a->next) {
        size_t index = find_property(a->ns, a->name);
        if (index < G_N_ELEMENTS(properties) && a->children)
            add_value(m, index, (const char *)a->children->content, NULL);
    }
}

/* x:xmpmeta / rdf:RDF / rdf:Description */
static void read_xmp(metadata *m, const xmlNode *xmp)
{
    for (const xmlNode *rdf = xmp ? xmp->children : NULL; rdf; rdf = rdf->next)
        if (mh_xml_is(rdf, NS_RDF, "RDF"))
            for (const xmlNode *node = rdf->children; node; node = node->next)
                if (mh_xml_is(node, NS_RDF, "Description"))
                    read_description(m, node);
}

static const char *first_value(const metadata *m, size_t index)
{
    return m->values[index]->len == 0 ? NULL : g_array_index(m->values[index], value, 0).text;
}

/* The value in the default language comes first (ISO 16684-1 §8.2.2.4). */
static void put_default_first(GArray *values)
{
    for (guint i = 1; i < values->len; i++) {
        value v = g_array_index(values, value, i);
        if (v.language && strcmp(v.language, "x-default") == 0) {
            g_array_remove_index(values, i);
            g_array_prepend_val(values, v);
            return;
        }
    }
}

/* A PDF/UA file has a title, and keywords are what the subjects are. */
static void complete(metadata *m)
{
    if (m->values[TITLE]->len == 0)
        add_value(m, TITLE, mh_job_source_name(m->d->job), NULL);
    if (m->values[TITLE]->len == 0)
        add_value(m, TITLE, "United Nations record", NULL);
    if (m->values[KEYWORDS]->len == 0 && m->values[SUBJECT]->len > 0) {
        GString *joined = mh_arena_string(m->d->arena);
        for (guint i = 0; i < m->values[SUBJECT]->len; i++)
            g_string_append_printf(joined, "%s%s", i == 0 ? "" : "; ",
                                   g_array_index(m->values[SUBJECT], value, i).text);
        add_value(m, KEYWORDS, joined->str, NULL);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
        if (properties[i].form == FORM_ALT)
            put_default_first(m->values[i]);
}

static void put_escaped(GString *out, const char *text)
{
    char *escaped = g_markup_escape_text(text, -1);
    g_string_append(out, escaped);
    g_free(escaped);
}

static void put_simple(GString *out, const char *name, const char *text)
{
    g_string_append_printf(out, "<%s>", name);
    put_escaped(out, text);
    g_string_append_printf(out, "</%s>\n", name);
}

static void put_items(GString *out, const property *p, const GArray *values)
{
    static const char *const containers[] = {
        [FORM_TEXT] = "", [FORM_ALT] = "Alt", [FORM_SEQ] = "Seq", [FORM_BAG] = "Bag"};
    const char *container = containers[p->form];
    g_string_append_printf(out, "<%s:%s><rdf:%s>", p->prefix, p->name, container);
    for (guint i = 0; i < values->len; i++) {
        const value *v = &g_array_index(values, value, i);
        const char *language = i == 0 ? "x-default" : v->language;
        if (p->form != FORM_ALT) {
            g_string_append(out, "<rdf:li>");
        } else if (language) {
            g_string_append(out, "<rdf:li xml:lang=\"");
            put_escaped(out, language);
            g_string_append(out, "\">");
        } else {
            continue; /* a second value in no language is no alternative */
        }
        put_escaped(out, v->text);
        g_string_append(out, "</rdf:li>");
    }
    g_string_append_printf(out, "</rdf:%s></%s:%s>\n", container, p->prefix, p->name);
}

static void put_properties(GString *out, const metadata *m)
{
    for (size_t i = 0; i < G_N_ELEMENTS(properties); i++) {
        const property *p = &properties[i];
        if (m->values[i]->len == 0)
            continue;
        if (p->form == FORM_TEXT) {
            char name[64];
            (void)g_snprintf(name, sizeof(name), "%s:%s", p->prefix, p->name);
            put_simple(out, name, first_value(m, i));
        } else {
            put_items(out, p, m->values[i]);
        }
    }
}

static void begin_schema(GString *out, const char *title, const char *uri, const char *prefix)
{
    g_string_append(out, "<rdf:li rdf:parseType=\"Resource\">\n");
    put_simple(out, "pdfaSchema:schema", title);
    put_simple(out, "pdfaSchema:namespaceURI", uri);
    put_simple(out, "pdfaSchema:prefix", prefix);
    g_string_append(out, "<pdfaSchema:property><rdf:Seq>\n");
}

static void put_schema_property(GString *out, const char *name, const char *type,
                                const char *category, const char *description)
{
    g_string_append(out, "<rdf:li rdf:parseType=\"Resource\">\n");
    put_simple(out, "pdfaProperty:name", name);
    put_simple(out, "pdfaProperty:valueType", type);
    put_simple(out, "pdfaProperty:category", category);
    put_simple(out, "pdfaProperty:description", description);
    g_string_append(out, "</rdf:li>\n");
}

static void end_schema(GString *out)
{
    g_string_append(out, "</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
}

static bool has_own_property(const metadata *m)
{
    for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
        if (properties[i].description && m->values[i]->len > 0)
            return true;
    return false;
}

/* Properties that PDF/A does not know are described (ISO 19005-3 §6.6.2.3.3). */
static void put_extension_schemas(GString *out, const metadata *m)
{
    bool has_own = has_own_property(m);
    if (!m->d->profile->claims_ua && !has_own)
        return;
    g_string_append(out, "<pdfaExtension:schemas><rdf:Bag>\n");
    if (m->d->profile->claims_ua) {
        begin_schema(out, "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid");
        put_schema_property(out, "part", "Integer", "internal", "Part of ISO 14289 that is met");
        end_schema(out);
    }
    if (has_own) {
        begin_schema(out, "United Nations record", MH_NS_MH, "mh");
        for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
            if (properties[i].description && m->values[i]->len > 0)
                put_schema_property(out, properties[i].name, "Text", "external",
                                    properties[i].description);
        end_schema(out);
    }
    g_string_append(out, "</rdf:Bag></pdfaExtension:schemas>\n");
}

static void put_claims(GString *out, const pdf_profile *profile)
{
    if (profile->part) {
        put_simple(out, "pdfaid:part", profile->part);
        put_simple(out, "pdfaid:conformance", profile->conformance);
    }
    if (profile->claims_ua)
        put_simple(out, "pdfuaid:part", "1");
}

static void put_packet(GString *out, const metadata *m)
{
    g_string_append(out, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                         "<rdf:RDF xmlns:rdf=\"" NS_RDF "\">\n"
                         "<rdf:Description rdf:about=\"\"\n"
                         " xmlns:dc=\"" NS_DC "\"\n"
                         " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                         " xmlns:pdf=\"" NS_PDF "\"\n"
                         " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
                         " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
                         " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                         " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                         " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"\n"
                         " xmlns:mh=\"" MH_NS_MH "\">\n");
    put_properties(out, m);
    put_simple(out, "dc:format", "application/pdf");
    put_simple(out, "xmp:CreatorTool", m->producer);
    put_simple(out, "xmp:CreateDate", m->xmp_date);
    put_simple(out, "xmp:ModifyDate", m->xmp_date);
    put_simple(out, "xmp:MetadataDate", m->xmp_date);
    put_simple(out, "pdf:Producer", m->producer);
    put_claims(out, m->d->profile);
    put_extension_schemas(out, m);
    g_string_append(out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
}

static void put_info(GString *out, const char *key, const char *text)
{
    if (text)
        pdf_put_text(g_string_append(out, key), text);
}

static uint32_t write_info(pdf_document *d, const metadata *m)
{
    uint32_t object = pdf_writer_reserve(d->out);
    GString *out = g_string_append(pdf_writer_scratch(d->out), "<<");
    put_info(out, "/Title", first_value(m, TITLE));
    /* one author can be said in both places alike, more cannot */
    if (m->values[CREATOR]->len == 1)
        put_info(out, "/Author", first_value(m, CREATOR));
    put_info(out, "/Subject", first_value(m, DESCRIPTION));
    put_info(out, "/Keywords", first_value(m, KEYWORDS));
    put_info(out, "/Creator", m->producer);
    put_info(out, "/Producer", m->producer);
    put_info(out, "/CreationDate", pdf_date(d));
    put_info(out, "/ModDate", pdf_date(d));
    g_string_append(out, ">>");
    pdf_writer_object(d->out, object, out);
    return object;
}

static const char *format_epoch(const pdf_document *d, const char *format)
{
    GDateTime *time = g_date_time_new_from_unix_utc(mh_job_epoch(d->job));
    char *text = time ? g_date_time_format(time, format) : g_strdup("");
    const char *copy = mh_arena_strdup(d->arena, text);
    g_free(text);
    if (time)
        g_date_time_unref(time);
    return copy;
}

const char *pdf_date(const pdf_document *d)
{
    return format_epoch(d, "D:%Y%m%d%H%M%SZ");
}

uint32_t pdf_metadata_write(pdf_document *d)
{
    metadata m = {
        .d = d,
        .producer = d->options->producer ? clean(d->arena, d->options->producer) : "Masthead",
        .xmp_date = format_epoch(d, "%Y-%m-%dT%H:%M:%SZ"),
    };
    for (size_t i = 0; i < G_N_ELEMENTS(properties); i++)
        m.values[i] = mh_arena_array(d->arena, sizeof(value));
    read_xmp(&m, d->pages->xmp);
    complete(&m);
    uint32_t object = pdf_writer_reserve(d->out);
    GString *packet = pdf_writer_scratch(d->out);
    put_packet(packet, &m);
    /* not compressed, so that programs that know no PDF find it */
    pdf_writer_stream(d->out, object, MH_VIEW("/Type/Metadata/Subtype/XML"),
                      (mh_view){.ptr = packet->str, .len = packet->len});
    g_string_append_printf(d->catalog, "/Metadata %u 0 R/Lang", object);
    pdf_put_text(d->catalog, d->pages->language ? d->pages->language : "und");
    return write_info(d, &m);
}
