#ifndef MH_FO_CONTEXT_H
#define MH_FO_CONTEXT_H

/* What layout carries along while it formats one document; private to fo. */

#include "fo/fo.h"
#include "fo/fonts.h"
#include "fo/hyphenation.h"
#include "fo/tree.h"

/** Page numbers as far as they are known. */
typedef struct fo_numbers {
    GHashTable *first_page; /**< id → label of the page where it begins (string keys and values) */
    GHashTable *last_page;  /**< id → label of the page where it ends */
    const char *current;    /**< label of the page being drawn; NULL while lines are broken */
} fo_numbers;

/** Reference area that absolutely positioned areas count from, on the page being drawn. */
typedef struct fo_frame {
    mh_rect page;
    mh_rect area; /**< content rectangle of the region or container */
} fo_frame;

typedef struct fo_context {
    mh_job *job;
    mh_arena
        *arena; /**< of what is being laid out (paragraphs, lines): goes when its pages are out */
    fo_frame frame; /**< while a page is drawn */
    fo_fonts *fonts;
    fo_hyphenation *hyphenation;
    const mh_fo_options *options;
    fo_numbers numbers;
    GHashTable *parted; /**< parent → its children with inline objects parted at blocks (build.h) */
    GHashTable *images;    /**< source address → mh_image */
    size_t overfull_count; /**< overfull lines reported so far */
} fo_context;

#endif
