#include "verify/bag.h"

enum { SHOWN_MAX = 8 };

struct verify_bag {
    GHashTable *counts; /* character → how many */
    size_t count;
};

verify_bag *verify_bag_new(mh_arena *arena)
{
    verify_bag *bag = MH_NEW(arena, verify_bag, 1);
    bag->counts = g_hash_table_new(NULL, NULL);
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, bag->counts);
    return bag;
}

static size_t count_of(const verify_bag *bag, gpointer character)
{
    return GPOINTER_TO_SIZE(g_hash_table_lookup(bag->counts, character));
}

static void add_one(verify_bag *bag, gunichar c, size_t count)
{
    gpointer key = GUINT_TO_POINTER(c);
    g_hash_table_insert(bag->counts, key, GSIZE_TO_POINTER(count_of(bag, key) + count));
    bag->count += count;
}

/* Read, not printed: marks of direction, joiners, soft hyphens. */
static bool is_printed(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return !g_unichar_isspace(c) && type != G_UNICODE_FORMAT && type != G_UNICODE_CONTROL;
}

void verify_bag_add(verify_bag *bag, mh_view text)
{
    char *printed =
        text.len > 0 ? g_utf8_normalize(text.ptr, (gssize)text.len, G_NORMALIZE_ALL) : NULL;
    for (const char *p = printed; p && *p; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_printed(c))
            add_one(bag, c, 1);
    }
    g_free(printed);
}

size_t verify_bag_count(const verify_bag *bag)
{
    return bag->count;
}

verify_bag *verify_bag_less(mh_arena *arena, const verify_bag *a, const verify_bag *b)
{
    verify_bag *rest = verify_bag_new(arena);
    GHashTableIter iter;
    gpointer character = NULL;
    g_hash_table_iter_init(&iter, a->counts);
    while (g_hash_table_iter_next(&iter, &character, NULL)) {
        size_t of_a = count_of(a, character);
        size_t of_b = count_of(b, character);
        if (of_a > of_b)
            add_one(rest, GPOINTER_TO_UINT(character), of_a - of_b);
    }
    return rest;
}

static gint compare_characters(gconstpointer a, gconstpointer b)
{
    gunichar first = *(const gunichar *)a;
    gunichar second = *(const gunichar *)b;
    return (first > second) - (first < second);
}

const char *verify_bag_show(mh_arena *arena, const verify_bag *bag)
{
    GArray *characters = mh_arena_array(arena, sizeof(gunichar));
    GHashTableIter iter;
    gpointer key = NULL;
    g_hash_table_iter_init(&iter, bag->counts);
    while (g_hash_table_iter_next(&iter, &key, NULL)) {
        gunichar c = GPOINTER_TO_UINT(key);
        g_array_append_val(characters, c);
    }
    g_array_sort(characters, compare_characters);
    GString *out = mh_arena_string(arena);
    for (guint i = 0; i < MIN(characters->len, SHOWN_MAX); i++) {
        gunichar c = g_array_index(characters, gunichar, i);
        g_string_append(out, i > 0 ? ", " : "");
        if (g_unichar_isprint(c) && !g_unichar_ismark(c)) {
            g_string_append_c(out, '\'');
            g_string_append_unichar(out, c);
            g_string_append_c(out, '\'');
        } else {
            g_string_append_printf(out, "U+%04X", c);
        }
        g_string_append_printf(out, " ×%zu", count_of(bag, GUINT_TO_POINTER(c)));
    }
    if (characters->len > SHOWN_MAX)
        g_string_append_printf(out, " and %u other characters", characters->len - SHOWN_MAX);
    return out->str;
}
