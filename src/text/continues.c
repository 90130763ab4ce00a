#include "text/reflow.h"

#include "text/scan.h"

/* A title's lines are set to about three quarters of the text's width. */
#define TITLE_PERCENT 76
/* Shorter lines do not end because the page ended. */
#define PROSE_MIN_COLUMNS 50
/* A Russian heading on one line is hardly longer. */
#define HEADING_MAX_COLUMNS 120

/* Only Russian begins paragraphs with small letters. */
static bool is_lower_latin(const txt_fact *fact)
{
    return fact->is_lower && txt_first(fact->text) < 0x400;
}

/* A list of names in running text: States in a vote. */
static bool is_enumeration(mh_view text)
{
    size_t commas = 0;
    for (size_t i = 0; i < text.len; i++)
        commas += text.ptr[i] == ',';
    return commas >= 3 && commas * 24 >= text.len && txt_last(text) == ',';
}

/* A small letter after a comma goes on, but paragraphs, too, end with one. */
static uint32_t least_after_clause(const txt_fact *a, const txt_fact *b)
{
    if (is_enumeration(a->text))
        return 70;
    if (!is_lower_latin(b))
        return 98;
    return txt_last(a->text) == ',' ? 64 : 88;
}

static bool has_script(mh_view text, gunichar from, gunichar to)
{
    for (mh_view rest = text; rest.len > 0; rest = txt_skip_first(rest)) {
        gunichar c = txt_first(rest);
        if (c >= from && c < to && g_unichar_isalpha(c))
            return true;
    }
    return false;
}

/* Behind a full stop another script is another text: what follows is circulated as received. */
static bool changes_script(const txt_fact *a, const txt_fact *b)
{
    bool was_latin = has_script(a->text, 'A', 0x250);
    bool is_latin = has_script(b->text, 'A', 0x250);
    return a->end == TXT_END_SENTENCE && was_latin != is_latin
           && has_script(a->text, 0x370, 0xFFFF) == is_latin
           && has_script(b->text, 0x370, 0xFFFF) == was_latin;
}

/* What speaks for a new block whatever the width: @p full is the line's fullness in percent. */
static bool begins_anew(const txt_measure *measure, const txt_fact *a, const txt_fact *b,
                        uint32_t full)
{
    if ((b->is_speaker && a->end == TXT_END_WORD && full < 110) || changes_script(a, b))
        return true;
    /* Lists of persons have one on a line. */
    if (a->is_person && b->is_person && a->end == TXT_END_WORD)
        return true;
    if (b->is_sure_speaker && a->end == TXT_END_SENTENCE)
        return true;
    /* "大会，" may be what a full line of the text left over. */
    bool is_rest = txt_is_cjk(txt_first(b->text)) && full >= 98 && !a->is_title;
    if (a->is_formula || (b->is_formula && !is_rest))
        return true;
    /* The last line of a title looks like a heading. */
    bool ends_title = a->is_title && full >= 100 && b->mark.kind == TXT_MARK_NONE;
    if (b->is_heading && a->end != TXT_END_OPEN && !ends_title)
        return true;
    /* Below the masthead's narrow lines, too, a bracket says who proposed what was adopted. */
    if (txt_first(b->text) == '[' && MIN(full, txt_fullness(a, b, measure->width)) < 104)
        return true;
    return txt_last(a->text) == ';' && g_unichar_isupper(txt_first(b->text));
}

/* How full, in percent, a line must be that ends in mid-sentence, for wrapping to have ended it. */
static uint32_t least_after_word(const txt_fact *a, const txt_fact *b)
{
    bool is_torn = a->is_lower && b->is_lower && b->gap == TXT_GAP_NONE;
    if (b->is_year || is_torn)
        return 0;
    if (b->is_lower)
        return 56;
    return b->is_number ? 72 : 92;
}

/* How full the line would be with what the next one begins with; behind a full stop that may as
 * well be a paragraph's beginning, of whatever length. */
static uint32_t fullness_with(const txt_fact *a, const txt_fact *b, uint32_t width)
{
    uint32_t full = txt_fullness(a, b, width);
    bool is_bound = a->end < TXT_END_SENTENCE && !b->is_note;
    return is_bound ? full + b->bound * 100 / MAX(width, 1) : full;
}

/*
 * Chinese clauses go on with the words that others open with, and nothing but the line's end tells
 * them apart: was there room for one character more?
 */
static bool goes_on_after_clause(const txt_measure *measure, const txt_fact *a, const txt_fact *b,
                                 uint32_t full)
{
    bool is_full = full >= least_after_clause(a, b);
    if (txt_is_cjk(txt_first(b->text)))
        return is_full && (!b->opens_clause || a->right + b->word > measure->edge);
    return is_full && !b->opens_clause && (is_lower_latin(b) || !txt_is_opener(measure, b));
}

/*
 * Full enough that it was the wrapping that ended the line. The more its end and the next line's
 * beginning look like a paragraph's, the fuller it must be.
 */
static bool is_wrapped_here(const txt_measure *measure, const txt_fact *a, const txt_fact *b,
                            uint32_t width)
{
    uint32_t full = fullness_with(a, b, width) * 100 / measure->full_percent;
    if (begins_anew(measure, a, b, full))
        return false;
    if (measure->has_blanks && full >= 84)
        return true;
    switch (a->end) {
    case TXT_END_OPEN:
        return full >= 45;
    case TXT_END_WORD:
        return full >= least_after_word(a, b);
    case TXT_END_CLAUSE:
        return goes_on_after_clause(measure, a, b, full);
    case TXT_END_SENTENCE:
        return full >= (b->is_lower ? 96 : 100);
    }
    return false;
}

/* A first line is indented, and the text of an item hangs behind its mark. */
static bool is_indented(const txt_fact *a, const txt_fact *b)
{
    if (b->left <= a->left + 2)
        return false;
    bool hangs = a->mark.bytes > 0 && b->left + 3 >= a->text_left && b->left <= a->text_left + 3;
    return !hangs;
}

/* A mark begins a block, unless wrapping put there what only looks like one ("12. The" after
 * "in paragraph"). */
static bool begins_item(const txt_fact *a, const txt_fact *b, uint32_t width)
{
    bool is_full = a->end <= TXT_END_OPEN && txt_fullness(a, b, width) >= 82;
    switch (b->mark.kind) {
    case TXT_MARK_NONE:
        return false;
    case TXT_MARK_NUMBER:
    case TXT_MARK_HEADING:
    case TXT_MARK_DASH:
    case TXT_MARK_POINT:
        return !is_full || (b->mark.number > 0 && b->mark.number == a->mark.number + 1);
    case TXT_MARK_BULLET:
    case TXT_MARK_STAR:
        return true;
    }
    return true;
}

static bool is_apart(const txt_fact *a, const txt_fact *b)
{
    return a->is_row || b->is_row || a->has_leader || b->has_leader || b->is_signature
           || b->is_title || b->is_lone_mark || a->is_note != b->is_note || a->is_vote_label
           || b->is_vote_label || a->is_notice != b->is_notice;
}

/*
 * A blank line stood in the middle of a sentence: what is left of a page's end. Headings end
 * without a full stop as well, and in Russian small letters may follow them.
 */
static bool heals_blank(const txt_measure *measure, const txt_fact *a, const txt_fact *b)
{
    if (!b->is_lower || a->end > TXT_END_OPEN || a->mark.kind == TXT_MARK_HEADING)
        return false;
    uint32_t least = measure->is_wrapped ? measure->width * 7 / 10
                     : is_lower_latin(b) ? PROSE_MIN_COLUMNS
                                         : HEADING_MAX_COLUMNS;
    return a->right >= MAX(least, PROSE_MIN_COLUMNS) && !b->opens_clause
           && !txt_is_opener(measure, b);
}

bool txt_continues(const txt_measure *measure, const txt_fact *a, const txt_fact *b, uint32_t width)
{
    if (is_apart(a, b) || a->is_signature || begins_item(a, b, width))
        return false;
    if (a->is_vote_list && b->is_vote_list)
        return true;
    if (b->gap == TXT_GAP_BLANK || !measure->is_wrapped)
        return heals_blank(measure, a, b);
    if (is_indented(a, b))
        return false;
    if (a->is_title && b->right * 100 > measure->width * 90)
        return false;
    uint32_t title = measure->width * TITLE_PERCENT / 100;
    return is_wrapped_here(measure, a, b, a->is_title ? MIN(width, title) : width);
}
