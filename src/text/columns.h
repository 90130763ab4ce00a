#ifndef MH_TEXT_COLUMNS_H
#define MH_TEXT_COLUMNS_H

/* Two-column pages, as "pdftotext -layout" prints them, in the order they are read in. */

#include "text/lines.h"

/**
 * Puts the lines of pages set in two columns into reading order: the left column (in Arabic the
 * right one) down to its end, then the other. A line across both becomes two lines of the same
 * number; lines that span the page (running heads, page numbers, wide headings) stay whole and
 * part what is above from what is below them. Records that are not set so are left as they are.
 *
 * @param lines replaced when there are such pages; at least one line stays for each of before
 */
void txt_order_columns(mh_job *job, txt_lines *lines);

#endif
