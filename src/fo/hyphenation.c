#include "fo/hyphenation.h"

#include <glib.h>
#include <hyphen.h>
#include <stdlib.h>

enum { WORD_MAX_BYTES = 256 };

typedef struct language_dictionary {
    const char *language; /* BCP 47: the tag itself or what precedes a hyphen */
    const char *file;
    const char *package; /* Debian's */
    uint16_t remain;     /* the language's own least number of letters before and after */
    uint16_t push;
} language_dictionary;

static const language_dictionary dictionaries[] = {
    {"en-GB", "hyph_en_GB.dic", "hyphen-en-gb", 2, 3},
    {"en-US", "hyph_en_US.dic", "hyphen-en-us", 2, 3},
    {"en", "hyph_en_GB.dic", "hyphen-en-gb", 2, 3},
    {"en", "hyph_en_US.dic", "hyphen-en-us", 2, 3},
    {"fr", "hyph_fr.dic", "hyphen-fr", 2, 3},
    {"es", "hyph_es_ES.dic", "hyphen-es", 2, 2},
    {"ru", "hyph_ru_RU.dic", "hyphen-ru", 2, 2},
};

static const char dictionary_folder[] = "/usr/share/hyphen";

/* A dictionary of the table once it was asked for. */
typedef struct loaded_dictionary {
    bool is_tried;
    HyphenDict *dict;
} loaded_dictionary;

struct fo_hyphenation {
    loaded_dictionary loaded[G_N_ELEMENTS(dictionaries)];
    GHashTable *missing; /* language tags already noted as missing */
};

fo_hyphenation *fo_hyphenation_new(void)
{
    fo_hyphenation *hyphenation = g_new0(fo_hyphenation, 1);
    hyphenation->missing = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return hyphenation;
}

void fo_hyphenation_free(fo_hyphenation *hyphenation)
{
    if (!hyphenation)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(dictionaries); i++)
        if (hyphenation->loaded[i].dict)
            hnj_hyphen_free(hyphenation->loaded[i].dict);
    g_hash_table_destroy(hyphenation->missing);
    g_free(hyphenation);
}

static bool is_language(const char *tag, const char *language)
{
    size_t length = strlen(language);
    return g_ascii_strncasecmp(tag, language, length) == 0
           && (tag[length] == '\0' || tag[length] == '-');
}

static HyphenDict *load(fo_hyphenation *hyphenation, size_t index)
{
    loaded_dictionary *loaded = &hyphenation->loaded[index];
    if (!loaded->is_tried) {
        loaded->is_tried = true;
        char *path = g_build_filename(dictionary_folder, dictionaries[index].file, NULL);
        loaded->dict = hnj_hyphen_load(path);
        g_free(path);
    }
    return loaded->dict;
}

static HyphenDict *find_dictionary(fo_hyphenation *hyphenation, mh_job *job, const char *language,
                                   fo_hyphen_limits *limits)
{
    const char *package = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(dictionaries); i++) {
        if (!is_language(language, dictionaries[i].language))
            continue;
        HyphenDict *dict = load(hyphenation, i);
        if (dict) {
            limits->remain = MAX(limits->remain, dictionaries[i].remain);
            limits->push = MAX(limits->push, dictionaries[i].push);
            return dict;
        }
        package = dictionaries[i].package;
    }
    if (package && g_hash_table_add(hyphenation->missing, g_strdup(language)))
        mh_report(job, MH_FO_NO_HYPHENATION, 0, 0, "%s (%s)", language, package);
    return NULL;
}

/* The dictionary's own encoding of the word in lower case, or NULL. */
static char *encode(const HyphenDict *dict, mh_view word, size_t *length)
{
    char *lower = g_utf8_strdown(word.ptr, (gssize)word.len);
    if (dict->utf8) {
        *length = strlen(lower);
        return lower;
    }
    char *encoded = g_convert(lower, -1, dict->cset, "UTF-8", NULL, length, NULL);
    g_free(lower);
    return encoded;
}

/* libhyphen's odd numbers, one per character after which a hyphen may stand, to byte places. */
static bool mark_points(mh_view word, const char *values, fo_hyphen_limits limits, bool *points)
{
    glong count = g_utf8_strlen(word.ptr, (gssize)word.len);
    const char *p = word.ptr;
    bool found = false;
    for (glong i = 0; i + 1 < count; i++) {
        p += g_utf8_skip[(unsigned char)*p]; /* GLib's macro casts const away */
        bool is_allowed = i + 1 >= limits.remain && count - i - 1 >= limits.push;
        if (is_allowed && (values[i] & 1)) {
            points[p - word.ptr] = true;
            found = true;
        }
    }
    return found;
}

/* Non-standard hyphenation (letters that change at the break) is left out: places that need it are
 * no places here. */
static void drop_replacements(size_t length, char *values, char **replacements)
{
    for (size_t i = 0; replacements && i < length; i++) {
        if (replacements[i])
            values[i] = '0';
        free(replacements[i]); // NOLINT: libhyphen hands over malloc's memory
    }
}

bool fo_hyphenation_find(fo_hyphenation *hyphenation, mh_job *job, const char *language,
                         mh_view word, fo_hyphen_limits limits, bool *points)
{
    if (word.len < 4 || word.len > WORD_MAX_BYTES)
        return false;
    HyphenDict *dict = find_dictionary(hyphenation, job, language, &limits);
    if (!dict)
        return false;

    size_t length = 0;
    char *encoded = encode(dict, word, &length);
    bool found = false;
    if (encoded && length <= WORD_MAX_BYTES) {
        char values[WORD_MAX_BYTES + 5] = {0};
        char **replacements = NULL;
        int *positions = NULL;
        int *cuts = NULL;
        if (hnj_hyphen_hyphenate2(dict, encoded, (int)length, values, NULL, &replacements,
                                  &positions, &cuts)
            == 0) {
            drop_replacements(length, values, replacements);
            found = mark_points(word, values, limits, points);
        }
        free(replacements);
        free(positions);
        free(cuts);
    }
    g_free(encoded);
    return found;
}
