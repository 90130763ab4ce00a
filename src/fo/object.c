#include "fo/inline.h"

#include "fo/images.h"

static const char *lookup(GHashTable *labels, const char *id)
{
    return labels && id ? g_hash_table_lookup(labels, id) : NULL;
}

const char *par_number_label(const fo_context *context, const fo_node *node)
{
    switch (node->type) {
    case FO_PAGE_NUMBER:
        return context->numbers.current;
    case FO_PAGE_NUMBER_CITATION:
        return lookup(context->numbers.first_page, fo_attribute(node, "ref-id"));
    case FO_PAGE_NUMBER_CITATION_LAST:
        return lookup(context->numbers.last_page, fo_attribute(node, "ref-id"));
    default: // NOLINT: no other object shows a page number
        return NULL;
    }
}

/* While the number is not known, a number of usual width stands for it. */
static void measure_number(fo_context *context, fo_paragraph *paragraph, const par_leaf *leaf)
{
    par_object *object = leaf->object;
    const char *label = par_number_label(context, leaf->node);
    if (!label) {
        label = leaf->node->type == FO_PAGE_NUMBER ? "1" : "00";
        paragraph->has_unknown_numbers |= leaf->node->type != FO_PAGE_NUMBER;
    }
    if (!object->label || strcmp(object->label, label) != 0) {
        object->label = mh_arena_strdup(paragraph->arena, label);
        object->width =
            par_shape_snippet(context, paragraph->arena, leaf->node, object->label).width;
    }
    object->ascent = leaf->font->metrics.ascent;
    object->descent = leaf->font->metrics.descent;
}

static void measure_leader(const par_leaf *leaf, int32_t width)
{
    const fo_style *style = leaf->node->style;
    par_object *object = leaf->object;
    int32_t minimum = fo_length_resolve(style->leader_minimum, width);
    int32_t maximum = fo_length_resolve(style->leader_maximum, width);
    int32_t optimum =
        CLAMP(fo_length_resolve(style->leader_optimum, width), minimum, MAX(minimum, maximum));
    /* The length is that of the whole area, borders and padding included. */
    int32_t edges = par_edge_width(leaf->node, FO_START) + par_edge_width(leaf->node, FO_END);
    object->width = MAX(0, optimum - edges);
    object->stretch = MAX(0, maximum - optimum);
    object->shrink = MAX(0, optimum - minimum);
    switch (style->leader_pattern) {
    case FO_LEADER_SPACE:
        break;
    case FO_LEADER_RULE:
        object->ascent = style->rule_thickness;
        break;
    case FO_LEADER_DOTS:
    case FO_LEADER_USE_CONTENT:
        object->ascent = leaf->font->metrics.ascent;
        object->descent = leaf->font->metrics.descent;
        break;
    }
}

static int32_t edge_height(const fo_style *style, fo_side side)
{
    return style->edges[side].width + fo_length_resolve(style->edges[side].padding, 0);
}

/* The lower edge of a graphic stands on the baseline. */
static void measure_picture(fo_context *context, const par_leaf *leaf, int32_t width)
{
    const fo_node *node = leaf->node;
    par_object *object = leaf->object;
    object->image = node->type == FO_EXTERNAL_GRAPHIC
                        ? fo_image_load(context, fo_attribute(node, "src"), node)
                        : fo_image_instream(context, node);
    int32_t viewport_width = 0;
    int32_t viewport_height = 0;
    fo_image_size(node->style, object->image, width, &viewport_width, &viewport_height,
                  &object->picture);
    int32_t left = par_edge_width(node, node->style->writing_rtl ? FO_END : FO_START);
    int32_t right = par_edge_width(node, node->style->writing_rtl ? FO_START : FO_END);
    int32_t above = edge_height(node->style, FO_BEFORE);
    object->width = left + viewport_width + right;
    object->ascent = above + viewport_height + edge_height(node->style, FO_AFTER);
    object->picture.x += left;
    object->picture.y += above;
}

/* An object has its own alignment once its height is known. Numbers are set in a font; others have
 * no letters, and half of their height counts as that of an x. */
static void align_object(const par_leaf *leaf)
{
    par_object *object = leaf->object;
    fo_baseline_box box = {object->ascent, object->descent, object->ascent};
    if (leaf->kind == PAR_NUMBER)
        box = fo_box_of_font(leaf->font);
    object->alignment = fo_align_inline(leaf->alignment, leaf->node, box);
}

void par_measure_objects(fo_context *context, fo_paragraph *paragraph, int32_t width)
{
    paragraph->has_unknown_numbers = false;
    for (guint i = 0; i < paragraph->leaves->len; i++) {
        const par_leaf *leaf = PAR_LEAF(paragraph, i);
        switch (leaf->kind) {
        case PAR_TEXT:
        case PAR_CONTROL:
        case PAR_EMPTY:
            break;
        case PAR_NUMBER:
            measure_number(context, paragraph, leaf);
            break;
        case PAR_LEADER:
            measure_leader(leaf, width);
            break;
        case PAR_PICTURE:
            measure_picture(context, leaf, width);
            break;
        }
        if (leaf->object)
            align_object(leaf);
    }
}
