#include "record/meeting.h"

#include "lexicon/date.h"

/* A speaker's line up to the colon, in characters, and a speaker's name. */
#define SPEAKER_MAX 170
#define SPEAKER_NAME_MAX 60
#define HEADING_MAX 220

/* ------------------------------------------------------------------ title page */

/* Parts of the title page: each begins with a line that matches. */
static const struct {
    const char *key;
    const char *name;
    bool is_label; /* the line goes on after the colon */
} parts[] = {
    {"verbatim.meeting", "meeting", false},
    {"verbatim.president", "presidentAndMembers", true},
    {"verbatim.members", "presidentAndMembers", true},
    {"verbatim.agenda", "agenda", false},
    {"verbatim.boilerplate", "correctionsNotice", false},
};

/* Bytes up to and with the first colon, or 0. */
static size_t label_length(mh_view text)
{
    static const char wide[] = "：";
    size_t colon = mh_view_find(text, MH_VIEW(":"), 0);
    size_t wide_colon = mh_view_find(text, mh_view_of(wide), 0);
    if (colon == SIZE_MAX && wide_colon == SIZE_MAX)
        return 0;
    return wide_colon < colon ? wide_colon + sizeof wide - 1 : colon + 1;
}

/* Index of the part that @p text begins, or the number of parts. */
static size_t part_of(rec_reader *reader, mh_view text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        mh_view tested = parts[i].is_label ? mh_view_slice(text, 0, label_length(text)) : text;
        if (tested.len > 0 && rec_matches(reader, tested, parts[i].key, NULL))
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
    unsigned mode = strcmp(part, "meeting") == 0 ? REC_INLINE_TITLE : REC_INLINE_BODY;
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text = rec_text_marked(reader, unit, (rec_range){0, unit->text.len}, mode, spans);
    node->language = unit->language;
    return node;
}

size_t rec_meeting_preface(rec_reader *reader, rec_range range, mh_document *document)
{
    mh_node *container = NULL;
    size_t at = rec_next_unit(reader, range, range.from);
    while (at < range.to) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (rec_matches(reader, unit->text, "verbatim.opened", NULL))
            break;
        size_t part = part_of(reader, unit->text);
        const char *name = part < G_N_ELEMENTS(parts) ? parts[part].name
                           : container                ? container->name
                                                      : "meeting";
        if (!container || strcmp(container->name, name) != 0) {
            container = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
            container->name = name;
            document->preface = rec_list_append(document->preface, container);
        }
        if (strcmp(name, "meeting") == 0)
            note_date(reader, unit);
        rec_node_append(container, title_line(reader, unit, name));
        at = rec_next_unit(reader, range, at + 1);
    }
    return at;
}

/* ------------------------------------------------------------------ the meeting */

typedef struct meeting {
    rec_reader *reader;
    rec_range range;
    mh_node *root;
    mh_node *section;
    mh_node *speech;
    mh_node *vote; /* roll-call that is open */
} meeting;

static mh_node *open_section(meeting *m, const char *name, const rec_unit *unit)
{
    m->section = rec_node_new(m->reader, MH_NODE_DEBATE_SECTION, unit);
    m->section->name = name;
    rec_node_append(m->root, m->section);
    m->speech = NULL;
    m->vote = NULL;
    return m->section;
}

static mh_node *section_of(meeting *m, const rec_unit *unit)
{
    return m->section ? m->section : open_section(m, "agendaItem", unit);
}

static bool is_speaker(const mh_pattern_match *match, mh_view text)
{
    mh_view name = mh_pattern_slot(match, "name");
    mh_view head = mh_view_slice(text, 0, match->end);
    return rec_char_count(head) <= SPEAKER_MAX && rec_char_count(name) <= SPEAKER_NAME_MAX
           && mh_view_find(name, MH_VIEW(","), 0) == SIZE_MAX;
}

/* "Mr. Dupont (France) (spoke in French): I thank ..." */
static bool take_speech(meeting *m, const rec_unit *unit)
{
    rec_reader *reader = m->reader;
    mh_pattern_match match;
    if (unit->mark.count > 0 || !rec_matches(reader, unit->text, "verbatim.speaker", &match)
        || !is_speaker(&match, unit->text))
        return false;
    mh_node *speech = rec_node_new(reader, MH_NODE_SPEECH, unit);
    speech->heading = rec_text(reader, unit, 0, match.end, REC_INLINE_BODY);
    speech->language = unit->language;
    rec_node_append(section_of(m, unit), speech);
    if (mh_view_trim(mh_view_slice(unit->text, match.end, unit->text.len)).len > 0)
        rec_node_append(speech, rec_paragraph_of(reader, unit, match.end, REC_INLINE_BODY));
    m->speech = speech;
    m->vote = NULL;
    return true;
}

static const char *const stage_keys[] = {
    "verbatim.agenda_adopted",
    "verbatim.so_decided",
    "verbatim.vote.taken",
    "verbatim.suspended",
};

/* "The agenda was adopted.", "A vote was taken by show of hands." */
static bool take_stage_line(meeting *m, const rec_unit *unit)
{
    for (size_t i = 0; i < G_N_ELEMENTS(stage_keys); i++) {
        if (unit->chars > HEADING_MAX || !rec_matches(m->reader, unit->text, stage_keys[i], NULL))
            continue;
        mh_node *node = rec_node_new(m->reader, MH_NODE_NARRATIVE, unit);
        node->text = rec_text(m->reader, unit, 0, unit->text.len, REC_INLINE_BODY);
        node->language = unit->language;
        rec_node_append(section_of(m, unit), node);
        m->speech = NULL;
        return true;
    }
    return false;
}

static bool is_vote_label(rec_reader *reader, mh_view text)
{
    return rec_matches(reader, text, "verbatim.vote.for", NULL)
           || rec_matches(reader, text, "verbatim.vote.against", NULL)
           || rec_matches(reader, text, "verbatim.vote.abstaining", NULL);
}

/* "In favour:" and the list of States below it. */
static bool take_vote(meeting *m, const rec_unit *unit)
{
    bool is_label =
        is_vote_label(m->reader, mh_view_slice(unit->text, 0, label_length(unit->text)));
    if (!is_label && !m->vote)
        return false;
    if (!m->vote) {
        m->vote = rec_node_new(m->reader, MH_NODE_CONTAINER, unit);
        m->vote->name = "rollCall";
        rec_node_append(section_of(m, unit), m->vote);
        m->speech = NULL;
    }
    rec_node_append(m->vote, rec_paragraph_of(m->reader, unit, 0, REC_INLINE_BODY));
    return true;
}

static bool take_boundary(meeting *m, const rec_unit *unit)
{
    static const struct {
        const char *key;
        const char *section;
    } boundaries[] = {{"verbatim.opened", "openingSection"}, {"verbatim.rose", "conclusion"}};
    for (size_t i = 0; i < G_N_ELEMENTS(boundaries); i++) {
        if (unit->chars > HEADING_MAX
            || !rec_matches(m->reader, unit->text, boundaries[i].key, NULL))
            continue;
        open_section(m, boundaries[i].section, unit);
        rec_node_append(m->section, rec_paragraph_of(m->reader, unit, 0, REC_INLINE_BODY));
        return true;
    }
    return false;
}

/* A heading opens a section; a second line right below it is its subheading. */
static bool take_heading(meeting *m, const rec_unit *unit)
{
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    if (!rec_is_heading_like(unit, text, HEADING_MAX))
        return false;
    bool is_below_heading = m->section && m->section->heading.text.len > 0
                            && (!m->section->first_child || m->section->last_child->name)
                            && !m->speech;
    if (is_below_heading) {
        mh_node *line = rec_paragraph_of(m->reader, unit, 0, REC_INLINE_BODY);
        line->name = "subheading";
        rec_node_append(m->section, line);
        return true;
    }
    bool is_adoption = rec_matches(m->reader, text, "verbatim.agenda_adoption", NULL);
    open_section(m, is_adoption ? "adoptionOfTheAgenda" : "agendaItem", unit);
    m->section->heading = rec_text(m->reader, unit, 0, unit->text.len, REC_INLINE_BODY);
    m->section->language = unit->language;
    return true;
}

static void take_text(meeting *m, const rec_unit *unit)
{
    mh_node *parent = m->speech ? m->speech : section_of(m, unit);
    rec_node_append(parent, rec_paragraph_of(m->reader, unit, 0, REC_INLINE_BODY));
}

mh_node *rec_meeting_read(rec_reader *reader, rec_range range)
{
    meeting m = {.reader = reader, .range = range};
    m.root = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    for (size_t at = rec_next_unit(reader, range, range.from); at < range.to;
         at = rec_next_unit(reader, range, at + 1)) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (!take_boundary(&m, unit) && !take_speech(&m, unit) && !take_stage_line(&m, unit)
            && !take_vote(&m, unit) && !take_heading(&m, unit))
            take_text(&m, unit);
    }
    return rec_detach(m.root);
}
