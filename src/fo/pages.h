#ifndef MH_FO_PAGES_H
#define MH_FO_PAGES_H

/*
 * What the formatter gives: finished pages, and the document they belong to. The PDF writer and the
 * page dump read it; nothing here knows of PDF.
 *
 * Lengths are Pango units (PANGO_SCALE = 1024 to the point), x to the right, y down, from the top
 * left corner of the page.
 */

#include <libxml/tree.h>
#include <pango/pango.h>

#include "base/job.h"

/**
 * A structure element: what a reader is told a piece of the page is (ISO 32000-1 §14.8). The tree
 * follows the FO document's order; furniture has no element.
 */
typedef struct mh_element {
    const char *role;     /**< standard structure type: "P", "H1", "Note"; never NULL */
    const char *language; /**< BCP 47 tag where it differs from the parent's, else NULL */
    const char *alt;      /**< alternative text, or NULL */
    const char *id;       /**< id of the formatting object, or NULL */
    const char *scope;    /**< TH: "Column" or "Row"; else NULL */
    uint16_t columns;     /**< TH, TD: columns spanned, 1 where there is no span */
    uint16_t rows;
    uint32_t number; /**< 0, 1, 2… in document order: an index for tables of the reader's own */
    uint32_t order;  /**< place in the FO document, comparable with mh_mark.order */
    struct mh_element *parent;
    struct mh_element *first_child;
    struct mh_element *last_child;
    struct mh_element *next;
} mh_element;

typedef struct mh_rect {
    int32_t x;
    int32_t y;
    int32_t width;
    int32_t height;
} mh_rect;

/** sRGB, 8 bits each. */
typedef struct mh_color {
    uint8_t red;
    uint8_t green;
    uint8_t blue;
    uint8_t alpha; /**< 255 is opaque; 0 draws nothing; others are drawn opaque (PDF/A pages) */
} mh_color;

typedef enum mh_artifact {
    MH_ARTIFACT_NONE,   /**< content: the mark has an element */
    MH_ARTIFACT_HEADER, /**< page furniture above */
    MH_ARTIFACT_FOOTER, /**< page furniture below */
    MH_ARTIFACT_PAGE,   /**< other page furniture: side regions */
    MH_ARTIFACT_LAYOUT, /**< rules, borders, backgrounds, leaders */
} mh_artifact;

typedef enum mh_mark_kind {
    MH_MARK_TEXT,  /**< one run of glyphs of one font */
    MH_MARK_FILL,  /**< filled rectangle: backgrounds, solid borders and rules */
    MH_MARK_LINE,  /**< dashed or dotted line along the longer side of rect, as thick as its shorter
                      side */
    MH_MARK_IMAGE, /**< picture scaled to rect */
    MH_MARK_PUSH, /**< saves the state, then clips to rect (if it has a width) and applies matrix */
    MH_MARK_POP,  /**< restores the state of the last PUSH */
} mh_mark_kind;

typedef enum mh_line_style {
    MH_LINE_DASHED,
    MH_LINE_DOTTED,
} mh_line_style;

typedef enum mh_image_type {
    MH_IMAGE_PNG,
    MH_IMAGE_JPEG,
    MH_IMAGE_SVG,
} mh_image_type;

/** A picture, decoded when it is drawn; the same object for the same source. */
typedef struct mh_image {
    mh_image_type type;
    mh_view bytes; /**< of the file; SVG as UTF-8 XML */
    double width;  /**< intrinsic, points */
    double height;
} mh_image;

/** One thing drawn on a page. Marks are in drawing order; text of one line in logical order. */
typedef struct mh_mark {
    mh_mark_kind kind;
    mh_artifact artifact;
    const mh_element *element; /**< NULL for artifacts */
    uint32_t order;         /**< place in the FO document: sorts text among an element's children */
    mh_color color;         /**< TEXT, FILL, LINE */
    mh_rect rect;           /**< FILL, LINE, IMAGE, PUSH (clip) */
    int32_t x;              /**< TEXT: left edge of the run */
    int32_t y;              /**< TEXT: baseline */
    PangoGlyphItem *glyphs; /**< TEXT: item->offset and length are into text */
    const char *text;       /**< TEXT: UTF-8 */
    const char *actual_text; /**< TEXT: what a reader gets where it is not text; else NULL. "" for a
                                line-end hyphen */
    mh_line_style line_style; /**< LINE */
    const mh_image *image;    /**< IMAGE */
    double matrix[6]; /**< PUSH: xx yx xy yy x0 y0, in units; identity where nothing turns */
} mh_mark;

/** An area that leads somewhere. A link over two lines is two areas of one element. */
typedef struct mh_link {
    mh_rect rect;
    const mh_element *element; /**< role "Link" */
    const char *uri;           /**< external target, or NULL */
    const char *target;        /**< id of the internal target, or NULL */
} mh_link;

/** Where an id begins. */
typedef struct mh_destination {
    const char *id;
    uint32_t page; /**< 0-based index of the page */
    int32_t x;
    int32_t y;
} mh_destination;

/** A finished page. Valid only while the sink is called. */
typedef struct mh_page {
    uint32_t index;    /**< 0-based */
    const char *label; /**< page number as printed: "4", "iv" */
    int32_t width;
    int32_t height;
    const mh_mark *marks;
    size_t mark_count;
    const mh_link *links;
    size_t link_count;
} mh_page;

/** An entry of the outline (fo:bookmark). */
typedef struct mh_bookmark {
    const char *title;
    const char *target; /**< internal id, or NULL */
    const char *uri;    /**< external target, or NULL */
    bool is_open;
    struct mh_bookmark *first_child;
    struct mh_bookmark *next;
} mh_bookmark;

/** The document around the pages: complete when the last page is out. All of it is the job's. */
typedef struct mh_pages {
    const char *language;  /**< BCP 47 of fo:root, or NULL */
    const xmlNode *xmp;    /**< x:xmpmeta of fo:declarations, or NULL */
    mh_element *structure; /**< role "Document"; its children are the page sequences' content */
    size_t element_count;  /**< element numbers are below this */
    const mh_bookmark *outline;         /**< first entry, or NULL */
    const mh_destination *destinations; /**< sorted by id (strcmp) */
    size_t destination_count;
    size_t page_count;
} mh_pages;

/** Takes the pages, first to last, each as soon as nothing later can change it. */
typedef struct mh_page_sink {
    mh_status (*page)(void *user, const mh_page *page); /**< not MH_OK ends formatting with it */
    void *user;
} mh_page_sink;

/** Destination of @p id, or NULL. */
const mh_destination *mh_pages_destination(const mh_pages *pages, const char *id);

#endif
