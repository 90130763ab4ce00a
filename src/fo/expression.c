#include "fo/expression.h"

#include <math.h>

enum { NESTING_MAX = 32, ARGUMENTS_MAX = 8 };

typedef struct parser {
    const char *p;
    const char *end;
    const fo_scope *scope;
    unsigned depth;
} parser;

typedef struct unit {
    const char *name;
    double points; /* 0: relative to the font size */
    double em;
} unit;

/* A pixel is 1/72 in, as in Apache FOP; half an em stands for the height of an x. */
static const unit known_units[] = {
    {"pt", 1.0, 0.0},    {"mm", 72.0 / 25.4, 0.0}, {"cm", 72.0 / 2.54, 0.0},
    {"in", 72.0, 0.0},   {"pc", 12.0, 0.0},        {"px", 1.0, 0.0},
    {"mpt", 0.001, 0.0}, {"em", 0.0, 1.0},         {"ex", 0.0, 0.5},
};

static bool parse_sum(parser *in, fo_value *out);

int32_t fo_length_round(double units)
{
    if (!(units > -FO_LENGTH_LIMIT))
        return -FO_LENGTH_LIMIT;
    if (!(units < FO_LENGTH_LIMIT))
        return FO_LENGTH_LIMIT;
    return (int32_t)lround(units);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
}

static bool is_name_char(char c)
{
    return is_letter(c) || is_digit(c) || c == '-' || c == '.';
}

static void skip_space(parser *in)
{
    while (in->p < in->end && is_space(*in->p))
        in->p++;
}

static bool take(parser *in, char c)
{
    skip_space(in);
    if (in->p == in->end || *in->p != c)
        return false;
    in->p++;
    return true;
}

mh_view fo_next_token(mh_view *rest)
{
    const char *p = rest->ptr;
    const char *end = p + rest->len;
    while (p < end && is_space(*p))
        p++;
    const char *start = p;
    unsigned depth = 0;
    char quote = '\0';
    for (; p < end && (depth > 0 || quote != '\0' || !is_space(*p)); p++) {
        if (quote != '\0' && *p == quote)
            quote = '\0';
        else if (quote != '\0')
            continue;
        else if (*p == '"' || *p == '\'')
            quote = *p;
        else if (*p == '(')
            depth++;
        else if (*p == ')' && depth > 0)
            depth--;
    }
    *rest = (mh_view){.ptr = p, .len = (size_t)(end - p)};
    return (mh_view){.ptr = start, .len = (size_t)(p - start)};
}

static bool as_length(double fixed, fo_value *out)
{
    *out = (fo_value){.kind = FO_VALUE_LENGTH, .fixed = fixed};
    return true;
}

/* The unit after a number: a name, "%", or nothing. */
static bool parse_unit(parser *in, double number, fo_value *out)
{
    if (in->p < in->end && *in->p == '%') {
        in->p++;
        if (in->scope->percent_base >= 0.0)
            return as_length(number * in->scope->percent_base / 100.0, out);
        *out = (fo_value){.kind = FO_VALUE_LENGTH, .percent = number};
        return true;
    }
    const char *start = in->p;
    while (in->p < in->end && is_letter(*in->p))
        in->p++;
    mh_view name = {.ptr = start, .len = (size_t)(in->p - start)};
    if (name.len == 0) {
        *out = (fo_value){.kind = FO_VALUE_NUMBER, .number = number};
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(known_units); i++)
        if (fo_is(name, known_units[i].name))
            return as_length(
                number * (known_units[i].points * PANGO_SCALE + known_units[i].em * in->scope->em),
                out);
    return false;
}

static bool parse_numeric(parser *in, fo_value *out)
{
    double number = 0.0;
    size_t digits = 0;
    for (; in->p < in->end && is_digit(*in->p); in->p++, digits++)
        number = number * 10.0 + (*in->p - '0');
    if (in->p < in->end && *in->p == '.') {
        double place = 0.1;
        for (in->p++; in->p < in->end && is_digit(*in->p); in->p++, digits++, place /= 10.0)
            number += place * (*in->p - '0');
    }
    return digits > 0 && isfinite(number) && parse_unit(in, number, out);
}

static mh_view parse_name(parser *in)
{
    const char *start = in->p;
    while (in->p < in->end && is_name_char(*in->p))
        in->p++;
    return (mh_view){.ptr = start, .len = (size_t)(in->p - start)};
}

static bool is_plain_length(const fo_value *v)
{
    return v->kind == FO_VALUE_LENGTH && v->percent == 0.0 && v->proportional == 0.0;
}

/* Numbers of one kind: both without unit, or both lengths without parts that wait for layout. */
static bool same_unit(const fo_value *a, const fo_value *b)
{
    return (a->kind == FO_VALUE_NUMBER && b->kind == FO_VALUE_NUMBER)
           || (is_plain_length(a) && is_plain_length(b));
}

static double magnitude(const fo_value *v)
{
    return v->kind == FO_VALUE_NUMBER ? v->number : v->fixed;
}

static bool set_magnitude(const fo_value *like, double value, fo_value *out)
{
    if (!isfinite(value))
        return false;
    *out = like->kind == FO_VALUE_NUMBER ? (fo_value){.kind = FO_VALUE_NUMBER, .number = value}
                                         : (fo_value){.kind = FO_VALUE_LENGTH, .fixed = value};
    return true;
}

/* Core functions (§5.10.1) */

typedef bool (*function_call)(const fo_value *arguments, size_t count, fo_value *out);

static bool call_floor(const fo_value *a, size_t count, fo_value *out)
{
    (void)count;
    return same_unit(a, a) && set_magnitude(a, floor(magnitude(a)), out);
}

static bool call_ceiling(const fo_value *a, size_t count, fo_value *out)
{
    (void)count;
    return same_unit(a, a) && set_magnitude(a, ceil(magnitude(a)), out);
}

static bool call_round(const fo_value *a, size_t count, fo_value *out)
{
    (void)count;
    return same_unit(a, a) && set_magnitude(a, floor(magnitude(a) + 0.5), out);
}

static bool call_abs(const fo_value *a, size_t count, fo_value *out)
{
    (void)count;
    return same_unit(a, a) && set_magnitude(a, fabs(magnitude(a)), out);
}

static bool call_min(const fo_value *a, size_t count, fo_value *out)
{
    (void)count;
    return same_unit(a, a + 1) && set_magnitude(a, fmin(magnitude(a), magnitude(a + 1)), out);
}

static bool call_max(const fo_value *a, size_t count, fo_value *out)
{
    (void)count;
    return same_unit(a, a + 1) && set_magnitude(a, fmax(magnitude(a), magnitude(a + 1)), out);
}

/* A colour component: 0 to 255, or a percentage. */
static bool component(const fo_value *v, uint8_t *out)
{
    double value = v->number;
    if (v->kind == FO_VALUE_LENGTH && v->fixed == 0.0)
        value = v->percent * 255.0 / 100.0;
    else if (v->kind != FO_VALUE_NUMBER)
        return false;
    *out = (uint8_t)lround(fmin(fmax(value, 0.0), 255.0));
    return true;
}

static bool call_rgb(const fo_value *a, size_t count, fo_value *out)
{
    (void)count;
    mh_color color = {.alpha = UINT8_MAX};
    if (!component(a, &color.red) || !component(a + 1, &color.green)
        || !component(a + 2, &color.blue))
        return false;
    *out = (fo_value){.kind = FO_VALUE_COLOR, .color = color};
    return true;
}

static bool call_cmyk(const fo_value *a, size_t count, fo_value *out)
{
    double share[4] = {0};
    for (size_t i = 0; i < count; i++) {
        if (a[i].kind != FO_VALUE_NUMBER && a[i].percent == 0.0 && a[i].fixed != 0.0)
            return false;
        share[i] = a[i].kind == FO_VALUE_NUMBER ? a[i].number : a[i].percent / 100.0;
        share[i] = fmin(fmax(share[i], 0.0), 1.0);
    }
    double light = 255.0 * (1.0 - share[3]);
    *out = (fo_value){.kind = FO_VALUE_COLOR,
                      .color = {.red = (uint8_t)lround(light * (1.0 - share[0])),
                                .green = (uint8_t)lround(light * (1.0 - share[1])),
                                .blue = (uint8_t)lround(light * (1.0 - share[2])),
                                .alpha = UINT8_MAX}};
    return true;
}

static bool call_proportional(const fo_value *a, size_t count, fo_value *out)
{
    (void)count;
    double share = a->kind == FO_VALUE_NUMBER ? a->number : a->percent;
    if (a->kind > FO_VALUE_LENGTH || a->fixed != 0.0 || share < 0.0)
        return false;
    *out = (fo_value){.kind = FO_VALUE_LENGTH, .proportional = share};
    return true;
}

typedef struct function {
    const char *name;
    size_t least;
    size_t most;
    function_call call; /* NULL: a lookup */
    fo_lookup lookup;
} function;

static const function functions[] = {
    {"floor", 1, 1, call_floor, 0},
    {"ceiling", 1, 1, call_ceiling, 0},
    {"round", 1, 1, call_round, 0},
    {"abs", 1, 1, call_abs, 0},
    {"min", 2, 2, call_min, 0},
    {"max", 2, 2, call_max, 0},
    {"rgb", 3, 3, call_rgb, 0},
    {"rgb-icc", 3, ARGUMENTS_MAX, call_rgb, 0},
    {"cmyk", 4, 4, call_cmyk, 0},
    {"proportional-column-width", 1, 1, call_proportional, 0},
    {"inherited-property-value", 0, 1, NULL, FO_LOOKUP_INHERITED},
    {"from-parent", 0, 1, NULL, FO_LOOKUP_INHERITED},
    {"from-nearest-specified-value", 0, 1, NULL, FO_LOOKUP_NEAREST},
    {"body-start", 0, 0, NULL, FO_LOOKUP_BODY_START},
    {"label-end", 0, 0, NULL, FO_LOOKUP_LABEL_END},
};

static bool look_up(const parser *in, const function *f, const fo_value *argument, size_t count,
                    fo_value *out)
{
    if (count > 0 && argument->kind != FO_VALUE_NAME)
        return false;
    mh_view property = count > 0 ? argument->text : in->scope->property;
    return in->scope->lookup && in->scope->lookup(in->scope->user, f->lookup, property, out);
}

static bool parse_arguments(parser *in, fo_value *arguments, size_t *count)
{
    *count = 0;
    if (take(in, ')'))
        return true;
    do {
        if (*count == ARGUMENTS_MAX || !parse_sum(in, &arguments[(*count)++]))
            return false;
    } while (take(in, ','));
    return take(in, ')');
}

static bool parse_call(parser *in, mh_view name, fo_value *out)
{
    fo_value arguments[ARGUMENTS_MAX] = {0};
    size_t count = 0;
    if (!parse_arguments(in, arguments, &count))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
        const function *f = &functions[i];
        if (!fo_is(name, f->name))
            continue;
        if (count < f->least || count > f->most)
            return false;
        return f->call ? f->call(arguments, count, out) : look_up(in, f, arguments, count, out);
    }
    return false;
}

static bool parse_literal(parser *in, fo_value *out)
{
    char quote = *in->p++;
    const char *start = in->p;
    while (in->p < in->end && *in->p != quote)
        in->p++;
    if (in->p == in->end)
        return false;
    *out =
        (fo_value){.kind = FO_VALUE_STRING, .text = {.ptr = start, .len = (size_t)(in->p - start)}};
    in->p++;
    return true;
}

static bool parse_color(parser *in, fo_value *out)
{
    const char *start = in->p++;
    while (in->p < in->end && (is_digit(*in->p) || is_letter(*in->p)))
        in->p++;
    mh_view text = {.ptr = start, .len = (size_t)(in->p - start)};
    *out = (fo_value){.kind = FO_VALUE_COLOR, .text = text};
    /* "#CMYK" names a colour profile in rgb-icc(). */
    if (!fo_color_hex(text, &out->color))
        out->kind = FO_VALUE_NAME;
    return true;
}

static bool parse_word(parser *in, fo_value *out)
{
    mh_view name = parse_name(in);
    if (take(in, '('))
        return parse_call(in, name, out);
    *out = (fo_value){.kind = FO_VALUE_NAME, .text = name};
    return true;
}

static bool parse_primary(parser *in, fo_value *out)
{
    skip_space(in);
    if (in->p == in->end)
        return false;
    char c = *in->p;
    if (c == '(') {
        in->p++;
        return parse_sum(in, out) && take(in, ')');
    }
    if (is_digit(c) || c == '.')
        return parse_numeric(in, out);
    if (c == '"' || c == '\'')
        return parse_literal(in, out);
    if (c == '#')
        return parse_color(in, out);
    return is_letter(c) && parse_word(in, out);
}

static bool scale(fo_value *v, double factor)
{
    v->number *= factor;
    v->fixed *= factor;
    v->percent *= factor;
    v->proportional *= factor;
    return isfinite(v->number) && isfinite(v->fixed) && isfinite(v->percent)
           && isfinite(v->proportional);
}

static bool parse_unary(parser *in, fo_value *out)
{
    bool negative = false;
    while (take(in, '-'))
        negative = !negative;
    take(in, '+');
    if (!parse_primary(in, out))
        return false;
    return !negative || (out->kind <= FO_VALUE_LENGTH && scale(out, -1.0));
}

static bool multiply(fo_value *left, const fo_value *right)
{
    if (right->kind == FO_VALUE_NUMBER && left->kind <= FO_VALUE_LENGTH)
        return scale(left, right->number);
    if (left->kind != FO_VALUE_NUMBER || right->kind != FO_VALUE_LENGTH)
        return false;
    double factor = left->number;
    *left = *right;
    return scale(left, factor);
}

static bool divide(fo_value *left, const fo_value *right)
{
    if (right->kind == FO_VALUE_NUMBER && left->kind <= FO_VALUE_LENGTH)
        return right->number != 0.0 && scale(left, 1.0 / right->number);
    if (!same_unit(left, right) || magnitude(right) == 0.0)
        return false;
    *left = (fo_value){.kind = FO_VALUE_NUMBER, .number = magnitude(left) / magnitude(right)};
    return true;
}

static bool modulo(fo_value *left, const fo_value *right)
{
    return same_unit(left, right) && magnitude(right) != 0.0
           && set_magnitude(left, fmod(magnitude(left), magnitude(right)), left);
}

typedef bool (*operation)(fo_value *left, const fo_value *right);

/* "*", "div" or "mod" at the cursor, which moves behind it; else NULL. */
static operation take_product_operator(parser *in)
{
    skip_space(in);
    if (take(in, '*'))
        return multiply;
    static const struct {
        const char *name;
        operation apply;
    } words[] = {{"div", divide}, {"mod", modulo}};
    parser ahead = *in;
    mh_view name = parse_name(&ahead);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        if (!fo_is(name, words[i].name))
            continue;
        in->p = ahead.p;
        return words[i].apply;
    }
    return NULL;
}

static bool parse_product(parser *in, fo_value *out)
{
    if (!parse_unary(in, out))
        return false;
    for (operation apply = take_product_operator(in); apply; apply = take_product_operator(in)) {
        fo_value right;
        if (!parse_unary(in, &right) || !apply(out, &right))
            return false;
    }
    return true;
}

static bool add(fo_value *left, const fo_value *right)
{
    if (left->kind != right->kind || left->kind > FO_VALUE_LENGTH)
        return false;
    left->number += right->number;
    left->fixed += right->fixed;
    left->percent += right->percent;
    left->proportional += right->proportional;
    return true;
}

static bool parse_sum(parser *in, fo_value *out)
{
    if (in->depth == NESTING_MAX)
        return false;
    in->depth++;
    bool is_good = parse_product(in, out);
    while (is_good) {
        bool minus = false;
        if (!take(in, '+')) {
            minus = take(in, '-');
            if (!minus)
                break;
        }
        fo_value right;
        is_good = parse_product(in, &right) && (!minus || scale(&right, -1.0)) && add(out, &right);
    }
    in->depth--;
    return is_good;
}

bool fo_expression(mh_view text, const fo_scope *scope, fo_value *out)
{
    if (text.len == 0)
        return false;
    parser in = {.p = text.ptr, .end = text.ptr + text.len, .scope = scope};
    fo_value value;
    if (!parse_sum(&in, &value))
        return false;
    skip_space(&in);
    if (in.p != in.end)
        return false;
    *out = value;
    return true;
}
