#ifndef MH_FO_VIEWPORT_H
#define MH_FO_VIEWPORT_H

/*
 * A reference area of a size of its own, possibly turned, with its content: block-containers and
 * the regions of a page. Private to fo.
 */

#include "fo/flow.h"

typedef struct fo_viewport {
    const fo_style *style; /**< reference-orientation, display-align, overflow */
    const fo_items *items;
    int32_t width; /**< of the content rectangle as it stands on the page */
    int32_t height;
} fo_viewport;

/** Width of the lines in a viewport of that size: its height where it is turned by 90 degrees. */
int32_t fo_viewport_measure(const fo_style *style, int32_t width, int32_t height);

/** Draws @p range of the content; @p x, @p y is the content rectangle's top left corner. */
void fo_viewport_draw(fo_context *context, fo_painter *painter, const fo_viewport *viewport,
                      const fo_range *range, int32_t x, int32_t y);

/** Draws all of it. */
void fo_viewport_draw_all(fo_context *context, fo_painter *painter, const fo_viewport *viewport,
                          int32_t x, int32_t y);

#endif
