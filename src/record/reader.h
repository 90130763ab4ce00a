#ifndef MH_RECORD_READER_H
#define MH_RECORD_READER_H

/*
 * What the passes of recognition share: the units of the text (blocks, cut where one block holds
 * several things), what the passes have said of them, and how nodes are made of them. The order of
 * the passes is in record.c.
 */

#include "base/job.h"
#include "lexicon/fold.h"
#include "lexicon/pattern.h"
#include "record/inline.h"
#include "record/mark.h"
#include "record/record.h"

/** A place in a unit where a note is called. */
typedef struct rec_call {
    uint32_t start; /**< bytes of the unit's text */
    uint32_t end;
    mh_note *note;
    struct rec_call *next;
} rec_call;

/** What a pass has taken a unit for, so that later ones leave it alone. */
typedef enum rec_use {
    REC_USE_NONE,
    REC_USE_COVER,
    REC_USE_CONTENTS_HEADING, /**< begins a printed list of contents */
    REC_USE_CONTENTS,         /**< a line of it */
    REC_USE_NOTE,             /**< text of a note: written at its call */
} rec_use;

/** A stretch of the record that is one thing: a block or a part of one. */
typedef struct rec_unit {
    mh_view text;
    const mh_block *block;
    size_t chars; /**< characters of the text */
    uint32_t first_line;
    uint32_t last_line;
    mh_language language; /**< NONE when its words do not tell */
    rec_mark mark;
    rec_use use;
    mh_note *note; /**< with REC_USE_NOTE: the note it belongs to */
    bool starts_page;
    bool is_row;      /**< a row of a table */
    bool ends_clause; /**< its last word ends with a stop, semicolon, colon... */
    rec_call *calls;  /**< in text order */
} rec_unit;

/** What the masthead and the title say; record.c makes the record's fields of it. */
typedef struct rec_facts {
    GArray *symbols;   /**< of const char *, normalised, no stars */
    GArray *organs;    /**< of const mh_concept * */
    GArray *originals; /**< of mh_language */
    const char *issue_date;
    const char *work_date; /**< of the letter, the adoption, the meeting */
    const char *session;
    mh_language language; /**< of the language line */
    mh_record_kind kind;  /**< of the title; MH_KIND_DOCUMENT when it does not say */
    mh_view title;
    const mh_concept *author;
    const mh_concept
        *president; /**< of a meeting, and who presides in his or her absence; or NULL */
    const mh_concept *acting_president;
} rec_facts;

typedef struct rec_reader {
    mh_job *job;
    mh_arena *arena;
    const mh_text *text;
    const mh_record_options *options;
    mh_folder *folder;
    rec_inline_context *inlines;
    GArray *units;        /**< of rec_unit; see rec_unit_at() */
    GArray *spans;        /**< of mh_span: work space of rec_text() */
    GArray *moves;        /**< of mh_move */
    mh_language language; /**< of the record */
    rec_facts facts;
    mh_record *record;
} rec_reader;

/** Units [from, to). */
typedef struct rec_range {
    size_t from;
    size_t to;
} rec_range;

/** Borrowed; a split makes it invalid. */
static inline rec_unit *rec_unit_at(const rec_reader *reader, size_t at)
{
    return &g_array_index(reader->units, rec_unit, at);
}

/* ------------------------------------------------------------------ record.c */

/** IRI part of the organ that issues the record: "unga"; "un" when none is printed. */
const char *rec_actor_of(const rec_reader *reader);

/* ------------------------------------------------------------------ units.c */

/** Makes the reader's units of its text. */
void rec_units_make(rec_reader *reader);

/** Byte of the unit's text at which line @p index of its block begins; the unit is a whole block.
 */
size_t rec_line_offset(const rec_reader *reader, const rec_unit *unit, size_t index);

/** Bytes of its block's text before the unit's; 0 for a text of its own, put together of several.
 */
size_t rec_unit_offset(const rec_unit *unit);

/** Cuts unit @p at into two at byte @p offset of its text. */
void rec_unit_split(rec_reader *reader, size_t at, size_t offset);

/**
 * Gives unit @p at the texts of @p count units from it on, parted by a space; the caller takes the
 * others out. For passes that join many: they close the gaps in one go.
 */
void rec_units_merge(rec_reader *reader, size_t at, size_t count);

/** Makes one unit of @p count ones from @p at on, their texts parted by a space. */
void rec_units_join(rec_reader *reader, size_t at, size_t count);

/** The first unit at or after @p from that is no note; range.to when there is none. */
size_t rec_next_unit(const rec_reader *reader, rec_range range, size_t from);

/** Length of the unit's text without note calls at its end. */
size_t rec_unit_bare_length(const rec_unit *unit);

/** Last character of the text, closing quotes, brackets and note calls aside; 0 for none. */
uint32_t rec_last_char(mh_view text);

/** Ends like a sentence or clause: stop, semicolon, comma, colon, question or exclamation mark. */
bool rec_is_terminal(uint32_t c);

/** Looks like a heading: short, begins with no small letter, does not end like a clause. */
bool rec_is_heading_like(const rec_unit *unit, mh_view text, size_t longest);

size_t rec_char_count(mh_view text);

/** True when the text has more characters than @p chars; looks at few of them. */
bool rec_is_longer(mh_view text, size_t chars);

/** The beginning of @p text, at most @p most bytes, cut between two characters. */
mh_view rec_head_of(mh_view text, size_t most);

/** Character at byte @p at, or 0 at the end. */
uint32_t rec_char_at(mh_view text, size_t at);

/** Character before byte @p at, or 0 at the beginning. */
uint32_t rec_char_before(mh_view text, size_t at);

/**
 * End of the cell that begins at byte @p start of a row: cells are parted by a TAB or by three
 * spaces and more. @p next is where the next cell begins; beyond the text's length when none does.
 */
size_t rec_cell_end(mh_view row, size_t start, size_t *next);

/* ------------------------------------------------------------------ notes.c */

/** Takes notes out of the units and pairs them with their calls. */
void rec_notes_read(rec_reader *reader);

/* ------------------------------------------------------------------ language.c */

/** The language most of the text of @p range is in. */
mh_language rec_language_of(const rec_reader *reader, rec_range range);

/** Gives units whose words do not prove a language that of the document. */
void rec_language_settle_units(rec_reader *reader, rec_range range, mh_language language);

/** Leaves languages only at nodes that differ from their document. */
void rec_language_settle_document(mh_document *document);

/* ------------------------------------------------------------------ cues.c */

/** True when @p text matches @p key in the unit's language or that of the record. */
bool rec_matches(rec_reader *reader, mh_view text, const char *key, mh_pattern_match *out);

/** "Ms. Lind", "السيد ...": a courtesy title and a name open the text. */
bool rec_begins_with_person(rec_reader *reader, mh_view text);

/* ------------------------------------------------------------------ tree.c */

mh_node *rec_node_new(rec_reader *reader, mh_node_kind kind, const rec_unit *unit);

/** Appends @p child to @p parent's children. */
void rec_node_append(mh_node *parent, mh_node *child);

/** Appends @p nodes, which are linked by next, to @p parent's children. */
void rec_node_append_all(mh_node *parent, mh_node *nodes);

/** Appends @p node to a list whose first node is @p first (may be NULL); returns the first. */
mh_node *rec_list_append(mh_node *first, mh_node *node);

/** Children of @p root, no longer bound to it. */
mh_node *rec_detach(mh_node *root);

/** Takes @p child, which must be the last one, out of its parent. */
void rec_node_remove_last(mh_node *parent);

/** Text of bytes [from, to) of @p unit with its notes and inline marks. */
mh_inline rec_text(rec_reader *reader, const rec_unit *unit, size_t from, size_t to, unsigned mode);

/** Like rec_text() with the spans in @p own (offsets in the unit's text). */
mh_inline rec_text_marked(rec_reader *reader, const rec_unit *unit, rec_range bytes, unsigned mode,
                          const GArray *own);

/** A P of the unit's whole text. */
mh_node *rec_paragraph_of(rec_reader *reader, const rec_unit *unit, size_t from, unsigned mode);

/** Appends a span to @p spans (of mh_span); the new one, to fill in the rest. */
mh_span *rec_span_add(GArray *spans, mh_span_kind kind, size_t start, size_t end);

/** A concept that is not in the lexicon's tables but in the mapping: "signed", "symbol". */
const mh_concept *rec_concept(rec_reader *reader, const char *id, const char *href,
                              const char *show);

#endif
