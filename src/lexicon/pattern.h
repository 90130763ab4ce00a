#ifndef MH_LEXICON_PATTERN_H
#define MH_LEXICON_PATTERN_H

/*
 * Structure words: the wordings of titles, annex headings, formulas, signatures, captions and so
 * on, as patterns with slots. The rows are data/patterns.tsv; a key such as "title.letter.pr" has
 * wordings in up to six languages.
 */

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"

#define MH_PATTERN_MAX_SLOTS 6

/** What a slot took of the text. */
typedef struct mh_slot {
    const char *name; /**< as in the pattern: "date", "addressee", "n"; static */
    mh_view text;     /**< trimmed; borrowed from the matched text */
} mh_slot;

typedef struct mh_pattern_match {
    const char *key;      /**< the row that matched: "title.letter.pr"; static */
    mh_language language; /**< of its wording */
    size_t start;         /**< bytes of the text */
    size_t end;
    mh_slot slots[MH_PATTERN_MAX_SLOTS];
    size_t slot_count;
} mh_pattern_match;

/**
 * Looks for a wording of @p key in @p text. Each row says where it must stand: the whole text
 * (marks such as "*" may follow), its beginning, its end, or anywhere at word edges.
 *
 * @param key      a key, or the part of keys before a dot: "annex" takes every "annex.…"
 * @param language only wordings of this language; NONE takes all. Some are printed in English in
 *                 records of every language ("Distr.: General"): ask for those with NONE
 * @param out      the longest match, of equal ones that with most words of its own; written when
 * true is returned; may be NULL
 */
bool mh_pattern_find(const mh_folded *text, const char *key, mh_language language,
                     mh_pattern_match *out);

/** Text of slot @p name; the empty view when the wording has no such slot. */
mh_view mh_pattern_slot(const mh_pattern_match *match, const char *name);

#endif
