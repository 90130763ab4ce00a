#include "record/annex.h"

#include "lexicon/lexicon.h"
#include "record/title.h"

/* Longest label: "Annex I to the letter dated ... addressed to ..." */
#define LABEL_MAX 420
#define TITLE_LINE_MAX 320
#define TITLE_LINES_MAX 5
#define LABEL_WORDS_MAX 3

typedef struct label_key {
    const char *key;
    mh_record_kind kind;
} label_key;

static const label_key label_keys[] = {
    {"annex", MH_KIND_ANNEX},
    {"enclosure", MH_KIND_ENCLOSURE},
    {"appendix", MH_KIND_APPENDIX},
};

bool rec_annex_label(rec_reader *reader, mh_view text, mh_record_kind *kind, mh_view *number)
{
    mh_pattern_match match;
    if (text.len == 0 || rec_is_longer(text, LABEL_MAX) || rec_last_char(text) == '.'
        || rec_last_char(text) == 0x3002)
        return false;
    const mh_folded *folded = mh_fold(reader->folder, text);
    for (size_t i = 0; i < G_N_ELEMENTS(label_keys); i++) {
        if (!mh_pattern_find(folded, label_keys[i].key, MH_LANGUAGE_NONE, &match))
            continue;
        mh_view printed = mh_pattern_slot(&match, "n");
        if (printed.len > 0 && rec_designation_value(printed) == 0)
            continue;
        *kind = label_keys[i].kind;
        if (number)
            *number = printed;
        return true;
    }
    return false;
}

/* A label is followed by something that is no label: else it is a line of a contents list. */
static bool has_content(rec_reader *reader, rec_range range, size_t at)
{
    mh_record_kind kind;
    size_t next = rec_next_unit(reader, range, at + 1);
    if (next >= range.to)
        return false;
    return !rec_annex_label(reader, rec_unit_at(reader, next)->text, &kind, NULL)
           || kind != MH_KIND_ANNEX;
}

/* Bytes of a label at the start of "Annex Principles of ...", "Annex II Statute"; 0 when none. */
static size_t label_before_title(rec_reader *reader, const rec_unit *unit)
{
    mh_record_kind kind;
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    bool stands_out = unit->block->blank_before > 0 || unit->starts_page;
    size_t best = 0;
    if (!stands_out || unit->mark.count > 0 || !rec_is_heading_like(unit, text, TITLE_LINE_MAX)
        || rec_annex_label(reader, text, &kind, NULL))
        return 0;
    for (size_t at = 0, words = 0; at < text.len && words < LABEL_WORDS_MAX; at++) {
        if (text.ptr[at] != ' ')
            continue;
        words++;
        uint32_t next = rec_char_at(text, at + 1);
        bool begins = g_unichar_isupper(next) || next >= 0x0600;
        if (begins && rec_annex_label(reader, mh_view_slice(text, 0, at), &kind, NULL))
            best = at;
    }
    return best;
}

GArray *rec_annexes_find(rec_reader *reader, rec_range range)
{
    GArray *found = mh_arena_array(reader->arena, sizeof(rec_annex));
    for (size_t at = rec_next_unit(reader, range, range.from); at < range.to;
         at = rec_next_unit(reader, range, at + 1)) {
        if (rec_unit_at(reader, at)->use != REC_USE_NONE)
            continue;
        size_t label = label_before_title(reader, rec_unit_at(reader, at));
        if (label > 0) {
            rec_unit_split(reader, at, label);
            range.to++;
        }
        const rec_unit *unit = rec_unit_at(reader, at);
        rec_annex annex = {.unit = at};
        if (unit->is_row || (unit->mark.count > 0 && unit->mark.dress != REC_DRESS_NONE)
            || !rec_annex_label(reader, mh_view_slice(unit->text, 0, rec_unit_bare_length(unit)),
                                &annex.kind, NULL)
            || !has_content(reader, range, at))
            continue;
        annex.document = MH_NEW(reader->arena, mh_document, 1);
        annex.document->kind = annex.kind;
        g_array_append_val(found, annex);
    }
    return found;
}

static void append_document(mh_document **first, mh_document *document)
{
    while (*first)
        first = &(*first)->next;
    *first = document;
}

/* Annexes hang on the record, what follows an annex as enclosure or appendix hangs on that. */
void rec_annexes_link(GArray *annexes, mh_document *parent)
{
    mh_document *owner[] = {[0] = parent,
                            [MH_KIND_ENCLOSURE - MH_KIND_ANNEX] = parent,
                            [MH_KIND_APPENDIX - MH_KIND_ANNEX] = parent};
    mh_document **end = &parent->attachments; /* the record's own are many: no walk for each */
    for (guint i = 0; i < annexes->len; i++) {
        const rec_annex *found = &g_array_index(annexes, rec_annex, i);
        size_t rank = found->kind - MH_KIND_ANNEX;
        if (owner[rank] == parent) {
            *end = found->document;
            end = &found->document->next;
        } else {
            append_document(&owner[rank]->attachments, found->document);
        }
        for (size_t inner = rank + 1; inner < G_N_ELEMENTS(owner); inner++)
            owner[inner] = found->document;
    }
}

static const mh_concept *concept_of(rec_reader *reader, mh_record_kind kind)
{
    if (kind == MH_KIND_ENCLOSURE)
        return rec_concept(reader, "enclosure", "/akn/ontology/concept/un/enclosure", "Enclosure");
    if (kind == MH_KIND_APPENDIX)
        return rec_concept(reader, "appendix", "/akn/ontology/concept/un/appendix", "Appendix");
    return rec_concept(reader, "annex", "/akn/ontology/concept/un/annex", "Annex");
}

static mh_node *label_of(rec_reader *reader, const rec_unit *unit)
{
    mh_record_kind kind = MH_KIND_ANNEX;
    mh_view number = {0};
    size_t end = rec_unit_bare_length(unit);
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    rec_annex_label(reader, mh_view_slice(unit->text, 0, end), &kind, &number);
    mh_span *type = rec_span_add(spans, MH_SPAN_DOC_TYPE, 0, end);
    type->concept = concept_of(reader, kind);
    if (number.len > 0) {
        size_t at = (size_t)(number.ptr - unit->text.ptr);
        rec_span_add(spans, MH_SPAN_DOC_NUMBER, at, at + number.len);
    }
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text = rec_text_marked(reader, unit, (rec_range){0, unit->text.len},
                                 REC_INLINE_TITLE | REC_INLINE_NO_PERSONS, spans);
    node->language = unit->language;
    return node;
}

/* "[Original: French]" and other bracketed remarks below the label. */
static bool is_remark(const rec_unit *unit)
{
    uint32_t first = rec_char_at(unit->text, 0);
    return (first == '[' || first == 0xFF3B) && unit->chars < 200
           && unit->text.ptr[unit->text.len - 1] == ']';
}

static mh_node *remark_of(rec_reader *reader, const rec_unit *unit)
{
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    rec_original_spans(reader, unit->text, spans);
    mh_node *node = rec_node_new(reader, MH_NODE_P, unit);
    node->text =
        rec_text_marked(reader, unit, (rec_range){0, unit->text.len}, REC_INLINE_TITLE, spans);
    node->language = unit->language;
    return node;
}

static bool is_title_line(const rec_unit *unit)
{
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    return unit->mark.count == 0 && rec_is_heading_like(unit, text, TITLE_LINE_MAX);
}

/* Title lines from @p at on: all up to a numbered heading, else all but a heading above text. */
static size_t title_end(rec_reader *reader, rec_range range, size_t at)
{
    size_t lines = 0;
    size_t last = at;
    size_t end = at;
    while (end < range.to && lines < TITLE_LINES_MAX && is_title_line(rec_unit_at(reader, end))) {
        last = end;
        lines++;
        end = rec_next_unit(reader, range, end + 1);
    }
    if (end >= range.to)
        return lines > 1 ? rec_next_unit(reader, range, at + 1) : at;
    const rec_unit *next = rec_unit_at(reader, end);
    if (lines == TITLE_LINES_MAX)
        return rec_next_unit(reader, range, at + 1);
    bool stands_above_text = next->mark.count == 0 && lines > 1 && !next->is_row;
    return stands_above_text ? last : end;
}

size_t rec_annex_preface(rec_reader *reader, rec_range range, mh_node **out)
{
    mh_node *root = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    size_t at = range.from;
    rec_node_append(root, label_of(reader, rec_unit_at(reader, at)));
    at = rec_next_unit(reader, range, at + 1);
    while (at < range.to && is_remark(rec_unit_at(reader, at))) {
        rec_node_append(root, remark_of(reader, rec_unit_at(reader, at)));
        at = rec_next_unit(reader, range, at + 1);
    }
    size_t end = title_end(reader, range, at);
    bool is_first = true;
    while (at < end) {
        rec_node_append(root, rec_title_line(reader, rec_unit_at(reader, at), is_first));
        is_first = false;
        at = rec_next_unit(reader, range, at + 1);
    }
    while (at < range.to && is_remark(rec_unit_at(reader, at))) {
        rec_node_append(root, remark_of(reader, rec_unit_at(reader, at)));
        at = rec_next_unit(reader, range, at + 1);
    }
    *out = rec_detach(root);
    return at;
}
