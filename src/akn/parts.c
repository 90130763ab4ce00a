#include "akn/writer.h"

/* The parts of a document in their fixed order, and its attachments. */

/* Root element, its body, and what the body may hold. Other roots are written as doc. */
static const struct root_row {
    const char *root;
    const char *body;
    unsigned allowed;
    bool has_preamble; /* false: the preamble is the beginning of the body */
} roots[] = {
    {"doc", "mainBody", AKN_IN_MAIN_BODY, true},
    {"statement", "mainBody", AKN_IN_MAIN_BODY, true},
    {"debateReport", "mainBody", AKN_IN_MAIN_BODY, true},
    {"debate", "debateBody", AKN_DEBATE, false},
    {"act", "body", AKN_HIERARCHY, true},
    {"bill", "body", AKN_HIERARCHY, true},
    {"documentCollection", "collectionBody", 0, true},
};

static const struct root_row *row_of(const mh_document *document)
{
    const char *root = mh_kind_info_of(document->kind)->root;
    for (size_t i = 0; i < G_N_ELEMENTS(roots); i++)
        if (strcmp(roots[i].root, root) == 0)
            return &roots[i];
    return &roots[0];
}

/* A part that holds nodes; left out when there are none. */
static void write_part(akn_writer *w, xmlNode *parent, const char *name, const mh_node *nodes,
                       const mh_document *document)
{
    if (!nodes)
        return;
    akn_id id = akn_id_only(w->ids, w->component, name);
    xmlNode *part = akn_element_with_id(w, parent, name, id);
    mh_language outer = akn_enter_language(w, part, document->language);
    akn_nodes(w, part, nodes, AKN_IN_PART, id);
    w->language = outer;
}

/* Bodies must not be empty (XSD: maincontent, bodyType, debateBodyType). */
static void fill_empty_body(akn_writer *w, xmlNode *body, unsigned allowed)
{
    if (body->children)
        return;
    if (allowed & AKN_BLOCK) {
        (void)akn_element(w, body, "p");
        return;
    }
    bool is_debate = (allowed & AKN_DEBATE) != 0;
    akn_id id = akn_id_counted(w->ids, w->component, is_debate ? "dbsect" : "al");
    xmlNode *level = akn_element_with_id(w, body, is_debate ? "debateSection" : "alinea", id);
    if (is_debate)
        akn_set(level, "name", "empty");
}

static void write_body(akn_writer *w, xmlNode *parent, const mh_document *document,
                       const struct root_row *row)
{
    akn_id id = akn_id_only(w->ids, w->component, "body");
    xmlNode *body = akn_element_with_id(w, parent, row->body, id);
    mh_language outer = akn_enter_language(w, body, document->language);
    if (!row->has_preamble)
        akn_nodes(w, body, document->preamble, row->allowed, w->component);
    akn_nodes(w, body, document->body, row->allowed, w->component);
    fill_empty_body(w, body, row->allowed);
    w->language = outer;
}

static void write_title_matter(akn_writer *w, xmlNode *element, const mh_document *document)
{
    w->document = document;
    w->is_title_matter = true;
    w->is_cover = true;
    write_part(w, element, "coverPage", document->cover, document);
    w->is_cover = false;
    write_part(w, element, "preface", document->preface, document);
    w->is_title_matter = false;
}

static void write_parts(akn_writer *w, xmlNode *element, const mh_document *document,
                        const struct root_row *row)
{
    write_title_matter(w, element, document);
    if (row->has_preamble)
        write_part(w, element, "preamble", document->preamble, document);
    write_body(w, element, document, row);
    write_part(w, element, "conclusions", document->conclusions, document);
}

static xmlNode *write_root(akn_writer *w, xmlNode *parent, const mh_document *document,
                           const struct root_row *row)
{
    xmlNode *element = akn_element(w, parent, row->root);
    akn_set(element, "name", mh_kind_info_of(document->kind)->akn_name);
    akn_set(element, "contains", "originalVersion");
    return element;
}

/* Components are named by their place, whatever they are called: the first attachment is annex_1,
 * the second one of that is annex_1_2. */
static void write_attachments(akn_writer *w, xmlNode *parent, const mh_document *document,
                              const char *component)
{
    if (!document->attachments)
        return;
    if (w->depth >= AKN_DEPTH_MAX) {
        w->is_too_deep = true;
        return;
    }
    w->depth++;
    akn_id outer = w->component;
    xmlNode *attachments = akn_element(w, parent, "attachments");
    unsigned number = 0;
    for (const mh_document *a = document->attachments; a; a = a->next) {
        const struct root_row *row = row_of(a);
        const char *name = mh_arena_printf(w->arena, "%s_%u", component, ++number);
        w->component = akn_id_counted(w->ids, outer, "att");
        xmlNode *attachment = akn_element_with_id(w, attachments, "attachment", w->component);
        akn_set_lines(w, attachment, a->first_line, a->last_line);
        xmlNode *element = write_root(w, attachment, a, row);
        akn_meta_of_attachment(w, element, a, name, w->component);
        write_parts(w, element, a, row);
        write_attachments(w, element, a, name);
    }
    w->component = outer;
    w->depth--;
}

/* A set's resolution: a Work of its own, numbered like its heading ("77-264A"). */
static void write_component(akn_writer *w, xmlNode *body, const mh_document *document,
                            unsigned number)
{
    const struct root_row *row = row_of(document);
    akn_iri whole = w->iri;
    w->component = akn_id_counted(w->ids, AKN_ID_ROOT, "cmp");
    w->work = document;
    w->iri = akn_iri_of_component(w->arena, w->record, document, number);
    xmlNode *component = akn_element_with_id(w, body, "component", w->component);
    akn_set_lines(w, component, document->first_line, document->last_line);
    xmlNode *element = write_root(w, component, document, row);
    akn_meta_of_component(w, element, "main");
    write_parts(w, element, document, row);
    write_attachments(w, element, document, "annex");
    w->iri = whole;
    w->work = w->record->document;
    w->component = AKN_ID_ROOT;
}

/* Cover and title of a set, then its resolutions in the place of a body. */
static void write_set(akn_writer *w, xmlNode *element, const mh_document *document,
                      const struct root_row *row)
{
    unsigned number = 0;
    write_title_matter(w, element, document);
    xmlNode *body =
        akn_element_with_id(w, element, row->body, akn_id_only(w->ids, w->component, "body"));
    for (const mh_document *c = document->components; c; c = c->next)
        write_component(w, body, c, ++number);
    write_part(w, element, "conclusions", document->conclusions, document);
}

void akn_quoted_document(akn_writer *w, xmlNode *parent, const mh_document *document,
                         akn_id context)
{
    const struct root_row *row = row_of(document);
    const mh_document *quoting = w->document;
    akn_id outer = w->component;
    w->component = context;
    xmlNode *element = write_root(w, parent, document, row);
    akn_meta_of_component(w, element, mh_arena_printf(w->arena, "draft_%u", ++w->draft_count));
    write_parts(w, element, document, row);
    w->component = outer;
    w->document = quoting;
}

void akn_document(akn_writer *w, xmlNode *parent, const mh_document *document)
{
    const struct root_row *row = row_of(document);
    xmlNode *element = write_root(w, parent, document, row);
    xmlNode *meta = akn_meta(w, element);
    if (document->components)
        write_set(w, element, document, row);
    else
        write_parts(w, element, document, row);
    write_attachments(w, element, document, "annex");
    akn_meta_finish(w, meta);
}
