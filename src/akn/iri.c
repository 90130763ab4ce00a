#include "akn/iri.h"

enum { HASH_DIGITS = 16 };

bool akn_date_is_valid(const char *date)
{
    if (!date || strlen(date) != 10 || date[4] != '-' || date[7] != '-')
        return false;
    for (size_t i = 0; i < 10; i++)
        if (i != 4 && i != 7 && !g_ascii_isdigit(date[i]))
            return false;
    unsigned year = (unsigned)(date[0] - '0') * 1000 + (unsigned)(date[1] - '0') * 100
                    + (unsigned)(date[2] - '0') * 10 + (unsigned)(date[3] - '0');
    unsigned month = (unsigned)(date[5] - '0') * 10 + (unsigned)(date[6] - '0');
    unsigned day = (unsigned)(date[8] - '0') * 10 + (unsigned)(date[9] - '0');
    return year > 0 && g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* "A/RES/77/290 B" → "77/290 B": what follows the first "/RES/". */
static const char *logical_number(const char *symbol)
{
    static const char mark[] = "/RES/";
    const char *found = strstr(symbol, mark);
    return found && found[sizeof mark - 1] ? found + sizeof mark - 1 : symbol;
}

/* True when what follows is a suffix letter alone, which is closed up: "290 B" → "290B". */
static bool is_suffix_letter(const char *text)
{
    return g_ascii_isupper(text[0]) && !g_ascii_isalnum(text[1]);
}

const char *akn_iri_number(mh_arena *arena, const char *symbol, bool is_resolution)
{
    const char *text = is_resolution ? logical_number(symbol) : symbol;
    GString *number = g_string_new(NULL);
    for (const char *p = text; *p; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        bool follows_dash = number->len == 0 || number->str[number->len - 1] == '-';
        if (g_unichar_isalnum(c) || c == '.' || c == '_')
            g_string_append_unichar(number, c);
        else if ((c == '/' || c == '-' || c == '(') && !follows_dash)
            g_string_append_c(number, '-');
        else if (g_unichar_isspace(c) && !is_suffix_letter(mh_utf8_next(p)) && p[1] != '('
                 && !follows_dash)
            g_string_append_c(number, '_');
    }
    while (number->len > 0 && strchr("-_.", number->str[number->len - 1]))
        g_string_truncate(number, number->len - 1);
    const char *kept = mh_arena_strdup(arena, number->str);
    (void)g_string_free(number, TRUE);
    return kept;
}

/* A source whose name already ends in a hash keeps that; another one is named by its own hash. */
static const char *number_of_source(mh_arena *arena, const mh_text *text)
{
    const char *name = text->name ? text->name : "";
    const char *dot = strrchr(name, '.');
    size_t length = dot ? (size_t)(dot - name) : strlen(name);
    size_t digits = 0;
    while (digits < length && g_ascii_isxdigit(name[length - digits - 1])
           && !g_ascii_isupper(name[length - digits - 1]))
        digits++;
    const char *hash = text->sha256 ? text->sha256 : "0000000000000000";
    if (digits == HASH_DIGITS)
        hash = name + length - HASH_DIGITS;
    return mh_arena_printf(arena, "nn-%.*s", HASH_DIGITS, hash);
}

static const char *date_of(const mh_record *record)
{
    if (akn_date_is_valid(record->work_date))
        return record->work_date;
    if (akn_date_is_valid(record->issue_date))
        return record->issue_date;
    return AKN_DATE_UNKNOWN;
}

static bool is_resolution(const mh_document *document)
{
    return document->kind == MH_KIND_RESOLUTION || document->kind == MH_KIND_RESOLUTION_SET;
}

/* The IRIs of a work of @p record's date and language; @p symbol may be NULL. */
static akn_iri iri_of(mh_arena *arena, const mh_record *record, const mh_document *work,
                      const char *symbol)
{
    const mh_kind_info *kind = mh_kind_info_of(work->kind);
    akn_iri iri = {.date = date_of(record),
                   .number = symbol ? akn_iri_number(arena, symbol, is_resolution(work)) : "",
                   .number_shown = symbol ? symbol : "(no symbol in source)",
                   .language = mh_language_iso639_2(record->language)};
    if (!*iri.number)
        iri.number = number_of_source(arena, record->text);
    iri.work = mh_arena_printf(arena, "/akn/un/%s/%s/%s/%s/%s", kind->root, kind->subtype,
                               record->actor ? record->actor : "un", iri.date, iri.number);
    iri.expression = mh_arena_printf(arena, "%s/%s@", iri.work, iri.language);
    iri.manifestation = mh_arena_printf(arena, "%s.xml", iri.expression);
    return iri;
}

akn_iri akn_iri_of_record(mh_arena *arena, const mh_record *record)
{
    const char *symbol = record->symbol_count > 0 ? record->symbols[0] : NULL;
    return iri_of(arena, record, record->document, symbol);
}

/* Length of a set's symbol without its letters: "A/RES/77/264 A-C", "A/RES/75/101A-B". */
static size_t length_without_letters(const char *symbol)
{
    size_t length = strlen(symbol);
    while (length > 0 && (g_ascii_isupper(symbol[length - 1]) || strchr(" -", symbol[length - 1])))
        length--;
    return length > 0 && g_ascii_isdigit(symbol[length - 1]) ? length : strlen(symbol);
}

akn_iri akn_iri_of_component(mh_arena *arena, const mh_record *record, const mh_document *component,
                             unsigned number)
{
    /* A record without a symbol is named by its source, and so are its parts. */
    const char *whole =
        record->symbol_count > 0 ? record->symbols[0] : number_of_source(arena, record->text);
    const char *letter = number <= 26 ? mh_arena_printf(arena, "%c", (int)('A' + number - 1))
                                      : mh_arena_printf(arena, "%u", number);
    return iri_of(
        arena, record, component,
        mh_arena_printf(arena, "%.*s %s", (int)length_without_letters(whole), whole, letter));
}

const char *akn_symbol_address(mh_arena *arena, const char *symbol, mh_language language)
{
    char *escaped = g_uri_escape_string(symbol, "/()", TRUE);
    const char *code = language == MH_LANGUAGE_NONE ? "en" : mh_language_code(language);
    const char *address = mh_arena_printf(arena, "https://docs.un.org/%s/%s", code, escaped);
    g_free(escaped);
    return address;
}
