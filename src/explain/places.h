#ifndef MH_EXPLAIN_PLACES_H
#define MH_EXPLAIN_PLACES_H

/* Where each line of a record went in the record tree. Private to explain. */

#include "record/record.h"

/** How a line stands in its block of text. */
typedef enum explain_join {
    EXPLAIN_JOIN_NONE, /**< in no block, or alone in one */
    EXPLAIN_JOIN_FIRST,
    EXPLAIN_JOIN_MIDDLE,
    EXPLAIN_JOIN_LAST,
    EXPLAIN_JOIN_ACROSS, /**< between lines of a block, but not of it: a page break's furniture */
} explain_join;

/** What one line was taken for. */
typedef struct explain_place {
    const char
        *path; /**< "annex 1 › section I. › point (a)"; one pointer for all lines of a node */
    const char *evidence; /**< rule, printed words, confidence; NULL but for a node's first line */
    GString *marks;       /**< what was found in the line: "date 2021-06-04"; NULL for nothing */
    explain_join join;
} explain_place;

/** One for each line of the text; the arena's. */
explain_place *explain_places_find(mh_arena *arena, const mh_record *record);

#endif
