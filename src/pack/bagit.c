#include "pack/format.h"
#include "pack/manifest.h"

/*
 * BagIt 1.0 (RFC 8493). The payload is laid out as an Archivematica transfer: objects by kind, and
 * metadata that Archivematica reads from inside a bag.
 */

static const pack_part set_parts[] = {
    {.path = "data/metadata/metadata.csv", .sheet = "pack/metadata-csv.xsl"},
    {.path = "data/metadata/rights.csv", .sheet = "pack/rights-csv.xsl", .needs = "rights"},
    {.path = "data/metadata/identifiers.json", .sheet = "pack/identifiers.xsl"},
    {.path = "data/metadata/premis.xml", .sheet = "pack/premis.xsl", .base = "data/"},
    {.path = "data/metadata/mods.xml", .sheet = "pack/mods.xsl"},
    {.path = "data/metadata/marc.xml", .sheet = "pack/marc.xsl"},
    {.path = "data/metadata/submissionDocumentation/report.json", .sheet = "pack/report.xsl"},
    {.path = "bagit.txt", .text = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
    {.path = "bag-info.txt", .sheet = "pack/bag-info.xsl"},
    {.path = "manifest-sha256.txt", .sheet = "pack/manifest.xsl", .topic = "payload sha256"},
    {.path = "manifest-sha512.txt", .sheet = "pack/manifest.xsl", .topic = "payload sha512"},
    {.path = "tagmanifest-sha256.txt", .sheet = "pack/manifest.xsl", .topic = "tags sha256"},
    {.path = "tagmanifest-sha512.txt", .sheet = "pack/manifest.xsl", .topic = "tags sha512"},
    {.path = NULL},
};

/* ------------------------------------------------------------------ checking */

static bool is_bag(const pack_listing *listing)
{
    return pack_has(listing, "bagit.txt");
}

static void check_declaration(pack_check *check)
{
    mh_view bytes;
    if (!pack_check_read(check, "bagit.txt", &bytes))
        return;
    if (!mh_view_equal(bytes, MH_VIEW("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")))
        pack_fault(check, MH_PAC_LAYOUT, "bagit.txt does not declare BagIt 1.0 in UTF-8");
}

/* The payload's size and number of files, as bag-info.txt tells them (RFC 8493 §2.2.2). */
static void check_oxum(pack_check *check, const char *oxum)
{
    guint64 bytes = 0;
    size_t count = 0;
    for (size_t i = 0; i < check->listing->count; i++) {
        if (!g_str_has_prefix(check->listing->paths[i], "data/"))
            continue;
        bytes += pack_check_size(check, check->listing->paths[i]);
        count++;
    }
    const char *real = mh_arena_printf(check->arena, "%" G_GUINT64_FORMAT ".%zu", bytes, count);
    if (g_strcmp0(oxum, real) != 0)
        pack_fault(check, MH_PAC_METADATA, "Payload-Oxum is %s, but the payload has %s",
                   oxum ? oxum : "not given", real);
}

static void check_info(pack_check *check)
{
    mh_view bytes;
    if (!pack_check_read(check, "bag-info.txt", &bytes))
        return;
    pack_facts facts = pack_facts_read(check->arena, bytes);
    if (facts.fault) {
        pack_fault(check, MH_PAC_LAYOUT, "bag-info.txt: %s", facts.fault);
        return;
    }
    check_oxum(check, pack_fact_of(&facts, "Payload-Oxum"));
    static const char *const needed[] = {"Source-Organization", "Bagging-Date",
                                         "External-Identifier"};
    for (size_t i = 0; i < G_N_ELEMENTS(needed); i++)
        if (!pack_fact_of(&facts, needed[i]))
            pack_fault(check, MH_PAC_METADATA, "bag-info.txt has no %s, or more than one",
                       needed[i]);
}

/* A manifest lists every file that it is for, and no other. */
static void check_manifest(pack_check *check, bool is_for_tags, bool is_sha512)
{
    const pack_list_request request = {
        .path = mh_arena_printf(check->arena, "%s-%s.txt", is_for_tags ? "tagmanifest" : "manifest",
                                is_sha512 ? "sha512" : "sha256"),
        .base = "",
        .is_sha512 = is_sha512,
        .has_percent_codes = true};
    GHashTable *listed = pack_check_list(check, &request);
    GHashTableIter iter;
    gpointer path = NULL;
    g_hash_table_iter_init(&iter, listed);
    while (g_hash_table_iter_next(&iter, &path, NULL))
        if (g_str_has_prefix(path, "data/") == is_for_tags)
            pack_fault(check, MH_PAC_MANIFEST, "%s lists %s, which it is not for", request.path,
                       (const char *)path);
    for (size_t i = 0; i < check->listing->count; i++) {
        const char *file = check->listing->paths[i];
        if (g_str_has_prefix(file, "data/") != is_for_tags
            && !g_str_has_prefix(file, "tagmanifest-") && !g_hash_table_contains(listed, file))
            pack_fault(check, MH_PAC_EXTRA, "%s (not in %s)", file, request.path);
    }
}

static void check_bag(pack_check *check)
{
    check_declaration(check);
    check_info(check);
    for (int i = 0; i < 4; i++)
        check_manifest(check, i & 1, i & 2);
    if (pack_has(check->listing, "data/metadata/premis.xml"))
        pack_check_premis(check, "data/metadata/premis.xml", "data/");
    if (pack_has(check->listing, "fetch.txt"))
        pack_fault(check, MH_PAC_LAYOUT, "fetch.txt sends for files that are elsewhere");
}

const mh_pack_format pack_bagit = {
    .name = "bagit",
    .description = "a bag (RFC 8493) that Archivematica, RODA and most repositories take",
    .payload = "data/objects/{representation}/{file}",
    .set_parts = set_parts,
    .is_it = is_bag,
    .check = check_bag,
};
