#ifndef MH_FO_TREEBUILD_H
#define MH_FO_TREEBUILD_H

/* What the parts of tree building share while they work; private to them. */

#include "base/xml.h"
#include "fo/resolve.h"
#include "fo/tree.h"

#define FO_NS "http://www.w3.org/1999/XSL/Format"

typedef struct fo_tree_builder {
    mh_job *job;
    mh_arena *arena;
    fo_resolver *resolver;
    GHashTable *types; /**< name → fo_type + 1 */
    GHashTable *ids;   /**< set of ids met */
    GArray *pieces;    /**< whitespace.c's */
    mh_element *structure;
    size_t element_count;
    uint32_t order; /**< last one given */
    unsigned depth;
    bool is_too_deep;
    bool in_marker; /**< ids and structure elements are made when it is retrieved, or never */
    bool has_warned_alt;
    bool has_warned_role;
} fo_tree_builder;

/** What may stand in @p parent (model.c). */
typedef enum fo_fit {
    FO_FIT_YES,
    FO_FIT_NO,
    FO_FIT_AS_BLOCK, /**< inline content where blocks are due */
} fo_fit;

/** Whether @p child may be a child of @p parent; wrappers take what their parent takes. */
fo_fit fo_model_fit(const fo_node *parent, fo_type child);

/** Gives @p node its structure element or makes it an artifact (roles.c); style and parent are set.
 */
void fo_role_apply(fo_tree_builder *builder, fo_node *node);

/** Which ends of a text count as ends of lines. */
typedef enum fo_text_ends {
    FO_ENDS_LINES, /**< content of a block */
    FO_ENDS_OPEN,  /**< content retrieved into the middle of a line */
} fo_text_ends;

/**
 * Handles linefeeds and white space in the inline content of @p block by the rules of @p rules
 * (§7.16.7, .8, .12) and drops text that is gone (whitespace.c).
 */
void fo_white_space_apply(fo_tree_builder *builder, fo_node *block, const fo_style *rules,
                          fo_text_ends ends);

/** Outline of fo:bookmark-tree @p tree, or NULL (bookmarks.c). */
const mh_bookmark *fo_bookmarks(fo_tree_builder *builder, const fo_node *tree);

#endif
