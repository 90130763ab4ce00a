#include "pdf/glyphs.h"

#include <pango/pangocairo.h>

#include "base/view.h"

#define SOFT_HYPHEN "\xC2\xAD"

/* What cairo is given: clusters in reading order, each some bytes of text and some glyphs. */
typedef struct showing {
    const pdf_glyph_run *run;
    bool is_rtl;
    cairo_glyph_t *places; /* of all glyphs of the item, by number */
    GArray *glyphs;        /* cairo_glyph_t */
    GArray *clusters;      /* cairo_text_cluster_t */
    GString *text;
} showing;

/* One cluster of Pango's on its way: its glyphs in reading order. */
typedef struct cluster {
    GArray *glyphs; /* int: number in the item */
    const char *text;
    const char *end;
} cluster;

static const PangoGlyphInfo *info_of(const showing *s, int number)
{
    return &s->run->item->glyphs->glyphs[number];
}

/* Fills places; returns the width of the item. */
static double place_glyphs(showing *s, double x, double y)
{
    int advance = 0;
    for (int i = 0; i < s->run->item->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = info_of(s, i);
        s->places[i] = (cairo_glyph_t){
            .index = info->glyph,
            .x = x + (double)(advance + info->geometry.x_offset) / PANGO_SCALE,
            .y = y + (double)info->geometry.y_offset / PANGO_SCALE,
        };
        advance += info->geometry.width;
    }
    return (double)advance / PANGO_SCALE;
}

static PangoGlyph space_glyph(const showing *s)
{
    hb_codepoint_t glyph = 0;
    hb_font_t *font = pango_font_get_hb_font(s->run->item->item->analysis.font);
    return font && hb_font_get_nominal_glyph(font, ' ', &glyph) ? glyph : PANGO_GLYPH_EMPTY;
}

/* Extractors find words by their spaces, so all spaces of common width are U+0020. */
static void add_text(showing *s, const char *from, const char *end)
{
    for (const char *p = from; p < end; p = mh_utf8_next(p))
        if (g_utf8_get_char(p) == 0xA0)
            g_string_append_c(s->text, ' ');
        else
            g_string_append_len(s->text, p, mh_utf8_next(p) - p);
}

/* The next @p count glyphs of @p c stand for what is between @p from and @p end. */
static void add_part_for(showing *s, cluster *c, guint count, const char *from, const char *end)
{
    size_t before = s->text->len;
    if (s->run->is_soft_hyphen)
        g_string_append(s->text, SOFT_HYPHEN);
    else
        add_text(s, from, end);
    for (guint i = 0; i < count; i++)
        g_array_append_val(s->glyphs, s->places[g_array_index(c->glyphs, int, i)]);
    g_array_remove_range(c->glyphs, 0, count);
    cairo_text_cluster_t added = {.num_bytes = (int)(s->text->len - before),
                                  .num_glyphs = (int)count};
    g_array_append_val(s->clusters, added);
}

/* They stand for the text of @p c up to @p end. */
static void add_part(showing *s, cluster *c, guint count, const char *end)
{
    add_part_for(s, c, count, c->text, end);
    c->text = end;
}

/* The character of @p c whose plain glyph comes next; NULL when that is another's. */
static const char *find_character(const showing *s, const cluster *c)
{
    hb_font_t *font = pango_font_get_hb_font(s->run->item->item->analysis.font);
    PangoGlyph wanted = info_of(s, g_array_index(c->glyphs, int, 0))->glyph;
    for (const char *p = c->text; p < c->end; p = mh_utf8_next(p)) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(font, g_utf8_get_char(p), &glyph) && glyph == wanted)
            return p;
    }
    return NULL;
}

/* Vowel marks, which shaping may have put into another order, each for itself if it can be told. */
static void add_marks(showing *s, cluster *c)
{
    bool has_one_each = g_utf8_strlen(c->text, c->end - c->text) == c->glyphs->len;
    cluster ahead = *c;
    ahead.glyphs = g_array_copy(c->glyphs);
    while (has_one_each && ahead.glyphs->len > 0) {
        has_one_each = find_character(s, &ahead);
        g_array_remove_index(ahead.glyphs, 0);
    }
    g_array_free(ahead.glyphs, TRUE);
    while (has_one_each && c->glyphs->len > 0) {
        const char *character = find_character(s, c);
        add_part_for(s, c, 1, character, mh_utf8_next(character));
    }
    if (c->glyphs->len == 0)
        c->text = c->end;
}

static bool has_mark(const char *text, const char *end)
{
    while (text < end && !g_unichar_ismark(g_utf8_get_char(text)))
        text = mh_utf8_next(text);
    return text < end;
}

static bool are_marks(const char *text, const char *end)
{
    while (text < end && g_unichar_ismark(g_utf8_get_char(text)))
        text = mh_utf8_next(text);
    return text == end;
}

/* Glyphs after the first that take no room of their own. */
static bool are_above_first(const showing *s, const GArray *glyphs)
{
    guint i = 1;
    while (i < glyphs->len && info_of(s, g_array_index(glyphs, int, i))->geometry.width == 0)
        i++;
    return i == glyphs->len && info_of(s, g_array_index(glyphs, int, 0))->geometry.width > 0;
}

/* Pango's clusters are what a cursor steps over; a letter and its vowel marks, or lam and alef, can
 * be told apart, and of a letter in pieces the first is the letter. What cannot be told apart is
 * one cluster, for which cairo writes replacement text. */
static void add_cluster(showing *s, cluster *c)
{
    const char *second = c->text < c->end ? mh_utf8_next(c->text) : c->end;
    bool has_parts = c->glyphs->len > 1 && second < c->end;
    if (c->glyphs->len > 1 && second == c->end)
        add_part(s, c, 1, c->end);
    bool has_one_each = g_utf8_strlen(c->text, c->end - c->text) == c->glyphs->len;
    if (has_parts && are_marks(second, c->end) && (has_one_each || are_above_first(s, c->glyphs))) {
        add_part(s, c, 1, second);
        add_marks(s, c);
    } else if (has_parts && s->is_rtl && has_one_each && !has_mark(c->text, c->end)) {
        while (c->glyphs->len > 1)
            add_part(s, c, 1, mh_utf8_next(c->text));
    }
    if (c->glyphs->len > 0 || c->text < c->end)
        add_part(s, c, c->glyphs->len, c->end);
}

/* A space at the end of a line has no glyph; words of two lines are two words. */
static void give_space_glyph(showing *s, int number, const char *text)
{
    if (s->places[number].index == PANGO_GLYPH_EMPTY && *text == ' ' && !s->run->cut)
        s->places[number].index = space_glyph(s);
}

static void add_clusters(showing *s)
{
    cluster c = {.glyphs = g_array_new(FALSE, FALSE, sizeof(int))};
    /* the iterator takes an item that it could change, and does not */
    PangoGlyphItem copy = *s->run->item;
    PangoGlyphItemIter at;
    for (gboolean has = pango_glyph_item_iter_init_start(&at, &copy, s->run->text); has;
         has = pango_glyph_item_iter_next_cluster(&at)) {
        int step = at.start_glyph <= at.end_glyph ? 1 : -1;
        c.text = s->run->text + at.start_index;
        c.end = s->run->text + at.end_index;
        g_array_set_size(c.glyphs, 0);
        for (int i = at.start_glyph; i != at.end_glyph; i += step) {
            give_space_glyph(s, i, c.text);
            if (s->places[i].index != PANGO_GLYPH_EMPTY)
                g_array_append_val(c.glyphs, i);
        }
        add_cluster(s, &c);
    }
    g_array_free(c.glyphs, TRUE);
}

static void add_gap(showing *s, double x, double y, double width)
{
    PangoGlyph space = space_glyph(s);
    if (s->run->gap <= 0.0 || space == PANGO_GLYPH_EMPTY)
        return;
    cairo_glyph_t glyph = {.index = space, .x = s->is_rtl ? x + width : x - s->run->gap, .y = y};
    cairo_text_cluster_t part = {.num_bytes = 1, .num_glyphs = 1};
    g_array_append_val(s->glyphs, glyph);
    g_array_append_val(s->clusters, part);
    g_string_append_c(s->text, ' ');
}

/* Pango draws a box for a character that no font has. */
static bool has_unknown(const PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY
            && (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
            return true;
    return false;
}

static cairo_scaled_font_t *font_of(const pdf_glyph_run *run)
{
    PangoFont *font = run->item->item->analysis.font;
    if (run->cut)
        return run->cut;
    return PANGO_IS_CAIRO_FONT(font) ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font))
                                     : NULL;
}

void pdf_glyphs_show(cairo_t *cairo, const pdf_glyph_run *run)
{
    cairo_scaled_font_t *font = font_of(run);
    if (!font || has_unknown(run->item->glyphs)) {
        /* it takes an item that it could change, and does not */
        PangoGlyphItem copy = *run->item;
        pango_cairo_show_glyph_item(cairo, run->text, &copy);
        return;
    }
    double x = 0.0;
    double y = 0.0;
    guint count = (guint)run->item->glyphs->num_glyphs;
    showing s = {
        .run = run,
        .is_rtl = run->item->item->analysis.level % 2 != 0,
        .places = g_new0(cairo_glyph_t, count),
        .glyphs = g_array_sized_new(FALSE, FALSE, sizeof(cairo_glyph_t), count),
        .clusters = g_array_sized_new(FALSE, FALSE, sizeof(cairo_text_cluster_t), count),
        .text = g_string_new(NULL),
    };
    cairo_get_current_point(cairo, &x, &y);
    add_gap(&s, x, y, place_glyphs(&s, x, y));
    add_clusters(&s);
    cairo_set_scaled_font(cairo, font);
    cairo_show_text_glyphs(cairo, s.text->str, (int)s.text->len,
                           (const cairo_glyph_t *)(const void *)s.glyphs->data, (int)s.glyphs->len,
                           (const cairo_text_cluster_t *)(const void *)s.clusters->data,
                           (int)s.clusters->len, 0);
    (void)g_string_free(s.text, TRUE);
    g_array_free(s.clusters, TRUE);
    g_array_free(s.glyphs, TRUE);
    g_free(s.places);
}
