#ifndef MH_FO_PARAGRAPH_H
#define MH_FO_PARAGRAPH_H

/*
 * Inline content to lines: Pango itemises and shapes, total fit (Knuth and Plass 1981) chooses the
 * breaks, and a line draws itself. Private to fo.
 */

#include "fo/tree.h"

typedef struct fo_context fo_context; /* fo/context.h: job, engine, page numbers known so far */
typedef struct fo_painter fo_painter; /* fo/painter.h: collects the marks of one page */

/** Shaped inline content; owned by the context's arena, and so are its lines. */
typedef struct fo_paragraph fo_paragraph;

/** One line of a paragraph, its breaks chosen. Heights include the half-leading (§4.5). */
typedef struct fo_line {
    int32_t ascent;  /**< from the top of the line area to the baseline */
    int32_t descent; /**< from the baseline to its bottom; height = ascent + descent */
    int32_t natural_width;
    int32_t
        ratio_permille; /**< how far its glue is stretched (+) or shrunk (-), 1000 = all of it */
    bool is_hyphenated;
    bool is_overfull;
    bool is_forced;                  /**< ends at a preserved linefeed or at the paragraph's end */
    const fo_node *const *footnotes; /**< fo:footnote called in the line, in order */
    size_t footnote_count;
    const fo_node *const *floats; /**< fo:float anchored in the line */
    size_t float_count;
    const fo_node *const
        *starts; /**< inline objects with an id or fo:marker that begin in the line */
    size_t start_count;
    const fo_paragraph *paragraph; /**< that it is of */
    const void *run;               /**< paragraph.c's own: its place in the paragraph */
} fo_line;

typedef struct fo_lines {
    const fo_line *items;
    size_t count;
    bool has_unknown_numbers; /**< a page number cited in it is not known yet: stand-ins were set */
} fo_lines;

/**
 * Shapes the inline objects from @p first up to, not including, @p end (NULL: to the last sibling).
 *
 * @param block the block that they are children of; its style rules the lines
 */
fo_paragraph *fo_paragraph_new(fo_context *context, const fo_node *block, const fo_node *first,
                               const fo_node *end);

/** True when nothing in it makes a line (only collapsed white space, no anchors). */
bool fo_paragraph_is_empty(const fo_paragraph *paragraph);

/** Widths of the widest unbreakable piece and of all of it in one line: for automatic tables. */
void fo_paragraph_widths(fo_context *context, fo_paragraph *paragraph, int32_t *minimum,
                         int32_t *maximum);

/** Width of the lines as the page offers it: the first @c short_lines are narrower (side floats).
 */
typedef struct fo_measure {
    int32_t width;
    int32_t short_width;
    size_t short_lines;
    const fo_line *after; /**< break only what follows this line of an earlier call, or NULL */
} fo_measure;

/**
 * Breaks into lines: total fit when justified or when it reads better, greedy where wrapping is
 * off; text-indent, last-line-end-indent, hyphenation limits and ladder of the block's style.
 *
 * @param out owned by the context's arena
 */
void fo_paragraph_break(fo_context *context, fo_paragraph *paragraph, const fo_measure *measure,
                        fo_lines *out);

/**
 * Draws a line: text, leaders, rules, pictures, decorations, inline borders and backgrounds, links
 * and destinations. Page numbers are those the context knows now.
 *
 * @param x     left edge of the line area
 * @param y     its top
 * @param width of the line area; what text-align is done within
 */
void fo_line_draw(fo_context *context, fo_painter *painter, const fo_line *line, int32_t x,
                  int32_t y, int32_t width);

#endif
