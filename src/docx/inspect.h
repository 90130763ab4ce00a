#ifndef MH_DOCX_INSPECT_H
#define MH_DOCX_INSPECT_H

/* Reads a Word document back: is the package whole, which text shows it. Called by verification. */

#include "base/xml.h"

/** What was found; all of it is the job's. */
typedef struct mh_docx_facts {
    size_t part_count;
    const char *source_sha256; /**< of the record, as the custom properties say; or NULL */
    mh_view text; /**< UTF-8: runs of the document, then of its footnotes (w:t, ECMA-376-1
                     §17.3.3.31); a line feed before each paragraph, then its number or bullet as
                     Word counts it (§17.9) */
} mh_docx_facts;

/**
 * Reads the .docx @p bytes: every part is expanded and its checksum compared.
 *
 * @param bytes must live as long as @p job
 * @param out   written on MH_OK only
 * @return MH_OK, or MH_REJECTED with DOC-007, or XML-001 for a part that is not well-formed
 */
mh_status mh_docx_inspect(mh_job *job, mh_view bytes, mh_docx_facts *out);

/** The same of a package in one XML file. */
mh_status mh_docx_inspect_flat(mh_job *job, const xmlDoc *flat_opc, mh_docx_facts *out);

/** True for a document whose root is pkg:package. */
bool mh_docx_is_flat(const xmlDoc *doc);

#endif
