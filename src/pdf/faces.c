#include "pdf/faces.h"

#include <cairo-ft.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>

/* Outlines from this size on are worth cutting; those of Latin, Cyrillic and Arabic are smaller. */
enum { LARGE_BYTES = 1024 * 1024 };

/* A large face and the part of it that documents needed so far. */
typedef struct face {
    hb_face_t *source;
    hb_set_t *characters;   /* whose glyphs the cut holds */
    cairo_font_face_t *cut; /* or NULL: there is none yet, or it cannot be made */
} face;

struct mh_pdf_faces {
    GPtrArray *list; /* face; there is one for each weight of Chinese */
};

/* What cairo's face of a cut stands on; goes when cairo lets go of the face. */
typedef struct backing {
    hb_blob_t *bytes;
    FT_Library library;
    FT_Face face;
} backing;

static const cairo_user_data_key_t backing_key;

static void free_backing(void *data)
{
    backing *b = data;
    if (b->face)
        FT_Done_Face(b->face);
    if (b->library)
        FT_Done_FreeType(b->library);
    hb_blob_destroy(b->bytes);
    g_free(b);
}

static void free_face(gpointer data)
{
    face *f = data;
    if (f->cut)
        cairo_font_face_destroy(f->cut);
    hb_set_destroy(f->characters);
    hb_face_destroy(f->source);
    g_free(f);
}

mh_pdf_faces *mh_pdf_faces_new(void)
{
    mh_pdf_faces *faces = g_new0(mh_pdf_faces, 1);
    faces->list = g_ptr_array_new_with_free_func(free_face);
    return faces;
}

void mh_pdf_faces_free(mh_pdf_faces *faces)
{
    if (!faces)
        return;
    g_ptr_array_unref(faces->list);
    g_free(faces);
}

/* ------------------------------------------------------------------ cutting */

/*
 * Glyph numbers stay and subroutines are written out, so that a glyph's outline is the same in
 * every cut: what cairo embeds does not show which other documents the cut serves. Tables for
 * shaping are not needed any more, and without cmap cairo takes the text from us.
 */
static hb_blob_t *cut_bytes(hb_face_t *source, const hb_set_t *characters)
{
    static const hb_tag_t dropped[] = {
        HB_TAG('c', 'm', 'a', 'p'), HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
        HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('v', 'h', 'e', 'a'),
        HB_TAG('v', 'm', 't', 'x'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('D', 'S', 'I', 'G'),
    };
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_union(hb_subset_input_unicode_set(input), characters);
    hb_set_t *drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < G_N_ELEMENTS(dropped); i++)
        hb_set_add(drop, dropped[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_face_t *cut = hb_subset_or_fail(source, input);
    hb_subset_input_destroy(input);
    if (!cut)
        return NULL;
    hb_blob_t *bytes = hb_face_reference_blob(cut);
    hb_face_destroy(cut);
    return bytes;
}

/* Takes @p bytes. */
static cairo_font_face_t *open_cut(hb_blob_t *bytes)
{
    backing *b = g_new0(backing, 1);
    b->bytes = bytes;
    unsigned length = 0;
    const char *data = hb_blob_get_data(bytes, &length);
    if (FT_Init_FreeType(&b->library) != 0
        || FT_New_Memory_Face(b->library, (const FT_Byte *)data, (FT_Long)length, 0, &b->face)
               != 0) {
        free_backing(b);
        return NULL;
    }
    cairo_font_face_t *cut = cairo_ft_font_face_create_for_ft_face(b->face, FT_LOAD_NO_HINTING);
    if (cairo_font_face_set_user_data(cut, &backing_key, b, free_backing) != CAIRO_STATUS_SUCCESS) {
        cairo_font_face_destroy(cut);
        free_backing(b);
        return NULL;
    }
    return cut;
}

static void add_characters(hb_set_t *set, const char *text)
{
    for (const char *p = text; *p; p = mh_utf8_next(p))
        if ((unsigned char)*p >= 0x80)
            hb_set_add(set, g_utf8_get_char(p));
}

/*
 * What Chinese text mostly consists of: punctuation and the common characters of GB/T 2312, here
 * its rows without gaps (1, 3, 16 to 54).
 */
static void add_common_characters(hb_set_t *characters)
{
    enum { FIRST_CELL = 0xa1, LAST_CELL = 0xfe };
    GString *bytes = g_string_new(NULL);
    for (int row = 0xa1; row <= 0xd6; row++)
        for (int cell = FIRST_CELL;
             cell <= LAST_CELL && (row == 0xa1 || row == 0xa3 || row >= 0xb0); cell++) {
            g_string_append_c(bytes, (char)row);
            g_string_append_c(bytes, (char)cell);
        }
    char *text = g_convert(bytes->str, (gssize)bytes->len, "UTF-8", "GB2312", NULL, NULL, NULL);
    if (text)
        add_characters(characters, text);
    g_free(text);
    (void)g_string_free(bytes, TRUE);
}

/*
 * Grows the cut until it holds @p characters, all of which the face has. A first document gets what
 * it needs; the second is taken for the sign of many, which shall seldom need a new cut.
 */
static void cover(face *f, const hb_set_t *characters)
{
    if (f->cut && hb_set_is_subset(characters, f->characters))
        return;
    hb_set_union(f->characters, characters);
    if (f->cut) {
        add_common_characters(f->characters);
        cairo_font_face_destroy(f->cut);
    }
    hb_blob_t *bytes = cut_bytes(f->source, f->characters);
    f->cut = bytes ? open_cut(bytes) : NULL;
}

static face *find_face(mh_pdf_faces *faces, hb_face_t *source)
{
    for (guint i = 0; i < faces->list->len; i++) {
        face *f = g_ptr_array_index(faces->list, i);
        if (f->source == source)
            return f;
    }
    face *f = g_new0(face, 1);
    f->source = hb_face_reference(source);
    f->characters = hb_set_create();
    g_ptr_array_add(faces->list, f);
    return f;
}

/* ------------------------------------------------------------------ a document's use */

/* A font of the document. */
typedef struct used_font {
    PangoFont *font;             /* held, so that its address stands for it */
    cairo_scaled_font_t *scaled; /* of the cut; NULL: use the font itself */
    hb_set_t *glyphs;            /* plain ones of the document's characters */
} used_font;

struct pdf_face_use {
    mh_pdf_faces *faces;
    hb_set_t *characters;
    GPtrArray *fonts; /* used_font; a document has few */
};

static void free_used_font(gpointer data)
{
    used_font *u = data;
    if (u->scaled)
        cairo_scaled_font_destroy(u->scaled);
    if (u->glyphs)
        hb_set_destroy(u->glyphs);
    g_object_unref(u->font);
    g_free(u);
}

static void free_use(void *data)
{
    pdf_face_use *use = data;
    g_ptr_array_unref(use->fonts);
    hb_set_destroy(use->characters);
}

/* The node after @p node in document order, NULL after the last. */
static const xmlNode *next_node(const xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

pdf_face_use *pdf_face_use_new(mh_job *job, mh_pdf_faces *faces, const xmlDoc *text)
{
    mh_arena *arena = mh_job_arena(job);
    pdf_face_use *use = MH_NEW(arena, pdf_face_use, 1);
    *use = (pdf_face_use){
        .faces = faces,
        .characters = hb_set_create(),
        .fonts = g_ptr_array_new_with_free_func(free_used_font),
    };
    mh_arena_defer(arena, free_use, use);
    hb_set_add_range(use->characters, 0x20, 0x7e);
    for (const xmlNode *node = text->children; node; node = next_node(node))
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            add_characters(use->characters, (const char *)node->content);
    return use;
}

static bool is_large(hb_face_t *source)
{
    hb_blob_t *outlines = hb_face_reference_table(source, HB_TAG('C', 'F', 'F', ' '));
    unsigned length = hb_blob_get_length(outlines);
    hb_blob_destroy(outlines);
    return length >= LARGE_BYTES && !hb_ot_var_has_data(source);
}

/* True when the library makes the weight or the slope itself, which a cut would not show. */
static bool is_synthetic(PangoFont *font, cairo_scaled_font_t *scaled)
{
    cairo_matrix_t matrix;
    cairo_scaled_font_get_font_matrix(scaled, &matrix);
    FcBool is_emboldened = FcFalse;
    if (PANGO_IS_FC_FONT(font))
        (void)FcPatternGetBool(pango_fc_font_get_pattern(PANGO_FC_FONT(font)), FC_EMBOLDEN, 0,
                               &is_emboldened);
    return is_emboldened || matrix.xy < 0 || matrix.xy > 0 || matrix.yx < 0 || matrix.yx > 0;
}

/* The plain glyphs of @p characters (those that shaping substitutes are not among them); characters
 * that the font lacks leave the set. */
static hb_set_t *plain_glyphs(hb_font_t *font, hb_set_t *characters)
{
    hb_set_t *glyphs = hb_set_create();
    hb_codepoint_t character = HB_SET_VALUE_INVALID;
    while (hb_set_next(characters, &character)) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(font, character, &glyph))
            hb_set_add(glyphs, glyph);
        else
            hb_set_del(characters, character);
    }
    return glyphs;
}

static cairo_scaled_font_t *scale(cairo_font_face_t *cut, cairo_scaled_font_t *like)
{
    cairo_matrix_t size;
    cairo_matrix_t ctm;
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_scaled_font_get_font_matrix(like, &size);
    cairo_scaled_font_get_ctm(like, &ctm);
    cairo_scaled_font_get_font_options(like, options);
    cairo_scaled_font_t *scaled = cairo_scaled_font_create(cut, &size, &ctm, options);
    cairo_font_options_destroy(options);
    if (cairo_scaled_font_status(scaled) == CAIRO_STATUS_SUCCESS)
        return scaled;
    cairo_scaled_font_destroy(scaled);
    return NULL;
}

static used_font *add_font(pdf_face_use *use, PangoFont *font)
{
    used_font *u = g_new0(used_font, 1);
    u->font = g_object_ref(font);
    g_ptr_array_add(use->fonts, u);
    hb_font_t *hb = pango_font_get_hb_font(font);
    hb_face_t *source = hb_font_get_face(hb);
    cairo_scaled_font_t *own =
        PANGO_IS_CAIRO_FONT(font) ? pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(font)) : NULL;
    if (!own || !is_large(source) || is_synthetic(font, own))
        return u;
    hb_set_t *characters = hb_set_copy(use->characters);
    u->glyphs = plain_glyphs(hb, characters);
    face *f = find_face(use->faces, source);
    cover(f, characters);
    hb_set_destroy(characters);
    u->scaled = f->cut ? scale(f->cut, own) : NULL;
    return u;
}

cairo_scaled_font_t *pdf_face_use_find(pdf_face_use *use, const PangoGlyphItem *item)
{
    const PangoAnalysis *analysis = &item->item->analysis;
    used_font *u = NULL;
    for (guint i = 0; i < use->fonts->len && !u; i++) {
        used_font *at = g_ptr_array_index(use->fonts, i);
        if (at->font == analysis->font)
            u = at;
    }
    if (!u)
        u = add_font(use, analysis->font);
    if (!u->scaled || analysis->level % 2 != 0)
        return NULL;
    for (int i = 0; i < item->glyphs->num_glyphs; i++) {
        PangoGlyph glyph = item->glyphs->glyphs[i].glyph;
        if (glyph != PANGO_GLYPH_EMPTY && !hb_set_has(u->glyphs, glyph))
            return NULL;
    }
    return u->scaled;
}
