#ifndef MH_RECORD_MEETING_H
#define MH_RECORD_MEETING_H

/* Verbatim records: the meeting's title page, speeches, stage lines, votes. */

#include "record/reader.h"

/** Title page of a meeting's record; returns the first unit of its body. */
size_t rec_meeting_preface(rec_reader *reader, rec_range range, mh_document *document);

/** The meeting: DEBATE_SECTION nodes with SPEECH, NARRATIVE and CONTAINER in them. */
mh_node *rec_meeting_read(rec_reader *reader, rec_range range);

#endif
