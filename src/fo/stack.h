#ifndef MH_FO_STACK_H
#define MH_FO_STACK_H

/*
 * Stacking of items in the block-progression-direction with space resolution (XSL 1.1 §4.3.1), one
 * item at a time; private to fo.
 */

#include "fo/flow.h"

/** Specifiers met since the last thing that is no space, as the one space they come to. */
typedef struct fo_gap_run {
    bool has_any;
    fo_gap gap;
} fo_gap_run;

typedef struct fo_stack {
    int32_t used; /**< height of what is placed; with the spaces as @c ratio makes them */
    int32_t stretch;
    int32_t shrink;
    double ratio;     /**< see fo_range.ratio */
    bool has_content; /**< something other than space is placed */
    bool keeps_first; /**< space before all content stays: it is not at the edge of a reference area
                       */
    bool keeps_last;
    fo_gap_run run; /**< waits for what follows */
    fo_gap_run end; /**< what is left of it when a reference area ends here */
} fo_stack;

/** For a piece of @p items that begins at @p from. */
fo_stack fo_stack_new(const fo_items *items, fo_place from);

void fo_stack_space(fo_stack *stack, const fo_gap *gap);

/** Places the waiting space: something follows that is no space. */
void fo_stack_fence(fo_stack *stack);

/** fo_stack_fence(), then @p height. */
void fo_stack_add(fo_stack *stack, int32_t height);

/** Height when a column or page ends here: spaces that are to be discarded there are. */
int32_t fo_stack_height_at_break(const fo_stack *stack);

/** Places the space that stays at the end of the list. */
void fo_stack_finish(fo_stack *stack);

#endif
