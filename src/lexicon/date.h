#ifndef MH_LEXICON_DATE_H
#define MH_LEXICON_DATE_H

/* Dates and times of day as the six languages write them, to ISO 8601. */

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"

typedef struct mh_date {
    size_t start; /**< bytes of the text */
    size_t end;
    char iso[11];  /**< "2021-06-04" */
    size_t at;     /**< first unit */
    size_t length; /**< units */
} mh_date;

/**
 * The date that begins at unit @p at: day, month and year, all there and possible. Ranges and
 * dates without year ("4 and 5 June 2021", "June 2021") are no date.
 */
bool mh_date_at(const mh_folded *text, size_t at, mh_date *out);

/** The first date at or after unit @p from. */
bool mh_date_find(const mh_folded *text, size_t from, mh_date *out);

/** The date that @p text consists of. */
bool mh_date_read(const mh_folded *text, mh_date *out);

typedef struct mh_time {
    size_t start; /**< bytes of the text */
    size_t end;
    char iso[9];   /**< "15:05:00" */
    size_t at;     /**< first unit */
    size_t length; /**< units */
} mh_time;

/** The time of day that begins at unit @p at: "3.10 p.m.", "15 h 5", "上午10时", "10 ч 05 мин". */
bool mh_time_at(const mh_folded *text, size_t at, mh_time *out);

/** The first time of day at or after unit @p from. */
bool mh_time_find(const mh_folded *text, size_t from, mh_time *out);

#endif
