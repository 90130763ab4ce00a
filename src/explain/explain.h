#ifndef MH_EXPLAIN_EXPLAIN_H
#define MH_EXPLAIN_EXPLAIN_H

/*
 * A record's lines beside what each was taken for: where a reader finds out why a record came out
 * as it did. It shows what recognition decided, and the printed evidence it kept.
 */

#include "record/record.h"

typedef struct mh_explain_options {
    const char *encoding; /**< IANA name, or NULL */
    mh_record_options facts;
    unsigned width; /**< of the output in columns, at least MH_EXPLAIN_WIDTH_MIN */
    bool is_coloured;
} mh_explain_options;

enum { MH_EXPLAIN_WIDTH_MIN = 40 };

/**
 * Reads the record in @p bytes and appends one line for each of its lines: number, how it joins
 * its neighbours in a paragraph, text cut to width, and its place in the record.
 *
 * @param bytes must live as long as @p job
 * @return MH_OK, or MH_REJECTED with a TXT diagnostic; then nothing is appended
 */
mh_status mh_explain(mh_job *job, mh_view bytes, const mh_explain_options *options, GString *out);

/** Appends what the rules are that mh_explain() names: one a line, with its confidence. */
void mh_explain_rules(GString *out);

#endif
