/* What functions of expressions ask about other properties (XSL 1.1 §5.10.4). */

#include "base/xml.h"
#include "fo/resolve.h"

static fo_value length_value(fo_length length)
{
    return (fo_value){.kind = FO_VALUE_LENGTH,
                      .fixed = length.fixed,
                      .percent = (double)length.percent,
                      .proportional = (double)length.proportional};
}

static fo_value number_value(double number)
{
    return (fo_value){.kind = FO_VALUE_NUMBER, .number = number};
}

bool fo_value_get(const fo_property *property, const fo_style *style, fo_value *out)
{
    const void *field = (const char *)style + fo_property_offset(property, style->writing_rtl);
    switch (property->type) {
    case FO_PROPERTY_FIXED:
    case FO_PROPERTY_BORDER_WIDTH:
    case FO_PROPERTY_FONT_SIZE:
    case FO_PROPERTY_LINE_HEIGHT:
        *out = length_value((fo_length){.fixed = *(const int32_t *)field});
        return true;
    case FO_PROPERTY_LENGTH:
    case FO_PROPERTY_SIZE:
    case FO_PROPERTY_LEADER:
    case FO_PROPERTY_INDENT:
    case FO_PROPERTY_CONTENT_SIZE:
        *out = length_value(*(const fo_length *)field);
        return !((const fo_length *)field)->is_auto;
    case FO_PROPERTY_SPACE:
        *out = length_value(((const fo_space *)field)->optimum);
        return true;
    case FO_PROPERTY_COUNT:
        *out = number_value(*(const uint16_t *)field);
        return true;
    case FO_PROPERTY_INTEGER:
        *out = number_value(*(const int16_t *)field);
        return true;
    case FO_PROPERTY_FONT_WEIGHT:
        *out = number_value((double)style->font_weight);
        return true;
    case FO_PROPERTY_COLOR:
        *out = (fo_value){.kind = FO_VALUE_COLOR, .color = *(const mh_color *)field};
        return true;
    default:
        return false;
    }
}

/* The style of the nearest ancestor that has the attribute, or the initial style. */
const fo_style *fo_cascade_nearest(const fo_cascade *cascade, mh_view name)
{
    char *attribute = g_strndup(name.ptr, name.len);
    const fo_style *found = &cascade->resolver->initial;
    for (const fo_node *n = cascade->node->parent; n; n = n->parent) {
        if (n->xml && mh_xml_attribute(n->xml, attribute)) {
            found = n->style;
            break;
        }
    }
    g_free(attribute);
    return found;
}

/* body-start() and label-end() are measured from the list item (§7.30.11). */
static fo_value list_function(const fo_cascade *cascade, fo_lookup what)
{
    const fo_style *item = cascade->parent;
    for (const fo_node *n = cascade->node->parent; n; n = n->parent) {
        if (n->type == FO_LIST_ITEM) {
            item = n->style;
            break;
        }
    }
    fo_value start = length_value(item->start_indent);
    start.fixed += item->provisional_distance;
    if (what == FO_LOOKUP_BODY_START)
        return start;
    return (fo_value){.kind = FO_VALUE_LENGTH,
                      .fixed = item->provisional_separation - start.fixed,
                      .percent = 100.0 - start.percent};
}

bool fo_cascade_look_up(void *user, fo_lookup what, mh_view name, fo_value *out)
{
    const fo_cascade *cascade = user;
    if (what == FO_LOOKUP_BODY_START || what == FO_LOOKUP_LABEL_END) {
        *out = list_function(cascade, what);
        return true;
    }
    const fo_property *property = fo_resolver_find(cascade->resolver, name);
    if (!property)
        return false;
    const fo_style *style =
        what == FO_LOOKUP_NEAREST ? fo_cascade_nearest(cascade, name) : cascade->parent;
    return fo_value_get(property, style, out);
}
