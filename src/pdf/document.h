#ifndef MH_PDF_DOCUMENT_H
#define MH_PDF_DOCUMENT_H

/* What the parts of the finisher share while one file is made; private to pdf. */

#include "pdf/drawing.h"
#include "pdf/pdf.h"
#include "pdf/writer.h"

/** What a profile claims and allows. */
typedef struct pdf_profile {
    const char *name;        /**< "a3a+ua" */
    const char *part;        /**< pdfaid:part, or NULL */
    const char *conformance; /**< pdfaid:conformance, or NULL */
    bool claims_ua;          /**< pdfuaid:part 1 */
    bool allows_attachments;
} pdf_profile;

/** Row of @p profile. */
const pdf_profile *pdf_profile_of(mh_pdf_profile profile);

/** One element as it is written; index: mh_element.number. */
typedef struct pdf_element {
    uint32_t object;        /**< object number; 0: left out of the tree */
    const char *role;       /**< as written */
    uint32_t mark;          /**< index + 1 of its first mark, 0: none */
    uint32_t link;          /**< index + 1 of its first link, 0: none */
    uint32_t note;          /**< number of a Note, from 1; else 0 */
    bool is_misnested;      /**< it and its parts cannot be a table or list */
    bool has_content;       /**< it or something in it is on a page */
    uint32_t row_span;      /**< of a cell, not beyond the table's end */
    uint32_t missing_cells; /**< of a row: empty cells to add */
} pdf_element;

typedef struct pdf_document {
    mh_job *job;
    mh_arena *arena;
    const mh_pdf *drawing;
    const mh_pages *pages;
    const mh_pdf_options *options;
    const pdf_profile *profile;
    pdf_writer *out;
    GString *catalog;       /**< entries of the catalog */
    uint32_t *page_objects; /**< object number of each page */
    pdf_element *elements;  /**< by number */
    uint32_t *next_marks;   /**< for each mark: index + 1 of the element's next one, or 0 */
    uint32_t *next_links;   /**< for each link: the same */
    uint32_t *link_objects; /**< annotation of each link, 0: none */
    uint32_t root_element;  /**< structure tree root */
} pdf_document;

static inline pdf_mark *pdf_mark_at(const pdf_document *d, size_t index)
{
    return &g_array_index(d->drawing->marks, pdf_mark, index);
}

static inline const pdf_link *pdf_link_at(const pdf_document *d, size_t index)
{
    return &g_array_index(d->drawing->links, pdf_link, index);
}

static inline const pdf_page *pdf_page_at(const pdf_document *d, size_t index)
{
    return &g_array_index(d->drawing->pages, pdf_page, index);
}

static inline size_t pdf_page_count(const pdf_document *d)
{
    return d->drawing->pages->len;
}

/** "[3 0 R/XYZ x y null]" of the id @p target. @return false when there is no such place */
bool pdf_put_destination(const pdf_document *d, GString *out, const char *target);
/** "<</S/URI/URI(...)>>", with what a URI may not have escaped (RFC 3986). */
void pdf_put_uri_action(GString *out, const char *uri);

#endif
