#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "pack/tar.h"

/* Any bytes as a tar file: members, then the end or the word that it is broken. */

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FILE *in = size > 0 ? fmemopen(mh_unconst(data), size, "rb") : NULL;
    if (!in)
        return 0;
    tar_state state = TAR_MEMBER;
    size_t read = 0;
    while (state == TAR_MEMBER) {
        mh_arena *arena = mh_arena_new();
        tar_member member;
        state = tar_read_member(in, arena, &member);
        if (state == TAR_MEMBER)
            read += member.bytes.len;
        mh_arena_free(arena);
    }
    if (read > size)
        abort();
    (void)fclose(in);
    return 0;
}
