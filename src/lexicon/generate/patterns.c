#include "lexicon/generate/patterns.h"

#include "lexicon/data.h"
#include "lexicon/fold.h"
#include "lexicon/generate/tsv.h"
#include "lexicon/pattern.h"

#define MAX_WORDINGS 256 /* of one cell's wording, choices written out */

static const char *const language_columns[MH_LANGUAGE_COUNT] = {
    NULL, "ar", "en", "es", "fr", "ru", "zh",
};

static const char *const anchors[] = {
    [LEX_ANCHOR_WHOLE] = "whole",
    [LEX_ANCHOR_START] = "start",
    [LEX_ANCHOR_END] = "end",
    [LEX_ANCHOR_ANY] = "any",
};

typedef struct pattern_writer {
    mh_arena *arena;
    mh_folder *folder;
    const gen_table *table;
    GArray *wordings; /* of lex_pattern: those of the key being read */
    GString *keys;    /* C text of lex_pattern_keys */
    GString *patterns;
    GString *pieces;
    GArray *units;
    unsigned pattern_count;
    unsigned piece_count;
} pattern_writer;

/* Wordings with the first choice of each written out; the last round has none left. */
static GPtrArray *write_out_choices(pattern_writer *self, size_t row, const char *wording)
{
    GPtrArray *open = mh_arena_ptr_array(self->arena);
    GPtrArray *done = mh_arena_ptr_array(self->arena);

    g_ptr_array_add(open, mh_arena_strdup(self->arena, wording));
    for (guint i = 0; i < open->len; i++) {
        const char *text = open->pdata[i];
        const char *start = strchr(text, '<');
        const char *end = start ? strchr(start, '>') : NULL;
        if (start == NULL) {
            g_ptr_array_add(done, open->pdata[i]);
            continue;
        }
        if (end == NULL || open->len > MAX_WORDINGS)
            gen_fail(self->table, row, "has an open or too large choice");
        char *inside = g_strndup(start + 1, (gsize)(end - start - 1));
        char **choices = g_strsplit(inside, "/", -1);
        for (char **choice = choices; *choice != NULL; choice++)
            g_ptr_array_add(open, mh_arena_printf(self->arena, "%.*s%s%s", (int)(start - text),
                                                  text, *choice, end + 1));
        g_strfreev(choices);
        g_free(inside);
    }
    return done;
}

static void add_literal(pattern_writer *self, lex_pattern *pattern, const char *text, size_t length)
{
    const mh_folded *folded = mh_fold(self->folder, (mh_view){.ptr = text, .len = length});
    g_string_append_printf(self->pieces, "{NULL, %u, %zu},\n", self->units->len, folded->length);
    g_array_append_vals(self->units, folded->key, (guint)folded->length);
    pattern->scripts = (uint8_t)(pattern->scripts | folded->scripts);
    if (pattern->piece_count == 0 && pattern->anchor <= LEX_ANCHOR_START)
        pattern->first = folded->key[0];
    pattern->piece_count++;
    self->piece_count++;
}

/* Adds the pieces of one wording. */
static void add_pieces(pattern_writer *self, size_t row, const char *wording, lex_pattern *pattern)
{
    unsigned slots = 0;

    for (const char *p = wording; *p != '\0';) {
        const char *brace = strchr(p, '{');
        size_t length = brace ? (size_t)(brace - p) : strlen(p);
        if (length > 0)
            add_literal(self, pattern, p, length);
        if (brace == NULL)
            break;
        const char *end = strchr(brace, '}');
        if (end == NULL || ++slots > MH_PATTERN_MAX_SLOTS)
            gen_fail(self->table, row, "has an open slot, or too many slots");
        g_string_append_printf(self->pieces, "{\"%.*s\", 0, 0},\n", (int)(end - brace - 1),
                               brace + 1);
        pattern->piece_count++;
        self->piece_count++;
        p = end + 1;
    }
}

static void add_wording(pattern_writer *self, size_t row, const char *wording, mh_language language,
                        size_t anchor)
{
    GPtrArray *all = write_out_choices(self, row, wording);
    for (guint i = 0; i < all->len; i++) {
        lex_pattern pattern = {
            .piece = self->piece_count, .language = (uint8_t)language, .anchor = (uint8_t)anchor};
        add_pieces(self, row, all->pdata[i], &pattern);
        if (pattern.piece_count == 0)
            gen_fail(self->table, row, "has an empty wording");
        g_array_append_val(self->wordings, pattern);
    }
}

/* Those with a first unit first, sorted by it; equal ones stay in the order of the file. */
static gint compare_wordings(gconstpointer a, gconstpointer b)
{
    const lex_pattern *left = a;
    const lex_pattern *right = b;
    if ((left->first == 0) != (right->first == 0))
        return left->first == 0 ? 1 : -1;
    return (int)left->first - (int)right->first;
}

static void write_key(pattern_writer *self, const char *key)
{
    unsigned first_count = 0;
    uint64_t firsts = 0;

    g_array_sort(self->wordings, compare_wordings);
    for (guint i = 0; i < self->wordings->len; i++) {
        const lex_pattern *pattern = &g_array_index(self->wordings, lex_pattern, i);
        if (pattern->first != 0) {
            first_count++;
            firsts |= (uint64_t)1 << (pattern->first % 64);
        }
        g_string_append_printf(self->patterns, "{%u, %u, %u, %u, %u, %u},\n", pattern->piece,
                               pattern->first, pattern->piece_count, pattern->language,
                               pattern->anchor, pattern->scripts);
    }
    g_string_append_printf(self->keys, "{\"%s\", %u, %u, %u, 0x%" G_GINT64_MODIFIER "xU},\n", key,
                           self->pattern_count, self->wordings->len, first_count, (guint64)firsts);
    self->pattern_count += self->wordings->len;
}

static void add_row(pattern_writer *self, size_t row)
{
    size_t anchor = 0;
    g_array_set_size(self->wordings, 0);
    while (anchor < G_N_ELEMENTS(anchors)
           && strcmp(anchors[anchor], gen_cell(self->table, row, "anchor")) != 0)
        anchor++;
    if (anchor == G_N_ELEMENTS(anchors))
        gen_fail(self->table, row, "has an unknown anchor");
    for (mh_language language = MH_LANGUAGE_AR; language < MH_LANGUAGE_COUNT; language++) {
        const char *cell = gen_cell(self->table, row, language_columns[language]);
        for (char **wording = gen_wordings(self->table, cell); *wording != NULL; wording++)
            add_wording(self, row, *wording, language, anchor);
    }
    write_key(self, gen_cell(self->table, row, "key"));
}

static gint compare_rows(gconstpointer a, gconstpointer b, gpointer data)
{
    const gen_table *table = ((const pattern_writer *)data)->table;
    size_t left = *(const size_t *)a;
    size_t right = *(const size_t *)b;
    int order = strcmp(gen_cell(table, left, "key"), gen_cell(table, right, "key"));
    return order != 0 ? order : (left < right ? -1 : left > right);
}

static void add_sorted_rows(pattern_writer *self)
{
    GArray *order = mh_arena_array(self->arena, sizeof(size_t));
    for (size_t row = 0; row < self->table->row_count; row++)
        g_array_append_val(order, row);
    g_array_sort_with_data(order, compare_rows, self);
    for (guint i = 0; i < order->len; i++)
        add_row(self, g_array_index(order, size_t, i));
}

void gen_patterns(mh_arena *arena, const char *folder, FILE *out)
{
    pattern_writer self = {.arena = arena,
                           .folder = mh_folder_new(arena),
                           .table = gen_table_read(arena, folder, "patterns"),
                           .wordings = mh_arena_array(arena, sizeof(lex_pattern)),
                           .keys = mh_arena_string(arena),
                           .patterns = mh_arena_string(arena),
                           .pieces = mh_arena_string(arena),
                           .units = mh_arena_array(arena, sizeof(uint16_t))};

    add_sorted_rows(&self);
    (void)fprintf(out, "\nconst uint32_t lex_pattern_key_count = %zu;\n", self.table->row_count);
    (void)fprintf(out, "\nconst lex_pattern_key lex_pattern_keys[] = {\n%s};\n", self.keys->str);
    (void)fprintf(out, "\nconst lex_pattern lex_patterns[] = {\n%s};\n", self.patterns->str);
    (void)fprintf(out, "\nconst lex_piece lex_pieces[] = {\n%s};\n", self.pieces->str);
    (void)fprintf(out, "\nconst uint16_t lex_pattern_text[] = {");
    for (guint i = 0; i < self.units->len; i++)
        (void)fprintf(out, "%s%u,", i % 16 == 0 ? "\n" : " ",
                      (unsigned)g_array_index(self.units, uint16_t, i));
    (void)fprintf(out, "\n};\n");
}
