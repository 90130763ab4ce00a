#ifndef MH_PDF_CONTENT_H
#define MH_PDF_CONTENT_H

/* Content streams of pages (ISO 32000-1 §14.6, §14.8.2.2). */

#include "pdf/drawing.h"

/** What a mark becomes in the content stream. */
typedef struct pdf_content_mark {
    const char *role; /**< of its element; NULL for furniture */
    mh_artifact artifact;
    const char *actual_text;
    uint8_t fence;      /**< as in pdf_mark */
    uint32_t mcid;      /**< filled in: number of its first marked sequence */
    uint32_t sequences; /**< filled in: how many it has, numbered in turn; 0: cairo left it out */
} pdf_content_mark;

/**
 * Copies the content stream @p in to @p out: what stands between its fences becomes the
 * marks, in their order, and what is painted elsewhere an artifact.
 *
 * @return false when the stream is not as cairo writes it, or the fences are not those of @p marks
 */
bool pdf_content_rewrite(mh_view in, pdf_content_mark *marks, size_t count, GString *out);

#endif
