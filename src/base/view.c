#include "base/view.h"

#include <glib.h>
#include <stdint.h>

mh_view mh_view_slice(mh_view view, size_t from, size_t to)
{
    size_t end = MIN(to, view.len);
    size_t start = MIN(from, end);
    return (mh_view){.ptr = view.ptr ? view.ptr + start : NULL, .len = end - start};
}

bool mh_view_equal(mh_view a, mh_view b)
{
    return a.len == b.len && (a.len == 0 || (a.ptr && b.ptr && memcmp(a.ptr, b.ptr, a.len) == 0));
}

bool mh_view_starts_with(mh_view view, mh_view prefix)
{
    return mh_view_equal(mh_view_slice(view, 0, prefix.len), prefix);
}

bool mh_view_ends_with(mh_view view, mh_view suffix)
{
    return view.len >= suffix.len
           && mh_view_equal(mh_view_slice(view, view.len - suffix.len, view.len), suffix);
}

size_t mh_view_find(mh_view view, mh_view needle, size_t from)
{
    if (needle.len == 0)
        return from <= view.len ? from : SIZE_MAX;
    for (size_t at = from; at + needle.len <= view.len; at++) {
        const char *hit = memchr(view.ptr + at, needle.ptr[0], view.len - needle.len - at + 1);
        if (!hit)
            return SIZE_MAX;
        at = (size_t)(hit - view.ptr);
        if (memcmp(hit, needle.ptr, needle.len) == 0)
            return at;
    }
    return SIZE_MAX;
}

/* Most characters are ASCII and need no table. */
static bool is_space_at(const char *p)
{
    return (unsigned char)*p < 0x80 ? g_ascii_isspace(*p) : g_unichar_isspace(g_utf8_get_char(p));
}

mh_view mh_view_trim(mh_view view)
{
    if (!view.ptr)
        return view;
    const char *start = view.ptr;
    const char *end = view.ptr + view.len;
    while (start < end && is_space_at(start))
        start = mh_utf8_next(start);
    while (end > start) {
        const char *last = g_utf8_prev_char(end);
        if (!is_space_at(last))
            break;
        end = last;
    }
    return (mh_view){.ptr = start, .len = (size_t)(end - start)};
}
