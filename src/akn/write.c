#include "akn/blocks.h"
#include "akn/writer.h"

xmlNode *akn_element(const akn_writer *w, xmlNode *parent, const char *name)
{
    xmlNode *element = xmlNewDocNode(w->doc, w->ns, MH_XML(name), NULL);
    return xmlAddChild(parent, element);
}

xmlNode *akn_element_with_id(const akn_writer *w, xmlNode *parent, const char *name, akn_id id)
{
    xmlNode *element = akn_element(w, parent, name);
    akn_set(element, "eId", id.eid);
    if (strcmp(id.eid, id.wid) != 0)
        akn_set(element, "wId", id.wid);
    return element;
}

/* Length of the character at @p p when XML 1.0 (section 2.2) has no room for it, else 0. */
static size_t forbidden_length(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
        return 1;
    bool is_noncharacter = c == 0xEF && end - p >= 3 && (unsigned char)p[1] == 0xBF
                           && ((unsigned char)p[2] == 0xBE || (unsigned char)p[2] == 0xBF);
    return is_noncharacter ? 3 : 0;
}

/* The first character from @p p on that XML has no room for, or @p end. */
static const char *find_forbidden(const char *p, const char *end)
{
    while (p < end && forbidden_length(p, end) == 0)
        p++;
    return p;
}

#define REPLACEMENT "\xEF\xBF\xBD"

void akn_set(xmlNode *element, const char *name, const char *value)
{
    if (!value)
        return;
    const char *end = value + strlen(value);
    const char *p = find_forbidden(value, end);
    if (p == end) {
        (void)xmlNewNsProp(element, NULL, MH_XML(name), MH_XML(value));
        return;
    }
    GString *clean = g_string_new(NULL);
    for (const char *start = value; start < end; p = find_forbidden(start, end)) {
        g_string_append_len(clean, start, p - start);
        if (p < end)
            g_string_append(clean, REPLACEMENT);
        start = p < end ? p + forbidden_length(p, end) : end;
    }
    (void)xmlNewNsProp(element, NULL, MH_XML(name), MH_XML(clean->str));
    (void)g_string_free(clean, TRUE);
}

void akn_text(xmlNode *parent, mh_view text)
{
    const char *end = text.ptr + text.len;
    for (const char *start = text.ptr; start < end;) {
        const char *p = find_forbidden(start, end);
        xmlNodeAddContentLen(parent, MH_XML(start), (int)(p - start));
        if (p < end)
            xmlNodeAddContent(parent, MH_XML(REPLACEMENT));
        start = p < end ? p + forbidden_length(p, end) : end;
    }
}

void akn_set_lines(const akn_writer *w, xmlNode *element, uint32_t first, uint32_t last)
{
    char lines[32];
    if (first == 0)
        return;
    if (last > first)
        (void)g_snprintf(lines, sizeof lines, "%u-%u", first, last);
    else
        (void)g_snprintf(lines, sizeof lines, "%u", first);
    (void)xmlNewNsProp(element, w->ns_mh, MH_XML("lines"), MH_XML(lines));
}

mh_language akn_enter_language(akn_writer *w, xmlNode *element, mh_language language)
{
    mh_language outer = w->language;
    if (language != MH_LANGUAGE_NONE && language != outer) {
        xmlNodeSetLang(element, MH_XML(mh_language_code(language)));
        w->language = language;
    }
    return outer;
}

const char *akn_refer(akn_writer *w, const mh_concept *concept)
{
    return akn_references_add(w->references, concept);
}

const char *akn_kind_shown(const mh_document *document)
{
    return mh_kind_info_of(document->kind)->show;
}

static size_t count_attachments(const mh_document *document)
{
    size_t count = 0;
    for (const mh_document *a = document->attachments; a; a = a->next)
        count++;
    return count;
}

mh_status mh_akn_write(mh_job *job, const mh_record *record, const mh_akn_options *options,
                       xmlDoc **out)
{
    mh_arena *arena = mh_job_arena(job);
    akn_writer w = {.job = job,
                    .arena = arena,
                    .record = record,
                    .generator = options && options->generator ? options->generator : "Masthead",
                    .iri = akn_iri_of_record(arena, record),
                    .work = record->document,
                    .doc = mh_xml_own(job, xmlNewDoc(MH_XML("1.0"))),
                    .ids = akn_ids_new(arena),
                    .notes = g_hash_table_new(g_direct_hash, g_direct_equal),
                    .component = AKN_ID_ROOT,
                    .annex_count = count_attachments(record->document),
                    .language = record->language};
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, w.notes);
    /* One copy of each element's name instead of one for each element. */
    w.doc->dict = xmlDictCreate();
    w.references = akn_references_new(arena, w.ids);

    xmlNode *root = xmlNewDocNode(w.doc, NULL, MH_XML("akomaNtoso"), NULL);
    (void)xmlDocSetRootElement(w.doc, root);
    w.ns = xmlNewNs(root, MH_XML(MH_NS_AKN), NULL);
    w.ns_mh = xmlNewNs(root, MH_XML(MH_NS_MH), MH_XML("mh"));
    xmlSetNs(root, w.ns);
    akn_document(&w, root, record->document);
    akn_link_contents(&w, root);
    if (w.is_too_deep)
        return mh_report(job, MH_AKN_DEEP, 0, 0, NULL);
    *out = w.doc;
    return MH_OK;
}
