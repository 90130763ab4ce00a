#ifndef MH_RECORD_NOTES_H
#define MH_RECORD_NOTES_H

/* What the two ways of pairing notes share: down the record (notes.c), page by page (notes_page.c).
 */

#include "record/reader.h"

#define REC_NOTE_VALUE_MAX 999

/** A place that may be a call: the lower the score the surer. */
typedef struct rec_place {
    size_t unit;
    uint32_t start;
    uint32_t end;
    uint32_t score;
} rec_place;

typedef struct rec_notes {
    rec_reader *reader;
    GArray *digits[REC_NOTE_VALUE_MAX + 1]; /**< of rec_place, by value, in text order, or NULL */
    size_t next_digit[REC_NOTE_VALUE_MAX + 1];
    GArray *stars;    /**< of rec_place; score = number of stars */
    GArray *taken;    /**< of gboolean, parallel to stars */
    size_t last_unit; /**< where the last numbered call stands */
    uint32_t last_end;
    uint32_t expected;
    unsigned searches;
    mh_note *last; /**< the note that was made last */
} rec_notes;

/** Adds to @p notes all places of unit @p at that may be calls. */
void rec_notes_scan(rec_notes *notes, size_t at);

/** The value of a run of ASCII digits. */
uint32_t rec_digits_value(mh_view digits);

/** An ideograph: words have no spaces about them there. */
bool rec_is_cjk(uint32_t c);

/** Score of digits [start, end) of @p text as a call, 0 when they are none. */
uint32_t rec_call_score(mh_view text, size_t start, size_t end);

/** The number a note begins with ("1 Text", "(1) Text") and where its text begins; 0 for none. */
uint32_t rec_note_number(rec_reader *reader, const rec_unit *unit, size_t *text_from);

/** Stars at the start of a note, 0 when the unit is none: "* Text", "**Text". */
size_t rec_note_stars(const rec_unit *unit);

/** The text of a note: a unit or, where the texts of several notes were joined, a part of it. */
typedef struct rec_note_text {
    size_t unit;
    size_t from;         /**< byte of the unit's text */
    size_t to;           /**< 0: its end */
    uint32_t first_line; /**< 0: that of the unit */
    uint32_t last_line;
} rec_note_text;

/** Makes @p text that of a new note that is called at @p call. */
void rec_note_take(rec_notes *notes, const rec_place *call, const rec_note_text *text);

/** The same for a note with number @p value, after which that of value + 1 is expected. */
void rec_note_take_numbered(rec_notes *notes, const rec_place *call, const rec_note_text *text,
                            uint32_t value);

/** Says that unit @p number is the number of the note made last and nothing else. */
void rec_note_take_number(rec_notes *notes, size_t number);

/**
 * Pairs the notes below the rule of one page, of which unit @p at is the first, with their calls on
 * that page. Numbers may stand before, between or after the texts; what cannot be paired is left.
 */
void rec_notes_read_page(rec_notes *notes, size_t at);

#endif
