#include "fo/inline.h"

#include "base/xml.h"

enum { NESTING_MAX = 200 };

/* The inline tree on its way into one text. */
typedef struct collector {
    fo_context *context;
    fo_paragraph *paragraph;
    mh_arena *arena;
    GString *text;
    GArray *keeps; /* keep_range */
    int depth;
} collector;

typedef struct keep_range {
    uint32_t start;
    uint32_t end;
} keep_range;

static void collect_node(collector *c, const fo_node *node, const fo_alignment *parent);

static uint32_t position(const collector *c)
{
    return (uint32_t)c->text->len;
}

int32_t par_edge_width(const fo_node *node, fo_side side)
{
    const fo_style *style = node->style;
    const fo_edge *edge = &style->edges[side];
    const fo_space *space = side == FO_START ? &style->space_start : &style->space_end;
    return edge->width + fo_length_resolve(edge->padding, 0) + fo_length_resolve(space->optimum, 0);
}

static par_leaf *add_leaf(collector *c, par_kind kind, const fo_node *node,
                          const fo_alignment *alignment)
{
    par_leaf leaf = {.kind = kind,
                     .node = node,
                     .font = fo_fonts_find(c->context->fonts, node->style),
                     .start = position(c),
                     .end = position(c),
                     .alignment = alignment};
    g_array_append_val(c->paragraph->leaves, leaf);
    return PAR_LEAF(c->paragraph, c->paragraph->leaves->len - 1);
}

static void add_event(collector *c, par_event_kind kind, const fo_node *node)
{
    par_event event = {.kind = kind, .node = node, .position = position(c)};
    g_array_append_val(c->paragraph->events, event);
}

static void add_edge(collector *c, const fo_node *node, bool is_end)
{
    par_edge edge = {.node = node,
                     .position = position(c),
                     .width = par_edge_width(node, is_end ? FO_END : FO_START),
                     .is_end = is_end};
    if (edge.width != 0)
        g_array_append_val(c->paragraph->edges, edge);
}

/* Upper-case letters at word starts; @p after_letter carries over between pieces of text. */
static char *capitalize(const char *text, gssize length)
{
    GString *out = g_string_sized_new((gsize)length);
    bool after_letter = false;
    for (const char *p = text; p < text + length; p = par_next(p)) {
        gunichar ch = g_utf8_get_char(p);
        g_string_append_unichar(out, after_letter ? ch : g_unichar_totitle(ch));
        after_letter = g_unichar_isalnum(ch) || ch == '\'' || ch == 0x2019;
    }
    return g_string_free(out, FALSE);
}

/* The text as text-transform (§7.17.6) wants it; the caller frees it; NULL: unchanged. */
static char *transform(mh_view text, fo_text_transform kind)
{
    switch (kind) {
    case FO_TRANSFORM_NONE:
        return NULL;
    case FO_TRANSFORM_UPPERCASE:
        return g_utf8_strup(text.ptr, (gssize)text.len);
    case FO_TRANSFORM_LOWERCASE:
        return g_utf8_strdown(text.ptr, (gssize)text.len);
    case FO_TRANSFORM_CAPITALIZE:
        return capitalize(text.ptr, (gssize)text.len);
    }
    return NULL;
}

static bool is_line_end(gunichar ch)
{
    static const gunichar next_line = 0x85;
    static const gunichar line_separator = 0x2028;
    static const gunichar paragraph_separator = 0x2029;
    return ch == '\n' || ch == next_line || ch == line_separator || ch == paragraph_separator;
}

/* True when nothing in @p text must be looked at: no line ends, no NUL. */
static bool is_plain(mh_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte == '\n' || byte == '\r' || byte == 0 || byte == 0xC2 || byte == 0xE2)
            return false;
        if (byte == 0xEE || byte == 0xEF) /* private use: U+E000 to U+F8FF */
            return false;
    }
    return true;
}

/* Linefeeds that are left force a break. They become spaces, which vanish at line ends but keep the
 * words apart for whoever reads the text. */
static void append_text(collector *c, const fo_node *node, mh_view text)
{
    if (is_plain(text)) {
        g_string_append_len(c->text, text.ptr, (gssize)text.len);
        return;
    }
    for (const char *p = text.ptr; p < text.ptr + text.len; p = par_next(p)) {
        gunichar ch = g_utf8_get_char(p);
        if (is_line_end(ch)) {
            keep_range forced = {position(c), position(c)};
            g_array_append_val(c->keeps, forced);
            g_string_append_c(c->text, ' ');
        } else if (ch != 0 && ch != '\r') {
            g_string_append_unichar(
                c->text, fo_fonts_public(c->context->fonts, c->context->job, ch, node->line));
        }
    }
}

static void collect_text(collector *c, const fo_node *node, mh_view text,
                         const fo_alignment *alignment)
{
    if (text.len == 0)
        return;
    char *changed = transform(text, node->style->text_transform);
    par_leaf *leaf = add_leaf(c, PAR_TEXT, node, alignment);
    append_text(c, node, changed ? mh_view_of(changed) : text);
    g_free(changed);
    leaf->end = position(c);
    if (leaf->start == leaf->end)
        g_array_set_size(c->paragraph->leaves, c->paragraph->leaves->len - 1);
}

/* A linefeed is what linefeed-treatment (§7.16.7) makes of it. */
static gunichar treated_character(const fo_style *style)
{
    static const gunichar zero_width_space = 0x200B;
    if (style->character != '\n')
        return style->character;
    switch (style->linefeed) {
    case FO_LINEFEED_IGNORE:
        return 0;
    case FO_LINEFEED_PRESERVE:
        return '\n';
    case FO_LINEFEED_SPACE:
        return ' ';
    case FO_LINEFEED_ZERO_WIDTH:
        return zero_width_space;
    }
    return 0;
}

static void collect_character(collector *c, const fo_node *node, const fo_alignment *alignment)
{
    char buffer[6];
    gunichar character = treated_character(node->style);
    if (character != 0)
        collect_text(c, node, (mh_view){buffer, (size_t)g_unichar_to_utf8(character, buffer)},
                     alignment);
}

static void collect_object(collector *c, const fo_node *node, par_kind kind,
                           const fo_alignment *alignment)
{
    par_leaf *leaf = add_leaf(c, kind, node, alignment);
    leaf->object = MH_NEW(c->arena, par_object, 1);
    g_string_append(c->text, PAR_OBJECT);
    leaf->end = position(c);
}

static void append_control(collector *c, const fo_node *node, gunichar control,
                           const fo_alignment *alignment)
{
    par_leaf *leaf = add_leaf(c, PAR_CONTROL, node, alignment);
    g_string_append_unichar(c->text, control);
    leaf->end = position(c);
}

/* Unicode's controls for direction and unicode-bidi (§7.29), 0 where nothing is embedded. */
static gunichar opening_control(const fo_node *node)
{
    enum { LRE = 0x202A, RLE = 0x202B, LRO = 0x202D, RLO = 0x202E };
    const fo_style *style = node->style;
    if (style->bidi_override)
        return style->is_rtl ? RLO : LRO;
    if (style->bidi_embed)
        return style->is_rtl ? RLE : LRE;
    return 0;
}

static bool has_marker(const fo_node *node)
{
    for (const fo_node *child = node->first_child; child; child = child->next)
        if (child->type == FO_MARKER)
            return true;
    return false;
}

static void collect_children(collector *c, const fo_node *node, const fo_alignment *alignment)
{
    if (c->depth >= NESTING_MAX)
        return;
    c->depth++;
    for (const fo_node *child = node->first_child; child; child = child->next)
        collect_node(c, child, alignment);
    c->depth--;
}

/* fo:inline and whatever holds inline content the same way. */
static void collect_inline(collector *c, const fo_node *node, const fo_alignment *alignment)
{
    static const gunichar pop_direction = 0x202C;
    gunichar control = opening_control(node);
    if (control)
        append_control(c, node, control, alignment);
    uint32_t start = position(c);
    guint edges = c->paragraph->edges->len;
    add_edge(c, node, false);
    collect_children(c, node, alignment);
    if (position(c) == start && (par_edge_width(node, FO_START) || par_edge_width(node, FO_END))) {
        g_array_set_size(c->paragraph->edges, edges);
        add_edge(c, node, false);
        collect_object(c, node, PAR_EMPTY, alignment);
    }
    add_edge(c, node, true);
    if (node->style->keep_together.within_line == FO_KEEP_ALWAYS) {
        keep_range keep = {start, position(c)};
        if (keep.start < keep.end)
            g_array_append_val(c->keeps, keep);
    }
    if (control)
        append_control(c, node, pop_direction, alignment);
}

/* A block inside an inline begins and ends a line. */
static void collect_block(collector *c, const fo_node *node, const fo_alignment *alignment)
{
    static const char linefeed[] = "\n";
    uint32_t before = position(c);
    if (before > 0)
        collect_text(c, node, mh_view_of(linefeed), alignment);
    uint32_t start = position(c);
    collect_children(c, node, alignment);
    if (position(c) == start) {
        if (before > 0)
            g_string_truncate(c->text, before);
        return;
    }
    collect_text(c, node, mh_view_of(linefeed), alignment);
}

static void collect_footnote(collector *c, const fo_node *node, const fo_alignment *alignment)
{
    for (const fo_node *child = node->first_child; child; child = child->next)
        if (child->type != FO_FOOTNOTE_BODY)
            collect_node(c, child, alignment);
    add_event(c, PAR_EVENT_FOOTNOTE, node);
}

static const fo_alignment *align(const collector *c, const fo_node *node,
                                 const fo_alignment *parent)
{
    fo_alignment *alignment = MH_NEW(c->arena, fo_alignment, 1);
    *alignment = fo_align_inline(parent, node,
                                 fo_box_of_font(fo_fonts_find(c->context->fonts, node->style)));
    return alignment;
}

typedef enum role {
    ROLE_NONE, /* makes nothing in a line */
    ROLE_TEXT,
    ROLE_CHARACTER,
    ROLE_INLINE,
    ROLE_BLOCK,
    ROLE_FOOTNOTE,
    ROLE_FLOAT,
    ROLE_NUMBER,
    ROLE_LEADER,
    ROLE_PICTURE,
} role;

static const role roles[FO_TYPE_COUNT] = {
    [FO_TEXT] = ROLE_TEXT,
    [FO_CHARACTER] = ROLE_CHARACTER,
    [FO_INLINE] = ROLE_INLINE,
    [FO_INLINE_CONTAINER] = ROLE_INLINE,
    [FO_BASIC_LINK] = ROLE_INLINE,
    [FO_BIDI_OVERRIDE] = ROLE_INLINE,
    [FO_WRAPPER] = ROLE_INLINE,
    [FO_RETRIEVE_MARKER] = ROLE_INLINE,
    [FO_RETRIEVE_TABLE_MARKER] = ROLE_INLINE,
    [FO_TITLE] = ROLE_INLINE,
    [FO_BLOCK] = ROLE_BLOCK,
    [FO_BLOCK_CONTAINER] = ROLE_BLOCK,
    [FO_LIST_BLOCK] = ROLE_BLOCK,
    [FO_LIST_ITEM] = ROLE_BLOCK,
    [FO_LIST_ITEM_LABEL] = ROLE_INLINE,
    [FO_LIST_ITEM_BODY] = ROLE_INLINE,
    [FO_TABLE_AND_CAPTION] = ROLE_BLOCK,
    [FO_TABLE_CAPTION] = ROLE_BLOCK,
    [FO_TABLE] = ROLE_BLOCK,
    [FO_TABLE_HEADER] = ROLE_BLOCK,
    [FO_TABLE_FOOTER] = ROLE_BLOCK,
    [FO_TABLE_BODY] = ROLE_BLOCK,
    [FO_TABLE_ROW] = ROLE_BLOCK,
    [FO_TABLE_CELL] = ROLE_BLOCK,
    [FO_FOOTNOTE] = ROLE_FOOTNOTE,
    [FO_FLOAT] = ROLE_FLOAT,
    [FO_PAGE_NUMBER] = ROLE_NUMBER,
    [FO_PAGE_NUMBER_CITATION] = ROLE_NUMBER,
    [FO_PAGE_NUMBER_CITATION_LAST] = ROLE_NUMBER,
    [FO_LEADER] = ROLE_LEADER,
    [FO_EXTERNAL_GRAPHIC] = ROLE_PICTURE,
    [FO_INSTREAM_FOREIGN_OBJECT] = ROLE_PICTURE,
};

static void collect_node(collector *c, const fo_node *node, const fo_alignment *parent)
{
    role kind = roles[node->type];
    const fo_alignment *alignment = parent;
    if (kind == ROLE_INLINE || kind == ROLE_CHARACTER || kind == ROLE_FOOTNOTE)
        alignment = align(c, node, parent);
    if (kind != ROLE_NONE && kind != ROLE_TEXT && (node->id || has_marker(node)))
        add_event(c, PAR_EVENT_START, node);

    switch (kind) {
    case ROLE_NONE:
        break;
    case ROLE_TEXT:
        collect_text(c, node, node->text, alignment);
        break;
    case ROLE_CHARACTER:
        add_edge(c, node, false);
        collect_character(c, node, alignment);
        add_edge(c, node, true);
        break;
    case ROLE_INLINE:
        collect_inline(c, node, alignment);
        break;
    case ROLE_BLOCK:
        collect_block(c, node, alignment);
        break;
    case ROLE_FOOTNOTE:
        collect_footnote(c, node, alignment);
        break;
    case ROLE_FLOAT:
        add_event(c, PAR_EVENT_FLOAT, node);
        break;
    case ROLE_NUMBER:
        add_edge(c, node, false);
        collect_object(c, node, PAR_NUMBER, alignment);
        add_edge(c, node, true);
        break;
    case ROLE_LEADER:
        add_edge(c, node, false);
        collect_object(c, node, PAR_LEADER, alignment);
        add_edge(c, node, true);
        break;
    case ROLE_PICTURE:
        collect_object(c, node, PAR_PICTURE, alignment);
        break;
    }
}

/* Ranges with start < end are kept together; a range of one place is a forced break. */
static void set_flags(const collector *c)
{
    fo_paragraph *paragraph = c->paragraph;
    paragraph->flags = MH_NEW(c->arena, uint16_t, c->text->len + 1);
    for (guint i = 0; i < c->keeps->len; i++) {
        keep_range range = g_array_index(c->keeps, keep_range, i);
        if (range.start == range.end && range.start < paragraph->length)
            paragraph->flags[range.start] |= PAR_FORCED;
        for (uint32_t at = range.start + 1; at < range.end; at++)
            paragraph->flags[at] |= PAR_KEEP;
    }
}

void par_collect(fo_context *context, fo_paragraph *paragraph, const fo_node *first,
                 const fo_node *end)
{
    mh_arena *arena = paragraph->arena;
    mh_arena *scratch = mh_arena_new();
    collector c = {.context = context,
                   .paragraph = paragraph,
                   .arena = arena,
                   .text = mh_arena_string(scratch),
                   .keeps = mh_arena_array(scratch, sizeof(keep_range))};
    paragraph->leaves = mh_arena_array(arena, sizeof(par_leaf));
    paragraph->runs = mh_arena_array(arena, sizeof(par_run));
    paragraph->edges = mh_arena_array(arena, sizeof(par_edge));
    paragraph->events = mh_arena_array(arena, sizeof(par_event));
    fo_alignment *line = MH_NEW(arena, fo_alignment, 1);
    *line = fo_align_line(paragraph->block, paragraph->font);
    for (const fo_node *node = first; node && node != end; node = node->next)
        collect_node(&c, node, line);
    paragraph->length = position(&c);
    paragraph->text = mh_arena_string_of(arena, (mh_view){c.text->str, c.text->len});
    set_flags(&c);
    mh_arena_free(scratch);
}

uint32_t par_leaf_at(const fo_paragraph *paragraph, uint32_t at)
{
    uint32_t low = 0;
    uint32_t high = paragraph->leaves->len;
    while (low + 1 < high) {
        uint32_t middle = low + (high - low) / 2;
        if (PAR_LEAF(paragraph, middle)->start <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}
