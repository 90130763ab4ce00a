#ifndef MH_PDF_FLATE_H
#define MH_PDF_FLATE_H

/* FlateDecode (ISO 32000-1 §7.4.4) with zlib: one compressor and one expander for a whole file. */

#include "base/job.h"

typedef struct pdf_flate pdf_flate;

/** Owned by @p arena. */
pdf_flate *pdf_flate_new(mh_arena *arena);

/** Appends @p bytes compressed to @p out. */
void pdf_deflate(pdf_flate *flate, mh_view bytes, GByteArray *out);

/**
 * Appends @p bytes expanded to @p out.
 *
 * @return false when they are not whole zlib data, or grow beyond all use
 */
bool pdf_inflate(pdf_flate *flate, mh_view bytes, GByteArray *out);

#endif
