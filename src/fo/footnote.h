#ifndef MH_FO_FOOTNOTE_H
#define MH_FO_FOOTNOTE_H

/*
 * Footnotes of the page being filled (XSL 1.1 §6.12.3): they share its room with the text that
 * calls them. Private to fo.
 */

#include "fo/flow.h"

/** A footnote that waits for its place or has begun to get it. */
typedef struct fo_note {
    const fo_node *footnote;
    const fo_items *items;
    fo_place from;    /**< where it goes on: after what earlier pages had */
    int32_t height;   /**< of what is left */
    bool begins_line; /**< first of those called in its line */
    int32_t smallest; /**< of the first piece that can stand alone */
} fo_note;

/** Footnotes of one column or page, those left over from earlier ones first. */
typedef struct fo_notes {
    fo_context *context;
    mh_arena *arena;
    GArray *list;                    /**< fo_note */
    GHashTable *built;               /**< fo_node of fo:footnote → fo_note */
    size_t old_count;                /**< of them left over */
    int32_t width;                   /**< of their reference area */
    const fo_items *separator_items; /**< static content above them, or NULL */
    int32_t separator;               /**< its height */
    bool rtl;
} fo_notes;

fo_notes *fo_notes_new(fo_context *context, mh_arena *arena, int32_t width, bool rtl);

/** Adds the footnotes called in @p line. */
void fo_notes_add(fo_notes *notes, const fo_line *line);

/**
 * Height that the first @p count need at least, the separator included: of those called in the last
 * line one must begin on the page, the others may wait.
 */
int32_t fo_notes_minimum(const fo_notes *notes, size_t count);

/** Height of all of the first @p count with the separator; 0 without any. */
int32_t fo_notes_height(const fo_notes *notes, size_t count);

/** A piece of a footnote on a page. */
typedef struct fo_note_slot {
    const fo_items *items;
    fo_range range;
    int32_t top; /**< from the top of the separator */
} fo_note_slot;

typedef struct fo_notes_piece {
    const fo_note_slot *slots; /**< in the arena of the notes */
    size_t count;
    int32_t height; /**< of separator and footnotes; 0 when there are none */
} fo_notes_piece;

/**
 * Takes from the list what fits into @p room; the rest stays in it as old.
 *
 * @param is_forced the first one begins even when it does not fit
 */
void fo_notes_place(fo_notes *notes, int32_t room, bool is_forced, fo_notes_piece *out);

#endif
