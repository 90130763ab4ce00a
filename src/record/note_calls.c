#include "record/notes.h"

#include "lexicon/printed.h"

/*
 * Where calls may stand: bare digits, letters or stars in the text. A digit is taken for a call
 * only when a note of that number was found and the number is the next one expected (notes.c): the
 * text is full of other digits. Here each place gets a score, the lower the surer.
 */

/* The letters that end at byte @p end. */
static mh_view word_before(mh_view text, size_t end)
{
    size_t start = end;
    while (start > 0) {
        const char *p = g_utf8_prev_char(text.ptr + start);
        if (!g_unichar_isalpha(g_utf8_get_char(p)))
            break;
        start = (size_t)(p - text.ptr);
    }
    return mh_view_slice(text, start, end);
}

bool rec_is_cjk(uint32_t c)
{
    return c >= 0x3400 && c <= 0x9FFF;
}

/* Calls glued to a capital abbreviation do not occur; names such as G20 and M23 do. */
static bool is_name_part(mh_view word)
{
    size_t capitals = 0;
    const char *end = word.ptr + word.len;
    for (const char *p = word.ptr; p < end; p = mh_utf8_next(p))
        capitals += g_unichar_isupper(g_utf8_get_char(p)) ? 1 : 0;
    return capitals == rec_char_count(word) && capitals <= 5;
}

/* "in 2020,10 in which": a year before the stop makes no number of it. */
static bool is_year_before(mh_view text, size_t stop)
{
    size_t start = stop;
    while (start > 0 && g_ascii_isdigit(text.ptr[start - 1]))
        start--;
    mh_view year = mh_view_slice(text, start, stop);
    return year.len == 4
           && (mh_view_starts_with(year, MH_VIEW("19")) || mh_view_starts_with(year, MH_VIEW("20")))
           && (start == 0 || g_unichar_isspace(rec_char_before(text, start)));
}

/* Score of a call whose digits come straight after the stop or comma at @p stop, or 0. */
static uint32_t score_after_stop(mh_view text, size_t stop, bool ends_here)
{
    uint32_t before = rec_char_before(text, stop);
    if (g_unichar_isdigit(before))
        return is_year_before(text, stop) || (ends_here && text.ptr[stop] == '.') ? 3 : 0;
    mh_view word = word_before(text, stop);
    if (text.ptr[stop] == '.' && mh_printed_is(MH_PRINTED_SYMBOL_PART, word))
        return 0;
    return 1;
}

/* A space before the digits: only after the end of a clause and before a new beginning. */
static uint32_t score_after_space(mh_view text, size_t start, size_t end)
{
    mh_view head = mh_view_trim(mh_view_slice(text, 0, start));
    if (head.len == 0)
        return 0;
    uint32_t last = rec_char_before(head, head.len);
    bool is_closed = rec_is_terminal(last) || last == ')' || last == 0x201D || last == 0xBB;
    size_t stop = head.len - 1;
    if (!is_closed
        || (last == '.' && mh_printed_is(MH_PRINTED_SYMBOL_PART, word_before(head, stop))))
        return 0;
    if (last < 0x80 && last != ')' && g_unichar_isdigit(rec_char_before(head, stop)))
        return 0;
    mh_view tail = mh_view_trim(mh_view_slice(text, end, text.len));
    uint32_t first = rec_char_at(tail, 0);
    bool begins = first == 0 || g_unichar_isupper(first) || first >= 0x0600;
    bool is_comma = last == ',' || last == ';';
    return begins ? 3 : is_comma && g_unichar_islower(first) ? 4 : 0;
}

static bool is_closer(uint32_t c)
{
    return c == ')' || c == ']' || c == '"' || c == 0x201D || c == 0xBB || c == 0x2019
           || c == 0xFF09 || c == 0x300D || c == 0x300B || c == 0x300F;
}

/* What follows a call: no letter, digit, or sign that would make a number or a symbol of it. */
static bool may_follow(mh_view text, size_t end)
{
    uint32_t after = rec_char_at(text, end);
    if (g_unichar_isalnum(after) && !rec_is_cjk(after))
        return false;
    if (after == '/' || after == '-' || after == '%' || after == 0x2013 || after == '(')
        return false;
    return after != '.' || !g_unichar_isdigit(rec_char_at(text, end + 1));
}

/* Score of digits glued to a letter. */
static uint32_t score_after_letter(mh_view text, size_t start, size_t end)
{
    if (rec_is_cjk(rec_char_before(text, start)))
        return rec_is_cjk(rec_char_at(text, end)) ? 0 : 2;
    return is_name_part(word_before(text, start)) ? 0 : 2;
}

/* How sure digits at [start, end) are a call; 0 = they are none. */
uint32_t rec_call_score(mh_view text, size_t start, size_t end)
{
    uint32_t after = rec_char_at(text, end);
    uint32_t before = rec_char_before(text, start);
    if (!may_follow(text, end))
        return 0;
    if (g_unichar_isspace(before))
        return score_after_space(text, start, end);
    if (is_closer(before))
        return 1;
    if (g_unichar_isalpha(before))
        return score_after_letter(text, start, end);
    if (!rec_is_terminal(before))
        return 0;
    if (before >= 0x80)
        return 1;
    return score_after_stop(text, start - 1, after == 0 || g_unichar_isspace(after));
}

static void add_place(rec_notes *f, uint32_t value, rec_place found)
{
    if (value == 0 || value > REC_NOTE_VALUE_MAX || found.score == 0)
        return;
    if (!f->digits[value])
        f->digits[value] = mh_arena_array(f->reader->arena, sizeof(rec_place));
    g_array_append_val(f->digits[value], found);
}

uint32_t rec_digits_value(mh_view digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len; i++)
        value = value * 10 + (uint32_t)(digits.ptr[i] - '0');
    return value;
}

/* "20193": a year with the call 3 glued to it. */
static bool splits_year(mh_view run)
{
    return run.len >= 5 && run.len <= 7
           && (mh_view_starts_with(run, MH_VIEW("19")) || mh_view_starts_with(run, MH_VIEW("20")));
}

/* A run of ASCII digits. */
static void add_digits(rec_notes *f, size_t at, size_t start, size_t end)
{
    mh_view text = rec_unit_at(f->reader, at)->text;
    mh_view run = mh_view_slice(text, start, end);
    rec_place found = {.unit = at, .start = (uint32_t)start, .end = (uint32_t)end};
    if (run.ptr[0] == '0')
        return;
    if (run.len <= 3) {
        found.score = rec_call_score(text, start, end);
        bool is_wrapped = rec_char_before(text, start) == '(' && rec_char_at(text, end) == ')'
                          && start > 1 && !g_unichar_isspace(rec_char_before(text, start - 1));
        if (is_wrapped) {
            found = (rec_place){
                .unit = at, .start = (uint32_t)start - 1, .end = (uint32_t)end + 1, .score = 1};
        }
        add_place(f, rec_digits_value(run), found);
    } else if (splits_year(run) && !g_unichar_isalnum(rec_char_at(text, end))
               && rec_char_at(text, end) != '/'
               && g_unichar_isspace(rec_char_before(text, start))) {
        found.start += 4;
        found.score = 4;
        add_place(f, rec_digits_value(mh_view_slice(run, 4, run.len)), found);
    }
}

static void add_stars(rec_notes *f, size_t at, size_t start, size_t end)
{
    mh_view text = rec_unit_at(f->reader, at)->text;
    uint32_t before = rec_char_before(text, start);
    if (start == 0 || end - start > 4)
        return;
    if (g_unichar_isspace(before)) {
        mh_view head = mh_view_trim(mh_view_slice(text, 0, start));
        uint32_t last = rec_char_before(head, head.len);
        if (!rec_is_terminal(last) && !is_closer(last))
            return;
    }
    rec_place found = {.unit = at,
                       .start = (uint32_t)start,
                       .end = (uint32_t)end,
                       .score = (uint32_t)(end - start)};
    gboolean free_place = FALSE;
    g_array_append_val(f->stars, found);
    g_array_append_val(f->taken, free_place);
}

/* All places of one unit that may be calls. */
void rec_notes_scan(rec_notes *notes, size_t at)
{
    mh_view text = rec_unit_at(notes->reader, at)->text;
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        if (g_ascii_isdigit(text.ptr[i])) {
            while (i < text.len && g_ascii_isdigit(text.ptr[i]))
                i++;
            add_digits(notes, at, start, i);
        } else if (text.ptr[i] == '*') {
            while (i < text.len && text.ptr[i] == '*')
                i++;
            add_stars(notes, at, start, i);
        } else {
            i++;
        }
    }
}
