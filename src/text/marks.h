#ifndef MH_TEXT_MARKS_H
#define MH_TEXT_MARKS_H

/* Marks that begin a list item, a numbered paragraph or a numbered heading, in six languages. */

#include <stdint.h>

#include "base/view.h"

typedef enum txt_mark_kind {
    TXT_MARK_NONE,
    TXT_MARK_NUMBER,  /**< "12.", "12 -", "153/12." */
    TXT_MARK_HEADING, /**< "I.", "A.", "一.", "أولا -" */
    TXT_MARK_POINT,   /**< "(a)", "a)", "(1)", "'1'", "㈠" */
    TXT_MARK_BULLET,  /**< "•" */
    TXT_MARK_DASH,    /**< "-", "–", "—": a bullet, or a dash that wrapping put there */
    TXT_MARK_STAR,    /**< "*", "**": a note */
} txt_mark_kind;

typedef struct txt_mark {
    txt_mark_kind kind;
    size_t bytes;    /**< of the mark, without the space behind it */
    uint32_t number; /**< NUMBER: its value, else 0 */
} txt_mark;

/** The mark at the beginning of @p text (trimmed); kind NONE and 0 bytes when there is none. */
txt_mark txt_mark_of(mh_view text);

#endif
