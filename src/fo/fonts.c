#include "fo/fonts.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>

struct fo_fonts {
    PangoFontMap *map;
    PangoContext *context;
    GHashTable *fonts;   /* font_key → fo_font */
    GHashTable *missing; /* characters reported in this document */
    bool test_fonts;
};

/* What two styles must share to get the same fo_font. */
typedef struct font_key {
    const char *families; /* interned */
    int32_t size;
    PangoWeight weight;
    PangoStyle style;
    PangoVariant variant;
    PangoStretch stretch;
    bool test_fonts;
} font_key;

typedef struct family_alias {
    const char *name;
    const char *family;
} family_alias;

/* The free faces with the widths of the named ones, and what the generic families stand for. */
static const family_alias family_aliases[] = {
    {"serif", "Liberation Serif"},
    {"Times", "Liberation Serif"},
    {"Times New Roman", "Liberation Serif"},
    {"Times-Roman", "Liberation Serif"},
    {"sans-serif", "Liberation Sans"},
    {"SansSerif", "Liberation Sans"},
    {"Helvetica", "Liberation Sans"},
    {"Arial", "Liberation Sans"},
    {"any", "Liberation Sans"},
    {"monospace", "Liberation Mono"},
    {"Monospaced", "Liberation Mono"},
    {"Courier", "Liberation Mono"},
    {"Courier New", "Liberation Mono"},
};

/* Tried in this order for characters that the named families lack. */
#define CHINESE_FAMILY "Noto Serif CJK SC"
static const char fallback_families[] =
    "Liberation Serif," CHINESE_FAMILY ",Amiri,Noto Naskh Arabic,Noto Serif,Noto Sans";

const char *fo_fonts_chinese_family(void)
{
    return CHINESE_FAMILY;
}

typedef struct script_package {
    GUnicodeScript script;
    const char *package;
} script_package;

static const script_package script_packages[] = {
    {G_UNICODE_SCRIPT_LATIN, "fonts-liberation"},  {G_UNICODE_SCRIPT_CYRILLIC, "fonts-liberation"},
    {G_UNICODE_SCRIPT_GREEK, "fonts-liberation"},  {G_UNICODE_SCRIPT_ARABIC, "fonts-hosny-amiri"},
    {G_UNICODE_SCRIPT_HAN, "fonts-noto-cjk"},      {G_UNICODE_SCRIPT_HIRAGANA, "fonts-noto-cjk"},
    {G_UNICODE_SCRIPT_KATAKANA, "fonts-noto-cjk"}, {G_UNICODE_SCRIPT_HANGUL, "fonts-noto-cjk"},
    {G_UNICODE_SCRIPT_BOPOMOFO, "fonts-noto-cjk"},
};

const char *fo_fonts_package(gunichar character)
{
    GUnicodeScript script = g_unichar_get_script(character);
    for (size_t i = 0; i < G_N_ELEMENTS(script_packages); i++)
        if (script_packages[i].script == script)
            return script_packages[i].package;
    return "fonts-noto-core";
}

static guint hash_key(gconstpointer data)
{
    const font_key *key = data;
    guint hash = g_str_hash(key->families);
    hash = hash * 31 + (guint)key->size;
    hash = hash * 31 + (guint)key->weight;
    return hash * 31 + (guint)key->style;
}

static gboolean equal_keys(gconstpointer left, gconstpointer right)
{
    const font_key *a = left;
    const font_key *b = right;
    return a->size == b->size && a->weight == b->weight && a->style == b->style
           && a->variant == b->variant && a->stretch == b->stretch && a->test_fonts == b->test_fonts
           && strcmp(a->families, b->families) == 0;
}

static void free_font(gpointer data)
{
    fo_font *font = data;
    pango_font_description_free(font->description);
    g_free(font);
}

/* Metrics must not depend on the screen: cairo would round them to whole pixels by default. */
static void set_up_context(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
}

mh_status fo_fonts_prepare(mh_job *job)
{
    FcPattern *pattern = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, "Liberation Serif", NULL);
    (void)FcConfigSubstitute(NULL, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultNoMatch;
    FcPattern *found = FcFontMatch(NULL, pattern, &result);
    FcPatternDestroy(pattern);
    if (!found)
        return mh_report(job, MH_FO_NO_FONT, 0, 0, NULL);
    FcPatternDestroy(found);
    return MH_OK;
}

mh_status fo_fonts_new(mh_job *job, fo_fonts **out)
{
    fo_fonts *fonts = g_new0(fo_fonts, 1);
    fonts->map = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(fonts->map), 72);
    fonts->context = pango_font_map_create_context(fonts->map);
    set_up_context(fonts->context);
    fonts->fonts = g_hash_table_new_full(hash_key, equal_keys, g_free, free_font);
    fonts->missing = g_hash_table_new(NULL, NULL);

    PangoFontDescription *description = pango_font_description_from_string("Liberation Serif 10");
    PangoFont *font = pango_font_map_load_font(fonts->map, fonts->context, description);
    pango_font_description_free(description);
    if (!font) {
        fo_fonts_free(fonts);
        return mh_report(job, MH_FO_NO_FONT, 0, 0, NULL);
    }
    g_object_unref(font);
    *out = fonts;
    return MH_OK;
}

void fo_fonts_free(fo_fonts *fonts)
{
    if (!fonts)
        return;
    g_hash_table_destroy(fonts->fonts);
    g_hash_table_destroy(fonts->missing);
    g_object_unref(fonts->context);
    g_object_unref(fonts->map);
    g_free(fonts);
}

void fo_fonts_begin(fo_fonts *fonts, bool test_fonts)
{
    fonts->test_fonts = test_fonts;
    g_hash_table_remove_all(fonts->missing);
}

/* Symbol fonts stand at U+F000 with their own codes; those of ASCII and the bullets mean the same
 * in all of them. */
static gunichar public_of(gunichar private)
{
    if (private >= 0xF020 && private <= 0xF07E)
        return private - 0xF000;
    if (private == 0xF0A7 || private == 0xF0A8 || private == 0xF0B7 || private == 0xF0D8)
        return 0x2022;
    return 0x25A1;
}

gunichar fo_fonts_public(fo_fonts *fonts, mh_job *job, gunichar character, uint32_t line)
{
    if (character < 0xE000 || character > 0xF8FF)
        return character;
    gunichar public = public_of(character);
    if (g_hash_table_add(fonts->missing, GUINT_TO_POINTER(character)))
        mh_report(job, MH_FO_PRIVATE, line, 0, "U+%04X; U+%04X was set", character, public);
    return public;
}

void fo_fonts_report_missing(fo_fonts *fonts, mh_job *job, gunichar character, uint32_t line)
{
    if (!g_hash_table_add(fonts->missing, GUINT_TO_POINTER(character)))
        return;
    char utf8[7] = {0};
    g_unichar_to_utf8(character, utf8);
    mh_report(job, MH_FO_NO_GLYPH, line, 0, "U+%04X %s (%s)", character,
              g_unichar_isgraph(character) ? utf8 : "", fo_fonts_package(character));
}

PangoContext *fo_fonts_context(const fo_fonts *fonts)
{
    return fonts->context;
}

static const char *resolve_family(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(family_aliases); i++)
        if (g_ascii_strcasecmp(family_aliases[i].name, name) == 0)
            return family_aliases[i].family;
    return name;
}

/* The families asked for, then a general one, then those for other scripts. */
static char *family_list(const char *families, bool test_fonts)
{
    GString *list = g_string_new(NULL);
    char **names = g_strsplit(families ? families : "", ",", 32);
    for (char **name = names; *name; name++) {
        g_strstrip(*name);
        if (**name)
            g_string_append_printf(list, "%s,", resolve_family(*name));
    }
    g_strfreev(names);
    if (test_fonts)
        g_string_append(list, "Liberation Sans,");
    g_string_append(list, fallback_families);
    return g_string_free(list, FALSE);
}

static int32_t table_int16(const char *data, unsigned length, unsigned offset)
{
    if (offset + 2 > length)
        return 0;
    const unsigned char *p = (const unsigned char *)data + offset;
    return (int16_t)(uint16_t)(p[0] << 8 | p[1]);
}

/* Ascender and descender in font units: the typographic ones of OS/2 where they make a box no
 * higher than the em, else those of hhea if they do, else what OS/2 says. Formatters that set the
 * same document then agree on where lines stand. */
static void read_box(hb_face_t *face, int32_t *ascender, int32_t *descender)
{
    enum { HHEA_ASCENDER = 4, HHEA_DESCENDER = 6, OS2_ASCENDER = 68, OS2_DESCENDER = 70 };
    hb_blob_t *os2 = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    hb_blob_t *hhea = hb_face_reference_table(face, HB_TAG('h', 'h', 'e', 'a'));
    unsigned os2_length = 0;
    unsigned hhea_length = 0;
    const char *os2_data = hb_blob_get_data(os2, &os2_length);
    const char *hhea_data = hb_blob_get_data(hhea, &hhea_length);
    int32_t em = (int32_t)hb_face_get_upem(face);

    int32_t os2_ascender = table_int16(os2_data, os2_length, OS2_ASCENDER);
    int32_t os2_descender = table_int16(os2_data, os2_length, OS2_DESCENDER);
    int32_t hhea_ascender = table_int16(hhea_data, hhea_length, HHEA_ASCENDER);
    int32_t hhea_descender = table_int16(hhea_data, hhea_length, HHEA_DESCENDER);
    bool hhea_fits = hhea_ascender > 0 && hhea_ascender - hhea_descender <= em;
    bool os2_fits = os2_ascender > 0 && os2_ascender - os2_descender <= em;
    bool use_hhea = !os2_fits && (hhea_fits || os2_ascender <= 0);

    *ascender = use_hhea ? hhea_ascender : os2_ascender;
    *descender = use_hhea ? hhea_descender : os2_descender;
    hb_blob_destroy(os2);
    hb_blob_destroy(hhea);
}

static int32_t font_position(hb_font_t *font, hb_ot_metrics_tag_t tag, int32_t fallback)
{
    hb_position_t position = 0;
    return hb_ot_metrics_get_position(font, tag, &position) ? position : fallback;
}

static fo_font_metrics read_metrics(PangoFont *pango_font, int32_t size)
{
    hb_font_t *font = pango_font_get_hb_font(pango_font);
    hb_face_t *face = hb_font_get_face(font);
    double scale = (double)size / (double)MAX(1U, hb_face_get_upem(face));
    int32_t ascender = 0;
    int32_t descender = 0;
    read_box(face, &ascender, &descender);
    return (fo_font_metrics){
        .ascent = (int32_t)(ascender * scale + 0.5),
        .descent = (int32_t)(-descender * scale + 0.5),
        .x_height = font_position(font, HB_OT_METRICS_TAG_X_HEIGHT, size / 2),
        .underline_position = -font_position(font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -size / 10),
        .underline_thickness =
            MAX(1, font_position(font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, size / 20)),
        .strikeout_position = font_position(font, HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, size / 4),
    };
}

static fo_font *make_font(fo_fonts *fonts, const font_key *key)
{
    fo_font *font = g_new0(fo_font, 1);
    font->description = pango_font_description_new();
    char *families = family_list(key->families, key->test_fonts);
    pango_font_description_set_family(font->description, families);
    g_free(families);
    pango_font_description_set_absolute_size(font->description, MAX(1, key->size));
    pango_font_description_set_weight(font->description, key->weight);
    pango_font_description_set_style(font->description, key->style);
    pango_font_description_set_variant(font->description, key->variant);
    pango_font_description_set_stretch(font->description, key->stretch);

    PangoFont *loaded = pango_font_map_load_font(fonts->map, fonts->context, font->description);
    if (loaded) {
        font->metrics = read_metrics(loaded, key->size);
        g_object_unref(loaded);
    }
    return font;
}

const fo_font *fo_fonts_find(fo_fonts *fonts, const fo_style *style)
{
    font_key key = {.families = style->font_family ? style->font_family : "",
                    .size = style->font_size,
                    .weight = style->font_weight,
                    .style = style->font_style,
                    .variant = style->font_variant,
                    .stretch = style->font_stretch,
                    .test_fonts = fonts->test_fonts};
    fo_font *font = g_hash_table_lookup(fonts->fonts, &key);
    if (!font) {
        font = make_font(fonts, &key);
        font_key *kept = g_new(font_key, 1);
        *kept = key;
        kept->families = g_intern_string(key.families);
        g_hash_table_insert(fonts->fonts, kept, font);
    }
    return font;
}
