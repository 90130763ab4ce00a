#ifndef MH_PACK_PLAN_H
#define MH_PACK_PLAN_H

/* The records to pack and their products. Private to pack. */

#include "convert/convert.h"
#include "pack/pack.h"

/** What a product is in a package; rows of one table. */
typedef struct pack_representation {
    const char *format;  /**< of 'convert'; NULL is the source text */
    const char *name;    /**< of the representation: "pdf" */
    const char *title;   /**< for people and for METS */
    const char *version; /**< of the file format, or "" */
    const char *puid;    /**< identifier in the PRONOM registry, or "" when it has none */
} pack_representation;

/** The table, in the order of packages; the source is the first. */
const pack_representation *pack_representations(size_t *count);

/** One product of a record. */
typedef struct pack_product {
    const char *path;
    const mh_format *format;
    const pack_representation *representation;
    gint64 written; /**< seconds since 1970 */
} pack_product;

/** One record. */
typedef struct pack_record {
    const char *name; /**< path of its products below the folder given, without their endings */
    const char *slug; /**< its name in packages, alone in the plan however case is taken */
    const pack_product *products;
    size_t product_count;
} pack_record;

struct mh_pack_item {
    const char *name;
    const pack_record *records;
    size_t count;
    gint64 written; /**< when the newest product was */
};

#endif
