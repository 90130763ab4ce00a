#ifndef MH_FO_PAINTER_H
#define MH_FO_PAINTER_H

/* Collects the marks, links and destinations of the page being made; private to fo. */

#include "fo/pages.h"
#include "fo/style.h"

/** One page being made. Arrays live in the arena given at fo_painter_begin(). */
typedef struct fo_painter {
    mh_arena *arena;
    GArray *marks;        /**< mh_mark */
    GArray *links;        /**< mh_link */
    GArray *destinations; /**< mh_destination; page is filled in by the page maker */
    mh_artifact
        artifact; /**< what marks of artifact objects become: HEADER, FOOTER, PAGE, LAYOUT */
} fo_painter;

fo_painter *fo_painter_new(mh_arena *arena);

/** Adds a mark as it is. */
void fo_paint(fo_painter *painter, const mh_mark *mark);

/** A filled rectangle that no reader hears. Nothing when it is empty or transparent. */
void fo_paint_fill(fo_painter *painter, mh_rect rect, mh_color color);

/** A rule of that style along the longer side of @p rect. */
void fo_paint_rule(fo_painter *painter, mh_rect rect, fo_border_style style, mh_color color);

/** Background, then borders, of a border rectangle; @p rtl says on which side "start" is. */
void fo_paint_box(fo_painter *painter, const fo_style *style, mh_rect border_rect, bool rtl);

#endif
