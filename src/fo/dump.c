/* Pages as XML: for --emit=pages and the layout tests. Lengths are points with two decimals. */

#include "fo/fo.h"

struct mh_page_dump {
    GString *out;
};

static const char *const artifact_names[] = {
    [MH_ARTIFACT_NONE] = NULL,   [MH_ARTIFACT_HEADER] = "header", [MH_ARTIFACT_FOOTER] = "footer",
    [MH_ARTIFACT_PAGE] = "page", [MH_ARTIFACT_LAYOUT] = "layout",
};

static void add_escaped(GString *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        switch (text[i]) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '"':
            g_string_append(out, "&quot;");
            break;
        default:
            /* Other controls cannot stand in XML. */
            if ((unsigned char)text[i] >= ' ')
                g_string_append_c(out, text[i]);
            break;
        }
    }
}

static void add_text(GString *out, const char *name, const char *value)
{
    if (!value)
        return;
    g_string_append_printf(out, " %s=\"", name);
    add_escaped(out, value, strlen(value));
    g_string_append_c(out, '"');
}

static void add_number(GString *out, const char *name, double value)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(digits, sizeof(digits), "%.2f", value);
    g_string_append_printf(out, " %s=\"%s\"", name, digits);
}

static void add_length(GString *out, const char *name, int32_t units)
{
    add_number(out, name, (double)units / PANGO_SCALE);
}

static void add_rect(GString *out, mh_rect rect)
{
    add_length(out, "x", rect.x);
    add_length(out, "y", rect.y);
    add_length(out, "width", rect.width);
    add_length(out, "height", rect.height);
}

static void add_color(GString *out, mh_color color)
{
    if (color.red || color.green || color.blue)
        g_string_append_printf(out, " color=\"#%02x%02x%02x\"", color.red, color.green, color.blue);
}

static void add_owner(GString *out, const mh_mark *mark)
{
    if (mark->element)
        g_string_append_printf(out, " element=\"%u\"", mark->element->number);
    add_text(out, "artifact", artifact_names[mark->artifact]);
}

static int32_t glyph_width(const PangoGlyphString *glyphs)
{
    int32_t width = 0;
    for (int i = 0; i < glyphs->num_glyphs; i++)
        width += glyphs->glyphs[i].geometry.width;
    return width;
}

static void add_text_mark(GString *out, const mh_mark *mark)
{
    const PangoItem *item = mark->glyphs->item;
    PangoFontDescription *font = pango_font_describe(item->analysis.font);
    g_string_append(out, "    <text");
    add_length(out, "x", mark->x);
    add_length(out, "y", mark->y);
    add_length(out, "width", glyph_width(mark->glyphs->glyphs));
    add_text(out, "font", pango_font_description_get_family(font));
    add_length(out, "size", pango_font_description_get_size(font));
    if (pango_font_description_get_weight(font) != PANGO_WEIGHT_NORMAL)
        g_string_append_printf(out, " weight=\"%d\"", (int)pango_font_description_get_weight(font));
    if (pango_font_description_get_style(font) != PANGO_STYLE_NORMAL)
        g_string_append(out, " style=\"italic\"");
    if (item->analysis.level % 2 == 1)
        g_string_append(out, " direction=\"rtl\"");
    add_color(out, mark->color);
    add_owner(out, mark);
    add_text(out, "actual", mark->actual_text);
    g_string_append_c(out, '>');
    add_escaped(out, mark->text + item->offset, (size_t)item->length);
    g_string_append(out, "</text>\n");
    pango_font_description_free(font);
}

static void add_shape(GString *out, const char *name, const mh_mark *mark)
{
    g_string_append_printf(out, "    <%s", name);
    add_rect(out, mark->rect);
    add_color(out, mark->color);
    add_owner(out, mark);
    g_string_append(out, "/>\n");
}

static void add_push(GString *out, const mh_mark *mark)
{
    static const char *const names[] = {"xx", "yx", "xy", "yy"};
    g_string_append(out, "    <push");
    add_rect(out, mark->rect);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        add_number(out, names[i], mark->matrix[i]);
    add_number(out, "x0", mark->matrix[4] / PANGO_SCALE);
    add_number(out, "y0", mark->matrix[5] / PANGO_SCALE);
    g_string_append(out, "/>\n");
}

static void add_mark(GString *out, const mh_mark *mark)
{
    switch (mark->kind) {
    case MH_MARK_TEXT:
        add_text_mark(out, mark);
        break;
    case MH_MARK_FILL:
        add_shape(out, "fill", mark);
        break;
    case MH_MARK_LINE:
        add_shape(out, mark->line_style == MH_LINE_DOTTED ? "dotted" : "dashed", mark);
        break;
    case MH_MARK_IMAGE:
        add_shape(out, "image", mark);
        break;
    case MH_MARK_PUSH:
        add_push(out, mark);
        break;
    case MH_MARK_POP:
        g_string_append(out, "    <pop/>\n");
        break;
    }
}

static mh_status dump_page(void *user, const mh_page *page)
{
    GString *out = ((mh_page_dump *)user)->out;
    g_string_append_printf(out, "  <page index=\"%u\"", page->index);
    add_text(out, "label", page->label);
    add_length(out, "width", page->width);
    add_length(out, "height", page->height);
    g_string_append(out, ">\n");
    for (size_t i = 0; i < page->mark_count; i++)
        add_mark(out, &page->marks[i]);
    for (size_t i = 0; i < page->link_count; i++) {
        const mh_link *link = &page->links[i];
        g_string_append(out, "    <link");
        add_rect(out, link->rect);
        add_text(out, "uri", link->uri);
        add_text(out, "target", link->target);
        g_string_append(out, "/>\n");
    }
    g_string_append(out, "  </page>\n");
    return MH_OK;
}

mh_page_dump *mh_page_dump_new(mh_job *job, GString *out)
{
    mh_page_dump *dump = MH_NEW(mh_job_arena(job), mh_page_dump, 1);
    dump->out = out;
    g_string_append(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<pages>\n");
    return dump;
}

mh_page_sink mh_page_dump_sink(mh_page_dump *dump)
{
    return (mh_page_sink){.page = dump_page, .user = dump};
}

static void open_element(GString *out, const mh_element *element, int depth)
{
    g_string_append_printf(out, "%*s<element number=\"%u\"", 2 * depth, "", element->number);
    add_text(out, "role", element->role);
    add_text(out, "lang", element->language);
    add_text(out, "alt", element->alt);
    add_text(out, "id", element->id);
    add_text(out, "scope", element->scope);
    if (element->columns > 1)
        g_string_append_printf(out, " columns=\"%u\"", element->columns);
    if (element->rows > 1)
        g_string_append_printf(out, " rows=\"%u\"", element->rows);
    g_string_append(out, element->first_child ? ">\n" : "/>\n");
}

/* In document order, without recursion: the tree is as deep as the document. */
static void add_structure(GString *out, const mh_element *root)
{
    const mh_element *element = root;
    int depth = 1;
    while (element) {
        open_element(out, element, depth);
        if (element->first_child) {
            element = element->first_child;
            depth++;
            continue;
        }
        while (element != root && !element->next) {
            element = element->parent;
            depth--;
            g_string_append_printf(out, "%*s</element>\n", 2 * depth, "");
        }
        element = element == root ? NULL : element->next;
    }
}

void mh_page_dump_end(mh_page_dump *dump, const mh_pages *pages)
{
    GString *out = dump->out;
    add_structure(out, pages->structure);
    for (size_t i = 0; i < pages->destination_count; i++) {
        const mh_destination *place = &pages->destinations[i];
        g_string_append(out, "  <destination");
        add_text(out, "id", place->id);
        g_string_append_printf(out, " page=\"%u\"", place->page);
        add_length(out, "x", place->x);
        add_length(out, "y", place->y);
        g_string_append(out, "/>\n");
    }
    g_string_append(out, "</pages>\n");
}
