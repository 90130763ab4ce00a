#ifndef MH_VERIFY_VERIFY_H
#define MH_VERIFY_VERIFY_H

/*
 * Checks products against what was promised of them: Akoma Ntoso against its schema, its profile
 * and its source; PDF and Word documents against the Akoma Ntoso in or beside them. It reads the
 * files as they lie there and trusts nothing that the conversion said of itself.
 */

#include "base/job.h"

typedef struct mh_verify_options {
    const char *source; /**< file, or folder that sources are looked for in; NULL looks beside */
    const char *xsd;    /**< XML Schema of Akoma Ntoso, checked as well; or NULL */
    bool uses_tools;    /**< ask pdftotext and veraPDF, where they are installed */
} mh_verify_options;

/** What many files are checked with: schemas, names of other programs. */
typedef struct mh_verifier mh_verifier;

/**
 * @param options its strings must outlive the verifier
 * @param out     written on MH_OK only; free it with mh_verifier_free()
 * @return MH_OK, or MH_FAILED with XML-003
 */
mh_status mh_verifier_new(mh_job *job, const mh_verify_options *options, mh_verifier **out);
/** Accepts NULL. */
void mh_verifier_free(mh_verifier *verifier);

/** One thing that was looked at. */
typedef struct mh_verify_check {
    const char *name;   /**< "schema", "profile", "source", "text"…: the same from run to run */
    const char *detail; /**< what was found, one line for people */
    bool holds;
} mh_verify_check;

/** What was found about one file; all of it is the job's. */
typedef struct mh_verify_result {
    const char *kind; /**< "akn", "pdf", "docx", "flatopc"; NULL when the file could not be read */
    const mh_verify_check *checks;
    size_t check_count;
    const char *source;        /**< path of the source, or of the PDF it was taken from; or NULL */
    const char *source_sha256; /**< of the source compared with; or NULL */
    size_t characters;         /**< of the source, white space apart; 0 when it was not at hand */
    size_t kept;               /**< of them in the content */
    size_t furniture;          /**< and in furniture entries */
    double share; /**< of the characters accounted for: 1 when all are and none was added */
} mh_verify_result;

/**
 * Checks the file at @p path; its kind is told by its content.
 *
 * @param job takes a diagnostic for each fault
 * @param out written always
 * @return MH_OK when all holds; else MH_REJECTED, also for a file that is none of ours (then
 *         @c kind is NULL)
 */
mh_status mh_verify(mh_job *job, const mh_verifier *verifier, const char *path,
                    mh_verify_result *out);

#endif
