#ifndef MH_RECORD_KIND_H
#define MH_RECORD_KIND_H

/* What kind of record it is: told by its symbol, then by its title. */

#include "record/reader.h"

/** How the body of a kind is read. */
typedef enum rec_grammar {
    REC_GRAMMAR_PLAIN,      /**< headings, paragraphs, lists, tables */
    REC_GRAMMAR_LETTER,     /**< salutation and signature as well */
    REC_GRAMMAR_RESOLUTION, /**< preamble and operative paragraphs */
    REC_GRAMMAR_MEETING,    /**< speeches, numbered paragraphs in summary records */
} rec_grammar;

rec_grammar rec_grammar_of(mh_record_kind kind);

/** The kind a symbol gives away, or MH_KIND_DOCUMENT. */
mh_record_kind rec_kind_of_symbol(const char *symbol);

/** The kind a part of @p symbol hints at when no title says ("/NGO/"), or DOCUMENT. */
mh_record_kind rec_kind_of_symbol_part(const char *symbol);

/** The kind a title line gives away, or MH_KIND_DOCUMENT. */
mh_record_kind rec_kind_of_title(rec_reader *reader, mh_view text);

#endif
