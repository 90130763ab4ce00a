#include "record/documents.h"

#include "lexicon/date.h"
#include "record/body.h"
#include "record/kind.h"
#include "record/meeting.h"
#include "record/preamble.h"
#include "record/signature.h"
#include "record/title.h"

/* Units after a signature that are still conclusions, not a text of its own. */
#define AFTER_SIGNATURE_MAX 6
#define SALUTATION_MAX 60
/* Units at the end among which the adoption is looked for: notes may follow it. */
#define ADOPTION_WITHIN 10
/* Lines above an enacting formula, and how long they are. */
#define ABOVE_FORMULA_MAX 4
#define ABOVE_FORMULA_CHARS 250

static void add_conclusion(mh_document *document, mh_node *node)
{
    document->conclusions = rec_list_append(document->conclusions, node);
}

/* "Excellency," above a letter. */
static size_t take_salutation(rec_reader *reader, rec_range range, mh_node **out)
{
    const rec_unit *unit = range.from < range.to ? rec_unit_at(reader, range.from) : NULL;
    if (!unit || unit->mark.count > 0 || unit->chars > SALUTATION_MAX)
        return range.from;
    if (!rec_matches(reader, unit->text, "letter.salutation", NULL))
        return range.from;
    *out = rec_paragraph_of(reader, unit, 0, REC_INLINE_BODY);
    (*out)->name = "salutation";
    return rec_next_unit(reader, range, range.from + 1);
}

/* "New York, 4 June 2021" on a line of its own. */
static mh_node *place_date_of(rec_reader *reader, const rec_unit *unit)
{
    mh_date date;
    if (unit->ends_clause || unit->chars > 80
        || !mh_date_find(mh_fold(reader->folder, unit->text), 0, &date)
        || mh_view_trim(mh_view_slice(unit->text, date.end, unit->text.len)).len > 0)
        return NULL;
    mh_node *node = rec_node_new(reader, MH_NODE_PLACE_DATE, unit);
    rec_node_append(node, rec_paragraph_of(reader, unit, 0, REC_INLINE_BODY));
    return node;
}

/* What stands below the signature. */
static void read_rest(rec_reader *reader, rec_range range, mh_document *document)
{
    for (size_t at = rec_next_unit(reader, range, range.from); at < range.to;
         at = rec_next_unit(reader, range, at + 1)) {
        const rec_unit *unit = rec_unit_at(reader, at);
        mh_node *node = place_date_of(reader, unit);
        add_conclusion(document, node ? node : rec_paragraph_of(reader, unit, 0, REC_INLINE_BODY));
    }
}

/* More units than the lines below a signature are. */
static bool goes_on(const rec_reader *reader, rec_range range)
{
    size_t count = 0;
    for (size_t at = rec_next_unit(reader, range, range.from); at < range.to;
         at = rec_next_unit(reader, range, at + 1)) {
        if (++count > AFTER_SIGNATURE_MAX)
            return true;
    }
    return false;
}

/* The place and date a note verbale ends with in a signature's stead; range.to when there is none.
 */
static size_t closing_date(rec_reader *reader, rec_range range)
{
    size_t last = range.to;
    size_t count = 0;
    for (size_t at = rec_next_unit(reader, range, range.from); at < range.to;
         at = rec_next_unit(reader, range, at + 1)) {
        last = at;
        count++;
    }
    return count > 1 && !rec_unit_at(reader, last)->is_row
                   && place_date_of(reader, rec_unit_at(reader, last))
               ? last
               : range.to;
}

/* A letter: salutation, body, signature. A text that goes on after it keeps it inside its body. */
static void read_letter(rec_reader *reader, rec_range range, mh_document *document)
{
    mh_node *root = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    mh_node *salutation = NULL;
    range.from = rec_next_unit(reader, range, range.from);
    size_t from = take_salutation(reader, range, &salutation);
    rec_node_append_all(root, salutation);
    while (from < range.to) {
        size_t found = rec_signature_find(reader, (rec_range){from, range.to});
        if (found >= range.to) {
            size_t date = closing_date(reader, (rec_range){from, range.to});
            rec_node_append_all(root,
                                rec_body_read(reader, (rec_range){from, date}, REC_BODY_PLAIN));
            read_rest(reader, (rec_range){date, range.to}, document);
            break;
        }
        rec_node_append_all(root, rec_body_read(reader, (rec_range){from, found}, REC_BODY_PLAIN));
        mh_node *signature = NULL;
        size_t end = rec_signature_read(reader, range, found, &signature);
        if (!goes_on(reader, (rec_range){end, range.to})) {
            add_conclusion(document, signature);
            read_rest(reader, (rec_range){end, range.to}, document);
            break;
        }
        rec_node_append(root, signature);
        from = MAX(end, found + 1);
    }
    document->body = rec_detach(root);
}

/* True for a line that is a date and nothing else. */
static bool is_date_line(rec_reader *reader, rec_range range, size_t at)
{
    mh_date date;
    return at < range.to
           && mh_date_read(mh_fold(reader->folder, rec_unit_at(reader, at)->text), &date);
}

/* The adoption that unit @p at begins; empty when it begins none. */
static rec_range adoption_at(rec_reader *reader, rec_range range, size_t at)
{
    mh_view text = rec_unit_at(reader, at)->text;
    size_t next = rec_next_unit(reader, range, at + 1);
    bool is_dated = is_date_line(reader, range, next);
    /* "Adopted at the 2330th meeting by" and the votes below it. */
    if (rec_matches(reader, text, "resolution.vote", NULL))
        return (rec_range){at, range.to};
    if (rec_matches(reader, text, "resolution.meeting.dated", NULL))
        return (rec_range){at, next};
    /* Organs other than the General Assembly hold meetings without further name. */
    bool is_meeting = !rec_unit_at(reader, at)->ends_clause
                      && (rec_matches(reader, text, "resolution.meeting", NULL)
                          || (is_dated && rec_matches(reader, text, "resolution.sitting", NULL)));
    size_t end = is_dated ? next + 1 : at + 1;
    return (rec_range){at, is_meeting ? end : at};
}

/* The lines "55th plenary meeting", "5 December 2025" near the end; empty when there are none. */
static rec_range find_adoption(rec_reader *reader, rec_range range)
{
    size_t lines = 0;
    for (size_t at = range.to; at > range.from && lines < ADOPTION_WITHIN; at--) {
        if (rec_unit_at(reader, at - 1)->use == REC_USE_NOTE)
            continue;
        lines++;
        rec_range found = adoption_at(reader, range, at - 1);
        if (found.from < found.to)
            return found;
    }
    return (rec_range){range.to, range.to};
}

/* The meeting's name in a line of the adoption: all of it but the date. */
static void add_meeting_span(rec_reader *reader, const rec_unit *unit, GArray *spans)
{
    static const char *const keys[] = {"resolution.meeting", "resolution.sitting"};
    mh_pattern_match match;
    mh_date date;
    size_t end = rec_unit_bare_length(unit);
    for (size_t i = 0; i < G_N_ELEMENTS(keys) && spans->len == 0; i++) {
        if (rec_matches(reader, unit->text, keys[i], &match))
            rec_meeting_span(reader, unit->text, &match, spans);
    }
    if (spans->len == 0)
        return;
    if (mh_date_find(mh_fold(reader->folder, unit->text), 0, &date)) {
        size_t to = g_array_index(spans, mh_span, 0).end;
        g_array_index(spans, mh_span, 0).end = (uint32_t)MIN(to, date.start);
    } else {
        g_array_index(spans, mh_span, 0).start = 0;
        g_array_index(spans, mh_span, 0).end = (uint32_t)end;
    }
}

static void read_adoption(rec_reader *reader, rec_range range, mh_document *document)
{
    mh_node *node = rec_node_new(reader, MH_NODE_ADOPTION, NULL);
    for (size_t at = rec_next_unit(reader, range, range.from); at < range.to;
         at = rec_next_unit(reader, range, at + 1)) {
        const rec_unit *unit = rec_unit_at(reader, at);
        mh_date date;
        mh_node *line = rec_node_new(reader, MH_NODE_P, unit);
        GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
        add_meeting_span(reader, unit, spans);
        line->text =
            rec_text_marked(reader, unit, (rec_range){0, unit->text.len}, REC_INLINE_TITLE, spans);
        rec_node_append(node, line);
        if (!reader->facts.work_date && mh_date_find(mh_fold(reader->folder, unit->text), 0, &date))
            reader->facts.work_date = mh_arena_strdup(reader->arena, date.iso);
    }
    if (node->first_child)
        add_conclusion(document, node);
}

/* Lines between the title and the formula that say nothing known are title matter too. */
static size_t take_lines_above_formula(rec_reader *reader, rec_range range, mh_document *document)
{
    size_t formula = range.from;
    for (size_t lines = 0; formula < range.to; lines++) {
        const rec_unit *unit = rec_unit_at(reader, formula);
        if (rec_is_formula(reader, unit))
            break;
        if (lines == ABOVE_FORMULA_MAX || rec_is_beyond_preamble(reader, unit)
            || unit->chars > ABOVE_FORMULA_CHARS)
            return range.from;
        formula = rec_next_unit(reader, range, formula + 1);
    }
    if (formula >= range.to)
        return range.from;
    for (size_t at = range.from; at < formula; at = rec_next_unit(reader, range, at + 1))
        document->preface = rec_list_append(document->preface,
                                            rec_title_line(reader, rec_unit_at(reader, at), false));
    return formula;
}

static void read_resolution(rec_reader *reader, rec_range range, mh_document *document)
{
    rec_range adoption = find_adoption(reader, range);
    size_t at = rec_next_unit(reader, range, range.from);
    rec_range main = {at, adoption.from};
    main.from = take_lines_above_formula(reader, main, document);
    at = main.from;
    if (at < main.to && rec_is_formula(reader, rec_unit_at(reader, at)))
        main.from = rec_preamble_read(reader, main, &document->preamble);
    document->body = rec_body_read(reader, main, REC_BODY_OPERATIVE);
    read_adoption(reader, adoption, document);
    read_rest(reader, (rec_range){adoption.to, range.to}, document);
}

void rec_document_read(rec_reader *reader, rec_range range, mh_document *document)
{
    switch (rec_grammar_of(document->kind)) {
    case REC_GRAMMAR_LETTER:
        read_letter(reader, range, document);
        break;
    case REC_GRAMMAR_RESOLUTION:
        read_resolution(reader, range, document);
        break;
    case REC_GRAMMAR_MEETING:
        document->body = rec_meeting_read(reader, range, document->kind == MH_KIND_SUMMARY_RECORD);
        break;
    case REC_GRAMMAR_PLAIN:
        document->body = rec_body_read(reader, range, REC_BODY_PLAIN);
        break;
    }
}
