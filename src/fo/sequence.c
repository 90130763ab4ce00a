/* One fo:page-sequence: its flow is laid out page after page. */

#include <stdlib.h>

#include "fo/maker.h"
#include "fo/numbering.h"
#include "fo/source.h"

/* Pages in a row without a region for the flow before its content is set in spite of that. */
enum { UNMAPPED_PAGES_MAX = 8 };

/* What the sequence has given and what comes next. */
typedef struct run {
    fo_maker *maker;
    mh_arena *arena;
    const fo_node *sequence;
    const fo_node *flow;
    const char *flow_name;
    bool rtl; /* writing mode of the flow */
    const char *format;
    fo_master_choice masters;
    uint32_t first_number;
    uint32_t number; /* of the next page */
    uint32_t page_count;
    uint32_t unmapped_count;
    fo_break pending; /* what the next page must be: FO_BREAK_EVEN, FO_BREAK_ODD */
    fo_source *source;
    fo_place place;   /* where the source goes on */
    bool is_done;     /* the flow is at its end */
    bool breaks_keep; /* the page that was filled last had to divide what is to be kept together */
    fo_notes *notes;
} run;

/* Where a page began: to lay it out once more with another master. */
typedef struct page_start {
    fo_source *source;
    fo_place place;
    fo_notes *notes;
    GArray *waiting; /* copy of the footnotes left over */
} page_start;

/* Columns of one page that are filled by the same source. */
typedef struct band {
    const fo_page_master *master;
    fo_sheet *sheet;
    int32_t top;    /* from the top of the body's content rectangle */
    int32_t height; /* room down to its bottom */
    uint32_t count; /* of columns */
    int32_t used;   /* height of the highest column, footnotes not counted */
    fo_piece last;  /* what the last column filled came to */
} band;

static const fo_region *body_of(const fo_page_master *master)
{
    return &master->region[FO_BODY];
}

static fo_source_place source_place(const run *r, const fo_page_master *master)
{
    return (fo_source_place){
        .context = r->maker->context,
        .arena = r->arena,
        .flow = r->flow,
        .width = master->column_width,
        .body_width = body_of(master)->content.width,
        .height = body_of(master)->content.height,
        .has_columns = master->column_count > 1,
        .rtl = r->rtl,
    };
}

/* Makes the source suit the page; where that cannot be, lines keep the width they have. */
static void suit_source(run *r, const fo_page_master *master)
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

static fo_items *separator_items(const run *r, int32_t width)
{
    const fo_node *content = fo_flow_for(r->sequence, FO_STATIC_CONTENT, "xsl-footnote-separator");
    if (!content)
        return NULL;
    return fo_static_items(r->maker->context, r->arena, content, width, r->rtl);
}

/* Footnotes get the width of the lines that call them. */
static void suit_notes(run *r)
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

static page_start remember(const run *r)
{
    page_start start = {.source = r->source, .place = r->place, .notes = r->notes};
    if (r->notes) {
        start.waiting = mh_arena_array(r->arena, sizeof(fo_note));
        g_array_append_vals(start.waiting, r->notes->list->data, r->notes->list->len);
    }
    return start;
}

static void go_back(run *r, const page_start *start)
{
    r->source = start->source;
    r->place = start->place;
    r->notes = start->notes;
    r->is_done = false;
    r->pending = FO_BREAK_AUTO;
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
static int32_t band_x(const run *r, const band *b, uint32_t column)
{
    const int32_t left = body_of(b->master)->content.x;
    return b->count > 1 ? left + fo_column_x(b->master, column, r->rtl) : left;
}

/* Puts the footnotes at the bottom of a column that has @p used of its height. */
static void place_notes(run *r, const band *b, uint32_t column, int32_t used, int32_t height)
{
    fo_notes *notes = r->notes;
    if (notes->list->len == 0)
        return;
    fo_notes_piece piece;
    fo_notes_place(notes, height - used, used == 0, &piece);
    if (piece.count == 0)
        return;
    const int32_t x = band_x(r, b, column);
    const int32_t y = body_of(b->master)->content.y + b->top + height - piece.height;
    if (notes->separator_items) {
        const fo_range all = {.to = {.index = notes->separator_items->list->len}, .is_end = true};
        add_slot(b->sheet, notes->separator_items, &all, x, y);
    }
    for (size_t i = 0; i < piece.count; i++)
        add_slot(b->sheet, piece.slots[i].items, &piece.slots[i].range, x, y + piece.slots[i].top);
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
static bool fill_column(run *r, band *b, uint32_t column, int32_t height)
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
    const int32_t y = body_of(b->master)->content.y + b->top;
    add_slot(b->sheet, items, &range, band_x(r, b, column), y);
    r->place = piece.to;
    r->breaks_keep |= piece.is_overfull || piece.strength == FO_KEEP_ALWAYS;
    if (piece.is_overfull)
        mh_report(r->maker->context->job, MH_FO_OVERFLOW, r->sequence->line, 0, "%.1f pt",
                  (double)(piece.height - height) / PANGO_SCALE);
    const int32_t used = MIN(piece.height, height);
    b->used = MAX(b->used, used);
    place_notes(r, b, column, used, height);
    return true;
}

static bool is_page_break(fo_break forced)
{
    return forced != FO_BREAK_AUTO && forced != FO_BREAK_COLUMN;
}

static void fill_band(run *r, band *b, int32_t height)
{
    b->used = 0;
    for (uint32_t column = 0; column < b->count; column++)
        if (!fill_column(r, b, column, height) || b->last.is_end || is_page_break(b->last.forced))
            break;
}

/* What columns need to be equally high: the least height at which they hold all. */
static void balance_band(run *r, band *b, const page_start *start, guint slot_count)
{
    int32_t low = 0, high = b->used;
    while (high - low > PANGO_SCALE / 2) {
        const int32_t middle = low + (high - low) / 2;
        go_back(r, start);
        g_array_set_size(b->sheet->slots, slot_count);
        fill_band(r, b, middle);
        if (b->last.fits && b->last.is_end && b->used <= middle)
            high = middle;
        else
            low = middle;
    }
    go_back(r, start);
    g_array_set_size(b->sheet->slots, slot_count);
    fill_band(r, b, high);
}

/* Break between what the source ended with and the next child of the flow. */
static fo_break break_between_sources(const run *r)
{
    const fo_node *before = r->source->siblings.before;
    const fo_break after = before ? fo_break_after(before) : FO_BREAK_AUTO;
    return MAX(after, fo_break_before(r->source->next));
}

static void set_break(run *r, fo_break forced)
{
    r->pending = forced;
}

/* Goes on behind the end of a source on the same page; false when the page ends there. */
static bool next_source(run *r, band *b)
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

static void align_body(const fo_page_master *master, fo_sheet *sheet, int32_t used)
{
    const fo_region *body = body_of(master);
    const fo_display_align align = body->node ? body->node->style->display_align : FO_DISPLAY_AUTO;
    int32_t shift = MAX(body->content.height - used, 0);
    if (align == FO_DISPLAY_CENTER)
        shift /= 2;
    else if (align != FO_DISPLAY_AFTER)
        return;
    for (guint i = 0; i < sheet->slots->len; i++)
        g_array_index(sheet->slots, fo_slot, i).y += shift;
}

/* Fills the body of @p sheet. */
static void fill_body(run *r, fo_sheet *sheet)
{
    const fo_page_master *master = sheet->master;
    band b = {.master = master, .sheet = sheet, .height = body_of(master)->content.height};
    suit_source(r, master);
    r->breaks_keep = false;
    bool goes_on = true;
    while (goes_on) {
        suit_notes(r);
        const bool in_columns = master->column_count > 1 && !r->source->spans;
        b.count = in_columns ? master->column_count : 1;
        const page_start start = remember(r);
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
    if (r->notes->list->len == 0)
        align_body(master, sheet, b.top + b.used);
}

static bool has_rest(const run *r)
{
    return !r->is_done || (r->notes && r->notes->list->len > 0);
}

static bool maps_flow(const run *r, const fo_page_master *master)
{
    return !r->flow_name || strcmp(body_of(master)->name, r->flow_name) == 0;
}

static fo_page_facts facts_of(const run *r, bool is_blank, bool is_last)
{
    return (fo_page_facts){
        .is_first = r->page_count == 0,
        .is_last = is_last,
        .is_odd = r->number % 2 == 1,
        .is_blank = is_blank,
    };
}

static fo_sheet *new_sheet(run *r, const fo_page_master *master)
{
    fo_sheet *sheet = MH_NEW(r->arena, fo_sheet, 1);
    *sheet = (fo_sheet){
        .index = r->maker->sheet_count,
        .label = fo_page_label(r->maker->arena, r->number, r->format),
        .master = master,
        .sequence = r->sequence,
        .slots = mh_arena_array(r->arena, sizeof(fo_slot)),
    };
    const fo_region *body = body_of(master);
    r->maker->context->frame = (fo_frame){
        .page = {0, 0, master->width, master->height},
        .area = body->content,
    };
    return sheet;
}

static mh_status give(run *r, fo_sheet *sheet)
{
    const mh_status status = fo_maker_add(r->maker, sheet);
    r->maker->sheet_count++;
    r->maker->last_number = r->number++;
    r->page_count++;
    fo_master_advance(&r->masters);
    return status;
}

static mh_status give_blank(run *r, bool is_last)
{
    const fo_page_facts facts = facts_of(r, true, is_last);
    return give(r, new_sheet(r, fo_master_choose(&r->masters, &facts)));
}

/* The flow ended on @p sheet: it is the last page and may have a master of its own. When the
 * content does not fit that one, the page stays as it is and an empty last page follows. */
static mh_status give_last(run *r, fo_sheet *sheet, const page_start *start)
{
    const fo_page_facts facts = facts_of(r, false, true);
    const fo_page_master *master = fo_master_choose(&r->masters, &facts);
    if (master == sheet->master || !fo_master_has_position(&r->masters, "last"))
        return give(r, sheet);
    const run filled = *r;
    fo_sheet *last = new_sheet(r, master);
    go_back(r, start);
    fill_body(r, last);
    if (!has_rest(r))
        return give(r, last);
    *r = filled;
    if (r->notes)
        g_array_set_size(r->notes->list, 0);
    const bool is_first = r->page_count == 0;
    const mh_status status = give(r, sheet);
    return status == MH_OK && !is_first ? give_blank(r, true) : status;
}

/* A flow that fits one page entirely is set with the master for page-position "only". */
static fo_sheet *fill_only_page(run *r, const fo_page_master *first)
{
    const fo_page_facts facts = facts_of(r, false, true);
    const fo_page_master *master = fo_master_choose(&r->masters, &facts);
    if (r->page_count > 0 || master == first || !maps_flow(r, master)
        || !fo_master_has_position(&r->masters, "only"))
        return NULL;
    const page_start start = remember(r);
    fo_sheet *sheet = new_sheet(r, master);
    fill_body(r, sheet);
    if (!has_rest(r) && r->pending == FO_BREAK_AUTO)
        return sheet;
    go_back(r, &start);
    return NULL;
}

/* True when the page after the next one given has a higher body. */
static bool next_is_higher(const run *r)
{
    const fo_page_facts now = facts_of(r, false, false);
    fo_page_facts then = now;
    then.is_first = false;
    then.is_odd = !now.is_odd;
    fo_master_choice choice = r->masters;
    const fo_page_master *master = fo_master_choose(&choice, &now);
    fo_master_advance(&choice);
    const fo_page_master *next = fo_master_choose(&choice, &then);
    return body_of(next)->content.height > body_of(master)->content.height;
}

static mh_status make_page(run *r)
{
    const bool is_odd = r->number % 2 == 1;
    const bool wrong_side =
        (r->pending == FO_BREAK_EVEN && is_odd) || (r->pending == FO_BREAK_ODD && !is_odd);
    if (wrong_side)
        return give_blank(r, false);
    const fo_page_facts facts = facts_of(r, false, false);
    const fo_page_master *master = fo_master_choose(&r->masters, &facts);
    fo_sheet *sheet = fill_only_page(r, master);
    if (sheet)
        return give(r, sheet);
    sheet = new_sheet(r, master);
    if (!maps_flow(r, master) && r->unmapped_count++ < UNMAPPED_PAGES_MAX)
        return give(r, sheet);
    r->unmapped_count = 0;
    const page_start start = remember(r);
    r->pending = FO_BREAK_AUTO;
    fill_body(r, sheet);
    if (r->breaks_keep && next_is_higher(r)) {
        /* What must be kept together may fit there. */
        go_back(r, &start);
        return give(r, new_sheet(r, master));
    }
    return has_rest(r) ? give(r, sheet) : give_last(r, sheet, &start);
}

/* First page number (§7.27.11). */
static uint32_t first_number(const fo_node *sequence, uint32_t last)
{
    const char *value = fo_attribute(sequence, "initial-page-number");
    const uint32_t next = last + 1;
    if (!value || strcmp(value, "auto") == 0)
        return next;
    if (strcmp(value, "auto-odd") == 0)
        return next % 2 == 1 ? next : next + 1;
    if (strcmp(value, "auto-even") == 0)
        return next % 2 == 0 ? next : next + 1;
    return (uint32_t)CLAMP(strtol(value, NULL, 10), 1, INT32_MAX / 2);
}

/* What "auto" comes to: the next sequence's first number decides (§7.27.9). */
static const char *auto_page_count(const fo_node *next)
{
    const char *value = next ? fo_attribute(next, "initial-page-number") : NULL;
    if (!value || strcmp(value, "auto") == 0)
        return "no-force";
    if (strcmp(value, "auto-odd") == 0)
        return "end-on-even";
    if (strcmp(value, "auto-even") == 0)
        return "end-on-odd";
    return strtol(value, NULL, 10) % 2 == 1 ? "end-on-even" : "end-on-odd";
}

/* How the pages of a sequence are counted: by number or by how many, and what is to be left. */
static const struct {
    const char *name;
    bool counts_pages; /* else the number of the last page counts */
    uint32_t modulus;
    uint32_t rest;
} page_counts[] = {
    {"even", true, 2, 0},
    {"odd", true, 2, 1},
    {"end-on-even", false, 2, 0},
    {"end-on-odd", false, 2, 1},
};

static mh_status force_page_count(run *r, const fo_node *next)
{
    const char *value = fo_attribute(r->sequence, "force-page-count");
    if (!value || strcmp(value, "auto") == 0)
        value = auto_page_count(next);
    mh_status status = MH_OK;
    for (size_t i = 0; i < G_N_ELEMENTS(page_counts); i++) {
        if (strcmp(value, page_counts[i].name) != 0)
            continue;
        for (;;) {
            const uint32_t count = page_counts[i].counts_pages ? r->page_count : r->number - 1;
            if (status != MH_OK || count % page_counts[i].modulus == page_counts[i].rest)
                return status;
            status = give_blank(r, false);
        }
    }
    return status;
}

static const fo_node *flow_of(const fo_node *sequence)
{
    for (const fo_node *child = sequence->first_child; child; child = child->next)
        if (child->type == FO_FLOW)
            return child;
    return NULL;
}

/* The sequence and its flow are areas without edges: they have ids and markers. */
static void note_begin(const run *r)
{
    const uint32_t index = r->maker->sheet_count;
    fo_markers_note(r->maker, r->sequence, index, true);
    if (r->flow)
        fo_markers_note(r->maker, r->flow, index, true);
}

static void note_end(const run *r)
{
    const uint32_t index = r->maker->sheet_count - 1;
    const char *label = fo_page_label(r->maker->arena, r->number - 1, r->format);
    const fo_node *nodes[] = {r->flow, r->sequence};
    for (size_t i = 0; i < G_N_ELEMENTS(nodes); i++) {
        if (!nodes[i])
            continue;
        fo_markers_note(r->maker, nodes[i], index, false);
        if (nodes[i]->id)
            fo_maker_end_id(r->maker, nodes[i]->id, label);
    }
}

static void note_first_page(const run *r)
{
    GHashTable *first_page = r->maker->context->numbers.first_page;
    const char *label = fo_page_label(r->maker->arena, r->number, r->format);
    const fo_node *nodes[] = {r->sequence, r->flow};
    for (size_t i = 0; i < G_N_ELEMENTS(nodes); i++)
        if (nodes[i] && nodes[i]->id)
            g_hash_table_insert(first_page, fo_unconst(nodes[i]->id), fo_unconst(label));
}

mh_status fo_sequence_make(fo_maker *maker, const fo_node *sequence, const fo_node *next)
{
    run r = {
        .maker = maker,
        .arena = maker->arena,
        .sequence = sequence,
        .flow = flow_of(sequence),
        .format = fo_attribute(sequence, "format"),
        .masters = fo_master_begin(&maker->masters, sequence),
        .first_number = first_number(sequence, maker->last_number),
    };
    r.number = r.first_number;
    if (r.flow) {
        r.flow_name = fo_attribute(r.flow, "flow-name");
        r.rtl = r.flow->style->writing_rtl;
        if (r.flow->first_child)
            r.pending = fo_break_before(r.flow->first_child);
    }
    maker->context->arena = r.arena;
    note_begin(&r);
    note_first_page(&r);
    mh_status status = MH_OK;
    do {
        status = make_page(&r);
    } while (status == MH_OK && has_rest(&r));
    if (status == MH_OK)
        status = force_page_count(&r, next);
    if (status == MH_OK)
        note_end(&r);
    return status;
}
