#include "fo/viewport.h"

#include "fo/painter.h"

static bool is_sideways(const fo_style *style)
{
    return style->reference_orientation == 90 || style->reference_orientation == 270;
}

int32_t fo_viewport_measure(const fo_style *style, int32_t width, int32_t height)
{
    return is_sideways(style) ? height : width;
}

/* Matrix that takes the content's coordinates, which begin at its own before-start corner, to the
 * page (§7.21.3: anticlockwise). */
static void turn(int16_t degrees, mh_rect r, double matrix[6])
{
    const double right = (double)r.x + r.width, below = (double)r.y + r.height;
    const double turned[4][6] = {
        {1, 0, 0, 1, r.x, r.y},
        {0, -1, 1, 0, r.x, below},
        {-1, 0, 0, -1, right, below},
        {0, 1, -1, 0, right, r.y},
    };
    memcpy(matrix, turned[degrees / 90 % 4], sizeof(turned[0]));
}

static void move_point(const double m[6], int32_t *x, int32_t *y)
{
    const double old_x = *x, old_y = *y;
    *x = (int32_t)(m[0] * old_x + m[2] * old_y + m[4]);
    *y = (int32_t)(m[1] * old_x + m[3] * old_y + m[5]);
}

static void move_rect(const double m[6], mh_rect *rect)
{
    int32_t x1 = rect->x, y1 = rect->y, x2 = rect->x + rect->width, y2 = rect->y + rect->height;
    move_point(m, &x1, &y1);
    move_point(m, &x2, &y2);
    *rect = (mh_rect){MIN(x1, x2), MIN(y1, y2), ABS(x2 - x1), ABS(y2 - y1)};
}

/* Links and destinations have no part in the drawing state: they are moved by hand. */
static void move_areas(fo_painter *painter, guint first_link, guint first_destination,
                       const double matrix[6])
{
    for (guint i = first_link; i < painter->links->len; i++)
        move_rect(matrix, &g_array_index(painter->links, mh_link, i).rect);
    for (guint i = first_destination; i < painter->destinations->len; i++) {
        mh_destination *d = &g_array_index(painter->destinations, mh_destination, i);
        move_point(matrix, &d->x, &d->y);
    }
}

static int32_t aligned_top(const fo_style *style, int32_t room, int32_t height)
{
    switch (style->display_align) {
    case FO_DISPLAY_CENTER:
        return MAX(room - height, 0) / 2;
    case FO_DISPLAY_AFTER:
        return MAX(room - height, 0);
    case FO_DISPLAY_AUTO:
    case FO_DISPLAY_BEFORE:
        break;
    }
    return 0;
}

static void draw_content(fo_context *context, fo_painter *painter, const fo_viewport *viewport,
                         const fo_range *range, mh_rect area)
{
    const fo_frame outer = context->frame;
    int32_t top = 0;
    if (viewport->style->display_align > FO_DISPLAY_BEFORE)
        top = aligned_top(viewport->style, area.height,
                          fo_range_height(context, viewport->items, range));
    context->frame.area = area;
    fo_draw_range(context, painter, viewport->items, range, area.x, area.y + top);
    context->frame = outer;
}

void fo_viewport_draw(fo_context *context, fo_painter *painter, const fo_viewport *viewport,
                      const fo_range *range, int32_t x, int32_t y)
{
    const fo_style *style = viewport->style;
    const mh_rect rect = {x, y, viewport->width, viewport->height};
    const bool is_turned = style->reference_orientation % 360 != 0;
    if (!is_turned && !style->clip) {
        draw_content(context, painter, viewport, range, rect);
        return;
    }
    mh_mark push = {
        .kind = MH_MARK_PUSH, .artifact = MH_ARTIFACT_LAYOUT, .matrix = {1, 0, 0, 1, 0, 0}};
    mh_rect inner = rect;
    if (style->clip)
        push.rect = rect;
    if (is_turned) {
        turn(style->reference_orientation, rect, push.matrix);
        inner = (mh_rect){.width = fo_viewport_measure(style, rect.width, rect.height),
                          .height = is_sideways(style) ? rect.width : rect.height};
    }
    const guint links = painter->links->len, destinations = painter->destinations->len;
    fo_paint(painter, &push);
    draw_content(context, painter, viewport, range, inner);
    fo_paint(painter, &(mh_mark){.kind = MH_MARK_POP, .artifact = MH_ARTIFACT_LAYOUT});
    if (is_turned)
        move_areas(painter, links, destinations, push.matrix);
}

void fo_viewport_draw_all(fo_context *context, fo_painter *painter, const fo_viewport *viewport,
                          int32_t x, int32_t y)
{
    const fo_range all = {.to = {.index = viewport->items->list->len}, .is_end = true};
    fo_viewport_draw(context, painter, viewport, &all, x, y);
}
