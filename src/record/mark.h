#ifndef MH_RECORD_MARK_H
#define MH_RECORD_MARK_H

/*
 * Numbering marks: "I.", "(a)", "1 -", "㈠", "أولا -", "–". A mark alone is ambiguous ("(i)" is a
 * letter or a Roman one, Cyrillic "с)" is c or the 19th letter), so it has readings; the sequence
 * it stands in chooses among them.
 */

#include <stdint.h>

#include "base/view.h"

/** What counts. */
typedef enum rec_style {
    REC_STYLE_NONE,
    REC_STYLE_DIGIT,       /**< 1 2 3, any script's digits */
    REC_STYLE_DECIMAL,     /**< 2.1: value is the last part */
    REC_STYLE_ROMAN,       /**< I II III */
    REC_STYLE_CAPITAL,     /**< A B C; Arabic letter names */
    REC_STYLE_SMALL_ROMAN, /**< i ii iii */
    REC_STYLE_LETTER,      /**< a b c, aa bb */
    REC_STYLE_CYRILLIC,    /**< а б в */
    REC_STYLE_ABJAD,       /**< أ ب ج */
    REC_STYLE_HAN,         /**< 一 二 三 */
    REC_STYLE_ORDINAL,     /**< أولا ثانيا ثالثا */
    REC_STYLE_BULLET,
} rec_style;

/** How the number is dressed. Lists of one style and different dress are different lists. */
typedef enum rec_dress {
    REC_DRESS_NONE,   /**< stands alone: "II" */
    REC_DRESS_STOP,   /**< "1." "一、" "1 -" */
    REC_DRESS_CLOSED, /**< "a)" */
    REC_DRESS_BOTH,   /**< "(a)" "㈠" */
    REC_DRESS_QUOTED, /**< "'1'" */
    REC_DRESS_BULLET, /**< "•" "-" */
} rec_dress;

typedef struct rec_reading {
    rec_style style;
    uint32_t value; /**< from 1; 0 for bullets */
} rec_reading;

#define REC_READINGS_MAX 3

typedef struct rec_mark {
    rec_dress dress;
    uint32_t count; /**< of readings; 0 = there is no mark */
    rec_reading reading[REC_READINGS_MAX];
    uint32_t length; /**< bytes of the mark as printed, dress included */
    uint32_t rest;   /**< offset of the text after it; the text's length when nothing follows */
} rec_mark;

/** The mark at the start of @p text (trimmed UTF-8). */
rec_mark rec_mark_read(mh_view text);

/** Value of @p mark read in @p style, or 0 (a bullet has 0 as well). */
uint32_t rec_mark_value(const rec_mark *mark, rec_style style);

/** A number without any dress before text: "I General", "أولا التجارة"; roman, capital, ordinal. */
rec_mark rec_mark_read_bare(mh_view text);

bool rec_mark_has(const rec_mark *mark, rec_style style);

/** Value of a Roman number of one case ("XIV", "xiv"), or 0. */
uint32_t rec_roman_value(mh_view text);

/** Value of a Chinese number below 100 ("十二"), or 0. */
uint32_t rec_han_value(mh_view text);

/**
 * Value of a designation that stands behind a word: "II", "12", "二", "الثاني", "B" (2), "premier";
 * 0 when it is none.
 */
uint32_t rec_designation_value(mh_view text);

#endif
