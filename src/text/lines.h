#ifndef MH_TEXT_LINES_H
#define MH_TEXT_LINES_H

/* Decoded text as lines. */

#include "text/text.h"

/** A longer line is not a record's: the longest at hand has 68 KB. */
#define TXT_LINE_MAX_BYTES ((size_t)1024 * 1024)

/** Some 40,000 pages; a file with more is not one record. */
#define TXT_LINE_MAX_COUNT ((uint32_t)2000000)

/** The lines of a record while the passes over them still write; becomes mh_text.lines. */
typedef struct txt_lines {
    mh_line *items;
    size_t count;
} txt_lines;

/**
 * Splits @p source at LF, CR LF, CR, FORM FEED, VT, NEL (U+0085), U+2028 and U+2029; FORM FEED also
 * ends the page and, as VT, does not count as a line's end where lines are numbered. A line end at
 * the end of the source begins no further line.
 *
 * @param source valid UTF-8; must live as long as @p job
 * @param out    written on MH_OK only; the job's
 * @return MH_OK, or MH_REJECTED with TXT-002 (only white space), TXT-003 (line too
 *         long) or TXT-010 (too many)
 */
mh_status txt_split(mh_job *job, mh_view source, txt_lines *out);

#endif
