/*
 * Structure elements (ISO 32000-1 §14.8.4): from the role attribute, or what the object is by
 * nature. An object without an element leaves its content to its parent's.
 */

#include "fo/treebuild.h"

/* Standard structure types; a role that is none of them says nothing to us. */
static const char *const standard_roles[] = {
    "Art",    "BibEntry", "BlockQuote", "Caption", "Code",      "Div",     "Document",
    "Figure", "Form",     "Formula",    "H",       "H1",        "H2",      "H3",
    "H4",     "H5",       "H6",         "Index",   "L",         "LBody",   "LI",
    "Lbl",    "Link",     "NonStruct",  "Note",    "P",         "Part",    "Private",
    "Quote",  "RB",       "RP",         "RT",      "Reference", "Ruby",    "Sect",
    "Span",   "TBody",    "TD",         "TFoot",   "TH",        "THead",   "TOC",
    "TOCI",   "TR",       "Table",      "WP",      "WT",        "Warichu", "Annot",
};

static const char *standard_role(const char *role)
{
    for (size_t i = 0; role && i < G_N_ELEMENTS(standard_roles); i++)
        if (strcmp(role, standard_roles[i]) == 0)
            return standard_roles[i];
    return NULL;
}

static void warn_of_role(fo_tree_builder *builder, const fo_node *node, const char *role)
{
    if (!builder->has_warned_role)
        (void)mh_report(builder->job, MH_FO_ROLE, node->line, 0, "\"%.40s\"", role);
    builder->has_warned_role = true;
}

static bool has_ink(const xmlNode *text)
{
    for (const xmlChar *p = text->content; p && *p; p++)
        if (!g_ascii_isspace((char)*p))
            return true;
    return false;
}

typedef struct content {
    bool has_inlines;
    bool has_blocks;
} content;

static content look_into(const fo_tree_builder *builder, const xmlNode *xml, unsigned depth);

/* What one formatting object in a block adds. */
static void look_at(const fo_tree_builder *builder, const xmlNode *xml, unsigned depth,
                    content *all)
{
    enum { WRAPPERS_MAX = 4 };
    gpointer found = g_hash_table_lookup(builder->types, xml->name);
    if (!found)
        return;
    const fo_type type = (fo_type)(GPOINTER_TO_INT(found) - 1);
    if (fo_type_is_inline(type)) {
        all->has_inlines = true;
    } else if (type == FO_WRAPPER && depth < WRAPPERS_MAX) {
        const content inner = look_into(builder, xml, depth + 1);
        all->has_inlines = all->has_inlines || inner.has_inlines;
        all->has_blocks = all->has_blocks || inner.has_blocks;
    } else if (type != FO_MARKER && type != FO_FLOAT && type != FO_RETRIEVE_MARKER) {
        all->has_blocks = true;
    }
}

/* What stands directly in a block; wrappers are looked through, to a bounded depth. */
static content look_into(const fo_tree_builder *builder, const xmlNode *xml, unsigned depth)
{
    content all = {0};
    for (const xmlNode *n = xml->children; n; n = n->next) {
        if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE)
            all.has_inlines = all.has_inlines || has_ink(n);
        else if (n->type == XML_ELEMENT_NODE)
            look_at(builder, n, depth, &all);
    }
    return all;
}

/* The paragraph that is all there is of a label, a caption… is not heard as one more level. */
static bool is_within_label(const fo_node *node)
{
    const fo_node *parent = node->parent;
    while (parent && parent->type == FO_WRAPPER)
        parent = parent->parent;
    return parent
           && (parent->type == FO_LIST_ITEM_LABEL || parent->type == FO_TABLE_CAPTION
               || parent->type == FO_INLINE || parent->type == FO_BASIC_LINK);
}

static const char *block_role(const fo_tree_builder *builder, const fo_node *node)
{
    if (!node->xml)
        return "P";
    content inside = look_into(builder, node->xml, 0);
    if (!inside.has_inlines || is_within_label(node))
        return NULL;
    return inside.has_blocks ? "Div" : "P";
}

static bool is_in_header(const fo_node *node)
{
    for (const fo_node *n = node->parent; n && n->type != FO_TABLE; n = n->parent)
        if (n->type == FO_TABLE_HEADER)
            return true;
    return false;
}

static const char *default_role(const fo_tree_builder *builder, const fo_node *node)
{
    const fo_node *parent = node->parent;
    switch (node->type) {
    case FO_BLOCK:
        return block_role(builder, node);
    case FO_LIST_BLOCK:
        return "L";
    case FO_LIST_ITEM:
        return "LI";
    case FO_LIST_ITEM_LABEL:
        return "Lbl";
    case FO_LIST_ITEM_BODY:
        return "LBody";
    case FO_TABLE_AND_CAPTION:
        return "Table";
    case FO_TABLE:
        return parent->type == FO_TABLE_AND_CAPTION ? NULL : "Table";
    case FO_TABLE_CAPTION:
        return "Caption";
    case FO_TABLE_HEADER:
        return "THead";
    case FO_TABLE_FOOTER:
        return "TFoot";
    case FO_TABLE_BODY:
        return "TBody";
    case FO_TABLE_ROW:
        return "TR";
    case FO_TABLE_CELL:
        return is_in_header(node) ? "TH" : "TD";
    case FO_FOOTNOTE_BODY:
        return "Note";
    case FO_BASIC_LINK:
        return "Link";
    case FO_EXTERNAL_GRAPHIC:
    case FO_INSTREAM_FOREIGN_OBJECT:
        return "Figure";
    case FO_INLINE:
    case FO_WRAPPER:
    case FO_BIDI_OVERRIDE:
        return node->is_inline && node->style->language != parent->style->language ? "Span" : NULL;
    default:
        return NULL;
    }
}

static const char *language_of(const mh_element *element)
{
    for (; element; element = element->parent)
        if (element->language)
            return element->language;
    return NULL;
}

static bool is_same(const char *a, const char *b)
{
    return g_strcmp0(a, b) == 0;
}

static uint16_t span_of(const fo_node *node, const char *name)
{
    return (uint16_t)MIN(fo_attribute_count(node, name, 1), UINT16_MAX);
}

static void describe_cell(const fo_node *node, mh_element *element)
{
    element->columns = span_of(node, "number-columns-spanned");
    element->rows = span_of(node, "number-rows-spanned");
    if (strcmp(element->role, "TH") == 0)
        element->scope = is_in_header(node) ? "Column" : "Row";
}

static void need_alt(fo_tree_builder *builder, const fo_node *node)
{
    if (builder->has_warned_alt)
        return;
    builder->has_warned_alt = true;
    const char *source = fo_attribute(node, "src");
    (void)mh_report(builder->job, MH_FO_NO_ALT, node->line, 0, "%.60s",
                    source ? source : "inside fo:instream-foreign-object");
}

static mh_element *add_element(fo_tree_builder *builder, const fo_node *node, const char *role)
{
    mh_element *parent = node->element;
    mh_element *element = MH_NEW(builder->arena, mh_element, 1);
    const char *language = node->style->language;
    *element = (mh_element){.role = role,
                            .language = is_same(language, language_of(parent)) ? NULL : language,
                            .alt = fo_attribute(node, "fox:alt-text"),
                            .id = node->id,
                            .columns = 1,
                            .rows = 1,
                            .number = (uint32_t)builder->element_count++,
                            .order = node->order,
                            .parent = parent};
    if (parent->last_child)
        parent->last_child->next = element;
    else
        parent->first_child = element;
    parent->last_child = element;
    if (node->type == FO_TABLE_CELL)
        describe_cell(node, element);
    if (strcmp(role, "Figure") == 0 && !element->alt)
        need_alt(builder, node);
    return element;
}

static bool says_true(const fo_node *node, const char *name)
{
    return g_strcmp0(fo_attribute(node, name), "true") == 0;
}

/* A cell without fo:table-row stands in a row all the same: that of the cell before, or a new one.
 */
static void enter_row(fo_tree_builder *builder, fo_node *cell)
{
    const fo_node *part = cell->parent;
    const fo_node *before = part->last_child;
    mh_element *row = cell->element->last_child;
    const bool goes_on = row && before && before->type == FO_TABLE_CELL
                         && !says_true(before, "ends-row") && !says_true(cell, "starts-row");
    if (!goes_on) {
        row = add_element(builder, part, "TR");
        row->id = NULL;
        row->order = cell->order;
    }
    cell->element = row;
}

void fo_role_apply(fo_tree_builder *builder, fo_node *node)
{
    const fo_node *parent = node->parent;
    node->is_artifact = parent->is_artifact;
    node->element = parent->element;
    if (node->is_artifact || builder->in_marker) {
        node->element = NULL;
        return;
    }
    const char *given = fo_attribute(node, "role");
    const char *role = standard_role(given);
    bool is_furniture = node->type == FO_STATIC_CONTENT && !role;
    if (is_furniture || (given && g_ascii_strcasecmp(given, "artifact") == 0)) {
        node->is_artifact = true;
        node->element = NULL;
        return;
    }
    bool is_nameless = given && strcmp(given, "none") == 0;
    if (given && !role && !is_nameless)
        warn_of_role(builder, node, given);
    if (!role && !is_nameless)
        role = default_role(builder, node);
    /* There is one Document, and it is there already. */
    bool is_document = role && strcmp(role, "Document") == 0 && node->element == builder->structure;
    const bool is_loose = node->type == FO_TABLE_CELL && node->parent->type != FO_TABLE_ROW;
    if (is_loose && role && node->element)
        enter_row(builder, node);
    if (role && !is_document && node->element)
        node->element = add_element(builder, node, role);
}
