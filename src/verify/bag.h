#ifndef MH_VERIFY_BAG_H
#define MH_VERIFY_BAG_H

/* Characters counted, white space apart: how texts are compared whose order differs. */

#include "base/job.h"

typedef struct verify_bag verify_bag;

/** Empty; the arena's. */
verify_bag *verify_bag_new(mh_arena *arena);

/**
 * Counts the characters of @p text (UTF-8) as they are printed: in compatibility form, taken apart
 * (NFKD, so that it does not matter where a text was cut), and without what is not seen: marks of
 * direction, joiners, soft hyphens.
 */
void verify_bag_add(verify_bag *bag, mh_view text);

/** Characters in it. */
size_t verify_bag_count(const verify_bag *bag);

/** What @p a has more of than @p b; the arena's. */
verify_bag *verify_bag_less(mh_arena *arena, const verify_bag *a, const verify_bag *b);

/** "'a' ×3, U+0301 ×1 …" in the order of code points, at most eight; the arena's. */
const char *verify_bag_show(mh_arena *arena, const verify_bag *bag);

#endif
