/* Shorthand properties (XSL 1.1 §7.31): each sets the properties it stands for. */

#include "fo/resolve.h"

#define BEFORE_AFTER_START_END "before", "after", "start", "end"

static bool is_width(mh_view token)
{
    char c = token.ptr[0];
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || fo_is(token, "thin")
           || fo_is(token, "medium") || fo_is(token, "thick");
}

static bool is_style(mh_view token)
{
    static const char *const styles[] = {"none",   "hidden", "dotted", "dashed", "solid",
                                         "double", "groove", "ridge",  "inset",  "outset"};
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++)
        if (fo_is(token, styles[i]))
            return true;
    return false;
}

static bool set_part(fo_cascade *cascade, const char *side, const char *part, mh_view value)
{
    char name[32];
    (void)g_snprintf(name, sizeof name, "border-%s-%s", side, part);
    return fo_cascade_set(cascade, name, value);
}

/* The three parts of a border, in any order; what is not named goes to its initial value. */
static bool expand_border(fo_cascade *cascade, const char *side, mh_view value)
{
    if (fo_is(value, "inherit"))
        return set_part(cascade, side, "style", value) && set_part(cascade, side, "width", value)
               && set_part(cascade, side, "color", value);
    bool is_good = set_part(cascade, side, "style", MH_VIEW("none"))
                   && set_part(cascade, side, "width", MH_VIEW("medium"))
                   && set_part(cascade, side, "color", MH_VIEW("currentColor"));
    for (mh_view token = fo_next_token(&value); token.len > 0; token = fo_next_token(&value)) {
        const char *part = is_style(token) ? "style" : is_width(token) ? "width" : "color";
        is_good = set_part(cascade, side, part, token) && is_good;
    }
    return is_good;
}

bool fo_expand_border(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    (void)property;
    static const char *const sides[] = {BEFORE_AFTER_START_END};
    bool is_good = true;
    for (size_t i = 0; i < G_N_ELEMENTS(sides); i++)
        is_good = expand_border(cascade, sides[i], value) && is_good;
    return is_good;
}

bool fo_expand_border_side(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    return expand_border(cascade, property->name + strlen("border-"), value);
}

/* Name of one side's property: "border-color" and "top" make "border-top-color". */
static void side_name(char *name, size_t size, const char *shorthand, const char *side)
{
    const char *part = strchr(shorthand, '-');
    if (part)
        (void)g_snprintf(name, size, "%.*s-%s%s", (int)(part - shorthand), shorthand, side, part);
    else
        (void)g_snprintf(name, size, "%s-%s", shorthand, side);
}

/* The side of an area that a shorthand for four physical sides sets. */
static const char *relative_name(const fo_cascade *cascade, fo_physical side)
{
    static const char *const names[FO_SIDE_COUNT] = {BEFORE_AFTER_START_END};
    return names[fo_side_of(side, cascade->style.writing_rtl)];
}

/* One to four values to top, right, bottom, left; false for none or more. */
static bool read_sides(mh_view value, mh_view sides[4])
{
    size_t count = 0;
    for (mh_view token = fo_next_token(&value); token.len > 0; token = fo_next_token(&value)) {
        if (count == 4)
            return false;
        sides[count++] = token;
    }
    if (count == 0)
        return false;
    if (count < 2)
        sides[1] = sides[0];
    if (count < 3)
        sides[2] = sides[0];
    if (count < 4)
        sides[3] = sides[1];
    return true;
}

/*
 * Borders and padding are set on the relative sides, so that a property of one side, whatever its
 * naming, has the last word.
 */
bool fo_expand_sides(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    static const fo_physical order[] = {FO_TOP, FO_RIGHT, FO_BOTTOM, FO_LEFT};
    static const char *const physical[] = {
        [FO_TOP] = "top", [FO_BOTTOM] = "bottom", [FO_LEFT] = "left", [FO_RIGHT] = "right"};
    mh_view values[4];
    if (!read_sides(value, values))
        return false;
    bool is_margin = strcmp(property->name, "margin") == 0;
    bool is_good = true;
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        char name[32];
        side_name(name, sizeof name, property->name,
                  is_margin ? physical[order[i]] : relative_name(cascade, order[i]));
        is_good = fo_cascade_set(cascade, name, values[i]) && is_good;
    }
    return is_good;
}

/* The words before the size in "font"; false when it is none of them. */
static bool set_font_word(fo_cascade *cascade, mh_view token)
{
    static const struct {
        const char *word;
        const char *property;
    } words[] = {
        {"italic", "font-style"},       {"oblique", "font-style"}, {"backslant", "font-style"},
        {"small-caps", "font-variant"}, {"bold", "font-weight"},   {"bolder", "font-weight"},
        {"lighter", "font-weight"},     {"100", "font-weight"},    {"200", "font-weight"},
        {"300", "font-weight"},         {"400", "font-weight"},    {"500", "font-weight"},
        {"600", "font-weight"},         {"700", "font-weight"},    {"800", "font-weight"},
        {"900", "font-weight"}};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (fo_is(token, words[i].word))
            return fo_cascade_set(cascade, words[i].property, token);
    return fo_is(token, "normal");
}

/* [style variant weight] size[/line-height] family */
bool fo_expand_font(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    (void)property;
    static const char *const reset[] = {"font-style", "font-variant", "font-weight", "font-stretch",
                                        "line-height"};
    for (size_t i = 0; i < G_N_ELEMENTS(reset); i++)
        (void)fo_cascade_set(cascade, reset[i], MH_VIEW("normal"));
    mh_view token = fo_next_token(&value);
    while (token.len > 0 && set_font_word(cascade, token))
        token = fo_next_token(&value);
    size_t slash = mh_view_find(token, MH_VIEW("/"), 0);
    bool has_height = slash < token.len;
    mh_view size = mh_view_slice(token, 0, has_height ? slash : token.len);
    if (!fo_cascade_set(cascade, "font-size", size))
        return false;
    if (has_height
        && !fo_cascade_set(cascade, "line-height", mh_view_slice(token, slash + 1, token.len)))
        return false;
    return fo_cascade_set(cascade, "font-family", value);
}

static bool set_background_place(fo_cascade *cascade, mh_view token, bool *has_x)
{
    static const struct {
        const char *word;
        const char *percent;
        bool is_vertical;
    } places[] = {{"left", "0%", false},
                  {"right", "100%", false},
                  {"top", "0%", true},
                  {"bottom", "100%", true}};
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++)
        if (fo_is(token, places[i].word))
            return fo_cascade_set(cascade,
                                  places[i].is_vertical ? "background-position-vertical"
                                                        : "background-position-horizontal",
                                  mh_view_of(places[i].percent));
    if (fo_is(token, "center"))
        token = MH_VIEW("50%");
    else if (!is_width(token))
        return false;
    const char *name = *has_x ? "background-position-vertical" : "background-position-horizontal";
    *has_x = true;
    return fo_cascade_set(cascade, name, token);
}

/* Parts in any order; each token says by its shape what it is. */
bool fo_expand_background(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    (void)property;
    bool has_x = false;
    bool is_good = true;
    for (mh_view token = fo_next_token(&value); token.len > 0; token = fo_next_token(&value)) {
        if (mh_view_starts_with(token, MH_VIEW("url(")) || fo_is(token, "none"))
            is_good = fo_cascade_set(cascade, "background-image", token) && is_good;
        else if (fo_is(token, "scroll") || fo_is(token, "fixed"))
            continue;
        else if (!set_background_place(cascade, token, &has_x)
                 && !fo_cascade_set(cascade, "background-repeat", token))
            is_good = fo_cascade_set(cascade, "background-color", token) && is_good;
    }
    return is_good;
}

bool fo_expand_position(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    (void)property;
    if (fo_is(value, "static") || fo_is(value, "relative"))
        value = MH_VIEW("auto");
    return fo_cascade_set(cascade, "absolute-position", value);
}

bool fo_expand_white_space(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    static const struct {
        const char *word;
        const char *linefeed;
        const char *collapse;
        const char *treatment;
        const char *wrap;
    } words[] = {
        {"normal", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "wrap"},
        {"pre", "preserve", "false", "preserve", "no-wrap"},
        {"nowrap", "treat-as-space", "true", "ignore-if-surrounding-linefeed", "no-wrap"},
    };
    (void)property;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (!fo_is(value, words[i].word))
            continue;
        return fo_cascade_set(cascade, "linefeed-treatment", mh_view_of(words[i].linefeed))
               && fo_cascade_set(cascade, "white-space-collapse", mh_view_of(words[i].collapse))
               && fo_cascade_set(cascade, "white-space-treatment", mh_view_of(words[i].treatment))
               && fo_cascade_set(cascade, "wrap-option", mh_view_of(words[i].wrap));
    }
    return false;
}

/* page-break-before and page-break-after */
bool fo_expand_page_break(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    bool is_before = strcmp(property->name, "page-break-before") == 0;
    const char *break_name = is_before ? "break-before" : "break-after";
    if (fo_is(value, "always"))
        return fo_cascade_set(cascade, break_name, MH_VIEW("page"));
    if (fo_is(value, "left"))
        return fo_cascade_set(cascade, break_name, MH_VIEW("even-page"));
    if (fo_is(value, "right"))
        return fo_cascade_set(cascade, break_name, MH_VIEW("odd-page"));
    if (fo_is(value, "avoid"))
        return fo_cascade_set(cascade, is_before ? "keep-with-previous" : "keep-with-next",
                              MH_VIEW("always"));
    return fo_cascade_set(cascade, break_name, value);
}

bool fo_expand_page_break_inside(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    (void)property;
    return fo_cascade_set(cascade, "keep-together",
                          fo_is(value, "avoid") ? MH_VIEW("always") : value);
}

bool fo_expand_vertical_align(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    static const struct {
        const char *word;
        const char *alignment;
        const char *shift;
    } words[] = {
        {"baseline", "baseline", "baseline"},
        {"middle", "middle", "baseline"},
        {"sub", "baseline", "sub"},
        {"super", "baseline", "super"},
        {"text-top", "text-before-edge", "baseline"},
        {"text-bottom", "text-after-edge", "baseline"},
        {"top", "before-edge", "baseline"},
        {"bottom", "after-edge", "baseline"},
    };
    (void)property;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (fo_is(value, words[i].word))
            return fo_cascade_set(cascade, "alignment-baseline", mh_view_of(words[i].alignment))
                   && fo_cascade_set(cascade, "baseline-shift", mh_view_of(words[i].shift));
    return fo_cascade_set(cascade, "baseline-shift", value);
}

/* Page size: one or two lengths. */
bool fo_expand_size(fo_cascade *cascade, const fo_property *property, mh_view value)
{
    (void)property;
    mh_view width = fo_next_token(&value);
    mh_view height = fo_next_token(&value);
    return fo_cascade_set(cascade, "page-width", width)
           && fo_cascade_set(cascade, "page-height", height.len > 0 ? height : width);
}
