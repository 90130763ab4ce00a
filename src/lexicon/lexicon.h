#ifndef MH_LEXICON_LEXICON_H
#define MH_LEXICON_LEXICON_H

/*
 * What Masthead knows of how the UN writes, in six languages: organs, months, ordinals, words of
 * mastheads, titles, annexes, signatures, formulas. The rows are TSV files in src/lexicon/data,
 * compiled in. Everything returned is static unless its comment says otherwise.
 *
 * fold.h prepares a text, pattern.h knows wordings, name.h names, date.h, symbol.h, number.h and
 * opening.h what they say.
 */

#include <stdint.h>

#include "base/arena.h"

/** The official languages, in the alphabetical order of their ISO 639-1 codes; NONE is unknown. */
typedef enum mh_language {
    MH_LANGUAGE_NONE,
    MH_LANGUAGE_AR,
    MH_LANGUAGE_EN,
    MH_LANGUAGE_ES,
    MH_LANGUAGE_FR,
    MH_LANGUAGE_RU,
    MH_LANGUAGE_ZH,
    MH_LANGUAGE_COUNT
} mh_language;

/** "en" (xml:lang), "eng" (FRBRlanguage); "und" for NONE. */
const char *mh_language_code(mh_language language);
const char *mh_language_iso639_2(mh_language language);
/** English name: "Chinese". */
const char *mh_language_name(mh_language language);
/** From an ISO code of 2 or 3 letters, NONE when it is not an official language. */
mh_language mh_language_from_code(mh_view code);
/** From a language's name in any of the six languages ("Chinese", "английском", "inglés"). */
mh_language mh_language_from_name(mh_view name);

/**
 * The language @p text is written in: by script, then by the frequent words of English, French and
 * Spanish. Texts of a few words without any evidence (names, numbers) give NONE.
 */
mh_language mh_language_of_text(mh_view text);

/** Class of a concept: which TLC element names it in Akoma Ntoso. */
typedef enum mh_concept_class {
    MH_CONCEPT_ORGANIZATION,
    MH_CONCEPT_PERSON,
    MH_CONCEPT_ROLE,
    MH_CONCEPT_CONCEPT,
    MH_CONCEPT_EVENT,
    MH_CONCEPT_LOCATION,
    MH_CONCEPT_TERM,
    MH_CONCEPT_OBJECT,
} mh_concept_class;

/** Something the metadata names once and the text refers to: <TLC… eId href showAs>. */
typedef struct mh_concept {
    mh_concept_class kind;
    const char *id;   /**< ASCII NCName, unique: "unsc", "chn", "zhangJun" */
    const char *href; /**< "/akn/ontology/organization/un/securityCouncil" */
    const char *show; /**< English */
} mh_concept;

/**
 * A concept made from a name in any script: "张军" gives zhangJun, "М. Петров" mPetrov.
 *
 * @param name also becomes what people read (show), as printed
 * @return in @p arena; NULL when @p name holds no letter or digit
 */
const mh_concept *mh_concept_new(mh_arena *arena, mh_concept_class kind, mh_view name);

/** "organization", "person": the part of hrefs and, in capitals, of TLC element names. */
const char *mh_concept_class_name(mh_concept_class kind);

#endif
