#ifndef MH_FO_FO_H
#define MH_FO_FO_H

/*
 * The formatter: XSL-FO 1.1 (the subset of docs/XSL-FO.md) to pages. Pango shapes, the formatter
 * breaks lines by total fit and makes the pages.
 */

#include "fo/pages.h"

/**
 * What is made once per process: font map, font table, hyphenation dictionaries, unit caches.
 * Not for use by two threads at a time.
 */
typedef struct mh_fo_engine mh_fo_engine;

typedef struct mh_fo_options {
    const char
        *base_path; /**< folder that relative picture addresses start at, or NULL: none are read */
    const char *emblem_path; /**< the one picture outside base_path that may be read; or NULL */
    bool test_fonts; /**< Helvetica, Times, Courier and the generic families are the Liberation
                        faces */
} mh_fo_options;

/**
 * Does what all engines need before the first: fontconfig's tables are read. A process that forks
 * workers calls it before, and makes an engine in each worker: an engine has threads of Pango's.
 *
 * @return MH_OK, or MH_FAILED with FO-301 when no font is installed
 */
mh_status mh_fo_prepare(mh_job *job);

/**
 * Makes the engine and finds its fonts.
 *
 * @param out free it with mh_fo_engine_free(); written on MH_OK only
 * @return MH_OK, or MH_FAILED with FO-0xx when no font for Latin text is installed
 */
mh_status mh_fo_engine_new(mh_job *job, mh_fo_engine **out);
/** Accepts NULL. */
void mh_fo_engine_free(mh_fo_engine *engine);

/**
 * Formats @p doc and hands its pages to @p sink.
 *
 * @param doc  fo:root; not changed; must live as long as @p job
 * @param out  the document around the pages; written on MH_OK only; owned by the job
 * @return MH_OK (warnings: unknown properties once each, overfull lines, missing glyphs with
 *         character, line and package), MH_REJECTED when @p doc is no XSL-FO, MH_FAILED when the
 *         machine lacks something, or what the sink returned
 */
mh_status mh_fo_format(mh_job *job, mh_fo_engine *engine, const xmlDoc *doc,
                       const mh_fo_options *options, const mh_page_sink *sink, mh_pages *out);

/** A sink that writes pages as XML for --emit=pages and the layout tests; close it at the end. */
typedef struct mh_page_dump mh_page_dump;
mh_page_dump *mh_page_dump_new(mh_job *job, GString *out);
mh_page_sink mh_page_dump_sink(mh_page_dump *dump);
/** Writes structure, links and destinations of @p pages and the closing tag. */
void mh_page_dump_end(mh_page_dump *dump, const mh_pages *pages);

#endif
