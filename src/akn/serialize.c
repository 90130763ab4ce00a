#include "akn/akn.h"

/*
 * libxml2 indents the children of an element that has no text among them, which would put white
 * space between the words of a paragraph made of elements only. An empty text node in each such
 * element keeps it from that; they are taken out again.
 */

static bool is_mixed(const xmlNode *element)
{
    static const char *const names[] = {
        "p",          "num",     "heading", "subheading",   "from",    "narrative",
        "scene",      "summary", "caption", "crossHeading", "tocItem", "listIntroduction",
        "listWrapUp",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp((const char *)element->name, names[i]) == 0)
            return mh_xml_is(element, MH_NS_AKN, names[i]);
    return false;
}

static bool has_text(const xmlNode *element)
{
    for (const xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_TEXT_NODE)
            return true;
    return false;
}

/* Recursion ends where paragraphs do; the writer and the parser both cap how deep that is. */
static void hold_together(xmlNode *element, GPtrArray *added)
{
    if (is_mixed(element)) {
        if (element->children && !has_text(element))
            g_ptr_array_add(added, xmlAddChild(element, xmlNewDocText(element->doc, MH_XML(""))));
        return;
    }
    for (xmlNode *n = element->children; n; n = n->next)
        if (n->type == XML_ELEMENT_NODE)
            hold_together(n, added);
}

mh_view mh_akn_serialize(mh_job *job, xmlDoc *doc)
{
    GPtrArray *added = mh_arena_ptr_array(mh_job_arena(job));
    xmlNode *root = xmlDocGetRootElement(doc);
    if (root)
        hold_together(root, added);
    mh_view text = mh_xml_serialize(job, doc, true);
    for (guint i = 0; i < added->len; i++) {
        xmlUnlinkNode(added->pdata[i]);
        xmlFreeNode(added->pdata[i]);
    }
    return text;
}
