#ifndef MH_RECORD_INLINE_H
#define MH_RECORD_INLINE_H

/*
 * Inline marking: what the words of a paragraph refer to. One scan over the text finds dates,
 * times, symbols, resolutions, organs, member States, roles, persons with a title, annexes and web
 * addresses. Marking is conservative: a mark that may be wrong is not made.
 *
 * The other files of src/record call this once per text, after they know their own spans of it
 * (notes, participles, signatures).
 */

#include "base/job.h"
#include "lexicon/lexicon.h"
#include "record/record.h"

/** What marking remembers of one record: its persons, so that "Ms. Nakamitsu" is found again. */
typedef struct rec_inline_context rec_inline_context;

/** How a text is to be marked; flags can be added. */
typedef enum rec_inline_mode {
    REC_INLINE_BODY = 0,
    REC_INLINE_TITLE = 1,      /**< title matter: dates become MH_SPAN_DOC_DATE */
    REC_INLINE_NO_PERSONS = 2, /**< names in it say nothing (lists of names, tables) */
} rec_inline_mode;

/** New context for one record, owned by @p job. */
rec_inline_context *rec_inline_context_new(mh_job *job);

/**
 * Says how many annexes the record has. With none "see annex" stays unmarked; with one it is
 * "annex_1"; "annex II" is marked when there are two or more.
 */
void rec_inline_set_annexes(rec_inline_context *context, uint32_t count);

/**
 * Names the organ that "its resolution 75/1" speaks of: an actor of the lexicon ("unga"), or NULL.
 * Without it the organ of an enacting formula that was marked ("The General Assembly,") is taken.
 */
void rec_inline_set_organ(rec_inline_context *context, const char *actor);

/**
 * The person called @p name (without title: "Izumi Nakamitsu", "张军"), made known to the context.
 * The same name gives the same concept; a family name alone gives the person known by it.
 *
 * @return owned by the job; NULL when @p name holds no letter
 */
const mh_concept *rec_inline_person(rec_inline_context *context, mh_view name);

/**
 * The role @p role held for @p state: "Permanent Representative of China to the United Nations".
 *
 * @param role  a role of the lexicon
 * @param state a member State or organ, or NULL for the role alone
 * @return owned by the job or static
 */
const mh_concept *rec_inline_role(rec_inline_context *context, const mh_concept *role,
                                  const mh_concept *state);

/**
 * Marks @p text.
 *
 * @param text     valid UTF-8, at most 4 GiB
 * @param language of the text; NONE takes every language's words
 * @param mode     rec_inline_mode flags
 * @param spans    of mh_span. Spans of this text that are already in it stay; marks that would
 *                 cross one of them, or repeat one of the same extent and kind, are left out. On
 *                 return all are sorted by start, longer ones first, and nest properly.
 */
void rec_inline_mark(rec_inline_context *context, mh_view text, mh_language language, unsigned mode,
                     GArray *spans);

/** Sorts @p spans (of mh_span) by start, longer first; spans that cross an earlier one are dropped.
 */
void rec_inline_sort(GArray *spans);

#endif
