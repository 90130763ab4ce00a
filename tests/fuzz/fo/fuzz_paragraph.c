/* Random inline content in six scripts: lines cover the text in order, and what is drawn says all
 * of it once. */

#include <stdlib.h>

#include "base/xml.h"
#include "fo/inline.h"
#include "fo/painter.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What libraries keep for the process is not ours. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig\nleak:libcairo\nleak:libpango\nleak:libhyphen\n";
}

enum { HEAD_BYTES = 3, CONTENT_MAX = 600, DEPTH_MAX = 8 };

/* A byte of the input chooses a piece of content. */
static const char *const pieces[] = {
    "a",          "resolution", " ",        "  ",
    "A/RES/75/1", "2021",       "\302\240", "\302\255",
    "-",          "(",          ")",        "大会",
    "，",         "。",         "“",        "”",
    "قرار",       "العامة",     "Резолю",   "ция",
    "«",          "»",          "—",        "e\314\201",
    "&#10;",      "&#8203;",    "&#65532;", "№",
    "ﬁ",          "office",     ".",        "\360\237\230\200",
};

static void append_content(GString *out, const uint8_t *data, size_t size)
{
    static const char *const opening[] = {
        "<fo:inline font-size='14pt' baseline-shift='super'>",
        "<fo:inline border='1pt solid red' padding='2pt' background-color='yellow'>",
        "<fo:bidi-override unicode-bidi='embed' direction='rtl'>",
        "<fo:inline xml:lang='zh' letter-spacing='1pt'>",
    };
    static const char *const closing[] = {"</fo:inline>", "</fo:inline>", "</fo:bidi-override>",
                                          "</fo:inline>"};
    size_t open[DEPTH_MAX];
    size_t depth = 0;
    for (size_t i = 0; i < size && i < CONTENT_MAX; i++) {
        unsigned kind = data[i] >> 5;
        size_t which = data[i] % 4;
        if (kind < 5) {
            g_string_append(out, pieces[data[i] % G_N_ELEMENTS(pieces)]);
        } else if (kind == 5 && depth < DEPTH_MAX) {
            g_string_append(out, opening[which]);
            open[depth++] = which;
        } else if (kind == 6 && depth > 0) {
            g_string_append(out, closing[open[--depth]]);
        } else {
            g_string_append(out,
                            which ? "<fo:leader leader-pattern='dots'/>" : "<fo:page-number/>");
        }
    }
    while (depth > 0)
        g_string_append(out, closing[open[--depth]]);
}

static const char *make_document(mh_arena *arena, const uint8_t *data, size_t size)
{
    static const char *const aligns[] = {"start", "end", "center", "justify"};
    GString *out = mh_arena_string(arena);
    g_string_append_printf(
        out,
        "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'><fo:layout-master-set>"
        "<fo:simple-page-master master-name='p'><fo:region-body/></fo:simple-page-master>"
        "</fo:layout-master-set><fo:page-sequence master-reference='p' writing-mode='%s'>"
        "<fo:flow flow-name='xsl-region-body'><fo:block font-size='10pt' text-align='%s' "
        "linefeed-treatment='preserve' hyphenate='%s' xml:lang='%s'>",
        data[0] & 1 ? "rl-tb" : "lr-tb", aligns[data[0] >> 1 & 3], data[0] & 8 ? "true" : "false",
        data[0] & 16 ? "en-US" : "zh");
    append_content(out, data + HEAD_BYTES, size - HEAD_BYTES);
    g_string_append(out, "</fo:block></fo:flow></fo:page-sequence></fo:root>");
    return out->str;
}

static const fo_node *find_block(const fo_node *node)
{
    const fo_node *found = node && node->type == FO_BLOCK ? node : NULL;
    for (const fo_node *child = node ? node->first_child : NULL; child && !found;
         child = child->next)
        found = find_block(child);
    return found;
}

/* The text that readers must get: leaves of text, in order. */
static void check_drawn(const fo_paragraph *paragraph, const fo_painter *painter, mh_arena *arena)
{
    GString *expected = mh_arena_string(arena);
    GString *drawn = mh_arena_string(arena);
    for (guint i = 0; i < paragraph->leaves->len; i++) {
        const par_leaf *leaf = PAR_LEAF(paragraph, i);
        if (leaf->kind == PAR_TEXT)
            g_string_append_len(expected, paragraph->text + leaf->start,
                                (gssize)(leaf->end - leaf->start));
    }
    for (guint i = 0; i < painter->marks->len; i++) {
        const mh_mark *mark = &g_array_index(painter->marks, mh_mark, i);
        if (mark->kind == MH_MARK_TEXT && mark->text == paragraph->text)
            g_string_append_len(drawn, mark->text + mark->glyphs->item->offset,
                                mark->glyphs->item->length);
    }
    if (strcmp(expected->str, drawn->str) != 0)
        abort();
}

static void check_lines(const fo_paragraph *paragraph, const fo_lines *lines)
{
    uint32_t at = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const par_line *line = lines->items[i].run;
        if (line->start != at || line->end < line->start || line->next < line->end)
            abort();
        at = line->next;
    }
    if (lines->count > 0 && at != paragraph->length)
        abort();
}

static void try_paragraph(fo_context *context, const fo_node *block, int32_t width)
{
    mh_arena *arena = mh_job_arena(context->job);
    fo_paragraph *paragraph = fo_paragraph_new(context, block, block->first_child, NULL);
    fo_measure measure = {.width = width};
    fo_lines lines = {0};
    fo_paragraph_break(context, paragraph, &measure, &lines);
    check_lines(paragraph, &lines);
    fo_painter *painter = fo_painter_new(arena);
    for (size_t i = 0; i < lines.count; i++)
        fo_line_draw(context, painter, &lines.items[i], 0, 0, width);
    check_drawn(paragraph, painter, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static fo_fonts *fonts;
    static fo_hyphenation *hyphenation;
    if (size < HEAD_BYTES)
        return 0;
    mh_job *job = mh_job_new("fuzz.fo");
    if (!fonts && fo_fonts_new(job, &fonts) != MH_OK)
        abort();
    if (!hyphenation)
        hyphenation = fo_hyphenation_new();
    mh_fo_options options = {0};
    fo_context context = {.job = job,
                          .arena = mh_job_arena(job),
                          .options = &options,
                          .fonts = fonts,
                          .hyphenation = hyphenation,
                          .images = mh_arena_string_hash(mh_job_arena(job))};
    xmlDoc *doc = NULL;
    fo_tree tree = {0};
    const char *text = make_document(mh_job_arena(job), data, size);
    if (mh_xml_parse(job, mh_view_of(text), &doc) != MH_OK
        || fo_tree_build(job, doc, &tree) != MH_OK)
        abort();
    try_paragraph(&context, find_block(tree.root), (data[1] * 256 + data[2]) * 16);
    mh_job_free(job);
    return 0;
}
