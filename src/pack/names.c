#include "pack/names.h"

#include "base/digest.h"

enum {
    SLUG_MAX_BYTES = 96,
    TAIL_DIGITS = 8,
    UUID_BYTES = 16,
    SHA1_BYTES = 20,
};

static bool is_kept(char c)
{
    return g_ascii_isalnum(c) || strchr("-_.()", c) != NULL;
}

const char *pack_slug(mh_arena *arena, const char *name)
{
    GString *slug = mh_arena_string(arena);
    bool is_whole = true;
    for (const char *p = name; *p; p = mh_utf8_next(p)) {
        bool is_plain = is_kept(*p) && (slug->len > 0 || *p != '.');
        g_string_append_c(slug, is_plain ? *p : '_');
        is_whole = is_whole && (is_plain || *p == '/' || *p == ' ');
    }
    if (slug->len > 0 && slug->len <= SLUG_MAX_BYTES && is_whole)
        return slug->str;
    g_string_truncate(slug, MIN(slug->len, (gsize)(SLUG_MAX_BYTES - TAIL_DIGITS - 1)));
    const char *digest = mh_digest_sha256(arena, mh_view_of(name));
    g_string_append_printf(slug, "-%.*s", TAIL_DIGITS, digest);
    return slug->str;
}

const char *pack_uuid(mh_arena *arena, const char *name)
{
    /* RFC 4122, appendix C: the name space of URLs */
    static const guchar name_space[UUID_BYTES] = {0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
                                                  0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    guchar b[SHA1_BYTES] = {0};
    gsize len = sizeof b;
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA1);
    g_checksum_update(sum, name_space, sizeof name_space);
    g_checksum_update(sum, (const guchar *)name, (gssize)strlen(name));
    g_checksum_get_digest(sum, b, &len);
    g_checksum_free(sum);
    b[6] = (guchar)((b[6] & 0x0f) | 0x50);
    b[8] = (guchar)((b[8] & 0x3f) | 0x80);
    GString *uuid = mh_arena_string(arena);
    for (int i = 0; i < UUID_BYTES; i++)
        g_string_append_printf(uuid, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x",
                               b[i]);
    return uuid->str;
}

const char *pack_fill(mh_arena *arena, const char *path, const pack_slots *slots)
{
    const struct {
        const char *slot;
        const char *value;
    } known[] = {{"{package}", slots->package},
                 {"{record}", slots->record},
                 {"{representation}", slots->representation},
                 {"{file}", slots->file}};
    GString *filled = mh_arena_string(arena);
    g_string_append(filled, path);
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        (void)g_string_replace(filled, known[i].slot, known[i].value ? known[i].value : "", 0);
    return filled->str;
}

const char *pack_time(mh_arena *arena, gint64 seconds)
{
    GDateTime *time = g_date_time_new_from_unix_utc(seconds);
    char *text = time ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
    const char *copy = mh_arena_strdup(arena, text ? text : "1970-01-01T00:00:00Z");
    g_free(text);
    if (time)
        g_date_time_unref(time);
    return copy;
}
