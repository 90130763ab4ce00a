#ifndef MH_FO_EXPRESSION_H
#define MH_FO_EXPRESSION_H

/*
 * The expression language of property values (XSL 1.1 §5.9): arithmetic, units, colours and the
 * core function library. It knows no property; what functions ask about other properties it gets
 * through a callback. Private to fo.
 */

#include "base/view.h"
#include "fo/pages.h"

/** Lengths are kept within this, so that sums of many cannot overflow (Pango units). */
#define FO_LENGTH_LIMIT (1 << 28)

typedef enum fo_value_kind {
    FO_VALUE_NUMBER, /**< no unit */
    FO_VALUE_LENGTH, /**< fixed + percent + proportional */
    FO_VALUE_COLOR,
    FO_VALUE_NAME,   /**< keyword, in text */
    FO_VALUE_STRING, /**< literal, in text, without its quotes */
} fo_value_kind;

typedef struct fo_value {
    fo_value_kind kind;
    mh_color color;
    double number;
    double fixed;        /**< Pango units */
    double percent;      /**< of a base known to layout only */
    double proportional; /**< proportional-column-width() */
    mh_view text;        /**< borrowed from the expression */
} fo_value;

/** What a function of §5.10.4 wants to know about another property. */
typedef enum fo_lookup {
    FO_LOOKUP_INHERITED, /**< inherited-property-value() and from-parent() */
    FO_LOOKUP_NEAREST,   /**< from-nearest-specified-value() */
    FO_LOOKUP_BODY_START,
    FO_LOOKUP_LABEL_END,
} fo_lookup;

/** How an expression reaches what is outside it. */
typedef struct fo_scope {
    double em;           /**< font size in force, Pango units */
    double percent_base; /**< what 100 % is where it is known; negative: keep percentages */
    mh_view property;    /**< name of the property being computed: default argument of functions */
    /** Answers a lookup; false when there is nothing to say. NULL: no lookups. */
    bool (*lookup)(void *user, fo_lookup what, mh_view property, fo_value *out);
    void *user;
} fo_scope;

/**
 * Computes @p text.
 *
 * @param out written only when true is returned; views into @p text
 * @return false for anything that is not an expression of §5.9, or mixes units wrongly
 */
bool fo_expression(mh_view text, const fo_scope *scope, fo_value *out);

/** A percentage or number to Pango units rounded and kept within FO_LENGTH_LIMIT. */
int32_t fo_length_round(double units);

/**
 * Splits off the first space-separated piece, with parentheses and quotes kept whole.
 *
 * @param rest what remains; shortened; empty at the end
 * @return the piece; empty when there is none
 */
mh_view fo_next_token(mh_view *rest);

/** Colour keyword of CSS 2 / SVG ("navy"), without regard to case; false when it is none. */
bool fo_color_named(mh_view name, mh_color *out);
/** "#rgb" or "#rrggbb". */
bool fo_color_hex(mh_view text, mh_color *out);

/** True when @p view is exactly @p name. */
static inline bool fo_is(mh_view view, const char *name)
{
    return mh_view_equal(view, mh_view_of(name));
}

#endif
