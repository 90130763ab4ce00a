#ifndef MH_LEXICON_NUMBER_H
#define MH_LEXICON_NUMBER_H

/* Numbers in figures and words: sessions, years, annexes, meetings. */

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"

/**
 * The number that begins at unit @p at: figures with or without ordinal ending ("76", "76th",
 * "76-я", "٧٦"), ordinals in words up to 199 ("Seventy-sixth", "السادسة والسبعون"), Chinese
 * numerals ("七十六", "第七十六"), roman numerals in capitals.
 *
 * @return units taken; 0 when there is no number
 */
size_t mh_number_at(const mh_folded *text, size_t at, mh_language language, uint32_t *value);

/** The number that @p text consists of (white space and full stops around it allowed). */
bool mh_number_read(const mh_folded *text, mh_language language, uint32_t *value);

#endif
