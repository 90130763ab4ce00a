#include "text/hyphen.h"

#include "text/scan.h"

/* No word of the six languages is longer. */
#define WORD_MAX_BYTES 120

struct txt_hyphens {
    mh_job *job;
    const txt_facts *facts;
    GHashTable *words; /* words of the record, hyphenated ones whole; NULL until asked for */
};

txt_hyphens *txt_hyphens_new(mh_job *job, const txt_facts *facts)
{
    txt_hyphens *hyphens = MH_NEW(mh_job_arena(job), txt_hyphens, 1);
    *hyphens = (txt_hyphens){.job = job, .facts = facts};
    return hyphens;
}

static bool is_hyphen(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_word_char(gunichar c)
{
    return g_unichar_isalpha(c) || is_hyphen(c) || g_unichar_ismark(c);
}

static void add_word(txt_hyphens *hyphens, const char *start, const char *end)
{
    mh_view word = {.ptr = start, .len = (size_t)(end - start)};
    if (word.len < 2 || word.len > WORD_MAX_BYTES)
        return;
    char *key = mh_arena_string_of(mh_job_arena(hyphens->job), word);
    g_hash_table_add(hyphens->words, key);
}

/* A word at the line's end may be half of one: it says nothing. */
static void collect(txt_hyphens *hyphens, mh_view text)
{
    const char *end = text.ptr + text.len;
    const char *start = NULL;
    for (const char *p = text.ptr; p < end; p = txt_next(p)) {
        if (is_word_char(g_utf8_get_char(p))) {
            start = start ? start : p;
        } else if (start) {
            add_word(hyphens, start, p);
            start = NULL;
        }
    }
    if (start && !is_hyphen(txt_last(text)))
        add_word(hyphens, start, end);
}

static bool is_known(txt_hyphens *hyphens, const char *word)
{
    if (!hyphens->words) {
        hyphens->words = mh_arena_string_hash(mh_job_arena(hyphens->job));
        for (size_t i = 0; i < hyphens->facts->count; i++)
            collect(hyphens, hyphens->facts->items[i].text);
    }
    return g_hash_table_contains(hyphens->words, word);
}

/* The last run of letters (hyphens inside included) of @p text. */
static mh_view tail_word(mh_view text)
{
    const char *p = text.ptr + text.len;
    while (p > text.ptr && is_word_char(g_utf8_get_char(g_utf8_prev_char(p))))
        p = g_utf8_prev_char(p);
    return mh_view_slice(text, (size_t)(p - text.ptr), text.len);
}

static mh_view head_word(mh_view text)
{
    mh_view rest = text;
    while (rest.len > 0 && is_word_char(txt_first(rest)))
        rest = txt_skip_first(rest);
    return mh_view_slice(text, 0, text.len - rest.len);
}

/* Settles "left-" and "right" by what else the record has. */
static bool is_plausible(txt_hyphens *hyphens, mh_view left, mh_view right)
{
    char joined[2 * WORD_MAX_BYTES + 2];
    (void)g_snprintf(joined, sizeof joined, "%.*s%.*s", MH_VIEW_ARG(left), MH_VIEW_ARG(right));
    if (is_known(hyphens, joined))
        return true;
    (void)g_snprintf(joined, sizeof joined, "%.*s-%.*s", MH_VIEW_ARG(left), MH_VIEW_ARG(right));
    if (is_known(hyphens, joined))
        return false;
    mh_arena *arena = mh_job_arena(hyphens->job);
    return !(is_known(hyphens, mh_arena_string_of(arena, left))
             && is_known(hyphens, mh_arena_string_of(arena, right)));
}

size_t txt_hyphen_to_drop(txt_hyphens *hyphens, mh_view before, mh_view after)
{
    gunichar last = txt_last(before);
    size_t bytes = before.len - txt_skip_last(before).len;
    if (last == 0xAD)
        return bytes;
    if (!is_hyphen(last) || last == 0x2011 || !g_unichar_islower(txt_first(after)))
        return 0;
    mh_view left = tail_word(txt_skip_last(before));
    mh_view right = head_word(after);
    if (left.len == 0 || left.len > WORD_MAX_BYTES || right.len > WORD_MAX_BYTES)
        return 0;
    return is_plausible(hyphens, left, right) ? bytes : 0;
}
