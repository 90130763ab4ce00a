#ifndef MH_FO_RUN_H
#define MH_FO_RUN_H

/*
 * One page sequence on its way: sequence.c makes its pages one after the other, body.c fills them
 * with the flow. Private to fo.
 */

#include "fo/maker.h"
#include "fo/source.h"

/** What the sequence has given and what comes next. */
typedef struct fo_run {
    fo_maker *maker;
    mh_arena *arena;
    const fo_node *sequence;
    const fo_node *flow;
    const char *flow_name;
    bool rtl; /* writing mode of the flow */
    const char *format;
    fo_master_choice masters;
    uint32_t first_number;
    uint32_t number; /* of the next page */
    uint32_t page_count;
    uint32_t unmapped_count;
    fo_break pending; /* what the next page must be: FO_BREAK_EVEN, FO_BREAK_ODD */
    fo_source *source;
    fo_place place;   /* where the source goes on */
    bool is_done;     /* the flow is at its end */
    bool breaks_keep; /* the page that was filled last had to divide what is to be kept together */
    fo_notes *notes;
    GPtrArray *floats; /* fo_node of floats that wait for the top of a page */
} fo_run;

/** Where a page began: to lay it out once more. */
typedef struct fo_page_start {
    fo_source *source;
    fo_place place;
    fo_notes *notes;
    GArray *waiting; /* copy of the footnotes left over */
    guint float_count;
    const void *const *floats; /* and of the floats */
} fo_page_start;

fo_page_start fo_run_remember(const fo_run *run);
void fo_run_go_back(fo_run *run, const fo_page_start *start);

/** True while something is left of the flow, its footnotes or floats. */
bool fo_run_has_rest(const fo_run *run);

/** Fills the body of @p sheet with what comes next. */
void fo_run_fill(fo_run *run, fo_sheet *sheet);

static inline const fo_region *fo_body_of(const fo_page_master *master)
{
    return &master->region[FO_BODY];
}

#endif
