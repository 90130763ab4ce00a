/* Filling the body of a page: columns, spans, footnotes. */

#include "fo/float.h"
#include "fo/run.h"

/* Columns of one page that are filled by the same source. */
typedef struct band {
    const fo_page_master *master;
    fo_sheet *sheet;
    int32_t top;    /* from the top of the body's content rectangle */
    int32_t height; /* room down to its bottom */
    uint32_t count; /* of columns */
    int32_t used;   /* height of the highest column, footnotes not counted */
    int32_t notes;  /* height of the highest footnotes */
    bool is_trial;  /* only to see what fits */
    bool is_overfull;
    fo_piece last; /* what the last column filled came to */
} band;

static fo_source_place source_place(const fo_run *r, const fo_page_master *master)
{
    return (fo_source_place){
        .context = r->maker->context,
        .arena = r->arena,
        .flow = r->flow,
        .width = master->column_width,
        .body_width = fo_body_of(master)->content.width,
        .height = fo_body_of(master)->content.height,
        .has_columns = master->column_count > 1,
        .rtl = r->rtl,
    };
}

/* Makes the source suit the page; where that cannot be, lines keep the width they have. */
static void suit_source(fo_run *r, const fo_page_master *master)
{
    const fo_source_place place = source_place(r, master);
    if (!r->source) {
        r->source = fo_source_new(&place, r->flow ? r->flow->first_child : NULL);
        r->place = (fo_place){0};
        return;
    }
    if (fo_source_suits(r->source, &place))
        return;
    fo_source *other = fo_source_continue(&place, r->source, r->place);
    if (!other)
        return;
    r->source = other;
    r->place = (fo_place){0};
}

static fo_items *separator_items(const fo_run *r, int32_t width)
{
    const fo_node *content = fo_flow_for(r->sequence, FO_STATIC_CONTENT, "xsl-footnote-separator");
    if (!content)
        return NULL;
    return fo_static_items(r->maker->context, r->arena, content, width, r->rtl);
}

/* Footnotes get the width of the lines that call them. */
static void suit_notes(fo_run *r)
{
    const int32_t width = fo_source_width(r->source);
    if (r->notes && r->notes->width == width)
        return;
    fo_notes *notes = fo_notes_new(r->maker->context, r->arena, width, r->rtl);
    notes->separator_items = separator_items(r, width);
    if (notes->separator_items)
        notes->separator = fo_items_height(r->maker->context, notes->separator_items);
    if (r->notes) {
        g_array_append_vals(notes->list, r->notes->list->data, r->notes->list->len);
        notes->old_count = notes->list->len;
    }
    r->notes = notes;
}

fo_page_start fo_run_remember(const fo_run *r)
{
    fo_page_start start = {.source = r->source, .place = r->place, .notes = r->notes};
    if (r->notes) {
        start.waiting = mh_arena_array(r->arena, sizeof(fo_note));
        g_array_append_vals(start.waiting, r->notes->list->data, r->notes->list->len);
    }
    gpointer *floats = MH_NEW(r->arena, gpointer, r->floats->len);
    for (guint i = 0; i < r->floats->len; i++)
        floats[i] = r->floats->pdata[i];
    start.floats = (const void *const *)floats;
    start.float_count = r->floats->len;
    return start;
}

void fo_run_go_back(fo_run *r, const fo_page_start *start)
{
    r->source = start->source;
    r->place = start->place;
    r->notes = start->notes;
    r->is_done = false;
    r->pending = FO_BREAK_AUTO;
    g_ptr_array_set_size(r->floats, 0);
    for (guint i = 0; i < start->float_count; i++)
        g_ptr_array_add(r->floats, fo_unconst(start->floats[i]));
    if (!r->notes)
        return;
    g_array_set_size(r->notes->list, 0);
    g_array_append_vals(r->notes->list, start->waiting->data, start->waiting->len);
    r->notes->old_count = r->notes->list->len;
}

static void add_slot(fo_sheet *sheet, const fo_items *items, const fo_range *range, int32_t x,
                     int32_t y)
{
    const fo_slot slot = {.items = items, .range = *range, .x = x, .y = y};
    g_array_append_vals(sheet->slots, &slot, 1);
}

/* Left edge of a column of the band, on the page. */
static int32_t band_x(const fo_run *r, const band *b, uint32_t column)
{
    const int32_t left = fo_body_of(b->master)->content.x;
    return b->count > 1 ? left + fo_column_x(b->master, column, r->rtl) : left;
}

/* Puts the footnotes at the bottom of a column that has @p used of its height. */
static void place_notes(fo_run *r, band *b, uint32_t column, int32_t used, int32_t height)
{
    fo_notes *notes = r->notes;
    if (notes->list->len == 0)
        return;
    fo_notes_piece piece;
    fo_notes_place(notes, height - used, used == 0, &piece);
    if (piece.count == 0)
        return;
    const guint first = b->sheet->slots->len;
    const int32_t x = band_x(r, b, column);
    const int32_t y = fo_body_of(b->master)->content.y + b->top + height - piece.height;
    b->notes = MAX(b->notes, piece.height);
    if (notes->separator_items) {
        const fo_range all = {.to = {.index = notes->separator_items->list->len}, .is_end = true};
        add_slot(b->sheet, notes->separator_items, &all, x, y);
    }
    for (size_t i = 0; i < piece.count; i++)
        add_slot(b->sheet, piece.slots[i].items, &piece.slots[i].range, x, y + piece.slots[i].top);
    for (guint i = first; i < b->sheet->slots->len; i++)
        g_array_index(b->sheet->slots, fo_slot, i).is_note = true;
}

/* How far the spaces of a piece stretch or shrink to fill its room; a last piece stays natural. */
static double ratio_of(const fo_piece *piece, int32_t room)
{
    const int32_t lack = room - piece->height;
    if (lack < 0)
        return piece->shrink > 0 ? MAX((double)lack / piece->shrink, -1.0) : 0.0;
    if (piece->is_end || piece->forced != FO_BREAK_AUTO || piece->stretch <= 0)
        return 0.0;
    return MIN((double)lack / piece->stretch, 1.0);
}

/* Fills one column; false when nothing went into it. */
static bool fill_column(fo_run *r, band *b, uint32_t column, int32_t height)
{
    const fo_room room = {
        .height = height,
        .is_column = column + 1 < b->count,
        .is_forced = b->top == 0,
        .notes = r->notes,
    };
    const fo_items *items = r->source->items;
    fo_piece piece;
    fo_fit(r->maker->context, items, r->place, &room, &piece);
    b->last = piece;
    if (!piece.fits)
        return false;
    const fo_range range = {
        .from = r->place,
        .to = piece.to,
        .is_end = piece.is_end,
        .ratio = ratio_of(&piece, height - fo_notes_minimum(r->notes, piece.note_count)),
    };
    const int32_t y = fo_body_of(b->master)->content.y + b->top;
    add_slot(b->sheet, items, &range, band_x(r, b, column), y);
    r->place = piece.to;
    r->breaks_keep |= piece.is_overfull || piece.strength == FO_KEEP_ALWAYS;
    b->is_overfull |= piece.is_overfull;
    if (piece.is_overfull && !b->is_trial)
        fo_report_overflow(r->maker->context, r->sequence, piece.height - height);
    const int32_t used = MIN(piece.height, height);
    b->used = column == 0 ? used : MAX(b->used, used);
    place_notes(r, b, column, used, height);
    return true;
}

static bool is_page_break(fo_break forced)
{
    return forced != FO_BREAK_AUTO && forced != FO_BREAK_COLUMN;
}

static void fill_band(fo_run *r, band *b, int32_t height)
{
    b->used = 0;
    b->is_overfull = false;
    for (uint32_t column = 0; column < b->count; column++)
        if (!fill_column(r, b, column, height) || b->last.is_end || is_page_break(b->last.forced))
            break;
}

/* What columns need to be equally high: the least height at which they hold all. */
static void balance_band(fo_run *r, band *b, const fo_page_start *start, guint slot_count)
{
    int32_t low = 0, high = b->used;
    b->is_trial = true;
    while (high - low > PANGO_SCALE / 2) {
        const int32_t middle = low + (high - low) / 2;
        fo_run_go_back(r, start);
        g_array_set_size(b->sheet->slots, slot_count);
        fill_band(r, b, middle);
        if (b->last.fits && b->last.is_end && !b->is_overfull)
            high = middle;
        else
            low = middle;
    }
    b->is_trial = false;
    fo_run_go_back(r, start);
    g_array_set_size(b->sheet->slots, slot_count);
    fill_band(r, b, high);
}

/* Break between what the source ended with and the next child of the flow. */
static fo_break break_between_sources(const fo_run *r)
{
    const fo_node *before = r->source->siblings.before;
    const fo_break after = before ? fo_break_after(before) : FO_BREAK_AUTO;
    return MAX(after, fo_break_before(r->source->next));
}

static void set_break(fo_run *r, fo_break forced)
{
    r->pending = forced;
}

/* Goes on behind the end of a source on the same page; false when the page ends there. */
static bool next_source(fo_run *r, band *b)
{
    if (!r->source->next) {
        r->is_done = true;
        return false;
    }
    const fo_break forced = break_between_sources(r);
    const fo_source_place place = source_place(r, b->master);
    r->source = fo_source_new(&place, r->source->next);
    r->place = (fo_place){0};
    if (is_page_break(forced)) {
        set_break(r, forced);
        return false;
    }
    b->top += b->used;
    b->height -= b->used;
    return b->height > 0;
}

/* Moves all but the footnotes down. */
static void move_down(fo_sheet *sheet, guint from, int32_t distance)
{
    for (guint i = from; i < sheet->slots->len; i++) {
        fo_slot *slot = &g_array_index(sheet->slots, fo_slot, i);
        if (!slot->is_note)
            slot->y += distance;
    }
}

static void align_body(const fo_page_master *master, fo_sheet *sheet, int32_t used)
{
    const fo_region *body = fo_body_of(master);
    const fo_display_align align = body->node ? body->node->style->display_align : FO_DISPLAY_AUTO;
    const int32_t lack = MAX(body->content.height - used, 0);
    if (align == FO_DISPLAY_CENTER)
        move_down(sheet, 0, lack / 2);
    else if (align == FO_DISPLAY_AFTER)
        move_down(sheet, 0, lack);
}

typedef struct float_collector {
    fo_visitor base;
    GPtrArray *found;
} float_collector;

static void collect_float(fo_visitor *self, const fo_item *item)
{
    if (item->kind != FO_ITEM_BOX || !item->box.line)
        return;
    for (size_t i = 0; i < item->box.line->float_count; i++)
        if (item->box.line->floats[i]->style->float_side == FO_FLOAT_BEFORE)
            g_ptr_array_add(((float_collector *)self)->found,
                            fo_unconst(item->box.line->floats[i]));
}

/* Places floats that wait, below those placed already, as far as @p room goes; returns the height
 * they take. */
static int32_t place_floats(fo_run *r, fo_sheet *sheet, int32_t room, bool is_forced)
{
    const mh_rect *area = &fo_body_of(sheet->master)->content;
    fo_context *context = r->maker->context;
    int32_t used = 0;
    guint done = 0;
    for (; done < r->floats->len; done++) {
        const fo_items *items =
            fo_float_items(context, r->arena, r->floats->pdata[done], area->width, r->rtl);
        const int32_t height = fo_items_height(context, items);
        if (used + height > room && !(is_forced && done == 0))
            break;
        const fo_range all = {.to = {.index = items->list->len}, .is_end = true};
        add_slot(sheet, items, &all, area->x, area->y + used);
        used += height;
    }
    if (done > 0)
        g_ptr_array_remove_range(r->floats, 0, done);
    return used;
}

/* Floats called on this page go to its top where there is room, else to the next page. */
static void place_new_floats(fo_run *r, fo_sheet *sheet, guint first, int32_t room)
{
    float_collector collector = {.base = {.visit = collect_float}, .found = r->floats};
    const bool waits = r->floats->len > 0;
    const guint end = sheet->slots->len;
    for (guint i = first; i < end; i++) {
        const fo_slot *slot = &g_array_index(sheet->slots, fo_slot, i);
        fo_visit_range(r->maker->context, slot->items, &slot->range, &collector.base);
    }
    if (waits || first > 0 || r->floats->len == 0)
        return;
    const int32_t height = place_floats(r, sheet, room, false);
    for (guint i = 0; i < end; i++)
        if (!g_array_index(sheet->slots, fo_slot, i).is_note)
            g_array_index(sheet->slots, fo_slot, i).y += height;
}

/* Fills the body of @p sheet. */
void fo_run_fill(fo_run *r, fo_sheet *sheet)
{
    const fo_page_master *master = sheet->master;
    band b = {.master = master, .sheet = sheet, .height = fo_body_of(master)->content.height};
    suit_source(r, master);
    r->breaks_keep = false;
    b.top = place_floats(r, sheet, b.height, true);
    b.height -= b.top;
    const guint first_slot = sheet->slots->len;
    bool goes_on = true;
    while (goes_on) {
        suit_notes(r);
        const bool in_columns = master->column_count > 1 && !r->source->spans;
        b.count = in_columns ? master->column_count : 1;
        const fo_page_start start = fo_run_remember(r);
        const guint slot_count = sheet->slots->len;
        fill_band(r, &b, b.height);
        if (!b.last.fits || !b.last.is_end) {
            set_break(r, b.last.fits ? b.last.forced : FO_BREAK_AUTO);
            break;
        }
        if (in_columns && r->source->next)
            balance_band(r, &b, &start, slot_count);
        goes_on = next_source(r, &b);
    }
    place_new_floats(r, sheet, first_slot, b.height - b.used - b.notes);
    if (r->notes->list->len == 0)
        align_body(master, sheet, b.top + b.used);
}

bool fo_run_has_rest(const fo_run *r)
{
    return !r->is_done || r->floats->len > 0 || (r->notes && r->notes->list->len > 0);
}
