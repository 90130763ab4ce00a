#include "pdf/unicode.h"

#include "pdf/syntax.h"

struct pdf_unicode {
    mh_arena *arena;
    size_t code_bytes;
    GHashTable *characters; /* code → UTF-8 */
};

pdf_unicode *pdf_unicode_new(mh_arena *arena, size_t code_bytes)
{
    pdf_unicode *map = MH_NEW(arena, pdf_unicode, 1);
    map->arena = arena;
    map->code_bytes = code_bytes;
    map->characters = g_hash_table_new(NULL, NULL);
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, map->characters);
    return map;
}

static void add(pdf_unicode *map, unsigned code, mh_view utf16)
{
    GString *text = g_string_new(NULL);
    pdf_put_utf16(text, utf16);
    g_hash_table_insert(map->characters, GUINT_TO_POINTER(code),
                        mh_arena_strdup(map->arena, text->str));
    (void)g_string_free(text, TRUE);
}

/* The bytes of the next token, which must be a string. */
static bool next_string(pdf_cursor *cursor, GString *out)
{
    pdf_token token = pdf_next(cursor);
    g_string_truncate(out, 0);
    if (token.kind != PDF_TOKEN_STRING)
        return false;
    pdf_string_bytes(token.text, out);
    return true;
}

static bool next_code(pdf_cursor *cursor, GString *scratch, unsigned *out)
{
    if (!next_string(cursor, scratch) || scratch->len == 0 || scratch->len > 2)
        return false;
    *out = (guchar)scratch->str[0];
    if (scratch->len == 2)
        *out = *out << 8 | (guchar)scratch->str[1];
    return true;
}

static bool read_char(pdf_unicode *map, pdf_cursor *cursor, GString *scratch)
{
    unsigned code = 0;
    if (!next_code(cursor, scratch, &code) || !next_string(cursor, scratch))
        return false;
    add(map, code, (mh_view){.ptr = scratch->str, .len = scratch->len});
    return true;
}

/* A range whose characters follow each other: the last byte counts up. */
static bool add_run(pdf_unicode *map, unsigned first, unsigned last, GString *utf16)
{
    if (utf16->len < 2 || (guchar)utf16->str[utf16->len - 1] + (last - first) > 0xFF)
        return false;
    for (unsigned code = first; code <= last; code++) {
        add(map, code, (mh_view){.ptr = utf16->str, .len = utf16->len});
        utf16->str[utf16->len - 1]++;
    }
    return true;
}

static bool read_range(pdf_unicode *map, pdf_cursor *cursor, GString *scratch)
{
    unsigned first = 0;
    unsigned last = 0;
    if (!next_code(cursor, scratch, &first) || !next_code(cursor, scratch, &last) || first > last)
        return false;
    pdf_cursor ahead = *cursor;
    if (pdf_next(&ahead).kind != PDF_TOKEN_OPEN)
        return next_string(cursor, scratch) && add_run(map, first, last, scratch);
    for (unsigned code = first; code <= last; code++) {
        if (!next_string(&ahead, scratch))
            return false;
        add(map, code, (mh_view){.ptr = scratch->str, .len = scratch->len});
    }
    *cursor = ahead;
    return pdf_next(cursor).kind == PDF_TOKEN_CLOSE;
}

typedef bool row_reader(pdf_unicode *map, pdf_cursor *cursor, GString *scratch);

/* The rows after "beginbf…", up to "endbf…". */
static bool read_rows(pdf_unicode *map, pdf_cursor *cursor, row_reader *read)
{
    GString *scratch = g_string_new(NULL);
    bool is_good = true;
    for (;;) {
        pdf_cursor ahead = *cursor;
        if (pdf_next(&ahead).kind != PDF_TOKEN_STRING)
            break;
        is_good = read(map, cursor, scratch);
        if (!is_good)
            break;
    }
    (void)g_string_free(scratch, TRUE);
    return is_good;
}

bool pdf_unicode_read(pdf_unicode *map, mh_view bytes)
{
    pdf_cursor cursor = {.bytes = bytes};
    for (;;) {
        pdf_token token = pdf_next(&cursor);
        bool is_good = true;
        if (token.kind == PDF_TOKEN_END)
            return true;
        if (token.kind == PDF_TOKEN_BROKEN)
            return false;
        if (token.kind != PDF_TOKEN_WORD)
            continue;
        if (mh_view_equal(token.text, MH_VIEW("beginbfchar")))
            is_good = read_rows(map, &cursor, read_char);
        else if (mh_view_equal(token.text, MH_VIEW("beginbfrange")))
            is_good = read_rows(map, &cursor, read_range);
        if (!is_good)
            return false;
    }
}

void pdf_unicode_decode(const pdf_unicode *map, mh_view codes, GString *out)
{
    for (size_t i = 0; i + map->code_bytes <= codes.len; i += map->code_bytes) {
        unsigned code = (guchar)codes.ptr[i];
        if (map->code_bytes == 2)
            code = code << 8 | (guchar)codes.ptr[i + 1];
        const char *text = g_hash_table_lookup(map->characters, GUINT_TO_POINTER(code));
        g_string_append(out, text ? text : "\xEF\xBF\xBD");
    }
}
