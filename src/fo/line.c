#include "fo/line.h"

#include <math.h>

int32_t line_baseline(const line_drawing *d, const fo_alignment *alignment)
{
    int32_t baseline = d->baseline - fo_alignment_raise(alignment);
    const fo_font_metrics *strut = &d->paragraph->font->metrics;
    switch (fo_alignment_edge(alignment)) {
    case FO_BASELINE_BEFORE_EDGE:
        return baseline - (d->line->above - strut->ascent);
    case FO_BASELINE_AFTER_EDGE:
        return baseline + (d->line->below - strut->descent);
    default: // NOLINT: no other baseline moves with the line
        return baseline;
    }
}

static guint first_edge_at(const GArray *edges, uint32_t at)
{
    guint low = 0;
    guint high = edges->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_array_index(edges, par_edge, middle).position < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_inside(const fo_node *node, const fo_node *ancestor)
{
    for (const fo_node *n = node->parent; n; n = n->parent)
        if (n == ancestor)
            return true;
    return false;
}

int32_t line_edges(const line_drawing *drawing, uint32_t at, bool is_end, const fo_node *inside)
{
    const GArray *edges = drawing->paragraph->edges;
    int32_t total = 0;
    for (guint i = first_edge_at(edges, at); i < edges->len; i++) {
        const par_edge *edge = &g_array_index(edges, par_edge, i);
        if (edge->position != at)
            break;
        if (edge->is_end == is_end && (!inside || is_inside(inside, edge->node)))
            total += edge->width;
    }
    return total;
}

bool line_has_edge(const line_drawing *drawing, uint32_t at, bool is_end, const fo_node *node)
{
    const GArray *edges = drawing->paragraph->edges;
    for (guint i = first_edge_at(edges, at); i < edges->len; i++) {
        const par_edge *edge = &g_array_index(edges, par_edge, i);
        if (edge->position != at)
            break;
        if (edge->is_end == is_end && edge->node == node)
            return true;
    }
    return false;
}

/* Spaces at the line's ends take no room, but stay in the text. */
static bool vanishes(const line_drawing *d, uint32_t at)
{
    if (at >= d->line->end)
        return true;
    const uint16_t *flags = d->paragraph->flags;
    for (uint32_t i = d->line->start; i <= at; i++)
        if (!(flags[i] & PAR_SPACE))
            return false;
    return true;
}

static bool is_letter_at(const char *p)
{
    gunichar ch = g_utf8_get_char(p);
    return g_unichar_isalnum(ch) || ch == 0xAD;
}

/* A break between letters may part what was shaped together. */
static bool is_inside_word(const fo_paragraph *paragraph, uint32_t at)
{
    const char *p = paragraph->text + at;
    return at > 0 && at < paragraph->length && is_letter_at(p) && is_letter_at(g_utf8_prev_char(p));
}

static PangoItem *copy_item(mh_arena *arena, const PangoItem *item, const char *text,
                            uint32_t start, uint32_t end)
{
    PangoItem *copy = MH_NEW(arena, PangoItem, 1);
    copy->offset = (int)start;
    copy->length = (int)(end - start);
    copy->num_chars = (int)g_utf8_strlen(text + start, copy->length);
    copy->analysis = item->analysis;
    copy->analysis.extra_attrs = NULL;
    return copy;
}

static void free_glyphs(gpointer glyphs)
{
    pango_glyph_string_free(glyphs);
}

/* First glyph in visual order that does not lie before @p limit: clusters rise in runs to the right
 * and fall in runs to the left. */
static uint32_t find_glyph(const par_run *run, bool is_rtl, uint32_t limit)
{
    uint32_t low = 0;
    uint32_t high = run->glyph_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t cluster = run->glyphs[middle].cluster;
        if (is_rtl ? cluster >= limit : cluster < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static PangoGlyphString *copy_glyphs(mh_arena *arena, const par_run *run, uint32_t start,
                                     uint32_t end)
{
    uint32_t from = start - (uint32_t)run->item->offset;
    uint32_t to = end - (uint32_t)run->item->offset;
    bool is_rtl = run->item->analysis.level % 2 == 1;
    uint32_t first = find_glyph(run, is_rtl, is_rtl ? to : from);
    uint32_t count = find_glyph(run, is_rtl, is_rtl ? from : to) - first;

    PangoGlyphString *copy = MH_NEW(arena, PangoGlyphString, 1);
    copy->num_glyphs = (int)count;
    copy->glyphs = MH_NEW(arena, PangoGlyphInfo, count);
    copy->log_clusters = MH_NEW(arena, int, count);
    for (uint32_t i = 0; i < count; i++) {
        const par_glyph *kept = &run->glyphs[first + i];
        copy->glyphs[i].glyph = kept->glyph;
        copy->glyphs[i].geometry.width = kept->width;
        copy->glyphs[i].attr.is_cluster_start = kept->is_cluster_start;
        copy->log_clusters[i] = (int)(kept->cluster - from);
        if (run->offsets) {
            copy->glyphs[i].geometry.x_offset = run->offsets[first + i].x;
            copy->glyphs[i].geometry.y_offset = run->offsets[first + i].y;
        }
    }
    return copy;
}

/* The part of a run that is in the line; parts of words are shaped again. */
static PangoGlyphItem *part_of_run(const line_drawing *d, const par_run *run, uint32_t start,
                                   uint32_t end)
{
    mh_arena *arena = d->painter->arena;
    const fo_paragraph *paragraph = d->paragraph;
    uint32_t run_start = (uint32_t)run->item->offset;
    uint32_t run_end = run_start + (uint32_t)run->item->length;
    PangoGlyphItem *part = MH_NEW(arena, PangoGlyphItem, 1);
    part->item = copy_item(arena, run->item, paragraph->text, start, end);
    bool is_torn = (start > run_start && is_inside_word(paragraph, start))
                   || (end < run_end && is_inside_word(paragraph, end));
    if (is_torn && PAR_LEAF(paragraph, run->leaf)->node->style->letter_spacing == 0) {
        part->glyphs = pango_glyph_string_new();
        mh_arena_defer(arena, free_glyphs, part->glyphs);
        pango_shape_item(part->item, paragraph->text, (int)paragraph->length, NULL, part->glyphs,
                         PANGO_SHAPE_NONE);
        par_even_spaces(paragraph->text, part->item, part->glyphs);
    } else {
        part->glyphs = copy_glyphs(arena, run, start, end);
    }
    return part;
}

static PangoGlyphItem *glyphs_of_snippet(mh_arena *arena, const par_snippet *snippet)
{
    PangoGlyphItem *glyphs = MH_NEW(arena, PangoGlyphItem, 1);
    glyphs->item = snippet->item;
    glyphs->glyphs = snippet->glyphs;
    return glyphs;
}

static void fill_number(const line_drawing *d, line_piece *piece)
{
    mh_arena *arena = d->painter->arena;
    const char *label = par_number_label(d->context, piece->leaf->node);
    if (!label)
        label = piece->leaf->object->label;
    par_snippet snippet =
        par_shape_snippet(d->context, arena, piece->leaf->node, mh_arena_strdup(arena, label));
    piece->width = snippet.width;
    if (!snippet.item)
        return;
    piece->glyphs = glyphs_of_snippet(arena, &snippet);
    piece->text = snippet.text;
}

/* Takes the room from vanished spaces and adds up the rest. In a run to the left they would stand
 * in the way of what a reader makes of the glyphs. */
static void measure_glyphs(const line_drawing *d, line_piece *piece)
{
    PangoGlyphString *glyphs = piece->glyphs->glyphs;
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        uint32_t at = piece->start + (uint32_t)glyphs->log_clusters[i];
        if ((d->paragraph->flags[at] & PAR_SPACE) && vanishes(d, at)) {
            glyphs->glyphs[i].geometry.width = 0;
            if (piece->level % 2 == 1 && glyphs->num_glyphs > 1)
                glyphs->glyphs[i].glyph = PANGO_GLYPH_EMPTY;
        }
        piece->width += glyphs->glyphs[i].geometry.width;
    }
}

static void add_piece(line_drawing *d, const par_run *run)
{
    const par_line *line = d->line;
    uint32_t run_start = (uint32_t)run->item->offset;
    uint32_t start = MAX(line->start, run_start);
    uint32_t end = MIN(line->next, run_start + (uint32_t)run->item->length);
    line_piece piece = {.leaf = PAR_LEAF(d->paragraph, run->leaf),
                        .start = start,
                        .end = end,
                        .level = run->item->analysis.level,
                        .text = d->paragraph->text};
    bool is_rtl = piece.level % 2 == 1;
    piece.has_start = start == run_start || start == line->start;
    piece.has_end = end <= line->end;
    int32_t before = piece.has_start ? line_edges(d, start, false, NULL) : 0;
    int32_t after = piece.has_end ? line_edges(d, end, true, NULL) : 0;
    piece.left_edge = is_rtl ? after : before;
    piece.right_edge = is_rtl ? before : after;
    if (run->glyphs) {
        piece.glyphs = part_of_run(d, run, start, end);
        measure_glyphs(d, &piece);
    } else if (piece.leaf->kind == PAR_NUMBER) {
        fill_number(d, &piece);
    } else {
        piece.width = piece.leaf->object->width;
    }
    g_array_append_val(d->pieces, piece);
}

static void add_hyphen(line_drawing *d)
{
    if (!d->line->has_hyphen || d->pieces->len == 0)
        return;
    line_piece piece = *LINE_PIECE(d, d->pieces->len - 1);
    gunichar character = piece.leaf->node->style->hyphenation_character;
    char text[7] = "-";
    if (character)
        text[g_unichar_to_utf8(character, text)] = '\0';
    mh_arena *arena = d->painter->arena;
    par_snippet snippet =
        par_shape_snippet(d->context, arena, piece.leaf->node, mh_arena_strdup(arena, text));
    if (!snippet.item)
        return;
    piece.glyphs = glyphs_of_snippet(arena, &snippet);
    piece.text = snippet.text;
    piece.width = snippet.width;
    piece.is_hyphen = true;
    piece.has_start = false;
    piece.has_end = false;
    piece.left_edge = 0;
    piece.right_edge = 0;
    g_array_append_val(d->pieces, piece);
}

static guint first_run_of(const fo_paragraph *paragraph, uint32_t at)
{
    guint low = 0;
    guint high = paragraph->runs->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        const PangoItem *item = PAR_RUN(paragraph, middle)->item;
        if ((uint32_t)(item->offset + item->length) <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void make_pieces(line_drawing *d)
{
    const fo_paragraph *paragraph = d->paragraph;
    for (guint i = first_run_of(paragraph, d->line->start); i < paragraph->runs->len; i++) {
        const par_run *run = PAR_RUN(paragraph, i);
        if ((uint32_t)run->item->offset >= d->line->next)
            break;
        add_piece(d, run);
    }
    add_hyphen(d);
}

/* Sums of all that the line's pieces give and take. */
static fo_sums sum_pieces(const line_drawing *d, bool is_justified)
{
    fo_sums sums = {0};
    for (guint i = 0; i < d->pieces->len; i++) {
        const line_piece *piece = LINE_PIECE(d, i);
        sums.width += (int64_t)piece->left_edge + piece->width + piece->right_edge;
        if (piece->leaf->kind == PAR_LEADER) {
            sums.stretch += piece->leaf->object->stretch;
            sums.shrink += piece->leaf->object->shrink;
        }
        if (!is_justified || piece->leaf->kind != PAR_TEXT || piece->is_hyphen)
            continue;
        const PangoGlyphString *glyphs = piece->glyphs->glyphs;
        for (int g = 0; g < glyphs->num_glyphs; g++) {
            int32_t stretch = 0;
            int32_t shrink = 0;
            par_glue(d->paragraph, piece->start + (uint32_t)glyphs->log_clusters[g],
                     glyphs->glyphs[g].geometry.width, &stretch, &shrink);
            sums.stretch += stretch;
            sums.shrink += shrink;
        }
    }
    return sums;
}

/* Hands out widths so that the rounded parts add up to the whole. */
typedef struct share {
    double ratio; /* of stretch when positive, of shrink when negative */
    double owed;
} share;

static int32_t take_share(share *s, int32_t stretch, int32_t shrink)
{
    s->owed += s->ratio > 0 ? s->ratio * stretch : s->ratio * shrink;
    double whole = round(s->owed);
    s->owed -= whole;
    return (int32_t)CLAMP(whole, G_MININT32 / 4, G_MAXINT32 / 4);
}

static void stretch_glyphs(const line_drawing *d, line_piece *piece, share *s)
{
    PangoGlyphString *glyphs = piece->glyphs->glyphs;
    for (int g = 0; g < glyphs->num_glyphs; g++) {
        int32_t stretch = 0;
        int32_t shrink = 0;
        par_glue(d->paragraph, piece->start + (uint32_t)glyphs->log_clusters[g],
                 glyphs->glyphs[g].geometry.width, &stretch, &shrink);
        int32_t change = take_share(s, stretch, shrink);
        glyphs->glyphs[g].geometry.width += change;
        piece->width += change;
    }
}

static void stretch_pieces(line_drawing *d, bool is_justified, double ratio)
{
    share s = {.ratio = ratio};
    for (guint i = 0; i < d->pieces->len; i++) {
        line_piece *piece = LINE_PIECE(d, i);
        if (piece->leaf->kind == PAR_LEADER)
            piece->width +=
                take_share(&s, piece->leaf->object->stretch, piece->leaf->object->shrink);
        else if (is_justified && piece->leaf->kind == PAR_TEXT && !piece->is_hyphen)
            stretch_glyphs(d, piece, &s);
    }
}

static fo_align alignment_of(const line_drawing *d)
{
    const fo_style *style = d->paragraph->block->style;
    fo_align align = style->text_align;
    if (d->line->is_last && style->text_align_last != FO_ALIGN_RELATIVE)
        align = style->text_align_last;
    else if (d->line->is_last && align == FO_ALIGN_JUSTIFY)
        align = FO_ALIGN_START;
    if (align == FO_ALIGN_LEFT)
        return d->paragraph->is_rtl ? FO_ALIGN_END : FO_ALIGN_START;
    if (align == FO_ALIGN_RIGHT)
        return d->paragraph->is_rtl ? FO_ALIGN_START : FO_ALIGN_END;
    return align;
}

/* Stretches or shrinks the line as its alignment wants, and returns how far from the start edge of
 * its room it begins. */
static int32_t justify(line_drawing *d, int64_t *natural)
{
    const fo_style *style = d->paragraph->block->style;
    bool is_justified =
        style->text_align == FO_ALIGN_JUSTIFY || style->text_align_last == FO_ALIGN_JUSTIFY;
    fo_align align = alignment_of(d);
    fo_sums sums = sum_pieces(d, is_justified);
    int64_t lack = (int64_t)d->width - d->line->indent - d->line->end_indent - sums.width;
    *natural = sums.width;

    bool shrinks = lack < 0 && sums.shrink > 0;
    bool stretches = lack > 0 && align == FO_ALIGN_JUSTIFY && sums.stretch > 0;
    if (shrinks || stretches) {
        double ratio = MAX(-1.0, fo_line_ratio(lack, sums.stretch, sums.shrink));
        stretch_pieces(d, is_justified, ratio);
        *natural = sum_pieces(d, false).width;
        lack += sums.width - *natural;
    }
    if (align == FO_ALIGN_END)
        return (int32_t)lack;
    return align == FO_ALIGN_CENTER ? (int32_t)(lack / 2) : 0;
}

static void reverse(uint32_t *order, guint from, guint to)
{
    while (from + 1 < to) {
        uint32_t kept = order[from];
        order[from++] = order[--to];
        order[to] = kept;
    }
}

/* Rule L2 of the bidirectional algorithm (UAX #9): from the highest level down to the lowest odd
 * one, reverse what is at that level or above. */
static uint32_t *visual_order(const line_drawing *d)
{
    guint count = d->pieces->len;
    uint32_t *order = MH_NEW(d->painter->arena, uint32_t, count);
    uint8_t highest = 0;
    for (guint i = 0; i < count; i++) {
        order[i] = i;
        highest = MAX(highest, LINE_PIECE(d, i)->level);
    }
    for (uint8_t level = highest; level > 0; level--)
        for (guint i = 0; i < count; i++) {
            guint from = i;
            while (i < count && LINE_PIECE(d, order[i])->level >= level)
                i++;
            reverse(order, from, i);
        }
    return order;
}

static void place_pieces(line_drawing *d, int32_t offset, int64_t natural)
{
    int32_t x = d->paragraph->is_rtl
                    ? (int32_t)(d->x + d->width - d->line->indent - offset - natural)
                    : d->x + d->line->indent + offset;
    const uint32_t *order = visual_order(d);
    for (guint i = 0; i < d->pieces->len; i++) {
        line_piece *piece = LINE_PIECE(d, order[i]);
        piece->x = x;
        x += piece->left_edge + piece->width + piece->right_edge;
    }
}

void fo_line_draw(fo_context *context, fo_painter *painter, const fo_line *line, int32_t x,
                  int32_t y, int32_t width)
{
    line_drawing d = {.context = context,
                      .painter = painter,
                      .paragraph = line->paragraph,
                      .line = line->run,
                      .pieces = mh_arena_array(painter->arena, sizeof(line_piece)),
                      .x = x,
                      .y = y,
                      .width = width,
                      .height = line->ascent + line->descent,
                      .baseline = y + line->ascent};
    make_pieces(&d);
    int64_t natural = 0;
    int32_t offset = justify(&d, &natural);
    place_pieces(&d, offset, natural);
    line_draw_boxes(&d);
    line_draw_pieces(&d);
    line_add_destinations(&d, line);
}
