#ifndef MH_BASE_NUMERAL_H
#define MH_BASE_NUMERAL_H

/* Numbers as lists print them: a), iv., 三. Called where lists are recognised and where they are
 * read back. */

#include <stdbool.h>
#include <stdint.h>

#include <glib.h>

/** Word's formats (ECMA-376-1 §17.18.59, ST_NumberFormat) that print the same in every program. */
typedef enum mh_numeral_format {
    MH_NUMERAL_DECIMAL,
    MH_NUMERAL_LOWER_LETTER, /**< a … z, aa, bb … */
    MH_NUMERAL_UPPER_LETTER,
    MH_NUMERAL_LOWER_ROMAN,
    MH_NUMERAL_UPPER_ROMAN,
    MH_NUMERAL_LOWER_RUSSIAN, /**< without ё and й */
    MH_NUMERAL_UPPER_RUSSIAN,
    MH_NUMERAL_CHINESE, /**< 一 … 九十九 */
    MH_NUMERAL_FORMAT_COUNT,
} mh_numeral_format;

/** The name in w:numFmt ("lowerLetter"). */
const char *mh_numeral_name(mh_numeral_format format);

/** The format of that name; MH_NUMERAL_FORMAT_COUNT for any other. */
mh_numeral_format mh_numeral_find(const char *name);

/**
 * Appends @p value to @p out.
 *
 * @return false, and nothing appended, for a value that programs print differently or not at all:
 * 0, letters after the third round, Roman numerals from 400, Russian letters after the 25th,
 * Chinese numerals from 100
 */
bool mh_numeral_write(mh_numeral_format format, uint32_t value, GString *out);

/** The value that prints as the @p len bytes at @p text; 0 when none does. */
uint32_t mh_numeral_read(mh_numeral_format format, const char *text, size_t len);

#endif
