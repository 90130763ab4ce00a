/* How each type of property reads its value. */

#include <math.h>

#include "fo/resolve.h"

typedef bool (*value_reader)(fo_cascade *cascade, const fo_property *property, mh_view text,
                             void *field);

static fo_scope scope_of(fo_cascade *cascade, const fo_property *property)
{
    return (fo_scope){.em = cascade->style.font_size,
                      .percent_base = -1.0,
                      .property = mh_view_of(property->name),
                      .lookup = fo_cascade_look_up,
                      .user = cascade};
}

static bool evaluate(fo_cascade *cascade, const fo_property *property, mh_view text, fo_value *out)
{
    fo_scope scope = scope_of(cascade, property);
    return fo_expression(text, &scope, out);
}

/* A number where a length is due counts as pixels, as in FOP; a proportional width is a length. */
static bool to_length(const fo_value *value, fo_length *out)
{
    if (value->kind > FO_VALUE_LENGTH)
        return false;
    *out = (fo_length){.fixed = fo_length_round(value->fixed + value->number * PANGO_SCALE),
                       .percent = (float)value->percent,
                       .proportional = (float)value->proportional};
    return true;
}

static bool to_integer(const fo_value *value, int least, int most, int *out)
{
    if (value->kind != FO_VALUE_NUMBER)
        return false;
    *out = (int)lround(fmin(fmax(value->number, least), most));
    return true;
}

static bool read_length_value(fo_cascade *cascade, const fo_property *property, mh_view text,
                              fo_length *out)
{
    fo_value value;
    return evaluate(cascade, property, text, &value) && to_length(&value, out);
}

static bool read_keyword(fo_cascade *cascade, const fo_property *property, mh_view text,
                         void *field)
{
    (void)cascade;
    return fo_keyword_find(property->keywords, text, field);
}

static bool read_flag(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    (void)cascade;
    int value = 0;
    if (!fo_keyword_find(property->keywords, text, &value))
        return false;
    *(bool *)field = value != 0;
    return true;
}

static bool read_number(fo_cascade *cascade, const fo_property *property, mh_view text, int least,
                        int *out)
{
    if (fo_keyword_find(property->keywords, text, out))
        return true;
    fo_value value;
    return evaluate(cascade, property, text, &value) && to_integer(&value, least, INT16_MAX, out);
}

static bool read_count(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    int number = 0;
    if (!read_number(cascade, property, text, 0, &number))
        return false;
    *(uint16_t *)field = (uint16_t)number;
    return true;
}

static bool read_integer(fo_cascade *cascade, const fo_property *property, mh_view text,
                         void *field)
{
    int number = 0;
    if (!read_number(cascade, property, text, INT16_MIN, &number))
        return false;
    *(int16_t *)field = (int16_t)number;
    return true;
}

static bool read_fixed(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    int keyword = 0;
    fo_length length = {0};
    if (fo_keyword_find(property->keywords, text, &keyword))
        length.fixed = keyword;
    else if (!read_length_value(cascade, property, text, &length) || length.percent != 0.0F)
        return false;
    *(int32_t *)field = length.fixed;
    return true;
}

static bool read_border_width(fo_cascade *cascade, const fo_property *property, mh_view text,
                              void *field)
{
    int32_t width = 0;
    if (!read_fixed(cascade, property, text, &width) || width < 0)
        return false;
    *(int32_t *)field = width;
    return true;
}

static bool read_length(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    int ignored = 0;
    if (!fo_keyword_find(property->keywords, text, &ignored))
        return read_length_value(cascade, property, text, field);
    *(fo_length *)field = (fo_length){.is_auto = true};
    return true;
}

static bool read_size(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    if (!fo_is(text, "auto") && !fo_is(text, "none") && !fo_is(text, "indefinite"))
        return read_length_value(cascade, property, text, field);
    *(fo_length *)field = (fo_length){.is_auto = true};
    return true;
}

static bool read_space(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    fo_length length;
    if (!read_length_value(cascade, property, text, &length))
        return false;
    fo_space *space = field;
    space->minimum = length;
    space->optimum = length;
    space->maximum = length;
    return true;
}

static bool read_keep(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    int strength = 0;
    if (!read_number(cascade, property, text, INT16_MIN, &strength))
        return false;
    fo_keep *keep = field;
    keep->within_column = (int16_t)strength;
    keep->within_page = (int16_t)strength;
    return true;
}

static bool read_leader(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    (void)field;
    fo_length length;
    if (!read_length_value(cascade, property, text, &length))
        return false;
    cascade->style.leader_minimum = length;
    cascade->style.leader_optimum = length;
    cascade->style.leader_maximum = length;
    return true;
}

static bool read_color(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    fo_value value;
    if (fo_is(text, "currentColor")) {
        *(mh_color *)field = cascade->style.color;
        return true;
    }
    if (!evaluate(cascade, property, text, &value))
        return false;
    if (value.kind == FO_VALUE_NAME)
        return fo_color_named(value.text, field);
    if (value.kind != FO_VALUE_COLOR)
        return false;
    *(mh_color *)field = value.color;
    return true;
}

static bool read_position(fo_cascade *cascade, const fo_property *property, mh_view text,
                          void *field)
{
    int percent = 0;
    if (!fo_keyword_find(property->keywords, text, &percent))
        return read_length_value(cascade, property, text, field);
    *(fo_length *)field = (fo_length){.percent = (float)percent};
    return true;
}

static bool read_adjust(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    int baseline = FO_BASELINE_AUTO;
    fo_length length = {.is_auto = true};
    if (fo_is(text, "baseline"))
        baseline = FO_BASELINE_ALPHABETIC;
    else if (!fo_keyword_find(property->keywords, text, &baseline)
             && !read_length_value(cascade, property, text, &length))
        return false;
    *(fo_length *)field = length;
    cascade->style.adjust_baseline = (fo_baseline)baseline;
    return true;
}

static bool read_margin(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    fo_length length = {0};
    if (!fo_is(text, "auto") && !read_length_value(cascade, property, text, &length))
        return false;
    *(fo_length *)field = length;
    cascade->has_margin[property->side] = true;
    return true;
}

/* "'Times New Roman', serif" is kept as "Times New Roman,serif". */
static bool read_font_family(fo_cascade *cascade, const fo_property *property, mh_view text,
                             void *field)
{
    (void)property;
    GString *list = g_string_sized_new(text.len);
    for (size_t from = 0; from <= text.len;) {
        size_t comma = mh_view_find(text, MH_VIEW(","), from);
        mh_view name = mh_view_trim(mh_view_slice(text, from, MIN(comma, text.len)));
        if (name.len >= 2 && (*name.ptr == '"' || *name.ptr == '\''))
            name = mh_view_trim(mh_view_slice(name, 1, name.len - 1));
        if (name.len > 0 && list->len > 0)
            g_string_append_c(list, ',');
        g_string_append_len(list, name.ptr, (gssize)name.len);
        from = comma < text.len ? comma + 1 : text.len + 1;
    }
    bool is_good = list->len > 0;
    mh_view joined = {.ptr = list->str, .len = list->len};
    if (is_good)
        *(const char **)field = fo_resolver_intern(cascade->resolver, joined);
    (void)g_string_free(list, TRUE);
    return is_good;
}

/* The step of the scale of named sizes that is nearest to @p size, as FOP counts larger, smaller.
 */
static double nearest_step(double size)
{
    const double medium = 12.0 * PANGO_SCALE;
    if (size < 1.0)
        return size;
    const double below = medium * pow(1.2, floor(log(size / medium) / log(1.2)));
    const double above = below * 1.2;
    return size - below <= above - size ? below : above;
}

static bool read_font_size(fo_cascade *cascade, const fo_property *property, mh_view text,
                           void *field)
{
    /* One step is 1.2; medium is 12 pt. */
    static const fo_keyword steps[] = {{"xx-small", -3}, {"x-small", -2}, {"small", -1},
                                       {"medium", 0},    {"large", 1},    {"x-large", 2},
                                       {"xx-large", 3},  {NULL, 0}};
    int step = 0;
    double parent = cascade->parent->font_size;
    double size = 0.0;
    if (fo_keyword_find(steps, text, &step)) {
        size = 12.0 * PANGO_SCALE * pow(1.2, step);
    } else if (fo_is(text, "larger")) {
        size = nearest_step(parent) * 1.2;
    } else if (fo_is(text, "smaller")) {
        size = nearest_step(parent) / 1.2;
    } else {
        fo_scope scope = scope_of(cascade, property);
        scope.em = parent;
        scope.percent_base = parent;
        fo_value value;
        fo_length length;
        if (!fo_expression(text, &scope, &value) || !to_length(&value, &length)
            || length.percent != 0.0F)
            return false;
        size = length.fixed;
    }
    if (size < 0.0)
        return false;
    *(int32_t *)field = fo_length_round(size);
    return true;
}

static bool read_font_weight(fo_cascade *cascade, const fo_property *property, mh_view text,
                             void *field)
{
    static const fo_keyword weights[] = {
        {"normal", PANGO_WEIGHT_NORMAL}, {"bold", PANGO_WEIGHT_BOLD}, {NULL, 0}};
    int weight = 0;
    int parent = (int)cascade->parent->font_weight;
    if (fo_is(text, "bolder"))
        weight = parent < PANGO_WEIGHT_SEMIBOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_HEAVY;
    else if (fo_is(text, "lighter"))
        weight = parent > PANGO_WEIGHT_MEDIUM ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_THIN;
    else if (!fo_keyword_find(weights, text, &weight)
             && (!read_number(cascade, property, text, 0, &weight) || weight < 100 || weight > 900))
        return false;
    *(PangoWeight *)field = (PangoWeight)weight;
    return true;
}

static bool read_font_stretch(fo_cascade *cascade, const fo_property *property, mh_view text,
                              void *field)
{
    static const fo_keyword stretches[] = {{"ultra-condensed", PANGO_STRETCH_ULTRA_CONDENSED},
                                           {"extra-condensed", PANGO_STRETCH_EXTRA_CONDENSED},
                                           {"condensed", PANGO_STRETCH_CONDENSED},
                                           {"semi-condensed", PANGO_STRETCH_SEMI_CONDENSED},
                                           {"normal", PANGO_STRETCH_NORMAL},
                                           {"semi-expanded", PANGO_STRETCH_SEMI_EXPANDED},
                                           {"expanded", PANGO_STRETCH_EXPANDED},
                                           {"extra-expanded", PANGO_STRETCH_EXTRA_EXPANDED},
                                           {"ultra-expanded", PANGO_STRETCH_ULTRA_EXPANDED},
                                           {NULL, 0}};
    (void)property;
    int stretch = (int)cascade->parent->font_stretch;
    if (fo_is(text, "wider"))
        stretch = MIN(stretch + 1, PANGO_STRETCH_ULTRA_EXPANDED);
    else if (fo_is(text, "narrower"))
        stretch = MAX(stretch - 1, PANGO_STRETCH_ULTRA_CONDENSED);
    else if (!fo_keyword_find(stretches, text, &stretch))
        return false;
    *(PangoStretch *)field = (PangoStretch)stretch;
    return true;
}

/* A number and "normal" are inherited as factors, lengths and percentages as lengths. */
static bool read_line_height(fo_cascade *cascade, const fo_property *property, mh_view text,
                             void *field)
{
    fo_style *style = &cascade->style;
    if (fo_is(text, "normal")) {
        style->line_height_factor = 1.2F;
        return true;
    }
    fo_scope scope = scope_of(cascade, property);
    scope.percent_base = style->font_size;
    fo_value value;
    if (!fo_expression(text, &scope, &value) || value.kind > FO_VALUE_LENGTH || value.number < 0.0
        || value.fixed < 0.0)
        return false;
    style->line_height_factor = (float)fmin(value.number, FO_LENGTH_LIMIT);
    *(int32_t *)field = fo_length_round(value.fixed);
    return true;
}

static bool read_language(fo_cascade *cascade, const fo_property *property, mh_view text,
                          void *field)
{
    (void)field;
    cascade->language[property->side] = text;
    return true;
}

static bool read_character(fo_cascade *cascade, const fo_property *property, mh_view text,
                           void *field)
{
    (void)cascade;
    (void)property;
    if (text.len == 0)
        return false;
    gunichar c = g_utf8_get_char_validated(text.ptr, (gssize)text.len);
    if (c == (gunichar)-1 || c == (gunichar)-2)
        return false;
    *(gunichar *)field = c;
    return true;
}

static bool read_uri(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    (void)property;
    if (fo_is(text, "none")) {
        *(const char **)field = NULL;
        return true;
    }
    if (mh_view_starts_with(text, MH_VIEW("url(")) && mh_view_ends_with(text, MH_VIEW(")")))
        text = mh_view_trim(mh_view_slice(text, 4, text.len - 1));
    if (text.len >= 2 && (*text.ptr == '"' || *text.ptr == '\''))
        text = mh_view_slice(text, 1, text.len - 1);
    if (text.len == 0)
        return false;
    *(const char **)field = fo_resolver_intern(cascade->resolver, text);
    return true;
}

static bool read_decoration(fo_cascade *cascade, const fo_property *property, mh_view text,
                            void *field)
{
    enum { OFF = 1 << 8 };
    static const fo_keyword words[] = {{"underline", FO_DECORATION_UNDERLINE},
                                       {"overline", FO_DECORATION_OVERLINE},
                                       {"line-through", FO_DECORATION_LINE_THROUGH},
                                       {"blink", 0},
                                       {"none", OFF | 0xff},
                                       {"no-underline", OFF | FO_DECORATION_UNDERLINE},
                                       {"no-overline", OFF | FO_DECORATION_OVERLINE},
                                       {"no-line-through", OFF | FO_DECORATION_LINE_THROUGH},
                                       {"no-blink", OFF},
                                       {NULL, 0}};
    (void)property;
    unsigned bits = cascade->parent->decoration;
    for (mh_view word = fo_next_token(&text); word.len > 0; word = fo_next_token(&text)) {
        int value = 0;
        if (!fo_keyword_find(words, word, &value))
            return false;
        unsigned bit = (unsigned)value & 0xffU;
        bits = ((unsigned)value & OFF) != 0 ? bits & ~bit : bits | bit;
    }
    *(uint8_t *)field = (uint8_t)bits;
    return true;
}

static bool read_baseline_shift(fo_cascade *cascade, const fo_property *property, mh_view text,
                                void *field)
{
    static const fo_keyword kinds[] = {{"baseline", FO_SHIFT_BASELINE},
                                       {"sub", FO_SHIFT_SUB},
                                       {"super", FO_SHIFT_SUPER},
                                       {NULL, 0}};
    int kind = FO_SHIFT_LENGTH;
    if (!fo_keyword_find(kinds, text, &kind)
        && !read_length_value(cascade, property, text, &cascade->style.shift))
        return false;
    *(fo_baseline_shift_kind *)field = (fo_baseline_shift_kind)kind;
    return true;
}

static bool read_content_size(fo_cascade *cascade, const fo_property *property, mh_view text,
                              void *field)
{
    fo_style *style = &cascade->style;
    bool is_fit = fo_is(text, "scale-to-fit") || fo_is(text, "scale-down-to-fit")
                  || fo_is(text, "scale-up-to-fit");
    if (!is_fit && !fo_is(text, "auto")) {
        if (!read_length_value(cascade, property, text, field))
            return false;
    } else {
        *(fo_length *)field = (fo_length){.is_auto = true};
    }
    if (field == &style->content_width)
        style->content_width_fit = is_fit;
    else
        style->content_height_fit = is_fit;
    return true;
}

static bool read_border_spacing(fo_cascade *cascade, const fo_property *property, mh_view text,
                                void *field)
{
    (void)field;
    int32_t lengths[2];
    mh_view first = fo_next_token(&text);
    mh_view second = fo_next_token(&text);
    if (!read_fixed(cascade, property, first, &lengths[0]))
        return false;
    lengths[1] = lengths[0];
    if (second.len > 0 && !read_fixed(cascade, property, second, &lengths[1]))
        return false;
    cascade->style.border_spacing_inline = lengths[0];
    cascade->style.border_spacing_block = lengths[1];
    return true;
}

static bool read_writing_mode(fo_cascade *cascade, const fo_property *property, mh_view text,
                              void *field)
{
    static const fo_keyword modes[] = {{"lr-tb", 0}, {"lr", 0}, {"rl-tb", 1}, {"rl", 1}, {NULL, 0}};
    (void)property;
    int is_rtl = 0;
    if (!fo_keyword_find(modes, text, &is_rtl))
        return false;
    *(bool *)field = is_rtl != 0;
    cascade->style.is_rtl = is_rtl != 0;
    return true;
}

static bool read_bidi(fo_cascade *cascade, const fo_property *property, mh_view text, void *field)
{
    (void)property;
    (void)field;
    bool is_override = fo_is(text, "bidi-override");
    if (!is_override && !fo_is(text, "embed") && !fo_is(text, "normal"))
        return false;
    cascade->style.bidi_override = is_override;
    cascade->style.bidi_embed = !fo_is(text, "normal");
    return true;
}

static bool read_shorthand(fo_cascade *cascade, const fo_property *property, mh_view text,
                           void *field)
{
    (void)field;
    return property->expand(cascade, property, text);
}

static bool read_nothing(fo_cascade *cascade, const fo_property *property, mh_view text,
                         void *field)
{
    (void)cascade;
    (void)property;
    (void)text;
    (void)field;
    return true;
}

static const value_reader readers[FO_PROPERTY_TYPE_COUNT] = {
    [FO_PROPERTY_KEYWORD] = read_keyword,
    [FO_PROPERTY_FLAG] = read_flag,
    [FO_PROPERTY_COUNT] = read_count,
    [FO_PROPERTY_INTEGER] = read_integer,
    [FO_PROPERTY_FIXED] = read_fixed,
    [FO_PROPERTY_LENGTH] = read_length,
    [FO_PROPERTY_SIZE] = read_size,
    [FO_PROPERTY_SPACE] = read_space,
    [FO_PROPERTY_KEEP] = read_keep,
    [FO_PROPERTY_LEADER] = read_leader,
    [FO_PROPERTY_COLOR] = read_color,
    [FO_PROPERTY_BORDER_WIDTH] = read_border_width,
    [FO_PROPERTY_MARGIN] = read_margin,
    [FO_PROPERTY_POSITION] = read_position,
    [FO_PROPERTY_ADJUST] = read_adjust,
    [FO_PROPERTY_INDENT] = read_length,
    [FO_PROPERTY_FONT_FAMILY] = read_font_family,
    [FO_PROPERTY_FONT_SIZE] = read_font_size,
    [FO_PROPERTY_FONT_WEIGHT] = read_font_weight,
    [FO_PROPERTY_FONT_STRETCH] = read_font_stretch,
    [FO_PROPERTY_LINE_HEIGHT] = read_line_height,
    [FO_PROPERTY_LANGUAGE] = read_language,
    [FO_PROPERTY_CHARACTER] = read_character,
    [FO_PROPERTY_URI] = read_uri,
    [FO_PROPERTY_DECORATION] = read_decoration,
    [FO_PROPERTY_BASELINE_SHIFT] = read_baseline_shift,
    [FO_PROPERTY_CONTENT_SIZE] = read_content_size,
    [FO_PROPERTY_BORDER_SPACING] = read_border_spacing,
    [FO_PROPERTY_WRITING_MODE] = read_writing_mode,
    [FO_PROPERTY_BIDI] = read_bidi,
    [FO_PROPERTY_SHORTHAND] = read_shorthand,
    [FO_PROPERTY_OBJECT] = read_nothing,
    [FO_PROPERTY_NONE] = read_nothing,
};

/* "inherit", and from-parent() and its like where the value is no number (§5.10.4). */
static const fo_style *copy_source(const fo_cascade *cascade, const fo_property *property,
                                   mh_view text)
{
    static const char *const parents[] = {"inherit", "from-parent()", "inherited-property-value()"};
    for (size_t i = 0; i < G_N_ELEMENTS(parents); i++)
        if (fo_is(text, parents[i]))
            return cascade->parent;
    if (fo_is(text, "from-nearest-specified-value()") && cascade->node)
        return fo_cascade_nearest(cascade, mh_view_of(property->name));
    return NULL;
}

bool fo_value_set(fo_cascade *cascade, const fo_property *property, mh_view text)
{
    if (property->type != FO_PROPERTY_CHARACTER)
        text = mh_view_trim(text);
    size_t offset = fo_property_offset(property, cascade->style.writing_rtl);
    void *field = (char *)&cascade->style + offset;
    const fo_style *source = copy_source(cascade, property, text);
    if (!source || property->size == 0)
        return readers[property->type](cascade, property, text, field);
    memcpy(field, (const char *)source + offset, property->size);
    if (property->type == FO_PROPERTY_MARGIN)
        cascade->has_margin[property->side] = true;
    return true;
}
