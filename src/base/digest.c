#include "base/digest.h"

const char *mh_digest_sha256(mh_arena *arena, mh_view bytes)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    mh_arena_defer(arena, (GDestroyNotify)g_checksum_free, sum);
    g_checksum_update(sum, (const guchar *)bytes.ptr, (gssize)bytes.len);
    return mh_arena_strdup(arena, g_checksum_get_string(sum));
}
