/* How much of a list fits into a room. */

#include <math.h>

#include "fo/footnote.h"
#include "fo/stack.h"

/* Rounding of lengths may add up to this without being meant. */
enum { TOLERANCE = PANGO_SCALE / 16, WHOLE_MAX = 8 };

/* Parts that went in whole, and where: if only keeps are broken behind them, they may be divided
 * after all. */
typedef struct whole_parts {
    size_t index;
    fo_stack stack; /* before them */
    int32_t closing;
    int32_t height;
    size_t note_count;
} whole_parts;

/* State of one search for the best break. */
typedef struct search {
    fo_context *context;
    const fo_items *items;
    const fo_room *room;
    fo_place from;
    fo_stack stack;
    int32_t closing; /* what the open areas need below when the piece ends here */
    size_t index;
    bool has_best;
    fo_piece best;
    whole_parts whole[WHOLE_MAX]; /* the last ones behind the last break without a keep */
    size_t whole_count;
} search;

static int32_t resume_cost(const fo_area *area)
{
    int32_t cost = 0;
    for (; area; area = area->parent)
        cost += area->retained_before + (area->omit_header ? 0 : area->header_height);
    return cost;
}

static int32_t closing_cost_of(const fo_area *area)
{
    return area->retained_after + (area->omit_footer ? 0 : area->footer_height);
}

static int32_t closing_cost(const fo_area *area)
{
    int32_t cost = 0;
    for (; area; area = area->parent)
        cost += closing_cost_of(area);
    return cost;
}

/* The innermost area that is open just before the item. */
static const fo_area *area_around(const fo_items *items, size_t index)
{
    if (index >= items->list->len)
        return NULL;
    const fo_item *item = fo_items_at(items, index);
    return item->kind == FO_ITEM_OPEN ? item->area->parent : item->area;
}

static bool has_item(const fo_items *items, size_t index)
{
    if (index < items->list->len)
        return true;
    return items->more && items->more(items->user) && index < items->list->len;
}

static size_t note_count(const search *s)
{
    return s->room->notes ? s->room->notes->list->len : 0;
}

static int32_t note_height(const search *s)
{
    return s->room->notes ? fo_notes_minimum(s->room->notes, note_count(s)) : 0;
}

static int16_t strength_of(const fo_room *room, const fo_break_point *point)
{
    if (room->is_column || point->within_page < point->within_column)
        return point->within_column;
    return point->within_page;
}

/* The piece that ends before the item at s->index. */
static fo_piece piece_here(const search *s)
{
    return (fo_piece){
        .to = {.index = s->index},
        .fits = true,
        .height = fo_stack_height_at_break(&s->stack) + s->closing,
        .stretch = s->stack.stretch,
        .shrink = s->stack.shrink,
        .note_count = note_count(s),
    };
}

/* Weighs the piece among others: see is_better(). */
static void weigh(const search *s, fo_piece *piece, double badness)
{
    piece->badness = badness;
    if (!s->room->notes)
        return;
    const int32_t all = fo_notes_height(s->room->notes, note_count(s));
    piece->deferred = MAX(piece->height + all - s->room->height - TOLERANCE, 0);
    if (piece->deferred > 0)
        piece->badness = 0;
}

static bool exceeds(const search *s, const fo_piece *piece)
{
    return piece->height - piece->shrink + note_height(s) > s->room->height + TOLERANCE;
}

static void take(search *s, const fo_piece *piece)
{
    s->best = *piece;
    s->has_best = true;
}

/* 100 r³ for the ratio r by which the spaces change. */
static double badness_of(const search *s, const fo_piece *piece)
{
    const int32_t notes = s->room->notes ? fo_notes_height(s->room->notes, note_count(s)) : 0;
    const double lack = (double)s->room->height - piece->height - notes;
    if (lack > -TOLERANCE && lack < TOLERANCE)
        return 0.0;
    const int32_t give = lack > 0 ? piece->stretch : piece->shrink;
    const double ratio = give > 0 ? fabs(lack) / give : 2.0;
    return ratio <= 1.0 ? 100.0 * ratio * ratio * ratio : FO_BADNESS_MAX;
}

static bool is_better(const search *s, const fo_piece *piece)
{
    if (!s->has_best || piece->forced != FO_BREAK_AUTO)
        return true;
    if (piece->strength != s->best.strength)
        return piece->strength < s->best.strength;
    if (piece->badness != s->best.badness)
        return piece->badness < s->best.badness;
    return piece->deferred <= s->best.deferred;
}

/* Looks at a break opportunity; true ends the search. */
static bool consider_break(search *s, const fo_item *item)
{
    fo_piece piece = piece_here(s);
    piece.to.index++;
    piece.strength = strength_of(s->room, &item->point);
    piece.forced = item->point.forced;
    piece.is_overfull = exceeds(s, &piece);
    if (piece.is_overfull) {
        if (s->has_best || !s->room->is_forced)
            return true;
        take(s, &piece);
        return true;
    }
    weigh(s, &piece, badness_of(s, &piece));
    if (is_better(s, &piece))
        take(s, &piece);
    if (s->best.to.index == piece.to.index && piece.strength == FO_KEEP_AUTO)
        s->whole_count = 0;
    const bool is_enough = s->room->is_smallest && piece.strength < FO_KEEP_ALWAYS;
    return is_enough || piece.forced != FO_BREAK_AUTO;
}

typedef struct note_collector {
    fo_visitor base;
    fo_notes *notes;
} note_collector;

static void collect_notes(fo_visitor *self, const fo_item *item)
{
    fo_notes *notes = ((note_collector *)self)->notes;
    if (item->kind != FO_ITEM_BOX || !item->box.line)
        return;
    fo_notes_add(notes, item->box.line);
}

static void add_notes_of_parts(search *s, const fo_item *item, const void *from, const void *to)
{
    if (!s->room->notes)
        return;
    note_collector collector = {.base = {.visit = collect_notes}, .notes = s->room->notes};
    item->parts.class->visit(s->context, item, from, to, &collector.base);
}

static void drop_notes(search *s, size_t count)
{
    if (s->room->notes)
        g_array_set_size(s->room->notes->list, (guint)count);
}

/* Fits parts into what is left; their footnotes take from the same room, so a second, smaller try
 * may be needed. */
static fo_piece fit_parts(search *s, const fo_item *item, const void *inside)
{
    const size_t notes_before = note_count(s);
    const bool is_first = !s->has_best && !s->stack.has_content;
    fo_stack_fence(&s->stack);
    int32_t notes_room = note_height(s);
    fo_piece part = {0};
    for (int round = 0; round < 3; round++) {
        const fo_room left = {
            .height = s->room->height - s->stack.used + s->stack.shrink - s->closing - notes_room,
            .is_column = s->room->is_column,
            .is_forced = s->room->is_forced && is_first,
        };
        drop_notes(s, notes_before);
        item->parts.class->fit(s->context, item, inside, &left, &part);
        if (!part.fits)
            break;
        add_notes_of_parts(s, item, inside, part.is_end ? NULL : part.to.inside);
        if (note_height(s) <= notes_room)
            break;
        notes_room = note_height(s);
    }
    return part;
}

static void remember_whole(search *s, const whole_parts *whole)
{
    if (s->whole_count == WHOLE_MAX) {
        s->whole_count--;
        memmove(s->whole, s->whole + 1, s->whole_count * sizeof *s->whole);
    }
    s->whole[s->whole_count++] = *whole;
}

/* The piece that ends in the parts at s->index. */
static void take_if_better(search *s, const fo_piece *part)
{
    fo_piece piece = piece_here(s);
    piece.height += part->height;
    piece.to = (fo_place){.index = s->index, .inside = part->to.inside};
    piece.strength = part->strength;
    piece.forced = part->forced;
    piece.is_overfull = part->is_overfull;
    weigh(s, &piece, badness_of(s, &piece));
    if (is_better(s, &piece))
        take(s, &piece);
}

/* True ends the search. */
static bool pass_parts(search *s, const fo_item *item)
{
    const void *inside = s->index == s->from.index ? s->from.inside : NULL;
    const size_t notes_before = note_count(s);
    fo_piece part = fit_parts(s, item, inside);
    if (part.fits && part.is_end && part.forced == FO_BREAK_AUTO) {
        remember_whole(s, &(whole_parts){.index = s->index,
                                         .stack = s->stack,
                                         .closing = s->closing,
                                         .height = part.height,
                                         .note_count = notes_before});
        s->stack.used += part.height;
        s->stack.stretch += part.stretch;
        s->stack.shrink += part.shrink;
        return false;
    }
    if (!part.fits) {
        drop_notes(s, notes_before);
        if (s->has_best || !s->room->is_forced)
            return true;
        /* Nothing before it can end the page, so it has to. */
        const fo_room any = {
            .height = s->room->height - s->stack.used - s->closing - note_height(s),
            .is_column = s->room->is_column,
            .is_forced = true,
        };
        item->parts.class->fit(s->context, item, inside, &any, &part);
        add_notes_of_parts(s, item, inside, part.is_end ? NULL : part.to.inside);
        if (part.is_end) {
            s->stack.used += part.height;
            return false;
        }
    }
    take_if_better(s, &part);
    return true;
}

/* Tries a break inside whole parts; true when one was taken. */
static bool divide_whole(search *s, const whole_parts *w)
{
    const fo_item *item = fo_items_at(s->items, w->index);
    const void *inside = w->index == s->from.index ? s->from.inside : NULL;
    const bool is_behind = s->has_best && s->best.to.index > w->index;
    const fo_room less = {.height = w->height - 4 * TOLERANCE, .is_column = s->room->is_column};
    fo_piece part;
    item->parts.class->fit(s->context, item, inside, &less, &part);
    if (!part.fits || part.is_end || (is_behind && part.strength >= s->best.strength))
        return false;
    s->index = w->index;
    s->stack = w->stack;
    s->closing = w->closing;
    drop_notes(s, w->note_count);
    add_notes_of_parts(s, item, inside, part.to.inside);
    take_if_better(s, &part);
    return s->best.to.index == w->index;
}

/* No break behind the whole parts that are remembered is free of keeps: one in them may be better.
 */
static void divide_whole_parts(search *s)
{
    if (s->has_best && (s->best.is_end || s->best.forced != FO_BREAK_AUTO))
        return;
    for (size_t i = s->whole_count; i > 0; i--)
        if (divide_whole(s, &s->whole[i - 1]))
            return;
}

/* Footnotes called in a repeated header or footer. */
static void add_notes_of_repeated(search *s, const fo_items *items)
{
    if (!s->room->notes || !items)
        return;
    note_collector collector = {.base = {.visit = collect_notes}, .notes = s->room->notes};
    const fo_range all = {.to = {.index = items->list->len}, .is_end = true};
    fo_visit_range(s->context, items, &all, &collector.base);
}

static void pass_open(search *s, const fo_area *area)
{
    int32_t before = area->before + area->header_height;
    if (area->is_continued)
        before = area->retained_before + (area->omit_header ? 0 : area->header_height);
    else
        add_notes_of_repeated(s, area->header);
    if (before > 0)
        fo_stack_add(&s->stack, before);
    s->closing += closing_cost_of(area);
}

static void pass_close(search *s, const fo_area *area)
{
    const int32_t after = area->after + area->footer_height;
    s->closing -= closing_cost_of(area);
    add_notes_of_repeated(s, area->footer);
    if (after > 0)
        fo_stack_add(&s->stack, after);
}

static void pass_box(search *s, const fo_item *item)
{
    fo_stack_add(&s->stack, item->height);
    if (!s->room->notes || !item->box.line)
        return;
    fo_notes_add(s->room->notes, item->box.line);
}

/* True ends the search. */
static bool pass(search *s, const fo_item *item)
{
    switch (item->kind) {
    case FO_ITEM_BOX:
        pass_box(s, item);
        break;
    case FO_ITEM_SPACE:
        fo_stack_space(&s->stack, &item->gap);
        break;
    case FO_ITEM_BREAK:
        return consider_break(s, item);
    case FO_ITEM_OPEN:
        pass_open(s, item->area);
        break;
    case FO_ITEM_CLOSE:
        pass_close(s, item->area);
        break;
    case FO_ITEM_PARTS:
        return pass_parts(s, item);
    case FO_ITEM_FLOATING:
        add_notes_of_parts(s, item, NULL, NULL);
        break;
    }
    /* A shorter piece is at hand and this one is too high already. */
    if (!s->has_best && s->room->is_forced)
        return false;
    return s->stack.used - s->stack.shrink + s->closing + note_height(s)
           > s->room->height + TOLERANCE;
}

/* The end of the list was reached. */
static void finish(search *s)
{
    fo_stack_finish(&s->stack);
    fo_piece piece = piece_here(s);
    piece.is_end = true;
    piece.is_overfull = exceeds(s, &piece);
    /* The last page needs not be full. */
    const bool is_tight = piece.height + note_height(s) > s->room->height;
    weigh(s, &piece, is_tight ? badness_of(s, &piece) : 0);
    const bool is_only = !s->has_best && s->room->is_forced;
    if (is_only || (!piece.is_overfull && is_better(s, &piece)))
        take(s, &piece);
}

void fo_fit(fo_context *context, const fo_items *items, fo_place from, const fo_room *room,
            fo_piece *out)
{
    search s = {
        .context = context,
        .items = items,
        .room = room,
        .from = from,
        .index = from.index,
        .stack = fo_stack_new(items, from),
    };
    const size_t notes_before = note_count(&s);
    if (has_item(items, from.index)) {
        const fo_area *area = area_around(items, from.index);
        s.closing = closing_cost(area);
        const int32_t resumed = resume_cost(area);
        if (resumed > 0 && (from.index > 0 || from.inside))
            fo_stack_add(&s.stack, resumed);
    }
    bool stopped = false;
    while (!stopped && has_item(items, s.index)) {
        stopped = pass(&s, fo_items_at(items, s.index));
        if (!stopped)
            s.index++;
    }
    if (!stopped)
        finish(&s);
    divide_whole_parts(&s);
    if (!s.has_best)
        s.best = (fo_piece){.to = from, .note_count = notes_before};
    drop_notes(&s, s.best.note_count);
    *out = s.best;
}

int32_t fo_items_height(fo_context *context, const fo_items *items)
{
    const fo_range all = {.to = {.index = items->list->len}, .is_end = true};
    return fo_range_height(context, items, &all);
}
