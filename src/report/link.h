#ifndef MH_REPORT_LINK_H
#define MH_REPORT_LINK_H

/* Addresses of products, as a page in a folder links to them. Private to report. */

#include "base/arena.h"

/**
 * Relative reference (RFC 3986 §4.2) from a file in folder @p from to @p path.
 *
 * @param from absolute, canonical
 * @param path absolute, canonical
 */
const char *report_link(mh_arena *arena, const char *from, const char *path);

#endif
