#include "akn/blocks.h"

/* Lists where no level may stand: in preambles, notes, cells, speeches. */

static bool is_item(const mh_node *node)
{
    return node->kind == MH_NODE_POINT || node->kind == MH_NODE_INDENT;
}

/* What stands between two items belongs to the first of them. */
static const mh_node *write_item(akn_writer *w, akn_place list, const mh_node *node, bool is_last)
{
    mh_language outer;
    mh_view number = node->kind == MH_NODE_POINT ? node->num : (mh_view){0};
    akn_id id = akn_id_numbered(w->ids, list.context, "item", number, AKN_COUNT_POINT);
    xmlNode *item = akn_begin(w, list.parent, node, "item", id, &outer);
    akn_place inside = {.parent = item, .context = id, .allowed = AKN_BLOCK};
    const mh_node *next = node->next;
    if (is_item(node)) {
        if (node->kind == MH_NODE_INDENT)
            akn_set(item, "class", "bullet");
        akn_write_heading(w, item, node);
        akn_write_children(w, inside, node);
    } else {
        akn_write_node(w, inside, node);
    }
    w->language = outer;
    if (!is_last)
        for (; next && !is_item(next); next = next->next)
            akn_write_node(w, inside, next);
    akn_fill(w, item);
    return next;
}

static const mh_node *last_item(const mh_node *first)
{
    const mh_node *last = NULL;
    for (const mh_node *n = first; n; n = n->next)
        if (is_item(n))
            last = n;
    return last;
}

/* blockList: listIntroduction?, item+, listWrapUp?; further paragraphs follow it. */
void akn_write_block_list(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    const mh_node *last = last_item(node->first_child);
    if (!last) {
        akn_write_children(w, at, node);
        return;
    }
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *list = akn_begin(w, at.parent, node, form->element, id, &outer);
    if (akn_has_text(&node->text))
        akn_inline(
            w, akn_element_with_id(w, list, "listIntroduction", akn_id_only(w->ids, id, "intro")),
            &node->text);
    akn_place inside = {.parent = list, .context = id, .allowed = AKN_BLOCK};
    const mh_node *n = node->first_child;
    while (n && n != last->next)
        n = write_item(w, inside, n, n == last);
    if (n && akn_is_plain(n)) {
        mh_language around;
        xmlNode *wrap =
            akn_begin(w, list, n, "listWrapUp", akn_id_only(w->ids, id, "wrapup"), &around);
        akn_inline(w, wrap, &n->text);
        w->language = around;
        n = n->next;
    }
    w->language = outer;
    akn_write_run(w, at, n, NULL);
}

/* An item that stands in no list is a list of one. */
void akn_write_stray_item(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *list = akn_element_with_id(w, at.parent, form->element, id);
    (void)write_item(w, (akn_place){.parent = list, .context = id, .allowed = AKN_BLOCK}, node,
                     true);
}
