#include "akn/eid.h"

/* Designations are short; what is longer is text that was taken for one. */
enum { NUMBER_MAX_BYTES = 48 };

struct akn_ids {
    mh_arena *arena;
    GHashTable *eids;   /* id → times it was asked for */
    GHashTable *wids;   /* the same for wIds */
    GHashTable *counts; /* wId without its number → children of that sort so far */
};

akn_ids *akn_ids_new(mh_arena *arena)
{
    akn_ids *ids = MH_NEW(arena, akn_ids, 1);
    *ids = (akn_ids){.arena = arena,
                     .eids = mh_arena_string_hash(arena),
                     .wids = mh_arena_string_hash(arena),
                     .counts = mh_arena_string_hash(arena)};
    return ids;
}

/* Adds one to the count of @p key and returns it. */
static guint count_of(GHashTable *table, char *key)
{
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(table, key)) + 1;
    g_hash_table_replace(table, key, GUINT_TO_POINTER(count));
    return count;
}

/* The count starts where the last clash ended, so that a thousand equal numbers cost a thousand
 * steps. */
static const char *unique(mh_arena *arena, GHashTable *used, char *wanted)
{
    guint count = count_of(used, wanted);
    if (count == 1)
        return wanted;
    for (;; count++) {
        char *candidate = mh_arena_printf(arena, "%s-%u", wanted, count);
        if (!g_hash_table_contains(used, candidate)) {
            (void)count_of(used, candidate);
            g_hash_table_replace(used, wanted, GUINT_TO_POINTER(count));
            return candidate;
        }
    }
}

const char *akn_id_reserve(akn_ids *ids, const char *wanted)
{
    return unique(ids->arena, ids->eids, mh_arena_strdup(ids->arena, wanted));
}

static char *join(akn_ids *ids, const char *prefix, const char *ref, const char *number)
{
    const char *glue = *prefix ? "__" : "";
    return *number ? mh_arena_printf(ids->arena, "%s%s%s_%s", prefix, glue, ref, number)
                   : mh_arena_printf(ids->arena, "%s%s%s", prefix, glue, ref);
}

static akn_id make(akn_ids *ids, akn_id context, const char *ref, const char *number,
                   const char *common)
{
    const char *eid = unique(ids->arena, ids->eids, join(ids, context.eid, ref, number));
    if (strcmp(context.eid, context.wid) == 0 && strcmp(number, common) == 0)
        return (akn_id){.eid = eid, .wid = eid};
    return (akn_id){
        .eid = eid,
        .wid = unique(ids->arena, ids->wids, join(ids, context.wid, ref, common)),
    };
}

akn_id akn_id_only(akn_ids *ids, akn_id context, const char *ref)
{
    return make(ids, context, ref, "", "");
}

static guint ordinal_of(akn_ids *ids, akn_id context, const char *ref)
{
    return count_of(ids->counts, join(ids, context.wid, ref, ""));
}

akn_id akn_id_counted(akn_ids *ids, akn_id context, const char *ref)
{
    const char *number = mh_arena_printf(ids->arena, "%u", ordinal_of(ids, context, ref));
    return make(ids, context, ref, number, number);
}

/* ------------------------------------------------------------------ printed numbers */

/* A word such as "Article", "Глава" or "Annex" before the number says no more than the element. */
static bool is_designation_word(mh_view token)
{
    size_t letters = 0;
    bool is_roman = true;
    const char *end = token.ptr + token.len;
    for (const char *p = token.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isdigit(c))
            return false;
        if (!g_unichar_isalpha(c))
            continue;
        letters++;
        is_roman = is_roman && c < 0x80 && strchr("IVXLCDM", (int)c);
    }
    return letters >= 3 && !is_roman;
}

/* Letters, digits and numbers such as U+3220 PARENTHESIZED IDEOGRAPH ONE are the number itself. */
static bool is_designation(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c)
           || g_unichar_type(c) == G_UNICODE_OTHER_NUMBER
           || (c >= 0x3220 && c <= 0x3243); /* ideographs in brackets are "other symbols" */
}

/* Adds a word of the number: its edges stripped, what else stands inside it as "-". */
static void add_token(GString *number, mh_view token)
{
    bool is_inside = false;
    bool has_gap = false;
    const char *end = token.ptr + token.len;
    for (const char *p = token.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!is_designation(c)) {
            has_gap = is_inside;
            continue;
        }
        if (has_gap)
            g_string_append_c(number, '-');
        if (number->len >= NUMBER_MAX_BYTES)
            return;
        g_string_append_unichar(number, c);
        is_inside = true;
        has_gap = false;
    }
}

static mh_view next_token(mh_view *rest)
{
    const char *end = rest->ptr + rest->len;
    const char *p = rest->ptr;
    while (p < end && g_unichar_isspace(g_utf8_get_char(p)))
        p = mh_utf8_next(p);
    const char *start = p;
    while (p < end && !g_unichar_isspace(g_utf8_get_char(p)))
        p = mh_utf8_next(p);
    *rest = (mh_view){.ptr = p, .len = (size_t)(end - p)};
    return (mh_view){.ptr = start, .len = (size_t)(p - start)};
}

/* "11.2 Rev. A" → "11-2RevA"; "(a)" → "a"; "Article 2" → "2". Empty when nothing is left. */
static const char *number_of(akn_ids *ids, mh_view printed)
{
    if (printed.len == 0)
        return "";
    GString *number = g_string_new(NULL);
    mh_view rest = printed;
    mh_view first = next_token(&rest);
    if (!is_designation_word(first))
        add_token(number, first);
    for (mh_view token = next_token(&rest); token.len > 0; token = next_token(&rest))
        add_token(number, token);
    /* A word alone is the number: "First", "أولا -". */
    if (number->len == 0)
        add_token(number, first);
    const char *kept = mh_arena_strdup(ids->arena, number->str);
    (void)g_string_free(number, TRUE);
    return kept;
}

/* Digits of other scripts are the same number in ASCII; NULL when there is more than digits. */
static const char *ascii_digits(akn_ids *ids, const char *number)
{
    char digits[NUMBER_MAX_BYTES + 1];
    size_t length = 0;
    for (const char *p = number; *p; p = mh_utf8_next(p)) {
        int digit = g_unichar_digit_value(g_utf8_get_char(p));
        if (digit < 0 || length == NUMBER_MAX_BYTES)
            return NULL;
        digits[length++] = (char)('0' + digit);
    }
    digits[length] = '\0';
    return mh_arena_strdup(ids->arena, digits);
}

static const char *roman(akn_ids *ids, guint ordinal, bool is_lower)
{
    static const struct {
        guint value;
        const char *upper;
        const char *lower;
    } steps[] = {
        {1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"},  {400, "CD", "cd"}, {100, "C", "c"},
        {90, "XC", "xc"}, {50, "L", "l"},    {40, "XL", "xl"}, {10, "X", "x"},    {9, "IX", "ix"},
        {5, "V", "v"},    {4, "IV", "iv"},   {1, "I", "i"},
    };
    /* Past this the roman form is longer than anyone reads. */
    if (ordinal >= 4000)
        return mh_arena_printf(ids->arena, "%u", ordinal);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        for (; ordinal >= steps[i].value; ordinal -= steps[i].value)
            g_string_append(text, is_lower ? steps[i].lower : steps[i].upper);
    const char *kept = mh_arena_strdup(ids->arena, text->str);
    (void)g_string_free(text, TRUE);
    return kept;
}

/* a … z, aa, ab …: bijective base 26. */
static const char *letters(akn_ids *ids, guint ordinal, char first)
{
    char text[8];
    size_t at = sizeof text - 1;
    text[at] = '\0';
    for (guint n = ordinal; n > 0 && at > 0; n = (n - 1) / 26)
        text[--at] = (char)(first + (char)((n - 1) % 26));
    return mh_arena_strdup(ids->arena, text + at);
}

/* Lists in lists take letters and roman numbers in turn, as the printed forms do in all languages.
 */
static const char *point(akn_ids *ids, akn_id context, guint ordinal)
{
    guint depth = 0;
    for (const char *p = strstr(context.wid, "__point_"); p; p = strstr(p + 1, "__point_"))
        depth++;
    return depth % 2 == 0 ? letters(ids, ordinal, 'a') : roman(ids, ordinal, true);
}

static const char *common_number(akn_ids *ids, akn_id context, const char *number,
                                 akn_counting counting, guint ordinal)
{
    if (g_str_is_ascii(number))
        return number;
    const char *digits = ascii_digits(ids, number);
    if (digits)
        return digits;
    switch (counting) {
    case AKN_COUNT_ARABIC:
        break;
    case AKN_COUNT_ROMAN:
        return roman(ids, ordinal, false);
    case AKN_COUNT_LETTER:
        return letters(ids, ordinal, 'A');
    case AKN_COUNT_POINT:
        return point(ids, context, ordinal);
    }
    return mh_arena_printf(ids->arena, "%u", ordinal);
}

akn_id akn_id_numbered(akn_ids *ids, akn_id context, const char *ref, mh_view number,
                       akn_counting counting)
{
    guint ordinal = ordinal_of(ids, context, ref);
    const char *printed = number_of(ids, number);
    if (!*printed)
        printed = mh_arena_printf(ids->arena, "%u", ordinal);
    return make(ids, context, ref, printed,
                common_number(ids, context, printed, counting, ordinal));
}
