#ifndef MH_REPORT_TALLY_H
#define MH_REPORT_TALLY_H

/* What the lines of a report come to: counts, distributions, extremes. Private to report. */

#include "report/line.h"

enum {
    TALLY_EXTREMES = 20, /**< slowest, worst */
    TALLY_EXAMPLES = 10, /**< of one message */
};

/** Records with the same value of something: a status, a kind, a language. */
typedef struct tally_group {
    const char *name;
    size_t records;
    size_t warned;
    size_t failed;
    gint64 pages;
    double seconds;
} tally_group;

/** Files of one format. */
typedef struct tally_format {
    const char *name;
    size_t files;
    gint64 bytes;
} tally_format;

/** A record that is shown by itself. */
typedef struct tally_record {
    size_t row; /**< 1-based place in the report */
    const char *record;
    const char *status;
    gint64 pages;
    double fidelity;
    double seconds;
    size_t message_count; /**< warnings and errors */
    const char *page;     /**< path of its web page and of its PDF, or NULL */
    const char *pdf;
} tally_record;

/** One message, where it stands. */
typedef struct tally_example {
    tally_record record;
    gint64 line;
    const char *text;
} tally_example;

/** All messages of one code. */
typedef struct tally_code {
    const char *code;
    const char *severity;
    size_t messages;
    size_t records;
    size_t last_row; /**< that had one */
    GArray *examples;
} tally_code;

/** Part of a distribution: values from the bound of the one before up to, not with, its own. */
typedef struct tally_bin {
    double below; /**< INFINITY in the last */
    size_t records;
} tally_bin;

typedef struct tally tally;

struct tally {
    mh_arena *arena;
    tally_group all;
    size_t skipped;
    size_t messages;
    GHashTable *statuses; /**< tally_group by name */
    GHashTable *kinds;
    GHashTable *languages; /**< a record counts for its first one */
    GHashTable *formats;   /**< tally_format by name */
    GHashTable *codes;     /**< tally_code by code */
    GArray *times;         /**< tally_bin: seconds of a record */
    GArray *lengths;       /**< tally_bin: pages of records that have any */
    GArray *slowest;       /**< tally_record */
    GArray *worst;         /**< least text accounted for, then most messages */
};

/** Everything in it is in @p arena. */
tally *tally_new(mh_arena *arena);

/** Counts @p line, record number @p row (from 1). */
void tally_add(tally *t, const report_line *line, size_t row);

/** Groups, most records first, then by name; formats and codes likewise by files and messages. */
const GPtrArray *tally_groups(const tally *t, GHashTable *groups);
const GPtrArray *tally_formats(const tally *t);
/** Errors before warnings before notes, then most messages first. */
const GPtrArray *tally_codes(const tally *t);

/** Path of the line's product in @p format, or NULL. */
const char *tally_product(const report_line *line, const char *format);

#endif
