#ifndef MH_FO_INLINE_H
#define MH_FO_INLINE_H

/*
 * A paragraph from the inside: inline objects as one text with leaves, shaped runs, and what may
 * happen at each byte. Shared by the files of the paragraph (inline.c collects, shape.c shapes,
 * opportunity.c finds breaks, object.c measures objects, paragraph.c breaks, line.c draws).
 */

#include "fo/baseline.h"
#include "fo/context.h"
#include "fo/images.h"
#include "fo/linebreak.h"
#include "fo/paragraph.h"

/** U+FFFC OBJECT REPLACEMENT CHARACTER stands for an object in the text. */
#define PAR_OBJECT "\357\277\274"

typedef enum par_kind {
    PAR_TEXT,
    PAR_CONTROL, /**< a directional control: orders its neighbours, draws nothing */
    PAR_NUMBER,  /**< page number or citation */
    PAR_LEADER,
    PAR_PICTURE,
    PAR_EMPTY, /**< an inline without content but with borders or padding */
} par_kind;

/** A glyph of a run, half the size of Pango's: a long document's wait for their pages. */
typedef struct par_glyph {
    PangoGlyph glyph;
    int32_t width;
    uint32_t cluster : 31; /**< byte in the run's item */
    uint32_t is_cluster_start : 1;
} par_glyph;

/** Where a glyph is drawn away from its place: marks over Arabic letters. */
typedef struct par_offset {
    int32_t x;
    int32_t y;
} par_offset;

/** One shaped run: a stretch of one leaf in one font and direction. */
typedef struct par_run {
    PangoItem *item;           /**< offset and length are into the paragraph's text */
    const par_glyph *glyphs;   /**< in visual order; NULL for objects */
    const par_offset *offsets; /**< one for each glyph, or NULL where all are zero */
    uint32_t glyph_count;
    uint32_t leaf;
} par_run;

/** Text shaped by itself: page numbers, hyphens, dots of leaders. */
typedef struct par_snippet {
    const char *text;
    PangoItem *item;
    PangoGlyphString *glyphs;
    int32_t width;
} par_snippet;

/** What stands for U+FFFC. */
typedef struct par_object {
    int32_t width;
    int32_t stretch; /**< leaders */
    int32_t shrink;
    int32_t ascent; /**< above its own baseline */
    int32_t descent;
    fo_alignment alignment;
    const mh_image *image; /**< PAR_PICTURE, or NULL when it could not be read */
    mh_rect picture;       /**< of the scaled image in the object: from its left edge and top */
    const char *label;     /**< PAR_NUMBER: text that was measured */
} par_object;

/** A stretch of the text that belongs to one formatting object. */
typedef struct par_leaf {
    par_kind kind;
    const fo_node *node; /**< FO_TEXT or the object itself */
    const fo_font *font;
    uint32_t start; /**< bytes of the text */
    uint32_t end;
    const fo_alignment
        *alignment;     /**< of the inline object it is in; of an object: of its parent */
    par_object *object; /**< NULL for PAR_TEXT, PAR_CONTROL */
} par_leaf;

/** Border, padding and space at the start or end of an inline object. */
typedef struct par_edge {
    const fo_node *node;
    uint32_t position; /**< byte that it stands before */
    int32_t width;
    bool is_end; /**< belongs to what comes before @c position */
} par_edge;

typedef enum par_event_kind {
    PAR_EVENT_START, /**< an object with an id or markers begins */
    PAR_EVENT_FOOTNOTE,
    PAR_EVENT_FLOAT,
} par_event_kind;

/** Something that the line it falls in must tell the page maker. */
typedef struct par_event {
    par_event_kind kind;
    const fo_node *node;
    uint32_t position;
} par_event;

/** What may happen at a byte of the text (first byte of a character). */
enum {
    PAR_BREAK = 1 << 0,       /**< a line may begin here */
    PAR_SPACE = 1 << 1,       /**< white space that vanishes at line ends */
    PAR_GLUE = 1 << 2,        /**< a space that gives and takes when lines are justified */
    PAR_FORCED = 1 << 3,      /**< the line ends after this character */
    PAR_HYPHENATION = 1 << 4, /**< a line may begin here after a hyphen of ours */
    PAR_SOFT_HYPHEN = 1 << 5, /**< U+00AD */
    PAR_CJK_GAP = 1 << 6,     /**< the gap after this character may be stretched a little */
    PAR_CJK_MARK = 1 << 7,    /**< punctuation whose empty half may shrink */
    PAR_RELUCTANT = 1 << 8,   /**< a break here is lawful but ugly */
    PAR_KEEP = 1 << 9,        /**< keep-together.within-line: no break before this character */
    PAR_GRAPHEME = 1 << 10,   /**< what a reader takes for one character begins here */
    PAR_RESCUE = 1 << 11,     /**< a line may begin here because nothing else would keep it inside;
                                 with RELUCTANT: rather here than elsewhere */
};

struct fo_paragraph {
    mh_arena *arena; /**< of all below; goes with the job or with fo_paragraph_release() */
    const fo_node *block;
    const fo_font *font; /**< of the block */
    const char *text;    /**< UTF-8, NUL-terminated */
    uint32_t length;
    uint16_t *flags; /**< PAR_ bits, length + 1 entries */
    GArray *leaves;  /**< par_leaf, in order, together the whole text */
    GArray *runs;    /**< par_run, in logical order */
    GArray *edges;   /**< par_edge, in order of position */
    GArray *events;  /**< par_event, in order of position */
    bool is_rtl;     /**< base direction */
    bool is_first;   /**< nothing of the block comes before: text-indent applies */
    bool has_unknown_numbers;
    bool is_overfull_reported;
    bool is_rescued; /**< some flags are RESCUE */
};

/** A line's own part of fo_line.run. */
typedef struct par_line {
    uint32_t start; /**< bytes of the text */
    uint32_t end;   /**< of its content */
    uint32_t next;  /**< start of the next line: what is between are vanished spaces */
    int32_t indent; /**< text-indent of the line */
    int32_t end_indent;
    bool is_last; /**< ends the paragraph or at a linefeed: text-align-last */
    bool has_hyphen;
    int32_t above; /**< height of the line above its baseline and below, without half-leading */
    int32_t below;
} par_line;

/** How the leaf is aligned in its line. */
static inline const fo_alignment *par_alignment(const par_leaf *leaf)
{
    return leaf->object ? &leaf->object->alignment : leaf->alignment;
}

/** The character after the one at @p p; GLib's macro for it casts const away. */
static inline const char *par_next(const char *p)
{
    return p + g_utf8_skip[(unsigned char)*p];
}

#define PAR_LEAF(paragraph, i) (&g_array_index((paragraph)->leaves, par_leaf, (i)))
#define PAR_RUN(paragraph, i) (&g_array_index((paragraph)->runs, par_run, (i)))

/** inline.c: fills text, leaves, edges, events and the flags KEEP and FORCED. */
void par_collect(fo_context *context, fo_paragraph *paragraph, const fo_node *first,
                 const fo_node *end);

/** Total of border, padding and space on one side of an inline object. */
int32_t par_edge_width(const fo_node *node, fo_side side);

/** shape.c: makes the runs. */
void par_shape(fo_context *context, fo_paragraph *paragraph);

/**
 * Spaces of @p item as wide as the font has them. Kerned with a capital A and shrunk in a tight
 * line, one may fall below 0.15 em, where programs that read a PDF take two words for one.
 */
void par_even_spaces(const char *text, const PangoItem *item, PangoGlyphString *glyphs);

/** Shapes @p text alone in the font of @p node; lives in @p arena. */
par_snippet par_shape_snippet(fo_context *context, mh_arena *arena, const fo_node *node,
                              const char *text);

/** Width of each cluster at its first byte; length + 1 entries. Objects have their object's width.
 */
void par_advances(const fo_paragraph *paragraph, int32_t *advances);

/** opportunity.c: sets the flags BREAK and those for spaces, hyphens and CJK. */
void par_find_breaks(fo_context *context, fo_paragraph *paragraph);

/** What the character at byte @p at, @p advance wide, gives and takes in a justified line. */
void par_glue(const fo_paragraph *paragraph, uint32_t at, int32_t advance, int32_t *stretch,
              int32_t *shrink);

/**
 * rescue.c: allows breaks between all characters of a piece that is wider than a line. False when
 * it has no place for one (objects, keeps, joined letters).
 */
bool par_rescue(fo_paragraph *paragraph, uint32_t start, uint32_t end);

/** Takes back what par_rescue() allowed: the lines may have another width now. */
void par_forget_rescue(fo_paragraph *paragraph);

/** object.c: measures the objects for lines @p width wide. */
void par_measure_objects(fo_context *context, fo_paragraph *paragraph, int32_t width);

/** Label that @p node (a page number or citation) shows now; NULL when it is not known. */
const char *par_number_label(const fo_context *context, const fo_node *node);

/** Index of the leaf that byte @p at is in; the last one at the end. */
uint32_t par_leaf_at(const fo_paragraph *paragraph, uint32_t at);

#endif
