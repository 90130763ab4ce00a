#ifndef MH_LEXICON_NAME_H
#define MH_LEXICON_NAME_H

/*
 * Names that the lexicon knows wherever they stand in a text: organs, member States, roles, places,
 * treaties, and the words that announce something (resolution, annex, honorifics, months). They
 * are one index of all names in all languages, made at build time.
 */

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"

typedef enum mh_name_kind {
    MH_NAME_CONCEPT,    /**< organ, State, role, place, event, instrument: see concept */
    MH_NAME_BLOCK,      /**< contains a name but is none: "Gulf of Guinea" */
    MH_NAME_RESOLUTION, /**< "resolution", in every grammatical form; numbers follow (zh: both) */
    MH_NAME_DECISION,   /**< "decision": numbers follow as after a resolution */
    MH_NAME_ANNEX,      /**< "annex", "annexes" */
    MH_NAME_SEE,        /**< what stands before a reference to an annex: "see" */
    MH_NAME_HONORIFIC,  /**< "Mr.", "Excelentísimo Señor"; a person's name follows (zh: precedes).
                              value = 1: it stands in another case than the nominative */
    MH_NAME_MONTH,      /**< value = 1 to 12 */
    MH_NAME_OF,         /**< between an office and its State: "of the" */
    MH_NAME_TO_UN,      /**< after that State: "to the United Nations" */
    MH_NAME_WEEKDAY,    /**< value = 1 (Monday) to 7 */
} mh_name_kind;

/** One way of writing one thing. Static. */
typedef struct mh_name {
    mh_name_kind kind;
    uint8_t languages;         /**< bit 1 << mh_language */
    uint8_t value;             /**< by kind */
    bool is_capitalised;       /**< the printed form must begin with a capital letter */
    bool is_acronym;           /**< all its letters must be capitals */
    bool is_weak;              /**< so short a Chinese word that its neighbours must be looked at */
    const mh_concept *concept; /**< NULL unless kind is CONCEPT */
} mh_name;

/**
 * The longest name that begins at unit @p at and ends at a word edge.
 *
 * @param language names of this language only; NONE takes all
 * @param units    how many units it takes
 * @return static, or NULL
 */
const mh_name *mh_name_at(const mh_folded *text, size_t at, mh_language language, size_t *units);

/** The concept a whole text names ("Совет Безопасности", "the Secretary-General"), or NULL. */
const mh_concept *mh_concept_of_name(const mh_folded *text, mh_language language);

/** The concept with that id ("unsc", "chn", "presidentSC"), or NULL. */
const mh_concept *mh_concept_of_id(const char *id);

/** An organ, a series or a treaty body. */
typedef struct mh_organ {
    const char *code;          /**< "HRC" */
    const char *prefix;        /**< beginning of its symbols: "A/HRC" */
    const char *actor;         /**< part of IRIs: "unhrc" */
    const char *parent;        /**< code of the organ whose name the masthead prints, or NULL */
    const mh_concept *concept; /**< organization */
} mh_organ;

/** The organ with the longest prefix of @p symbol ("A/HRC/46/L.2"), or NULL. */
const mh_organ *mh_organ_of_symbol(mh_view symbol);
/** True when symbols begin with @p component ("A", "CEDAW", "ST"). */
bool mh_is_symbol_prefix(mh_view component);
/** By code, or NULL. */
const mh_organ *mh_organ_of_code(const char *code);
/** The organ @p concept is, or NULL. */
const mh_organ *mh_organ_of_concept(const mh_concept *concept);

/** Short id of an office or mission held for a State ("pr" of permanentRepresentative), or NULL. */
const char *mh_concept_of_state(const mh_concept *concept);

/** True for the concept of a member or observer State. */
bool mh_concept_is_state(const mh_concept *concept);

/** True for a State that English names with an article: "the Sudan". */
bool mh_concept_takes_the(const mh_concept *concept);

#endif
