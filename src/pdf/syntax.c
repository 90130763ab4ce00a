#include "pdf/syntax.h"

#include <math.h>

/* 8,000 characters are at most 32,002 bytes of UTF-16; PDF/A allows 32,767 */
#define TEXT_MAX_CHARACTERS 8000

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c)
{
    switch (c) {
    case '(':
    case ')':
    case '<':
    case '>':
    case '[':
    case ']':
    case '{':
    case '}':
    case '/':
    case '%':
        return true;
    default:
        return false;
    }
}

static void skip_space(pdf_cursor *cursor)
{
    const char *p = cursor->bytes.ptr;
    size_t end = cursor->bytes.len;
    size_t at = cursor->at;
    while (at < end && (is_space(p[at]) || p[at] == '%')) {
        if (p[at] == '%')
            while (at < end && p[at] != '\n' && p[at] != '\r')
                at++;
        else
            at++;
    }
    cursor->at = at;
}

/* Length of the literal string that begins at @p at, 0 when it does not end. */
static size_t literal_length(mh_view bytes, size_t at)
{
    size_t depth = 0;
    for (size_t i = at; i < bytes.len; i++) {
        char c = bytes.ptr[i];
        if (c == '\\')
            i++;
        else if (c == '(')
            depth++;
        else if (c == ')' && --depth == 0)
            return i + 1 - at;
    }
    return 0;
}

static size_t hexadecimal_length(mh_view bytes, size_t at)
{
    size_t i = at + 1;
    while (i < bytes.len && (g_ascii_isxdigit(bytes.ptr[i]) || is_space(bytes.ptr[i])))
        i++;
    return i < bytes.len && bytes.ptr[i] == '>' ? i + 1 - at : 0;
}

static size_t regular_length(mh_view bytes, size_t at)
{
    size_t i = at;
    while (i < bytes.len && !is_space(bytes.ptr[i]) && !is_delimiter(bytes.ptr[i]))
        i++;
    return i - at;
}

static pdf_token take(pdf_cursor *cursor, pdf_token_kind kind, size_t length)
{
    mh_view text = {.ptr = cursor->bytes.ptr + cursor->at, .len = length};
    cursor->at += length;
    return (pdf_token){.kind = length ? kind : PDF_TOKEN_BROKEN, .text = text};
}

static bool is_number_start(char c)
{
    return g_ascii_isdigit(c) || c == '-' || c == '+' || c == '.';
}

pdf_token pdf_next(pdf_cursor *cursor)
{
    skip_space(cursor);
    mh_view bytes = cursor->bytes;
    size_t at = cursor->at;
    if (at >= bytes.len)
        return (pdf_token){.kind = PDF_TOKEN_END};
    char c = bytes.ptr[at];
    bool is_double = at + 1 < bytes.len && bytes.ptr[at + 1] == c;
    switch (c) {
    case '/': {
        cursor->at++;
        pdf_token name = {.kind = PDF_TOKEN_NAME};
        name.text = (mh_view){bytes.ptr + at + 1, regular_length(bytes, at + 1)};
        cursor->at += name.text.len;
        return name;
    }
    case '(':
        return take(cursor, PDF_TOKEN_STRING, literal_length(bytes, at));
    case '<':
        return is_double ? take(cursor, PDF_TOKEN_OPEN, 2)
                         : take(cursor, PDF_TOKEN_STRING, hexadecimal_length(bytes, at));
    case '[':
        return take(cursor, PDF_TOKEN_OPEN, 1);
    case '>':
        return take(cursor, PDF_TOKEN_CLOSE, is_double ? 2 : 0);
    case ']':
        return take(cursor, PDF_TOKEN_CLOSE, 1);
    default:
        return take(cursor, is_number_start(c) ? PDF_TOKEN_NUMBER : PDF_TOKEN_WORD,
                    regular_length(bytes, at));
    }
}

/* After an integer: passes over "0 R" when that is what follows. */
static void take_reference(pdf_cursor *cursor)
{
    pdf_cursor ahead = *cursor;
    if (pdf_next(&ahead).kind != PDF_TOKEN_NUMBER)
        return;
    pdf_token word = pdf_next(&ahead);
    if (word.kind == PDF_TOKEN_WORD && mh_view_equal(word.text, MH_VIEW("R")))
        *cursor = ahead;
}

/* After an opening bracket: passes over what is in it. */
static bool take_brackets(pdf_cursor *cursor)
{
    for (size_t depth = 1; depth > 0;) {
        switch (pdf_next(cursor).kind) {
        case PDF_TOKEN_OPEN:
            depth++;
            break;
        case PDF_TOKEN_CLOSE:
            depth--;
            break;
        case PDF_TOKEN_END:
        case PDF_TOKEN_BROKEN:
            return false;
        case PDF_TOKEN_NUMBER:
        case PDF_TOKEN_NAME:
        case PDF_TOKEN_STRING:
        case PDF_TOKEN_WORD:
            break;
        }
    }
    return true;
}

bool pdf_value(pdf_cursor *cursor, mh_view *out)
{
    skip_space(cursor);
    size_t start = cursor->at;
    switch (pdf_next(cursor).kind) {
    case PDF_TOKEN_NUMBER:
        take_reference(cursor);
        break;
    case PDF_TOKEN_NAME:
    case PDF_TOKEN_STRING:
    case PDF_TOKEN_WORD:
        break;
    case PDF_TOKEN_OPEN:
        if (!take_brackets(cursor))
            return false;
        break;
    case PDF_TOKEN_END:
    case PDF_TOKEN_CLOSE:
    case PDF_TOKEN_BROKEN:
        return false;
    }
    *out = mh_view_slice(cursor->bytes, start, cursor->at);
    return true;
}

pdf_cursor pdf_dict_enter(mh_view dict)
{
    pdf_cursor cursor = {.bytes = dict};
    pdf_token token = pdf_next(&cursor);
    if (token.kind != PDF_TOKEN_OPEN || token.text.len != 2)
        cursor.at = dict.len;
    return cursor;
}

bool pdf_dict_next(pdf_cursor *cursor, mh_view *key, mh_view *value)
{
    pdf_token token = pdf_next(cursor);
    if (token.kind != PDF_TOKEN_NAME)
        return false;
    *key = token.text;
    return pdf_value(cursor, value);
}

mh_view pdf_dict_find(mh_view dict, const char *key)
{
    mh_view wanted = mh_view_of(key);
    mh_view name;
    mh_view value;
    for (pdf_cursor cursor = pdf_dict_enter(dict); pdf_dict_next(&cursor, &name, &value);)
        if (mh_view_equal(name, wanted))
            return value;
    return (mh_view){0};
}

bool pdf_unsigned(mh_view value, size_t *out)
{
    size_t number = 0;
    for (size_t i = 0; i < value.len; i++) {
        if (!g_ascii_isdigit(value.ptr[i]) || number > (SIZE_MAX - 9) / 10)
            return false;
        number = number * 10 + (size_t)(value.ptr[i] - '0');
    }
    *out = number;
    return value.len > 0;
}

uint32_t pdf_reference(mh_view value)
{
    pdf_cursor cursor = {.bytes = value};
    pdf_token number = pdf_next(&cursor);
    pdf_token generation = pdf_next(&cursor);
    pdf_token word = pdf_next(&cursor);
    size_t object = 0;
    bool is_reference = number.kind == PDF_TOKEN_NUMBER && generation.kind == PDF_TOKEN_NUMBER
                        && word.kind == PDF_TOKEN_WORD && mh_view_equal(word.text, MH_VIEW("R"))
                        && pdf_unsigned(number.text, &object) && object <= UINT32_MAX;
    return is_reference ? (uint32_t)object : 0;
}

bool pdf_is_name(mh_view value, const char *name)
{
    return value.len > 0 && value.ptr[0] == '/'
           && mh_view_equal(mh_view_slice(value, 1, value.len), mh_view_of(name));
}

/* ------------------------------------------------------------------ strings read */

/* The bytes of the escape after the backslash at @p at; gives the offset after it. */
static size_t read_escape(mh_view value, size_t at, GString *out)
{
    static const char letters[] = "nrtbf";
    static const char meanings[] = "\n\r\t\b\f";
    char c = value.ptr[at];
    if (c >= '0' && c <= '7') {
        unsigned byte = 0;
        size_t end = MIN(at + 3, value.len);
        for (; at < end && value.ptr[at] >= '0' && value.ptr[at] <= '7'; at++)
            byte = byte * 8 + (unsigned)(value.ptr[at] - '0');
        g_string_append_c(out, (char)(byte & 0xFF));
        return at;
    }
    const char *letter = c ? strchr(letters, c) : NULL;
    if (letter)
        g_string_append_c(out, meanings[letter - letters]);
    else if (c != '\n') /* a line end that is escaped is none */
        g_string_append_c(out, c);
    return at + 1;
}

static void read_hexadecimal(mh_view value, GString *out)
{
    int high = -1;
    for (size_t i = 1; i + 1 < value.len; i++) {
        int digit = g_ascii_xdigit_value(value.ptr[i]);
        if (digit < 0)
            continue;
        if (high >= 0)
            g_string_append_c(out, (char)(high << 4 | digit));
        high = high >= 0 ? -1 : digit;
    }
    if (high >= 0)
        g_string_append_c(out, (char)(high << 4));
}

void pdf_string_bytes(mh_view value, GString *out)
{
    if (value.len < 2)
        return;
    if (value.ptr[0] == '<') {
        read_hexadecimal(value, out);
        return;
    }
    mh_view inner = mh_view_slice(value, 0, value.len - 1);
    for (size_t i = 1; i < inner.len;) {
        if (inner.ptr[i] == '\\' && i + 1 < inner.len)
            i = read_escape(inner, i + 1, out);
        else
            g_string_append_c(out, inner.ptr[i++]);
    }
}

void pdf_put_utf16(GString *out, mh_view bytes)
{
    for (size_t i = 0; i + 1 < bytes.len; i += 2) {
        gunichar c = (gunichar)(guchar)bytes.ptr[i] << 8 | (guchar)bytes.ptr[i + 1];
        if (c >= 0xD800 && c < 0xDC00 && i + 3 < bytes.len) {
            gunichar low = (gunichar)(guchar)bytes.ptr[i + 2] << 8 | (guchar)bytes.ptr[i + 3];
            c = 0x10000 + ((c - 0xD800) << 10) + (low & 0x3FF);
            i += 2;
        }
        g_string_append_unichar(out, g_unichar_validate(c) && c != 0 ? c : 0xFFFD);
    }
}

void pdf_string_text(mh_view value, GString *out)
{
    GString *bytes = g_string_new(NULL);
    pdf_string_bytes(value, bytes);
    mh_view view = {.ptr = bytes->str, .len = bytes->len};
    if (mh_view_starts_with(view, MH_VIEW("\xFE\xFF")))
        pdf_put_utf16(out, mh_view_slice(view, 2, view.len));
    else
        for (size_t i = 0; i < view.len; i++)
            g_string_append_unichar(out, (guchar)view.ptr[i]);
    (void)g_string_free(bytes, TRUE);
}

/* ------------------------------------------------------------------ writing */

void pdf_put_bytes(GString *out, mh_view bytes)
{
    g_string_append_c(out, '(');
    for (size_t i = 0; i < bytes.len; i++) {
        char c = bytes.ptr[i];
        if (c == '(' || c == ')' || c == '\\')
            g_string_append_c(out, '\\');
        if (c == '\r')
            g_string_append(out, "\\r");
        else
            g_string_append_c(out, c);
    }
    g_string_append_c(out, ')');
}

static bool is_printable_ascii(const char *text)
{
    for (const char *p = text; *p; p++)
        if (!g_ascii_isprint(*p))
            return false;
    return true;
}

void pdf_put_text(GString *out, const char *utf8)
{
    if (is_printable_ascii(utf8)) {
        mh_view bytes = mh_view_of(utf8);
        pdf_put_bytes(out, mh_view_slice(bytes, 0, TEXT_MAX_CHARACTERS));
        return;
    }
    g_string_append(out, "<FEFF");
    size_t count = 0;
    for (const char *p = utf8; *p && count < TEXT_MAX_CHARACTERS;
         p += g_utf8_skip[(unsigned char)*p], count++) {
        gunichar c = g_utf8_get_char(p);
        if (c >= 0x10000) {
            g_string_append_printf(out, "%04X", 0xD800U + ((c - 0x10000U) >> 10));
            c = 0xDC00U + ((c - 0x10000U) & 0x3FFU);
        }
        g_string_append_printf(out, "%04X", c);
    }
    g_string_append_c(out, '>');
}

void pdf_put_name(GString *out, const char *name)
{
    g_string_append_c(out, '/');
    for (const char *p = name; *p; p++) {
        if (g_ascii_isgraph(*p) && *p != '#' && !is_delimiter(*p))
            g_string_append_c(out, *p);
        else
            g_string_append_printf(out, "#%02X", (unsigned char)*p);
    }
}

void pdf_put_number(GString *out, double value)
{
    long long thousandths = llround(value * 1000.0);
    if (thousandths < 0)
        g_string_append_c(out, '-');
    unsigned long long size =
        thousandths < 0 ? 0ULL - (unsigned long long)thousandths : (unsigned long long)thousandths;
    g_string_append_printf(out, "%llu", size / 1000);
    unsigned rest = (unsigned)(size % 1000);
    if (rest == 0)
        return;
    g_string_append_printf(out, ".%03u", rest);
    while (out->str[out->len - 1] == '0')
        g_string_truncate(out, out->len - 1);
}
