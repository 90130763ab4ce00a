#include "lexicon/printed.h"

#include "lexicon/data.h"

const mh_view *mh_printed_words(mh_printed use, size_t *count)
{
    *count = lex_printed[use].count;
    return lex_printed[use].words;
}

static bool has_one(mh_printed use, mh_view text, bool (*matches)(mh_view text, mh_view word))
{
    for (size_t i = 0; i < lex_printed[use].count; i++) {
        mh_view word = lex_printed[use].words[i];
        if (word.len <= text.len && matches(text, word))
            return true;
    }
    return false;
}

static bool has_within(mh_view text, mh_view word)
{
    return mh_view_find(text, word, 0) != SIZE_MAX;
}

bool mh_printed_is(mh_printed use, mh_view text)
{
    return has_one(use, text, mh_view_equal);
}

bool mh_printed_begins(mh_printed use, mh_view text)
{
    return has_one(use, text, mh_view_starts_with);
}

bool mh_printed_ends(mh_printed use, mh_view text)
{
    return has_one(use, text, mh_view_ends_with);
}

bool mh_printed_within(mh_printed use, mh_view text)
{
    return has_one(use, text, has_within);
}
