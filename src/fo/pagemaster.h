#ifndef MH_FO_PAGEMASTER_H
#define MH_FO_PAGEMASTER_H

/* Page masters: the geometry of a page's regions, and which master comes next. Private to fo. */

#include "fo/tree.h"

typedef enum fo_region_kind {
    FO_BODY,
    FO_REGION_ABOVE, /**< region-before */
    FO_REGION_BELOW, /**< region-after */
    FO_REGION_NEAR,  /**< region-start */
    FO_REGION_FAR,   /**< region-end */
    FO_REGION_COUNT
} fo_region_kind;

typedef struct fo_region {
    const fo_node *node; /**< NULL: the master has none */
    const char *name;
    mh_rect rect;    /**< region viewport: border rectangle */
    mh_rect content; /**< its content rectangle */
} fo_region;

/** A simple-page-master, measured. */
typedef struct fo_page_master {
    const fo_node *node;
    const char *name;
    int32_t width;
    int32_t height;
    fo_region region[FO_REGION_COUNT];
    uint32_t column_count; /**< of the body, at least 1 */
    int32_t column_gap;
    int32_t column_width;
} fo_page_master;

typedef struct fo_masters {
    GHashTable *pages;     /**< master-name → fo_page_master */
    GHashTable *sequences; /**< master-name → fo_node of fo:page-sequence-master */
    const fo_page_master *first;
} fo_masters;

void fo_masters_read(mh_job *job, const fo_node *root, fo_masters *out);

/** Where a page-sequence stands among the masters of its page-sequence-master. */
typedef struct fo_master_choice {
    const fo_masters *masters;
    const fo_node *sequence;    /**< fo:page-sequence */
    const fo_page_master *only; /**< it names a simple-page-master; else NULL */
    const fo_node *specifier;   /**< sub-sequence specifier in use, or NULL at its end */
    uint32_t used;              /**< pages it has given */
} fo_master_choice;

/** Facts that conditions ask about (XSL 1.1 §7.27.10, 12, 13). */
typedef struct fo_page_facts {
    bool is_first;
    bool is_last;
    bool is_odd;
    bool is_blank;
} fo_page_facts;

/** A master that does not exist is the first one: the tree has warned about it. */
fo_master_choice fo_master_begin(const fo_masters *masters, const fo_node *sequence);

/** Master of a page with such @p facts, NULL when there is none at all; does not count it. */
const fo_page_master *fo_master_choose(const fo_master_choice *choice, const fo_page_facts *facts);

/** True when a condition names the page-position @p wanted. */
bool fo_master_has_position(const fo_master_choice *choice, const char *wanted);

/** Counts one page: fo_master_choose() then answers for the next. */
void fo_master_advance(fo_master_choice *choice);

/** Left edge of column @p index in the body's content rectangle; @p rtl: the first is the right
 * one. */
int32_t fo_column_x(const fo_page_master *master, uint32_t index, bool rtl);

#endif
