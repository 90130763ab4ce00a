#ifndef MH_TEXT_FURNITURE_H
#define MH_TEXT_FURNITURE_H

/*
 * Page furniture: told by shape together with place or repetition. furniture.c takes page and job
 * numbers, bar codes, marks and rules; heads.c then the running heads at the pages those show.
 */

#include "text/lines.h"
#include "text/shapes.h"

/** Lines with what the passes of this stage learn about them. */
typedef struct txt_pages {
    txt_lines lines;
    const txt_shaped *shapes;   /**< one a line */
    const char *job_number;     /**< longest job number line, or NULL */
    const char *running_symbol; /**< or NULL */
} txt_pages;

/** Index standing for "no line". */
#define TXT_NO_LINE ((size_t)-1)

/** Nearest line before (after) @p line that is not blank, or TXT_NO_LINE. */
size_t txt_text_before(const txt_lines *lines, size_t line);
size_t txt_text_after(const txt_lines *lines, size_t line);

/** True when @p line is the first (last) of its page that is not blank. */
bool txt_is_page_top(const txt_lines *lines, size_t line);
bool txt_is_page_foot(const txt_lines *lines, size_t line);

/** Sets mh_line.furniture of every line that is furniture. The result's strings are the job's. */
txt_pages txt_mark_furniture(mh_job *job, txt_lines lines);

/** Second half of the above: running heads, from what the first half marked. */
void txt_mark_heads(mh_job *job, txt_pages *pages);

#endif
