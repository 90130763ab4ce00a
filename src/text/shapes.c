#include "text/shapes.h"

#include "lexicon/printed.h"
#include "text/scan.h"

/* No furniture line but a running head is longer. */
#define FURNITURE_MAX_BYTES 100
#define HEAD_MAX_BYTES 400
#define WORDS_MAX 64
/* Words of a line of page and job numbers. */
#define NUMBERS_MAX 4
#define RULE_MIN_CHARS 5
#define PAGE_MAX 9999

/* What a word of a furniture line is. */
typedef enum word_kind {
    WORD_OTHER,
    WORD_JOB,      /* "21-07541", "GE.25-10614" */
    WORD_JOB_LANG, /* the same with "(E)" glued on */
    WORD_LANG,     /* "(E)" */
    WORD_STAMP,    /* "080621" */
    WORD_PAGE,     /* "2/4" */
    WORD_NUMBER,   /* "3" */
    WORD_DASH,
    WORD_DATE, /* "13/12/2018" */
    WORD_SYMBOL,
} word_kind;

typedef struct words {
    word_kind kind[WORDS_MAX];
    size_t count;
    size_t of[WORD_SYMBOL + 1]; /* how many of each kind */
    uint32_t number;
    uint32_t total;
} words;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool has_digit(mh_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (is_digit(text.ptr[i]))
            return true;
    }
    return false;
}

/* Digits at @p at, at most @p most. */
static size_t count_digits(mh_view text, size_t at, size_t most)
{
    size_t n = 0;
    while (n < most && at + n < text.len && is_digit(text.ptr[at + n]))
        n++;
    return n;
}

static uint32_t to_number(mh_view digits)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len && value <= PAGE_MAX; i++)
        value = value * 10 + (uint32_t)(digits.ptr[i] - '0');
    return value;
}

/* "(E)" or "[E]": the languages' letters. */
static bool is_job_language(mh_view word)
{
    return word.len == 3 && (word.ptr[0] == '(' || word.ptr[0] == '[')
           && strchr("ACEFRS", word.ptr[1]) && (word.ptr[2] == ')' || word.ptr[2] == ']');
}

/* "21-07541" with the offices' prefixes: New York none, Geneva GE., Vienna V., Nairobi K, others.
 */
static word_kind job_kind(mh_view word)
{
    static const char *const prefixes[] = {"GE.", "V.", "K", "B", "S", "N"};
    size_t at = 0;
    bool has_prefix = false;
    for (size_t i = 0; i < G_N_ELEMENTS(prefixes) && !has_prefix; i++) {
        has_prefix = mh_view_starts_with(word, mh_view_of(prefixes[i]));
        at = has_prefix ? strlen(prefixes[i]) : 0;
    }
    if (count_digits(word, at, 3) < 2)
        return WORD_OTHER;
    at += 2;
    bool has_dash = at < word.len && word.ptr[at] == '-';
    if (!has_dash && !has_prefix)
        return WORD_OTHER;
    at += has_dash;
    if (count_digits(word, at, 6) != 5)
        return WORD_OTHER;
    mh_view rest = mh_view_slice(word, at + 5, word.len);
    if (rest.len == 0)
        return has_dash ? WORD_JOB : WORD_OTHER;
    return is_job_language(rest) ? WORD_JOB_LANG : WORD_OTHER;
}

/* "2/4" into number and total, "13/12/2018" as a date. */
static word_kind slashed_kind(mh_view word, words *out)
{
    size_t first = count_digits(word, 0, 4);
    if (first == 0 || first >= word.len || word.ptr[first] != '/')
        return WORD_OTHER;
    size_t second = count_digits(word, first + 1, 4);
    size_t end = first + 1 + second;
    if (second == 0)
        return WORD_OTHER;
    if (end == word.len) {
        uint32_t number = to_number(mh_view_slice(word, 0, first));
        uint32_t total = to_number(mh_view_slice(word, first + 1, end));
        if (number == 0 || number > total)
            return WORD_OTHER;
        out->number = number;
        out->total = total;
        return WORD_PAGE;
    }
    bool is_date = first == 2 && second == 2 && word.ptr[end] == '/'
                   && count_digits(word, end + 1, 4) == 4 && end + 5 == word.len;
    return is_date ? WORD_DATE : WORD_OTHER;
}

static word_kind digits_kind(mh_view word, words *out)
{
    size_t digits = count_digits(word, 0, word.len);
    if (digits == word.len && digits <= 4) {
        out->number = to_number(word);
        return WORD_NUMBER;
    }
    if (digits == word.len && digits == 6)
        return WORD_STAMP;
    word_kind kind = job_kind(word);
    return kind != WORD_OTHER ? kind : slashed_kind(word, out);
}

static bool is_dash(mh_view word)
{
    gunichar c = txt_first(word);
    return txt_skip_first(word).len == 0 && (c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212);
}

static word_kind kind_of(mh_view word, words *out)
{
    if (is_digit(word.ptr[0]))
        return digits_kind(word, out);
    if (is_job_language(word))
        return WORD_LANG;
    if (is_dash(word))
        return WORD_DASH;
    word_kind kind = job_kind(word);
    if (kind != WORD_OTHER)
        return kind;
    return txt_is_symbol(word) ? WORD_SYMBOL : WORD_OTHER;
}

static size_t symbol_prefix(mh_view word);

/* "S/PV." and "8422": a space parted the symbol. */
static bool is_parted_symbol(mh_view before, mh_view word)
{
    return symbol_prefix(before) > 0 && txt_last(before) == '.' && is_digit(word.ptr[0])
           && is_digit(word.ptr[word.len - 1]);
}

static words read_words(mh_view line)
{
    words out = {.count = 0};
    size_t at = 0;
    mh_view before = {.ptr = NULL, .len = 0};
    for (mh_view word = txt_next_word(line, &at); word.len > 0 && out.count < WORDS_MAX;
         word = txt_next_word(line, &at)) {
        word_kind kind = kind_of(txt_trim(word), &out);
        if (is_parted_symbol(before, word)) {
            kind = WORD_SYMBOL;
            out.kind[out.count - 1] = kind;
        }
        before = word;
        out.kind[out.count++] = kind;
        out.of[kind]++;
        /* Only heads have many words, and those begin with a symbol or date. */
        if (out.count > NUMBERS_MAX && out.kind[0] != WORD_SYMBOL && out.kind[0] != WORD_DATE)
            break;
    }
    return out;
}

/* Of a symbol's first part up to "/": "A", "ST", "E", "CCPR", "FCCC", "TPNW". */
static size_t symbol_prefix(mh_view word)
{
    size_t n = 0;
    while (n < word.len && (g_ascii_isupper(word.ptr[n]) || (n > 0 && is_digit(word.ptr[n]))))
        n++;
    return n > 0 && n <= 8 && n < word.len && word.ptr[n] == '/' ? n : 0;
}

bool txt_is_symbol(mh_view word)
{
    size_t n = symbol_prefix(word);
    if (n == 0)
        return false;
    bool is_numbered = false;
    const char *end = word.ptr + word.len;
    for (const char *p = word.ptr + n; p < end; p = txt_next(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_dash_mark = c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2212;
        if (c >= 0x80 ? !is_dash_mark : !(g_ascii_isalnum((char)c) || strchr("/.-()*", (int)c)))
            return false;
        is_numbered = is_numbered || g_unichar_isdigit(c);
    }
    return is_numbered && txt_last(word) != '/' && txt_last(word) != '.';
}

/* A rule is drawn with one character only. */
static bool is_rule(mh_view line)
{
    gunichar first = txt_first(line);
    bool is_thin = first == '_' || first == '-' || first == '=';
    bool is_thick = first == 0x2014 || first == 0x2015 || first == 0x2500 || first == 0x2E3B;
    size_t count = 0;
    if (!is_thin && !is_thick)
        return false;
    for (mh_view rest = line; rest.len > 0; rest = txt_skip_first(rest)) {
        gunichar c = txt_first(rest);
        if (c != first && c != ' ')
            return false;
        count += c == first;
    }
    return first == 0x2E3B || count >= (is_thin ? RULE_MIN_CHARS : 3);
}

/* "*2107541*", in Geneva's files with a space after each digit. */
static bool is_barcode(mh_view line)
{
    size_t digits = 0;
    if (line.len < 9 || line.ptr[0] != '*' || line.ptr[line.len - 1] != '*')
        return false;
    for (size_t i = 1; i + 1 < line.len; i++) {
        char c = line.ptr[i];
        bool is_office = digits == 0 && strchr("KBVGNS", c);
        if (!is_digit(c) && c != ' ' && !is_office)
            return false;
        digits += is_digit(c);
    }
    return digits == 7;
}

/* At a page's foot, to 1996. */
static bool is_turn(mh_view line)
{
    return mh_view_equal(line, MH_VIEW("/...")) || mh_view_equal(line, MH_VIEW("/…"))
           || mh_view_equal(line, MH_VIEW("/. . ."));
}

/* Images in print, words in some extractors' text. A part counts only beside another part. */
static txt_shape recycle_shape(mh_view line)
{
    if (mh_printed_is(MH_PRINTED_RECYCLE, line))
        return TXT_SHAPE_RECYCLE;
    return mh_printed_is(MH_PRINTED_RECYCLE_PART, line) ? TXT_SHAPE_RECYCLE_PART : TXT_SHAPE_NONE;
}

/* "Page 3" and "第3页". */
static bool is_page_phrase(mh_view line, txt_shaped *out)
{
    size_t at = 0;
    mh_view word = txt_next_word(line, &at);
    mh_view number = txt_next_word(line, &at);
    bool is_last = txt_next_word(line, &at).len == 0;
    if (!is_last || number.len == 0 || count_digits(number, 0, 4) != number.len
        || !mh_printed_is(MH_PRINTED_PAGE, word))
        return false;
    out->number = to_number(number);
    out->shape = TXT_SHAPE_PAGE_NUMBER;
    return true;
}

/* Symbols alone; a star (reissued) or year may stand apart: "S/RES/2776 (2025)*", "A /79/PV.64". */
static bool is_symbol_line(mh_view line)
{
    char squeezed[FURNITURE_MAX_BYTES + 1];
    size_t length = 0;
    size_t words_seen = 0;
    if (!g_ascii_isupper(line.ptr[0]) || !memchr(line.ptr, '/', line.len))
        return false;
    size_t at = 0;
    for (mh_view word = txt_next_word(line, &at); word.len > 0 && words_seen <= 3;
         word = txt_next_word(line, &at)) {
        memcpy(squeezed + length, word.ptr, word.len);
        length += word.len;
        words_seen++;
    }
    return words_seen <= 3 && txt_is_symbol((mh_view){.ptr = squeezed, .len = length});
}

/* A job number with language or release dates, bare, or beside a page number. */
static void shape_numbers(const words *w, txt_shaped *out)
{
    size_t jobs = w->of[WORD_JOB] + w->of[WORD_JOB_LANG];
    size_t stamps = w->of[WORD_STAMP];
    size_t known = jobs + stamps + w->of[WORD_LANG];
    if (w->of[WORD_PAGE] == 1 && jobs + 1 == w->count && jobs <= 1) {
        *out = (txt_shaped){TXT_SHAPE_PAGE, jobs == 1, w->number, w->total};
    } else if (jobs == 1 && known == w->count && stamps <= 2) {
        bool is_bare = w->count == 1 && w->of[WORD_JOB] == 1;
        out->shape = is_bare ? TXT_SHAPE_JOB_BARE : TXT_SHAPE_JOB;
    } else if (stamps == w->count && stamps <= 2) {
        out->shape = TXT_SHAPE_STAMP;
    } else if (w->of[WORD_NUMBER] == 1
               && (w->count == 1
                   || (w->count == 3 && w->kind[0] == WORD_DASH && w->kind[2] == WORD_DASH))) {
        out->shape = TXT_SHAPE_PAGE_NUMBER;
        out->number = w->number;
    } else if (w->of[WORD_DATE] == 1 && w->count == 1) {
        out->shape = TXT_SHAPE_DATE;
    }
}

/* At the line's ends stand symbol and date, the title between: "25/05/2099 The … S/PV.19001". */
static bool is_head(const words *w)
{
    if (w->of[WORD_SYMBOL] == 0 || w->of[WORD_DATE] == 0 || w->count < 2)
        return false;
    word_kind first = w->kind[0];
    word_kind last = w->kind[w->count - 1];
    return (first == WORD_SYMBOL && last == WORD_DATE)
           || (first == WORD_DATE && last == WORD_SYMBOL);
}

/* Letters that begin neither a symbol nor a phrase of furniture nor a number: ordinary text. */
static bool may_be_furniture(mh_view line)
{
    if (line.len > HEAD_MAX_BYTES)
        return false;
    unsigned char first = (unsigned char)line.ptr[0];
    return line.len <= FURNITURE_MAX_BYTES || is_digit((char)first) || g_ascii_isupper(first)
           || !g_ascii_isalnum(first);
}

txt_shaped txt_shape_of(mh_view line)
{
    txt_shaped out = {.shape = TXT_SHAPE_NONE};
    if (!may_be_furniture(line))
        return out;
    if (is_rule(line)) {
        out.shape = TXT_SHAPE_RULE;
    } else if (line.len <= FURNITURE_MAX_BYTES && is_symbol_line(line)) {
        out.shape = TXT_SHAPE_SYMBOL;
    } else if (is_barcode(line)) {
        out.shape = TXT_SHAPE_BARCODE;
    } else if (is_turn(line)) {
        out.shape = TXT_SHAPE_TURN;
    } else if (line.len <= FURNITURE_MAX_BYTES) {
        out.shape = recycle_shape(line);
    }
    if (out.shape != TXT_SHAPE_NONE || is_page_phrase(line, &out))
        return out;
    if (!has_digit(line) || (line.len > FURNITURE_MAX_BYTES && !memchr(line.ptr, '/', line.len)))
        return out;
    words w = read_words(line);
    if (is_head(&w))
        out.shape = TXT_SHAPE_HEAD;
    else if (w.count <= NUMBERS_MAX)
        shape_numbers(&w, &out);
    return out;
}
