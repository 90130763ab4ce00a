#ifndef MASTHEAD_H
#define MASTHEAD_H

/*
 * Masthead as a library: plain-text United Nations records to Akoma Ntoso XML, archival PDF, Word
 * and more, one record at a time in memory. For batches use the program, which isolates records in
 * processes of their own.
 *
 * Link with "pkg-config --libs masthead". Strings are UTF-8. A masthead object may not be used by
 * two threads at a time; two objects may not either, since libxslt keeps state of its own. When
 * memory runs out the process ends (GLib does that).
 */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MASTHEAD_API __attribute__((visibility("default")))
#else
#define MASTHEAD_API
#endif

/** Version of the library that runs: "0.1.0". */
MASTHEAD_API const char *masthead_version(void);

/* ------------------------------------------------------------------ formats */

/** Number of output formats. */
MASTHEAD_API size_t masthead_format_count(void);
/** Name of a format ("akn", "pdf", "docx"…), what its files end in, what it is; NULL past the end.
 */
MASTHEAD_API const char *masthead_format_name(size_t index);
MASTHEAD_API const char *masthead_format_suffix(size_t index);
MASTHEAD_API const char *masthead_format_description(size_t index);

/* ------------------------------------------------------------------ converter */

/** Fonts, stylesheets and tables, made once and used for many records. */
typedef struct masthead masthead;

/** Options of a converter. Zero the structure, then set what differs from the default. */
typedef struct masthead_options {
    size_t size;             /**< sizeof(masthead_options): lets later versions add fields */
    const char *paper;       /**< "letter" (NULL) or "a4" */
    const char *stylesheets; /**< folder whose files replace built-in ones; NULL for none */
    const char *emblem;      /**< path of a picture for the masthead; NULL for none */
    const char *pdf_profile; /**< "a3a+ua" (NULL), "a2a", "a2u" or "plain" */
    int no_attachments;      /**< not 0: the PDF carries neither source nor XML */
    int64_t epoch;           /**< seconds since 1970 that products carry as their date */
} masthead_options;

/**
 * @param options copied; NULL for the defaults
 * @return free it with masthead_free(); NULL when an option is not known
 */
MASTHEAD_API masthead *masthead_new(const masthead_options *options);
/** Accepts NULL. */
MASTHEAD_API void masthead_free(masthead *converter);

/* ------------------------------------------------------------------ one record */

typedef enum masthead_status {
    MASTHEAD_OK,       /**< all formats made */
    MASTHEAD_REJECTED, /**< this record cannot be done; the messages say why */
    MASTHEAD_FAILED,   /**< the machine failed: font, stylesheet, disk */
    MASTHEAD_USAGE     /**< a format, language or date is not known */
} masthead_status;

/** What is known of a record beside its text. Zero the structure, then set what you know. */
typedef struct masthead_record {
    size_t size;       /**< sizeof(masthead_record) */
    const char *name;  /**< file name for messages and metadata; NULL is "-" */
    const void *bytes; /**< plain text, Akoma Ntoso or XSL-FO; told apart by content */
    size_t byte_count;
    const char *encoding; /**< IANA name; NULL finds out */
    const char *language; /**< ISO 639-1 code of an official language; NULL finds out */
    const char *symbol;   /**< the rest: for what the text lacks; NULL as printed */
    const char *date;     /**< YYYY-MM-DD */
    const char *title;
    const char *job_number;
} masthead_record;

/** What became of a record. */
typedef struct masthead_result masthead_result;

/**
 * Converts a record.
 *
 * @param formats names separated by commas: "akn,pdf"
 * @param out     always written, also on failure, for its messages; free it with
 *                masthead_result_free()
 */
MASTHEAD_API masthead_status masthead_convert(masthead *converter, const masthead_record *record,
                                              const char *formats, masthead_result **out);
/** Accepts NULL. */
MASTHEAD_API void masthead_result_free(masthead_result *result);

/* All that follows is borrowed from the result. */

/**
 * Bytes of the product in that format.
 *
 * @param byte_count written when there is one
 * @return NULL when the format was not asked for or the record failed
 */
MASTHEAD_API const void *masthead_result_bytes(const masthead_result *result, const char *format,
                                               size_t *byte_count);

/** Number of messages, and each as "record.txt:12:5: warning: text [REC-014]". */
MASTHEAD_API size_t masthead_result_message_count(const masthead_result *result);
MASTHEAD_API const char *masthead_result_message(const masthead_result *result, size_t index);

/** Kind of record ("letter"), symbol, ISO date, languages; NULL when not known. */
MASTHEAD_API const char *masthead_result_kind(const masthead_result *result);
MASTHEAD_API const char *masthead_result_symbol(const masthead_result *result);
MASTHEAD_API const char *masthead_result_date(const masthead_result *result);
MASTHEAD_API const char *masthead_result_languages(const masthead_result *result);
/** Pages of the PDF; 0 without one. */
MASTHEAD_API size_t masthead_result_pages(const masthead_result *result);
/** Share of the source's characters accounted for in the Akoma Ntoso: 1 is all. */
MASTHEAD_API double masthead_result_fidelity(const masthead_result *result);

#ifdef __cplusplus
}
#endif

#endif
