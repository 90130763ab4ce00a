#include "akn/blocks.h"

/*
 * Printed lists of contents. An entry refers to the heading or annex that has its title; one whose
 * title stands nowhere, to the body.
 */

/* Titles that short are found by chance. */
#define TITLE_LEAST_BYTES 3
/* "XVIII.", "十二." */
#define NUMBER_MAX_BYTES 16

/* "1" to "9"; whatever else a name may be, the first level. */
static const char *level_of(const mh_node *item)
{
    const char *name = item->name;
    return name && name[0] >= '1' && name[0] <= '9' && name[1] == '\0' ? name : "1";
}

/* Entries are lines of text; anything else among them stands between two lists. */
void akn_write_toc(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    xmlNode *toc = NULL;
    if (akn_has_text(&node->text))
        akn_write_text(w, at.parent, node, &node->text, NULL);
    for (const mh_node *n = node->first_child; n; n = n->next) {
        mh_language outer;
        if (!akn_is_plain(n)) {
            akn_write_node(w, at, n);
            toc = NULL;
            continue;
        }
        if (!toc)
            toc = akn_element_with_id(w, at.parent, form->element,
                                      akn_id_counted(w->ids, at.context, form->ref));
        xmlNode *item = akn_begin(w, toc, n, "tocItem", AKN_NO_ID, &outer);
        akn_set(item, "level", level_of(n));
        akn_inline(w, item, &n->text);
        w->language = outer;
    }
}

/* ------------------------------------------------------------------ links */

/* Adds the letters of the element's text, small; a note's text is none of it. */
static void add_letters(const xmlNode *element, GString *out)
{
    for (const xmlNode *n = element->children; n; n = n->next) {
        if (n->type == XML_ELEMENT_NODE && !mh_xml_is(n, MH_NS_AKN, "authorialNote"))
            add_letters(n, out);
        if (n->type != XML_TEXT_NODE || !n->content)
            continue;
        for (const char *p = (const char *)n->content; *p; p = mh_utf8_next(p)) {
            gunichar c = g_utf8_get_char(p);
            if (g_unichar_isalpha(c))
                g_string_append_unichar(out, g_unichar_tolower(c));
        }
    }
}

static char *letters_of(mh_arena *arena, const xmlNode *element)
{
    GString *out = mh_arena_string(arena);
    add_letters(element, out);
    return out->str;
}

static const xmlNode *find_child(const xmlNode *parent, const char *name)
{
    const xmlNode *child = parent ? parent->children : NULL;
    while (child && !mh_xml_is(child, MH_NS_AKN, name))
        child = child->next;
    return child;
}

typedef struct linking {
    akn_writer *w;
    GHashTable *targets; /* letters of a title → eId */
    GPtrArray *items;    /* tocItem elements */
} linking;

static void add_target(linking *l, char *title, const xmlNode *target)
{
    const char *id = mh_xml_attribute(target, "eId");
    if (id && strlen(title) >= TITLE_LEAST_BYTES && !g_hash_table_contains(l->targets, title))
        (void)g_hash_table_insert(l->targets, title, mh_arena_strdup(l->w->arena, id));
}

/* An annex by its label and title, and by its title alone. */
static void add_attachment(linking *l, const xmlNode *attachment)
{
    const xmlNode *document = attachment->children;
    const xmlNode *preface = find_child(document, "preface");
    if (!preface)
        return;
    add_target(l, letters_of(l->w->arena, preface), attachment);
    const xmlNode *label = find_child(preface, "p");
    for (const xmlNode *n = label ? label->next : NULL; n; n = n->next) {
        if (n->type == XML_ELEMENT_NODE)
            add_target(l, letters_of(l->w->arena, n), attachment);
    }
}

/* The next element in document order; levels of a body may be deep, so no function calls itself. */
static xmlNode *next_element(xmlNode *n, const xmlNode *top)
{
    xmlNode *next = n->children;
    while (!next && n != top) {
        next = n->next;
        if (!next)
            n = n->parent;
    }
    return next;
}

static void collect(linking *l, xmlNode *top)
{
    for (xmlNode *n = top; n; n = next_element(n, top)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        if (mh_xml_is(n, MH_NS_AKN, "heading"))
            add_target(l, letters_of(l->w->arena, n), n->parent);
        else if (mh_xml_is(n, MH_NS_AKN, "attachment"))
            add_attachment(l, n);
        else if (mh_xml_is(n, MH_NS_AKN, "tocItem"))
            g_ptr_array_add(l->items, n);
    }
}

/* The entry's letters without those of the number before the title: "II. A" is none of it. */
static const char *target_of(const linking *l, const xmlNode *item)
{
    GString *letters = mh_arena_string(l->w->arena);
    add_letters(item, letters);
    const char *id = g_hash_table_lookup(l->targets, letters->str);
    if (id)
        return id;
    if (!item->children || item->children->type != XML_TEXT_NODE || !item->children->content)
        return NULL;
    mh_view text = mh_view_of((const char *)item->children->content);
    size_t stop = mh_view_find(mh_view_slice(text, 0, NUMBER_MAX_BYTES), MH_VIEW("."), 0);
    const char *end = stop == SIZE_MAX ? text.ptr : text.ptr + stop;
    size_t skipped = 0;
    for (const char *p = text.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalpha(c))
            skipped += (size_t)g_unichar_to_utf8(g_unichar_tolower(c), NULL);
    }
    return skipped > 0 && skipped < letters->len
               ? g_hash_table_lookup(l->targets, letters->str + skipped)
               : NULL;
}

void akn_link_contents(akn_writer *w, xmlNode *root)
{
    linking l = {.w = w, .targets = mh_arena_string_hash(w->arena), .items = g_ptr_array_new()};
    collect(&l, root);
    for (guint i = 0; i < l.items->len; i++) {
        xmlNode *item = g_ptr_array_index(l.items, i);
        const char *id = target_of(&l, item);
        akn_set(item, "href", mh_arena_printf(w->arena, "#%s", id ? id : "body"));
    }
    g_ptr_array_free(l.items, TRUE);
}
