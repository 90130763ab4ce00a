#include "lexicon/trie.h"

/* Edge of @p node for @p unit, or SIZE_MAX. */
static size_t edge_of(const lex_trie *trie, const lex_node *node, uint16_t unit)
{
    size_t low = node->edge;
    size_t high = low + node->edge_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (trie->edge_units[middle] == unit)
            return middle;
        if (trie->edge_units[middle] < unit)
            low = middle + 1;
        else
            high = middle;
    }
    return SIZE_MAX;
}

/* Node behind @p unit, or NULL. */
static const lex_node *child_of(const lex_trie *trie, const lex_node *node, uint16_t unit)
{
    if (node == trie->nodes && unit < LEX_FOLD_END) {
        uint32_t first = trie->first[unit];
        return first > 0 ? &trie->nodes[first] : NULL;
    }
    size_t edge = edge_of(trie, node, unit);
    return edge == SIZE_MAX ? NULL : &trie->nodes[trie->edge_nodes[edge]];
}

static void add_hit(lex_hit hits[LEX_MAX_HITS], size_t *count, lex_hit hit)
{
    if (*count == LEX_MAX_HITS) {
        memmove(hits, hits + 1, (LEX_MAX_HITS - 1) * sizeof(hits[0]));
        (*count)--;
    }
    hits[(*count)++] = hit;
}

static bool tail_matches(const lex_trie *trie, const lex_node *node, const mh_folded *text,
                         size_t at)
{
    return at + node->tail_length <= text->length
           && memcmp(trie->tails + node->edge, text->key + at, node->tail_length * sizeof(uint16_t))
                  == 0;
}

size_t lex_trie_find(const lex_trie *trie, const mh_folded *text, size_t at,
                     lex_hit hits[LEX_MAX_HITS])
{
    const lex_node *node = trie->nodes;
    size_t count = 0;

    for (size_t i = at;; i++) {
        bool is_here = node->tail_length == 0 || tail_matches(trie, node, text, i);
        if (node->row_count > 0 && is_here)
            add_hit(hits, &count,
                    (lex_hit){.units = i - at + node->tail_length,
                              .rows = trie->rows + node->row,
                              .row_count = node->row_count});
        if (node->edge_count == 0 || i >= text->length)
            return count;
        node = child_of(trie, node, text->key[i]);
        if (node == NULL)
            return count;
    }
}
