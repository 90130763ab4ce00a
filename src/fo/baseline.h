#ifndef MH_FO_BASELINE_H
#define MH_FO_BASELINE_H

/*
 * Where inline areas stand on a line: baseline tables and alignment (XSL 1.1 §7.14). Heights count
 * upwards from the dominant baseline of the line. Private to fo.
 */

#include "fo/fonts.h"
#include "fo/tree.h"

/** What a baseline table is made for: a font's box, or an object's, which stands on its baseline.
 */
typedef struct fo_baseline_box {
    int32_t ascent;
    int32_t descent;
    int32_t x_height;
} fo_baseline_box;

typedef struct fo_baseline_table {
    fo_baseline_box box;
    fo_baseline dominant;
} fo_baseline_table;

/** How one inline object is aligned in its parent. */
typedef struct fo_alignment {
    const struct fo_alignment *parent; /**< NULL: the line itself */
    const fo_node *node;               /**< object that it is of */
    fo_baseline baseline;              /**< of the parent's table that it is aligned to */
    fo_baseline_table own;             /**< of the object */
    fo_baseline_table scaled;          /**< in effect for what is in it */
    bool uses_line_table;              /**< scaled is the line's */
    int32_t line_height;
    int32_t shift;           /**< baseline-shift, up */
    int32_t point;           /**< from the top of the box down to what is aligned */
    int32_t total_baseline;  /**< its dominant baseline above the line's */
    int32_t total_alignment; /**< where @c point comes to lie above the line's baseline */
} fo_alignment;

/** The line of a block set in @p font. */
fo_alignment fo_align_line(const fo_node *block, const fo_font *font);

/** @p node with the box @p box in @p parent, which must outlive the result. */
fo_alignment fo_align_inline(const fo_alignment *parent, const fo_node *node, fo_baseline_box box);

fo_baseline_box fo_box_of_font(const fo_font *font);

/** How far its box reaches above and below the line's baseline. */
int32_t fo_alignment_rise(const fo_alignment *alignment);
int32_t fo_alignment_fall(const fo_alignment *alignment);

/** How far the bottom of its ascent, where letters stand, is above the line's baseline. */
int32_t fo_alignment_raise(const fo_alignment *alignment);

/**
 * FO_BASELINE_BEFORE_EDGE or _AFTER_EDGE when it hangs at the edge of the line as the line turns
 * out to be, else FO_BASELINE_AUTO.
 */
fo_baseline fo_alignment_edge(const fo_alignment *alignment);

#endif
