#ifndef MH_DOCX_DOCX_H
#define MH_DOCX_DOCX_H

/*
 * Word documents from Flat OPC (pkg:package, what akn-to-docx.xsl makes): one zip, or one XML file
 * that Word opens as it is. The parts are the same bytes in both. Called by the output formats.
 */

#include <libxml/tree.h>

#include "base/job.h"

/**
 * Makes one run of neighbours that look the same (ECMA-376-1 §17.3.2.25), and one text of their
 * texts: what the record marks and Word does not show leaves no trace in the document. Runs with
 * marks of notes or fields stay as they are.
 */
void mh_docx_join_runs(mh_job *job, xmlDoc *flat_opc);

/**
 * The .docx (ECMA-376-2 §10): [Content_Types].xml first, then the parts in the order of the
 * package, deflated, all dated 1980-01-01, so the same package gives the same bytes.
 *
 * @param flat_opc not changed
 * @param out      owned by the job; written on MH_OK only
 * @return MH_OK, MH_REJECTED with DOC-001 to DOC-005 or DOC-008, or MH_FAILED with DOC-006
 */
mh_status mh_docx_write(mh_job *job, const xmlDoc *flat_opc, mh_view *out);

/**
 * The same package as one XML file in UTF-8; inside each pkg:xmlData stand the bytes of the
 * .docx's part, without its XML declaration.
 *
 * @param flat_opc not changed
 * @param out      owned by the job; written on MH_OK only
 * @return MH_OK, or MH_REJECTED with DOC-001 to DOC-005 or DOC-008
 */
mh_status mh_docx_write_flat(mh_job *job, const xmlDoc *flat_opc, mh_view *out);

#endif
