#include "record/meeting.h"

#include "lexicon/name.h"

/* A speaker's line up to the colon, in characters, and a speaker's name. */
#define SPEAKER_MAX 170
#define SPEAKER_NAME_MAX 60
/* Lines of a heading, and how long the last ones may be. */
#define HEADING_LINES_MAX 8
/* "Mr. ", "Г-жа ": what stands before the name a paragraph begins with. */
#define TITLE_BYTES 12
#define SUBHEADING_MAX 500

/* ------------------------------------------------------------------ speakers */

/* A name ends with a name: "Mr. Vasquil said:" is none. */
static bool is_name(mh_view name)
{
    const char *space = name.len ? memrchr(name.ptr, ' ', name.len) : NULL;
    size_t at = space ? (size_t)(space - name.ptr) + 1 : 0;
    return rec_char_count(name) <= SPEAKER_NAME_MAX
           && mh_view_find(name, MH_VIEW(","), 0) == SIZE_MAX
           && !g_unichar_islower(rec_char_at(name, at));
}

size_t rec_speaker_length(rec_reader *reader, const rec_unit *unit, mh_pattern_match *match)
{
    mh_view head = rec_head_of(unit->text, (size_t)SPEAKER_MAX * 4);
    /* "M. Hwang" has what looks like a numeral before the name. */
    bool is_item = unit->mark.count > 0 && !mh_view_starts_with(head, MH_VIEW("M. "));
    if (is_item || rec_label_length(head) == 0
        || !rec_matches(reader, head, "verbatim.speaker", match))
        return 0;
    size_t length = match->end;
    mh_view name = mh_pattern_slot(match, "name");
    mh_pattern_match address;
    bool is_speaker = rec_char_count(mh_view_slice(head, 0, length)) <= SPEAKER_MAX && is_name(name)
                      && !rec_matches(reader, name, "verbatim.address", &address);
    return is_speaker ? length : 0;
}

static const mh_concept presiding = {MH_CONCEPT_ROLE, "president",
                                     "/akn/ontology/role/un/president", "President"};
static const mh_concept acting = {MH_CONCEPT_ROLE, "actingPresident",
                                  "/akn/ontology/role/un/actingPresident", "Acting President"};

static const mh_concept chairing = {MH_CONCEPT_ROLE, "chair", "/akn/ontology/role/un/chair",
                                    "Chair"};

static mh_span *add_slot(GArray *spans, mh_span_kind kind, mh_view text, mh_view slot)
{
    size_t from = (size_t)(slot.ptr - text.ptr);
    return rec_span_add(spans, kind, from, from + slot.len);
}

/* "The President": the person who presides, as far as the title page tells. */
static void mark_president(rec_reader *reader, GArray *spans, mh_view head)
{
    size_t end = 0;
    while (end < head.len && !strchr("(:", head.ptr[end])
           && !mh_view_starts_with(mh_view_slice(head, end, head.len), MH_VIEW("：")))
        end++;
    bool is_acting = rec_matches(reader, mh_view_slice(head, 0, end), "verbatim.acting", NULL);
    const mh_concept *role = is_acting ? &acting : &presiding;
    const mh_concept *person = is_acting ? reader->facts.acting_president : reader->facts.president;
    mh_view office = mh_view_trim(mh_view_slice(head, 0, end));
    mh_span *span = rec_span_add(spans, MH_SPAN_CONCEPT, 0, office.len);
    span->concept = person ? person : role;
    span->as = person ? role : NULL;
}

/* The representative of a State speaks in that role. */
static const mh_concept *member_role(rec_reader *reader, mh_view country)
{
    const mh_concept *state =
        mh_concept_of_name(mh_fold(reader->folder, country), MH_LANGUAGE_NONE);
    if (!state || !mh_concept_is_state(state))
        return NULL;
    mh_concept *role = MH_NEW(reader->arena, mh_concept, 1);
    *role = (mh_concept){
        .kind = MH_CONCEPT_ROLE,
        .id = mh_arena_printf(reader->arena, "member%c%s", g_ascii_toupper(state->id[0]),
                              state->id + 1),
        .href = mh_arena_printf(reader->arena, "/akn/ontology/role/un/memberState.%s", state->id),
        .show = state->show};
    return role;
}

/* "(spoke in French)": what stands between the brackets round the language. */
static void mark_language(GArray *spans, mh_view head, mh_view language)
{
    static const char wide_open[] = "（";
    size_t from = (size_t)(language.ptr - head.ptr);
    size_t to = from + language.len;
    while (from > 0 && head.ptr[from - 1] != '('
           && !mh_view_ends_with(mh_view_slice(head, 0, from), mh_view_of(wide_open)))
        from--;
    while (to < head.len && head.ptr[to] != ')'
           && !mh_view_starts_with(mh_view_slice(head, to, head.len), MH_VIEW("）")))
        to++;
    while (from < to && head.ptr[from] == ' ')
        from++;
    if (from > 0 && to < head.len)
        rec_span_add(spans, MH_SPAN_INLINE, from, to)->value = "akn4un:note";
}

static mh_inline speaker_of(rec_reader *reader, const rec_unit *unit, const mh_pattern_match *match)
{
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    mh_view head = mh_view_slice(unit->text, 0, match->end);
    mh_view name = mh_pattern_slot(match, "name");
    mh_view country = mh_pattern_slot(match, "country");
    mh_view language = mh_pattern_slot(match, "language");
    if (name.len > 0) {
        mh_span *span = add_slot(spans, MH_SPAN_CONCEPT, head, name);
        span->concept = rec_inline_person(reader->inlines, name);
        span->as = country.len > 0 ? member_role(reader, country) : NULL;
        if (!span->concept)
            g_array_set_size(spans, 0);
    } else if (strcmp(match->key, "verbatim.speaker.president") == 0) {
        mark_president(reader, spans, head);
    }
    if (language.len > 0)
        mark_language(spans, head, language);
    return rec_text_marked(reader, unit, (rec_range){0, match->end}, REC_INLINE_BODY, spans);
}

/* ------------------------------------------------------------------ the meeting */

typedef struct meeting {
    rec_reader *reader;
    rec_range range;
    mh_node *root;
    mh_node *section;
    mh_node *speech;
    rec_roll_call vote;
    bool is_whole;   /* what was said last ended with its sentence */
    bool is_summary; /* numbered paragraphs report what was said */
} meeting;

static mh_node *open_section(meeting *m, const char *name, const rec_unit *unit)
{
    m->section = rec_node_new(m->reader, MH_NODE_DEBATE_SECTION, unit);
    m->section->name = name;
    rec_node_append(m->root, m->section);
    m->speech = NULL;
    m->vote = (rec_roll_call){0};
    return m->section;
}

static mh_node *section_of(meeting *m, const rec_unit *unit)
{
    return m->section ? m->section : open_section(m, "agendaItem", unit);
}

/* "Mr. Dupont (France) (spoke in French): I thank ..." */
static bool take_speech(meeting *m, const rec_unit *unit)
{
    rec_reader *reader = m->reader;
    mh_pattern_match match;
    size_t length = rec_speaker_length(reader, unit, &match);
    if (length == 0)
        return false;
    mh_node *speech = rec_node_new(reader, MH_NODE_SPEECH, unit);
    speech->heading = speaker_of(reader, unit, &match);
    speech->language = unit->language;
    rec_node_append(section_of(m, unit), speech);
    if (mh_view_trim(mh_view_slice(unit->text, length, unit->text.len)).len > 0)
        rec_node_append(speech, rec_paragraph_of(reader, unit, length, REC_INLINE_BODY));
    m->speech = speech;
    m->vote = (rec_roll_call){0};
    m->is_whole = unit->ends_clause;
    return true;
}

/* What is done, and what is said of the record, are told from what comes of it. */
static const struct {
    const char *key;
    const char *name; /* NULL: a narrative */
} stages[] = {
    {"verbatim.agenda_adopted", NULL},    {"verbatim.so_decided", NULL},
    {"verbatim.vote.taken", "scene"},     {"verbatim.suspended", "scene"},
    {"verbatim.stage.adopted", NULL},     {"verbatim.stage.invited", "scene"},
    {"verbatim.stage.escorted", "scene"}, {"verbatim.stage.silence", "scene"},
    {"verbatim.stage.later", "summary"},
};

/* Index of the stage line's row, or their number. */
static size_t stage_of(rec_reader *reader, const rec_unit *unit)
{
    for (size_t i = 0; i < G_N_ELEMENTS(stages); i++) {
        bool is_long = stages[i].name && strcmp(stages[i].name, "summary") == 0;
        if ((is_long || unit->chars <= REC_MEETING_LINE_MAX)
            && rec_matches(reader, unit->text, stages[i].key, NULL))
            return i;
    }
    return G_N_ELEMENTS(stages);
}

bool rec_is_stage_line(rec_reader *reader, const rec_unit *unit)
{
    return stage_of(reader, unit) < G_N_ELEMENTS(stages);
}

/* "The agenda was adopted.", "A vote was taken by show of hands." */
static bool take_stage_line(meeting *m, const rec_unit *unit)
{
    size_t stage = stage_of(m->reader, unit);
    if (stage == G_N_ELEMENTS(stages))
        return false;
    mh_node *node = rec_node_new(m->reader, MH_NODE_NARRATIVE, unit);
    node->text = rec_text(m->reader, unit, 0, unit->text.len, REC_INLINE_BODY);
    node->name = stages[stage].name;
    node->language = unit->language;
    rec_node_append(section_of(m, unit), node);
    m->speech = NULL;
    m->vote = (rec_roll_call){0};
    m->is_whole = true;
    return true;
}

/* ------------------------------------------------------------------ summary records */

static bool is_numbered(const rec_unit *unit)
{
    return unit->mark.dress == REC_DRESS_STOP && rec_mark_has(&unit->mark, REC_STYLE_DIGIT)
           && !unit->is_row;
}

/* "Mr. Lind (Sweden) said that": the person whom a paragraph begins with. */
static bool begins_with_person(const mh_inline *text)
{
    for (size_t i = 0; i < text->span_count && text->spans[i].start <= TITLE_BYTES; i++) {
        const mh_span *span = &text->spans[i];
        if (span->kind == MH_SPAN_CONCEPT && span->concept
            && (span->concept->kind == MH_CONCEPT_PERSON || span->concept == &chairing))
            return true;
    }
    return false;
}

/* The text of a numbered paragraph; "The Chair" in it is whoever presides. */
static mh_node *reported_of(rec_reader *reader, const rec_unit *unit, size_t from)
{
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    mh_pattern_match match;
    mh_view text = mh_view_slice(unit->text, from, unit->text.len);
    size_t blank = (size_t)(mh_view_trim(text).ptr - text.ptr);
    if (rec_matches(reader, mh_view_trim(text), "verbatim.chair", &match)) {
        mh_span *span =
            rec_span_add(spans, MH_SPAN_CONCEPT, from + blank, from + blank + match.end);
        const mh_concept *person = reader->facts.president;
        span->concept = person ? person : &chairing;
        span->as = person ? &chairing : NULL;
    }
    mh_node *line = rec_node_new(reader, MH_NODE_P, unit);
    line->text =
        rec_text_marked(reader, unit, (rec_range){from, unit->text.len}, REC_INLINE_BODY, spans);
    line->language = unit->language;
    return line;
}

/* "12. Mr. Lind (Sweden) said that ...", "13. The draft resolution was adopted." */
static bool take_numbered(meeting *m, const rec_unit *unit)
{
    rec_reader *reader = m->reader;
    if (!m->is_summary || !is_numbered(unit) || unit->mark.rest >= unit->text.len)
        return false;
    mh_node *paragraph = rec_node_new(reader, MH_NODE_DEBATE_SECTION, unit);
    paragraph->name = "paragraph";
    paragraph->num = mh_view_slice(unit->text, 0, unit->mark.length);
    rec_node_append(section_of(m, unit), paragraph);
    rec_unit said = *unit;
    said.text = mh_view_trim(mh_view_slice(unit->text, unit->mark.rest, unit->text.len));
    size_t stage = stage_of(reader, &said);
    m->speech = paragraph;
    m->is_whole = unit->ends_clause;
    if (stage < G_N_ELEMENTS(stages)) {
        mh_node *node = rec_node_new(reader, MH_NODE_NARRATIVE, unit);
        node->text = rec_text(reader, unit, unit->mark.rest, unit->text.len, REC_INLINE_BODY);
        node->name = stages[stage].name;
        rec_node_append(paragraph, node);
        return true;
    }
    mh_node *line = reported_of(reader, unit, unit->mark.rest);
    if (begins_with_person(&line->text)) {
        m->speech = rec_node_new(reader, MH_NODE_SPEECH, unit);
        rec_node_append(paragraph, m->speech);
    }
    rec_node_append(m->speech, line);
    return true;
}

/* "In favour:" and the list of States below it. */
static bool take_vote(meeting *m, const rec_unit *unit)
{
    bool is_new = !m->vote.node;
    mh_node *node = rec_roll_call_take(m->reader, &m->vote, unit);
    if (!node) {
        m->vote = (rec_roll_call){0};
        return false;
    }
    if (is_new)
        rec_node_append(section_of(m, unit), node);
    m->speech = NULL;
    m->is_whole = true;
    return true;
}

static bool take_boundary(meeting *m, const rec_unit *unit)
{
    static const struct {
        const char *key;
        const char *section;
    } boundaries[] = {{"verbatim.opened", "openingSection"}, {"verbatim.rose", "conclusion"}};
    for (size_t i = 0; i < G_N_ELEMENTS(boundaries); i++) {
        if (unit->chars > REC_MEETING_LINE_MAX
            || !rec_matches(m->reader, unit->text, boundaries[i].key, NULL))
            continue;
        open_section(m, boundaries[i].section, unit);
        rec_node_append(m->section, rec_paragraph_of(m->reader, unit, 0, REC_INLINE_BODY));
        m->is_whole = true;
        return true;
    }
    return false;
}

/* ------------------------------------------------------------------ headings */

static bool is_heading_line(const rec_unit *unit, size_t longest)
{
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    return rec_is_heading_like(unit, text, longest);
}

/* Wordings that stand above what they name: "Agenda item 13 (continued)", "Draft resolution (…)" */
static bool is_known_heading(rec_reader *reader, mh_view text)
{
    static const char *const keys[] = {"verbatim.agenda_adoption", "verbatim.heading",
                                       "masthead.agenda"};
    mh_pattern_match match;
    mh_view continued = text;
    if (rec_matches(reader, text, "verbatim.continued", &match))
        continued = mh_view_trim(mh_view_slice(text, 0, match.start));
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        if (rec_matches(reader, text, keys[i], NULL)
            || rec_matches(reader, continued, keys[i], NULL))
            return true;
    }
    return false;
}

/* Under a heading, its further lines aside, somebody speaks or something happens. */
static bool is_above_speech(const meeting *m, size_t at)
{
    rec_reader *reader = m->reader;
    for (size_t lines = 0; at < m->range.to && lines < HEADING_LINES_MAX; lines++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        mh_pattern_match match;
        if (rec_speaker_length(reader, unit, &match) > 0 || rec_is_stage_line(reader, unit)
            || (m->is_summary && is_numbered(unit)))
            return true;
        if (!is_heading_line(unit, SUBHEADING_MAX))
            return false;
        at = rec_next_unit(reader, m->range, at + 1);
    }
    return false;
}

/* A heading opens a section; further lines right below it are its subheadings. */
static bool take_heading(meeting *m, size_t at)
{
    const rec_unit *unit = rec_unit_at(m->reader, at);
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    bool is_below_heading = m->section && m->section->heading.text.len > 0 && !m->speech
                            && (!m->section->first_child || m->section->last_child->name);
    bool is_subheading =
        is_below_heading
        && (!m->section->last_child || strcmp(m->section->last_child->name, "subheading") == 0);
    if (!is_heading_line(unit, is_subheading ? SUBHEADING_MAX : REC_MEETING_LINE_MAX))
        return false;
    if (!is_known_heading(m->reader, text) && (!m->is_whole || !is_above_speech(m, at)))
        return false;
    if (is_subheading) {
        mh_node *line = rec_paragraph_of(m->reader, unit, 0, REC_INLINE_BODY);
        line->name = "subheading";
        rec_node_append(m->section, line);
        return true;
    }
    bool is_adoption = rec_matches(m->reader, text, "verbatim.agenda_adoption", NULL);
    open_section(m, is_adoption ? "adoptionOfTheAgenda" : "agendaItem", unit);
    m->section->heading = rec_text(m->reader, unit, 0, unit->text.len, REC_INLINE_BODY);
    m->section->language = unit->language;
    m->is_whole = true;
    return true;
}

/* The notice on corrections at the foot of the first page, amid what is said there. */
static bool take_notice(meeting *m, const rec_unit *unit)
{
    if (!rec_matches(m->reader, unit->text, "verbatim.boilerplate", NULL))
        return false;
    mh_node *notice = rec_node_new(m->reader, MH_NODE_CONTAINER, unit);
    notice->name = "correctionsNotice";
    rec_node_append(notice, rec_paragraph_of(m->reader, unit, 0, REC_INLINE_BODY));
    rec_node_append(m->speech ? m->speech : section_of(m, unit), notice);
    return true;
}

static void take_text(meeting *m, const rec_unit *unit)
{
    mh_node *parent = m->speech ? m->speech : section_of(m, unit);
    rec_node_append(parent, rec_paragraph_of(m->reader, unit, 0, REC_INLINE_BODY));
    m->is_whole = unit->ends_clause;
}

mh_node *rec_meeting_read(rec_reader *reader, rec_range range, bool is_summary)
{
    meeting m = {.reader = reader, .range = range, .is_whole = true, .is_summary = is_summary};
    m.root = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    for (size_t at = rec_next_unit(reader, m.range, range.from); at < m.range.to;
         at = rec_next_unit(reader, m.range, at + 1)) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (!take_notice(&m, unit) && !take_boundary(&m, unit) && !take_numbered(&m, unit)
            && !take_speech(&m, unit) && !take_stage_line(&m, unit) && !take_vote(&m, unit)
            && !take_heading(&m, at))
            take_text(&m, unit);
    }
    return rec_detach(m.root);
}
