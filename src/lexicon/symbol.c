#include "lexicon/symbol.h"

#include "lexicon/name.h"

#define PREFIX_MAX 12 /* longest first component, "UNEP" and the like */
#define SYMBOL_MAX 80

static uint16_t unit_at(const mh_folded *text, size_t at)
{
    return at < text->length ? text->printed[at] : 0;
}

static bool is_digit(uint16_t unit)
{
    return unit >= '0' && unit <= '9';
}

static bool is_upper(uint16_t unit)
{
    return unit >= 'A' && unit <= 'Z';
}

static bool is_alnum(uint16_t unit)
{
    return is_digit(unit) || is_upper(unit) || (unit >= 'a' && unit <= 'z');
}

static bool is_text_at(const mh_folded *text, size_t at, const char *ascii)
{
    for (size_t i = 0; ascii[i] != '\0'; i++)
        if (unit_at(text, at + i) != (uint16_t)ascii[i])
            return false;
    return true;
}

/* ------------------------------------------------------------------ first component */

/* Extractors put a space after the large first letters of a masthead: "A /INF/76/1". */
static size_t slash_after(const mh_folded *text, size_t at)
{
    if (unit_at(text, at) == '/')
        return at;
    if (unit_at(text, at) == ' ' && unit_at(text, at + 1) == '/')
        return at + 1;
    return SIZE_MAX;
}

/*
 * The slash after a first component that begins symbols, at @p at; SIZE_MAX when there is none.
 * Most words have no slash behind them, so that is asked first.
 */
static size_t first_slash(const mh_folded *text, size_t at)
{
    char prefix[PREFIX_MAX + 1] = {0};
    size_t length = 0;

    while (length < PREFIX_MAX && is_alnum(unit_at(text, at + length))) {
        prefix[length] = (char)unit_at(text, at + length);
        length++;
    }
    size_t slash = length > 0 ? slash_after(text, at + length) : SIZE_MAX;
    if (slash == SIZE_MAX || !mh_is_symbol_prefix((mh_view){.ptr = prefix, .len = length}))
        return SIZE_MAX;
    return slash;
}

/* A URL or path, or the inside of a word, is no symbol. */
static bool may_begin(const mh_folded *text, size_t at)
{
    if (!is_upper(unit_at(text, at)))
        return false;
    if (at == 0)
        return true;
    uint16_t before = text->key[at - 1];
    return mh_folded_is_word_edge(text, at) && before != '/' && before != '.' && before != ':'
           && before != '=' && before != '_' && before != '@';
}

/* ------------------------------------------------------------------ components */

/* A joint symbol begins after a dash: "A/75/900-S/2021/540". */
static bool begins_joint(const mh_folded *text, size_t dash)
{
    return first_slash(text, dash + 1) != SIZE_MAX;
}

/* "PV. 10124": a space that extraction put after the stop. */
static bool is_stray_space(const mh_folded *text, size_t at)
{
    return unit_at(text, at) == ' ' && at > 0 && unit_at(text, at - 1) == '.'
           && is_digit(unit_at(text, at + 1)) && at > 1 && is_alnum(unit_at(text, at - 2))
           && !is_digit(unit_at(text, at - 2));
}

/* End of a component after its slash at @p at; @p at when there is none. */
static size_t component_end(const mh_folded *text, size_t at)
{
    if (unit_at(text, at) == '(') { /* S/AC.37/2004/(1455)/5 */
        size_t end = at + 1;
        while (is_alnum(unit_at(text, end)))
            end++;
        return unit_at(text, end) == ')' && end > at + 1 ? end + 1 : at;
    }
    size_t end = at;
    for (; end < text->length; end++) {
        uint16_t unit = unit_at(text, end);
        bool is_inner = (unit == '.' || unit == '-') && end > at
                        && (is_alnum(unit_at(text, end + 1)) || is_stray_space(text, end + 1));
        if (unit == '-' && begins_joint(text, end))
            break;
        if (!is_alnum(unit) && !is_inner && !is_stray_space(text, end))
            break;
    }
    return end;
}

/* End of the components from the slash at @p slash on. */
static size_t components_end(const mh_folded *text, size_t slash, size_t limit)
{
    size_t end = slash;
    while (end < limit && unit_at(text, end) == '/') {
        size_t next = component_end(text, end + 1);
        if (next == end + 1)
            break;
        end = next;
    }
    return end;
}

/* ------------------------------------------------------------------ suffixes */

static bool has_component(const mh_folded *text, size_t from, size_t to, const char *name)
{
    size_t length = strlen(name);
    for (size_t i = from; i + length <= to; i++)
        if (unit_at(text, i) == '/' && is_text_at(text, i + 1, name)
            && !is_alnum(unit_at(text, i + 1 + length)))
            return true;
    return false;
}

/* What the brackets of a symbol may begin with, besides years and roman numerals. */
static const char *const bracket_words[] = {
    "Resumption", "Part",        "Vol",  "Introduction", "Foreword",
    "Sect",       "Income sect", "Prog", "S-",           "ES-",
};

static size_t roman_end(const mh_folded *text, size_t at)
{
    size_t end = at;
    while (unit_at(text, end) != 0 && strchr("IVXLC", (int)unit_at(text, end)) != NULL
           && unit_at(text, end) < 0x80)
        end++;
    return end;
}

static bool is_bracket_content(const mh_folded *text, size_t at, size_t close, bool takes_year)
{
    if (roman_end(text, at) == close)
        return true;
    if (takes_year && close - at == 4 && is_digit(unit_at(text, at))
        && is_digit(unit_at(text, at + 3)))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(bracket_words); i++)
        if (is_text_at(text, at, bracket_words[i]))
            return true;
    return false;
}

/* End of " (2021)", "(Vol. II)" and the like at @p at; @p at when there are none. */
static size_t bracket_end(const mh_folded *text, size_t at, bool takes_year)
{
    enum { BRACKET_MAX = 24 };
    size_t open = unit_at(text, at) == ' ' ? at + 1 : at;
    size_t close = open + 1;

    if (unit_at(text, open) != '(')
        return at;
    while (close - open < BRACKET_MAX && unit_at(text, close) != 0 && unit_at(text, close) != ')')
        close++;
    if (unit_at(text, close) != ')' || close == open + 1)
        return at;
    return is_bracket_content(text, open + 1, close, takes_year) ? close + 1 : at;
}

/* End of "-C" after the first letter of several parts: "A/RES/77/264 A-C". */
static size_t letter_range_end(const mh_folded *text, size_t at)
{
    bool is_range = unit_at(text, at) == '-' && is_upper(unit_at(text, at + 1))
                    && mh_folded_is_word_edge(text, at + 2);
    return is_range ? at + 2 : at;
}

/* "A/RES/68/247 B", "A/RES/77/264 A-C": the letter of a part, or of the first and last one. */
static size_t letter_end(const mh_folded *text, size_t at)
{
    if (unit_at(text, at) == ' ' && is_upper(unit_at(text, at + 1))
        && mh_folded_is_word_edge(text, at + 2) && unit_at(text, at + 2) != '/'
        && unit_at(text, at + 2) != '.' && unit_at(text, at + 2) != '\'')
        return letter_range_end(text, at + 2);
    return at;
}

static bool has_digit(const mh_folded *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (is_digit(unit_at(text, i)))
            return true;
    return false;
}

bool mh_symbol_at(const mh_folded *text, size_t at, mh_symbol *out)
{
    if (!may_begin(text, at))
        return false;
    size_t slash = first_slash(text, at);
    if (slash == SIZE_MAX)
        return false;

    size_t limit = at + SYMBOL_MAX;
    size_t end = components_end(text, slash, limit);
    bool is_resolution =
        has_component(text, slash, end, "RES") || has_component(text, slash, end, "DEC");
    if (is_resolution)
        end = letter_end(text, end);
    for (size_t next = bracket_end(text, end, is_resolution); next > end;
         next = bracket_end(text, end, is_resolution))
        end = next;
    end = components_end(text, end, limit);
    if (!has_digit(text, slash, end) || !mh_folded_is_word_edge(text, end))
        return false;

    size_t stars = 0;
    while (unit_at(text, end + stars) == '*')
        stars++;
    mh_view bytes = mh_folded_slice(text, at, end);
    size_t start = (size_t)(bytes.ptr - text->text.ptr);
    *out = (mh_symbol){
        .start = start, .end = start + bytes.len, .at = at, .length = end - at, .stars = stars};
    return true;
}

bool mh_symbol_find(const mh_folded *text, size_t from, mh_symbol *out)
{
    for (size_t at = from; at < text->length; at++)
        if (mh_symbol_at(text, at, out))
            return true;
    return false;
}

const char *mh_symbol_normalise(mh_arena *arena, const mh_folded *text, const mh_symbol *symbol)
{
    GString *out = mh_arena_string(arena);
    bool is_in_brackets = false;

    for (size_t i = symbol->at; i < symbol->at + symbol->length; i++) {
        uint16_t unit = text->printed[i];
        if (unit == '(' && out->len > 0 && out->str[out->len - 1] != '/')
            g_string_append_c(out, ' ');
        is_in_brackets = unit == '(' || (is_in_brackets && unit != ')');
        if (unit != ' ' || is_in_brackets)
            g_string_append_unichar(out, unit);
    }
    return out->str;
}

/* ------------------------------------------------------------------ kinds */

typedef struct kind_mark {
    const char *component; /* "." at its end: a number follows */
    mh_symbol_kind kind;
} kind_mark;

/* In the order in which they decide. */
static const kind_mark kind_marks[] = {
    {"/PV.", MH_SYMBOL_VERBATIM_RECORD},  {"/SR.", MH_SYMBOL_SUMMARY_RECORD},
    {"/L.", MH_SYMBOL_LIMITED},           {"/RES/", MH_SYMBOL_RESOLUTION},
    {"/DEC/", MH_SYMBOL_DECISION},        {"/PRST/", MH_SYMBOL_PRESIDENTIAL_STATEMENT},
    {"/Agenda/", MH_SYMBOL_AGENDA},       {"/INF/", MH_SYMBOL_INFORMATION},
    {"/INF.", MH_SYMBOL_INFORMATION},     {"ST/SGB/", MH_SYMBOL_ADMINISTRATIVE},
    {"ST/AI/", MH_SYMBOL_ADMINISTRATIVE}, {"ST/IC/", MH_SYMBOL_ADMINISTRATIVE},
};

mh_symbol_kind mh_symbol_kind_of(const char *symbol)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kind_marks); i++)
        if (strstr(symbol, kind_marks[i].component) != NULL)
            return kind_marks[i].kind;
    return MH_SYMBOL_DOCUMENT;
}

/* ------------------------------------------------------------------ resolutions by number */

static size_t digits_end(const mh_folded *text, size_t at)
{
    size_t end = at;
    while (is_digit(unit_at(text, end)))
        end++;
    return end;
}

/* End of "75/1", "68/247 B", "S-32/1", "ES-10/21" at @p at; @p at for none. */
static size_t session_number_end(const mh_folded *text, size_t at)
{
    size_t start = at;
    if (is_text_at(text, start, "ES-"))
        start += strlen("ES-");
    else if (is_text_at(text, start, "S-"))
        start += strlen("S-");
    size_t slash = digits_end(text, start);
    size_t end = digits_end(text, slash + 1);
    if (slash == start || slash - start > 4 || unit_at(text, slash) != '/' || end == slash + 1
        || end - slash > 5)
        return at;
    if (is_upper(unit_at(text, end)) && mh_folded_is_word_edge(text, end + 1))
        return end + 1;
    return letter_end(text, end);
}

/* End of "1325 (2000)", "217 A (III)" at @p at; @p at for none. */
static size_t bracketed_number_end(const mh_folded *text, size_t at, bool *has_year)
{
    size_t digits = digits_end(text, at);
    if (digits == at || digits - at > 4)
        return at;
    size_t letter = letter_end(text, digits);
    size_t end = bracket_end(text, letter, true);
    if (end == letter)
        return at;
    *has_year = is_digit(unit_at(text, end - 2));
    return end;
}

bool mh_resolution_number_at(const mh_folded *text, size_t at, mh_resolution_number *out)
{
    bool has_year = false;
    if (!mh_folded_is_word_edge(text, at))
        return false;
    size_t end = session_number_end(text, at);
    if (end == at)
        end = bracketed_number_end(text, at, &has_year);
    if (end == at || !mh_folded_is_word_edge(text, end) || unit_at(text, end) == '/')
        return false;

    mh_view bytes = mh_folded_slice(text, at, end);
    size_t start = (size_t)(bytes.ptr - text->text.ptr);
    *out = (mh_resolution_number){.start = start,
                                  .end = start + bytes.len,
                                  .at = at,
                                  .length = end - at,
                                  .has_year = has_year};
    return true;
}

/* Where the resolutions of an organ are found; NULL when the number does not tell the organ. */
static const char *resolution_prefix(const mh_folded *text, const mh_resolution_number *number,
                                     const char *organ)
{
    static const struct {
        const char *organ;
        const char *prefix;
    } prefixes[] = {{"unga", "A/RES/"}, {"unecosoc", "E/RES/"}, {"unhrc", "A/HRC/RES/"}};
    bool has_brackets = unit_at(text, number->at + number->length - 1) == ')';

    if (number->has_year)
        return "S/RES/";
    if (digits_end(text, number->at) - number->at == 4 && !has_brackets)
        return "E/RES/"; /* only the Economic and Social Council numbers by year */
    for (size_t i = 0; organ != NULL && i < G_N_ELEMENTS(prefixes); i++)
        if (strcmp(prefixes[i].organ, organ) == 0)
            return prefixes[i].prefix;
    return is_text_at(text, number->at, "ES-") ? "A/RES/" : NULL;
}

const char *mh_resolution_symbol(mh_arena *arena, const mh_folded *text,
                                 const mh_resolution_number *number, const char *organ)
{
    const char *prefix = resolution_prefix(text, number, organ);
    if (prefix == NULL)
        return NULL;
    const mh_symbol as_symbol = {.at = number->at, .length = number->length};
    return mh_arena_printf(arena, "%s%s", prefix, mh_symbol_normalise(arena, text, &as_symbol));
}
