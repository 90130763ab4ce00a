#ifndef MH_RECORD_INLINE_SCAN_H
#define MH_RECORD_INLINE_SCAN_H

/* The parts of inline marking, private to inline*.c. Positions are units of the folded text. */

#include "lexicon/date.h"
#include "lexicon/name.h"
#include "lexicon/number.h"
#include "lexicon/printed.h"
#include "lexicon/symbol.h"
#include "record/inline.h"

struct rec_inline_context {
    mh_job *job;
    mh_arena *arena;
    mh_folder *folder;
    GHashTable *people; /* by id of the whole name, and of its first and last word */
    GHashTable *roles;  /* by id: mh_concept */
    GArray *marks;      /* of mh_span: work space */
    GArray *merged;     /* of the marks with the spans that were there: work space */
    const char *organ;  /* actor whose resolutions are meant, or NULL */
    uint32_t annex_count;
};

/* One text being marked. */
typedef struct rec_scan {
    rec_inline_context *context;
    const mh_folded *text;
    mh_language language;
    unsigned mode;
    const mh_concept *concept; /* the last one that was marked */
    size_t concept_end;        /* 0: none yet */
    size_t see_end;            /* where the last word such as "see" ended; 0: none yet */
} rec_scan;

static inline uint16_t rec_key(const rec_scan *scan, size_t at)
{
    return at < scan->text->length ? scan->text->key[at] : 0;
}

static inline bool rec_is_han(uint16_t unit)
{
    return unit >= 0x4E00 && unit < 0xA000;
}

static inline bool rec_is_digit(uint16_t unit)
{
    return unit >= '0' && unit <= '9';
}

/* True for the folded text @p folded at @p at. */
bool rec_text_at(const rec_scan *scan, size_t at, const char *folded);

/* Units of the first of the words, folded ones, that is at @p at; 0 when none is. */
size_t rec_word_at(const rec_scan *scan, size_t at, mh_printed use);

/* True when units [at, end) are one of the words, folded ones. */
bool rec_is_word(const rec_scan *scan, size_t at, size_t end, mh_printed use);

/* Adds a mark of units [from, to); the caller sets what its kind needs in the returned span. */
mh_span *rec_add_mark(rec_scan *scan, mh_span_kind kind, size_t from, size_t to);

/* Adds a date or document date. */
void rec_add_date(rec_scan *scan, const mh_date *date);

/* All of these return where scanning goes on, or 0 when nothing was found or marked. */

/* ------------------------------------------------------------------ inline_cites.c */

/* Numbers after the word "resolution" that ends at @p at, in lists and with dates. */
size_t rec_cite_resolutions(rec_scan *scan, size_t word, size_t at, bool is_decision);
/* "第1325(2000)号决议" at its first sign. */
size_t rec_cite_chinese(rec_scan *scan, size_t at);
/* An annex of this record; the word takes units [at, end). */
size_t rec_cite_annex(rec_scan *scan, size_t at, size_t end);
size_t rec_cite_url(rec_scan *scan, size_t at);

/* ------------------------------------------------------------------ inline_people.c */

/* The name after a title that ends at @p end, or before one that begins at @p at (Chinese). */
size_t rec_person_with_title(rec_scan *scan, size_t at, size_t end, const mh_name *title);
/* A name in apposition to the role that ends at @p end: ", Izumi Nakamitsu,". */
size_t rec_person_after_role(rec_scan *scan, size_t end, const mh_concept *role);
/* An office with its State, "Permanent Representative of China"; or a State with its office in
 * Chinese. The first of the two takes units [at, end). */
size_t rec_office(rec_scan *scan, size_t at, size_t end, const mh_concept *concept);

#endif
