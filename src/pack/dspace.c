#include "pack/format.h"
#include "pack/manifest.h"

/*
 * DSpace's Simple Archive Format: a folder for each item, with the files, the list of them, and
 * Dublin Core. DSpace reads folders only, so the list of checksums beside them is for the others.
 */

#define ITEM "item_{record}/"
#define CHECKSUMS "manifest-sha256.txt"

static const pack_part record_parts[] = {
    {.path = ITEM "dublin_core.xml", .sheet = "pack/dspace.xsl", .topic = "dc"},
    {.path = ITEM "metadata_dcterms.xml", .sheet = "pack/dspace.xsl", .topic = "dcterms"},
    {.path = ITEM "premis.xml", .sheet = "pack/premis.xsl", .base = ITEM},
    {.path = ITEM "mods.xml", .sheet = "pack/mods.xsl"},
    {.path = ITEM "marc.xml", .sheet = "pack/marc.xsl"},
    {.path = ITEM "collections",
     .sheet = "pack/dspace-lists.xsl",
     .topic = "collections",
     .needs = "collection"},
    {.path = ITEM "contents", .sheet = "pack/dspace-lists.xsl", .topic = "contents", .base = ITEM},
    {.path = NULL},
};

static const pack_part set_parts[] = {
    {.path = CHECKSUMS, .sheet = "pack/manifest.xsl", .topic = "all sha256"},
    {.path = NULL},
};

/* ------------------------------------------------------------------ checking */

static bool is_description(const char *path)
{
    return g_str_has_suffix(path, "/dublin_core.xml") && strchr(path, '/') == strrchr(path, '/');
}

static bool is_archive(const pack_listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
        if (is_description(listing->paths[i]))
            return true;
    return false;
}

/* Files that DSpace reads itself: they are not in the list. */
static bool is_read_by_name(const char *name)
{
    static const char *const names[] = {"contents", "collections", "handle", "dublin_core.xml",
                                        NULL};
    return g_strv_contains(names, name) || g_str_has_prefix(name, "metadata_");
}

/* "NAME", then fields parted by tabs. */
static GHashTable *names_in_contents(pack_check *check, const char *item)
{
    GHashTable *names = mh_arena_string_hash(check->arena);
    mh_view bytes;
    if (!pack_check_read(check, mh_arena_printf(check->arena, "%scontents", item), &bytes))
        return names;
    char **lines = g_strsplit(mh_arena_string_of(check->arena, bytes), "\n", -1);
    for (char **line = lines; *line; line++) {
        char *name = mh_arena_strdup(check->arena, *line);
        name[strcspn(name, "\t")] = '\0';
        const char *path = mh_arena_printf(check->arena, "%s%s", item, name);
        if (*name && !g_hash_table_add(names, mh_unconst(path)))
            pack_fault(check, MH_PAC_MANIFEST, "%scontents has %s twice", item, name);
        if (*name && !pack_has(check->listing, path))
            pack_fault(check, MH_PAC_MISSING, "%s", path);
    }
    g_strfreev(lines);
    return names;
}

static void check_item(pack_check *check, const char *description)
{
    const char *item = mh_arena_printf(
        check->arena, "%.*s", (int)(strlen(description) - strlen("dublin_core.xml")), description);
    GHashTable *names = names_in_contents(check, item);
    for (size_t i = 0; i < check->listing->count; i++) {
        const char *path = check->listing->paths[i];
        if (g_str_has_prefix(path, item) && !is_read_by_name(path + strlen(item))
            && !g_hash_table_contains(names, path))
            pack_fault(check, MH_PAC_EXTRA, "%s (not in %scontents)", path, item);
    }
    xmlDoc *doc = NULL;
    if (pack_check_xml(check, description, &doc)
        && !pack_text(check->arena, xmlDocGetRootElement(doc),
                      "/dublin_core[@schema = 'dc']/dcvalue[@element = 'title']"))
        pack_fault(check, MH_PAC_METADATA, "%s has no title", description);
    pack_check_premis(check, mh_arena_printf(check->arena, "%spremis.xml", item), item);
}

static void check_archive(pack_check *check)
{
    const pack_list_request all = {.path = CHECKSUMS, .base = ""};
    (void)pack_check_list(check, &all);
    for (size_t i = 0; i < check->listing->count; i++)
        if (is_description(check->listing->paths[i]))
            check_item(check, check->listing->paths[i]);
    static const char *const apart[] = {CHECKSUMS, NULL};
    pack_check_unlisted(check, apart);
}

const mh_pack_format pack_dspace = {
    .name = "dspace",
    .description = "a Simple Archive Format folder for 'dspace import'",
    .payload = ITEM "{file}",
    .record_parts = record_parts,
    .set_parts = set_parts,
    .is_it = is_archive,
    .check = check_archive,
};
