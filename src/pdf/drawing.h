#ifndef MH_PDF_DRAWING_H
#define MH_PDF_DRAWING_H

/* What drawing leaves behind for the finisher; private to pdf. */

#include <cairo.h>

#include "pdf/faces.h"

/**
 * Fences of cairo's content streams. cairo tags text with one of these types in turn, so that a
 * mark that cairo leaves out (text outside the page; spaces, from 1.18 on) is noticed. A picture
 * stands between two rectangles in the corner of the page, because cairo 1.18 keeps no tag without
 * text.
 */
#define PDF_FENCE_COUNT 16
extern const char *const pdf_fences[PDF_FENCE_COUNT];
/** Sides of the two rectangles in points: the opening one is higher than wide. */
#define PDF_FENCE_SHORT 0.125
#define PDF_FENCE_LONG 0.25
/** pdf_mark.fence of a picture. */
#define PDF_FENCE_PICTURE PDF_FENCE_COUNT

/** One marked sequence of a page: the drawing of one element, or of page furniture. */
typedef struct pdf_mark {
    const mh_element *element; /**< NULL: furniture */
    mh_artifact artifact;
    uint32_t page;
    uint32_t order;          /**< place among the element's children */
    uint8_t fence;           /**< index in pdf_fences, or PDF_FENCE_PICTURE */
    uint32_t mcid;           /**< of its first sequence; known when the page is rewritten */
    uint32_t sequences;      /**< 0: furniture, or cairo left it out; known at the same time */
    const char *actual_text; /**< or NULL */
    const char *text;        /**< what it begins with, in a label; else NULL */
    double box[4];           /**< picture: left, bottom, right, top on the page, points */
} pdf_mark;

/** The areas of one link on one page. */
typedef struct pdf_link {
    const mh_element *element;
    uint32_t page;
    const char *uri;
    const char *target;
    GArray *areas; /**< mh_rect */
} pdf_link;

typedef struct pdf_page {
    double width; /**< points */
    double height;
    const char *label;
    size_t first_mark; /**< of the drawing's marks */
    size_t mark_count;
    size_t first_link; /**< of the drawing's links */
    size_t link_count;
} pdf_page;

struct mh_pdf {
    mh_job *job;
    mh_arena *arena;
    GByteArray *file; /**< what cairo wrote */
    cairo_surface_t *surface;
    cairo_t *cairo;
    pdf_face_use *faces;    /**< or NULL: fonts are embedded by cairo alone */
    GArray *pages;          /**< pdf_page */
    GArray *marks;          /**< pdf_mark */
    GArray *links;          /**< pdf_link */
    GHashTable *link_texts; /**< number of an element → GString: the words of a link */
    GHashTable *pictures;   /**< set of pdf_picture */
    GHashTable *repeats;    /**< number of a THead or TFoot → where it began */
    bool has_decoration;    /**< a picture without alternative text was reported */
};

/** Points of Pango units. */
static inline double pdf_points(int32_t units)
{
    return (double)units / PANGO_SCALE;
}

#endif
