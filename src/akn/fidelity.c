#include "akn/akn.h"

/*
 * Nothing lost, nothing invented. The source and the document are each flattened to their
 * characters other than white space; then every character of the document claims the next
 * unclaimed one of the source. Three things stand elsewhere than in the source, and the document
 * says where: furniture (its line), notes (the lines of their text) and moves (from and to).
 *
 * The cost is linear: cursors only move forward, and what follows a mismatch looks no further than
 * a fixed window.
 */

enum {
    WINDOW = 400,     /* characters of the source looked through after a mismatch */
    PROOF = 12,       /* characters that must agree to go on elsewhere */
    REPORTED_MAX = 20 /* stretches named */
};

/* One character of the source that is not white space. */
typedef struct source_char {
    gunichar c;
    uint32_t line; /* index into mh_text.lines */
    bool is_claimed;
} source_char;

/* A stretch of the document: the text of one element, or what belongs to a note. */
typedef struct stretch {
    uint32_t first_line; /* mh:lines; 0 when unknown */
    uint32_t last_line;
    uint32_t note; /* 0: the text itself; else index of the note's cursor */
    bool is_call;  /* a note's mark: printed, but an attribute here */
} stretch;

typedef struct content_char {
    gunichar c;
    uint32_t stretch;
} content_char;

typedef struct matcher {
    mh_job *job;
    const mh_text *text;
    GArray *source;     /* source_char */
    GArray *line_start; /* size_t: index of each line's first character; one more at the end */
    GArray *line_next;  /* size_t: no unclaimed character of the line stands before it */
    GArray *content;    /* content_char */
    GArray *stretches;  /* stretch */
    GArray *cursors;    /* size_t: 0 the text, then one for each note */
    GArray *moves;      /* mh_move, sorted by to_line */
    GHashTable *moved;  /* numbers of the lines that moves took text from */
    size_t resume;      /* where the text goes on after a jump; SIZE_MAX outside one */
    size_t jump_end;    /* where the jump ends */
    size_t kept;
    size_t furniture;
    unsigned reported;
    mh_status status;
} matcher;

/* ------------------------------------------------------------------ flattening */

/* White space and marks that print nothing; they are not part of the promise. */
static bool is_blank(gunichar c)
{
    return g_unichar_isspace(c) || c == 0x0B || c == 0x85 || c == 0xFEFF || c == 0x200B
           || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
           || (c >= 0x2066 && c <= 0x2069);
}

/* What XML cannot hold is U+FFFD in the document. */
static gunichar as_written(gunichar c)
{
    return c < 0x20 || c == 0xFFFE || c == 0xFFFF ? 0xFFFD : c;
}

static source_char *source_at(const matcher *m, size_t index)
{
    return &g_array_index(m->source, source_char, index);
}

static size_t line_start(const matcher *m, size_t line)
{
    return g_array_index(m->line_start, size_t, line);
}

static void flatten_source(matcher *m)
{
    for (size_t i = 0; i < m->text->line_count; i++) {
        size_t start = m->source->len;
        g_array_append_val(m->line_start, start);
        g_array_append_val(m->line_next, start);
        mh_view line = m->text->lines[i].text;
        const char *end = line.ptr + line.len;
        for (const char *p = line.ptr; p < end; p = g_utf8_next_char(p)) {
            source_char s = {.c = g_utf8_get_char(p), .line = (uint32_t)i};
            if (is_blank(s.c))
                continue;
            s.c = as_written(s.c);
            g_array_append_val(m->source, s);
        }
    }
    size_t end = m->source->len;
    g_array_append_val(m->line_start, end);
}

static void add_content(matcher *m, const char *text, stretch properties)
{
    uint32_t index = m->stretches->len;
    g_array_append_val(m->stretches, properties);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        content_char c = {.c = g_utf8_get_char(p), .stretch = index};
        if (!is_blank(c.c))
            g_array_append_val(m->content, c);
    }
}

/* Reads mh:lines of @p element into @p properties. */
static void read_lines(const xmlNode *element, stretch *properties)
{
    const xmlAttr *lines = xmlHasNsProp(element, MH_XML("lines"), MH_XML(MH_NS_MH));
    if (!lines || !lines->children)
        return;
    char *rest = NULL;
    guint64 first = g_ascii_strtoull((const char *)lines->children->content, &rest, 10);
    guint64 last = *rest == '-' ? g_ascii_strtoull(rest + 1, NULL, 10) : first;
    if (first == 0 || last < first || last > UINT32_MAX)
        return;
    properties->first_line = (uint32_t)first;
    properties->last_line = (uint32_t)last;
}

static void add_call(matcher *m, const xmlNode *element, stretch properties)
{
    const char *marker = mh_xml_attribute(element, "marker");
    properties.is_call = true;
    if (marker)
        add_content(m, marker, properties);
}

static void flatten_content(matcher *m, const xmlNode *parent, stretch properties);

static void flatten_element(matcher *m, const xmlNode *element, stretch properties)
{
    if (mh_xml_is(element, MH_NS_AKN, "meta"))
        return;
    bool is_note = mh_xml_is(element, MH_NS_AKN, "authorialNote");
    if (is_note || mh_xml_is(element, MH_NS_AKN, "noteRef"))
        add_call(m, element, properties);
    if (is_note) {
        size_t unset = SIZE_MAX;
        properties.note = m->cursors->len;
        g_array_append_val(m->cursors, unset);
        read_lines(element, &properties);
        /* The mark stands before the note's text again. */
        add_call(m, element, properties);
    } else {
        read_lines(element, &properties);
    }
    flatten_content(m, element, properties);
}

static void flatten_content(matcher *m, const xmlNode *parent, stretch properties)
{
    for (const xmlNode *n = parent->children; n; n = n->next) {
        if (n->type == XML_ELEMENT_NODE)
            flatten_element(m, n, properties);
        else if ((n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) && n->content)
            add_content(m, (const char *)n->content, properties);
    }
}

/* ------------------------------------------------------------------ reporting */

/* Says where in the record character @p index stands. */
static uint32_t place_of(const matcher *m, size_t index, uint32_t *column)
{
    const source_char *s = source_at(m, index);
    const mh_line *line = &m->text->lines[s->line];
    size_t nth = index - line_start(m, s->line);
    *column = 1;
    const char *end = line->text.ptr + line->text.len;
    for (const char *p = line->text.ptr; p < end; p = g_utf8_next_char(p), (*column)++)
        if (!is_blank(g_utf8_get_char(p)) && nth-- == 0)
            break;
    return line->number;
}

static void report(matcher *m, mh_diag_code code, uint32_t line, uint32_t column,
                   const GString *shown)
{
    m->status = MH_REJECTED;
    if (m->reported++ < REPORTED_MAX)
        (void)mh_report(m->job, code, line, column, "%s", shown->str);
}

static void append_shortened(GString *text, gunichar c)
{
    enum { SHOWN_MAX = 160 };
    if (text->len < SHOWN_MAX)
        g_string_append_unichar(text, c);
    else if (text->len < SHOWN_MAX + 4)
        g_string_append(text, "…");
}

/* ------------------------------------------------------------------ claiming */

static void claim(matcher *m, size_t index)
{
    source_at(m, index)->is_claimed = true;
}

static size_t skip_claimed(const matcher *m, size_t index)
{
    while (index < m->source->len && source_at(m, index)->is_claimed)
        index++;
    return index;
}

/* The index of a line by its number; lines are numbered without gaps from 1. */
static size_t line_index(const matcher *m, uint32_t number)
{
    return number == 0 ? 0 : MIN((size_t)number - 1, m->text->line_count);
}

/* The first unclaimed character of a line or, when it has none, of what follows. */
static size_t first_unclaimed(matcher *m, uint32_t line_number)
{
    size_t line = line_index(m, line_number);
    if (line >= m->text->line_count)
        return m->source->len;
    size_t *next = &g_array_index(m->line_next, size_t, line);
    size_t end = line_start(m, line + 1);
    while (*next < end && source_at(m, *next)->is_claimed)
        (*next)++;
    return *next < end ? *next : skip_claimed(m, end);
}

/* True when all of @p entry stands at @p index, none of it claimed. */
static bool is_entry_at(const matcher *m, const GArray *entry, size_t index)
{
    for (guint i = 0; i < entry->len; i++) {
        const source_char *s = source_at(m, index + i);
        if (s->is_claimed || s->c != g_array_index(entry, gunichar, i))
            return false;
    }
    return true;
}

/* Where @p entry stands in a line: at its beginning (a hyphen never), else as far to its end as it
 * can; SIZE_MAX when it does not. */
static size_t find_entry(const matcher *m, const GArray *entry, size_t line, bool is_hyphen)
{
    if (line >= m->text->line_count)
        return SIZE_MAX;
    size_t start = line_start(m, line);
    size_t end = line_start(m, line + 1);
    if (end - start < entry->len)
        return SIZE_MAX;
    if (!is_hyphen && is_entry_at(m, entry, start))
        return start;
    for (size_t at = end - entry->len; at > start; at--)
        if (is_entry_at(m, entry, at))
            return at;
    return SIZE_MAX;
}

/* Furniture is a whole line, or what stands first or last in it. */
static void claim_furniture(matcher *m, uint32_t number, const char *text, bool is_hyphen)
{
    GArray *entry = g_array_new(FALSE, FALSE, sizeof(gunichar));
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!is_blank(c))
            g_array_append_val(entry, c);
    }
    size_t at = find_entry(m, entry, line_index(m, number), is_hyphen);
    if (at == SIZE_MAX) {
        GString *shown = g_string_new(text);
        report(m, MH_AKN_FURNITURE, number, 0, shown);
        (void)g_string_free(shown, TRUE);
    } else {
        for (guint i = 0; i < entry->len; i++)
            claim(m, at + i);
        m->furniture += entry->len;
    }
    (void)g_array_free(entry, TRUE);
}

/* ------------------------------------------------------------------ matching */

static const stretch *stretch_of(const matcher *m, size_t content)
{
    uint32_t index = g_array_index(m->content, content_char, content).stretch;
    return &g_array_index(m->stretches, stretch, index);
}

static gunichar content_at(const matcher *m, size_t content)
{
    return g_array_index(m->content, content_char, content).c;
}

/* The end of what can be asked to agree with the source from @p content on: the stretch or, when
 * @p is_wide, all up to where a note begins or ends; PROOF characters at most. */
static size_t proof_end(const matcher *m, size_t content, bool is_wide)
{
    const stretch *first = stretch_of(m, content);
    size_t end = content;
    while (end < m->content->len && end - content < PROOF) {
        const stretch *s = stretch_of(m, end);
        if (is_wide ? s->note != first->note : s != first)
            break;
        end++;
    }
    return end;
}

/* True when the document from @p content on is what the source has from @p index on. */
static bool goes_on_at(const matcher *m, size_t content, size_t index, bool is_wide)
{
    size_t end = proof_end(m, content, is_wide);
    for (size_t i = content; i < end; i++) {
        index = skip_claimed(m, index);
        if (index >= m->source->len || source_at(m, index)->c != content_at(m, i))
            return false;
        index++;
    }
    return true;
}

static void jump(matcher *m, size_t from, size_t to, size_t end)
{
    if (m->resume == SIZE_MAX)
        m->resume = from;
    m->jump_end = end;
    g_array_index(m->cursors, size_t, 0) = to;
}

/* A recorded move that put text into the lines of the stretch at @p content. */
static bool follow_move(matcher *m, size_t content, size_t from)
{
    const stretch *s = stretch_of(m, content);
    size_t low = 0;
    size_t high = m->moves->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g_array_index(m->moves, mh_move, middle).to_line < s->first_line)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < m->moves->len; low++) {
        const mh_move *move = &g_array_index(m->moves, mh_move, low);
        if (move->to_line > s->last_line)
            return false;
        size_t at = first_unclaimed(m, move->from_line);
        size_t end = line_start(m, MIN(line_index(m, move->from_line) + 1, m->text->line_count));
        if (at < end && goes_on_at(m, content, at, false)) {
            jump(m, from, at, end);
            return true;
        }
    }
    return false;
}

/* Lines whose text a move took away are passed over; it is claimed where it was put. */
static bool pass_moved_lines(matcher *m, size_t content, size_t from, size_t *cursor)
{
    size_t at = from;
    while (at < m->source->len) {
        uint32_t line = source_at(m, at)->line;
        if (!g_hash_table_contains(m->moved, GUINT_TO_POINTER(line + 1)))
            break;
        at = skip_claimed(m, line_start(m, line + 1));
    }
    if (at == from || !goes_on_at(m, content, at, false))
        return false;
    *cursor = at;
    return true;
}

/* Something was lost just here: the text goes on a little further. */
static bool find_ahead(const matcher *m, size_t content, size_t from, size_t *cursor)
{
    size_t at = skip_claimed(m, from + 1);
    for (int i = 0; i < WINDOW && at < m->source->len; i++, at = skip_claimed(m, at + 1)) {
        if (goes_on_at(m, content, at, true)) {
            *cursor = at;
            return true;
        }
    }
    return false;
}

/* The block says what lines it is from: further on much was lost, further back it is displaced. */
static bool find_lines(matcher *m, size_t content, size_t from, size_t *cursor)
{
    const stretch *s = stretch_of(m, content);
    if (s->first_line == 0)
        return false;
    size_t at = first_unclaimed(m, s->first_line);
    if (at == from || !goes_on_at(m, content, at, false))
        return false;
    if (at > from || s->note > 0) {
        *cursor = at;
        return true;
    }
    GString *shown = g_string_new(NULL);
    for (size_t i = content; i < m->content->len && stretch_of(m, i) == s; i++)
        append_shortened(shown, content_at(m, i));
    report(m, MH_AKN_ORDER, s->first_line, 0, shown);
    (void)g_string_free(shown, TRUE);
    jump(m, from, at, line_start(m, MIN(line_index(m, s->last_line) + 1, m->text->line_count)));
    return true;
}

/* After a mismatch at @p content: true when the cursor was put where the document goes on. */
static bool find_again(matcher *m, size_t content, size_t from, size_t *cursor)
{
    bool is_text = stretch_of(m, content)->note == 0;
    if (is_text && m->resume != SIZE_MAX && goes_on_at(m, content, m->resume, false)) {
        *cursor = m->resume;
        m->resume = SIZE_MAX;
        return true;
    }
    if (is_text && follow_move(m, content, from))
        return true;
    return pass_moved_lines(m, content, from, cursor) || find_ahead(m, content, from, cursor)
           || find_lines(m, content, from, cursor);
}

/* Where the note's text stands, or the end of a jump. */
static size_t enter(matcher *m, const stretch *s)
{
    size_t *cursor = &g_array_index(m->cursors, size_t, s->note);
    if (*cursor == SIZE_MAX)
        *cursor = s->first_line > 0 ? first_unclaimed(m, s->first_line)
                                    : g_array_index(m->cursors, size_t, 0);
    *cursor = skip_claimed(m, *cursor);
    if (s->note == 0 && m->resume != SIZE_MAX && *cursor >= m->jump_end) {
        *cursor = skip_claimed(m, m->resume);
        m->resume = SIZE_MAX;
    }
    return *cursor;
}

/* The mark of a note counts where it is printed; that it is not is no fault. */
static size_t match_call(matcher *m, size_t content)
{
    const stretch *s = stretch_of(m, content);
    size_t end = content;
    while (end < m->content->len && stretch_of(m, end) == s)
        end++;
    size_t at = enter(m, s);
    size_t probe = at;
    size_t i = content;
    for (; i < end && probe < m->source->len && source_at(m, probe)->c == content_at(m, i); i++)
        probe = skip_claimed(m, probe + 1);
    if (i < end)
        return end;
    for (i = content; i < end; i++, at = skip_claimed(m, at + 1)) {
        claim(m, at);
        m->kept++;
    }
    g_array_index(m->cursors, size_t, s->note) = at;
    return end;
}

/* True when the document goes on at the cursor or, past what was lost here as well, after it. */
static bool agrees_again(matcher *m, size_t content)
{
    const stretch *s = stretch_of(m, content);
    size_t at = enter(m, s);
    return goes_on_at(m, content, at, true)
           || find_ahead(m, content, at, &g_array_index(m->cursors, size_t, s->note));
}

/* Everything up to where the document agrees with the source again was not in it. */
static size_t skip_invented(matcher *m, size_t content)
{
    const stretch *s = stretch_of(m, content);
    GString *shown = g_string_new(NULL);
    size_t end = content;
    do
        append_shortened(shown, content_at(m, end++));
    while (end < m->content->len && stretch_of(m, end) == s && !agrees_again(m, end));
    report(m, MH_AKN_INVENTED, s->first_line, 0, shown);
    (void)g_string_free(shown, TRUE);
    return end;
}

static size_t match_one(matcher *m, size_t content)
{
    const stretch *s = stretch_of(m, content);
    if (s->is_call)
        return match_call(m, content);
    size_t at = enter(m, s);
    size_t *cursor = &g_array_index(m->cursors, size_t, s->note);
    if (at < m->source->len && source_at(m, at)->c == content_at(m, content)) {
        claim(m, at);
        m->kept++;
        *cursor = at + 1;
        return content + 1;
    }
    return find_again(m, content, at, cursor) ? content : skip_invented(m, content);
}

static void report_lost(matcher *m)
{
    GString *shown = g_string_new(NULL);
    for (size_t i = 0; i < m->source->len;) {
        if (source_at(m, i)->is_claimed) {
            i++;
            continue;
        }
        uint32_t column;
        uint32_t line = place_of(m, i, &column);
        g_string_truncate(shown, 0);
        for (; i < m->source->len && !source_at(m, i)->is_claimed; i++)
            append_shortened(shown, source_at(m, i)->c);
        report(m, MH_AKN_LOST, line, column, shown);
    }
    (void)g_string_free(shown, TRUE);
}

/* ------------------------------------------------------------------ what the metadata says */

static const xmlNode *find_child(const xmlNode *parent, const char *name)
{
    const xmlNode *child = parent ? parent->children : NULL;
    while (child && !mh_xml_is(child, MH_NS_AKN, name))
        child = child->next;
    return child;
}

static const xmlNode *find_preservation(const xmlNode *root)
{
    static const char *const path[] = {"meta", "identification", "FRBRManifestation",
                                       "preservation"};
    const xmlNode *node = root->children;
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    for (size_t i = 0; i < G_N_ELEMENTS(path); i++)
        node = find_child(node, path[i]);
    return node;
}

static uint32_t number_of(const xmlNode *element, const char *name)
{
    const char *value = mh_xml_attribute(element, name);
    guint64 number = value ? g_ascii_strtoull(value, NULL, 10) : 0;
    return number <= UINT32_MAX ? (uint32_t)number : 0;
}

static gint compare_moves(gconstpointer a, gconstpointer b)
{
    const mh_move *first = a;
    const mh_move *second = b;
    if (first->to_line != second->to_line)
        return first->to_line < second->to_line ? -1 : 1;
    return (first->from_line > second->from_line) - (first->from_line < second->from_line);
}

static void read_preservation(matcher *m, const xmlNode *preservation)
{
    for (const xmlNode *n = preservation ? preservation->children : NULL; n; n = n->next) {
        if (mh_xml_is(n, MH_NS_MH, "furniture")) {
            const char *kind = mh_xml_attribute(n, "kind");
            claim_furniture(m, number_of(n, "line"),
                            n->children ? (const char *)n->children->content : "",
                            kind && strcmp(kind, "hyphen") == 0);
        } else if (mh_xml_is(n, MH_NS_MH, "move")) {
            mh_move move = {.from_line = number_of(n, "from"), .to_line = number_of(n, "to")};
            g_array_append_val(m->moves, move);
            (void)g_hash_table_add(m->moved, GUINT_TO_POINTER(move.from_line));
        }
    }
    g_array_sort(m->moves, compare_moves);
}

mh_status mh_akn_fidelity(mh_job *job, const mh_text *text, xmlDoc *doc, size_t *kept,
                          size_t *furniture)
{
    mh_arena *arena = mh_job_arena(job);
    matcher m = {.job = job,
                 .text = text,
                 .source = mh_arena_array(arena, sizeof(source_char)),
                 .line_start = mh_arena_array(arena, sizeof(size_t)),
                 .line_next = mh_arena_array(arena, sizeof(size_t)),
                 .content = mh_arena_array(arena, sizeof(content_char)),
                 .stretches = mh_arena_array(arena, sizeof(stretch)),
                 .cursors = mh_arena_array(arena, sizeof(size_t)),
                 .moves = mh_arena_array(arena, sizeof(mh_move)),
                 .moved = g_hash_table_new(g_direct_hash, g_direct_equal),
                 .resume = SIZE_MAX,
                 .status = MH_OK};
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, m.moved);
    size_t start = 0;
    g_array_append_val(m.cursors, start);
    const xmlNode *root = xmlDocGetRootElement(doc);
    flatten_source(&m);
    read_preservation(&m, find_preservation(root));
    flatten_content(&m, root, (stretch){0});
    /* A document that has little to do with the source is not worth more messages. */
    for (size_t i = 0; i < m.content->len && m.reported < REPORTED_MAX;)
        i = match_one(&m, i);
    report_lost(&m);
    *kept = m.kept;
    *furniture = m.furniture;
    return m.status;
}
