/* Any bytes as a Word document, zipped or flat: read, or refused with a message. */

#include "docx/inspect.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const mh_view bytes = {.ptr = (const char *)data, .len = size};
    mh_job *job = mh_job_new("fuzz.docx");
    mh_docx_facts facts;
    xmlDoc *doc = NULL;
    bool is_refused = mh_docx_inspect(job, bytes, &facts) != MH_OK;
    if (is_refused && mh_job_diag_count(job) == 0)
        g_error("refused without a word");
    if (mh_xml_parse(job, bytes, &doc) == MH_OK && mh_docx_is_flat(doc))
        (void)mh_docx_inspect_flat(job, doc, &facts);
    mh_job_free(job);
    return 0;
}
