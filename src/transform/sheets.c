#include "transform/sheets.h"

#include <gio/gio.h>
#include <libxml/parser.h>

#include "stylesheets-resource.h"
#include "transform/transform.h"

#define RESOURCE_ROOT "/masthead/stylesheets/"

static gpointer register_builtin(gpointer user)
{
    (void)user;
    masthead_stylesheets_register_resource();
    return masthead_stylesheets_get_resource();
}

static GResource *builtin(void)
{
    static GOnce registered = G_ONCE_INIT;
    return g_once(&registered, register_builtin, NULL);
}

bool sheets_name_is_safe(const char *name)
{
    if (*name == '\0' || strchr(name, '\\') || strchr(name, ':'))
        return false;
    char **segments = g_strsplit(name, "/", -1);
    bool is_safe = true;
    for (char **s = segments; *s; s++)
        is_safe = is_safe && **s != '\0' && **s != '.';
    g_strfreev(segments);
    return is_safe;
}

static GBytes *read_override(const char *folder, const char *name)
{
    char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    gsize length = 0;
    bool is_read = g_file_get_contents(path, &text, &length, NULL);
    g_free(path);
    return is_read ? g_bytes_new_take(text, length) : NULL;
}

static GBytes *read_builtin(const char *name)
{
    char *path = g_strconcat(RESOURCE_ROOT, name, NULL);
    GBytes *bytes = g_resource_lookup_data(builtin(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    g_free(path);
    return bytes;
}

GBytes *sheets_read(const char *folder, const char *name)
{
    if (!sheets_name_is_safe(name))
        return NULL;
    GBytes *bytes = folder ? read_override(folder, name) : NULL;
    return bytes ? bytes : read_builtin(name);
}

bool sheets_address_is_ours(const char *address)
{
    return g_str_has_prefix(address, SHEETS_SCHEME)
           || g_str_has_prefix(address, SHEETS_BUILTIN_SCHEME);
}

static xmlDoc *parse(GBytes *bytes, const char *base, xmlDict *dict)
{
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (dict) {
        xmlDictFree(parser->dict);
        parser->dict = dict;
        xmlDictReference(dict);
    }
    /* No entities, no DTD: a stylesheet has no business reading other files that way. */
    gsize length = 0;
    const char *text = g_bytes_get_data(bytes, &length);
    xmlDoc *doc = xmlCtxtReadMemory(parser, text ? text : "", (int)length, base, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
    xmlFreeParserCtxt(parser);
    return doc;
}

xmlDoc *sheets_parse(const char *folder, const char *address, xmlDict *dict)
{
    if (!sheets_address_is_ours(address))
        return NULL;
    const char *name = strchr(address, '/') + 1;
    bool is_builtin = g_str_has_prefix(address, SHEETS_BUILTIN_SCHEME);
    GBytes *bytes = sheets_read(is_builtin ? NULL : folder, name);
    if (!bytes)
        return NULL;
    char *base = g_strconcat(SHEETS_SCHEME, name, NULL);
    xmlDoc *doc = parse(bytes, base, dict);
    g_free(base);
    g_bytes_unref(bytes);
    return doc;
}

mh_view mh_transform_builtin(const char *name)
{
    GBytes *bytes = sheets_name_is_safe(name) ? read_builtin(name) : NULL;
    if (!bytes)
        return (mh_view){0};
    gsize length = 0;
    const char *text = g_bytes_get_data(bytes, &length);
    g_bytes_unref(bytes); /* the data belongs to the program image */
    return (mh_view){.ptr = text, .len = length};
}

static void list_folder(GPtrArray *names, const char *folder)
{
    char *path = g_strconcat(RESOURCE_ROOT, folder, NULL);
    char **children =
        g_resource_enumerate_children(builtin(), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    for (char **child = children; child && *child; child++) {
        char *name = g_strconcat(folder, *child, NULL);
        if (g_str_has_suffix(name, "/")) {
            list_folder(names, name);
            g_free(name);
        } else {
            g_ptr_array_add(names, name);
        }
    }
    g_strfreev(children);
    g_free(path);
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gpointer list_names(gpointer user)
{
    (void)user;
    GPtrArray *names = g_ptr_array_new();
    list_folder(names, "");
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return g_ptr_array_free(names, FALSE);
}

const char *const *mh_transform_names(void)
{
    static GOnce listed = G_ONCE_INIT;
    return g_once(&listed, list_names, NULL);
}
