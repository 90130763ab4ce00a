#include "base/digest.h"

static const char *digest(mh_arena *arena, GChecksumType type, mh_view bytes)
{
    char *hex = g_compute_checksum_for_data(type, (const guchar *)bytes.ptr, bytes.len);
    const char *copy = mh_arena_strdup(arena, hex);
    g_free(hex);
    return copy;
}

const char *mh_digest_sha256(mh_arena *arena, mh_view bytes)
{
    return digest(arena, G_CHECKSUM_SHA256, bytes);
}

const char *mh_digest_sha512(mh_arena *arena, mh_view bytes)
{
    return digest(arena, G_CHECKSUM_SHA512, bytes);
}
