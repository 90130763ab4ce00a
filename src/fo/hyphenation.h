#ifndef MH_FO_HYPHENATION_H
#define MH_FO_HYPHENATION_H

/* Where words may be hyphenated: libhyphen's dictionaries, loaded when first asked for. */

#include "base/job.h"

typedef struct fo_hyphenation fo_hyphenation;

/** Free it with fo_hyphenation_free(). */
fo_hyphenation *fo_hyphenation_new(void);

/** Accepts NULL. */
void fo_hyphenation_free(fo_hyphenation *hyphenation);

/** Least number of characters on either side of a hyphen; the language's own minimum counts too. */
typedef struct fo_hyphen_limits {
    uint16_t remain; /**< before it */
    uint16_t push;   /**< after it */
} fo_hyphen_limits;

/**
 * Finds the places in @p word where a hyphen may be put.
 *
 * @param language BCP 47 tag
 * @param word     UTF-8 letters, nothing else
 * @param points   one per byte of @p word; set to true where a line may begin after a hyphen
 * @return false when nothing was found, or there is no dictionary (noted once, FO-311)
 */
bool fo_hyphenation_find(fo_hyphenation *hyphenation, mh_job *job, const char *language,
                         mh_view word, fo_hyphen_limits limits, bool *points);

#endif
