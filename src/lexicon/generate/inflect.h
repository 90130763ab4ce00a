#ifndef MH_LEXICON_GENERATE_INFLECT_H
#define MH_LEXICON_GENERATE_INFLECT_H

/* Grammatical forms of names, made by rule so that the tables list a name once. */

#include "base/arena.h"
#include "lexicon/lexicon.h"

/*
 * The forms of @p name that a text of @p language may hold, itself first: the cases of Russian,
 * the Arabic article after li-. Forms that the language does not have may be among them: no text
 * holds those.
 *
 * @return array of char *, owned by @p arena
 */
GPtrArray *gen_forms(mh_arena *arena, const char *name, mh_language language);

#endif
