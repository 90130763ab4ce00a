#include "lexicon/generate/trie_writer.h"

#include <stdlib.h>

#include "lexicon/data.h"

typedef struct trie_key {
    const uint16_t *units;
    size_t length;
    uint16_t row;
} trie_key;

struct gen_trie {
    mh_arena *arena;
    mh_folder *folder;
    GArray *keys; /* of trie_key */
    GArray *nodes;
    GArray *edge_units;
    GArray *edge_nodes;
    GArray *tails;
    GArray *rows;
};

gen_trie *gen_trie_new(mh_arena *arena)
{
    gen_trie *trie = MH_NEW(arena, gen_trie, 1);
    trie->arena = arena;
    trie->folder = mh_folder_new(arena);
    trie->keys = mh_arena_array(arena, sizeof(trie_key));
    trie->nodes = mh_arena_array(arena, sizeof(lex_node));
    trie->edge_units = mh_arena_array(arena, sizeof(uint16_t));
    trie->edge_nodes = mh_arena_array(arena, sizeof(uint32_t));
    trie->tails = mh_arena_array(arena, sizeof(uint16_t));
    trie->rows = mh_arena_array(arena, sizeof(uint16_t));
    return trie;
}

void gen_trie_add(gen_trie *trie, const char *key, uint16_t row)
{
    const mh_folded *folded = mh_fold(trie->folder, mh_view_of(key));
    uint16_t *units = MH_NEW(trie->arena, uint16_t, folded->length);

    memcpy(units, folded->key, folded->length * sizeof(uint16_t));
    trie_key added = {.units = units, .length = folded->length, .row = row};
    g_array_append_val(trie->keys, added);
}

static gint compare_keys(gconstpointer a, gconstpointer b)
{
    const trie_key *left = a;
    const trie_key *right = b;
    size_t shared = MIN(left->length, right->length);

    for (size_t i = 0; i < shared; i++)
        if (left->units[i] != right->units[i])
            return left->units[i] < right->units[i] ? -1 : 1;
    if (left->length != right->length)
        return left->length < right->length ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

static const trie_key *key_at(const gen_trie *trie, size_t index)
{
    return &g_array_index(trie->keys, trie_key, index);
}

static bool is_one_key(const gen_trie *trie, size_t from, size_t to)
{
    const trie_key *first = key_at(trie, from);
    const trie_key *last = key_at(trie, to - 1);
    return first->length == last->length
           && memcmp(first->units, last->units, first->length * sizeof(uint16_t)) == 0;
}

/* Takes the rows of keys [from, to) that are @p length long; returns the first key that is not. */
static size_t take_rows(gen_trie *trie, lex_node *node, size_t from, size_t to, size_t length)
{
    node->row = trie->rows->len;
    while (from < to && key_at(trie, from)->length == length) {
        uint16_t row = key_at(trie, from)->row;
        bool is_new =
            node->row_count == 0 || g_array_index(trie->rows, uint16_t, trie->rows->len - 1) != row;
        if (is_new) {
            g_array_append_val(trie->rows, row);
            node->row_count++;
        }
        from++;
    }
    return from;
}

static size_t group_end(const gen_trie *trie, size_t from, size_t to, size_t depth)
{
    uint16_t unit = key_at(trie, from)->units[depth];
    while (from < to && key_at(trie, from)->units[depth] == unit)
        from++;
    return from;
}

/* Keys are as long as names are, so the recursion is shallow. */
static uint32_t add_node(gen_trie *trie, size_t from, size_t to, size_t depth)
{
    uint32_t index = trie->nodes->len;
    lex_node node = {0};

    g_array_append_val(trie->nodes, node);
    if (is_one_key(trie, from, to)) {
        const trie_key *key = key_at(trie, from);
        node.edge = trie->tails->len;
        node.tail_length = (uint16_t)(key->length - depth);
        g_array_append_vals(trie->tails, key->units + depth, node.tail_length);
        (void)take_rows(trie, &node, from, to, key->length);
    } else {
        from = take_rows(trie, &node, from, to, depth);
        node.edge = trie->edge_units->len;
        for (size_t i = from; i < to; i = group_end(trie, i, to, depth)) {
            g_array_append_val(trie->edge_units, key_at(trie, i)->units[depth]);
            node.edge_count++;
        }
        g_array_set_size(trie->edge_nodes, trie->edge_units->len);
        uint32_t edge = node.edge;
        for (size_t i = from; i < to; edge++) {
            size_t end = group_end(trie, i, to, depth);
            uint32_t child = add_node(trie, i, end, depth + 1);
            g_array_index(trie->edge_nodes, uint32_t, edge) = child;
            i = end;
        }
    }
    g_array_index(trie->nodes, lex_node, index) = node;
    return index;
}

static void write_u16(const GArray *array, const char *name, const char *part, FILE *out)
{
    (void)fprintf(out, "\nstatic const uint16_t %s_%s[] = {", name, part);
    for (guint i = 0; i < array->len; i++)
        (void)fprintf(out, "%s%u,", i % 16 == 0 ? "\n" : " ",
                      (unsigned)g_array_index(array, uint16_t, i));
    (void)fprintf(out, "%s\n};\n", array->len == 0 ? "0" : "");
}

static void write_nodes(const gen_trie *trie, const char *name, FILE *out)
{
    (void)fprintf(out, "\nstatic const uint32_t %s_edge_nodes[] = {", name);
    for (guint i = 0; i < trie->edge_nodes->len; i++)
        (void)fprintf(out, "%s%u,", i % 16 == 0 ? "\n" : " ",
                      (unsigned)g_array_index(trie->edge_nodes, uint32_t, i));
    (void)fprintf(out, "%s\n};\n", trie->edge_nodes->len == 0 ? "0" : "");

    (void)fprintf(out, "\nstatic const lex_node %s_nodes[] = {\n", name);
    for (guint i = 0; i < trie->nodes->len; i++) {
        const lex_node *node = &g_array_index(trie->nodes, lex_node, i);
        (void)fprintf(out, "{%u, %u, %u, %u, %u},\n", (unsigned)node->edge, (unsigned)node->row,
                      (unsigned)node->edge_count, (unsigned)node->tail_length,
                      (unsigned)node->row_count);
    }
    (void)fprintf(out, "};\n");
}

/* The root has so many edges, and is asked so often, that they are also indexed. */
static void write_first(const gen_trie *trie, const char *name, FILE *out)
{
    const lex_node *root = &g_array_index(trie->nodes, lex_node, 0);

    (void)fprintf(out, "\nstatic const uint32_t %s_first[LEX_FOLD_END] = {\n", name);
    for (guint edge = root->edge; edge < root->edge + root->edge_count; edge++) {
        unsigned unit = g_array_index(trie->edge_units, uint16_t, edge);
        if (unit < LEX_FOLD_END)
            (void)fprintf(out, "[%u] = %u,\n", unit,
                          (unsigned)g_array_index(trie->edge_nodes, uint32_t, edge));
    }
    (void)fprintf(out, "};\n");
}

void gen_trie_write(gen_trie *trie, const char *name, FILE *out)
{
    g_assert(trie->keys->len > 0);
    g_array_sort(trie->keys, compare_keys);
    (void)add_node(trie, 0, trie->keys->len, 0);
    write_u16(trie->edge_units, name, "edge_units", out);
    write_u16(trie->tails, name, "tails", out);
    write_u16(trie->rows, name, "rows", out);
    write_nodes(trie, name, out);
    write_first(trie, name, out);
    (void)fprintf(out,
                  "\nconst lex_trie %s = {.first = %s_first, .nodes = %s_nodes, .edge_units = "
                  "%s_edge_units,\n"
                  "    .edge_nodes = %s_edge_nodes, .tails = %s_tails, .rows = %s_rows};\n",
                  name, name, name, name, name, name, name);
}
