#include "pdf/document.h"

static const pdf_profile profiles[] = {
    [MH_PDF_A3A_UA] = {"a3a+ua", "3", "A", .claims_ua = true, .allows_attachments = true},
    [MH_PDF_A2A] = {"a2a", "2", "A", .claims_ua = true, .allows_attachments = false},
    [MH_PDF_A2U] = {"a2u", "2", "U", .claims_ua = false, .allows_attachments = false},
    [MH_PDF_PLAIN] = {"plain", NULL, NULL, .claims_ua = false, .allows_attachments = true},
};

const pdf_profile *pdf_profile_of(mh_pdf_profile profile)
{
    return &profiles[profile];
}

const char *mh_pdf_profile_name(mh_pdf_profile profile)
{
    return profiles[profile].name;
}

bool mh_pdf_profile_find(const char *name, mh_pdf_profile *out)
{
    for (size_t i = 0; i < G_N_ELEMENTS(profiles); i++) {
        if (strcmp(profiles[i].name, name) == 0) {
            *out = (mh_pdf_profile)i;
            return true;
        }
    }
    return false;
}
