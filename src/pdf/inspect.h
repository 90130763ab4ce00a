#ifndef MH_PDF_INSPECT_H
#define MH_PDF_INSPECT_H

/*
 * Reads a finished PDF back: claims, attachments, text of the pages. For PDFs that mh_pdf_finish()
 * wrote and nobody changed; it is no reader for the world's files. Called by verification.
 */

#include "pdf/pdf.h"

/** A file found in the PDF. */
typedef struct mh_pdf_inside {
    mh_pdf_attachment file;
    bool is_intact; /**< size and MD5 are those the PDF gives */
} mh_pdf_inside;

/** What a PDF says of itself; all of it is the job's. */
typedef struct mh_pdf_facts {
    const char *pdfa_part;        /**< of PDF/A: "3"; NULL when none is claimed */
    const char *pdfa_conformance; /**< "A" */
    const char *source_sha256;    /**< of the record, as the metadata say; or NULL */
    bool claims_ua;               /**< PDF/UA-1 */
    bool is_tagged;               /**< marked, with a structure tree */
    bool has_language;
    bool has_output_intent;
    const mh_pdf_inside *files; /**< sorted by name */
    size_t file_count;
} mh_pdf_facts;

/** What its pages show. */
typedef struct mh_pdf_text {
    size_t page_count;
    mh_view text; /**< UTF-8 in the order it is drawn, artifacts (running heads, rules) left out */
} mh_pdf_text;

/**
 * @param bytes must live as long as @p job
 * @param out   written on MH_OK only
 * @return MH_OK, or MH_REJECTED with PDF-011 when it is not as mh_pdf_finish() writes it
 */
mh_status mh_pdf_inspect(mh_job *job, mh_view bytes, mh_pdf_facts *out);

/** The same for the text of its pages. */
mh_status mh_pdf_read_text(mh_job *job, mh_view bytes, mh_pdf_text *out);

#endif
