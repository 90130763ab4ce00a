#ifndef MH_TEXT_SHAPES_H
#define MH_TEXT_SHAPES_H

/*
 * What a line could be by its shape alone. Nothing is furniture for its shape only (a rule
 * excepted): furniture.c and heads.c look at where the line stands and what repeats.
 */

#include <stdint.h>

#include <glib.h>

#include "base/view.h"

typedef enum txt_shape {
    TXT_SHAPE_NONE,
    TXT_SHAPE_RULE,         /**< "______" */
    TXT_SHAPE_BARCODE,      /**< "*2107541*" */
    TXT_SHAPE_JOB,          /**< "21-07541 (E)    080621" */
    TXT_SHAPE_JOB_BARE,     /**< "21-07541" */
    TXT_SHAPE_STAMP,        /**< "080621": a release date, DDMMYY, on its own line */
    TXT_SHAPE_PAGE,         /**< "2/4", with or without the job number beside it */
    TXT_SHAPE_PAGE_NUMBER,  /**< "3", "- 3 -", "Page 3" */
    TXT_SHAPE_TURN,         /**< "/...": turn over */
    TXT_SHAPE_RECYCLE,      /**< "Please recycle" */
    TXT_SHAPE_RECYCLE_PART, /**< part of such a phrase that was set over several lines */
    TXT_SHAPE_SYMBOL,       /**< a symbol or joint symbol and nothing else */
    TXT_SHAPE_HEAD,         /**< symbol, title and date in one line, in any order */
    TXT_SHAPE_DATE,         /**< "13/12/2018" */
} txt_shape;

/** A line's shape and the numbers in it. */
typedef struct txt_shaped {
    txt_shape shape;
    bool has_job;    /**< PAGE: the job number stands beside */
    uint32_t number; /**< PAGE, PAGE_NUMBER: the page */
    uint32_t total;  /**< PAGE: of how many */
} txt_shaped;

/** @param line trimmed text of a line, not empty */
txt_shaped txt_shape_of(mh_view line);

/** True when @p word is a document symbol, joint ones included: "A/79/794-S/2025/104". */
bool txt_is_symbol(mh_view word);

#endif
