#include "akn/blocks.h"

/* Blocks that hold blocks and have a name: containers, formulas, quotations. */

/* tblock holds what a level or container holds where only blocks may stand. */
void akn_write_tblock(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, "tblock");
    xmlNode *block = akn_begin(w, at.parent, node, "tblock", id, &outer);
    akn_set(block, "class", form->element);
    akn_write_heading(w, block, node);
    akn_write_children(w, (akn_place){.parent = block, .context = id, .allowed = AKN_BLOCK}, node);
    akn_fill(w, block);
    w->language = outer;
}

void akn_write_quoted(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    xmlNode *p = akn_element(w, at.parent, "p");
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *quoted = akn_begin(w, p, node, form->element, id, &outer);
    if (node->document) {
        akn_quoted_document(w, quoted, node->document, id);
        w->language = outer;
        return;
    }
    unsigned allowed =
        AKN_BLOCK | AKN_HIERARCHY | AKN_CONTAINER | AKN_FORMULA | AKN_DEBATE | AKN_SPEECH;
    akn_write_children(w, (akn_place){.parent = quoted, .context = id, .allowed = allowed}, node);
    akn_fill(w, quoted);
    w->language = outer;
}

void akn_write_formula(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *formula = akn_begin(w, at.parent, node, form->element, id, &outer);
    akn_set(formula, "name", node->name && *node->name ? node->name : "akn4un:enactingFormula");
    akn_write_children(w, (akn_place){.parent = formula, .context = id, .allowed = AKN_BLOCK},
                       node);
    akn_fill(w, formula);
    w->language = outer;
}

static const char *container_name(const mh_node *node)
{
    static const char *const names[] = {
        [MH_NODE_SIGNATURE] = "signature",
        [MH_NODE_ADOPTION] = "adoption",
        [MH_NODE_PLACE_DATE] = "placeDate",
        [MH_NODE_PREAMBULAR] = "preambular",
    };
    if (node->name && *node->name
        && (node->kind == MH_NODE_PREAMBULAR || node->kind == MH_NODE_CONTAINER))
        return node->name;
    bool is_named = (size_t)node->kind < G_N_ELEMENTS(names) && names[node->kind];
    return is_named ? names[node->kind] : "text";
}

/* Each paragraph of a signature block is one signatory. */
static void write_signatory(akn_writer *w, xmlNode *container, const mh_node *node)
{
    mh_language outer;
    xmlNode *p = akn_begin(w, container, node, "p", AKN_NO_ID, &outer);
    akn_inline(w, akn_element(w, p, "signature"), &node->text);
    w->language = outer;
}

static void write_signatures(akn_writer *w, akn_place at, const mh_node *node)
{
    for (const mh_node *n = node->first_child; n; n = n->next) {
        if (akn_is_plain(n))
            write_signatory(w, at.parent, n);
        else
            akn_write_node(w, at, n);
    }
}

void akn_write_container(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *container = akn_begin(w, at.parent, node, form->element, id, &outer);
    akn_set(container, "name", container_name(node));
    bool is_title_matter = w->is_title_matter;
    w->is_title_matter =
        is_title_matter || node->kind == MH_NODE_SIGNATURE || node->kind == MH_NODE_ADOPTION;
    akn_place inside = {.parent = container, .context = id, .allowed = AKN_BLOCK | AKN_CONTAINER};
    if (node->num.len > 0 || akn_has_text(&node->heading))
        akn_write_tblock(w, inside, node, form);
    else if (node->kind == MH_NODE_SIGNATURE && !akn_has_text(&node->text))
        write_signatures(w, inside, node);
    else
        akn_write_children(w, inside, node);
    akn_fill(w, container);
    w->is_title_matter = is_title_matter;
    w->language = outer;
}
