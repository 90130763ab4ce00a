#ifndef MH_FO_PROPERTIES_H
#define MH_FO_PROPERTIES_H

/*
 * The property table: one row for each property, compound and shorthand that the formatter knows
 * (XSL 1.1 §7, appendix B). resolve.h computes styles from it. Private to fo.
 */

#include "fo/expression.h"
#include "fo/style.h"

/** How a value is read and what its field is. */
typedef enum fo_property_type {
    FO_PROPERTY_KEYWORD,      /**< one of keywords; an enum of int's size */
    FO_PROPERTY_FLAG,         /**< one of keywords; bool */
    FO_PROPERTY_COUNT,        /**< whole number from 0 or a keyword; uint16_t */
    FO_PROPERTY_INTEGER,      /**< whole number or a keyword; int16_t */
    FO_PROPERTY_FIXED,        /**< length without percentage; int32_t */
    FO_PROPERTY_LENGTH,       /**< length, percentage or a keyword meaning auto; fo_length */
    FO_PROPERTY_SIZE,         /**< as LENGTH; "none" too is auto */
    FO_PROPERTY_SPACE,        /**< all parts of an fo_space */
    FO_PROPERTY_KEEP,         /**< within-column and within-page of an fo_keep */
    FO_PROPERTY_LEADER,       /**< all parts of leader-length */
    FO_PROPERTY_COLOR,        /**< mh_color */
    FO_PROPERTY_BORDER_WIDTH, /**< length, thin, medium, thick; int32_t */
    FO_PROPERTY_MARGIN,       /**< of a physical side; becomes a space or an indent; fo_length */
    FO_PROPERTY_POSITION, /**< background position: length, percentage, center, left…; fo_length */
    FO_PROPERTY_ADJUST,   /**< alignment-adjust: length or the name of a baseline */
    FO_PROPERTY_INDENT,   /**< start-indent, end-indent; fo_length */
    FO_PROPERTY_FONT_FAMILY,
    FO_PROPERTY_FONT_SIZE,
    FO_PROPERTY_FONT_WEIGHT,
    FO_PROPERTY_FONT_STRETCH,
    FO_PROPERTY_LINE_HEIGHT,
    FO_PROPERTY_LANGUAGE, /**< xml:lang and its parts; to the cascade, then style.language */
    FO_PROPERTY_CHARACTER,
    FO_PROPERTY_URI,
    FO_PROPERTY_DECORATION,
    FO_PROPERTY_BASELINE_SHIFT,
    FO_PROPERTY_CONTENT_SIZE,
    FO_PROPERTY_BORDER_SPACING, /**< int32_t inline, int32_t block */
    FO_PROPERTY_WRITING_MODE,
    FO_PROPERTY_BIDI,
    FO_PROPERTY_SHORTHAND, /**< expand sets others */
    FO_PROPERTY_OBJECT,    /**< specific to some objects, kept as text: fo_attribute() */
    FO_PROPERTY_NONE,      /**< known and without effect here (aural, interactive…) */
    FO_PROPERTY_TYPE_COUNT
} fo_property_type;

/** Which address the row's offset counts from. */
typedef enum fo_side_kind {
    FO_SIDE_NONE,     /**< the style itself */
    FO_SIDE_RELATIVE, /**< the fo_edge of that fo_side */
    FO_SIDE_PHYSICAL, /**< the fo_edge that the writing mode puts on that fo_physical side */
} fo_side_kind;

/** Which part of the language a row of FO_PROPERTY_LANGUAGE gives; in its side. */
typedef enum fo_language_part {
    FO_LANGUAGE_TAG, /**< xml:lang */
    FO_LANGUAGE_PRIMARY,
    FO_LANGUAGE_SCRIPT,
    FO_LANGUAGE_COUNTRY,
    FO_LANGUAGE_PART_COUNT
} fo_language_part;

typedef enum fo_physical { FO_TOP, FO_BOTTOM, FO_LEFT, FO_RIGHT } fo_physical;

/**
 * Order of computation: a later one overrides an earlier one where both set the same field
 * (XSL 1.1 §5.1.4, §5.3.1: the more precise wins, physical wins over relative).
 */
typedef enum fo_rank {
    FO_RANK_FONT,      /**< the shorthand "font" */
    FO_RANK_FIRST,     /**< what others are computed from: writing mode, fonts, colour */
    FO_RANK_SHORTHAND, /**< of all sides and parts: border, margin, white-space */
    FO_RANK_MIDDLE,    /**< narrower shorthand: border-color, border-top */
    FO_RANK_NARROW,    /**< one side's shorthand */
    FO_RANK_WHOLE,     /**< one property, all its parts */
    FO_RANK_PART,      /**< one part: space-before.minimum */
    FO_RANK_PHYSICAL,  /**< border-top-width, padding-left, width */
} fo_rank;

typedef struct fo_keyword {
    const char *name;
    int value;
} fo_keyword;

typedef struct fo_cascade fo_cascade;
typedef struct fo_property fo_property;

/** Sets what shorthand @p property stands for; false when @p value is wrong. */
typedef bool (*fo_expand)(fo_cascade *cascade, const fo_property *property, mh_view value);

struct fo_property {
    const char *name;
    fo_property_type type;
    fo_rank rank;
    bool inherited;
    uint8_t side; /**< fo_side, fo_physical or fo_language_part */
    fo_side_kind side_kind;
    uint16_t offset;            /**< of its field */
    uint16_t size;              /**< bytes of it; 0 where there is none */
    const char *initial;        /**< expression; NULL: zero bytes, or a part whose whole has one */
    const fo_keyword *keywords; /**< ends with a NULL name; or NULL */
    fo_expand expand;
};

/** All rows, in the order of the table; @p count is written. */
const fo_property *fo_properties(size_t *count);

/** Value of keyword @p text in @p list, or false. */
bool fo_keyword_find(const fo_keyword *list, mh_view text, int *out);

/* Shorthands (shorthand.c) */
bool fo_expand_border(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_border_side(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_sides(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_font(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_background(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_position(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_white_space(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_page_break(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_page_break_inside(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_vertical_align(fo_cascade *cascade, const fo_property *property, mh_view value);
bool fo_expand_size(fo_cascade *cascade, const fo_property *property, mh_view value);

#endif
