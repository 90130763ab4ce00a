#ifndef MH_RECORD_MEETING_H
#define MH_RECORD_MEETING_H

/*
 * Verbatim records: the meeting's title page (meeting_page.c), speeches, stage lines and headings
 * (meeting.c), votes (votes.c).
 */

#include "record/reader.h"

/** MH_KIND_VERBATIM_RECORD or MH_KIND_SUMMARY_RECORD when the text says so, else MH_KIND_DOCUMENT:
 * a meeting is opened, speakers follow each other. */
mh_record_kind rec_meeting_kind(rec_reader *reader);

/** Puts units from @p from on right before anything is read of them: lines that belong together, or
 * are two. */
void rec_meeting_prepare(rec_reader *reader, size_t from);

/** Title page of a meeting's record; returns the first unit of its body. */
size_t rec_meeting_preface(rec_reader *reader, rec_range range, mh_document *document);

/**
 * The meeting: DEBATE_SECTION nodes with SPEECH, NARRATIVE and CONTAINER in them.
 *
 * @param is_summary its numbered paragraphs are sections "paragraph" with what was said, reported
 */
mh_node *rec_meeting_read(rec_reader *reader, rec_range range, bool is_summary);

/* ------------------------------------------------------------------ between these files */

/** Longest heading or stage line, in characters. */
#define REC_MEETING_LINE_MAX 220

/** Bytes of "Mr. Dupont (France) (spoke in French):" at the beginning of @p unit; 0 = no speaker.
 */
size_t rec_speaker_length(rec_reader *reader, const rec_unit *unit, mh_pattern_match *match);

/** A line about what happens in the room: "A vote was taken by show of hands." */
bool rec_is_stage_line(rec_reader *reader, const rec_unit *unit);

/** Bytes up to and with the first colon, or 0. */
size_t rec_label_length(mh_view text);

/** "In favour:", "Against:", "Abstaining:": what the members below it did, or NULL. */
const mh_concept *rec_vote_of_label(rec_reader *reader, mh_view text);

/** A roll-call that is being read. */
typedef struct rec_roll_call {
    mh_node *node; /**< CONTAINER "rollCall", or NULL */
    char *count;   /**< of the members below the last label: the value of its span */
    bool is_label; /**< the last line was a label: members follow */
} rec_roll_call;

/**
 * Takes a label or the members below one into the roll-call.
 *
 * @return the new CONTAINER when a roll-call begins, the open one when the unit went into it, NULL
 *         when the unit is no part of a vote
 */
mh_node *rec_roll_call_take(rec_reader *reader, rec_roll_call *call, const rec_unit *unit);

#endif
