#ifndef MH_RECORD_BODY_H
#define MH_RECORD_BODY_H

/*
 * The grammar of bodies: headings, numbered paragraphs, lists, tables, quotations. A builder keeps
 * the open levels; each unit is hung where its mark and its sequence say.
 */

#include "lexicon/opening.h"
#include "record/reader.h"

#define REC_LEVELS_MAX 12
#define REC_LISTS_MAX 8

/** An open heading or list: what its numbers look like and the last one. */
typedef struct rec_level {
    mh_node *node; /**< heading level, or the LIST */
    mh_node *item; /**< lists: the last POINT or INDENT */
    rec_style style;
    rec_dress dress;
    uint32_t value;
} rec_level;

/** Flags of rec_body_read(). */
typedef enum rec_body_mode {
    REC_BODY_PLAIN = 0,
    REC_BODY_OPERATIVE = 1, /**< paragraphs are operative ones: their verbs are set in italics */
    REC_BODY_QUOTED = 2,    /**< the draft a resolution recommends: it holds no further one */
} rec_body_mode;

typedef struct rec_builder {
    rec_reader *reader;
    rec_range range;
    unsigned mode;
    mh_node *root;
    rec_level levels[REC_LEVELS_MAX];
    size_t level_count;
    rec_level lists[REC_LISTS_MAX];
    size_t list_count;
    mh_node *paragraph; /**< the one lists and continuations go into, or NULL */
} rec_builder;

/** Builds nodes of units [from, to) under a new root, whose children are returned. */
mh_node *rec_body_read(rec_reader *reader, rec_range range, unsigned mode);

/** Builds nodes of @p units, which lie in the builder's range. */
void rec_builder_add(rec_builder *builder, rec_range units);

/** Bytes of the words a clause of that kind opens with, from byte @p from on; 0 for none. */
size_t rec_opening_length(rec_reader *reader, const rec_unit *unit, size_t from,
                          mh_opening_kind kind);

/** A P of @p unit from byte @p from on, its opening words marked. */
mh_node *rec_clause_of(rec_reader *reader, const rec_unit *unit, size_t from, mh_opening_kind kind);

/* ------------------------------------------------------------------ levels.c */

/** The node that takes what comes next: the innermost open level, or the root. */
mh_node *rec_builder_level(rec_builder *builder);

/** Takes unit @p at for a heading and opens its level; returns units used, 0 when it is none. */
size_t rec_take_heading(rec_builder *builder, size_t at);

/* ------------------------------------------------------------------ lists.c */

/** Hangs unit @p at, which has a list mark, into the list it continues or begins. */
size_t rec_take_item(rec_builder *builder, size_t at);

void rec_close_lists(rec_builder *builder);

/** The innermost open list item, or NULL. */
mh_node *rec_builder_item(rec_builder *builder);

/* ------------------------------------------------------------------ tables.c */

/** Takes a table that begins at unit @p at with its caption; returns units used, 0 = none. */
size_t rec_take_table(rec_builder *builder, size_t at);

#endif
