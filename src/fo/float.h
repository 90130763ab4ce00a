#ifndef MH_FO_FLOAT_H
#define MH_FO_FLOAT_H

/* fo:float (XSL 1.1 §6.12.2): at the top of a page, or at a side with the lines beside it shorter.
 * Private to fo. */

#include "fo/flow.h"

/** True for floats that lines stand beside. */
bool fo_is_side_float(const fo_node *node);

/** Adds the side floats of @p line that come after @p last in the document, where the next line
 * begins, and notes in the builder that the lines beside them are shorter. */
const fo_node *fo_add_side_floats(fo_builder *builder, const fo_node *block, const fo_line *line,
                                  const fo_node *last);

/** Height of @p height is used up beside the side floats. */
void fo_pass_floats(fo_builder *builder, int32_t height);

/** Goes on below the side floats. */
void fo_clear_floats(fo_builder *builder);

/** Content of a float for the top of a page. */
const fo_items *fo_float_items(fo_context *context, mh_arena *arena, const fo_node *node,
                               int32_t width, bool rtl);

#endif
