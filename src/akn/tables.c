#include "akn/blocks.h"

/* Tables. Notes and sources under the rows follow the table as paragraphs. */

static void write_cell(akn_writer *w, xmlNode *row, const mh_node *node, bool is_head,
                       akn_id context)
{
    mh_language outer;
    xmlNode *cell = akn_begin(w, row, node, is_head ? "th" : "td", AKN_NO_ID, &outer);
    if (node->columns > 1)
        akn_set(cell, "colspan", mh_arena_printf(w->arena, "%u", node->columns));
    if (node->rows > 1)
        akn_set(cell, "rowspan", mh_arena_printf(w->arena, "%u", node->rows));
    akn_place inside = {.parent = cell, .context = context, .allowed = AKN_BLOCK};
    akn_write_stray_heading(w, inside, node);
    akn_write_children(w, inside, node);
    w->language = outer;
}

/* What a row says outside its cells is a cell. */
static void write_own_cell(akn_writer *w, xmlNode *row, const mh_node *node, akn_id context)
{
    xmlNode *cell = akn_element(w, row, "td");
    akn_place inside = {.parent = cell, .context = context, .allowed = AKN_BLOCK};
    akn_write_stray_heading(w, inside, node);
    if (akn_has_text(&node->text))
        akn_write_text(w, cell, node, &node->text, NULL);
}

static void write_row(akn_writer *w, xmlNode *table, const mh_node *node, akn_id context)
{
    mh_language outer;
    xmlNode *row = akn_begin(w, table, node, "tr", AKN_NO_ID, &outer);
    bool is_head = node->name && strcmp(node->name, "head") == 0;
    akn_set(row, "class", node->name);
    if (node->num.len > 0 || akn_has_text(&node->heading) || akn_has_text(&node->text))
        write_own_cell(w, row, node, context);
    for (const mh_node *cell = node->first_child; cell; cell = cell->next)
        write_cell(w, row, cell, is_head, context);
    if (!row->children)
        (void)akn_element(w, row, is_head ? "th" : "td");
    w->language = outer;
}

static void write_caption(akn_writer *w, xmlNode *table, const mh_node *node)
{
    if (node->num.len == 0 && !akn_has_text(&node->heading))
        return;
    xmlNode *caption = akn_element(w, table, "caption");
    akn_text(caption, node->num);
    if (node->num.len > 0 && akn_has_text(&node->heading))
        akn_text(caption, MH_VIEW(" "));
    akn_inline(w, caption, &node->heading);
}

static const mh_node *next_row(const mh_node *node)
{
    while (node && node->kind != MH_NODE_ROW)
        node = node->next;
    return node;
}

/* Notes and sources under the rows follow the table as paragraphs. */
void akn_write_table(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    const mh_node *row = next_row(node->first_child);
    if (!row) {
        akn_write_tblock(w, at, node, form);
        return;
    }
    /* A caption is the first thing in a table; with text after it, it comes before the table. */
    bool is_captioned = row == node->first_child && !akn_has_text(&node->text);
    if (!is_captioned) {
        akn_write_stray_heading(w, at, node);
        if (akn_has_text(&node->text))
            akn_write_text(w, at.parent, node, &node->text, NULL);
        akn_write_run(w, at, node->first_child, row);
    }
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *table = akn_begin(w, at.parent, node, form->element, id, &outer);
    if (is_captioned)
        write_caption(w, table, node);
    for (; row && row->kind == MH_NODE_ROW; row = row->next)
        write_row(w, table, row, id);
    w->language = outer;
    akn_write_run(w, at, row, NULL);
}

/* A row that stands alone is a table of one row. */
void akn_write_stray_row(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *table = akn_element_with_id(w, at.parent, form->element, id);
    write_row(w, table, node, id);
}
