#ifndef MH_AKN_REFERENCES_H
#define MH_AKN_REFERENCES_H

/* The concepts that a document refers to, each named once (AKN: references/TLC*). */

#include "akn/eid.h"
#include "lexicon/lexicon.h"
#include "record/record.h"

typedef struct akn_references akn_references;

/** One named concept. */
typedef struct akn_reference {
    const mh_concept *concept;
    const char *id;  /**< the concept's, or with "-2"… when another one has it */
    const char *ref; /**< "#" and the id */
} akn_reference;

/** @param ids share the name space with the elements of the text (XSD: xsd:unique) */
akn_references *akn_references_new(mh_arena *arena, akn_ids *ids);

/** "#id" of @p concept, added when new; concepts with one href are one. NULL gives NULL. */
const char *akn_references_add(akn_references *references, const mh_concept *concept);

/** In the order of their first use. */
size_t akn_references_count(const akn_references *references);
const akn_reference *akn_references_at(const akn_references *references, size_t index);

/** "TLCOrganization" and the like. */
const char *akn_references_element(mh_concept_class kind);

/** "organization" and the like: the inline element around a mention. */
const char *akn_references_inline(mh_concept_class kind);

/* Concepts that the metadata of every record needs; the text's own come from the record. */
extern const mh_concept akn_role_author;
extern const mh_concept akn_role_editor;
extern const mh_concept akn_role_issuing_body;
extern const mh_concept akn_organization_un;
extern const mh_concept akn_organization_dgacm;
extern const mh_concept akn_concept_symbol;
extern const mh_concept akn_concept_signed;
extern const mh_concept akn_concept_date_of_issuance;
extern const mh_concept akn_concept_job_number;
extern const mh_concept akn_concept_operative;
extern const mh_concept akn_concept_preambular;
extern const mh_concept akn_person_speaker;

/** What a kind of record is: "officialLetter", "Official letter". */
const mh_concept *akn_concept_of_kind(mh_arena *arena, const mh_kind_info *kind);
/** What its date is: "dateOfLetter", "dateOfAdoption". */
const mh_concept *akn_concept_date_of(mh_arena *arena, const mh_kind_info *kind);
/** "langChinese", "/akn/ontology/concept/un/language.zho". */
const mh_concept *akn_concept_of_language(mh_arena *arena, mh_language language);

#endif
