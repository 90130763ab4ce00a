#ifndef MH_BASE_VIEW_H
#define MH_BASE_VIEW_H

/* A borrowed stretch of bytes, usually UTF-8: how text travels between the stages without copies.
 */

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/** Borrowed bytes; not NUL-terminated; @c ptr may be NULL when @c len is 0. */
typedef struct mh_view {
    const char *ptr;
    size_t len; /**< bytes */
} mh_view;

/** View of a string literal. */
#define MH_VIEW(literal) ((mh_view){.ptr = "" literal, .len = sizeof(literal) - 1})

/**
 * Start of the UTF-8 character after the one at @p p. g_utf8_next_char() casts const away, which
 * clang's warnings do not allow.
 */
static inline const char *mh_utf8_next(const char *p)
{
    return p + g_utf8_skip[(guchar)*p];
}

/** The character at @p p. Most are ASCII and need no call into GLib. */
static inline gunichar mh_utf8_char(const char *p)
{
    return (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char(p);
}

/**
 * @p pointer for a container or library that takes pointers to what it could change, but does not.
 * A plain cast would not pass the warnings.
 */
static inline void *mh_unconst(const void *pointer)
{
    void *result;
    memcpy(&result, &pointer, sizeof result);
    return result;
}

/** printf arguments for "%.*s". */
#define MH_VIEW_ARG(view) ((int)(view).len), ((view).ptr ? (view).ptr : "")

/** View of a NUL-terminated string; NULL gives the empty view. */
static inline mh_view mh_view_of(const char *text)
{
    return (mh_view){.ptr = text, .len = text ? strlen(text) : 0};
}

/** Bytes [from, to) of @p view; both ends are clamped to it. */
mh_view mh_view_slice(mh_view view, size_t from, size_t to);

/** Byte-wise equality. */
bool mh_view_equal(mh_view a, mh_view b);

bool mh_view_starts_with(mh_view view, mh_view prefix);
bool mh_view_ends_with(mh_view view, mh_view suffix);

/** Offset of the first @p needle at or after @p from, or SIZE_MAX. */
size_t mh_view_find(mh_view view, mh_view needle, size_t from);

/** Without Unicode white space (NBSP too) at either end. @p view must be valid UTF-8. */
mh_view mh_view_trim(mh_view view);

#endif
