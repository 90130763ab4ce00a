#include "lexicon/number.h"

#include "lexicon/trie.h"

/* A number is made of at most so many words: "one hundred and ninety-ninth". */
#define MAX_NUMBER_WORDS 4
#define MAX_DIGITS 9
#define MAX_ENDING 4

static bool is_digit(const mh_folded *text, size_t at)
{
    return at < text->length && text->key[at] >= '0' && text->key[at] <= '9';
}

/* ------------------------------------------------------------------ figures */

/* Endings of ordinals in figures, folded: 76th, 1er, 76e, 8422ª, 76-я. */
static const uint16_t endings[][MAX_ENDING + 1] = {
    {'t', 'h'},    {'s', 't'},      {'n', 'd'},    {'r', 'd'},    {'e', 'r'},
    {'r', 'e'},    {'e', 'm', 'e'}, {'e'},         {'a'},         {'o'},
    {0x00AA},      {0x00BA},        {0x00B0},      {'-', 0x044F}, {'-', 'e'},
    {0x0435},      {'-', 0x0435},   {'-', 0x0439}, {'-', 0x043C}, {'-', 0x0433, 0x043E},
    {'-', 0x0439},
};

static size_t ending_length(const mh_folded *text, size_t at)
{
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t length = 0;
        while (endings[i][length] != 0 && at + length < text->length
               && endings[i][length] == text->key[at + length])
            length++;
        if (endings[i][length] == 0 && mh_folded_is_word_edge(text, at + length))
            return length;
    }
    return 0;
}

static size_t figures_at(const mh_folded *text, size_t at, uint32_t *value)
{
    size_t end = at;
    uint32_t sum = 0;

    for (; is_digit(text, end) && end - at < MAX_DIGITS; end++)
        sum = sum * 10 + (uint32_t)(text->key[end] - '0');
    if (end == at || is_digit(text, end))
        return 0;
    *value = sum;
    return end - at + ending_length(text, end);
}

/* ------------------------------------------------------------------ Chinese */

static const uint16_t chinese_digits[] = {0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                          0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};

#define CHINESE_TEN 0x5341
#define CHINESE_HUNDRED 0x767E
#define CHINESE_ZERO 0x96F6
#define CHINESE_ORDINAL 0x7B2C

static bool chinese_digit(uint16_t unit, uint32_t *digit)
{
    for (uint32_t i = 0; i < G_N_ELEMENTS(chinese_digits); i++)
        if (chinese_digits[i] == unit) {
            *digit = i;
            return true;
        }
    return false;
}

static size_t chinese_at(const mh_folded *text, size_t at, uint32_t *value)
{
    size_t end = at;
    uint32_t sum = 0;
    uint32_t digit = 0;
    bool has_digit = false;

    for (; end < text->length && end - at < MAX_DIGITS; end++) {
        uint16_t unit = text->key[end];
        if (unit == CHINESE_TEN || unit == CHINESE_HUNDRED) {
            sum += (has_digit ? digit : 1) * (unit == CHINESE_TEN ? 10 : 100);
            has_digit = false;
            digit = 0;
        } else if (chinese_digit(unit, &digit)) {
            has_digit = true;
        } else if (unit != CHINESE_ZERO) {
            break;
        }
    }
    sum += has_digit ? digit : 0;
    if (sum == 0)
        return 0;
    *value = sum;
    return end - at;
}

/* ------------------------------------------------------------------ roman */

static uint32_t roman_digit(uint16_t unit)
{
    switch (unit) {
    case 'I':
        return 1;
    case 'V':
        return 5;
    case 'X':
        return 10;
    case 'L':
        return 50;
    case 'C':
        return 100;
    default:
        return 0;
    }
}

static size_t roman_at(const mh_folded *text, size_t at, uint32_t *value)
{
    size_t end = at;
    uint32_t sum = 0;
    uint32_t before = 0;

    for (; end < text->length && roman_digit(text->printed[end]) > 0; end++) {
        uint32_t digit = roman_digit(text->printed[end]);
        sum += before < digit ? digit - 2 * before : digit;
        before = digit;
    }
    if (end == at || !mh_folded_is_word_edge(text, end))
        return 0;
    *value = sum;
    return end - at;
}

/* ------------------------------------------------------------------ words */

/* The longest number word at a unit. */
static size_t word_at(const mh_folded *text, size_t at, mh_language language, uint32_t *value)
{
    lex_hit hits[LEX_MAX_HITS];
    size_t count = lex_trie_find(&lex_number_trie, text, at, hits);

    while (count-- > 0) {
        if (!mh_folded_is_word_edge(text, at + hits[count].units))
            continue;
        for (size_t i = 0; i < hits[count].row_count; i++) {
            const lex_number *number = &lex_numbers[hits[count].rows[i]];
            if (language == MH_LANGUAGE_NONE || number->language == language) {
                *value = number->value;
                return hits[count].units;
            }
        }
    }
    return 0;
}

/* What may stand between the words of one number, folded. */
static const char *const joints[] = {"-", " ", " and ", " et ", " و", " بعد "};

static bool joint_matches(const mh_folded *text, size_t at, const char *joint, size_t *units)
{
    size_t i = at;
    for (const char *p = joint; *p != '\0'; p = mh_utf8_next(p), i++)
        if (i >= text->length || text->key[i] != g_utf8_get_char(p))
            return false;
    *units = i - at;
    return true;
}

/* The word after a joint at @p at, with the joint; 0 for none. */
static size_t next_word_at(const mh_folded *text, size_t at, mh_language language, uint32_t *value)
{
    for (size_t i = G_N_ELEMENTS(joints); i-- > 0;) {
        size_t joint;
        if (!joint_matches(text, at, joints[i], &joint))
            continue;
        size_t units = word_at(text, at + joint, language, value);
        if (units > 0)
            return joint + units;
    }
    return 0;
}

/* Two parts of one number: tens and units, hundred and the rest; French counts 60 + 17. */
static bool goes_with(uint32_t sum, uint32_t value)
{
    uint32_t larger = MAX(sum, value);
    uint32_t smaller = MIN(sum, value);

    if (larger >= 100)
        return smaller < 100;
    if (smaller >= 20 || larger % 10 != 0 || larger == 10)
        return false;
    return smaller < 10 || larger == 60 || larger == 80;
}

static size_t words_at(const mh_folded *text, size_t at, mh_language language, uint32_t *value)
{
    uint32_t sum = 0;
    size_t length = word_at(text, at, language, &sum);

    for (size_t words = 1; length > 0 && words < MAX_NUMBER_WORDS; words++) {
        uint32_t next = 0;
        size_t units = next_word_at(text, at + length, language, &next);
        if (units == 0 || !goes_with(sum, next))
            break;
        sum += next;
        length += units;
    }
    if (length > 0)
        *value = sum;
    return length;
}

size_t mh_number_at(const mh_folded *text, size_t at, mh_language language, uint32_t *value)
{
    if (at >= text->length)
        return 0;
    if (text->key[at] == CHINESE_ORDINAL && at + 1 < text->length) {
        size_t units = figures_at(text, at + 1, value);
        if (units == 0)
            units = chinese_at(text, at + 1, value);
        return units > 0 ? units + 1 : 0;
    }
    size_t units = figures_at(text, at, value);
    if (units == 0)
        units = chinese_at(text, at, value);
    if (units == 0)
        units = roman_at(text, at, value);
    if (units == 0)
        units = words_at(text, at, language, value);
    return units;
}

bool mh_number_read(const mh_folded *text, mh_language language, uint32_t *value)
{
    size_t at = 0;
    uint32_t found = 0;

    while (at < text->length && text->key[at] == ' ')
        at++;
    at += mh_number_at(text, at, language, &found);
    while (at < text->length && (text->key[at] == ' ' || text->key[at] == '.'))
        at++;
    if (at != text->length || found == 0)
        return false;
    *value = found;
    return true;
}
