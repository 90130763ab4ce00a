#ifndef MH_EXPLAIN_RULES_H
#define MH_EXPLAIN_RULES_H

/* Why recognition took a part of the record for what it is, told from what the record tree keeps.
 */

#include "record/record.h"

typedef enum explain_rule {
#define EXPLAIN_RULE(id, name, confidence, sentence) EXPLAIN_RULE_##id,
#include "explain/rules.def"
#undef EXPLAIN_RULE
    EXPLAIN_RULE_COUNT
} explain_rule;

/** The rule that decided on @p node; NONE for what only carries the text of its parent. */
explain_rule explain_rule_of(const mh_node *node);

/** Its name, as printed behind "by". */
const char *explain_rule_name(explain_rule rule);

/** "certain", "likely" or "guess": see rules.def. */
const char *explain_rule_confidence(explain_rule rule);

/** Appends one line a rule: name, confidence, what decided. */
void explain_rules_list(GString *out);

#endif
