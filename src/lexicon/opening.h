#ifndef MH_LEXICON_OPENING_H
#define MH_LEXICON_OPENING_H

/*
 * Opening words of the clauses of resolutions: participles of preambular ("Recalling also") and
 * verbs of operative paragraphs ("Also requests", "Decides further"), set in italics.
 */

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"

typedef enum mh_opening_kind {
    MH_OPENING_PREAMBULAR,
    MH_OPENING_OPERATIVE,
} mh_opening_kind;

/**
 * Bytes of the opening words of @p text, from its beginning: verb or participle with the adverbs
 * and phrases that belong to it, without object and preposition; 0 when it opens like no clause of
 * that kind.
 */
size_t mh_opening_length(const mh_folded *text, mh_language language, mh_opening_kind kind);

#endif
