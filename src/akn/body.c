#include "akn/blocks.h"

/* Which kind of node becomes which element, and the pieces all elements share. */

enum { FORMS_MAX = 3 };

/* ------------------------------------------------------------------ pieces */

bool akn_has_text(const mh_inline *text)
{
    return text->text.len > 0 || text->span_count > 0;
}

bool akn_is_plain(const mh_node *node)
{
    return node->kind == MH_NODE_P && !node->first_child && node->num.len == 0
           && !akn_has_text(&node->heading);
}

xmlNode *akn_begin(akn_writer *w, xmlNode *parent, const mh_node *node, const char *element,
                   akn_id id, mh_language *outer)
{
    xmlNode *started =
        id.eid ? akn_element_with_id(w, parent, element, id) : akn_element(w, parent, element);
    akn_set_lines(w, started, node->first_line, node->last_line);
    *outer = akn_enter_language(w, started, node->language);
    return started;
}

void akn_write_text(akn_writer *w, xmlNode *parent, const mh_node *node, const mh_inline *text,
                    const char *class_name)
{
    mh_language outer;
    mh_node own = *node;
    if (node->first_child && node->first_child->first_line > 0)
        own.last_line = MAX(node->first_line, node->first_child->first_line - 1);
    xmlNode *p = akn_begin(w, parent, &own, "p", AKN_NO_ID, &outer);
    akn_set(p, "class", class_name);
    akn_inline(w, p, text);
    w->language = outer;
}

void akn_write_heading(akn_writer *w, xmlNode *element, const mh_node *node)
{
    if (node->num.len > 0)
        akn_text(akn_element(w, element, "num"), node->num);
    if (akn_has_text(&node->heading))
        akn_inline(w, akn_element(w, element, "heading"), &node->heading);
}

void akn_write_run(akn_writer *w, akn_place at, const mh_node *first, const mh_node *end)
{
    for (const mh_node *n = first; n != end;) {
        const mh_node *next = n->next;
        if (akn_form_of(n, at.allowed)) {
            akn_write_node(w, at, n);
            n = next;
            continue;
        }
        /* The nodes up to the next one that fits share one wrapper. */
        while (next != end && !akn_form_of(next, at.allowed))
            next = next->next;
        bool is_debate = (at.allowed & AKN_DEBATE) != 0;
        akn_id id = akn_id_counted(w->ids, at.context, is_debate ? "dbsect" : "al");
        xmlNode *wrapper =
            akn_element_with_id(w, at.parent, is_debate ? "debateSection" : "alinea", id);
        akn_place inside = {.parent = wrapper, .context = id, .allowed = AKN_BLOCK};
        if (is_debate) {
            akn_set(wrapper, "name", "text");
            inside.allowed = AKN_IN_DEBATE_SECTION;
        } else {
            inside.parent =
                akn_element_with_id(w, wrapper, "content", akn_id_only(w->ids, id, "content"));
        }
        akn_write_run(w, inside, n, next);
        n = next;
    }
}

void akn_write_children(akn_writer *w, akn_place at, const mh_node *node)
{
    if (akn_has_text(&node->text))
        akn_write_text(w, at.parent, node, &node->text, NULL);
    akn_write_run(w, at, node->first_child, NULL);
}

void akn_fill(akn_writer *w, xmlNode *element)
{
    if (!element->last || strcmp((const char *)element->last->name, "num") == 0
        || strcmp((const char *)element->last->name, "heading") == 0
        || strcmp((const char *)element->last->name, "from") == 0)
        (void)akn_element(w, element, "p");
}

void akn_write_stray_heading(akn_writer *w, akn_place at, const mh_node *node)
{
    mh_node line = {.kind = MH_NODE_P,
                    .text = {.text = node->num},
                    .first_line = node->first_line,
                    .last_line = node->first_line};
    if (node->num.len > 0)
        akn_write_run(w, at, &line, NULL);
    line.text = node->heading;
    if (akn_has_text(&node->heading))
        akn_write_run(w, at, &line, NULL);
}

void akn_write_p(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    (void)form;
    const char *class_name = node->kind == MH_NODE_P ? node->name : NULL;
    if (node->kind == MH_NODE_CROSSHEAD)
        class_name = "crossHeading";
    if (akn_has_text(&node->text) || !node->first_child)
        akn_write_text(w, at.parent, node, &node->text, class_name);
    akn_write_run(w, at, node->first_child, NULL);
}

/* ------------------------------------------------------------------ the table */

/* clang-format off */
#define AS_LEVEL(name, ref, counting)   {AKN_HIERARCHY, akn_write_level, name, ref, counting}
#define AS_SECTION(name, ref, counting) {AKN_DEBATE, akn_write_debate_section, name, ref, counting}
#define AS_BLOCK(write, name, ref)      {AKN_BLOCK, write, name, ref, AKN_COUNT_ARABIC}
#define AS_TBLOCK(name)                 AS_BLOCK(akn_write_tblock, name, "tblock")
#define AS_P                            AS_BLOCK(akn_write_p, "p", "p")
#define AS_ITEM                         AS_BLOCK(akn_write_stray_item, "blockList", "list")
#define ONLY(content, write, name)      {content, write, name, name, AKN_COUNT_ARABIC}

#define LEVEL(name, ref, counting) \
    {AS_LEVEL(name, ref, counting), AS_SECTION(name, ref, counting), AS_TBLOCK(name)}
#define CONTAINER {ONLY(AKN_CONTAINER, akn_write_container, "container"), AS_TBLOCK("container")}

static const akn_form forms[][FORMS_MAX] = {
    [MH_NODE_P]         = {AS_P},
    [MH_NODE_PART]      = LEVEL("part", "part", AKN_COUNT_ROMAN),
    [MH_NODE_SECTION]   = LEVEL("section", "sec", AKN_COUNT_ROMAN),
    [MH_NODE_TITLE]     = LEVEL("title", "title", AKN_COUNT_LETTER),
    [MH_NODE_CHAPTER]   = LEVEL("chapter", "chp", AKN_COUNT_ARABIC),
    [MH_NODE_DIVISION]  = LEVEL("division", "dvs", AKN_COUNT_ARABIC),
    [MH_NODE_ARTICLE]   = LEVEL("article", "art", AKN_COUNT_ARABIC),
    [MH_NODE_PARAGRAPH] = LEVEL("paragraph", "para", AKN_COUNT_ARABIC),

    [MH_NODE_LIST]   = {AS_LEVEL("list", "list", AKN_COUNT_ARABIC),
                        AS_BLOCK(akn_write_block_list, "blockList", "list")},
    [MH_NODE_POINT]  = {AS_LEVEL("point", "point", AKN_COUNT_POINT), AS_ITEM},
    [MH_NODE_INDENT] = {AS_LEVEL("indent", "indent", AKN_COUNT_ARABIC), AS_ITEM},

    [MH_NODE_TABLE] = {AS_BLOCK(akn_write_table, "table", "table")},
    [MH_NODE_ROW]   = {AS_BLOCK(akn_write_stray_row, "table", "table")},
    [MH_NODE_CELL]  = {AS_TBLOCK("cell")},

    [MH_NODE_TOC]        = {AS_BLOCK(akn_write_toc, "toc", "toc")},
    [MH_NODE_FORMULA]    = {ONLY(AKN_FORMULA, akn_write_formula, "formula"), AS_P},
    [MH_NODE_PREAMBULAR] = CONTAINER,
    [MH_NODE_CONTAINER]  = CONTAINER,
    [MH_NODE_CROSSHEAD]  = {ONLY(AKN_CROSSHEAD, akn_write_crosshead, "crossHeading"), AS_P},
    [MH_NODE_QUOTED]     = {AS_BLOCK(akn_write_quoted, "embeddedStructure", "embeddedStructure")},
    [MH_NODE_SIGNATURE]  = CONTAINER,
    [MH_NODE_ADOPTION]   = CONTAINER,
    [MH_NODE_PLACE_DATE] = CONTAINER,

    [MH_NODE_SPEECH]         = {ONLY(AKN_SPEECH, akn_write_speech, "speech"),
                                {AKN_DEBATE, akn_write_in_section, "speech", "dbsect", 0},
                                AS_TBLOCK("speech")},
    [MH_NODE_NARRATIVE]      = {ONLY(AKN_SPEECH, akn_write_narrative, "narrative"), AS_P},
    [MH_NODE_DEBATE_SECTION] = {AS_SECTION("text", "dbsect", AKN_COUNT_ARABIC),
                                AS_LEVEL("division", "dvs", AKN_COUNT_ARABIC),
                                AS_TBLOCK("debateSection")},
};
/* clang-format on */

/* A vote is a container by kind, but has an element of its own in debates. */
static const akn_form roll_call = ONLY(AKN_DEBATE, akn_write_roll_call, "rollCall");

static bool is_roll_call(const mh_node *node)
{
    return node->kind == MH_NODE_CONTAINER && node->name && strcmp(node->name, "rollCall") == 0;
}

const akn_form *akn_form_of(const mh_node *node, unsigned allowed)
{
    if (is_roll_call(node) && (allowed & AKN_DEBATE))
        return &roll_call;
    for (size_t i = 0; i < FORMS_MAX; i++)
        if (forms[node->kind][i].content & allowed)
            return &forms[node->kind][i];
    return NULL;
}

static bool writes_heading(const akn_form *form)
{
    static akn_write_function *const writers[] = {
        akn_write_level,     akn_write_tblock,     akn_write_container, akn_write_debate_section,
        akn_write_speech,    akn_write_in_section, akn_write_table,     akn_write_stray_item,
        akn_write_stray_row, akn_write_roll_call};
    for (size_t i = 0; i < G_N_ELEMENTS(writers); i++)
        if (writers[i] == form->write)
            return true;
    return false;
}

void akn_write_node(akn_writer *w, akn_place at, const mh_node *node)
{
    const akn_form *form = akn_form_of(node, at.allowed);
    if (!form) {
        akn_write_run(w, at, node, node->next);
        return;
    }
    if (w->depth >= AKN_DEPTH_MAX) {
        w->is_too_deep = true;
        return;
    }
    w->depth++;
    if (!writes_heading(form))
        akn_write_stray_heading(w, at, node);
    form->write(w, at, node, form);
    w->depth--;
}

void akn_nodes(akn_writer *w, xmlNode *parent, const mh_node *first, unsigned allowed,
               akn_id context)
{
    akn_write_run(w, (akn_place){.parent = parent, .context = context, .allowed = allowed}, first,
                  NULL);
}
