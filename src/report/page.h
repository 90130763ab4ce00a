#ifndef MH_REPORT_PAGE_H
#define MH_REPORT_PAGE_H

/*
 * The merged report as one self-contained web page. C counts and writes an XML of it (namespace
 * urn:masthead:report:1); what the page looks like is report-to-html.xsl, and report/rows.xsl for
 * the table of records, which is made in portions: memory does not grow with the table.
 */

#include "report/merge.h"
#include "transform/transform.h"

typedef struct mh_page_options {
    const char *output; /**< file, or "-" for standard output: links are relative to its folder */
    const char *base;   /**< folder that paths in the reports are relative to */
    const char *title;
} mh_page_options;

/** What the user is told of a page: also what its exit status is made from. */
typedef struct mh_page_counts {
    size_t records;
    size_t warned;
    size_t failed;
} mh_page_counts;

/**
 * @param out written on MH_OK only
 * @return MH_OK, MH_REJECTED (XSL-003, XSL-005) or MH_FAILED (XSL-001, XSL-002, JOB-002)
 */
mh_status mh_page_write(mh_job *job, mh_transform *transform, const mh_merge *merge,
                        const mh_page_options *options, mh_page_counts *out);

#endif
