#ifndef MH_RECORD_TITLE_H
#define MH_RECORD_TITLE_H

/* Titles: of letters, with date, sender and addressee; of resolutions; plain ones. */

#include "record/reader.h"

/** What a title says. */
typedef struct rec_title {
    mh_record_kind kind; /**< MH_KIND_DOCUMENT when it says nothing of the kind */
    char date[11];       /**< ISO, or "" */
    mh_view sender;
    mh_view addressee;
} rec_title;

/** Reads a title such as "Letter dated ... from ... addressed to ...". False when it is none. */
bool rec_title_read(rec_reader *reader, mh_view text, rec_title *out);

/** True when the title names date, sender and addressee. */
bool rec_title_is_whole(rec_reader *reader, mh_view text);

/** Byte at which the title begins in "153/12. Title", or 0 when the text is no such title. */
size_t rec_numbered_title(const rec_reader *reader, mh_view text);

/** Joins titles of letters that were cut into several units. Comes before notes are read. */
void rec_titles_join(rec_reader *reader);

/** A title line: docTitle, or a subtitle when it is not the first one. */
mh_node *rec_title_line(rec_reader *reader, const rec_unit *unit, bool is_first);

/** Adds the span of the meeting that slot "n" of @p match numbers: an event. */
void rec_meeting_span(rec_reader *reader, mh_view text, const mh_pattern_match *match,
                      GArray *spans);

/** Adds the spans of "Original: English and French": one for each language's name. */
size_t rec_original_spans(rec_reader *reader, mh_view text, GArray *spans);

/** Languages named in @p text, in order (GArray of mh_language). */
GArray *rec_languages_in(rec_reader *reader, mh_view text);

#endif
