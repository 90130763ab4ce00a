#ifndef MH_LEXICON_GENERATE_NAMES_H
#define MH_LEXICON_GENERATE_NAMES_H

/* states, organs, concepts and words: the index of names, concepts and organs. */

#include <stdio.h>

#include "base/arena.h"

void gen_names(mh_arena *arena, const char *folder, FILE *out);

#endif
