#include "report/link.h"

/* Length of what both have in common, up to and with a "/". */
static size_t common_folders(const char *from, const char *path)
{
    size_t common = 0;
    for (size_t i = 0; from[i] && from[i] == path[i]; i++)
        if (from[i] == '/')
            common = i + 1;
    return common;
}

const char *report_link(mh_arena *arena, const char *from, const char *path)
{
    const char *folder = mh_arena_printf(arena, "%s/", strcmp(from, "/") == 0 ? "" : from);
    size_t common = common_folders(folder, path);
    GString *link = mh_arena_string(arena);
    for (const char *p = folder + common; *p; p++)
        if (*p == '/')
            g_string_append(link, "../");
    /* A ":" in the first segment would be taken for the end of a scheme: it is escaped, too. */
    char *escaped = g_uri_escape_string(path + common, "/!$&'()*+,;=@", FALSE);
    g_string_append(link, escaped);
    g_free(escaped);
    return link->str;
}
