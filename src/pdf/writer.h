#ifndef MH_PDF_WRITER_H
#define MH_PDF_WRITER_H

/*
 * Writes a PDF 1.7 file: streams as they come, all other objects packed in object streams, one
 * cross-reference stream (ISO 32000-1 §7.5.7, §7.5.8).
 */

#include "base/job.h"
#include "pdf/flate.h"

typedef struct pdf_writer pdf_writer;

/**
 * Begins the file; owned by @p arena.
 *
 * @param reserved object numbers below this are for pdf_writer_claim(), at least 1
 */
pdf_writer *pdf_writer_new(mh_arena *arena, pdf_flate *flate, uint32_t reserved);

/** Takes object number @p number, one of the reserved. @return false when it was taken before */
bool pdf_writer_claim(pdf_writer *writer, uint32_t number);
/** Takes the next number that is not reserved. */
uint32_t pdf_writer_reserve(pdf_writer *writer);

/** An empty string to make one object in; the same each time. */
GString *pdf_writer_scratch(pdf_writer *writer);

/** Writes object @p number. */
void pdf_writer_object(pdf_writer *writer, uint32_t number, const GString *value);

/**
 * Writes stream @p number.
 *
 * @param entries of the stream's dictionary, without Length (and without Filter when the bytes are
 *                to be compressed)
 */
void pdf_writer_stream(pdf_writer *writer, uint32_t number, mh_view entries, mh_view bytes);
void pdf_writer_stream_deflated(pdf_writer *writer, uint32_t number, mh_view entries,
                                mh_view bytes);

/**
 * Writes what is left; the ID is the MD5 of all before it. The view is the arena's.
 *
 * @param info object number, or 0 for none
 */
mh_view pdf_writer_finish(pdf_writer *writer, uint32_t root, uint32_t info);

#endif
