#ifndef MH_PDF_ROLES_H
#define MH_PDF_ROLES_H

/* Structure types as they are written. */

#include "pdf/document.h"

/** True for the parts of a table, which stay in the tree even when they are empty. */
bool pdf_role_is_table_part(const char *role);

/** True for the roles of tables, lists and contents, whose nesting is fixed; "Lbl" may be anywhere.
 */
bool pdf_role_is_nested(const char *role);

/** True when @p parent may hold @p kid (PDF/UA-1 §7.2, ISO 32000-1 §14.8.4.3). */
bool pdf_role_may_hold(const char *parent, const char *kid);

/** Level of "H1" to "H6", 0 for other roles. */
unsigned pdf_role_heading_level(const char *role);

/** ListNumbering (§14.8.5.5) of a list whose first label is @p label, UTF-8. */
const char *pdf_list_numbering(const char *label);

/** Levels of headings that never skip one (PDF/UA-1 §7.4.2), whatever levels come in. */
typedef struct pdf_headings {
    uint8_t open[6]; /**< levels that came in, outermost first */
    unsigned depth;
} pdf_headings;

/** Role for a heading of @p level, 1 to 6: "H1" … "H6". */
const char *pdf_headings_next(pdf_headings *headings, unsigned level);

#endif
