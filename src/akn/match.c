#include "akn/fidelity.h"

/*
 * Every character of the document claims the next unclaimed one of the source. After a mismatch the
 * source is looked through a little further; or the document says by the lines of the block where
 * it goes on.
 */

enum {
    WINDOW = 400,        /* characters of the source looked through after a mismatch */
    PROOF = 12,          /* characters that must agree to go on elsewhere */
    FURTHER_LINES = 200, /* lines of the block looked at after that */
};

static akn_source_char *source_at(const akn_matcher *m, size_t index)
{
    return &g_array_index(m->source, akn_source_char, index);
}

static size_t line_start(const akn_matcher *m, size_t line)
{
    return g_array_index(m->line_start, size_t, line);
}

/* The line that character @p index of the source stands in: the last that begins at or before it.
 */
static size_t line_of(const akn_matcher *m, size_t index)
{
    size_t low = 0;
    size_t high = m->text->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (line_start(m, middle) <= index)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* ------------------------------------------------------------------ reporting */

/* Says where in the record character @p index stands. */
static uint32_t place_of(const akn_matcher *m, size_t index, uint32_t *column)
{
    size_t in_line = line_of(m, index);
    const mh_line *line = &m->text->lines[in_line];
    size_t nth = index - line_start(m, in_line);
    *column = 1;
    const char *end = line->text.ptr + line->text.len;
    for (const char *p = line->text.ptr; p < end; p = mh_utf8_next(p), (*column)++)
        if (!akn_is_blank(g_utf8_get_char(p)) && nth-- == 0)
            break;
    return line->number;
}

static void report(akn_matcher *m, mh_diag_code code, uint32_t line, uint32_t column,
                   const GString *shown)
{
    m->status = MH_REJECTED;
    if (m->reported++ < AKN_FAULTS_MAX)
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

static void claim(akn_matcher *m, size_t index)
{
    source_at(m, index)->is_claimed = true;
}

static size_t skip_claimed(const akn_matcher *m, size_t index)
{
    while (index < m->source->len && source_at(m, index)->is_claimed)
        index++;
    return index;
}

/* The index of a line by its number. */
static size_t line_index(const akn_matcher *m, uint32_t number)
{
    return number == 0 ? 0 : mh_text_line_at(m->text, number, 0);
}

/* The first unclaimed character of the line of that index or, when it has none, of what follows. */
static size_t first_unclaimed_at(akn_matcher *m, size_t line)
{
    if (line >= m->text->line_count)
        return m->source->len;
    size_t *next = &g_array_index(m->line_next, size_t, line);
    size_t end = line_start(m, line + 1);
    while (*next < end && source_at(m, *next)->is_claimed)
        (*next)++;
    return *next < end ? *next : skip_claimed(m, end);
}

static size_t first_unclaimed(akn_matcher *m, uint32_t line_number)
{
    return first_unclaimed_at(m, line_index(m, line_number));
}

/* True when all of @p entry stands at @p index, none of it claimed. */
static bool is_entry_at(const akn_matcher *m, const GArray *entry, size_t index)
{
    for (guint i = 0; i < entry->len; i++) {
        const akn_source_char *s = source_at(m, index + i);
        if (s->is_claimed || s->c != g_array_index(entry, gunichar, i))
            return false;
    }
    return true;
}

/* Where @p entry stands in a line: at its beginning (a hyphen never), else as far to its end as it
 * can; SIZE_MAX when it does not. */
static size_t find_entry(const akn_matcher *m, const GArray *entry, size_t line, bool is_hyphen)
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

static GArray *characters_of(const char *text)
{
    GArray *characters = g_array_new(FALSE, FALSE, sizeof(gunichar));
    for (const char *p = text; *p; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!akn_is_blank(c))
            g_array_append_val(characters, c);
    }
    return characters;
}

/* Claims @p text in a line; the number of its characters, 0 when it is not there. */
static size_t claim_entry(akn_matcher *m, uint32_t number, const char *text, bool is_hyphen)
{
    GArray *entry = characters_of(text);
    size_t at = find_entry(m, entry, line_index(m, number), is_hyphen);
    if (at == SIZE_MAX)
        at = find_entry(m, entry, mh_text_line_at(m->text, number, 1), is_hyphen);
    size_t length = at == SIZE_MAX ? 0 : entry->len;
    for (size_t i = 0; i < length; i++)
        claim(m, at + i);
    (void)g_array_free(entry, TRUE);
    return length;
}

/* Says how a line was set, not what it says: left out wherever it stands. */
static bool is_embedding(gunichar c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* Left out at the ends of a line, or in one that has nothing else. */
static bool is_outer_mark(gunichar c)
{
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2060 || c == 0xFEFF
           || is_embedding(c);
}

/* Claims the characters of @p marks one by one in the line of that index, in their order; gives how
 * many of them are there. */
static size_t claim_in_line(akn_matcher *m, size_t line, const GArray *marks)
{
    if (line >= m->text->line_count)
        return 0;
    size_t end = line_start(m, line + 1);
    size_t first = line_start(m, line);
    while (first < end && is_outer_mark(source_at(m, first)->c))
        first++;
    size_t last = end;
    while (last > first && is_outer_mark(source_at(m, last - 1)->c))
        last--;
    size_t found = 0;
    for (size_t i = line_start(m, line); i < end && found < marks->len; i++) {
        const akn_source_char *s = source_at(m, i);
        bool is_inside = i >= first && i < last;
        if (s->is_claimed || s->c != g_array_index(marks, gunichar, found)
            || (is_inside && !is_embedding(s->c)))
            continue;
        claim(m, i);
        found++;
    }
    return found;
}

/* Marks of direction stand all over their line, or a half of it. */
static size_t claim_marks(akn_matcher *m, uint32_t number, const char *text)
{
    GArray *marks = characters_of(text);
    size_t found = claim_in_line(m, line_index(m, number), marks);
    if (found == 0)
        found = claim_in_line(m, mh_text_line_at(m->text, number, 1), marks);
    bool is_whole = found == marks->len;
    (void)g_array_free(marks, TRUE);
    return is_whole ? found : 0;
}

void akn_claim_furniture(akn_matcher *m, uint32_t number, const char *text, const char *kind)
{
    size_t length = strcmp(kind, "direction") == 0
                        ? claim_marks(m, number, text)
                        : claim_entry(m, number, text, strcmp(kind, "hyphen") == 0);
    m->furniture += length;
    if (length > 0)
        return;
    GString *shown = g_string_new(text);
    report(m, MH_AKN_FURNITURE, number, 0, shown);
    (void)g_string_free(shown, TRUE);
}

void akn_claim_moved(akn_matcher *m, uint32_t from, uint32_t to, const char *text)
{
    size_t length = claim_entry(m, from, text, false);
    m->kept += length;
    if (length > 0)
        (void)g_hash_table_add(m->moved, g_strdup_printf("%u %s", to, text));
}

/* ------------------------------------------------------------------ matching */

static const akn_stretch *stretch_of(const akn_matcher *m, size_t content)
{
    uint32_t index = g_array_index(m->content, akn_content_char, content).stretch;
    return &g_array_index(m->stretches, akn_stretch, index);
}

static gunichar content_at(const akn_matcher *m, size_t content)
{
    return g_array_index(m->content, akn_content_char, content).c;
}

static bool is_same_block(const akn_stretch *a, const akn_stretch *b)
{
    return a->note == b->note && a->first_line == b->first_line && a->last_line == b->last_line;
}

/* The end of what can be asked to agree with the source from @p content on: the stretch or, when
 * @p is_wide, its block up to where a note begins or ends; PROOF characters at most. */
static size_t proof_end(const akn_matcher *m, size_t content, bool is_wide)
{
    const akn_stretch *first = stretch_of(m, content);
    size_t end = content;
    while (end < m->content->len && end - content < PROOF) {
        const akn_stretch *s = stretch_of(m, end);
        if (is_wide ? !is_same_block(s, first) : s != first)
            break;
        end++;
    }
    return end;
}

/* True when the document from @p content on is what the source has from @p index on. */
static bool goes_on_at(const akn_matcher *m, size_t content, size_t index, bool is_wide)
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

static void jump(akn_matcher *m, size_t from, size_t to, size_t end)
{
    if (m->resume == SIZE_MAX)
        m->resume = from;
    m->jump_end = end;
    g_array_index(m->cursors, size_t, 0) = to;
}

/* Something was lost just here: the text goes on a little further. */
static bool find_near(const akn_matcher *m, size_t content, size_t from, size_t *cursor)
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

/* The text goes on with one of the further lines that its block is from. */
static bool find_line(akn_matcher *m, size_t content, size_t from, size_t *cursor)
{
    if (from >= m->source->len)
        return false;
    size_t line = line_of(m, from);
    size_t last = line_index(m, stretch_of(m, content)->last_line);
    last = MIN(last, line + FURTHER_LINES);
    for (; line <= last; line++) {
        size_t at = first_unclaimed_at(m, line);
        if (at > from && goes_on_at(m, content, at, true)) {
            *cursor = at;
            return true;
        }
    }
    return false;
}

/* A note that a page break cut goes on with a line; from the text something was lost. */
static bool find_ahead(akn_matcher *m, size_t content, size_t from, size_t *cursor)
{
    if (stretch_of(m, content)->note > 0)
        return find_line(m, content, from, cursor) || find_near(m, content, from, cursor);
    return find_near(m, content, from, cursor) || find_line(m, content, from, cursor);
}

/* True when the stretch is from lines inside those of the block before: a page break parts that,
 * and what stands at the foot of the page follows it. */
static bool is_nested(const akn_matcher *m, const akn_stretch *s)
{
    return s->first_line > m->open_first && s->last_line < m->open_last;
}

static void report_order(akn_matcher *m, size_t content)
{
    const akn_stretch *s = stretch_of(m, content);
    GString *shown = g_string_new(NULL);
    for (size_t i = content; i < m->content->len && stretch_of(m, i) == s; i++)
        append_shortened(shown, content_at(m, i));
    report(m, MH_AKN_ORDER, s->first_line, 0, shown);
    (void)g_string_free(shown, TRUE);
}

/* The block says what lines it is from: further on much was lost, further back it is displaced. */
static bool find_lines(akn_matcher *m, size_t content, size_t from, size_t *cursor)
{
    const akn_stretch *s = stretch_of(m, content);
    if (s->first_line == 0)
        return false;
    size_t at = first_unclaimed(m, s->first_line);
    if (at == from || !goes_on_at(m, content, at, false))
        return false;
    if (at > from || s->note > 0) {
        *cursor = at;
        return true;
    }
    if (!is_nested(m, s))
        report_order(m, content);
    jump(m, from, at, line_start(m, MIN(line_index(m, s->last_line) + 1, m->text->line_count)));
    return true;
}

/* After a mismatch at @p content: true when the cursor was put where the document goes on. */
static bool find_again(akn_matcher *m, size_t content, size_t from, size_t *cursor)
{
    bool is_text = stretch_of(m, content)->note == 0;
    if (is_text && m->resume != SIZE_MAX && goes_on_at(m, content, m->resume, false)) {
        *cursor = m->resume;
        m->resume = SIZE_MAX;
        return true;
    }
    return find_ahead(m, content, from, cursor) || find_lines(m, content, from, cursor);
}

/* True when @p index stands in the lines that the stretch is from, or these are not known. */
static bool is_in_lines(const akn_matcher *m, const akn_stretch *s, size_t index)
{
    if (s->first_line == 0)
        return true;
    return index >= line_start(m, line_index(m, s->first_line))
           && index < line_start(m, MIN(line_index(m, s->last_line) + 1, m->text->line_count));
}

/* Where the note's text stands, or the end of a jump. */
static size_t enter(akn_matcher *m, const akn_stretch *s)
{
    size_t *cursor = &g_array_index(m->cursors, size_t, s->note);
    if (*cursor == SIZE_MAX && s->first_line == 0)
        *cursor = g_array_index(m->cursors, size_t, 0);
    *cursor = skip_claimed(m, *cursor);
    if (s->note > 0 && !is_in_lines(m, s, *cursor))
        *cursor = first_unclaimed(m, s->first_line);
    if (s->note == 0 && m->resume != SIZE_MAX && *cursor >= m->jump_end) {
        *cursor = skip_claimed(m, m->resume);
        m->resume = SIZE_MAX;
    }
    return *cursor;
}

/* The end of the stretch that @p content stands in. */
static size_t stretch_end(const akn_matcher *m, size_t content)
{
    const akn_stretch *s = stretch_of(m, content);
    while (content < m->content->len && stretch_of(m, content) == s)
        content++;
    return content;
}

/* Claims the characters from @p at on for the mark at @p content; false when they are others. */
static bool claim_mark(akn_matcher *m, size_t content, size_t *at)
{
    size_t end = stretch_end(m, content);
    size_t probe = *at;
    for (size_t i = content; i < end; i++, probe = skip_claimed(m, probe + 1))
        if (probe >= m->source->len || source_at(m, probe)->c != content_at(m, i))
            return false;
    for (size_t i = content; i < end; i++, *at = skip_claimed(m, *at + 1)) {
        claim(m, *at);
        m->kept++;
    }
    return true;
}

/* True when the number of the note at @p content was moved to it; each move serves one note. */
static bool was_moved(akn_matcher *m, size_t content)
{
    GString *key = g_string_new(NULL);
    g_string_printf(key, "%u ", stretch_of(m, content)->first_line);
    size_t end = stretch_end(m, content);
    for (size_t i = content; i < end; i++)
        g_string_append_unichar(key, content_at(m, i));
    bool was = g_hash_table_remove(m->moved, key->str);
    (void)g_string_free(key, TRUE);
    return was;
}

/* The mark of a note counts where it is printed; that it is not is no fault. */
static size_t match_call(akn_matcher *m, size_t content)
{
    const akn_stretch *s = stretch_of(m, content);
    size_t at = enter(m, s);
    if (!(s->note > 0 && was_moved(m, content)) && claim_mark(m, content, &at))
        g_array_index(m->cursors, size_t, s->note) = at;
    return stretch_end(m, content);
}

/* True when the document goes on at the cursor or, past what was lost here as well, after it. */
static bool agrees_again(akn_matcher *m, size_t content)
{
    const akn_stretch *s = stretch_of(m, content);
    size_t at = enter(m, s);
    return goes_on_at(m, content, at, true)
           || find_ahead(m, content, at, &g_array_index(m->cursors, size_t, s->note));
}

/* Everything up to where the document agrees with the source again was not in it. */
static size_t skip_invented(akn_matcher *m, size_t content)
{
    const akn_stretch *s = stretch_of(m, content);
    GString *shown = g_string_new(NULL);
    size_t end = content;
    do
        append_shortened(shown, content_at(m, end++));
    while (end < m->content->len && stretch_of(m, end) == s && !agrees_again(m, end));
    report(m, MH_AKN_INVENTED, s->first_line, 0, shown);
    (void)g_string_free(shown, TRUE);
    return end;
}

/* Claims what agrees from @p content and @p at on, in one stretch, up to the next place where the
 * cursor is to be looked at: a claimed character, the end of a jump. Gives the content after it. */
static size_t claim_run(akn_matcher *m, size_t content, size_t at, const akn_stretch *s)
{
    const akn_content_char *chars = &g_array_index(m->content, akn_content_char, 0);
    akn_source_char *source = source_at(m, 0);
    size_t source_end = m->source->len;
    if (s->note == 0 && m->resume != SIZE_MAX)
        source_end = MIN(source_end, m->jump_end);
    size_t first = content;
    do {
        source[at++].is_claimed = true;
        content++;
    } while (content < m->content->len && chars[content].stretch == chars[first].stretch
             && at < source_end && !source[at].is_claimed && source[at].c == chars[content].c);
    m->kept += content - first;
    g_array_index(m->cursors, size_t, s->note) = at;
    if (s->note == 0 && s->last_line > m->open_last) {
        m->open_first = s->first_line;
        m->open_last = s->last_line;
    }
    return content;
}

size_t akn_match_one(akn_matcher *m, size_t content)
{
    const akn_stretch *s = stretch_of(m, content);
    if (s->is_call)
        return match_call(m, content);
    size_t at = enter(m, s);
    size_t *cursor = &g_array_index(m->cursors, size_t, s->note);
    if (s->note == 0 && is_nested(m, s) && !is_in_lines(m, s, at)
        && find_lines(m, content, at, cursor))
        return content;
    if (at < m->source->len && source_at(m, at)->c == content_at(m, content))
        return claim_run(m, content, at, s);
    return find_again(m, content, at, cursor) ? content : skip_invented(m, content);
}

void akn_report_lost(akn_matcher *m)
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
