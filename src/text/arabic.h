#ifndef MH_TEXT_ARABIC_H
#define MH_TEXT_ARABIC_H

/* Arabic as extractors damage it. The text stays as it is; the reader is told. */

#include "text/lines.h"

/** What of a record's Arabic is damaged. */
typedef struct txt_arabic_damage {
    size_t swapped; /**< words with two alefs before a lam ("األمن"): a lam-alef glyph taken apart
                         in the wrong order. No Arabic word has that */
    size_t forms;    /**< characters that are glyphs, not letters: U+FB50-FDFF, U+FE70-FEFC */
    size_t reversed; /**< lines of Arabic that begin with a stop or a bracket that closes: their
                        runs stand in the order of print */
} txt_arabic_damage;

/** Counts the damage in lines of text; all zero for a record without Arabic. */
txt_arabic_damage txt_find_arabic_damage(const txt_lines *lines);

/** Reports it with TXT-014 when it is more than a slip. */
void txt_report_arabic_damage(mh_job *job, const txt_lines *lines);

#endif
