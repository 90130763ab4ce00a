#include "lexicon/pattern.h"

#include "lexicon/data.h"
#include "lexicon/number.h"

#define DATE_MAX_UNITS 60  /* of a slot that should hold a date or time */
#define SLOT_MAX_UNITS 400 /* of a slot of a wording that may stand anywhere: keeps time linear */

/* One wording being tried on a text. */
typedef struct matching {
    const mh_folded *text;
    const lex_pattern *pattern;
    const char *key;
    size_t at; /* where the next piece must or may begin */
    size_t end_limit;
    struct {
        const char *name;
        size_t from;
        size_t to;
    } slots[MH_PATTERN_MAX_SLOTS];
    size_t slot_count;
} matching;

static bool literal_at(const mh_folded *text, const lex_piece *piece, size_t at, size_t limit)
{
    return at + piece->length <= limit
           && memcmp(text->key + at, lex_pattern_text + piece->text,
                     piece->length * sizeof(uint16_t))
                  == 0;
}

/* First place of a literal at or after @p from, or SIZE_MAX. */
static size_t literal_find(const mh_folded *text, const lex_piece *piece, size_t from, size_t limit)
{
    uint16_t first = lex_pattern_text[piece->text];
    for (size_t at = from; at + piece->length <= limit; at++)
        if (text->key[at] == first && literal_at(text, piece, at, limit))
            return at;
    return SIZE_MAX;
}

static bool is_digit(const mh_folded *text, size_t at)
{
    return at < text->length && text->key[at] >= '0' && text->key[at] <= '9';
}

/* A letter alone numbers an annex: "Annex A". */
static size_t letter_length(const mh_folded *text, size_t at)
{
    return at < text->length && g_unichar_isalpha(text->printed[at])
                   && !g_unichar_islower(text->printed[at]) && mh_folded_is_word_edge(text, at + 1)
               ? 1
               : 0;
}

/* Units of a slot whose content shows where it ends; 0 when it has none, SIZE_MAX for others. */
static size_t typed_slot_length(const matching *self, const char *name)
{
    uint32_t value;
    if (strcmp(name, "n") == 0) {
        size_t units =
            mh_number_at(self->text, self->at, (mh_language)self->pattern->language, &value);
        return units > 0 ? units : letter_length(self->text, self->at);
    }
    if (strcmp(name, "session") == 0 || strcmp(name, "year") == 0) {
        size_t end = self->at;
        while (is_digit(self->text, end))
            end++;
        return end - self->at;
    }
    return SIZE_MAX;
}

static bool has_digit(const mh_folded *text, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (is_digit(text, i))
            return true;
    return false;
}

static bool slot_may_hold(const mh_folded *text, const char *name, size_t from, size_t to)
{
    if (to <= from)
        return false;
    if (strcmp(name, "date") == 0 || strcmp(name, "time") == 0)
        return to - from <= DATE_MAX_UNITS && has_digit(text, from, to);
    if (strcmp(name, "items") == 0 || strcmp(name, "symbol") == 0)
        return has_digit(text, from, to);
    return true;
}

static void add_slot(matching *self, const char *name, size_t to)
{
    self->slots[self->slot_count].name = name;
    self->slots[self->slot_count].from = self->at;
    self->slots[self->slot_count].to = to;
    self->slot_count++;
    self->at = to;
}

/* Where a free slot ends: before the next literal, or with the text. */
static size_t free_slot_end(const matching *self, size_t index)
{
    const lex_piece *next = &lex_pieces[self->pattern->piece + index + 1];
    bool is_last = index + 1 == self->pattern->piece_count;
    bool ends_text =
        self->pattern->anchor == LEX_ANCHOR_WHOLE || self->pattern->anchor == LEX_ANCHOR_END;
    size_t limit = self->pattern->anchor == LEX_ANCHOR_ANY
                       ? MIN(self->end_limit, self->at + SLOT_MAX_UNITS)
                       : self->end_limit;

    if (is_last)
        return limit;
    if (next->slot != NULL) /* a date before a name: up to its last sign */
        return SIZE_MAX;
    bool is_last_literal = index + 2 == self->pattern->piece_count;
    if (ends_text && is_last_literal) {
        if (self->end_limit < next->length)
            return SIZE_MAX;
        size_t at = self->end_limit - next->length;
        return at > self->at && literal_at(self->text, next, at, self->end_limit) ? at : SIZE_MAX;
    }
    return literal_find(self->text, next, self->at + 1, limit);
}

/* Chinese writes date and name without anything between: the date ends with its last sign. */
static size_t date_slot_end(const matching *self)
{
    static const uint16_t day = 0x65E5;
    size_t limit = MIN(self->end_limit, self->at + DATE_MAX_UNITS);
    for (size_t i = self->at; i < limit; i++)
        if (self->text->key[i] == day)
            return i + 1;
    return SIZE_MAX;
}

static bool match_slot(matching *self, size_t index)
{
    const lex_piece *piece = &lex_pieces[self->pattern->piece + index];
    size_t typed = typed_slot_length(self, piece->slot);

    if (typed != SIZE_MAX) {
        if (typed == 0 || self->at + typed > self->end_limit)
            return false;
        add_slot(self, piece->slot, self->at + typed);
        return true;
    }
    size_t end = free_slot_end(self, index);
    if (end == SIZE_MAX && strcmp(piece->slot, "date") == 0)
        end = date_slot_end(self);
    if (end == SIZE_MAX || !slot_may_hold(self->text, piece->slot, self->at, end))
        return false;
    add_slot(self, piece->slot, end);
    return true;
}

/* Matches the pieces from self->at on. */
static bool match_pieces(matching *self)
{
    self->slot_count = 0;
    for (size_t i = 0; i < self->pattern->piece_count; i++) {
        const lex_piece *piece = &lex_pieces[self->pattern->piece + i];
        if (piece->slot == NULL) {
            if (!literal_at(self->text, piece, self->at, self->end_limit))
                return false;
            self->at += piece->length;
        } else if (!match_slot(self, i)) {
            return false;
        }
    }
    return true;
}

/* Note calls and spaces at the end of a title are no part of its wording. */
static size_t end_without_marks(const mh_folded *text)
{
    size_t end = text->length;
    while (end > 0 && (text->key[end - 1] == '*' || text->key[end - 1] == ' '))
        end--;
    return end;
}

static bool match_anywhere(matching *self, size_t *start)
{
    const lex_piece *first = &lex_pieces[self->pattern->piece];
    if (first->slot != NULL)
        return false;
    for (size_t at = literal_find(self->text, first, 0, self->end_limit); at != SIZE_MAX;
         at = literal_find(self->text, first, at + 1, self->end_limit)) {
        self->at = at;
        *start = at;
        if (mh_folded_is_word_edge(self->text, at) && match_pieces(self)
            && mh_folded_is_word_edge(self->text, self->at))
            return true;
    }
    return false;
}

static bool match_end(matching *self, size_t *start)
{
    const lex_piece *last = &lex_pieces[self->pattern->piece + self->pattern->piece_count - 1];
    if (self->pattern->piece_count > 1 || last->slot != NULL) {
        *start = 0;
        return match_pieces(self) && self->at == self->end_limit;
    }
    if (self->end_limit < last->length)
        return false;
    *start = self->end_limit - last->length;
    self->at = self->end_limit;
    return literal_at(self->text, last, *start, self->end_limit)
           && mh_folded_is_word_edge(self->text, *start);
}

static bool match_pattern(matching *self, size_t *start)
{
    *start = 0;
    switch ((lex_anchor)self->pattern->anchor) {
    case LEX_ANCHOR_WHOLE:
        return match_pieces(self) && self->at == self->end_limit;
    case LEX_ANCHOR_START:
        return match_pieces(self) && mh_folded_is_word_edge(self->text, self->at);
    case LEX_ANCHOR_END:
        return match_end(self, start);
    case LEX_ANCHOR_ANY:
        return match_anywhere(self, start);
    }
    return false;
}

/* ------------------------------------------------------------------ keys */

/* <0, 0, >0: @p key lies before, in or after the keys that @p wanted takes. */
static int compare_key(const char *key, const char *wanted, size_t length)
{
    int order = strncmp(key, wanted, length);
    if (order != 0 || key[length] == '\0' || key[length] == '.')
        return order;
    return key[length] < '.' ? -1 : 1;
}

static size_t first_key(const char *wanted, size_t length)
{
    size_t low = 0;
    size_t high = lex_pattern_key_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_key(lex_pattern_keys[middle].key, wanted, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A comma before the next words of a wording is no part of the slot. */
static size_t slot_end_without_comma(const mh_folded *text, size_t from, size_t to)
{
    while (to > from && (text->key[to - 1] == ' ' || text->key[to - 1] == ','))
        to--;
    return to;
}

static void write_match(const matching *self, size_t start, mh_pattern_match *out)
{
    const mh_folded *text = self->text;
    *out = (mh_pattern_match){.key = self->key,
                              .language = (mh_language)self->pattern->language,
                              .start = text->offset[start],
                              .end = text->offset[self->at],
                              .slot_count = self->slot_count};
    for (size_t i = 0; i < self->slot_count; i++) {
        size_t from = self->slots[i].from;
        size_t to = slot_end_without_comma(text, from, self->slots[i].to);
        out->slots[i] =
            (mh_slot){.name = self->slots[i].name, .text = mh_folded_slice(text, from, to)};
    }
}

/* The longest match is best, and of equal ones that with the most words of its own. */
static size_t rank_of(const matching *self, size_t start)
{
    enum { LENGTH_WEIGHT = 4096 };
    size_t literal = 0;
    for (size_t i = 0; i < self->pattern->piece_count; i++)
        literal += lex_pieces[self->pattern->piece + i].length;
    return (self->at - start) * LENGTH_WEIGHT + MIN(literal, LENGTH_WEIGHT - 1);
}

/* A search and the best match so far. */
typedef struct search {
    const mh_folded *text;
    mh_language language;
    mh_pattern_match *out;
    size_t end_limit;
    size_t best; /* rank; 0: none yet */
} search;

static void try_wording(search *self, const char *key, const lex_pattern *pattern)
{
    if ((self->language != MH_LANGUAGE_NONE && pattern->language != (uint8_t)self->language)
        || (pattern->scripts & ~self->text->scripts) != 0)
        return;
    matching trial = {
        .text = self->text, .pattern = pattern, .key = key, .end_limit = self->end_limit};
    size_t start;
    if (!match_pattern(&trial, &start))
        return;
    size_t rank = rank_of(&trial, start);
    if (rank <= self->best)
        return;
    self->best = rank;
    if (self->out != NULL)
        write_match(&trial, start, self->out);
}

/* Most texts begin with no word that a key begins with: then only its other wordings are tried. */
static void try_key(search *self, const lex_pattern_key *key)
{
    const lex_pattern *pattern = &lex_patterns[key->row];
    const lex_pattern *others = pattern + key->first_count;
    const lex_pattern *end = pattern + key->count;
    uint16_t first = self->text->key[0];

    if ((key->firsts >> (first % 64) & 1U) != 0)
        for (; pattern < others && pattern->first <= first; pattern++)
            if (pattern->first == first)
                try_wording(self, key->key, pattern);
    for (pattern = others; pattern < end; pattern++)
        try_wording(self, key->key, pattern);
}

bool mh_pattern_find(const mh_folded *text, const char *key, mh_language language,
                     mh_pattern_match *out)
{
    size_t length = strlen(key);
    search state = {
        .text = text, .language = language, .out = out, .end_limit = end_without_marks(text)};

    if (text->length == 0)
        return false;
    for (size_t i = first_key(key, length);
         i < lex_pattern_key_count && compare_key(lex_pattern_keys[i].key, key, length) == 0; i++)
        try_key(&state, &lex_pattern_keys[i]);
    return state.best > 0;
}

mh_view mh_pattern_slot(const mh_pattern_match *match, const char *name)
{
    for (size_t i = 0; i < match->slot_count; i++)
        if (strcmp(match->slots[i].name, name) == 0)
            return match->slots[i].text;
    return (mh_view){0};
}
