#ifndef MH_DOCX_NUMBERING_H
#define MH_DOCX_NUMBERING_H

/* The numbers and bullets Word puts before paragraphs (ECMA-376-1 §17.9); private to docx. */

#include <libxml/tree.h>

#include "base/job.h"

/** Definitions and where their counters stand; owned by the job. */
typedef struct docx_numbering docx_numbering;

/**
 * @param definitions w:numbering, or NULL
 * @param styles      w:styles, or NULL; a style may number its paragraphs
 */
docx_numbering *docx_numbering_new(mh_job *job, const xmlNode *definitions, const xmlNode *styles);

/**
 * Counts the paragraph, w:p, and appends what Word shows before it; nothing for one without number.
 * To be called for each paragraph in document order.
 */
void docx_numbering_append(docx_numbering *numbering, const xmlNode *paragraph, GString *out);

#endif
