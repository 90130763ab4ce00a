#include "akn/akn.h"

#include <libxml/relaxng.h>
#include <libxml/xmlschemas.h>

/* Whoever sees this many faults looks at the file itself. */
enum { FAULTS_MAX = 20 };

/* schema/akn4un.rng, made an array by the build. */
static const unsigned char profile[] = {
#include "akn4un.rng.inc"
};

struct mh_akn_schema {
    xmlRelaxNG *rng; /* one of the two */
    xmlSchema *xsd;
};

/* What an error handler of libxml2 is given. */
typedef struct fault_list {
    mh_job *job;
    mh_diag_code code;
    unsigned count;
} fault_list;

/* The record's line that the element came from; 0 when neither it nor a parent says. */
static uint32_t line_of(const xmlNode *node)
{
    for (; node && node->type == XML_ELEMENT_NODE; node = node->parent) {
        for (const xmlAttr *a = node->properties; a; a = a->next) {
            bool is_lines = a->ns && strcmp((const char *)a->ns->href, MH_NS_MH) == 0
                            && strcmp((const char *)a->name, "lines") == 0;
            if (is_lines && a->children)
                return (uint32_t)g_ascii_strtoull((const char *)a->children->content, NULL, 10);
        }
    }
    return 0;
}

static void take_fault(void *data, xmlError *error)
{
    fault_list *list = data;
    if (list->count++ >= FAULTS_MAX)
        return;
    char *message = g_strchomp(g_strdup(error->message ? error->message : "no reason given"));
    const xmlNode *node = error->node;
    if (node && node->type == XML_ATTRIBUTE_NODE)
        node = node->parent;
    (void)mh_report(list->job, list->code, node ? line_of(node) : 0, 0, "%s", message);
    g_free(message);
}

static xmlRelaxNG *load_profile(fault_list *faults)
{
    xmlRelaxNGParserCtxt *context =
        xmlRelaxNGNewMemParserCtxt((const char *)profile, (int)sizeof profile);
    xmlRelaxNGSetParserStructuredErrors(context, take_fault, faults);
    xmlRelaxNG *rng = xmlRelaxNGParse(context);
    xmlRelaxNGFreeParserCtxt(context);
    return rng;
}

static xmlSchema *load_xsd(const char *path, fault_list *faults)
{
    /* libxml2 would say this to the terminal. */
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return NULL;
    xmlSchemaParserCtxt *context = xmlSchemaNewParserCtxt(path);
    xmlSchemaSetParserStructuredErrors(context, take_fault, faults);
    xmlSchema *xsd = xmlSchemaParse(context);
    xmlSchemaFreeParserCtxt(context);
    return xsd;
}

mh_status mh_akn_schema_load(mh_job *job, const char *xsd_path, mh_akn_schema **out)
{
    fault_list faults = {.job = job, .code = MH_XML_SCHEMA};
    mh_akn_schema schema = {0};
    if (xsd_path)
        schema.xsd = load_xsd(xsd_path, &faults);
    else
        schema.rng = load_profile(&faults);
    if (!schema.xsd && !schema.rng) {
        const char *name = xsd_path ? xsd_path : "the built-in profile";
        return faults.count > 0 ? MH_FAILED : mh_report(job, MH_XML_SCHEMA, 0, 0, "%s", name);
    }
    *out = g_new(mh_akn_schema, 1);
    **out = schema;
    return MH_OK;
}

void mh_akn_schema_free(mh_akn_schema *schema)
{
    if (!schema)
        return;
    xmlRelaxNGFree(schema->rng);
    xmlSchemaFree(schema->xsd);
    g_free(schema);
}

static int validate_rng(xmlRelaxNG *rng, xmlDoc *doc, fault_list *faults)
{
    xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt(rng);
    xmlRelaxNGSetValidStructuredErrors(context, take_fault, faults);
    int result = xmlRelaxNGValidateDoc(context, doc);
    xmlRelaxNGFreeValidCtxt(context);
    return result;
}

static int validate_xsd(xmlSchema *xsd, xmlDoc *doc, fault_list *faults)
{
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(xsd);
    xmlSchemaSetValidStructuredErrors(context, take_fault, faults);
    int result = xmlSchemaValidateDoc(context, doc);
    xmlSchemaFreeValidCtxt(context);
    return result;
}

mh_status mh_akn_validate(mh_job *job, const mh_akn_schema *schema, xmlDoc *doc)
{
    fault_list faults = {.job = job, .code = MH_XML_INVALID};
    int result = schema->rng ? validate_rng(schema->rng, doc, &faults)
                             : validate_xsd(schema->xsd, doc, &faults);
    if (result == 0)
        return MH_OK;
    if (faults.count == 0)
        (void)mh_report(job, MH_XML_INVALID, 0, 0, "no reason given");
    return MH_REJECTED;
}
