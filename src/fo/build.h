#ifndef MH_FO_BUILD_H
#define MH_FO_BUILD_H

/* Builders of the block-level objects, each between its spaces; private to fo. */

#include "fo/flow.h"

/** True for blocks, lists, tables and containers, and for inline objects that hold some. */
bool fo_is_block_level(const fo_node *node);

/** True for an inline object that holds blocks, at any depth. */
bool fo_holds_blocks(const fo_node *node);

/**
 * Children of @p parent, where inline objects that hold blocks are parted: blocks are siblings of
 * the inline content before and behind them. The same list whenever it is asked for.
 */
const fo_node *fo_part_children(fo_context *context, const fo_node *parent);

/** Lines of the inline objects from @p first up to, not including, @p end; nothing when they make
 * none. */
void fo_build_paragraph(fo_builder *builder, const fo_node *parent, const fo_node *first,
                        const fo_node *end);

/** A sequence of siblings being built: what the next one is kept with or breaks from. */
typedef struct fo_siblings {
    fo_builder *builder;
    const fo_node *parent;
    const fo_node *before;  /**< last one; NULL: inline content */
    const fo_node *pending; /**< first of a run of inline content not yet built, or NULL */
    bool has_before;
} fo_siblings;

/** Adds @p child and what goes with it: spaces, and the break between it and the one before. */
void fo_siblings_add(fo_siblings *siblings, const fo_node *child);
/** The same without @p child itself, which the caller builds next. */
void fo_siblings_enter(fo_siblings *siblings, const fo_node *child);
/** Builds the inline content that waits; @p end is the first object behind it, or NULL. */
void fo_siblings_flush(fo_siblings *siblings, const fo_node *end);

/** A place inside a paragraph or between objects where building goes on at another width. */
typedef struct fo_resume {
    const fo_node *target;   /**< first object to build, or first of the run of inline content */
    fo_paragraph *paragraph; /**< shaped already, or NULL: @c target is built from its start */
    const fo_line *after;    /**< its last line that is set */
} fo_resume;

/** True when all of @p child was set before the place where building goes on. */
bool fo_is_past(const fo_builder *builder, const fo_node *child);

/** A block that is built child by child. */
typedef struct fo_begun {
    const fo_node *node;
    int16_t keep_column; /**< the keeps around it */
    int16_t keep_page;
    guint before; /**< items before its content */
} fo_begun;

/** True for a block that holds blocks, which can be built one after the other. */
bool fo_block_can_begin(const fo_builder *builder, const fo_node *node);
/** What fo_build_object() does before the children of such a block, and after them. */
fo_begun fo_block_begin(fo_builder *builder, const fo_node *node);
void fo_block_end(fo_builder *builder, const fo_begun *begun);

void fo_build_list(fo_builder *builder, const fo_node *list);
void fo_build_list_item(fo_builder *builder, const fo_node *item);

/** fo:block-container in the flow. */
void fo_build_container(fo_builder *builder, const fo_node *node);
/** fo:block-container with absolute-position absolute or fixed. */
void fo_build_positioned(fo_builder *builder, const fo_node *node);

#endif
