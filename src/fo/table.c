/* fo:table and fo:table-and-caption (XSL 1.1 §6.7.2, §6.7.3) as items of the flow. */

#include "fo/table.h"

/* Width of the content: what the table asks for, but never less than its columns need. */
static int32_t table_width(const fo_builder *builder, const fo_table *table, int32_t available)
{
    const fo_style *style = table->node->style;
    int32_t width = available;
    if (!style->width.is_auto)
        width = fo_length_resolve(style->width, builder->reference);
    if (!style->width.is_auto)
        width = MAX(width, fo_table_fixed_width(table, width));
    return MAX(width, 0);
}

/* A list of its own for the rows of a header or footer, which pages repeat. */
static const fo_items *build_repeated(const fo_builder *builder, const fo_table *table,
                                      size_t first, size_t end, int32_t *height)
{
    if (first == end)
        return NULL;
    fo_builder own = *builder;
    own.items = fo_items_new(table->arena);
    own.items->keeps_edge_space = true;
    own.area = NULL;
    own.resume = NULL;
    own.is_static = true;
    fo_table_add_rows(&own, table, first, end);
    *height = fo_items_height(builder->context, own.items);
    return own.items;
}

static void set_cells(const fo_builder *builder, const fo_table *table)
{
    for (size_t row = 0; row < table->rows->len; row++) {
        const GPtrArray *cells = fo_table_row_at(table, row)->cells;
        for (guint i = 0; i < cells->len; i++)
            fo_table_cell_edges(table, g_ptr_array_index(cells, i), builder->reference);
    }
}

static void place_table(const fo_builder *builder, fo_table *table)
{
    int32_t available;
    fo_content_box(builder, table->node->style, &table->x, &available);
    table->width = table_width(builder, table, available);
    if (table->rtl)
        table->x += available - table->width;
    fo_table_columns(table);
    fo_table_borders(table);
    set_cells(builder, table);
}

static fo_area *open_table(fo_builder *builder, const fo_table *table)
{
    const fo_style *style = table->node->style;
    int32_t start = 0;
    int32_t end = 0;
    if (!table->is_collapsed) {
        start = fo_edge_width(style, FO_START, builder->reference);
        end = fo_edge_width(style, FO_END, builder->reference);
    }
    fo_area *area = fo_open_area(builder, table->node, table->x - (table->rtl ? end : start),
                                 table->width + start + end);
    if (table->is_collapsed)
        area->before = area->after = area->retained_before = area->retained_after = 0;
    area->paint = fo_table_paint;
    return area;
}

void fo_build_table(fo_builder *builder, const fo_node *node)
{
    fo_table *table = fo_table_grid(builder->items->arena, node, builder->rtl);
    place_table(builder, table);
    const size_t rows = table->rows->len;
    fo_area *area = open_table(builder, table);
    area->header = build_repeated(builder, table, 0, table->header_rows, &area->header_height);
    area->footer =
        build_repeated(builder, table, rows - table->footer_rows, rows, &area->footer_height);
    area->omit_header = node->style->omit_header_at_break;
    area->omit_footer = node->style->omit_footer_at_break;
    fo_table_add_rows(builder, table, table->header_rows, rows - table->footer_rows);
    fo_close_area(builder);
}

static const fo_node *child_of(const fo_node *parent, fo_type type)
{
    for (const fo_node *child = parent->first_child; child; child = child->next)
        if (child->type == type)
            return child;
    return NULL;
}

static void build_caption(fo_builder *builder, const fo_node *caption)
{
    if (!caption)
        return;
    fo_open_block(builder, caption);
    fo_build_children(builder, caption);
    fo_close_area(builder);
}

/* A caption is kept with its table. */
static void add_join(fo_builder *builder)
{
    fo_add_break(builder,
                 &(fo_break_point){.within_column = FO_KEEP_ALWAYS, .within_page = FO_KEEP_ALWAYS});
}

void fo_build_table_and_caption(fo_builder *builder, const fo_node *node)
{
    const fo_node *caption = child_of(node, FO_TABLE_CAPTION);
    const fo_node *table = child_of(node, FO_TABLE);
    const bool is_below = node->style->caption_after;
    fo_open_block(builder, node);
    if (!is_below)
        build_caption(builder, caption);
    if (caption && table && !is_below)
        add_join(builder);
    if (table)
        fo_build_object(builder, table);
    if (caption && table && is_below)
        add_join(builder);
    if (is_below)
        build_caption(builder, caption);
    fo_close_area(builder);
}
