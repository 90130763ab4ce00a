#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "pack/check.h"

static const struct {
    const char *prefix;
    const char *uri;
} namespaces[] = {
    {"mets", "http://www.loc.gov/METS/"},
    {"xlink", "http://www.w3.org/1999/xlink"},
    {"csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"},
    {"premis", "http://www.loc.gov/premis/v3"},
    {"opex", "http://www.openpreservationexchange.org/opex/v1.2"},
};

GPtrArray *pack_select(mh_arena *arena, xmlNode *context, const char *expression)
{
    GPtrArray *found = mh_arena_ptr_array(arena);
    xmlXPathContext *xpath = xmlXPathNewContext(context->doc);
    for (size_t i = 0; i < G_N_ELEMENTS(namespaces); i++)
        (void)xmlXPathRegisterNs(xpath, MH_XML(namespaces[i].prefix), MH_XML(namespaces[i].uri));
    xmlXPathObject *result = xmlXPathNodeEval(context, MH_XML(expression), xpath);
    xmlNodeSet *nodes = result ? result->nodesetval : NULL;
    for (int i = 0; nodes && i < nodes->nodeNr; i++)
        g_ptr_array_add(found, nodes->nodeTab[i]);
    xmlXPathFreeObject(result);
    xmlXPathFreeContext(xpath);
    return found;
}

const char *pack_text(mh_arena *arena, xmlNode *context, const char *expression)
{
    const GPtrArray *found = pack_select(arena, context, expression);
    if (found->len == 0)
        return NULL;
    xmlChar *text = xmlNodeGetContent(found->pdata[0]);
    const char *copy = mh_arena_string_of(arena, mh_view_trim(mh_view_of((const char *)text)));
    xmlFree(text);
    return copy;
}

bool pack_check_xml(pack_check *check, const char *path, xmlDoc **out)
{
    mh_view bytes;
    if (!pack_check_read(check, path, &bytes))
        return false;
    if (mh_xml_parse(check->job, bytes, out) == MH_OK)
        return true;
    check->faults++;
    return false;
}
