#include "fo/inline.h"

/* Letters that join keep together: parted, they would be other forms. */
static bool joins(const fo_paragraph *paragraph, uint32_t at)
{
    gunichar ch = g_utf8_get_char(paragraph->text + at);
    return g_unichar_isalpha(ch) && g_unichar_get_script(ch) == G_UNICODE_SCRIPT_ARABIC;
}

static bool can_part(const fo_paragraph *paragraph, uint32_t at)
{
    uint32_t before = (uint32_t)(g_utf8_prev_char(paragraph->text + at) - paragraph->text);
    if (paragraph->flags[at] & PAR_KEEP || !(paragraph->flags[at] & PAR_GRAPHEME))
        return false;
    bool is_text = PAR_LEAF(paragraph, par_leaf_at(paragraph, at))->kind == PAR_TEXT
                   && PAR_LEAF(paragraph, par_leaf_at(paragraph, before))->kind == PAR_TEXT;
    return is_text && !(joins(paragraph, before) && joins(paragraph, at));
}

/* Better where a reader sees a joint: after a no-break space or a mark. */
static uint16_t rescue_at(const fo_paragraph *paragraph, uint32_t at)
{
    gunichar before = g_utf8_get_char(g_utf8_prev_char(paragraph->text + at));
    gunichar here = g_utf8_get_char(paragraph->text + at);
    bool is_joint = before == 0xA0 || (!g_unichar_isalnum(before) && g_unichar_isalnum(here));
    return is_joint ? PAR_RESCUE | PAR_RELUCTANT : PAR_RESCUE;
}

static bool is_space(const char *p)
{
    return g_unichar_isspace(g_utf8_get_char(p));
}

/* "A/AC.105/2021/CRP.12" stays whole even so: half of it would be the name of another document. */
static bool is_symbol(const char *word, const char *end)
{
    enum { SYMBOL_MAX_BYTES = 64 };
    size_t length = (size_t)(end - word);
    bool begins_so = g_unichar_isupper(g_utf8_get_char(word)) || g_ascii_isdigit(*word);
    return begins_so && length <= SYMBOL_MAX_BYTES && memchr(word, '/', length);
}

static const char *word_end(const char *word, const char *end)
{
    const char *p = word;
    while (p < end && !is_space(p))
        p = par_next(p);
    return p;
}

/* Where the word at @p at ends, if it is a symbol, else @p at. */
static uint32_t end_of_symbol(const char *text, uint32_t at, uint32_t end)
{
    const char *word = word_end(text + at, text + end);
    return is_symbol(text + at, word) ? (uint32_t)(word - text) : at;
}

bool par_rescue(fo_paragraph *paragraph, uint32_t start, uint32_t end)
{
    bool is_any = false;
    const char *text = paragraph->text;
    uint32_t symbol_end = start;
    for (uint32_t at = start; at < end; at = (uint32_t)(par_next(text + at) - text)) {
        bool begins_word =
            at == start || (!is_space(text + at) && is_space(g_utf8_prev_char(text + at)));
        bool is_in_symbol = !begins_word && at < symbol_end;
        if (begins_word)
            symbol_end = MAX(symbol_end, end_of_symbol(text, at, end));
        if (at == start || is_in_symbol || !can_part(paragraph, at))
            continue;
        paragraph->flags[at] |= rescue_at(paragraph, at);
        is_any = true;
    }
    paragraph->is_rescued |= is_any;
    return is_any;
}

void par_forget_rescue(fo_paragraph *paragraph)
{
    for (uint32_t at = 0; paragraph->is_rescued && at < paragraph->length; at++)
        if (paragraph->flags[at] & PAR_RESCUE)
            paragraph->flags[at] &= (uint16_t) ~(PAR_RESCUE | PAR_RELUCTANT);
    paragraph->is_rescued = false;
}
