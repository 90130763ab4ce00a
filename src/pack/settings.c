#include "pack/pack.h"

static const mh_pack_setting settings[] = {
    {"name", NULL, "name of the packages [that of the first folder]"},
    {"organization", "United Nations", "who hands the packages over"},
    {"organization-code", NULL, "its identification code"},
    {"archivist", "United Nations", "who made the records"},
    {"archivist-code", NULL, "its identification code"},
    {"preservation", NULL, "archive that takes the packages over"},
    {"preservation-code", NULL, "its identification code"},
    {"contact", NULL, "person to ask"},
    {"email", NULL, "how to reach that person"},
    {"agreement", NULL, "number of the submission agreement"},
    {"status", "NEW", "NEW, or UPDATE of packages that the archive has"},
    {"collection", NULL, "handle of the collection in DSpace"},
    {"rights", NULL, "rights statement, in words; without it none is written"},
    {"rights-uri", NULL, "address of that statement"},
    {"rights-basis", "other", "what the statement is: license, or other"},
    {"marc-039", NULL, "MARC 039 $a, cataloguing source (DIG, DHU, GUN)"},
    {"marc-040", NULL, "MARC 040 $a, cataloguing agency (NNUN, SzGeBNU)"},
    {"marc-049", NULL, "MARC 049 $a, country of publication (usa, che)"},
    {"marc-930", NULL, "MARC 930 $a, product code"},
    {NULL, NULL, NULL},
};

const mh_pack_setting *mh_pack_settings(void)
{
    return settings;
}
