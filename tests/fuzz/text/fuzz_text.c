/* Any bytes: the text stage refuses them or keeps its promise. */

#include "../../unit/text/whole.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mh_job *job = mh_job_new("fuzz.txt");
    mh_text text;
    mh_view bytes = {.ptr = (const char *)data, .len = size};
    if (mh_text_read(job, bytes, NULL, &text) == MH_OK) {
        const char *problem = whole_check(&text);
        if (problem)
            g_error("%s", problem);
    } else if (mh_job_diag_count(job) == 0) {
        g_error("refused without a word");
    }
    mh_job_free(job);
    return 0;
}
