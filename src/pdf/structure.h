#ifndef MH_PDF_STRUCTURE_H
#define MH_PDF_STRUCTURE_H

/* The logical structure (ISO 32000-1 §14.7, §14.8): element tree, parent tree, tree of ids. */

#include "pdf/document.h"

/**
 * Decides which elements are in the tree, under which roles and object numbers. Fills the
 * document's elements, next_marks and root_element. Links must be planned.
 */
void pdf_structure_plan(pdf_document *d);

/** Writes the trees; adds StructTreeRoot and MarkInfo to the catalog. Pages must be written. */
void pdf_structure_write(pdf_document *d);

#endif
