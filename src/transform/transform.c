#include "transform/transform.h"

#include <libexslt/exslt.h>
#include <libxslt/documents.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltutils.h>

#include "transform/barcode.h"
#include "transform/messages.h"
#include "transform/numbering.h"
#include "transform/sheets.h"

struct mh_transform {
    char *folder;         /* or NULL */
    GHashTable *compiled; /* name → xsltStylesheet, owned */
    xsltSecurityPrefs *security;
};

/* Deep templates are a stylesheet's bug, not a reason to run out of stack. */
enum { TEMPLATE_DEPTH_MAX = 3000 };

static const mh_transform *transform_of(const void *context, xsltLoadType type)
{
    if (type == XSLT_LOAD_DOCUMENT)
        return ((const xsltTransformContext *)context)->_private;
    const xsltStylesheet *sheet = context;
    while (sheet->parent)
        sheet = sheet->parent;
    return sheet->_private;
}

/* libxslt's one loader for xsl:import, xsl:include and document(): files of the stylesheet space
 * only. */
static xmlDoc *load(const xmlChar *uri, xmlDict *dict, int options, void *context,
                    xsltLoadType type)
{
    (void)options;
    const mh_transform *transform = transform_of(context, type);
    return transform ? sheets_parse(transform->folder, (const char *)uri, dict) : NULL;
}

static int may_read(xsltSecurityPrefs *security, xsltTransformContext *context, const char *address)
{
    (void)security;
    (void)context;
    return g_str_has_prefix(address, SHEETS_SCHEME);
}

/* Registration is process-wide in libxslt and libexslt; it happens once. */
static gpointer register_libraries(gpointer user)
{
    (void)user;
    exsltRegisterAll();
    barcode_register();
    numbering_register();
    xsltSetLoaderFunc(load);
    return NULL;
}

mh_transform *mh_transform_new(const char *folder)
{
    static GOnce registered = G_ONCE_INIT;
    g_once(&registered, register_libraries, NULL);

    mh_transform *transform = g_new0(mh_transform, 1);
    transform->folder = g_strdup(folder);
    transform->compiled =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)xsltFreeStylesheet);
    transform->security = xsltNewSecurityPrefs();
    xsltSetSecurityPrefs(transform->security, XSLT_SECPREF_READ_FILE, xsltSecurityForbid);
    xsltSetSecurityPrefs(transform->security, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
    xsltSetSecurityPrefs(transform->security, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
    xsltSetSecurityPrefs(transform->security, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);
    xsltSetSecurityPrefs(transform->security, XSLT_SECPREF_READ_NETWORK, may_read);
    return transform;
}

void mh_transform_free(mh_transform *transform)
{
    if (!transform)
        return;
    g_hash_table_unref(transform->compiled);
    xsltFreeSecurityPrefs(transform->security);
    g_free(transform->folder);
    g_free(transform);
}

static const char *or_unknown(const messages *caught)
{
    return caught->text->len > 0 ? caught->text->str : "libxslt gave no reason";
}

static xsltStylesheet *compile(const mh_transform *transform, const char *address)
{
    xmlDoc *doc = sheets_parse(transform->folder, address, NULL);
    if (!doc)
        return NULL;
    xsltStylesheet *sheet = xsltNewStylesheet();
    sheet->_private = mh_unconst(transform);
    if (xsltParseStylesheetUser(sheet, doc) == 0 && sheet->errors == 0)
        return sheet;
    if (!sheet->doc)
        xmlFreeDoc(doc);
    xsltFreeStylesheet(sheet);
    return NULL;
}

static bool exists(const mh_transform *transform, const char *name)
{
    GBytes *bytes = sheets_read(transform->folder, name);
    if (bytes)
        g_bytes_unref(bytes);
    return bytes != NULL;
}

mh_status mh_transform_prepare(mh_job *job, mh_transform *transform, const char *name)
{
    if (g_hash_table_contains(transform->compiled, name))
        return MH_OK;
    if (!exists(transform, name))
        return mh_report(job, MH_XSL_MISSING, 0, 0, "%s", name);

    messages caught = {0};
    messages_catch(&caught);
    char *address = g_strconcat(SHEETS_SCHEME, name, NULL);
    xsltStylesheet *sheet = compile(transform, address);
    messages_release(&caught);
    mh_status status = MH_OK;
    if (sheet)
        g_hash_table_insert(transform->compiled, g_strdup(name), sheet);
    else
        status =
            mh_report_in(job, MH_XSL_BROKEN, caught.file ? caught.file : address,
                         caught.line > 0 ? (uint32_t)caught.line : 0, "%s", or_unknown(&caught));
    g_free(address);
    messages_clear(&caught);
    return status;
}

static bool declares(const xsltStylesheet *sheet, const char *name)
{
    for (; sheet; sheet = xsltNextImport(mh_unconst(sheet)))
        for (const xsltStackElem *v = sheet->variables; v; v = v->next)
            if (v->comp && v->comp->type == XSLT_FUNC_PARAM && !v->nameURI
                && strcmp((const char *)v->name, name) == 0)
                return true;
    return false;
}

static void set_parameters(xsltTransformContext *context, const xsltStylesheet *sheet,
                           const mh_parameter *parameters)
{
    for (const mh_parameter *p = parameters; p && p->name; p++)
        if (declares(sheet, p->name))
            xsltQuoteOneUserParam(context, MH_XML(p->name), MH_XML(p->value));
}

/* True when the run was stopped by what the security rules or the loader refused. */
static bool was_refused(const messages *caught)
{
    return strstr(caught->text->str, "rights for") != NULL;
}

static mh_status report_run(mh_job *job, const messages *caught, bool is_done)
{
    if (was_refused(caught))
        return mh_report(job, MH_XSL_REFUSED, 0, 0, "%s", caught->text->str);
    if (!is_done)
        return mh_report(job, MH_XSL_FAILED, 0, 0, "%s", or_unknown(caught));
    if (caught->text->len > 0)
        return mh_report(job, MH_XSL_MESSAGE, 0, 0, "%s", caught->text->str);
    return MH_OK;
}

mh_status mh_transform_run(mh_job *job, mh_transform *transform, const char *name,
                           const xmlDoc *doc, const mh_parameter *parameters, xmlDoc **out)
{
    mh_status status = mh_transform_prepare(job, transform, name);
    if (status != MH_OK)
        return status;
    xsltStylesheet *sheet = g_hash_table_lookup(transform->compiled, name);
    /* xsl:strip-space takes nodes out of the source tree: give it one of its own. */
    xmlDoc *source = xmlCopyDoc(mh_unconst(doc), 1);

    messages caught = {0};
    messages_catch(&caught);
    xsltTransformContext *context = xsltNewTransformContext(sheet, source);
    context->_private = transform;
    context->maxTemplateDepth = TEMPLATE_DEPTH_MAX;
    messages_catch_transform(&caught, context);
    xsltSetCtxtSecurityPrefs(transform->security, context);
    set_parameters(context, sheet, parameters);
    xmlDoc *result = xsltApplyStylesheetUser(sheet, source, NULL, NULL, NULL, context);
    bool is_done = result && context->state == XSLT_STATE_OK;
    xsltFreeTransformContext(context);
    xmlFreeDoc(source); /* now: of a long record it is as large as all that follows */
    messages_release(&caught);

    if (result)
        mh_xml_own(job, result);
    status = report_run(job, &caught, is_done);
    messages_clear(&caught);
    if (status == MH_OK)
        *out = result;
    return status;
}

static void destroy_xml_memory(void *memory)
{
    xmlFree(memory);
}

mh_status mh_transform_serialize(mh_job *job, mh_transform *transform, const char *name,
                                 xmlDoc *result, mh_view *out)
{
    mh_status status = mh_transform_prepare(job, transform, name);
    if (status != MH_OK)
        return status;
    xsltStylesheet *sheet = g_hash_table_lookup(transform->compiled, name);
    xmlChar *text = NULL;
    int length = 0;
    if (xsltSaveResultToString(&text, &length, result, sheet) != 0)
        return mh_report(job, MH_XSL_FAILED, 0, 0, "the result cannot be written as text");
    if (text)
        mh_arena_defer(mh_job_arena(job), destroy_xml_memory, text);
    *out = (mh_view){.ptr = (const char *)text, .len = (size_t)length};
    return MH_OK;
}
