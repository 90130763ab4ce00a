/* Inline marking: persons, and offices held for a State. */

#include "record/inline_scan.h"

#define NAME_WORDS_MAX 6
#define CHINESE_NAME_MIN 2
#define CHINESE_NAME_MAX 4
#define CHINESE_FOREIGN_MAX 24
#define COMMON_STEM_MIN 4 /* letters that two cases of a Russian name share at least */
#define CASE_ENDING_MAX 3

/* ------------------------------------------------------------------ known persons */

/* Id made of some words of a name. */
static const char *id_of(rec_inline_context *context, mh_view name)
{
    const mh_concept *concept = mh_concept_new(context->arena, MH_CONCEPT_PERSON, name);
    return concept ? concept->id : NULL;
}

/* Who is meant by a name. */
typedef struct bearer {
    const mh_concept *person; /* NULL when two share the name */
    const mh_concept *own;    /* then: whoever is called by just this name */
} bearer;

/* The person known by @p id, or NULL. */
static const mh_concept *find_bearer(const rec_inline_context *context, const char *id)
{
    const bearer *known = g_hash_table_lookup(context->people, id);
    if (known == NULL)
        return NULL;
    return known->person ? known->person : known->own;
}

/* Lets a name stand for its bearer, unless two persons share it. */
static void remember_name(rec_inline_context *context, const char *id, const mh_concept *person)
{
    bearer *known = g_hash_table_lookup(context->people, id);
    if (known == NULL) {
        known = MH_NEW(context->arena, bearer, 1);
        known->person = person;
        g_hash_table_insert(context->people, mh_arena_strdup(context->arena, id), known);
    } else if (known->person != person) {
        known->person = NULL;
        if (strcmp(id, person->id) == 0)
            known->own = person;
    }
}

static void remember_part(rec_inline_context *context, mh_view part, const mh_concept *person)
{
    const char *id = part.len > 0 ? id_of(context, part) : NULL;
    if (id != NULL)
        remember_name(context, id, person);
}

/* The full name, and its first and last word: family names stand at either end. */
static void remember(rec_inline_context *context, mh_view name, const mh_concept *person)
{
    size_t first = mh_view_find(name, MH_VIEW(" "), 0);
    remember_name(context, person->id, person);
    if (first == SIZE_MAX)
        return;
    size_t last = name.len;
    while (name.ptr[last - 1] != ' ')
        last--;
    remember_part(context, mh_view_slice(name, 0, first), person);
    remember_part(context, mh_view_slice(name, last, name.len), person);
}

/* Ids of persons, organs and States share one name space. */
static const mh_concept *with_own_id(rec_inline_context *context, const mh_concept *person)
{
    if (mh_concept_of_id(person->id) == NULL)
        return person;
    mh_concept *renamed = MH_NEW(context->arena, mh_concept, 1);
    *renamed = *person;
    renamed->id = mh_arena_printf(context->arena, "%sPerson", person->id);
    return renamed;
}

const mh_concept *rec_inline_person(rec_inline_context *context, mh_view name)
{
    name = mh_view_trim(name);
    const mh_concept *person = mh_concept_new(context->arena, MH_CONCEPT_PERSON, name);
    if (person == NULL)
        return NULL;
    person = with_own_id(context, person);
    const mh_concept *known = find_bearer(context, person->id);
    if (known != NULL)
        return known;
    remember(context, name, person);
    return person;
}

/* Russian: a name in another case belongs to the known person with the same stem. */
static const mh_concept *known_by_stem(rec_inline_context *context, mh_view name)
{
    const char *id = id_of(context, name);
    size_t length = id ? strlen(id) : 0;

    for (size_t ending = 0; ending <= CASE_ENDING_MAX; ending++) {
        if (length < ending + COMMON_STEM_MIN)
            break;
        const char *stem = mh_arena_printf(context->arena, "%.*s", (int)(length - ending), id);
        const mh_concept *known = find_bearer(context, stem);
        if (known != NULL)
            return known;
    }
    return NULL;
}

/* ------------------------------------------------------------------ offices */

/* The State that an office at @p at is held for; with it *@p end. */
static const mh_concept *state_after(const rec_scan *scan, size_t at, size_t *end)
{
    size_t units;
    size_t i = at;
    if (rec_key(scan, i) == ' ')
        i++;
    const mh_name *name = mh_name_at(scan->text, i, scan->language, &units);
    if (name != NULL && name->kind == MH_NAME_OF) {
        i += units;
        if (rec_key(scan, i) == ' ')
            i++;
        name = mh_name_at(scan->text, i, scan->language, &units);
    } else if (name == NULL && rec_key(scan, i) == 0x0644) { /* Arabic li- */
        i++;
        name = mh_name_at(scan->text, i, scan->language, &units);
    }
    if (name == NULL || !mh_concept_is_state(name->concept))
        return NULL;
    *end = i + units;
    return name->concept;
}

static size_t skip_to_un(const rec_scan *scan, size_t at)
{
    size_t units;
    if (rec_key(scan, at) != ' ')
        return at;
    const mh_name *name = mh_name_at(scan->text, at + 1, scan->language, &units);
    return name != NULL && name->kind == MH_NAME_TO_UN ? at + 1 + units : at;
}

/* "chn" to "Chn" behind the short id of the office: "prChn". */
static char *office_id(const rec_inline_context *context, const char *office, const char *state)
{
    return mh_arena_printf(context->arena, "%s%c%s", office, g_ascii_toupper(state[0]), state + 1);
}

const mh_concept *rec_inline_role(rec_inline_context *context, const mh_concept *role,
                                  const mh_concept *state)
{
    if (state == NULL)
        return role;
    const char *of_state = mh_concept_of_state(role);
    char *id = office_id(context, of_state ? of_state : role->id, state->id);
    mh_concept *known = g_hash_table_lookup(context->roles, id);
    if (known != NULL)
        return known;

    mh_concept *made = MH_NEW(context->arena, mh_concept, 1);
    made->kind = role->kind;
    made->id = id;
    made->href = mh_arena_printf(context->arena, "%s.%s", role->href, state->id);
    made->show = mh_arena_printf(context->arena, "%s of %s%s%s", role->show,
                                 mh_concept_takes_the(state) ? "the " : "", state->show,
                                 of_state ? " to the United Nations" : "");
    g_hash_table_insert(context->roles, id, made);
    return made;
}

/* "埃及和肯尼亚常驻联合国代表": the office is that of every State of a list. */
static bool ends_list(const rec_scan *scan, size_t at)
{
    static const uint32_t joints[] = {0x3001, 0x548C, 0x4E0E, 0x53CA}; /* 、 和 与 及 */
    if (at == 0)
        return false;
    uint32_t before = g_utf8_get_char(scan->text->text.ptr + scan->text->offset[at - 1]);
    for (size_t i = 0; i < G_N_ELEMENTS(joints); i++)
        if (joints[i] == before)
            return true;
    return false;
}

/* "中国常驻联合国代表": the State stands before its office. */
static size_t chinese_office(rec_scan *scan, size_t at, size_t end, const mh_concept *state)
{
    size_t units;
    const mh_name *name = mh_name_at(scan->text, end, scan->language, &units);
    if (name == NULL || name->kind != MH_NAME_CONCEPT || mh_concept_of_state(name->concept) == NULL
        || ends_list(scan, at))
        return 0;
    rec_add_mark(scan, MH_SPAN_CONCEPT, at, end + units)->concept =
        rec_inline_role(scan->context, name->concept, state);
    return end + units;
}

size_t rec_office(rec_scan *scan, size_t at, size_t end, const mh_concept *concept)
{
    if (mh_concept_is_state(concept))
        return rec_is_han(rec_key(scan, at)) ? chinese_office(scan, at, end, concept) : 0;
    if (mh_concept_of_state(concept) == NULL || rec_is_han(rec_key(scan, at)))
        return 0;
    size_t state_end;
    const mh_concept *state = state_after(scan, end, &state_end);
    if (state == NULL)
        return 0;
    size_t to = skip_to_un(scan, state_end);
    const mh_concept *office = rec_inline_role(scan->context, concept, state);
    rec_add_mark(scan, MH_SPAN_CONCEPT, at, to)->concept = office;
    size_t person_end =
        office->kind == MH_CONCEPT_ROLE ? rec_person_after_role(scan, to, office) : 0;
    return person_end > 0 ? person_end : to;
}

/* ------------------------------------------------------------------ names after titles */

static uint16_t printed(const rec_scan *scan, size_t at)
{
    return at < scan->text->length ? scan->text->printed[at] : 0;
}

/* "Mr. Schmidt's": the possessive is no part of the name. */
static bool is_possessive(const rec_scan *scan, size_t apostrophe)
{
    return rec_key(scan, apostrophe) == '\'' && printed(scan, apostrophe + 1) == 's'
           && mh_folded_is_word_edge(scan->text, apostrophe + 2);
}

/* Behind a word of letters, with apostrophes and hyphens inside: "Maria-Francesca", "O'Brien". */
static size_t name_word_end(const rec_scan *scan, size_t at)
{
    size_t end = at;
    while (g_unichar_isalpha(printed(scan, end)) && !rec_is_han(rec_key(scan, end))) {
        end++;
        bool is_inner = rec_key(scan, end) == '-' || rec_key(scan, end) == '\'';
        if (is_inner && g_unichar_isalpha(printed(scan, end + 1)) && !is_possessive(scan, end))
            end++;
    }
    return end;
}

/* Small words inside names. */
static size_t particle_end(const rec_scan *scan, size_t at, size_t end)
{
    return rec_is_word(scan, at, end, MH_PRINTED_FOLDED_PARTICLE) ? end : 0;
}

/* "Mr. President", "Monsieur le Ministre": an office is no name. */
static bool is_office_word(const rec_scan *scan, size_t at, size_t end)
{
    return rec_is_word(scan, at, end, MH_PRINTED_FOLDED_OFFICE);
}

static bool is_capital_word(const rec_scan *scan, size_t at, size_t end)
{
    return end > at && g_unichar_isupper(printed(scan, at));
}

/* "M. Khan", "J. P. Smith": an initial with its stop. */
static size_t initial_end(const rec_scan *scan, size_t at, size_t end)
{
    return end - at == 1 && rec_key(scan, end) == '.' && rec_key(scan, end + 1) == ' ' ? end + 1
                                                                                       : end;
}

/* Behind the last capital word of the name that begins at @p at; counts its words. */
static size_t name_end(const rec_scan *scan, size_t at, size_t *words)
{
    size_t end = 0;
    *words = 0;

    for (size_t i = at, count = 0; count < NAME_WORDS_MAX; count++) {
        size_t word = name_word_end(scan, i);
        if (word == i || is_office_word(scan, i, word))
            break;
        if (is_capital_word(scan, i, word)) {
            word = initial_end(scan, i, word);
            if (word - i > 1)
                end = word; /* a letter alone is what a line end left of an initial */
            (*words)++;
        } else if (particle_end(scan, i, word) == 0) {
            break;
        }
        if (rec_key(scan, word) != ' ')
            break;
        i = word + 1;
    }
    return end;
}

static bool has_more_than_initials(const rec_scan *scan, size_t at, size_t end)
{
    for (size_t i = at; i + 1 < end; i++)
        if (g_unichar_isalpha(printed(scan, i)) && g_unichar_isalpha(printed(scan, i + 1)))
            return true;
    return false;
}

static mh_view bytes_of(const rec_scan *scan, size_t from, size_t to)
{
    return mh_folded_slice(scan->text, from, to);
}

static size_t add_person(rec_scan *scan, size_t from, size_t to, const mh_concept *person)
{
    if (person == NULL)
        return 0;
    rec_add_mark(scan, MH_SPAN_CONCEPT, from, to)->concept = person;
    return to;
}

/* Arabic has no capitals: a name is sure when its State follows in brackets. */
static size_t arabic_person(rec_scan *scan, size_t at)
{
    size_t end = at;
    for (size_t words = 0; words < NAME_WORDS_MAX; words++) {
        size_t word = name_word_end(scan, end);
        if (word == end)
            return 0;
        end = word;
        if (rec_text_at(scan, end, " ("))
            return add_person(scan, at, end,
                              rec_inline_person(scan->context, bytes_of(scan, at, end)));
        if (rec_key(scan, end) != ' ')
            return 0;
        end++;
    }
    return 0;
}

/* "张军先生" after a mark of punctuation: the signs before the title are the name. */
static size_t chinese_person(rec_scan *scan, size_t at)
{
    static const uint16_t middle_dot = 0x00B7;
    size_t from = at;
    bool is_foreign = false;

    while (from > 0 && at - from < CHINESE_FOREIGN_MAX
           && (rec_is_han(rec_key(scan, from - 1)) || rec_key(scan, from - 1) == middle_dot)) {
        from--;
        is_foreign = is_foreign || rec_key(scan, from) == middle_dot;
    }
    size_t most = is_foreign ? CHINESE_FOREIGN_MAX : CHINESE_NAME_MAX;
    if (at - from < CHINESE_NAME_MIN || at - from > most || scan->concept_end > from)
        return 0;
    return add_person(scan, from, at, rec_inline_person(scan->context, bytes_of(scan, from, at)));
}

static bool begins_name_of_lexicon(const rec_scan *scan, size_t at)
{
    size_t units;
    const mh_name *name = mh_name_at(scan->text, at, MH_LANGUAGE_NONE, &units);
    return name != NULL && name->kind == MH_NAME_CONCEPT && !mh_concept_is_state(name->concept);
}

size_t rec_person_with_title(rec_scan *scan, size_t at, size_t end, const mh_name *title)
{
    if ((scan->mode & REC_INLINE_NO_PERSONS) != 0)
        return 0;
    if (rec_is_han(rec_key(scan, at)))
        return chinese_person(scan, at) > 0 ? end : 0;
    if (rec_key(scan, end) != ' ')
        return 0;
    uint16_t first = printed(scan, end + 1);
    if (first >= 0x0600 && first < 0x0700)
        return arabic_person(scan, end + 1);

    size_t words;
    size_t to = name_end(scan, end + 1, &words);
    if (to == 0 || !has_more_than_initials(scan, end + 1, to)
        || begins_name_of_lexicon(scan, end + 1))
        return 0;
    mh_view name = bytes_of(scan, end + 1, to);
    return add_person(scan, end + 1, to,
                      title->value == 1 ? known_by_stem(scan->context, name)
                                        : rec_inline_person(scan->context, name));
}

/* What follows a name in apposition. */
static bool ends_apposition(uint16_t unit)
{
    return unit == 0 || unit == ',' || unit == '.' || unit == ')' || unit == ';' || unit == ':';
}

size_t rec_person_after_role(rec_scan *scan, size_t end, const mh_concept *role)
{
    static const char *const titles[] = {"ambassador", "ambassadorExtraordinary",
                                         "secretaryGeneral"};
    bool is_title = false;
    bool has_comma = rec_text_at(scan, end, ", ");
    size_t at = end + (has_comma ? 2 : 1);

    if ((scan->mode & REC_INLINE_NO_PERSONS) != 0 || (!has_comma && rec_key(scan, end) != ' '))
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(titles); i++)
        is_title = is_title || strcmp(role->id, titles[i]) == 0;

    size_t words;
    size_t to = name_end(scan, at, &words);
    bool is_apposition = has_comma && words >= 2 && ends_apposition(rec_key(scan, to));
    bool is_titled = !has_comma && is_title && (words >= 2 || role->id[0] == 'a');
    if (to == 0 || !(is_apposition || is_titled) || begins_name_of_lexicon(scan, at)
        || !has_more_than_initials(scan, at, to))
        return 0;
    const mh_concept *person = rec_inline_person(scan->context, bytes_of(scan, at, to));
    if (add_person(scan, at, to, person) == 0)
        return 0;
    GArray *marks = scan->context->marks;
    g_array_index(marks, mh_span, marks->len - 1).as = role;
    return to;
}
