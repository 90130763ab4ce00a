#include "docx/parts.h"

#include "base/xml.h"

/* Word's own limit is far lower; this bounds what a replaced stylesheet can ask for. */
#define PARTS_MAX 10000U
/* Prefixes declared above a part; a stylesheet has a dozen. */
#define NAMESPACES_MAX 64U

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

xmlNode *docx_first_element(const xmlNode *parent)
{
    for (xmlNode *child = parent ? parent->children : NULL; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            return child;
    return NULL;
}

/* The namespace declarations that are in force at a part's root and stand above it. */
typedef struct scope {
    const xmlNs *declared[NAMESPACES_MAX];
    bool is_used[NAMESPACES_MAX];
    size_t count;
} scope;

static bool declares_prefix(const xmlNs *list, const xmlChar *prefix)
{
    for (const xmlNs *ns = list; ns; ns = ns->next)
        if (xmlStrEqual(ns->prefix, prefix))
            return true;
    return false;
}

static bool holds_prefix(const scope *above, const xmlChar *prefix)
{
    for (size_t i = 0; i < above->count; i++)
        if (xmlStrEqual(above->declared[i]->prefix, prefix))
            return true;
    return false;
}

/* The nearest declaration of a prefix is the one in force. */
static bool read_scope(const xmlNode *root, scope *above)
{
    for (const xmlNode *at = root->parent; at && at->type == XML_ELEMENT_NODE; at = at->parent) {
        for (const xmlNs *ns = at->nsDef; ns; ns = ns->next) {
            if (declares_prefix(root->nsDef, ns->prefix) || holds_prefix(above, ns->prefix))
                continue;
            if (above->count == NAMESPACES_MAX)
                return false;
            above->declared[above->count++] = ns;
        }
    }
    return true;
}

static void mark_used(scope *above, const xmlNs *ns)
{
    for (size_t i = 0; ns && i < above->count; i++)
        if (above->declared[i] == ns)
            above->is_used[i] = true;
}

const xmlNode *docx_next_node(const xmlNode *node, const xmlNode *top)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node != top && !node->next)
        node = node->parent;
    return node == top ? NULL : node->next;
}

static bool refers_to_entity(const xmlNode *children)
{
    for (const xmlNode *child = children; child; child = child->next)
        if (child->type == XML_ENTITY_REF_NODE)
            return true;
    return false;
}

/* False at a reference to an entity: its declaration stays behind with the document. */
static bool mark_names(const xmlNode *root, scope *above)
{
    for (const xmlNode *node = root; node; node = docx_next_node(node, root)) {
        if (node->type == XML_ENTITY_REF_NODE)
            return false;
        if (node->type != XML_ELEMENT_NODE)
            continue;
        mark_used(above, node->ns);
        for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next) {
            if (refers_to_entity(attribute->children))
                return false;
            mark_used(above, attribute->ns);
        }
    }
    return true;
}

/* libxml2 keeps a namespace name as it was written, entities and all, and writes it so. */
static void append_used(GString *text, const scope *above)
{
    for (size_t i = 0; i < above->count; i++) {
        if (!above->is_used[i])
            continue;
        const xmlNs *ns = above->declared[i];
        const char *name = (const char *)ns->href;
        char quote = strchr(name, '"') ? '\'' : '"';
        g_string_append_printf(text, " xmlns%s%s=%c%s%c", ns->prefix ? ":" : "",
                               ns->prefix ? (const char *)ns->prefix : "", quote, name, quote);
    }
}

/* The element as it stands, with the declarations it lacks put after its name: copying it first
 * would cost more than all the rest. */
static bool serialize_element(mh_job *job, xmlNode *element, mh_view *out)
{
    scope above = {.count = 0};
    if (!read_scope(element, &above) || !mark_names(element, &above))
        return false;
    xmlOutputBuffer *buffer = xmlAllocOutputBuffer(NULL);
    if (!buffer)
        g_error("out of memory");
    xmlNodeDumpOutput(buffer, element->doc, element, 0, 0, "UTF-8");
    const char *bytes = (const char *)xmlOutputBufferGetContent(buffer);
    size_t length = xmlOutputBufferGetSize(buffer);
    size_t name = strcspn(bytes, " />");
    GString *text = mh_arena_string(mh_job_arena(job));
    g_string_append_len(text, bytes, (gssize)name);
    append_used(text, &above);
    g_string_append_len(text, bytes + name, (gssize)(length - name));
    xmlOutputBufferClose(buffer);
    *out = (mh_view){.ptr = text->str, .len = text->len};
    return true;
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
    xmlNode *data = docx_first_element(element);
    if (part->type && mh_xml_is(data, DOCX_NS_PKG, "binaryData"))
        return read_binary(job, data, part);
    xmlNode *root = mh_xml_is(data, DOCX_NS_PKG, "xmlData") ? docx_first_element(data) : NULL;
    if (!part->type || !root)
        return mh_report(job, MH_DOC_PART_EMPTY, 0, 0, "%s", part->name);
    part->is_xml = true;
    if (!serialize_element(job, root, &part->bytes))
        return mh_report(job, MH_DOC_ENTITY, 0, 0, "%s", part->name);
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
