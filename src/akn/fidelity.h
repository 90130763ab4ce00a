#ifndef MH_AKN_FIDELITY_H
#define MH_AKN_FIDELITY_H

/*
 * The proof that a document says what its source says: fidelity.c flattens both, match.c lets the
 * one claim the other.
 */

#include "akn/akn.h"

enum {
    AKN_FAULTS_MAX = 20,       /**< stretches named in messages */
    AKN_FAULTS_HOPELESS = 1000 /**< stretches after which the document is that of another source */
};

/** One character of the source that is not white space. */
typedef struct akn_source_char {
    uint32_t c : 31;
    uint32_t is_claimed : 1;
} akn_source_char;

/** A stretch of the document: a text node, or the mark of a note. */
typedef struct akn_stretch {
    uint32_t first_line; /**< mh:lines; 0 when unknown */
    uint32_t last_line;
    uint32_t note; /**< 0: the text itself; else index of the note's cursor */
    bool is_call;  /**< a note's mark: printed, but an attribute here */
} akn_stretch;

/** One character of the document that is not white space. */
typedef struct akn_content_char {
    gunichar c;
    uint32_t stretch; /**< index */
} akn_content_char;

typedef struct akn_matcher {
    mh_job *job;
    const mh_text *text;
    GArray *source;      /**< akn_source_char */
    GArray *line_start;  /**< size_t: index of each line's first character; one more at the end */
    GArray *line_next;   /**< size_t: no unclaimed character of the line stands before it */
    GArray *content;     /**< akn_content_char */
    GArray *stretches;   /**< akn_stretch */
    GArray *cursors;     /**< size_t: 0 the text, then one for each note; SIZE_MAX before its use */
    GHashTable *moved;   /**< a set of "LINE TEXT": numbers moved to the note that begins there */
    size_t resume;       /**< where the text goes on after a jump; SIZE_MAX outside one */
    size_t jump_end;     /**< where the jump ends */
    uint32_t open_first; /**< lines of the block that goes furthest down the source so far */
    uint32_t open_last;
    size_t kept;
    size_t furniture;
    unsigned reported;
    mh_status status;
} akn_matcher;

/** White space, which is no part of the promise. */
static inline bool akn_is_blank(gunichar c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return g_unichar_isspace(c) || c == 0x85;
}

/**
 * Claims what the metadata count as page furniture: a whole line, or what stands first or last in
 * it; a "hyphen" last, "direction" marks anywhere.
 *
 * @param kind mh:furniture/@kind
 */
void akn_claim_furniture(akn_matcher *m, uint32_t number, const char *text, const char *kind);

/** Claims what was moved from a line to the note that begins in another: the note's number. */
void akn_claim_moved(akn_matcher *m, uint32_t from, uint32_t to, const char *text);

/** Claims the source for the character @p content or more; returns the index of the next one. */
size_t akn_match_one(akn_matcher *m, size_t content);

/** Reports every stretch of the source that nothing claimed. */
void akn_report_lost(akn_matcher *m);

#endif
