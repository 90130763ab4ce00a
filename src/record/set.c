#include "record/set.h"

#include "record/preamble.h"
#include "record/title.h"

/* Longest line of a resolution's title; lines between its letter and its formula. */
#define TITLE_LINE_MAX 320
#define TITLE_LINES_MAX 3

/* The letter at the head of @p unit: "A Title", "A. Title", "A" alone. */
static rec_mark letter_of(const rec_unit *unit)
{
    if (unit->is_row || unit->ends_clause || unit->chars > TITLE_LINE_MAX)
        return (rec_mark){0};
    bool is_dressed = unit->mark.count > 0 && unit->mark.dress != REC_DRESS_NONE
                      && unit->mark.dress != REC_DRESS_STOP;
    if (is_dressed)
        return (rec_mark){0};
    return unit->mark.count > 0 ? unit->mark : rec_mark_read_bare(unit->text);
}

/* The unit of the formula that stands below a heading at @p at; range.to when none does. */
static size_t formula_below(rec_reader *reader, rec_range range, size_t at)
{
    size_t lines = 0;
    for (size_t next = rec_next_unit(reader, range, at + 1);
         next < range.to && lines++ < TITLE_LINES_MAX;
         next = rec_next_unit(reader, range, next + 1)) {
        const rec_unit *unit = rec_unit_at(reader, next);
        if (rec_is_formula(reader, unit))
            return next;
        if (unit->mark.count > 0 || !rec_is_heading_like(unit, unit->text, TITLE_LINE_MAX))
            break;
    }
    return range.to;
}

GArray *rec_set_find(rec_reader *reader, rec_range range)
{
    GArray *found = mh_arena_array(reader->arena, sizeof(size_t));
    for (size_t at = rec_next_unit(reader, range, range.from); at < range.to;
         at = rec_next_unit(reader, range, at + 1)) {
        rec_mark mark = letter_of(rec_unit_at(reader, at));
        if (rec_mark_value(&mark, REC_STYLE_CAPITAL) == found->len + 1
            && formula_below(reader, range, at) < range.to)
            g_array_append_val(found, at);
    }
    if (found->len < 2)
        g_array_set_size(found, 0);
    return found;
}

size_t rec_set_preface(rec_reader *reader, rec_range range, mh_node **out)
{
    mh_node *root = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    size_t formula = formula_below(reader, range, range.from);
    const rec_unit *heading = rec_unit_at(reader, range.from);
    rec_mark letter = letter_of(heading);
    size_t end = rec_unit_bare_length(heading);
    GArray *spans = mh_arena_array(reader->arena, sizeof(mh_span));
    rec_span_add(spans, MH_SPAN_DOC_NUMBER, 0, letter.length);
    bool is_titled = letter.rest < end;
    if (is_titled)
        rec_span_add(spans, MH_SPAN_DOC_TITLE, letter.rest, end);
    mh_node *line = rec_node_new(reader, MH_NODE_P, heading);
    line->text = rec_text_marked(reader, heading, (rec_range){0, heading->text.len},
                                 REC_INLINE_TITLE | REC_INLINE_NO_PERSONS, spans);
    line->language = heading->language;
    rec_node_append(root, line);
    for (size_t at = rec_next_unit(reader, range, range.from + 1); at < formula;
         at = rec_next_unit(reader, range, at + 1)) {
        rec_node_append(root, rec_title_line(reader, rec_unit_at(reader, at), !is_titled));
        is_titled = true;
    }
    *out = rec_detach(root);
    return formula;
}
