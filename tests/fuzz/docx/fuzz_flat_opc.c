/* Any XML as Flat OPC: it is zipped or refused, and what is written is XML again. */

#include <stdlib.h>

#include "base/xml.h"
#include "docx/docx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mh_job *job = mh_job_new("package.xml");
    mh_view text = {.ptr = (const char *)data, .len = size};
    xmlDoc *doc = NULL;
    mh_view zip = {0};
    mh_view flat = {0};
    if (mh_xml_parse(job, text, &doc) == MH_OK && mh_docx_write(job, doc, &zip) == MH_OK) {
        xmlDoc *again = NULL;
        mh_view second = {0};
        if (mh_docx_write_flat(job, doc, &flat) != MH_OK || mh_xml_parse(job, flat, &again) != MH_OK
            || mh_docx_write_flat(job, again, &second) != MH_OK || !mh_view_equal(flat, second))
            abort();
    }
    mh_job_free(job);
    return 0;
}
