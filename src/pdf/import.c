#include "pdf/import.h"

#include "pdf/content.h"
#include "pdf/links.h"
#include "pdf/syntax.h"

static mh_status unexpected(const pdf_document *d, const char *what)
{
    return mh_report(d->job, MH_PDF_DIALECT, 0, 0, "%s", what);
}

/* Numbers of all objects that @p value refers to go on the list. */
static void note_references(mh_view value, GArray *list)
{
    size_t number = 0;
    bool is_number = false; /* the token before the last is an object number */
    size_t last = 0;
    bool is_last = false;
    pdf_cursor cursor = {.bytes = value};
    for (;;) {
        pdf_token token = pdf_next(&cursor);
        if (token.kind == PDF_TOKEN_END || token.kind == PDF_TOKEN_BROKEN)
            return;
        if (token.kind == PDF_TOKEN_WORD && is_number && is_last && number <= UINT32_MAX
            && mh_view_equal(token.text, MH_VIEW("R"))) {
            uint32_t reference = (uint32_t)number;
            g_array_append_val(list, reference);
        }
        number = last;
        is_number = is_last;
        is_last = token.kind == PDF_TOKEN_NUMBER && pdf_unsigned(token.text, &last);
    }
}

/* Entries that are not taken over: lengths are written anew; PDF/A allows no smoothing (§6.2.8). */
static bool is_dropped(mh_view key, bool is_stream)
{
    return mh_view_equal(key, MH_VIEW("Interpolate"))
           || (is_stream && mh_view_equal(key, MH_VIEW("Length")));
}

/* cairo nests no deeper; what does is copied as it stands */
#define DICT_MAX_DEPTH 8

static void copy_entries(mh_view dict, bool is_stream, size_t depth, GString *out);

static void copy_value(mh_view value, size_t depth, GString *out)
{
    if (depth >= DICT_MAX_DEPTH || !mh_view_starts_with(value, MH_VIEW("<<"))) {
        g_string_append_len(out, value.ptr, (gssize)value.len);
        return;
    }
    g_string_append(out, "<<");
    copy_entries(value, false, depth + 1, out);
    g_string_append(out, ">>");
}

/* cairo names a picture twice that is twice on a page */
static bool is_repeated(mh_view dict, mh_view key, mh_view value)
{
    mh_view name;
    mh_view first;
    for (pdf_cursor cursor = pdf_dict_enter(dict); pdf_dict_next(&cursor, &name, &first);)
        if (mh_view_equal(name, key))
            return first.ptr != value.ptr;
    return false;
}

static void copy_entries(mh_view dict, bool is_stream, size_t depth, GString *out)
{
    mh_view key;
    mh_view value;
    for (pdf_cursor cursor = pdf_dict_enter(dict); pdf_dict_next(&cursor, &key, &value);) {
        if (is_dropped(key, is_stream) || is_repeated(dict, key, value))
            continue;
        g_string_append_c(out, '/');
        g_string_append_len(out, key.ptr, (gssize)key.len);
        g_string_append_c(out, ' ');
        copy_value(value, depth, out);
    }
    /* cairo forgets it; glyphs are numbered alike in font and text (PDF/A-3 §6.2.11.3.2) */
    if (pdf_is_name(pdf_dict_find(dict, "Subtype"), "CIDFontType2")
        && pdf_dict_find(dict, "CIDToGIDMap").len == 0)
        g_string_append(out, "/CIDToGIDMap/Identity");
}

/* Resources on their way. */
typedef struct importer {
    pdf_document *d;
    pdf_flate *flate;
    GArray *list;       /* numbers of objects that are referred to */
    GHashTable *maps;   /* set of numbers: ToUnicode streams */
    GByteArray *opened; /* the last such stream */
} importer;

/*
 * cairo tells of glyphs that stand for no text of their own, the pieces of a letter, that their
 * text is unknown. Replacement text has it; readers that do not know replacement text are better
 * off with a joiner in the word than with a sign for what cannot be read.
 */
static bool mend_map(importer *m, const pdf_object *object)
{
    mh_view unknown = MH_VIEW("<fffd>");
    mh_view joiner = MH_VIEW("<200d>");
    g_byte_array_set_size(m->opened, 0);
    if (!pdf_is_name(pdf_dict_find(object->value, "Filter"), "FlateDecode")
        || !pdf_inflate(m->flate, object->stream, m->opened))
        return false;
    mh_view bytes = {.ptr = (const char *)m->opened->data, .len = m->opened->len};
    bool is_mended = false;
    for (size_t at = 0; (at = mh_view_find(bytes, unknown, at)) < bytes.len;) {
        memcpy(m->opened->data + at, joiner.ptr, joiner.len);
        is_mended = true;
    }
    return is_mended;
}

/* The object under its old number; what it refers to goes on the list. */
static void copy_object(importer *m, uint32_t number, const pdf_object *object)
{
    pdf_document *d = m->d;
    GString *out = pdf_writer_scratch(d->out);
    uint32_t map = object->is_stream ? 0 : pdf_reference(pdf_dict_find(object->value, "ToUnicode"));
    if (map != 0)
        (void)g_hash_table_add(m->maps, GUINT_TO_POINTER(map));
    if (g_hash_table_contains(m->maps, GUINT_TO_POINTER(number)) && mend_map(m, object)) {
        pdf_writer_stream_deflated(d->out, number, (mh_view){0},
                                   (mh_view){(const char *)m->opened->data, m->opened->len});
    } else if (object->is_stream) {
        copy_entries(object->value, true, 0, out);
        pdf_writer_stream(d->out, number, (mh_view){.ptr = out->str, .len = out->len},
                          object->stream);
    } else {
        copy_value(object->value, 0, out);
        pdf_writer_object(d->out, number, out);
    }
    note_references((mh_view){.ptr = out->str, .len = out->len}, m->list);
}

/* The entries of cairo's pages, and whether they are made anew here. Others are refused. */
static bool is_page_entry(mh_view key)
{
    static const char *const known[] = {"Type",  "Parent",    "MediaBox",      "Contents",
                                        "Group", "Resources", "StructParents", "Tabs"};
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (mh_view_equal(key, mh_view_of(known[i])))
            return true;
    return false;
}

static bool read_page(pdf_file *file, uint32_t number, pdf_object *page)
{
    mh_view key;
    mh_view value;
    if (!pdf_file_object(file, number, page)
        || !pdf_is_name(pdf_dict_find(page->value, "Type"), "Page"))
        return false;
    for (pdf_cursor cursor = pdf_dict_enter(page->value); pdf_dict_next(&cursor, &key, &value);)
        if (!is_page_entry(key))
            return false;
    return true;
}

mh_status pdf_import_resources(pdf_document *d, pdf_file *file, pdf_flate *flate)
{
    importer m = {
        .d = d,
        .flate = flate,
        .list = mh_arena_array(d->arena, sizeof(uint32_t)),
        .maps = g_hash_table_new(NULL, NULL),
        .opened = mh_arena_bytes(d->arena),
    };
    mh_arena_defer(d->arena, (GDestroyNotify)g_hash_table_unref, m.maps);
    const GArray *pages = pdf_file_pages(file);
    if (!pages || pages->len != pdf_page_count(d))
        return unexpected(d, "page tree");
    d->page_objects = MH_NEW(d->arena, uint32_t, pages->len);
    for (guint i = 0; i < pages->len; i++) {
        d->page_objects[i] = g_array_index(pages, uint32_t, i);
        if (d->page_objects[i] >= pdf_file_object_count(file)
            || !pdf_writer_claim(d->out, d->page_objects[i]))
            return unexpected(d, "page tree");
    }
    for (guint i = 0; i < pages->len; i++) {
        pdf_object page;
        if (!read_page(file, d->page_objects[i], &page))
            return unexpected(d, "page");
        note_references(pdf_dict_find(page.value, "Resources"), m.list);
    }
    while (m.list->len > 0) {
        uint32_t number = g_array_index(m.list, uint32_t, m.list->len - 1);
        g_array_set_size(m.list, m.list->len - 1);
        pdf_object object;
        if (number >= pdf_file_object_count(file) || !pdf_file_object(file, number, &object))
            return unexpected(d, "reference");
        if (pdf_writer_claim(d->out, number))
            copy_object(&m, number, &object);
    }
    return MH_OK;
}

/* One set for all pages. */
typedef struct import_buffers {
    pdf_flate *flate;
    GByteArray *expanded;
    GString *rewritten;
    GArray *marks; /* pdf_content_mark */
} import_buffers;

static GArray *content_marks(const pdf_document *d, const pdf_page *page, GArray *marks)
{
    g_array_set_size(marks, (guint)page->mark_count);
    for (guint i = 0; i < marks->len; i++) {
        const pdf_mark *mark = pdf_mark_at(d, page->first_mark + i);
        g_array_index(marks, pdf_content_mark, i) = (pdf_content_mark){
            .role = mark->element ? d->elements[mark->element->number].role : NULL,
            .artifact = mark->artifact,
            .actual_text = mark->actual_text,
            .fence = mark->fence,
        };
    }
    return marks;
}

static void keep_numbers(const pdf_document *d, const pdf_page *page, const GArray *marks)
{
    for (guint i = 0; i < marks->len; i++) {
        const pdf_content_mark *made = &g_array_index(marks, pdf_content_mark, i);
        pdf_mark *mark = pdf_mark_at(d, page->first_mark + i);
        mark->mcid = made->mcid;
        mark->sequences = made->sequences;
    }
}

static bool rewrite_content(pdf_document *d, pdf_file *file, const pdf_page *page, mh_view contents,
                            import_buffers *buffers)
{
    pdf_object object;
    uint32_t number = pdf_reference(contents);
    g_byte_array_set_size(buffers->expanded, 0);
    g_string_truncate(buffers->rewritten, 0);
    if (number == 0 || !pdf_file_object(file, number, &object) || !object.is_stream
        || !pdf_is_name(pdf_dict_find(object.value, "Filter"), "FlateDecode")
        || !pdf_inflate(buffers->flate, object.stream, buffers->expanded))
        return false;
    mh_view in = {.ptr = (const char *)buffers->expanded->data, .len = buffers->expanded->len};
    GArray *marks = content_marks(d, page, buffers->marks);
    if (!pdf_content_rewrite(in, (pdf_content_mark *)(void *)marks->data, marks->len,
                             buffers->rewritten))
        return false;
    keep_numbers(d, page, marks);
    return true;
}

static void write_page(pdf_document *d, size_t index, uint32_t tree, uint32_t contents,
                       mh_view resources)
{
    const pdf_page *page = pdf_page_at(d, index);
    GString *out = pdf_writer_scratch(d->out);
    g_string_append_printf(out, "<</Type/Page/Parent %u 0 R/MediaBox[0 0 ", tree);
    pdf_put_number(out, page->width);
    pdf_put_number(g_string_append_c(out, ' '), page->height);
    g_string_append_printf(out, "]/Contents %u 0 R/StructParents %zu/Tabs/S/Resources ", contents,
                           index);
    copy_value(resources, 0, out);
    pdf_links_put_page(d, page, out);
    g_string_append(out, ">>");
    pdf_writer_object(d->out, d->page_objects[index], out);
}

static void write_tree(pdf_document *d, uint32_t tree)
{
    GString *out = g_string_append(pdf_writer_scratch(d->out), "<</Type/Pages/Kids[");
    for (size_t i = 0; i < pdf_page_count(d); i++)
        g_string_append_printf(out, "%u 0 R ", d->page_objects[i]);
    g_string_append_printf(out, "]/Count %zu>>", pdf_page_count(d));
    pdf_writer_object(d->out, tree, out);
    g_string_append_printf(d->catalog, "/Pages %u 0 R", tree);
}

mh_status pdf_import_pages(pdf_document *d, pdf_file *file, pdf_flate *flate)
{
    import_buffers buffers = {
        .flate = flate,
        .expanded = mh_arena_bytes(d->arena),
        .rewritten = mh_arena_string(d->arena),
        .marks = mh_arena_array(d->arena, sizeof(pdf_content_mark)),
    };
    uint32_t tree = pdf_writer_reserve(d->out);
    for (size_t i = 0; i < pdf_page_count(d); i++) {
        pdf_object page;
        if (!read_page(file, d->page_objects[i], &page)
            || !rewrite_content(d, file, pdf_page_at(d, i), pdf_dict_find(page.value, "Contents"),
                                &buffers))
            return unexpected(d, "page content");
        uint32_t contents = pdf_writer_reserve(d->out);
        pdf_writer_stream_deflated(
            d->out, contents, (mh_view){0},
            (mh_view){.ptr = buffers.rewritten->str, .len = buffers.rewritten->len});
        write_page(d, i, tree, contents, pdf_dict_find(page.value, "Resources"));
    }
    write_tree(d, tree);
    return MH_OK;
}
