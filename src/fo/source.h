#ifndef MH_FO_SOURCE_H
#define MH_FO_SOURCE_H

/*
 * The content of a flow as a growing list of items: one of its children after the other is built
 * when a page asks for more, and of a child that is a block of blocks one of these after the other:
 * of a long document a few pages are in memory. A new source takes over where lines get another
 * width or span another number of columns. Private to fo.
 */

#include "fo/build.h"

typedef struct fo_source {
    const fo_node *flow;
    fo_items *items;
    fo_builder builder;
    fo_siblings siblings;
    fo_resume resume;
    GArray *chunks;      /**< arenas of the lines, in order (source.c) */
    size_t released;     /**< of them freed */
    GArray *open;        /**< blocks that are half built, innermost last (source.c) */
    const fo_node *next; /**< child to build next, or NULL */
    bool has_columns;    /**< the page has several columns, so spanning ends the source */
    bool spans;          /**< what is in it spans them */
} fo_source;

/** What the next child needs: read from the child @p next of the flow. */
typedef struct fo_source_place {
    fo_context *context;
    mh_arena *arena;
    const fo_node *flow;
    int32_t width;      /**< of a column */
    int32_t body_width; /**< of all columns */
    int32_t height;     /**< of the body: what percentages of heights count from */
    bool has_columns;
    bool rtl;
} fo_source_place;

/** A source that begins with @p next; NULL gives an empty one. */
fo_source *fo_source_new(const fo_source_place *place, const fo_node *next);

/**
 * A source for what @p old has from @p from on, for lines of another width.
 *
 * @return NULL when that cannot be cut there (inside a table or list item): go on with @p old
 */
fo_source *fo_source_continue(const fo_source_place *place, const fo_source *old, fo_place from);

/** Frees the lines of all items before @p index: their pages are out. */
void fo_source_release(fo_source *source, size_t index);

/** Width of the lines in @p source. */
int32_t fo_source_width(const fo_source *source);

/** True when the source would be built for the same width. */
bool fo_source_suits(const fo_source *source, const fo_source_place *place);

#endif
