/* One fo:page-sequence: its flow is laid out page after page. */

#include <stdlib.h>

#include "fo/numbering.h"
#include "fo/run.h"

/* Pages in a row without a region for the flow before its content is set in spite of that. */
enum { UNMAPPED_PAGES_MAX = 8 };

static bool maps_flow(const fo_run *r, const fo_page_master *master)
{
    return !r->flow_name || strcmp(fo_body_of(master)->name, r->flow_name) == 0;
}

static fo_page_facts facts_of(const fo_run *r, bool is_blank, bool is_last)
{
    return (fo_page_facts){
        .is_first = r->page_count == 0,
        .is_last = is_last,
        .is_odd = r->number % 2 == 1,
        .is_blank = is_blank,
    };
}

static fo_sheet *new_sheet(fo_run *r, const fo_page_master *master)
{
    fo_sheet *sheet = MH_NEW(r->arena, fo_sheet, 1);
    *sheet = (fo_sheet){
        .index = r->maker->sheet_count,
        .label = fo_page_label(r->maker->arena, r->number, r->format),
        .master = master,
        .sequence = r->sequence,
        .slots = mh_arena_array(r->arena, sizeof(fo_slot)),
    };
    const fo_region *body = fo_body_of(master);
    r->maker->context->frame = (fo_frame){
        .page = {0, 0, master->width, master->height},
        .area = body->content,
    };
    return sheet;
}

static mh_status give(fo_run *r, fo_sheet *sheet)
{
    const mh_status status = fo_maker_add(r->maker, sheet);
    r->maker->sheet_count++;
    r->maker->last_number = r->number++;
    r->page_count++;
    fo_master_advance(&r->masters);
    if (r->source && fo_maker_is_idle(r->maker))
        fo_source_release(r->source, r->place.index);
    return status;
}

static mh_status give_blank(fo_run *r, bool is_last)
{
    const fo_page_facts facts = facts_of(r, true, is_last);
    return give(r, new_sheet(r, fo_master_choose(&r->masters, &facts)));
}

/* The flow ended on @p sheet: it is the last page and may have a master of its own. When the
 * content does not fit that one, the page stays as it is and an empty last page follows. */
static mh_status give_last(fo_run *r, fo_sheet *sheet, const fo_page_start *start)
{
    const fo_page_facts facts = facts_of(r, false, true);
    const fo_page_master *master = fo_master_choose(&r->masters, &facts);
    if (master == sheet->master || !fo_master_has_position(&r->masters, "last"))
        return give(r, sheet);
    const fo_run filled = *r;
    fo_sheet *last = new_sheet(r, master);
    fo_run_go_back(r, start);
    fo_run_fill(r, last);
    if (!fo_run_has_rest(r))
        return give(r, last);
    *r = filled;
    if (r->notes)
        g_array_set_size(r->notes->list, 0);
    const bool is_first = r->page_count == 0;
    const mh_status status = give(r, sheet);
    return status == MH_OK && !is_first ? give_blank(r, true) : status;
}

/* A flow that fits one page entirely is set with the master for page-position "only". */
static fo_sheet *fill_only_page(fo_run *r, const fo_page_master *first)
{
    const fo_page_facts facts = facts_of(r, false, true);
    const fo_page_master *master = fo_master_choose(&r->masters, &facts);
    if (r->page_count > 0 || master == first || !maps_flow(r, master)
        || !fo_master_has_position(&r->masters, "only"))
        return NULL;
    const fo_page_start start = fo_run_remember(r);
    fo_sheet *sheet = new_sheet(r, master);
    fo_run_fill(r, sheet);
    if (!fo_run_has_rest(r) && r->pending == FO_BREAK_AUTO)
        return sheet;
    fo_run_go_back(r, &start);
    return NULL;
}

/* True when the page after the next one given has a higher body. */
static bool next_is_higher(const fo_run *r)
{
    const fo_page_facts now = facts_of(r, false, false);
    fo_page_facts then = now;
    then.is_first = false;
    then.is_odd = !now.is_odd;
    fo_master_choice choice = r->masters;
    const fo_page_master *master = fo_master_choose(&choice, &now);
    fo_master_advance(&choice);
    const fo_page_master *next = fo_master_choose(&choice, &then);
    return fo_body_of(next)->content.height > fo_body_of(master)->content.height;
}

static mh_status make_page(fo_run *r)
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
    const fo_page_start start = fo_run_remember(r);
    r->pending = FO_BREAK_AUTO;
    fo_run_fill(r, sheet);
    if (r->breaks_keep && next_is_higher(r)) {
        /* What must be kept together may fit there. */
        fo_run_go_back(r, &start);
        return give(r, new_sheet(r, master));
    }
    return fo_run_has_rest(r) ? give(r, sheet) : give_last(r, sheet, &start);
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

static mh_status force_page_count(fo_run *r, const fo_node *next)
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
static void note_begin(const fo_run *r)
{
    const uint32_t index = r->maker->sheet_count;
    fo_markers_note(r->maker, r->sequence, index, true);
    if (r->flow)
        fo_markers_note(r->maker, r->flow, index, true);
}

static void note_end(const fo_run *r)
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

static void note_first_page(const fo_run *r)
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
    mh_arena *arena = mh_arena_new();
    fo_run r = {
        .maker = maker,
        .arena = arena,
        .floats = mh_arena_ptr_array(arena),
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
    } while (status == MH_OK && fo_run_has_rest(&r));
    if (status == MH_OK)
        status = force_page_count(&r, next);
    if (status == MH_OK)
        note_end(&r);
    maker->context->arena = maker->arena;
    if (fo_maker_is_idle(maker))
        mh_arena_free(arena);
    else
        mh_arena_defer(maker->arena, (GDestroyNotify)mh_arena_free, arena);
    return status;
}
