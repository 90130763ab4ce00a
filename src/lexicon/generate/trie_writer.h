#ifndef MH_LEXICON_GENERATE_TRIE_WRITER_H
#define MH_LEXICON_GENERATE_TRIE_WRITER_H

/* Makes a lex_trie of folded keys and writes it as C. */

#include <stdio.h>

#include "lexicon/fold.h"

typedef struct gen_trie gen_trie;

/* New empty trie, owned by @p arena. */
gen_trie *gen_trie_new(mh_arena *arena);

/* Adds a meaning of @p key (folded here). */
void gen_trie_add(gen_trie *trie, const char *key, uint16_t row);

/* Writes "const lex_trie NAME". */
void gen_trie_write(gen_trie *trie, const char *name, FILE *out);

#endif
