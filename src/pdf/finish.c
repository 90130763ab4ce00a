#include "pdf/attachments.h"
#include "pdf/icc.h"
#include "pdf/import.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/navigation.h"
#include "pdf/structure.h"

/* What the colours of the pages mean: sRGB (ISO 19005-3 §6.2.3). */
static void write_output_intent(pdf_document *d)
{
    uint32_t object = pdf_writer_reserve(d->out);
    pdf_writer_stream_deflated(d->out, object, MH_VIEW("/N 3"), pdf_icc_srgb(d->arena));
    g_string_append_printf(d->catalog,
                           "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
                           "/OutputConditionIdentifier(sRGB)/DestOutputProfile %u 0 R>>]",
                           object);
}

static mh_status write_document(pdf_document *d, pdf_file *file, pdf_flate *flate, mh_view *out)
{
    mh_status status = pdf_import_resources(d, file, flate);
    if (status != MH_OK)
        return status;
    pdf_links_plan(d);
    pdf_structure_plan(d);
    pdf_links_write(d);
    status = pdf_import_pages(d, file, flate);
    if (status != MH_OK)
        return status;
    pdf_structure_write(d);
    pdf_outline_write(d);
    pdf_labels_write(d);
    write_output_intent(d);
    pdf_attachments_write(d);
    uint32_t info = pdf_metadata_write(d);
    uint32_t root = pdf_writer_reserve(d->out);
    g_string_prepend(d->catalog, "<</Type/Catalog/ViewerPreferences<</DisplayDocTitle true>>");
    g_string_append(d->catalog, ">>");
    pdf_writer_object(d->out, root, d->catalog);
    *out = pdf_writer_finish(d->out, root, info);
    return MH_OK;
}

mh_status mh_pdf_finish(mh_pdf *pdf, const mh_pages *pages, const mh_pdf_options *options,
                        mh_view *out)
{
    mh_arena *arena = mh_job_arena(pdf->job);
    cairo_surface_finish(pdf->surface);
    cairo_status_t cairo_says = cairo_surface_status(pdf->surface);
    if (cairo_says != CAIRO_STATUS_SUCCESS)
        return mh_report(pdf->job, MH_PDF_CAIRO, 0, 0, "%s", cairo_status_to_string(cairo_says));
    if (pdf->pages->len == 0)
        return mh_report(pdf->job, MH_PDF_CAIRO, 0, 0, "no page");
    pdf_flate *flate = pdf_flate_new(arena);
    pdf_file *file =
        pdf_file_open(pdf->job, flate, (mh_view){(const char *)pdf->file->data, pdf->file->len});
    if (!file)
        return MH_FAILED;
    pdf_document d = {
        .job = pdf->job,
        .arena = arena,
        .drawing = pdf,
        .pages = pages,
        .options = options,
        .profile = pdf_profile_of(options->profile),
        .out = pdf_writer_new(arena, flate, (uint32_t)pdf_file_object_count(file)),
        .catalog = mh_arena_string(arena),
        .elements = MH_NEW(arena, pdf_element, pages->element_count),
    };
    return write_document(&d, file, flate, out);
}
