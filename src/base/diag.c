#include "base/diag.h"

#include <glib.h>

static const mh_diag_info catalogue[] = {
#define MH_DIAG(code, severity, id, text) [code] = {severity, id, text},
#include "base/diag-codes.def"
#undef MH_DIAG
};

const mh_diag_info *mh_diag_info_of(mh_diag_code code)
{
    g_assert(code < MH_DIAG_COUNT);
    return &catalogue[code];
}

const char *mh_severity_name(mh_severity severity)
{
    static const char *const names[] = {
        [MH_NOTE] = "note", [MH_WARNING] = "warning", [MH_ERROR] = "error", [MH_FATAL] = "fatal"};
    return names[severity];
}
