#ifndef MH_FO_LINEBREAK_H
#define MH_FO_LINEBREAK_H

/*
 * Total-fit line breaking (D. E. Knuth and M. F. Plass, "Breaking paragraphs into lines", 1981)
 * over sums of widths: nothing here knows of text. Private to fo.
 */

#include <stdint.h>

#include "base/arena.h"

/** Width, stretch and shrink of all that comes before a place in the paragraph. */
typedef struct fo_sums {
    int64_t width;
    int64_t stretch;
    int64_t shrink;
} fo_sums;

/** A place where a line may end. */
typedef struct fo_candidate {
    fo_sums end;          /**< where the line's content ends: before the spaces at the break */
    fo_sums next;         /**< where the next line's content begins: after them */
    int32_t hyphen_width; /**< of the hyphen that appears when the line ends here */
    int16_t penalty;      /**< how unwelcome the break is: 0 not at all, 50 as a hyphen is */
    bool is_flagged;      /**< two lines in a row should not end so */
    bool is_hyphenation;  /**< used only when the lines cannot be set well without */
    bool is_reluctant;    /**< in ragged lines used only where a line would be too long without */
} fo_candidate;

/** What lines must look like. Widths are Pango units. */
typedef struct fo_line_rules {
    int32_t width;
    int32_t short_width; /**< of the first @c short_lines */
    size_t short_lines;
    int32_t first_indent; /**< taken from the first line; may be negative */
    int32_t last_indent;  /**< taken from the last line */
    int32_t
        line_stretch; /**< what every line may lack without harm: ragged margins; 0: justified */
    int32_t last_stretch; /**< what the last line may lack beside that */
    uint16_t ladder;      /**< most flagged lines in a row; 0: no limit */
    bool wrap;            /**< false: one line, however long */
} fo_line_rules;

/**
 * Chooses the breaks with the least demerits. Time is linear in @p count for lines of bounded
 * length.
 *
 * @param scratch    takes the nodes
 * @param start      where the first line's content begins
 * @param candidates in order; the last one ends the paragraph and is always chosen
 * @param count      at least 1
 * @param chosen     room for @p count indices
 * @return number of lines: entries written to @p chosen
 */
size_t fo_break_lines(mh_arena *scratch, const fo_sums *start, const fo_candidate *candidates,
                      size_t count, const fo_line_rules *rules, uint32_t *chosen);

/** How far a line is from its width: stretched (> 0, 1 = all its stretch) or shrunk (≥ -1). */
double fo_line_ratio(int64_t lack, int64_t stretch, int64_t shrink);

#endif
