#ifndef MH_PDF_READER_H
#define MH_PDF_READER_H

/*
 * Reads a PDF that cairo (1.16 to 1.18) just wrote, or that we finished: cross-reference table or
 * stream, objects plain or in object streams. It is no reader for the world's files: what neither
 * writes is refused.
 */

#include "base/job.h"
#include "pdf/flate.h"

typedef struct pdf_file pdf_file;

/** An object: a value, and for a stream its bytes as stored. Views into the file. */
typedef struct pdf_object {
    mh_view value;
    mh_view stream;
    bool is_stream;
} pdf_object;

/**
 * Reads the cross-reference.
 *
 * @param bytes must live as long as @p job
 * @return the file, owned by @p job; NULL with PDF-001 when it is not as cairo writes it
 */
pdf_file *pdf_file_open(mh_job *job, pdf_flate *flate, mh_view bytes);

/** The same for any file: owned by @p arena, NULL without a word. */
pdf_file *pdf_file_try(mh_arena *arena, pdf_flate *flate, mh_view bytes);

/** Object numbers are below this. */
size_t pdf_file_object_count(const pdf_file *file);

/** @return false when there is no such object, or it is broken */
bool pdf_file_object(pdf_file *file, uint32_t number, pdf_object *out);

/** Value of the object that @p value refers to, or @p value itself; empty when broken. */
mh_view pdf_file_resolve(pdf_file *file, mh_view value);

/** The document catalog, resolved; empty when broken. */
mh_view pdf_file_catalog(pdf_file *file);

/** Bytes of the stream @p object, expanded. @return false when it is none, or packed otherwise. */
bool pdf_file_expand(pdf_file *file, const pdf_object *object, mh_view *out);

/** Object numbers of the pages in order (uint32_t); NULL when the page tree is not as cairo's. */
GArray *pdf_file_pages(pdf_file *file);

#endif
