#ifndef MH_VERIFY_CHECKS_H
#define MH_VERIFY_CHECKS_H

/* What the checks of one file share. Private to verify. */

#include "akn/akn.h"
#include "verify/verify.h"

struct mh_verifier {
    mh_verify_options options;
    mh_akn_schema *profile;
    mh_akn_schema *xsd; /**< or NULL */
    char *pdftotext;    /**< path of the program, or NULL */
    char *verapdf;
};

/** One file being checked. */
typedef struct verify_state {
    mh_job *job;
    mh_arena *arena;
    const mh_verifier *verifier;
    const char *path;
    mh_view bytes;
    GArray *checks; /**< mh_verify_check */
    mh_verify_result *result;
} verify_state;

/** Adds a check to the result; a fault has a diagnostic of its own. */
void verify_add(verify_state *v, const char *name, bool holds, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/** What an Akoma Ntoso document says in its text and of its source. */
typedef struct verify_akn {
    xmlDoc *doc;
    mh_view content;         /**< UTF-8 of all text outside metadata */
    mh_view marks;           /**< marks of notes, as often as a product may print them */
    const char *source_name; /**< NULL when it names none */
    const char *source_sha256;
    const char *encoding;
} verify_akn;

/** Reads text and metadata of @p doc. */
void verify_akn_read(mh_arena *arena, xmlDoc *doc, verify_akn *out);

/** Schema, profile and rules. @p where is "" or says which document, as in "inside the PDF: ". */
void verify_akn_rules(verify_state *v, const verify_akn *akn, const char *where);

/** Digest, then every character. @p name is the source's path or what else tells where it is. */
void verify_akn_against(verify_state *v, const verify_akn *akn, const char *name, mh_view source);

/* The kinds of file. */
void verify_akn_file(verify_state *v, xmlDoc *doc);
void verify_pdf_file(verify_state *v);
void verify_docx_file(verify_state *v);
void verify_flat_file(verify_state *v, xmlDoc *doc);

/**
 * The text of a product against that of the Akoma Ntoso, counted by characters (order and white
 * space apart).
 */
void verify_text(verify_state *v, const verify_akn *akn, mh_view text);

/** The digest of the source that a product names must be the Akoma Ntoso's; NULL is none. */
void verify_digest(verify_state *v, const verify_akn *akn, const char *sha256);

/* ------------------------------------------------------------------ files that belong together */

/** Path of the product beside @p path with @p suffix, "a.pdf" to "a.akn.xml"; the arena's. */
const char *verify_sibling(mh_arena *arena, const char *path, const char *suffix);

/** Akoma Ntoso beside the file, if there is one; no diagnostic when there is none. */
bool verify_akn_beside(verify_state *v, verify_akn *out);

/** Akoma Ntoso beside the file, or inside the PDF beside it; false with VER-004. */
bool verify_find_akn(verify_state *v, verify_akn *out);

/**
 * The source of @p akn: by --source, beside the file, or inside the PDF beside it.
 *
 * @param name where it was found
 * @return false with VER-002
 */
bool verify_find_source(verify_state *v, const verify_akn *akn, const char **name, mh_view *bytes);

/* ------------------------------------------------------------------ other programs */

/** Asks pdftotext and veraPDF about the PDF, where they are at hand. */
void verify_by_tools(verify_state *v, const verify_akn *akn, bool claims_pdfa);

#endif
