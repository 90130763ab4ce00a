#include "transform/numbering.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/variables.h>

#include "base/numeral.h"
#include "base/xml.h"

#define NS_MHX "urn:masthead:xslt:1"

enum { LEVELS = 9 };

/* A printed number: what counts in it, and the signs around that. */
typedef struct printed {
    char *text;
    size_t core;      /* where what counts begins */
    size_t after;     /* where it ends */
    const char *name; /* borrowed from the node, or NULL */
    unsigned level;
    bool is_number;
} printed;

/* The values a number may have, by format; 0 where it has none: "c)" is 3 or 100. */
typedef struct reading {
    const printed *first;
    uint32_t start[MH_NUMERAL_FORMAT_COUNT];
    uint32_t count;
} reading;

/* ------------------------------------------------------------------ numbers */

/* One group of letters or digits, and no sign that lvlText would take for a level. */
static bool split(printed *p)
{
    const char *at = p->text;
    while (*at && !g_unichar_isalnum(g_utf8_get_char(at)))
        at = mh_utf8_next(at);
    p->core = (size_t)(at - p->text);
    while (*at && g_unichar_isalnum(g_utf8_get_char(at)))
        at = mh_utf8_next(at);
    p->after = (size_t)(at - p->text);
    while (*at && !g_unichar_isalnum(g_utf8_get_char(at)))
        at = mh_utf8_next(at);
    return !*at && p->after > p->core && !strchr(p->text, '%');
}

static void clear_printed(gpointer data)
{
    xmlFree(((printed *)data)->text);
}

static void append_printed(GArray *list, const xmlNode *element)
{
    const char *level = mh_xml_attribute(element, "level");
    printed p = {
        .text = g_strstrip((char *)xmlNodeGetContent(element)),
        .name = mh_xml_attribute(element, "of"),
        .level = level ? (unsigned)g_ascii_strtoull(level, NULL, 10) : 0,
    };
    p.is_number = g_utf8_validate(p.text, -1, NULL) && split(&p);
    g_array_append_val(list, p);
}

static GArray *new_list(void)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(printed));
    g_array_set_clear_func(list, clear_printed);
    return list;
}

static bool may_be(mh_numeral_format format, const char *core, size_t len)
{
    unsigned char first = (unsigned char)core[0];
    switch (format) {
    case MH_NUMERAL_DECIMAL:
        return g_ascii_isdigit(core[0]);
    case MH_NUMERAL_LOWER_LETTER:
        return g_ascii_islower(core[0]);
    case MH_NUMERAL_UPPER_LETTER:
        return g_ascii_isupper(core[0]);
    case MH_NUMERAL_LOWER_ROMAN:
        return strspn(core, "ivxlc") >= len;
    case MH_NUMERAL_UPPER_ROMAN:
        return strspn(core, "IVXLC") >= len;
    case MH_NUMERAL_LOWER_RUSSIAN:
    case MH_NUMERAL_UPPER_RUSSIAN:
        return first == 0xD0 || first == 0xD1;
    case MH_NUMERAL_CHINESE:
        return first >= 0xE4 && first <= 0xE9;
    case MH_NUMERAL_FORMAT_COUNT:
        break;
    }
    return false;
}

/* False when nothing can be made of it. */
static bool start_reading(reading *r, const printed *first)
{
    bool is_known = false;
    const char *core = first->text + first->core;
    size_t len = first->after - first->core;
    *r = (reading){.first = first, .count = 1};
    for (mh_numeral_format f = 0; first->is_number && f < MH_NUMERAL_FORMAT_COUNT; f++) {
        if (may_be(f, core, len))
            r->start[f] = mh_numeral_read(f, core, len);
        is_known = is_known || r->start[f] > 0;
    }
    return is_known;
}

static bool has_same_signs(const printed *a, const printed *b)
{
    return a->core == b->core && memcmp(a->text, b->text, a->core) == 0
           && strcmp(a->text + a->after, b->text + b->after) == 0;
}

static bool prints_as(mh_numeral_format format, uint32_t value, const printed *p, GString *room)
{
    g_string_truncate(room, 0);
    return mh_numeral_write(format, value, room) && room->len == p->after - p->core
           && memcmp(room->str, p->text + p->core, room->len) == 0;
}

/* Keeps the formats in which @p p is @p steps after the first; false and unchanged when none is
 * left. */
static bool extend(reading *r, const printed *p, uint32_t steps, GString *room)
{
    bool goes_on[MH_NUMERAL_FORMAT_COUNT] = {false};
    bool is_any = false;
    if (!p->is_number || !has_same_signs(r->first, p))
        return false;
    for (mh_numeral_format f = 0; f < MH_NUMERAL_FORMAT_COUNT; f++) {
        goes_on[f] = r->start[f] > 0 && prints_as(f, r->start[f] + steps, p, room);
        is_any = is_any || goes_on[f];
    }
    for (mh_numeral_format f = 0; is_any && f < MH_NUMERAL_FORMAT_COUNT; f++)
        if (!goes_on[f])
            r->start[f] = 0;
    return is_any;
}

/* "i" alone is the first of a list, "c" the third rather than the hundredth. */
static mh_numeral_format best_format(const reading *r)
{
    static const mh_numeral_format roman[] = {MH_NUMERAL_LOWER_ROMAN, MH_NUMERAL_UPPER_ROMAN};
    for (size_t i = 0; i < G_N_ELEMENTS(roman); i++)
        if (r->start[roman[i]] == 1)
            return roman[i];
    mh_numeral_format f = 0;
    while (r->start[f] == 0)
        f++;
    return f;
}

/* ------------------------------------------------------------------ results */

static void set_number(xmlNode *element, const char *name, uint32_t value)
{
    char text[16];
    (void)g_snprintf(text, sizeof text, "%u", value);
    xmlNewProp(element, MH_XML(name), MH_XML(text));
}

static xmlNode *add_result(xmlDoc *fragment, xmlNodeSet *result, const char *name, const reading *r)
{
    xmlNode *element = xmlNewDocNode(fragment, NULL, MH_XML(name), NULL);
    mh_numeral_format format = best_format(r);
    char *before = g_strndup(r->first->text, r->first->core);
    xmlNewProp(element, MH_XML("format"), MH_XML(mh_numeral_name(format)));
    xmlNewProp(element, MH_XML("before"), MH_XML(before));
    xmlNewProp(element, MH_XML("after"), MH_XML(r->first->text + r->first->after));
    set_number(element, "start", r->start[format]);
    g_free(before);
    xmlAddChild((xmlNode *)fragment, element);
    xmlXPathNodeSetAdd(result, element);
    return element;
}

static void add_list(const GArray *numbers, guint at, const reading *r, const xmlNode *group,
                     xmlDoc *fragment, xmlNodeSet *result)
{
    xmlNode *element = add_result(fragment, result, "list", r);
    const char *level = mh_xml_attribute(group, "level");
    if (level)
        xmlNewProp(element, MH_XML("level"), MH_XML(level));
    for (guint i = 0; i < r->count; i++) {
        xmlNode *number = xmlNewChild(element, NULL, MH_XML("number"), NULL);
        const char *name = g_array_index(numbers, printed, at + i).name;
        if (name)
            xmlNewProp(number, MH_XML("of"), MH_XML(name));
    }
}

/* The longest reading that begins at @p at; its count is 0 when there is none. */
static reading read_run(const GArray *numbers, guint at, GString *room)
{
    reading r;
    if (!start_reading(&r, &g_array_index(numbers, printed, at)))
        r.count = 0;
    while (r.count > 0 && at + r.count < numbers->len
           && extend(&r, &g_array_index(numbers, printed, at + r.count), r.count, room))
        r.count++;
    return r;
}

static void find_in_group(const xmlNode *group, xmlDoc *fragment, xmlNodeSet *result)
{
    GArray *numbers = new_list();
    GString *room = g_string_sized_new(16);
    for (const xmlNode *child = group->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            append_printed(numbers, child);
    bool is_whole = mh_xml_attribute(group, "whole") != NULL;
    for (guint i = 0; i < numbers->len;) {
        reading r = read_run(numbers, i, room);
        if (is_whole && r.count < numbers->len)
            break;
        if (r.count > 0)
            add_list(numbers, i, &r, group, fragment, result);
        i += MAX(r.count, 1);
    }
    g_string_free(room, TRUE);
    g_array_unref(numbers);
}

static void find_lists(xmlNodeSet *groups, xmlDoc *fragment, xmlNodeSet *result)
{
    for (int i = 0; i < groups->nodeNr; i++)
        find_in_group(groups->nodeTab[i], fragment, result);
}

/* True when every number of that level is one more than the last, or 1 behind a counted heading
 * above it. */
static bool level_counts(const GArray *list, unsigned level, const bool *is_counted, reading *r)
{
    GString *room = g_string_sized_new(16);
    uint32_t steps = 0;
    bool is_good = true;
    r->count = 0;
    for (guint i = 0; is_good && i < list->len; i++) {
        const printed *p = &g_array_index(list, printed, i);
        if (p->text[0] == '\0' || p->level < 1 || p->level > level)
            continue;
        if (p->level < level) {
            steps = is_counted[p->level] ? 0 : steps;
            continue;
        }
        if (r->count == 0)
            is_good = start_reading(r, p);
        is_good = is_good && extend(r, p, steps++, room);
    }
    g_string_free(room, TRUE);
    return is_good && r->count > 0 && r->start[best_format(r)] == 1;
}

static void find_levels(xmlNodeSet *headings, xmlDoc *fragment, xmlNodeSet *result)
{
    bool is_counted[LEVELS + 1] = {false};
    GArray *list = new_list();
    for (int i = 0; i < headings->nodeNr; i++)
        append_printed(list, headings->nodeTab[i]);
    for (unsigned level = 1; level <= LEVELS; level++) {
        reading r;
        is_counted[level] = level_counts(list, level, is_counted, &r);
        if (is_counted[level])
            set_number(add_result(fragment, result, "level", &r), "n", level);
    }
    g_array_unref(list);
}

typedef void (*finder)(xmlNodeSet *nodes, xmlDoc *fragment, xmlNodeSet *result);

/* Pops the nodes and pushes the findings; these live in a result tree fragment of the run. */
static void call(xmlXPathParserContext *parser, int argument_count, finder find)
{
    if (argument_count != 1) {
        xmlXPathSetArityError(parser);
        return;
    }
    xsltTransformContext *context = xsltXPathGetTransformContext(parser);
    xmlNodeSet *nodes = xmlXPathPopNodeSet(parser);
    if (xmlXPathCheckError(parser))
        return;
    xmlNodeSet *result = xmlXPathNodeSetCreate(NULL);
    xmlDoc *fragment = nodes && nodes->nodeNr > 0 ? xsltCreateRVT(context) : NULL;
    if (fragment) {
        xsltRegisterLocalRVT(context, fragment);
        xmlXPathNodeSetSort(nodes);
        find(nodes, fragment, result);
    }
    xmlXPathFreeNodeSet(nodes);
    xmlXPathReturnNodeSet(parser, result);
}

static void lists(xmlXPathParserContext *parser, int argument_count)
{
    call(parser, argument_count, find_lists);
}

static void outline(xmlXPathParserContext *parser, int argument_count)
{
    call(parser, argument_count, find_levels);
}

void numbering_register(void)
{
    xsltRegisterExtModuleFunction(MH_XML("lists"), MH_XML(NS_MHX), lists);
    xsltRegisterExtModuleFunction(MH_XML("outline"), MH_XML(NS_MHX), outline);
}
