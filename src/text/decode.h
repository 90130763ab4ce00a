#ifndef MH_TEXT_DECODE_H
#define MH_TEXT_DECODE_H

/* Bytes of a record to UTF-8. */

#include "base/job.h"

/**
 * Finds the encoding (in the order text.h promises) and decodes. Control characters that no text
 * needs become spaces, with a warning; many of them, or a NUL, mean that the file is not text.
 *
 * @param forced   IANA name to use instead of looking, or NULL
 * @param source   valid UTF-8 without BOM; borrows from @p bytes when that is UTF-8 already
 * @param encoding IANA name of what was decoded; static or the job's
 * @return MH_OK, or MH_REJECTED with a TXT diagnostic
 */
mh_status txt_decode(mh_job *job, mh_view bytes, const char *forced, mh_view *source,
                     const char **encoding);

#endif
