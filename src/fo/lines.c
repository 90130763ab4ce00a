/* Paragraphs as items: their lines and the breaks between them, shorter beside side floats. */

#include "fo/build.h"
#include "fo/float.h"

static const fo_node *block_of(const fo_node *node)
{
    while (node->parent && fo_type_is_inline(node->type))
        node = node->parent;
    return node;
}

static void draw_line(fo_context *context, fo_painter *painter, const fo_item *item, int32_t x,
                      int32_t y)
{
    fo_line_draw(context, painter, item->box.line, x, y, item->width);
}

/* Breaking between two lines of a paragraph: never forbidden for good, so that a page that is too
 * small still ends somewhere. */
static void add_break_after_line(fo_builder *builder, const fo_style *style, const fo_lines *lines,
                                 size_t i)
{
    fo_break_point point = {.forced = FO_BREAK_AUTO};
    const size_t above = i + 1, below = lines->count - above;
    const bool is_stray = above < style->orphans || below < style->widows;
    const bool is_cut = lines->items[i].is_hyphenated && style->hyphenation_keep_page;
    if (is_stray || is_cut)
        point.within_column = point.within_page = FO_KEEP_ALWAYS;
    fo_add_break(builder, &point);
}

/* A paragraph while its lines are added. */
typedef struct adding {
    fo_builder *builder;
    const fo_style *style;
    fo_item box;
    int32_t x; /* of lines that nothing stands beside */
    int32_t width;
    fo_measure measure;
    const fo_node *last_float; /* last side float that was added */
    size_t count;              /* lines of the paragraph so far */
} adding;

static bool has_new_side_float(const adding *a, const fo_line *line)
{
    for (size_t i = 0; i < line->float_count; i++)
        if (fo_is_side_float(line->floats[i])
            && (!a->last_float || line->floats[i]->order > a->last_float->order))
            return true;
    return false;
}

/* Lines beside floats, as many as their height asks. */
static void measure_floats(adding *a)
{
    const fo_intrusion *beside = &a->builder->intrusion;
    const int32_t line_height = MAX(a->style->line_height, 1);
    a->measure.short_lines = (size_t)((beside->height + line_height - 1) / line_height);
    a->measure.short_width = MAX(a->width - beside->width, 0);
}

static void add_line(adding *a, const fo_line *line)
{
    const fo_intrusion beside = a->builder->intrusion;
    a->box.box.line = line;
    a->box.height = line->ascent + line->descent;
    a->box.x = a->x + beside.left;
    a->box.width = a->width - beside.width;
    fo_add_box(a->builder, &a->box);
    fo_pass_floats(a->builder, a->box.height);
}

/* Adds lines up to the first that anchors a new side float, which is left; all, if there is none.
 */
static size_t add_lines(adding *a, const fo_lines *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        if (has_new_side_float(a, &lines->items[i]))
            return i;
        if (i > 0)
            add_break_after_line(a->builder, a->style, lines, i - 1);
        add_line(a, &lines->items[i]);
    }
    return lines->count;
}

void fo_build_paragraph(fo_builder *builder, const fo_node *parent, const fo_node *first,
                        const fo_node *end)
{
    const fo_node *block = block_of(parent);
    const fo_resume *resume = builder->resume;
    builder->resume = NULL;
    fo_paragraph *paragraph = resume ? resume->paragraph : NULL;
    if (!paragraph)
        paragraph = fo_paragraph_new(builder->context, block, first, end);
    if (fo_paragraph_is_empty(paragraph))
        return;
    adding a = {
        .builder = builder,
        .style = block->style,
        .box = {.kind = FO_ITEM_BOX, .node = first},
        .measure = {.after = resume ? resume->after : NULL},
    };
    a.box.box.draw = draw_line;
    a.box.box.paragraph = paragraph;
    fo_content_box(builder, block->style, &a.x, &a.width);
    a.measure.width = a.width;
    for (;;) {
        fo_lines lines;
        measure_floats(&a);
        fo_paragraph_break(builder->context, paragraph, &a.measure, &lines);
        a.box.waits = lines.has_unknown_numbers;
        const size_t added = add_lines(&a, &lines);
        if (added == lines.count)
            break;
        /* The float stands beside this line and those after it, which become shorter. */
        if (added > 0) {
            add_break_after_line(builder, a.style, &lines, added - 1);
            a.measure.after = &lines.items[added - 1];
        }
        a.last_float = fo_add_side_floats(builder, block, &lines.items[added], a.last_float);
    }
}
