#ifndef MH_AKN_BLOCKS_H
#define MH_AKN_BLOCKS_H

/*
 * Blocks, by family: body.c knows which elements each kind of node can be, the other files write
 * them. A node becomes the first of its forms that its place has room for; when there is none, it
 * is wrapped in what the place does hold. So every tree gives a valid document, and no text is left
 * out.
 */

#include "akn/writer.h"

/** Where a node is written. */
typedef struct akn_place {
    xmlNode *parent;
    akn_id context;   /**< what ids of children are counted in */
    unsigned allowed; /**< set of akn_content */
} akn_place;

typedef struct akn_form akn_form;
typedef void akn_write_function(akn_writer *w, akn_place at, const mh_node *node,
                                const akn_form *form);

/** One way to write a kind of node. */
struct akn_form {
    akn_content content; /**< what the element counts as; 0 ends a row */
    akn_write_function *write;
    const char *element;
    const char *ref; /**< in eIds */
    akn_counting counting;
};

/** Everything that a debateSection holds (XSD: althierarchy). */
#define AKN_IN_DEBATE_SECTION (AKN_BLOCK | AKN_CONTAINER | AKN_DEBATE | AKN_SPEECH)

/** The first form of @p node's kind that @p allowed has room for, or NULL. */
const akn_form *akn_form_of(const mh_node *node, unsigned allowed);

/** Writes @p node, in a wrapper when it does not fit. */
void akn_write_node(akn_writer *w, akn_place at, const mh_node *node);

/** Writes the nodes from @p first up to @p end (not included; NULL is all of them). */
void akn_write_run(akn_writer *w, akn_place at, const mh_node *first, const mh_node *end);

/* ------------------------------------------------------------------ pieces */

/** The id of an element that has none. */
#define AKN_NO_ID ((akn_id){.eid = NULL, .wid = NULL})

bool akn_has_text(const mh_inline *text);

/** A paragraph of text and nothing else. */
bool akn_is_plain(const mh_node *node);

/**
 * Starts an element for @p node, with its id, lines and language.
 *
 * @param outer the language to give back to the writer when the element is done
 */
xmlNode *akn_begin(akn_writer *w, xmlNode *parent, const mh_node *node, const char *element,
                   akn_id id, mh_language *outer);

/** Writes @p text as a paragraph with the lines of @p node, up to those of its first child. */
void akn_write_text(akn_writer *w, xmlNode *parent, const mh_node *node, const mh_inline *text,
                    const char *class_name);

/** Writes num and heading, those that there are. */
void akn_write_heading(akn_writer *w, xmlNode *element, const mh_node *node);

/** The same as paragraphs, for elements that have no room for them. */
void akn_write_stray_heading(akn_writer *w, akn_place at, const mh_node *node);

/** Writes the node's own text as a paragraph, then its children. */
void akn_write_children(akn_writer *w, akn_place at, const mh_node *node);

/** Lets the entries of lists of contents refer to the headings below @p root. */
void akn_link_contents(akn_writer *w, xmlNode *root);

/** Puts an empty paragraph where a block must stand and none does. */
void akn_fill(akn_writer *w, xmlNode *element);

/* ------------------------------------------------------------------ forms, by file */

akn_write_function akn_write_p;     /* body.c */
akn_write_function akn_write_level; /* levels.c */
akn_write_function akn_write_crosshead;
akn_write_function akn_write_block_list; /* lists.c */
akn_write_function akn_write_stray_item;
akn_write_function akn_write_table; /* tables.c */
akn_write_function akn_write_stray_row;
akn_write_function akn_write_container; /* containers.c */
akn_write_function akn_write_tblock;
akn_write_function akn_write_formula;
akn_write_function akn_write_quoted;
akn_write_function akn_write_toc;    /* contents.c */
akn_write_function akn_write_speech; /* debates.c */
akn_write_function akn_write_narrative;
akn_write_function akn_write_debate_section;
akn_write_function akn_write_roll_call;
akn_write_function akn_write_in_section;

#endif
