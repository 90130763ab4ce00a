#include "fo/images.h"

#include <librsvg/rsvg.h>
#include <libxml/xmlsave.h>
#include <math.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/xml.h"

enum { PIXELS_MAX = 64 * 1024 * 1024, RESOLUTION_DEFAULT = 72 };

static uint32_t big_endian(const unsigned char *p, unsigned bytes)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < bytes; i++)
        value = value << 8 | p[i];
    return value;
}

/* Pixels at a resolution, as points. */
static bool set_size(mh_image *image, uint32_t width, uint32_t height, double dpi)
{
    if (width == 0 || height == 0 || (uint64_t)width * height > PIXELS_MAX)
        return false;
    image->width = width * 72.0 / dpi;
    image->height = height * 72.0 / dpi;
    return true;
}

/* Resolution of a pHYs chunk (ISO/IEC 15948 §11.3.5.3) before the image data. */
static double png_resolution(const unsigned char *p, size_t length)
{
    enum { CHUNK_HEAD = 8, CHUNK_TAIL = 4, METRE = 1 };
    size_t at = 8;
    while (at + CHUNK_HEAD <= length) {
        size_t size = big_endian(p + at, 4);
        const unsigned char *type = p + at + 4;
        const unsigned char *data = p + at + CHUNK_HEAD;
        if (memcmp(type, "IDAT", 4) == 0 || size > length - at - CHUNK_HEAD)
            break;
        if (memcmp(type, "pHYs", 4) == 0 && size >= 9 && data[8] == METRE) {
            uint32_t per_metre = big_endian(data, 4);
            return per_metre ? round(per_metre * 0.0254) : RESOLUTION_DEFAULT;
        }
        at += CHUNK_HEAD + size + CHUNK_TAIL;
    }
    return RESOLUTION_DEFAULT;
}

static bool read_png(mh_view bytes, mh_image *image)
{
    static const unsigned char signature[] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    if (bytes.len < 33 || memcmp(p, signature, sizeof signature) != 0)
        return false;
    image->type = MH_IMAGE_PNG;
    return set_size(image, big_endian(p + 16, 4), big_endian(p + 20, 4),
                    png_resolution(p, bytes.len));
}

/* Resolution of a JFIF APP0 segment (ITU-T T.871 §10.1); @p p is behind its length. */
static double jfif_resolution(const unsigned char *p, size_t size)
{
    enum { PER_INCH = 1, PER_CENTIMETRE = 2 };
    if (size < 12 || memcmp(p, "JFIF", 5) != 0)
        return RESOLUTION_DEFAULT;
    uint32_t density = big_endian(p + 8, 2);
    if (density == 0)
        return RESOLUTION_DEFAULT;
    if (p[7] == PER_INCH)
        return density;
    return p[7] == PER_CENTIMETRE ? round(density * 2.54) : RESOLUTION_DEFAULT;
}

static bool is_frame_header(unsigned char marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool read_jpeg(mh_view bytes, mh_image *image)
{
    const unsigned char *p = (const unsigned char *)bytes.ptr;
    if (bytes.len < 4 || p[0] != 0xFF || p[1] != 0xD8)
        return false;
    image->type = MH_IMAGE_JPEG;
    double dpi = RESOLUTION_DEFAULT;
    for (size_t at = 2; at + 4 <= bytes.len && p[at] == 0xFF;) {
        unsigned char marker = p[at + 1];
        if (marker == 0xFF) {
            at++;
            continue;
        }
        size_t size = big_endian(p + at + 2, 2);
        if (size < 2 || size > bytes.len - at - 2)
            return false;
        if (marker == 0xE0)
            dpi = jfif_resolution(p + at + 4, size - 2);
        if (is_frame_header(marker))
            return size >= 7
                   && set_size(image, big_endian(p + at + 7, 2), big_endian(p + at + 5, 2), dpi);
        at += 2 + size;
    }
    return false;
}

static bool read_svg(mh_view bytes, mh_image *image)
{
    if (mh_view_find(bytes, MH_VIEW("<svg"), 0) == SIZE_MAX
        && mh_view_find(bytes, MH_VIEW(":svg"), 0) == SIZE_MAX)
        return false;
    image->type = MH_IMAGE_SVG;
    RsvgHandle *handle = rsvg_handle_new_from_data((const guint8 *)bytes.ptr, bytes.len, NULL);
    if (!handle)
        return false;
    rsvg_handle_set_dpi(handle, RESOLUTION_DEFAULT);
    gboolean has_box = FALSE;
    RsvgRectangle box = {0};
    bool is_sized = rsvg_handle_get_intrinsic_size_in_pixels(handle, &image->width, &image->height);
    if (!is_sized) {
        rsvg_handle_get_intrinsic_dimensions(handle, NULL, NULL, NULL, NULL, &has_box, &box);
        image->width = has_box ? box.width : 100;
        image->height = has_box ? box.height : 100;
    }
    g_object_unref(handle);
    return image->width > 0 && image->height > 0 && image->width < 1e6 && image->height < 1e6;
}

/* "url('a.png')" to "a.png", in the job's arena. */
static const char *strip_url(mh_arena *arena, const char *source)
{
    mh_view view = mh_view_trim(mh_view_of(source));
    if (view.len > 5 && g_ascii_strncasecmp(view.ptr, "url(", 4) == 0
        && view.ptr[view.len - 1] == ')')
        view = mh_view_trim(mh_view_slice(view, 4, view.len - 1));
    if (view.len >= 2 && (view.ptr[0] == '"' || view.ptr[0] == '\'')
        && view.ptr[view.len - 1] == view.ptr[0])
        view = mh_view_slice(view, 1, view.len - 1);
    return mh_arena_string_of(arena, view);
}

/* A data: address (RFC 2397). */
static bool decode_data(mh_arena *arena, const char *source, mh_view *out)
{
    const char *comma = strchr(source, ',');
    if (!comma)
        return false;
    bool is_base64 = g_strstr_len(source, comma - source, ";base64") != NULL;
    char *plain = g_uri_unescape_string(comma + 1, NULL);
    if (!plain)
        return false;
    mh_arena_defer(arena, g_free, plain);
    size_t length = strlen(plain);
    if (is_base64)
        g_base64_decode_inplace(plain, &length);
    *out = (mh_view){plain, length};
    return true;
}

/* The real path of @p source when it is the emblem, which the user named by its path, or a file
 * inside the folder that pictures may come from. The layout cases keep their pictures beside their
 * own folder. */
static char *find_file(const mh_fo_options *options, const char *source)
{
    if (options->emblem_path && strcmp(source, options->emblem_path) == 0)
        return g_strdup(source);
    if (!options->base_path || g_path_is_absolute(source) || strstr(source, "://"))
        return NULL;
    char *joined = g_build_filename(options->base_path, source, NULL);
    char *path = realpath(joined, NULL);
    char *above = g_build_filename(options->base_path, options->test_fonts ? ".." : ".", NULL);
    char *folder = realpath(above, NULL);
    size_t length = folder ? strlen(folder) : 0;
    bool is_inside = path && folder && strncmp(path, folder, length) == 0 && path[length] == '/';
    char *found = is_inside ? g_strdup(path) : NULL;
    free(path);   // NOLINT: realpath() hands over malloc's memory
    free(folder); // NOLINT
    g_free(joined);
    g_free(above);
    return found;
}

static bool read_source(fo_context *context, const char *source, const fo_node *node, mh_view *out)
{
    mh_arena *arena = mh_job_arena(context->job);
    if (g_ascii_strncasecmp(source, "data:", 5) == 0) {
        if (decode_data(arena, source, out))
            return true;
        mh_report(context->job, MH_FO_IMAGE_READ, node->line, 0, "data:");
        return false;
    }
    char *path = find_file(context->options, source);
    if (!path) {
        mh_report(context->job, MH_FO_IMAGE_REFUSED, node->line, 0, "%s", source);
        return false;
    }
    char *bytes = NULL;
    size_t length = 0;
    bool is_read = g_file_get_contents(path, &bytes, &length, NULL);
    g_free(path);
    if (!is_read) {
        mh_report(context->job, MH_FO_IMAGE_READ, node->line, 0, "%s", source);
        return false;
    }
    mh_arena_defer(arena, g_free, bytes);
    *out = (mh_view){bytes, length};
    return true;
}

static mh_image *make_image(fo_context *context, mh_view bytes)
{
    mh_image image = {.bytes = bytes};
    if (!read_png(bytes, &image) && !read_jpeg(bytes, &image) && !read_svg(bytes, &image))
        return NULL;
    mh_image *kept = MH_NEW(mh_job_arena(context->job), mh_image, 1);
    *kept = image;
    return kept;
}

const mh_image *fo_image_load(fo_context *context, const char *source, const fo_node *node)
{
    if (!source)
        return NULL;
    const char *address = strip_url(mh_job_arena(context->job), source);
    gpointer known = NULL;
    if (g_hash_table_lookup_extended(context->images, address, NULL, &known))
        return known;

    mh_view bytes = {0};
    mh_image *image = NULL;
    if (read_source(context, address, node, &bytes)) {
        image = make_image(context, bytes);
        if (!image)
            mh_report(context->job, MH_FO_IMAGE_KIND, node->line, 0, "%.60s", address);
    }
    g_hash_table_insert(context->images, mh_arena_strdup(mh_job_arena(context->job), address),
                        image);
    return image;
}

static const xmlNode *first_element(const xmlNode *parent)
{
    for (const xmlNode *child = parent ? parent->children : NULL; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            return child;
    return NULL;
}

/* A document of its own, so that names bound further up are declared in it. */
static mh_view serialize_element(mh_job *job, const xmlNode *element)
{
    xmlDoc *doc = mh_xml_own(job, xmlNewDoc(MH_XML("1.0")));
    /* libxml2 takes what it copies without const. */
    const union {
        const xmlNode *given;
        xmlNode *taken;
    } source = {.given = element};
    xmlNode *copy = xmlDocCopyNode(source.taken, doc, 1);
    if (!copy)
        return (mh_view){0};
    xmlDocSetRootElement(doc, copy);
    xmlReconciliateNs(doc, copy);
    return mh_xml_serialize(job, doc, false);
}

const mh_image *fo_image_instream(fo_context *context, const fo_node *node)
{
    const xmlNode *element = first_element(node->xml);
    if (!element)
        return NULL;
    char *key = mh_arena_printf(mh_job_arena(context->job), "#instream-%u", node->order);
    gpointer known = NULL;
    if (g_hash_table_lookup_extended(context->images, key, NULL, &known))
        return known;
    mh_image *image = NULL;
    if (mh_xml_is(element, "http://www.w3.org/2000/svg", "svg"))
        image = make_image(context, serialize_element(context->job, element));
    if (!image)
        mh_report(context->job, MH_FO_IMAGE_KIND, node->line, 0, "%s", (const char *)element->name);
    g_hash_table_insert(context->images, key, image);
    return image;
}

typedef struct extent {
    double width;
    double height;
} extent;

static bool is_set(fo_length length)
{
    return !length.is_auto && (length.fixed > 0 || length.percent > 0);
}

/* Size of the content (§7.15.4, §7.15.5): what is asked for, the other side in proportion. */
static extent content_extent(const fo_style *style, extent natural, extent viewport)
{
    double width = is_set(style->content_width)
                       ? fo_length_resolve(style->content_width, (int32_t)natural.width)
                       : 0;
    double height = is_set(style->content_height)
                        ? fo_length_resolve(style->content_height, (int32_t)natural.height)
                        : 0;
    if (style->content_width_fit && viewport.width > 0)
        width = viewport.width;
    if (style->content_height_fit && viewport.height > 0)
        height = viewport.height;
    if (width <= 0 && height <= 0)
        return natural;
    double by_width = width / natural.width;
    double by_height = height / natural.height;
    if (width <= 0)
        by_width = by_height;
    if (height <= 0)
        by_height = by_width;
    if (style->uniform_scaling) {
        by_width = MIN(by_width, by_height);
        by_height = by_width;
    }
    return (extent){natural.width * by_width, natural.height * by_height};
}

static int32_t within(int32_t value, fo_length minimum, fo_length maximum, int32_t base)
{
    if (is_set(maximum))
        value = MIN(value, fo_length_resolve(maximum, base));
    if (is_set(minimum))
        value = MAX(value, fo_length_resolve(minimum, base));
    return value;
}

static int32_t aligned(fo_display_align align, int32_t room)
{
    switch (align) {
    case FO_DISPLAY_AUTO:
    case FO_DISPLAY_BEFORE:
        return 0;
    case FO_DISPLAY_CENTER:
        return room / 2;
    case FO_DISPLAY_AFTER:
        return room;
    }
    return 0;
}

static int32_t start_offset(fo_align align, int32_t room)
{
    switch (align) {
    case FO_ALIGN_CENTER:
        return room / 2;
    case FO_ALIGN_END:
    case FO_ALIGN_RIGHT:
        return room;
    case FO_ALIGN_START:
    case FO_ALIGN_JUSTIFY:
    case FO_ALIGN_RELATIVE:
    case FO_ALIGN_LEFT:
        return 0;
    }
    return 0;
}

void fo_image_size(const fo_style *style, const mh_image *image, int32_t base, int32_t *width,
                   int32_t *height, mh_rect *picture)
{
    extent viewport = {is_set(style->width) ? fo_length_resolve(style->width, base) : 0,
                       is_set(style->height) ? fo_length_resolve(style->height, 0) : 0};
    extent content = {0};
    if (image)
        content = content_extent(
            style, (extent){image->width * PANGO_SCALE, image->height * PANGO_SCALE}, viewport);
    int32_t content_width = (int32_t)lround(MIN(content.width, G_MAXINT32 / 2));
    int32_t content_height = (int32_t)lround(MIN(content.height, G_MAXINT32 / 2));
    *width = viewport.width > 0 ? (int32_t)viewport.width
                                : within(content_width, style->min_width, style->max_width, base);
    *height = viewport.height > 0 ? (int32_t)viewport.height
                                  : within(content_height, style->min_height, style->max_height, 0);
    *picture = (mh_rect){.x = start_offset(style->text_align, *width - content_width),
                         .y = aligned(style->display_align, *height - content_height),
                         .width = content_width,
                         .height = content_height};
}
