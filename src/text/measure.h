#ifndef MH_TEXT_MEASURE_H
#define MH_TEXT_MEASURE_H

/* How wide the text was set: whether lines were wrapped, and at which column. */

#include "text/facts.h"

typedef struct txt_measure {
    bool is_wrapped;       /**< paragraphs were cut into lines; else a line is a paragraph */
    uint32_t width;        /**< columns of a full line of the body */
    const uint32_t *local; /**< one a fact: columns of a full line where it stands */
} txt_measure;

/** The result's array is the job's. */
txt_measure txt_find_measure(mh_job *job, const txt_facts *facts);

#endif
