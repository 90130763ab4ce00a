#include "pdf/flate.h"

#define ZLIB_CONST
#include <zlib.h>

enum {
    LEVEL = 5, /* 6 takes half as long again and saves 1 to 4 % */
    STEP_BYTES = 32 * 1024,
    EXPANDED_MAX_BYTES = 256 * 1024 * 1024,
};

struct pdf_flate {
    z_stream in;
    z_stream out;
};

static void destroy(void *object)
{
    pdf_flate *flate = object;
    (void)inflateEnd(&flate->in);
    (void)deflateEnd(&flate->out);
}

pdf_flate *pdf_flate_new(mh_arena *arena)
{
    pdf_flate *flate = MH_NEW(arena, pdf_flate, 1);
    if (inflateInit(&flate->in) != Z_OK || deflateInit(&flate->out, LEVEL) != Z_OK)
        g_error("zlib cannot be started: out of memory");
    mh_arena_defer(arena, destroy, flate);
    return flate;
}

static void give(z_stream *stream, mh_view bytes)
{
    g_assert(bytes.len <= UINT_MAX);
    stream->next_in = (const Bytef *)bytes.ptr;
    stream->avail_in = (uInt)bytes.len;
}

/* Runs @p step until it says something else than Z_OK; what it makes goes behind @p out. */
static int pump(z_stream *stream, int (*step)(z_stream *, int), int flush, GByteArray *out)
{
    int result = Z_OK;
    guint start = out->len;
    while (result == Z_OK && out->len - start < EXPANDED_MAX_BYTES) {
        guint length = out->len;
        g_byte_array_set_size(out, length + STEP_BYTES);
        stream->next_out = out->data + length;
        stream->avail_out = STEP_BYTES;
        result = step(stream, flush);
        g_byte_array_set_size(out, length + STEP_BYTES - stream->avail_out);
    }
    return result;
}

void pdf_deflate(pdf_flate *flate, mh_view bytes, GByteArray *out)
{
    give(&flate->out, bytes);
    int result = pump(&flate->out, deflate, Z_FINISH, out);
    g_assert(result == Z_STREAM_END);
    (void)deflateReset(&flate->out);
}

bool pdf_inflate(pdf_flate *flate, mh_view bytes, GByteArray *out)
{
    if (bytes.len > UINT_MAX)
        return false;
    give(&flate->in, bytes);
    int result = pump(&flate->in, inflate, Z_NO_FLUSH, out);
    (void)inflateReset(&flate->in);
    return result == Z_STREAM_END;
}
