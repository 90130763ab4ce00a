#include "akn/fidelity.h"

/*
 * Nothing lost, nothing invented. The source and the document are each flattened to their
 * characters other than white space; then every character of the document claims the next
 * unclaimed one of the source. Three things stand elsewhere than in the source, and the document
 * says where: furniture (its line), notes (the lines of their text) and moved numbers of notes
 * (from and to).
 *
 * The cost is linear: cursors only move forward, and what follows a mismatch looks no further than
 * a fixed window.
 */

/* ------------------------------------------------------------------ flattening */

/* What XML cannot hold is U+FFFD in the document. */
static gunichar as_written(gunichar c)
{
    return c < 0x20 || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c;
}

/* Room for the line is made at once: a call for each character would cost more than all the rest.
 */
static void flatten_line(akn_matcher *m, mh_view line)
{
    guint count = m->source->len;
    g_array_set_size(m->source, count + (guint)line.len);
    akn_source_char *chars = &g_array_index(m->source, akn_source_char, 0);
    const char *end = line.ptr + line.len;
    for (const char *p = line.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = mh_utf8_char(p);
        if (!akn_is_blank(c))
            chars[count++] = (akn_source_char){.c = as_written(c) & 0x7FFFFFFFU};
    }
    g_array_set_size(m->source, count);
}

static void flatten_source(akn_matcher *m)
{
    for (size_t i = 0; i < m->text->line_count; i++) {
        size_t start = m->source->len;
        g_array_append_val(m->line_start, start);
        g_array_append_val(m->line_next, start);
        if (m->text->lines[i].text.len > 0)
            flatten_line(m, m->text->lines[i].text);
    }
    size_t end = m->source->len;
    g_array_append_val(m->line_start, end);
}

static void add_content(akn_matcher *m, const char *text, akn_stretch properties)
{
    size_t length = strlen(text);
    if (length == 0)
        return;
    uint32_t index = m->stretches->len;
    g_array_append_val(m->stretches, properties);
    guint count = m->content->len;
    g_array_set_size(m->content, count + (guint)length);
    akn_content_char *chars = &g_array_index(m->content, akn_content_char, 0);
    for (const char *p = text; *p; p = mh_utf8_next(p)) {
        gunichar c = mh_utf8_char(p);
        if (!akn_is_blank(c))
            chars[count++] = (akn_content_char){.c = c, .stretch = index};
    }
    g_array_set_size(m->content, count);
}

/* Reads mh:lines of @p element into @p properties. */
static void read_lines(const xmlNode *element, akn_stretch *properties)
{
    const xmlAttr *lines = xmlHasNsProp(element, MH_XML("lines"), MH_XML(MH_NS_MH));
    if (!lines || !lines->children)
        return;
    char *rest = NULL;
    guint64 first = g_ascii_strtoull((const char *)lines->children->content, &rest, 10);
    guint64 last = *rest == '-' ? g_ascii_strtoull(rest + 1, NULL, 10) : first;
    if (first == 0 || last < first || last > UINT32_MAX)
        return;
    properties->first_line = (uint32_t)first;
    properties->last_line = (uint32_t)last;
}

static void add_call(akn_matcher *m, const xmlNode *element, akn_stretch properties)
{
    const char *marker = mh_xml_attribute(element, "marker");
    properties.is_call = true;
    if (marker)
        add_content(m, marker, properties);
}

static void flatten_content(akn_matcher *m, const xmlNode *parent, akn_stretch properties);

static void flatten_element(akn_matcher *m, const xmlNode *element, akn_stretch properties)
{
    if (mh_xml_is(element, MH_NS_AKN, "meta"))
        return;
    bool is_note = mh_xml_is(element, MH_NS_AKN, "authorialNote");
    if (is_note || mh_xml_is(element, MH_NS_AKN, "noteRef"))
        add_call(m, element, properties);
    if (is_note) {
        size_t unset = SIZE_MAX;
        properties.note = m->cursors->len;
        g_array_append_val(m->cursors, unset);
        read_lines(element, &properties);
        akn_stretch mark = properties;
        /* The mark stands before the note's text again: before the first block of it. */
        const xmlNode *first = element->children;
        while (first && first->type != XML_ELEMENT_NODE)
            first = first->next;
        if (first)
            read_lines(first, &mark);
        add_call(m, element, mark);
    } else {
        read_lines(element, &properties);
    }
    flatten_content(m, element, properties);
}

static void flatten_content(akn_matcher *m, const xmlNode *parent, akn_stretch properties)
{
    for (const xmlNode *n = parent->children; n; n = n->next) {
        if (n->type == XML_ELEMENT_NODE)
            flatten_element(m, n, properties);
        else if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && n->content)
            add_content(m, (const char *)n->content, properties);
    }
}

/* ------------------------------------------------------------------ what the metadata says */

static const xmlNode *find_child(const xmlNode *parent, const char *name)
{
    const xmlNode *child = parent ? parent->children : NULL;
    while (child && !mh_xml_is(child, MH_NS_AKN, name))
        child = child->next;
    return child;
}

static const xmlNode *find_preservation(const xmlNode *root)
{
    static const char *const path[] = {"meta", "identification", "FRBRManifestation",
                                       "preservation"};
    const xmlNode *node = root->children;
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    for (size_t i = 0; i < G_N_ELEMENTS(path); i++)
        node = find_child(node, path[i]);
    return node;
}

static uint32_t number_of(const xmlNode *element, const char *name)
{
    const char *value = mh_xml_attribute(element, name);
    guint64 number = value ? g_ascii_strtoull(value, NULL, 10) : 0;
    return number <= UINT32_MAX ? (uint32_t)number : 0;
}

static const char *text_of(const xmlNode *element)
{
    return element->children && element->children->content
               ? (const char *)element->children->content
               : "";
}

static void read_preservation(akn_matcher *m, const xmlNode *preservation)
{
    for (const xmlNode *n = preservation ? preservation->children : NULL; n; n = n->next) {
        if (mh_xml_is(n, MH_NS_MH, "furniture")) {
            const char *kind = mh_xml_attribute(n, "kind");
            akn_claim_furniture(m, number_of(n, "line"), text_of(n), kind ? kind : "");
        } else if (mh_xml_is(n, MH_NS_MH, "move")) {
            akn_claim_moved(m, number_of(n, "from"), number_of(n, "to"), text_of(n));
        }
    }
}

/* An array with room for all characters of a text of @p bytes: growing would touch twice as much
 * memory. Elements are not cleared. */
static GArray *array_for(mh_arena *arena, size_t element_size, size_t bytes)
{
    guint count = (guint)MIN(bytes + 1, G_MAXINT32 / element_size);
    GArray *array = g_array_sized_new(FALSE, FALSE, (guint)element_size, count);
    mh_arena_defer(arena, (GDestroyNotify)g_array_unref, array);
    return array;
}

mh_status mh_akn_fidelity(mh_job *job, const mh_text *text, xmlDoc *doc, size_t *kept,
                          size_t *furniture)
{
    /* Twenty bytes for each character of a long record are not to stay while its pages are made. */
    mh_arena *arena = mh_arena_new();
    akn_matcher m = {.job = job,
                     .text = text,
                     .source = array_for(arena, sizeof(akn_source_char), text->source.len),
                     .line_start = mh_arena_array(arena, sizeof(size_t)),
                     .line_next = mh_arena_array(arena, sizeof(size_t)),
                     .content = array_for(arena, sizeof(akn_content_char), text->source.len),
                     .stretches = mh_arena_array(arena, sizeof(akn_stretch)),
                     .cursors = mh_arena_array(arena, sizeof(size_t)),
                     .moved = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
                     .resume = SIZE_MAX,
                     .status = MH_OK};
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, m.moved);
    size_t start = 0;
    g_array_append_val(m.cursors, start);
    const xmlNode *root = xmlDocGetRootElement(doc);
    flatten_source(&m);
    read_preservation(&m, find_preservation(root));
    flatten_content(&m, root, (akn_stretch){0});
    /* A document that has this little to do with the source is not worth more time. */
    for (size_t i = 0; i < m.content->len && m.reported < AKN_FAULTS_HOPELESS;)
        i = akn_match_one(&m, i);
    akn_report_lost(&m);
    *kept = m.kept;
    *furniture = m.furniture;
    mh_arena_free(arena);
    return m.status;
}
