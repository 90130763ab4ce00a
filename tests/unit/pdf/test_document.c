/* Whole files: every profile, six scripts, pictures, tables, notes, links, attachments. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <sys/wait.h>

#include "base/file.h"
#include "paper.h"

static const char svg_plain[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
    "<circle cx='20' cy='20' r='18' fill='#009edb'/><path d='M5 20h30' stroke='#fff'/></svg>";
static const char svg_translucent[] =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'>"
    "<rect width='40' height='40' fill='#009edb' opacity='0.5'/></svg>";

static cairo_status_t append_bytes(void *closure, const unsigned char *bytes, unsigned length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* A PNG with a half transparent half. */
static mh_view make_png(paper *p)
{
    GByteArray *bytes = mh_arena_bytes(mh_job_arena(p->job));
    cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 20, 20);
    cairo_t *cairo = cairo_create(surface);
    cairo_set_source_rgba(cairo, 0.8, 0.1, 0.1, 0.5);
    cairo_rectangle(cairo, 0, 0, 10, 20);
    cairo_fill(cairo);
    cairo_destroy(cairo);
    (void)cairo_surface_write_to_png_stream(surface, append_bytes, bytes);
    cairo_surface_destroy(surface);
    return (mh_view){(const char *)bytes->data, bytes->len};
}

static void add_figure(paper *p, mh_element *parent, const mh_image *image, const char *alt, int x)
{
    mh_element *figure = paper_element(p, parent, "Figure");
    figure->alt = alt;
    paper_image(p, figure, image, x, 700);
}

/* Every kind of picture file, turned by a quarter. */
static void add_picture_files(paper *p, mh_element *document)
{
    static const struct {
        mh_image_type type;
        const char *name;
    } names[] = {{MH_IMAGE_JPEG, "color.jpg"},
                 {MH_IMAGE_JPEG, "gray.jpg"},
                 {MH_IMAGE_JPEG, "cmyk.jpg"},
                 {MH_IMAGE_PNG, "deep.png"},
                 {MH_IMAGE_PNG, "gray-alpha.png"}};
    mh_image *images = MH_NEW(mh_job_arena(p->job), mh_image, G_N_ELEMENTS(names));
    mh_mark push = {
        .kind = MH_MARK_PUSH,
        .rect = {60 * PANGO_SCALE, 590 * PANGO_SCALE, 300 * PANGO_SCALE, 60 * PANGO_SCALE},
        .matrix = {0, 1, -1, 0, 900.0 * PANGO_SCALE, 500.0 * PANGO_SCALE}};
    g_array_append_val(p->marks, push);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        char *path = g_build_filename(MASTHEAD_TEST_DATA, names[i].name, NULL);
        images[i] = (mh_image){.type = names[i].type, .width = 8, .height = 8};
        assert_int_equal(mh_file_read(p->job, path, &images[i].bytes), MH_OK);
        add_figure(p, document, &images[i], names[i].name, 100 + 12 * (int)i);
        g_free(path);
    }
    mh_mark pop = {.kind = MH_MARK_POP};
    g_array_append_val(p->marks, pop);
}

/* A line that ends with a hyphen of the formatter's, and one of spaces only. */
static void add_hyphen(paper *p, mh_element *document)
{
    mh_element *paragraph = paper_element(p, document, "P");
    (void)paper_text(p, paragraph, MH_ARTIFACT_NONE, "recom", 400, 300);
    guint hyphen = p->marks->len;
    (void)paper_text(p, paragraph, MH_ARTIFACT_NONE, "\xE2\x80\x90", 432, 300);
    g_array_index(p->marks, mh_mark, hyphen).actual_text = "";
    (void)paper_text(p, paragraph, MH_ARTIFACT_NONE, "mendation", 400, 315);
    (void)paper_text(p, paper_element(p, paragraph, "Span"), MH_ARTIFACT_NONE, "  ", 460, 315);
    (void)paper_text(p, paper_element(p, document, "P"), MH_ARTIFACT_NONE, "off the page", 700,
                     315);
}

static void add_furniture(paper *p, const char *number)
{
    (void)paper_text(p, NULL, MH_ARTIFACT_HEADER, "A/RES/60/1", 450, 30);
    paper_fill(p, 70, 36, 455, 1);
    (void)paper_text(p, NULL, MH_ARTIFACT_FOOTER, number, 290, 820);
}

static void add_table(paper *p, mh_element *document)
{
    mh_element *table = paper_element(p, document, "Table");
    mh_element *head = paper_element(p, paper_element(p, table, "THead"), "TR");
    mh_element *body = paper_element(p, table, "TBody");
    mh_element *header = paper_element(p, head, "TH");
    header->scope = "Column";
    header->columns = 2;
    (void)paper_text(p, header, MH_ARTIFACT_NONE, "Votes", 70, 400);
    mh_element *row = paper_element(p, body, "TR");
    mh_element *cell = paper_element(p, row, "TD");
    (void)paper_text(p, cell, MH_ARTIFACT_NONE, "In favour", 70, 415);
    (void)paper_element(p, row, "TD"); /* empty */
    /* a row that lacks a cell, beside one that reaches too far down */
    mh_element *tall = paper_element(p, paper_element(p, body, "TR"), "TH");
    tall->scope = "Row";
    tall->rows = 5;
    (void)paper_text(p, tall, MH_ARTIFACT_NONE, "Against", 70, 430);
    mh_mark line = {.kind = MH_MARK_LINE,
                    .artifact = MH_ARTIFACT_LAYOUT,
                    .color = {255, 0, 0, 255},
                    .rect = {70 * PANGO_SCALE, 420 * PANGO_SCALE, 200 * PANGO_SCALE, PANGO_SCALE},
                    .line_style = MH_LINE_DOTTED};
    g_array_append_val(p->marks, line);
}

static void add_list(paper *p, mh_element *document)
{
    mh_element *list = paper_element(p, document, "L");
    static const char *const labels[] = {"(a)", "(b)"};
    for (int i = 0; i < 2; i++) {
        mh_element *item = paper_element(p, list, "LI");
        (void)paper_text(p, paper_element(p, item, "Lbl"), MH_ARTIFACT_NONE, labels[i], 70,
                         450 + 15 * i);
        mh_element *text = paper_element(p, paper_element(p, item, "LBody"), "P");
        (void)paper_text(p, text, MH_ARTIFACT_NONE, "An item of the list;", 100, 450 + 15 * i);
    }
}

/* A paragraph that calls a note, and a link over two pages' worth of kinds. */
static void add_note(paper *p, mh_element *document)
{
    mh_element *paragraph = paper_element(p, document, "P");
    int width = paper_text(p, paragraph, MH_ARTIFACT_NONE, "Recalling its resolution", 70, 500);
    int x = 70 + width / PANGO_SCALE;
    mh_element *call = paper_element(p, paragraph, "Link");
    int call_width = paper_text(p, call, MH_ARTIFACT_NONE, "1", x, 496);
    paper_link(p, call, x, 496, call_width);
    paper_last_link(p)->target = "note-1";
    mh_element *note = paper_element(p, paragraph, "Note");
    (void)paper_text(p, paragraph, MH_ARTIFACT_NONE, " of 2005,", x + 10, 500);
    paper_fill(p, 70, 760, 100, 1);
    paper_destination(p, "note-1", 70, 770);
    (void)paper_text(p, paper_element(p, note, "Lbl"), MH_ARTIFACT_NONE, "1", 70, 780);
    mh_element *text = paper_element(p, note, "P");
    mh_element *link = paper_element(p, text, "Link");
    int link_width = paper_text(p, link, MH_ARTIFACT_NONE, "Resolution 60/1", 80, 780);
    paper_link(p, link, 80, 780, link_width);
    paper_last_link(p)->uri = "https://example.org/(60 1)?q=\xC3\xA9";
    mh_element *lost = paper_element(p, text, "Link");
    int lost_width = paper_text(p, lost, MH_ARTIFACT_NONE, " lost", 200, 780);
    paper_link(p, lost, 200, 780, lost_width);
    paper_last_link(p)->target = "nowhere";
}

static void add_scripts(paper *p, mh_element *document)
{
    static const struct {
        const char *language;
        const char *font;
        const char *text;
    } lines[] = {
        {NULL, "Liberation Serif 12", "The difficult office (of the files) \\ finds its affinity."},
        {"ru", "Liberation Serif 12", "Генеральная Ассамблея"},
        {"zh", "Noto Serif CJK SC 12", "联合国大会"},
        {"ar", "Amiri 12", "الجمعية العامة"},
        {"fr", "Liberation Serif Bold 12", "Décide de rester saisie de la question."},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        mh_element *paragraph = paper_element(p, document, "P");
        paragraph->language = lines[i].language;
        p->font = lines[i].font;
        (void)paper_text(p, paragraph, MH_ARTIFACT_NONE, lines[i].text, 70, 200 + 20 * (int)i);
    }
    p->font = "Liberation Serif 12";
}

static const mh_bookmark second = {.title = "Section", .target = "section"};
static const mh_bookmark first = {.title = "Title 联合国", .target = "note-1", .is_open = true};

static mh_status make_document(paper *p, const mh_pdf_options *options, mh_view *out)
{
    static mh_bookmark outline[2];
    outline[0] = first;
    outline[1] = second;
    outline[0].first_child = &outline[1];
    paper_begin(p);
    mh_job_set_epoch(p->job, 1132012800);
    paper_xmp(p, "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Outcome &amp; "
                 "follow-up</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>General "
                 "Assembly</rdf:li></rdf:Seq></dc:creator><dc:subject><rdf:Bag><rdf:li>peace"
                 "</rdf:li><rdf:li>rights</rdf:li></rdf:Bag></dc:subject>"
                 "<mh:symbol>A/RES/60/1</mh:symbol><mh:unheard>x</mh:unheard>");
    mh_element *document = paper_element(p, NULL, "Document");
    add_furniture(p, "i");
    mh_element *title = paper_element(p, document, "H1");
    (void)paper_text(p, title, MH_ARTIFACT_NONE, "2005 World Summit Outcome", 70, 100);
    mh_element *deep = paper_element(p, document, "H3");
    (void)paper_text(p, deep, MH_ARTIFACT_NONE, "Values and principles", 70, 130);
    (void)paper_element(p, document, "P"); /* nothing in it */
    add_scripts(p, document);
    add_table(p, document);
    add_list(p, document);
    add_note(p, document);
    add_hyphen(p, document);
    mh_arena *arena = mh_job_arena(p->job);
    mh_image *images = MH_NEW(arena, mh_image, 3);
    images[0] = (mh_image){MH_IMAGE_SVG, mh_view_of(svg_plain), 40, 40};
    images[1] = (mh_image){MH_IMAGE_SVG, mh_view_of(svg_translucent), 40, 40};
    images[2] = (mh_image){MH_IMAGE_PNG, make_png(p), 20, 20};
    add_figure(p, document, &images[0], "Emblem", 70);
    add_figure(p, document, &images[1], "Flag", 130);
    add_figure(p, document, &images[2], "Stamp", 190);
    add_figure(p, document, &images[2], NULL, 250);
    add_picture_files(p, document);
    if (paper_show(p, "i") != MH_OK)
        return MH_FAILED;
    add_furniture(p, "1");
    paper_destination(p, "section", 70, 90);
    mh_element *after = paper_element(p, document, "P");
    (void)paper_text(p, after, MH_ARTIFACT_NONE, "A paragraph that goes", 70, 800);
    (void)paper_show(p, "1");
    (void)paper_text(p, after, MH_ARTIFACT_NONE, " on to the next page.", 70, 100);
    (void)paper_show(p, "2");
    p->pages.outline = outline;
    return paper_finish(p, options, out);
}

#define BYTES(literal)                                                                             \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

static const mh_pdf_attachment files[] = {
    {"test.txt", "text/plain", "Source", "Source text", BYTES("Hello\n")},
    {"d\xC3\xA9 (1).xml", "application/xml", "Data", "Structured text", BYTES("<a/>")},
};

/* The file that is made for @p profile, written into @p folder. */
static char *write_document(const char *folder, mh_pdf_profile profile)
{
    const mh_pdf_options options = {.profile = profile,
                                    .attachments = files,
                                    .attachment_count = G_N_ELEMENTS(files),
                                    .producer = "Masthead test"};
    paper p;
    mh_view out;
    assert_int_equal(make_document(&p, &options, &out), MH_OK);
    char *path = g_strdup_printf("%s/%s.pdf", folder, mh_pdf_profile_name(profile));
    assert_int_equal(mh_file_write(p.job, path, out), MH_OK);
    mh_job_free(p.job);
    return path;
}

/* Exit status of a program, and what it wrote. */
static gint run_any(const char *const *arguments, char **output)
{
    char **copy = g_strdupv((gchar **)(uintptr_t)arguments);
    gint status = 0;
    assert_true(g_spawn_sync(NULL, copy, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL,
                             NULL, NULL, output, NULL, &status, NULL));
    g_strfreev(copy);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Output of a program; NULL when it is not installed. Its success is asserted. */
static char *run(const char *const *arguments)
{
    char *program = g_find_program_in_path(arguments[0]);
    if (!program)
        return NULL;
    g_free(program);
    char *output = NULL;
    gint status = run_any(arguments, &output);
    if (status != 0)
        print_error("%s\n", output);
    assert_int_equal(status, 0);
    return output;
}

static int make_folder(void **state)
{
    *state = g_dir_make_tmp("masthead-pdf-XXXXXX", NULL);
    return *state ? 0 : -1;
}

static int remove_folder(void **state)
{
    GDir *folder = g_dir_open(*state, 0, NULL);
    for (const char *name; folder && (name = g_dir_read_name(folder));) {
        char *path = g_build_filename(*state, name, NULL);
        (void)g_remove(path);
        g_free(path);
    }
    if (folder)
        g_dir_close(folder);
    (void)g_rmdir(*state);
    g_free(*state);
    return 0;
}

static void same_pages_give_same_bytes(void **state)
{
    (void)state;
    const mh_pdf_options options = {.attachments = files, .attachment_count = 2};
    paper a;
    paper b;
    mh_view first_bytes;
    mh_view second_bytes;
    assert_int_equal(make_document(&a, &options, &first_bytes), MH_OK);
    assert_int_equal(make_document(&b, &options, &second_bytes), MH_OK);
    assert_true(mh_view_equal(first_bytes, second_bytes));
    mh_job_free(a.job);
    mh_job_free(b.job);
}

static void qpdf_finds_no_fault(void **state)
{
    for (mh_pdf_profile profile = MH_PDF_A3A_UA; profile <= MH_PDF_PLAIN; profile++) {
        char *path = write_document(*state, profile);
        const char *const arguments[] = {"qpdf", "--check", path, NULL};
        g_free(run(arguments));
        g_free(path);
    }
}

static void profiles_hold_to_their_rules(void **state)
{
    static const char *const options[][3] = {
        [MH_PDF_A3A_UA] = {"--pdfa", "3a"},
        [MH_PDF_A2A] = {"--pdfa", "2a"},
        [MH_PDF_A2U] = {"--pdfa", "2u", "--no-ua"},
        [MH_PDF_PLAIN] = {"--pdfa", "none", "--no-ua"},
    };
    const char *shared = g_getenv("MASTHEAD_SHARED");
    const char *source = g_getenv("MASTHEAD_SOURCE");
    char *script = shared ? g_build_filename(shared, "bench/pdf_conformance_check.py", NULL)
                          : g_build_filename(source ? source : ".",
                                             "../shared/bench/pdf_conformance_check.py", NULL);
    bool is_there = g_file_test(script, G_FILE_TEST_EXISTS);
    for (mh_pdf_profile profile = MH_PDF_A3A_UA; is_there && profile <= MH_PDF_PLAIN; profile++) {
        char *path = write_document(*state, profile);
        const char *const *o = options[profile];
        const char *const arguments[] = {"python3", script, path, o[0], o[1], o[2], NULL};
        g_free(run(arguments));
        g_free(path);
    }
    g_free(script);
    if (!is_there)
        skip();
}

/* veraPDF reads from each file what it claims to be. */
static void verapdf_finds_no_failed_rule(void **state)
{
    static const char *const passed[] = {"a3a+ua.pdf 3a", "a3a+ua.pdf ua1", "a2a.pdf 2a",
                                         "a2a.pdf ua1", "a2u.pdf 2u"};
    const char *source = g_getenv("MASTHEAD_SOURCE");
    char *script = g_build_filename(source ? source : ".", "tests/tools/verapdf.sh", NULL);
    char *paths[] = {write_document(*state, MH_PDF_A3A_UA), write_document(*state, MH_PDF_A2A),
                     write_document(*state, MH_PDF_A2U)};
    const char *const arguments[] = {script, "0", paths[0], paths[1], paths[2], NULL};
    char *report = NULL;
    gint status = run_any(arguments, &report);
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        g_free(paths[i]);
    g_free(script);
    if (status == 77) {
        g_free(report);
        skip();
    }
    if (status != 0)
        print_error("%s\n", report);
    assert_int_equal(status, 0);
    for (size_t i = 0; i < G_N_ELEMENTS(passed); i++)
        assert_non_null(strstr(report, passed[i]));
    g_free(report);
}

/* @p text without white space and directional marks. */
static char *squeeze(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p += g_utf8_skip[(unsigned char)*p]) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isspace(c) && g_unichar_type(c) != G_UNICODE_FORMAT)
            g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

static void text_comes_out_as_it_went_in(void **state)
{
    char *path = write_document(*state, MH_PDF_A3A_UA);
    const char *const arguments[] = {"pdftotext", "-raw", path, "-", NULL};
    char *text = run(arguments);
    g_free(path);
    if (!text)
        skip();
    char *squeezed = squeeze(text);
    static const char *const expected[] = {"Thedifficultoffice(ofthefiles)\\findsitsaffinity.",
                                           "ГенеральнаяАссамблея",
                                           "联合国大会",
                                           "الجمعيةالعامة",
                                           "Décidederestersaisiedelaquestion.",
                                           "Recallingitsresolution1of2005,",
                                           "Aparagraphthatgoes",
                                           "ontothenextpage.",
                                           "recommendation"};
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        assert_non_null(strstr(squeezed, expected[i]));
    g_free(squeezed);
    g_free(text);
}

static void structure_is_what_the_elements_say(void **state)
{
    char *path = write_document(*state, MH_PDF_A3A_UA);
    const char *const arguments[] = {"pdfinfo", "-struct-text", path, NULL};
    char *text = run(arguments);
    g_free(path);
    if (!text)
        skip();
    /* the closed-up heading, the table's empty cell, the numbered list, the note at its call */
    static const char *const expected[] = {
        "  H2 (block)\n    \"Values and principles\"\n",
        "        TD\n          \"In favour\"\n        TD\n      TR\n        TH:\n           /Scope "
        "/Row\n"
        "          \"Against\"\n        TD\n  L (block):\n     /ListNumbering /LowerAlpha\n",
        "\"Recalling its resolution\"\n    Link (inline)\n      \"1\"\n",
        "    \" of 2005,\"\n  P (block)\n    \"recom\"\n    \"\"\n    \"mendation\"\n",
        "    \"A paragraph that goes\"\n    \" on to the next page.\"\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        assert_non_null(strstr(text, expected[i]));
    assert_null(strstr(text, "A/RES/60/1"));
    g_free(text);
}

static void a_repeated_header_is_read_once(void **state)
{
    const mh_pdf_options options = {.profile = MH_PDF_A3A_UA};
    paper p;
    mh_view out;
    paper_begin(&p);
    mh_element *table = paper_element(&p, paper_element(&p, NULL, "Document"), "Table");
    mh_element *head =
        paper_element(&p, paper_element(&p, paper_element(&p, table, "THead"), "TR"), "TH");
    mh_element *body = paper_element(&p, table, "TBody");
    (void)paper_text(&p, head, MH_ARTIFACT_NONE, "Country", 70, 100);
    mh_mark header = g_array_index(p.marks, mh_mark, 0);
    for (int page = 0; page < 3; page++) {
        if (page > 0)
            g_array_append_val(p.marks, header);
        mh_element *cell = paper_element(&p, paper_element(&p, body, "TR"), "TD");
        (void)paper_text(&p, cell, MH_ARTIFACT_NONE, "Chile", 70, 120);
        assert_int_equal(paper_show(&p, "1"), MH_OK);
    }
    assert_int_equal(paper_finish(&p, &options, &out), MH_OK);
    char *path = g_build_filename(*state, "table.pdf", NULL);
    assert_int_equal(mh_file_write(p.job, path, out), MH_OK);
    mh_job_free(p.job);
    const char *const arguments[] = {"pdfinfo", "-struct-text", path, NULL};
    char *text = run(arguments);
    g_free(path);
    if (!text)
        skip();
    const char *found = strstr(text, "\"Country\"");
    assert_non_null(found);
    assert_null(strstr(found + 1, "\"Country\""));
    assert_non_null(strstr(found, "\"Chile\""));
    g_free(text);
}

static void cells_without_a_row_are_no_table(void **state)
{
    const mh_pdf_options options = {.profile = MH_PDF_A3A_UA};
    paper p;
    mh_view out;
    paper_begin(&p);
    mh_element *table = paper_element(&p, paper_element(&p, NULL, "Document"), "Table");
    mh_element *cell = paper_element(&p, paper_element(&p, table, "TBody"), "TD");
    (void)paper_text(&p, cell, MH_ARTIFACT_NONE, "Chile", 70, 120);
    assert_int_equal(paper_show(&p, "1"), MH_OK);
    assert_int_equal(paper_finish(&p, &options, &out), MH_OK);
    assert_int_equal(mh_job_diag_count(p.job), 1);
    assert_int_equal(mh_job_diag(p.job, 0)->code, MH_PDF_NESTING);
    char *path = g_build_filename(*state, "cells.pdf", NULL);
    assert_int_equal(mh_file_write(p.job, path, out), MH_OK);
    mh_job_free(p.job);
    const char *const arguments[] = {"pdfinfo", "-struct", path, NULL};
    char *text = run(arguments);
    g_free(path);
    if (!text)
        skip();
    assert_string_equal(text, "Document\n  Div\n    Div\n      Div\n");
    g_free(text);
}

static void attachments_come_out_byte_by_byte(void **state)
{
    char *path = write_document(*state, MH_PDF_A3A_UA);
    const char *const arguments[] = {"pdfdetach", "-saveall", "-o", *state, path, NULL};
    char *output = run(arguments);
    g_free(path);
    if (!output)
        skip();
    g_free(output);
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        char *name = g_build_filename(*state, files[i].name, NULL);
        char *bytes = NULL;
        gsize length = 0;
        assert_true(g_file_get_contents(name, &bytes, &length, NULL));
        assert_true(mh_view_equal((mh_view){bytes, length}, files[i].bytes));
        g_free(bytes);
        g_free(name);
    }
}

static void faults_are_told(void **state)
{
    (void)state;
    const mh_pdf_options options = {.profile = MH_PDF_A3A_UA};
    static const mh_diag_code expected[] = {MH_PDF_RASTERIZED, MH_PDF_NO_ALT, MH_PDF_LINK,
                                            MH_PDF_HEADING, MH_PDF_PROPERTY};
    paper p;
    mh_view out;
    assert_int_equal(make_document(&p, &options, &out), MH_OK);
    assert_int_equal(mh_job_diag_count(p.job), G_N_ELEMENTS(expected));
    for (size_t i = 0; i < G_N_ELEMENTS(expected); i++)
        assert_int_equal(mh_job_diag(p.job, i)->code, expected[i]);
    mh_job_free(p.job);
}

static void broken_pictures_are_left_out(void **state)
{
    (void)state;
    const mh_image images[] = {{MH_IMAGE_PNG, MH_VIEW("\x89PNG"), 10, 10},
                               {MH_IMAGE_JPEG, MH_VIEW("\xFF\xD8\xFF\xE0"), 10, 10},
                               {MH_IMAGE_SVG, MH_VIEW("<svg"), 10, 10}};
    const mh_pdf_options options = {.profile = MH_PDF_A3A_UA};
    paper p;
    mh_view out;
    paper_begin(&p);
    mh_element *document = paper_element(&p, NULL, "Document");
    for (size_t i = 0; i < G_N_ELEMENTS(images); i++)
        add_figure(&p, document, &images[i], "Broken", 70);
    assert_int_equal(paper_show(&p, "1"), MH_OK);
    assert_int_equal(paper_finish(&p, &options, &out), MH_OK);
    assert_int_equal(mh_job_diag_count(p.job), G_N_ELEMENTS(images));
    for (size_t i = 0; i < G_N_ELEMENTS(images); i++)
        assert_int_equal(mh_job_diag(p.job, i)->code, MH_PDF_PICTURE);
    mh_job_free(p.job);
}

static void profile_names_are_found(void **state)
{
    (void)state;
    mh_pdf_profile found = MH_PDF_PLAIN;
    for (mh_pdf_profile profile = MH_PDF_A3A_UA; profile <= MH_PDF_PLAIN; profile++) {
        assert_true(mh_pdf_profile_find(mh_pdf_profile_name(profile), &found));
        assert_int_equal(found, profile);
    }
    assert_false(mh_pdf_profile_find("a1b", &found));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_pages_give_same_bytes),
        cmocka_unit_test_setup_teardown(qpdf_finds_no_fault, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(profiles_hold_to_their_rules, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(verapdf_finds_no_failed_rule, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(text_comes_out_as_it_went_in, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(structure_is_what_the_elements_say, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(a_repeated_header_is_read_once, make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(cells_without_a_row_are_no_table, make_folder,
                                        remove_folder),
        cmocka_unit_test_setup_teardown(attachments_come_out_byte_by_byte, make_folder,
                                        remove_folder),
        cmocka_unit_test(faults_are_told),
        cmocka_unit_test(broken_pictures_are_left_out),
        cmocka_unit_test(profile_names_are_found),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    paper_end_process();
    return failed;
}
