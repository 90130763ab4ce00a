#ifndef MH_TEXT_MEASURE_H
#define MH_TEXT_MEASURE_H

/* How wide the text was set: whether lines were wrapped, and at which column. */

#include "text/facts.h"

/** Lines of a table's cells reach no further, in percent of the text's width. */
#define TXT_NARROW_PERCENT 46

typedef struct txt_measure {
    bool is_wrapped;       /**< paragraphs were cut into lines; else a line is a paragraph */
    bool has_blanks;       /**< blank lines part the paragraphs */
    uint32_t width;        /**< columns of a full line of the body */
    uint32_t edge;         /**< column that hardly a line cut by wrapping goes beyond */
    const uint32_t *local; /**< one a fact: columns of a full line where it stands */
    uint32_t
        full_percent;    /**< of the local width: a line reached so far, with the next word, before
                              it was cut in mid-sentence; about 100, less where print is ragged */
    GHashTable *openers; /**< words that paragraphs begin with, set */
} txt_measure;

/** Columns that @p a would have with the first word of @p b, in percent of @p width. */
uint32_t txt_fullness(const txt_fact *a, const txt_fact *b, uint32_t width);

/** True when @p fact begins with a word that began a paragraph elsewhere in the record. */
bool txt_is_opener(const txt_measure *measure, const txt_fact *fact);

/** The result's array is the job's. */
txt_measure txt_find_measure(mh_job *job, const txt_facts *facts);

#endif
