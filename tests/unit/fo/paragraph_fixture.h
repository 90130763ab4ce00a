#ifndef TEST_PARAGRAPH_FIXTURE_H
#define TEST_PARAGRAPH_FIXTURE_H

/* A block of XSL-FO as a paragraph: what the tests of inline content start from. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/xml.h"
#include "fo/inline.h"
#include "fo/painter.h"

typedef struct fixture {
    mh_job *job;
    mh_fo_options options;
    fo_context context;
    const fo_node *block;
    fo_paragraph *paragraph;
    fo_lines lines;
    fo_painter *painter;
} fixture;

static const fo_node *find_block(const fo_node *node)
{
    if (node->type == FO_BLOCK)
        return node;
    for (const fo_node *child = node->first_child; child; child = child->next) {
        const fo_node *found = find_block(child);
        if (found)
            return found;
    }
    return NULL;
}

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->job = mh_job_new("test.fo");
    f->context = (fo_context){.job = f->job,
                              .arena = mh_job_arena(f->job),
                              .options = &f->options,
                              .hyphenation = fo_hyphenation_new(),
                              .images = mh_arena_string_hash(mh_job_arena(f->job))};
    assert_int_equal(fo_fonts_new(f->job, &f->context.fonts), MH_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    fo_hyphenation_free(f->context.hyphenation);
    mh_job_free(f->job);
    fo_fonts_free(f->context.fonts);
    g_free(f);
    return 0;
}

/* Lays out the fo:block in @p block in lines @p width points wide. */
static inline void lay_out(fixture *f, const char *block, int32_t width)
{
    static const char head[] =
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>"
        "<fo:simple-page-master master-name='p' page-width='600pt' page-height='800pt'>"
        "<fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
        "<fo:page-sequence master-reference='p'><fo:flow flow-name='xsl-region-body'>";
    static const char tail[] = "</fo:flow></fo:page-sequence></fo:root>";
    char *text = mh_arena_printf(mh_job_arena(f->job), "%s%s%s", head, block, tail);
    xmlDoc *doc = NULL;
    fo_tree tree = {0};
    assert_int_equal(mh_xml_parse(f->job, mh_view_of(text), &doc), MH_OK);
    assert_int_equal(fo_tree_build(f->job, doc, &tree), MH_OK);
    f->block = find_block(tree.root);
    assert_non_null(f->block);
    fo_fonts_begin(f->context.fonts, f->options.test_fonts);
    f->paragraph = fo_paragraph_new(&f->context, f->block, f->block->first_child, NULL);
    fo_measure measure = {.width = width * PANGO_SCALE};
    fo_paragraph_break(&f->context, f->paragraph, &measure, &f->lines);
}

/* Draws all lines below each other and returns the painter with their marks. */
static inline void draw(fixture *f, int32_t width)
{
    f->painter = fo_painter_new(mh_job_arena(f->job));
    int32_t y = 0;
    for (size_t i = 0; i < f->lines.count; i++) {
        const fo_line *line = &f->lines.items[i];
        fo_line_draw(&f->context, f->painter, line, 0, y, width * PANGO_SCALE);
        y += line->ascent + line->descent;
    }
}

static inline const mh_mark *mark_at(const fixture *f, guint index)
{
    assert_true(index < f->painter->marks->len);
    return &g_array_index(f->painter->marks, mh_mark, index);
}

/* Text of line @p index without the spaces that vanish. */
static inline const char *line_text(const fixture *f, size_t index)
{
    assert_true(index < f->lines.count);
    const par_line *line = f->lines.items[index].run;
    mh_view text = {f->paragraph->text + line->start, line->end - line->start};
    return mh_arena_string_of(mh_job_arena(f->job), mh_view_trim(text));
}

/* All that the text marks say, as a reader that goes by them gets it. */
static inline const char *drawn_text(const fixture *f)
{
    GString *text = mh_arena_string(mh_job_arena(f->job));
    for (guint i = 0; i < f->painter->marks->len; i++) {
        const mh_mark *mark = mark_at(f, i);
        if (mark->kind != MH_MARK_TEXT)
            continue;
        if (mark->actual_text)
            g_string_append(text, mark->actual_text);
        else
            g_string_append_len(text, mark->text + mark->glyphs->item->offset,
                                mark->glyphs->item->length);
    }
    return text->str;
}

/* Right end of the glyphs of a text mark. */
static inline int32_t right_of(const mh_mark *mark)
{
    return mark->x + pango_glyph_string_get_width(mark->glyphs->glyphs);
}

/* LeakSanitizer: what libfontconfig and libhyphen keep or lose by themselves is not ours. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:hnj_hyphen_load\n";
}

__attribute__((visibility("default"))) const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "fast_unwind_on_malloc=0";
}

#endif
