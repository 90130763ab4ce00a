#include "record/contents.h"

/* A list has so many lines that are sure, and so many lines in all at most. */
#define SURE_MIN 3
#define LINES_MAX 600
/* Lines that may be the beginning of a title, between sure ones. */
#define UNSURE_MAX 12
/* A stack of numbers without their titles is longer. */
#define STACK_MAX 40
#define HEADING_MAX 40
#define TITLE_MAX 260
/* A title that was listed is a heading when it comes again; shorter words are found by chance. */
#define TITLE_LEAST_BYTES 6
/* A heading stands so near its text, further headings between. */
#define PROSE_WITHIN 3
#define LEVELS 3

/* What a line of a list can be. */
typedef enum line_kind {
    LINE_NONE,   /* none of a list's */
    LINE_TITLE,  /* short, without a page number: the beginning of a title, or a heading */
    LINE_MARK,   /* "II." alone */
    LINE_LABEL,  /* "Page", "Chapter" above the columns */
    LINE_NUMBER, /* "12", "1-6", "iv": a page, or paragraphs */
    LINE_ENTRY,  /* leaders, columns, or a page number at the end */
} line_kind;

/* ------------------------------------------------------------------ kinds of lines */

static bool is_page_char(uint32_t c)
{
    return g_unichar_isdigit(c) || c == '-' || c == ' ' || c == '+' || (c >= 0x2010 && c <= 0x2015);
}

static bool is_roman_page(mh_view text)
{
    return text.len > 0 && g_ascii_islower(text.ptr[0]) && rec_roman_value(text) > 0;
}

/* "12", "21 - 25", "iv" */
static bool is_page_number(mh_view text)
{
    bool has_digit = false;
    if (text.len == 0 || text.len > 14)
        return false;
    if (is_roman_page(text))
        return true;
    for (const char *p = text.ptr; p < text.ptr + text.len; p = mh_utf8_next(p)) {
        uint32_t c = g_utf8_get_char(p);
        if (!is_page_char(c))
            return false;
        has_digit = has_digit || g_unichar_isdigit(c);
    }
    return has_digit;
}

static bool has_leader(mh_view text)
{
    static const char *const leaders[] = {"....", ". . .", "……", "…."};
    for (size_t i = 0; i < G_N_ELEMENTS(leaders); i++) {
        if (mh_view_find(text, mh_view_of(leaders[i]), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

/* "Adoption of the agenda 12": the last word is a page. */
static bool ends_with_page(mh_view text)
{
    const char *gap = text.len ? memrchr(text.ptr, ' ', text.len) : NULL;
    const char *tab = text.len ? memrchr(text.ptr, '\t', text.len) : NULL;
    const char *last = MAX(gap, tab);
    return last && is_page_number(mh_view_slice(text, (size_t)(last - text.ptr) + 1, text.len));
}

static line_kind kind_of(rec_reader *reader, const rec_unit *unit)
{
    mh_view text = unit->text;
    if (rec_matches(reader, text, "contents.label", NULL))
        return LINE_LABEL;
    if (is_page_number(text))
        return LINE_NUMBER;
    if (unit->mark.count > 0 && unit->mark.rest >= text.len)
        return LINE_MARK;
    if (has_leader(text) || unit->is_row || (unit->chars <= TITLE_MAX && ends_with_page(text)))
        return LINE_ENTRY;
    bool is_title = unit->chars <= TITLE_MAX && rec_last_char(text) != '.' && !unit->is_row;
    return is_title ? LINE_TITLE : LINE_NONE;
}

/* ------------------------------------------------------------------ what a title says */

/* Letters of the title alone, small: without its number, leaders and page. */
static char *title_of(rec_reader *reader, const rec_unit *unit)
{
    GString *out = mh_arena_string(reader->arena);
    mh_view text = mh_view_slice(unit->text, MIN(unit->mark.rest, unit->text.len), unit->text.len);
    if (unit->mark.rest >= unit->text.len)
        text = unit->text;
    for (const char *p = text.ptr; p < text.ptr + text.len; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalpha(c))
            g_string_append_unichar(out, g_unichar_tolower(c));
    }
    return out->str;
}

/* ------------------------------------------------------------------ extent */

typedef struct extent {
    size_t end;  /* behind the last sure line */
    size_t sure; /* lines */
    GHashTable *titles;
    size_t unsure; /* titles since the last sure line */
    size_t marks;  /* numbers alone, one after the other */
    bool is_tail;  /* nothing but remnants since the last sure line */
} extent;

/* A line without a page number that was listed before, above prose, begins the text itself. */
static bool is_text_begun(rec_reader *reader, const extent *e, size_t at, line_kind kind)
{
    if (kind != LINE_TITLE && kind != LINE_NONE)
        return false;
    const char *title = title_of(reader, rec_unit_at(reader, at));
    if (strlen(title) < TITLE_LEAST_BYTES || !g_hash_table_contains(e->titles, title))
        return false;
    for (size_t i = at + 1; i < reader->units->len && i <= at + PROSE_WITHIN; i++) {
        if (kind_of(reader, rec_unit_at(reader, i)) == LINE_NONE)
            return true;
    }
    return false;
}

/* What extractors leave of a list below its last page number: numbers, "Annex". */
static bool is_remnant(rec_reader *reader, const rec_unit *unit, line_kind kind)
{
    mh_view rest = mh_view_slice(unit->text, MIN(unit->mark.rest, unit->text.len), unit->text.len);
    return kind == LINE_MARK || kind == LINE_LABEL
           || rec_matches(reader, rest, "contents.label", NULL);
}

/* Counts unit @p at as one of the list's; false when the list has ended before it. */
static bool extend(rec_reader *reader, extent *e, size_t at)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    line_kind kind = kind_of(reader, unit);
    if (kind == LINE_NONE || is_text_begun(reader, e, at, kind))
        return false;
    bool is_sure = kind == LINE_ENTRY || kind == LINE_NUMBER;
    if (is_sure || kind == LINE_LABEL)
        e->unsure = 0;
    else if (kind == LINE_TITLE)
        e->unsure++;
    e->marks = kind == LINE_MARK ? e->marks + 1 : 0;
    if (kind == LINE_ENTRY || kind == LINE_TITLE)
        (void)g_hash_table_add(e->titles, title_of(reader, unit));
    e->is_tail = is_sure || (e->is_tail && is_remnant(reader, unit, kind));
    e->sure += is_sure;
    if (is_sure || (e->is_tail && unit->block->ends_page))
        e->end = at + 1;
    return e->unsure <= UNSURE_MAX && e->marks <= STACK_MAX;
}

static extent extent_of(rec_reader *reader, size_t heading)
{
    extent e = {.end = heading + 1, .titles = mh_arena_string_hash(reader->arena)};
    rec_range range = {heading, MIN(reader->units->len, heading + LINES_MAX)};
    size_t at = rec_next_unit(reader, range, heading + 1);
    while (at < range.to && extend(reader, &e, at))
        at = rec_next_unit(reader, range, at + 1);
    return e;
}

/* ------------------------------------------------------------------ putting lines together */

/* "III." below "II.": numbers stacked apart from their titles. */
static bool is_stacked(const rec_reader *reader, size_t at)
{
    const rec_mark *mark = &rec_unit_at(reader, at)->mark;
    const rec_unit *before = rec_unit_at(reader, at - 1);
    if (before->mark.count == 0 || before->mark.rest < before->text.len)
        return false;
    for (uint32_t i = 0; i < mark->count; i++) {
        if (rec_mark_value(&before->mark, mark->reading[i].style) + 1 == mark->reading[i].value)
            return true;
    }
    return false;
}

/* A number, its title and its page are one entry when they stand one after the other. */
static bool belongs_to_entry(rec_reader *reader, size_t at, line_kind kind)
{
    const rec_unit *unit = rec_unit_at(reader, at);
    const rec_unit *next = rec_unit_at(reader, at + 1);
    line_kind below = kind_of(reader, next);
    if (next->use == REC_USE_NOTE)
        return false;
    if (below == LINE_NUMBER)
        return kind == LINE_TITLE
               || (kind == LINE_ENTRY && has_leader(unit->text) && !ends_with_page(unit->text));
    if (next->mark.count > 0)
        return false;
    if (kind == LINE_MARK)
        return !is_stacked(reader, at) && (below == LINE_TITLE || below == LINE_ENTRY);
    bool goes_on = g_unichar_islower(rec_char_at(next->text, 0)) || unit->mark.count > 0;
    return kind == LINE_TITLE && (below == LINE_ENTRY || below == LINE_TITLE) && goes_on;
}

/* Joins the lines of [from, to); returns the new end. */
static size_t join_entries(rec_reader *reader, size_t from, size_t to)
{
    size_t last = from; /* of the lines put together so far: each next one is moved up to it */
    for (size_t next = from + 1; next < to; next++) {
        *rec_unit_at(reader, last + 1) = *rec_unit_at(reader, next);
        if (belongs_to_entry(reader, last, kind_of(reader, rec_unit_at(reader, last))))
            rec_units_merge(reader, last, 2);
        else
            last++;
    }
    size_t end = MIN(last + 1, to);
    g_array_remove_range(reader->units, (guint)end, (guint)(to - end));
    return end;
}

void rec_contents_find(rec_reader *reader)
{
    rec_range all = {0, reader->units->len};
    for (size_t at = rec_next_unit(reader, all, 0); at < all.to;
         at = rec_next_unit(reader, all, at + 1)) {
        const rec_unit *unit = rec_unit_at(reader, at);
        if (unit->chars > HEADING_MAX || !rec_matches(reader, unit->text, "heading.contents", NULL))
            continue;
        extent e = extent_of(reader, at);
        if (e.sure < SURE_MIN)
            continue;
        size_t end = join_entries(reader, at + 1, e.end);
        for (size_t i = at; i < end; i++) {
            if (rec_unit_at(reader, i)->use == REC_USE_NONE)
                rec_unit_at(reader, i)->use = i == at ? REC_USE_CONTENTS_HEADING : REC_USE_CONTENTS;
        }
        all.to = reader->units->len;
        at = end - 1;
    }
}

bool rec_contents_at(const rec_reader *reader, size_t at)
{
    return rec_unit_at(reader, at)->use == REC_USE_CONTENTS_HEADING;
}

/* ------------------------------------------------------------------ reading */

/* Numbers seen last at each level: "C." goes on with "B.", not with the Romans. */
typedef struct counting {
    uint32_t last[LEVELS + 1];
} counting;

static unsigned level_of(counting *c, const rec_mark *mark)
{
    static const struct {
        rec_style style;
        unsigned level;
    } styles[] = {{REC_STYLE_ROMAN, 1},   {REC_STYLE_ORDINAL, 1}, {REC_STYLE_HAN, 1},
                  {REC_STYLE_CAPITAL, 2}, {REC_STYLE_DECIMAL, 2}, {REC_STYLE_DIGIT, 3}};
    unsigned best = 1;
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
        uint32_t value = rec_mark_value(mark, styles[i].style);
        unsigned level = styles[i].level;
        if (value == 0)
            continue;
        best = level;
        if (value == c->last[level] + 1)
            break;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
        if (styles[i].level == best && rec_mark_value(mark, styles[i].style) > 0)
            c->last[best] = rec_mark_value(mark, styles[i].style);
    }
    for (unsigned inner = best + 1; inner <= LEVELS && mark->count > 0; inner++)
        c->last[inner] = 0;
    return best;
}

mh_node *rec_contents_read(rec_reader *reader, rec_range range, size_t at, size_t *next)
{
    static const char *const levels[] = {"1", "1", "2", "3"};
    mh_node *container = rec_node_new(reader, MH_NODE_CONTAINER, NULL);
    container->name = "contents";
    mh_node *heading = rec_paragraph_of(reader, rec_unit_at(reader, at), 0, REC_INLINE_NO_PERSONS);
    heading->name = "heading";
    rec_node_append(container, heading);
    mh_node *toc = NULL;
    counting numbers = {0};
    at = rec_next_unit(reader, range, at + 1);
    while (at < range.to && rec_unit_at(reader, at)->use == REC_USE_CONTENTS) {
        const rec_unit *unit = rec_unit_at(reader, at);
        mh_node *line = rec_paragraph_of(reader, unit, 0, REC_INLINE_NO_PERSONS);
        if (kind_of(reader, unit) == LINE_LABEL) {
            line->name = "label";
            rec_node_append(container, line);
            toc = NULL;
        } else {
            if (!toc) {
                toc = rec_node_new(reader, MH_NODE_TOC, unit);
                rec_node_append(container, toc);
            }
            line->name = levels[level_of(&numbers, &unit->mark)];
            rec_node_append(toc, line);
        }
        at = rec_next_unit(reader, range, at + 1);
    }
    *next = at;
    return container;
}
