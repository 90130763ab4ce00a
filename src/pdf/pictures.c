#include "pdf/pictures.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <math.h>

/* Larger pictures are refused: 64 million pixels are 256 MB. */
#define PIXEL_MAX_COUNT (64.0 * 1024 * 1024)
#define RASTER_DPI 300.0
#define POINTS_PER_INCH 72.0

/* Either pixels or a drawing; neither when the file is broken. */
struct pdf_picture {
    const mh_image *image;
    cairo_surface_t *pixels;
    RsvgHandle *drawing;
};

typedef struct byte_source {
    mh_view bytes;
    size_t at;
} byte_source;

static cairo_status_t read_bytes(void *closure, unsigned char *out, unsigned length)
{
    byte_source *source = closure;
    if (length > source->bytes.len - source->at)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(out, source->bytes.ptr + source->at, length);
    source->at += length;
    return CAIRO_STATUS_SUCCESS;
}

static void destroy_surface(void *surface)
{
    cairo_surface_destroy(surface);
}

/* An opaque surface of that many pixels, owned by the job; NULL when that is out of bounds. */
static cairo_surface_t *new_pixels(mh_pdf *pdf, double width, double height)
{
    if (!(width >= 1.0 && height >= 1.0 && width * height <= PIXEL_MAX_COUNT))
        return NULL;
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width, (int)height);
    mh_arena_defer(pdf->arena, destroy_surface, surface);
    return cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS ? surface : NULL;
}

static cairo_t *begin_white(cairo_surface_t *surface)
{
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1.0, 1.0, 1.0);
    cairo_paint(cairo);
    return cairo;
}

/* PNG: what shows through is white, whatever the depth and colour of the file. */
static bool load_png(mh_pdf *pdf, const mh_image *image, pdf_picture *out)
{
    byte_source source = {.bytes = image->bytes};
    cairo_surface_t *png = cairo_image_surface_create_from_png_stream(read_bytes, &source);
    if (cairo_surface_status(png) == CAIRO_STATUS_SUCCESS)
        out->pixels = new_pixels(pdf, cairo_image_surface_get_width(png),
                                 cairo_image_surface_get_height(png));
    if (out->pixels) {
        cairo_t *cairo = begin_white(out->pixels);
        cairo_set_source_surface(cairo, png, 0.0, 0.0);
        cairo_paint(cairo);
        cairo_destroy(cairo);
    }
    cairo_surface_destroy(png);
    return out->pixels != NULL;
}

static unsigned byte_at(mh_view bytes, size_t at)
{
    return (unsigned char)bytes.ptr[at];
}

/* The frame header (ITU-T T.81 §B.2.2) of a JPEG: size, depth, number of colours. */
typedef struct jpeg_frame {
    unsigned width;
    unsigned height;
    unsigned depth;
    unsigned components;
} jpeg_frame;

static bool is_frame_marker(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool read_jpeg_frame(mh_view bytes, jpeg_frame *out)
{
    size_t at = 2;
    while (at + 4 <= bytes.len && byte_at(bytes, at) == 0xFF) {
        unsigned marker = byte_at(bytes, at + 1);
        size_t length = byte_at(bytes, at + 2) << 8 | byte_at(bytes, at + 3);
        if (is_frame_marker(marker)) {
            if (at + 10 > bytes.len)
                return false;
            out->depth = byte_at(bytes, at + 4);
            out->height = byte_at(bytes, at + 5) << 8 | byte_at(bytes, at + 6);
            out->width = byte_at(bytes, at + 7) << 8 | byte_at(bytes, at + 8);
            out->components = byte_at(bytes, at + 9);
            return true;
        }
        if (marker == 0xFF)
            at++; /* fill byte */
        else
            at += 2 + length;
    }
    return false;
}

static bool draw_svg(RsvgHandle *svg, cairo_t *cairo, double width, double height)
{
    const RsvgRectangle viewport = {.x = 0.0, .y = 0.0, .width = width, .height = height};
    return rsvg_handle_render_document(svg, cairo, &viewport, NULL)
           && cairo_status(cairo) == CAIRO_STATUS_SUCCESS;
}

static RsvgHandle *parse_svg(mh_pdf *pdf, mh_view bytes)
{
    /* without a base address nothing outside the picture is read */
    RsvgHandle *svg = rsvg_handle_new_from_data((const guint8 *)bytes.ptr, bytes.len, NULL);
    if (svg)
        mh_arena_defer(pdf->arena, g_object_unref, svg);
    return svg;
}

static bool rasterize(mh_pdf *pdf, RsvgHandle *svg, double width, double height, pdf_picture *out)
{
    cairo_surface_t *pixels = new_pixels(pdf, ceil(width), ceil(height));
    if (!pixels)
        return false;
    cairo_t *cairo = begin_white(pixels);
    bool is_drawn = draw_svg(svg, cairo, ceil(width), ceil(height));
    cairo_destroy(cairo);
    cairo_surface_flush(pixels);
    out->pixels = is_drawn ? pixels : NULL;
    return is_drawn;
}

/* A JPEG in colours that have no place here (CMYK, 12 bits) is decoded, through SVG. */
static bool decode_jpeg(mh_pdf *pdf, const mh_image *image, const jpeg_frame *frame,
                        pdf_picture *out)
{
    char *base64 = g_base64_encode((const guchar *)image->bytes.ptr, image->bytes.len);
    char *text = g_strdup_printf("<svg xmlns='http://www.w3.org/2000/svg' "
                                 "xmlns:xlink='http://www.w3.org/1999/xlink' width='%u' "
                                 "height='%u'><image width='%u' height='%u' "
                                 "xlink:href='data:image/jpeg;base64,%s'/></svg>",
                                 frame->width, frame->height, frame->width, frame->height, base64);
    RsvgHandle *svg = parse_svg(pdf, mh_view_of(text));
    bool is_drawn = svg && rasterize(pdf, svg, frame->width, frame->height, out);
    g_free(text);
    g_free(base64);
    return is_drawn;
}

/* A JPEG goes into the file as it is; the surface only says how large it is. */
static bool load_jpeg(mh_pdf *pdf, const mh_image *image, pdf_picture *out)
{
    jpeg_frame frame;
    if (!read_jpeg_frame(image->bytes, &frame))
        return false;
    if (frame.depth != 8 || (frame.components != 1 && frame.components != 3))
        return decode_jpeg(pdf, image, &frame, out);
    out->pixels = new_pixels(pdf, frame.width, frame.height);
    return out->pixels
           && cairo_surface_set_mime_data(out->pixels, CAIRO_MIME_TYPE_JPEG,
                                          (const unsigned char *)image->bytes.ptr, image->bytes.len,
                                          NULL, NULL)
                  == CAIRO_STATUS_SUCCESS;
}

static cairo_status_t append_bytes(void *closure, const unsigned char *bytes, unsigned length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* Drawings without any of these, as the codes and emblems of records are, have no transparency. */
static bool may_be_translucent(mh_view svg)
{
    static const char *const signs[] = {"opacity", "filter", "mask", "blend", "rgb",
                                        "hsl",     "hwb",    "lab(", "lch(",  "<image",
                                        "#",       "&",      "\\",   "url"};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (mh_view_find(svg, mh_view_of(signs[i]), 0) != SIZE_MAX)
            return true;
    return false;
}

/*
 * What a drawing needs of PDF is asked of cairo: a soft mask or a form in the file, or an opacity
 * that is not 1, is transparency.
 */
static bool is_opaque(RsvgHandle *svg, const mh_image *image)
{
    GByteArray *file = g_byte_array_new();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append_bytes, file, image->width, image->height);
    /* 1.4: all dictionaries can be read */
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_t *cairo = cairo_create(surface);
    bool is_drawn = draw_svg(svg, cairo, image->width, image->height);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    mh_view bytes = {.ptr = (const char *)file->data, .len = file->len};
    bool is_opaque = is_drawn && mh_view_find(bytes, MH_VIEW("/SMask"), 0) == SIZE_MAX
                     && mh_view_find(bytes, MH_VIEW("/Subtype /Form"), 0) == SIZE_MAX
                     && mh_view_find(bytes, MH_VIEW("/BM "), 0) == SIZE_MAX
                     && mh_view_find(bytes, MH_VIEW("/ca 0"), 0) == SIZE_MAX;
    cairo_surface_destroy(surface);
    g_byte_array_unref(file);
    return is_opaque;
}

static bool load_svg(mh_pdf *pdf, const mh_image *image, pdf_picture *out)
{
    RsvgHandle *svg = parse_svg(pdf, image->bytes);
    if (!svg || !(image->width > 0.0 && image->height > 0.0))
        return false;
    if (!may_be_translucent(image->bytes) || is_opaque(svg, image)) {
        out->drawing = svg;
        return true;
    }
    const double scale = RASTER_DPI / POINTS_PER_INCH;
    return rasterize(pdf, svg, image->width * scale, image->height * scale, out)
           && mh_report(pdf->job, MH_PDF_RASTERIZED, 0, 0, NULL) == MH_OK;
}

static bool load(mh_pdf *pdf, const mh_image *image, pdf_picture *out)
{
    switch (image->type) {
    case MH_IMAGE_PNG:
        return load_png(pdf, image, out);
    case MH_IMAGE_JPEG:
        return load_jpeg(pdf, image, out);
    case MH_IMAGE_SVG:
        return load_svg(pdf, image, out);
    }
    return false;
}

guint pdf_picture_hash(gconstpointer picture)
{
    return g_direct_hash(((const pdf_picture *)picture)->image);
}

gboolean pdf_picture_equal(gconstpointer a, gconstpointer b)
{
    return ((const pdf_picture *)a)->image == ((const pdf_picture *)b)->image;
}

const pdf_picture *pdf_picture_of(mh_pdf *pdf, const mh_image *image)
{
    const pdf_picture key = {.image = image};
    pdf_picture *picture = g_hash_table_lookup(pdf->pictures, &key);
    if (!picture) {
        static const char *const types[] = {"PNG", "JPEG", "SVG"};
        picture = MH_NEW(pdf->arena, pdf_picture, 1);
        picture->image = image;
        if (!load(pdf, image, picture))
            (void)mh_report(pdf->job, MH_PDF_PICTURE, 0, 0, "%s", types[image->type]);
        g_hash_table_add(pdf->pictures, picture);
    }
    return picture->pixels || picture->drawing ? picture : NULL;
}

static void draw_pixels(cairo_t *cairo, cairo_surface_t *pixels, double width, double height)
{
    cairo_scale(cairo, width / cairo_image_surface_get_width(pixels),
                height / cairo_image_surface_get_height(pixels));
    cairo_set_source_surface(cairo, pixels, 0.0, 0.0);
    /* any other filter asks the reader to smooth the picture, which PDF/A forbids (§6.2.8) */
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST);
    cairo_paint(cairo);
}

void pdf_picture_draw(mh_pdf *pdf, const pdf_picture *picture, double width, double height)
{
    if (!(width > 0.0 && height > 0.0))
        return;
    if (picture->pixels)
        draw_pixels(pdf->cairo, picture->pixels, width, height);
    else
        (void)draw_svg(picture->drawing, pdf->cairo, width, height);
}
