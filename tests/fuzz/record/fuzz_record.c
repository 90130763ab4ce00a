#include "../../unit/record/accounting.h"

/* Any bytes: what is text becomes a record in which every character is accounted for. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mh_job *job = mh_job_new("fuzz.txt");
    mh_view bytes = {(const char *)data, size};
    mh_text text;
    mh_record record;
    if (mh_text_read(job, bytes, NULL, &text) == MH_OK) {
        GString *why = g_string_new(NULL);
        GString *dump = g_string_new(NULL);
        g_assert(mh_record_read(job, &text, NULL, &record) == MH_OK);
        mh_record_dump(&record, dump);
        if (!accounting_check(&record, why))
            g_error("%s", why->str);
        g_string_free(dump, TRUE);
        g_string_free(why, TRUE);
    }
    mh_job_free(job);
    return 0;
}
