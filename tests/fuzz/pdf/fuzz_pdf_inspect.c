/* Any bytes as a PDF of ours: facts and text, or refused with a message. */

#include "pdf/inspect.h"
#include "pdf/unicode.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const mh_view bytes = {.ptr = (const char *)data, .len = size};
    mh_job *job = mh_job_new("fuzz.pdf");
    mh_pdf_facts facts;
    mh_pdf_text pages;
    bool is_refused = mh_pdf_inspect(job, bytes, &facts) != MH_OK;
    if (is_refused && mh_job_diag_count(job) == 0)
        g_error("refused without a word");
    if (mh_pdf_read_text(job, bytes, &pages) == MH_OK
        && !g_utf8_validate(pages.text.ptr, (gssize)pages.text.len, NULL))
        g_error("text that is not UTF-8");
    pdf_unicode *map = pdf_unicode_new(mh_job_arena(job), 2);
    if (pdf_unicode_read(map, bytes))
        pdf_unicode_decode(map, bytes, mh_arena_string(mh_job_arena(job)));
    mh_job_free(job);
    return 0;
}
