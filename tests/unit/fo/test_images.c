#include "paragraph_fixture.h"

#include <glib/gstdio.h>

enum { PT = PANGO_SCALE };

/* 6 × 4 pixels at 144 dots to the inch: 3 × 2 points. */
static const char png_address[] =
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAIAAAAiZtkUAAAACXBIWXMAABYlAAAWJQFJUiTwAAAAEUlEQVR4nGP4"
    "36CAhhjIFQIA2+8m6QLk03EAAAAASUVORK5CYII=";

static const mh_image *load(fixture *f, const char *address)
{
    static const fo_node node = {.type = FO_EXTERNAL_GRAPHIC, .line = 7};
    return fo_image_load(&f->context, address, &node);
}

static bool has_code(const fixture *f, mh_diag_code code)
{
    for (size_t i = 0; i < mh_job_diag_count(f->job); i++)
        if (mh_job_diag(f->job, i)->code == code)
            return true;
    return false;
}

static void png_has_its_size_in_points(void **state)
{
    fixture *f = *state;
    const mh_image *image = load(f, png_address);
    assert_non_null(image);
    assert_int_equal(image->type, MH_IMAGE_PNG);
    assert_int_equal((int)(image->width * 100), 300);
    assert_int_equal((int)(image->height * 100), 200);
    assert_ptr_equal(load(f, png_address), image);
}

static void jpeg_header_is_read(void **state)
{
    static const unsigned char bytes[] = {
        0xFF, 0xD8,                                                                /* SOI */
        0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0,  1, 1, 1,    0, 36, 0, 36, 0, 0, /* 36 per inch */
        0xFF, 0xC0, 0, 11, 8,   0,   20,  0,   10, 1, 1, 0x11, 0,                  /* 10 × 20 */
    };
    fixture *f = *state;
    char *encoded = g_base64_encode(bytes, sizeof bytes);
    const mh_image *image =
        load(f, mh_arena_printf(mh_job_arena(f->job), "url('data:image/jpeg;base64,%s')", encoded));
    g_free(encoded);
    assert_non_null(image);
    assert_int_equal(image->type, MH_IMAGE_JPEG);
    assert_int_equal((int)image->width, 20);
    assert_int_equal((int)image->height, 40);
}

static void svg_has_its_size(void **state)
{
    fixture *f = *state;
    const mh_image *image =
        load(f, "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='30' "
                "height='15'/%3E");
    assert_non_null(image);
    assert_int_equal(image->type, MH_IMAGE_SVG);
    assert_int_equal((int)image->width, 30);
}

static void files_outside_the_folder_are_refused(void **state)
{
    fixture *f = *state;
    char *folder = g_dir_make_tmp("masthead-XXXXXX", NULL);
    char *inside = g_build_filename(folder, "inside", NULL);
    char *outside = g_build_filename(folder, "outside.svg", NULL);
    assert_int_equal(g_mkdir(inside, 0700), 0);
    assert_true(g_file_set_contents(
        outside, "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>", -1, NULL));
    f->options.base_path = inside;
    assert_null(load(f, "../outside.svg"));
    assert_null(load(f, outside));
    assert_null(load(f, "https://example.org/a.png"));
    assert_true(has_code(f, MH_FO_IMAGE_REFUSED));
    f->options.base_path = folder;
    const char *address = mh_arena_printf(mh_job_arena(f->job), "./%s", "outside.svg");
    assert_non_null(load(f, address));
    g_remove(outside);
    g_rmdir(inside);
    g_rmdir(folder);
    g_free(inside);
    g_free(outside);
    g_free(folder);
}

static void what_is_no_picture_is_told_once(void **state)
{
    fixture *f = *state;
    for (int i = 0; i < 2; i++)
        assert_null(load(f, "data:text/plain,hello"));
    assert_int_equal(mh_job_diag_count(f->job), 1);
    assert_true(has_code(f, MH_FO_IMAGE_KIND));
}

static void huge_pictures_are_refused(void **state)
{
    /* Signature and IHDR of 65,536 × 65,536 pixels. */
    static const unsigned char bytes[33] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n',
                                            0,    0,   0,   13,  'I',  'H',  'D',  'R',
                                            0,    1,   0,   0,   0,    1,    0,    0};
    fixture *f = *state;
    char *encoded = g_base64_encode(bytes, sizeof bytes);
    assert_null(
        load(f, mh_arena_printf(mh_job_arena(f->job), "data:image/png;base64,%s", encoded)));
    g_free(encoded);
}

static void graphics_are_scaled_and_stand_on_the_baseline(void **state)
{
    fixture *f = *state;
    char *block =
        mh_arena_printf(mh_job_arena(f->job),
                        "<fo:block line-height='12pt' font-size='10pt'>a"
                        "<fo:external-graphic content-height='40pt' src=\"%s\"/></fo:block>",
                        png_address);
    lay_out(f, block, 200);
    draw(f, 200);
    const mh_mark *picture = mark_at(f, 1);
    assert_int_equal(picture->kind, MH_MARK_IMAGE);
    assert_int_equal(picture->rect.height, 40 * PT);
    assert_int_equal(picture->rect.width, 60 * PT);
    assert_int_equal(picture->rect.y + picture->rect.height, mark_at(f, 0)->y);
    assert_true(f->lines.items[0].ascent >= 40 * PT);
}

static void instream_svg_is_drawn(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block><fo:instream-foreign-object width='50pt' height='20pt' text-align='center'>"
            "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>"
            "</fo:instream-foreign-object></fo:block>",
            200);
    draw(f, 200);
    const mh_mark *picture = mark_at(f, 0);
    assert_int_equal(picture->kind, MH_MARK_IMAGE);
    assert_int_equal(picture->image->type, MH_IMAGE_SVG);
    assert_int_equal(picture->rect.width, 30 * PT);
    assert_int_equal(picture->rect.x, 10 * PT);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(png_has_its_size_in_points),
        CASE(jpeg_header_is_read),
        CASE(svg_has_its_size),
        CASE(files_outside_the_folder_are_refused),
        CASE(what_is_no_picture_is_told_once),
        CASE(huge_pictures_are_refused),
        CASE(graphics_are_scaled_and_stand_on_the_baseline),
        CASE(instream_svg_is_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
