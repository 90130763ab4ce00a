#include "fo/pagemaster.h"

#include <stdlib.h>

#include "fo/flow.h"
#include "fo/properties.h"

/* Pages whose size is not given: US letter would be as good; this is what others take. */
enum { DEFAULT_WIDTH = 595 * PANGO_SCALE, DEFAULT_HEIGHT = 792 * PANGO_SCALE };

static const char *const default_names[FO_REGION_COUNT] = {
    [FO_BODY] = "xsl-region-body",          [FO_REGION_ABOVE] = "xsl-region-before",
    [FO_REGION_BELOW] = "xsl-region-after", [FO_REGION_NEAR] = "xsl-region-start",
    [FO_REGION_FAR] = "xsl-region-end",
};

static const fo_type region_types[FO_REGION_COUNT] = {
    [FO_BODY] = FO_REGION_BODY,          [FO_REGION_ABOVE] = FO_REGION_BEFORE,
    [FO_REGION_BELOW] = FO_REGION_AFTER, [FO_REGION_NEAR] = FO_REGION_START,
    [FO_REGION_FAR] = FO_REGION_END,
};

static int32_t size_of(fo_length length, int32_t fallback)
{
    return length.is_auto || length.fixed <= 0 ? fallback : length.fixed;
}

/* What is left of @p rect inside the margins of @p style; percentages count from the paper. */
static mh_rect inside_margins(mh_rect rect, const fo_style *style, mh_rect paper)
{
    int32_t margin[G_N_ELEMENTS(style->margins)];
    /* Unlike in CSS, those above and below are percentages of the height (§5.3.2, as FOP has it).
     */
    for (size_t side = 0; side < G_N_ELEMENTS(margin); side++)
        margin[side] =
            fo_length_resolve(style->margins[side], side <= FO_BOTTOM ? paper.height : paper.width);
    rect.x += margin[FO_LEFT];
    rect.y += margin[FO_TOP];
    rect.width = MAX(rect.width - margin[FO_LEFT] - margin[FO_RIGHT], 0);
    rect.height = MAX(rect.height - margin[FO_TOP] - margin[FO_BOTTOM], 0);
    return rect;
}

static mh_rect inside_edges(mh_rect rect, const fo_style *style)
{
    int32_t edge[FO_SIDE_COUNT];
    for (int side = 0; side < FO_SIDE_COUNT; side++)
        edge[side] =
            style->edges[side].width + fo_length_resolve(style->edges[side].padding, rect.width);
    rect.x += style->writing_rtl ? edge[FO_END] : edge[FO_START];
    rect.y += edge[FO_BEFORE];
    rect.width = MAX(rect.width - edge[FO_START] - edge[FO_END], 0);
    rect.height = MAX(rect.height - edge[FO_BEFORE] - edge[FO_AFTER], 0);
    return rect;
}

static int32_t extent_of(const fo_page_master *master, fo_region_kind kind, int32_t base)
{
    const fo_node *node = master->region[kind].node;
    return node ? fo_length_resolve(node->style->extent, base) : 0;
}

static bool has_precedence(const fo_page_master *master, fo_region_kind kind)
{
    return master->region[kind].node && master->region[kind].node->style->region_precedence;
}

/* The outer regions share the corners by precedence (§6.4.14 and following). */
static void place_outer_regions(fo_page_master *master, mh_rect page)
{
    const int32_t above = extent_of(master, FO_REGION_ABOVE, master->height);
    const int32_t below = extent_of(master, FO_REGION_BELOW, master->height);
    const int32_t near = extent_of(master, FO_REGION_NEAR, master->width);
    const int32_t far = extent_of(master, FO_REGION_FAR, master->width);
    const bool rtl = master->node->style->writing_rtl;
    const int32_t left = rtl ? far : near, right = rtl ? near : far;
    fo_region *r = master->region;
    r[FO_REGION_ABOVE].rect = (mh_rect){page.x, page.y, page.width, above};
    r[FO_REGION_BELOW].rect = (mh_rect){page.x, page.y + page.height - below, page.width, below};
    for (int kind = FO_REGION_ABOVE; kind <= FO_REGION_BELOW; kind++) {
        if (has_precedence(master, (fo_region_kind)kind))
            continue;
        r[kind].rect.x += left;
        r[kind].rect.width -= left + right;
    }
    const int32_t top = has_precedence(master, FO_REGION_ABOVE) ? above : 0;
    const int32_t bottom = has_precedence(master, FO_REGION_BELOW) ? below : 0;
    const mh_rect side = {page.x, page.y + top, 0, page.height - top - bottom};
    r[FO_REGION_NEAR].rect = r[FO_REGION_FAR].rect = side;
    r[FO_REGION_NEAR].rect.width = near;
    r[FO_REGION_FAR].rect.width = far;
    r[rtl ? FO_REGION_NEAR : FO_REGION_FAR].rect.x = page.x + page.width - right;
}

static void find_regions(fo_page_master *master)
{
    for (const fo_node *child = master->node->first_child; child; child = child->next)
        for (int kind = 0; kind < FO_REGION_COUNT; kind++)
            if (child->type == region_types[kind])
                master->region[kind].node = child;
    for (int kind = 0; kind < FO_REGION_COUNT; kind++) {
        const fo_node *node = master->region[kind].node;
        const char *name = node ? fo_attribute(node, "region-name") : NULL;
        master->region[kind].name = name ? name : default_names[kind];
    }
}

static fo_page_master *measure_master(mh_arena *arena, const fo_node *node, const char *name)
{
    fo_page_master *master = MH_NEW(arena, fo_page_master, 1);
    *master = (fo_page_master){
        .node = node,
        .name = name,
        .width = size_of(node->style->width, DEFAULT_WIDTH),
        .height = size_of(node->style->height, DEFAULT_HEIGHT),
        .column_count = 1,
    };
    const mh_rect paper = {0, 0, master->width, master->height};
    const mh_rect page = inside_margins(paper, node->style, paper);
    find_regions(master);
    place_outer_regions(master, page);
    fo_region *body = &master->region[FO_BODY];
    body->rect = body->node ? inside_margins(page, body->node->style, paper) : page;
    for (int kind = 0; kind < FO_REGION_COUNT; kind++)
        if (master->region[kind].node)
            master->region[kind].content =
                inside_edges(master->region[kind].rect, master->region[kind].node->style);
    if (!body->node) {
        body->content = page;
        master->column_width = page.width;
        return master;
    }
    const fo_style *style = body->node->style;
    const int32_t count = MAX(style->column_count, 1);
    master->column_count = (uint32_t)count;
    master->column_gap = fo_length_resolve(style->column_gap, body->content.width);
    master->column_width = (body->content.width - (count - 1) * master->column_gap) / count;
    return master;
}

static void add_master(fo_masters *masters, fo_page_master *master)
{
    g_hash_table_insert(masters->pages, fo_unconst(master->name), master);
    if (!masters->first)
        masters->first = master;
}

void fo_masters_read(mh_job *job, const fo_node *root, fo_masters *out)
{
    mh_arena *arena = mh_job_arena(job);
    *out = (fo_masters){0};
    out->pages = mh_arena_string_hash(arena);
    out->sequences = mh_arena_string_hash(arena);
    for (const fo_node *set = root->first_child; set; set = set->next) {
        if (set->type != FO_LAYOUT_MASTER_SET)
            continue;
        for (const fo_node *node = set->first_child; node; node = node->next) {
            const char *name = fo_attribute(node, "master-name");
            if (!name)
                continue;
            if (node->type == FO_SIMPLE_PAGE_MASTER)
                add_master(out, measure_master(arena, node, name));
            else if (node->type == FO_PAGE_SEQUENCE_MASTER)
                g_hash_table_insert(out->sequences, fo_unconst(name), fo_unconst(node));
        }
    }
}

fo_master_choice fo_master_begin(const fo_masters *masters, const fo_node *sequence)
{
    const char *name = fo_attribute(sequence, "master-reference");
    fo_master_choice choice = {.masters = masters, .sequence = sequence};
    const fo_node *chain = name ? g_hash_table_lookup(masters->sequences, name) : NULL;
    if (chain)
        choice.specifier = chain->first_child;
    else if (name)
        choice.only = g_hash_table_lookup(masters->pages, name);
    return choice;
}

static bool position_matches(const char *position, const fo_page_facts *facts)
{
    if (!position || strcmp(position, "any") == 0)
        return true;
    if (strcmp(position, "first") == 0)
        return facts->is_first;
    if (strcmp(position, "last") == 0)
        return facts->is_last;
    if (strcmp(position, "only") == 0)
        return facts->is_first && facts->is_last;
    return !facts->is_first && !facts->is_last;
}

/* True when @p value is absent, "any", or the one of the two words that @p fact is. */
static bool word_matches(const char *value, const char *yes, const char *no, bool fact)
{
    if (!value)
        return true;
    return strcmp(value, yes) == 0 ? fact : strcmp(value, no) != 0 || !fact;
}

static bool condition_holds(const fo_node *node, const fo_page_facts *facts)
{
    return position_matches(fo_attribute(node, "page-position"), facts)
           && word_matches(fo_attribute(node, "odd-or-even"), "odd", "even", facts->is_odd)
           && word_matches(fo_attribute(node, "blank-or-not-blank"), "blank", "not-blank",
                           facts->is_blank);
}

static const fo_page_master *named(const fo_master_choice *choice, const fo_node *node)
{
    const char *name = fo_attribute(node, "master-reference");
    return name ? g_hash_table_lookup(choice->masters->pages, name) : NULL;
}

static const fo_page_master *from_specifier(const fo_master_choice *choice, const fo_node *node,
                                            const fo_page_facts *facts)
{
    if (node->type != FO_REPEATABLE_PAGE_MASTER_ALTERNATIVES)
        return named(choice, node);
    const fo_page_master *last = NULL;
    for (const fo_node *child = node->first_child; child; child = child->next) {
        const fo_page_master *master = named(choice, child);
        if (master && condition_holds(child, facts))
            return master;
        if (master)
            last = master;
    }
    return last;
}

static bool is_exhausted(const fo_node *specifier, uint32_t used)
{
    if (specifier->type == FO_SINGLE_PAGE_MASTER_REFERENCE)
        return used >= 1;
    const char *repeats = fo_attribute(specifier, "maximum-repeats");
    if (!repeats || strcmp(repeats, "no-limit") == 0)
        return false;
    return used >= (uint32_t)MAX(strtol(repeats, NULL, 10), 0);
}

const fo_page_master *fo_master_choose(const fo_master_choice *choice, const fo_page_facts *facts)
{
    const fo_page_master *master = choice->only;
    if (choice->specifier)
        master = from_specifier(choice, choice->specifier, facts);
    return master ? master : choice->masters->first;
}

void fo_master_advance(fo_master_choice *choice)
{
    if (!choice->specifier)
        return;
    choice->used++;
    /* The last specifier goes on when the sequence is longer than the masters provide for. */
    if (is_exhausted(choice->specifier, choice->used) && choice->specifier->next) {
        choice->specifier = choice->specifier->next;
        choice->used = 0;
    }
}

int32_t fo_column_x(const fo_page_master *master, uint32_t index, bool rtl)
{
    const uint32_t from_left = rtl ? master->column_count - 1 - index : index;
    return (int32_t)from_left * (master->column_width + master->column_gap);
}

bool fo_master_has_position(const fo_master_choice *choice, const char *wanted)
{
    if (!choice->specifier)
        return false;
    for (const fo_node *child = choice->specifier->first_child; child; child = child->next) {
        const char *position = fo_attribute(child, "page-position");
        if (position && strcmp(position, wanted) == 0)
            return true;
    }
    return false;
}
