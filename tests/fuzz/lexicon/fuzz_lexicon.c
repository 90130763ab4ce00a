/*
 * All scanners of the lexicon over any text: what they find lies in the text, at characters, and
 * folding keeps its promises.
 */

#include <stdlib.h>

#include "lexicon/date.h"
#include "lexicon/name.h"
#include "lexicon/number.h"
#include "lexicon/opening.h"
#include "lexicon/pattern.h"
#include "lexicon/symbol.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_bytes(const mh_folded *text, size_t start, size_t end)
{
    const char *bytes = text->text.ptr;
    if (start > end || end > text->text.len)
        abort();
    if (start < text->text.len && ((unsigned char)bytes[start] & 0xC0) == 0x80)
        abort();
    if (end < text->text.len && ((unsigned char)bytes[end] & 0xC0) == 0x80)
        abort();
}

static void check_folding(const mh_folded *text)
{
    if (text->length > text->text.len || text->offset[text->length] != text->text.len)
        abort();
    for (size_t i = 0; i < text->length; i++) {
        check_bytes(text, text->offset[i], text->offset[i + 1]);
        if (text->offset[i] >= text->offset[i + 1] || text->key[i] == 0)
            abort();
    }
}

static void check_scanners(mh_arena *arena, const mh_folded *text)
{
    mh_date date;
    mh_time time;
    mh_symbol symbol;
    mh_resolution_number number;
    uint32_t value;
    size_t units;

    for (size_t at = 0; at < text->length; at++) {
        if (mh_date_at(text, at, &date))
            check_bytes(text, date.start, date.end);
        if (mh_time_at(text, at, &time))
            check_bytes(text, time.start, time.end);
        if (mh_symbol_at(text, at, &symbol)) {
            check_bytes(text, symbol.start, symbol.end);
            if (*mh_symbol_normalise(arena, text, &symbol) == '\0')
                abort();
        }
        if (mh_resolution_number_at(text, at, &number)) {
            check_bytes(text, number.start, number.end);
            (void)mh_resolution_symbol(arena, text, &number, "unga");
        }
        if (mh_name_at(text, at, MH_LANGUAGE_NONE, &units) != NULL
            && (units == 0 || at + units > text->length))
            abort();
        if (at + mh_number_at(text, at, MH_LANGUAGE_NONE, &value) > text->length)
            abort();
    }
}

static void check_wordings(const mh_folded *text)
{
    static const char *const keys[] = {"title",    "annex",    "masthead",  "resolution",
                                       "formula",  "letter",   "signature", "heading",
                                       "caption",  "verbatim", "enclosure", "appendix",
                                       "footnote", "decision", "prst"};
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        mh_pattern_match match;
        if (!mh_pattern_find(text, keys[i], MH_LANGUAGE_NONE, &match))
            continue;
        check_bytes(text, match.start, match.end);
        for (size_t j = 0; j < match.slot_count; j++) {
            mh_view slot = match.slots[j].text;
            size_t start = slot.len > 0 ? (size_t)(slot.ptr - text->text.ptr) : 0;
            check_bytes(text, start, start + slot.len);
        }
    }
    for (mh_language language = MH_LANGUAGE_NONE; language < MH_LANGUAGE_COUNT; language++) {
        check_bytes(text, 0, mh_opening_length(text, language, MH_OPENING_PREAMBULAR));
        check_bytes(text, 0, mh_opening_length(text, language, MH_OPENING_OPERATIVE));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!g_utf8_validate((const char *)data, (gssize)size, NULL))
        return 0;
    mh_view view = {.ptr = (const char *)data, .len = size};
    mh_arena *arena = mh_arena_new();
    const mh_folded *text = mh_fold(mh_folder_new(arena), view);

    check_folding(text);
    check_scanners(arena, text);
    check_wordings(text);
    (void)mh_language_of_text(view);
    (void)mh_language_from_name(view);
    (void)mh_concept_of_name(text, MH_LANGUAGE_NONE);
    (void)mh_concept_new(arena, MH_CONCEPT_PERSON, view);
    mh_arena_free(arena);
    return 0;
}
