#ifndef MH_AKN_AKN_H
#define MH_AKN_AKN_H

/* Writes a recognised record as Akoma Ntoso 3.0 in the AKN4UN profile, and checks it. */

#include "base/xml.h"
#include "record/record.h"

typedef struct mh_akn_options {
    const char *generator; /**< "Masthead 0.1.0", named as the converter in the references */
} mh_akn_options;

/**
 * Builds the document: metadata, cover page, preface, preamble, body, conclusions, attachments,
 * with eIds by the Akoma Ntoso Naming Convention 1.0.
 *
 * @param out owned by the job; written on MH_OK only
 */
mh_status mh_akn_write(mh_job *job, const mh_record *record, const mh_akn_options *options,
                       xmlDoc **out);

/**
 * @p doc as UTF-8, indented where that adds no space to the text. What is read back is what was
 * written, which mh_xml_serialize() does not promise for mixed content.
 *
 * @return owned by the job
 */
mh_view mh_akn_serialize(mh_job *job, xmlDoc *doc);

/** A compiled schema; made once per process, freed with mh_akn_schema_free(). */
typedef struct mh_akn_schema mh_akn_schema;

/**
 * The built-in RELAX NG profile of AKN4UN (schema/akn4un.rng) or, when @p xsd_path is given, the
 * XML Schema at that path.
 *
 * @return MH_OK, or MH_FAILED with XML-003
 */
mh_status mh_akn_schema_load(mh_job *job, const char *xsd_path, mh_akn_schema **out);
/** Accepts NULL. */
void mh_akn_schema_free(mh_akn_schema *schema);

/** MH_OK, or MH_REJECTED with one XML-002 diagnostic for each fault. */
mh_status mh_akn_validate(mh_job *job, const mh_akn_schema *schema, xmlDoc *doc);

/**
 * Rules of the profile that a grammar cannot say (see schema/README.md): references resolve, ids
 * are unique and prefixed, IRIs agree with their FRBR elements. MH_REJECTED with AKN diagnostics.
 */
mh_status mh_akn_check(mh_job *job, xmlDoc *doc);

/**
 * Compares the content of @p doc with the record's source: every non-space character of the source
 * is in the content or in a furniture entry, in order (notes stand at their calls, moves count).
 *
 * @param kept      characters of the source found in the content
 * @param furniture characters of the source found in furniture entries
 * @return MH_OK, or MH_REJECTED with an AKN diagnostic for each lost or invented stretch
 */
mh_status mh_akn_fidelity(mh_job *job, const mh_text *text, xmlDoc *doc, size_t *kept,
                          size_t *furniture);

#endif
