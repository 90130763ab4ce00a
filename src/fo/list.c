/* fo:list-block and fo:list-item (XSL 1.1 §6.8): label and body side by side. */

#include "fo/build.h"

enum { SIDE_COUNT = 2 };

void fo_build_list(fo_builder *builder, const fo_node *list)
{
    fo_open_block(builder, list);
    fo_build_children(builder, list);
    fo_close_area(builder);
}

static fo_items *build_side(const fo_builder *builder, const fo_node *side)
{
    fo_builder own = *builder;
    own.items = fo_items_new(builder->items->arena);
    own.area = NULL;
    own.intrusion = (fo_intrusion){0};
    own.keep_column = MAX(own.keep_column, side->style->keep_together.within_column);
    own.keep_page = MAX(own.keep_page, side->style->keep_together.within_page);
    fo_open_block(&own, side);
    fo_build_children(&own, side);
    fo_close_area(&own);
    return own.items;
}

void fo_build_list_item(fo_builder *builder, const fo_node *item)
{
    fo_side_column *sides = MH_NEW(builder->items->arena, fo_side_column, SIDE_COUNT);
    size_t count = 0;
    fo_open_block(builder, item);
    for (const fo_node *child = item->first_child; child && count < SIDE_COUNT;
         child = child->next) {
        const bool is_side = child->type == FO_LIST_ITEM_LABEL || child->type == FO_LIST_ITEM_BODY;
        if (is_side && !fo_is_past(builder, child))
            sides[count++].items = build_side(builder, child);
    }
    builder->resume = NULL;
    fo_add_columns(builder, item, sides, count);
    fo_close_area(builder);
}
