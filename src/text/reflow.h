#ifndef MH_TEXT_REFLOW_H
#define MH_TEXT_REFLOW_H

/* Lines of text to blocks: paragraphs put together again, everything else left as it stands. */

#include "text/measure.h"

/** Fills blocks, furniture and is_cut of @p out; everything belongs to the job. */
void txt_reflow(mh_job *job, const txt_pages *pages, mh_text *out);

/**
 * Does line @p b go on with the block that ends with line @p a?
 *
 * @param width columns of a full line there
 */
bool txt_continues(const txt_measure *measure, const txt_fact *a, const txt_fact *b,
                   uint32_t width);

#endif
