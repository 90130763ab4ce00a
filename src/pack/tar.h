#ifndef MH_PACK_TAR_H
#define MH_PACK_TAR_H

/* Members of a tar file in the ustar form (POSIX.1-1988 §10.1.1). Private to pack. */

#include <stdio.h>

#include "base/arena.h"

typedef struct tar_member {
    const char *name; /**< with "/"; a folder's ends in it */
    mh_view bytes;
    gint64 seconds; /**< since 1970 */
} tar_member;

/** Writes a regular file. @return false with errno; ENAMETOOLONG when ustar cannot take the name */
bool tar_write_member(FILE *out, const tar_member *member);
/** Writes the two empty blocks. */
bool tar_write_end(FILE *out);

typedef enum tar_state {
    TAR_MEMBER,
    TAR_END,
    TAR_BROKEN, /**< or has what is neither file nor folder, or is larger than MH_FILE_MAX_BYTES */
} tar_state;

/** Reads the next member into @p arena; @p out is written on TAR_MEMBER only. */
tar_state tar_read_member(FILE *in, mh_arena *arena, tar_member *out);

#endif
