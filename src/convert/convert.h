#ifndef MH_CONVERT_CONVERT_H
#define MH_CONVERT_CONVERT_H

/*
 * One record through all stages: the only module that knows their order. Stages run when a wanted
 * format needs them, each at most once.
 */

#include "base/job.h"
#include "pdf/pdf.h"
#include "record/record.h"

/** What the input is, told by its content. */
typedef enum mh_input_kind {
    MH_INPUT_TEXT,
    MH_INPUT_AKN, /**< Akoma Ntoso 3.0 */
    MH_INPUT_FO,  /**< XSL-FO */
} mh_input_kind;

/* ------------------------------------------------------------------ formats */

typedef struct mh_conversion mh_conversion;

/** An output format: a row of one table (formats.c). Help, completion and manual are made from it.
 */
typedef struct mh_format {
    const char *name;       /**< as in --to: "pdf" */
    const char *suffix;     /**< of the file: ".pdf" */
    const char *media_type; /**< "application/pdf" */
    const char *stylesheet; /**< that makes it from Akoma Ntoso, or NULL */
    mh_status (*write)(mh_conversion *conversion, const struct mh_format *format, mh_view *out);
    const char *description; /**< one line for people */
    bool is_default;
    bool from_fo; /**< can be made of XSL-FO input */
} mh_format;

/** The table, in the order of help texts. */
const mh_format *mh_formats(size_t *count);
/** NULL when no format has that name. */
const mh_format *mh_format_find(mh_view name);
/** Format whose suffix @p path ends in, the longest one; NULL when there is none. */
const mh_format *mh_format_of_path(const char *path);

/** A stage whose product --emit shows as text. */
typedef struct mh_dump {
    const char *name; /**< "lines", "record"… */
    mh_status (*write)(mh_conversion *conversion, GString *out);
    const char *description;
} mh_dump;

const mh_dump *mh_dumps(size_t *count);
const mh_dump *mh_dump_find(const char *name);

/* ------------------------------------------------------------------ converter */

/** Sets of options that are the same for all records of a run. */
typedef struct mh_converter_options {
    const char *stylesheets; /**< folder of the user's stylesheets, or NULL */
    const char *paper;       /**< "letter" or "a4" */
    const char *emblem;      /**< path of a picture, or NULL */
    mh_pdf_profile pdf_profile;
    bool no_attachments;           /**< the PDF carries neither source nor XML; A-3a becomes A-2a */
    bool test_fonts;               /**< base-14 font names are the Liberation faces */
    const char *const *parameters; /**< name, value, name, value, NULL: for all stylesheets */
} mh_converter_options;

/** What a process makes once: stylesheets, fonts. Not for use by two threads at a time. */
typedef struct mh_converter mh_converter;

/**
 * @param options copied
 * @return free it with mh_converter_free()
 */
mh_converter *mh_converter_new(const mh_converter_options *options);
/** Accepts NULL. */
void mh_converter_free(mh_converter *converter);

/**
 * Makes what @p formats need (stylesheets, fonts) before the first record: workers forked later
 * share it.
 *
 * @param formats ended by NULL
 * @return MH_OK, or MH_FAILED with the reason in @p job
 */
mh_status mh_converter_warm_up(mh_job *job, mh_converter *converter,
                               const mh_format *const *formats);

/* ------------------------------------------------------------------ one record */

/** What the user says about one record. */
typedef struct mh_convert_request {
    const char *encoding;      /**< IANA name, or NULL */
    const char *source_sha256; /**< of the bytes where the caller has it, else NULL; kept */
    mh_record_options facts;
    const mh_format *const *formats; /**< wanted, ended by NULL */
    const char *base_path;           /**< folder that pictures of XSL-FO input are looked for in */
} mh_convert_request;

/** One product. */
typedef struct mh_output {
    const mh_format *format;
    mh_view bytes;
} mh_output;

/** What became of a record; all of it is the job's. */
typedef struct mh_convert_result {
    mh_input_kind input;
    const char *source_sha256;
    const char *kind;      /**< "letter"; NULL for XSL-FO */
    const char *symbol;    /**< or NULL */
    const char *date;      /**< ISO, or NULL */
    const char *languages; /**< ISO 639-1 codes, the record's first, separated by blanks; or NULL */
    size_t pages;          /**< 0 when no PDF was asked for */
    size_t kept;           /**< characters of the source that are in the content */
    size_t furniture;      /**< and in furniture entries */
    double fidelity;       /**< share of the source's characters accounted for, 0 to 1 */
    const mh_output *outputs; /**< in the order of the request */
    size_t output_count;
} mh_convert_result;

/**
 * Converts @p bytes into all wanted formats, or none.
 *
 * @param job   named after the record; owns everything in @p out
 * @param bytes must live as long as @p job
 * @param out   written on MH_OK only
 * @return MH_OK, MH_REJECTED (this record cannot be done) or MH_FAILED (the machine failed)
 */
mh_status mh_convert(mh_job *job, mh_converter *converter, mh_view bytes,
                     const mh_convert_request *request, mh_convert_result *out);

/** Runs the stages up to @p dump and writes its text. */
mh_status mh_convert_dump(mh_job *job, mh_converter *converter, mh_view bytes,
                          const mh_convert_request *request, const mh_dump *dump, GString *out);

#endif
