#include "record/notes.h"

#include "lexicon/date.h"

/*
 * Notes stand at the foot of pages or at the end. Each is paired, down the record, with the place
 * of the text that calls it (note_calls.c).
 */

/* Notes in a row whose calls may not be found, before the count is given up. */
#define NOTES_LOST_MAX 2
#define NOTES_LOST_BELOW_RULE 20
/* How far back a star is looked for, in calls. */
#define STARS_BACK 64
/* Units between a table and its notes, and rows of a table that are searched. */
#define TABLE_NOTES_MAX 24
#define TABLE_ROWS_MAX 400
/* Bytes of a note that a message shows. */
#define UNCALLED_SHOWN 40
/* Searches of the whole record for a word, for lettered table notes. */
#define WORD_SEARCHES_MAX 200

static void attach(rec_reader *reader, const rec_place *found, mh_note *note)
{
    rec_unit *unit = rec_unit_at(reader, found->unit);
    rec_call *call = MH_NEW(reader->arena, rec_call, 1);
    *call = (rec_call){.start = found->start, .end = found->end, .note = note};
    rec_call **link = &unit->calls;
    while (*link && (*link)->start < call->start)
        link = &(*link)->next;
    call->next = *link;
    *link = call;
    note->marker = mh_view_slice(unit->text, found->start, found->end);
}

/*
 * The best place for the call of note @p value between the last call and unit @p limit. A note
 * printed as "(1)" is called as "(1)".
 */
static const rec_place *find_call(rec_notes *f, uint32_t value, bool is_bracketed, size_t limit)
{
    const rec_place *best = NULL;
    GArray *places = f->digits[value];
    size_t *next = &f->next_digit[value];
    for (size_t i = *next; places && i < places->len; i++) {
        const rec_place *found = &g_array_index(places, rec_place, i);
        if (found->unit > limit)
            break;
        bool is_passed = found->unit < f->last_unit
                         || (found->unit == f->last_unit && found->start < f->last_end);
        const rec_unit *unit = rec_unit_at(f->reader, found->unit);
        bool has_brackets = unit->text.ptr[found->start] == '(';
        bool is_usable =
            found->unit < limit && unit->use != REC_USE_NOTE && has_brackets == is_bracketed;
        if (is_passed)
            *next = i + 1;
        else if (is_usable && (!best || found->score < best->score))
            best = found;
    }
    return best;
}

/* Makes what @p text says the text of @p note. */
static void take_text(rec_reader *reader, const rec_note_text *text, mh_note *note)
{
    rec_unit *unit = rec_unit_at(reader, text->unit);
    unit->use = REC_USE_NOTE;
    unit->note = note;
    mh_node *content = rec_node_new(reader, MH_NODE_P, unit);
    size_t to = text->to ? text->to : unit->text.len;
    content->text.text = mh_view_trim(mh_view_slice(unit->text, text->from, to));
    content->language = unit->language;
    if (text->first_line > 0)
        content->first_line = text->first_line;
    if (text->last_line > 0)
        content->last_line = text->last_line;
    note->content = rec_list_append(note->content, content);
    note->first_line =
        note->first_line ? MIN(note->first_line, content->first_line) : content->first_line;
    note->last_line = MAX(note->last_line, content->last_line);
}

static void take_unit(rec_reader *reader, size_t at, size_t from, mh_note *note)
{
    take_text(reader, &(rec_note_text){.unit = at, .from = from}, note);
}

/* "15 January 2025": the number is a day. */
static bool begins_with_date(rec_reader *reader, mh_view text)
{
    mh_date date;
    return mh_date_at(mh_fold(reader->folder, text), 0, &date);
}

/* "1 Text", "(1) Text": the number, and where the text begins; 0 when it is no such line. */
uint32_t rec_note_number(rec_reader *reader, const rec_unit *unit, size_t *text_from)
{
    mh_view text = unit->text;
    bool is_bracketed = text.len > 0 && text.ptr[0] == '(';
    size_t start = is_bracketed ? 1 : 0;
    size_t end = start;
    while (end < text.len && end < start + 4 && g_ascii_isdigit(text.ptr[end]))
        end++;
    if (end == start || end - start > 3 || text.ptr[start] == '0')
        return 0;
    size_t after = end;
    if (is_bracketed && rec_char_at(text, after++) != ')')
        return 0;
    uint32_t next = rec_char_at(text, after);
    if (next != ' ' && next != '\t' && next != 0xA0)
        return 0;
    uint32_t first = rec_char_at(text, after + (next == 0xA0 ? 2 : 1));
    if (first == '-' || first == 0x2013 || first == 0 || begins_with_date(reader, text))
        return 0;
    *text_from = after;
    return rec_digits_value(mh_view_slice(text, start, end));
}

static mh_note *new_note(rec_notes *f)
{
    f->last = MH_NEW(f->reader->arena, mh_note, 1);
    return f->last;
}

static void accept(rec_notes *f, const rec_place *call, mh_note *note, uint32_t value)
{
    attach(f->reader, call, note);
    f->last_unit = call->unit;
    f->last_end = call->end;
    f->expected = value + 1;
}

void rec_note_take(rec_notes *notes, const rec_place *call, const rec_note_text *text)
{
    mh_note *note = new_note(notes);
    attach(notes->reader, call, note);
    take_text(notes->reader, text, note);
}

void rec_note_take_numbered(rec_notes *notes, const rec_place *call, const rec_note_text *text,
                            uint32_t value)
{
    mh_note *note = new_note(notes);
    take_text(notes->reader, text, note);
    accept(notes, call, note, value);
}

static bool take_numbered(rec_notes *f, size_t at)
{
    const rec_unit *unit = rec_unit_at(f->reader, at);
    size_t text_from = 0;
    uint32_t value = unit->is_row ? 0 : rec_note_number(f->reader, unit, &text_from);
    bool is_below_rule = unit->block->after_rule;
    uint32_t lost = is_below_rule ? NOTES_LOST_BELOW_RULE : NOTES_LOST_MAX;
    bool is_near = value >= f->expected && value <= f->expected + lost;
    if (value == 0 || (!is_near && value != 1))
        return false;
    bool is_bracketed = unit->text.ptr[0] == '(';
    const rec_place *call = find_call(f, value, is_bracketed, at);
    if (!call || (value != f->expected && call->score > (is_below_rule ? 4U : 2U)))
        return false;
    mh_note *note = new_note(f);
    take_unit(f->reader, at, text_from, note);
    accept(f, call, note, value);
    return true;
}

void rec_note_take_number(rec_notes *notes, size_t number)
{
    rec_unit *unit = rec_unit_at(notes->reader, number);
    unit->use = REC_USE_NOTE;
    unit->note = notes->last;
    mh_move move = {.from_line = unit->first_line,
                    .to_line = notes->last->content->first_line,
                    .text = unit->text};
    g_array_append_val(notes->reader->moves, move);
}

/* True when unit @p at holds the number @p value and nothing else, below a rule. */
static bool is_number_alone(const rec_notes *f, size_t at, uint32_t value)
{
    const rec_unit *unit = rec_unit_at(f->reader, at);
    mh_view text = unit->text;
    if (!unit->block->after_rule || text.len > 3)
        return false;
    for (size_t i = 0; i < text.len; i++)
        if (!g_ascii_isdigit(text.ptr[i]))
            return false;
    return rec_digits_value(text) == value;
}

/* Numbers below a rule, their texts after them in the same order. */
static bool take_stacked(rec_notes *f, size_t at)
{
    size_t unit_count = f->reader->units->len;
    size_t next = at;
    while (next < unit_count && is_number_alone(f, next, f->expected + (uint32_t)(next - at)))
        next++;
    size_t numbers = next - at;
    if (numbers == 0 || next + numbers > unit_count)
        return false;
    for (size_t i = 0; i < numbers; i++) {
        const rec_place *call = find_call(f, f->expected, false, at);
        const rec_unit *text = rec_unit_at(f->reader, next + i);
        if (!call || text->starts_page || text->calls)
            return i > 0;
        rec_note_take_numbered(f, call, &(rec_note_text){.unit = next + i}, f->expected);
        rec_note_take_number(f, at + i);
    }
    return true;
}

/* Stars at the start of a note, 0 when the unit is none: "* Text", "**Text". */
size_t rec_note_stars(const rec_unit *unit)
{
    mh_view text = unit->text;
    size_t count = 0;
    while (count < text.len && text.ptr[count] == '*')
        count++;
    mh_view rest = mh_view_trim(mh_view_slice(text, count, text.len));
    return count > 4 || rest.len == 0 || rest.ptr[0] == '*' ? 0 : count;
}

static bool take_starred(rec_notes *f, size_t at)
{
    size_t count = rec_note_stars(rec_unit_at(f->reader, at));
    if (count == 0)
        return false;
    size_t end = f->stars->len;
    while (end > 0 && g_array_index(f->stars, rec_place, end - 1).unit >= at)
        end--;
    const rec_place *call = NULL;
    size_t chosen = 0;
    size_t begin = end > STARS_BACK ? end - STARS_BACK : 0;
    for (size_t i = end; i > begin; i--) {
        const rec_place *found = &g_array_index(f->stars, rec_place, i - 1);
        bool is_note = rec_unit_at(f->reader, found->unit)->use == REC_USE_NOTE;
        if (found->score != count || is_note)
            continue;
        if (g_array_index(f->taken, gboolean, i - 1))
            break;
        call = found;
        chosen = i - 1;
    }
    if (!call)
        return false;
    g_array_index(f->taken, gboolean, chosen) = TRUE;
    mh_note *note = new_note(f);
    attach(f->reader, call, note);
    take_unit(f->reader, at, count, note);
    return true;
}

/* ------------------------------------------------------------------ table notes */

/* True when @p word stands in the record between characters that are no letters. */
static bool occurs_as_word(rec_notes *f, mh_view word)
{
    mh_view source = f->reader->text->source;
    if (word.len < 2 || f->searches++ > WORD_SEARCHES_MAX)
        return false;
    for (size_t at = mh_view_find(source, word, 0); at != SIZE_MAX;
         at = mh_view_find(source, word, at + 1)) {
        bool ends = !g_unichar_isalpha(rec_char_at(source, at + word.len));
        if (ends && !g_unichar_isalpha(rec_char_before(source, at)))
            return true;
    }
    return false;
}

/* A cell "Norvaliaa": the letter is a call when the word without it is one of the record's. */
static bool is_lettered(rec_notes *f, mh_view cell, char letter)
{
    if (cell.len < 2 || cell.ptr[cell.len - 1] != letter)
        return false;
    uint32_t before = rec_char_before(cell, cell.len - 1);
    if (!g_unichar_isalpha(before) || rec_is_cjk(before))
        return true;
    return occurs_as_word(f, mh_view_slice(cell, 0, cell.len - 1));
}

static bool find_lettered(rec_notes *f, size_t row, char letter, rec_place *out)
{
    mh_view text = rec_unit_at(f->reader, row)->text;
    size_t next = 0;
    for (size_t start = 0; start < text.len; start = next) {
        mh_view cell = mh_view_trim(mh_view_slice(text, start, rec_cell_end(text, start, &next)));
        if (cell.len > 0 && is_lettered(f, cell, letter)) {
            size_t at = (size_t)(cell.ptr - text.ptr) + cell.len;
            *out = (rec_place){.unit = row, .start = (uint32_t)at - 1, .end = (uint32_t)at};
            return true;
        }
    }
    return false;
}

/* "a Costs borne by local councils." below a table. */
static bool take_lettered(rec_notes *f, size_t at)
{
    mh_view text = rec_unit_at(f->reader, at)->text;
    if (text.len < 4 || !g_ascii_islower(text.ptr[0]) || text.ptr[1] != ' ' || at == 0)
        return false;
    size_t row = at;
    size_t first = at > TABLE_NOTES_MAX ? at - TABLE_NOTES_MAX : 0;
    while (row > first && !rec_unit_at(f->reader, row - 1)->is_row)
        row--;
    if (row == first)
        return false;
    size_t table = row;
    while (table > 0 && row - table < TABLE_ROWS_MAX && rec_unit_at(f->reader, table - 1)->is_row)
        table--;
    for (size_t i = table; i < row; i++) {
        rec_place found;
        if (rec_unit_at(f->reader, i)->use != REC_USE_NOTE
            && find_lettered(f, i, text.ptr[0], &found)) {
            mh_note *note = new_note(f);
            attach(f->reader, &found, note);
            take_unit(f->reader, at, 1, note);
            return true;
        }
    }
    return false;
}

/* A further paragraph of the note before, below the rule. */
static bool take_continuation(rec_notes *f, size_t at)
{
    const rec_unit *unit = rec_unit_at(f->reader, at);
    mh_note *note = at > 0 ? rec_unit_at(f->reader, at - 1)->note : NULL;
    if (!note || !unit->block->after_rule || unit->starts_page)
        return false;
    take_unit(f->reader, at, 0, note);
    return true;
}

/* What notes are called in is no note itself: theirs would be lost with it. */
static bool take_note(rec_notes *f, size_t at)
{
    if (rec_unit_at(f->reader, at)->calls)
        return false;
    return take_starred(f, at) || take_numbered(f, at) || take_lettered(f, at)
           || take_stacked(f, at) || take_continuation(f, at);
}

/* A line below a footnote rule that looks like a note and was not taken for one. */
static void report_uncalled(rec_reader *reader, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    size_t text_from = 0;
    if (!unit->block->after_rule
        || (rec_note_stars(unit) == 0 && rec_note_number(reader, unit, &text_from) == 0))
        return;
    mh_view head = rec_head_of(unit->text, UNCALLED_SHOWN);
    mh_report(reader->job, MH_REC_NOTE_UNCALLED, unit->first_line, 0, "%.*s", MH_VIEW_ARG(head));
}

/* The first of the notes below the rule of a page. */
static bool opens_page_notes(const rec_reader *reader, const rec_unit *before, const rec_unit *unit)
{
    const mh_line *lines = reader->text->lines;
    return unit->block->after_rule
           && (!before || !before->block->after_rule
               || lines[before->block->line[0]].page != lines[unit->block->line[0]].page);
}

void rec_notes_read(rec_reader *reader)
{
    rec_notes f = {.reader = reader, .expected = 1};
    f.stars = mh_arena_array(reader->arena, sizeof(rec_place));
    f.taken = mh_arena_array(reader->arena, sizeof(gboolean));
    for (size_t i = 0; i < reader->units->len; i++)
        rec_notes_scan(&f, i);
    const rec_unit *before = NULL;
    for (size_t i = 0; i < reader->units->len; i++) {
        const rec_unit *unit = rec_unit_at(reader, i);
        if (opens_page_notes(reader, before, unit))
            rec_notes_read_page(&f, i);
        if (unit->use == REC_USE_NONE && !take_note(&f, i))
            report_uncalled(reader, i);
        before = unit;
    }
}
