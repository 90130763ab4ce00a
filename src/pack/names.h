#ifndef MH_PACK_NAMES_H
#define MH_PACK_NAMES_H

/* Names and identifiers in packages. Private to pack. */

#include "base/arena.h"

/**
 * @p name as a file name that every archival system keeps: letters, digits and -_.() of ASCII, at
 * most 96 bytes. Where others were replaced or cut, a few digits of the name's SHA-256 keep names
 * apart that were.
 */
const char *pack_slug(mh_arena *arena, const char *name);

/** UUID of version 5 (RFC 4122 §4.3) of @p name, which is a URI. */
const char *pack_uuid(mh_arena *arena, const char *name);

/** What stands in the slots of a path. */
typedef struct pack_slots {
    const char *package;
    const char *record;
    const char *representation;
    const char *file;
} pack_slots;

/** @p path with its slots filled. */
const char *pack_fill(mh_arena *arena, const char *path, const pack_slots *slots);

/** "2026-11-24T01:02:03Z" */
const char *pack_time(mh_arena *arena, gint64 seconds);

#endif
