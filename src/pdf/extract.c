#include "pdf/extract.h"

#include "pdf/syntax.h"
#include "pdf/unicode.h"

struct pdf_extractor {
    mh_arena *arena;
    pdf_file *file;
    GHashTable *fonts; /* object number → pdf_unicode */
    GString *scratch;
};

/* A content stream on its way. */
typedef struct reading {
    pdf_extractor *extractor;
    mh_view fonts; /* resource dictionary */
    const pdf_unicode *font;
    GString *out;
    size_t depth;      /* of marked content */
    size_t mute_depth; /* depth whose content does not count: an artifact, or text replaced; or 0 */
    mh_view operands;  /* bytes since the last operator */
} reading;

pdf_extractor *pdf_extractor_new(mh_job *job, pdf_file *file)
{
    mh_arena *arena = mh_job_arena(job);
    pdf_extractor *extractor = MH_NEW(arena, pdf_extractor, 1);
    extractor->arena = arena;
    extractor->file = file;
    extractor->fonts = g_hash_table_new(NULL, NULL);
    extractor->scratch = mh_arena_string(arena);
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, extractor->fonts);
    return extractor;
}

/* ------------------------------------------------------------------ fonts */

static pdf_unicode *load_font(pdf_extractor *x, mh_view font)
{
    bool is_composite = pdf_is_name(pdf_dict_find(font, "Subtype"), "Type0");
    pdf_unicode *map = pdf_unicode_new(x->arena, is_composite ? 2 : 1);
    pdf_object stream;
    mh_view bytes;
    uint32_t number = pdf_reference(pdf_dict_find(font, "ToUnicode"));
    if (number == 0 || !pdf_file_object(x->file, number, &stream)
        || !pdf_file_expand(x->file, &stream, &bytes) || !pdf_unicode_read(map, bytes))
        return NULL;
    return map;
}

/* NULL when the font is not there, or has no map. */
static const pdf_unicode *find_font(pdf_extractor *x, mh_view fonts, mh_view name)
{
    char *key = g_strndup(name.ptr, name.len);
    mh_view value = pdf_dict_find(fonts, key);
    g_free(key);
    gpointer number = GUINT_TO_POINTER(pdf_reference(value));
    pdf_unicode *map = number ? g_hash_table_lookup(x->fonts, number) : NULL;
    if (!map && value.len > 0) {
        map = load_font(x, pdf_file_resolve(x->file, value));
        if (map && number)
            g_hash_table_insert(x->fonts, number, map);
    }
    return map;
}

/* ------------------------------------------------------------------ operators */

static bool choose_font(reading *r)
{
    pdf_cursor cursor = {.bytes = r->operands};
    pdf_token name = pdf_next(&cursor);
    r->font = name.kind == PDF_TOKEN_NAME ? find_font(r->extractor, r->fonts, name.text) : NULL;
    return r->font != NULL;
}

/* All strings among the operands: one for Tj, those of the array for TJ. */
static bool show(reading *r)
{
    if (r->mute_depth > 0)
        return true;
    if (!r->font)
        return false;
    pdf_cursor cursor = {.bytes = r->operands};
    for (pdf_token t = pdf_next(&cursor); t.kind != PDF_TOKEN_END; t = pdf_next(&cursor)) {
        if (t.kind == PDF_TOKEN_BROKEN)
            return false;
        if (t.kind != PDF_TOKEN_STRING)
            continue;
        g_string_truncate(r->extractor->scratch, 0);
        pdf_string_bytes(t.text, r->extractor->scratch);
        pdf_unicode_decode(
            r->font,
            (mh_view){.ptr = r->extractor->scratch->str, .len = r->extractor->scratch->len},
            r->out);
    }
    return true;
}

static bool begin_marked(reading *r)
{
    r->depth++;
    if (r->mute_depth > 0)
        return true;
    pdf_cursor cursor = {.bytes = r->operands};
    pdf_token tag = pdf_next(&cursor);
    mh_view properties = {0};
    (void)pdf_value(&cursor, &properties);
    mh_view actual = pdf_dict_find(properties, "ActualText");
    bool is_artifact = tag.kind == PDF_TOKEN_NAME && mh_view_equal(tag.text, MH_VIEW("Artifact"));
    if (is_artifact || actual.len > 0)
        r->mute_depth = r->depth;
    if (!is_artifact && actual.len > 0)
        pdf_string_text(actual, r->out);
    return tag.kind == PDF_TOKEN_NAME;
}

static bool end_marked(reading *r)
{
    if (r->depth == 0)
        return false;
    if (r->mute_depth == r->depth)
        r->mute_depth = 0;
    r->depth--;
    return true;
}

/* Fonts are not saved and restored with the graphics state: cairo names one in each text object. */
static const struct {
    const char *name;
    bool (*run)(reading *r);
} operators[] = {
    {"Tf", choose_font},   {"Tj", show},          {"TJ", show},
    {"BDC", begin_marked}, {"BMC", begin_marked}, {"EMC", end_marked},
};

static bool run_operator(reading *r, mh_view name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
        if (mh_view_equal(name, mh_view_of(operators[i].name)))
            return operators[i].run(r);
    return true;
}

static bool read_content(reading *r, mh_view bytes)
{
    pdf_cursor cursor = {.bytes = bytes};
    size_t start = 0;
    for (;;) {
        pdf_token token = pdf_next(&cursor);
        if (token.kind == PDF_TOKEN_END)
            return r->depth == 0;
        if (token.kind == PDF_TOKEN_BROKEN)
            return false;
        if (token.kind != PDF_TOKEN_WORD)
            continue;
        r->operands = mh_view_slice(bytes, start, cursor.at - token.text.len);
        if (!run_operator(r, token.text))
            return false;
        start = cursor.at;
    }
}

bool pdf_extract_page(pdf_extractor *x, uint32_t page, GString *out)
{
    pdf_object object;
    pdf_object stream;
    mh_view bytes;
    if (!pdf_file_object(x->file, page, &object))
        return false;
    uint32_t contents = pdf_reference(pdf_dict_find(object.value, "Contents"));
    if (contents == 0 || !pdf_file_object(x->file, contents, &stream)
        || !pdf_file_expand(x->file, &stream, &bytes))
        return false;
    mh_view resources = pdf_file_resolve(x->file, pdf_dict_find(object.value, "Resources"));
    reading r = {
        .extractor = x,
        .fonts = pdf_file_resolve(x->file, pdf_dict_find(resources, "Font")),
        .out = out,
    };
    return read_content(&r, bytes);
}
