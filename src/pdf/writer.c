#include "pdf/writer.h"

/* as many as give good compression, few enough for a reader to open at will */
#define PACK_COUNT 200

typedef enum place_kind {
    PLACE_FREE = 0,
    PLACE_OFFSET = 1,
    PLACE_PACKED = 2,
    PLACE_TAKEN = 3, /* claimed, not yet written */
} place_kind;

typedef struct place {
    uint8_t kind;
    uint16_t index; /* in its object stream */
    uint32_t at;    /* offset, or number of the object stream */
} place;

struct pdf_writer {
    pdf_flate *flate;
    GByteArray *out;
    GArray *places;     /* place */
    GString *pack_head; /* object stream being filled: numbers and offsets */
    GString *pack_body;
    uint16_t pack_count;
    uint32_t pack_number;
    GByteArray *deflated;
    GString *scratch;
    GString *line;
};

static void put(pdf_writer *writer, const char *bytes, size_t length)
{
    g_byte_array_append(writer->out, (const guint8 *)bytes, (guint)length);
}

pdf_writer *pdf_writer_new(mh_arena *arena, pdf_flate *flate, uint32_t reserved)
{
    pdf_writer *writer = MH_NEW(arena, pdf_writer, 1);
    *writer = (pdf_writer){
        .flate = flate,
        .out = mh_arena_bytes(arena),
        .places = mh_arena_array(arena, sizeof(place)),
        .pack_head = mh_arena_string(arena),
        .pack_body = mh_arena_string(arena),
        .deflated = mh_arena_bytes(arena),
        .scratch = mh_arena_string(arena),
        .line = mh_arena_string(arena),
    };
    /* the comment's four high bytes tell transfer programs that the file is binary (§7.5.2) */
    static const char head[] = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    put(writer, head, sizeof(head) - 1);
    g_array_set_size(writer->places, reserved);
    (void)pdf_writer_claim(writer, 0);
    return writer;
}

static place *place_of(pdf_writer *writer, uint32_t number)
{
    return &g_array_index(writer->places, place, number);
}

bool pdf_writer_claim(pdf_writer *writer, uint32_t number)
{
    place *p = place_of(writer, number);
    if (p->kind != PLACE_FREE)
        return false;
    p->kind = PLACE_TAKEN;
    return true;
}

uint32_t pdf_writer_reserve(pdf_writer *writer)
{
    const place taken = {.kind = PLACE_TAKEN};
    g_array_append_val(writer->places, taken);
    return writer->places->len - 1;
}

GString *pdf_writer_scratch(pdf_writer *writer)
{
    return g_string_truncate(writer->scratch, 0);
}

static mh_view view_of(const GString *string)
{
    return (mh_view){.ptr = string->str, .len = string->len};
}

static void set_offset(pdf_writer *writer, uint32_t number)
{
    *place_of(writer, number) = (place){.kind = PLACE_OFFSET, .at = writer->out->len};
}

void pdf_writer_stream(pdf_writer *writer, uint32_t number, mh_view entries, mh_view bytes)
{
    set_offset(writer, number);
    g_string_printf(writer->line, "%u 0 obj\n<<", number);
    g_string_append_len(writer->line, entries.ptr, (gssize)entries.len);
    g_string_append_printf(writer->line, "/Length %zu>>\nstream\n", bytes.len);
    put(writer, writer->line->str, writer->line->len);
    put(writer, bytes.ptr, bytes.len);
    static const char tail[] = "\nendstream\nendobj\n";
    put(writer, tail, sizeof(tail) - 1);
}

void pdf_writer_stream_deflated(pdf_writer *writer, uint32_t number, mh_view entries, mh_view bytes)
{
    g_byte_array_set_size(writer->deflated, 0);
    pdf_deflate(writer->flate, bytes, writer->deflated);
    GString *all = g_string_new_len(entries.ptr, (gssize)entries.len);
    g_string_append(all, "/Filter/FlateDecode");
    pdf_writer_stream(writer, number, view_of(all),
                      (mh_view){(const char *)writer->deflated->data, writer->deflated->len});
    (void)g_string_free(all, TRUE);
}

static void flush_pack(pdf_writer *writer)
{
    if (writer->pack_count == 0)
        return;
    char entries[80];
    int length = g_snprintf(entries, sizeof(entries), "/Type/ObjStm/N %u/First %zu",
                            writer->pack_count, writer->pack_head->len);
    g_string_append_len(writer->pack_head, writer->pack_body->str, (gssize)writer->pack_body->len);
    pdf_writer_stream_deflated(writer, writer->pack_number, (mh_view){entries, (size_t)length},
                               view_of(writer->pack_head));
    g_string_truncate(writer->pack_head, 0);
    g_string_truncate(writer->pack_body, 0);
    writer->pack_count = 0;
}

void pdf_writer_object(pdf_writer *writer, uint32_t number, const GString *value)
{
    if (writer->pack_count == 0)
        writer->pack_number = pdf_writer_reserve(writer);
    *place_of(writer, number) =
        (place){.kind = PLACE_PACKED, .at = writer->pack_number, .index = writer->pack_count++};
    g_string_append_printf(writer->pack_head, "%u %zu ", number, writer->pack_body->len);
    g_string_append_len(writer->pack_body, value->str, (gssize)value->len);
    g_string_append_c(writer->pack_body, '\n');
    if (writer->pack_count == PACK_COUNT)
        flush_pack(writer);
}

/* One row of the cross-reference stream for each number: W [1 4 2]. */
static GByteArray *cross_reference(pdf_writer *writer)
{
    GByteArray *rows = g_byte_array_new();
    for (guint i = 0; i < writer->places->len; i++) {
        place p = g_array_index(writer->places, place, i);
        g_assert(p.kind != PLACE_TAKEN || i == 0);
        bool is_head = i == 0; /* of the list of free numbers (§7.5.4) */
        uint16_t last = is_head ? UINT16_MAX : p.index;
        const guint8 row[7] = {
            is_head ? PLACE_FREE : p.kind,
            (guint8)(p.at >> 24),
            (guint8)(p.at >> 16),
            (guint8)(p.at >> 8),
            (guint8)p.at,
            (guint8)(last >> 8),
            (guint8)last,
        };
        g_byte_array_append(rows, row, sizeof(row));
    }
    return rows;
}

mh_view pdf_writer_finish(pdf_writer *writer, uint32_t root, uint32_t info)
{
    flush_pack(writer);
    uint32_t number = pdf_writer_reserve(writer);
    set_offset(writer, number);
    size_t start = writer->out->len;
    char *id = g_compute_checksum_for_data(G_CHECKSUM_MD5, writer->out->data, writer->out->len);
    GString *entries = g_string_new(NULL);
    g_string_printf(entries, "/Type/XRef/W[1 4 2]/Size %u/Root %u 0 R/ID[<%s><%s>]",
                    writer->places->len, root, id, id);
    if (info != 0)
        g_string_append_printf(entries, "/Info %u 0 R", info);
    GByteArray *rows = cross_reference(writer);
    pdf_writer_stream_deflated(writer, number, view_of(entries),
                               (mh_view){(const char *)rows->data, rows->len});
    g_string_printf(writer->line, "startxref\n%zu\n%%%%EOF\n", start);
    put(writer, writer->line->str, writer->line->len);
    g_byte_array_unref(rows);
    (void)g_string_free(entries, TRUE);
    g_free(id);
    return (mh_view){.ptr = (const char *)writer->out->data, .len = writer->out->len};
}
