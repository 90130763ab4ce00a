#ifndef MH_FO_STYLE_H
#define MH_FO_STYLE_H

/*
 * Computed formatting properties of one object (XSL 1.1 §5, §7); private to fo. The property table
 * (properties.c) says for each its name, type, initial value and inheritance, and where it stands
 * in here. Lengths are Pango units.
 */

#include <pango/pango.h>

#include "fo/pages.h"

/** A length that may wait for its reference: fixed + percent of the base. */
typedef struct fo_length {
    int32_t fixed;      /**< Pango units */
    float percent;      /**< of a base that layout knows */
    float proportional; /**< proportional-column-width() factor */
    bool is_auto;
} fo_length;

/** fixed + percent of @p base; auto is 0. */
static inline int32_t fo_length_resolve(fo_length length, int32_t base)
{
    return length.fixed + (int32_t)((double)length.percent * base / 100.0);
}

enum { FO_PRECEDENCE_FORCE = INT16_MAX };

/** A space specifier (XSL 1.1 §4.3.1). */
typedef struct fo_space {
    fo_length minimum;
    fo_length optimum;
    fo_length maximum;
    int16_t precedence; /**< FO_PRECEDENCE_FORCE for "force" */
    bool retain;        /**< conditionality */
} fo_space;

/** Strength of a keep (§7.20): 0 is auto, FO_KEEP_ALWAYS always. */
enum { FO_KEEP_AUTO = 0, FO_KEEP_ALWAYS = INT16_MAX };

typedef struct fo_keep {
    int16_t within_line; /**< set by ".within-line" only: as in FOP, a plain keep is for areas */
    int16_t within_column;
    int16_t within_page;
} fo_keep;

typedef enum fo_side { FO_BEFORE, FO_AFTER, FO_START, FO_END, FO_SIDE_COUNT } fo_side;

typedef enum fo_border_style {
    FO_BORDER_NONE,
    FO_BORDER_HIDDEN,
    FO_BORDER_DOTTED,
    FO_BORDER_DASHED,
    FO_BORDER_SOLID,
    FO_BORDER_DOUBLE,
    FO_BORDER_GROOVE,
    FO_BORDER_RIDGE,
    FO_BORDER_INSET,
    FO_BORDER_OUTSET,
} fo_border_style;

/** Border and padding of one side. */
typedef struct fo_edge {
    fo_border_style style;
    int32_t width; /**< 0 where style is NONE or HIDDEN */
    mh_color color;
    bool border_retain; /**< conditionality of the border */
    fo_length padding;
    bool padding_retain;
    int16_t precedence; /**< border-precedence in the collapsing model */
} fo_edge;

typedef enum fo_align {
    FO_ALIGN_START,
    FO_ALIGN_CENTER,
    FO_ALIGN_END,
    FO_ALIGN_JUSTIFY,
    FO_ALIGN_RELATIVE, /**< text-align-last only: as text-align, start for justify */
    FO_ALIGN_LEFT,     /**< physical; follows no writing mode */
    FO_ALIGN_RIGHT,
} fo_align;

typedef enum fo_break {
    FO_BREAK_AUTO,
    FO_BREAK_COLUMN,
    FO_BREAK_PAGE,
    FO_BREAK_EVEN,
    FO_BREAK_ODD
} fo_break;

typedef enum fo_display_align {
    FO_DISPLAY_AUTO,
    FO_DISPLAY_BEFORE,
    FO_DISPLAY_CENTER,
    FO_DISPLAY_AFTER,
} fo_display_align;

typedef enum fo_baseline_shift_kind {
    FO_SHIFT_BASELINE,
    FO_SHIFT_SUB,
    FO_SHIFT_SUPER,
    FO_SHIFT_LENGTH
} fo_baseline_shift_kind;

typedef enum fo_leader_pattern {
    FO_LEADER_SPACE,
    FO_LEADER_RULE,
    FO_LEADER_DOTS,
    FO_LEADER_USE_CONTENT
} fo_leader_pattern;

typedef enum fo_linefeed {
    FO_LINEFEED_IGNORE,
    FO_LINEFEED_PRESERVE,
    FO_LINEFEED_SPACE,
    FO_LINEFEED_ZERO_WIDTH
} fo_linefeed;

typedef enum fo_white_space {
    FO_WHITE_SPACE_IGNORE,
    FO_WHITE_SPACE_PRESERVE,
    FO_WHITE_SPACE_IGNORE_BEFORE_LINEFEED,
    FO_WHITE_SPACE_IGNORE_AFTER_LINEFEED,
    FO_WHITE_SPACE_IGNORE_AROUND_LINEFEED,
} fo_white_space;

enum { FO_DECORATION_UNDERLINE = 1, FO_DECORATION_OVERLINE = 2, FO_DECORATION_LINE_THROUGH = 4 };

typedef enum fo_text_transform {
    FO_TRANSFORM_NONE,
    FO_TRANSFORM_UPPERCASE,
    FO_TRANSFORM_LOWERCASE,
    FO_TRANSFORM_CAPITALIZE
} fo_text_transform;

/** Where an inline area hangs: alignment-baseline, and dominant-baseline of what is in it (§7.14).
 */
typedef enum fo_baseline {
    FO_BASELINE_AUTO, /**< alignment: "baseline" too; dominant: keeps the parent's table */
    FO_BASELINE_BEFORE_EDGE,
    FO_BASELINE_TEXT_BEFORE_EDGE,
    FO_BASELINE_MIDDLE,
    FO_BASELINE_CENTRAL,
    FO_BASELINE_AFTER_EDGE,
    FO_BASELINE_TEXT_AFTER_EDGE,
    FO_BASELINE_IDEOGRAPHIC,
    FO_BASELINE_ALPHABETIC,
    FO_BASELINE_HANGING,
    FO_BASELINE_MATHEMATICAL,
    FO_BASELINE_RESET_SIZE, /**< dominant only */
} fo_baseline;

typedef enum fo_repeat { FO_REPEAT_BOTH, FO_REPEAT_X, FO_REPEAT_Y, FO_REPEAT_NONE } fo_repeat;

/** Side that an fo:float goes to (§7.19.2). */
typedef enum fo_float_side {
    FO_FLOAT_BEFORE,
    FO_FLOAT_START,
    FO_FLOAT_END,
    FO_FLOAT_NONE
} fo_float_side;

/** Stacking of lines (line-stacking-strategy, §7.16.6). */
typedef enum fo_line_stacking {
    FO_STACK_MAX_HEIGHT,
    FO_STACK_FONT_HEIGHT,
    FO_STACK_LINE_HEIGHT
} fo_line_stacking;

typedef enum fo_absolute { FO_ABSOLUTE_AUTO, FO_ABSOLUTE_ABSOLUTE, FO_ABSOLUTE_FIXED } fo_absolute;

typedef struct fo_style {
    /* fonts (§7.9) */
    const char *font_family; /**< comma separated, without quotes */
    int32_t font_size;
    PangoWeight font_weight;
    PangoStyle font_style;
    PangoVariant font_variant;
    PangoStretch font_stretch;

    /* language (§7.10) */
    const char
        *language; /**< BCP 47, from xml:lang or language/country/script; NULL when not given */

    /* common (§7.8, §7.7, §7.11) */
    fo_edge edges[FO_SIDE_COUNT];
    mh_color background;          /**< alpha 0 is transparent */
    const char *background_image; /**< URI, or NULL */
    fo_repeat background_repeat;
    fo_length background_x; /**< background-position-horizontal: percent of room less picture */
    fo_length background_y;
    fo_space space_before;
    fo_space space_after;
    fo_space space_start; /**< inline level */
    fo_space space_end;
    fo_length margins[4]; /**< as given: top, bottom, left, right; only kept for "inherit" */
    /* Indents after the correspondence with margins (§5.3.2), percent of the containing block's
       width. Margins of page masters and region-body are in here and in space_before/after. */
    fo_length start_indent;
    fo_length end_indent;

    /* blocks and lines (§7.16) */
    bool hyphenate;
    uint16_t hyphenation_push;   /**< characters after the hyphen, at least */
    uint16_t hyphenation_remain; /**< characters before it, at least */
    gunichar hyphenation_character;
    uint16_t hyphenation_ladder; /**< 0 is no limit */
    bool hyphenation_keep_page;  /**< hyphenation-keep: no hyphen at a page's or column's end */
    int32_t line_height;         /**< computed: "normal" is 1.2 × font-size */
    float line_height_factor; /**< when line-height was a number: inherited as a factor; else 0 */
    fo_line_stacking line_stacking;
    bool disregard_shifts; /**< line-height-shift-adjustment: raised text does not open the line */
    fo_align text_align;
    fo_align text_align_last;
    fo_length text_indent;
    fo_length last_line_end_indent;
    fo_linefeed linefeed;
    fo_white_space white_space;
    bool white_space_collapse;
    bool wrap; /**< wrap-option */
    uint16_t widows;
    uint16_t orphans;

    /* keeps and breaks (§7.20) */
    fo_keep keep_together;
    fo_keep keep_with_next;
    fo_keep keep_with_previous;
    fo_break break_before;
    fo_break break_after;
    bool span_all;     /**< span="all" */
    bool clear_before; /**< intrusion-displace/clear for floats */
    fo_float_side float_side;

    /* inline (§7.14, §7.17) */
    fo_baseline_shift_kind shift_kind;
    fo_length shift; /**< of FO_SHIFT_LENGTH, up is positive; percent of the line height */
    fo_baseline alignment_baseline;
    fo_baseline dominant_baseline;
    fo_length alignment_adjust;  /**< auto: what adjust_baseline says */
    fo_baseline adjust_baseline; /**< AUTO: the object's own baseline */
    int32_t letter_spacing;
    int32_t word_spacing;
    mh_color color;
    uint8_t decoration; /**< FO_DECORATION_ bits */
    fo_text_transform text_transform;
    bool visible;
    bool suppress_at_line_break;
    gunichar character; /**< fo:character */
    bool bidi_override; /**< unicode-bidi: bidi-override */
    bool bidi_embed;    /**< unicode-bidi: embed (or override) */
    bool is_rtl;        /**< direction */
    bool writing_rtl;   /**< writing-mode rl-tb: decides start and end */

    /* dimensions (§7.15) */
    /* width is also page-width of a page master, height its page-height */
    fo_length width; /**< inline-progression-dimension.optimum, physical width where the writing
                        mode is horizontal */
    fo_length min_width;
    fo_length max_width;
    fo_length height;
    fo_length min_height;
    fo_length max_height;
    fo_length content_width; /**< auto: intrinsic; fixed 0 and percent 0 with is_auto false never
                                occurs */
    fo_length content_height;
    bool content_width_fit; /**< scale-to-fit (also scale-down/up-to-fit) */
    bool content_height_fit;
    bool uniform_scaling;
    bool clip; /**< overflow: hidden */
    fo_display_align display_align;
    int16_t reference_orientation; /**< degrees anticlockwise: 0, 90, 180, 270 */

    /* positions (§7.6) */
    fo_absolute absolute;
    fo_length top;
    fo_length right;
    fo_length bottom;
    fo_length left;

    /* lists (§7.30) */
    int32_t provisional_distance; /**< provisional-distance-between-starts */
    int32_t provisional_separation;

    /* leaders (§7.22) */
    fo_leader_pattern leader_pattern;
    fo_length leader_minimum;
    fo_length leader_optimum;
    fo_length leader_maximum;
    fo_length leader_pattern_width; /**< auto: use-font-metrics */
    fo_border_style rule_style;
    int32_t rule_thickness;
    bool leader_alignment; /**< reference-area or page rather than none */

    /* tables (§7.28) */
    bool border_collapse;
    int32_t border_spacing_inline;
    int32_t border_spacing_block;
    fo_length column_width; /**< auto: one part of what is left, unless the first row tells */
    bool caption_after;
    bool table_layout_fixed;
    bool omit_header_at_break;
    bool omit_footer_at_break;
    bool empty_cells_show;

    /* multi-column (§7.27) */
    uint16_t column_count;
    fo_length column_gap;

    /* regions (§7.26) */
    fo_length extent;
    bool region_precedence; /**< precedence="true": region-before/after reach into the corners */
} fo_style;

#endif
