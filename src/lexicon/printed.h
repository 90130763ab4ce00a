#ifndef MH_LEXICON_PRINTED_H
#define MH_LEXICON_PRINTED_H

/*
 * Words as they stand in print, for questions that a line's bytes answer: case, accents and spaces
 * count, in whatever language the line is. Wordings with slots are for pattern.h.
 */

#include "lexicon/lexicon.h"

/** Rows of data/printed.tsv: what the words of one are for. */
typedef enum mh_printed {
    MH_PRINTED_OPEN,            /**< no sentence and no heading ends with them: "of", "dans" */
    MH_PRINTED_SIGNATURE,       /**< "(Signed)" */
    MH_PRINTED_TITLE,           /**< titles over several narrow lines begin so: "Letter dated" */
    MH_PRINTED_SPEAKER,         /**< lines that open a speech begin so: "The President" */
    MH_PRINTED_PERSON,          /**< courtesy titles with the space behind them */
    MH_PRINTED_BOUND,           /**< titles that are typed with a no-break space: "Mr." */
    MH_PRINTED_VOTE,            /**< what members did, above their names: "Against:" */
    MH_PRINTED_NOTICE,          /**< the notice on corrections of a meeting's record begins so */
    MH_PRINTED_PAGE,            /**< stands before a page number */
    MH_PRINTED_RECYCLE,         /**< images in print, words in some extractors' text */
    MH_PRINTED_RECYCLE_PART,    /**< pieces of these, cut by lines */
    MH_PRINTED_ADDRESSED,       /**< names an addressee: "addressed" */
    MH_PRINTED_ADDRESSEE,       /**< whom letters are addressed to */
    MH_PRINTED_SYMBOL_PART,     /**< has a stop and a number behind it: "Add", "para" */
    MH_PRINTED_NUMBERED,        /**< the beginnings of words before a number: "articl" */
    MH_PRINTED_COUNTER,         /**< Chinese, behind a number */
    MH_PRINTED_FOLDED_JOINT,    /**< folded (fold.h): between numbers and dates of a citation */
    MH_PRINTED_FOLDED_TO,       /**< folded: between an annex and what it belongs to */
    MH_PRINTED_FOLDED_PARTICLE, /**< folded: small words inside names */
    MH_PRINTED_FOLDED_OFFICE,   /**< folded: words of offices, which are no names */
    MH_PRINTED_COUNT
} mh_printed;

/** True when @p text is one of the words. */
bool mh_printed_is(mh_printed use, mh_view text);

/** True when @p text begins, or ends, with one of them, or has one in it. */
bool mh_printed_begins(mh_printed use, mh_view text);
bool mh_printed_ends(mh_printed use, mh_view text);
bool mh_printed_within(mh_printed use, mh_view text);

/** The words of @p use, NUL-terminated, and their @p count: for texts that are no view. */
const mh_view *mh_printed_words(mh_printed use, size_t *count);

#endif
