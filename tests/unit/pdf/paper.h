#ifndef MH_TESTS_PDF_PAPER_H
#define MH_TESTS_PDF_PAPER_H

/* Pages made by hand, with Pango and no formatter, for the tests of the PDF writer. */

#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

#include "base/xml.h"
#include "pdf/pdf.h"

#define PAPER_WIDTH (595 * PANGO_SCALE)
#define PAPER_HEIGHT (842 * PANGO_SCALE)

typedef struct paper {
    mh_job *job;
    mh_pdf *pdf;
    PangoContext *context;
    const char *font;
    mh_pages pages;
    GArray *marks;
    GArray *links;
    GArray *destinations;
    uint32_t order;
} paper;

static inline void paper_begin(paper *p)
{
    *p = (paper){.job = mh_job_new("test.txt"), .font = "Liberation Serif 12"};
    mh_arena *arena = mh_job_arena(p->job);
    p->pdf = mh_pdf_new(p->job);
    p->marks = mh_arena_array(arena, sizeof(mh_mark));
    p->links = mh_arena_array(arena, sizeof(mh_link));
    p->destinations = mh_arena_array(arena, sizeof(mh_destination));
    p->pages.language = "en";
    p->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    mh_arena_defer(arena, g_object_unref, p->context);
    pango_cairo_context_set_resolution(p->context, 72.0);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(p->context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(p->context, FALSE);
}

static inline mh_element *paper_element(paper *p, mh_element *parent, const char *role)
{
    mh_element *e = MH_NEW(mh_job_arena(p->job), mh_element, 1);
    *e = (mh_element){.role = role,
                      .columns = 1,
                      .rows = 1,
                      .number = (uint32_t)p->pages.element_count++,
                      .order = p->order++,
                      .parent = parent};
    if (!parent)
        p->pages.structure = e;
    else if (parent->last_child)
        parent->last_child = parent->last_child->next = e;
    else
        parent->first_child = parent->last_child = e;
    return e;
}

static inline gint paper_compare_runs(gconstpointer a, gconstpointer b)
{
    return ((const PangoGlyphItem *)a)->item->offset - ((const PangoGlyphItem *)b)->item->offset;
}

/* One line of text at (x, y) points; its width in Pango units. */
static inline int paper_text(paper *p, const mh_element *element, mh_artifact artifact,
                             const char *text, int x, int y)
{
    PangoLayout *layout = pango_layout_new(p->context);
    mh_arena_defer(mh_job_arena(p->job), g_object_unref, layout);
    PangoFontDescription *font = pango_font_description_from_string(p->font);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_text(layout, text, -1);
    PangoLayoutLine *line = pango_layout_get_line_readonly(layout, 0);
    int left = x * PANGO_SCALE;
    guint first = p->marks->len;
    uint32_t order = p->order++;
    for (GSList *run = line->runs; run; run = run->next) {
        PangoGlyphItem *glyphs = run->data;
        mh_mark mark = {.kind = MH_MARK_TEXT,
                        .artifact = artifact,
                        .element = element,
                        .order = order,
                        .color = {0, 0, 0, 255},
                        .x = left,
                        .y = y * PANGO_SCALE,
                        .glyphs = glyphs,
                        .text = text};
        left += pango_glyph_string_get_width(glyphs->glyphs);
        /* runs come in visual order, marks go in logical order */
        guint at = p->marks->len;
        while (at > first
               && paper_compare_runs(g_array_index(p->marks, mh_mark, at - 1).glyphs, glyphs) > 0)
            at--;
        g_array_insert_val(p->marks, at, mark);
    }
    return left - x * PANGO_SCALE;
}

static inline void paper_link(paper *p, const mh_element *element, int x, int y, int width)
{
    mh_link link = {.rect = {x * PANGO_SCALE, (y - 10) * PANGO_SCALE, width, 12 * PANGO_SCALE},
                    .element = element};
    g_array_append_val(p->links, link);
}

static inline mh_link *paper_last_link(paper *p)
{
    return &g_array_index(p->links, mh_link, p->links->len - 1);
}

static inline void paper_fill(paper *p, int x, int y, int width, int height)
{
    mh_mark mark = {
        .kind = MH_MARK_FILL,
        .artifact = MH_ARTIFACT_LAYOUT,
        .color = {0, 0, 0, 255},
        .rect = {x * PANGO_SCALE, y * PANGO_SCALE, width * PANGO_SCALE, height * PANGO_SCALE}};
    g_array_append_val(p->marks, mark);
}

static inline void paper_image(paper *p, const mh_element *element, const mh_image *image, int x,
                               int y)
{
    mh_mark mark = {.kind = MH_MARK_IMAGE,
                    .element = element,
                    .order = p->order++,
                    .rect = {x * PANGO_SCALE, y * PANGO_SCALE, (int)(image->width * PANGO_SCALE),
                             (int)(image->height * PANGO_SCALE)},
                    .image = image};
    g_array_append_val(p->marks, mark);
}

/* An id at (x, y) of the page being made; ids must come in the order of strcmp. */
static inline void paper_destination(paper *p, const char *id, int x, int y)
{
    mh_destination destination = {.id = id,
                                  .page = (uint32_t)p->pages.page_count,
                                  .x = x * PANGO_SCALE,
                                  .y = y * PANGO_SCALE};
    g_array_append_val(p->destinations, destination);
}

static inline mh_status paper_show(paper *p, const char *label)
{
    mh_page page = {.index = (uint32_t)p->pages.page_count++,
                    .label = label,
                    .width = PAPER_WIDTH,
                    .height = PAPER_HEIGHT,
                    .marks = (const mh_mark *)(void *)p->marks->data,
                    .mark_count = p->marks->len,
                    .links = (const mh_link *)(void *)p->links->data,
                    .link_count = p->links->len};
    mh_page_sink sink = mh_pdf_sink(p->pdf);
    mh_status status = sink.page(sink.user, &page);
    g_array_set_size(p->marks, 0);
    g_array_set_size(p->links, 0);
    return status;
}

static inline mh_status paper_finish(paper *p, const mh_pdf_options *options, mh_view *out)
{
    p->pages.destinations = (const mh_destination *)(void *)p->destinations->data;
    p->pages.destination_count = p->destinations->len;
    return mh_pdf_finish(p->pdf, &p->pages, options, out);
}

/* Metadata as a stylesheet writes it. */
static inline void paper_xmp(paper *p, const char *properties)
{
    char *text = g_strconcat("<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                             "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                             "<rdf:Description rdf:about='' "
                             "xmlns:dc='http://purl.org/dc/elements/1.1/' "
                             "xmlns:mh='urn:masthead:record:1'>",
                             properties, "</rdf:Description></rdf:RDF></x:xmpmeta>", NULL);
    xmlDoc *doc = NULL;
    if (mh_xml_parse(p->job, mh_view_of(text), &doc) == MH_OK)
        p->pages.xmp = xmlDocGetRootElement(doc);
    g_free(text);
}

/*
 * LeakSanitizer: what libraries keep for the process is let go, so that only our own leaks show;
 * cairo 1.16 loses some bytes of every PDF surface.
 */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:cairo_surface_finish\n";
}

__attribute__((visibility("default"))) const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "fast_unwind_on_malloc=0";
}

/* Only where leaks are looked for: a thread of Pango's may still hold a font under load, and then
 * cairo aborts. */
static inline void paper_end_process(void)
{
#ifdef __SANITIZE_ADDRESS__
    const char *options = g_getenv("ASAN_OPTIONS");
    if (options && strstr(options, "detect_leaks=0"))
        return;
    pango_cairo_font_map_set_default(NULL);
    cairo_debug_reset_static_data();
    FcFini();
#endif
}

#endif
