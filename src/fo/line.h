#ifndef MH_FO_LINE_H
#define MH_FO_LINE_H

/* One line being drawn: its pieces and where they stand. Shared by line.c and linemarks.c. */

#include "fo/inline.h"
#include "fo/painter.h"

/** What one leaf has in the line in one font and direction. */
typedef struct line_piece {
    const par_leaf *leaf;
    uint32_t start; /**< bytes of the paragraph's text */
    uint32_t end;
    uint8_t level;          /**< bidi level; odd runs to the left */
    PangoGlyphItem *glyphs; /**< NULL for leaders, pictures and empty inlines */
    const char *text;       /**< that the glyphs' item counts in */
    bool is_hyphen;         /**< the hyphen at the line's end: no character of the text */
    bool has_start;         /**< its leaf's edges at the start are in the line */
    bool has_end;
    int32_t left_edge; /**< borders, padding and space of inlines that begin or end here */
    int32_t right_edge;
    int32_t width; /**< without the edges */
    int32_t x;     /**< left end, edges included */
} line_piece;

typedef struct line_drawing {
    fo_context *context;
    fo_painter *painter;
    const fo_paragraph *paragraph;
    const par_line *line;
    GArray *pieces; /**< line_piece in logical order */
    int32_t x;      /**< line area */
    int32_t y;
    int32_t width;
    int32_t height;
    int32_t baseline;
} line_drawing;

#define LINE_PIECE(drawing, i) (&g_array_index((drawing)->pieces, line_piece, (i)))

/** Total width of the edges at byte @p at that lie outside @p inside (NULL: of all). */
int32_t line_edges(const line_drawing *drawing, uint32_t at, bool is_end, const fo_node *inside);

/** True when @p node has an edge at byte @p at. */
bool line_has_edge(const line_drawing *drawing, uint32_t at, bool is_end, const fo_node *node);

/** Baseline of what is aligned as @p alignment says on the page. */
int32_t line_baseline(const line_drawing *drawing, const fo_alignment *alignment);

/** linemarks.c: boxes of inline objects, text, leaders, pictures, links and destinations. */
void line_draw_boxes(line_drawing *drawing);
void line_draw_pieces(line_drawing *drawing);
void line_add_destinations(line_drawing *drawing, const fo_line *line);

#endif
