#include "record/mark.h"

#include <glib.h>

/* Longest number inside a mark, in characters: "(xxxviii)", "ثالث عشر". */
#define TOKEN_MAX 16

/* A number and its place in the text. */
typedef struct token {
    const char *start;
    const char *end;
    size_t count; /* characters */
} token;

typedef struct word_value {
    const char *word; /* folded: no vowel signs, plain alef, no definite article */
    uint32_t value;
} word_value;

static const word_value arabic_ordinals[] = {
    {"اولا", 1},      {"اول", 1},       {"ثانيا", 2},     {"ثاني", 2},      {"ثالثا", 3},
    {"ثالث", 3},      {"رابعا", 4},     {"رابع", 4},      {"خامسا", 5},     {"خامس", 5},
    {"سادسا", 6},     {"سادس", 6},      {"سابعا", 7},     {"سابع", 7},      {"ثامنا", 8},
    {"ثامن", 8},      {"تاسعا", 9},     {"تاسع", 9},      {"عاشرا", 10},    {"عاشر", 10},
    {"حادي عشر", 11}, {"ثاني عشر", 12}, {"ثالث عشر", 13}, {"رابع عشر", 14}, {"خامس عشر", 15},
    {"سادس عشر", 16}, {"سابع عشر", 17}, {"ثامن عشر", 18}, {"تاسع عشر", 19}, {"عشرون", 20},
};

static const word_value arabic_names[] = {
    {"الف", 1}, {"باء", 2}, {"جيم", 3},  {"دال", 4},  {"هاء", 5},  {"واو", 6},  {"زاي", 7},
    {"حاء", 8}, {"طاء", 9}, {"ياء", 10}, {"كاف", 11}, {"لام", 12}, {"ميم", 13}, {"نون", 14},
};

/* First ones that are written as words. */
static const word_value first_words[] = {{"premier", 1}, {"première", 1}, {"primero", 1},
                                         {"primera", 1}, {"one", 1},      {"two", 2},
                                         {"three", 3},   {"four", 4},     {"five", 5}};

static const char abjad_letters[] = "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ";
static const char cyrillic_letters[] = "абвгдежзиклмнопрстуфхцчшщэюя";
static const char han_digits[] = "一二三四五六七八九";
static const char bullets[] = "•●▪◦·–—-*";
static const char han_stops[] = ".、．";

/* Cyrillic letters that are typed for the Latin ones of the same look. */
static const char lookalike_cyrillic[] = "асеорхуі";
static const char lookalike_latin[] = "aceopxyi";

/* 1-based place of @p c in @p letters, or 0. */
static uint32_t place_in(const char *letters, gunichar c)
{
    uint32_t place = 1;
    for (const char *p = letters; *p; p = mh_utf8_next(p), place++) {
        if (g_utf8_get_char(p) == c)
            return place;
    }
    return 0;
}

static bool is_space(gunichar c)
{
    return g_unichar_isspace(c) || c == 0x200E || c == 0x200F;
}

/* Arabic without vowel signs and tatweel, alef without hamza; returns 0 for what is dropped. */
static gunichar fold_arabic(gunichar c)
{
    if ((c >= 0x064B && c <= 0x0652) || c == 0x0640 || c == 0x0670)
        return 0;
    if (c == 0x0622 || c == 0x0623 || c == 0x0625 || c == 0x0671)
        return 0x0627;
    return c;
}

static uint32_t roman_digit(gunichar c)
{
    switch (g_unichar_tolower(c)) {
    case 'i':
        return 1;
    case 'v':
        return 5;
    case 'x':
        return 10;
    case 'l':
        return 50;
    case 'c':
        return 100;
    default:
        return 0;
    }
}

/* Writes @p value as a small Roman number, to reject "iix" and the like. */
static void write_roman(uint32_t value, GString *out)
{
    static const struct {
        uint32_t value;
        const char *text;
    } steps[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                 {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        for (; value >= steps[i].value; value -= steps[i].value)
            g_string_append(out, steps[i].text);
    }
}

uint32_t rec_roman_value(mh_view text)
{
    if (text.len == 0 || text.len > 9)
        return 0;
    uint32_t total = 0;
    for (size_t i = 0; i < text.len; i++) {
        uint32_t value = roman_digit((guchar)text.ptr[i]);
        uint32_t next = i + 1 < text.len ? roman_digit((guchar)text.ptr[i + 1]) : 0;
        if (value == 0)
            return 0;
        total = next > value ? total - value : total + value;
    }
    if (total > 199)
        return 0;
    GString *canonical = g_string_new(NULL);
    write_roman(total, canonical);
    bool same = canonical->len == text.len;
    bool is_upper = g_ascii_isupper(text.ptr[0]);
    for (size_t i = 0; same && i < text.len; i++)
        same = g_ascii_tolower(text.ptr[i]) == canonical->str[i]
               && g_ascii_isupper(text.ptr[i]) == is_upper;
    g_string_free(canonical, TRUE);
    return same ? total : 0;
}

uint32_t rec_han_value(mh_view text)
{
    uint32_t tens = 0;
    uint32_t unit = 0;
    bool has_ten = false;
    const char *end = text.ptr + text.len;
    if (text.len == 0 || text.len > 9)
        return 0;
    for (const char *p = text.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        uint32_t digit = place_in(han_digits, c);
        if (c == 0x5341 && !has_ten) {
            has_ten = true;
            tens = unit ? unit : 1;
            unit = 0;
        } else if (digit && unit == 0) {
            unit = digit;
        } else {
            return 0;
        }
    }
    return tens * 10 + unit;
}

static uint32_t digits_value(mh_view text)
{
    uint32_t value = 0;
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p = mh_utf8_next(p)) {
        int digit = g_unichar_digit_value(g_utf8_get_char(p));
        if (digit < 0 || value > 99999)
            return 0;
        value = value * 10 + (uint32_t)digit;
    }
    return value;
}

/* Looks @p text up, folded, with or without the Arabic article. */
static uint32_t arabic_word_value(mh_view text, const word_value *words, size_t count)
{
    if (text.len > 64)
        return 0;
    char folded[80];
    size_t used = 0;
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = fold_arabic(g_utf8_get_char(p));
        if (c)
            used += (size_t)g_unichar_to_utf8(c == 0xA0 ? ' ' : c, folded + used);
    }
    mh_view view = {folded, used};
    for (size_t i = 0; i < count; i++) {
        mh_view word = mh_view_of(words[i].word);
        if (mh_view_equal(view, word)
            || (used == word.len + 4 && mh_view_starts_with(view, MH_VIEW("ال"))
                && mh_view_ends_with(view, word)))
            return words[i].value;
    }
    return 0;
}

static void add_reading(rec_mark *mark, rec_style style, uint32_t value)
{
    if (value > 0 && mark->count < REC_READINGS_MAX)
        mark->reading[mark->count++] = (rec_reading){.style = style, .value = value};
}

static void read_latin(rec_mark *mark, mh_view text)
{
    char c = text.ptr[0];
    bool is_upper = g_ascii_isupper(c);
    bool is_letter = text.len == 1 || (text.len == 2 && text.ptr[1] == c && !is_upper);
    if (is_letter) {
        uint32_t value = (uint32_t)(g_ascii_tolower(c) - 'a') + 1 + (text.len == 2 ? 26 : 0);
        add_reading(mark, is_upper ? REC_STYLE_CAPITAL : REC_STYLE_LETTER, value);
    }
    add_reading(mark, is_upper ? REC_STYLE_ROMAN : REC_STYLE_SMALL_ROMAN, rec_roman_value(text));
}

static void read_cyrillic(rec_mark *mark, gunichar c)
{
    bool is_upper = g_unichar_isupper(c);
    gunichar lower = g_unichar_tolower(c);
    uint32_t look = place_in(lookalike_cyrillic, lower);
    if (look > 0)
        add_reading(mark, is_upper ? REC_STYLE_CAPITAL : REC_STYLE_LETTER,
                    (uint32_t)(lookalike_latin[look - 1] - 'a') + 1);
    add_reading(mark, REC_STYLE_CYRILLIC, place_in(cyrillic_letters, lower));
}

/* Number of letters the token has when vowel signs and tatweel are left out. */
static size_t folded_count(const token *word, gunichar *first)
{
    size_t count = 0;
    for (const char *p = word->start; p < word->end; p = mh_utf8_next(p)) {
        gunichar c = fold_arabic(g_utf8_get_char(p));
        if (c && count++ == 0)
            *first = c;
    }
    return count;
}

/* All readings of the bare number. */
static void read_token(rec_mark *mark, const token *word)
{
    mh_view text = {word->start, (size_t)(word->end - word->start)};
    gunichar first = g_utf8_get_char(word->start);
    gunichar folded = first;
    if (g_unichar_isdigit(first)) {
        add_reading(mark, REC_STYLE_DIGIT, digits_value(text));
    } else if (first < 0x80) {
        read_latin(mark, text);
    } else if (first >= 0x0400 && first < 0x0500) {
        if (word->count == 1)
            read_cyrillic(mark, first);
    } else if (first >= 0x0600 && first < 0x0700) {
        if (folded_count(word, &folded) == 1)
            add_reading(mark, REC_STYLE_ABJAD, place_in(abjad_letters, folded));
        add_reading(mark, REC_STYLE_ORDINAL,
                    arabic_word_value(text, arabic_ordinals, G_N_ELEMENTS(arabic_ordinals)));
        add_reading(mark, REC_STYLE_CAPITAL,
                    arabic_word_value(text, arabic_names, G_N_ELEMENTS(arabic_names)));
    } else {
        add_reading(mark, REC_STYLE_HAN, rec_han_value(text));
    }
}

/* A run of letters of one script or of digits; Arabic ordinals may have a second word. */
static token scan_token(const char *start, const char *end)
{
    token word = {.start = start, .end = start};
    bool has_digits = start < end && g_unichar_isdigit(g_utf8_get_char(start));
    for (const char *p = start; p < end && word.count <= TOKEN_MAX; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_part = has_digits ? g_unichar_isdigit(c)
                                  : g_unichar_isalpha(c) || (c >= 0x0640 && c <= 0x0652);
        if (!is_part)
            break;
        word.end = mh_utf8_next(p);
        word.count++;
    }
    mh_view rest = {word.end, (size_t)(end - word.end)};
    if (mh_view_starts_with(rest, MH_VIEW(" عشر"))) {
        word.end += sizeof(" عشر") - 1;
        word.count += 4;
    }
    return word;
}

static bool finish(rec_mark *mark, mh_view text, rec_dress dress, const char *end)
{
    const char *limit = text.ptr + text.len;
    const char *rest = end;
    while (rest < limit && is_space(g_utf8_get_char(rest)))
        rest = mh_utf8_next(rest);
    mark->dress = dress;
    mark->length = (uint32_t)(end - text.ptr);
    mark->rest = (uint32_t)(rest - text.ptr);
    return mark->count > 0;
}

static gunichar char_at(const char *p, const char *end)
{
    return p < end ? g_utf8_get_char(p) : 0;
}

/* "• ", "- ", "–"; a dash or star needs space after it. */
static bool read_bullet(rec_mark *mark, mh_view text)
{
    const char *end = text.ptr + text.len;
    gunichar c = char_at(text.ptr, end);
    const char *next = mh_utf8_next(text.ptr);
    gunichar after = char_at(next, end);
    if (c == 0 || !place_in(bullets, c) || after == 0)
        return false;
    bool is_round = c != '-' && c != '*' && c != 0x2013 && c != 0x2014;
    if (!is_space(after) && !is_round)
        return false;
    mark->count = 1;
    mark->reading[0] = (rec_reading){.style = REC_STYLE_BULLET};
    return finish(mark, text, REC_DRESS_BULLET, next);
}

/* "㈠" and "①" are one character. */
static bool read_enclosed(rec_mark *mark, mh_view text)
{
    const char *end = text.ptr + text.len;
    gunichar c = char_at(text.ptr, end);
    if (c >= 0x3220 && c <= 0x3229)
        add_reading(mark, REC_STYLE_HAN, c - 0x3220 + 1);
    else if (c >= 0x2460 && c <= 0x2473)
        add_reading(mark, REC_STYLE_DIGIT, c - 0x2460 + 1);
    return mark->count > 0 && finish(mark, text, REC_DRESS_BOTH, mh_utf8_next(text.ptr));
}

static bool is_closing(gunichar c)
{
    return c == ')' || c == 0xFF09;
}

/* "(a)", "（一）" */
static bool read_bracketed(rec_mark *mark, mh_view text)
{
    const char *end = text.ptr + text.len;
    gunichar c = char_at(text.ptr, end);
    if (c != '(' && c != 0xFF08)
        return false;
    token word = scan_token(mh_utf8_next(text.ptr), end);
    if (word.count == 0 || word.count > TOKEN_MAX || !is_closing(char_at(word.end, end)))
        return false;
    read_token(mark, &word);
    return finish(mark, text, REC_DRESS_BOTH, mh_utf8_next(word.end));
}

static bool is_single_quote(gunichar c)
{
    return c == '\'' || c == 0x2018 || c == 0x2019;
}

/* "'1'", "’1‘" */
static bool read_quoted(rec_mark *mark, mh_view text)
{
    const char *end = text.ptr + text.len;
    if (!is_single_quote(char_at(text.ptr, end)))
        return false;
    token word = scan_token(mh_utf8_next(text.ptr), end);
    if (word.count == 0 || word.count > 2 || !is_single_quote(char_at(word.end, end)))
        return false;
    read_token(mark, &word);
    return finish(mark, text, REC_DRESS_QUOTED, mh_utf8_next(word.end));
}

/* "2.1 Heading", "129.2." : at least two numbers joined by stops, then space. */
static bool read_decimal(rec_mark *mark, mh_view text)
{
    const char *end = text.ptr + text.len;
    const char *p = text.ptr;
    token last = scan_token(p, end);
    size_t parts = 0;
    while (last.count > 0 && last.count <= 3 && g_unichar_isdigit(g_utf8_get_char(last.start))) {
        parts++;
        p = last.end;
        if (char_at(p, end) != '.')
            break;
        token next = scan_token(p + 1, end);
        if (next.count == 0)
            break;
        last = next;
    }
    if (parts < 2 || p != last.end)
        return false;
    if (char_at(p, end) == '.')
        p++;
    const char *after = p;
    while (after < end && is_space(g_utf8_get_char(after)))
        after = mh_utf8_next(after);
    gunichar first = char_at(after, end);
    if (after == p || first == 0 || !g_unichar_isupper(first))
        return false;
    add_reading(mark, REC_STYLE_DECIMAL,
                digits_value((mh_view){last.start, (size_t)(last.end - last.start)}));
    return finish(mark, text, REC_DRESS_STOP, p);
}

/* End of a dash that stands for a stop ("1 - text", "أولا – "), or NULL. */
static const char *dash_stop(const char *p, const char *end)
{
    const char *start = p;
    while (p < end && is_space(g_utf8_get_char(p)))
        p = mh_utf8_next(p);
    gunichar c = char_at(p, end);
    if (p == start || (c != '-' && c != 0x2013 && c != 0x2014))
        return NULL;
    p = mh_utf8_next(p);
    return p == end || is_space(g_utf8_get_char(p)) ? p : NULL;
}

/* "1- نص" */
static bool is_before_arabic(const char *p, const char *end)
{
    const char *start = p;
    while (p < end && is_space(g_utf8_get_char(p)))
        p = mh_utf8_next(p);
    gunichar c = char_at(p, end);
    return p > start && c >= 0x0600 && c < 0x0700;
}

/* Sets up "bis" numbers: "3 bis." */
static const char *skip_bis(const char *p, const char *end)
{
    mh_view rest = {p, (size_t)(end - p)};
    return mh_view_starts_with(rest, MH_VIEW(" bis.")) ? p + 4 : p;
}

/* A stop must be followed by space, the end, or (in Chinese) a character that is no digit. */
static bool is_stopped(const char *p, const char *end)
{
    gunichar after = char_at(p, end);
    return after == 0 || is_space(after) || (after >= 0x2E80 && !g_unichar_isdigit(after));
}

/* End of a dash that follows the number: "1 - text", "1- نص"; NULL when there is none. */
static const char *dash_after_number(const rec_mark *mark, const token *word, const char *p,
                                     const char *end)
{
    bool is_short = word->count <= 3;
    bool is_ascii = g_utf8_get_char(word->start) <= 0x7F && char_at(p, end) <= 0x7F;
    if (char_at(p, end) == '-' && mark->reading[0].style == REC_STYLE_DIGIT && is_short
        && is_before_arabic(p + 1, end))
        return p + 1;
    return is_short || !is_ascii ? dash_stop(p, end) : NULL;
}

/* "1.", "I.", "A.", "一、", "a)", "1 -", and numbers that stand alone. */
static bool read_open(rec_mark *mark, mh_view text)
{
    const char *end = text.ptr + text.len;
    token word = scan_token(text.ptr, end);
    if (word.count == 0 || word.count > TOKEN_MAX)
        return false;
    read_token(mark, &word);
    if (mark->count == 0)
        return false;
    if (mark->reading[0].style == REC_STYLE_DIGIT && word.count > 4)
        return false;
    const char *p = skip_bis(word.end, end);
    gunichar c = char_at(p, end);
    if (c == 0)
        return finish(mark, text, REC_DRESS_NONE, p);
    if (is_closing(c))
        return finish(mark, text, REC_DRESS_CLOSED, mh_utf8_next(p));
    if (place_in(han_stops, c) && is_stopped(mh_utf8_next(p), end)) {
        const char *stop = mh_utf8_next(p);
        const char *dash = dash_stop(stop, end);
        return finish(mark, text, REC_DRESS_STOP, dash ? dash : stop);
    }
    const char *dash = dash_after_number(mark, &word, p, end);
    return dash && finish(mark, text, REC_DRESS_STOP, dash);
}

typedef bool (*reader)(rec_mark *mark, mh_view text);

rec_mark rec_mark_read(mh_view text)
{
    static const reader readers[] = {read_bullet, read_enclosed, read_bracketed,
                                     read_quoted, read_decimal,  read_open};
    for (size_t i = 0; text.len > 0 && i < G_N_ELEMENTS(readers); i++) {
        rec_mark mark = {0};
        if (readers[i](&mark, text))
            return mark;
    }
    return (rec_mark){0};
}

rec_mark rec_mark_read_bare(mh_view text)
{
    rec_mark mark = {0};
    const char *end = text.ptr + text.len;
    token word = text.len ? scan_token(text.ptr, end) : (token){0};
    if (word.count == 0 || word.count > TOKEN_MAX || char_at(word.end, end) != ' ')
        return mark;
    read_token(&mark, &word);
    bool is_heading = rec_mark_has(&mark, REC_STYLE_ROMAN) || rec_mark_has(&mark, REC_STYLE_CAPITAL)
                      || rec_mark_has(&mark, REC_STYLE_ORDINAL);
    if (!is_heading || !finish(&mark, text, REC_DRESS_NONE, word.end))
        return (rec_mark){0};
    return mark;
}

bool rec_mark_has(const rec_mark *mark, rec_style style)
{
    for (uint32_t i = 0; i < mark->count; i++) {
        if (mark->reading[i].style == style)
            return true;
    }
    return false;
}

uint32_t rec_mark_value(const rec_mark *mark, rec_style style)
{
    for (uint32_t i = 0; i < mark->count; i++) {
        if (mark->reading[i].style == style)
            return mark->reading[i].value;
    }
    return 0;
}

uint32_t rec_designation_value(mh_view text)
{
    rec_mark mark = {0};
    token word = text.len ? scan_token(text.ptr, text.ptr + text.len) : (token){0};
    for (size_t i = 0; i < G_N_ELEMENTS(first_words); i++) {
        mh_view known = mh_view_of(first_words[i].word);
        if (text.len == known.len && g_ascii_strncasecmp(text.ptr, known.ptr, known.len) == 0)
            return first_words[i].value;
    }
    if (word.count == 0 || word.end != text.ptr + text.len)
        return 0;
    read_token(&mark, &word);
    if (mark.count > 1 && rec_mark_value(&mark, REC_STYLE_ROMAN))
        return rec_mark_value(&mark, REC_STYLE_ROMAN);
    return mark.count ? mark.reading[0].value : 0;
}
