#include "pack/format.h"

/* The order is that of help texts, and of telling packages apart. */
static const mh_pack_format *const formats[] = {
    &pack_bagit, &pack_eark, &pack_archivematica, &pack_dspace, &pack_opex,
};

const mh_pack_format *mh_pack_format_at(size_t index)
{
    return index < G_N_ELEMENTS(formats) ? formats[index] : NULL;
}

const mh_pack_format *mh_pack_format_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
        if (strcmp(formats[i]->name, name) == 0)
            return formats[i];
    return NULL;
}

const char *mh_pack_format_name(const mh_pack_format *format)
{
    return format->name;
}

const char *mh_pack_format_description(const mh_pack_format *format)
{
    return format->description;
}

bool mh_pack_profile_ok(const mh_pack_format *format, const char *profile)
{
    if (!profile)
        return true;
    if (!format->profiles)
        return g_str_has_prefix(profile, "https://") || g_str_has_prefix(profile, "http://");
    return g_strv_contains(format->profiles, profile);
}
