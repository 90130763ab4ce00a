#include "lexicon/generate/names.h"

#include "lexicon/fold.h"
#include "lexicon/generate/inflect.h"
#include "lexicon/generate/trie_writer.h"
#include "lexicon/generate/tsv.h"
#include "lexicon/name.h"

/* A name that starts with this is known but never looked for: it is too common a word. */
#define HIDDEN '~'

/* Chinese names up to this length are weak: other words are easily made of their signs. */
#define WEAK_LENGTH 2

static const char *const language_columns[MH_LANGUAGE_COUNT] = {
    NULL, "ar", "en", "es", "fr", "ru", "zh",
};

static const struct {
    const char *word;
    mh_name_kind kind;
    const char *constant;
} kinds[] = {
    {"concept", MH_NAME_CONCEPT, "MH_NAME_CONCEPT"},
    {"block", MH_NAME_BLOCK, "MH_NAME_BLOCK"},
    {"resolution", MH_NAME_RESOLUTION, "MH_NAME_RESOLUTION"},
    {"decision", MH_NAME_DECISION, "MH_NAME_DECISION"},
    {"annex", MH_NAME_ANNEX, "MH_NAME_ANNEX"},
    {"see", MH_NAME_SEE, "MH_NAME_SEE"},
    {"honorific", MH_NAME_HONORIFIC, "MH_NAME_HONORIFIC"},
    {"month", MH_NAME_MONTH, "MH_NAME_MONTH"},
    {"weekday", MH_NAME_WEEKDAY, "MH_NAME_WEEKDAY"},
    {"of", MH_NAME_OF, "MH_NAME_OF"},
    {"toUN", MH_NAME_TO_UN, "MH_NAME_TO_UN"},
};

/* One meaning of one written form, while languages are still being added to it. */
typedef struct meaning {
    const char *form;
    size_t kind;
    unsigned value;
    int concept; /* index, or -1 */
    unsigned languages;
    bool is_capitalised;
    bool is_acronym;
    bool is_weak;
} meaning;

typedef struct thing {
    const char *id;
    const char *class_name; /* as in hrefs */
    const char *name;       /* last part of the href */
    const char *show;
    const char *of_state;
    bool takes_the;
} thing;

typedef struct names {
    mh_arena *arena;
    GPtrArray *meanings; /* of meaning */
    GHashTable *by_form; /* "form|kind|value|concept" to meaning */
    GPtrArray *concepts; /* of thing */
    size_t state_count;
} names;

/* ------------------------------------------------------------------ forms */

static bool is_upper_letter(const char *text)
{
    return g_unichar_isupper(g_utf8_get_char(text));
}

static bool is_acronym(const char *name)
{
    size_t capitals = 0;
    for (const char *p = name; *p != '\0'; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_islower(c) || c == ' ')
            return false;
        capitals += g_unichar_isupper(c) ? 1 : 0;
    }
    return capitals >= 2;
}

static void add_form(names *self, const char *form, meaning wanted, mh_language language)
{
    const char *key = mh_arena_printf(self->arena, "%s|%zu|%u|%d", form, wanted.kind, wanted.value,
                                      wanted.concept);
    meaning *known = g_hash_table_lookup(self->by_form, key);
    if (known == NULL) {
        known = MH_NEW(self->arena, meaning, 1);
        *known = wanted;
        known->form = form;
        known->is_capitalised = is_upper_letter(form);
        known->is_acronym = is_acronym(form);
        known->is_weak =
            language == MH_LANGUAGE_ZH && wanted.is_weak && g_utf8_strlen(form, -1) <= WEAK_LENGTH;
        g_hash_table_insert(self->by_form, mh_arena_strdup(self->arena, key), known);
        g_ptr_array_add(self->meanings, known);
    }
    known->languages |= 1U << language;
}

/* Adds one name with its forms; only what names a concept is inflected. */
static void add_name(names *self, const char *name, meaning wanted, mh_language language)
{
    if (wanted.concept < 0) {
        add_form(self, mh_arena_strdup(self->arena, name), wanted, language);
        return;
    }
    GPtrArray *forms = gen_forms(self->arena, name, language);
    for (guint i = 0; i < forms->len; i++)
        add_form(self, forms->pdata[i], wanted, language);
}

/* Adds every wording of the row in every language. */
static void add_row(names *self, const gen_table *table, size_t row, meaning wanted)
{
    for (mh_language language = MH_LANGUAGE_AR; language < MH_LANGUAGE_COUNT; language++) {
        const char *cell = gen_cell(table, row, language_columns[language]);
        for (char **name = gen_wordings(table, cell); *name != NULL; name++) {
            if (**name == '\0')
                gen_fail(table, row, "has an empty wording");
            if (**name != HIDDEN)
                add_name(self, *name, wanted, language);
        }
    }
}

/* ------------------------------------------------------------------ concepts */

/* "Economic and Social Council" to "economicAndSocialCouncil". */
static const char *camel_case(mh_arena *arena, const char *name)
{
    GString *out = mh_arena_string(arena);
    char *ascii = g_str_to_ascii(name, "C");
    bool starts_word = false;

    for (const char *p = ascii; *p != '\0'; p++) {
        if (g_ascii_isalnum(*p)) {
            if (out->len == 0)
                g_string_append_c(out, g_ascii_tolower(*p));
            else if (starts_word)
                g_string_append_c(out, g_ascii_toupper(*p));
            else
                g_string_append_c(out, *p);
        }
        starts_word = *p == ' ' || *p == '-' || (starts_word && !g_ascii_isalnum(*p));
    }
    g_free(ascii);
    return out->str;
}

/* English name as people read it: the first wording. */
static const char *show_of(const gen_table *table, size_t row)
{
    const char *first = gen_wordings(table, gen_cell(table, row, "en"))[0];
    if (first == NULL)
        gen_fail(table, row, "has no English name");
    return *first == HIDDEN ? first + 1 : first;
}

static int add_concept(names *self, thing wanted)
{
    thing *added = MH_NEW(self->arena, thing, 1);
    *added = wanted;
    g_ptr_array_add(self->concepts, added);
    return (int)self->concepts->len - 1;
}

static void add_states(names *self, const char *folder)
{
    const gen_table *table = gen_table_read(self->arena, folder, "states");
    for (size_t row = 0; row < table->row_count; row++) {
        const char *id = gen_cell(table, row, "id");
        int index =
            add_concept(self, (thing){.id = id,
                                      .class_name = "organization",
                                      .name = mh_arena_printf(self->arena, "memberState.%s", id),
                                      .show = show_of(table, row),
                                      .takes_the = *gen_cell(table, row, "the") != '\0'});
        add_row(self, table, row, (meaning){.concept = index});
    }
    self->state_count = self->concepts->len;
}

static void add_concepts(names *self, const char *folder)
{
    const gen_table *table = gen_table_read(self->arena, folder, "concepts");
    for (size_t row = 0; row < table->row_count; row++) {
        const char *of_state = gen_cell(table, row, "of");
        int index = add_concept(self, (thing){.id = gen_cell(table, row, "id"),
                                              .class_name = gen_cell(table, row, "class"),
                                              .name = gen_cell(table, row, "name"),
                                              .show = show_of(table, row),
                                              .of_state = *of_state ? of_state : NULL});
        add_row(self, table, row, (meaning){.concept = index, .is_weak = true});
    }
}

static void add_words(names *self, const char *folder)
{
    const gen_table *table = gen_table_read(self->arena, folder, "words");
    for (size_t row = 0; row < table->row_count; row++) {
        size_t kind = 0;
        while (kind < G_N_ELEMENTS(kinds)
               && strcmp(kinds[kind].word, gen_cell(table, row, "kind")) != 0)
            kind++;
        if (kind == G_N_ELEMENTS(kinds))
            gen_fail(table, row, "has an unknown kind");
        guint64 value = g_ascii_strtoull(gen_cell(table, row, "value"), NULL, 10);
        add_row(self, table, row, (meaning){.kind = kind, .value = (unsigned)value, .concept = -1});
    }
}

/* ------------------------------------------------------------------ writing */

static void write_string(FILE *out, const char *text)
{
    if (text == NULL || *text == '\0') {
        (void)fprintf(out, "NULL");
        return;
    }
    (void)fputc('"', out);
    for (const char *p = text; *p != '\0'; p++)
        (void)fprintf(out, *p == '"' || *p == '\\' ? "\\%c" : "%c", *p);
    (void)fputc('"', out);
}

static void add_organs(names *self, const char *folder, FILE *out)
{
    const gen_table *table = gen_table_read(self->arena, folder, "organs");
    (void)fprintf(out, "\nconst uint16_t lex_organ_count = %zu;\n", table->row_count);
    (void)fprintf(out, "\nconst mh_organ lex_organs[] = {\n");
    for (size_t row = 0; row < table->row_count; row++) {
        const char *show = show_of(table, row);
        const char *id = gen_cell(table, row, "id");
        int index = add_concept(self, (thing){.id = id,
                                              .class_name = gen_cell(table, row, "class"),
                                              .name = camel_case(self->arena, show),
                                              .show = show});
        add_row(self, table, row, (meaning){.concept = index, .is_weak = true});
        const char *const cells[] = {gen_cell(table, row, "code"), gen_cell(table, row, "prefix"),
                                     id, gen_cell(table, row, "parent")};
        (void)fprintf(out, "{");
        for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
            write_string(out, cells[i]);
            (void)fprintf(out, ", ");
        }
        (void)fprintf(out, "&lex_concepts[%d]},\n", index);
    }
    (void)fprintf(out, "};\n");
}

static const char *class_constant(const names *self, const char *class_name)
{
    char *upper = g_ascii_strup(class_name, -1);
    const char *constant = mh_arena_printf(self->arena, "MH_CONCEPT_%s", upper);
    g_free(upper);
    return constant;
}

static gint compare_ids(gconstpointer a, gconstpointer b, gpointer concepts)
{
    const GPtrArray *all = concepts;
    const thing *left = all->pdata[*(const uint16_t *)a];
    const thing *right = all->pdata[*(const uint16_t *)b];
    return strcmp(left->id, right->id);
}

static void write_id_index(const names *self, FILE *out)
{
    GArray *order = mh_arena_array(self->arena, sizeof(uint16_t));
    g_assert(self->concepts->len <= UINT16_MAX);
    for (guint i = 0; i < self->concepts->len; i++) {
        uint16_t index = (uint16_t)i;
        g_array_append_val(order, index);
    }
    g_array_sort_with_data(order, compare_ids, self->concepts);

    (void)fprintf(out, "\nconst uint16_t lex_concepts_by_id[] = {");
    for (guint i = 0; i < order->len; i++)
        (void)fprintf(out, "%s%u,", i % 16 == 0 ? "\n" : " ",
                      (unsigned)g_array_index(order, uint16_t, i));
    (void)fprintf(out, "\n};\n");
}

static void write_concepts(const names *self, FILE *out)
{
    (void)fprintf(out, "\nconst uint16_t lex_concept_count = %u;\n", self->concepts->len);
    (void)fprintf(out, "const uint16_t lex_state_count = %zu;\n", self->state_count);
    (void)fprintf(out, "\nconst mh_concept lex_concepts[] = {\n");
    for (guint i = 0; i < self->concepts->len; i++) {
        const thing *c = self->concepts->pdata[i];
        (void)fprintf(out, "{%s, \"%s\", \"/akn/ontology/%s/un/%s\", ",
                      class_constant(self, c->class_name), c->id, c->class_name, c->name);
        write_string(out, c->show);
        (void)fprintf(out, "},\n");
    }
    (void)fprintf(out, "};\n\nconst char *const lex_concept_of_state[] = {\n");
    for (guint i = 0; i < self->concepts->len; i++) {
        write_string(out, ((const thing *)self->concepts->pdata[i])->of_state);
        (void)fprintf(out, ",\n");
    }
    (void)fprintf(out, "};\n");
    (void)fprintf(out, "\nconst bool lex_takes_the[] = {");
    for (size_t i = 0; i < self->state_count; i++)
        (void)fprintf(out, "%s%d,", i % 32 == 0 ? "\n" : " ",
                      ((const thing *)self->concepts->pdata[i])->takes_the);
    (void)fprintf(out, "\n};\n");
    write_id_index(self, out);
}

static const char *row_text(const names *self, const meaning *m)
{
    const char *pointer =
        m->concept < 0 ? "NULL" : mh_arena_printf(self->arena, "&lex_concepts[%d]", m->concept);
    return mh_arena_printf(self->arena, "{%s, %u, %u, %d, %d, %d, %s},", kinds[m->kind].constant,
                           m->languages, m->value, m->is_capitalised, m->is_acronym, m->is_weak,
                           pointer);
}

/* Rows that say the same are one. */
static void write_names(const names *self, FILE *out)
{
    GHashTable *row_of = mh_arena_string_hash(self->arena);
    gen_trie *trie = gen_trie_new(self->arena);
    unsigned count = 0;

    (void)fprintf(out, "\nconst mh_name lex_names[] = {\n");
    for (guint i = 0; i < self->meanings->len; i++) {
        const meaning *m = self->meanings->pdata[i];
        const char *text = row_text(self, m);
        unsigned row = GPOINTER_TO_UINT(g_hash_table_lookup(row_of, text));
        if (row == 0) {
            row = ++count;
            g_hash_table_insert(row_of, mh_arena_strdup(self->arena, text), GUINT_TO_POINTER(row));
            (void)fprintf(out, "%s\n", text);
        }
        gen_trie_add(trie, m->form, (uint16_t)(row - 1));
    }
    (void)fprintf(out, "};\n");
    g_assert(count <= UINT16_MAX);
    gen_trie_write(trie, "lex_name_trie", out);
}

void gen_names(mh_arena *arena, const char *folder, FILE *out)
{
    names self = {.arena = arena,
                  .meanings = mh_arena_ptr_array(arena),
                  .by_form = mh_arena_string_hash(arena),
                  .concepts = mh_arena_ptr_array(arena)};

    add_states(&self, folder);
    add_concepts(&self, folder);
    add_words(&self, folder);
    add_organs(&self, folder, out);
    write_concepts(&self, out);
    write_names(&self, out);
}
