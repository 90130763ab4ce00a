#include "docx/numbering.h"

#include "base/numeral.h"
#include "base/xml.h"
#include "docx/parts.h"

enum {
    LEVELS = 9,
    /* A style is based on another; Word's own go four deep. */
    STYLE_DEPTH_MAX = 16,
};

typedef struct level {
    uint32_t start;
    const char *format; /* name in w:numFmt */
    const char *text;   /* w:lvlText: "%1" stands for the counter of the first level; or NULL */
    uint32_t value;     /* 0 before the first paragraph */
} level;

/* w:abstractNum: its counters are common to all lists of it. */
typedef struct scheme {
    level levels[LEVELS];
} scheme;

/* w:num */
typedef struct list {
    scheme *scheme;
    uint32_t restart[LEVELS]; /* w:startOverride, in force at the first paragraph; 0 for none */
} list;

struct docx_numbering {
    mh_arena *arena;
    GHashTable *schemes; /* w:abstractNumId → scheme */
    GHashTable *lists;   /* w:numId → list */
    GHashTable *styles;  /* w:styleId → w:style */
};

/* ------------------------------------------------------------------ definitions */

static const char *attribute(const xmlNode *element, const char *name)
{
    const xmlAttr *a = element ? xmlHasNsProp(element, MH_XML(name), MH_XML(DOCX_NS_W)) : NULL;
    return a && a->children ? (const char *)a->children->content : NULL;
}

static const xmlNode *find_child(const xmlNode *parent, const char *name)
{
    const xmlNode *child = parent ? parent->children : NULL;
    while (child && !mh_xml_is(child, DOCX_NS_W, name))
        child = child->next;
    return child;
}

static uint32_t number_of(const char *text, uint32_t otherwise)
{
    return text ? (uint32_t)g_ascii_strtoull(text, NULL, 10) : otherwise;
}

/* LEVELS for one that is none. */
static uint32_t level_of(const xmlNode *element)
{
    return MIN(number_of(attribute(element, "ilvl"), LEVELS), LEVELS);
}

static void add_scheme(docx_numbering *n, const xmlNode *definition)
{
    const char *id = attribute(definition, "abstractNumId");
    scheme *s = mh_arena_alloc(n->arena, sizeof *s);
    *s = (scheme){0};
    for (const xmlNode *child = definition->children; child; child = child->next) {
        uint32_t at = mh_xml_is(child, DOCX_NS_W, "lvl") ? level_of(child) : LEVELS;
        if (at < LEVELS)
            s->levels[at] = (level){
                .start = number_of(attribute(find_child(child, "start"), "val"), 0),
                .format = attribute(find_child(child, "numFmt"), "val"),
                .text = attribute(find_child(child, "lvlText"), "val"),
            };
    }
    if (id)
        g_hash_table_insert(n->schemes, mh_unconst(id), s);
}

static void add_list(docx_numbering *n, const xmlNode *definition)
{
    const char *id = attribute(definition, "numId");
    const char *of = attribute(find_child(definition, "abstractNumId"), "val");
    list *l = mh_arena_alloc(n->arena, sizeof *l);
    *l = (list){.scheme = of ? g_hash_table_lookup(n->schemes, of) : NULL};
    for (const xmlNode *child = definition->children; child; child = child->next) {
        uint32_t at = mh_xml_is(child, DOCX_NS_W, "lvlOverride") ? level_of(child) : LEVELS;
        if (at < LEVELS)
            l->restart[at] = number_of(attribute(find_child(child, "startOverride"), "val"), 0);
    }
    if (id && l->scheme)
        g_hash_table_insert(n->lists, mh_unconst(id), l);
}

docx_numbering *docx_numbering_new(mh_job *job, const xmlNode *definitions, const xmlNode *styles)
{
    mh_arena *arena = mh_job_arena(job);
    docx_numbering *n = mh_arena_alloc(arena, sizeof *n);
    *n = (docx_numbering){
        .arena = arena,
        .schemes = mh_arena_string_hash(arena),
        .lists = mh_arena_string_hash(arena),
        .styles = mh_arena_string_hash(arena),
    };
    /* the schema puts schemes before lists */
    for (const xmlNode *d = definitions ? definitions->children : NULL; d; d = d->next) {
        if (mh_xml_is(d, DOCX_NS_W, "abstractNum"))
            add_scheme(n, d);
        else if (mh_xml_is(d, DOCX_NS_W, "num"))
            add_list(n, d);
    }
    for (const xmlNode *s = styles ? styles->children : NULL; s; s = s->next)
        if (mh_xml_is(s, DOCX_NS_W, "style") && attribute(s, "styleId"))
            g_hash_table_insert(n->styles, mh_unconst(attribute(s, "styleId")), mh_unconst(s));
    return n;
}

/* ------------------------------------------------------------------ paragraphs */

/* w:numPr of the paragraph, or of its style, or of the one that is based on; or NULL. */
static const xmlNode *find_numbering(const docx_numbering *n, const xmlNode *paragraph)
{
    const xmlNode *properties = find_child(paragraph, "pPr");
    const xmlNode *found = find_child(properties, "numPr");
    const char *style = attribute(find_child(properties, "pStyle"), "val");
    for (int depth = 0; !found && style && depth < STYLE_DEPTH_MAX; depth++) {
        const xmlNode *definition = g_hash_table_lookup(n->styles, style);
        found = find_child(find_child(definition, "pPr"), "numPr");
        style = attribute(find_child(definition, "basedOn"), "val");
    }
    return found;
}

static void count(list *l, uint32_t at)
{
    level *levels = l->scheme->levels;
    if (l->restart[at] > 0)
        levels[at].value = l->restart[at];
    else if (levels[at].value > 0)
        levels[at].value++;
    else
        levels[at].value = levels[at].start;
    l->restart[at] = 0;
    for (uint32_t below = at + 1; below < LEVELS; below++)
        levels[below].value = 0;
}

static void append_value(const level *l, GString *out)
{
    mh_numeral_format format = mh_numeral_find(l->format);
    if (format < MH_NUMERAL_FORMAT_COUNT)
        (void)mh_numeral_write(format, MAX(l->value, l->start), out);
}

void docx_numbering_append(docx_numbering *numbering, const xmlNode *paragraph, GString *out)
{
    const xmlNode *wanted = find_numbering(numbering, paragraph);
    const char *id = attribute(find_child(wanted, "numId"), "val");
    list *l = id ? g_hash_table_lookup(numbering->lists, id) : NULL;
    const char *depth = attribute(find_child(wanted, "ilvl"), "val");
    uint32_t at = number_of(depth, 0);
    if (!l || at >= LEVELS)
        return;
    count(l, at);
    const level *levels = l->scheme->levels;
    for (const char *c = levels[at].text; c && *c; c++) {
        if (c[0] == '%' && c[1] >= '1' && c[1] <= '9')
            append_value(&levels[*++c - '1'], out);
        else
            g_string_append_c(out, *c);
    }
}
