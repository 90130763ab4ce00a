#include "fo/baseline.h"

fo_baseline_box fo_box_of_font(const fo_font *font)
{
    return (fo_baseline_box){font->metrics.ascent, font->metrics.descent, font->metrics.x_height};
}

/* Heights of the baselines above the alphabetic one. Fonts seldom have a table of their own, so the
 * usual shares of the ascent stand for the hanging and the mathematical one. */
static int32_t alphabetic_offset(fo_baseline_box box, fo_baseline baseline)
{
    switch (baseline) {
    case FO_BASELINE_BEFORE_EDGE:
    case FO_BASELINE_TEXT_BEFORE_EDGE:
        return box.ascent;
    case FO_BASELINE_HANGING:
        return (int32_t)((int64_t)box.ascent * 8 / 10);
    case FO_BASELINE_MATHEMATICAL:
        return box.ascent / 2;
    case FO_BASELINE_CENTRAL:
        return (box.ascent - box.descent) / 2;
    case FO_BASELINE_MIDDLE:
        return box.x_height / 2;
    case FO_BASELINE_AUTO:
    case FO_BASELINE_RESET_SIZE:
    case FO_BASELINE_ALPHABETIC:
        return 0;
    case FO_BASELINE_AFTER_EDGE:
    case FO_BASELINE_TEXT_AFTER_EDGE:
    case FO_BASELINE_IDEOGRAPHIC:
        return -box.descent;
    }
    return 0;
}

static int32_t offset_in(const fo_baseline_table *table, fo_baseline baseline)
{
    return alphabetic_offset(table->box, baseline) - alphabetic_offset(table->box, table->dominant);
}

fo_alignment fo_align_line(const fo_node *block, const fo_font *font)
{
    fo_baseline_table table = {fo_box_of_font(font), FO_BASELINE_ALPHABETIC};
    return (fo_alignment){.node = block,
                          .baseline = FO_BASELINE_ALPHABETIC,
                          .own = table,
                          .scaled = table,
                          .uses_line_table = true,
                          .line_height = block->style->line_height,
                          .point = font->metrics.ascent};
}

/* How far baseline-shift (§7.14.3) raises the object. */
static int32_t shift_of(const fo_alignment *parent, const fo_style *style, int32_t x_height)
{
    fo_baseline_table derived = {parent->own.box, parent->baseline};
    int32_t alphabetic = parent->total_alignment - parent->total_baseline
                         + offset_in(&derived, FO_BASELINE_ALPHABETIC);
    switch (style->shift_kind) {
    case FO_SHIFT_BASELINE:
        return 0;
    case FO_SHIFT_SUPER:
        return parent->own.box.x_height + alphabetic;
    case FO_SHIFT_SUB:
        return -x_height / 2 + alphabetic;
    case FO_SHIFT_LENGTH:
        return fo_length_resolve(style->shift, parent->line_height);
    }
    return 0;
}

/* What of the object is aligned (alignment-adjust, §7.14.1), from its top. */
static int32_t point_of(const fo_alignment *a, const fo_style *style)
{
    if (!style->alignment_adjust.is_auto)
        return a->own.box.ascent + fo_length_resolve(style->alignment_adjust, a->line_height);
    fo_baseline adjust =
        style->adjust_baseline == FO_BASELINE_AUTO ? a->baseline : style->adjust_baseline;
    return offset_in(&a->own, FO_BASELINE_BEFORE_EDGE) - offset_in(&a->own, adjust);
}

fo_alignment fo_align_inline(const fo_alignment *parent, const fo_node *node, fo_baseline_box box)
{
    const fo_style *style = node->style;
    fo_baseline outer = parent->own.dominant;
    fo_alignment a = {.parent = parent,
                      .node = node,
                      .baseline = style->alignment_baseline == FO_BASELINE_AUTO
                                      ? outer
                                      : style->alignment_baseline,
                      .own = {box, outer},
                      .scaled = parent->scaled,
                      .uses_line_table = parent->uses_line_table,
                      .line_height = style->line_height,
                      .shift = shift_of(parent, style, box.x_height)};
    fo_baseline dominant = style->dominant_baseline;
    if (dominant != FO_BASELINE_AUTO && dominant != FO_BASELINE_RESET_SIZE)
        a.own.dominant = dominant;
    if (dominant != FO_BASELINE_AUTO || a.shift != 0) {
        a.scaled = a.own;
        a.uses_line_table = false;
    }
    a.point = point_of(&a, style);

    fo_baseline_table derived = {a.scaled.box, outer};
    int32_t in_parent = offset_in(&parent->scaled, a.baseline);
    a.total_alignment = parent->total_baseline + in_parent + a.shift;
    a.total_baseline =
        a.total_alignment - offset_in(&derived, a.baseline) - offset_in(&a.scaled, outer);
    return a;
}

int32_t fo_alignment_rise(const fo_alignment *alignment)
{
    return alignment->total_alignment + alignment->point;
}

int32_t fo_alignment_fall(const fo_alignment *alignment)
{
    return alignment->own.box.ascent + alignment->own.box.descent - fo_alignment_rise(alignment);
}

int32_t fo_alignment_raise(const fo_alignment *alignment)
{
    return fo_alignment_rise(alignment) - alignment->own.box.ascent;
}

fo_baseline fo_alignment_edge(const fo_alignment *alignment)
{
    bool is_edge = alignment->baseline == FO_BASELINE_BEFORE_EDGE
                   || alignment->baseline == FO_BASELINE_AFTER_EDGE;
    return alignment->uses_line_table && is_edge ? alignment->baseline : FO_BASELINE_AUTO;
}
