#include "record/meeting.h"

#include "lexicon/date.h"

/* Units among which a meeting is opened, and a first speaker is looked for. */
#define OPENED_WITHIN 90
#define SPEAKERS_WITHIN 160
/* So many speakers among them make a text the record of a meeting. */
#define SPEAKERS_MIN 3
/* "8422", "46th" */
#define NUMBER_MAX 8
/* A longer unit is no line of a title page. */
#define PAGE_LINE_MAX 420
/* "Заседание открывается в 10 ч 40 мин." */
#define OPENING_BYTES 160
/* "Draft resolution A/64/L.68, as orally revised, was adopted (resolution 64/300)." */
#define DECISION_BYTES 160

/* ------------------------------------------------------------------ is it one? */

mh_record_kind rec_meeting_kind(rec_reader *reader)
{
    size_t speakers = 0;
    bool is_opened = false;
    bool is_summary = false;
    for (size_t at = 0; at < reader->units->len && at < SPEAKERS_WITHIN; at++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (at < OPENED_WITHIN && unit->chars <= REC_MEETING_LINE_MAX) {
            is_summary =
                is_summary || rec_matches(reader, unit->text, "masthead.record.summary", NULL);
            is_opened = is_opened || rec_matches(reader, unit->text, "verbatim.opened", NULL);
        }
        mh_pattern_match match;
        speakers += rec_speaker_length(reader, unit, &match) > 0;
    }
    if (is_summary && is_opened)
        return MH_KIND_SUMMARY_RECORD;
    bool is_meeting = speakers >= SPEAKERS_MIN || (is_opened && speakers > 0);
    return is_meeting ? MH_KIND_VERBATIM_RECORD : MH_KIND_DOCUMENT;
}

/* ------------------------------------------------------------------ title page */

/* Parts of the title page: each begins with a line that matches. */
static const struct {
    const char *key;
    const char *name;
    bool is_label; /* the line goes on after the colon */
} parts[] = {
    {"verbatim.meeting", "meeting", false},
    {"masthead.record.summary", "meeting", false},
    {"heading.contents", "contents", false},
    {"verbatim.president", "presidentAndMembers", true},
    {"verbatim.members", "presidentAndMembers", true},
    {"verbatim.agenda", "agenda", false},
    {"verbatim.boilerplate", "correctionsNotice", false},
};

/* Index of the part that @p unit begins, or the number of parts. */
static size_t part_of(rec_reader *reader, const rec_unit *unit)
{
    mh_view text = unit->text;
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        mh_view tested = parts[i].is_label ? mh_view_slice(text, 0, rec_label_length(text)) : text;
        bool is_said = parts[i].is_label && unit->ends_clause && tested.len < text.len;
        if (tested.len > 0 && !is_said && rec_matches(reader, tested, parts[i].key, NULL))
            return i;
    }
    return G_N_ELEMENTS(parts);
}

/* Date and place lines of the meeting give the work's date. */
static void note_date(rec_reader *reader, const rec_unit *unit)
{
    mh_date date;
    if (!reader->facts.work_date && mh_date_find(mh_fold(reader->folder, unit->text), 0, &date))
        reader->facts.work_date = mh_arena_strdup(reader->arena, date.iso);
}

static mh_node *title_line(rec_reader *reader, const rec_unit *unit, const char *part)
{
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    if (rec_matches(reader, unit->text, "verbatim.meeting", NULL))
        rec_span_add(spans, MH_SPAN_INLINE, 0, unit->text.len)->value = "akn4un:meetingName";
    if (rec_matches(reader, unit->text, "masthead.provisional", NULL)) {
        mh_span *status = rec_span_add(spans, MH_SPAN_DOC_STATUS, 0, unit->text.len);
        status->concept = rec_concept(reader, "provisional", "/akn/ontology/concept/un/provisional",
                                      "Provisional");
    }
    if (rec_matches(reader, unit->text, "masthead.record.summary", NULL)) {
        rec_span_add(spans, MH_SPAN_DOC_TITLE, 0, unit->text.len);
        if (reader->facts.title.len == 0)
            reader->facts.title = unit->text;
    }
    unsigned mode = strcmp(part, "meeting") == 0 ? REC_INLINE_TITLE : REC_INLINE_BODY;
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text = rec_text_marked(reader, unit, (rec_range){0, unit->text.len}, mode, spans);
    node->language = unit->language;
    return node;
}

static const mh_concept *person_in(const mh_inline *text)
{
    for (size_t i = 0; i < text->span_count; i++) {
        const mh_span *span = &text->spans[i];
        if (span->kind == MH_SPAN_CONCEPT && span->concept
            && span->concept->kind == MH_CONCEPT_PERSON)
        return span->concept;
    }
    return NULL;
}

/* Who presides: the first person named below "President:"; who does so in his or her absence. */
static void note_president(rec_reader *reader, const rec_unit *unit, const mh_node *line)
{
    rec_facts *facts = &reader->facts;
    const mh_concept *person = person_in(&line->text);
    if (!person)
        return;
    if (rec_matches(reader, unit->text, "verbatim.stage.invited", NULL))
        facts->acting_president = person;
    else if (!facts->president)
        facts->president = person;
}

/* The meeting begins: nothing of the title page follows. */
static bool is_meeting_begun(rec_reader *reader, const rec_unit *unit)
{
    mh_pattern_match match;
    if (part_of(reader, unit) < G_N_ELEMENTS(parts))
        return false;
    return rec_speaker_length(reader, unit, &match) > 0
           || (unit->chars <= REC_MEETING_LINE_MAX
               && (rec_matches(reader, unit->text, "verbatim.opened", NULL)
                   || rec_matches(reader, unit->text, "verbatim.agenda_adoption", NULL)));
}

/* ------------------------------------------------------------------ units put right */

/* "8422" and "nd meeting" below it are one line. */
static void join_number(rec_reader *reader, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    if (unit->chars > NUMBER_MAX || !g_ascii_isdigit(unit->text.ptr[0])
        || at + 1 >= reader->units->len)
        return;
    const char *both = mh_arena_printf(reader->arena, "%.*s %.*s", MH_VIEW_ARG(unit->text),
                                       MH_VIEW_ARG(rec_unit_at(reader, at + 1)->text));
    if (rec_matches(reader, mh_view_of(both), "verbatim.meeting", NULL))
        rec_units_join(reader, at, 2);
}

/* What the rest of a unit behind a sentence may be: a line of its own. */
static const struct {
    const char *key;
    bool is_answer; /* behind a question only: others speak of adoptions, too */
} decisions[] = {
    {"verbatim.so_decided", false},   {"verbatim.vote.taken", false}, {"verbatim.suspended", false},
    {"verbatim.stage.adopted", true}, {"verbatim.rose", false},
};

static bool is_decision(rec_reader *reader, mh_view rest, bool is_answer)
{
    for (size_t i = 0; i < G_N_ELEMENTS(decisions); i++) {
        if ((is_answer || !decisions[i].is_answer)
            && rec_matches(reader, rest, decisions[i].key, NULL))
            return true;
    }
    return false;
}

/* "May I take it that ...? It was so decided.": the decision is a line of its own, and it is short.
 */
static void split_decision(rec_reader *reader, size_t at)
{
    mh_view text = rec_unit_at(reader, at)->text;
    size_t from = text.len > DECISION_BYTES ? text.len - DECISION_BYTES : 0;
    for (size_t i = text.len; i-- > from + 1;) {
        char stop = text.ptr[i - 1];
        bool is_between = i > NUMBER_MAX && text.ptr[i] == ' ' && (stop == '?' || stop == '.');
        mh_view rest = mh_view_trim(mh_view_slice(text, i, text.len));
        if (!is_between || rest.len == 0 || !is_decision(reader, rest, stop == '?'))
            continue;
        rec_unit_split(reader, at, i);
        return;
    }
}

/* What stands last on the title page runs on into "The meeting was called to order at 3.10 p.m." */
static bool split_opening(rec_reader *reader, size_t at)
{
    mh_view text = rec_unit_at(reader, at)->text;
    size_t from = text.len > OPENING_BYTES ? text.len - OPENING_BYTES : 0;
    for (size_t i = from; i < text.len; i++) {
        mh_view rest = mh_view_slice(text, i + 1, text.len);
        if (text.ptr[i] != ' ' || !rec_matches(reader, rest, "verbatim.opened", NULL))
            continue;
        rec_unit_split(reader, at, i + 1);
        return true;
    }
    return false;
}

void rec_meeting_prepare(rec_reader *reader, size_t from)
{
    size_t page_end = from;
    while (page_end < reader->units->len
           && !is_meeting_begun(reader, rec_unit_at(reader, page_end))) {
        join_number(reader, page_end);
        if (split_opening(reader, page_end++))
            break;
    }
    for (size_t at = page_end; at < reader->units->len; at++)
        split_decision(reader, at);
}

/* ------------------------------------------------------------------ the title page read */

/* Adds @p unit to the part called @p name, the open one or a new one. */
static mh_node *add_to_part(rec_reader *reader, mh_document *document, mh_node *part,
                            const char *name, const rec_unit *unit)
{
    if (!part || strcmp(part->name, name) != 0) {
        part = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
        part->name = name;
        document->preface = rec_list_append(document->preface, part);
    }
    if (strcmp(name, "meeting") == 0)
        note_date(reader, unit);
    mh_node *line = title_line(reader, unit, name);
    if (strcmp(name, "presidentAndMembers") == 0)
        note_president(reader, unit, line);
    rec_node_append(part, line);
    return part;
}

size_t rec_meeting_preface(rec_reader *reader, rec_range range, mh_document *document)
{
    mh_node *container = NULL;
    size_t at = rec_next_unit(reader, range, range.from);
    while (at < range.to) {
        const rec_unit *unit = rec_unit_at(reader, at);
        size_t part = part_of(reader, unit);
        bool is_known = part < G_N_ELEMENTS(parts);
        bool is_noticed = container && strcmp(container->name, "correctionsNotice") == 0;
        if (!is_known
            && (is_noticed || unit->chars > PAGE_LINE_MAX || is_meeting_begun(reader, unit)))
            break;
        const char *name = is_known ? parts[part].name : container ? container->name : "meeting";
        container = add_to_part(reader, document, container, name, unit);
        at = rec_next_unit(reader, range, at + 1);
    }
    return at;
}
