#ifndef MH_FO_FLOW_H
#define MH_FO_FLOW_H

/*
 * How block-level objects hand their content to the page maker; private to fo.
 *
 * A reference area's content is a flat list of items: boxes (lines), spaces, break opportunities,
 * the edges of areas (with id, border, padding, background, repeated table header) and parts: items
 * that can be divided by themselves because their content runs side by side (list items, table
 * rows) or has a room of its own. Builders make the list once for a given width and know nothing of
 * pages. fo_fit() then says how much of a list goes into a room, resolving spaces as it goes
 * (XSL 1.1 §4.3.1), and fo_draw_range() draws exactly that; both are linear in what is placed.
 *
 * Lengths are Pango units. x is from the left edge of the reference area, in every writing mode.
 * All of it lives in the arena of the list.
 */

#include "fo/context.h"
#include "fo/paragraph.h"

typedef struct fo_item fo_item;
typedef struct fo_items fo_items;
typedef struct fo_area fo_area;

typedef enum fo_item_kind {
    FO_ITEM_BOX,      /**< a line or another indivisible thing */
    FO_ITEM_SPACE,    /**< a space specifier; resolved with its neighbours */
    FO_ITEM_BREAK,    /**< a place where a column or page may or must end */
    FO_ITEM_OPEN,     /**< before-edge of an area */
    FO_ITEM_CLOSE,    /**< its after-edge */
    FO_ITEM_PARTS,    /**< divides itself */
    FO_ITEM_FLOATING, /**< drawn where it stands (a positioned container), without height and
                         without parting the spaces around it; uses parts */
} fo_item_kind;

/** Resolved or not yet resolved space: fo_space without percentages. */
typedef struct fo_gap {
    int32_t minimum;
    int32_t optimum;
    int32_t maximum;
    int16_t precedence;
    bool retain;
} fo_gap;

/** A break opportunity: how strongly it is forbidden, or that it is demanded. */
typedef struct fo_break_point {
    int16_t within_column; /**< strength of the keep that a column break here violates */
    int16_t within_page;   /**< the same for a page break */
    fo_break forced;       /**< FO_BREAK_AUTO: nothing is demanded */
} fo_break_point;

/** A place in a list where a piece of it begins or ends. {0, NULL} is the start. */
typedef struct fo_place {
    size_t index;
    const void *inside; /**< what the item at @c index has given already; NULL: it is whole */
} fo_place;

/** Room to fill. */
typedef struct fo_room {
    int32_t height;
    bool is_column; /**< the break leads to another column of the page, not to another page */
    bool is_forced; /**< something must be placed, even when it overflows: the room is a whole one,
                       a bigger one will not come */
    bool is_smallest;       /**< the shortest piece that breaks no keep is asked for */
    struct fo_notes *notes; /**< footnotes that share the room, or NULL (footnote.h) */
} fo_room;

#define FO_BADNESS_MAX 1e6

/** What fits. */
typedef struct fo_piece {
    fo_place to;      /**< where the rest begins */
    bool is_end;      /**< nothing is left */
    bool fits;        /**< false: nothing can be placed here, @c to is the start; never with
                         fo_room.is_forced */
    bool is_overfull; /**< higher than the room */
    int32_t height;   /**< optimum */
    int32_t stretch;  /**< what its spaces can give and take */
    int32_t shrink;
    double badness;    /**< 100 r³ for the ratio r by which its spaces must change to fill the room
                         (Knuth and Plass); FO_BADNESS_MAX where they cannot */
    int16_t strength;  /**< of the keep violated by ending at @c to; FO_KEEP_AUTO */
    fo_break forced;   /**< break demanded at @c to */
    int32_t deferred;  /**< height of footnotes that go on on the next page */
    size_t note_count; /**< footnotes called up to @c to, with those of fo_room.notes before */
} fo_piece;

/** Called for each item that is placed on a page, in order, nested ones included. */
typedef struct fo_visitor {
    void (*visit)(struct fo_visitor *self, const fo_item *item);
    void *user;
} fo_visitor;

/** A stretch of a PARTS item, in places of its own. */
typedef struct fo_part {
    const void *from; /**< NULL: its beginning */
    const void *to;   /**< NULL: its end */
} fo_part;

/**
 * What a PARTS item can do. @p from is the place where it goes on (opaque, the class's own; NULL is
 * its beginning). fit() fills in @c to.inside (opaque; @c to.index is not used) and is_end.
 */
typedef struct fo_parts_class {
    void (*fit)(fo_context *context, const fo_item *item, const void *from, const fo_room *room,
                fo_piece *out);
    /** @p x, @p y: left edge of the reference
     * area that the item's x counts from, and its top. */
    void (*draw)(fo_context *context, fo_painter *painter, const fo_item *item, const fo_part *part,
                 int32_t x, int32_t y);
    void (*visit)(fo_context *context, const fo_item *item, const void *from, const void *to,
                  fo_visitor *visitor);
    /** Height of the piece from @p from to @p to (NULL: to the end). */
    int32_t (*height)(fo_context *context, const fo_item *item, const void *from, const void *to);
} fo_parts_class;

/** Draws a box; @p x is the left edge of the reference area plus item->x, @p y its top. */
typedef void fo_box_draw(fo_context *context, fo_painter *painter, const fo_item *item, int32_t x,
                         int32_t y);

struct fo_item {
    fo_item_kind kind;
    bool waits; /**< BOX: shows a page number that was not known when it was built */
    int32_t x;  /**< BOX, PARTS */
    int32_t width;
    int32_t height;      /**< BOX; PARTS: of all of it */
    const fo_node *node; /**< object that it comes from, or NULL */
    fo_area *area;       /**< innermost area that is open around it; OPEN, CLOSE: their own */
    union {
        struct {
            fo_box_draw *draw;       /**< NULL: nothing to draw */
            const void *data;        /**< the drawer's own, of what is no line */
            fo_paragraph *paragraph; /**< of a line */
            const fo_line *line;     /**< NULL when it is no line: its notes, floats, anchors */
        } box;
        fo_gap gap;
        fo_break_point point;
        struct {
            const fo_parts_class *class;
            void *data;
        } parts;
    };
};

/** A list of items of one reference area. */
struct fo_items {
    mh_arena *arena;
    GArray *list;          /**< fo_item */
    bool keeps_edge_space; /**< no reference area: spaces at its two ends stay */
    /** Appends more and says whether it did; NULL when the list is complete. */
    bool (*more)(void *user);
    void *user;
};

/**
 * An area with an id, markers, or edges. A fragment of it on a page has its before-edge where the
 * area begins or where the edge is retained, and so after.
 */
struct fo_area {
    const fo_node *node;
    fo_area *parent;
    int32_t x; /**< border rectangle */
    int32_t width;
    int32_t before;          /**< border and padding of the before-edge */
    int32_t after;           /**< and of the after-edge */
    int32_t retained_before; /**< what of them is kept at a break */
    int32_t retained_after;
    bool rtl;               /**< for "start" and "end" of its borders */
    const fo_items *header; /**< repeated at the top of each fragment, or NULL */
    const fo_items *footer; /**< repeated at the bottom of each fragment, or NULL */
    int32_t header_height;
    int32_t footer_height;
    bool is_continued; /**< its beginning was set with lines of another width */
    bool omit_header;  /**< at breaks */
    bool omit_footer;
    /** Draws background and borders of a fragment; NULL: fo_paint_box() by the node's style. */
    void (*paint)(fo_context *context, fo_painter *painter, const fo_area *area, mh_rect rect,
                  bool is_first, bool is_last);
    void *user; /**< of who set paint */
};

/* Using a list. */

/** Best piece of @p items from @p from for @p room: the strongest keeps are the last to be
 * violated, then the one that fills the room best is taken, and of equal ones the last. */
void fo_fit(fo_context *context, const fo_items *items, fo_place from, const fo_room *room,
            fo_piece *out);

/** Height of all of it, optimum. */
int32_t fo_items_height(fo_context *context, const fo_items *items);

/** A piece that was chosen. */
typedef struct fo_range {
    fo_place from;
    fo_place to;
    bool is_end;  /**< @c to is the end of the list, or a place that is as good as the end */
    double ratio; /**< of stretch (up to 1) or shrink (down to -1) used by the spaces; 0: optimum */
} fo_range;

int32_t fo_range_height(fo_context *context, const fo_items *items, const fo_range *range);

/** @p x, @p y: top left corner of the reference area. */
void fo_draw_range(fo_context *context, fo_painter *painter, const fo_items *items,
                   const fo_range *range, int32_t x, int32_t y);

void fo_visit_range(fo_context *context, const fo_items *items, const fo_range *range,
                    fo_visitor *visitor);

/** Reports that @p node is @p excess higher than its place. */
void fo_report_overflow(fo_context *context, const fo_node *node, int32_t excess);

/* Building a list. */

fo_items *fo_items_new(mh_arena *arena);

static inline const fo_item *fo_items_at(const fo_items *items, size_t index)
{
    return &g_array_index(items->list, fo_item, index);
}

/** What side floats take from the lines to come (float.h). */
typedef struct fo_intrusion {
    int32_t height; /**< down to the bottom of the floats; 0: there are none */
    int32_t width;  /**< of all of them */
    int32_t left;   /**< of those at the left */
} fo_intrusion;

/** Where a builder stands: the reference area and what encloses the next object. */
typedef struct fo_builder {
    fo_context *context;
    fo_items *items;
    fo_area *area;            /**< innermost open area, or NULL */
    int32_t origin;           /**< left edge of the reference rectangle, from that of the list */
    int32_t reference;        /**< its width: what indents and percentages count from */
    int32_t reference_height; /**< of the nearest definite block-progression-dimension, or 0 */
    bool rtl;                 /**< writing mode of the reference area */
    bool is_static;           /**< static content: keeps and breaks have no meaning */
    int16_t keep_column;      /**< strongest keep-together around */
    int16_t keep_page;
    fo_intrusion intrusion;
    unsigned depth; /**< of nested objects; FO_MAX_DEPTH is the end */
    const struct fo_resume
        *resume; /**< all before it was built at another width (build.h), or NULL */
} fo_builder;

enum { FO_MAX_DEPTH = 400 };

/** A builder for a new list, which it makes; @p width of its reference area. */
void fo_builder_init(fo_builder *builder, fo_context *context, mh_arena *arena, int32_t width,
                     bool rtl);

/**
 * Items of all children of @p parent: blocks, lists, tables, containers, and inline content between
 * them, with spaces, breaks and keeps between siblings. @p parent's own edges and spaces are not
 * made.
 */
void fo_build_children(fo_builder *builder, const fo_node *parent);

/** One block-level object with its spaces. */
void fo_build_object(fo_builder *builder, const fo_node *node);

/** fo:table, without its spaces and breaks: they are those of any block (table.c). */
void fo_build_table(fo_builder *builder, const fo_node *node);

/** fo:table-and-caption, likewise (table.c). */
void fo_build_table_and_caption(fo_builder *builder, const fo_node *node);

void fo_add_box(fo_builder *builder, const fo_item *box);
/** Percentages of @p space count from the reference area's width. Nothing when it is 0. */
void fo_add_space(fo_builder *builder, const fo_space *space);
void fo_add_break(fo_builder *builder, const fo_break_point *point);
/** Also raises @p point to the keep-togethers around it. */
void fo_add_break_between(fo_builder *builder, const fo_node *before, const fo_node *after);
/** Begins an area; fo_close_area() ends it. Edges come from the node's style. */
fo_area *fo_open_area(fo_builder *builder, const fo_node *node, int32_t x, int32_t width);
/** The same with the border rectangle that its indents, borders and padding give. */
fo_area *fo_open_block(fo_builder *builder, const fo_node *node);
void fo_close_area(fo_builder *builder);
/** @p height of all of it is asked from the class. */
fo_item *fo_add_parts(fo_builder *builder, const fo_node *node, const fo_parts_class *class,
                      void *data);

/** Border and padding of one side; percentages of padding count from @p reference. */
int32_t fo_edge_width(const fo_style *style, fo_side side, int32_t reference);

/** Content rectangle of @p style in the builder's reference area. */
void fo_content_box(const fo_builder *builder, const fo_style *style, int32_t *x, int32_t *width);

/* Content side by side: list items; table rows without spans can use it, too. */

/** One of the columns of a PARTS item. */
typedef struct fo_side_column {
    int32_t x;       /**< of its reference area, from that of the list */
    fo_items *items; /**< complete */
} fo_side_column;

/** Adds columns that are divided together: each gets as much of a page as it can, and all begin on
 * the same page. @p columns is kept. */
fo_item *fo_add_columns(fo_builder *builder, const fo_node *node, const fo_side_column *columns,
                        size_t count);

/**
 * The only column of @p item that has something left behind @p from, and where it goes on; NULL
 * when there are several, or @p item has no columns.
 */
const fo_items *fo_columns_rest(const fo_item *item, const void *from, fo_place *place);

/* Effective keeps and breaks of an object: its own and those that its first or last child lends it
 * (§7.20: at the leading or trailing edge of its parent). */

fo_break fo_break_before(const fo_node *node);
fo_break fo_break_after(const fo_node *node);

/** Break that the first (or last) row of fo:table @p table lends it: its own or its cells'
 * (tablegrid.c). */
fo_break fo_table_lent_break(const fo_node *table, bool last);
/** The keep that it lends: keep-with-previous of the first row, keep-with-next of the last. */
fo_keep fo_table_lent_keep(const fo_node *table, bool last);

#endif
