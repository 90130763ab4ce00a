#ifndef MH_PACK_CHECK_H
#define MH_PACK_CHECK_H

/* What the checks of packages share. Private to pack. */

#include "base/xml.h"
#include "pack/pack.h"
#include "pack/tree.h"

/** One package being checked. */
typedef struct pack_check {
    mh_job *job;
    mh_arena *arena;
    const char *name; /**< of the package's folder, as its receiver sees it */
    const pack_listing *listing;
    GHashTable *listed; /**< paths that the package itself lists */
    size_t faults;
} pack_check;

/** Reports a fault; @p code takes the detail. */
void pack_fault(pack_check *check, mh_diag_code code, const char *detail, ...) G_GNUC_PRINTF(3, 4);

/** Bytes of the file @p path of the package; a fault PAC-011 and false when there is none. */
bool pack_check_read(pack_check *check, const char *path, mh_view *out);

/** Size of the file @p path of the package, 0 when there is none. */
guint64 pack_check_size(const pack_check *check, const char *path);

/** The file as XML; a fault and false when it is none. */
bool pack_check_xml(pack_check *check, const char *path, xmlDoc **out);

/**
 * Elements that the XPath @p expression finds below @p context, in document order; prefixes are
 * mets, xlink, csip, premis, opex. Owned by @p arena.
 */
GPtrArray *pack_select(mh_arena *arena, xmlNode *context, const char *expression);

/** Text of the first element that @p expression finds, trimmed; NULL when there is none. */
const char *pack_text(mh_arena *arena, xmlNode *context, const char *expression);

/**
 * Checks a PREMIS document: fixity and size of each file object, whose original names are told from
 * @p base; each event has an agent that is described, and each derivation its event.
 */
void pack_check_premis(pack_check *check, const char *path, const char *base);

/** What a package says of one of its files. */
typedef struct pack_claim {
    const char *path;      /**< of the file, below the package */
    const char *algorithm; /**< "SHA-256", "SHA-512" */
    const char *digest;    /**< hexadecimal, either case */
    const char *size;      /**< decimal, or NULL */
} pack_claim;

/** Notes the file as listed, and compares what is claimed of it with what is there. */
void pack_check_claim(pack_check *check, const pack_claim *claim);

/** A list of digests: see manifest.h. */
typedef struct pack_list_request {
    const char *path;       /**< of the list, below the package */
    const char *base;       /**< where its paths begin: "" or "objects/" */
    bool is_sha512;         /**< else SHA-256 */
    bool has_percent_codes; /**< as in BagIt */
} pack_list_request;

/** Checks each file that the list has; gives the paths in it, from the package. */
GHashTable *pack_check_list(pack_check *check, const pack_list_request *request);

/** A fault for each file that no list has, but those of @p apart (ended by NULL, or NULL). */
void pack_check_unlisted(pack_check *check, const char *const *apart);

#endif
