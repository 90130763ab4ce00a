#include "docx/inspect.h"

#include <zip.h>

#include "base/file.h"
#include "docx/numbering.h"
#include "docx/parts.h"

#define NS_CUSTOM "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"

enum { PARTS_MAX = 4096 };

/* Parts whose text is the record's, those that number its paragraphs, and the part with its facts.
 */
static const char *const text_parts[] = {"word/document.xml", "word/footnotes.xml"};
static const char numbering_part[] = "word/numbering.xml";
static const char styles_part[] = "word/styles.xml";
static const char custom_part[] = "docProps/custom.xml";

/* A package that was read: zipped, or flat. */
typedef struct package {
    mh_job *job;
    GHashTable *zipped;  /* name → xmlDoc of the parts that count, or NULL */
    const xmlNode *flat; /* pkg:package, or NULL */
} package;

/* The element of one part, or NULL when the package has none such. */
static const xmlNode *find_part(const package *p, const char *name);

/* ------------------------------------------------------------------ content */

static void append_text(const xmlNode *root, docx_numbering *numbering, GString *out)
{
    for (const xmlNode *n = root; n; n = docx_next_node(n, root)) {
        if (mh_xml_is(n, DOCX_NS_W, "p")) {
            g_string_append_c(out, '\n');
            docx_numbering_append(numbering, n, out);
        } else if (n->type == XML_TEXT_NODE && mh_xml_is(n->parent, DOCX_NS_W, "t")) {
            g_string_append(out, (const char *)n->content);
        }
    }
}

/* Text of the custom property @p name, or NULL. */
static const char *find_property(const xmlNode *root, const char *name)
{
    for (const xmlNode *p = root ? root->children : NULL; p; p = p->next) {
        if (!mh_xml_is(p, NS_CUSTOM, "property")
            || g_strcmp0(mh_xml_attribute(p, "name"), name) != 0)
            continue;
        const xmlNode *value = p->children;
        while (value && value->type != XML_ELEMENT_NODE)
            value = value->next;
        return value && value->children ? (const char *)value->children->content : NULL;
    }
    return NULL;
}

static void gather(const package *p, mh_docx_facts *facts)
{
    GString *text = mh_arena_string(mh_job_arena(p->job));
    docx_numbering *numbering =
        docx_numbering_new(p->job, find_part(p, numbering_part), find_part(p, styles_part));
    for (size_t i = 0; i < G_N_ELEMENTS(text_parts); i++) {
        const xmlNode *root = find_part(p, text_parts[i]);
        if (root)
            append_text(root, numbering, text);
    }
    facts->text = (mh_view){.ptr = text->str, .len = text->len};
    facts->source_sha256 = find_property(find_part(p, custom_part), "Source SHA-256");
}

/* ------------------------------------------------------------------ zip */

static bool is_needed(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(text_parts); i++)
        if (strcmp(name, text_parts[i]) == 0)
            return true;
    return strcmp(name, numbering_part) == 0 || strcmp(name, styles_part) == 0
           || strcmp(name, custom_part) == 0;
}

/* All bytes of one item; libzip compares the checksum at their end. */
static bool read_item(zip_t *archive, zip_uint64_t index, GByteArray *out)
{
    zip_file_t *file = zip_fopen_index(archive, index, 0);
    if (!file)
        return false;
    guint8 buffer[16384];
    zip_int64_t count = 0;
    while ((count = zip_fread(file, buffer, sizeof buffer)) > 0
           && out->len + (size_t)count <= MH_FILE_MAX_BYTES)
        g_byte_array_append(out, buffer, (guint)count);
    return (zip_fclose(file) == 0) && count == 0;
}

static mh_status read_part(mh_job *job, zip_t *archive, zip_uint64_t index, GHashTable *parts)
{
    const char *name = zip_get_name(archive, index, 0);
    GByteArray *bytes = mh_arena_bytes(mh_job_arena(job));
    if (!name || !read_item(archive, index, bytes))
        return mh_report(job, MH_DOC_DAMAGED, 0, 0, "%s", name ? name : "a name");
    if (!is_needed(name))
        return MH_OK;
    xmlDoc *doc = NULL;
    mh_status status =
        mh_xml_parse(job, (mh_view){.ptr = (const char *)bytes->data, .len = bytes->len}, &doc);
    if (status == MH_OK)
        g_hash_table_insert(parts, mh_arena_strdup(mh_job_arena(job), name), doc);
    return status;
}

static mh_status read_parts(mh_job *job, zip_t *archive, GHashTable *parts)
{
    zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count < 1 || count > PARTS_MAX)
        return mh_report(job, MH_DOC_DAMAGED, 0, 0, "its list of parts");
    for (zip_uint64_t i = 0; i < (zip_uint64_t)count; i++) {
        mh_status status = read_part(job, archive, i, parts);
        if (status != MH_OK)
            return status;
    }
    if (!g_hash_table_contains(parts, text_parts[0]))
        return mh_report(job, MH_DOC_DAMAGED, 0, 0, "%s", text_parts[0]);
    return MH_OK;
}

mh_status mh_docx_inspect(mh_job *job, mh_view bytes, mh_docx_facts *out)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.ptr, bytes.len, 0, &error);
    zip_t *archive =
        source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : NULL;
    if (!archive) {
        mh_status status = mh_report(job, MH_DOC_DAMAGED, 0, 0, "%s", zip_error_strerror(&error));
        zip_source_free(source);
        zip_error_fini(&error);
        return status;
    }
    mh_docx_facts facts = {.part_count = (size_t)zip_get_num_entries(archive, 0)};
    const package p = {.job = job, .zipped = mh_arena_string_hash(mh_job_arena(job))};
    mh_status status = read_parts(job, archive, p.zipped);
    if (status == MH_OK) {
        gather(&p, &facts);
        *out = facts;
    }
    zip_discard(archive);
    zip_error_fini(&error);
    return status;
}

/* ------------------------------------------------------------------ flat OPC */

bool mh_docx_is_flat(const xmlDoc *doc)
{
    const xmlNode *root = xmlDocGetRootElement(doc);
    return root && mh_xml_is(root, DOCX_NS_PKG, "package");
}

/* Part names stand in pkg:name with a slash before them. */
static const xmlNode *find_flat(const package *p, const char *name)
{
    const char *wanted = mh_arena_printf(mh_job_arena(p->job), "/%s", name);
    for (const xmlNode *part = p->flat->children; part; part = part->next) {
        if (!mh_xml_is(part, DOCX_NS_PKG, "part"))
            continue;
        const xmlAttr *given = xmlHasNsProp(part, MH_XML("name"), MH_XML(DOCX_NS_PKG));
        if (given && given->children && strcmp((const char *)given->children->content, wanted) == 0)
            return docx_first_element(docx_first_element(part));
    }
    return NULL;
}

static const xmlNode *find_part(const package *p, const char *name)
{
    if (p->flat)
        return find_flat(p, name);
    xmlDoc *doc = g_hash_table_lookup(p->zipped, name);
    return doc ? xmlDocGetRootElement(doc) : NULL;
}

mh_status mh_docx_inspect_flat(mh_job *job, const xmlDoc *flat_opc, mh_docx_facts *out)
{
    const xmlNode *root = xmlDocGetRootElement(flat_opc);
    mh_docx_facts facts = {0};
    for (const xmlNode *part = root->children; part; part = part->next)
        facts.part_count += mh_xml_is(part, DOCX_NS_PKG, "part");
    const package p = {.job = job, .flat = root};
    if (!find_part(&p, text_parts[0]))
        return mh_report(job, MH_DOC_DAMAGED, 0, 0, "%s", text_parts[0]);
    gather(&p, &facts);
    *out = facts;
    return MH_OK;
}
