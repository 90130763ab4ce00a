#ifndef MH_AKN_EID_H
#define MH_AKN_EID_H

/*
 * eIds by the Akoma Ntoso Naming Convention 1.0 (section 5): [prefix__]ref[_number]. The prefix is
 * the id of the level, component or part that the element is counted in; bodies are never part of
 * it. Where the printed number is not ASCII a wId says the same in a form that all language
 * versions share.
 */

#include "base/arena.h"

/** Ids given out in one document: no two alike, metadata included. */
typedef struct akn_ids akn_ids;

/** Both ids of an element; @c wid equals @c eid when the element needs no wId. */
typedef struct akn_id {
    const char *eid;
    const char *wid;
} akn_id;

/** The context of what stands in no level and no attachment. */
#define AKN_ID_ROOT ((akn_id){.eid = "", .wid = ""})

/** How the ordinal that stands in for a printed number is written in a wId. */
typedef enum akn_counting {
    AKN_COUNT_ARABIC, /**< 1, 2, 3 */
    AKN_COUNT_ROMAN,  /**< I, II, III */
    AKN_COUNT_LETTER, /**< A, B, C */
    AKN_COUNT_POINT,  /**< a, b, c; i, ii, iii one list deeper; and so on in turn */
} akn_counting;

akn_ids *akn_ids_new(mh_arena *arena);

/** Id of a child that its context has once: "para_1__content". */
akn_id akn_id_only(akn_ids *ids, akn_id context, const char *ref);

/** Id by the number of children of this sort so far: "para_2__table_1". */
akn_id akn_id_counted(akn_ids *ids, akn_id context, const char *ref);

/**
 * Id by the printed number: "(a)" gives "list_1__point_a", "Article 2" gives "art_2". An empty
 * number counts. A number that comes twice gets "-2", "-3"…
 */
akn_id akn_id_numbered(akn_ids *ids, akn_id context, const char *ref, mh_view number,
                       akn_counting counting);

/** @p wanted, or with "-2", "-3"… added when it was given out before. */
const char *akn_id_reserve(akn_ids *ids, const char *wanted);

#endif
