#ifndef MH_AKN_IRI_H
#define MH_AKN_IRI_H

/*
 * IRIs of the Work, its Expression and its Manifestation (Akoma Ntoso Naming Convention 1.0,
 * section 4): /akn/un/{type}/{subtype}/{actor}/{date}/{number}[/{language}@[.xml]].
 */

#include "record/record.h"

/** What the IRIs of a record are made of. All strings live in the arena they were made in. */
typedef struct akn_iri {
    const char *date;          /**< ISO, of the Work */
    const char *number;        /**< "2783-2025", "S-2021-540", "nn-9b48314a96a0a4e5" */
    const char *number_shown;  /**< as printed, or a remark that nothing is */
    const char *language;      /**< three letters */
    const char *work;          /**< whole document, no component */
    const char *expression;    /**< ends in "@" */
    const char *manifestation; /**< ends in "@.xml" */
} akn_iri;

/** Date of what has none: the Guidelines' value for an unknown date. */
#define AKN_DATE_UNKNOWN "1900-01-01"

/** The IRIs of @p record. */
akn_iri akn_iri_of_record(mh_arena *arena, const mh_record *record);

/** The IRIs of component @p number (from 1) of a set: "A/RES/77/264 A-C" gives "77-264A" for 1. */
akn_iri akn_iri_of_component(mh_arena *arena, const mh_record *record, const mh_document *component,
                             unsigned number);

/**
 * The part of a symbol that numbers a work: the logical number of a resolution ("A/RES/77/290 B"
 * gives "77-290B", "S/RES/2783 (2025)" gives "2783-2025"), the whole symbol else.
 */
const char *akn_iri_number(mh_arena *arena, const char *symbol, bool is_resolution);

/** True for an ISO date "2021-06-04" that exists. */
bool akn_date_is_valid(const char *date);

/** Address of a document by its symbol: "https://docs.un.org/en/S/2021/540". */
const char *akn_symbol_address(mh_arena *arena, const char *symbol, mh_language language);

#endif
