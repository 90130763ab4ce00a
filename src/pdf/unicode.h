#ifndef MH_PDF_UNICODE_H
#define MH_PDF_UNICODE_H

/* ToUnicode maps (ISO 32000-1 §9.10.3): from the codes of a font to characters. */

#include "base/job.h"

typedef struct pdf_unicode pdf_unicode;

/** An empty map, the arena's. @param code_bytes bytes a code has in strings: 1 or 2 */
pdf_unicode *pdf_unicode_new(mh_arena *arena, size_t code_bytes);

/** Takes the ranges of the CMap @p bytes. @return false when it is not as fonts have it */
bool pdf_unicode_read(pdf_unicode *map, mh_view bytes);

/** Appends what @p codes stand for as UTF-8; a code without a character becomes U+FFFD. */
void pdf_unicode_decode(const pdf_unicode *map, mh_view codes, GString *out);

#endif
