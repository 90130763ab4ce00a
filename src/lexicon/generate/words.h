#ifndef MH_LEXICON_GENERATE_WORDS_H
#define MH_LEXICON_GENERATE_WORDS_H

/* The smaller tables: numbers, languages, frequent words, openings of clauses. */

#include <stdio.h>

#include "base/arena.h"

void gen_numbers(mh_arena *arena, const char *folder, FILE *out);
void gen_languages(mh_arena *arena, const char *folder, FILE *out);
void gen_frequent(mh_arena *arena, const char *folder, FILE *out);
void gen_openings(mh_arena *arena, const char *folder, FILE *out);

#endif
