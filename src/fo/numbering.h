#ifndef MH_FO_NUMBERING_H
#define MH_FO_NUMBERING_H

/* Page numbers as they are printed (format, XSLT 1.0 §7.7.1). Private to fo. */

#include <stdint.h>

#include "base/arena.h"

/** @p number in @p format ("1", "01", "i", "A", "١"…); NULL is "1". */
const char *fo_page_label(mh_arena *arena, uint32_t number, const char *format);

#endif
