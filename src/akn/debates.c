#include "akn/blocks.h"

/* What is said and done in a meeting. */

/* The first concept of that class that the speaker's line names. */
static const mh_span *find_span(const mh_inline *text, mh_concept_class kind)
{
    for (size_t i = 0; i < text->span_count; i++) {
        const mh_span *span = &text->spans[i];
        if (span->kind == MH_SPAN_CONCEPT && span->concept && span->concept->kind == kind)
            return span;
    }
    return NULL;
}

/* In what role a person speaks: the one the record knows, else the one printed with the name. */
static const mh_concept *role_of(const mh_span *person, const mh_span *role)
{
    if (person->as)
        return person->as;
    return role ? role->concept : NULL;
}

static void set_speaker(akn_writer *w, xmlNode *speech, const mh_inline *from)
{
    const mh_span *person = find_span(from, MH_CONCEPT_PERSON);
    const mh_span *role = find_span(from, MH_CONCEPT_ROLE);
    const mh_span *by = person ? person : role;
    if (!by)
        by = find_span(from, MH_CONCEPT_ORGANIZATION);
    const char *speaker = by ? akn_refer(w, by->concept) : NULL;
    akn_set(speech, "by", speaker ? speaker : akn_refer(w, &akn_person_speaker));
    if (person)
        akn_set(speech, "as", akn_refer(w, role_of(person, role)));
}

void akn_write_speech(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *speech = akn_begin(w, at.parent, node, form->element, id, &outer);
    /* A summary record names the speaker in the text itself. */
    const mh_node *first = node->first_child;
    bool is_reported = !akn_has_text(&node->heading) && first && first->kind == MH_NODE_P;
    set_speaker(w, speech, is_reported ? &first->text : &node->heading);
    if (node->num.len > 0)
        akn_text(akn_element(w, speech, "num"), node->num);
    if (akn_has_text(&node->heading))
        akn_inline(w, akn_element(w, speech, "from"), &node->heading);
    akn_write_children(w, (akn_place){.parent = speech, .context = id, .allowed = AKN_BLOCK}, node);
    akn_fill(w, speech);
    w->language = outer;
}

void akn_write_narrative(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    mh_language outer;
    const char *name = node->name ? node->name : form->element;
    xmlNode *narrative =
        akn_begin(w, at.parent, node, name, akn_id_counted(w->ids, at.context, name), &outer);
    akn_inline(w, narrative, &node->text);
    w->language = outer;
    akn_write_run(w, at, node->first_child, NULL);
}

/* Lines right below the heading that belong to it; returns the node after them. */
static const mh_node *write_subheadings(akn_writer *w, xmlNode *section, const mh_node *first)
{
    const mh_node *n = first;
    for (; n && akn_is_plain(n) && n->name && strcmp(n->name, "subheading") == 0; n = n->next) {
        mh_language outer;
        akn_inline(w, akn_begin(w, section, n, "subheading", AKN_NO_ID, &outer), &n->text);
        w->language = outer;
    }
    return n;
}

/* What the time printed in a section is the time of. */
static const char *time_type_of(const char *section)
{
    if (strcmp(section, "openingSection") == 0)
        return "startEvent";
    return strcmp(section, "conclusion") == 0 ? "endEvent" : NULL;
}

/* A section of a debate; a level in a debate is a section by its own name. */
void akn_write_debate_section(akn_writer *w, akn_place at, const mh_node *node,
                              const akn_form *form)
{
    mh_language outer;
    akn_id id = akn_id_numbered(w->ids, at.context, form->ref, node->num, form->counting);
    xmlNode *section = akn_begin(w, at.parent, node, "debateSection", id, &outer);
    bool is_section = node->kind == MH_NODE_DEBATE_SECTION;
    const char *name = is_section && node->name && *node->name ? node->name : form->element;
    akn_set(section, "name", name);
    akn_write_heading(w, section, node);
    akn_place inside = {.parent = section, .context = id, .allowed = AKN_IN_DEBATE_SECTION};
    const mh_node *first = node->first_child;
    if (akn_has_text(&node->text))
        akn_write_text(w, section, node, &node->text, NULL);
    else
        first = write_subheadings(w, section, first);
    const char *time_type = w->time_type;
    w->time_type = time_type_of(name);
    if (first && strcmp(name, "conclusion") == 0) {
        inside.context = akn_id_counted(w->ids, id, "adjournment");
        inside.parent = akn_element_with_id(w, section, "adjournment", inside.context);
    }
    akn_write_run(w, inside, first, NULL);
    w->time_type = time_type;
    w->language = outer;
}

/* How the members voted. */
void akn_write_roll_call(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    mh_language outer;
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *votes = akn_begin(w, at.parent, node, form->element, id, &outer);
    akn_write_heading(w, votes, node);
    akn_write_children(
        w, (akn_place){.parent = votes, .context = id, .allowed = AKN_IN_DEBATE_SECTION}, node);
    w->language = outer;
}

/* Speech outside a debate section gets one. */
void akn_write_in_section(akn_writer *w, akn_place at, const mh_node *node, const akn_form *form)
{
    akn_id id = akn_id_counted(w->ids, at.context, form->ref);
    xmlNode *section = akn_element_with_id(w, at.parent, "debateSection", id);
    akn_set(section, "name", form->element);
    akn_write_node(w, (akn_place){.parent = section, .context = id, .allowed = AKN_SPEECH}, node);
}
