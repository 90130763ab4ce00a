#include "fo/line.h"

enum { LEADER_UNITS_MAX = 2000 };

/* Part of an inline object that is in the line: what its background and borders go round. */
typedef struct inline_box {
    const fo_node *node;
    int32_t left;
    int32_t right;
    int32_t top;
    int32_t bottom;
    bool has_start; /* the object begins in the line */
    bool has_end;
} inline_box;

static bool has_border(const fo_style *style)
{
    for (int side = 0; side < FO_SIDE_COUNT; side++)
        if (style->edges[side].width > 0)
            return true;
    return false;
}

static bool is_boxed(const fo_node *node)
{
    return node->type == FO_BASIC_LINK || node->style->background.alpha != 0
           || node->style->background_image || has_border(node->style);
}

static int32_t padding_and_border(const fo_style *style, fo_side side)
{
    return style->edges[side].width + fo_length_resolve(style->edges[side].padding, 0);
}

/* A graphic's box is its object's; others have their font's height and their padding. */
static void set_vertical(const line_drawing *d, const line_piece *piece,
                         const fo_alignment *alignment, inline_box *box)
{
    const fo_style *style = box->node->style;
    int32_t baseline = line_baseline(d, alignment);
    if (piece->leaf->node == box->node && piece->leaf->kind == PAR_PICTURE) {
        box->top = baseline - piece->leaf->object->ascent;
        box->bottom = baseline;
        return;
    }
    const fo_font_metrics *font = &fo_fonts_find(d->context->fonts, style)->metrics;
    box->top = baseline - font->ascent - padding_and_border(style, FO_BEFORE);
    box->bottom = baseline + font->descent + padding_and_border(style, FO_AFTER);
}

/* The rectangle of @p node round @p piece: outside edges of its ancestors are left out, and so is
 * its own space-start and space-end. */
static inline_box box_of_piece(const line_drawing *d, const line_piece *piece, const fo_node *node,
                               const fo_alignment *alignment)
{
    const fo_style *style = node->style;
    inline_box box = {.node = node};
    int32_t before = 0;
    int32_t after = 0;
    if (piece->has_start) {
        before = line_edges(d, piece->start, false, node);
        box.has_start = line_has_edge(d, piece->start, false, node);
    }
    if (piece->has_end) {
        after = line_edges(d, piece->end, true, node);
        box.has_end = line_has_edge(d, piece->end, true, node);
    }
    if (box.has_start)
        before += fo_length_resolve(style->space_start.optimum, 0);
    if (box.has_end)
        after += fo_length_resolve(style->space_end.optimum, 0);

    bool is_rtl = piece->level % 2 == 1;
    box.left = piece->x + (is_rtl ? after : before);
    box.right =
        piece->x + piece->left_edge + piece->width + piece->right_edge - (is_rtl ? before : after);
    set_vertical(d, piece, alignment, &box);
    return box;
}

static void merge_box(GArray *boxes, const inline_box *box)
{
    for (guint i = 0; i < boxes->len; i++) {
        inline_box *known = &g_array_index(boxes, inline_box, i);
        if (known->node != box->node)
            continue;
        known->left = MIN(known->left, box->left);
        known->right = MAX(known->right, box->right);
        known->has_start |= box->has_start;
        known->has_end |= box->has_end;
        return;
    }
    g_array_append_vals(boxes, box, 1);
}

static int compare_boxes(const void *left, const void *right)
{
    const inline_box *a = left;
    const inline_box *b = right;
    return a->node->order < b->node->order ? -1 : a->node->order > b->node->order;
}

static void collect_boxes(const line_drawing *d, GArray *boxes)
{
    for (guint i = 0; i < d->pieces->len; i++) {
        const line_piece *piece = LINE_PIECE(d, i);
        const fo_alignment *alignment = par_alignment(piece->leaf);
        for (const fo_node *node = piece->leaf->node; node && node != d->paragraph->block;
             node = node->parent) {
            if (node->type == FO_TEXT)
                continue;
            if (is_boxed(node)) {
                inline_box box = box_of_piece(d, piece, node, alignment);
                merge_box(boxes, &box);
            }
            if (alignment->node == node && alignment->parent)
                alignment = alignment->parent;
        }
    }
    if (boxes->len > 1)
        qsort(boxes->data, boxes->len, sizeof(inline_box), compare_boxes);
}

static void add_link(line_drawing *d, const inline_box *box)
{
    const fo_node *node = box->node;
    const char *uri = fo_attribute(node, "external-destination");
    const char *target = fo_attribute(node, "internal-destination");
    if (!uri && !target)
        return;
    mh_link link = {.rect = {box->left, box->top, box->right - box->left, box->bottom - box->top},
                    .element = node->element,
                    .uri = target ? NULL : uri,
                    .target = target};
    g_array_append_val(d->painter->links, link);
}

/* Borders at the start and the end are drawn only where the object begins and ends: their
 * conditionality is "discard". */
static void draw_box(line_drawing *d, const inline_box *box)
{
    fo_style style = *box->node->style;
    if (!box->has_start && !style.edges[FO_START].border_retain)
        style.edges[FO_START].width = 0;
    if (!box->has_end && !style.edges[FO_END].border_retain)
        style.edges[FO_END].width = 0;
    mh_rect rect = {box->left, box->top, box->right - box->left, box->bottom - box->top};
    if (style.visible)
        fo_paint_box(d->painter, &style, rect, d->paragraph->is_rtl);
}

void line_draw_boxes(line_drawing *d)
{
    GArray *boxes = mh_arena_array(d->painter->arena, sizeof(inline_box));
    collect_boxes(d, boxes);
    for (guint i = 0; i < boxes->len; i++) {
        const inline_box *box = &g_array_index(boxes, inline_box, i);
        draw_box(d, box);
        if (box->node->type == FO_BASIC_LINK)
            add_link(d, box);
    }
}

static void own_mark(const line_drawing *d, const fo_node *node, mh_mark *mark)
{
    mark->order = node->order;
    if (node->is_artifact || !node->element)
        mark->artifact = d->painter->artifact;
    else
        mark->element = node->element;
}

static void draw_glyphs(line_drawing *d, const line_piece *piece)
{
    const fo_node *node = piece->leaf->node;
    mh_mark mark = {.kind = MH_MARK_TEXT,
                    .color = node->style->color,
                    .x = piece->x + piece->left_edge,
                    .y = line_baseline(d, par_alignment(piece->leaf)),
                    .glyphs = piece->glyphs,
                    .text = piece->text,
                    .actual_text = piece->is_hyphen ? "" : NULL};
    own_mark(d, node, &mark);
    fo_paint(d->painter, &mark);
}

static void draw_decoration(line_drawing *d, const line_piece *piece)
{
    const fo_style *style = piece->leaf->node->style;
    const fo_font_metrics *font = &piece->leaf->font->metrics;
    int32_t baseline = line_baseline(d, par_alignment(piece->leaf));
    mh_rect rect = {.x = piece->x + piece->left_edge,
                    .width = piece->width,
                    .height = font->underline_thickness};
    if (style->decoration & FO_DECORATION_UNDERLINE) {
        rect.y = baseline + font->underline_position;
        fo_paint_fill(d->painter, rect, style->color);
    }
    if (style->decoration & FO_DECORATION_OVERLINE) {
        rect.y = baseline - font->ascent;
        fo_paint_fill(d->painter, rect, style->color);
    }
    if (style->decoration & FO_DECORATION_LINE_THROUGH) {
        rect.y = baseline - font->strikeout_position;
        fo_paint_fill(d->painter, rect, style->color);
    }
}

static void append_text(GString *text, const fo_node *node)
{
    for (const fo_node *child = node->first_child; child; child = child->next) {
        if (child->type == FO_TEXT)
            g_string_append_len(text, child->text.ptr, (gssize)child->text.len);
        else
            append_text(text, child);
    }
}

static const fo_node *first_text(const fo_node *node)
{
    for (const fo_node *child = node->first_child; child; child = child->next) {
        const fo_node *found = child->type == FO_TEXT ? child : first_text(child);
        if (found)
            return found;
    }
    return NULL;
}

/* What a leader repeats: a dot, or its content in the font that it begins with. */
static par_snippet leader_unit(const line_drawing *d, const fo_node *node)
{
    mh_arena *arena = d->painter->arena;
    if (node->style->leader_pattern == FO_LEADER_DOTS)
        return par_shape_snippet(d->context, arena, node, ".");
    GString *text = mh_arena_string(arena);
    append_text(text, node);
    const fo_node *first = first_text(node);
    return par_shape_snippet(d->context, arena, first ? first : node, text->str);
}

static void widen_last_glyph(PangoGlyphString *glyphs, int32_t by)
{
    if (glyphs->num_glyphs > 0)
        glyphs->glyphs[glyphs->num_glyphs - 1].geometry.width += by;
}

/* The repeated part in one run, as long as it fits whole. */
static PangoGlyphItem *repeat(mh_arena *arena, const par_snippet *unit, int32_t unit_width,
                              size_t count, const char **text)
{
    size_t length = strlen(unit->text);
    int glyph_count = unit->glyphs->num_glyphs;
    widen_last_glyph(unit->glyphs, unit_width - unit->width);
    GString *repeated = mh_arena_string(arena);
    PangoGlyphString *glyphs = MH_NEW(arena, PangoGlyphString, 1);
    glyphs->num_glyphs = glyph_count * (int)count;
    glyphs->glyphs = MH_NEW(arena, PangoGlyphInfo, (size_t)glyphs->num_glyphs);
    glyphs->log_clusters = MH_NEW(arena, int, (size_t)glyphs->num_glyphs);
    for (size_t i = 0; i < count; i++) {
        g_string_append(repeated, unit->text);
        for (int g = 0; g < glyph_count; g++) {
            size_t at = i * (size_t)glyph_count + (size_t)g;
            glyphs->glyphs[at] = unit->glyphs->glyphs[g];
            glyphs->log_clusters[at] = unit->glyphs->log_clusters[g] + (int)(i * length);
        }
    }
    PangoItem *item = MH_NEW(arena, PangoItem, 1);
    *item = *unit->item;
    item->length = (int)(length * count);
    item->num_chars = unit->item->num_chars * (int)count;
    item->analysis.extra_attrs = NULL;
    PangoGlyphItem *all = MH_NEW(arena, PangoGlyphItem, 1);
    all->item = item;
    all->glyphs = glyphs;
    *text = repeated->str;
    return all;
}

static void draw_repeated_leader(line_drawing *d, const line_piece *piece)
{
    const fo_node *node = piece->leaf->node;
    const fo_style *style = node->style;
    mh_arena *arena = d->painter->arena;
    par_snippet unit = leader_unit(d, node);
    if (!unit.item || unit.width <= 0)
        return;
    int32_t unit_width = MAX(unit.width, fo_length_resolve(style->leader_pattern_width, 0));
    int32_t skip = 0;
    int32_t x = piece->x + piece->left_edge;
    if (style->leader_alignment)
        skip = (unit_width - (x - d->x) % unit_width) % unit_width;
    int32_t room = piece->width - skip;
    if (room < unit_width)
        return;
    size_t count = MIN((size_t)(room / unit_width), (size_t)LEADER_UNITS_MAX);
    if (piece->level % 2 == 1)
        skip += room - (int32_t)count * unit_width + unit_width - unit.width;
    mh_mark mark = {.kind = MH_MARK_TEXT,
                    .artifact = MH_ARTIFACT_LAYOUT,
                    .order = node->order,
                    .color = style->color,
                    .x = x + skip,
                    .y = line_baseline(d, par_alignment(piece->leaf))};
    mark.glyphs = repeat(arena, &unit, unit_width, count, &mark.text);
    fo_paint(d->painter, &mark);
}

static void draw_leader(line_drawing *d, const line_piece *piece)
{
    const fo_style *style = piece->leaf->node->style;
    switch (style->leader_pattern) {
    case FO_LEADER_SPACE:
        break;
    case FO_LEADER_RULE: {
        mh_rect rect = {piece->x + piece->left_edge,
                        line_baseline(d, par_alignment(piece->leaf)) - style->rule_thickness,
                        piece->width, style->rule_thickness};
        fo_paint_rule(d->painter, rect, style->rule_style, style->color);
        break;
    }
    case FO_LEADER_DOTS:
    case FO_LEADER_USE_CONTENT:
        draw_repeated_leader(d, piece);
        break;
    }
}

static void draw_picture(line_drawing *d, const line_piece *piece)
{
    const fo_node *node = piece->leaf->node;
    const par_object *object = piece->leaf->object;
    if (!object->image)
        return;
    int32_t left = piece->x + piece->left_edge;
    int32_t top = line_baseline(d, par_alignment(piece->leaf)) - object->ascent;
    mh_mark mark = {.kind = MH_MARK_IMAGE,
                    .image = object->image,
                    .rect = {left + object->picture.x, top + object->picture.y,
                             object->picture.width, object->picture.height}};
    own_mark(d, node, &mark);
    if (!node->style->clip) {
        fo_paint(d->painter, &mark);
        return;
    }
    mh_mark push = {.kind = MH_MARK_PUSH,
                    .rect = {left, top, object->width, object->ascent},
                    .matrix = {1, 0, 0, 1, 0, 0}};
    mh_mark pop = {.kind = MH_MARK_POP};
    fo_paint(d->painter, &push);
    fo_paint(d->painter, &mark);
    fo_paint(d->painter, &pop);
}

static void draw_piece(line_drawing *d, const line_piece *piece)
{
    switch (piece->leaf->kind) {
    case PAR_TEXT:
    case PAR_NUMBER:
        if (piece->glyphs) {
            draw_glyphs(d, piece);
            draw_decoration(d, piece);
        }
        break;
    case PAR_LEADER:
        draw_leader(d, piece);
        break;
    case PAR_PICTURE:
        draw_picture(d, piece);
        break;
    case PAR_CONTROL:
    case PAR_EMPTY:
        break;
    }
}

void line_draw_pieces(line_drawing *d)
{
    for (guint i = 0; i < d->pieces->len; i++) {
        const line_piece *piece = LINE_PIECE(d, i);
        if (piece->leaf->node->style->visible)
            draw_piece(d, piece);
    }
}

/* Where the inline object @p node begins in the line. */
static int32_t start_of(const line_drawing *d, const fo_node *node)
{
    for (guint i = 0; i < d->pieces->len; i++) {
        const line_piece *piece = LINE_PIECE(d, i);
        for (const fo_node *n = piece->leaf->node; n && n != d->paragraph->block; n = n->parent)
            if (n == node)
                return piece->x;
    }
    return d->x;
}

void line_add_destinations(line_drawing *d, const fo_line *line)
{
    for (size_t i = 0; i < line->start_count; i++) {
        const fo_node *node = line->starts[i];
        if (!node->id)
            continue;
        mh_destination destination = {.id = node->id, .x = start_of(d, node), .y = d->y};
        g_array_append_val(d->painter->destinations, destination);
    }
}
