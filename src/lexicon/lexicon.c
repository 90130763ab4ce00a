#include "lexicon/lexicon.h"

#include "lexicon/trie.h"

#define LONGEST_LANGUAGE_NAME 64

typedef struct language_info {
    const char *code;
    const char *iso639_2;
    const char *name;
} language_info;

static const language_info languages[MH_LANGUAGE_COUNT] = {
    [MH_LANGUAGE_NONE] = {"und", "und", "unknown"}, [MH_LANGUAGE_AR] = {"ar", "ara", "Arabic"},
    [MH_LANGUAGE_EN] = {"en", "eng", "English"},    [MH_LANGUAGE_ES] = {"es", "spa", "Spanish"},
    [MH_LANGUAGE_FR] = {"fr", "fra", "French"},     [MH_LANGUAGE_RU] = {"ru", "rus", "Russian"},
    [MH_LANGUAGE_ZH] = {"zh", "zho", "Chinese"},
};

const char *mh_language_code(mh_language language)
{
    return languages[language].code;
}

const char *mh_language_iso639_2(mh_language language)
{
    return languages[language].iso639_2;
}

const char *mh_language_name(mh_language language)
{
    return languages[language].name;
}

static bool is_code(mh_view view, const char *code)
{
    return view.len == strlen(code) && g_ascii_strncasecmp(view.ptr, code, view.len) == 0;
}

mh_language mh_language_from_code(mh_view code)
{
    for (mh_language i = MH_LANGUAGE_AR; i < MH_LANGUAGE_COUNT; i++)
        if (is_code(code, languages[i].code) || is_code(code, languages[i].iso639_2))
            return i;
    return MH_LANGUAGE_NONE;
}

/* Folds a short text into buffers of the caller; a longer one gives no units. */
static mh_folded fold_short(mh_view text, uint16_t units[LONGEST_LANGUAGE_NAME])
{
    mh_folded folded = {.text = text, .key = units, .printed = units};
    const char *end = text.ptr + text.len;

    if (text.len >= LONGEST_LANGUAGE_NAME)
        return folded;
    for (const char *p = text.ptr; p < end; p = mh_utf8_next(p)) {
        uint16_t unit = mh_fold_char(g_utf8_get_char(p));
        if (unit != 0)
            units[folded.length++] = unit;
    }
    return folded;
}

mh_language mh_language_from_name(mh_view name)
{
    uint16_t units[LONGEST_LANGUAGE_NAME];
    mh_folded folded = fold_short(mh_view_trim(name), units);
    lex_hit hits[LEX_MAX_HITS];
    size_t count = lex_trie_find(&lex_language_trie, &folded, 0, hits);

    if (count == 0 || hits[count - 1].units != folded.length)
        return MH_LANGUAGE_NONE;
    return (mh_language)hits[count - 1].rows[0];
}

/* ------------------------------------------------------------------ language of a text */

/* Of a long text its beginning tells enough. */
#define SAMPLE_CHARACTERS 4000
#define LONGEST_FREQUENT_WORD 24
#define LATIN_END 0x0250

typedef struct language_votes {
    size_t letters[MH_LANGUAGE_COUNT]; /* of its script; Latin counts for NONE */
    size_t words[MH_LANGUAGE_COUNT];
    uint16_t word[LONGEST_FREQUENT_WORD];
    size_t word_length;
    size_t latin_words;
} language_votes;

static mh_language script_language(uint16_t unit)
{
    if (unit >= 0x0400 && unit < 0x0530)
        return MH_LANGUAGE_RU;
    if ((unit >= 0x0600 && unit < 0x0700) || (unit >= 0xFB50 && unit < 0xFF00))
        return MH_LANGUAGE_AR;
    if (unit >= LEX_HAN && unit < LEX_HAN_END)
        return MH_LANGUAGE_ZH;
    return MH_LANGUAGE_NONE;
}

static void end_word(language_votes *votes)
{
    mh_folded word = {.key = votes->word, .length = votes->word_length};
    lex_hit hits[LEX_MAX_HITS];

    if (word.length > 0 && word.length < LONGEST_FREQUENT_WORD) {
        votes->latin_words++;
        size_t count = lex_trie_find(&lex_frequent_trie, &word, 0, hits);
        if (count > 0 && hits[count - 1].units == word.length)
            for (size_t i = 0; i < hits[count - 1].row_count; i++)
                votes->words[hits[count - 1].rows[i]]++;
    }
    votes->word_length = 0;
}

static void count_character(language_votes *votes, uint32_t c)
{
    uint16_t unit = mh_fold_char(c);

    if (unit == 0)
        return;
    if (unit < LATIN_END && lex_word_low[unit] == LEX_LETTER) {
        votes->letters[MH_LANGUAGE_NONE]++;
        if (votes->word_length < LONGEST_FREQUENT_WORD)
            votes->word[votes->word_length++] = unit;
        return;
    }
    mh_language language = script_language(unit);
    if (language != MH_LANGUAGE_NONE)
        votes->letters[language]++;
    end_word(votes);
}

/* Chinese and Arabic words are shorter than Latin ones, so their letters count more. */
static mh_language by_script(const language_votes *votes)
{
    static const size_t weights[MH_LANGUAGE_COUNT] = {
        [MH_LANGUAGE_AR] = 2, [MH_LANGUAGE_RU] = 1, [MH_LANGUAGE_ZH] = 4};
    mh_language best = MH_LANGUAGE_NONE;
    size_t most = votes->letters[MH_LANGUAGE_NONE];

    for (mh_language i = MH_LANGUAGE_AR; i < MH_LANGUAGE_COUNT; i++)
        if (votes->letters[i] * weights[i] > most) {
            most = votes->letters[i] * weights[i];
            best = i;
        }
    return best;
}

static mh_language by_words(const language_votes *votes)
{
    mh_language best = MH_LANGUAGE_NONE;
    size_t most = 0;
    bool is_tied = false;

    for (mh_language i = MH_LANGUAGE_AR; i < MH_LANGUAGE_COUNT; i++) {
        is_tied =
            votes->words[i] == most ? is_tied || most > 0 : (votes->words[i] < most && is_tied);
        if (votes->words[i] > most) {
            most = votes->words[i];
            best = i;
        }
    }
    /* A stray "de" or "a" among names is no evidence. */
    if (is_tied || most * 8 < votes->latin_words)
        return MH_LANGUAGE_NONE;
    return best;
}

mh_language mh_language_of_text(mh_view text)
{
    language_votes votes = {0};
    const char *end = text.ptr + text.len;
    size_t count = 0;

    for (const char *p = text.ptr; p < end && count < SAMPLE_CHARACTERS;
         p = mh_utf8_next(p), count++)
        count_character(&votes, g_utf8_get_char(p));
    end_word(&votes);

    mh_language language = by_script(&votes);
    return language != MH_LANGUAGE_NONE ? language : by_words(&votes);
}
