#ifndef MH_TRANSFORM_SHEETS_H
#define MH_TRANSFORM_SHEETS_H

/*
 * Where stylesheets come from: the user's folder, else the ones built in. Inside, a file NAME has
 * the address "stylesheet:/NAME", so relative references between files follow the same path.
 * "builtin:/NAME" is the one built in even where the user has one: that is how a user's file
 * imports what it replaces. Private to transform.
 */

#include "base/xml.h"

#define SHEETS_SCHEME "stylesheet:/"
#define SHEETS_BUILTIN_SCHEME "builtin:/"

/** True for an address in one of the two schemes. */
bool sheets_address_is_ours(const char *address);

/**
 * Text of file @p name ("fo/layout.xsl").
 *
 * @param folder the user's folder, or NULL
 * @return bytes that the caller unrefs; NULL when there is no such file or @p name leaves the
 * folder
 */
GBytes *sheets_read(const char *folder, const char *name);

/**
 * Parses the file at @p address ("stylesheet:/fo/layout.xsl", "builtin:/fo/layout.xsl"). References
 * in either are relative to "stylesheet:/": the user's other files still count.
 *
 * @param dict names go into it; may be NULL
 * @return yours; NULL when there is none or it is not well-formed (libxml2 has said why)
 */
xmlDoc *sheets_parse(const char *folder, const char *address, xmlDict *dict);

/** True for a relative name without "..", empty segments or anything but plain file names. */
bool sheets_name_is_safe(const char *name);

#endif
