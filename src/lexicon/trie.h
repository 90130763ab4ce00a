#ifndef MH_LEXICON_TRIE_H
#define MH_LEXICON_TRIE_H

/* Looking up folded text in the compiled tries; private to the lexicon. */

#include "lexicon/data.h"
#include "lexicon/fold.h"

#define LEX_MAX_HITS 12

/* A key that the text holds. */
typedef struct lex_hit {
    size_t units;         /* its length */
    const uint16_t *rows; /* what it means */
    size_t row_count;
} lex_hit;

/*
 * Every key that begins at unit @p at, shortest first; of more than LEX_MAX_HITS the longest are
 * kept. Word edges are the caller's business.
 */
size_t lex_trie_find(const lex_trie *trie, const mh_folded *text, size_t at,
                     lex_hit hits[LEX_MAX_HITS]);

#endif
