#include "record/reader.h"

#include "lexicon/lexicon.h"

/*
 * Languages of blocks. Scripts are certain; among English, French and Spanish a short text proves
 * nothing and is taken for the language around it.
 */

/* Bytes from which on a text in Latin letters proves its language. */
#define PROOF_BYTES 200

static bool is_latin(mh_language language)
{
    return language == MH_LANGUAGE_EN || language == MH_LANGUAGE_ES || language == MH_LANGUAGE_FR;
}

static mh_language most_of(const size_t bytes[MH_LANGUAGE_COUNT])
{
    mh_language best = MH_LANGUAGE_NONE;
    for (int i = MH_LANGUAGE_NONE + 1; i < MH_LANGUAGE_COUNT; i++) {
        if (bytes[i] > 0 && (best == MH_LANGUAGE_NONE || bytes[i] > bytes[best]))
            best = (mh_language)i;
    }
    return best;
}

mh_language rec_language_of(const rec_reader *reader, rec_range range)
{
    size_t proved[MH_LANGUAGE_COUNT] = {0};
    size_t all[MH_LANGUAGE_COUNT] = {0};
    for (size_t at = range.from; at < range.to; at++) {
        const rec_unit *unit = rec_unit_at(reader, at);
        all[unit->language] += unit->text.len;
        if (!is_latin(unit->language) || unit->text.len >= PROOF_BYTES)
            proved[unit->language] += unit->text.len;
    }
    mh_language best = most_of(proved);
    if (best != MH_LANGUAGE_NONE)
        return best;
    best = most_of(all);
    bool is_doubtful = is_latin(best) && is_latin(reader->language) && all[best] < PROOF_BYTES;
    return is_doubtful ? reader->language : best;
}

/* What a text that seems to be in @p found is taken for within a document in @p language. */
static mh_language settled(mh_language found, mh_language language, size_t bytes)
{
    bool is_doubtful = is_latin(found) && is_latin(language) && bytes < PROOF_BYTES;
    return found == MH_LANGUAGE_NONE || is_doubtful ? language : found;
}

void rec_language_settle_units(rec_reader *reader, rec_range range, mh_language language)
{
    for (size_t at = range.from; at < range.to; at++) {
        rec_unit *unit = rec_unit_at(reader, at);
        unit->language = settled(unit->language, language, unit->text.len);
    }
}

/* The language of the document itself is not said again. */
static void settle_nodes(mh_node *node, mh_language language)
{
    for (; node; node = node->next) {
        size_t bytes = node->text.text.len + node->heading.text.len;
        mh_language own = settled(node->language, language, bytes);
        node->language = own == language ? MH_LANGUAGE_NONE : own;
        settle_nodes(node->first_child, language);
        if (node->document)
            rec_language_settle_document(node->document);
    }
}

/* A word in small Latin letters: "June", not a symbol. */
static bool has_latin_word(const mh_inline *text)
{
    bool is_symbol = text->span_count > 0 && text->spans[0].kind == MH_SPAN_DOC_NUMBER;
    for (size_t i = 1; !is_symbol && i < text->text.len; i++) {
        if (g_ascii_islower(text->text.ptr[i - 1]) && g_ascii_islower(text->text.ptr[i]))
            return true;
    }
    return false;
}

/* Mastheads in Arabic, Chinese, Russian have lines in English. */
static void settle_cover(mh_node *node, mh_language language)
{
    for (; node; node = node->next) {
        node->language = MH_LANGUAGE_NONE;
        if (language != MH_LANGUAGE_NONE && !is_latin(language) && has_latin_word(&node->text))
            node->language = MH_LANGUAGE_EN;
    }
}

void rec_language_settle_document(mh_document *document)
{
    settle_cover(document->cover, document->language);
    settle_nodes(document->preface, document->language);
    settle_nodes(document->preamble, document->language);
    settle_nodes(document->body, document->language);
    settle_nodes(document->conclusions, document->language);
    for (mh_document *child = document->components; child; child = child->next)
        rec_language_settle_document(child);
    for (mh_document *child = document->attachments; child; child = child->next)
        rec_language_settle_document(child);
}
