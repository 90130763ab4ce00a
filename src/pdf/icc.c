#include "pdf/icc.h"

#include <math.h>
#include <stdint.h>

/* Straight lines between so many points differ from the curve by less than 16 bits can say. */
#define CURVE_POINTS 1024

enum {
    HEADER_BYTES = 128,
    TAG_COUNT = 9,
    TABLE_BYTES = 4 + TAG_COUNT * 12,
};

/* ICC.1:2001-04: all numbers are big-endian. */
static void put_u16(GByteArray *out, unsigned value)
{
    const guint8 bytes[2] = {(guint8)(value >> 8), (guint8)value};
    g_byte_array_append(out, bytes, sizeof(bytes));
}

static void put_u32(GByteArray *out, uint32_t value)
{
    put_u16(out, value >> 16);
    put_u16(out, value & 0xFFFFU);
}

static void put_text(GByteArray *out, const char *text)
{
    g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text));
}

static void put_zeros(GByteArray *out, guint count)
{
    guint start = out->len;
    g_byte_array_set_size(out, start + count);
    memset(out->data + start, 0, count);
}

/* s15Fixed16Number */
static void put_fixed(GByteArray *out, double value)
{
    put_u32(out, (uint32_t)(int32_t)lround(value * 65536.0));
}

typedef struct matrix {
    double at[3][3]; /* row, column */
} matrix;

static void multiply(double out[3], const matrix *m, const double vector[3])
{
    for (int i = 0; i < 3; i++)
        out[i] = m->at[i][0] * vector[0] + m->at[i][1] * vector[1] + m->at[i][2] * vector[2];
}

static double determinant(const matrix *a)
{
    const double(*m)[3] = a->at;
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
           - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
           + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
}

/* Solves m × out = vector (Cramer's rule). */
static void solve(double out[3], const matrix *m, const double vector[3])
{
    double whole = determinant(m);
    for (int column = 0; column < 3; column++) {
        matrix part = *m;
        for (int row = 0; row < 3; row++)
            part.at[row][column] = vector[row];
        out[column] = determinant(&part) / whole;
    }
}

static void from_chromaticity(double out[3], double x, double y)
{
    out[0] = x / y;
    out[1] = 1.0;
    out[2] = (1.0 - x - y) / y;
}

/* Profile connection space: D50. */
static const double d50[3] = {0.9642, 1.0, 0.8249};

/* Bradford's cone responses: how a colour seen under D65 is seen under D50. */
static void adapt(double out[3], const double white[3], const double color[3])
{
    static const matrix bradford = {
        {{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}};
    double cones[3];
    double cones_white[3];
    double cones_d50[3];
    multiply(cones, &bradford, color);
    multiply(cones_white, &bradford, white);
    multiply(cones_d50, &bradford, d50);
    for (int i = 0; i < 3; i++)
        cones[i] *= cones_d50[i] / cones_white[i];
    solve(out, &bradford, cones);
}

/* Columns: red, green and blue at full strength, adapted to D50. */
static void colorants(double out[3][3])
{
    static const double primaries[3][2] = {{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}};
    double white[3];
    matrix full;
    double strength[3];
    from_chromaticity(white, 0.3127, 0.3290);
    for (int c = 0; c < 3; c++) {
        double color[3];
        from_chromaticity(color, primaries[c][0], primaries[c][1]);
        for (int row = 0; row < 3; row++)
            full.at[row][c] = color[row];
    }
    solve(strength, &full, white);
    for (int c = 0; c < 3; c++) {
        const double color[3] = {full.at[0][c] * strength[c], full.at[1][c] * strength[c],
                                 full.at[2][c] * strength[c]};
        adapt(out[c], white, color);
    }
}

static void put_xyz(GByteArray *out, const double xyz[3])
{
    put_text(out, "XYZ ");
    put_u32(out, 0);
    for (int i = 0; i < 3; i++)
        put_fixed(out, xyz[i]);
}

static void put_curve(GByteArray *out)
{
    put_text(out, "curv");
    put_u32(out, 0);
    put_u32(out, CURVE_POINTS);
    for (int i = 0; i < CURVE_POINTS; i++) {
        double v = i / (CURVE_POINTS - 1.0);
        double linear = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        put_u16(out, (unsigned)lround(linear * 65535.0));
    }
}

/* textDescriptionType: the ASCII form; the Unicode and ScriptCode forms are empty. */
static void put_description(GByteArray *out, const char *text)
{
    put_text(out, "desc");
    put_u32(out, 0);
    put_u32(out, (uint32_t)strlen(text) + 1);
    put_text(out, text);
    put_zeros(out, 1 + 8 + 3 + 67);
}

static void put_copyright(GByteArray *out, const char *text)
{
    put_text(out, "text");
    put_u32(out, 0);
    put_text(out, text);
    put_zeros(out, 1);
}

static void put_header(GByteArray *out, size_t size)
{
    put_u32(out, (uint32_t)size);
    put_u32(out, 0);          /* no preferred CMM */
    put_u32(out, 0x02100000); /* version 2.1 */
    put_text(out, "mntrRGB XYZ ");
    static const unsigned date[6] = {2026, 1, 1, 0, 0, 0};
    for (int i = 0; i < 6; i++)
        put_u16(out, date[i]);
    put_text(out, "acsp");
    put_zeros(out, 28); /* platform, flags, device, attributes, perceptual intent */
    for (int i = 0; i < 3; i++)
        put_fixed(out, d50[i]);
    put_zeros(out, HEADER_BYTES - out->len);
}

typedef struct tag {
    const char *name;
    guint start; /* in the data */
    guint length;
} tag;

static void end_tag(GByteArray *data, tag *t, guint start)
{
    t->start = start;
    t->length = data->len - start;
    put_zeros(data, (4 - data->len % 4) % 4);
}

mh_view pdf_icc_srgb(mh_arena *arena)
{
    double colors[3][3];
    colorants(colors);
    const double *values[] = {d50, colors[0], colors[1], colors[2]};
    tag tags[TAG_COUNT] = {{.name = "desc"}, {.name = "cprt"}, {.name = "wtpt"},
                           {.name = "rXYZ"}, {.name = "gXYZ"}, {.name = "bXYZ"},
                           {.name = "rTRC"}, {.name = "gTRC"}, {.name = "bTRC"}};
    GByteArray *data = mh_arena_bytes(arena);
    put_description(data, "sRGB IEC61966-2.1");
    end_tag(data, &tags[0], 0);
    guint start = data->len;
    put_copyright(data, "No copyright, use freely");
    end_tag(data, &tags[1], start);
    for (int i = 0; i < 4; i++) {
        start = data->len;
        put_xyz(data, values[i]);
        end_tag(data, &tags[2 + i], start);
    }
    start = data->len;
    put_curve(data);
    for (int i = 6; i < TAG_COUNT; i++)
        end_tag(data, &tags[i], start); /* one curve for all three */

    GByteArray *out = mh_arena_bytes(arena);
    const guint head = HEADER_BYTES + TABLE_BYTES;
    put_header(out, head + data->len);
    put_u32(out, TAG_COUNT);
    for (int i = 0; i < TAG_COUNT; i++) {
        put_text(out, tags[i].name);
        put_u32(out, head + tags[i].start);
        put_u32(out, tags[i].length);
    }
    g_byte_array_append(out, data->data, data->len);
    return (mh_view){.ptr = (const char *)out->data, .len = out->len};
}
