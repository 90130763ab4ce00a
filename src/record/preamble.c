#include "record/preamble.h"

#include "record/body.h"

/* Longest enacting formula, in characters. */
#define FORMULA_MAX 120
/* Units that an extractor left amid the preamble, before it goes on. */
#define STRAY_MAX 6
/* Digits of a call whose note is not in the text. */
#define CALL_DIGITS_MAX 3

uint32_t rec_text_clause_end(mh_view text)
{
    size_t end = text.len;
    while (end > 0 && text.len - end < CALL_DIGITS_MAX && g_ascii_isdigit(text.ptr[end - 1]))
        end--;
    uint32_t before = rec_char_before(text, end);
    bool is_called = end < text.len && rec_is_terminal(before);
    return rec_last_char(mh_view_slice(text, 0, is_called ? end : text.len));
}

uint32_t rec_clause_end(const rec_unit *unit)
{
    return rec_text_clause_end(
        mh_view_trim(mh_view_slice(unit->text, 0, rec_unit_bare_length(unit))));
}

static bool ends_with_comma(const rec_unit *unit)
{
    uint32_t last = rec_clause_end(unit);
    return last == ',' || last == 0xFF0C || last == 0x060C || last == 0x3001;
}

static mh_language language_of(const rec_reader *reader, const rec_unit *unit)
{
    return unit->language ? unit->language : reader->language;
}

/* The comma of "The General Assembly," is sometimes lost. */
static bool matches_with_comma(rec_reader *reader, mh_view text)
{
    const char *with_comma = mh_arena_printf(reader->arena, "%.*s,", MH_VIEW_ARG(text));
    return rec_matches(reader, mh_view_of(with_comma), "formula", NULL);
}

bool rec_matches_formula(rec_reader *reader, mh_view text)
{
    return rec_matches(reader, text, "formula", NULL)
           || (!rec_is_terminal(rec_last_char(text)) && matches_with_comma(reader, text));
}

bool rec_is_strict_formula(rec_reader *reader, const rec_unit *unit)
{
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    return unit->mark.count == 0 && unit->ends_clause && !rec_is_longer(text, FORMULA_MAX)
           && rec_matches(reader, text, "formula", NULL);
}

bool rec_is_formula(rec_reader *reader, const rec_unit *unit)
{
    mh_view text = mh_view_slice(unit->text, 0, rec_unit_bare_length(unit));
    if (unit->mark.count > 0 || rec_is_longer(text, FORMULA_MAX))
        return false;
    return rec_matches_formula(reader, text);
}

/* The words a clause opens with, for the container's name. */
static const char *name_of(rec_reader *reader, const rec_unit *unit)
{
    size_t length = rec_opening_length(reader, unit, 0, MH_OPENING_PREAMBULAR);
    if (length == 0) {
        const char *space = memchr(unit->text.ptr, ' ', unit->text.len);
        length = space ? (size_t)(space - unit->text.ptr) : MIN(unit->text.len, (size_t)6);
    }
    return mh_arena_string_of(reader->arena, mh_view_trim(mh_view_slice(unit->text, 0, length)));
}

static bool opens_list_item(const rec_unit *unit)
{
    return unit->mark.dress == REC_DRESS_BOTH || unit->mark.dress == REC_DRESS_CLOSED
           || unit->mark.dress == REC_DRESS_BULLET || unit->mark.dress == REC_DRESS_QUOTED;
}

/* True when the clause's verb is one of decision. */
static bool is_operative(rec_reader *reader, const rec_unit *unit)
{
    return rec_opening_length(reader, unit, 0, MH_OPENING_OPERATIVE) > 0 && !ends_with_comma(unit);
}

static void add_clause(rec_builder *builder, const rec_unit *unit)
{
    rec_reader *reader = builder->reader;
    mh_node *clause = rec_node_new(reader, MH_NODE_PREAMBULAR, unit);
    clause->name = name_of(reader, unit);
    rec_node_append(clause, rec_clause_of(reader, unit, 0, MH_OPENING_PREAMBULAR));
    rec_node_append(builder->root, clause);
    builder->paragraph = clause;
    rec_close_lists(builder);
}

static bool is_clause(rec_reader *reader, const rec_unit *unit)
{
    bool is_known = rec_opening_length(reader, unit, 0, MH_OPENING_PREAMBULAR) > 0;
    /* Known opening words, or at least a comma at the end. */
    return ends_with_comma(unit) || (is_known && rec_is_terminal(rec_clause_end(unit)));
}

bool rec_is_beyond_preamble(rec_reader *reader, const rec_unit *unit)
{
    if (unit->is_row || (unit->mark.count > 0 && !opens_list_item(unit)))
        return true;
    /* "I Revised estimates"; "I" above its title, where "1" alone is the number of a note. */
    rec_mark bare = unit->mark.count == 0 ? rec_mark_read_bare(unit->text) : (rec_mark){0};
    bool is_number = bare.count > 0
                     || (!g_ascii_isdigit(unit->text.ptr[0]) && rec_designation_value(unit->text));
    return is_number || is_operative(reader, unit) || rec_is_formula(reader, unit)
           || (!unit->ends_clause && rec_matches(reader, unit->text, "heading", NULL));
}

/* True when the preamble goes on below unit @p at, which is no clause of it. */
static bool goes_on(rec_reader *reader, rec_range range, size_t at)
{
    for (size_t count = 0; count <= STRAY_MAX && at < range.to; count++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (rec_is_beyond_preamble(reader, unit))
            return false;
        if (count > 0 && ends_with_comma(unit)
            && rec_opening_length(reader, unit, 0, MH_OPENING_PREAMBULAR) > 0)
            return true;
        at = rec_next_unit(reader, range, at + 1);
    }
    return false;
}

/* The rest of a clause that was cut. In Russian clauses themselves begin small. */
static bool is_rest(const rec_builder *builder, const rec_unit *unit)
{
    return builder->paragraph && g_unichar_islower(rec_char_at(unit->text, 0))
           && rec_opening_length(builder->reader, unit, 0, MH_OPENING_PREAMBULAR) == 0
           && language_of(builder->reader, unit) != MH_LANGUAGE_RU;
}

/* Text amid the preamble: the rest of a clause, or a line of its own. */
static void add_stray(rec_builder *builder, const rec_unit *unit)
{
    bool goes_on = is_rest(builder, unit);
    mh_node *line = rec_paragraph_of(builder->reader, unit, 0, REC_INLINE_BODY);
    rec_node_append(goes_on ? builder->paragraph : builder->root, line);
    rec_close_lists(builder);
    if (!goes_on)
        builder->paragraph = NULL;
}

/* Something stands below the formula already: what comes right after it is no stray line. */
static bool has_clauses(const rec_builder *builder)
{
    return builder->root->last_child && builder->root->last_child->kind != MH_NODE_FORMULA;
}

/* Adds unit @p at when it belongs to the preamble. */
static bool take_clause(rec_builder *builder, size_t at)
{
    rec_reader *reader = builder->reader;
    const rec_unit *unit = rec_unit_at(reader, at);
    if (opens_list_item(unit) && builder->paragraph)
        return rec_take_item(builder, at) > 0;
    if (unit->mark.count > 0 || unit->is_row || is_operative(reader, unit))
        return false;
    if (is_rest(builder, unit))
        add_stray(builder, unit);
    else if (is_clause(reader, unit))
        add_clause(builder, unit);
    else if (has_clauses(builder) && goes_on(reader, builder->range, at))
        add_stray(builder, unit);
    else
        return false;
    return true;
}

void rec_add_formula(rec_builder *builder, mh_node *parent, const rec_unit *unit)
{
    mh_node *formula = rec_node_new(builder->reader, MH_NODE_FORMULA, unit);
    GArray *spans = mh_arena_array(builder->reader->arena, sizeof(mh_span));
    size_t end = rec_unit_bare_length(unit);
    const char *last = g_utf8_find_prev_char(unit->text.ptr, unit->text.ptr + end);
    size_t words =
        last && rec_is_terminal(g_utf8_get_char(last)) ? (size_t)(last - unit->text.ptr) : end;
    rec_span_add(
        spans, language_of(builder->reader, unit) == MH_LANGUAGE_ZH ? MH_SPAN_BOLD : MH_SPAN_ITALIC,
        0, words);
    formula->name = "akn4un:enactingFormula";
    formula->text = rec_text_marked(builder->reader, unit, (rec_range){0, unit->text.len},
                                    REC_INLINE_BODY, spans);
    formula->language = unit->language;
    rec_node_append(parent, formula);
}

size_t rec_preamble_read(rec_reader *reader, rec_range range, mh_node **out)
{
    rec_builder builder = {.reader = reader, .range = range};
    builder.root = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    rec_add_formula(&builder, builder.root, rec_unit_at(reader, range.from));
    size_t at = rec_next_unit(reader, range, range.from + 1);
    while (at < range.to && take_clause(&builder, at))
        at = rec_next_unit(reader, range, at + 1);
    *out = rec_detach(builder.root);
    return at;
}
