#include "pdf/inspect.h"

#include "base/xml.h"
#include "pdf/extract.h"
#include "pdf/syntax.h"

#define NS_PDFA "http://www.aiim.org/pdfa/ns/id/"
#define NS_PDFUA "http://www.aiim.org/pdfua/ns/id/"

typedef struct inspector {
    mh_job *job;
    mh_arena *arena;
    pdf_file *file;
    mh_view catalog;
    mh_pdf_facts *facts;
} inspector;

static bool stream_of(inspector *n, mh_view reference, pdf_object *object, mh_view *bytes)
{
    uint32_t number = pdf_reference(reference);
    return number != 0 && pdf_file_object(n->file, number, object)
           && pdf_file_expand(n->file, object, bytes);
}

static const char *text_of(inspector *n, mh_view value)
{
    GString *text = mh_arena_string(n->arena);
    pdf_string_text(value, text);
    return text->str;
}

/* ------------------------------------------------------------------ attachments */

static bool is_intact(inspector *n, mh_view stream_dict, mh_view bytes)
{
    mh_view parameters = pdf_file_resolve(n->file, pdf_dict_find(stream_dict, "Params"));
    size_t size = 0;
    GString *sum = mh_arena_string(n->arena);
    GString *digits = mh_arena_string(n->arena);
    pdf_string_bytes(pdf_dict_find(parameters, "CheckSum"), sum);
    for (size_t i = 0; i < sum->len; i++)
        g_string_append_printf(digits, "%02x", (guchar)sum->str[i]);
    char *md5 = g_compute_checksum_for_data(G_CHECKSUM_MD5, (const guchar *)bytes.ptr, bytes.len);
    bool is_same = pdf_unsigned(pdf_dict_find(parameters, "Size"), &size) && size == bytes.len
                   && strcmp(md5, digits->str) == 0;
    g_free(md5);
    return is_same;
}

/* A name without its slash, escapes undone. */
static const char *name_of(inspector *n, mh_view value)
{
    GString *name = mh_arena_string(n->arena);
    for (size_t i = 1; i < value.len; i++) {
        bool is_escape = value.ptr[i] == '#' && i + 2 < value.len
                         && g_ascii_isxdigit(value.ptr[i + 1])
                         && g_ascii_isxdigit(value.ptr[i + 2]);
        if (is_escape) {
            int byte = g_ascii_xdigit_value(value.ptr[i + 1]) << 4
                       | g_ascii_xdigit_value(value.ptr[i + 2]);
            g_string_append_c(name, (char)byte);
            i += 2;
        } else {
            g_string_append_c(name, value.ptr[i]);
        }
    }
    return name->str;
}

static bool read_specification(inspector *n, mh_view specification, mh_pdf_inside *out)
{
    pdf_object stream;
    mh_view bytes;
    mh_view embedded = pdf_file_resolve(n->file, pdf_dict_find(specification, "EF"));
    if (!stream_of(n, pdf_dict_find(embedded, "F"), &stream, &bytes))
        return false;
    *out = (mh_pdf_inside){
        .file =
            {
                .name = text_of(n, pdf_dict_find(specification, "UF")),
                .mime_type = name_of(n, pdf_dict_find(stream.value, "Subtype")),
                .relationship = name_of(n, pdf_dict_find(specification, "AFRelationship")),
                .description = text_of(n, pdf_dict_find(specification, "Desc")),
                .bytes = bytes,
            },
        .is_intact = is_intact(n, stream.value, bytes),
    };
    return true;
}

/* The name tree is one leaf: pairs of a name and a specification. */
static bool read_files(inspector *n)
{
    mh_view names = pdf_file_resolve(n->file, pdf_dict_find(n->catalog, "Names"));
    mh_view tree = pdf_file_resolve(n->file, pdf_dict_find(names, "EmbeddedFiles"));
    mh_view pairs = pdf_dict_find(tree, "Names");
    GArray *files = mh_arena_array(n->arena, sizeof(mh_pdf_inside));
    pdf_cursor cursor = {.bytes = pairs};
    (void)pdf_next(&cursor);
    mh_view key;
    mh_view value;
    while (pdf_value(&cursor, &key) && pdf_value(&cursor, &value)) {
        mh_pdf_inside inside;
        if (!read_specification(n, pdf_file_resolve(n->file, value), &inside))
            return false;
        g_array_append_val(files, inside);
    }
    n->facts->files = (const mh_pdf_inside *)(const void *)files->data;
    n->facts->file_count = files->len;
    return true;
}

/* ------------------------------------------------------------------ claims */

/* Text of the first property of that name, or NULL. Our metadata write properties as elements. */
static const char *find_property(const xmlNode *root, const char *namespace_uri, const char *name)
{
    const xmlNode *rdf = root ? root->children : NULL;
    while (rdf && rdf->type != XML_ELEMENT_NODE)
        rdf = rdf->next;
    for (const xmlNode *d = rdf ? rdf->children : NULL; d; d = d->next)
        for (const xmlNode *p = d->children; p; p = p->next)
            if (mh_xml_is(p, namespace_uri, name) && p->children)
                return (const char *)p->children->content;
    return NULL;
}

static bool read_claims(inspector *n)
{
    pdf_object stream;
    mh_view bytes;
    xmlDoc *xmp = NULL;
    if (!stream_of(n, pdf_dict_find(n->catalog, "Metadata"), &stream, &bytes)
        || mh_xml_parse(n->job, bytes, &xmp) != MH_OK)
        return false;
    const xmlNode *root = xmlDocGetRootElement(xmp);
    const char *ua = find_property(root, NS_PDFUA, "part");
    mh_view marked = pdf_file_resolve(n->file, pdf_dict_find(n->catalog, "MarkInfo"));
    mh_view is_marked = pdf_dict_find(marked, "Marked");
    n->facts->pdfa_part = find_property(root, NS_PDFA, "part");
    n->facts->pdfa_conformance = find_property(root, NS_PDFA, "conformance");
    n->facts->source_sha256 = find_property(root, MH_NS_MH, "sourceDigest");
    n->facts->claims_ua = ua && strcmp(ua, "1") == 0;
    n->facts->is_tagged = mh_view_equal(is_marked, MH_VIEW("true"))
                          && pdf_dict_find(n->catalog, "StructTreeRoot").len > 0;
    n->facts->has_language = pdf_dict_find(n->catalog, "Lang").len > 0;
    n->facts->has_output_intent = pdf_dict_find(n->catalog, "OutputIntents").len > 0;
    return true;
}

mh_status mh_pdf_inspect(mh_job *job, mh_view bytes, mh_pdf_facts *out)
{
    mh_pdf_facts facts = {0};
    inspector n = {.job = job, .arena = mh_job_arena(job), .facts = &facts};
    n.file = pdf_file_try(n.arena, pdf_flate_new(n.arena), bytes);
    if (!n.file)
        return mh_report(job, MH_PDF_FOREIGN, 0, 0, "its cross-reference");
    n.catalog = pdf_file_catalog(n.file);
    if (!read_claims(&n))
        return mh_report(job, MH_PDF_FOREIGN, 0, 0, "its metadata");
    if (!read_files(&n))
        return mh_report(job, MH_PDF_FOREIGN, 0, 0, "a file inside");
    *out = facts;
    return MH_OK;
}

mh_status mh_pdf_read_text(mh_job *job, mh_view bytes, mh_pdf_text *out)
{
    mh_arena *arena = mh_job_arena(job);
    pdf_file *file = pdf_file_try(arena, pdf_flate_new(arena), bytes);
    GArray *pages = file ? pdf_file_pages(file) : NULL;
    if (!pages)
        return mh_report(job, MH_PDF_FOREIGN, 0, 0, "its list of pages");
    GString *text = mh_arena_string(arena);
    pdf_extractor *extractor = pdf_extractor_new(job, file);
    for (guint i = 0; i < pages->len; i++) {
        if (!pdf_extract_page(extractor, g_array_index(pages, uint32_t, i), text))
            return mh_report(job, MH_PDF_FOREIGN, 0, 0, "page %u", i + 1);
        g_string_append_c(text, '\n');
    }
    *out = (mh_pdf_text){.page_count = pages->len, .text = {.ptr = text->str, .len = text->len}};
    return MH_OK;
}
