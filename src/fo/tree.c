#include "fo/tree.h"

#include "fo/treebuild.h"

enum { DEPTH_MAX = 200 };

static const char *const names[FO_TYPE_COUNT] = {
    [FO_TEXT] = "#text",
    [FO_ROOT] = "root",
    [FO_DECLARATIONS] = "declarations",
    [FO_LAYOUT_MASTER_SET] = "layout-master-set",
    [FO_SIMPLE_PAGE_MASTER] = "simple-page-master",
    [FO_REGION_BODY] = "region-body",
    [FO_REGION_BEFORE] = "region-before",
    [FO_REGION_AFTER] = "region-after",
    [FO_REGION_START] = "region-start",
    [FO_REGION_END] = "region-end",
    [FO_PAGE_SEQUENCE_MASTER] = "page-sequence-master",
    [FO_SINGLE_PAGE_MASTER_REFERENCE] = "single-page-master-reference",
    [FO_REPEATABLE_PAGE_MASTER_REFERENCE] = "repeatable-page-master-reference",
    [FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES] = "repeatable-page-master-alternatives",
    [FO_CONDITIONAL_PAGE_MASTER_REFERENCE] = "conditional-page-master-reference",
    [FO_PAGE_SEQUENCE] = "page-sequence",
    [FO_TITLE] = "title",
    [FO_STATIC_CONTENT] = "static-content",
    [FO_FLOW] = "flow",
    [FO_BLOCK] = "block",
    [FO_BLOCK_CONTAINER] = "block-container",
    [FO_INLINE] = "inline",
    [FO_INLINE_CONTAINER] = "inline-container",
    [FO_CHARACTER] = "character",
    [FO_BIDI_OVERRIDE] = "bidi-override",
    [FO_PAGE_NUMBER] = "page-number",
    [FO_PAGE_NUMBER_CITATION] = "page-number-citation",
    [FO_PAGE_NUMBER_CITATION_LAST] = "page-number-citation-last",
    [FO_LIST_BLOCK] = "list-block",
    [FO_LIST_ITEM] = "list-item",
    [FO_LIST_ITEM_LABEL] = "list-item-label",
    [FO_LIST_ITEM_BODY] = "list-item-body",
    [FO_TABLE_AND_CAPTION] = "table-and-caption",
    [FO_TABLE_CAPTION] = "table-caption",
    [FO_TABLE] = "table",
    [FO_TABLE_COLUMN] = "table-column",
    [FO_TABLE_HEADER] = "table-header",
    [FO_TABLE_FOOTER] = "table-footer",
    [FO_TABLE_BODY] = "table-body",
    [FO_TABLE_ROW] = "table-row",
    [FO_TABLE_CELL] = "table-cell",
    [FO_FOOTNOTE] = "footnote",
    [FO_FOOTNOTE_BODY] = "footnote-body",
    [FO_BASIC_LINK] = "basic-link",
    [FO_LEADER] = "leader",
    [FO_EXTERNAL_GRAPHIC] = "external-graphic",
    [FO_INSTREAM_FOREIGN_OBJECT] = "instream-foreign-object",
    [FO_MARKER] = "marker",
    [FO_RETRIEVE_MARKER] = "retrieve-marker",
    [FO_RETRIEVE_TABLE_MARKER] = "retrieve-table-marker",
    [FO_BOOKMARK_TREE] = "bookmark-tree",
    [FO_BOOKMARK] = "bookmark",
    [FO_BOOKMARK_TITLE] = "bookmark-title",
    [FO_WRAPPER] = "wrapper",
    [FO_FLOAT] = "float",
};

static void build_children(fo_tree_builder *builder, fo_node *parent, const xmlNode *xml);

const char *fo_type_name(fo_type type)
{
    return names[type];
}

const char *fo_attribute(const fo_node *node, const char *name)
{
    for (size_t i = 0; i < node->attribute_count; i++)
        if (strcmp(node->attributes[i].name, name) == 0)
            return node->attributes[i].value;
    return NULL;
}

uint32_t fo_attribute_count(const fo_node *node, const char *name, uint32_t fallback)
{
    const char *text = fo_attribute(node, name);
    const fo_scope scope = {.percent_base = -1.0};
    fo_value value;
    if (!text || !fo_expression(mh_view_of(text), &scope, &value) || value.kind != FO_VALUE_NUMBER
        || value.number < 0.5 || value.number > INT32_MAX)
        return fallback;
    return (uint32_t)(value.number + 0.5);
}

static bool is_fo(const xmlNode *xml)
{
    return xml->type == XML_ELEMENT_NODE && xml->ns
           && strcmp((const char *)xml->ns->href, FO_NS) == 0;
}

/* Type of an object; FO_TYPE_COUNT for one that we do not have. */
static fo_type type_of(const fo_tree_builder *builder, const xmlNode *xml)
{
    gpointer found = g_hash_table_lookup(builder->types, xml->name);
    return found ? (fo_type)(GPOINTER_TO_INT(found) - 1) : FO_TYPE_COUNT;
}

static uint32_t line_of(const xmlNode *xml)
{
    long line = xmlGetLineNo(xml);
    return line > 0 ? (uint32_t)line : 0;
}

static void append(fo_node *parent, fo_node *node)
{
    if (parent->last_child)
        parent->last_child->next = node;
    else
        parent->first_child = node;
    parent->last_child = node;
}

static fo_node *new_node(fo_tree_builder *builder, fo_type type, fo_node *parent,
                         const xmlNode *xml)
{
    fo_node *node = MH_NEW(builder->arena, fo_node, 1);
    *node = (fo_node){.type = type,
                      .xml = xml,
                      .line = line_of(xml),
                      .order = ++builder->order,
                      .parent = parent};
    return node;
}

static void take_id(fo_tree_builder *builder, fo_node *node)
{
    const char *id = fo_attribute(node, "id");
    if (!id || !*id || builder->in_marker)
        return;
    if (g_hash_table_contains(builder->ids, id)) {
        (void)mh_report(builder->job, MH_FO_DUPLICATE_ID, node->line, 0, "%s", id);
        return;
    }
    g_hash_table_add(builder->ids, fo_unconst(id));
    node->id = id;
}

/* The block that inline content is put into where only blocks can stand. */
static fo_node *anonymous_block(fo_tree_builder *builder, fo_node *parent, const xmlNode *xml)
{
    fo_node *last = parent->last_child;
    if (last && last->type == FO_BLOCK && !last->xml)
        return last;
    char place[64];
    (void)g_snprintf(place, sizeof place, "%s in fo:%s",
                     xml->type == XML_ELEMENT_NODE ? (const char *)xml->name : "text",
                     fo_type_name(parent->type));
    (void)mh_report(builder->job, MH_FO_ANONYMOUS, line_of(xml), 0, "%s", place);
    fo_node *block = new_node(builder, FO_BLOCK, parent, xml);
    block->xml = NULL;
    block->style = fo_resolve_anonymous(builder->resolver, parent->style);
    fo_role_apply(builder, block);
    append(parent, block);
    return block;
}

static bool is_blank(const xmlNode *text)
{
    for (const xmlChar *p = text->content; p && *p; p++)
        if (!g_ascii_isspace((char)*p))
            return false;
    return true;
}

static void build_text(fo_tree_builder *builder, fo_node *parent, const xmlNode *xml)
{
    fo_fit fit = fo_model_fit(parent, FO_TEXT);
    if (!xml->content || !*xml->content || (fit != FO_FIT_YES && is_blank(xml)))
        return;
    if (fit == FO_FIT_NO) {
        (void)mh_report(builder->job, MH_FO_MISPLACED, line_of(xml), 0,
                        "text cannot stand in fo:%s", fo_type_name(parent->type));
        return;
    }
    fo_node *place = fit == FO_FIT_YES ? parent : anonymous_block(builder, parent, xml);
    fo_node *node = new_node(builder, FO_TEXT, place, xml);
    node->xml = NULL;
    node->is_inline = true;
    node->style = place->style;
    node->element = place->element;
    node->is_artifact = place->is_artifact;
    node->text = mh_view_of((const char *)xml->content);
    append(place, node);
}

/* A wrapper or retrieved content is what it stands in, unless blocks are in it. */
static bool has_only_inlines(const fo_node *node)
{
    for (const fo_node *child = node->first_child; child; child = child->next)
        if (!child->is_inline)
            return false;
    return true;
}

static bool stands_in_line(const fo_node *node)
{
    switch (node->type) {
    case FO_WRAPPER:
    case FO_MARKER:
    case FO_RETRIEVE_MARKER:
    case FO_RETRIEVE_TABLE_MARKER:
    case FO_FLOAT:
        return fo_model_fit(node->parent, FO_TEXT) == FO_FIT_YES;
    default:
        return fo_type_is_inline(node->type);
    }
}

static void finish_white_space(fo_tree_builder *builder, fo_node *node)
{
    for (fo_node *child = node->first_child; child; child = child->next)
        if (child->type == FO_BLOCK && !child->xml)
            fo_white_space_apply(builder, child, child->style, FO_ENDS_LINES);
    if (node->type == FO_BLOCK)
        fo_white_space_apply(builder, node, node->style, FO_ENDS_LINES);
    else if (node->type == FO_LEADER || node->type == FO_TITLE)
        fo_white_space_apply(builder, node, node->style, FO_ENDS_OPEN);
}

/* Children that are not formatting objects of ours: drawings, metadata. */
static bool is_opaque(fo_type type)
{
    return type == FO_INSTREAM_FOREIGN_OBJECT || type == FO_DECLARATIONS;
}

static void build_node(fo_tree_builder *builder, fo_type type, fo_node *parent, const xmlNode *xml)
{
    fo_node *node = new_node(builder, type, parent, xml);
    fo_resolve(builder->resolver, node, parent->style);
    node->is_inline = stands_in_line(node);
    take_id(builder, node);
    fo_role_apply(builder, node);
    append(parent, node);
    bool was_in_marker = builder->in_marker;
    builder->in_marker = was_in_marker || type == FO_MARKER;
    if (!is_opaque(type))
        build_children(builder, node, xml);
    builder->in_marker = was_in_marker;
    if (type == FO_WRAPPER && node->first_child)
        node->is_inline = has_only_inlines(node);
    finish_white_space(builder, node);
}

/* An object outside the subset: what is in it is set as if it were a wrapper. */
static void build_unsupported(fo_tree_builder *builder, fo_node *parent, const xmlNode *xml)
{
    (void)mh_report(builder->job, MH_FO_UNSUPPORTED, line_of(xml), 0, "fo:%s",
                    (const char *)xml->name);
    if (fo_model_fit(parent, FO_WRAPPER) == FO_FIT_YES)
        build_node(builder, FO_WRAPPER, parent, xml);
    else
        build_children(builder, parent, xml);
}

static void build_element(fo_tree_builder *builder, fo_node *parent, const xmlNode *xml)
{
    if (!is_fo(xml))
        return;
    fo_type type = type_of(builder, xml);
    if (type == FO_TYPE_COUNT) {
        build_unsupported(builder, parent, xml);
        return;
    }
    if (type == FO_RETRIEVE_TABLE_MARKER)
        (void)mh_report(builder->job, MH_FO_UNSUPPORTED, line_of(xml), 0, "fo:%s",
                        fo_type_name(type));
    switch (fo_model_fit(parent, type)) {
    case FO_FIT_YES:
        build_node(builder, type, parent, xml);
        break;
    case FO_FIT_AS_BLOCK:
        build_node(builder, type, anonymous_block(builder, parent, xml), xml);
        break;
    case FO_FIT_NO:
        (void)mh_report(builder->job, MH_FO_MISPLACED, line_of(xml), 0,
                        "fo:%s cannot stand in fo:%s", (const char *)xml->name,
                        fo_type_name(parent->type));
        break;
    }
}

static void build_children(fo_tree_builder *builder, fo_node *parent, const xmlNode *xml)
{
    if (builder->depth == DEPTH_MAX) {
        builder->is_too_deep = true;
        return;
    }
    builder->depth++;
    for (const xmlNode *child = xml->children; child && !builder->is_too_deep;
         child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            build_text(builder, parent, child);
        else if (child->type == XML_ELEMENT_NODE)
            build_element(builder, parent, child);
        else if (child->type == XML_ENTITY_REF_NODE && child->children)
            build_children(builder, parent, child->children);
    }
    builder->depth--;
}

static fo_tree_builder *new_builder(mh_job *job)
{
    mh_arena *arena = mh_job_arena(job);
    fo_tree_builder *builder = MH_NEW(arena, fo_tree_builder, 1);
    *builder = (fo_tree_builder){.job = job,
                                 .arena = arena,
                                 .resolver = fo_resolver_new(job),
                                 .types = mh_arena_string_hash(arena),
                                 .ids = mh_arena_string_hash(arena),
                                 .pieces = mh_arena_array(arena, 2 * sizeof(void *))};
    for (int type = FO_TEXT + 1; type < FO_TYPE_COUNT; type++)
        g_hash_table_insert(builder->types, fo_unconst(names[type]), GINT_TO_POINTER(type + 1));
    return builder;
}

static const fo_node *child_of(const fo_node *parent, fo_type type)
{
    for (const fo_node *child = parent ? parent->first_child : NULL; child; child = child->next)
        if (child->type == type)
            return child;
    return NULL;
}

static bool has_page_master(const fo_node *set)
{
    for (const fo_node *m = set ? set->first_child : NULL; m; m = m->next)
        if (m->type == FO_SIMPLE_PAGE_MASTER && child_of(m, FO_REGION_BODY))
            return true;
    return false;
}

static bool is_master(const fo_node *set, const char *name)
{
    for (const fo_node *m = set->first_child; m; m = m->next)
        if (g_strcmp0(fo_attribute(m, "master-name"), name) == 0)
            return true;
    return false;
}

/* What every document must have, and what its parts must find (XSL 1.1 §6.4.2 to §6.4.7). */
static mh_status check_structure(fo_tree_builder *builder, const fo_node *root)
{
    const fo_node *set = child_of(root, FO_LAYOUT_MASTER_SET);
    if (!has_page_master(set))
        return mh_report(builder->job, MH_FO_NO_MASTER, root->line, 0, NULL);
    bool has_flow = false;
    for (const fo_node *s = root->first_child; s; s = s->next) {
        if (s->type != FO_PAGE_SEQUENCE)
            continue;
        has_flow = has_flow || child_of(s, FO_FLOW);
        const char *master = fo_attribute(s, "master-reference");
        if (!master || !is_master(set, master))
            (void)mh_report(builder->job, MH_FO_UNKNOWN_MASTER, s->line, 0, "%s",
                            master ? master : "(not named)");
    }
    if (!has_flow)
        return mh_report(builder->job, MH_FO_NO_SEQUENCE, root->line, 0, NULL);
    return MH_OK;
}

/* x:xmpmeta of fo:declarations. */
static const xmlNode *find_xmp(const fo_node *root)
{
    const fo_node *declarations = child_of(root, FO_DECLARATIONS);
    for (const xmlNode *n = declarations ? declarations->xml->children : NULL; n; n = n->next)
        if (mh_xml_is(n, "adobe:ns:meta/", "xmpmeta"))
            return n;
    return NULL;
}

static fo_node *build_root(fo_tree_builder *builder, const xmlNode *xml)
{
    mh_element *structure = MH_NEW(builder->arena, mh_element, 1);
    builder->structure = structure;
    builder->element_count = 1;
    fo_node *root = new_node(builder, FO_ROOT, NULL, xml);
    fo_resolve(builder->resolver, root, &builder->resolver->initial);
    *structure = (mh_element){.role = "Document",
                              .language = root->style->language,
                              .columns = 1,
                              .rows = 1,
                              .order = root->order};
    root->element = structure;
    take_id(builder, root);
    build_children(builder, root, xml);
    return root;
}

mh_status fo_tree_build(mh_job *job, const xmlDoc *doc, fo_tree *out)
{
    const xmlNode *xml = xmlDocGetRootElement(fo_unconst(doc));
    if (!xml || !is_fo(xml) || strcmp((const char *)xml->name, "root") != 0)
        return mh_report(job, MH_FO_NOT_FO, 0, 0, "%s", xml ? (const char *)xml->name : "missing");
    fo_tree_builder *builder = new_builder(job);
    fo_node *root = build_root(builder, xml);
    if (builder->is_too_deep)
        return mh_report(job, MH_FO_TOO_DEEP, 0, 0, "%d", DEPTH_MAX);
    mh_status status = check_structure(builder, root);
    if (status != MH_OK)
        return status;
    const fo_node *bookmarks = child_of(root, FO_BOOKMARK_TREE);
    *out = (fo_tree){.root = root,
                     .structure = builder->structure,
                     .element_count = builder->element_count,
                     .outline = bookmarks ? fo_bookmarks(builder, bookmarks) : NULL,
                     .xmp = find_xmp(root)};
    return MH_OK;
}

fo_node *fo_tree_retrieve(mh_job *job, const fo_node *marker, const fo_node *retriever)
{
    fo_tree_builder *builder = new_builder(job);
    builder->resolver->is_quiet = true;
    builder->in_marker = true;
    builder->order = retriever->order;
    fo_node *place = MH_NEW(builder->arena, fo_node, 1);
    *place = *retriever;
    place->first_child = NULL;
    place->last_child = NULL;
    build_children(builder, place, marker->xml);
    /* Where no text can stand the white space between blocks goes. */
    const bool in_line = fo_model_fit(retriever->parent, FO_TEXT) == FO_FIT_YES;
    fo_white_space_apply(builder, place, place->style, in_line ? FO_ENDS_OPEN : FO_ENDS_LINES);
    return place->first_child;
}
