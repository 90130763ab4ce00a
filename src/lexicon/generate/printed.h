#ifndef MH_LEXICON_GENERATE_PRINTED_H
#define MH_LEXICON_GENERATE_PRINTED_H

/* Words that are compared as they are printed. */

#include <stdio.h>

#include "base/arena.h"

void gen_printed(mh_arena *arena, const char *folder, FILE *out);

#endif
