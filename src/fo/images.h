#ifndef MH_FO_IMAGES_H
#define MH_FO_IMAGES_H

/* Pictures that a document names or holds: PNG, JPEG, SVG. Private to fo. */

#include "fo/context.h"

/**
 * The picture at @p source: a data: address, or a file relative to the options' base path and
 * inside that folder; "url(…)" round it is taken off.
 *
 * @param node for diagnostics
 * @return owned by the job, the same object for the same address; NULL when it cannot be used
 *         (FO-331 to FO-333, once per address)
 */
const mh_image *fo_image_load(fo_context *context, const char *source, const fo_node *node);

/** The drawing in an fo:instream-foreign-object, or NULL when it holds no SVG. */
const mh_image *fo_image_instream(fo_context *context, const fo_node *node);

/**
 * Size and place of a graphic (XSL 1.1 §7.15): content scaled as content-width, content-height and
 * scaling say, in its viewport.
 *
 * @param base    reference of percentage widths
 * @param width   of the viewport without border and padding
 * @param height  the same
 * @param picture where the scaled content is drawn, from the viewport's top left corner
 */
void fo_image_size(const fo_style *style, const mh_image *image, int32_t base, int32_t *width,
                   int32_t *height, mh_rect *picture);

#endif
