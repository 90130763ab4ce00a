#ifndef MH_PACK_PACK_H
#define MH_PACK_PACK_H

/*
 * Packages for archives: products that 'convert' wrote, checked, described, and laid out as an
 * archival system takes them. What a file in a package looks like is a stylesheet under
 * stylesheets/pack; where it stands is a row of the format's table (bagit.c, eark.c…). Called by
 * the command 'pack'; packages are checked by the command 'verify'.
 */

#include "base/job.h"

/** Records in a package at most: archival systems fail or crawl at many thousands of files. */
enum { MH_PACK_SET_MAX = 1000 };

/* ------------------------------------------------------------------ formats */

/** A package format: a row of one table. Help and completion are made from it. */
typedef struct mh_pack_format mh_pack_format;

/** NULL when no format has that name. */
const mh_pack_format *mh_pack_format_find(const char *name);
/** Format at @p index in the order of help texts; NULL past the last. */
const mh_pack_format *mh_pack_format_at(size_t index);
/** "bagit"; static. */
const char *mh_pack_format_name(const mh_pack_format *format);
/** One line for people; static. */
const char *mh_pack_format_description(const mh_pack_format *format);

/* ------------------------------------------------------------------ what to pack */

/** What the user says of the packages: institution, rights… A row of one table (settings.c). */
typedef struct mh_pack_setting {
    const char *name;        /**< as in --set: "organization" */
    const char *value;       /**< what holds when the user says nothing, or NULL */
    const char *description; /**< one line for people */
} mh_pack_setting;

/** The table, ended by a row whose name is NULL. */
const mh_pack_setting *mh_pack_settings(void);

typedef enum mh_pack_container {
    MH_PACK_FOLDER,
    MH_PACK_TAR, /**< POSIX.1-1988 (ustar) */
    MH_PACK_ZIP,
} mh_pack_container;

typedef struct mh_pack_options {
    const char *const *folders; /**< output folders of 'convert', ended by NULL */
    const char *output;         /**< folder that packages are written to */
    const mh_pack_format *format;
    const char *profile; /**< version or profile of the format, as mh_pack_profile_ok() takes */
    const mh_pack_setting *settings; /**< that the user gave, ended by a NULL name; the last wins */
    const char *source;              /**< folder of the source texts, or NULL: those in the PDFs */
    const char *schemas;             /**< folder of XML Schemas that go into the package, or NULL */
    const char *stylesheets;         /**< folder of the user's stylesheets, or NULL */
    size_t set_size;                 /**< records in a package, 1 to MH_PACK_SET_MAX */
    mh_pack_container container;
    bool is_forced;    /**< replace packages that are there with other content */
    bool takes_faulty; /**< pack products that do not hold, too */
    gint64 epoch;      /**< SOURCE_DATE_EPOCH; -1: when the newest product was written */
    /** Asked between records; true stops. NULL never does. */
    bool (*is_stopped)(void);
    /** Told after each record; NULL for nobody. */
    void (*tell)(void *user, size_t records);
    void *user;
} mh_pack_options;

/** True when @p format has that version or profile (NULL is the default one). */
bool mh_pack_profile_ok(const mh_pack_format *format, const char *profile);

/** One package to make. */
typedef struct mh_pack_item mh_pack_item;

typedef struct mh_pack_plan {
    const mh_pack_item *const *items;
    size_t count;
    size_t record_count;
} mh_pack_plan;

/**
 * Finds the records below the folders and parts them into sets, in the order of their names.
 *
 * @param out owned by @p job; written on MH_OK only
 * @return MH_OK, or MH_REJECTED with PAC-001 (no record)
 */
mh_status mh_pack_plan_make(mh_job *job, const mh_pack_options *options, mh_pack_plan *out);

/** Records in the package. */
size_t mh_pack_item_records(const mh_pack_item *item);
/** Name of the package; for formats that name packages by identifier, of the set. */
const char *mh_pack_item_name(const mh_pack_item *item);

/* ------------------------------------------------------------------ packing */

/** What a run makes once: stylesheets, schemas. */
typedef struct mh_packer mh_packer;

/**
 * @param options must outlive the packer
 * @param out     owned by @p job; written on MH_OK only
 * @return MH_OK, or MH_FAILED with XML-003, JOB-002 or, when another run writes to the output
 *         folder, MH_REJECTED with BAT-009
 */
mh_status mh_packer_new(mh_job *job, const mh_pack_options *options, mh_packer **out);

/** What became of a package. */
typedef struct mh_pack_result {
    const char *path;  /**< of the package; the job's */
    size_t packed;     /**< records in it */
    size_t left_out;   /**< records whose products do not hold or cannot be read */
    bool is_unchanged; /**< it was there with the same content */
} mh_pack_result;

/**
 * Makes one package, whole or not at all: under a temporary name in the output folder, synced, then
 * renamed.
 *
 * @param job takes the diagnostics; the package's own
 * @param out written always
 * @return MH_OK; MH_REJECTED when there is no package: no record holds, PAC-004 another package has
 *         its name, or it was stopped; MH_FAILED with JOB-002
 */
mh_status mh_pack_make(mh_job *job, const mh_packer *packer, const mh_pack_item *item,
                       mh_pack_result *out);

/* ------------------------------------------------------------------ checking */

/** True when @p path is a package of one of the formats, as folder, .zip or .tar. */
bool mh_pack_is_package(const char *path);

/** What was found about a package; all of it is the job's. */
typedef struct mh_pack_facts {
    const char *kind;    /**< name of the format */
    const char *summary; /**< one line for people */
    size_t file_count;
    size_t fault_count;
} mh_pack_facts;

/**
 * Checks the package at @p path: its layout, that nothing is missing and nothing is there that it
 * does not list, fixity of every file, and what its format asks of its metadata.
 *
 * @param job takes a diagnostic for each fault
 * @param out written always
 * @return MH_OK when all holds, else MH_REJECTED
 */
mh_status mh_pack_check(mh_job *job, const char *path, mh_pack_facts *out);

#endif
