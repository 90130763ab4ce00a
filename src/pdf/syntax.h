#ifndef MH_PDF_SYNTAX_H
#define MH_PDF_SYNTAX_H

/*
 * PDF's own syntax (ISO 32000-1 §7.2, §7.3): reading tokens and values without building trees, and
 * writing strings, names and numbers. Values stay views into the bytes they were read from.
 */

#include <glib.h>
#include <stdint.h>

#include "base/view.h"

typedef enum pdf_token_kind {
    PDF_TOKEN_END,    /**< no more bytes */
    PDF_TOKEN_NUMBER, /**< 12, -0.5 */
    PDF_TOKEN_NAME,   /**< /Name: the text is without the slash */
    PDF_TOKEN_STRING, /**< (literal) or <hexadecimal>, delimiters included */
    PDF_TOKEN_WORD,   /**< operator, true, obj, R … */
    PDF_TOKEN_OPEN,   /**< [ or << */
    PDF_TOKEN_CLOSE,  /**< ] or >> */
    PDF_TOKEN_BROKEN, /**< not PDF: an open string, a stray delimiter */
} pdf_token_kind;

typedef struct pdf_token {
    pdf_token_kind kind;
    mh_view text;
} pdf_token;

/** A place in bytes that are read token by token. */
typedef struct pdf_cursor {
    mh_view bytes;
    size_t at;
} pdf_cursor;

/** Next token; white space and comments are passed over. */
pdf_token pdf_next(pdf_cursor *cursor);

/**
 * Next whole value: a scalar, an array, a dictionary, or a reference "7 0 R".
 *
 * @return false at the end, at a closing bracket, and where the bytes are not PDF
 */
bool pdf_value(pdf_cursor *cursor, mh_view *out);

/** Cursor inside the dictionary @p dict, before its first key; empty when it is none. */
pdf_cursor pdf_dict_enter(mh_view dict);
/** Next entry of the dictionary that @p cursor is in. */
bool pdf_dict_next(pdf_cursor *cursor, mh_view *key, mh_view *value);
/** Value of @p key, or the empty view. */
mh_view pdf_dict_find(mh_view dict, const char *key);

/** Object number of the reference @p value, 0 when it is no reference. */
uint32_t pdf_reference(mh_view value);
/** True when @p value is a non-negative integer that fits. */
bool pdf_unsigned(mh_view value, size_t *out);
/** True when @p value is the name @p name. */
bool pdf_is_name(mh_view value, const char *name);

/** Appends the bytes that the string @p value (literal or hexadecimal) stands for (§7.3.4). */
void pdf_string_bytes(mh_view value, GString *out);
/** Appends a text string as UTF-8: UTF-16 with its mark, else Latin-1 (§7.9.2.2). */
void pdf_string_text(mh_view value, GString *out);

/** Appends UTF-16 (big-endian) as UTF-8; what is no character becomes U+FFFD. */
void pdf_put_utf16(GString *out, mh_view bytes);

/** Appends @p utf8 as a text string (§7.9.2.2), cut where PDF/A's limit for strings is reached. */
void pdf_put_text(GString *out, const char *utf8);
/** Appends @p bytes as a literal string. */
void pdf_put_bytes(GString *out, mh_view bytes);
/** Appends "/name" with the escapes of §7.3.5. */
void pdf_put_name(GString *out, const char *name);
/** Appends @p value with at most three decimals. */
void pdf_put_number(GString *out, double value);

#endif
