#include "fo/properties.h"

#include <glib.h>

/* Keywords */

#define END                                                                                        \
    {                                                                                              \
        NULL, 0                                                                                    \
    }

static const fo_keyword true_false[] = {{"true", 1}, {"false", 0}, END};
static const fo_keyword retain_discard[] = {{"retain", 1}, {"discard", 0}, END};
static const fo_keyword normal_is_0[] = {{"normal", 0}, END};
/* Percentages. */
static const fo_keyword places[] = {{"left", 0},    {"top", 0},      {"center", 50},
                                    {"right", 100}, {"bottom", 100}, END};
static const fo_keyword no_limit[] = {{"no-limit", 0}, END};
static const fo_keyword force[] = {{"force", FO_PRECEDENCE_FORCE}, END};
static const fo_keyword keeps[] = {{"auto", FO_KEEP_AUTO}, {"always", FO_KEEP_ALWAYS}, END};
static const fo_keyword font_metrics[] = {{"use-font-metrics", 0}, {"auto", 0}, END};
static const fo_keyword border_widths[] = {
    {"thin", PANGO_SCALE / 2}, {"medium", PANGO_SCALE}, {"thick", 2 * PANGO_SCALE}, END};
static const fo_keyword border_styles[] = {{"none", FO_BORDER_NONE},
                                           {"hidden", FO_BORDER_HIDDEN},
                                           {"dotted", FO_BORDER_DOTTED},
                                           {"dashed", FO_BORDER_DASHED},
                                           {"solid", FO_BORDER_SOLID},
                                           {"double", FO_BORDER_DOUBLE},
                                           {"groove", FO_BORDER_GROOVE},
                                           {"ridge", FO_BORDER_RIDGE},
                                           {"inset", FO_BORDER_INSET},
                                           {"outset", FO_BORDER_OUTSET},
                                           END};
static const fo_keyword font_styles[] = {{"normal", PANGO_STYLE_NORMAL},
                                         {"italic", PANGO_STYLE_ITALIC},
                                         {"oblique", PANGO_STYLE_OBLIQUE},
                                         {"backslant", PANGO_STYLE_OBLIQUE},
                                         END};
static const fo_keyword font_variants[] = {
    {"normal", PANGO_VARIANT_NORMAL}, {"small-caps", PANGO_VARIANT_SMALL_CAPS}, END};
static const fo_keyword stackings[] = {{"max-height", FO_STACK_MAX_HEIGHT},
                                       {"font-height", FO_STACK_FONT_HEIGHT},
                                       {"line-height", FO_STACK_LINE_HEIGHT},
                                       END};
static const fo_keyword shift_adjustments[] = {
    {"consider-shifts", 0}, {"disregard-shifts", 1}, END};
/* Where a page has an inner edge, FOP takes it as the start. */
static const fo_keyword aligns[] = {{"start", FO_ALIGN_START},       {"center", FO_ALIGN_CENTER},
                                    {"end", FO_ALIGN_END},           {"justify", FO_ALIGN_JUSTIFY},
                                    {"left", FO_ALIGN_LEFT},         {"right", FO_ALIGN_RIGHT},
                                    {"inside", FO_ALIGN_START},      {"outside", FO_ALIGN_END},
                                    {"relative", FO_ALIGN_RELATIVE}, END};
static const fo_keyword linefeeds[] = {{"ignore", FO_LINEFEED_IGNORE},
                                       {"preserve", FO_LINEFEED_PRESERVE},
                                       {"treat-as-space", FO_LINEFEED_SPACE},
                                       {"treat-as-zero-width-space", FO_LINEFEED_ZERO_WIDTH},
                                       END};
static const fo_keyword white_spaces[] = {
    {"ignore", FO_WHITE_SPACE_IGNORE},
    {"preserve", FO_WHITE_SPACE_PRESERVE},
    {"ignore-if-before-linefeed", FO_WHITE_SPACE_IGNORE_BEFORE_LINEFEED},
    {"ignore-if-after-linefeed", FO_WHITE_SPACE_IGNORE_AFTER_LINEFEED},
    {"ignore-if-surrounding-linefeed", FO_WHITE_SPACE_IGNORE_AROUND_LINEFEED},
    END};
static const fo_keyword wraps[] = {{"wrap", 1}, {"no-wrap", 0}, END};
static const fo_keyword breaks[] = {{"auto", FO_BREAK_AUTO},    {"column", FO_BREAK_COLUMN},
                                    {"page", FO_BREAK_PAGE},    {"even-page", FO_BREAK_EVEN},
                                    {"odd-page", FO_BREAK_ODD}, END};
static const fo_keyword spans[] = {{"none", 0}, {"all", 1}, END};
static const fo_keyword hyphenation_keeps[] = {{"auto", 0}, {"column", 1}, {"page", 1}, END};
static const fo_keyword clears[] = {{"none", 0},   {"start", 1},   {"end", 1},
                                    {"left", 1},   {"right", 1},   {"both", 1},
                                    {"inside", 1}, {"outside", 1}, END};
static const fo_keyword float_sides[] = {
    {"before", FO_FLOAT_BEFORE}, {"start", FO_FLOAT_START}, {"end", FO_FLOAT_END},
    {"left", FO_FLOAT_START},    {"right", FO_FLOAT_END},   {"inside", FO_FLOAT_START},
    {"outside", FO_FLOAT_END},   {"none", FO_FLOAT_NONE},   END};
static const fo_keyword baselines[] = {{"auto", FO_BASELINE_AUTO},
                                       {"baseline", FO_BASELINE_AUTO},
                                       {"use-script", FO_BASELINE_AUTO},
                                       {"no-change", FO_BASELINE_AUTO},
                                       {"reset-size", FO_BASELINE_RESET_SIZE},
                                       {"before-edge", FO_BASELINE_BEFORE_EDGE},
                                       {"text-before-edge", FO_BASELINE_TEXT_BEFORE_EDGE},
                                       {"middle", FO_BASELINE_MIDDLE},
                                       {"central", FO_BASELINE_CENTRAL},
                                       {"after-edge", FO_BASELINE_AFTER_EDGE},
                                       {"text-after-edge", FO_BASELINE_TEXT_AFTER_EDGE},
                                       {"ideographic", FO_BASELINE_IDEOGRAPHIC},
                                       {"alphabetic", FO_BASELINE_ALPHABETIC},
                                       {"hanging", FO_BASELINE_HANGING},
                                       {"mathematical", FO_BASELINE_MATHEMATICAL},
                                       END};
static const fo_keyword transforms[] = {{"none", FO_TRANSFORM_NONE},
                                        {"uppercase", FO_TRANSFORM_UPPERCASE},
                                        {"lowercase", FO_TRANSFORM_LOWERCASE},
                                        {"capitalize", FO_TRANSFORM_CAPITALIZE},
                                        END};
static const fo_keyword visibilities[] = {{"visible", 1}, {"hidden", 0}, {"collapse", 0}, END};
static const fo_keyword suppressions[] = {{"auto", 0}, {"suppress", 1}, {"retain", 0}, END};
static const fo_keyword directions[] = {{"ltr", 0}, {"rtl", 1}, END};
static const fo_keyword overflows[] = {
    {"visible", 0}, {"auto", 0}, {"scroll", 1}, {"hidden", 1}, {"error-if-overflow", 1},
    {"repeat", 0},  END};
static const fo_keyword display_aligns[] = {{"auto", FO_DISPLAY_AUTO},
                                            {"before", FO_DISPLAY_BEFORE},
                                            {"center", FO_DISPLAY_CENTER},
                                            {"after", FO_DISPLAY_AFTER},
                                            END};
static const fo_keyword scalings[] = {{"uniform", 1}, {"non-uniform", 0}, END};
static const fo_keyword absolutes[] = {{"auto", FO_ABSOLUTE_AUTO},
                                       {"absolute", FO_ABSOLUTE_ABSOLUTE},
                                       {"fixed", FO_ABSOLUTE_FIXED},
                                       END};
static const fo_keyword leaders[] = {{"space", FO_LEADER_SPACE},
                                     {"rule", FO_LEADER_RULE},
                                     {"dots", FO_LEADER_DOTS},
                                     {"use-content", FO_LEADER_USE_CONTENT},
                                     END};
static const fo_keyword leader_aligns[] = {{"none", 0}, {"reference-area", 1}, {"page", 1}, END};
static const fo_keyword collapses[] = {
    {"collapse", 1}, {"collapse-with-precedence", 1}, {"separate", 0}, END};
static const fo_keyword captions[] = {{"before", 0}, {"after", 1}, {"start", 0},
                                      {"end", 1},    {"top", 0},   {"bottom", 1},
                                      {"left", 0},   {"right", 1}, END};
static const fo_keyword layouts[] = {{"auto", 0}, {"fixed", 1}, END};
static const fo_keyword shows[] = {{"show", 1}, {"hide", 0}, END};
static const fo_keyword repeats[] = {{"repeat", FO_REPEAT_BOTH},
                                     {"repeat-x", FO_REPEAT_X},
                                     {"repeat-y", FO_REPEAT_Y},
                                     {"no-repeat", FO_REPEAT_NONE},
                                     END};
static const fo_keyword orientations[] = {{"0", 0},     {"90", 90},    {"180", 180}, {"270", 270},
                                          {"-90", 270}, {"-180", 180}, {"-270", 90}, END};

/* Rows. Names are pasted together and fields are members, so neither can stand in parentheses. */
// NOLINTBEGIN(bugprone-macro-parentheses)

#define FIELD(field)                                                                               \
    .offset = (uint16_t)offsetof(fo_style, field), .size = (uint16_t)sizeof(((fo_style *)0)->field)
#define EDGE(field)                                                                                \
    .offset = (uint16_t)offsetof(fo_edge, field), .size = (uint16_t)sizeof(((fo_edge *)0)->field)

/* A property with a field of its own. */
#define ROW(text, kind, is_inherited, first, field)                                                \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_##kind, .rank = FO_RANK_WHOLE,                           \
        .inherited = is_inherited, .initial = first, FIELD(field)                                  \
    }
/* The same with keywords. */
#define WORDS(text, kind, is_inherited, first, field, list)                                        \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_##kind, .rank = FO_RANK_WHOLE,                           \
        .inherited = is_inherited, .initial = first, .keywords = list, FIELD(field)                \
    }
/* The same, computed at another time; no initial value: another row has it. */
#define ALSO(text, kind, order, is_inherited, field, list)                                         \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_##kind, .rank = FO_RANK_##order,                         \
        .inherited = is_inherited, .keywords = list, FIELD(field)                                  \
    }
#define EARLY(text, kind, is_inherited, first, field)                                              \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_##kind, .rank = FO_RANK_FIRST,                           \
        .inherited = is_inherited, .initial = first, FIELD(field)                                  \
    }
#define SHORT(text, order, function)                                                               \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_SHORTHAND, .rank = FO_RANK_##order, .expand = function   \
    }
#define LANGUAGE(text, part)                                                                       \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_LANGUAGE, .rank = FO_RANK_WHOLE, .inherited = true,      \
        .side = part                                                                               \
    }
#define OBJECT(text)                                                                               \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_OBJECT                                                   \
    }
#define UNUSED(text)                                                                               \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_NONE                                                     \
    }

#define SPACE(text, field)                                                                         \
    ROW(text, SPACE, false, "0pt", field),                                                         \
        ALSO(text ".minimum", LENGTH, PART, false, field.minimum, NULL),                           \
        ALSO(text ".optimum", LENGTH, PART, false, field.optimum, NULL),                           \
        ALSO(text ".maximum", LENGTH, PART, false, field.maximum, NULL),                           \
        ALSO(text ".precedence", INTEGER, PART, false, field.precedence, force),                   \
        ALSO(text ".conditionality", FLAG, PART, false, field.retain, retain_discard)

#define KEEP(text, field)                                                                          \
    WORDS(text, KEEP, false, "auto", field, keeps),                                                \
        ALSO(text ".within-line", INTEGER, PART, false, field.within_line, keeps),                 \
        ALSO(text ".within-column", INTEGER, PART, false, field.within_column, keeps),             \
        ALSO(text ".within-page", INTEGER, PART, false, field.within_page, keeps)

#define EDGE_ROW(text, kind, order, which, where, first, list, field)                              \
    {                                                                                              \
        .name = text, .type = FO_PROPERTY_##kind, .rank = FO_RANK_##order, .side = where,          \
        .side_kind = FO_SIDE_##which, .initial = first, .keywords = list, EDGE(field)              \
    }

/* Border and padding of one side. Only the relative rows have initial values. */
#define EDGES(text, which, where, order, first_style, first_width, first_color, first_padding)     \
    EDGE_ROW("border-" text "-style", KEYWORD, order, which, where, first_style, border_styles,    \
             style),                                                                               \
        EDGE_ROW("border-" text "-width", BORDER_WIDTH, order, which, where, first_width,          \
                 border_widths, width),                                                            \
        EDGE_ROW("border-" text "-width.length", BORDER_WIDTH, PART, which, where, NULL,           \
                 border_widths, width),                                                            \
        EDGE_ROW("border-" text "-width.conditionality", FLAG, PART, which, where, NULL,           \
                 retain_discard, border_retain),                                                   \
        EDGE_ROW("border-" text "-color", COLOR, order, which, where, first_color, NULL, color),   \
        EDGE_ROW("padding-" text, LENGTH, order, which, where, first_padding, NULL, padding),      \
        EDGE_ROW("padding-" text ".length", LENGTH, PART, which, where, NULL, NULL, padding),      \
        EDGE_ROW("padding-" text ".conditionality", FLAG, PART, which, where, NULL,                \
                 retain_discard, padding_retain),                                                  \
        SHORT("border-" text, NARROW, fo_expand_border_side)

#define RELATIVE_EDGES(text, where)                                                                \
    EDGES(text, RELATIVE, where, WHOLE, "none", "medium", "black", "0pt"),                         \
        EDGE_ROW("border-" text "-precedence", INTEGER, WHOLE, RELATIVE, where, "0", force,        \
                 precedence)
#define PHYSICAL_EDGES(text, where)                                                                \
    EDGES(text, PHYSICAL, where, PHYSICAL, NULL, NULL, NULL, NULL),                                \
    {                                                                                              \
        .name = "margin-" text, .type = FO_PROPERTY_MARGIN, .rank = FO_RANK_PHYSICAL,              \
        .side = where, .initial = "0pt", FIELD(margins[where])                                     \
    }

/* A dimension: its parts, and the physical names of them. */
#define DIMENSION(text, field, least, most)                                                        \
    ROW(text, SIZE, false, "auto", field), ALSO(text ".optimum", SIZE, PART, false, field, NULL),  \
        ROW(text ".minimum", SIZE, false, "auto", least),                                          \
        ROW(text ".maximum", SIZE, false, "auto", most)

// NOLINTEND(bugprone-macro-parentheses)

static const fo_property rows[] = {
    /* Common accessibility and aural properties (§7.5, §7.7) */
    OBJECT("role"),
    UNUSED("source-document"),
    UNUSED("azimuth"),
    UNUSED("cue"),
    UNUSED("cue-after"),
    UNUSED("cue-before"),
    UNUSED("elevation"),
    UNUSED("pause"),
    UNUSED("pause-after"),
    UNUSED("pause-before"),
    UNUSED("pitch"),
    UNUSED("pitch-range"),
    UNUSED("play-during"),
    UNUSED("richness"),
    UNUSED("speak"),
    UNUSED("speak-header"),
    UNUSED("speak-numeral"),
    UNUSED("speak-punctuation"),
    UNUSED("speech-rate"),
    UNUSED("stress"),
    UNUSED("voice-family"),
    UNUSED("volume"),

    /* Positions (§7.6) */
    WORDS("absolute-position", KEYWORD, false, "auto", absolute, absolutes),
    ROW("top", SIZE, false, "auto", top),
    ROW("right", SIZE, false, "auto", right),
    ROW("bottom", SIZE, false, "auto", bottom),
    ROW("left", SIZE, false, "auto", left),
    UNUSED("relative-position"),
    SHORT("position", SHORTHAND, fo_expand_position),

    /* Borders, padding, backgrounds (§7.8) */
    RELATIVE_EDGES("before", FO_BEFORE),
    RELATIVE_EDGES("after", FO_AFTER),
    RELATIVE_EDGES("start", FO_START),
    RELATIVE_EDGES("end", FO_END),
    PHYSICAL_EDGES("top", FO_TOP),
    PHYSICAL_EDGES("bottom", FO_BOTTOM),
    PHYSICAL_EDGES("left", FO_LEFT),
    PHYSICAL_EDGES("right", FO_RIGHT),
    SHORT("border", SHORTHAND, fo_expand_border),
    SHORT("border-style", MIDDLE, fo_expand_sides),
    SHORT("border-width", MIDDLE, fo_expand_sides),
    SHORT("border-color", MIDDLE, fo_expand_sides),
    SHORT("padding", SHORTHAND, fo_expand_sides),
    SHORT("margin", SHORTHAND, fo_expand_sides),
    SHORT("background", SHORTHAND, fo_expand_background),
    UNUSED("background-attachment"),
    ROW("background-color", COLOR, false, "transparent", background),
    ROW("background-image", URI, false, "none", background_image),
    WORDS("background-repeat", KEYWORD, false, "repeat", background_repeat, repeats),
    SHORT("background-position", SHORTHAND, fo_expand_background),
    WORDS("background-position-horizontal", POSITION, false, "0%", background_x, places),
    WORDS("background-position-vertical", POSITION, false, "0%", background_y, places),

    /* Fonts (§7.9) */
    SHORT("font", FONT, fo_expand_font),
    EARLY("font-size", FONT_SIZE, true, "medium", font_size),
    ROW("font-family", FONT_FAMILY, true, "sans-serif", font_family),
    ROW("font-weight", FONT_WEIGHT, true, "normal", font_weight),
    WORDS("font-style", KEYWORD, true, "normal", font_style, font_styles),
    WORDS("font-variant", KEYWORD, true, "normal", font_variant, font_variants),
    ROW("font-stretch", FONT_STRETCH, true, "normal", font_stretch),
    UNUSED("font-selection-strategy"),
    UNUSED("font-size-adjust"),

    /* Language and hyphenation (§7.10) */
    LANGUAGE("xml:lang", FO_LANGUAGE_TAG),
    LANGUAGE("language", FO_LANGUAGE_PRIMARY),
    LANGUAGE("country", FO_LANGUAGE_COUNTRY),
    LANGUAGE("script", FO_LANGUAGE_SCRIPT),
    WORDS("hyphenate", FLAG, true, "false", hyphenate, true_false),
    ROW("hyphenation-character", CHARACTER, true, "\xe2\x80\x90", hyphenation_character),
    WORDS("hyphenation-keep", FLAG, true, "auto", hyphenation_keep_page, hyphenation_keeps),
    WORDS("hyphenation-ladder-count", COUNT, true, "no-limit", hyphenation_ladder, no_limit),
    ROW("hyphenation-push-character-count", COUNT, true, "2", hyphenation_push),
    ROW("hyphenation-remain-character-count", COUNT, true, "2", hyphenation_remain),

    /* Margins, spaces, indents (§7.11, §7.12) */
    SPACE("space-before", space_before),
    SPACE("space-after", space_after),
    SPACE("space-start", space_start),
    SPACE("space-end", space_end),
    ROW("start-indent", INDENT, true, "0pt", start_indent),
    ROW("end-indent", INDENT, true, "0pt", end_indent),

    /* Areas and lines (§7.14, §7.16) */
    WORDS("alignment-baseline", KEYWORD, false, "auto", alignment_baseline, baselines),
    WORDS("dominant-baseline", KEYWORD, false, "auto", dominant_baseline, baselines),
    WORDS("alignment-adjust", ADJUST, false, "auto", alignment_adjust, baselines),
    ROW("baseline-shift", BASELINE_SHIFT, false, "baseline", shift_kind),
    SHORT("vertical-align", SHORTHAND, fo_expand_vertical_align),
    WORDS("display-align", KEYWORD, true, "auto", display_align, display_aligns),
    UNUSED("relative-align"),
    DIMENSION("inline-progression-dimension", width, min_width, max_width),
    DIMENSION("block-progression-dimension", height, min_height, max_height),
    ALSO("width", SIZE, PHYSICAL, false, width, NULL),
    ALSO("min-width", SIZE, PHYSICAL, false, min_width, NULL),
    ALSO("max-width", SIZE, PHYSICAL, false, max_width, NULL),
    ALSO("height", SIZE, PHYSICAL, false, height, NULL),
    ALSO("min-height", SIZE, PHYSICAL, false, min_height, NULL),
    ALSO("max-height", SIZE, PHYSICAL, false, max_height, NULL),
    ALSO("page-width", SIZE, PHYSICAL, false, width, NULL),
    ALSO("page-height", SIZE, PHYSICAL, false, height, NULL),
    ROW("column-width", SIZE, false, "auto", column_width),
    SHORT("size", SHORTHAND, fo_expand_size),
    ROW("content-width", CONTENT_SIZE, false, "auto", content_width),
    ROW("content-height", CONTENT_SIZE, false, "auto", content_height),
    WORDS("scaling", FLAG, false, "uniform", uniform_scaling, scalings),
    UNUSED("scaling-method"),
    UNUSED("allowed-height-scale"),
    UNUSED("allowed-width-scale"),
    ROW("line-height", LINE_HEIGHT, true, "normal", line_height),
    ALSO("line-height.optimum", LINE_HEIGHT, PART, true, line_height, NULL),
    UNUSED("line-height.minimum"),
    UNUSED("line-height.maximum"),
    UNUSED("line-height.conditionality"),
    UNUSED("line-height.precedence"),
    WORDS("line-stacking-strategy", KEYWORD, true, "max-height", line_stacking, stackings),
    WORDS("line-height-shift-adjustment", FLAG, true, "consider-shifts", disregard_shifts,
          shift_adjustments),
    UNUSED("text-depth"),
    UNUSED("text-altitude"),
    WORDS("text-align", KEYWORD, true, "start", text_align, aligns),
    WORDS("text-align-last", KEYWORD, true, "relative", text_align_last, aligns),
    ROW("text-indent", LENGTH, true, "0pt", text_indent),
    ROW("last-line-end-indent", LENGTH, true, "0pt", last_line_end_indent),
    WORDS("linefeed-treatment", KEYWORD, true, "treat-as-space", linefeed, linefeeds),
    WORDS("white-space-treatment", KEYWORD, true, "ignore-if-surrounding-linefeed", white_space,
          white_spaces),
    WORDS("white-space-collapse", FLAG, true, "true", white_space_collapse, true_false),
    WORDS("wrap-option", FLAG, true, "wrap", wrap, wraps),
    SHORT("white-space", SHORTHAND, fo_expand_white_space),

    /* Characters (§7.17) */
    ROW("character", CHARACTER, false, NULL, character),
    WORDS("letter-spacing", FIXED, true, "normal", letter_spacing, normal_is_0),
    ALSO("letter-spacing.optimum", FIXED, PART, true, letter_spacing, normal_is_0),
    UNUSED("letter-spacing.minimum"),
    UNUSED("letter-spacing.maximum"),
    UNUSED("letter-spacing.conditionality"),
    UNUSED("letter-spacing.precedence"),
    WORDS("word-spacing", FIXED, true, "normal", word_spacing, normal_is_0),
    ALSO("word-spacing.optimum", FIXED, PART, true, word_spacing, normal_is_0),
    UNUSED("word-spacing.minimum"),
    UNUSED("word-spacing.maximum"),
    UNUSED("word-spacing.conditionality"),
    UNUSED("word-spacing.precedence"),
    WORDS("suppress-at-line-break", FLAG, false, "auto", suppress_at_line_break, suppressions),
    ROW("text-decoration", DECORATION, true, "none", decoration),
    UNUSED("text-shadow"),
    WORDS("text-transform", KEYWORD, true, "none", text_transform, transforms),
    UNUSED("treat-as-word-space"),
    UNUSED("score-spaces"),
    UNUSED("glyph-orientation-horizontal"),
    UNUSED("glyph-orientation-vertical"),

    /* Colour, visibility (§7.18, §7.30) */
    EARLY("color", COLOR, true, "black", color),
    UNUSED("color-profile-name"),
    UNUSED("rendering-intent"),
    WORDS("visibility", FLAG, true, "visible", visible, visibilities),
    WORDS("overflow", FLAG, false, "auto", clip, overflows),
    UNUSED("clip"),
    UNUSED("z-index"),

    /* Writing modes (§7.29) */
    EARLY("writing-mode", WRITING_MODE, true, "lr-tb", writing_rtl),
    WORDS("direction", FLAG, true, "ltr", is_rtl, directions),
    {.name = "unicode-bidi",
     .type = FO_PROPERTY_BIDI,
     .rank = FO_RANK_WHOLE,
     .initial = "normal",
     .offset = (uint16_t)offsetof(fo_style, bidi_override),
     .size = 2 * sizeof(bool)},
    WORDS("reference-orientation", INTEGER, false, "0", reference_orientation, orientations),

    /* Floats (§7.19) */
    WORDS("clear", FLAG, false, "none", clear_before, clears),
    WORDS("float", KEYWORD, false, "none", float_side, float_sides),
    UNUSED("intrusion-displace"),

    /* Keeps and breaks (§7.20) */
    KEEP("keep-together", keep_together),
    KEEP("keep-with-next", keep_with_next),
    KEEP("keep-with-previous", keep_with_previous),
    WORDS("break-before", KEYWORD, false, "auto", break_before, breaks),
    WORDS("break-after", KEYWORD, false, "auto", break_after, breaks),
    SHORT("page-break-before", SHORTHAND, fo_expand_page_break),
    SHORT("page-break-after", SHORTHAND, fo_expand_page_break),
    SHORT("page-break-inside", SHORTHAND, fo_expand_page_break_inside),
    ROW("orphans", COUNT, true, "2", orphans),
    ROW("widows", COUNT, true, "2", widows),
    WORDS("span", FLAG, false, "none", span_all, spans),

    /* Leaders and rules (§7.22) */
    WORDS("leader-pattern", KEYWORD, true, "space", leader_pattern, leaders),
    WORDS("leader-alignment", FLAG, true, "none", leader_alignment, leader_aligns),
    ROW("leader-length", LEADER, true, NULL, leader_optimum),
    {.name = "leader-length.minimum",
     .type = FO_PROPERTY_LENGTH,
     .rank = FO_RANK_PART,
     .inherited = true,
     .initial = "0pt",
     FIELD(leader_minimum)},
    {.name = "leader-length.optimum",
     .type = FO_PROPERTY_LENGTH,
     .rank = FO_RANK_PART,
     .inherited = true,
     .initial = "12pt",
     FIELD(leader_optimum)},
    {.name = "leader-length.maximum",
     .type = FO_PROPERTY_LENGTH,
     .rank = FO_RANK_PART,
     .inherited = true,
     .initial = "100%",
     FIELD(leader_maximum)},
    UNUSED("leader-length.conditionality"),
    UNUSED("leader-length.precedence"),
    WORDS("leader-pattern-width", LENGTH, true, "use-font-metrics", leader_pattern_width,
          font_metrics),
    WORDS("rule-style", KEYWORD, true, "solid", rule_style, border_styles),
    ROW("rule-thickness", FIXED, true, "1pt", rule_thickness),

    /* Lists (§7.30) */
    ROW("provisional-distance-between-starts", FIXED, true, "24pt", provisional_distance),
    ROW("provisional-label-separation", FIXED, true, "6pt", provisional_separation),

    /* Tables (§7.28) */
    WORDS("border-collapse", FLAG, true, "collapse", border_collapse, collapses),
    {.name = "border-separation",
     .type = FO_PROPERTY_BORDER_SPACING,
     .rank = FO_RANK_WHOLE,
     .inherited = true,
     .initial = "0pt",
     FIELD(border_spacing_inline)},
    {.name = "border-spacing",
     .type = FO_PROPERTY_BORDER_SPACING,
     .rank = FO_RANK_SHORTHAND,
     .inherited = true,
     FIELD(border_spacing_inline)},
    ALSO("border-separation.inline-progression-direction", FIXED, PART, true, border_spacing_inline,
         NULL),
    ALSO("border-separation.block-progression-direction", FIXED, PART, true, border_spacing_block,
         NULL),
    WORDS("caption-side", FLAG, true, "before", caption_after, captions),
    WORDS("empty-cells", FLAG, true, "show", empty_cells_show, shows),
    WORDS("table-layout", FLAG, false, "auto", table_layout_fixed, layouts),
    WORDS("table-omit-header-at-break", FLAG, false, "false", omit_header_at_break, true_false),
    WORDS("table-omit-footer-at-break", FLAG, false, "false", omit_footer_at_break, true_false),
    OBJECT("column-number"),
    OBJECT("ends-row"),
    OBJECT("starts-row"),
    OBJECT("number-columns-repeated"),
    OBJECT("number-columns-spanned"),
    OBJECT("number-rows-spanned"),

    /* Pages (§7.26, §7.27) */
    ROW("column-count", COUNT, false, "1", column_count),
    ROW("column-gap", LENGTH, false, "12pt", column_gap),
    ROW("extent", LENGTH, false, "0pt", extent),
    WORDS("precedence", FLAG, false, "false", region_precedence, true_false),
    OBJECT("blank-or-not-blank"),
    OBJECT("flow-map-name"),
    OBJECT("flow-map-reference"),
    OBJECT("flow-name"),
    OBJECT("flow-name-reference"),
    OBJECT("force-page-count"),
    OBJECT("initial-page-number"),
    OBJECT("master-name"),
    OBJECT("master-reference"),
    OBJECT("maximum-repeats"),
    OBJECT("media-usage"),
    OBJECT("odd-or-even"),
    OBJECT("page-position"),
    OBJECT("region-name"),
    OBJECT("region-name-reference"),
    OBJECT("format"),
    OBJECT("grouping-separator"),
    OBJECT("grouping-size"),
    OBJECT("letter-value"),

    /* Links, pictures, markers, bookmarks, citations (§7.23 to §7.25, §7.30) */
    OBJECT("id"),
    OBJECT("ref-id"),
    OBJECT("src"),
    OBJECT("content-type"),
    OBJECT("external-destination"),
    OBJECT("internal-destination"),
    OBJECT("show-destination"),
    OBJECT("starting-state"),
    OBJECT("marker-class-name"),
    OBJECT("retrieve-class-name"),
    OBJECT("retrieve-position"),
    OBJECT("retrieve-boundary"),
    OBJECT("retrieve-position-within-table"),
    OBJECT("retrieve-boundary-within-table"),
    OBJECT("page-citation-strategy"),
    OBJECT("fox:alt-text"),
    OBJECT("fox:header"),
    UNUSED("destination-placement-offset"),
    UNUSED("indicate-destination"),
    UNUSED("target-presentation-context"),
    UNUSED("target-processing-context"),
    UNUSED("target-stylesheet"),
    UNUSED("active-state"),
    UNUSED("auto-restore"),
    UNUSED("index-class"),
    UNUSED("index-key"),
    UNUSED("change-bar-class"),
    UNUSED("change-bar-color"),
    UNUSED("change-bar-offset"),
    UNUSED("change-bar-placement"),
    UNUSED("change-bar-style"),
    UNUSED("change-bar-width"),
};

const fo_property *fo_properties(size_t *count)
{
    *count = G_N_ELEMENTS(rows);
    return rows;
}

bool fo_keyword_find(const fo_keyword *list, mh_view text, int *out)
{
    for (const fo_keyword *k = list; k && k->name; k++) {
        if (!fo_is(text, k->name))
            continue;
        *out = k->value;
        return true;
    }
    return false;
}
