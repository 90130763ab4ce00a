#ifndef MH_LEXICON_DATA_H
#define MH_LEXICON_DATA_H

/*
 * The compiled form of src/lexicon/data, private to the lexicon. generate/ writes the definitions
 * at build time, so nothing is read, built or changed at run time.
 */

#include "lexicon/lexicon.h"
#include "lexicon/name.h"
#include "lexicon/printed.h"

/* ------------------------------------------------------------------ characters */

#define LEX_FOLD_END 0x0700U   /* Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic */
#define LEX_LATIN_MORE 0x1E00U /* Latin Extended Additional */
#define LEX_LATIN_MORE_END 0x1F00U
#define LEX_HAN 0x4E00U /* CJK Unified Ideographs */
#define LEX_HAN_END 0xA000U

#define LEX_LETTER 1
#define LEX_DIGIT 2

/* Folded form of code points below LEX_FOLD_END; 0 is left out. */
extern const uint16_t lex_fold_low[LEX_FOLD_END];
/* The same with case and accents kept. */
extern const uint16_t lex_printed_low[LEX_FOLD_END];
/* What words are made of: LEX_LETTER, LEX_DIGIT or 0. */
extern const uint8_t lex_word_low[LEX_FOLD_END];
extern const uint16_t lex_fold_latin_more[LEX_LATIN_MORE_END - LEX_LATIN_MORE];

/* Offsets into lex_roman_text: ASCII spellings of single characters, NUL-terminated. */
extern const uint16_t lex_roman_low[LEX_FOLD_END];
extern const uint16_t lex_roman_latin_more[LEX_LATIN_MORE_END - LEX_LATIN_MORE];
extern const uint16_t lex_roman_han[LEX_HAN_END - LEX_HAN];
extern const char lex_roman_text[];

/* ------------------------------------------------------------------ tries */

/*
 * A node has edges sorted by unit, or a tail: the one key that goes on from here. Its rows are the
 * values of the key that ends in it (after the tail).
 */
typedef struct lex_node {
    uint32_t edge; /* first edge, or offset of the tail */
    uint32_t row;  /* first row */
    uint16_t edge_count;
    uint16_t tail_length;
    uint16_t row_count;
} lex_node;

/* All keys of one kind of word, folded. Rows are indexes into the table the trie belongs to. */
typedef struct lex_trie {
    const uint32_t *first; /* node of each first unit below LEX_FOLD_END; 0 is none */
    const lex_node *nodes; /* the root is node 0 */
    const uint16_t *edge_units;
    const uint32_t *edge_nodes;
    const uint16_t *tails;
    const uint16_t *rows;
} lex_trie;

extern const lex_trie lex_name_trie;     /* rows of lex_names */
extern const lex_trie lex_number_trie;   /* rows of lex_numbers */
extern const lex_trie lex_language_trie; /* a mh_language */
extern const lex_trie lex_frequent_trie; /* a mh_language */
extern const lex_trie lex_opening_trie;  /* rows of lex_openings */

/* ------------------------------------------------------------------ tables */

extern const mh_concept lex_concepts[];
extern const uint16_t lex_concept_count;
extern const uint16_t lex_state_count; /* the first ones are the States */
/* Of the States: English says "the Sudan". */
extern const bool lex_takes_the[];
/* Indexes of lex_concepts sorted by id. */
extern const uint16_t lex_concepts_by_id[];
/* Short id of a concept held for a State ("pr" of permanentRepresentative), or NULL. */
extern const char *const lex_concept_of_state[];

extern const mh_name lex_names[];

extern const mh_organ lex_organs[];
extern const uint16_t lex_organ_count;

/* A word of an ordinal number: "seventy" 70, "sixth" 6. */
typedef struct lex_number {
    uint8_t value;
    uint8_t language;
} lex_number;

extern const lex_number lex_numbers[];

typedef enum lex_opening_role {
    LEX_OPENING_PREAMBULAR, /* a participle */
    LEX_OPENING_OPERATIVE,  /* a verb */
    LEX_OPENING_BEFORE,     /* stands before either: "also", "deeply" */
    LEX_OPENING_AFTER,      /* stands after either: "further", "with appreciation" */
    LEX_OPENING_LINK,       /* leads to what stands after: "its deep" concern */
    LEX_OPENING_AND,        /* joins two verbs */
} lex_opening_role;

/* A word or phrase of the opening of a clause. */
typedef struct lex_opening {
    uint8_t role;
    uint8_t language;
} lex_opening;

extern const lex_opening lex_openings[];

/* ------------------------------------------------------------------ patterns */

typedef enum lex_anchor {
    LEX_ANCHOR_WHOLE,
    LEX_ANCHOR_START,
    LEX_ANCHOR_END,
    LEX_ANCHOR_ANY,
} lex_anchor;

/* A piece of a wording: folded literal text, or a slot when name is not NULL. */
typedef struct lex_piece {
    const char *slot;
    uint32_t text; /* offset into lex_pattern_text */
    uint16_t length;
} lex_piece;

typedef struct lex_pattern {
    uint32_t piece; /* first one */
    uint16_t first; /* unit its text begins with; 0 when it begins with a slot or may stand later */
    uint8_t piece_count;
    uint8_t language; /* mh_language */
    uint8_t anchor;   /* lex_anchor */
    uint8_t scripts;  /* mh_script flags of its own words: a text without them cannot match */
} lex_pattern;

/* The wordings of one key: first those with a first unit, sorted by it, then the others. */
typedef struct lex_pattern_key {
    const char *key;
    uint32_t row;
    uint16_t count;
    uint16_t first_count;
    uint64_t firsts; /* bit of each first unit, modulo 64 */
} lex_pattern_key;

/* Sorted by key. */
extern const lex_pattern_key lex_pattern_keys[];
extern const uint32_t lex_pattern_key_count;
extern const lex_pattern lex_patterns[];
extern const lex_piece lex_pieces[];
extern const uint16_t lex_pattern_text[];

/* ------------------------------------------------------------------ words as printed */

typedef struct lex_printed_list {
    const mh_view *words;
    size_t count;
} lex_printed_list;

extern const lex_printed_list lex_printed[MH_PRINTED_COUNT];

#endif
