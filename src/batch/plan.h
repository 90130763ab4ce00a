#ifndef MH_BATCH_PLAN_H
#define MH_BATCH_PLAN_H

/*
 * What a run will do: the records found under the paths given, each with its name and the place of
 * its products. Sorted by name, so that a run does not depend on the order of a folder.
 */

#include "convert/convert.h"

/** One record to convert. */
typedef struct mh_plan_item {
    const char *path;   /**< to read; "-" is standard input */
    const char *name;   /**< of the record in reports: path below the folder given, with "/" */
    const char *target; /**< products are target + suffix of the format; "-" is standard output */
    const char *file;   /**< the one product's whole path when the user named it, else NULL */
    guint64 bytes;      /**< size, for the progress bar */
} mh_plan_item;

typedef struct mh_plan {
    const mh_plan_item *items;
    size_t count;
    size_t ignored_count; /**< files of folders that do not look like records by name */
} mh_plan;

typedef struct mh_plan_options {
    const char *const *paths; /**< files, folders, "-", "@list"; ended by NULL */
    const char *base;         /**< files below it, given by name, keep their folders; or NULL */
    const char *output;       /**< folder, or the one file; "-" is standard output */
    bool output_is_file;
    const char *quarantine;          /**< folder that is not read either, or NULL */
    const mh_format *const *formats; /**< ended by NULL: their files must not replace records */
    guint shard;                     /**< 1-based; 0 is all */
    guint shard_count;
} mh_plan_options;

/**
 * Makes the plan. Folders are read recursively: files named .txt, .text, .akn.xml, .fo or without
 * an extension; hidden ones, the output folder and the quarantine are left out, and each folder is
 * read once, however many links lead to it. Shards are told by a hash of the name: adding files
 * moves no other record to another shard.
 *
 * @param out owned by @p job; written on MH_OK only
 * @return MH_OK, MH_REJECTED with BAT-001 (no record found), BAT-002 (two records, one product),
 *         BAT-010 (a product would replace a record), BAT-011 (a folder is read and written) or
 *         JOB-001
 */
mh_status mh_plan_make(mh_job *job, const mh_plan_options *options, mh_plan *out);

/** True when a file of that name in a folder would be taken for a record. */
bool mh_plan_takes(const char *name);

/** @p name without the suffix of a kind of record we read: "a/b.txt" gives "a/b". */
char *mh_plan_stem(mh_arena *arena, const char *name);

#endif
