#include "record/inline.h"

#include "record/inline_scan.h"

/* A span on its way into the result. */
typedef struct candidate {
    mh_span span;
    size_t parent; /* the span it stands in, index + 1; 0 is none */
    bool is_mark;  /* made here, so that it gives way */
    bool is_dead;
} candidate;

rec_inline_context *rec_inline_context_new(mh_job *job)
{
    mh_arena *arena = mh_job_arena(job);
    rec_inline_context *context = MH_NEW(arena, rec_inline_context, 1);
    context->job = job;
    context->arena = arena;
    context->folder = mh_folder_new(arena);
    context->people = mh_arena_string_hash(arena);
    context->roles = mh_arena_string_hash(arena);
    context->marks = mh_arena_array(arena, sizeof(mh_span));
    context->merged = mh_arena_array(arena, sizeof(candidate));
    return context;
}

void rec_inline_set_annexes(rec_inline_context *context, uint32_t count)
{
    context->annex_count = count;
}

void rec_inline_set_organ(rec_inline_context *context, const char *actor)
{
    context->organ = mh_arena_strdup(context->arena, actor);
}

/* ------------------------------------------------------------------ marks */

bool rec_text_at(const rec_scan *scan, size_t at, const char *folded)
{
    for (const char *p = folded; *p != '\0'; p = mh_utf8_next(p), at++)
        if (rec_key(scan, at) != g_utf8_get_char(p))
            return false;
    return true;
}

size_t rec_word_at(const rec_scan *scan, size_t at, mh_printed use)
{
    size_t count = 0;
    const mh_view *words = mh_printed_words(use, &count);
    for (size_t i = 0; i < count; i++)
        if (rec_text_at(scan, at, words[i].ptr))
            return (size_t)g_utf8_strlen(words[i].ptr, (gssize)words[i].len);
    return 0;
}

bool rec_is_word(const rec_scan *scan, size_t at, size_t end, mh_printed use)
{
    size_t count = 0;
    const mh_view *words = mh_printed_words(use, &count);
    for (size_t i = 0; i < count; i++)
        if (end - at == (size_t)g_utf8_strlen(words[i].ptr, (gssize)words[i].len)
            && rec_text_at(scan, at, words[i].ptr))
            return true;
    return false;
}

mh_span *rec_add_mark(rec_scan *scan, mh_span_kind kind, size_t from, size_t to)
{
    mh_view bytes = mh_folded_slice(scan->text, from, to);
    uint32_t start = (uint32_t)(bytes.ptr - scan->text->text.ptr);
    mh_span span = {.kind = kind, .start = start, .end = start + (uint32_t)bytes.len};
    GArray *marks = scan->context->marks;

    g_array_append_val(marks, span);
    return &g_array_index(marks, mh_span, marks->len - 1);
}

void rec_add_date(rec_scan *scan, const mh_date *date)
{
    mh_span_kind kind = (scan->mode & REC_INLINE_TITLE) != 0 ? MH_SPAN_DOC_DATE : MH_SPAN_DATE;
    mh_span *span = rec_add_mark(scan, kind, date->at, date->at + date->length);
    span->value = mh_arena_strdup(scan->context->arena, date->iso);
}

/* ------------------------------------------------------------------ concepts */

/* Signs that stand beside a short Chinese name without making another word of it. */
static bool is_neighbour(uint16_t unit)
{
    static const uint16_t particles[] = {
        0x5728, 0x7531, 0x7ECF, 0x5411, 0x8BF7, 0x548C, 0x53CA, 0x4E0E, 0x5BF9, 0x636E, 0x7ED9,
        0x4E3A, 0x6309, 0x5C06, 0x7684, 0x5E94, 0x7B2C, 0x4E8E, 0x662F, 0x6240, 0x63D0, 0x5173,
    };
    if (!rec_is_han(unit))
        return true;
    for (size_t i = 0; i < G_N_ELEMENTS(particles); i++)
        if (particles[i] == unit)
            return true;
    return false;
}

static bool is_sure(const rec_scan *scan, const mh_name *name, size_t at, size_t end)
{
    if (!name->is_weak || !rec_is_han(rec_key(scan, at)))
        return true;
    uint16_t before = at > 0 ? rec_key(scan, at - 1) : 0;
    return is_neighbour(before) && is_neighbour(rec_key(scan, end));
}

/* "The General Assembly," alone is an enacting formula: the record is that organ's. */
static void learn_organ(rec_scan *scan, const mh_concept *concept, size_t at, size_t end)
{
    enum { ARTICLE_MAX = 4 };
    if (scan->context->organ != NULL || at > ARTICLE_MAX || rec_key(scan, end) != ','
        || end + 1 < scan->text->length)
        return;
    const mh_organ *organ = mh_organ_of_concept(concept);
    if (organ != NULL)
        scan->context->organ = organ->actor;
}

static size_t mark_concept(rec_scan *scan, const mh_name *name, size_t at, size_t end)
{
    if (!is_sure(scan, name, at, end))
        return end;
    size_t office_end = rec_office(scan, at, end, name->concept);
    if (office_end > 0)
        return office_end;

    rec_add_mark(scan, MH_SPAN_CONCEPT, at, end)->concept = name->concept;
    scan->concept_end = end;
    scan->concept = name->concept;
    learn_organ(scan, name->concept, at, end);
    size_t person_end = name->concept->kind == MH_CONCEPT_ROLE
                            ? rec_person_after_role(scan, end, name->concept)
                            : 0;
    return person_end > 0 ? person_end : end;
}

/* Marks what a name announces; returns where scanning goes on. */
static size_t mark_name(rec_scan *scan, const mh_name *name, size_t at, size_t end)
{
    size_t next = 0;
    mh_date date;

    switch (name->kind) {
    case MH_NAME_CONCEPT:
        next = mark_concept(scan, name, at, end);
        break;
    case MH_NAME_RESOLUTION:
    case MH_NAME_DECISION:
        next = rec_cite_resolutions(scan, at, end, name->kind == MH_NAME_DECISION);
        break;
    case MH_NAME_ANNEX:
        next = rec_cite_annex(scan, at, end);
        break;
    case MH_NAME_SEE:
        scan->see_end = end;
        break;
    case MH_NAME_HONORIFIC:
        next = rec_person_with_title(scan, at, end, name);
        break;
    case MH_NAME_MONTH:
        if (mh_date_at(scan->text, at, &date)) {
            rec_add_date(scan, &date);
            next = at + date.length;
        }
        break;
    case MH_NAME_OF:
    case MH_NAME_TO_UN:
    case MH_NAME_WEEKDAY:
    case MH_NAME_BLOCK:
        break;
    }
    return next > 0 ? next : end;
}

/* ------------------------------------------------------------------ scanning */

/* "wa", "fa", "bi", "li" are written together with the word they belong to. */
static bool is_arabic_particle(uint16_t unit)
{
    return unit == 0x0648 || unit == 0x0641 || unit == 0x0628 || unit == 0x0644;
}

static size_t scan_name(rec_scan *scan, size_t at)
{
    enum { PARTICLES_MAX = 2 };
    size_t units;

    for (size_t i = 0; i <= PARTICLES_MAX; i++) {
        const mh_name *name = mh_name_at(scan->text, at + i, scan->language, &units);
        if (name != NULL)
            return mark_name(scan, name, at + i, at + i + units);
        if (!is_arabic_particle(rec_key(scan, at + i)))
            return 0;
    }
    return 0;
}

static size_t scan_number(rec_scan *scan, size_t at)
{
    mh_date date;
    mh_time time;

    if (mh_date_at(scan->text, at, &date)) {
        rec_add_date(scan, &date);
        return at + date.length;
    }
    if (mh_time_at(scan->text, at, &time)) {
        mh_span *span = rec_add_mark(scan, MH_SPAN_TIME, at, at + time.length);
        span->value = mh_arena_strdup(scan->context->arena, time.iso);
        return at + time.length;
    }
    return 0;
}

static size_t scan_symbol(rec_scan *scan, size_t at)
{
    mh_symbol symbol;
    if (!mh_symbol_at(scan->text, at, &symbol))
        return 0;
    mh_arena *arena = scan->context->arena;
    const char *value = mh_symbol_normalise(arena, scan->text, &symbol);
    bool is_resolution = mh_symbol_kind_of(value) == MH_SYMBOL_RESOLUTION;
    mh_span_kind kind = is_resolution ? MH_SPAN_RESOLUTION : MH_SPAN_SYMBOL;
    rec_add_mark(scan, kind, at, at + symbol.length)->value = value;
    return at + symbol.length;
}

static bool begins_chinese_number(uint16_t unit)
{
    static const uint16_t signs[] = {0x3007, 0x25CB, 0x4E00, 0x4E8C,
                                     0x4E0A, 0x4E0B, 0x4E2D, 0x665A};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (signs[i] == unit)
            return true;
    return false;
}

static size_t scan_han(rec_scan *scan, size_t at)
{
    static const uint16_t ordinal = 0x7B2C;
    uint16_t unit = rec_key(scan, at);
    size_t next = 0;

    if (unit == ordinal)
        next = rec_cite_chinese(scan, at);
    else if (begins_chinese_number(unit))
        next = scan_number(scan, at);
    if (next == 0)
        next = scan_name(scan, at);
    return next > 0 ? next : at + 1;
}

/* Behind the word or number that begins at @p at. */
static size_t word_end(const rec_scan *scan, size_t at)
{
    size_t end = at + 1;
    while (end < scan->text->length && !mh_folded_is_word_edge(scan->text, end))
        end++;
    return end;
}

/* What begins at a word edge; returns where scanning goes on. */
static size_t scan_word(rec_scan *scan, size_t at)
{
    uint16_t unit = rec_key(scan, at);
    uint16_t printed = scan->text->printed[at];
    size_t next = 0;

    if (rec_is_digit(unit))
        next = scan_number(scan, at);
    else if (printed >= 'A' && printed <= 'Z')
        next = scan_symbol(scan, at);
    else if (unit == 'h' || unit == 'w')
        next = rec_cite_url(scan, at);
    if (next == 0)
        next = scan_name(scan, at);
    return next > 0 ? next : word_end(scan, at);
}

static void scan_text(rec_scan *scan)
{
    for (size_t at = 0; at < scan->text->length;) {
        uint16_t unit = rec_key(scan, at);
        if (rec_is_han(unit) || unit == 0x3007 || unit == 0x25CB)
            at = scan_han(scan, at);
        else if (unit < '0' || (unit > '9' && unit < 'a'))
            at++;
        else
            at = scan_word(scan, at);
    }
}

/* ------------------------------------------------------------------ merging */

static gint compare_candidates(gconstpointer a, gconstpointer b)
{
    const candidate *left = a;
    const candidate *right = b;

    if (left->span.start != right->span.start)
        return left->span.start < right->span.start ? -1 : 1;
    if (left->span.end != right->span.end)
        return left->span.end > right->span.end ? -1 : 1;
    return (int)left->is_mark - (int)right->is_mark;
}

/* Spans of these kinds say already what their words are. */
static bool says_all(mh_span_kind kind)
{
    switch (kind) {
    case MH_SPAN_DATE:
    case MH_SPAN_TIME:
    case MH_SPAN_SYMBOL:
    case MH_SPAN_RESOLUTION:
    case MH_SPAN_ANNEX:
    case MH_SPAN_URL:
    case MH_SPAN_CONCEPT:
    case MH_SPAN_NOTE:
    case MH_SPAN_DOC_NUMBER:
    case MH_SPAN_DOC_DATE:
    case MH_SPAN_SESSION:
    case MH_SPAN_SIGNED:
        return true;
    case MH_SPAN_ITALIC:
    case MH_SPAN_BOLD:
    case MH_SPAN_LINE_BREAK:
    case MH_SPAN_QUOTE:
    case MH_SPAN_DOC_TITLE:
    case MH_SPAN_DOC_TYPE:
    case MH_SPAN_DOC_AUTHORITY:
    case MH_SPAN_DOC_PROPONENT:
    case MH_SPAN_DOC_STATUS:
    case MH_SPAN_INLINE:
    case MH_SPAN_QUANTITY:
        return false;
    }
    return false;
}

static candidate *candidate_at(GArray *all, size_t index)
{
    return &g_array_index(all, candidate, index);
}

/* Settles @p next against the spans that are open where it begins. */
static void settle(GArray *all, candidate *next)
{
    for (size_t i = next->parent; i > 0; i = candidate_at(all, i - 1)->parent) {
        candidate *outer = candidate_at(all, i - 1);
        if (outer->is_dead)
            continue;
        bool crosses = next->span.end > outer->span.end;
        bool repeats = next->is_mark && says_all(outer->span.kind);
        if (crosses && outer->is_mark && !next->is_mark)
            outer->is_dead = true;
        else if (crosses || repeats)
            next->is_dead = true;
    }
}

/* Kills what crosses: an earlier span wins, but a mark gives way to what was there before it. */
static void settle_all(GArray *all)
{
    size_t open = 0;

    for (size_t i = 0; i < all->len; i++) {
        candidate *next = candidate_at(all, i);
        while (open > 0 && candidate_at(all, open - 1)->span.end <= next->span.start)
            open = candidate_at(all, open - 1)->parent;
        next->parent = open;
        settle(all, next);
        if (next->span.end > next->span.start && !next->is_dead)
            open = i + 1;
    }
}

static void add_candidates(GArray *all, const GArray *spans, bool are_marks)
{
    for (guint i = 0; i < spans->len; i++) {
        candidate added = {.span = g_array_index(spans, mh_span, i), .is_mark = are_marks};
        g_array_append_val(all, added);
    }
}

static void write_survivors(const GArray *all, GArray *spans)
{
    g_array_set_size(spans, 0);
    for (guint i = 0; i < all->len; i++) {
        const candidate *survivor = &g_array_index(all, candidate, i);
        if (!survivor->is_dead)
            g_array_append_val(spans, survivor->span);
    }
}

/* Writes the candidates as one list that nests. */
static void merge(GArray *all, GArray *spans)
{
    g_array_sort(all, compare_candidates);
    settle_all(all);
    write_survivors(all, spans);
}

void rec_inline_mark(rec_inline_context *context, mh_view text, mh_language language, unsigned mode,
                     GArray *spans)
{
    rec_scan scan = {.context = context, .language = language, .mode = mode};

    g_array_set_size(context->marks, 0);
    scan.text = mh_fold(context->folder, text);
    scan_text(&scan);
    g_array_set_size(context->merged, 0);
    add_candidates(context->merged, spans, false);
    add_candidates(context->merged, context->marks, true);
    merge(context->merged, spans);
}

void rec_inline_sort(GArray *spans)
{
    GArray *all = g_array_sized_new(FALSE, FALSE, sizeof(candidate), spans->len);
    add_candidates(all, spans, false);
    merge(all, spans);
    g_array_free(all, TRUE);
}
