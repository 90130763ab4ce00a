#include "base/numeral.h"

#include <string.h>

/* Enough for what records count, and short of where programs part ways. */
enum {
    LETTERS = 26,
    LETTER_ROUNDS = 3,
    ROMAN_MAX = 399,
    RUSSIAN_MAX = 25,
    CHINESE_MAX = 99,
    DECIMAL_DIGITS_MAX = 9,
};

static const char *const names[MH_NUMERAL_FORMAT_COUNT] = {
    [MH_NUMERAL_DECIMAL] = "decimal",
    [MH_NUMERAL_LOWER_LETTER] = "lowerLetter",
    [MH_NUMERAL_UPPER_LETTER] = "upperLetter",
    [MH_NUMERAL_LOWER_ROMAN] = "lowerRoman",
    [MH_NUMERAL_UPPER_ROMAN] = "upperRoman",
    [MH_NUMERAL_LOWER_RUSSIAN] = "russianLower",
    [MH_NUMERAL_UPPER_RUSSIAN] = "russianUpper",
    [MH_NUMERAL_CHINESE] = "chineseCountingThousand",
};

const char *mh_numeral_name(mh_numeral_format format)
{
    return names[format];
}

mh_numeral_format mh_numeral_find(const char *name)
{
    size_t format = 0;
    while (format < MH_NUMERAL_FORMAT_COUNT && g_strcmp0(names[format], name) != 0)
        format++;
    return (mh_numeral_format)format;
}

static bool write_letters(uint32_t value, char first, GString *out)
{
    if (value > LETTERS * LETTER_ROUNDS)
        return false;
    for (uint32_t round = 0; round <= (value - 1) / LETTERS; round++)
        g_string_append_c(out, (char)(first + (char)((value - 1) % LETTERS)));
    return true;
}

static bool write_roman(uint32_t value, bool is_upper, GString *out)
{
    static const struct {
        uint32_t value;
        const char *lower;
        const char *upper;
    } signs[] = {{100, "c", "C"},  {90, "xc", "XC"}, {50, "l", "L"},
                 {40, "xl", "XL"}, {10, "x", "X"},   {9, "ix", "IX"},
                 {5, "v", "V"},    {4, "iv", "IV"},  {1, "i", "I"}};
    if (value > ROMAN_MAX)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; value >= signs[i].value; value -= signs[i].value)
            g_string_append(out, is_upper ? signs[i].upper : signs[i].lower);
    return true;
}

/* U+0430 is а, U+0410 А; й is not counted. */
static bool write_russian(uint32_t value, gunichar first, GString *out)
{
    const uint32_t short_i = 9;
    if (value > RUSSIAN_MAX)
        return false;
    g_string_append_unichar(out, first + value - 1 + (value > short_i));
    return true;
}

static bool write_chinese(uint32_t value, GString *out)
{
    static const char *const digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
    if (value > CHINESE_MAX)
        return false;
    uint32_t tens = value / 10;
    if (tens > 1)
        g_string_append(out, digits[tens]);
    if (tens > 0)
        g_string_append(out, "十");
    g_string_append(out, digits[value % 10]);
    return true;
}

bool mh_numeral_write(mh_numeral_format format, uint32_t value, GString *out)
{
    if (value == 0)
        return false;
    switch (format) {
    case MH_NUMERAL_DECIMAL:
        g_string_append_printf(out, "%u", value);
        return true;
    case MH_NUMERAL_LOWER_LETTER:
        return write_letters(value, 'a', out);
    case MH_NUMERAL_UPPER_LETTER:
        return write_letters(value, 'A', out);
    case MH_NUMERAL_LOWER_ROMAN:
        return write_roman(value, false, out);
    case MH_NUMERAL_UPPER_ROMAN:
        return write_roman(value, true, out);
    case MH_NUMERAL_LOWER_RUSSIAN:
        return write_russian(value, 0x430, out);
    case MH_NUMERAL_UPPER_RUSSIAN:
        return write_russian(value, 0x410, out);
    case MH_NUMERAL_CHINESE:
        return write_chinese(value, out);
    case MH_NUMERAL_FORMAT_COUNT:
        break;
    }
    return false;
}

static uint32_t read_decimal(const char *text, size_t len)
{
    uint32_t value = 0;
    if (len > DECIMAL_DIGITS_MAX || text[0] == '0')
        return 0;
    for (size_t i = 0; i < len; i++) {
        if (!g_ascii_isdigit(text[i]))
            return 0;
        value = 10 * value + (uint32_t)(text[i] - '0');
    }
    return value;
}

/* Of the others there are few: each is written and compared. */
uint32_t mh_numeral_read(mh_numeral_format format, const char *text, size_t len)
{
    if (len == 0)
        return 0;
    if (format == MH_NUMERAL_DECIMAL)
        return read_decimal(text, len);
    GString *tried = g_string_sized_new(16);
    uint32_t value = 1;
    while (mh_numeral_write(format, value, tried)
           && !(tried->len == len && memcmp(tried->str, text, len) == 0)) {
        g_string_truncate(tried, 0);
        value++;
    }
    /* at the end of the row nothing was written */
    bool is_found = tried->len > 0;
    g_string_free(tried, TRUE);
    return is_found ? value : 0;
}
