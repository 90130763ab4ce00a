#ifndef MH_TEXT_TEXT_H
#define MH_TEXT_TEXT_H

/*
 * The text stage: bytes of a record to decoded lines, page furniture and reflowed blocks.
 * Recognition (src/record) reads blocks and, where lines matter (signatures, tables), their lines.
 */

#include "base/job.h"

/** What a line is when it is not the record's text. */
typedef enum mh_furniture {
    MH_FURNITURE_NONE,         /**< text of the record (or blank) */
    MH_FURNITURE_RUNNING_HEAD, /**< symbol or short title repeated at the top of pages */
    MH_FURNITURE_PAGE_NUMBER,  /**< "2/5", "- 3 -"; "/..." at a page's foot */
    MH_FURNITURE_JOB_NUMBER,   /**< "21-07541 (E)    080621" and its short form in page feet */
    MH_FURNITURE_BARCODE,      /**< "*2107541*" */
    MH_FURNITURE_RECYCLE,      /**< "Please recycle", accessibility mark */
    MH_FURNITURE_RULE,         /**< "______" above notes or at the end of a record */
    MH_FURNITURE_DIRECTION, /**< marks of how a line was set (U+202A-E, U+2066-9), and at its ends
                                 all that is not seen; of entries only, never of a line */
    MH_FURNITURE_HYPHEN,    /**< a line-end hyphen that reflow undid (line = where it stood) */
} mh_furniture;

/**
 * One line of the record, without its line end. On a page set in two columns the lines stand in the
 * order they are read in: a line across both is then two, of the same number.
 */
typedef struct mh_line {
    mh_view text;           /**< UTF-8, untrimmed; borrowed from mh_text.source */
    size_t offset;          /**< of its first byte in mh_text.source */
    uint32_t number;        /**< 1-based, as an editor counts: form feeds do not end its lines */
    uint32_t page;          /**< 1-based; U+000C FORM FEED ends a page */
    uint32_t indent;        /**< leading columns; TAB counts to the next multiple of 8 */
    mh_furniture furniture; /**< NONE for text and for blank lines */
    bool is_blank;
    bool is_column; /**< part of a column of prose: wide spaces in it are justification */
    bool is_cut; /**< a page break cut the paragraph after this line: the next text line goes on */
} mh_line;

/**
 * A reflowed paragraph, heading or list item: consecutive text lines (furniture and page breaks
 * between them taken out) that belong together.
 */
typedef struct mh_block {
    mh_view text;         /**< lines joined, trimmed: white space runs are one U+0020 or their TABs,
                                embedding controls (U+202A-E, U+2066-9) are left out */
    const uint32_t *line; /**< indexes into mh_text.lines of its lines */
    size_t line_count;
    uint32_t blank_before; /**< blank lines between the block before and this one */
    bool after_rule;       /**< stands below a footnote rule of its page */
    bool is_row;           /**< one row of a table: text as it stands, cells parted by TAB or by
                                three spaces and more (line's columns count) */
    uint32_t row;          /**< cells that stood one below the other: those of one row have the same
                                number; 0 for what is no such cell */
    uint32_t empty_cells;  /**< empty cells between the cell before and this one of its row */
    bool ends_page;        /**< the last text block of its page (form feed or furniture follows) */
} mh_block;

/** What was taken out of the text, in source order: the proof that nothing is lost. */
typedef struct mh_furniture_entry {
    mh_furniture kind;
    uint32_t line; /**< line number, 1-based */
    mh_view text;  /**< the characters taken out */
} mh_furniture_entry;

typedef struct mh_text {
    const char *name;     /**< source file name without folder */
    const char *sha256;   /**< of the bytes as read, hex */
    const char *encoding; /**< IANA name of the encoding that was decoded: "UTF-8" */
    mh_view bytes;        /**< the bytes as read */
    mh_view source;       /**< all of it decoded: valid UTF-8, no BOM */
    const mh_line *lines;
    size_t line_count;
    const uint32_t *places; /**< of mh_text_line_at(); NULL: the lines are numbered from 1 on */
    uint32_t last_number;
    const mh_block *blocks;
    size_t block_count;
    const mh_furniture_entry *furniture;
    size_t furniture_count;
    const char *job_number;     /**< longest job number line as printed, or NULL */
    const char *running_symbol; /**< symbol printed in running heads, or NULL */
} mh_text;

typedef struct mh_text_options {
    const char *encoding; /**< IANA name to decode with; NULL detects */
    const char *sha256;   /**< of the bytes where the caller has it, else NULL; kept */
} mh_text_options;

/**
 * Decodes and structures a record's bytes.
 *
 * Encodings: the option; else BOM; strict UTF-8; UTF-16 by NUL pattern; uchardet's guess when it is
 * plausible for the six languages. NUL and other control bytes mean "not a text file".
 *
 * @param bytes must live as long as @p job
 * @param out   written on MH_OK only; everything in it belongs to the job
 * @return MH_OK, or MH_REJECTED with a TXT diagnostic (empty, binary, unknown encoding, too long)
 */
mh_status mh_text_read(mh_job *job, mh_view bytes, const mh_text_options *options, mh_text *out);

/**
 * Index of the line of that number: of its first part (@p nth 0) or, where a gutter cut it, of its
 * second one (1). line_count when there is none.
 */
size_t mh_text_line_at(const mh_text *text, uint32_t number, unsigned nth);

/** Dump for --emit=lines and golden tests: one line each, "number page furniture |text|". */
void mh_text_dump_lines(const mh_text *text, GString *out);
/** Dump for --emit=blocks: one block each, "first-last flags |text|". */
void mh_text_dump_blocks(const mh_text *text, GString *out);

#endif
