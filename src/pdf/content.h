#ifndef MH_PDF_CONTENT_H
#define MH_PDF_CONTENT_H

/* Content streams of pages (ISO 32000-1 §14.6, §14.8.2.2). */

#include "pdf/drawing.h"

/** What a mark becomes in the content stream. */
typedef struct pdf_content_mark {
    const char *role; /**< of its element; NULL for furniture */
    mh_artifact artifact;
    uint32_t mcid;
    const char *actual_text;
} pdf_content_mark;

/**
 * Copies the content stream @p in to @p out: the n-th marked sequence becomes @p marks[n], and what
 * is painted between them an artifact.
 *
 * @return false when the stream is not as cairo writes it, or has another number of marks
 */
bool pdf_content_rewrite(mh_view in, const pdf_content_mark *marks, size_t count, GString *out);

#endif
