#ifndef MH_DOCX_PARTS_H
#define MH_DOCX_PARTS_H

/* The parts of a package as bytes; private to docx. */

#include <libxml/tree.h>

#include "base/job.h"

/** Namespace of what Word documents say (ECMA-376-1 transitional). */
#define DOCX_NS_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
/** Namespace of Flat OPC. */
#define DOCX_NS_PKG "http://schemas.microsoft.com/office/2006/xmlPackage"

/** One part, all owned by the job. */
typedef struct docx_part {
    const char *name; /**< starts with "/", checked by docx_part_name_is_safe() */
    const char *type; /**< content type */
    mh_view bytes;    /**< of an XML part: the element without the XML declaration, UTF-8 */
    mh_view base64;   /**< of a binary part: as it stands in the package, without white space */
    bool is_xml;
} docx_part;

/**
 * True for a part name by ECMA-376-2 §9.1.1: segments of letters, digits and "-._~!$&'()*+,;=:@%",
 * none empty or ending in a dot, no percent-encoded slash or dot; and not a reserved zip item.
 */
bool docx_part_name_is_safe(const char *name);

/** The first element in @p parent, which may be NULL, or NULL. */
xmlNode *docx_first_element(const xmlNode *parent);

/**
 * The node after @p node within @p top, in document order, or NULL: walks without recursion, for a
 * stylesheet may nest as deep as it likes.
 */
const xmlNode *docx_next_node(const xmlNode *node, const xmlNode *top);

/**
 * Reads the parts in document order.
 *
 * @param out array of docx_part, owned by the job; written on MH_OK only
 * @return MH_OK, or MH_REJECTED with DOC-001 to DOC-005 or DOC-008
 */
mh_status docx_parts_read(mh_job *job, const xmlDoc *flat_opc, GArray **out);

/** Text of [Content_Types].xml, with its XML declaration; owned by the job. */
mh_view docx_content_types(mh_job *job, const GArray *parts);

#endif
