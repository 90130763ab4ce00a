#include "akn/blocks.h"

/* Levels: num and heading, then either text or further levels. */

static bool is_level(const mh_node *node)
{
    return akn_form_of(node, AKN_HIERARCHY | AKN_CROSSHEAD) != NULL;
}

/* The end of the nodes from @p first on that are levels (or that are not). */
static const mh_node *end_of_run(const mh_node *first, bool levels)
{
    while (first && is_level(first) == levels)
        first = first->next;
    return first;
}

static const mh_node *last_level(const mh_node *first)
{
    const mh_node *last = NULL;
    for (const mh_node *n = first; n; n = n->next)
        if (is_level(n))
            last = n;
    return last;
}

/* Blocks in an element of their own: content, intro or wrapUp. */
static void write_blocks(akn_writer *w, akn_place level, const mh_node *node, const mh_node *first,
                         const mh_node *end, const char *element)
{
    bool takes_text = node && akn_has_text(&node->text);
    if (first == end && !takes_text)
        return;
    const char *ref = strcmp(element, "wrapUp") == 0 ? "wrapup" : element;
    akn_id id = akn_id_only(w->ids, level.context, ref);
    xmlNode *blocks = akn_element_with_id(w, level.parent, element, id);
    /* Tables and the like are counted in the level. */
    if (takes_text)
        akn_write_text(w, blocks, node, &node->text, NULL);
    akn_write_run(w, (akn_place){.parent = blocks, .context = level.context, .allowed = AKN_BLOCK},
                  first, end);
}

/* XSD hierarchy: either content, or intro?, levels, wrapUp?. */
static void write_level_content(akn_writer *w, akn_place level, const mh_node *node)
{
    const mh_node *first = node->first_child;
    const mh_node *last = last_level(first);
    if (!last && node->kind != MH_NODE_LIST) {
        write_blocks(w, level, node, first, NULL, "content");
        return;
    }
    const mh_node *levels = last ? end_of_run(first, false) : NULL;
    write_blocks(w, level, node, first, levels, "intro");
    if (!last)
        return;
    akn_write_run(w, level, levels, last->next);
    write_blocks(w, level, NULL, last->next, NULL, "wrapUp");
}

void akn_write_level(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    mh_language outer;
    /* Bullets number nothing. */
    mh_view number = node->kind == MH_NODE_INDENT ? (mh_view){0} : node->num;
    /* Articles are numbered through the document, whatever parts and chapters they stand in. */
    akn_id context = node->kind == MH_NODE_ARTICLE ? w->component : at.context;
    akn_id id = akn_id_numbered(w->ids, context, form->ref, number, form->counting);
    xmlNode *level = akn_begin(w, at.parent, node, form->element, id, &outer);
    if (node->kind == MH_NODE_INDENT)
        akn_set(level, "class", "bullet");
    if (node->kind == MH_NODE_PARAGRAPH && node->is_operative)
        akn_set(level, "refersTo", akn_refer(w, &akn_concept_operative));
    akn_write_heading(w, level, node);
    akn_place inside = {.parent = level, .context = id, .allowed = AKN_HIERARCHY | AKN_CROSSHEAD};
    write_level_content(w, inside, node);
    w->language = outer;
}

void akn_write_crosshead(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    mh_language outer;
    xmlNode *crosshead = akn_begin(w, at.parent, node, form->element,
                                   akn_id_counted(w->ids, at.context, form->ref), &outer);
    akn_set(crosshead, "refersTo", akn_refer(w, &akn_concept_preambular));
    akn_inline(w, crosshead, &node->text);
    w->language = outer;
    akn_write_run(w, at, node->first_child, NULL);
}
