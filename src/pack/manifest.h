#ifndef MH_PACK_MANIFEST_H
#define MH_PACK_MANIFEST_H

/* Lists of digests, one file a line, as sha256sum and BagIt write them. Private to pack. */

#include "base/arena.h"

/** One line: digest, white space, path. */
typedef struct pack_entry {
    mh_view digest;
    const char *path; /**< decoded */
} pack_entry;

typedef struct pack_manifest {
    const pack_entry *entries;
    size_t count;
    const char *fault; /**< what is wrong with the list, or NULL */
} pack_manifest;

typedef struct pack_manifest_form {
    size_t digits;          /**< of a digest */
    bool has_percent_codes; /**< RFC 8493 §2.1.3: %0A, %0D, %25 in paths */
} pack_manifest_form;

/**
 * Reads a list strictly: UTF-8 without byte order mark, lines ended by LF alone, digests of exactly
 * that many digits, two blanks, a path that stays below the folder, each path once.
 *
 * @param bytes must live as long as @p arena
 */
pack_manifest pack_manifest_read(mh_arena *arena, mh_view bytes, const pack_manifest_form *form);

/** True for a relative path without empty, "." and ".." parts. */
bool pack_path_is_plain(const char *path);

/** One line "Label: value" of a list of facts (bagit.txt, bag-info.txt). */
typedef struct pack_fact {
    const char *label;
    const char *value;
} pack_fact;

typedef struct pack_facts {
    const pack_fact *facts;
    size_t count;
    const char *fault;
} pack_facts;

/** Reads "Label: value" lines (RFC 8493 §2.2.2); lines that begin with a blank go on the last. */
pack_facts pack_facts_read(mh_arena *arena, mh_view bytes);

/** The one value of @p label; NULL when there is none, or there are several. */
const char *pack_fact_of(const pack_facts *facts, const char *label);

#endif
