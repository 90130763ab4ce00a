#include <cairo-pdf.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "pdf/drawing.h"
#include "pdf/glyphs.h"
#include "pdf/pdf.h"
#include "pdf/pictures.h"

/* The drawing of one page: which mark is open, which colour is set. */
typedef struct canvas {
    mh_pdf *pdf;
    const mh_page *page;
    pdf_page *record;
    const char *tag;  /* cairo's tag that is open, or NULL */
    size_t tag_count; /* on this page so far */
    mh_color color;
    bool has_color;
    const mh_mark *last; /* content text drawn before, or NULL */
} canvas;

static cairo_status_t append_bytes(void *closure, const unsigned char *bytes, unsigned length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void destroy_cairo(void *cairo)
{
    cairo_destroy(cairo);
}

static void destroy_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

static void destroy_hash(void *table)
{
    g_hash_table_unref(table);
}

static GHashTable *new_hash(mh_arena *arena, GHashFunc hash, GEqualFunc equal)
{
    GHashTable *table = g_hash_table_new(hash, equal);
    mh_arena_defer(arena, destroy_hash, table);
    return table;
}

mh_pdf *mh_pdf_new(mh_job *job)
{
    mh_arena *arena = mh_job_arena(job);
    mh_pdf *pdf = MH_NEW(arena, mh_pdf, 1);
    GByteArray *file = mh_arena_bytes(arena);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(append_bytes, file, 1.0, 1.0);
    mh_arena_defer(arena, destroy_surface, surface);
    /* 1.4 would lose cairo's ActualText */
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_t *cairo = cairo_create(surface);
    mh_arena_defer(arena, destroy_cairo, cairo);
    *pdf = (mh_pdf){
        .job = job,
        .arena = arena,
        .file = file,
        .surface = surface,
        .cairo = cairo,
        .pages = mh_arena_array(arena, sizeof(pdf_page)),
        .marks = mh_arena_array(arena, sizeof(pdf_mark)),
        .links = mh_arena_array(arena, sizeof(pdf_link)),
        .link_texts = new_hash(arena, NULL, NULL),
        .repeats = new_hash(arena, NULL, NULL),
        .pictures = new_hash(arena, pdf_picture_hash, pdf_picture_equal),
    };
    return pdf;
}

void mh_pdf_share_faces(mh_pdf *pdf, mh_pdf_faces *faces, const xmlDoc *text)
{
    pdf->faces = pdf_face_use_new(pdf->job, faces, text);
}

static void close_tag(canvas *c)
{
    if (c->tag)
        cairo_tag_end(c->pdf->cairo, c->tag);
    c->tag = NULL;
}

static bool is_content(const mh_mark *mark)
{
    return mark->artifact == MH_ARTIFACT_NONE && mark->element;
}

/* Text knows U+00AD, which says more than nothing: a reader may join the word again. */
static bool is_soft_hyphen(const mh_mark *mark)
{
    return mark->actual_text && !*mark->actual_text;
}

/* All are types that every version of cairo knows, and none has a meaning there. */
const char *const pdf_fences[PDF_FENCE_COUNT] = {
    "P",     "H1",   "H2",   "H3",    "H4",  "H5",        "H6",      "Span",
    "Quote", "Note", "Code", "LBody", "Lbl", "Reference", "Caption", "BibEntry",
};

static pdf_mark *add_mark(canvas *c, const mh_mark *mark, uint8_t fence)
{
    bool has_element = is_content(mark);
    pdf_mark record = {
        .element = has_element ? mark->element : NULL,
        .artifact = mark->artifact,
        .page = c->pdf->pages->len,
        .order = mark->order,
        .fence = fence,
        .actual_text = has_element && !is_soft_hyphen(mark)
                           ? mh_arena_strdup(c->pdf->arena, mark->actual_text)
                           : NULL,
    };
    g_array_append_val(c->pdf->marks, record);
    c->record->mark_count++;
    return &g_array_index(c->pdf->marks, pdf_mark, c->pdf->marks->len - 1);
}

/* cairo's tags are only fences here: the finisher writes what they stand for. */
static pdf_mark *open_tag(canvas *c, const mh_mark *mark)
{
    close_tag(c);
    uint8_t fence = (uint8_t)(c->tag_count++ % PDF_FENCE_COUNT);
    c->tag = pdf_fences[fence];
    cairo_tag_begin(c->pdf->cairo, c->tag, NULL);
    return add_mark(c, mark, fence);
}

/* True when @p mark goes on with what the open tag holds. */
static bool goes_on(const canvas *c, const mh_mark *mark)
{
    if (!c->tag)
        return false;
    const pdf_mark *open = &g_array_index(c->pdf->marks, pdf_mark, c->pdf->marks->len - 1);
    if (!is_content(mark))
        return !open->element && open->artifact == mark->artifact;
    return open->element == mark->element && open->order == mark->order && !open->actual_text
           && (!mark->actual_text || is_soft_hyphen(mark));
}

static void set_color(canvas *c, mh_color color)
{
    if (c->has_color && memcmp(&c->color, &color, sizeof(color)) == 0)
        return;
    cairo_set_source_rgb(c->pdf->cairo, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
    c->color = color;
    c->has_color = true;
}

/* cairo draws nothing for these, and a tag round nothing is no mark in all its versions. */
static bool has_glyph(const PangoGlyphItem *item)
{
    for (int i = 0; i < item->glyphs->num_glyphs; i++)
        if (item->glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY)
            return true;
    return false;
}

static mh_view item_text(const mh_mark *mark)
{
    return (mh_view){.ptr = mark->text + mark->glyphs->item->offset,
                     .len = (size_t)mark->glyphs->item->length};
}

/* The words of a link name it to those who cannot see it (PDF/UA-1 §7.18.5). */
static void note_link_text(canvas *c, const mh_mark *mark)
{
    const mh_element *e = mark->element;
    while (e && strcmp(e->role, "Link") != 0)
        e = e->parent;
    if (!e)
        return;
    GString *text = g_hash_table_lookup(c->pdf->link_texts, GUINT_TO_POINTER(e->number));
    if (!text) {
        text = mh_arena_string(c->pdf->arena);
        g_hash_table_insert(c->pdf->link_texts, GUINT_TO_POINTER(e->number), text);
    }
    mh_view view = item_text(mark);
    if (!mark->actual_text)
        g_string_append_len(text, view.ptr, (gssize)view.len);
}

static bool is_in_label(const mh_element *element)
{
    return strcmp(element->role, "Lbl") == 0
           || (element->parent && strcmp(element->parent->role, "Lbl") == 0);
}

static bool ends_with_space(mh_view text)
{
    return text.len > 0
           && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(text.ptr + text.len)));
}

/* The element whose parts stand side by side as words of one text. */
static const mh_element *line_of(const mh_element *element)
{
    static const char *const inlines[] = {"BibEntry",  "Code",  "Lbl",       "Link",
                                          "NonStruct", "Quote", "Reference", "Span"};
    const mh_element *e = element;
    for (bool is_inline = true; is_inline && e->parent;) {
        is_inline = false;
        for (size_t i = 0; i < G_N_ELEMENTS(inlines) && !is_inline; i++)
            is_inline = strcmp(e->role, inlines[i]) == 0;
        if (is_inline)
            e = e->parent;
    }
    return e;
}

static int32_t width_of(const mh_mark *mark)
{
    return pango_glyph_string_get_width(mark->glyphs->glyphs);
}

/* How far a raised number stands off its line, at most. */
#define RISE_MAX (5 * PANGO_SCALE)

/* True when @p mark goes on with the very text of @p last, which has its spaces. */
static bool is_same_text(const mh_mark *last, const mh_mark *mark)
{
    const PangoItem *item = last->glyphs->item;
    return last->text == mark->text && item->offset + item->length == mark->glyphs->item->offset;
}

/*
 * Points between @p mark and the text before it when white space alone parts two words there, as a
 * number and its paragraph, or the end of a line that was asked for: a reader needs a space
 * (§14.8.2.5). Else 0.
 */
static double gap_before(const canvas *c, const mh_mark *mark)
{
    const mh_mark *last = c->last;
    if (!last || !is_content(mark) || is_soft_hyphen(mark)
        || line_of(last->element) != line_of(mark->element) || ends_with_space(item_text(last))
        || g_unichar_isspace(g_utf8_get_char(item_text(mark).ptr)))
        return 0.0;
    if (abs(last->y - mark->y) > RISE_MAX)
        return is_same_text(last, mark) || is_soft_hyphen(last) ? 0.0 : 1.0;
    bool is_rtl = mark->glyphs->item->analysis.level % 2 != 0;
    int32_t gap =
        is_rtl ? last->x - (mark->x + width_of(mark)) : mark->x - (last->x + width_of(last));
    return gap > PANGO_SCALE ? pdf_points(gap) : 0.0;
}

static void draw_text(canvas *c, const mh_mark *mark)
{
    if (mark->color.alpha == 0 || !has_glyph(mark->glyphs))
        return;
    if (!goes_on(c, mark)) {
        pdf_mark *record = open_tag(c, mark);
        if (record->element && is_in_label(record->element))
            record->text = mh_arena_string_of(c->pdf->arena, item_text(mark));
    }
    if (is_content(mark) && c->page->link_count > 0)
        note_link_text(c, mark);
    set_color(c, mark->color);
    cairo_move_to(c->pdf->cairo, pdf_points(mark->x), pdf_points(mark->y));
    pdf_glyphs_show(
        c->pdf->cairo,
        &(pdf_glyph_run){
            .text = mark->text,
            .item = mark->glyphs,
            .cut = c->pdf->faces ? pdf_face_use_find(c->pdf->faces, mark->glyphs) : NULL,
            .gap = gap_before(c, mark),
            .is_soft_hyphen = is_soft_hyphen(mark),
        });
    if (is_content(mark))
        c->last = mark;
}

static void add_rectangle(cairo_t *cairo, mh_rect rect)
{
    cairo_rectangle(cairo, pdf_points(rect.x), pdf_points(rect.y), pdf_points(rect.width),
                    pdf_points(rect.height));
}

static void draw_fill(canvas *c, const mh_mark *mark)
{
    if (mark->color.alpha == 0)
        return;
    close_tag(c);
    set_color(c, mark->color);
    add_rectangle(c->pdf->cairo, mark->rect);
    cairo_fill(c->pdf->cairo);
}

static void draw_line(canvas *c, const mh_mark *mark)
{
    mh_rect rect = mark->rect;
    bool is_level = rect.width >= rect.height;
    double x = pdf_points(rect.x);
    double y = pdf_points(rect.y);
    double length = pdf_points(is_level ? rect.width : rect.height);
    double thickness = pdf_points(is_level ? rect.height : rect.width);
    if (mark->color.alpha == 0 || length <= 0.0 || thickness <= 0.0)
        return;
    close_tag(c);
    set_color(c, mark->color);
    cairo_t *cairo = c->pdf->cairo;
    bool is_dotted = mark->line_style == MH_LINE_DOTTED;
    /* dots are round ends of dashes without length, whose middles stay half a dot off the ends */
    double inset = is_dotted ? thickness / 2.0 : 0.0;
    const double dashes[2] = {is_dotted ? 0.0 : 3.0 * thickness, 2.0 * thickness};
    cairo_set_line_width(cairo, thickness);
    cairo_set_line_cap(cairo, is_dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_dash(cairo, dashes, 2, 0.0);
    if (is_level) {
        cairo_move_to(cairo, x + inset, y + thickness / 2.0);
        cairo_line_to(cairo, x + length - inset, y + thickness / 2.0);
    } else {
        cairo_move_to(cairo, x + thickness / 2.0, y + inset);
        cairo_line_to(cairo, x + thickness / 2.0, y + length - inset);
    }
    cairo_stroke(cairo);
}

/* Outside all clips and turns, in the corner of the page: always drawn, always written alike. */
static void draw_fence(cairo_t *cairo, double width, double height)
{
    cairo_save(cairo);
    cairo_reset_clip(cairo);
    cairo_identity_matrix(cairo);
    cairo_rectangle(cairo, 0.0, 0.0, width, height);
    cairo_fill(cairo);
    cairo_restore(cairo);
}

/* Where the picture is on the page, whatever turns it. */
static void note_box(canvas *c, pdf_mark *record, const mh_rect *rect)
{
    double left = HUGE_VAL;
    double top = HUGE_VAL;
    double right = -HUGE_VAL;
    double bottom = -HUGE_VAL;
    for (int corner = 0; corner < 4; corner++) {
        double x = pdf_points(rect->x + (corner & 1 ? rect->width : 0));
        double y = pdf_points(rect->y + (corner & 2 ? rect->height : 0));
        cairo_user_to_device(c->pdf->cairo, &x, &y);
        left = fmin(left, x);
        right = fmax(right, x);
        top = fmin(top, y);
        bottom = fmax(bottom, y);
    }
    record->box[0] = left;
    record->box[1] = c->record->height - bottom;
    record->box[2] = right;
    record->box[3] = c->record->height - top;
}

/* A picture that says nothing to those who cannot see it is decoration (PDF/UA-1 §7.3). */
static bool is_decoration(canvas *c, const mh_mark *mark)
{
    if (!is_content(mark))
        return true;
    if (mark->element->alt && *mark->element->alt)
        return false;
    if (!c->pdf->has_decoration)
        (void)mh_report(c->pdf->job, MH_PDF_NO_ALT, 0, 0, NULL);
    c->pdf->has_decoration = true;
    return true;
}

static void draw_image(canvas *c, const mh_mark *mark)
{
    const pdf_picture *picture = pdf_picture_of(c->pdf, mark->image);
    if (!picture)
        return;
    cairo_t *cairo = c->pdf->cairo;
    bool is_figure = !is_decoration(c, mark);
    close_tag(c);
    if (is_figure) {
        note_box(c, add_mark(c, mark, PDF_FENCE_PICTURE), &mark->rect);
        draw_fence(cairo, PDF_FENCE_SHORT, PDF_FENCE_LONG);
    }
    cairo_save(cairo);
    cairo_translate(cairo, pdf_points(mark->rect.x), pdf_points(mark->rect.y));
    pdf_picture_draw(c->pdf, picture, pdf_points(mark->rect.width), pdf_points(mark->rect.height));
    cairo_restore(cairo);
    if (is_figure)
        draw_fence(cairo, PDF_FENCE_LONG, PDF_FENCE_SHORT);
}

static void push(canvas *c, const mh_mark *mark)
{
    const double *m = mark->matrix;
    const cairo_matrix_t matrix = {m[0], m[1], m[2], m[3], m[4] / PANGO_SCALE, m[5] / PANGO_SCALE};
    close_tag(c);
    cairo_save(c->pdf->cairo);
    if (mark->rect.width > 0) {
        add_rectangle(c->pdf->cairo, mark->rect);
        cairo_clip(c->pdf->cairo);
    }
    cairo_transform(c->pdf->cairo, &matrix);
}

static void pop(canvas *c)
{
    close_tag(c);
    cairo_restore(c->pdf->cairo);
    c->has_color = false;
}

/* The first mark of a table's header or footer, and the page that shows it now. */
typedef struct repeat {
    uint32_t order;
    uint32_t page;
    bool is_again; /* this page shows it again */
} repeat;

static const mh_element *header_or_footer(const mh_element *e)
{
    while (e && strcmp(e->role, "THead") != 0 && strcmp(e->role, "TFoot") != 0)
        e = e->parent;
    return e;
}

/* A header or footer of a table that a page repeats is furniture there: it is read once. */
static bool is_repeated(canvas *c, const mh_mark *mark)
{
    const mh_element *part = is_content(mark) ? header_or_footer(mark->element) : NULL;
    if (!part)
        return false;
    uint32_t page = c->pdf->pages->len;
    gpointer key = GUINT_TO_POINTER(part->number);
    repeat *r = g_hash_table_lookup(c->pdf->repeats, key);
    if (!r) {
        r = MH_NEW(c->pdf->arena, repeat, 1);
        *r = (repeat){.order = mark->order, .page = page};
        g_hash_table_insert(c->pdf->repeats, key, r);
    } else if (r->page != page) {
        /* one that is merely divided goes on with later marks */
        r->page = page;
        r->is_again = mark->order <= r->order;
    }
    return r->is_again;
}

static void draw_mark(canvas *c, const mh_mark *mark)
{
    mh_mark furniture;
    if (is_repeated(c, mark)) {
        furniture = *mark;
        furniture.element = NULL;
        furniture.artifact = MH_ARTIFACT_PAGE;
        mark = &furniture;
    }
    switch (mark->kind) {
    case MH_MARK_TEXT:
        draw_text(c, mark);
        return;
    case MH_MARK_FILL:
        draw_fill(c, mark);
        return;
    case MH_MARK_LINE:
        draw_line(c, mark);
        return;
    case MH_MARK_IMAGE:
        draw_image(c, mark);
        return;
    case MH_MARK_PUSH:
        push(c, mark);
        return;
    case MH_MARK_POP:
        pop(c);
        return;
    }
}

/* Areas of one element on one page are one link (its lines). */
static void note_links(canvas *c)
{
    mh_pdf *pdf = c->pdf;
    for (size_t i = 0; i < c->page->link_count; i++) {
        const mh_link *link = &c->page->links[i];
        pdf_link *last = c->record->link_count == 0
                             ? NULL
                             : &g_array_index(pdf->links, pdf_link, pdf->links->len - 1);
        if (!link->element)
            continue;
        if (!last || last->element != link->element) {
            pdf_link added = {
                .element = link->element,
                .page = c->pdf->pages->len,
                .uri = mh_arena_strdup(pdf->arena, link->uri),
                .target = mh_arena_strdup(pdf->arena, link->target),
                .areas = mh_arena_array(pdf->arena, sizeof(mh_rect)),
            };
            g_array_append_val(pdf->links, added);
            c->record->link_count++;
            last = &g_array_index(pdf->links, pdf_link, pdf->links->len - 1);
        }
        g_array_append_val(last->areas, link->rect);
    }
}

static mh_status draw_page(void *user, const mh_page *page)
{
    mh_pdf *pdf = user;
    pdf_page record = {
        .width = pdf_points(page->width),
        .height = pdf_points(page->height),
        .label = mh_arena_strdup(pdf->arena, page->label),
        .first_mark = pdf->marks->len,
        .first_link = pdf->links->len,
    };
    canvas c = {.pdf = pdf, .page = page, .record = &record};
    cairo_pdf_surface_set_size(pdf->surface, record.width, record.height);
    for (size_t i = 0; i < page->mark_count; i++)
        draw_mark(&c, &page->marks[i]);
    close_tag(&c);
    cairo_show_page(pdf->cairo);
    note_links(&c);
    g_array_append_val(pdf->pages, record);
    cairo_status_t status = cairo_status(pdf->cairo);
    if (status != CAIRO_STATUS_SUCCESS)
        return mh_report(pdf->job, MH_PDF_CAIRO, 0, 0, "%s", cairo_status_to_string(status));
    return MH_OK;
}

mh_page_sink mh_pdf_sink(mh_pdf *pdf)
{
    return (mh_page_sink){.page = draw_page, .user = pdf};
}
