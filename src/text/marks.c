#include "text/marks.h"

#include "text/scan.h"

static bool is_digit(gunichar c)
{
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669);
}

static bool is_han_number(gunichar c)
{
    return c == 0x4E00 || c == 0x4E8C || c == 0x4E09 || c == 0x56DB || c == 0x4E94 || c == 0x516D
           || c == 0x4E03 || c == 0x516B || c == 0x4E5D || c == 0x5341;
}

static bool is_roman(gunichar c)
{
    return c < 0x80 && c != 0 && strchr("IVXLCivxlc", (int)c);
}

static size_t count_while(mh_view text, bool (*test)(gunichar), size_t *bytes)
{
    size_t count = 0;
    *bytes = 0;
    for (mh_view rest = text; rest.len > 0 && test(txt_first(rest)); count++) {
        mh_view next = txt_skip_first(rest);
        *bytes += rest.len - next.len;
        rest = next;
    }
    return count;
}

/* True when the mark's @p bytes end the text or white space follows. */
static bool is_apart(mh_view text, size_t bytes)
{
    return bytes <= text.len
           && (bytes == text.len
               || g_unichar_isspace(txt_first(mh_view_slice(text, bytes, text.len))));
}

static txt_mark mark(txt_mark_kind kind, size_t bytes, uint32_t number)
{
    return (txt_mark){.kind = kind, .bytes = bytes, .number = number};
}

static const txt_mark none = {.kind = TXT_MARK_NONE};

/* "•", "–", "**" */
static txt_mark sign_mark(mh_view text)
{
    static const gunichar bullets[] = {0x2022, 0xB7,   0x25AA, 0x25CF, 0x25E6, 0x25A0,
                                       0x25CB, 0xF0B7, 0xF0A7, 0x2023, 0x25B6, 0x2666};
    gunichar c = txt_first(text);
    size_t bytes = text.len - txt_skip_first(text).len;
    for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++) {
        if (c == bullets[i] && is_apart(text, bytes))
            return mark(TXT_MARK_BULLET, bytes, 0);
    }
    if ((c == '-' || c == 0x2013 || c == 0x2014) && is_apart(text, bytes))
        return mark(TXT_MARK_DASH, bytes, 0);
    size_t stars = 0;
    while (stars < text.len && stars < 3 && text.ptr[stars] == '*')
        stars++;
    return stars > 0 && is_apart(text, stars) ? mark(TXT_MARK_STAR, stars, 0) : none;
}

/*
 * What numbers a point: up to three digits, a letter or two of the same, a Roman or Chinese
 * numeral; not "(UNSOS)" and not "(2012)".
 */
static bool is_point_number(mh_view text)
{
    size_t bytes = 0;
    size_t digits = count_while(text, is_digit, &bytes);
    if (digits > 0)
        return digits <= 3 && bytes == text.len;
    if (count_while(text, is_roman, &bytes) <= 5 && bytes == text.len)
        return true;
    if (count_while(text, is_han_number, &bytes) <= 3 && bytes == text.len)
        return true;
    mh_view rest = txt_skip_first(text);
    return g_unichar_isalpha(txt_first(text))
           && (rest.len == 0
               || (txt_first(rest) == txt_first(text) && txt_skip_first(rest).len == 0));
}

/* "(a)", "(12)", "(xiv)", "(أ)", "（一）", "'1'" */
static txt_mark bracket_mark(mh_view text)
{
    gunichar open = txt_first(text);
    gunichar close = open == '(' ? ')' : open == '\'' ? '\'' : open == 0xFF08 ? 0xFF09 : 0;
    mh_view inside = txt_skip_first(text);
    mh_view rest = inside;
    if (close == 0)
        return none;
    for (size_t n = 0; n < 6 && g_unichar_isalnum(txt_first(rest)); n++)
        rest = txt_skip_first(rest);
    inside.len -= rest.len;
    if (inside.len == 0 || txt_first(rest) != close || !is_point_number(inside))
        return none;
    size_t bytes = text.len - txt_skip_first(rest).len;
    bool is_wide = open == 0xFF08;
    return is_wide || is_apart(text, bytes) ? mark(TXT_MARK_POINT, bytes, 0) : none;
}

/* "㈠", "①": a number and its brackets in one character. */
static txt_mark enclosed_mark(mh_view text)
{
    gunichar c = txt_first(text);
    bool is_enclosed = (c >= 0x3220 && c <= 0x3229) || (c >= 0x2460 && c <= 0x249B);
    return is_enclosed ? mark(TXT_MARK_POINT, text.len - txt_skip_first(text).len, 0) : none;
}

/* "/12." behind the session's number or the year: a resolution's; in Arabic it has no stop. */
static txt_mark resolution_mark(mh_view text, size_t slash)
{
    size_t more = 0;
    (void)count_while(mh_view_slice(text, slash + 1, text.len), is_digit, &more);
    size_t end = slash + 1 + more;
    if (more > 0 && end < text.len && g_ascii_isupper(text.ptr[end]))
        end++;
    bool has_dot = more > 0 && end < text.len && text.ptr[end] == '.';
    if (more > 0 && more <= 3 && slash >= 2 && end == text.len)
        return mark(TXT_MARK_NUMBER, end, 0);
    return has_dot && is_apart(text, end + 1) ? mark(TXT_MARK_NUMBER, end + 1, 0) : none;
}

static uint32_t value_of(mh_view digits)
{
    uint32_t value = 0;
    for (mh_view rest = digits; rest.len > 0; rest = txt_skip_first(rest))
        value = value * 10 + (uint32_t)g_unichar_digit_value(txt_first(rest));
    return value;
}

/* "S-32/1.", "ES-11/4.": of a special session, of an emergency one. */
static txt_mark special_mark(mh_view text)
{
    size_t letters = mh_view_starts_with(text, MH_VIEW("ES-"))  ? 3
                     : mh_view_starts_with(text, MH_VIEW("S-")) ? 2
                                                                : 0;
    size_t digits = 0;
    (void)count_while(mh_view_slice(text, letters, text.len), is_digit, &digits);
    size_t slash = letters + digits;
    if (letters == 0 || digits == 0 || digits > 2 || slash >= text.len || text.ptr[slash] != '/')
        return none;
    return resolution_mark(text, slash);
}

/* "12.", "12 -", "12)", "153/12.", "2099/4." */
static txt_mark number_mark(mh_view text)
{
    size_t bytes = 0;
    size_t digits = count_while(text, is_digit, &bytes);
    if (digits == 0 || digits > 4)
        return none;
    uint32_t number = value_of(mh_view_slice(text, 0, bytes));
    mh_view rest = mh_view_slice(text, bytes, text.len);
    if (digits == 4)
        return mh_view_starts_with(rest, MH_VIEW("/")) ? resolution_mark(text, bytes) : none;
    if (mh_view_starts_with(rest, MH_VIEW(".")) && is_apart(text, bytes + 1))
        return mark(TXT_MARK_NUMBER, bytes + 1, number);
    if (mh_view_starts_with(rest, MH_VIEW(")")) && is_apart(text, bytes + 1))
        return mark(TXT_MARK_POINT, bytes + 1, 0);
    if (mh_view_starts_with(rest, MH_VIEW(" -")) && is_apart(text, bytes + 2))
        return mark(TXT_MARK_NUMBER, bytes + 2, number);
    return mh_view_starts_with(rest, MH_VIEW("/")) ? resolution_mark(text, bytes) : none;
}

/* "a)", "ii)", "I.", "XIV.", "A.", "а)" */
static txt_mark letter_mark(mh_view text)
{
    gunichar first = txt_first(text);
    if (!g_unichar_isalpha(first))
        return none;
    mh_view rest = txt_skip_first(text);
    size_t letters = 1;
    bool is_numeral = is_roman(first);
    while (letters < 6 && rest.len > 0 && is_numeral && is_roman(txt_first(rest))) {
        rest = txt_skip_first(rest);
        letters++;
    }
    if (letters == 1 && txt_first(rest) == first) /* "aa)" */
        rest = txt_skip_first(rest);
    size_t bytes = text.len - rest.len + 1;
    if (rest.len == 0 || letters > 5 || !is_apart(text, bytes))
        return none;
    if (rest.ptr[0] == ')')
        return mark(TXT_MARK_POINT, bytes, 0);
    /* "M." is more often a French gentleman than a thirteenth part. */
    bool is_name = first == 'M' && letters == 1 && bytes < text.len;
    bool is_heading = rest.ptr[0] == '.' && g_unichar_isupper(first) && !is_name;
    return is_heading ? mark(TXT_MARK_HEADING, bytes, 0) : none;
}

/* "一.", "二、": no space need follow. */
static txt_mark han_mark(mh_view text)
{
    size_t bytes = 0;
    size_t count = count_while(text, is_han_number, &bytes);
    if (count == 0 || count > 3)
        return none;
    gunichar c = txt_first(mh_view_slice(text, bytes, text.len));
    if (c != '.' && c != 0x3001 && c != 0xFF0E)
        return none;
    return mark(TXT_MARK_HEADING, bytes + (c == '.' ? 1 : 3), 0);
}

/* "أولا - ", "ألف - ": an ordinal or letter's name and a dash. */
static txt_mark arabic_mark(mh_view text)
{
    gunichar c = txt_first(text);
    if (c < 0x620 || c > 0x64A)
        return none;
    size_t at = 0;
    mh_view word = txt_next_word(text, &at);
    mh_view dash = txt_next_word(text, &at);
    bool is_dash = mh_view_equal(dash, MH_VIEW("-")) || mh_view_equal(dash, MH_VIEW("–"));
    return is_dash && word.len <= 16 ? mark(TXT_MARK_HEADING, at, 0) : none;
}

txt_mark txt_mark_of(mh_view text)
{
    static txt_mark (*const readers[])(mh_view) = {
        number_mark, special_mark,  letter_mark, bracket_mark,
        sign_mark,   enclosed_mark, han_mark,    arabic_mark,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
        txt_mark found = readers[i](text);
        if (found.kind != TXT_MARK_NONE)
            return found;
    }
    return none;
}
