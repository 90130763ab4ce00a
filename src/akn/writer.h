#ifndef MH_AKN_WRITER_H
#define MH_AKN_WRITER_H

/*
 * What the files that write a record share: the document being built, its ids, the concepts it
 * refers to, and where in the record the writer stands. The files and what each writes:
 *
 *   write.c        the whole          meta.c         identification, publication, source
 *   parts.c        cover … annexes    references.c   what the text refers to (TLC elements)
 *   body.c         blocks by kind     inline.c       text with its spans
 */

#include "akn/akn.h"
#include "akn/eid.h"
#include "akn/iri.h"
#include "akn/references.h"

/** Deepest nesting written; XML parsers stop at 256 elements, and each step may take three. */
enum { AKN_DEPTH_MAX = 60 };

typedef struct akn_writer {
    mh_job *job;
    mh_arena *arena;
    const mh_record *record;
    const char *generator;
    akn_iri iri;
    xmlDoc *doc;
    xmlNs *ns;    /**< Akoma Ntoso */
    xmlNs *ns_mh; /**< our own attributes and metadata */
    akn_ids *ids;
    akn_references *references;
    GHashTable *notes; /**< mh_note → its element: a note is written once, then referred to */
    const mh_document *document; /**< being written: the record's, or an attachment */
    const mh_document *work;     /**< the Work it belongs to: the record's, or one of a set */
    akn_id component;            /**< context of notes: the attachment, or the root */
    unsigned draft_count;        /**< documents quoted in the text so far */
    size_t annex_count;          /**< attachments of the record's own document */
    mh_language language;        /**< in force where the writer stands */
    bool is_title_matter;  /**< cover, preface, signature, adoption: doc* elements may stand here */
    bool is_cover;         /**< the cover page of the record */
    const char *time_type; /**< of the times printed here: "startEvent", "endEvent", NULL */
    uint32_t depth;        /**< of nodes, notes and attachments together */
    bool is_too_deep;      /**< something was left out: the record must be rejected */
} akn_writer;

/** New element in the Akoma Ntoso namespace, last child of @p parent. */
xmlNode *akn_element(const akn_writer *w, xmlNode *parent, const char *name);

/** New element with an id. */
xmlNode *akn_element_with_id(const akn_writer *w, xmlNode *parent, const char *name, akn_id id);

/** Sets an attribute without namespace; NULL sets nothing. */
void akn_set(xmlNode *element, const char *name, const char *value);

/** Adds text; characters that XML 1.0 cannot hold become U+FFFD. */
void akn_text(xmlNode *parent, mh_view text);

/** mh:lines="12-18"; nothing when @p first is 0. */
void akn_set_lines(const akn_writer *w, xmlNode *element, uint32_t first, uint32_t last);

/**
 * Marks @p element with its language when that is not the one in force, and makes it the one.
 *
 * @return the language that was in force: give it back to the writer after the element's content
 */
mh_language akn_enter_language(akn_writer *w, xmlNode *element, mh_language language);

/** "#id" of @p concept, which the references will name; NULL when there is no such concept. */
const char *akn_refer(akn_writer *w, const mh_concept *concept);

/* ------------------------------------------------------------------ blocks and inlines */

/** What an element may hold; contexts are sets of these. */
typedef enum akn_content {
    AKN_BLOCK = 1,      /**< p, table, blockList, tblock… */
    AKN_HIERARCHY = 2,  /**< section, paragraph, list, point… */
    AKN_CONTAINER = 4,  /**< container */
    AKN_FORMULA = 8,    /**< formula */
    AKN_CROSSHEAD = 16, /**< crossHeading */
    AKN_DEBATE = 32,    /**< debateSection */
    AKN_SPEECH = 64,    /**< speech, narrative */
} akn_content;

/** What stands in cover page, preface, preamble and conclusions (XSD: basicopt, prefaceopt…). */
#define AKN_IN_PART (AKN_BLOCK | AKN_CONTAINER | AKN_FORMULA)
/** mainBody (XSD: maincontent). */
#define AKN_IN_MAIN_BODY (AKN_BLOCK | AKN_HIERARCHY | AKN_CONTAINER | AKN_DEBATE)

/**
 * Writes @p first and the nodes linked to it by next into @p parent, each as the element of its
 * kind when @p allowed has room for it, else as the nearest that has.
 *
 * @param allowed set of akn_content
 */
void akn_nodes(akn_writer *w, xmlNode *parent, const mh_node *first, unsigned allowed,
               akn_id context);

/** Writes text with its spans as mixed content of @p parent. */
void akn_inline(akn_writer *w, xmlNode *parent, const mh_inline *text);

/* ------------------------------------------------------------------ parts and metadata */

/** Writes the root element of @p document with all its parts below @p parent. */
void akn_document(akn_writer *w, xmlNode *parent, const mh_document *document);

/** Writes a document quoted in the text, whole, into @p parent; ids are those of @p context. */
void akn_quoted_document(akn_writer *w, xmlNode *parent, const mh_document *document,
                         akn_id context);

/** Metadata of the record; its references stay empty until akn_meta_finish(). */
xmlNode *akn_meta(akn_writer *w, xmlNode *parent);

/**
 * Metadata of a part without references of its own, whose IRIs are those of the writer: "main" for
 * a resolution of a set, "draft_1" for a quoted draft.
 */
void akn_meta_of_component(akn_writer *w, xmlNode *parent, const char *component);

/** Metadata of an attachment: @p component is "annex_1". */
void akn_meta_of_attachment(akn_writer *w, xmlNode *parent, const mh_document *document,
                            const char *component, akn_id id);

/** Writes what the whole text referred to. */
void akn_meta_finish(akn_writer *w, xmlNode *meta);

/** English name of @p document's kind for people: "Annex". */
const char *akn_kind_shown(const mh_document *document);

#endif
