#include "verify/verify.h"

#include <stdarg.h>

#include "base/file.h"
#include "docx/inspect.h"
#include "verify/checks.h"

mh_status mh_verifier_new(mh_job *job, const mh_verify_options *options, mh_verifier **out)
{
    mh_akn_schema *profile = NULL;
    mh_akn_schema *xsd = NULL;
    mh_status status = mh_akn_schema_load(job, NULL, &profile);
    if (status == MH_OK && options->xsd)
        status = mh_akn_schema_load(job, options->xsd, &xsd);
    if (status != MH_OK) {
        mh_akn_schema_free(profile);
        return status;
    }
    mh_verifier *verifier = g_new0(mh_verifier, 1);
    verifier->options = *options;
    verifier->profile = profile;
    verifier->xsd = xsd;
    if (options->uses_tools) {
        verifier->pdftotext = g_find_program_in_path("pdftotext");
        verifier->verapdf = g_find_program_in_path("verapdf");
    }
    *out = verifier;
    return MH_OK;
}

void mh_verifier_free(mh_verifier *verifier)
{
    if (!verifier)
        return;
    mh_akn_schema_free(verifier->profile);
    mh_akn_schema_free(verifier->xsd);
    g_free(verifier->pdftotext);
    g_free(verifier->verapdf);
    g_free(verifier);
}

void verify_add(verify_state *v, const char *name, bool holds, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *detail = g_strdup_vprintf(format, args);
    va_end(args);
    const mh_verify_check check = {
        .name = name, .detail = mh_arena_strdup(v->arena, detail), .holds = holds};
    g_free(detail);
    g_array_append_val(v->checks, check);
}

/* ------------------------------------------------------------------ kinds of file */

static void unknown(verify_state *v, const char *what)
{
    (void)mh_report(v->job, MH_VER_KIND, 0, 0, "%s", what);
    verify_add(v, "file", false, "none that can be checked");
}

static void verify_xml(verify_state *v)
{
    xmlDoc *doc = NULL;
    if (mh_xml_parse(v->job, v->bytes, &doc) != MH_OK) {
        verify_add(v, "file", false, "broken XML");
        /* a product that is cut off is still a product */
        v->result->kind = g_str_has_suffix(v->path, ".docx.xml") ? "flatopc" : "akn";
    } else if (mh_docx_is_flat(doc)) {
        v->result->kind = "flatopc";
        verify_flat_file(v, doc);
    } else if (mh_xml_is(xmlDocGetRootElement(doc), MH_NS_AKN, "akomaNtoso")) {
        v->result->kind = "akn";
        verify_akn_file(v, doc);
    } else {
        unknown(v, "other XML");
    }
}

static void verify_bytes(verify_state *v)
{
    mh_view start = mh_view_slice(v->bytes, 0, 64);
    if (mh_view_starts_with(start, MH_VIEW("%PDF-"))) {
        v->result->kind = "pdf";
        verify_pdf_file(v);
    } else if (mh_view_starts_with(start, MH_VIEW("PK\x03\x04"))) {
        v->result->kind = "docx";
        verify_docx_file(v);
    } else if (mh_view_starts_with(start, MH_VIEW("\xEF\xBB\xBF<"))
               || mh_view_starts_with(start, MH_VIEW("<"))) {
        verify_xml(v);
    } else {
        unknown(v, v->bytes.len > 0 ? "of another kind" : "empty");
    }
}

mh_status mh_verify(mh_job *job, const mh_verifier *verifier, const char *path,
                    mh_verify_result *out)
{
    mh_arena *arena = mh_job_arena(job);
    mh_verify_result result = {0};
    verify_state v = {
        .job = job,
        .arena = arena,
        .verifier = verifier,
        .path = path,
        .checks = mh_arena_array(arena, sizeof(mh_verify_check)),
        .result = &result,
    };
    if (mh_file_read(job, path, &v.bytes) == MH_OK)
        verify_bytes(&v);
    else
        verify_add(&v, "file", false, "cannot be read");
    result.checks = (const mh_verify_check *)(const void *)v.checks->data;
    result.check_count = v.checks->len;
    *out = result;
    bool holds = true;
    for (size_t i = 0; i < result.check_count; i++)
        holds = holds && result.checks[i].holds;
    return holds ? MH_OK : MH_REJECTED;
}
