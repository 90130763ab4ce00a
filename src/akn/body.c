#include "akn/writer.h"

/*
 * Blocks. Each kind of node is a row: the elements it can be, best first, each with the content it
 * counts as and the function that writes it. A node becomes the first one its place has room for;
 * when there is none, it is wrapped in what the place does hold. So every tree gives a valid
 * document, and no text is left out.
 */

/* Where a node is written. */
typedef struct place {
    xmlNode *parent;
    akn_id context;   /* what ids of children are counted in */
    unsigned allowed; /* akn_content */
} place;

typedef struct block_form block_form;
typedef void write_function(akn_writer *w, place at, const mh_node *node, const block_form *form);

/* One way to write a kind. */
struct block_form {
    akn_content content; /* what the element counts as; 0 ends a row */
    write_function *write;
    const char *element;
    const char *ref; /* in eIds */
    akn_counting counting;
};

enum { FORMS_MAX = 3 };

static void write_one(akn_writer *w, place at, const mh_node *node);
static const block_form *form_of(const mh_node *node, unsigned allowed);

/* ------------------------------------------------------------------ pieces */

static bool has_text(const mh_inline *text)
{
    return text->text.len > 0 || text->span_count > 0;
}

/* A paragraph of text and nothing else. */
static bool is_plain(const mh_node *node)
{
    return node->kind == MH_NODE_P && !node->first_child && node->num.len == 0
           && !has_text(&node->heading);
}

#define NO_ID ((akn_id){.eid = NULL, .wid = NULL})

/* Starts an element for @p node; the caller gives the language back. */
static xmlNode *begin(akn_writer *w, xmlNode *parent, const mh_node *node, const char *element,
                      akn_id id, mh_language *outer)
{
    xmlNode *started =
        id.eid ? akn_element_with_id(w, parent, element, id) : akn_element(w, parent, element);
    akn_set_lines(w, started, node->first_line, node->last_line);
    *outer = akn_enter_language(w, started, node->language);
    return started;
}

/* The text of @p node as a paragraph: its lines end where those of the first child begin. */
static void write_paragraph_text(akn_writer *w, xmlNode *parent, const mh_node *node,
                                 const mh_inline *text, const char *class_name)
{
    mh_language outer;
    mh_node own = *node;
    if (node->first_child && node->first_child->first_line > 0)
        own.last_line = MAX(node->first_line, node->first_child->first_line - 1);
    xmlNode *p = begin(w, parent, &own, "p", NO_ID, &outer);
    akn_set(p, "class", class_name);
    akn_inline(w, p, text);
    w->language = outer;
}

static void write_num_and_heading(akn_writer *w, xmlNode *element, const mh_node *node)
{
    if (node->num.len > 0)
        akn_text(akn_element(w, element, "num"), node->num);
    if (has_text(&node->heading))
        akn_inline(w, akn_element(w, element, "heading"), &node->heading);
}

/* Nodes from @p first up to @p end (not included). */
static void write_run(akn_writer *w, place at, const mh_node *first, const mh_node *end)
{
    for (const mh_node *n = first; n != end;) {
        const mh_node *next = n->next;
        if (form_of(n, at.allowed)) {
            write_one(w, at, n);
            n = next;
            continue;
        }
        /* The nodes up to the next one that fits share one wrapper. */
        while (next != end && !form_of(next, at.allowed))
            next = next->next;
        bool is_debate = (at.allowed & AKN_DEBATE) != 0;
        akn_id id = akn_id_counted(w->ids, at.context, is_debate ? "dbsect" : "al");
        xmlNode *wrapper =
            akn_element_with_id(w, at.parent, is_debate ? "debateSection" : "alinea", id);
        place inside = {.parent = wrapper, .context = id, .allowed = AKN_BLOCK};
        if (is_debate) {
            akn_set(wrapper, "name", "text");
            inside.allowed = AKN_BLOCK | AKN_CONTAINER | AKN_DEBATE | AKN_SPEECH;
        } else {
            inside.parent =
                akn_element_with_id(w, wrapper, "content", akn_id_only(w->ids, id, "content"));
        }
        write_run(w, inside, n, next);
        n = next;
    }
}

/* Text where the kind has none of its own, then the children. */
static void write_children(akn_writer *w, place at, const mh_node *node)
{
    if (has_text(&node->text))
        write_paragraph_text(w, at.parent, node, &node->text, NULL);
    write_run(w, at, node->first_child, NULL);
}

static void fill(akn_writer *w, xmlNode *element)
{
    if (!element->last || strcmp((const char *)element->last->name, "num") == 0
        || strcmp((const char *)element->last->name, "heading") == 0
        || strcmp((const char *)element->last->name, "from") == 0)
        (void)akn_element(w, element, "p");
}

/* ------------------------------------------------------------------ blocks */

static void write_p(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    (void)form;
    const char *class_name = node->kind == MH_NODE_P ? node->name : NULL;
    if (node->kind == MH_NODE_CROSSHEAD)
        class_name = "crossHeading";
    if (has_text(&node->text) || !node->first_child)
        write_paragraph_text(w, at.parent, node, &node->text, class_name);
    write_run(w, at, node->first_child, NULL);
}

/* tblock holds what a level or container holds where only blocks may stand. */
static void write_tblock(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, "tblock");
    xmlNode *block = begin(w, at.parent, node, "tblock", id, &outer);
    akn_set(block, "class", form->element);
    write_num_and_heading(w, block, node);
    write_children(w, (place){.parent = block, .context = id, .allowed = AKN_BLOCK}, node);
    fill(w, block);
    w->language = outer;
}

static void write_quoted(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    xmlNode *p = akn_element(w, at.parent, "p");
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *quoted = begin(w, p, node, form->element, id, &outer);
    unsigned allowed =
        AKN_BLOCK | AKN_HIERARCHY | AKN_CONTAINER | AKN_FORMULA | AKN_DEBATE | AKN_SPEECH;
    write_children(w, (place){.parent = quoted, .context = id, .allowed = allowed}, node);
    fill(w, quoted);
    w->language = outer;
}

static void write_formula(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *formula = begin(w, at.parent, node, form->element, id, &outer);
    akn_set(formula, "name", node->name && *node->name ? node->name : "akn4un:enactingFormula");
    write_children(w, (place){.parent = formula, .context = id, .allowed = AKN_BLOCK}, node);
    fill(w, formula);
    w->language = outer;
}

/* ------------------------------------------------------------------ tables */

/* Number and heading of a node whose element has no room for them are paragraphs before it. */
static void write_stray_heading(akn_writer *w, place at, const mh_node *node)
{
    mh_node line = {.kind = MH_NODE_P,
                    .text = {.text = node->num},
                    .first_line = node->first_line,
                    .last_line = node->first_line};
    if (node->num.len > 0)
        write_run(w, at, &line, NULL);
    line.text = node->heading;
    if (has_text(&node->heading))
        write_run(w, at, &line, NULL);
}

static void write_cell(akn_writer *w, xmlNode *row, const mh_node *node, bool is_head,
                       akn_id context)
{
    mh_language outer;
    xmlNode *cell = begin(w, row, node, is_head ? "th" : "td", NO_ID, &outer);
    if (node->columns > 1)
        akn_set(cell, "colspan", mh_arena_printf(w->arena, "%u", node->columns));
    if (node->rows > 1)
        akn_set(cell, "rowspan", mh_arena_printf(w->arena, "%u", node->rows));
    place inside = {.parent = cell, .context = context, .allowed = AKN_BLOCK};
    write_stray_heading(w, inside, node);
    write_children(w, inside, node);
    w->language = outer;
}

/* What a row says outside its cells is a cell. */
static void write_own_cell(akn_writer *w, xmlNode *row, const mh_node *node, akn_id context)
{
    xmlNode *cell = akn_element(w, row, "td");
    place inside = {.parent = cell, .context = context, .allowed = AKN_BLOCK};
    write_stray_heading(w, inside, node);
    if (has_text(&node->text))
        write_paragraph_text(w, cell, node, &node->text, NULL);
}

static void write_row(akn_writer *w, xmlNode *table, const mh_node *node, akn_id context)
{
    mh_language outer;
    xmlNode *row = begin(w, table, node, "tr", NO_ID, &outer);
    bool is_head = node->name && strcmp(node->name, "head") == 0;
    akn_set(row, "class", node->name);
    if (node->num.len > 0 || has_text(&node->heading) || has_text(&node->text))
        write_own_cell(w, row, node, context);
    for (const mh_node *cell = node->first_child; cell; cell = cell->next)
        write_cell(w, row, cell, is_head, context);
    if (!row->children)
        (void)akn_element(w, row, is_head ? "th" : "td");
    w->language = outer;
}

static void write_caption(akn_writer *w, xmlNode *table, const mh_node *node)
{
    if (node->num.len == 0 && !has_text(&node->heading))
        return;
    xmlNode *caption = akn_element(w, table, "caption");
    akn_text(caption, node->num);
    if (node->num.len > 0 && has_text(&node->heading))
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
static void write_table(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    const mh_node *row = next_row(node->first_child);
    if (!row) {
        write_tblock(w, at, node, form);
        return;
    }
    /* A caption is the first thing in a table; with text after it, it comes before the table. */
    bool is_captioned = row == node->first_child && !has_text(&node->text);
    if (!is_captioned) {
        write_stray_heading(w, at, node);
        if (has_text(&node->text))
            write_paragraph_text(w, at.parent, node, &node->text, NULL);
        write_run(w, at, node->first_child, row);
    }
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *table = begin(w, at.parent, node, form->element, id, &outer);
    if (is_captioned)
        write_caption(w, table, node);
    for (; row && row->kind == MH_NODE_ROW; row = row->next)
        write_row(w, table, row, id);
    w->language = outer;
    write_run(w, at, row, NULL);
}

/* A row that stands alone is a table of one row. */
static void write_stray_row(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *table = akn_element_with_id(w, at.parent, form->element, id);
    write_row(w, table, node, id);
}

/* ------------------------------------------------------------------ levels */

static bool is_level(const mh_node *node)
{
    return form_of(node, AKN_HIERARCHY | AKN_CROSSHEAD) != NULL;
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
static void write_blocks(akn_writer *w, place level, const mh_node *node, const mh_node *first,
                         const mh_node *end, const char *element)
{
    bool takes_text = node && has_text(&node->text);
    if (first == end && !takes_text)
        return;
    const char *ref = strcmp(element, "wrapUp") == 0 ? "wrapup" : element;
    akn_id id = akn_id_only(w->ids, level.context, ref);
    xmlNode *blocks = akn_element_with_id(w, level.parent, element, id);
    /* Tables and the like are counted in the level. */
    if (takes_text)
        write_paragraph_text(w, blocks, node, &node->text, NULL);
    write_run(w, (place){.parent = blocks, .context = level.context, .allowed = AKN_BLOCK}, first,
              end);
}

/* XSD hierarchy: either content, or intro?, levels, wrapUp?. */
static void write_level_content(akn_writer *w, place level, const mh_node *node)
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
    write_run(w, level, levels, last->next);
    write_blocks(w, level, NULL, last->next, NULL, "wrapUp");
}

static void write_level(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    mh_language outer;
    /* Bullets number nothing. */
    mh_view number = node->kind == MH_NODE_INDENT ? (mh_view){0} : node->num;
    /* Articles are numbered through the document, whatever parts and chapters they stand in. */
    akn_id context = node->kind == MH_NODE_ARTICLE ? w->component : at.context;
    akn_id id = akn_id_numbered(w->ids, context, form->ref, number, form->counting);
    xmlNode *level = begin(w, at.parent, node, form->element, id, &outer);
    if (node->kind == MH_NODE_INDENT)
        akn_set(level, "class", "bullet");
    if (node->kind == MH_NODE_PARAGRAPH && node->is_operative)
        akn_set(level, "refersTo", akn_refer(w, &akn_concept_operative));
    write_num_and_heading(w, level, node);
    place inside = {.parent = level, .context = id, .allowed = AKN_HIERARCHY | AKN_CROSSHEAD};
    write_level_content(w, inside, node);
    w->language = outer;
}

static void write_crosshead(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    mh_language outer;
    xmlNode *crosshead = begin(w, at.parent, node, form->element,
                               akn_id_counted(w->ids, at.context, form->ref), &outer);
    akn_set(crosshead, "refersTo", akn_refer(w, &akn_concept_preambular));
    akn_inline(w, crosshead, &node->text);
    w->language = outer;
    write_run(w, at, node->first_child, NULL);
}

/* ------------------------------------------------------------------ lists among blocks */

static bool is_item(const mh_node *node)
{
    return node->kind == MH_NODE_POINT || node->kind == MH_NODE_INDENT;
}

/* What stands between two items belongs to the first of them. */
static const mh_node *write_item(akn_writer *w, place list, const mh_node *node, bool is_last)
{
    mh_language outer;
    mh_view number = node->kind == MH_NODE_POINT ? node->num : (mh_view){0};
    akn_id id = akn_id_numbered(w->ids, list.context, "item", number, AKN_COUNT_POINT);
    xmlNode *item = begin(w, list.parent, node, "item", id, &outer);
    place inside = {.parent = item, .context = id, .allowed = AKN_BLOCK};
    const mh_node *next = node->next;
    if (is_item(node)) {
        if (node->kind == MH_NODE_INDENT)
            akn_set(item, "class", "bullet");
        write_num_and_heading(w, item, node);
        write_children(w, inside, node);
    } else {
        write_one(w, inside, node);
    }
    w->language = outer;
    if (!is_last)
        for (; next && !is_item(next); next = next->next)
            write_one(w, inside, next);
    fill(w, item);
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
static void write_block_list(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    const mh_node *last = last_item(node->first_child);
    if (!last) {
        write_children(w, at, node);
        return;
    }
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *list = begin(w, at.parent, node, form->element, id, &outer);
    if (has_text(&node->text))
        akn_inline(
            w, akn_element_with_id(w, list, "listIntroduction", akn_id_only(w->ids, id, "intro")),
            &node->text);
    place inside = {.parent = list, .context = id, .allowed = AKN_BLOCK};
    const mh_node *n = node->first_child;
    while (n && n != last->next)
        n = write_item(w, inside, n, n == last);
    if (n && is_plain(n)) {
        mh_language around;
        xmlNode *wrap = begin(w, list, n, "listWrapUp", akn_id_only(w->ids, id, "wrapup"), &around);
        akn_inline(w, wrap, &n->text);
        w->language = around;
        n = n->next;
    }
    w->language = outer;
    write_run(w, at, n, NULL);
}

/* An item that stands in no list is a list of one. */
static void write_stray_item(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *list = akn_element_with_id(w, at.parent, form->element, id);
    (void)write_item(w, (place){.parent = list, .context = id, .allowed = AKN_BLOCK}, node, true);
}

/* ------------------------------------------------------------------ containers */

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
    xmlNode *p = begin(w, container, node, "p", NO_ID, &outer);
    akn_inline(w, akn_element(w, p, "signature"), &node->text);
    w->language = outer;
}

static void write_signatures(akn_writer *w, place at, const mh_node *node)
{
    for (const mh_node *n = node->first_child; n; n = n->next) {
        if (is_plain(n))
            write_signatory(w, at.parent, n);
        else
            write_one(w, at, n);
    }
}

static void write_container(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *container = begin(w, at.parent, node, form->element, id, &outer);
    akn_set(container, "name", container_name(node));
    bool is_title_matter = w->is_title_matter;
    w->is_title_matter =
        is_title_matter || node->kind == MH_NODE_SIGNATURE || node->kind == MH_NODE_ADOPTION;
    place inside = {.parent = container, .context = id, .allowed = AKN_BLOCK | AKN_CONTAINER};
    if (node->num.len > 0 || has_text(&node->heading))
        write_tblock(w, inside, node, form);
    else if (node->kind == MH_NODE_SIGNATURE && !has_text(&node->text))
        write_signatures(w, inside, node);
    else
        write_children(w, inside, node);
    fill(w, container);
    w->is_title_matter = is_title_matter;
    w->language = outer;
}

/* ------------------------------------------------------------------ debates */

/* The first concept of that class that the speaker's line names. */
static const mh_span *find_span(const mh_inline *text, mh_concept_class kind)
{
    for (size_t i = 0; i < text->span_count; i++) {
        const mh_span *span = &text->spans[i];
        if (span->kind == MH_SPAN_CONCEPT && span->concept && span->concept->kind == kind)
            return span;
    }
    return NULL;
}

static void set_speaker(akn_writer *w, xmlNode *speech, const mh_inline *from)
{
    const mh_span *person = find_span(from, MH_CONCEPT_PERSON);
    const mh_span *role = find_span(from, MH_CONCEPT_ROLE);
    const mh_span *by = person ? person : role;
    if (!by)
        by = find_span(from, MH_CONCEPT_ORGANIZATION);
    const char *speaker = by ? akn_refer(w, by->concept) : NULL;
    akn_set(speech, "by", speaker ? speaker : akn_refer(w, &akn_person_speaker));
    const mh_concept *as = person && person->as ? person->as : NULL;
    if (!as && role)
    as = role->concept;
    akn_set(speech, "as", akn_refer(w, as));
}

static void write_speech(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *speech = begin(w, at.parent, node, form->element, id, &outer);
    set_speaker(w, speech, &node->heading);
    if (node->num.len > 0)
        akn_text(akn_element(w, speech, "num"), node->num);
    if (has_text(&node->heading))
        akn_inline(w, akn_element(w, speech, "from"), &node->heading);
    write_children(w, (place){.parent = speech, .context = id, .allowed = AKN_BLOCK}, node);
    fill(w, speech);
    w->language = outer;
}

static void write_narrative(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    mh_language outer;
    xmlNode *narrative = begin(w, at.parent, node, form->element,
                               akn_id_counted(w->ids, at.context, form->ref), &outer);
    akn_inline(w, narrative, &node->text);
    w->language = outer;
    write_run(w, at, node->first_child, NULL);
}

/* A section of a debate; a level in a debate is a section by its own name. */
static void write_debate_section(akn_writer *w, place at, const mh_node *node,
                                 const block_form *form)
{
    mh_language outer;
    akn_id id = akn_id_numbered(w->ids, at.context, form->ref, node->num, form->counting);
    xmlNode *section = begin(w, at.parent, node, "debateSection", id, &outer);
    bool is_section = node->kind == MH_NODE_DEBATE_SECTION;
    akn_set(section, "name", is_section && node->name && *node->name ? node->name : form->element);
    write_num_and_heading(w, section, node);
    unsigned allowed = AKN_BLOCK | AKN_CONTAINER | AKN_DEBATE | AKN_SPEECH;
    write_children(w, (place){.parent = section, .context = id, .allowed = allowed}, node);
    w->language = outer;
}

/* Speech outside a debate section gets one. */
static void write_in_section(akn_writer *w, place at, const mh_node *node, const block_form *form)
{
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *section = akn_element_with_id(w, at.parent, "debateSection", id);
    akn_set(section, "name", form->element);
    write_one(w, (place){.parent = section, .context = id, .allowed = AKN_SPEECH}, node);
}

/* ------------------------------------------------------------------ the table */

#define LEVEL(name, ref, counting)                                                                 \
    {                                                                                              \
        {AKN_HIERARCHY, write_level, name, ref, counting},                                         \
            {AKN_DEBATE, write_debate_section, name, ref, counting},                               \
        {                                                                                          \
            AKN_BLOCK, write_tblock, name, "tblock", AKN_COUNT_ARABIC                              \
        }                                                                                          \
    }
#define CONTAINER                                                                                  \
    {                                                                                              \
        {AKN_CONTAINER, write_container, "container", "container", AKN_COUNT_ARABIC},              \
        {                                                                                          \
            AKN_BLOCK, write_tblock, "container", "tblock", AKN_COUNT_ARABIC                       \
        }                                                                                          \
    }
#define ONE(content, write, name, ref)                                                             \
    {                                                                                              \
        content, write, name, ref, AKN_COUNT_ARABIC                                                \
    }

static const block_form forms[][FORMS_MAX] = {
    [MH_NODE_P] = {ONE(AKN_BLOCK, write_p, "p", "p")},
    [MH_NODE_PART] = LEVEL("part", "part", AKN_COUNT_ROMAN),
    [MH_NODE_SECTION] = LEVEL("section", "sec", AKN_COUNT_ROMAN),
    [MH_NODE_TITLE] = LEVEL("title", "title", AKN_COUNT_LETTER),
    [MH_NODE_CHAPTER] = LEVEL("chapter", "chp", AKN_COUNT_ARABIC),
    [MH_NODE_DIVISION] = LEVEL("division", "dvs", AKN_COUNT_ARABIC),
    [MH_NODE_ARTICLE] = LEVEL("article", "art", AKN_COUNT_ARABIC),
    [MH_NODE_PARAGRAPH] = LEVEL("paragraph", "para", AKN_COUNT_ARABIC),
    [MH_NODE_LIST] = {ONE(AKN_HIERARCHY, write_level, "list", "list"),
                      ONE(AKN_BLOCK, write_block_list, "blockList", "list")},
    [MH_NODE_POINT] = {{AKN_HIERARCHY, write_level, "point", "point", AKN_COUNT_POINT},
                       ONE(AKN_BLOCK, write_stray_item, "blockList", "list")},
    [MH_NODE_INDENT] = {ONE(AKN_HIERARCHY, write_level, "indent", "indent"),
                        ONE(AKN_BLOCK, write_stray_item, "blockList", "list")},
    [MH_NODE_TABLE] = {ONE(AKN_BLOCK, write_table, "table", "table")},
    [MH_NODE_ROW] = {ONE(AKN_BLOCK, write_stray_row, "table", "table")},
    [MH_NODE_CELL] = {ONE(AKN_BLOCK, write_tblock, "cell", "tblock")},
    [MH_NODE_FORMULA] = {ONE(AKN_FORMULA, write_formula, "formula", "formula"),
                         ONE(AKN_BLOCK, write_p, "p", "p")},
    [MH_NODE_PREAMBULAR] = CONTAINER,
    [MH_NODE_CONTAINER] = CONTAINER,
    [MH_NODE_CROSSHEAD] = {ONE(AKN_CROSSHEAD, write_crosshead, "crossHeading", "crossHeading"),
                           ONE(AKN_BLOCK, write_p, "p", "p")},
    [MH_NODE_QUOTED] = {ONE(AKN_BLOCK, write_quoted, "embeddedStructure", "embeddedStructure")},
    [MH_NODE_SIGNATURE] = CONTAINER,
    [MH_NODE_ADOPTION] = CONTAINER,
    [MH_NODE_PLACE_DATE] = CONTAINER,
    [MH_NODE_SPEECH] = {ONE(AKN_SPEECH, write_speech, "speech", "speech"),
                        ONE(AKN_DEBATE, write_in_section, "speech", "dbsect"),
                        ONE(AKN_BLOCK, write_tblock, "speech", "tblock")},
    [MH_NODE_NARRATIVE] = {ONE(AKN_SPEECH, write_narrative, "narrative", "narrative"),
                           ONE(AKN_BLOCK, write_p, "p", "p")},
    [MH_NODE_DEBATE_SECTION] = {ONE(AKN_DEBATE, write_debate_section, "text", "dbsect"),
                                ONE(AKN_HIERARCHY, write_level, "division", "dvs"),
                                ONE(AKN_BLOCK, write_tblock, "debateSection", "tblock")},
};

static const block_form *form_of(const mh_node *node, unsigned allowed)
{
    for (size_t i = 0; i < FORMS_MAX; i++)
        if (forms[node->kind][i].content & allowed)
            return &forms[node->kind][i];
    return NULL;
}

static bool writes_heading(const block_form *form)
{
    static write_function *const writers[] = {
        write_level,      write_tblock, write_container,  write_debate_section, write_speech,
        write_in_section, write_table,  write_stray_item, write_stray_row};
    for (size_t i = 0; i < G_N_ELEMENTS(writers); i++)
        if (writers[i] == form->write)
            return true;
    return false;
}

static void write_one(akn_writer *w, place at, const mh_node *node)
{
    const block_form *form = form_of(node, at.allowed);
    if (!form) {
        write_run(w, at, node, node->next);
        return;
    }
    if (w->depth >= AKN_DEPTH_MAX) {
        w->is_too_deep = true;
        return;
    }
    w->depth++;
    if (!writes_heading(form))
        write_stray_heading(w, at, node);
    form->write(w, at, node, form);
    w->depth--;
}

void akn_nodes(akn_writer *w, xmlNode *parent, const mh_node *first, unsigned allowed,
               akn_id context)
{
    write_run(w, (place){.parent = parent, .context = context, .allowed = allowed}, first, NULL);
}
