#ifndef MH_CONVERT_CONVERSION_H
#define MH_CONVERT_CONVERSION_H

/* The products of one conversion, each made when first asked for. Private to convert. */

#include "convert/convert.h"
#include "fo/fo.h"
#include "transform/transform.h"

struct mh_converter {
    mh_converter_options options;
    mh_transform *transform;
    mh_fo_engine *engine; /**< made with the first pages */
    mh_pdf_faces *faces;  /**< made with the first PDF */
    mh_arena *arena;      /**< of the options' copies */
};

struct mh_conversion {
    mh_job *job;
    mh_converter *converter;
    const mh_convert_request *request;
    mh_view bytes;
    mh_input_kind input;

    /* what was made so far; NULL or false when not yet */
    const mh_text *text;
    const mh_record *record;
    xmlDoc *akn;
    xmlDoc *fo;
    const mh_pages *pages;
    mh_view pdf;
    xmlDoc *flat_opc;
    size_t kept;
    size_t furniture;
    bool is_faithful;
};

/** Looks at the first element of @p bytes, if they are XML. */
mh_input_kind conversion_input_of(mh_view bytes);

/* Each gives MH_OK and its product, or the status of the stage that could not. */
mh_status conversion_text(mh_conversion *c, const mh_text **out);
mh_status conversion_record(mh_conversion *c, const mh_record **out);
mh_status conversion_akn(mh_conversion *c, xmlDoc **out);
mh_status conversion_fo(mh_conversion *c, xmlDoc **out);
mh_status conversion_flat_opc(mh_conversion *c, const char *stylesheet, xmlDoc **out);
mh_status conversion_pdf(mh_conversion *c, mh_view *out);

/** Formats the pages and hands them to @p sink; used by the PDF and the page dump. */
mh_status conversion_pages(mh_conversion *c, const mh_page_sink *sink, mh_pages *out);

/** Runs @p stylesheet over the record's Akoma Ntoso with the parameters of this run. */
mh_status conversion_transform(mh_conversion *c, const char *stylesheet, xmlDoc **out);

#endif
