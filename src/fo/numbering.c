#include "fo/numbering.h"

/* Zeroes of the decimal digits that a format may begin with; each stands for its whole row. */
static const gunichar zeroes[] = {'0', 0x0660, 0x06F0, 0x0966};

enum { ROMAN_MAX = 3999 };

static const struct {
    uint32_t value;
    const char *letters;
} roman[] = {
    {1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
    {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"},
};

static const char *decimal(mh_arena *arena, uint32_t number, gunichar zero, size_t width)
{
    gunichar digits[32];
    size_t count = 0;
    for (; number > 0 || count == 0; number /= 10)
        digits[count++] = zero + number % 10;
    while (count < MIN(width, G_N_ELEMENTS(digits)))
        digits[count++] = zero;
    GString *text = mh_arena_string(arena);
    while (count > 0)
        g_string_append_unichar(text, digits[--count]);
    return text->str;
}

static const char *roman_label(mh_arena *arena, uint32_t number, bool upper)
{
    GString *text = mh_arena_string(arena);
    for (size_t i = 0; i < G_N_ELEMENTS(roman); i++)
        for (; number >= roman[i].value; number -= roman[i].value)
            g_string_append(text, roman[i].letters);
    if (upper)
        g_string_ascii_up(text);
    return text->str;
}

/* a … z, aa, ab … */
static const char *letter_label(mh_arena *arena, uint32_t number, char first)
{
    char letters[16];
    size_t at = sizeof(letters);
    letters[--at] = '\0';
    for (; number > 0 && at > 0; number = (number - 1) / 26)
        letters[--at] = (char)(first + (char)((number - 1) % 26));
    return mh_arena_strdup(arena, letters + at);
}

const char *fo_page_label(mh_arena *arena, uint32_t number, const char *format)
{
    if (!format || !*format)
        format = "1";
    const glong length = g_utf8_strlen(format, -1);
    const gunichar token = g_utf8_get_char(g_utf8_offset_to_pointer(format, length - 1));
    for (size_t i = 0; i < G_N_ELEMENTS(zeroes); i++)
        if (token == zeroes[i] + 1)
            return decimal(arena, number, zeroes[i], (size_t)length);
    const bool is_letter = number > 0 && length == 1;
    if (is_letter && (token == 'i' || token == 'I') && number <= ROMAN_MAX)
        return roman_label(arena, number, token == 'I');
    if (is_letter && (token == 'a' || token == 'A'))
        return letter_label(arena, number, (char)token);
    return decimal(arena, number, '0', 1);
}
