#include "fo/inline.h"

#include <math.h>

/* What a ragged line may lack, and how often it is reported that one overflows. The first is Apache
 * FOP's measure, so that the same document breaks alike. */
enum { RAGGED_STRETCH = 10248, OVERFULL_REPORTS = 20, OVERFULL_TOLERANCE = PANGO_SCALE };

/* One place where a line may end, in the text. */
typedef struct place {
    uint32_t end;
    uint32_t next;
} place;

/* The lines up to one forced break. */
typedef struct segment {
    fo_sums start;
    uint32_t start_at;
    guint first; /* of its candidates */
    guint count;
} segment;

/* Sums over the paragraph's text for one width. */
typedef struct measurer {
    fo_paragraph *paragraph;
    int32_t *advances;
    bool is_justified;
    int32_t hyphen_width;
    GArray *candidates; /* fo_candidate */
    GArray *places;     /* place, one each */
    GArray *segments;   /* segment */
    fo_sums sums;
    fo_sums content; /* up to the last thing that does not vanish */
    uint32_t content_end;
    guint edge;
    bool at_start; /* of a segment: spaces vanish */
} measurer;

fo_paragraph *fo_paragraph_new(fo_context *context, const fo_node *block, const fo_node *first,
                               const fo_node *end)
{
    mh_arena *arena = context->arena ? context->arena : mh_job_arena(context->job);
    fo_paragraph *paragraph = MH_NEW(arena, fo_paragraph, 1);
    paragraph->arena = arena;
    paragraph->block = block;
    paragraph->font = fo_fonts_find(context->fonts, block->style);
    paragraph->is_rtl = block->style->writing_rtl;
    paragraph->is_first = true;
    for (const fo_node *node = block->first_child; node && node != first; node = node->next)
        if (!fo_type_is_inline(node->type) && node->type != FO_MARKER)
            paragraph->is_first = false;
    par_collect(context, paragraph, first, end);
    par_shape(context, paragraph);
    par_find_breaks(context, paragraph);
    return paragraph;
}

static bool vanishes(const fo_paragraph *paragraph, uint32_t at)
{
    return (paragraph->flags[at] & (PAR_SPACE | PAR_FORCED)) == PAR_SPACE;
}

static bool is_blank(const fo_paragraph *paragraph)
{
    for (guint i = 0; i < paragraph->leaves->len; i++) {
        const par_leaf *leaf = PAR_LEAF(paragraph, i);
        if (leaf->kind == PAR_CONTROL)
            continue;
        for (uint32_t at = leaf->start; at < leaf->end; at++)
            if (!vanishes(paragraph, at))
                return false;
    }
    return true;
}

bool fo_paragraph_is_empty(const fo_paragraph *paragraph)
{
    return paragraph->events->len == 0 && is_blank(paragraph);
}

static bool is_justified(const fo_style *style)
{
    return style->text_align == FO_ALIGN_JUSTIFY || style->text_align_last == FO_ALIGN_JUSTIFY;
}

static segment *last_segment(measurer *m)
{
    return &g_array_index(m->segments, segment, m->segments->len - 1);
}

static void begin_segment(measurer *m, uint32_t at)
{
    segment next = {.start = m->sums, .start_at = at, .first = m->candidates->len};
    g_array_append_val(m->segments, next);
    m->content = m->sums;
    m->content_end = at;
    m->at_start = true;
}

static void add_candidate(measurer *m, uint32_t at, uint16_t flags)
{
    bool after_soft_hyphen =
        m->content_end == at && at >= 2 && (m->paragraph->flags[at - 2] & PAR_SOFT_HYPHEN);
    bool is_hyphenation = !(flags & (PAR_BREAK | PAR_RESCUE)) && (flags & PAR_HYPHENATION);
    bool after_hyphen = m->content_end == at && at > 0 && m->paragraph->text[at - 1] == '-';
    fo_candidate candidate = {.end = m->content, .next = m->sums};
    if (is_hyphenation) {
        candidate.penalty = 50;
        candidate.is_flagged = true;
        candidate.is_hyphenation = true;
        candidate.hyphen_width = m->hyphen_width;
    } else if (after_soft_hyphen) {
        candidate.penalty = 1;
        candidate.hyphen_width = m->hyphen_width;
    } else if (flags & PAR_RESCUE) {
        candidate.penalty = flags & PAR_RELUCTANT ? 2000 : 4000;
    } else if (flags & PAR_RELUCTANT) {
        candidate.penalty = 500;
        candidate.is_reluctant = true;
    } else if (after_hyphen) {
        candidate.penalty = 1;
    }
    place where = {m->content_end, at};
    g_array_append_val(m->candidates, candidate);
    g_array_append_val(m->places, where);
    last_segment(m)->count++;
}

/* Adds the edges at @p at: those that end here, or those that begin. */
static void add_edges(measurer *m, uint32_t at, bool is_end)
{
    const GArray *edges = m->paragraph->edges;
    while (m->edge < edges->len) {
        const par_edge *edge = &g_array_index(edges, par_edge, m->edge);
        if (edge->position != at || (is_end && !edge->is_end))
            return;
        m->sums.width += edge->width;
        if (is_end && m->content_end == at)
            m->content.width += edge->width;
        m->edge++;
    }
}

static void add_glue(measurer *m, const par_leaf *leaf, uint32_t at, int32_t advance)
{
    if (leaf->kind == PAR_LEADER) {
        m->sums.stretch += leaf->object->stretch;
        m->sums.shrink += leaf->object->shrink;
    } else if (m->is_justified) {
        int32_t stretch = 0;
        int32_t shrink = 0;
        par_glue(m->paragraph, at, advance, &stretch, &shrink);
        m->sums.stretch += stretch;
        m->sums.shrink += shrink;
    }
}

static void measure_character(measurer *m, const par_leaf *leaf, uint32_t at, uint32_t after)
{
    uint16_t flags = m->paragraph->flags[at];
    add_edges(m, at, true);
    if ((flags & (PAR_BREAK | PAR_HYPHENATION | PAR_RESCUE)) && !m->at_start)
        add_candidate(m, at, flags);
    add_edges(m, at, false);
    m->sums.width += m->advances[at];
    add_glue(m, leaf, at, m->advances[at]);

    if (flags & PAR_FORCED) {
        add_candidate(m, after, 0);
        begin_segment(m, after);
    } else if (vanishes(m->paragraph, at)) {
        if (m->at_start) {
            last_segment(m)->start = m->sums;
            m->content = m->sums;
        }
    } else if (leaf->kind != PAR_CONTROL) {
        m->at_start = false;
        m->content = m->sums;
        m->content_end = after;
    }
}

static void begin_text(measurer *m)
{
    g_array_set_size(m->candidates, 0);
    g_array_set_size(m->places, 0);
    g_array_set_size(m->segments, 0);
    m->sums = (fo_sums){0};
    m->edge = 0;
    begin_segment(m, 0);
}

/* Walks the text once: candidates for breaks with the sums on either side of them. */
static void measure_text(measurer *m)
{
    const fo_paragraph *paragraph = m->paragraph;
    begin_text(m);
    for (guint i = 0; i < paragraph->leaves->len; i++) {
        const par_leaf *leaf = PAR_LEAF(paragraph, i);
        for (uint32_t at = leaf->start; at < leaf->end;) {
            uint32_t after = (uint32_t)(par_next(paragraph->text + at) - paragraph->text);
            measure_character(m, leaf, at, after);
            at = after;
        }
    }
    add_edges(m, paragraph->length, true);
    if (!m->at_start || m->segments->len == 1) {
        add_candidate(m, paragraph->length, 0);
        return;
    }
    /* What comes after the last linefeed makes no line, but stays in the text. */
    g_array_set_size(m->segments, m->segments->len - 1);
    g_array_index(m->places, place, m->places->len - 1).next = paragraph->length;
}

static int32_t hyphen_width(fo_context *context, mh_arena *arena, const fo_paragraph *paragraph)
{
    char hyphen[7] = "-";
    if (paragraph->block->style->hyphenation_character)
        hyphen[g_unichar_to_utf8(paragraph->block->style->hyphenation_character, hyphen)] = '\0';
    return par_shape_snippet(context, arena, paragraph->block, hyphen).width;
}

static bool has_hyphens(const fo_paragraph *paragraph)
{
    for (uint32_t at = 0; at < paragraph->length; at++)
        if (paragraph->flags[at] & (PAR_HYPHENATION | PAR_SOFT_HYPHEN))
            return true;
    return false;
}

static const fo_candidate *candidate_at(const measurer *m, guint index)
{
    return &g_array_index(m->candidates, fo_candidate, index);
}

/* Parts what is wider than a line of @p width by an em and more: less is better in the margin than
 * a word parted. False when nothing is. Not where layout is compared with a formatter that lets
 * such lines run over the edge. */
static bool rescue(const fo_context *context, measurer *m, int32_t width)
{
    if (width <= 0 || !m->paragraph->block->style->wrap || context->options->test_fonts)
        return false;
    bool is_any = false;
    const int64_t most = (int64_t)width + m->paragraph->block->style->font_size;
    for (guint i = 0; i < m->segments->len; i++) {
        const segment *s = &g_array_index(m->segments, segment, i);
        fo_sums begin = s->start;
        uint32_t start = s->start_at;
        for (guint c = s->first; c < s->first + s->count; c++) {
            const fo_candidate *candidate = candidate_at(m, c);
            const place *where = &g_array_index(m->places, place, c);
            int64_t least = candidate->end.width + candidate->hyphen_width - begin.width
                            - (candidate->end.shrink - begin.shrink);
            if (least > most && par_rescue(m->paragraph, start, where->end))
                is_any = true;
            begin = candidate->next;
            start = where->next;
        }
    }
    return is_any;
}

static measurer measure_paragraph(fo_context *context, mh_arena *scratch, fo_paragraph *paragraph,
                                  int32_t width)
{
    par_measure_objects(context, paragraph, width);
    measurer m = {.paragraph = paragraph,
                  .advances = MH_NEW(scratch, int32_t, (size_t)paragraph->length + 1),
                  .is_justified = is_justified(paragraph->block->style),
                  .candidates = mh_arena_array(scratch, sizeof(fo_candidate)),
                  .places = mh_arena_array(scratch, sizeof(place)),
                  .segments = mh_arena_array(scratch, sizeof(segment))};
    if (has_hyphens(paragraph))
        m.hyphen_width = hyphen_width(context, scratch, paragraph);
    par_advances(paragraph, m.advances);
    measure_text(&m);
    if (rescue(context, &m, width))
        measure_text(&m);
    return m;
}

void fo_paragraph_widths(fo_context *context, fo_paragraph *paragraph, int32_t *minimum,
                         int32_t *maximum)
{
    mh_arena *scratch = mh_arena_new();
    par_forget_rescue(paragraph);
    measurer m = measure_paragraph(context, scratch, paragraph, 0);
    int64_t widest_piece = 0;
    int64_t widest_line = 0;
    for (guint i = 0; i < m.segments->len; i++) {
        const segment *s = &g_array_index(m.segments, segment, i);
        int64_t begin = s->start.width;
        for (guint c = s->first; c < s->first + s->count; c++) {
            const fo_candidate *candidate = candidate_at(&m, c);
            widest_piece = MAX(widest_piece, candidate->end.width - begin);
            widest_line = MAX(widest_line, candidate->end.width - s->start.width);
            begin = candidate->next.width;
        }
    }
    int32_t indent =
        paragraph->is_first ? fo_length_resolve(paragraph->block->style->text_indent, 0) : 0;
    *minimum = (int32_t)MIN(widest_piece, G_MAXINT32 / 4);
    *maximum = (int32_t)MIN(widest_line + MAX(0, indent), G_MAXINT32 / 4);
    mh_arena_free(scratch);
}

static fo_line_rules rules_of(const fo_paragraph *paragraph, const fo_measure *measure)
{
    const fo_style *style = paragraph->block->style;
    bool is_last_justified = style->text_align_last == FO_ALIGN_JUSTIFY;
    bool is_centered = style->text_align == FO_ALIGN_CENTER;
    fo_line_rules rules = {.width = measure->width,
                           .short_width = measure->short_width,
                           .short_lines = measure->short_lines,
                           .last_indent =
                               fo_length_resolve(style->last_line_end_indent, measure->width),
                           .ladder = style->hyphenation_ladder,
                           .wrap = style->wrap};
    if (!is_justified(style))
        rules.line_stretch = is_centered ? 2 * RAGGED_STRETCH : RAGGED_STRETCH;
    if (!is_last_justified && !is_centered)
        rules.last_stretch = MAX(0, measure->width - rules.last_indent);
    return rules;
}

typedef struct extents {
    int32_t above;
    int32_t below;
    int32_t at_edges; /* height of what hangs at the line's own edges */
} extents;

static void add_extents(extents *e, const par_leaf *leaf, bool disregards_shifts)
{
    const fo_alignment *alignment = par_alignment(leaf);
    int32_t rise = fo_alignment_rise(alignment);
    int32_t fall = fo_alignment_fall(alignment);
    if (fo_alignment_edge(alignment) != FO_BASELINE_AUTO) {
        e->at_edges = MAX(e->at_edges, rise + fall);
    } else if (!disregards_shifts || alignment->shift == 0) {
        e->above = MAX(e->above, rise);
        e->below = MAX(e->below, fall);
    }
}

/* Where lines get their height from (§4.5, line-stacking-strategy): at least the block's font box,
 * more where a leaf rises above or falls below it, and half the leading on either side. */
static void set_height(const fo_paragraph *paragraph, par_line *where, fo_line *line)
{
    const fo_style *style = paragraph->block->style;
    const fo_font_metrics *strut = &paragraph->font->metrics;
    int32_t leading = style->line_height - strut->ascent - strut->descent;
    extents e = {strut->ascent, strut->descent, 0};
    bool follows_content = style->line_stacking != FO_STACK_FONT_HEIGHT;
    for (guint i = par_leaf_at(paragraph, where->start);
         follows_content && i < paragraph->leaves->len; i++) {
        const par_leaf *leaf = PAR_LEAF(paragraph, i);
        if (leaf->start >= where->end)
            break;
        if (leaf->end > where->start && leaf->kind != PAR_CONTROL)
            add_extents(&e, leaf, style->disregard_shifts);
    }
    where->above = e.above;
    where->below = MAX(e.below, e.at_edges - e.above);
    line->ascent = where->above + leading / 2;
    line->descent = where->below + (leading - leading / 2);
}

typedef struct line_maker {
    fo_context *context;
    fo_paragraph *paragraph;
    const fo_measure *measure;
    GArray *lines; /* fo_line */
    guint event;
} line_maker;

static const fo_node *const *collect_events(line_maker *maker, guint from, par_event_kind kind,
                                            size_t *count)
{
    const GArray *events = maker->paragraph->events;
    size_t wanted = 0;
    for (guint i = from; i < maker->event; i++)
        wanted += g_array_index(events, par_event, i).kind == kind;
    *count = wanted;
    if (wanted == 0)
        return NULL;
    const fo_node **nodes = MH_NEW(maker->paragraph->arena, const fo_node *, wanted);
    size_t at = 0;
    for (guint i = from; i < maker->event; i++) {
        const par_event *event = &g_array_index(events, par_event, i);
        if (event->kind == kind)
            nodes[at++] = event->node;
    }
    return nodes;
}

/* Footnote calls belong to what is before them, beginnings to what is behind. */
static void add_events(line_maker *maker, fo_line *line, uint32_t next, bool is_end)
{
    const GArray *events = maker->paragraph->events;
    guint from = maker->event;
    while (maker->event < events->len) {
        const par_event *event = &g_array_index(events, par_event, maker->event);
        uint32_t at = event->position;
        if (event->kind == PAR_EVENT_FOOTNOTE && at > 0)
            at--;
        if (at >= next && !is_end)
            break;
        maker->event++;
    }
    line->starts = collect_events(maker, from, PAR_EVENT_START, &line->start_count);
    line->footnotes = collect_events(maker, from, PAR_EVENT_FOOTNOTE, &line->footnote_count);
    line->floats = collect_events(maker, from, PAR_EVENT_FLOAT, &line->float_count);
}

static void report_overfull(line_maker *maker, const fo_line *line, int64_t excess)
{
    fo_context *context = maker->context;
    if (!line->is_overfull || maker->paragraph->is_overfull_reported || excess < OVERFULL_TOLERANCE
        || context->overfull_count >= OVERFULL_REPORTS)
        return;
    context->overfull_count++;
    maker->paragraph->is_overfull_reported = true;
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.1f", (double)excess / PANGO_SCALE);
    mh_report(context->job, MH_FO_OVERFULL, maker->paragraph->block->line, 0, "%s pt", number);
}

static void add_line(line_maker *maker, const par_line *where, const fo_sums *begin,
                     const fo_candidate *candidate, int64_t width)
{
    fo_paragraph *paragraph = maker->paragraph;
    par_line *kept = MH_NEW(paragraph->arena, par_line, 1);
    *kept = *where;
    int64_t natural = candidate->end.width - begin->width;
    if (where->has_hyphen)
        natural += candidate->hyphen_width;
    int64_t room = width - where->indent - where->end_indent;
    int64_t stretch = candidate->end.stretch - begin->stretch;
    int64_t shrink = candidate->end.shrink - begin->shrink;
    double ratio = fo_line_ratio(room - natural, stretch, shrink);
    fo_line line = {.natural_width = (int32_t)MIN(natural, G_MAXINT32),
                    .ratio_permille = (int32_t)lround(CLAMP(ratio, -10, 1000) * 1000),
                    .is_hyphenated = where->has_hyphen,
                    .is_overfull = natural - shrink > room,
                    .is_forced = where->is_last,
                    .paragraph = paragraph,
                    .run = kept};
    bool is_nothing = where->end == where->start && !(paragraph->flags[where->start] & PAR_FORCED);
    if (!is_nothing)
        set_height(paragraph, kept, &line);
    add_events(maker, &line, where->next, where->next >= paragraph->length);
    report_overfull(maker, &line, natural - shrink - room);
    g_array_append_val(maker->lines, line);
}

static bool ends_with_hyphen(const fo_paragraph *paragraph, const fo_candidate *candidate,
                             uint32_t end)
{
    return candidate->is_hyphenation
           || (end >= 2 && candidate->hyphen_width > 0
               && (paragraph->flags[end - 2] & PAR_SOFT_HYPHEN));
}

static void break_segment(line_maker *maker, const measurer *m, const segment *s, mh_arena *scratch)
{
    const fo_paragraph *paragraph = maker->paragraph;
    const fo_style *style = paragraph->block->style;
    fo_line_rules rules = rules_of(paragraph, maker->measure);
    size_t before = maker->lines->len;
    rules.short_lines = rules.short_lines > before ? rules.short_lines - before : 0;
    if (before == 0 && paragraph->is_first && !maker->measure->after)
        rules.first_indent = fo_length_resolve(style->text_indent, rules.width);

    uint32_t *chosen = MH_NEW(scratch, uint32_t, s->count);
    size_t count =
        fo_break_lines(scratch, &s->start, candidate_at(m, s->first), s->count, &rules, chosen);
    const fo_sums *begin = &s->start;
    uint32_t start = s->start_at;
    for (size_t i = 0; i < count; i++) {
        const fo_candidate *candidate = candidate_at(m, s->first + chosen[i]);
        const place *where = &g_array_index(m->places, place, s->first + chosen[i]);
        bool is_last = i + 1 == count;
        par_line line = {.start = start,
                         .end = MAX(start, where->end),
                         .next = where->next,
                         .indent = i == 0 ? rules.first_indent : 0,
                         .end_indent = is_last ? rules.last_indent : 0,
                         .is_last = is_last,
                         .has_hyphen = ends_with_hyphen(paragraph, candidate, where->end)};
        add_line(maker, &line, begin, candidate,
                 i < rules.short_lines ? rules.short_width : rules.width);
        begin = &candidate->next;
        start = where->next;
    }
}

/* Cuts off what lies before byte @p done of the text, where a line ended; false when that is all.
 */
static bool cut_segment(const measurer *m, segment *s, uint32_t done)
{
    for (guint i = 0; i + 1 < s->count; i++) {
        if (g_array_index(m->places, place, s->first + i).next < done)
            continue;
        s->start = candidate_at(m, s->first + i)->next;
        s->first += i + 1;
        s->count -= i + 1;
        s->start_at = done;
        return true;
    }
    return false;
}

/* Breaks from byte @p done on: what comes before is set already. */
static void break_segments(line_maker *maker, const measurer *m, uint32_t done, mh_arena *scratch)
{
    const GArray *events = maker->paragraph->events;
    while (done > 0 && maker->event < events->len
           && g_array_index(events, par_event, maker->event).position < done)
        maker->event++;
    for (guint i = 0; i < m->segments->len; i++) {
        segment s = g_array_index(m->segments, segment, i);
        if (s.start_at >= done || cut_segment(m, &s, done))
            break_segment(maker, m, &s, scratch);
    }
}

void fo_paragraph_break(fo_context *context, fo_paragraph *paragraph, const fo_measure *measure,
                        fo_lines *out)
{
    mh_arena *scratch = mh_arena_new();
    if (!measure->after)
        par_forget_rescue(paragraph);
    measurer m = measure_paragraph(context, scratch, paragraph, measure->width);
    line_maker maker = {.context = context,
                        .paragraph = paragraph,
                        .measure = measure,
                        .lines = mh_arena_array(paragraph->arena, sizeof(fo_line))};
    const uint32_t done = measure->after ? ((const par_line *)measure->after->run)->next : 0;
    break_segments(&maker, &m, done, scratch);
    mh_arena_free(scratch);
    *out = (fo_lines){.items = (const fo_line *)(const void *)maker.lines->data,
                      .count = maker.lines->len,
                      .has_unknown_numbers = paragraph->has_unknown_numbers};
}
