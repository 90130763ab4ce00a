#ifndef MH_LEXICON_SYMBOL_H
#define MH_LEXICON_SYMBOL_H

/*
 * Document symbols (A/75/L.1/Rev.1, S/RES/2573 (2021)) and resolutions cited by number
 * ("resolution 1325 (2000)", "General Assembly resolution 75/1").
 */

#include "lexicon/fold.h"
#include "lexicon/lexicon.h"

typedef struct mh_symbol {
    size_t start; /**< bytes of the text, without stars */
    size_t end;
    size_t at;     /**< first unit */
    size_t length; /**< units */
    size_t stars;  /**< reissue marks that follow */
} mh_symbol;

/** The symbol that begins at unit @p at; stray spaces round "/" and "." are taken along. */
bool mh_symbol_at(const mh_folded *text, size_t at, mh_symbol *out);

/** The first symbol at or after unit @p from. Joint symbols ("A/75/900-S/2021/540") are two. */
bool mh_symbol_find(const mh_folded *text, size_t from, mh_symbol *out);

/** Printed symbol as one writes it: no stray spaces, ASCII digits and signs, in @p arena. */
const char *mh_symbol_normalise(mh_arena *arena, const mh_folded *text, const mh_symbol *symbol);

/** What the parts of a symbol say. */
typedef enum mh_symbol_kind {
    MH_SYMBOL_DOCUMENT,
    MH_SYMBOL_RESOLUTION,
    MH_SYMBOL_DECISION,
    MH_SYMBOL_PRESIDENTIAL_STATEMENT,
    MH_SYMBOL_VERBATIM_RECORD,
    MH_SYMBOL_SUMMARY_RECORD,
    MH_SYMBOL_LIMITED, /**< L.n: a draft */
    MH_SYMBOL_AGENDA,
    MH_SYMBOL_INFORMATION,
    MH_SYMBOL_ADMINISTRATIVE,
} mh_symbol_kind;

mh_symbol_kind mh_symbol_kind_of(const char *symbol);

/** A resolution number that begins at a unit: "1325 (2000)", "75/1", "217 A (III)". */
typedef struct mh_resolution_number {
    size_t start; /**< bytes of the text */
    size_t end;
    size_t at;     /**< first unit */
    size_t length; /**< units */
    bool has_year; /**< a year in brackets: the Security Council */
} mh_resolution_number;

bool mh_resolution_number_at(const mh_folded *text, size_t at, mh_resolution_number *out);

/**
 * Symbol of a cited resolution: "S/RES/1325 (2000)", "A/RES/75/1", "A/RES/217 A (III)".
 *
 * @param organ "unsc", "unga", "unecosoc", "hrc", or NULL when the text names none
 * @return in @p arena; NULL when the organ cannot be told from the number
 */
const char *mh_resolution_symbol(mh_arena *arena, const mh_folded *text,
                                 const mh_resolution_number *number, const char *organ);

#endif
