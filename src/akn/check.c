#include "akn/akn.h"

/*
 * Rules of the profile that no grammar can say (see schema/README.md). One walk over the
 * document gathers ids and references; what refers is checked against what is there afterwards.
 */

typedef struct checker {
    mh_job *job;
    mh_status status;
    GHashTable *ids;       /* eId → element */
    GHashTable *used;      /* eIds that something refers to */
    GPtrArray *references; /* attributes that refer */
    GPtrArray *concepts;   /* TLC elements */
} checker;

/* ------------------------------------------------------------------ helpers */

static uint32_t line_of(const xmlNode *element)
{
    for (const xmlNode *e = element; e && e->type == XML_ELEMENT_NODE; e = e->parent) {
        const xmlAttr *lines = xmlHasNsProp(e, MH_XML("lines"), MH_XML(MH_NS_MH));
        if (lines && lines->children)
            return (uint32_t)g_ascii_strtoull((const char *)lines->children->content, NULL, 10);
    }
    return 0;
}

static void fault(checker *c, mh_diag_code code, const xmlNode *element, const char *what,
                  const char *detail)
{
    mh_status status = mh_report(c->job, code, line_of(element), 0, "%s%s", what, detail);
    if (status != MH_OK)
        c->status = status;
}

static bool is_named(const xmlNode *node, const char *name)
{
    return node && mh_xml_is(node, MH_NS_AKN, name);
}

static const xmlNode *find_child(const xmlNode *parent, const char *name)
{
    const xmlNode *child = parent ? parent->children : NULL;
    while (child && !is_named(child, name))
        child = child->next;
    return child;
}

static const xmlNode *find_ancestor(const xmlNode *node, const char *name)
{
    const xmlNode *ancestor = node->parent;
    while (ancestor && !is_named(ancestor, name))
        ancestor = ancestor->parent;
    return ancestor;
}

/* Value of an attribute of the first child called @p name; "" when there is none. */
static const char *child_value(const xmlNode *parent, const char *name, const char *attribute)
{
    const xmlNode *child = find_child(parent, name);
    const char *value = child ? mh_xml_attribute(child, attribute) : NULL;
    return value ? value : "";
}

/* ------------------------------------------------------------------ eIds */

/* True for ref[_number]__ref[_number]… without blanks and empty parts. */
static bool is_well_formed(const char *id)
{
    bool at_start = true;
    for (const char *p = id; *p; p = mh_utf8_next(p)) {
        if (g_unichar_isspace(g_utf8_get_char(p)) || (at_start && *p == '_'))
            return false;
        at_start = p[0] == '_' && p[1] == '_';
        if (at_start)
            p++;
        else if (p[0] == '_' && p[1] == '\0')
            return false;
    }
    return !at_start;
}

/* True when what stands before the last part of @p id is the eId of an element around it. */
static bool has_true_prefix(const xmlNode *element, const char *id)
{
    const char *last = g_strrstr(id, "__");
    if (!last)
        return !find_ancestor(element, "attachment") && !find_ancestor(element, "component");
    size_t length = (size_t)(last - id);
    for (const xmlNode *e = element->parent; e && e->type == XML_ELEMENT_NODE; e = e->parent) {
        const char *outer = mh_xml_attribute(e, "eId");
        if (outer && strlen(outer) == length && strncmp(outer, id, length) == 0)
            return true;
    }
    return false;
}

static void check_id(checker *c, xmlNode *element, bool is_content)
{
    xmlAttr *attribute = xmlHasNsProp(element, MH_XML("eId"), NULL);
    if (!attribute || !attribute->children)
        return;
    const char *id = (const char *)attribute->children->content;
    if (!g_hash_table_insert(c->ids, attribute->children->content, element))
        fault(c, MH_AKN_ID, element, id, " is given twice");
    if (!is_content)
        return;
    if (!is_well_formed(id))
        fault(c, MH_AKN_ID, element, id, " is not of the form prefix__ref_number");
    else if (!has_true_prefix(element, id) && !is_named(element, "attachment")
             && !is_named(element, "component"))
        fault(c, MH_AKN_ID, element, id, " does not begin with the eId of an element around it");
}

/* ------------------------------------------------------------------ references */

static void gather_references(checker *c, xmlNode *element)
{
    static const char *const referring[] = {"refersTo", "by",   "as",      "to",
                                            "source",   "href", "outcome", "choice"};
    for (xmlAttr *a = element->properties; a; a = a->next)
        for (size_t i = 0; !a->ns && i < G_N_ELEMENTS(referring); i++)
            if (strcmp((const char *)a->name, referring[i]) == 0)
                g_ptr_array_add(c->references, a);
    if (g_str_has_prefix((const char *)element->name, "TLC"))
        g_ptr_array_add(c->concepts, element);
}

static void resolve(checker *c, const xmlAttr *attribute)
{
    const char *value = attribute->children ? (const char *)attribute->children->content : "";
    char **targets = g_strsplit_set(value, " \t\n", -1);
    for (char **target = targets; *target; target++) {
        if (**target != '#')
            continue;
        gpointer id = NULL;
        if (g_hash_table_lookup_extended(c->ids, *target + 1, &id, NULL))
            (void)g_hash_table_add(c->used, id);
        else
            fault(c, MH_AKN_REFERENCE, attribute->parent, *target, "");
    }
    g_strfreev(targets);
}

/* A local component "!annex_2" must be an attachment that is there. */
static void resolve_component(checker *c, const xmlAttr *attribute)
{
    static const char prefix[] = "!annex_";
    const char *value = attribute->children ? (const char *)attribute->children->content : "";
    if (!is_named(attribute->parent, "ref") || !g_str_has_prefix(value, prefix))
        return;
    guint64 wanted = g_ascii_strtoull(value + sizeof prefix - 1, NULL, 10);
    const xmlNode *attachments = NULL;
    const xmlNode *root = xmlDocGetRootElement(attribute->doc);
    for (const xmlNode *d = root->children; d && !attachments; d = d->next)
        attachments = find_child(d, "attachments");
    guint64 count = 0;
    for (const xmlNode *a = attachments ? attachments->children : NULL; a; a = a->next)
        count += is_named(a, "attachment");
    if (wanted == 0 || wanted > count)
        fault(c, MH_AKN_REFERENCE, attribute->parent, value, "");
}

static void check_references(checker *c)
{
    for (guint i = 0; i < c->references->len; i++) {
        resolve(c, c->references->pdata[i]);
        resolve_component(c, c->references->pdata[i]);
    }
    for (guint i = 0; i < c->concepts->len; i++) {
        const xmlNode *concept = c->concepts->pdata[i];
        const char *id = mh_xml_attribute(concept, "eId");
        if (id && !g_hash_table_contains(c->used, id))
            fault(c, MH_AKN_UNUSED, concept, id, "");
    }
}

/* ------------------------------------------------------------------ identification */

/* Which subtypes a root may have. */
static const struct {
    const char *root;
    const char *subtypes; /* blank-separated */
} kinds[] = {
    {"statement", " deliberation instruction "},
    {"doc", " communication paper "},
    {"debateReport", " report minute minutes agenda "},
    {"debate", " record "},
    {"act", " provision "},
    {"bill", " provision "},
    {"judgment", " decision "},
    {"amendment", " modification "},
    {"officialGazette", " publication "},
    {"amendmentList", " publication "},
    {"documentCollection", " publication "},
};

static bool is_subtype_of(const char *subtype, const char *root)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].root, root) != 0)
            continue;
        const char *found = *subtype ? strstr(kinds[i].subtypes, subtype) : NULL;
        return found && found[-1] == ' ' && found[strlen(subtype)] == ' ';
    }
    return false;
}

/* The document whose Work an attachment belongs to. */
static const xmlNode *document_of(const xmlNode *identification)
{
    const xmlNode *document = identification->parent->parent;
    while (document && is_named(document->parent, "attachment"))
        document = document->parent->parent->parent;
    return document;
}

static void check_this(checker *c, const xmlNode *level, const char *uri, const char *suffix)
{
    const char *component = child_value(level, "FRBRthis", "value");
    size_t length = strlen(uri);
    bool is_of_uri = strncmp(component, uri, length) == 0
                     && strncmp(component + length, "/!", 2) == 0
                     && strlen(component) > length + 2 + strlen(suffix);
    if (!is_of_uri || !g_str_has_suffix(component, suffix))
        fault(c, MH_AKN_IRI, level, component, " is no component of its FRBRuri");
}

static void check_work(checker *c, const xmlNode *work, const xmlNode *document)
{
    const char *uri = child_value(work, "FRBRuri", "value");
    char **parts = g_strsplit(uri, "/", -1);
    if (g_strv_length(parts) != 8 || strcmp(parts[1], "akn") != 0) {
        fault(c, MH_AKN_IRI, work, uri, " is not /akn/un/type/subtype/actor/date/number");
        g_strfreev(parts);
        return;
    }
    const struct {
        const char *in_iri;
        const char *expected;
        const char *name;
    } pairs[] = {
        {parts[2], child_value(work, "FRBRcountry", "value"), " differs from FRBRcountry"},
        {parts[3], (const char *)document->name, " differs from the document's element"},
        {parts[4], child_value(work, "FRBRsubtype", "value"), " differs from FRBRsubtype"},
        {parts[6], child_value(work, "FRBRdate", "date"), " differs from FRBRdate"},
        {parts[7], child_value(work, "FRBRnumber", "value"), " differs from FRBRnumber"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        if (strcmp(pairs[i].in_iri, pairs[i].expected) != 0)
            fault(c, MH_AKN_IRI, work, uri, pairs[i].name);
    g_strfreev(parts);
    check_this(c, work, uri, "");
}

static void check_kind(checker *c, const xmlNode *work, const xmlNode *document)
{
    const char *country = child_value(work, "FRBRcountry", "value");
    if (strcmp(country, "un") != 0)
        fault(c, MH_AKN_PROFILE, work, country, " as FRBRcountry; it is always un");
    const char *subtype = child_value(work, "FRBRsubtype", "value");
    if (!is_subtype_of(subtype, (const char *)document->name))
        fault(c, MH_AKN_PROFILE, work, subtype, " as FRBRsubtype of such a document");
}

/* An expression is the work, a language and, for a reissue, its date. */
static void check_expression(checker *c, const xmlNode *expression, const char *work_uri,
                             bool is_main)
{
    const char *uri = child_value(expression, "FRBRuri", "value");
    size_t length = strlen(work_uri);
    bool is_of_work = g_str_has_prefix(uri, work_uri) && uri[length] == '/'
                      && strlen(uri + length) >= 5 && uri[length + 4] == '@'
                      && !strchr(uri + length + 1, '/');
    if (!is_of_work)
        fault(c, MH_AKN_IRI, expression, uri, " is not its Work's IRI, a language and @");
    else if (is_main
             && strncmp(uri + length + 1, child_value(expression, "FRBRlanguage", "language"), 3)
                    != 0)
        fault(c, MH_AKN_IRI, expression, uri, " differs from FRBRlanguage");
    check_this(c, expression, uri, "");
}

static void check_identification(checker *c, const xmlNode *identification)
{
    const xmlNode *work = find_child(identification, "FRBRWork");
    const xmlNode *expression = find_child(identification, "FRBRExpression");
    const xmlNode *manifestation = find_child(identification, "FRBRManifestation");
    const xmlNode *document = document_of(identification);
    if (!work || !expression || !manifestation || !document || document->type != XML_ELEMENT_NODE) {
        fault(c, MH_AKN_PROFILE, identification, "an incomplete identification", "");
        return;
    }
    check_kind(c, work, document);
    check_work(c, work, document);
    check_expression(c, expression, child_value(work, "FRBRuri", "value"),
                     identification->parent->parent == document);
    const char *expression_uri = child_value(expression, "FRBRuri", "value");
    const char *uri = child_value(manifestation, "FRBRuri", "value");
    size_t length = strlen(expression_uri);
    if (strncmp(uri, expression_uri, length) != 0 || strcmp(uri + length, ".xml") != 0)
        fault(c, MH_AKN_IRI, manifestation, uri, " is not its Expression's IRI and .xml");
    check_this(c, manifestation, expression_uri, ".xml");
}

/* ------------------------------------------------------------------ the walk */

static bool is_in_title_matter(const xmlNode *element)
{
    static const char *const title_matter[] = {"coverPage", "preface", "conclusions", "heading",
                                               "signature"};
    for (size_t i = 0; i < G_N_ELEMENTS(title_matter); i++)
        if (find_ancestor(element, title_matter[i]))
            return true;
    /* The line that says when and where a text was adopted. */
    const xmlNode *container = find_ancestor(element, "container");
    const char *name = container ? mh_xml_attribute(container, "name") : NULL;
    return name && strcmp(name, "adoption") == 0;
}

static bool is_title_inline(const xmlNode *element)
{
    static const char *const names[] = {"docNumber",    "docType",  "docTitle",
                                        "docAuthority", "docDate",  "docProponent",
                                        "docCommittee", "docStage", "docStatus"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp((const char *)element->name, names[i]) == 0)
            return true;
    return false;
}

static void check_content(checker *c, const xmlNode *element)
{
    const char *name = (const char *)element->name;
    if (strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0)
        fault(c, MH_AKN_PROFILE, element, name, "; use list, point and indent");
    if (is_title_inline(element) && !is_in_title_matter(element))
        fault(c, MH_AKN_PROFILE, element, name, " outside title matter");
}

static void check_element(checker *c, xmlNode *element, bool is_content)
{
    gather_references(c, element);
    check_id(c, element, is_content);
    if (is_content)
        check_content(c, element);
    else if (is_named(element, "identification"))
        check_identification(c, element);
}

/* The element after @p node in document order, within @p root. */
static xmlNode *next_element(xmlNode *node, const xmlNode *root)
{
    xmlNode *next = node->children;
    for (;;) {
        while (next && next->type != XML_ELEMENT_NODE)
            next = next->next;
        if (next || node == root)
            return next;
        next = node->next;
        node = node->parent;
    }
}

static void walk(checker *c, xmlNode *root)
{
    for (xmlNode *e = root; e; e = next_element(e, root)) {
        if (!e->ns || strcmp((const char *)e->ns->href, MH_NS_AKN) != 0)
            continue;
        check_element(c, e, !is_named(e, "meta") && !find_ancestor(e, "meta"));
    }
}

static void check_root(checker *c, const xmlNode *root)
{
    for (const xmlNode *document = root->children; document; document = document->next) {
        if (document->type != XML_ELEMENT_NODE)
            continue;
        const xmlNode *meta = find_child(document, "meta");
        if (!mh_xml_attribute(document, "name"))
            fault(c, MH_AKN_PROFILE, document, "a document without @name", "");
        if (!find_child(meta, "publication"))
            fault(c, MH_AKN_PROFILE, document, "metadata without publication", "");
        if (!find_child(meta, "references"))
            fault(c, MH_AKN_PROFILE, document, "metadata without references", "");
    }
}

mh_status mh_akn_check(mh_job *job, xmlDoc *doc)
{
    mh_arena *arena = mh_job_arena(job);
    checker c = {.job = job,
                 .status = MH_OK,
                 .ids = mh_arena_string_hash(arena),
                 .used = mh_arena_string_hash(arena),
                 .references = mh_arena_ptr_array(arena),
                 .concepts = mh_arena_ptr_array(arena)};
    xmlNode *root = xmlDocGetRootElement(doc);
    if (!is_named(root, "akomaNtoso"))
        return mh_report(job, MH_AKN_PROFILE, 0, 0, "a root other than akomaNtoso");
    check_root(&c, root);
    walk(&c, root);
    check_references(&c);
    return c.status;
}
