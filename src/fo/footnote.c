#include "fo/footnote.h"

static const fo_node *body_of(const fo_node *footnote)
{
    for (const fo_node *child = footnote->first_child; child; child = child->next)
        if (child->type == FO_FOOTNOTE_BODY)
            return child;
    return NULL;
}

fo_notes *fo_notes_new(fo_context *context, mh_arena *arena, int32_t width, bool rtl)
{
    fo_notes *notes = MH_NEW(arena, fo_notes, 1);
    *notes = (fo_notes){
        .context = context,
        .arena = arena,
        .list = mh_arena_array(arena, sizeof(fo_note)),
        .built = g_hash_table_new(NULL, NULL),
        .width = width,
        .rtl = rtl,
    };
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, notes->built);
    return notes;
}

/* A search may call the same line twice: bodies are built once. */
static const fo_note *build(fo_notes *notes, const fo_node *footnote)
{
    fo_note *note = g_hash_table_lookup(notes->built, footnote);
    if (note)
        return note;
    const fo_node *body = body_of(footnote);
    fo_builder builder;
    fo_builder_init(&builder, notes->context, notes->arena, notes->width, notes->rtl);
    builder.items->keeps_edge_space = true;
    if (body) {
        fo_open_block(&builder, body);
        fo_build_children(&builder, body);
        fo_close_area(&builder);
    }
    note = MH_NEW(notes->arena, fo_note, 1);
    *note = (fo_note){.footnote = footnote, .items = builder.items};
    note->height = fo_items_height(notes->context, note->items);
    note->smallest = note->height;
    fo_piece piece;
    const fo_room room = {.height = note->height, .is_forced = true, .is_smallest = true};
    fo_fit(notes->context, note->items, note->from, &room, &piece);
    if (!piece.is_end && piece.strength < FO_KEEP_ALWAYS)
        note->smallest = piece.height;
    g_hash_table_insert(notes->built, fo_unconst(footnote), note);
    return note;
}

void fo_notes_add(fo_notes *notes, const fo_line *line)
{
    for (size_t i = 0; i < line->footnote_count; i++) {
        fo_note note = *build(notes, line->footnotes[i]);
        note.begins_line = i == 0;
        g_array_append_vals(notes->list, &note, 1);
    }
}

int32_t fo_notes_minimum(const fo_notes *notes, size_t count)
{
    if (count == 0)
        return 0;
    size_t last = count - 1;
    while (last > notes->old_count && !g_array_index(notes->list, fo_note, last).begins_line)
        last--;
    int32_t height = notes->separator;
    for (size_t i = 0; i < last; i++)
        height += g_array_index(notes->list, fo_note, i).height;
    const fo_note *note = &g_array_index(notes->list, fo_note, last);
    return height + MIN(note->height, note->smallest);
}

int32_t fo_notes_height(const fo_notes *notes, size_t count)
{
    int32_t height = count > 0 ? notes->separator : 0;
    for (size_t i = 0; i < count; i++)
        height += g_array_index(notes->list, fo_note, i).height;
    return height;
}

void fo_notes_place(fo_notes *notes, int32_t room, bool is_forced, fo_notes_piece *out)
{
    GArray *slots = mh_arena_array(notes->arena, sizeof(fo_note_slot));
    guint taken = 0;
    int32_t used = notes->separator;
    for (; taken < notes->list->len; taken++) {
        fo_note *note = &g_array_index(notes->list, fo_note, taken);
        fo_piece piece;
        const fo_room own = {.height = room - used, .is_forced = is_forced && slots->len == 0};
        fo_fit(notes->context, note->items, note->from, &own, &piece);
        if (!piece.fits)
            break;
        const fo_note_slot slot = {
            .items = note->items,
            .range = {.from = note->from, .to = piece.to, .is_end = piece.is_end},
            .top = used,
        };
        g_array_append_vals(slots, &slot, 1);
        used += piece.height;
        if (piece.is_end)
            continue;
        note->from = piece.to;
        note->height -= piece.height;
        note->smallest = MIN(note->smallest, note->height);
        break;
    }
    g_array_remove_range(notes->list, 0, taken);
    notes->old_count = notes->list->len;
    *out = (fo_notes_piece){
        .slots = (const fo_note_slot *)(void *)slots->data,
        .count = slots->len,
        .height = slots->len > 0 ? used : 0,
    };
}
