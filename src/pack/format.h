#ifndef MH_PACK_FORMAT_H
#define MH_PACK_FORMAT_H

/* A package format as a table of parts. Private to pack. */

#include "pack/check.h"
#include "pack/pack.h"

/** How often a part is made. */
typedef enum pack_each {
    PACK_ONCE,
    PACK_EACH_REPRESENTATION,
    PACK_EACH_FILE, /**< of products */
} pack_each;

/**
 * A file of a package that is not a product. Paths and those of mh_pack_format.payload have slots:
 * {package}, {record} and {file} are names in the package, {representation} is that of the file.
 */
typedef struct pack_part {
    const char *path;  /**< below the package */
    const char *sheet; /**< stylesheet that makes it from the description, or NULL */
    const char *text;  /**< its bytes when there is no sheet */
    const char *topic; /**< the sheet's parameter "topic": which of its documents; or NULL */
    const char *base;  /**< the sheet's parameter "base": paths are told from there; or NULL */
    const char *needs; /**< setting without which the part is left out, or NULL */
    pack_each each;
} pack_part;

struct mh_pack_format {
    const char *name;
    const char *description;
    const char *payload;           /**< where products go */
    const pack_part *record_parts; /**< of each record, made from its description alone */
    const pack_part *set_parts;    /**< made in this order from the description of all */
    const char *const *profiles;   /**< the first is the default; NULL takes any address */
    bool is_named_by_id;           /**< the package is named "uuid-…", else after the set */
    bool has_schemas;              /**< may carry a folder schemas */
    /** Is it one of this format, by the names of its files? */
    bool (*is_it)(const pack_listing *listing);
    void (*check)(pack_check *check);
};

extern const mh_pack_format pack_bagit;
extern const mh_pack_format pack_eark;
extern const mh_pack_format pack_archivematica;
extern const mh_pack_format pack_dspace;
extern const mh_pack_format pack_opex;

#endif
