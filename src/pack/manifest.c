#include "pack/manifest.h"

#include <stdint.h>

/* ------------------------------------------------------------------ lines */

static const char *text_fault(mh_view bytes)
{
    if (bytes.len > 0 && !g_utf8_validate(bytes.ptr, (gssize)bytes.len, NULL))
        return "it is not UTF-8";
    if (mh_view_starts_with(bytes, MH_VIEW("\xEF\xBB\xBF")))
        return "it begins with a byte order mark";
    if (bytes.len > 0 && memchr(bytes.ptr, '\r', bytes.len))
        return "it has carriage returns";
    if (bytes.len > 0 && bytes.ptr[bytes.len - 1] != '\n')
        return "its last line is cut off";
    return NULL;
}

/* Takes the next line off @p rest; false at the end. */
static bool next_line(mh_view *rest, mh_view *line)
{
    if (rest->len == 0)
        return false;
    const char *end = memchr(rest->ptr, '\n', rest->len);
    size_t len = end ? (size_t)(end - rest->ptr) : rest->len;
    *line = mh_view_slice(*rest, 0, len);
    *rest = mh_view_slice(*rest, len + 1, rest->len);
    return true;
}

/* ------------------------------------------------------------------ digests */

bool pack_path_is_plain(const char *path)
{
    char **parts = g_strsplit(path, "/", -1);
    bool is_plain = parts[0] != NULL;
    for (char **part = parts; *part && is_plain; part++)
        is_plain = **part && strcmp(*part, ".") != 0 && strcmp(*part, "..") != 0;
    g_strfreev(parts);
    return is_plain;
}

/* The three codes that RFC 8493 has; another "%" is a fault. */
static const char *decode(mh_arena *arena, mh_view path)
{
    static const struct {
        const char *code;
        char character;
    } codes[] = {{"%25", '%'}, {"%0D", '\r'}, {"%0d", '\r'}, {"%0A", '\n'}, {"%0a", '\n'}};
    GString *decoded = mh_arena_string(arena);
    for (size_t i = 0; i < path.len; i++) {
        if (path.ptr[i] != '%') {
            g_string_append_c(decoded, path.ptr[i]);
            continue;
        }
        char found = '\0';
        for (size_t c = 0; c < G_N_ELEMENTS(codes); c++)
            if (mh_view_equal(mh_view_slice(path, i, i + 3), mh_view_of(codes[c].code)))
                found = codes[c].character;
        if (found == '\0')
            return NULL;
        g_string_append_c(decoded, found);
        i += 2;
    }
    return decoded->str;
}

static bool is_digest(mh_view digest)
{
    for (size_t i = 0; i < digest.len; i++)
        if (!g_ascii_isxdigit(digest.ptr[i]))
            return false;
    return true;
}

static bool read_entry(mh_arena *arena, mh_view line, const pack_manifest_form *form,
                       pack_entry *out)
{
    const mh_view between = mh_view_slice(line, form->digits, form->digits + 2);
    const mh_view path = mh_view_slice(line, form->digits + 2, line.len);
    out->digest = mh_view_slice(line, 0, form->digits);
    if (!is_digest(out->digest) || !mh_view_equal(between, MH_VIEW("  ")) || path.len == 0
        || path.ptr[0] == ' ' || memchr(path.ptr, '\0', path.len))
        return false;
    out->path = form->has_percent_codes ? decode(arena, path) : mh_arena_string_of(arena, path);
    return out->path && pack_path_is_plain(out->path);
}

pack_manifest pack_manifest_read(mh_arena *arena, mh_view bytes, const pack_manifest_form *form)
{
    GArray *entries = mh_arena_array(arena, sizeof(pack_entry));
    GHashTable *seen = mh_arena_string_hash(arena);
    pack_manifest manifest = {.fault = text_fault(bytes)};
    mh_view line;
    for (size_t number = 1; !manifest.fault && next_line(&bytes, &line); number++) {
        pack_entry entry = {.path = NULL};
        if (!read_entry(arena, line, form, &entry))
            manifest.fault = mh_arena_printf(
                arena, "line %zu is not a digest of %zu digits, two blanks and a plain path",
                number, form->digits);
        else if (!g_hash_table_add(seen, mh_unconst(entry.path)))
            manifest.fault =
                mh_arena_printf(arena, "line %zu has the path %s again", number, entry.path);
        else
            g_array_append_val(entries, entry);
    }
    manifest.entries = (const pack_entry *)(const void *)entries->data;
    manifest.count = entries->len;
    return manifest;
}

/* ------------------------------------------------------------------ facts */

static bool read_fact(mh_arena *arena, mh_view line, pack_fact *out)
{
    size_t colon = mh_view_find(line, MH_VIEW(": "), 0);
    if (colon == SIZE_MAX || colon == 0 || memchr(line.ptr, '\0', line.len))
        return false;
    const mh_view label = mh_view_slice(line, 0, colon);
    const mh_view value = mh_view_slice(line, colon + 2, line.len);
    if (!mh_view_equal(label, mh_view_trim(label)) || memchr(label.ptr, ':', label.len))
        return false;
    out->label = mh_arena_string_of(arena, label);
    out->value = mh_arena_string_of(arena, mh_view_trim(value));
    return value.len > 0 && value.ptr[0] != ' ';
}

pack_facts pack_facts_read(mh_arena *arena, mh_view bytes)
{
    GArray *facts = mh_arena_array(arena, sizeof(pack_fact));
    pack_facts read = {.fault = text_fault(bytes)};
    mh_view line;
    for (size_t number = 1; !read.fault && next_line(&bytes, &line); number++) {
        pack_fact fact = {.label = NULL};
        bool goes_on = line.len > 0 && (line.ptr[0] == ' ' || line.ptr[0] == '\t');
        if (goes_on && facts->len > 0) {
            pack_fact *last = &g_array_index(facts, pack_fact, facts->len - 1);
            last->value =
                mh_arena_printf(arena, "%s %.*s", last->value, MH_VIEW_ARG(mh_view_trim(line)));
        } else if (read_fact(arena, line, &fact)) {
            g_array_append_val(facts, fact);
        } else {
            read.fault = mh_arena_printf(arena, "line %zu is not \"Label: value\"", number);
        }
    }
    read.facts = (const pack_fact *)(const void *)facts->data;
    read.count = facts->len;
    return read;
}

const char *pack_fact_of(const pack_facts *facts, const char *label)
{
    const char *value = NULL;
    for (size_t i = 0; i < facts->count; i++) {
        if (g_ascii_strcasecmp(facts->facts[i].label, label) != 0)
            continue;
        if (value)
            return NULL;
        value = facts->facts[i].value;
    }
    return value;
}
