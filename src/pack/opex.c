#include "pack/format.h"

/*
 * OPEX 1.2, Preservica's exchange format: a folder for each record, and beside every file, and in
 * every folder, a .opex file that describes it. A folder's lists what is in it.
 */

#define FOLDER "{record}/"

static const pack_part record_parts[] = {
    {.path = FOLDER "{file}.opex",
     .sheet = "pack/opex.xsl",
     .topic = "file",
     .each = PACK_EACH_FILE},
    {.path = FOLDER "{record}.opex", .sheet = "pack/opex.xsl", .topic = "record", .base = FOLDER},
    {.path = NULL},
};

static const pack_part set_parts[] = {
    {.path = "{package}.opex", .sheet = "pack/opex.xsl", .topic = "package"},
    {.path = NULL},
};

/* ------------------------------------------------------------------ checking */

static bool is_opex(const pack_listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
        if (g_str_has_suffix(listing->paths[i], ".opex") && !strchr(listing->paths[i], '/'))
            return true;
    return false;
}

/* Fixity of the file that @p path, without its ending, names. */
static void check_file(pack_check *check, const char *path)
{
    xmlDoc *doc = NULL;
    if (!pack_check_xml(check, path, &doc))
        return;
    mh_arena *arena = check->arena;
    const mh_view file = {.ptr = path, .len = strlen(path) - strlen(".opex")};
    const GPtrArray *fixities =
        pack_select(arena, xmlDocGetRootElement(doc),
                    "/opex:OPEXMetadata/opex:Transfer/opex:Fixities/opex:Fixity");
    if (fixities->len == 0)
        pack_fault(check, MH_PAC_METADATA, "%s has no fixity", path);
    for (guint i = 0; i < fixities->len; i++) {
        const char *type = mh_xml_attribute(fixities->pdata[i], "type");
        const char *value = mh_xml_attribute(fixities->pdata[i], "value");
        const pack_claim claim = {.path = mh_arena_string_of(arena, file),
                                  .algorithm = type ? type : "",
                                  .digest = value ? value : ""};
        pack_check_claim(check, &claim);
    }
}

/* What a folder's manifest says is in it; the manifest itself is not. */
static void check_files(pack_check *check, xmlNode *manifest, const char *base)
{
    const GPtrArray *files = pack_select(check->arena, manifest, "opex:Files/opex:File");
    for (guint i = 0; i < files->len; i++) {
        const char *path = mh_arena_printf(check->arena, "%s%s", base,
                                           pack_text(check->arena, files->pdata[i], "."));
        const char *size = mh_xml_attribute(files->pdata[i], "size");
        const char *real =
            mh_arena_printf(check->arena, "%" G_GUINT64_FORMAT, pack_check_size(check, path));
        (void)g_hash_table_add(check->listed, mh_unconst(path));
        if (!pack_has(check->listing, path))
            pack_fault(check, MH_PAC_MISSING, "%s", path);
        else if (g_strcmp0(size, real) != 0)
            pack_fault(check, MH_PAC_FIXITY, "%s has %s bytes, not %s", path, real,
                       size ? size : "as many as its folder says");
        else if (g_str_has_suffix(path, ".opex"))
            check_file(check, path);
        else if (!pack_has(check->listing, mh_arena_printf(check->arena, "%s.opex", path)))
            pack_fault(check, MH_PAC_MISSING, "%s.opex", path);
    }
}

/* Manifest of the folder @p base ("" or "NAME/"), which is called @p name; NULL with a fault. */
static xmlNode *manifest_of(pack_check *check, const char *base, const char *name)
{
    const char *path = mh_arena_printf(check->arena, "%s%s.opex", base, name);
    xmlDoc *doc = NULL;
    if (!pack_check_xml(check, path, &doc))
        return NULL;
    (void)g_hash_table_add(check->listed, mh_unconst(path));
    const GPtrArray *found = pack_select(check->arena, xmlDocGetRootElement(doc),
                                         "/opex:OPEXMetadata/opex:Transfer/opex:Manifest");
    if (found->len == 1)
        return found->pdata[0];
    pack_fault(check, MH_PAC_METADATA, "%s has no manifest", path);
    return NULL;
}

static void check_opex(pack_check *check)
{
    xmlNode *package = manifest_of(check, "", check->name);
    if (!package)
        return;
    check_files(check, package, "");
    const GPtrArray *folders = pack_select(check->arena, package, "opex:Folders/opex:Folder");
    for (guint i = 0; i < folders->len; i++) {
        const char *name = pack_text(check->arena, folders->pdata[i], ".");
        const char *base = mh_arena_printf(check->arena, "%s/", name);
        xmlNode *manifest = manifest_of(check, base, name);
        if (manifest)
            check_files(check, manifest, base);
    }
    pack_check_unlisted(check, NULL);
}

const mh_pack_format pack_opex = {
    .name = "opex",
    .description = "a folder with OPEX files for Preservica",
    .payload = FOLDER "{file}",
    .record_parts = record_parts,
    .set_parts = set_parts,
    .is_it = is_opex,
    .check = check_opex,
};
