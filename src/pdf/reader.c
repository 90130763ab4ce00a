#include "pdf/reader.h"

#include "pdf/syntax.h"

/* more objects than this in one record's PDF is a mistake */
#define OBJECT_MAX_COUNT 8000000

typedef enum entry_kind {
    ENTRY_FREE,
    ENTRY_OFFSET, /* at is an offset in the file */
    ENTRY_PACKED, /* at is the number of an object stream */
} entry_kind;

typedef struct entry {
    entry_kind kind;
    size_t at;
    size_t index; /* in the object stream */
} entry;

/* An object stream, expanded: where its objects are. */
typedef struct packed {
    mh_view bytes;
    GArray *offsets; /* size_t */
} packed;

struct pdf_file {
    mh_arena *arena;
    pdf_flate *flate;
    mh_view bytes;
    GArray *entries; /* entry */
    mh_view trailer;
    GHashTable *packed; /* object number → packed */
};

static bool next_unsigned(pdf_cursor *cursor, size_t *out)
{
    pdf_token token = pdf_next(cursor);
    return token.kind == PDF_TOKEN_NUMBER && pdf_unsigned(token.text, out);
}

static bool next_word(pdf_cursor *cursor, const char *word)
{
    pdf_token token = pdf_next(cursor);
    return token.kind == PDF_TOKEN_WORD && mh_view_equal(token.text, mh_view_of(word));
}

static entry *entry_of(pdf_file *file, size_t number)
{
    return number < file->entries->len ? &g_array_index(file->entries, entry, number) : NULL;
}

/* Entries [first, first + count) exist after this. */
static bool make_room(pdf_file *file, size_t first, size_t count)
{
    if (first > OBJECT_MAX_COUNT || count > OBJECT_MAX_COUNT - first)
        return false;
    if (first + count > file->entries->len)
        g_array_set_size(file->entries, (guint)(first + count));
    return true;
}

/* "offset generation n" or f, count times (ISO 32000-1 §7.5.4). */
static bool read_rows(pdf_file *file, pdf_cursor *cursor, size_t first, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        entry *e = entry_of(file, first + i);
        size_t generation = 0;
        if (!next_unsigned(cursor, &e->at) || !next_unsigned(cursor, &generation))
            return false;
        e->kind = next_word(cursor, "n") ? ENTRY_OFFSET : ENTRY_FREE;
    }
    return true;
}

/* What follows "xref": sections of "first count" and rows, then the trailer. */
static bool read_table(pdf_file *file, pdf_cursor *cursor)
{
    for (;;) {
        pdf_cursor ahead = *cursor;
        size_t first = 0;
        size_t count = 0;
        if (next_word(&ahead, "trailer")) {
            *cursor = ahead;
            return pdf_value(cursor, &file->trailer);
        }
        if (!next_unsigned(cursor, &first) || !next_unsigned(cursor, &count)
            || count > file->bytes.len || !make_room(file, first, count)
            || !read_rows(file, cursor, first, count))
            return false;
    }
}

static bool read_at(pdf_file *file, size_t offset, bool may_refer, pdf_object *out);

/* Length of a stream; it may stand in an object of its own, a plain one, which refers no further.
 */
static bool read_length(pdf_file *file, mh_view length, bool may_refer, size_t *out)
{
    uint32_t number = pdf_reference(length);
    if (number == 0)
        return pdf_unsigned(length, out);
    const entry *e = entry_of(file, number);
    pdf_object object;
    return may_refer && e && e->kind == ENTRY_OFFSET && read_at(file, e->at, false, &object)
           && pdf_unsigned(object.value, out);
}

/* Value and stream at the cursor, after "N G obj". */
static bool read_body(pdf_file *file, pdf_cursor *cursor, bool may_refer, pdf_object *out)
{
    *out = (pdf_object){0};
    if (!pdf_value(cursor, &out->value))
        return false;
    if (!next_word(cursor, "stream"))
        return true;
    mh_view bytes = file->bytes;
    size_t start = cursor->at;
    if (start < bytes.len && bytes.ptr[start] == '\r')
        start++;
    size_t count = 0;
    if (start >= bytes.len || bytes.ptr[start] != '\n'
        || !read_length(file, pdf_dict_find(out->value, "Length"), may_refer, &count)
        || count > bytes.len - start - 1)
        return false;
    out->stream = mh_view_slice(bytes, start + 1, start + 1 + count);
    out->is_stream = true;
    cursor->at = start + 1 + count;
    return next_word(cursor, "endstream");
}

static bool read_at(pdf_file *file, size_t offset, bool may_refer, pdf_object *out)
{
    pdf_cursor cursor = {.bytes = file->bytes, .at = offset};
    size_t number = 0;
    size_t generation = 0;
    return offset < file->bytes.len && next_unsigned(&cursor, &number)
           && next_unsigned(&cursor, &generation) && next_word(&cursor, "obj")
           && read_body(file, &cursor, may_refer, out);
}

bool pdf_file_expand(pdf_file *file, const pdf_object *object, mh_view *out)
{
    if (!object->is_stream || pdf_dict_find(object->value, "DecodeParms").len != 0)
        return false;
    mh_view filter = pdf_dict_find(object->value, "Filter");
    if (filter.len == 0) {
        *out = object->stream;
        return true;
    }
    GByteArray *bytes = mh_arena_bytes(file->arena);
    if (!pdf_is_name(filter, "FlateDecode") || !pdf_inflate(file->flate, object->stream, bytes))
        return false;
    *out = (mh_view){.ptr = (const char *)bytes->data, .len = bytes->len};
    return true;
}

static size_t big_endian(mh_view bytes, size_t at, size_t width)
{
    size_t value = 0;
    for (size_t i = 0; i < width; i++)
        value = value << 8 | (unsigned char)bytes.ptr[at + i];
    return value;
}

/* Widths of the fields of a cross-reference stream (§7.5.8.2). */
static bool read_widths(mh_view dict, size_t widths[3])
{
    pdf_cursor cursor = {.bytes = pdf_dict_find(dict, "W")};
    if (pdf_next(&cursor).kind != PDF_TOKEN_OPEN)
        return false;
    for (size_t i = 0; i < 3; i++)
        if (!next_unsigned(&cursor, &widths[i]) || widths[i] > 8)
            return false;
    return widths[0] == 1 && widths[1] > 0;
}

static bool read_xref_stream(pdf_file *file, size_t offset)
{
    pdf_object object;
    mh_view bytes;
    size_t widths[3];
    if (!read_at(file, offset, true, &object) || !pdf_file_expand(file, &object, &bytes)
        || !read_widths(object.value, widths) || pdf_dict_find(object.value, "Index").len != 0)
        return false;
    size_t row = widths[0] + widths[1] + widths[2];
    size_t count = bytes.len / row;
    if (!make_room(file, 0, count))
        return false;
    for (size_t i = 0; i < count; i++) {
        unsigned char kind = (unsigned char)bytes.ptr[i * row];
        if (kind > ENTRY_PACKED)
            return false;
        *entry_of(file, i) =
            (entry){.kind = (entry_kind)kind,
                    .at = big_endian(bytes, i * row + 1, widths[1]),
                    .index = big_endian(bytes, i * row + 1 + widths[1], widths[2])};
    }
    file->trailer = object.value;
    return true;
}

static bool read_cross_reference(pdf_file *file)
{
    static const char word[] = "startxref";
    const size_t tail = 64; /* cairo ends with "startxref", a number and %%EOF */
    size_t from = file->bytes.len > tail ? file->bytes.len - tail : 0;
    size_t at = mh_view_find(file->bytes, MH_VIEW("startxref"), from);
    if (at == SIZE_MAX)
        return false;
    pdf_cursor cursor = {.bytes = file->bytes, .at = at + sizeof(word) - 1};
    size_t offset = 0;
    if (!next_unsigned(&cursor, &offset) || offset >= file->bytes.len)
        return false;
    cursor.at = offset;
    pdf_cursor ahead = cursor;
    if (!next_word(&ahead, "xref"))
        return read_xref_stream(file, offset);
    return read_table(file, &ahead);
}

pdf_file *pdf_file_try(mh_arena *arena, pdf_flate *flate, mh_view bytes)
{
    pdf_file *file = MH_NEW(arena, pdf_file, 1);
    *file = (pdf_file){
        .arena = arena,
        .flate = flate,
        .bytes = bytes,
        .entries = mh_arena_array(arena, sizeof(entry)),
        .packed = g_hash_table_new(NULL, NULL),
    };
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, file->packed);
    return read_cross_reference(file) ? file : NULL;
}

pdf_file *pdf_file_open(mh_job *job, pdf_flate *flate, mh_view bytes)
{
    pdf_file *file = pdf_file_try(mh_job_arena(job), flate, bytes);
    if (!file)
        (void)mh_report(job, MH_PDF_DIALECT, 0, 0, "cross-reference");
    return file;
}

size_t pdf_file_object_count(const pdf_file *file)
{
    return file->entries->len;
}

static packed *load_packed(pdf_file *file, size_t number)
{
    packed *found = g_hash_table_lookup(file->packed, GSIZE_TO_POINTER(number));
    if (found)
        return found;
    const entry *e = entry_of(file, number);
    pdf_object object;
    mh_view bytes;
    size_t count = 0;
    size_t first = 0;
    if (!e || e->kind != ENTRY_OFFSET || !read_at(file, e->at, true, &object)
        || !pdf_file_expand(file, &object, &bytes)
        || !pdf_unsigned(pdf_dict_find(object.value, "N"), &count)
        || !pdf_unsigned(pdf_dict_find(object.value, "First"), &first) || first > bytes.len)
        return NULL;
    found = MH_NEW(file->arena, packed, 1);
    *found = (packed){.bytes = bytes, .offsets = mh_arena_array(file->arena, sizeof(size_t))};
    pdf_cursor cursor = {.bytes = mh_view_slice(bytes, 0, first)};
    for (size_t i = 0; i < count; i++) {
        size_t object_number = 0;
        size_t offset = 0;
        if (!next_unsigned(&cursor, &object_number) || !next_unsigned(&cursor, &offset)
            || offset > bytes.len - first)
            return NULL;
        offset += first;
        g_array_append_val(found->offsets, offset);
    }
    g_hash_table_insert(file->packed, GSIZE_TO_POINTER(number), found);
    return found;
}

bool pdf_file_object(pdf_file *file, uint32_t number, pdf_object *out)
{
    const entry *e = entry_of(file, number);
    if (!e || e->kind == ENTRY_FREE)
        return false;
    if (e->kind == ENTRY_OFFSET)
        return read_at(file, e->at, true, out);
    const packed *stream = load_packed(file, e->at);
    if (!stream || e->index >= stream->offsets->len)
        return false;
    pdf_cursor cursor = {.bytes = stream->bytes,
                         .at = g_array_index(stream->offsets, size_t, e->index)};
    *out = (pdf_object){0};
    return pdf_value(&cursor, &out->value);
}

mh_view pdf_file_resolve(pdf_file *file, mh_view value)
{
    uint32_t number = pdf_reference(value);
    pdf_object object;
    if (number == 0)
        return value;
    return pdf_file_object(file, number, &object) ? object.value : (mh_view){0};
}

mh_view pdf_file_catalog(pdf_file *file)
{
    return pdf_file_resolve(file, pdf_dict_find(file->trailer, "Root"));
}

GArray *pdf_file_pages(pdf_file *file)
{
    mh_view tree = pdf_file_resolve(file, pdf_dict_find(pdf_file_catalog(file), "Pages"));
    pdf_cursor cursor = {.bytes = pdf_file_resolve(file, pdf_dict_find(tree, "Kids"))};
    if (!pdf_is_name(pdf_dict_find(tree, "Type"), "Pages")
        || pdf_next(&cursor).kind != PDF_TOKEN_OPEN)
        return NULL;
    GArray *pages = mh_arena_array(file->arena, sizeof(uint32_t));
    for (mh_view kid; pdf_value(&cursor, &kid);) {
        uint32_t number = pdf_reference(kid);
        if (number == 0)
            return NULL;
        g_array_append_val(pages, number);
    }
    return pages;
}
