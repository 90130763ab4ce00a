#include "text/facts.h"

#include "lexicon/printed.h"
#include "text/clauses.h"
#include "text/scan.h"

/* So many spaces inside a line are a column's edge; two follow a full stop. */
#define COLUMN_GAP "   "
#define OPEN_WORD_MAX_BYTES 12
/* A heading of more columns fills its line. */
#define HEADING_MAX_COLUMNS 45
/* Notes below a rule fill no more lines of a page. */
#define NOTES_MAX_LINES 100
/* "Le Président par intérim :" has four, the colon one. */
#define SPEAKER_WORDS 5

static bool is_closer(gunichar c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == '*' || c == 0x2019 || c == 0x201D
           || c == 0xBB || c == 0xFF09 || c == 0x300D || c == 0x300F || c == 0x300B;
}

static txt_end end_of_char(gunichar c)
{
    switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026: /* ellipsis */
    case 0x3002: /* ideographic full stop */
    case 0xFF01:
    case 0xFF1F:
    case 0x61F: /* Arabic question mark */
    case 0x6D4: /* Arabic full stop */
        return TXT_END_SENTENCE;
    case ',':
    case ';':
    case ':':
    case 0x60C: /* Arabic comma */
    case 0x61B: /* Arabic semicolon */
    case 0x3001:
    case 0xFF0C:
    case 0xFF1A:
    case 0xFF1B:
        return TXT_END_CLAUSE;
    case '(':
    case '[':
    case 0x201C:
    case 0xAB:
    case 0xFF08:
        return TXT_END_OPEN;
    default:
        return TXT_END_WORD;
    }
}

static mh_view last_word(mh_view text)
{
    const char *p = text.ptr + text.len;
    while (p > text.ptr && !g_ascii_isspace(p[-1]))
        p--;
    return mh_view_slice(text, (size_t)(p - text.ptr), text.len);
}

static bool is_open_word(mh_view word)
{
    char small[OPEN_WORD_MAX_BYTES + 1] = {0};
    if (word.len == 0 || word.len > OPEN_WORD_MAX_BYTES)
        return false;
    /* One capital is a designation: "Annex A". */
    bool keeps_case = word.len == 1;
    memcpy(small, word.ptr, word.len);
    for (size_t i = 0; i < word.len && !keeps_case; i++)
        small[i] = g_ascii_tolower(small[i]);
    return mh_printed_is(MH_PRINTED_OPEN, (mh_view){small, word.len});
}

/* A note's call behind the punctuation: up to three digits, perhaps apart: "peace. 1". */
static mh_view without_note_call(mh_view text)
{
    mh_view rest = text;
    for (size_t digits = 0; digits < 3 && rest.len > 0; digits++) {
        if (!g_ascii_isdigit(rest.ptr[rest.len - 1]))
            break;
        rest = txt_skip_last(rest);
    }
    if (rest.len == text.len)
        return text;
    rest = txt_trim(rest);
    return end_of_char(txt_last(rest)) >= TXT_END_CLAUSE ? rest : text;
}

static const char *last_of(mh_view text, char c)
{
    return memrchr(text.ptr, c, text.len);
}

/* A bracket opened on the line is still open at its end. */
static bool is_bracket_open(mh_view text)
{
    const char *round = last_of(text, '(');
    const char *square = last_of(text, '[');
    const char *open = MAX(round, square);
    return open && MAX(last_of(text, ')'), last_of(text, ']')) < open;
}

static txt_end find_end(mh_view text)
{
    if (is_bracket_open(text))
        return TXT_END_OPEN;
    mh_view rest = without_note_call(text);
    while (rest.len > 0 && is_closer(txt_last(rest)))
        rest = txt_skip_last(rest);
    rest = without_note_call(rest);
    txt_end end = end_of_char(txt_last(rest));
    mh_view word = last_word(text);
    if (end != TXT_END_WORD || rest.len < text.len || !is_open_word(word))
        return end;
    /* "…; and" ends all items of a list but the last. */
    mh_view before = txt_trim(mh_view_slice(text, 0, text.len - word.len));
    return txt_last(before) == ';' ? TXT_END_CLAUSE : TXT_END_OPEN;
}

static bool is_signature(mh_view text)
{
    return mh_printed_begins(MH_PRINTED_SIGNATURE, text)
           || mh_view_ends_with(text, MH_VIEW("(签名)"));
}

/* "Ms. Lind (Sweden)": a person's courtesy title opens the line. */
static bool is_person(mh_view text)
{
    return mh_printed_begins(MH_PRINTED_PERSON, text)
           || (mh_view_starts_with(text, MH_VIEW("M. ")) && text.len > 3
               && g_unichar_isupper(g_utf8_get_char(text.ptr + 3)));
}

/* The colon stands on the line, or on the next when a bracket is still open. */
static bool is_speaker(mh_view text)
{
    return mh_printed_begins(MH_PRINTED_SPEAKER, text)
           && (is_bracket_open(text) || mh_view_find(text, MH_VIEW(":"), 0) != SIZE_MAX
               || mh_view_find(text, MH_VIEW("："), 0) != SIZE_MAX);
}

/* A speaker whatever stands above: "Mr. Blok (Netherlands):", "The President:", the bracket perhaps
 * still open at the line's end. */
static bool is_sure_speaker(mh_view text)
{
    size_t colon = mh_view_find(text, MH_VIEW(":"), 0);
    size_t wide = mh_view_find(text, MH_VIEW("："), 0);
    mh_view name = mh_view_slice(text, 0, MIN(MIN(colon, wide), text.len));
    size_t words = 0;
    size_t at = 0;
    while (words <= SPEAKER_WORDS && txt_next_word(name, &at).len > 0)
        words++;
    gunichar last = txt_last(txt_trim(name));
    bool has_bracket = colon == SIZE_MAX && wide == SIZE_MAX ? is_bracket_open(text)
                                                             : last == ')' || last == 0xFF09;
    return has_bracket || (name.len < text.len && words <= SPEAKER_WORDS);
}

/* TAB or wide space inside the text behind the mark. */
static bool is_row(mh_view text, size_t from)
{
    size_t at = from;
    while (at < text.len && (text.ptr[at] == ' ' || text.ptr[at] == '\t'))
        at++;
    mh_view rest = mh_view_slice(text, at, text.len);
    return memchr(rest.ptr, '\t', rest.len)
           || memmem(rest.ptr, rest.len, COLUMN_GAP, strlen(COLUMN_GAP));
}

/* Five dots, touching or spaced, or two ellipses. */
static bool has_leader(mh_view text)
{
    static const char *const leaders[] = {".....", ". . . . .", "……"};
    for (size_t i = 0; i < G_N_ELEMENTS(leaders); i++) {
        if (mh_view_find(text, mh_view_of(leaders[i]), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

static bool begins_lower(mh_view text)
{
    mh_view rest = text;
    gunichar c = txt_first(rest);
    if (c == 0x201C || c == 0xAB || c == '"' || c == '(')
        rest = txt_skip_first(rest);
    return g_unichar_islower(txt_first(rest));
}

static size_t leading_digits(mh_view text)
{
    size_t digits = 0;
    while (digits < text.len && g_ascii_isdigit(text.ptr[digits]))
        digits++;
    return digits;
}

/* "3", "(3)" in Arabic, "*" */
static bool is_note_number(mh_view text)
{
    if (mh_view_equal(text, MH_VIEW("*")) || mh_view_equal(text, MH_VIEW("**")))
        return true;
    bool has_brackets =
        mh_view_starts_with(text, MH_VIEW("(")) && mh_view_ends_with(text, MH_VIEW(")"));
    mh_view inside = has_brackets ? mh_view_slice(text, 1, text.len - 1) : text;
    return inside.len > 0 && inside.len <= 3 && leading_digits(inside) == inside.len;
}

/* "Mr.", "16": typed with a no-break space behind, so that a name or month stays on the line. */
static bool is_bound_word(mh_view word)
{
    if (word.len <= 2)
        return leading_digits(word) == word.len;
    return mh_printed_begins(MH_PRINTED_BOUND, word);
}

static uint32_t first_word_columns(mh_view text)
{
    if (txt_is_cjk(txt_first(text)))
        return 2;
    size_t at = 0;
    return txt_columns(txt_next_word(text, &at));
}

/* Columns that must be free on the line before for wrapping to leave the text's beginning there. */
static uint32_t bound_columns(mh_view text)
{
    size_t at = 0;
    mh_view word = txt_next_word(text, &at);
    if (!is_bound_word(word))
        return 0;
    mh_view next = txt_next_word(text, &at);
    return g_unichar_isupper(txt_first(next)) ? 1 + txt_columns(next) : 0;
}

static txt_fact fact_of(const mh_line *line, uint32_t index, uint32_t margin)
{
    txt_fact f = {.line = index, .text = txt_trim(line->text)};
    f.left = line->indent > margin ? line->indent - margin : 0;
    f.right = f.left + txt_columns(f.text);
    f.word = first_word_columns(f.text);
    f.bound = bound_columns(f.text);
    f.mark = txt_mark_of(f.text);
    f.is_lone_mark = f.mark.bytes == f.text.len && f.mark.bytes > 0;
    mh_view behind = mh_view_slice(f.text, f.mark.bytes, f.text.len);
    f.text_left = f.left + txt_columns(mh_view_slice(f.text, 0, f.mark.bytes));
    for (size_t i = 0; i < behind.len && (behind.ptr[i] == ' ' || behind.ptr[i] == '\t'); i++)
        f.text_left++;
    f.end = find_end(f.text);
    f.is_row = !line->is_column && is_row(f.text, f.mark.bytes);
    f.has_tab = f.is_row && memchr(f.text.ptr + f.mark.bytes, '\t', f.text.len - f.mark.bytes);
    f.is_tab_led = line->text.len > 0 && line->text.ptr[0] == '\t';
    f.has_leader = has_leader(f.text);
    f.is_lower = f.mark.kind == TXT_MARK_NONE && begins_lower(f.text);
    f.is_number = f.mark.kind == TXT_MARK_NONE
                  && (g_unichar_isdigit(txt_first(f.text)) || txt_first(f.text) == '$');
    f.is_note_number = is_note_number(f.text);
    f.is_signature = is_signature(f.text);
    f.is_speaker = is_speaker(f.text);
    f.is_person = is_person(f.text);
    f.is_sure_speaker = f.is_speaker && is_sure_speaker(f.text);
    f.is_vote_label = mh_printed_is(MH_PRINTED_VOTE, f.text);
    f.is_year = f.text.len == 4 && leading_digits(f.text) == 4;
    f.is_title = mh_printed_begins(MH_PRINTED_TITLE, f.text);
    return f;
}

/* Where a page's text begins: the smallest indent on it, for each page. */
static uint32_t *find_margins(mh_job *job, const txt_lines *lines)
{
    uint32_t pages = lines->items[lines->count - 1].page;
    uint32_t *margins = MH_NEW(mh_job_arena(job), uint32_t, (size_t)pages + 1);
    for (uint32_t i = 0; i <= pages; i++)
        margins[i] = UINT32_MAX;
    for (size_t i = 0; i < lines->count; i++) {
        const mh_line *line = &lines->items[i];
        if (!line->is_blank && line->furniture == MH_FURNITURE_NONE)
            margins[line->page] = MIN(margins[line->page], line->indent);
    }
    return margins;
}

/* A rule opens notes when what stands below it begins as notes do. */
static bool looks_like_note(mh_view text)
{
    gunichar c = txt_first(text);
    return c == '*' || c == '(' || c == '/' || (c >= 0xB2 && c <= 0xB9) || g_unichar_isdigit(c)
           || (g_unichar_islower(c) && text.len > 1 && text.ptr[1] == ' ');
}

/* Below a rule that pages have at their feet: how many lines are left of the page? */
static bool is_near_foot(const txt_lines *lines, size_t line)
{
    size_t end = line;
    while (end < lines->count && end - line <= NOTES_MAX_LINES
           && lines->items[end].page == lines->items[line].page)
        end++;
    return end < lines->count && end - line <= NOTES_MAX_LINES;
}

/*
 * A line as short as a paragraph's last, but without its end, and the next one begins anew. What
 * stands above a formula is the end of a title, or all of it when it has a number.
 */
static void find_headings(txt_fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool is_short = facts[i].right < HEADING_MAX_COLUMNS && facts[i].end == TXT_END_WORD;
        bool begins_anew =
            i + 1 < count && !facts[i + 1].is_lower && facts[i + 1].gap == TXT_GAP_NONE;
        bool ends_title =
            begins_anew && facts[i + 1].is_formula && facts[i].mark.kind == TXT_MARK_NONE;
        facts[i].is_heading =
            is_short && !facts[i].is_lower && !facts[i].is_year && begins_anew && !ends_title;
    }
}

static bool has_digit(mh_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (g_ascii_isdigit(text.ptr[i]))
            return true;
    }
    return false;
}

/* Names of members run on below "In favour:" up to a sentence, a number, a speaker: whatever the
 * width of their lines. */
static void find_vote_lists(txt_fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const txt_fact *before = i > 0 ? &facts[i - 1] : NULL;
        const txt_fact *f = &facts[i];
        bool is_below = before && before->is_vote_list && f->gap != TXT_GAP_BLANK;
        bool goes_on = is_below && (before->end == TXT_END_CLAUSE || f->end != TXT_END_SENTENCE);
        facts[i].is_vote_list =
            f->is_vote_label || (goes_on && !f->is_speaker && !has_digit(f->text));
    }
}

/* What the walk down the lines remembers of the lines passed since the last text line. */
typedef struct walk {
    uint32_t blanks;
    uint32_t page;
    bool has_furniture; /* other than rules */
    bool has_rule;
    bool in_notes;
    bool in_notice;
    txt_end end; /* of the last text line */
} walk;

static void pass(walk *w, const mh_line *line)
{
    bool is_last = line->is_blank && w->end == TXT_END_SENTENCE;
    if (line->page != w->page || line->furniture != MH_FURNITURE_NONE || is_last)
        w->in_notice = false;
    if (line->page != w->page) {
        w->has_furniture = true;
        w->in_notes = false;
        w->has_rule = false;
        w->page = line->page;
    }
    w->blanks += line->is_blank;
    w->has_rule = w->has_rule || line->furniture == MH_FURNITURE_RULE;
    w->has_furniture =
        w->has_furniture
        || (line->furniture != MH_FURNITURE_NONE && line->furniture != MH_FURNITURE_RULE);
    if (line->furniture == MH_FURNITURE_RUNNING_HEAD)
        w->in_notes = false;
}

static void place(txt_fact *f, walk *w, const txt_lines *lines)
{
    f->blank_before = w->blanks;
    f->gap = w->has_furniture ? TXT_GAP_PAGE : w->blanks > 0 ? TXT_GAP_BLANK : TXT_GAP_NONE;
    w->in_notes =
        w->in_notes || (w->has_rule && (looks_like_note(f->text) || is_near_foot(lines, f->line)));
    f->is_note = w->in_notes;
    w->in_notice = w->in_notice || mh_printed_begins(MH_PRINTED_NOTICE, f->text);
    f->is_notice = w->in_notice && !w->in_notes;
    *w = (walk){.page = w->page, .in_notes = w->in_notes, .in_notice = w->in_notice, .end = f->end};
}

static size_t count_text_lines(const txt_lines *lines)
{
    size_t count = 0;
    for (size_t i = 0; i < lines->count; i++)
        count += !lines->items[i].is_blank && lines->items[i].furniture == MH_FURNITURE_NONE;
    return count;
}

txt_facts txt_find_facts(mh_job *job, const txt_pages *pages)
{
    const txt_lines *lines = &pages->lines;
    const uint32_t *margins = find_margins(job, lines);
    txt_fact *facts = MH_NEW(mh_job_arena(job), txt_fact, count_text_lines(lines));
    size_t count = 0;
    walk w = {.page = 1};
    for (size_t i = 0; i < lines->count; i++) {
        const mh_line *line = &lines->items[i];
        pass(&w, line);
        if (line->is_blank || line->furniture != MH_FURNITURE_NONE)
            continue;
        facts[count] = fact_of(line, (uint32_t)i, margins[line->page]);
        place(&facts[count], &w, lines);
        count++;
    }
    txt_find_clauses(job, facts, count);
    find_headings(facts, count);
    find_vote_lists(facts, count);
    return (txt_facts){.items = facts, .count = count};
}
