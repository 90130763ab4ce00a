#ifndef MH_FO_RESOLVE_H
#define MH_FO_RESOLVE_H

/*
 * From attributes to computed styles: cascade of one object's properties over its parent's style.
 * Private to fo.
 */

#include "fo/properties.h"
#include "fo/tree.h"

/** What is shared by all objects of a document: rows by name, shared styles, names warned about. */
typedef struct fo_resolver {
    mh_job *job;
    mh_arena *arena;
    GHashTable *rows;          /**< name → const fo_property * */
    GHashTable *strings;       /**< text → the one copy of it */
    GHashTable *styles;        /**< fo_style → the one copy of it */
    GHashTable *warned;        /**< set of "name" and "name=value" */
    const fo_property **reset; /**< rows that go back to their initial value in a child */
    size_t reset_count;
    GArray *properties; /**< of the object being resolved */
    GArray *objects;
    fo_style initial;
    bool is_quiet; /**< retrieved markers: everything was said when they were read */
} fo_resolver;

/** One object's properties while they are computed. */
struct fo_cascade {
    fo_resolver *resolver;
    const fo_node *node;    /**< parent and xml are set */
    const fo_style *parent; /**< style inherited from */
    fo_style style;
    bool has_margin[4];                       /**< by fo_physical: style.margins is given */
    mh_view language[FO_LANGUAGE_PART_COUNT]; /**< as given on the object; ptr NULL: not given */
};

fo_resolver *fo_resolver_new(mh_job *job);

/** Row of @p name, or NULL. */
const fo_property *fo_resolver_find(const fo_resolver *resolver, mh_view name);

/** The one copy of @p text in this document. */
const char *fo_resolver_intern(fo_resolver *resolver, mh_view text);

/**
 * Computes style and object-specific attributes of @p node (its parent, type and xml are set) over
 * the style @p parent; warns once about each unknown name and wrong value. Equal styles are one
 * object.
 */
void fo_resolve(fo_resolver *resolver, fo_node *node, const fo_style *parent);

/** Style of an object without attributes (an anonymous block). */
const fo_style *fo_resolve_anonymous(fo_resolver *resolver, const fo_style *parent);

/** Sets one property; false when the value is wrong, then nothing is changed. For shorthands. */
bool fo_cascade_set(fo_cascade *cascade, const char *name, mh_view value);

/** Reads a value by the row's type into the cascade's style (values.c). */
bool fo_value_set(fo_cascade *cascade, const fo_property *property, mh_view value);

/** Where the row's field stands in an fo_style of that writing mode. */
size_t fo_property_offset(const fo_property *property, bool is_rtl);

/** Side of the area that physical @p side is, in that writing mode. */
fo_side fo_side_of(fo_physical side, bool is_rtl);

/** Value of a row in a style as an expression sees it; false where it has none (lookup.c). */
bool fo_value_get(const fo_property *property, const fo_style *style, fo_value *out);

/** Style of the nearest ancestor that has the attribute @p name, or the initial style (lookup.c).
 */
const fo_style *fo_cascade_nearest(const fo_cascade *cascade, mh_view name);

/** fo_scope.lookup of a cascade, which is @p user (lookup.c). */
bool fo_cascade_look_up(void *user, fo_lookup what, mh_view name, fo_value *out);

#endif
