#include "text/scan.h"

bool txt_is_bidi_control(gunichar c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool txt_is_invisible_wide(gunichar c)
{
    return g_unichar_isspace(c) || c == 0x85 || c == 0xAD || c == 0xFEFF || c == 0x200B
           || c == 0x2060 || c == 0x200E || c == 0x200F || txt_is_bidi_control(c);
}

bool txt_is_cjk(gunichar c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF)
           || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFF60)
           || (c >= 0x20000 && c <= 0x3FFFF);
}

bool txt_is_blank(mh_view text)
{
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end; p = txt_next(p)) {
        if ((unsigned char)*p > ' ' && (unsigned char)*p < 0x7F)
            return false;
        if (!txt_is_invisible(g_utf8_get_char(p)))
            return false;
    }
    return true;
}

static bool is_trimmed(gunichar c)
{
    return txt_is_invisible(c) && c != 0xAD;
}

mh_view txt_trim(mh_view text)
{
    mh_view rest = mh_view_trim(text);
    while (rest.len > 0 && is_trimmed(txt_first(rest)))
        rest = txt_skip_first(rest);
    while (rest.len > 0 && is_trimmed(txt_last(rest)))
        rest = txt_skip_last(rest);
    return rest;
}

/* True when a mark may be in the text: each begins with one of three bytes, which most lines lack.
 */
static bool may_have_marks(mh_view text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        unsigned char first = (unsigned char)text.ptr[i];
        if (first < 0x80)
            continue;
        unsigned char second = (unsigned char)text.ptr[i + 1];
        if ((first == 0xE2 && second <= 0x81) || (first == 0xEF && second == 0xBB)
            || (first == 0xC2 && second == 0xAD))
            return true;
    }
    return false;
}

void txt_dropped_marks(mh_view line, bool is_text, GString *out)
{
    if (!may_have_marks(line))
        return;
    mh_view bare = txt_trim(line);
    if (txt_is_blank(bare))
        bare.len = 0;
    const char *end = line.ptr + line.len;
    for (const char *p = line.ptr; p < end; p = txt_next(p)) {
        if ((unsigned char)*p < 0x80)
            continue;
        gunichar c = g_utf8_get_char(p);
        bool is_outside = p < bare.ptr || p >= bare.ptr + bare.len;
        bool goes = is_outside ? txt_is_invisible(c) : is_text && txt_is_bidi_control(c);
        if (goes && !g_unichar_isspace(c))
            g_string_append_unichar(out, c);
    }
}

/* Alphabets without combining marks: most characters never reach GLib's tables. */
static bool is_plain_letter(gunichar c)
{
    return (c < 0x300 && c != 0xAD) || (c >= 0x370 && c < 0x483) || (c >= 0x48A && c < 0x591)
           || (c >= 0x620 && c < 0x64B);
}

static uint32_t columns_of(gunichar c)
{
    if (is_plain_letter(c))
        return 1;
    if (c >= 0x2E80 && c < 0xA000)
        return g_unichar_iszerowidth(c) ? 0 : 2;
    if (c == 0xAD || txt_is_bidi_control(c) || g_unichar_iszerowidth(c))
        return 0;
    return c >= 0x1100 && g_unichar_iswide(c) ? 2 : 1;
}

/* Bytes of ASCII from @p p on, in steps of eight: fewer than eight are left to the caller. */
static size_t ascii_run(const char *p, const char *end)
{
    const char *start = p;
    for (guint64 chunk; end - p >= 8; p += 8) {
        memcpy(&chunk, p, sizeof chunk);
        if (chunk & G_GUINT64_CONSTANT(0x8080808080808080))
            break;
    }
    return (size_t)(p - start);
}

uint32_t txt_columns(mh_view text)
{
    uint32_t columns = 0;
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end;) {
        size_t run = ascii_run(p, end);
        columns += (uint32_t)run;
        p += run;
        for (const char *stop = MIN(end, p + 8); p < stop; p = txt_next(p))
            columns += (unsigned char)*p < 0x80 ? 1 : columns_of(g_utf8_get_char(p));
    }
    return columns;
}

gunichar txt_first(mh_view text)
{
    return text.len > 0 ? mh_utf8_char(text.ptr) : 0;
}

gunichar txt_last(mh_view text)
{
    return text.len > 0 ? mh_utf8_char(g_utf8_prev_char(text.ptr + text.len)) : 0;
}

mh_view txt_skip_first(mh_view text)
{
    if (text.len == 0)
        return text;
    return mh_view_slice(text, (size_t)(txt_next(text.ptr) - text.ptr), text.len);
}

mh_view txt_skip_last(mh_view text)
{
    if (text.len == 0)
        return text;
    return mh_view_slice(text, 0, (size_t)(g_utf8_prev_char(text.ptr + text.len) - text.ptr));
}

mh_view txt_next_word(mh_view text, size_t *at)
{
    const char *end = text.ptr + text.len;
    const char *start = text.ptr + *at;
    while (start < end && txt_is_invisible(mh_utf8_char(start)))
        start = txt_next(start);
    const char *p = start;
    while (p < end
           && ((unsigned char)*p < 0x80 ? !g_ascii_isspace(*p)
                                        : !g_unichar_isspace(g_utf8_get_char(p))))
        p = txt_next(p);
    *at = (size_t)(p - text.ptr);
    return (mh_view){.ptr = start, .len = (size_t)(p - start)};
}
