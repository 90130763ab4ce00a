#ifndef MH_REPORT_LINE_H
#define MH_REPORT_LINE_H

/*
 * Lines of the report that convert writes (manual, section REPORT), read back. Strings are borrowed
 * from the parser until it gets its next line. Private to report.
 */

#include "base/arena.h"
#include "json/json.h"

/** First line of a report, and of each run in a journal. */
typedef struct report_head {
    const char *options_sha256;
    const char *version; /**< of the program; NULL in reports of early versions */
    guint shard;         /**< 1-based; 0 is all records */
    guint shard_count;
    gint64 records; /**< of the run's plan; -1 when it is not said */
} report_head;

typedef struct report_product {
    const char *format;
    const char *path; /**< relative to the folder that the run was started in, or absolute */
    gint64 bytes;
} report_product;

typedef struct report_message {
    const char *severity;
    const char *code;
    const char *file; /**< NULL is the record itself */
    gint64 line;      /**< 1-based; 0 is no place */
    gint64 column;
    const char *text;
} report_message;

typedef struct report_line {
    const char *record;
    const char *status; /**< what became of it: "ok", "warning" or "failed" */
    bool is_skipped;    /**< an earlier run did it, this one found it done */
    const char *kind;   /**< this and the next three may be NULL */
    const char *symbol;
    const char *languages;
    const char *date;
    gint64 pages;
    double fidelity;
    double seconds;
    const report_product *products;
    size_t product_count;
    const report_message *messages;
    size_t message_count;
} report_line;

/** @return false when @p text is no head */
bool report_head_parse(JsonParser *parser, mh_view text, report_head *out);

/** Only the name of the record: what merging needs. NULL when @p text tells of no record. */
const char *report_line_record(JsonParser *parser, mh_view text);

/** @return false when @p text tells of no record. Arrays are in @p arena. */
bool report_line_parse(mh_arena *arena, JsonParser *parser, mh_view text, report_line *out);

#endif
