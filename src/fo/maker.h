#ifndef MH_FO_MAKER_H
#define MH_FO_MAKER_H

/*
 * Making pages: sequence.c lays them out as sheets, sheet.c draws a sheet when nothing later can
 * change it and hands it to the sink. Private to fo.
 */

#include "fo/footnote.h"
#include "fo/pagemaster.h"

/** A piece of content at its place on the page. */
typedef struct fo_slot {
    const fo_items *items;
    fo_range range;
    bool is_note;
    int32_t x; /**< from the page's top left corner */
    int32_t y;
} fo_slot;

/** A page laid out, not yet drawn. */
typedef struct fo_sheet {
    uint32_t index;
    const char *label;
    const fo_page_master *master;
    const fo_node *sequence; /**< fo:page-sequence */
    GArray *slots;           /**< fo_slot */
    bool waits; /**< a line cites a page number that was not known when lines were broken */
} fo_sheet;

/** An area with an fo:marker, for fo:retrieve-marker. */
typedef struct fo_marked {
    const fo_node *marker;
    const char *class_name;
    const fo_node *owner;
    const fo_node *sequence;
    uint32_t first; /**< index of the page that its area begins on */
    uint32_t last;  /**< and of the one it ends on; UINT32_MAX while that is not known */
} fo_marked;

typedef struct fo_maker {
    fo_context *context;
    const fo_tree *tree;
    const mh_page_sink *sink;
    mh_arena *arena; /**< the job's */
    fo_masters masters;
    GArray *marked;       /**< fo_marked, in document order */
    GHashTable *ended;    /**< set of ids whose last page is known */
    GArray *destinations; /**< mh_destination */
    GHashTable *placed;   /**< set of ids that have a destination */
    GPtrArray *queue;     /**< fo_sheet that wait for page numbers */
    uint32_t sheet_count; /**< laid out in this pass */
    uint32_t given;       /**< handed to the sink */
    uint32_t last_number; /**< of the page before */
    bool is_waiting;      /**< a second pass will set what this one has not drawn */
    bool is_last_pass;
} fo_maker;

/** Most sheets that wait for page numbers; when there are more, they are rather laid out once more
 * when the numbers are known, so that the memory a document takes does not grow with it. */
enum { FO_WAITING_MAX = 64 };

/** Most pages that a document may have. */
enum { FO_PAGES_MAX = 100000 };

/** Lays out one fo:page-sequence. @p next is the one behind it, or NULL. */
mh_status fo_sequence_make(fo_maker *maker, const fo_node *sequence, const fo_node *next);

/** Takes a finished sheet: notes ids and markers, draws what can be drawn. */
mh_status fo_maker_add(fo_maker *maker, fo_sheet *sheet);

/** @p id ends with the last sheet. */
void fo_maker_end_id(fo_maker *maker, const char *id, const char *label);

/** True when no sheet waits: what has been laid out is not needed any more. */
static inline bool fo_maker_is_idle(const fo_maker *maker)
{
    return maker->queue->len == 0;
}

/** Draws what waits: all page numbers are known as well as they will be. */
mh_status fo_maker_flush(fo_maker *maker);

/** Items of static content for a region of that width, in @p arena. */
fo_items *fo_static_items(fo_context *context, mh_arena *arena, const fo_node *content,
                          int32_t width, bool rtl);

/** The fo:static-content or fo:flow of @p sequence for the region @p name, or NULL. */
const fo_node *fo_flow_for(const fo_node *sequence, fo_type type, const char *name);

/** Puts what each fo:retrieve-marker in @p content finds on the page @p sheet in its place. */
void fo_markers_retrieve(fo_maker *maker, const fo_sheet *sheet, const fo_node *content);

/** Notes the markers of an area that begins (@p begins) or ends on page @p index. */
void fo_markers_note(fo_maker *maker, const fo_node *owner, uint32_t index, bool begins);

#endif
