#include "text/furniture.h"

#include "lexicon/lexicon.h"
#include "text/scan.h"

/* A running head has no more lines than this, titles over several lines included. */
#define HEAD_LINES 10
#define TITLE_LINES 6
/* The first page's text in which a title printed once more as running head is looked for. */
#define FIRST_PAGE_BYTES ((size_t)4096)
/* Shorter texts are found by chance. */
#define TITLE_MIN_CHARS 16
#define SYMBOLS_MAX 16
/* A date, or a title without symbol and date, is a head when so many pages have it. */
#define DATE_PAGES 2
#define TITLE_PAGES 3
/* Lines of the half of a head that stands among a page's columns. */
#define INNER_LINES 2
#define INNER_BYTES ((size_t)60)
/* The masthead's symbol stands among the first lines. */
#define MASTHEAD_LINES 40
#define MASTHEAD_ROW_BYTES ((size_t)400)

typedef struct heads {
    mh_job *job;
    txt_lines *lines;
    const txt_shaped *shapes;
    const char *symbols[SYMBOLS_MAX]; /* the record's own, squeezed */
    size_t symbol_count;
    GHashTable *titles;     /* squeezed text at page tops → number of pages */
    size_t page_count;      /* pages with a text line at their top */
    const char *first_page; /* squeezed */
    bool has_title_heads;   /* resolutions and meeting records print the title */
    bool is_meeting;        /* a verbatim record */
} heads;

/* Without anything invisible: lines set anew compare equal. */
static char *squeeze(mh_job *job, mh_view text)
{
    char *out = mh_arena_alloc(mh_job_arena(job), text.len + 1);
    size_t length = 0;
    const char *end = text.ptr + text.len;
    for (const char *p = text.ptr; p < end;) {
        if ((unsigned char)*p < 0x80) {
            if (!txt_is_invisible((unsigned char)*p))
                out[length++] = *p;
            p++;
            continue;
        }
        size_t bytes = (size_t)(txt_next(p) - p);
        if (!txt_is_invisible(g_utf8_get_char(p))) {
            memcpy(out + length, p, bytes);
            length += bytes;
        }
        p += bytes;
    }
    return out;
}

static bool is_boundary(mh_furniture furniture)
{
    return furniture == MH_FURNITURE_PAGE_NUMBER || furniture == MH_FURNITURE_JOB_NUMBER
           || furniture == MH_FURNITURE_BARCODE || furniture == MH_FURNITURE_RECYCLE;
}

/* @p line begins a page: a form feed, or the furniture of the page before, stands right above. */
static bool is_top(const txt_lines *lines, size_t line)
{
    size_t before = txt_text_before(lines, line);
    if (before == TXT_NO_LINE || is_boundary(lines->items[line].furniture))
        return false;
    return lines->items[before].page != lines->items[line].page
           || is_boundary(lines->items[before].furniture);
}

/* The part of a joint symbol that begins at @p at: up to a dash before another "X/". */
static size_t symbol_part_end(const char *symbol, size_t at)
{
    size_t length = strlen(symbol);
    for (size_t i = at; i < length; i++) {
        size_t dash = symbol[i] == '-'                               ? 1
                      : g_str_has_prefix(symbol + i, "\xE2\x80\x93") ? 3
                      : g_str_has_prefix(symbol + i, "\xE2\x80\x91") ? 3
                                                                     : 0;
        const char *next = symbol + i + dash;
        if (dash > 0 && g_ascii_isupper(*next) && (next[1] == '/' || next[2] == '/'))
            return i;
    }
    return length;
}

static void add_symbol(heads *h, const char *symbol)
{
    for (size_t i = 0; i < h->symbol_count; i++) {
        if (strcmp(h->symbols[i], symbol) == 0)
            return;
    }
    if (h->symbol_count < SYMBOLS_MAX)
        h->symbols[h->symbol_count++] = symbol;
    h->is_meeting = h->is_meeting || strstr(symbol, "PV.");
    h->has_title_heads = h->is_meeting || h->has_title_heads || strstr(symbol, "/RES/");
}

/* A symbol, its parts when it is joint, and itself without the star of a reissued document. */
static void learn_symbol(heads *h, mh_view line)
{
    char *symbol = squeeze(h->job, line);
    add_symbol(h, symbol);
    size_t end = symbol_part_end(symbol, 0);
    for (size_t at = 0; symbol[at] != '\0'; end = symbol_part_end(symbol, at)) {
        mh_view part = {.ptr = symbol + at, .len = end - at};
        while (part.len > 0 && part.ptr[part.len - 1] == '*')
            part.len--;
        add_symbol(h, mh_arena_string_of(mh_job_arena(h->job), part));
        at = symbol[end] == '\0' ? end : end + (symbol[end] == '-' ? 1 : 3);
    }
}

/* The symbols of the line are all the record's own. */
static bool is_own_symbol(const heads *h, mh_view line)
{
    char *symbol = squeeze(h->job, line);
    for (size_t i = strlen(symbol); i > 0 && symbol[i - 1] == '*'; i--)
        symbol[i - 1] = '\0';
    for (size_t i = 0; i < h->symbol_count; i++) {
        if (strcmp(h->symbols[i], symbol) == 0)
            return true;
    }
    return false;
}

/* In text that kept its layout the masthead's symbol ends the line of "United Nations". */
static void learn_from_row(heads *h, mh_view line)
{
    mh_view text = txt_trim(line);
    size_t gap = mh_view_find(text, MH_VIEW("    "), 0);
    if (gap == SIZE_MAX || text.len > MASTHEAD_ROW_BYTES)
        return;
    mh_view last = txt_trim(mh_view_slice(text, gap, text.len));
    if (last.len > 0 && txt_shape_of(last).shape == TXT_SHAPE_SYMBOL)
        learn_symbol(h, last);
}

/* The masthead's symbol, or symbols at the tops of two pages or more. */
static void learn_symbols(heads *h)
{
    GHashTable *seen = mh_arena_string_hash(mh_job_arena(h->job));
    size_t text_lines = 0;
    bool is_first_page = true;
    for (size_t i = 0; i < h->lines->count; i++) {
        const mh_line *line = &h->lines->items[i];
        if (line->is_blank)
            continue;
        text_lines++;
        bool is_at_top = is_top(h->lines, i);
        is_first_page = is_first_page && !is_at_top;
        if (is_first_page && text_lines <= MASTHEAD_LINES)
            learn_from_row(h, line->text);
        if (h->shapes[i].shape != TXT_SHAPE_SYMBOL)
            continue;
        char *symbol = squeeze(h->job, line->text);
        bool is_masthead = is_first_page && text_lines <= MASTHEAD_LINES;
        if (is_masthead || (is_at_top && g_hash_table_contains(seen, symbol)))
            learn_symbol(h, line->text);
        else if (is_at_top)
            g_hash_table_add(seen, symbol);
    }
}

/* A line of symbol, title and date: beside a page's edge it is a head, whichever symbol it has. */
static void mark_full_heads(heads *h)
{
    for (size_t i = 0; i < h->lines->count; i++) {
        if (h->shapes[i].shape != TXT_SHAPE_HEAD)
            continue;
        size_t after = txt_text_after(h->lines, i);
        bool is_edge = is_top(h->lines, i) || txt_is_page_top(h->lines, i) || after == TXT_NO_LINE
                       || h->lines->items[after].page != h->lines->items[i].page
                       || is_boundary(h->lines->items[after].furniture);
        if (is_edge)
            h->lines->items[i].furniture = MH_FURNITURE_RUNNING_HEAD;
    }
}

/* A line longer than any head's, or one of a column: it is not even looked at. */
static bool is_titlelike(const heads *h, size_t line)
{
    return h->shapes[line].shape == TXT_SHAPE_NONE && !h->lines->items[line].is_column
           && h->lines->items[line].text.len <= 400
           && h->lines->items[line].furniture == MH_FURNITURE_NONE;
}

/* Last line of the stretch of text lines at @p line that may be one title. */
static size_t title_end(const heads *h, size_t line)
{
    size_t end = line;
    while (end + 1 < h->lines->count && end - line + 1 < TITLE_LINES
           && !h->lines->items[end + 1].is_blank
           && h->lines->items[end + 1].page == h->lines->items[line].page
           && is_titlelike(h, end + 1))
        end++;
    return end;
}

static char *title_key(const heads *h, size_t first, size_t last)
{
    const mh_line *items = h->lines->items;
    const char *start = items[first].text.ptr;
    const char *end = items[last].text.ptr + items[last].text.len;
    return squeeze(h->job, (mh_view){.ptr = start, .len = (size_t)(end - start)});
}

static void count_title(heads *h, size_t first, size_t last)
{
    char *key = title_key(h, first, last);
    size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(h->titles, key));
    g_hash_table_insert(h->titles, key, GSIZE_TO_POINTER(count + 1));
}

/* At how many tops of pages the lines stand. */
static size_t title_count(const heads *h, size_t first, size_t last)
{
    return GPOINTER_TO_SIZE(g_hash_table_lookup(h->titles, title_key(h, first, last)));
}

/* Counts what stands at the tops of pages, for heads that print a title or date. */
static void count_titles(heads *h)
{
    h->titles = mh_arena_string_hash(mh_job_arena(h->job));
    for (size_t i = 0; i < h->lines->count; i++) {
        if (h->lines->items[i].is_blank || !is_top(h->lines, i))
            continue;
        h->page_count++;
        size_t line = i;
        for (size_t n = 0; n < HEAD_LINES && line != TXT_NO_LINE
                           && h->lines->items[line].page == h->lines->items[i].page;
             n++) {
            size_t last = line;
            if (is_titlelike(h, line)) {
                last = title_end(h, line);
                for (size_t end = line; end <= last; end++)
                    count_title(h, line, end);
            } else if (h->shapes[line].shape == TXT_SHAPE_DATE) {
                count_title(h, line, line);
            }
            line = txt_text_after(h->lines, last);
        }
    }
}

static void squeeze_first_page(heads *h)
{
    const mh_line *items = h->lines->items;
    size_t bytes = 0;
    for (size_t i = 0; i < h->lines->count && bytes < FIRST_PAGE_BYTES; i++) {
        if (!items[i].is_blank && is_top(h->lines, i))
            break;
        bytes = items[i].offset + items[i].text.len;
    }
    /* A line may be long; cut between characters. */
    mh_view text = {.ptr = items[0].text.ptr - items[0].offset, .len = bytes};
    if (bytes > FIRST_PAGE_BYTES) {
        const char *cut = g_utf8_find_prev_char(text.ptr, text.ptr + FIRST_PAGE_BYTES);
        text.len = cut ? (size_t)(cut - text.ptr) : 0;
    }
    h->first_page = squeeze(h->job, text);
}

/* Long enough for a title: "Annex" is a word of the first page, too. An ideograph says as much as
 * three letters. */
static bool is_long(const char *key)
{
    glong least = g_utf8_get_char(key) >= 0x3000 ? TITLE_MIN_CHARS / 3 : TITLE_MIN_CHARS;
    return g_utf8_strlen(key, -1) >= least;
}

/*
 * Repeated at the tops of pages, or the record's title where heads print it. Where they do not,
 * most pages must have it: annexes, too, begin on a new page and all alike. "In favour:" and
 * "It was so decided." come at the top of more than one page by chance.
 */
static bool is_title(const heads *h, size_t first, size_t last)
{
    char *key = title_key(h, first, last);
    size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(h->titles, key));
    if (!h->has_title_heads)
        return count > 2 && count * 2 > h->page_count;
    if (*key == '\0' || strchr(".:;,", key[strlen(key) - 1])
        || g_unichar_islower(g_utf8_get_char(key)))
        return false;
    return is_long(key) ? count > 1 || strstr(h->first_page, key) : count > 2;
}

/* A head being read from the top of a page. */
typedef struct head {
    size_t lines[HEAD_LINES];
    size_t count;
    bool has_symbol;
    bool has_date;
    bool has_title;
    bool has_language; /* to 1996: "A/48/653", "English", "Page 3" */
    bool is_repeated;  /* what it has stands at the tops of more pages */
} head;

static void push(head *found, size_t first, size_t last)
{
    for (size_t i = first; i <= last && found->count < HEAD_LINES; i++)
        found->lines[found->count++] = i;
}

/* "English": the language a page is in, below the symbol. */
static bool is_language(mh_view line)
{
    return mh_language_from_name(txt_trim(line)) != MH_LANGUAGE_NONE;
}

/* Takes the title at @p line, its last line to @p last; false when it is none. */
static bool read_head_title(const heads *h, head *found, size_t line, size_t *last)
{
    *last = title_end(h, line);
    while (*last > line && !is_title(h, line, *last))
        (*last)--;
    if (!is_title(h, line, *last))
        return false;
    found->has_title = true;
    found->is_repeated = found->is_repeated || title_count(h, line, *last) >= TITLE_PAGES;
    return true;
}

/* Takes the line at @p *line into the head, which has one title: what a table repeats may stand
 * below. @return false where the page's text begins. */
static bool read_head_line(heads *h, head *found, size_t *line)
{
    txt_shape shape = h->shapes[*line].shape;
    size_t last = *line;
    if (shape == TXT_SHAPE_SYMBOL && is_own_symbol(h, h->lines->items[*line].text)) {
        found->has_symbol = true;
    } else if (shape == TXT_SHAPE_DATE && !found->has_date) {
        found->has_date = true;
        found->is_repeated = found->is_repeated || title_count(h, *line, *line) >= DATE_PAGES;
    } else if (found->has_symbol && is_language(h->lines->items[*line].text)) {
        found->has_language = true;
    } else if (found->has_language && shape == TXT_SHAPE_PAGE_NUMBER) {
        h->lines->items[*line].furniture = MH_FURNITURE_PAGE_NUMBER;
    } else if (is_titlelike(h, *line) && !found->has_title) {
        if (!read_head_title(h, found, *line, &last))
            return false;
    } else if (h->lines->items[*line].furniture == MH_FURNITURE_NONE) {
        return false;
    }
    push(found, *line, last);
    *line = txt_text_after(h->lines, last);
    return true;
}

/* A head that starts on the first line of a page: symbols, date and title, in any order. */
static void mark_head_at(heads *h, size_t top)
{
    head found = {.count = 0};
    for (size_t line = top; line != TXT_NO_LINE && found.count < HEAD_LINES
                            && h->lines->items[line].page == h->lines->items[top].page;) {
        if (!read_head_line(h, &found, &line))
            break;
    }
    bool is_known_title = h->has_title_heads && found.is_repeated;
    if (!found.has_symbol && !(found.has_date && found.has_title) && !is_known_title)
        return;
    for (size_t i = 0; i < found.count; i++) {
        mh_line *line = &h->lines->items[found.lines[i]];
        if (line->furniture == MH_FURNITURE_NONE)
            line->furniture = MH_FURNITURE_RUNNING_HEAD;
    }
}

/* An own symbol between blank lines or at a page's edge. */
static bool stands_alone(const heads *h, size_t line)
{
    const mh_line *items = h->lines->items;
    bool is_open_above =
        line == 0 || items[line - 1].is_blank || items[line - 1].page != items[line].page;
    bool is_open_below = line + 1 == h->lines->count || items[line + 1].is_blank
                         || items[line + 1].page != items[line].page;
    return is_open_above && is_open_below && is_own_symbol(h, items[line].text);
}

/*
 * Extractors put the head of a turned page last and that of two columns between them. Where other
 * pages have their heads, a page without takes its own symbol alone on a line for it.
 */
static void mark_stray_heads(heads *h)
{
    mh_line *items = h->lines->items;
    GHashTable *headed = g_hash_table_new(NULL, NULL);
    mh_arena_defer(mh_job_arena(h->job), (GDestroyNotify)g_hash_table_unref, headed);
    for (size_t i = 0; i < h->lines->count; i++) {
        if (items[i].furniture == MH_FURNITURE_RUNNING_HEAD
            && (h->shapes[i].shape == TXT_SHAPE_SYMBOL || h->shapes[i].shape == TXT_SHAPE_HEAD))
            g_hash_table_add(headed, GUINT_TO_POINTER(items[i].page));
    }
    if (g_hash_table_size(headed) == 0)
        return;
    for (size_t i = 0; i < h->lines->count; i++) {
        if (items[i].page == 1 || h->shapes[i].shape != TXT_SHAPE_SYMBOL
            || items[i].furniture != MH_FURNITURE_NONE || !stands_alone(h, i)
            || g_hash_table_contains(headed, GUINT_TO_POINTER(items[i].page)))
            continue;
        items[i].furniture = MH_FURNITURE_RUNNING_HEAD;
        g_hash_table_add(headed, GUINT_TO_POINTER(items[i].page));
    }
}

/* "3756th meeting" and "21 March 1997" below it, between blank lines: as far as @p line is one. */
static size_t inner_head_end(const heads *h, size_t line)
{
    const mh_line *items = h->lines->items;
    bool is_open = line > 0 && items[line - 1].is_blank && items[line].page > 1;
    if (!is_open || !is_titlelike(h, line) || items[line].text.len > INNER_BYTES
        || !g_unichar_isdigit(txt_first(items[line].text)))
        return TXT_NO_LINE;
    size_t end = title_end(h, line);
    return end - line < INNER_LINES ? end : line + INNER_LINES - 1;
}

static void count_inner_heads(heads *h)
{
    for (size_t i = 0; i < h->lines->count; i++) {
        size_t end = inner_head_end(h, i);
        for (size_t last = i; end != TXT_NO_LINE && last <= end; last++)
            count_title(h, i, last);
    }
}

/* The last line of what begins at @p line and more pages have, or TXT_NO_LINE. */
static size_t repeated_end(const heads *h, size_t line)
{
    size_t last = inner_head_end(h, line);
    if (last == TXT_NO_LINE)
        return TXT_NO_LINE;
    while (last > line && title_count(h, line, last) < TITLE_PAGES)
        last--;
    bool is_head = title_count(h, line, last) >= TITLE_PAGES && is_long(title_key(h, line, last));
    return is_head ? last : TXT_NO_LINE;
}

/* The half of a head that an extractor put among the columns: a meeting's number and date. */
static void mark_inner_heads(heads *h)
{
    if (!h->is_meeting)
        return;
    count_inner_heads(h);
    for (size_t i = 0; i < h->lines->count; i++) {
        size_t last = repeated_end(h, i);
        for (; last != TXT_NO_LINE && i <= last; i++)
            h->lines->items[i].furniture = MH_FURNITURE_RUNNING_HEAD;
    }
}

/* The first word of a marked head that is a symbol. */
static const char *find_running_symbol(const heads *h)
{
    for (size_t i = 0; i < h->lines->count; i++) {
        mh_view text = h->lines->items[i].text;
        if (h->lines->items[i].furniture != MH_FURNITURE_RUNNING_HEAD)
            continue;
        if (h->shapes[i].shape == TXT_SHAPE_SYMBOL)
            return mh_arena_string_of(mh_job_arena(h->job), txt_trim(text));
        size_t at = 0;
        for (mh_view word = txt_next_word(text, &at); word.len > 0;
             word = txt_next_word(text, &at)) {
            if (txt_is_symbol(txt_trim(word)))
                return mh_arena_string_of(mh_job_arena(h->job), txt_trim(word));
        }
    }
    return NULL;
}

void txt_mark_heads(mh_job *job, txt_pages *pages)
{
    heads h = {.job = job, .lines = &pages->lines, .shapes = pages->shapes};
    learn_symbols(&h);
    mark_full_heads(&h);
    count_titles(&h);
    squeeze_first_page(&h);
    for (size_t i = 0; i < h.lines->count; i++) {
        if (!h.lines->items[i].is_blank && is_top(h.lines, i))
            mark_head_at(&h, i);
    }
    mark_stray_heads(&h);
    mark_inner_heads(&h);
    pages->running_symbol = find_running_symbol(&h);
}
