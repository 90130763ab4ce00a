#ifndef MH_BASE_DIGEST_H
#define MH_BASE_DIGEST_H

/* Checksums of sources and products. */

#include "base/arena.h"

/** SHA-256 of @p bytes as 64 lower-case hex digits, in @p arena. */
const char *mh_digest_sha256(mh_arena *arena, mh_view bytes);

/** SHA-512 of @p bytes as 128 lower-case hex digits, in @p arena. */
const char *mh_digest_sha512(mh_arena *arena, mh_view bytes);

#endif
