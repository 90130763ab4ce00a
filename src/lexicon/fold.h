#ifndef MH_LEXICON_FOLD_H
#define MH_LEXICON_FOLD_H

/*
 * Text folded for matching: what typists, extractors and languages vary is made alike, and every
 * folded unit knows the bytes it came from. All lookups of the lexicon work on folded text, so a
 * text is folded once and then searched for many things.
 *
 * Folded alike: letter case; accents of Latin letters; ё and е; forms of hamza, alef maksura and
 * ta marbuta; digits of all scripts; half and full width; apostrophes, quotation marks, dashes;
 * white space (a run is one space). Left out: Arabic vowel signs and tatweel, soft hyphens,
 * zero-width characters, directional controls, spaces just inside round brackets. Mended: lam-alef
 * that an extractor swapped.
 */

#include <stdint.h>

#include "base/arena.h"

/** Scripts whose letters a text may hold. */
typedef enum mh_script {
    MH_SCRIPT_CYRILLIC = 1,
    MH_SCRIPT_ARABIC = 2,
    MH_SCRIPT_HAN = 4,
} mh_script;

/** Flag of the script of a folded unit; 0 for Latin, signs and whatever else. */
static inline unsigned mh_script_of(uint16_t unit)
{
    if (unit < 0x0400)
        return 0;
    if (unit < 0x0530)
        return MH_SCRIPT_CYRILLIC;
    if (unit >= 0x0600 && unit < 0x0700)
        return MH_SCRIPT_ARABIC;
    return unit >= 0x4E00 && unit < 0xA000 ? MH_SCRIPT_HAN : 0;
}

/** A text and its folded units. Borrowed from the mh_folder until its next fold. */
typedef struct mh_folded {
    mh_view text;
    const uint16_t *key;     /**< folded; U+FFFD for what lies beyond the BMP */
    const uint16_t *printed; /**< the same units with case and accents kept */
    const uint32_t *offset;  /**< byte of @c text a unit begins at; [length] is text.len */
    size_t length;           /**< units */
    unsigned scripts;        /**< mh_script flags of its letters, Latin aside */
} mh_folded;

/** Reusable buffers for folding. */
typedef struct mh_folder mh_folder;

/** New folder, owned by @p arena. */
mh_folder *mh_folder_new(mh_arena *arena);

/** Folds @p text (valid UTF-8, below 4 GiB). The result lasts until the next call. */
const mh_folded *mh_fold(mh_folder *folder, mh_view text);

/** One code point folded; 0 for one that is left out. */
uint16_t mh_fold_char(uint32_t code_point);

/** Bytes of units [from, to), without white space and directional controls at the ends. */
mh_view mh_folded_slice(const mh_folded *text, size_t from, size_t to);

/** The unit that holds byte @p offset of the text; length when there is none. */
size_t mh_folded_unit_of(const mh_folded *text, size_t offset);

/** True when no word of a script that parts words by spaces goes on across unit @p at. */
bool mh_folded_is_word_edge(const mh_folded *text, size_t at);

#endif
