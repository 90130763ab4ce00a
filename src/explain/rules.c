#include "explain/rules.h"

typedef enum confidence {
    CERTAIN,
    LIKELY,
    GUESS,
} confidence;

static const char *const confidences[] = {
    [CERTAIN] = "certain",
    [LIKELY] = "likely",
    [GUESS] = "guess",
};

static const struct {
    const char *name;
    confidence confidence;
    const char *sentence;
} rules[] = {
#define EXPLAIN_RULE(id, name, confidence, sentence) {name, confidence, sentence},
#include "explain/rules.def"
#undef EXPLAIN_RULE
};

const char *explain_rule_name(explain_rule rule)
{
    return rules[rule].name;
}

const char *explain_rule_confidence(explain_rule rule)
{
    return confidences[rules[rule].confidence];
}

void explain_rules_list(GString *out)
{
    for (size_t i = EXPLAIN_RULE_NONE + 1; i < EXPLAIN_RULE_COUNT; i++)
        g_string_append_printf(out, "%-30s %-8s %s\n", rules[i].name,
                               confidences[rules[i].confidence], rules[i].sentence);
}

/* True when the lexicon's words for title matter were found in the text. */
static bool has_known_words(const mh_inline *text)
{
    for (size_t i = 0; i < text->span_count; i++) {
        mh_span_kind kind = text->spans[i].kind;
        if ((kind >= MH_SPAN_DOC_TITLE && kind <= MH_SPAN_INLINE) || kind == MH_SPAN_SIGNED)
            return true;
    }
    return false;
}

/* "Article 2", "第一条", not "2.", "IV." or "(a)": the number has a word before or behind it. */
static bool has_word(mh_view num)
{
    size_t letters = 0;
    const char *end = num.ptr + num.len;
    for (const char *p = num.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_numeral = c < 0x80 && c != 0 && strchr("IVXLCDMivxlcdm", (int)c);
        letters += g_unichar_isalpha(c) && !is_numeral;
    }
    return letters > 1;
}

static explain_rule rule_of_level(const mh_node *node)
{
    bool has_heading = node->heading.text.len > 0;
    if (node->num.len == 0)
        return has_heading ? EXPLAIN_RULE_HEADING : EXPLAIN_RULE_PLACE;
    if (has_word(node->num))
        return EXPLAIN_RULE_WORD;
    return has_heading ? EXPLAIN_RULE_NUMBER_HEADING : EXPLAIN_RULE_NUMBER;
}

static explain_rule rule_of_paragraph(const mh_node *node)
{
    if (node->num.len > 0)
        return node->is_operative ? EXPLAIN_RULE_OPERATIVE_NUMBER : EXPLAIN_RULE_NUMBER;
    return node->is_operative ? EXPLAIN_RULE_OPERATIVE : EXPLAIN_RULE_PLACE;
}

explain_rule explain_rule_of(const mh_node *node)
{
    switch (node->kind) {
    case MH_NODE_P:
        return node->name || has_known_words(&node->text) ? EXPLAIN_RULE_WORDS : EXPLAIN_RULE_PLACE;
    case MH_NODE_PART:
    case MH_NODE_SECTION:
    case MH_NODE_TITLE:
    case MH_NODE_CHAPTER:
    case MH_NODE_DIVISION:
    case MH_NODE_ARTICLE:
        return rule_of_level(node);
    case MH_NODE_PARAGRAPH:
        return rule_of_paragraph(node);
    case MH_NODE_POINT:
        return EXPLAIN_RULE_NUMBER;
    case MH_NODE_INDENT:
        return EXPLAIN_RULE_BULLET;
    case MH_NODE_TOC:
    case MH_NODE_TABLE:
    case MH_NODE_ROW:
        return EXPLAIN_RULE_COLUMNS;
    case MH_NODE_FORMULA:
        return EXPLAIN_RULE_FORMULA;
    case MH_NODE_PREAMBULAR:
        return node->name ? EXPLAIN_RULE_PARTICIPLE : EXPLAIN_RULE_PLACE;
    case MH_NODE_SPEECH:
        return EXPLAIN_RULE_SPEAKER;
    case MH_NODE_CONTAINER:
    case MH_NODE_SIGNATURE:
    case MH_NODE_ADOPTION:
    case MH_NODE_PLACE_DATE:
    case MH_NODE_NARRATIVE:
    case MH_NODE_DEBATE_SECTION:
        return EXPLAIN_RULE_WORDS;
    case MH_NODE_CROSSHEAD:
        return EXPLAIN_RULE_HEADING;
    case MH_NODE_QUOTED:
        return EXPLAIN_RULE_PLACE;
    case MH_NODE_LIST:
    case MH_NODE_CELL:
        return EXPLAIN_RULE_NONE;
    }
    return EXPLAIN_RULE_NONE;
}
