#ifndef MH_FO_TREE_H
#define MH_FO_TREE_H

/*
 * The formatting object tree, refined (XSL 1.1 §5): every object with its computed properties,
 * white space handled, structure elements made. Private to fo; tree.c builds it, layout reads it.
 */

#include "fo/style.h"

typedef enum fo_type {
    FO_TEXT, /**< character data, after linefeed and white space treatment of its block */
    FO_ROOT,
    FO_DECLARATIONS,
    FO_LAYOUT_MASTER_SET,
    FO_SIMPLE_PAGE_MASTER,
    FO_REGION_BODY,
    FO_REGION_BEFORE,
    FO_REGION_AFTER,
    FO_REGION_START,
    FO_REGION_END,
    FO_PAGE_SEQUENCE_MASTER,
    FO_SINGLE_PAGE_MASTER_REFERENCE,
    FO_REPEATABLE_PAGE_MASTER_REFERENCE,
    FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES,
    FO_CONDITIONAL_PAGE_MASTER_REFERENCE,
    FO_PAGE_SEQUENCE,
    FO_TITLE,
    FO_STATIC_CONTENT,
    FO_FLOW,
    FO_BLOCK,
    FO_BLOCK_CONTAINER,
    FO_INLINE,
    FO_INLINE_CONTAINER,
    FO_CHARACTER,
    FO_BIDI_OVERRIDE,
    FO_PAGE_NUMBER,
    FO_PAGE_NUMBER_CITATION,
    FO_PAGE_NUMBER_CITATION_LAST,
    FO_LIST_BLOCK,
    FO_LIST_ITEM,
    FO_LIST_ITEM_LABEL,
    FO_LIST_ITEM_BODY,
    FO_TABLE_AND_CAPTION,
    FO_TABLE_CAPTION,
    FO_TABLE,
    FO_TABLE_COLUMN,
    FO_TABLE_HEADER,
    FO_TABLE_FOOTER,
    FO_TABLE_BODY,
    FO_TABLE_ROW,
    FO_TABLE_CELL,
    FO_FOOTNOTE,
    FO_FOOTNOTE_BODY,
    FO_BASIC_LINK,
    FO_LEADER,
    FO_EXTERNAL_GRAPHIC,
    FO_INSTREAM_FOREIGN_OBJECT,
    FO_MARKER,
    FO_RETRIEVE_MARKER,
    FO_RETRIEVE_TABLE_MARKER,
    FO_BOOKMARK_TREE,
    FO_BOOKMARK,
    FO_BOOKMARK_TITLE,
    FO_WRAPPER,
    FO_FLOAT,
    FO_TYPE_COUNT
} fo_type;

/** An attribute that is no formatting property: "master-name", "ref-id", "src"… */
typedef struct fo_attribute_value {
    const char *name;
    const char *value; /**< trimmed */
} fo_attribute_value;

/** One formatting object. */
typedef struct fo_node {
    fo_type type;
    const fo_style *style;
    const char *id;      /**< or NULL */
    mh_element *element; /**< structure element its content belongs to; NULL in artifacts */
    bool is_artifact;    /**< role="artifact", in it, or in static-content without a role */
    bool is_inline;      /**< makes lines where it stands; of a wrapper: all that is in it does */
    mh_view text;        /**< FO_TEXT */
    const xmlNode *xml;  /**< source; NULL for FO_TEXT and anonymous blocks */
    const fo_attribute_value *attributes; /**< object-specific ones: read by fo_attribute() */
    size_t attribute_count;
    uint32_t line;  /**< in the FO document */
    uint32_t order; /**< 1, 2… in document order */
    struct fo_node *parent;
    struct fo_node *first_child;
    struct fo_node *last_child;
    struct fo_node *next;
} fo_node;

/** A formatted document before layout. */
typedef struct fo_tree {
    fo_node *root;
    mh_element *structure;
    size_t element_count;
    const mh_bookmark *outline;
    const xmlNode *xmp;
} fo_tree;

/**
 * Builds the tree of @p doc: properties computed in document order with inheritance, shorthands,
 * compounds and expressions (§5.9); unknown ones warned about once each; objects outside the subset
 * skipped with a warning and their content kept where it is text.
 *
 * @param out written on MH_OK only; owned by the job
 * @return MH_OK, or MH_REJECTED with an FO diagnostic (no fo:root, no page master…)
 */
mh_status fo_tree_build(mh_job *job, const xmlDoc *doc, fo_tree *out);

/**
 * The children of @p marker as if they stood in @p retriever: copied, with properties inherited
 * from there (§6.13.6).
 *
 * @return first of a list linked by next, owned by the job; NULL when the marker is empty
 */
fo_node *fo_tree_retrieve(mh_job *job, const fo_node *marker, const fo_node *retriever);

/** Object-specific attribute ("master-name", "ref-id", "src"…), trimmed; borrowed; NULL when
 * absent. The rows of type FO_PROPERTY_OBJECT in properties.c are the ones kept. */
const char *fo_attribute(const fo_node *node, const char *name);
/** The same as a positive integer, or @p fallback. */
uint32_t fo_attribute_count(const fo_node *node, const char *name, uint32_t fallback);

/** For GLib's tables and others that take without const what they do not change. */
static inline void *fo_unconst(const void *pointer)
{
    void *result;
    memcpy(&result, &pointer, sizeof result);
    return result;
}

/** "block" for FO_BLOCK; "#text" for FO_TEXT. */
const char *fo_type_name(fo_type type);

/**
 * True for objects that make lines, not blocks (XSL 1.1 §6.2, %inline;), FO_TEXT included. Of
 * fo:wrapper, fo:marker and fo:retrieve-marker only fo_node.is_inline can tell.
 */
bool fo_type_is_inline(fo_type type);

#endif
