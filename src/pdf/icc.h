#ifndef MH_PDF_ICC_H
#define MH_PDF_ICC_H

/* The colour profile of the output intent. */

#include "base/arena.h"

/**
 * An ICC version 2.1 display profile of sRGB (IEC 61966-2-1), computed from the standard's
 * primaries, white point and curve. In @p arena; always the same bytes.
 */
mh_view pdf_icc_srgb(mh_arena *arena);

#endif
