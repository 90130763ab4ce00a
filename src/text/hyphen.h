#ifndef MH_TEXT_HYPHEN_H
#define MH_TEXT_HYPHEN_H

/* Hyphens at line ends: part of the word, or put there when the line was set? */

#include "text/facts.h"

typedef struct txt_hyphens txt_hyphens;

/** Reads nothing yet; the words of the record are collected when the first hyphen asks. */
txt_hyphens *txt_hyphens_new(mh_job *job, const txt_facts *facts);

/**
 * Bytes of the hyphen at the end of @p before that is to be taken out when @p after follows, or 0.
 * The joined word must be plausible: the record has it elsewhere, or it has neither the hyphenated
 * form nor both halves as words of their own.
 */
size_t txt_hyphen_to_drop(txt_hyphens *hyphens, mh_view before, mh_view after);

#endif
