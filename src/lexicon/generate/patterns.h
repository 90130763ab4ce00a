#ifndef MH_LEXICON_GENERATE_PATTERNS_H
#define MH_LEXICON_GENERATE_PATTERNS_H

/*
 * The wordings of data/patterns.tsv. In a wording {name} is a slot and <a/b/c> a choice (an empty
 * choice leaves out); choices are written out here, so that looking up knows text and slots only.
 */

#include <stdio.h>

#include "base/arena.h"

void gen_patterns(mh_arena *arena, const char *folder, FILE *out);

#endif
