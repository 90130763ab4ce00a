#include "akn/references.h"

#include <libxml/tree.h>

#define UN_CONCEPT(name, concept_class, concept_id, path, shown)                                   \
    const mh_concept name = {.kind = (concept_class),                                              \
                             .id = (concept_id),                                                   \
                             .href = "/akn/ontology/" path,                                        \
                             .show = (shown)}

UN_CONCEPT(akn_role_author, MH_CONCEPT_ROLE, "author", "role/un/author", "Author");
UN_CONCEPT(akn_role_editor, MH_CONCEPT_ROLE, "editor", "role/un/editor", "Editor");
UN_CONCEPT(akn_role_issuing_body, MH_CONCEPT_ROLE, "issuingBody", "role/un/issuingBody",
           "Issuing body");
UN_CONCEPT(akn_organization_un, MH_CONCEPT_ORGANIZATION, "un", "organization/un/unitedNations",
           "United Nations");
UN_CONCEPT(akn_organization_dgacm, MH_CONCEPT_ORGANIZATION, "dgacm", "organization/un/DGACM",
           "Department for General Assembly and Conference Management");
UN_CONCEPT(akn_concept_symbol, MH_CONCEPT_CONCEPT, "symbol", "concept/un/symbol", "Symbol");
UN_CONCEPT(akn_concept_signed, MH_CONCEPT_CONCEPT, "signed", "concept/un/signed", "Signed");
UN_CONCEPT(akn_concept_date_of_issuance, MH_CONCEPT_CONCEPT, "dateOfIssuance",
           "concept/un/dateOfIssuance", "Date of issuance");
UN_CONCEPT(akn_concept_job_number, MH_CONCEPT_CONCEPT, "publicationJobNumber",
           "concept/un/publicationJobNumber", "Job number");
UN_CONCEPT(akn_concept_operative, MH_CONCEPT_CONCEPT, "operative", "concept/un/operativeParagraph",
           "Operative paragraph");
UN_CONCEPT(akn_concept_preambular, MH_CONCEPT_CONCEPT, "preambular", "concept/un/preamble",
           "Preambular paragraph");
UN_CONCEPT(akn_person_speaker, MH_CONCEPT_PERSON, "speaker", "person/un/speaker",
           "Speaker named in the text only");

static const mh_concept *make_concept(mh_arena *arena, const char *id, const char *name,
                                      const char *shown)
{
    mh_concept *concept = MH_NEW(arena, mh_concept, 1);
    *concept = (mh_concept){.kind = MH_CONCEPT_CONCEPT,
                            .id = id,
                            .href = mh_arena_printf(arena, "/akn/ontology/concept/un/%s", name),
                            .show = shown};
    return concept;
}

const mh_concept *akn_concept_of_kind(mh_arena *arena, const mh_kind_info *kind)
{
    return make_concept(arena, kind->akn_name, kind->akn_name, kind->show);
}

const mh_concept *akn_concept_date_of(mh_arena *arena, const mh_kind_info *kind)
{
    const char *name = kind->work_date;
    const char *id = mh_arena_printf(arena, "dateOf%c%s", g_ascii_toupper(*name), name + 1);
    return make_concept(arena, id, id, mh_arena_printf(arena, "Date of %s", name));
}

const mh_concept *akn_concept_of_language(mh_arena *arena, mh_language language)
{
    const char *name = mh_language_name(language);
    return make_concept(arena, mh_arena_printf(arena, "lang%s", name),
                        mh_arena_printf(arena, "language.%s", mh_language_iso639_2(language)),
                        name);
}

static const struct {
    const char *element;
    const char *mention;
} classes[] = {
    [MH_CONCEPT_ORGANIZATION] = {"TLCOrganization", "organization"},
    [MH_CONCEPT_PERSON] = {"TLCPerson", "person"},
    [MH_CONCEPT_ROLE] = {"TLCRole", "role"},
    [MH_CONCEPT_CONCEPT] = {"TLCConcept", "concept"},
    [MH_CONCEPT_EVENT] = {"TLCEvent", "event"},
    [MH_CONCEPT_LOCATION] = {"TLCLocation", "location"},
    [MH_CONCEPT_TERM] = {"TLCTerm", "term"},
    [MH_CONCEPT_OBJECT] = {"TLCObject", "object"},
};

struct akn_references {
    mh_arena *arena;
    akn_ids *ids;
    GPtrArray *items;
    GHashTable *by_href;
};

akn_references *akn_references_new(mh_arena *arena, akn_ids *ids)
{
    akn_references *references = MH_NEW(arena, akn_references, 1);
    *references = (akn_references){.arena = arena,
                                   .ids = ids,
                                   .items = mh_arena_ptr_array(arena),
                                   .by_href = mh_arena_string_hash(arena)};
    return references;
}

const char *akn_references_add(akn_references *references, const mh_concept *concept)
{
    if (!concept || !concept->id || !concept->href
        || xmlValidateNCName((const xmlChar *)concept->id, 0) != 0)
        return NULL;
    const akn_reference *known = g_hash_table_lookup(references->by_href, concept->href);
    if (known)
        return known->ref;
    akn_reference *added = MH_NEW(references->arena, akn_reference, 1);
    *added =
        (akn_reference){.concept = concept, .id = akn_id_reserve(references->ids, concept->id)};
    added->ref = mh_arena_printf(references->arena, "#%s", added->id);
    char *key = mh_arena_strdup(references->arena, concept->href);
    (void)g_hash_table_insert(references->by_href, key, added);
    g_ptr_array_add(references->items, added);
    return added->ref;
}

size_t akn_references_count(const akn_references *references)
{
    return references->items->len;
}

const akn_reference *akn_references_at(const akn_references *references, size_t index)
{
    g_assert(index < references->items->len);
    return references->items->pdata[index];
}

const char *akn_references_element(mh_concept_class kind)
{
    return classes[kind].element;
}

const char *akn_references_inline(mh_concept_class kind)
{
    return classes[kind].mention;
}
