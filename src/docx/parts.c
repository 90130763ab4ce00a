#include "docx/parts.h"

#include "base/xml.h"

/* Word's own limit is far lower; this bounds what a replaced stylesheet can ask for. */
#define PARTS_MAX 10000U

bool docx_part_name_is_safe(const char *name)
{
    static const char allowed[] = "-._~!$&'()*+,;=:@%";
    if (name == NULL || name[0] != '/' || name[1] == '\0')
        return false;
    for (const char *at = name; *at; at++) {
        if (*at == '/') {
            if (at[1] == '\0' || at[1] == '/' || (at > name && at[-1] == '.'))
                return false;
        } else if (!g_ascii_isalnum(*at) && !strchr(allowed, *at)) {
            return false;
        }
    }
    return !g_str_has_suffix(name, ".") && !strstr(name, "%2F") && !strstr(name, "%2f")
           && !strstr(name, "%5C") && !strstr(name, "%5c") && !strstr(name, "%2E")
           && !strstr(name, "%2e");
}

static const char *pkg_attribute(mh_job *job, const xmlNode *element, const char *name)
{
    xmlChar *value = xmlGetNsProp(element, MH_XML(name), MH_XML(DOCX_NS_PKG));
    const char *copy = mh_arena_strdup(mh_job_arena(job), (const char *)value);
    xmlFree(value);
    return copy;
}

static xmlNode *first_element(const xmlNode *parent)
{
    for (xmlNode *child = parent->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            return child;
    return NULL;
}

/* A copy as the root of its own document declares the namespaces it uses, whatever stood above. */
static mh_view serialize_element(mh_job *job, xmlNode *element)
{
    xmlDoc *doc = mh_xml_own(job, xmlNewDoc(MH_XML("1.0")));
    xmlNode *root = xmlDocCopyNode(element, doc, 1);
    if (!root)
        g_error("out of memory");
    xmlDocSetRootElement(doc, root);
    xmlBuffer *buffer = xmlBufferCreate();
    if (!buffer || xmlNodeDump(buffer, doc, root, 0, 0) < 0)
        g_error("out of memory");
    mh_view bytes = {.ptr = (const char *)xmlBufferContent(buffer),
                     .len = (size_t)xmlBufferLength(buffer)};
    bytes = mh_arena_copy(mh_job_arena(job), bytes);
    xmlBufferFree(buffer);
    return bytes;
}

static mh_status read_binary(mh_job *job, const xmlNode *data, docx_part *part)
{
    xmlChar *content = xmlNodeGetContent(data);
    GString *text = mh_arena_string(mh_job_arena(job));
    for (const xmlChar *at = content; at && *at; at++)
        if (!g_ascii_isspace((char)*at))
            g_string_append_c(text, (char)*at);
    xmlFree(content);
    size_t digits = strspn(text->str, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789+/");
    size_t padding = strspn(text->str + digits, "=");
    if (digits + padding != text->len || text->len % 4 != 0 || padding > 2)
        return mh_report(job, MH_DOC_BASE64, 0, 0, "%s", part->name);
    gsize length = 0;
    guchar *bytes = g_base64_decode(text->str, &length);
    mh_view decoded = {.ptr = (const char *)bytes, .len = length};
    part->bytes = mh_arena_copy(mh_job_arena(job), decoded);
    part->base64 = (mh_view){.ptr = text->str, .len = text->len};
    g_free(bytes);
    return MH_OK;
}

static mh_status read_part(mh_job *job, const xmlNode *element, docx_part *part)
{
    *part = (docx_part){
        .name = pkg_attribute(job, element, "name"),
        .type = pkg_attribute(job, element, "contentType"),
    };
    if (!docx_part_name_is_safe(part->name) || g_str_has_prefix(part->name, "/[Content_Types].xml"))
        return mh_report(job, MH_DOC_PART_NAME, 0, 0, "%s", part->name ? part->name : "(none)");
    xmlNode *data = first_element(element);
    if (part->type && mh_xml_is(data, DOCX_NS_PKG, "binaryData"))
        return read_binary(job, data, part);
    xmlNode *root = mh_xml_is(data, DOCX_NS_PKG, "xmlData") ? first_element(data) : NULL;
    if (!part->type || !root)
        return mh_report(job, MH_DOC_PART_EMPTY, 0, 0, "%s", part->name);
    part->is_xml = true;
    part->bytes = serialize_element(job, root);
    return MH_OK;
}

/* Part names are equal without regard to the case of ASCII letters (ECMA-376-2 §9.1.1.2). */
static bool add_name(mh_job *job, GHashTable *names, const char *name)
{
    char *lower = mh_arena_strdup(mh_job_arena(job), name);
    for (char *at = lower; *at; at++)
        *at = g_ascii_tolower(*at);
    return g_hash_table_add(names, lower);
}

mh_status docx_parts_read(mh_job *job, const xmlDoc *flat_opc, GArray **out)
{
    const xmlNode *package = xmlDocGetRootElement(flat_opc);
    if (!package || !mh_xml_is(package, DOCX_NS_PKG, "package"))
        return mh_report(job, MH_DOC_NOT_FLAT_OPC, 0, 0, NULL);
    GArray *parts = mh_arena_array(mh_job_arena(job), sizeof(docx_part));
    GHashTable *names = mh_arena_string_hash(mh_job_arena(job));
    for (const xmlNode *child = package->children; child; child = child->next) {
        if (!mh_xml_is(child, DOCX_NS_PKG, "part"))
            continue;
        docx_part part;
        mh_status status = read_part(job, child, &part);
        if (status != MH_OK)
            return status;
        if (!add_name(job, names, part.name) || parts->len >= PARTS_MAX)
            return mh_report(job, MH_DOC_PART_TWICE, 0, 0, "%s", part.name);
        g_array_append_val(parts, part);
    }
    if (!g_hash_table_contains(names, "/_rels/.rels"))
        return mh_report(job, MH_DOC_PART_EMPTY, 0, 0, "/_rels/.rels");
    *out = parts;
    return MH_OK;
}

/* "rels" and "xml" have defaults, as readers expect; every part but relationships is named. */
mh_view docx_content_types(mh_job *job, const GArray *parts)
{
    GString *text = mh_arena_string(mh_job_arena(job));
    g_string_append(text,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    "<Default Extension=\"rels\" ContentType=\""
                    "application/vnd.openxmlformats-package.relationships+xml\"/>"
                    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
    for (guint i = 0; i < parts->len; i++) {
        const docx_part *part = &g_array_index(parts, docx_part, i);
        if (g_str_has_suffix(part->name, ".rels"))
            continue;
        char *name = g_markup_escape_text(part->name, -1);
        char *type = g_markup_escape_text(part->type, -1);
        g_string_append_printf(text, "<Override PartName=\"%s\" ContentType=\"%s\"/>", name, type);
        g_free(name);
        g_free(type);
    }
    g_string_append(text, "</Types>");
    return (mh_view){.ptr = text->str, .len = text->len};
}
