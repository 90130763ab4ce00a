#include "record/notes.h"

#include "lexicon/date.h"
#include "lexicon/printed.h"

/*
 * Below a footnote rule a note is certain, and so is the page its call stands on. What is printed
 * raised comes out of a PDF as digits between spaces, and the numbers of notes come apart from the
 * texts, before or after them. The calls are chosen together: in the order of the notes, each at
 * the likeliest of the places that have its number.
 */

#define NOTES_MAX 64
#define CALLS_MAX 400
#define UNITS_BACK_MAX 400
/* What it costs to find no call for a note, or one in a place that is hardly any. */
#define COST_LOST 30
#define COST_AFTER_STOP 4
#define COST_BRACKETS 5
#define COST_AFTER_WORD 8
#define COST_UNLIKELY 16
#define COST_OTHER_PAGE 6
/* Shorter words before digits are prepositions and articles: "of 15", "de 15". */
#define LINK_WORD_MAX_CHARS 3

/* A note below the rule. */
typedef struct page_note {
    uint32_t value; /* its number; 0 with stars */
    uint32_t stars;
    bool has_brackets;
    rec_note_text text;
    size_t number_unit; /* where its number stands alone, else SIZE_MAX */
} page_note;

/* A place that has the number of note @p note. */
typedef struct candidate {
    rec_place place;
    uint32_t note;
    uint32_t cost;
    uint32_t total;  /* of the best way that ends here */
    size_t previous; /* on that way, or SIZE_MAX */
} candidate;

typedef struct page_reader {
    rec_notes *notes;
    uint32_t page;
    size_t end;      /* unit behind the notes */
    GArray *found;   /* of page_note */
    GArray *numbers; /* of page_note: printed alone */
    GArray *texts;   /* of page_note: without number */
    GArray *calls;   /* of candidate, in text order */
} page_reader;

static page_note *note_at(const GArray *list, size_t i)
{
    return &g_array_index(list, page_note, i);
}

static candidate *call_at(const page_reader *p, size_t i)
{
    return &g_array_index(p->calls, candidate, i);
}

/* Page on which byte @p offset of the unit's text is printed. */
static uint32_t page_of(const rec_reader *reader, const rec_unit *unit, size_t offset)
{
    const mh_block *block = unit->block;
    const mh_line *lines = reader->text->lines;
    size_t rest = rec_unit_offset(unit) + offset;
    for (size_t i = 0; i < block->line_count; i++) {
        const mh_line *line = &lines[block->line[i]];
        size_t length = mh_view_trim(line->text).len + 1;
        if (rest < length || i + 1 == block->line_count)
            return line->page;
        rest -= length;
    }
    return 0;
}

static uint32_t first_page(const rec_reader *reader, const rec_unit *unit)
{
    return reader->text->lines[unit->block->line[0]].page;
}

/* ------------------------------------------------------------------ the notes */

/* The number of a note alone in the unit, "1", "(1)", "*", goes to the numbers; false when there is
 * other text. */
static bool read_number_alone(page_reader *p, size_t at)
{
    mh_view text = rec_unit_at(p->notes->reader, at)->text;
    page_note note = {.number_unit = at};
    note.has_brackets = text.len > 2 && text.ptr[0] == '(' && text.ptr[text.len - 1] == ')';
    mh_view inside = mh_view_slice(text, note.has_brackets, text.len - note.has_brackets);
    size_t i = 0;
    for (; i < inside.len && i < 3 && g_ascii_isdigit(inside.ptr[i]); i++)
        note.value = note.value * 10 + (uint32_t)(inside.ptr[i] - '0');
    for (; note.value == 0 && i < inside.len && inside.ptr[i] == '*'; i++)
        note.stars++;
    if (i < inside.len || (note.value == 0 && note.stars == 0))
        return false;
    g_array_append_val(p->numbers, note);
    return true;
}

/* True when a text without number goes on with the note before it. */
static bool goes_on(const page_reader *p, size_t at)
{
    gunichar first = rec_char_at(rec_unit_at(p->notes->reader, at)->text, 0);
    return g_unichar_islower(first) && (p->found->len > 0 || p->texts->len > 0);
}

static void collect(page_reader *p, size_t at)
{
    rec_reader *reader = p->notes->reader;
    for (p->end = at; p->end < reader->units->len; p->end++) {
        const rec_unit *unit = rec_unit_at(reader, p->end);
        size_t count = p->found->len + p->numbers->len + p->texts->len;
        if (!unit->block->after_rule || first_page(reader, unit) != p->page || count >= NOTES_MAX)
            return;
        page_note note = {.text = {.unit = p->end}, .number_unit = SIZE_MAX};
        if (unit->use != REC_USE_NONE || read_number_alone(p, p->end))
            continue;
        note.stars = (uint32_t)rec_note_stars(unit);
        note.text.from = note.stars;
        if (note.stars == 0)
            note.value = rec_note_number(reader, unit, &note.text.from);
        note.has_brackets = note.value > 0 && unit->text.ptr[0] == '(';
        if (note.value > 0 || note.stars > 0)
            g_array_append_val(p->found, note);
        else if (!goes_on(p, p->end))
            g_array_append_val(p->texts, note);
    }
}

static gint compare_notes(gconstpointer a, gconstpointer b)
{
    const page_note *left = a;
    const page_note *right = b;
    if (left->value != right->value)
        return left->value < right->value ? -1 : 1;
    if (left->stars != right->stars)
        return left->stars < right->stars ? -1 : 1;
    return left->text.unit < right->text.unit ? -1 : left->text.unit > right->text.unit;
}

/* ------------------------------------------------------------------ texts that reflow joined */

/* A line of a text at which the text of the next note may begin. */
typedef struct boundary {
    size_t text; /* index into the texts */
    size_t line; /* index into the lines of its block */
    size_t length;
} boundary;

/* True when a sentence ends with @p line and @p next begins one. */
static bool parts_sentences(mh_view line, mh_view next)
{
    uint32_t last = rec_last_char(line);
    gunichar first = rec_char_at(mh_view_trim(next), 0);
    bool ends = last == '.' || last == '?' || last == '!' || last == 0x3002 || last == 0x061F;
    return ends && !g_unichar_islower(first) && !g_unichar_isdigit(first);
}

/* Looks through the lines of text @p index for the shortest that may be the last of a note. */
static void find_boundary(const page_reader *p, size_t index, boundary *best)
{
    const rec_reader *reader = p->notes->reader;
    const rec_note_text *text = &note_at(p->texts, index)->text;
    const rec_unit *unit = rec_unit_at(reader, text->unit);
    const mh_block *block = unit->block;
    if (unit->text.ptr != mh_view_trim(block->text).ptr)
        return;
    for (size_t i = 0; i + 1 < block->line_count; i++) {
        const mh_line *line = &reader->text->lines[block->line[i]];
        const mh_line *next = &reader->text->lines[block->line[i + 1]];
        size_t length = rec_char_count(mh_view_trim(line->text));
        bool is_inside = line->number >= text->first_line
                         && (text->last_line == 0 || next->number <= text->last_line);
        if (is_inside && length < best->length && parts_sentences(line->text, next->text))
            *best = (boundary){.text = index, .line = i, .length = length};
    }
}

static void part_text(page_reader *p, const boundary *at)
{
    const rec_reader *reader = p->notes->reader;
    rec_note_text *head = &note_at(p->texts, at->text)->text;
    const rec_unit *unit = rec_unit_at(reader, head->unit);
    page_note tail = *note_at(p->texts, at->text);
    head->to = rec_line_offset(reader, unit, at->line + 1);
    head->last_line = reader->text->lines[unit->block->line[at->line]].number;
    tail.text.from = head->to;
    tail.text.first_line = reader->text->lines[unit->block->line[at->line + 1]].number;
    g_array_insert_val(p->texts, (guint)at->text + 1, tail);
}

/* Short notes follow each other as the lines of one text do: where there are more numbers than
 * texts, these are parted at the ends of sentences, after the shortest lines first. */
static void part_texts(page_reader *p)
{
    while (p->texts->len < p->numbers->len) {
        boundary best = {.length = SIZE_MAX};
        for (size_t i = 0; i < p->texts->len; i++)
            find_boundary(p, i, &best);
        if (best.length == SIZE_MAX)
            return;
        part_text(p, &best);
    }
}

/*
 * Numbers printed alone belong to the texts without number, in order. Where there are more texts,
 * those straight behind a note with its number are further paragraphs of it.
 */
static void pair_numbers(page_reader *p)
{
    g_array_sort(p->numbers, compare_notes);
    part_texts(p);
    size_t surplus = p->texts->len > p->numbers->len ? p->texts->len - p->numbers->len : 0;
    size_t next = 0;
    size_t numbered = p->found->len;
    for (size_t i = 0; i < p->texts->len && next < p->numbers->len; i++) {
        page_note note = *note_at(p->texts, i);
        bool is_behind_note = false;
        for (size_t j = 0; surplus > 0 && j < numbered; j++)
            is_behind_note =
                is_behind_note || note_at(p->found, j)->text.unit + 1 == note.text.unit;
        if (is_behind_note) {
            surplus--;
            continue;
        }
        const page_note *number = note_at(p->numbers, next++);
        note.value = number->value;
        note.stars = number->stars;
        note.has_brackets = number->has_brackets;
        note.number_unit = number->number_unit;
        g_array_append_val(p->found, note);
    }
    g_array_sort(p->found, compare_notes);
}

/* ------------------------------------------------------------------ the calls */

/* The word that ends before byte @p end, white space between. */
static mh_view word_before(mh_view text, size_t end)
{
    mh_view head = mh_view_trim(mh_view_slice(text, 0, end));
    size_t start = head.len;
    while (start > 0) {
        const char *before = g_utf8_prev_char(head.ptr + start);
        if (!g_unichar_isalpha(g_utf8_get_char(before)))
            break;
        start = (size_t)(before - head.ptr);
    }
    return mh_view_slice(head, start, head.len);
}

/* Words before numbers that are no calls: the beginnings tell in all their forms. */
static bool takes_number(mh_view word)
{
    return mh_printed_begins(MH_PRINTED_NUMBERED, word);
}

/* "第 3 条" and the like: counters follow a number, "第" stands before it. */
static bool is_counted_in_chinese(mh_view before, mh_view after)
{
    return mh_view_ends_with(before, MH_VIEW("第")) || mh_printed_begins(MH_PRINTED_COUNTER, after);
}

static bool begins_with_date(rec_reader *reader, mh_view text)
{
    mh_date date;
    return mh_date_at(mh_fold(reader->folder, rec_head_of(text, 80)), 0, &date);
}

/* What digits between spaces cost as a call. */
static uint32_t cost_apart(const page_reader *p, mh_view text, size_t start, size_t end)
{
    mh_view before = mh_view_trim(mh_view_slice(text, 0, start));
    mh_view after = mh_view_trim(mh_view_slice(text, end, text.len));
    uint32_t last = rec_char_before(before, before.len);
    if (before.len == 0 || is_counted_in_chinese(before, after)
        || begins_with_date(p->notes->reader, mh_view_slice(text, start, text.len)))
        return COST_UNLIKELY;
    if (g_unichar_isdigit(last))
        return COST_UNLIKELY;
    if (!g_unichar_isalpha(last)) {
        gunichar inner = rec_char_before(before, before.len - 1);
        bool lists_numbers = last < 0x80 && before.len > 1 && g_unichar_isdigit(inner);
        return lists_numbers ? COST_UNLIKELY : COST_AFTER_STOP;
    }
    mh_view word = word_before(before, before.len);
    bool is_link = rec_char_count(word) <= LINK_WORD_MAX_CHARS && last < 0x3400;
    return is_link || takes_number(word) ? COST_UNLIKELY : COST_AFTER_WORD;
}

/* What [start, end), digits with or without brackets or stars, costs as a call; 0: it is none. */
static uint32_t cost_of(const page_reader *p, const rec_unit *unit, size_t start, size_t end)
{
    mh_view text = unit->text;
    char first = text.ptr[start];
    bool is_digits = g_ascii_isdigit(first);
    gunichar after = rec_char_at(text, end);
    if (start == 0)
        return 0;
    bool is_apart = g_unichar_isspace(rec_char_before(text, start));
    if (is_digits && rec_call_score(text, start, end) > 0)
        return rec_call_score(text, start, end);
    if (!is_digits)
        return is_apart ? COST_BRACKETS : 1;
    bool is_closed = after == 0 || g_unichar_isspace(after) || g_unichar_ispunct(after)
                     || (after >= 0x3000 && after <= 0x9FFF) || after >= 0xFF00;
    bool is_symbol = after == '/' || after == '-' || after == '%' || after == '(';
    bool is_fraction =
        (after == '.' || after == ',') && g_unichar_isdigit(rec_char_at(text, end + 1));
    if (!is_apart || !is_closed || is_symbol || is_fraction)
        return 0;
    return cost_apart(p, text, start, end);
}

static void add_call(page_reader *p, size_t at, const page_note *wanted, size_t start, size_t end)
{
    const rec_unit *unit = rec_unit_at(p->notes->reader, at);
    const rec_notes *notes = p->notes;
    bool is_passed = at < notes->last_unit || (at == notes->last_unit && start < notes->last_end);
    if (is_passed || p->calls->len >= CALLS_MAX)
        return;
    uint32_t cost = cost_of(p, unit, start, end);
    if (cost == 0)
        return;
    if (page_of(notes->reader, unit, start) != p->page)
        cost += COST_OTHER_PAGE;
    for (size_t i = 0; i < p->found->len; i++) {
        const page_note *note = note_at(p->found, i);
        if (note->value != wanted->value || note->stars != wanted->stars
            || note->has_brackets != wanted->has_brackets)
            continue;
        candidate call = {
            .place = {at, (uint32_t)start, (uint32_t)end, 0}, .note = (uint32_t)i, .cost = cost};
        g_array_append_val(p->calls, call);
        return;
    }
}

/* Stars or up to three digits from byte @p start on, as the number of a note; where they end. */
static size_t read_number(mh_view text, size_t start, page_note *out)
{
    size_t i = start;
    *out = (page_note){.value = 0};
    while (i < text.len && text.ptr[i] == '*')
        i++;
    out->stars = (uint32_t)(i - start);
    if (out->stars > 0)
        return i;
    for (; i < text.len && g_ascii_isdigit(text.ptr[i]); i++)
        out->value = i - start < 3 ? out->value * 10 + (uint32_t)(text.ptr[i] - '0') : 0;
    out->has_brackets = out->value > 0 && start > 0 && text.ptr[start - 1] == '(' && i < text.len
                        && text.ptr[i] == ')';
    return i;
}

/* Places of unit @p at that look like the number of a note. */
static void scan_unit(page_reader *p, size_t at)
{
    mh_view text = rec_unit_at(p->notes->reader, at)->text;
    for (size_t i = 0; i < text.len;) {
        if (text.ptr[i] != '*' && !g_ascii_isdigit(text.ptr[i])) {
            i++;
            continue;
        }
        page_note wanted;
        size_t end = read_number(text, i, &wanted);
        if (wanted.stars > 0 || wanted.value > 0)
            add_call(p, at, &wanted, i - wanted.has_brackets, end + wanted.has_brackets);
        i = MAX(end, i + 1);
    }
}

/* The cheapest way through the calls in the order of the notes; the index of its last, or SIZE_MAX.
 */
static size_t choose(page_reader *p)
{
    size_t best = SIZE_MAX;
    uint32_t best_total = (uint32_t)p->found->len * COST_LOST;
    for (size_t i = 0; i < p->calls->len; i++) {
        candidate *call = call_at(p, i);
        call->total = call->note * COST_LOST;
        call->previous = SIZE_MAX;
        for (size_t j = 0; j < i; j++) {
            const candidate *before = call_at(p, j);
            if (before->note >= call->note)
                continue;
            uint32_t total = before->total + (call->note - before->note - 1) * COST_LOST;
            if (total < call->total) {
                call->total = total;
                call->previous = j;
            }
        }
        call->total += call->cost;
        uint32_t whole = call->total + ((uint32_t)p->found->len - 1 - call->note) * COST_LOST;
        if (whole < best_total) {
            best_total = whole;
            best = i;
        }
    }
    return best;
}

static void mark_star(rec_notes *notes, const rec_place *place)
{
    for (size_t i = notes->stars->len; i-- > 0;) {
        const rec_place *star = &g_array_index(notes->stars, rec_place, i);
        if (star->unit < place->unit)
            return;
        if (star->unit == place->unit && star->start == place->start)
            g_array_index(notes->taken, gboolean, i) = TRUE;
    }
}

static void take(page_reader *p, const candidate *call)
{
    const page_note *note = note_at(p->found, call->note);
    if (note->value > 0) {
        rec_note_take_numbered(p->notes, &call->place, &note->text, note->value);
    } else {
        rec_note_take(p->notes, &call->place, &note->text);
        mark_star(p->notes, &call->place);
    }
    if (note->number_unit != SIZE_MAX)
        rec_note_take_number(p->notes, note->number_unit);
}

void rec_notes_read_page(rec_notes *notes, size_t at)
{
    rec_reader *reader = notes->reader;
    page_reader p = {.notes = notes, .page = first_page(reader, rec_unit_at(reader, at))};
    p.found = mh_arena_array(reader->arena, sizeof(page_note));
    p.numbers = mh_arena_array(reader->arena, sizeof(page_note));
    p.texts = mh_arena_array(reader->arena, sizeof(page_note));
    p.calls = mh_arena_array(reader->arena, sizeof(candidate));
    collect(&p, at);
    pair_numbers(&p);
    if (p.found->len == 0)
        return;
    size_t from = at > UNITS_BACK_MAX ? at - UNITS_BACK_MAX : 0;
    for (size_t i = MAX(from, notes->last_unit); i < at; i++) {
        const rec_unit *unit = rec_unit_at(reader, i);
        if (unit->use != REC_USE_NOTE && page_of(reader, unit, unit->text.len) + 1 >= p.page)
            scan_unit(&p, i);
    }
    /* The way is read from its end; notes are taken in text order. */
    GArray *way = mh_arena_array(reader->arena, sizeof(size_t));
    for (size_t i = choose(&p); i != SIZE_MAX; i = call_at(&p, i)->previous)
        g_array_append_val(way, i);
    for (size_t i = way->len; i-- > 0;)
        take(&p, call_at(&p, g_array_index(way, size_t, i)));
}
