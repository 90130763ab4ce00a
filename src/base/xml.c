#include "base/xml.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

static void destroy_doc(void *doc)
{
    xmlFreeDoc(doc);
}

static void destroy_xml_memory(void *memory)
{
    xmlFree(memory);
}

xmlDoc *mh_xml_own(mh_job *job, xmlDoc *doc)
{
    mh_arena_defer(mh_job_arena(job), destroy_doc, doc);
    return doc;
}

mh_status mh_xml_parse(mh_job *job, mh_view bytes, xmlDoc **out)
{
    if (bytes.len > INT32_MAX)
        return mh_report(job, MH_JOB_TOO_LARGE, 0, 0, "2 GiB");
    xmlParserCtxt *context = xmlNewParserCtxt();
    xmlDoc *doc = xmlCtxtReadMemory(context, bytes.ptr ? bytes.ptr : "", (int)bytes.len, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
                                        | XML_PARSE_BIG_LINES);
    mh_status status = MH_OK;
    if (doc) {
        *out = mh_xml_own(job, doc);
    } else {
        const xmlError *error = xmlCtxtGetLastError(context);
        const char *message = error && error->message ? error->message : "no document";
        char *text = g_strchomp(g_strdup(message));
        status = mh_report(job, MH_XML_BROKEN, error && error->line > 0 ? (uint32_t)error->line : 0,
                           0, "%s", text);
        g_free(text);
    }
    xmlFreeParserCtxt(context);
    return status;
}

mh_view mh_xml_serialize(mh_job *job, xmlDoc *doc, bool indent)
{
    xmlChar *text = NULL;
    int length = 0;
    xmlDocDumpFormatMemoryEnc(doc, &text, &length, "UTF-8", indent ? 1 : 0);
    g_assert(text);
    mh_arena_defer(mh_job_arena(job), destroy_xml_memory, text);
    return (mh_view){.ptr = (const char *)text, .len = (size_t)length};
}

const char *mh_xml_attribute(const xmlNode *element, const char *name)
{
    for (const xmlAttr *a = element->properties; a; a = a->next)
        if (!a->ns && strcmp((const char *)a->name, name) == 0)
            return a->children ? (const char *)a->children->content : "";
    return NULL;
}

bool mh_xml_is(const xmlNode *node, const char *namespace_uri, const char *name)
{
    return node->type == XML_ELEMENT_NODE && node->ns
           && strcmp((const char *)node->ns->href, namespace_uri) == 0
           && strcmp((const char *)node->name, name) == 0;
}
