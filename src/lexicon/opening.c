#include "lexicon/opening.h"

#include "lexicon/trie.h"

/* An opening is made of at most so many words and phrases. */
#define MAX_PIECES 8

typedef struct opening_reader {
    const mh_folded *text;
    mh_language language;
    lex_opening_role verb;
} opening_reader;

static bool is_of_role(const lex_hit *hit, lex_opening_role role, mh_language language)
{
    for (size_t i = 0; i < hit->row_count; i++) {
        const lex_opening *opening = &lex_openings[hit->rows[i]];
        if (opening->role == role
            && (language == MH_LANGUAGE_NONE || opening->language == language))
            return true;
    }
    return false;
}

/* The longest word or phrase of that role at a unit; 0 for none. */
static size_t piece_at(const opening_reader *reader, size_t at, lex_opening_role role)
{
    lex_hit hits[LEX_MAX_HITS];
    size_t count = lex_trie_find(&lex_opening_trie, reader->text, at, hits);

    while (count-- > 0)
        if (mh_folded_is_word_edge(reader->text, at + hits[count].units)
            && is_of_role(&hits[count], role, reader->language))
            return hits[count].units;
    return 0;
}

static size_t skip_space(const opening_reader *reader, size_t at)
{
    return at < reader->text->length && reader->text->key[at] == ' ' ? at + 1 : at;
}

/*
 * End of the verb with what stands before it, SIZE_MAX when there is no verb. A word may be both
 * ("表示", and "表示赞赏"): then it is tried as what stands before, first. At most @p pieces words.
 */
static size_t verb_end(const opening_reader *reader, size_t at, size_t pieces)
{
    if (pieces == 0)
        return SIZE_MAX;
    size_t verb = piece_at(reader, at, reader->verb);
    size_t before = piece_at(reader, at, LEX_OPENING_BEFORE);

    if (before > 0 && before >= verb) {
        size_t end = verb_end(reader, skip_space(reader, at + before), pieces - 1);
        if (end != SIZE_MAX)
            return end;
    }
    return verb > 0 ? at + verb : SIZE_MAX;
}

/* End of a phrase that follows: "also", "its deep concern"; @p at when there is none. */
static size_t phrase_end(const opening_reader *reader, size_t at)
{
    size_t i = skip_space(reader, at);
    for (size_t links = 0; links < MAX_PIECES; links++) {
        size_t after = piece_at(reader, i, LEX_OPENING_AFTER);
        if (after > 0)
            return i + after;
        size_t link = piece_at(reader, i, LEX_OPENING_LINK);
        if (link == 0)
            return at;
        i = skip_space(reader, i + link);
    }
    return at;
}

/* End of "and encourages"; @p at when no second verb follows. */
static size_t second_verb_end(const opening_reader *reader, size_t at)
{
    size_t i = skip_space(reader, at);
    size_t joint = piece_at(reader, i, LEX_OPENING_AND);
    if (joint == 0)
        return at;
    size_t end = verb_end(reader, skip_space(reader, i + joint), MAX_PIECES);
    return end == SIZE_MAX ? at : end;
}

size_t mh_opening_length(const mh_folded *text, mh_language language, mh_opening_kind kind)
{
    opening_reader reader = {.text = text,
                             .language = language,
                             .verb = kind == MH_OPENING_PREAMBULAR ? LEX_OPENING_PREAMBULAR
                                                                   : LEX_OPENING_OPERATIVE};
    size_t end = verb_end(&reader, skip_space(&reader, 0), MAX_PIECES);

    if (end == SIZE_MAX)
        return 0;
    for (size_t pieces = 0; pieces < MAX_PIECES; pieces++) {
        size_t next = phrase_end(&reader, end);
        if (next == end)
            next = second_verb_end(&reader, end);
        if (next == end)
            break;
        end = next;
    }
    mh_view bytes = mh_folded_slice(text, 0, end);
    return (size_t)(bytes.ptr - text->text.ptr) + bytes.len;
}
