#ifndef MH_PACK_WRITER_H
#define MH_PACK_WRITER_H

/*
 * One package on its way. Everything known of it is one XML document, the description; every file
 * that goes into the package is added to it with size and digests. The files that are not products
 * are made from it by stylesheets. Private to pack.
 *
 *   <package xmlns="urn:masthead:package:1" id name created date program version profile>
 *     <setting name value/>…
 *     <record id name slug symbol title date issued kind language iri …>  (pack/record.xsl)
 *       <creator/>… <language/>… <file id representation path size sha256 sha512 …/>…
 *       <oai_dc:dc/> <mods:mods/> <marc:record/>
 *     </record>…
 *     <written path size sha256 sha512/>…   every file of the package, products too
 *   </package>
 */

#include "pack/format.h"
#include "pack/plan.h"
#include "transform/transform.h"
#include "verify/verify.h"

#define PACK_NS "urn:masthead:package:1"

struct mh_packer {
    const mh_pack_options *options;
    mh_transform *transform;
    mh_verifier *verifier;
};

typedef struct pack_writer {
    mh_job *job;
    mh_arena *arena;
    const mh_packer *packer;
    const mh_pack_options *options;
    const mh_pack_item *item;
    const char *temporary; /**< folder in the output folder, ".NAME.part" */
    const char *folder;    /**< in it, with the package's files */
    const char *created;
    xmlDoc *description;
    GHashTable *ids;            /**< of records that are taken */
    GPtrArray *representations; /**< names of those that some record has, in the table's order */
    size_t packed;
    size_t left_out;
} pack_writer;

/** New empty description of the package with that identifier; owned by @p job. */
xmlDoc *pack_description_new(mh_job *job, const pack_writer *w, const char *id);

/** Adds an element, with @p text when it is not NULL. */
xmlNode *pack_add(xmlNode *parent, const char *name, const char *text);
/** Sets an attribute; nothing for a NULL value. */
void pack_set(xmlNode *element, const char *name, const char *value);

/**
 * Writes a file of the package and adds it to the description @p doc.
 *
 * @return MH_OK or MH_FAILED with JOB-002
 */
mh_status pack_put(const pack_writer *w, xmlDoc *doc, const char *path, mh_view bytes);

/** Takes the files of @p doc out of the package again. */
void pack_withdraw(const pack_writer *w, const xmlDoc *doc);

/** Seconds that products and the package carry as their date. */
gint64 pack_date(const pack_writer *w, gint64 written);

/** Makes @p parts from @p doc. @p record fills {record}, or is NULL. */
mh_status pack_put_parts(const pack_writer *w, xmlDoc *doc, const pack_part *parts,
                         const char *record);

/**
 * Checks, describes and copies one record.
 *
 * @return MH_OK, MH_REJECTED when it was left out (PAC-002, PAC-003), or MH_FAILED
 */
mh_status pack_add_record(pack_writer *w, const pack_record *record);

#endif
