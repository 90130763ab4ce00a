#include <stdint.h>
#include <stdlib.h>

#include "pack/manifest.h"

/* Any bytes as a list of digests and as a list of facts: what is accepted has plain paths only. */

static void read_lists(mh_arena *arena, mh_view bytes)
{
    for (int i = 0; i < 4; i++) {
        const pack_manifest_form form = {.digits = i & 1 ? 64 : 4,
                                         .has_percent_codes = (i & 2) != 0};
        const pack_manifest manifest = pack_manifest_read(arena, bytes, &form);
        for (size_t e = 0; e < manifest.count; e++)
            if (!pack_path_is_plain(manifest.entries[e].path)
                || manifest.entries[e].digest.len != form.digits)
                abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const mh_view bytes = {.ptr = (const char *)data, .len = size};
    mh_arena *arena = mh_arena_new();
    read_lists(arena, bytes);
    const pack_facts facts = pack_facts_read(arena, bytes);
    for (size_t i = 0; i < facts.count; i++)
        if (!facts.facts[i].label || !facts.facts[i].value)
            abort();
    mh_arena_free(arena);
    return 0;
}
