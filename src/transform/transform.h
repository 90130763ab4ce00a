#ifndef MH_TRANSFORM_TRANSFORM_H
#define MH_TRANSFORM_TRANSFORM_H

/*
 * Stylesheets: built into the program, replaceable one by one, run by libxslt without network and
 * without writing. Error messages of libxslt become diagnostics.
 */

#include "base/xml.h"

/** Compiled stylesheets, kept for the life of a process. Not for use by two threads at a time. */
typedef struct mh_transform mh_transform;

/**
 * @param folder files in it take the place of the built-in ones of the same name, and may import
 * those as "builtin:/NAME"; NULL for none
 * @return free it with mh_transform_free()
 */
mh_transform *mh_transform_new(const char *folder);
/** Accepts NULL. */
void mh_transform_free(mh_transform *transform);

/** Compiles @p name ("akn-to-fo.xsl") if it is not yet; for warming up before workers are forked.
 */
mh_status mh_transform_prepare(mh_job *job, mh_transform *transform, const char *name);

/** A stylesheet parameter; the value is text, never an XPath expression. */
typedef struct mh_parameter {
    const char *name;
    const char *value;
} mh_parameter;

/**
 * Runs stylesheet @p name over @p doc.
 *
 * @param parameters ended by a row whose name is NULL; NULL for none. Those that the stylesheet
 * does not declare are ignored.
 * @param out        owned by the job; written on MH_OK only
 * @return MH_OK, MH_REJECTED with XSL-003 or XSL-005, MH_FAILED with XSL-001 or XSL-002
 */
mh_status mh_transform_run(mh_job *job, mh_transform *transform, const char *name,
                           const xmlDoc *doc, const mh_parameter *parameters, xmlDoc **out);

/**
 * The bytes that xsl:output asks for (method xml, html or text) of a result of @p name.
 *
 * @param out owned by the job; written on MH_OK only
 */
mh_status mh_transform_serialize(mh_job *job, mh_transform *transform, const char *name,
                                 xmlDoc *result, mh_view *out);

/** Names of the built-in files ("akn-to-fo.xsl", "fo/layout.xsl"…), sorted; NULL-ended; borrowed.
 */
const char *const *mh_transform_names(void);
/** Text of a built-in file; static. Empty when there is none. */
mh_view mh_transform_builtin(const char *name);

#endif
