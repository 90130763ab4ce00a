#ifndef MH_BASE_XML_H
#define MH_BASE_XML_H

/* libxml2 as the stages use it: no network, errors as diagnostics, documents owned by the job. */

#include <libxml/tree.h>

#include "base/job.h"

/** Casts a string (literal) to what libxml2 takes. */
#define MH_XML(text) ((const xmlChar *)(text))

/** Namespace of Akoma Ntoso 3.0 (OASIS Standard, 29 August 2018). */
#define MH_NS_AKN "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
/** Namespace of what the AKN4UN profile adds. */
#define MH_NS_AKN4UN "http://un.org/akn4un"
/** Namespace of our own attributes and metadata, prefix mh. */
#define MH_NS_MH "urn:masthead:record:1"

/**
 * Parses @p bytes without network, DTD or entity expansion beyond libxml2's limits.
 *
 * @param out owned by the job; written on MH_OK only
 * @return MH_OK, or MH_REJECTED with XML-001
 */
mh_status mh_xml_parse(mh_job *job, mh_view bytes, xmlDoc **out);

/** Serialises as UTF-8 with an XML declaration; @p out is owned by the job. */
mh_view mh_xml_serialize(mh_job *job, xmlDoc *doc, bool indent);

/** Makes the job own @p doc; returns it. */
xmlDoc *mh_xml_own(mh_job *job, xmlDoc *doc);

/** Value of the attribute without namespace, borrowed from the tree, or NULL. */
const char *mh_xml_attribute(const xmlNode *element, const char *name);

/** True for an element of that local name in that namespace. */
bool mh_xml_is(const xmlNode *node, const char *namespace_uri, const char *name);

#endif
