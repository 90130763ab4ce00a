#include "docx/docx.h"

#include "base/xml.h"
#include "docx/parts.h"

/* Elements of a run that are its text, whatever run it stands in (ECMA-376-1 §17.3.3). */
static const char *const texts[] = {"t", "tab", "br", "noBreakHyphen", "softHyphen", "sym"};

static bool is_word(const xmlNode *node, const char *name)
{
    return node && mh_xml_is(node, DOCX_NS_W, name);
}

/* ------------------------------------------------------------------ which runs say the same */

static const xmlChar *value_of(const xmlAttr *attribute)
{
    return attribute->children ? attribute->children->content : NULL;
}

static bool has_same_attributes(const xmlNode *a, const xmlNode *b)
{
    const xmlAttr *x = a->properties;
    const xmlAttr *y = b->properties;
    for (; x && y; x = x->next, y = y->next)
        if (!xmlStrEqual(x->name, y->name) || !xmlStrEqual(value_of(x), value_of(y)))
            return false;
    return x == y;
}

/* The properties of a run, or NULL. */
static const xmlNode *properties_of(const xmlNode *run)
{
    return is_word(run->children, "rPr") ? run->children : NULL;
}

/* Properties that hold more than empty elements (a tracked change) are like no others. */
static bool has_same_properties(const xmlNode *a, const xmlNode *b)
{
    const xmlNode *x = properties_of(a);
    const xmlNode *y = properties_of(b);
    if (!x || !y)
        return x == y;
    x = x->children;
    y = y->children;
    for (; x && y; x = x->next, y = y->next)
        if (x->type != XML_ELEMENT_NODE || x->children || y->children
            || !xmlStrEqual(x->name, y->name) || !has_same_attributes(x, y))
            return false;
    return x == y;
}

static bool is_text(const xmlNode *node)
{
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        if (is_word(node, texts[i]))
            return true;
    return false;
}

/* True for a run of text; one with a note's mark or a piece of a field stays as it is. */
static bool is_run_of_text(const xmlNode *node)
{
    if (!is_word(node, "r"))
        return false;
    const xmlNode *child = node->children;
    if (child && is_word(child, "rPr"))
        child = child->next;
    for (; child; child = child->next)
        if (!is_text(child))
            return false;
    return true;
}

/* ------------------------------------------------------------------ joining */

/* True for a text that keeps its blanks and is nothing but characters. */
static bool is_plain(const xmlNode *text)
{
    return is_word(text, "t") && text->properties && !text->properties->next
           && xmlStrEqual(text->properties->name, MH_XML("space")) && text->children
           && text->children->type == XML_TEXT_NODE && !text->children->next;
}

static void set_text(xmlNode *text, const GString *content)
{
    xmlNode *characters = xmlNewDocTextLen(text->doc, MH_XML(content->str), (int)content->len);
    if (!characters)
        g_error("out of memory");
    xmlFreeNode(xmlReplaceNode(text->children, characters));
}

static void drop(xmlNode *node)
{
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* Neighbouring texts of one run become one. */
static void join_texts(xmlNode *run, GString *content)
{
    for (xmlNode *text = run->children; text; text = text->next) {
        if (!is_plain(text) || !text->next || !is_plain(text->next))
            continue;
        g_string_assign(content, (const char *)text->children->content);
        while (text->next && is_plain(text->next)) {
            g_string_append(content, (const char *)text->next->children->content);
            drop(text->next);
        }
        set_text(text, content);
    }
}

/* Moves what the runs after @p run say into it, as long as they look the same. */
static void join_run(xmlNode *run, GString *content)
{
    bool is_joined = false;
    while (is_run_of_text(run->next) && has_same_properties(run, run->next)) {
        xmlNode *next = run->next;
        xmlNode *child = properties_of(next) ? next->children->next : next->children;
        while (child) {
            xmlNode *after = child->next;
            xmlUnlinkNode(child);
            xmlAddChild(run, child);
            child = after;
        }
        drop(next);
        is_joined = true;
    }
    if (is_joined)
        join_texts(run, content);
}

static void join_in_part(const xmlNode *root, GString *content)
{
    for (const xmlNode *parent = root; parent; parent = docx_next_node(parent, root)) {
        xmlNode *first = parent->type == XML_ELEMENT_NODE ? parent->children : NULL;
        for (xmlNode *node = first; node; node = node->next)
            if (is_run_of_text(node))
                join_run(node, content);
    }
}

void mh_docx_join_runs(mh_job *job, xmlDoc *flat_opc)
{
    const xmlNode *package = xmlDocGetRootElement(flat_opc);
    GString *content = mh_arena_string(mh_job_arena(job));
    for (const xmlNode *part = package ? package->children : NULL; part; part = part->next) {
        const xmlNode *root = docx_first_element(docx_first_element(part));
        if (root && root->ns && xmlStrEqual(root->ns->href, MH_XML(DOCX_NS_W)))
            join_in_part(root, content);
    }
}
