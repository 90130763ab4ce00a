#include "pack/check.h"
#include "pack/manifest.h"

enum {
    SHA256_DIGITS = 64,
    SHA512_DIGITS = 128,
};

GHashTable *pack_check_list(pack_check *check, const pack_list_request *request)
{
    mh_arena *arena = check->arena;
    GHashTable *listed = mh_arena_string_hash(arena);
    mh_view bytes;
    if (!pack_check_read(check, request->path, &bytes))
        return listed;
    const pack_manifest_form form = {.digits = request->is_sha512 ? SHA512_DIGITS : SHA256_DIGITS,
                                     .has_percent_codes = request->has_percent_codes};
    const pack_manifest manifest = pack_manifest_read(arena, bytes, &form);
    if (manifest.fault)
        pack_fault(check, MH_PAC_MANIFEST, "%s: %s", request->path, manifest.fault);
    for (size_t i = 0; i < manifest.count; i++) {
        const pack_entry *entry = &manifest.entries[i];
        const pack_claim claim = {
            .path = mh_arena_printf(arena, "%s%s", request->base, entry->path),
            .algorithm = request->is_sha512 ? "SHA-512" : "SHA-256",
            .digest = mh_arena_string_of(arena, entry->digest),
        };
        pack_check_claim(check, &claim);
        (void)g_hash_table_add(listed, mh_unconst(claim.path));
    }
    return listed;
}
