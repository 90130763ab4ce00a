#include <stdint.h>
#include <stdlib.h>

#include "base/file.h"
#include "pack/pack.h"
#include "pack/tree.h"

/*
 * Any bytes as the file that a package is told and checked by: METS.xml, a list of checksums,
 * Dublin Core, OPEX. The first byte chooses. Checked to the end, and never found to hold: nothing
 * else is in the package.
 */

static const char *const files[] = {
    "METS.xml", "bagit.txt", "metadata/checksum.sha256", "item/dublin_core.xml", "p.opex",
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    char *folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    if (!folder)
        abort();
    mh_job *job = mh_job_new("fuzz");
    mh_arena *arena = mh_job_arena(job);
    const char *package = mh_arena_printf(arena, "%s/p", folder);
    const char *path =
        mh_arena_printf(arena, "%s/%s", package, files[data[0] % G_N_ELEMENTS(files)]);
    const mh_view bytes = {.ptr = (const char *)data + 1, .len = size - 1};
    if (mh_file_write(job, path, bytes) != MH_OK)
        abort();
    mh_pack_facts facts;
    bool holds = mh_pack_check(job, package, &facts) == MH_OK;
    /* An OPEX folder may be empty. */
    if ((holds && !g_str_has_suffix(path, ".opex")) || !facts.kind)
        abort();
    pack_tree_remove(folder);
    mh_job_free(job);
    g_free(folder);
    return 0;
}
