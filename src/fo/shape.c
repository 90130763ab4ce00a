#include "fo/inline.h"

#include <pango/pangocairo.h>

static void insert_over(PangoAttrList *list, PangoAttribute *attribute, uint32_t start,
                        uint32_t end)
{
    attribute->start_index = start;
    attribute->end_index = end;
    pango_attr_list_insert(list, attribute);
}

/* Quotation marks, ellipsis and dash: shared by Chinese and the Latin scripts, which draw them
 * differently. */
static bool is_shared_mark(gunichar ch)
{
    return ch == 0x2018 || ch == 0x2019 || ch == 0x201C || ch == 0x201D || ch == 0x2026
           || ch == 0x2014 || ch == 0x00B7;
}

static bool is_wide_at(const fo_paragraph *paragraph, const char *p)
{
    return p >= paragraph->text && p < paragraph->text + paragraph->length
           && g_unichar_iswide(g_utf8_get_char(p));
}

/* In Chinese text those marks are Chinese ones where they touch a Chinese character. */
static void add_shared_marks(const fo_paragraph *paragraph, const par_leaf *leaf,
                             PangoAttrList *list)
{
    const char *end = paragraph->text + leaf->end;
    for (const char *p = paragraph->text + leaf->start; p < end;) {
        const char *start = p;
        while (p < end && is_shared_mark(g_utf8_get_char(p)))
            p = par_next(p);
        if (p == start) {
            p = par_next(p);
            continue;
        }
        const char *before =
            start > paragraph->text ? g_utf8_find_prev_char(paragraph->text, start) : NULL;
        if ((before && is_wide_at(paragraph, before)) || is_wide_at(paragraph, p))
            insert_over(list, pango_attr_family_new(fo_fonts_chinese_family()),
                        (uint32_t)(start - paragraph->text), (uint32_t)(p - paragraph->text));
    }
}

/* Fonts and languages of the leaves as Pango takes them. */
static PangoAttrList *make_attributes(const fo_context *context, const fo_paragraph *paragraph)
{
    PangoAttrList *list = pango_attr_list_new();
    for (guint i = 0; i < paragraph->leaves->len; i++) {
        const par_leaf *leaf = PAR_LEAF(paragraph, i);
        insert_over(list, pango_attr_font_desc_new(leaf->font->description), leaf->start,
                    leaf->end);
        const char *language = leaf->node->style->language;
        if (!language)
            continue;
        insert_over(list, pango_attr_language_new(pango_language_from_string(language)),
                    leaf->start, leaf->end);
        if (g_ascii_strncasecmp(language, "zh", 2) == 0 && !context->options->test_fonts)
            add_shared_marks(paragraph, leaf, list);
    }
    return list;
}

static void free_item(gpointer item)
{
    pango_item_free(item);
}

static void free_glyphs(gpointer glyphs)
{
    pango_glyph_string_free(glyphs);
}

/* A run being shaped: Pango's glyphs are kept in our own form afterwards. */
typedef struct shaper {
    fo_context *context;
    fo_paragraph *paragraph;
    PangoGlyphString *glyphs; /* of the run, used again for the next */
} shaper;

static void report_missing(const shaper *s, const par_run *run)
{
    const par_leaf *leaf = PAR_LEAF(s->paragraph, run->leaf);
    for (int i = 0; i < s->glyphs->num_glyphs; i++) {
        PangoGlyph glyph = s->glyphs->glyphs[i].glyph;
        if (!(glyph & PANGO_GLYPH_UNKNOWN_FLAG) || glyph == PANGO_GLYPH_EMPTY)
            continue;
        const char *at = s->paragraph->text + run->item->offset + s->glyphs->log_clusters[i];
        fo_fonts_report_missing(s->context->fonts, s->context->job, g_utf8_get_char(at),
                                leaf->node->line);
    }
}

static bool is_word_end(const fo_paragraph *paragraph, const char *next)
{
    if (next >= paragraph->text + paragraph->length)
        return true;
    gunichar ch = g_utf8_get_char(next);
    return g_unichar_isspace(ch) || ch == 0xFFFC;
}

/* letter-spacing between all characters, word-spacing on spaces as well. A space carries what
 * stands on either side of it, so that both go with it at a line's end. Arabic letters join, so
 * that run is left as it is. */
static void space_out(const shaper *s, const par_run *run)
{
    const fo_style *style = PAR_LEAF(s->paragraph, run->leaf)->node->style;
    if (style->letter_spacing == 0 && style->word_spacing == 0)
        return;
    bool is_joined = run->item->analysis.level % 2 == 1;
    PangoGlyphInfo *glyphs = s->glyphs->glyphs;
    const int *clusters = s->glyphs->log_clusters;
    for (int i = 0; i < s->glyphs->num_glyphs; i++) {
        if (i + 1 < s->glyphs->num_glyphs && clusters[i + 1] == clusters[i])
            continue;
        const char *at = s->paragraph->text + run->item->offset + clusters[i];
        gunichar ch = g_utf8_get_char(at);
        if (ch == ' ' || ch == 0xA0)
            glyphs[i].geometry.width +=
                style->word_spacing + (is_joined ? 0 : 2 * style->letter_spacing);
        else if (!is_joined && !is_word_end(s->paragraph, par_next(at)))
            glyphs[i].geometry.width += style->letter_spacing;
    }
}

static const par_offset *keep_offsets(const shaper *s)
{
    size_t count = (size_t)s->glyphs->num_glyphs;
    bool has_offsets = false;
    for (size_t i = 0; i < count && !has_offsets; i++) {
        const PangoGlyphGeometry *geometry = &s->glyphs->glyphs[i].geometry;
        has_offsets = geometry->x_offset != 0 || geometry->y_offset != 0;
    }
    if (!has_offsets)
        return NULL;
    par_offset *offsets = MH_NEW(s->paragraph->arena, par_offset, count);
    for (size_t i = 0; i < count; i++) {
        const PangoGlyphGeometry *geometry = &s->glyphs->glyphs[i].geometry;
        offsets[i] = (par_offset){geometry->x_offset, geometry->y_offset};
    }
    return offsets;
}

static bool is_space_at(const char *text)
{
    return *text == ' ' || g_str_has_prefix(text, "\xC2\xA0");
}

static bool is_shown(PangoGlyph glyph)
{
    return glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
}

static void unkern(const PangoItem *item, PangoGlyphInfo *info)
{
    PangoRectangle logical;
    if (!is_shown(info->glyph))
        return;
    pango_font_get_glyph_extents(item->analysis.font, info->glyph, NULL, &logical);
    info->geometry.width = logical.width;
}

void par_even_spaces(const char *text, const PangoItem *item, PangoGlyphString *glyphs)
{
    bool is_rtl = item->analysis.level % 2 == 1;
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        if (!is_space_at(text + item->offset + glyphs->log_clusters[i]))
            continue;
        unkern(item, &glyphs->glyphs[i]);
        /* a pair is kerned in the width of its first glyph */
        if (!is_rtl && i > 0 && glyphs->glyphs[i - 1].attr.is_cluster_start)
            unkern(item, &glyphs->glyphs[i - 1]);
    }
}

static void keep_glyphs(const shaper *s, par_run *run)
{
    size_t count = (size_t)s->glyphs->num_glyphs;
    par_glyph *glyphs = MH_NEW(s->paragraph->arena, par_glyph, count);
    for (size_t i = 0; i < count; i++) {
        const PangoGlyphInfo *info = &s->glyphs->glyphs[i];
        glyphs[i].glyph = info->glyph;
        glyphs[i].width = info->geometry.width;
        glyphs[i].cluster = (uint32_t)s->glyphs->log_clusters[i] & 0x7FFFFFFFU;
        glyphs[i].is_cluster_start = info->attr.is_cluster_start;
    }
    run->glyphs = glyphs;
    run->glyph_count = (uint32_t)count;
    run->offsets = keep_offsets(s);
}

static void add_run(shaper *s, PangoItem *item)
{
    fo_paragraph *paragraph = s->paragraph;
    mh_arena_defer(paragraph->arena, free_item, item);
    par_run run = {.item = item, .leaf = par_leaf_at(paragraph, (uint32_t)item->offset)};
    par_kind kind = PAR_LEAF(paragraph, run.leaf)->kind;
    if (kind == PAR_CONTROL)
        return;
    if (kind == PAR_TEXT) {
        pango_shape_item(item, paragraph->text, (int)paragraph->length, NULL, s->glyphs,
                         PANGO_SHAPE_NONE);
        par_even_spaces(paragraph->text, item, s->glyphs);
        report_missing(s, &run);
        space_out(s, &run);
        keep_glyphs(s, &run);
    }
    g_array_append_val(paragraph->runs, run);
}

/* Each run must lie in one leaf: what it draws belongs to one structure element. */
static void add_item(shaper *s, PangoItem *item)
{
    const fo_paragraph *paragraph = s->paragraph;
    for (;;) {
        uint32_t start = (uint32_t)item->offset;
        const par_leaf *leaf = PAR_LEAF(paragraph, par_leaf_at(paragraph, start));
        if (start + (uint32_t)item->length <= leaf->end)
            break;
        int bytes = (int)(leaf->end - start);
        int characters = (int)g_utf8_strlen(paragraph->text + start, bytes);
        add_run(s, pango_item_split(item, bytes, characters));
    }
    add_run(s, item);
}

void par_shape(fo_context *context, fo_paragraph *paragraph)
{
    if (paragraph->length == 0)
        return;
    PangoAttrList *attributes = make_attributes(context, paragraph);
    GList *items =
        pango_itemize_with_base_dir(fo_fonts_context(context->fonts),
                                    paragraph->is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
                                    paragraph->text, 0, (int)paragraph->length, attributes, NULL);
    shaper s = {.context = context, .paragraph = paragraph, .glyphs = pango_glyph_string_new()};
    for (GList *link = items; link; link = link->next)
        add_item(&s, link->data);
    pango_glyph_string_free(s.glyphs);
    g_list_free(items);
    pango_attr_list_unref(attributes);
}

par_snippet par_shape_snippet(fo_context *context, mh_arena *arena, const fo_node *node,
                              const char *text)
{
    int length = (int)strlen(text);
    if (length == 0)
        return (par_snippet){.text = text};
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(
        attributes,
        pango_attr_font_desc_new(fo_fonts_find(context->fonts, node->style)->description));
    GList *items =
        pango_itemize(fo_fonts_context(context->fonts), text, 0, length, attributes, NULL);
    pango_attr_list_unref(attributes);

    /* Snippets are digits, a hyphen, dots: one item. Were there more, the first one is set. */
    par_snippet snippet = {.text = text, .item = items->data};
    for (GList *link = items; link; link = link->next)
        mh_arena_defer(arena, free_item, link->data);
    g_list_free(items);
    snippet.glyphs = pango_glyph_string_new();
    mh_arena_defer(arena, free_glyphs, snippet.glyphs);
    pango_shape_item(snippet.item, text, length, NULL, snippet.glyphs, PANGO_SHAPE_NONE);
    snippet.width = pango_glyph_string_get_width(snippet.glyphs);
    return snippet;
}

void par_advances(const fo_paragraph *paragraph, int32_t *advances)
{
    for (guint i = 0; i < paragraph->runs->len; i++) {
        const par_run *run = PAR_RUN(paragraph, i);
        int32_t *at = advances + run->item->offset;
        if (!run->glyphs) {
            *at = PAR_LEAF(paragraph, run->leaf)->object->width;
            continue;
        }
        for (uint32_t g = 0; g < run->glyph_count; g++)
            at[run->glyphs[g].cluster] += run->glyphs[g].width;
    }
}
