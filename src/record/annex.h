#ifndef MH_RECORD_ANNEX_H
#define MH_RECORD_ANNEX_H

/* Annexes, enclosures, appendices: where they begin and how they hang together. */

#include "record/reader.h"

/** An attachment that was found. */
typedef struct rec_annex {
    size_t unit;         /**< its label line */
    size_t label_count;  /**< units of the label: 2 for "Annex" and "Title" glued by nobody */
    mh_record_kind kind; /**< ANNEX, ENCLOSURE, APPENDIX */
    mh_document *document;
} rec_annex;

/** Attachments of @p range, in order (GArray of rec_annex). */
GArray *rec_annexes_find(rec_reader *reader, rec_range range);

/** Links the documents of @p annexes under @p parent by kind: enclosures go into annexes. */
void rec_annexes_link(GArray *annexes, mh_document *parent);

/** True when the text is the label of an annex; its number in @p number (may be NULL). */
bool rec_annex_label(rec_reader *reader, mh_view text, mh_record_kind *kind, mh_view *number);

/**
 * Title matter of an attachment: label, "[Original: French]", title, subtitles.
 *
 * @param out the preface's nodes
 * @return the first unit of its body
 */
size_t rec_annex_preface(rec_reader *reader, rec_range range, mh_node **out);

#endif
