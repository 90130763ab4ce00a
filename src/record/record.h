#ifndef MH_RECORD_RECORD_H
#define MH_RECORD_RECORD_H

/*
 * The record tree: what a UN record says in UN terms, before any XML. src/record builds it,
 * src/akn writes it as Akoma Ntoso. All strings are UTF-8 and live in the job.
 *
 * Printed text is kept exactly as printed (white space runs to one space); what Masthead adds is in
 * fields of its own, so that every printed character can be accounted for.
 */

#include "lexicon/lexicon.h"
#include "text/text.h"

/* ------------------------------------------------------------------ inline */

/** What a stretch of text is. The comment names the Akoma Ntoso element. */
typedef enum mh_span_kind {
    MH_SPAN_DATE,          /* date; docDate in title matter. value = ISO date */
    MH_SPAN_TIME,          /* recordedTime. value = ISO time */
    MH_SPAN_SYMBOL,        /* a or ref to a document. value = symbol, normalised */
    MH_SPAN_RESOLUTION,    /* ref/a to a resolution. value = symbol, normalised */
    MH_SPAN_ANNEX,         /* ref to a local annex. value = "annex_1" */
    MH_SPAN_URL,           /* a. value = URL */
    MH_SPAN_CONCEPT,       /* organization, person, role, event, location, concept, term */
    MH_SPAN_NOTE,          /* authorialNote; the span covers the printed call */
    MH_SPAN_ITALIC,        /* i: participle, operative verb, stage line */
    MH_SPAN_BOLD,          /* b */
    MH_SPAN_LINE_BREAK,    /* eol; empty or a single space */
    MH_SPAN_SIGNED,        /* docStatus refersTo #signed: "(Signed)" */
    MH_SPAN_QUOTE,         /* embeddedText, inside the quotation marks */
    MH_SPAN_DOC_TITLE,     /* docTitle */
    MH_SPAN_DOC_TYPE,      /* docType */
    MH_SPAN_DOC_NUMBER,    /* docNumber */
    MH_SPAN_DOC_AUTHORITY, /* docAuthority */
    MH_SPAN_DOC_PROPONENT, /* docProponent */
    MH_SPAN_DOC_STATUS,    /* docStatus */
    MH_SPAN_DOC_DATE,      /* docDate. value = ISO date */
    MH_SPAN_SESSION,       /* session. value = number */
    MH_SPAN_INLINE,        /* inline. value = name, e.g. "akn4un:agendaItem" */
    MH_SPAN_QUANTITY,      /* quantity. value = the number, concept = of what */
} mh_span_kind;

typedef struct mh_note mh_note;

/** Marks bytes [start, end) of a text. Spans nest properly: sorted by start, longer ones first. */
typedef struct mh_span {
    mh_span_kind kind;
    uint32_t start;
    uint32_t end;
    const char *value;         /**< by kind, see above; may be NULL */
    const mh_concept *concept; /**< refersTo, or NULL */
    const mh_concept *as;      /**< @as of a person, or NULL */
    mh_note *note;             /**< of MH_SPAN_NOTE */
} mh_span;

/** Text with its marks. */
typedef struct mh_inline {
    mh_view text;
    const mh_span *spans;
    size_t span_count;
} mh_inline;

/* ------------------------------------------------------------------ blocks */

/** What a node is. The comment names the Akoma Ntoso element and the fields that count. */
typedef enum mh_node_kind {
    MH_NODE_P,         /* p: text. name = class: "salutation", "tableNote", "heading" (first line of
                          a container), "subheading" (of a debateSection), or NULL */
    MH_NODE_PART,      /* part: num, heading, children */
    MH_NODE_SECTION,   /* section: roman heading */
    MH_NODE_TITLE,     /* title: capital-letter heading */
    MH_NODE_CHAPTER,   /* chapter: arabic heading, or printed "Chapter" */
    MH_NODE_DIVISION,  /* division: unnumbered heading */
    MH_NODE_ARTICLE,   /* article */
    MH_NODE_PARAGRAPH, /* paragraph: num?, children P, LIST, TABLE... */
    MH_NODE_LIST,  /* list: text = intro (may be empty), children POINT or INDENT, then P wrap-up */
    MH_NODE_POINT, /* point: num, children P, LIST */
    MH_NODE_INDENT,     /* indent: num = the bullet, children P, LIST */
    MH_NODE_TABLE,      /* table: heading = caption (MH_SPAN_LINE_BREAK inside), children ROW */
    MH_NODE_ROW,        /* tr: name = "head", "total" or NULL; children CELL */
    MH_NODE_CELL,       /* td or th (in a head row): children P; columns, rows = spans */
    MH_NODE_TOC,        /* toc: children P, the entries as printed; their name = level "1" to "3" */
    MH_NODE_FORMULA,    /* formula: text; name = "akn4un:enactingFormula" */
    MH_NODE_PREAMBULAR, /* container: name = participle as printed; children P, LIST */
    MH_NODE_CONTAINER,  /* container: name, children P. In prefaces "summary", "contents" (P
                           "heading", "label", then TOC), "meeting", "presidentAndMembers", "agenda",
                           "correctionsNotice"; in debates "rollCall" */
    MH_NODE_CROSSHEAD,  /* crossHeading: text */
    MH_NODE_QUOTED,     /* embeddedStructure in p: children, or a whole document */
    MH_NODE_SIGNATURE,  /* container name=signature: children P, each one signatory with line breaks
                         */
    MH_NODE_ADOPTION,   /* container name=adoption: children P */
    MH_NODE_PLACE_DATE, /* container name=placeDate: children P */
    MH_NODE_SPEECH,     /* speech: heading = from; children P */
    MH_NODE_NARRATIVE,  /* narrative: text; name = "scene", "summary" or NULL */
    MH_NODE_DEBATE_SECTION, /* debateSection: name, num, heading, children */
} mh_node_kind;

/** One block of a record. */
typedef struct mh_node {
    mh_node_kind kind;
    mh_view num; /**< printed designation: "1.", "(a)", "I.", "Article 2", "-" ; may be empty */
    mh_inline heading;
    mh_inline text;
    const char *name;     /**< by kind, see above; NULL when not used */
    mh_language language; /**< NONE = that of the part it stands in */
    uint32_t first_line;  /**< source lines, 1-based, inclusive */
    uint32_t last_line;
    bool is_operative; /**< PARAGRAPH of a resolution */
    uint16_t columns;  /**< CELL: column span, 0 and 1 alike */
    uint16_t rows;     /**< CELL: row span */
    struct mh_document
        *document; /**< QUOTED: a text that is whole: a draft to be adopted; or NULL */
    struct mh_node *parent;
    struct mh_node *first_child;
    struct mh_node *last_child;
    struct mh_node *next;
} mh_node;

/** A printed note; it is written at its call. */
struct mh_note {
    mh_view marker;      /**< as printed at the call: "*", "1" */
    mh_node *content;    /**< a list of P nodes linked by next */
    uint32_t first_line; /**< where the note's text stands in the source */
    uint32_t last_line;
};

/* ------------------------------------------------------------------ records */

/** Kinds are rows of one table (mh_kind_info_of); adding one is adding a row. */
typedef enum mh_record_kind {
    MH_KIND_DOCUMENT, /**< plain document: what is not recognised as anything else */
    MH_KIND_LETTER,
    MH_KIND_IDENTICAL_LETTERS,
    MH_KIND_NOTE_VERBALE,
    MH_KIND_NOTE,
    MH_KIND_REPORT,
    MH_KIND_RESOLUTION,
    MH_KIND_DRAFT_RESOLUTION,
    MH_KIND_DECISION,
    MH_KIND_PRESIDENTIAL_STATEMENT,
    MH_KIND_VERBATIM_RECORD,
    MH_KIND_SUMMARY_RECORD,
    MH_KIND_AGENDA,
    MH_KIND_DRAFT_DECISION,
    MH_KIND_CORRIGENDUM,
    MH_KIND_CIRCULAR, /**< information circular: ST/IC */
    MH_KIND_INSTRUCTION,
    MH_KIND_BULLETIN,
    MH_KIND_PARTICIPANTS,
    MH_KIND_NGO_STATEMENT,
    MH_KIND_STATEMENT, /**< a speech, handed in as text */
    MH_KIND_DECLARATION,
    MH_KIND_TREATY,       /**< charter, treaty, rules: chapters and articles */
    MH_KIND_OBSERVATIONS, /**< of a treaty body on a report */
    MH_KIND_WORKING_PAPER,
    MH_KIND_AMENDMENT, /**< to a draft */
    MH_KIND_VIEWS,     /**< views and decisions of treaty bodies on communications */
    MH_KIND_PRESS_RELEASE,
    MH_KIND_JOURNAL,
    MH_KIND_RESOLUTION_SET, /**< resolutions A, B... under one symbol: its components */
    MH_KIND_ANNEX,          /**< attachment under its own heading */
    MH_KIND_ENCLOSURE,
    MH_KIND_APPENDIX,
    MH_KIND_COUNT
} mh_record_kind;

/** How a kind is written in Akoma Ntoso (AKN-MAPPING section 4). */
typedef struct mh_kind_info {
    const char *name;      /**< of reports: "letter" */
    const char *root;      /**< root element: "doc", "statement" */
    const char *akn_name;  /**< @name: "officialLetter" */
    const char *subtype;   /**< FRBRsubtype: "communication" */
    const char *show;      /**< English: "Official letter" */
    const char *work_date; /**< FRBRdate/@name of the Work: "letter", "adoption", "document" */
} mh_kind_info;

const mh_kind_info *mh_kind_info_of(mh_record_kind kind);

/** A document: the record itself or one of its annexes, enclosures, appendices. */
typedef struct mh_document {
    mh_record_kind kind;
    mh_language language; /**< of its body */
    mh_node *cover;       /**< masthead lines: P nodes linked by next; NULL in attachments */
    mh_node *preface;     /**< title lines: P; summary, contents: CONTAINER */
    mh_node *preamble;    /**< FORMULA, PREAMBULAR nodes; NULL when there is none */
    mh_node *body;        /**< body nodes; a SIGNATURE among them when text goes on after it */
    mh_node *conclusions; /**< SIGNATURE, ADOPTION, PLACE_DATE, P nodes */
    struct mh_document *attachments; /**< first one; linked by next */
    struct mh_document *components;  /**< RESOLUTION_SET: first one; linked by next. No body then */
    struct mh_document *next;
    uint32_t first_line;
    uint32_t last_line;
} mh_document;

/**
 * The number of a note that an extractor set apart from the note's text, and that was put before it
 * again (that a note stands at its call is no move).
 */
typedef struct mh_move {
    uint32_t from_line; /**< where the number is printed */
    uint32_t to_line;   /**< where the note's text begins */
    mh_view text;       /**< the number: "12", "(1)", "*" */
} mh_move;

/** The record: its document and what is known about it. Unknown strings are NULL, never invented.
 */
typedef struct mh_record {
    const mh_text *text;
    mh_document *document;

    const char *const *symbols; /**< printed symbols without stars, first one is the record's */
    size_t symbol_count;
    const mh_concept *const *organs; /**< issuing organs, in printed order */
    size_t organ_count;
    const char *actor;      /**< IRI part: "unsc", "unga"; "un" when no organ is printed */
    const char *work_date;  /**< ISO: letter, adoption, meeting; else that of issuance */
    const char *issue_date; /**< ISO: the date under "Distr." */
    mh_language language;   /**< of the record (Expression) */
    const mh_language *original_languages;
    size_t original_count;
    const char *title;        /**< plain text */
    const char *session;      /**< number */
    const char *job_number;   /**< as printed */
    const mh_concept *author; /**< who wrote it, beside the organ: a Permanent Mission; or NULL */
    const mh_move *moves;     /**< as notes were paired */
    size_t move_count;
} mh_record;

/** Facts given by the user for what the text lacks (--set, --metadata, --language). */
typedef struct mh_record_options {
    mh_language language; /**< NONE detects */
    const char *symbol;   /**< NULL: as printed */
    const char *date;     /**< ISO work date */
    const char *title;
    const char *job_number;
} mh_record_options;

/**
 * Recognises the record in @p text.
 *
 * @param text must live as long as @p job
 * @param out  written on MH_OK only; everything in it belongs to the job
 * @return MH_OK always for decoded text that is not empty: what is not recognised becomes a plain
 *         document with a REC warning
 */
mh_status mh_record_read(mh_job *job, const mh_text *text, const mh_record_options *options,
                         mh_record *out);

/** Names as the dump has them: "paragraph", "place-date". */
const char *mh_node_kind_name(mh_node_kind kind);
/** The same for marks: "date", "docTitle". */
const char *mh_span_kind_name(mh_span_kind kind);

/** Dump for --emit=record and golden tests: one node a line, indented by depth. */
void mh_record_dump(const mh_record *record, GString *out);

#endif
