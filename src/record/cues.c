#include "record/reader.h"

bool rec_matches(rec_reader *reader, mh_view text, const char *key, mh_pattern_match *out)
{
    const mh_folded *folded = mh_fold(reader->folder, text);
    return mh_pattern_find(folded, key, MH_LANGUAGE_NONE, out);
}
