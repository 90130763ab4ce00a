#ifndef MH_PDF_PDF_H
#define MH_PDF_PDF_H

/*
 * PDF/A-3a and PDF/UA-1 from formatted pages: cairo draws and marks, the finisher adds what cairo
 * cannot (structure, metadata, output intent, links, outline, attachments).
 */

#include "fo/pages.h"

typedef enum mh_pdf_profile {
    MH_PDF_A3A_UA, /**< PDF/A-3a and PDF/UA-1, attachments allowed */
    MH_PDF_A2A,    /**< PDF/A-2a and PDF/UA-1, no attachments */
    MH_PDF_A2U,    /**< PDF/A-2u */
    MH_PDF_PLAIN,  /**< no claims: tagged PDF 1.7 */
} mh_pdf_profile;

/** "a3a+ua", "a2a", "a2u", "plain". */
const char *mh_pdf_profile_name(mh_pdf_profile profile);
/** False when @p name is none of these. */
bool mh_pdf_profile_find(const char *name, mh_pdf_profile *out);

/** A file embedded in the PDF (ISO 19005-3 §6.8). */
typedef struct mh_pdf_attachment {
    const char *name;         /**< file name, UTF-8 */
    const char *mime_type;    /**< "text/plain" */
    const char *relationship; /**< AFRelationship: "Source", "Data" */
    const char *description;
    mh_view bytes;
} mh_pdf_attachment;

typedef struct mh_pdf_options {
    mh_pdf_profile profile;
    const mh_pdf_attachment *attachments; /**< ignored where the profile forbids them */
    size_t attachment_count;
    const char *producer; /**< "Masthead 0.1.0" */
} mh_pdf_options;

/**
 * Parts of large fonts, kept for the life of a process and shared by its PDFs. Not for use by two
 * threads at a time.
 */
typedef struct mh_pdf_faces mh_pdf_faces;

/** Free it with mh_pdf_faces_free(), after the jobs that used it. */
mh_pdf_faces *mh_pdf_faces_new(void);
/** Accepts NULL. */
void mh_pdf_faces_free(mh_pdf_faces *faces);

/** A PDF being drawn. */
typedef struct mh_pdf mh_pdf;

/** Begins a PDF; owned by the job. */
mh_pdf *mh_pdf_new(mh_job *job);

/**
 * Lets @p pdf embed parts of large fonts out of @p faces instead of reading the fonts whole, which
 * takes most of the time of a short document; it looks the same. To be called before the first
 * page.
 *
 * @param text the document that will be formatted: its characters say what is needed
 */
void mh_pdf_share_faces(mh_pdf *pdf, mh_pdf_faces *faces, const xmlDoc *text);

/** The sink to give to mh_fo_format(): draws each page as it comes. */
mh_page_sink mh_pdf_sink(mh_pdf *pdf);

/**
 * Finishes the file. Title, author, subject, keywords and our own fields come from pages->xmp;
 * dates from mh_job_epoch(). Same pages, options and epoch, same bytes.
 *
 * @param out owned by the job; written on MH_OK only
 * @return MH_OK, or MH_FAILED with a PDF diagnostic (cairo's file is not as expected)
 */
mh_status mh_pdf_finish(mh_pdf *pdf, const mh_pages *pages, const mh_pdf_options *options,
                        mh_view *out);

#endif
