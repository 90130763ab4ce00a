#include "record/reader.h"

#include "lexicon/name.h"

/* Bytes within which a courtesy title and the first letter of the name stand. */
#define TITLE_BYTES 48

bool rec_matches(rec_reader *reader, mh_view text, const char *key, mh_pattern_match *out)
{
    const mh_folded *folded = mh_fold(reader->folder, text);
    return mh_pattern_find(folded, key, MH_LANGUAGE_NONE, out);
}

bool rec_begins_with_person(rec_reader *reader, mh_view text)
{
    size_t units = 0;
    const mh_folded *folded = mh_fold(reader->folder, rec_head_of(text, TITLE_BYTES));
    const mh_name *name = mh_name_at(folded, 0, MH_LANGUAGE_NONE, &units);
    if (!name || name->kind != MH_NAME_HONORIFIC || units + 1 >= folded->length)
        return false;
    uint32_t first = rec_char_at(folded->text, folded->offset[units + 1]);
    return !g_unichar_islower(first) && g_unichar_isalpha(first) && folded->key[units] == ' ';
}
