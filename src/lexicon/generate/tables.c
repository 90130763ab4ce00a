/*
 * Writes the character tables of the lexicon: how code points fold, and how single characters are
 * spelt in ASCII letters (ids are made of that). The second comes from ICU, which is therefore
 * needed to build Masthead but not to run it.
 */

#include <stdio.h>
#include <unicode/uclean.h>
#include <unicode/utrans.h>

#include <glib.h>

#include "lexicon/data.h"

/* Arabic letters written in different ways by different hands, and the way we compare them. */
static const struct {
    uint32_t from;
    uint32_t to;
} same_letters[] = {
    {0x0622, 0x0627}, {0x0623, 0x0627}, {0x0625, 0x0627}, {0x0671, 0x0627}, /* alef */
    {0x0624, 0x0648},                                                       /* waw */
    {0x0626, 0x064A}, {0x0649, 0x064A}, {0x06CC, 0x064A},                   /* ya */
    {0x0629, 0x0647},                                                       /* ta marbuta */
    {0x06A9, 0x0643},                                                       /* kaf */
    {0x060C, ','},    {0x061B, ';'},    {0x061F, '?'},    {0x066B, '.'},
    {0x0451, 0x0435}, /* io */
    {0x00A0, ' '},    {'\t', ' '},      {'\n', ' '},      {'\r', ' '},
    {0x000B, ' '},    {0x000C, ' '},    {0x0085, ' '},    {'`', '\''},
    {0x00B4, '\''},   {0x02BC, '\''},   {0x02B9, '\''},   {0x00AB, '"'},
    {0x00BB, '"'},
};

/* Marks that are written or not as one likes: soft hyphen, vowel signs, tatweel, controls. */
static bool is_left_out(uint32_t c)
{
    return c == 0 || (c < 0x20 && !g_ascii_isspace((gchar)c)) || c == 0x00AD || c == 0x061C
           || c == 0x0640 || (c >= 0x0300 && c <= 0x036F) || (c >= 0x064B && c <= 0x065F)
           || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED);
}

static bool is_latin(uint32_t c)
{
    return c < 0x0250 || (c >= LEX_LATIN_MORE && c < LEX_LATIN_MORE_END);
}

/* What both foldings do; 0 when the character is left out. */
static uint32_t fold_both(uint32_t c)
{
    if (is_left_out(c))
        return 0;
    if (c > 0x7F && g_unichar_isdigit(c))
        return (uint32_t)('0' + g_unichar_digit_value(c));
    for (size_t i = 0; i < G_N_ELEMENTS(same_letters); i++)
        if (same_letters[i].from == c)
            return same_letters[i].to;
    return c;
}

static uint32_t fold_key(uint32_t c)
{
    uint32_t folded = g_unichar_tolower(fold_both(c));
    gunichar base;
    gunichar mark;

    while (is_latin(folded) && g_unichar_decompose(folded, &base, &mark))
        folded = base;
    return folded == 0x0451 ? 0x0435 : folded;
}

/* 1 for a letter, 2 for a digit, of scripts that part words by spaces. */
static uint32_t word_class(uint32_t c)
{
    if (g_unichar_isalpha(c))
        return LEX_LETTER;
    return g_unichar_isalnum(c) ? LEX_DIGIT : 0;
}

static void write_units(FILE *out, const char *declaration, uint32_t from, uint32_t to,
                        uint32_t (*value)(uint32_t))
{
    (void)fprintf(out, "\nconst %s = {", declaration);
    for (uint32_t c = from; c < to; c++)
        (void)fprintf(out, "%s%u,", c % 16 == 0 ? "\n" : " ", (unsigned)value(c));
    (void)fprintf(out, "\n};\n");
}

/* ------------------------------------------------------------------ spellings */

typedef struct spelling {
    UTransliterator *icu;
    GHashTable *offset_of; /* spelling to its offset + 1 */
    GString *text;
} spelling;

static bool spelling_open(spelling *self)
{
    static const UChar id[] = u"Any-Latin; Latin-ASCII; Lower";
    UErrorCode status = U_ZERO_ERROR;

    self->icu = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
    self->offset_of = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->text = g_string_new(NULL);
    return U_SUCCESS(status);
}

static void spelling_close(spelling *self)
{
    if (self->icu != NULL)
        utrans_close(self->icu);
    g_hash_table_destroy(self->offset_of);
    (void)g_string_free(self->text, TRUE);
    u_cleanup();
}

/* Only letters and digits of ASCII may stand in an id; other characters are spelt "". */
static char *spell(const spelling *self, uint32_t c)
{
    UChar buffer[32] = {(UChar)c};
    int32_t length = 1;
    int32_t limit = 1;
    UErrorCode status = U_ZERO_ERROR;
    GString *ascii = g_string_new(NULL);

    utrans_transUChars(self->icu, buffer, &length, (int32_t)G_N_ELEMENTS(buffer), 0, &limit,
                       &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < limit; i++)
        if (buffer[i] < 0x80 && g_ascii_isalnum((gchar)buffer[i]))
            g_string_append_c(ascii, (gchar)buffer[i]);
    return g_string_free(ascii, FALSE);
}

static unsigned offset_of(spelling *self, uint32_t c)
{
    char *text = spell(self, c);
    unsigned known = GPOINTER_TO_UINT(g_hash_table_lookup(self->offset_of, text));

    if (known > 0) {
        g_free(text);
        return known - 1;
    }
    unsigned offset = (unsigned)self->text->len;
    g_string_append_len(self->text, text, (gssize)strlen(text) + 1);
    g_hash_table_insert(self->offset_of, text, GUINT_TO_POINTER(offset + 1));
    return offset;
}

static void write_spellings(FILE *out, spelling *self, const char *declaration, uint32_t from,
                            uint32_t to)
{
    (void)fprintf(out, "\nconst uint16_t %s = {", declaration);
    for (uint32_t c = from; c < to; c++)
        (void)fprintf(out, "%s%u,", c % 16 == 0 ? "\n" : " ", offset_of(self, c));
    (void)fprintf(out, "\n};\n");
}

static void write_text(FILE *out, const GString *text)
{
    (void)fprintf(out, "\nconst char lex_roman_text[] = {");
    for (size_t i = 0; i < text->len; i++)
        (void)fprintf(out, "%s%d,", i % 24 == 0 ? "\n" : " ", text->str[i]);
    (void)fprintf(out, "\n};\n");
}

int main(int argc, char **argv)
{
    FILE *out = argc == 2 ? fopen(argv[1], "w") : NULL;
    if (out == NULL) {
        (void)fprintf(stderr, "usage: %s OUTPUT.c\n", argv[0]);
        return 2;
    }
    (void)fprintf(out, "/* Made by generate/tables.c. */\n\n#include \"lexicon/data.h\"\n");
    write_units(out, "uint16_t lex_fold_low[LEX_FOLD_END]", 0, LEX_FOLD_END, fold_key);
    write_units(out, "uint16_t lex_printed_low[LEX_FOLD_END]", 0, LEX_FOLD_END, fold_both);
    write_units(out, "uint8_t lex_word_low[LEX_FOLD_END]", 0, LEX_FOLD_END, word_class);
    write_units(out, "uint16_t lex_fold_latin_more[LEX_LATIN_MORE_END - LEX_LATIN_MORE]",
                LEX_LATIN_MORE, LEX_LATIN_MORE_END, fold_key);

    spelling spellings = {0};
    bool is_open = spelling_open(&spellings);
    if (is_open) {
        write_spellings(out, &spellings, "lex_roman_low[LEX_FOLD_END]", 0, LEX_FOLD_END);
        write_spellings(out, &spellings,
                        "lex_roman_latin_more[LEX_LATIN_MORE_END - LEX_LATIN_MORE]", LEX_LATIN_MORE,
                        LEX_LATIN_MORE_END);
        write_spellings(out, &spellings, "lex_roman_han[LEX_HAN_END - LEX_HAN]", LEX_HAN,
                        LEX_HAN_END);
        write_text(out, spellings.text);
    }
    spelling_close(&spellings);
    bool is_written = fclose(out) == 0;
    return is_open && is_written ? 0 : 1;
}
