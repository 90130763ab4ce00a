#include "fo/painter.h"

fo_painter *fo_painter_new(mh_arena *arena)
{
    fo_painter *painter = MH_NEW(arena, fo_painter, 1);
    *painter = (fo_painter){.arena = arena,
                            .marks = mh_arena_array(arena, sizeof(mh_mark)),
                            .links = mh_arena_array(arena, sizeof(mh_link)),
                            .destinations = mh_arena_array(arena, sizeof(mh_destination)),
                            .artifact = MH_ARTIFACT_LAYOUT};
    return painter;
}

void fo_paint(fo_painter *painter, const mh_mark *mark)
{
    g_array_append_vals(painter->marks, mark, 1);
}

void fo_paint_fill(fo_painter *painter, mh_rect rect, mh_color color)
{
    if (rect.width <= 0 || rect.height <= 0 || color.alpha == 0)
        return;
    mh_mark mark = {
        .kind = MH_MARK_FILL, .artifact = MH_ARTIFACT_LAYOUT, .color = color, .rect = rect};
    fo_paint(painter, &mark);
}

static void paint_line(fo_painter *painter, mh_rect rect, mh_line_style style, mh_color color)
{
    if (rect.width <= 0 || rect.height <= 0 || color.alpha == 0)
        return;
    mh_mark mark = {.kind = MH_MARK_LINE,
                    .artifact = MH_ARTIFACT_LAYOUT,
                    .color = color,
                    .rect = rect,
                    .line_style = style};
    fo_paint(painter, &mark);
}

static mh_color shade(mh_color color, bool is_lighter)
{
    if (is_lighter)
        return (mh_color){(uint8_t)(255 - (255 - color.red) / 2),
                          (uint8_t)(255 - (255 - color.green) / 2),
                          (uint8_t)(255 - (255 - color.blue) / 2), color.alpha};
    return (mh_color){color.red / 2, color.green / 2, color.blue / 2, color.alpha};
}

/* Two fills along the longer side: the first third or half, and the rest's. */
static void paint_halves(fo_painter *painter, mh_rect rect, int32_t part, mh_color first,
                         mh_color second)
{
    mh_rect a = rect;
    mh_rect b = rect;
    if (rect.width >= rect.height) {
        a.height = part;
        b.height = part;
        b.y = rect.y + rect.height - part;
    } else {
        a.width = part;
        b.width = part;
        b.x = rect.x + rect.width - part;
    }
    fo_paint_fill(painter, a, first);
    fo_paint_fill(painter, b, second);
}

void fo_paint_rule(fo_painter *painter, mh_rect rect, fo_border_style style, mh_color color)
{
    int32_t thickness = MIN(rect.width, rect.height);
    switch (style) {
    case FO_BORDER_NONE:
    case FO_BORDER_HIDDEN:
        break;
    case FO_BORDER_DOTTED:
        paint_line(painter, rect, MH_LINE_DOTTED, color);
        break;
    case FO_BORDER_DASHED:
        paint_line(painter, rect, MH_LINE_DASHED, color);
        break;
    case FO_BORDER_DOUBLE:
        paint_halves(painter, rect, (thickness + 2) / 3, color, color);
        break;
    case FO_BORDER_GROOVE:
        paint_halves(painter, rect, (thickness + 1) / 2, shade(color, false), shade(color, true));
        break;
    case FO_BORDER_RIDGE:
        paint_halves(painter, rect, (thickness + 1) / 2, shade(color, true), shade(color, false));
        break;
    case FO_BORDER_SOLID:
    case FO_BORDER_INSET:
    case FO_BORDER_OUTSET:
        fo_paint_fill(painter, rect, color);
        break;
    }
}

void fo_paint_box(fo_painter *painter, const fo_style *style, mh_rect border_rect, bool rtl)
{
    const mh_rect r = border_rect;
    fo_paint_fill(painter, r, style->background);
    const fo_edge *before = &style->edges[FO_BEFORE];
    const fo_edge *after = &style->edges[FO_AFTER];
    const fo_edge *left = &style->edges[rtl ? FO_END : FO_START];
    const fo_edge *right = &style->edges[rtl ? FO_START : FO_END];
    fo_paint_rule(painter, (mh_rect){r.x, r.y, r.width, before->width}, before->style,
                  before->color);
    fo_paint_rule(painter, (mh_rect){r.x, r.y + r.height - after->width, r.width, after->width},
                  after->style, after->color);
    fo_paint_rule(painter, (mh_rect){r.x, r.y, left->width, r.height}, left->style, left->color);
    fo_paint_rule(painter, (mh_rect){r.x + r.width - right->width, r.y, right->width, r.height},
                  right->style, right->color);
}
