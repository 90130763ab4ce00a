#include "pack/format.h"

/*
 * Archivematica's standard transfer: objects by kind, and what it reads from the folder metadata.
 * Archivematica asks that checksum.sha256 has as many lines as there are files in objects. Its form
 * as a bag is the format bagit.
 */

#define CHECKSUMS "metadata/checksum.sha256"
#define PREMIS "metadata/premis.xml"
/* Of all files; in a place that Archivematica keeps and does not interpret. */
#define ALL_CHECKSUMS "metadata/submissionDocumentation/manifest-sha256.txt"

static const pack_part set_parts[] = {
    {.path = "metadata/metadata.csv", .sheet = "pack/metadata-csv.xsl"},
    {.path = "metadata/rights.csv", .sheet = "pack/rights-csv.xsl", .needs = "rights"},
    {.path = "metadata/identifiers.json", .sheet = "pack/identifiers.xsl"},
    {.path = PREMIS, .sheet = "pack/premis.xsl"},
    {.path = "metadata/mods.xml", .sheet = "pack/mods.xsl"},
    {.path = "metadata/marc.xml", .sheet = "pack/marc.xsl"},
    {.path = CHECKSUMS,
     .sheet = "pack/manifest.xsl",
     .topic = "objects sha256",
     .base = "objects/"},
    {.path = "metadata/submissionDocumentation/report.json", .sheet = "pack/report.xsl"},
    {.path = ALL_CHECKSUMS, .sheet = "pack/manifest.xsl", .topic = "all sha256"},
    {.path = NULL},
};

static bool is_transfer(const pack_listing *listing)
{
    return pack_has(listing, CHECKSUMS);
}

static void check_transfer(pack_check *check)
{
    const pack_list_request objects = {.path = CHECKSUMS, .base = "objects/"};
    const pack_list_request all = {.path = ALL_CHECKSUMS, .base = ""};
    GHashTable *listed = pack_check_list(check, &objects);
    for (size_t i = 0; i < check->listing->count; i++) {
        const char *path = check->listing->paths[i];
        if (g_str_has_prefix(path, "objects/") && !g_hash_table_contains(listed, path))
            pack_fault(check, MH_PAC_EXTRA, "%s (not in " CHECKSUMS ")", path);
    }
    (void)pack_check_list(check, &all);
    pack_check_premis(check, PREMIS, "");
    mh_view csv;
    if (pack_check_read(check, "metadata/metadata.csv", &csv)
        && !mh_view_starts_with(csv, MH_VIEW("filename,")))
        pack_fault(check, MH_PAC_METADATA,
                   "the first column of metadata/metadata.csv is not filename");
    static const char *const apart[] = {ALL_CHECKSUMS, NULL};
    pack_check_unlisted(check, apart);
}

const mh_pack_format pack_archivematica = {
    .name = "archivematica",
    .description = "a standard transfer of Archivematica (as a bag: bagit)",
    .payload = "objects/{representation}/{file}",
    .set_parts = set_parts,
    .is_it = is_transfer,
    .check = check_transfer,
};
