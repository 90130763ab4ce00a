/* fo:marker and fo:retrieve-marker (XSL 1.1 §6.13.5, §6.13.6). */

#include "fo/maker.h"

static void begin(fo_maker *maker, const fo_node *marker, uint32_t index)
{
    const fo_node *sequence = marker;
    while (sequence->parent && sequence->type != FO_PAGE_SEQUENCE)
        sequence = sequence->parent;
    const fo_marked marked = {
        .marker = marker,
        .class_name = fo_attribute(marker, "marker-class-name"),
        .owner = marker->parent,
        .sequence = sequence,
        .first = index,
        .last = UINT32_MAX,
    };
    if (marked.class_name)
        g_array_append_vals(maker->marked, &marked, 1);
}

void fo_markers_note(fo_maker *maker, const fo_node *owner, uint32_t index, bool begins)
{
    for (const fo_node *child = owner->first_child; child; child = child->next) {
        if (child->type != FO_MARKER)
            continue;
        if (begins) {
            begin(maker, child, index);
            continue;
        }
        for (guint i = maker->marked->len; i > 0; i--) {
            fo_marked *marked = &g_array_index(maker->marked, fo_marked, i - 1);
            if (marked->marker != child)
                continue;
            marked->last = index;
            break;
        }
    }
}

typedef enum position {
    FIRST_STARTING,
    FIRST_INCLUDING_CARRYOVER,
    LAST_STARTING,
    LAST_ENDING,
} position;

static position position_of(const fo_node *retriever)
{
    static const char *const names[] = {
        [FIRST_STARTING] = "first-starting-within-page",
        [FIRST_INCLUDING_CARRYOVER] = "first-including-carryover",
        [LAST_STARTING] = "last-starting-within-page",
        [LAST_ENDING] = "last-ending-within-page",
    };
    const char *value = fo_attribute(retriever, "retrieve-position");
    for (size_t i = 0; value && i < G_N_ELEMENTS(names); i++)
        if (strcmp(value, names[i]) == 0)
            return (position)i;
    return FIRST_STARTING;
}

/* What the marked areas of one class offer to a page. */
typedef struct candidates {
    const fo_marked *starting_first;
    const fo_marked *starting_last;
    const fo_marked *ending_last;
    const fo_marked *carried; /* began before and goes on into the page */
    const fo_marked *earlier; /* last one that began on an earlier page */
} candidates;

static void offer(candidates *c, const fo_marked *marked, uint32_t index)
{
    if (marked->first == index) {
        if (!c->starting_first)
            c->starting_first = marked;
        c->starting_last = marked;
    } else if (marked->first < index) {
        c->earlier = marked;
        if (marked->last >= index && !c->carried)
            c->carried = marked;
    }
    if (marked->last == index)
        c->ending_last = marked;
}

static bool is_within(const fo_node *retriever, const fo_marked *marked, const fo_sheet *sheet)
{
    const char *boundary = fo_attribute(retriever, "retrieve-boundary");
    if (boundary && strcmp(boundary, "document") == 0)
        return true;
    if (marked->sequence != sheet->sequence)
        return false;
    const bool is_page = boundary && strcmp(boundary, "page") == 0;
    return !is_page || marked->last >= sheet->index;
}

/* The choice of each position, and what it falls back to. */
static const fo_marked *choose(const candidates *c, position wanted, bool page_only)
{
    const fo_marked *found = NULL;
    switch (wanted) {
    case FIRST_STARTING:
        found = c->starting_first ? c->starting_first : c->carried;
        break;
    case FIRST_INCLUDING_CARRYOVER:
        found = c->carried ? c->carried : c->starting_first;
        break;
    case LAST_STARTING:
        found = c->starting_last ? c->starting_last : c->carried;
        break;
    case LAST_ENDING:
        found = c->ending_last ? c->ending_last : c->carried;
        break;
    }
    return found || page_only ? found : c->earlier;
}

static const fo_marked *find(const fo_maker *maker, const fo_sheet *sheet, const fo_node *retriever)
{
    const char *name = fo_attribute(retriever, "retrieve-class-name");
    const char *boundary = fo_attribute(retriever, "retrieve-boundary");
    candidates c = {0};
    for (guint i = 0; name && i < maker->marked->len; i++) {
        const fo_marked *marked = &g_array_index(maker->marked, fo_marked, i);
        if (marked->first > sheet->index)
            continue;
        if (strcmp(marked->class_name, name) == 0 && is_within(retriever, marked, sheet))
            offer(&c, marked, sheet->index);
    }
    return choose(&c, position_of(retriever), boundary && strcmp(boundary, "page") == 0);
}

static void retrieve(fo_maker *maker, const fo_sheet *sheet, fo_node *retriever)
{
    const fo_marked *marked = find(maker, sheet, retriever);
    retriever->first_child = NULL;
    if (marked)
        retriever->first_child = fo_tree_retrieve(maker->context->job, marked->marker, retriever);
}

void fo_markers_retrieve(fo_maker *maker, const fo_sheet *sheet, const fo_node *content)
{
    for (fo_node *child = content->first_child; child; child = child->next) {
        if (child->type == FO_RETRIEVE_MARKER)
            retrieve(maker, sheet, child);
        else
            fo_markers_retrieve(maker, sheet, child);
    }
}
