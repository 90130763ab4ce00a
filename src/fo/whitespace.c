/*
 * White space of a block: one pass forward removes what follows white space or a linefeed, one
 * backward what precedes a linefeed. Inline objects are no borders between spaces; nested blocks,
 * and the ends of the block, count as linefeeds.
 */

#include "fo/treebuild.h"

enum { ZERO_WIDTH_SPACE = 0x200b, ZERO_WIDTH_SPACE_BYTES = 3 };

typedef enum piece_kind {
    PIECE_TEXT,
    PIECE_OBJECT, /* a thing in the line: a picture, a leader */
    PIECE_BLOCK,  /* interrupts the lines */
} piece_kind;

typedef struct piece {
    piece_kind kind;
    fo_node *text;
} piece;

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static void add_piece(GArray *pieces, piece_kind kind, fo_node *text)
{
    piece p = {.kind = kind, .text = text};
    g_array_append_val(pieces, p);
}

/* Lists the content of @p parent in order. The depth of objects is bounded by the builder. */
static void collect(GArray *pieces, const fo_node *parent)
{
    for (fo_node *child = parent->first_child; child; child = child->next) {
        switch (child->type) {
        case FO_TEXT:
            add_piece(pieces, PIECE_TEXT, child);
            break;
        case FO_INLINE:
        case FO_BIDI_OVERRIDE:
        case FO_BASIC_LINK:
        case FO_WRAPPER:
        case FO_FOOTNOTE:
            collect(pieces, child);
            break;
        case FO_MARKER:
        case FO_FLOAT:
        case FO_FOOTNOTE_BODY:
            break;
        default:
            add_piece(pieces, child->is_inline ? PIECE_OBJECT : PIECE_BLOCK, NULL);
            break;
        }
    }
}

typedef struct state {
    bool in_space;
    bool at_linefeed; /* forward: behind one; backward: before one */
} state;

/* A space that collapsing left: does its place by a linefeed remove it? */
static bool is_ignored_after(const fo_style *rules, bool after_linefeed)
{
    switch (rules->white_space) {
    case FO_WHITE_SPACE_IGNORE:
        return true;
    case FO_WHITE_SPACE_IGNORE_AFTER_LINEFEED:
    case FO_WHITE_SPACE_IGNORE_AROUND_LINEFEED:
        return after_linefeed;
    case FO_WHITE_SPACE_PRESERVE:
    case FO_WHITE_SPACE_IGNORE_BEFORE_LINEFEED:
        break;
    }
    return false;
}

static bool is_ignored_before(const fo_style *rules)
{
    return rules->white_space == FO_WHITE_SPACE_IGNORE_BEFORE_LINEFEED
           || rules->white_space == FO_WHITE_SPACE_IGNORE_AROUND_LINEFEED;
}

static char *put_space(const fo_style *rules, state *s, char *to)
{
    if ((s->in_space && rules->white_space_collapse) || is_ignored_after(rules, s->at_linefeed))
        return to;
    s->in_space = true;
    *to++ = ' ';
    return to;
}

static char *put_linefeed(const fo_style *rules, state *s, char *to)
{
    switch (rules->linefeed) {
    case FO_LINEFEED_IGNORE:
        return to;
    case FO_LINEFEED_SPACE:
        return put_space(rules, s, to);
    case FO_LINEFEED_ZERO_WIDTH:
        s->in_space = false;
        return to + g_unichar_to_utf8(ZERO_WIDTH_SPACE, to);
    case FO_LINEFEED_PRESERVE:
        break;
    }
    *s = (state){.at_linefeed = true};
    *to++ = '\n';
    return to;
}

/* Room that the result of forward() can need: only zero width spaces make text longer. */
static size_t room_for(mh_view text, const fo_style *rules)
{
    size_t room = text.len;
    if (rules->linefeed == FO_LINEFEED_ZERO_WIDTH)
        for (size_t i = 0; i < text.len; i++)
            room += text.ptr[i] == '\n' ? ZERO_WIDTH_SPACE_BYTES - 1 : 0;
    return room;
}

static void forward(mh_arena *arena, const fo_style *rules, state *s, fo_node *node)
{
    mh_view text = node->text;
    char *start = mh_arena_alloc(arena, room_for(text, rules) + 1);
    char *to = start;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\n') {
            to = put_linefeed(rules, s, to);
        } else if (is_space(c)) {
            to = put_space(rules, s, to);
        } else {
            *s = (state){0};
            *to++ = c;
        }
    }
    *to = '\0';
    node->text = (mh_view){.ptr = start, .len = (size_t)(to - start)};
}

/* Removes spaces before linefeeds; what is kept moves to the end of the buffer. */
static void backward(state *s, fo_node *node)
{
    char *start = fo_unconst(node->text.ptr);
    char *end = start + node->text.len;
    char *to = end;
    for (char *p = end; p > start;) {
        char c = *--p;
        if (c == ' ' && s->at_linefeed)
            continue;
        s->at_linefeed = c == '\n';
        *--to = c;
    }
    node->text = (mh_view){.ptr = to, .len = (size_t)(end - to)};
}

static void drop_empty(fo_node *parent)
{
    fo_node **link = &parent->first_child;
    parent->last_child = NULL;
    while (*link) {
        fo_node *child = *link;
        if (child->type == FO_TEXT && child->text.len == 0) {
            *link = child->next;
            continue;
        }
        if (child->is_inline && child->type != FO_TEXT && child->type != FO_LEADER)
            drop_empty(child);
        parent->last_child = child;
        link = &child->next;
    }
}

void fo_white_space_apply(fo_tree_builder *builder, fo_node *block, const fo_style *rules,
                          fo_text_ends ends)
{
    GArray *pieces = builder->pieces;
    g_array_set_size(pieces, 0);
    collect(pieces, block);
    state s = {.at_linefeed = ends == FO_ENDS_LINES};
    for (guint i = 0; i < pieces->len; i++) {
        const piece *p = &g_array_index(pieces, piece, i);
        if (p->kind == PIECE_TEXT)
            forward(builder->arena, rules, &s, p->text);
        else
            s = (state){.at_linefeed = p->kind == PIECE_BLOCK};
    }
    if (is_ignored_before(rules)) {
        s = (state){.at_linefeed = ends == FO_ENDS_LINES};
        for (guint i = pieces->len; i > 0; i--) {
            const piece *p = &g_array_index(pieces, piece, i - 1);
            if (p->kind == PIECE_TEXT)
                backward(&s, p->text);
            else
                s.at_linefeed = p->kind == PIECE_BLOCK;
        }
    }
    drop_empty(block);
}
