#ifndef MH_PACK_TREE_H
#define MH_PACK_TREE_H

/* Folders with all that is in them. Private to pack. */

#include "base/job.h"

/** The files below a folder. */
typedef struct pack_listing {
    const char *root;
    const char *const *paths; /**< below the root, with "/", in the order of their bytes */
    size_t count;
    GHashTable *names;  /**< the paths as a set */
    GPtrArray *unusual; /**< links, devices, names that are not UTF-8: what no package has */
} pack_listing;

/** Lists @p root; what cannot be read is not in it. Owned by @p arena. */
pack_listing *pack_list(mh_arena *arena, const char *root);

/** True when there is a file @p path. */
bool pack_has(const pack_listing *listing, const char *path);

/** True when both folders, or both files, have the same content under the same names. */
bool pack_tree_equal(const char *a, const char *b);

/** Removes a file or a folder with all that is in it; links are not followed. */
void pack_tree_remove(const char *path);

/**
 * Gives @p from the name @p to, in one step also when there is something of that name, which then
 * is removed. Both are on disk afterwards.
 *
 * @return 0 or an error number
 */
int pack_tree_publish(const char *from, const char *to);

#endif
