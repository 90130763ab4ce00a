#ifndef MH_TEXT_FACTS_H
#define MH_TEXT_FACTS_H

/* What reflow knows of each line of text (furniture and blank lines left out). */

#include "text/furniture.h"
#include "text/marks.h"

/** How a line ends, closing quotes, brackets and note calls aside. */
typedef enum txt_end {
    TXT_END_WORD,     /**< a letter, a digit: the sentence goes on, or it is a heading */
    TXT_END_OPEN,     /**< "of", "(", "and": something must follow */
    TXT_END_CLAUSE,   /**< comma, semicolon, colon */
    TXT_END_SENTENCE, /**< full stop, question and exclamation marks */
} txt_end;

/** What lies between a line and the text line before it. */
typedef enum txt_gap {
    TXT_GAP_NONE,  /**< nothing */
    TXT_GAP_BLANK, /**< blank lines */
    TXT_GAP_PAGE,  /**< a page break: form feed or page furniture, blank lines too perhaps */
} txt_gap;

typedef struct txt_fact {
    uint32_t line; /**< index into the record's lines */
    mh_view text;  /**< trimmed */
    uint32_t left; /**< columns from the page's own margin */
    uint32_t right;
    uint32_t text_left;    /**< where the text behind the mark begins */
    uint32_t word;         /**< columns of the first word */
    uint32_t bound;        /**< columns of what stays on its line: "June" behind "16"; or 0 */
    uint32_t blank_before; /**< blank lines between the text line before and this one */
    txt_mark mark;
    txt_end end;
    txt_gap gap;
    bool is_lone_mark;    /**< the mark is all there is */
    bool is_row;          /**< columns parted by TAB or wide space */
    bool has_tab;         /**< of these, by TAB */
    bool is_tab_led;      /**< begins with a TAB: an indent, or the first cell is empty */
    bool has_leader;      /**< ". . . . ." */
    bool is_number;       /**< begins with a digit or "$", and not as an item does */
    bool is_lower;        /**< begins with a small letter */
    bool is_note;         /**< below a footnote rule */
    bool is_year;         /**< four digits: the end of a date */
    bool is_note_number;  /**< a note's number alone on its line */
    bool is_signature;    /**< "(Signed)" and what else opens or closes a signature */
    bool is_speaker;      /**< may be one: "Mr. Blok (Netherlands):" */
    bool is_sure_speaker; /**< one, whatever stands above */
    bool is_person;       /**< "Ms. Lind": begins with a courtesy title */
    bool is_vote_label;   /**< "Against:" and nothing else */
    bool is_vote_list;    /**< names below such a label, or the label */
    bool is_notice;       /**< of the notice on corrections of a meeting's record */
    bool is_heading;      /**< short, without full stop, and the line after it begins anew */
    bool is_title;        /**< opens a title that is set narrower than the text */
    bool is_formula;      /**< "The General Assembly,": see clauses.h */
    bool opens_clause;    /**< "Recalling also", below a line that ends a clause */
} txt_fact;

typedef struct txt_facts {
    const txt_fact *items;
    size_t count;
} txt_facts;

/** @return one fact for each line that is neither blank nor furniture; the job's */
txt_facts txt_find_facts(mh_job *job, const txt_pages *pages);

#endif
