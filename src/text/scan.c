#include "text/scan.h"

bool txt_is_bidi_control(gunichar c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool txt_is_invisible(gunichar c)
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
    for (const char *p = text.ptr; p < end; p = g_utf8_next_char(p)) {
        if ((unsigned char)*p > ' ' && (unsigned char)*p < 0x7F)
            return false;
        if (!txt_is_invisible(g_utf8_get_char(p)))
            return false;
    }
    return true;
}

static uint32_t columns_of(gunichar c)
{
    if (c < 0x300)
        return c != 0xAD;
    if (g_unichar_iszerowidth(c) || txt_is_bidi_control(c))
        return 0;
    return c >= 0x1100 && g_unichar_iswide(c) ? 2 : 1;
}

uint32_t txt_columns(mh_view text)
{
    uint32_t columns = 0;
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end;) {
        if ((unsigned char)*p < 0x80) {
            columns++;
            p++;
            continue;
        }
        columns += columns_of(g_utf8_get_char(p));
        p = g_utf8_next_char(p);
    }
    return columns;
}

gunichar txt_first(mh_view text)
{
    return text.len > 0 ? g_utf8_get_char(text.ptr) : 0;
}

gunichar txt_last(mh_view text)
{
    return text.len > 0 ? g_utf8_get_char(g_utf8_prev_char(text.ptr + text.len)) : 0;
}

mh_view txt_skip_first(mh_view text)
{
    if (text.len == 0)
        return text;
    return mh_view_slice(text, (size_t)(g_utf8_next_char(text.ptr) - text.ptr), text.len);
}

mh_view txt_skip_last(mh_view text)
{
    if (text.len == 0)
        return text;
    return mh_view_slice(text, 0, (size_t)(g_utf8_prev_char(text.ptr + text.len) - text.ptr));
}

mh_view txt_next_word(mh_view text, size_t *at)
{
    mh_view rest = mh_view_slice(text, *at, text.len);
    while (rest.len > 0 && txt_is_invisible(txt_first(rest)))
        rest = txt_skip_first(rest);
    const char *end = rest.ptr + rest.len;
    const char *p = rest.ptr;
    while (p < end
           && ((unsigned char)*p < 0x80 ? !g_ascii_isspace(*p)
                                        : !g_unichar_isspace(g_utf8_get_char(p))))
        p = g_utf8_next_char(p);
    *at = (size_t)(p - text.ptr);
    return mh_view_slice(rest, 0, (size_t)(p - rest.ptr));
}
