#include "record/meeting.h"

#include "lexicon/name.h"

/* Digits of a count of members. */
#define COUNT_ROOM 8

static const struct {
    const char *key;
    mh_concept concept;
} votes[] = {
    {"verbatim.vote.for",
     {MH_CONCEPT_CONCEPT, "inFavour", "/akn/ontology/concept/un/voting.inFavour", "In favour"}},
    {"verbatim.vote.against",
     {MH_CONCEPT_CONCEPT, "against", "/akn/ontology/concept/un/voting.against", "Against"}},
    {"verbatim.vote.abstaining",
     {MH_CONCEPT_CONCEPT, "abstaining", "/akn/ontology/concept/un/voting.abstaining",
      "Abstaining"}},
    {"verbatim.vote.absent",
     {MH_CONCEPT_CONCEPT, "absent", "/akn/ontology/concept/un/voting.absent",
      "Absent or not voting"}},
};

size_t rec_label_length(mh_view text)
{
    static const char wide[] = "：";
    size_t colon = mh_view_find(text, MH_VIEW(":"), 0);
    size_t wide_colon = mh_view_find(text, mh_view_of(wide), 0);
    if (colon == SIZE_MAX && wide_colon == SIZE_MAX)
        return 0;
    return wide_colon < colon ? wide_colon + sizeof wide - 1 : colon + 1;
}

const mh_concept *rec_vote_of_label(rec_reader *reader, mh_view text)
{
    mh_view label = mh_view_slice(text, 0, rec_label_length(text));
    for (size_t i = 0; label.len > 0 && i < G_N_ELEMENTS(votes); i++) {
        if (rec_matches(reader, label, votes[i].key, NULL))
        return &votes[i].concept;
    }
    return NULL;
}

/* Names that commas part; what States it knows tells of "China and the Sudan". */
static uint32_t members_in(rec_reader *reader, const mh_node *line)
{
    mh_view text = line->text.text;
    uint32_t names = 1;
    uint32_t states = 0;
    if (rec_matches(reader, text, "verbatim.vote.none", NULL))
        return 0;
    for (size_t at = 0; at < text.len;
         at += (size_t)(mh_utf8_next(text.ptr + at) - text.ptr) - at) {
        uint32_t c = rec_char_at(text, at);
        bool parts = c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C;
        names += parts && at + 1 < text.len;
    }
    for (size_t i = 0; i < line->text.span_count; i++) {
        const mh_span *span = &line->text.spans[i];
        states +=
            span->kind == MH_SPAN_CONCEPT && span->concept && mh_concept_is_state(span->concept);
    }
    return MAX(names, states);
}

static void count_members(rec_reader *reader, const rec_roll_call *call, const mh_node *line)
{
    if (!call->count)
        return;
    uint32_t before = (uint32_t)g_ascii_strtoull(call->count, NULL, 10);
    (void)g_snprintf(call->count, COUNT_ROOM, "%u", before + members_in(reader, line));
}

/* "In favour:": how many members did so is written when they have been read. */
static mh_node *label_of(rec_reader *reader, rec_roll_call *call, const rec_unit *unit,
                         const mh_concept *vote)
{
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    size_t end = rec_label_length(unit->text);
    mh_view words = mh_view_slice(unit->text, 0, end);
    while (words.len > 0 && !g_unichar_isalpha(rec_char_before(words, words.len)))
        words.len -= (size_t)(words.ptr + words.len - g_utf8_prev_char(words.ptr + words.len));
    call->count = MH_NEW(reader->arena, char, COUNT_ROOM);
    (void)g_strlcpy(call->count, "0", COUNT_ROOM);
    mh_span *span = rec_span_add(spans, MH_SPAN_QUANTITY, 0, words.len);
    span->value = call->count;
    span->concept = vote;
    mh_node *line = rec_node_new(reader, MH_NODE_P, unit);
    line->text =
        rec_text_marked(reader, unit, (rec_range){0, unit->text.len}, REC_INLINE_BODY, spans);
    line->language = unit->language;
    return line;
}

/* The members' names: below a label whatever stands there, further lines when they end no sentence.
 */
static bool are_members(const rec_roll_call *call, const rec_unit *unit)
{
    return call->node && (call->is_label || !unit->ends_clause);
}

mh_node *rec_roll_call_take(rec_reader *reader, rec_roll_call *call, const rec_unit *unit)
{
    const mh_concept *vote = rec_vote_of_label(reader, unit->text);
    if (!vote && !are_members(call, unit))
        return NULL;
    if (!call->node) {
        call->node = rec_node_new(reader, MH_NODE_CONTAINER, unit);
        call->node->name = "rollCall";
    }
    mh_node *line = vote ? label_of(reader, call, unit, vote)
                         : rec_paragraph_of(reader, unit, 0, REC_INLINE_BODY);
    size_t label = vote ? rec_label_length(unit->text) : 0;
    if (!vote) {
        count_members(reader, call, line);
    } else if (mh_view_trim(mh_view_slice(unit->text, label, unit->text.len)).len > 0) {
        rec_unit rest = *unit;
        rest.text = mh_view_trim(mh_view_slice(unit->text, label, unit->text.len));
        rest.calls = NULL;
        count_members(reader, call, rec_paragraph_of(reader, &rest, 0, REC_INLINE_BODY));
    }
    call->is_label = vote && label == unit->text.len;
    rec_node_append(call->node, line);
    return call->node;
}
