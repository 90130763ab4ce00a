#ifndef MH_TESTS_ACCOUNTING_H
#define MH_TESTS_ACCOUNTING_H

/*
 * The promise of recognition, checked: every character of the text's blocks is in the record tree
 * exactly once (the marks of notes twice, as printed), and the running text keeps its order.
 */

#include <glib.h>

#include "record/record.h"

/** What stands in the tree. */
typedef struct accounting {
    GString *running; /**< non-space text of the tree in order, without the notes' texts */
    GString *notes;   /**< text of the notes, each with its mark once more */
    gboolean spans_hold;
} accounting;

static inline void accounting_append(GString *out, mh_view text)
{
    const char *end = text.len > 0 ? text.ptr + text.len : text.ptr;
    for (const char *p = text.ptr; p < end; p = mh_utf8_next(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isspace(c) && !(c >= 0x200E && c <= 0x200F) && !(c >= 0x202A && c <= 0x202E)
            && !(c >= 0x2066 && c <= 0x2069) && c != 0xFEFF)
            g_string_append_unichar(out, c);
    }
}

static inline void accounting_inline(accounting *sum, const mh_inline *text)
{
    accounting_append(sum->running, text->text);
    for (size_t i = 0; i < text->span_count; i++) {
        const mh_span *span = &text->spans[i];
        if (span->start > span->end || span->end > text->text.len)
            sum->spans_hold = FALSE;
        if (i > 0 && span->start < text->spans[i - 1].start)
            sum->spans_hold = FALSE;
        if (span->kind != MH_SPAN_NOTE)
            continue;
        accounting_append(sum->notes, span->note->marker);
        for (const mh_node *p = span->note->content; p; p = p->next)
            accounting_append(sum->notes, p->text.text);
    }
}

static inline void accounting_document(accounting *sum, const mh_document *document);

static inline void accounting_nodes(accounting *sum, const mh_node *node)
{
    for (; node; node = node->next) {
        accounting_append(sum->running, node->num);
        accounting_inline(sum, &node->heading);
        accounting_inline(sum, &node->text);
        accounting_nodes(sum, node->first_child);
        accounting_document(sum, node->document);
    }
}

static inline void accounting_document(accounting *sum, const mh_document *document)
{
    for (; document; document = document->next) {
        accounting_nodes(sum, document->cover);
        accounting_nodes(sum, document->preface);
        accounting_nodes(sum, document->preamble);
        accounting_nodes(sum, document->body);
        accounting_nodes(sum, document->conclusions);
        accounting_document(sum, document->components);
        accounting_document(sum, document->attachments);
    }
}

/* Counts characters of @p text into @p counts (of gunichar to number) with @p sign. */
static inline void accounting_count(GHashTable *counts, const GString *text, gint sign)
{
    for (const char *p = text->str; *p; p = mh_utf8_next(p)) {
        gpointer key = GUINT_TO_POINTER(g_utf8_get_char(p));
        gint before = GPOINTER_TO_INT(g_hash_table_lookup(counts, key));
        g_hash_table_insert(counts, key, GINT_TO_POINTER(before + sign));
    }
}

/**
 * Checks @p record against its text.
 *
 * @param out what is wrong, for people; may be NULL
 */
static inline gboolean accounting_check(const mh_record *record, GString *out)
{
    accounting sum = {g_string_new(NULL), g_string_new(NULL), TRUE};
    GString *source = g_string_new(NULL);
    GHashTable *counts = g_hash_table_new(g_direct_hash, g_direct_equal);
    accounting_document(&sum, record->document);
    for (size_t i = 0; i < record->text->block_count; i++)
        accounting_append(source, record->text->blocks[i].text);
    const char *s = source->str;
    const char *lost = NULL;
    for (const char *p = sum.running->str; *p && !lost; p = mh_utf8_next(p)) {
        while (*s && g_utf8_get_char(s) != g_utf8_get_char(p))
            s = mh_utf8_next(s);
        if (*s)
            s = mh_utf8_next(s);
        else
            lost = p;
    }
    accounting_count(counts, source, 1);
    accounting_count(counts, sum.running, -1);
    accounting_count(counts, sum.notes, -1);
    GHashTableIter iter;
    gpointer key;
    gpointer value;
    gboolean is_equal = TRUE;
    g_hash_table_iter_init(&iter, counts);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        is_equal = is_equal && GPOINTER_TO_INT(value) == 0;
        if (GPOINTER_TO_INT(value) != 0 && out)
            g_string_append_printf(out, "U+%04X %+d; ", GPOINTER_TO_UINT(key),
                                   GPOINTER_TO_INT(value));
    }
    if (lost && record->move_count == 0 && out)
        g_string_append_printf(out, "order breaks before \"%.60s\"; ", lost);
    if (!sum.spans_hold && out)
        g_string_append(out, "spans are outside the text or out of order; ");
    gboolean holds = is_equal && sum.spans_hold && (!lost || record->move_count > 0);
    g_hash_table_destroy(counts);
    g_string_free(sum.running, TRUE);
    g_string_free(sum.notes, TRUE);
    g_string_free(source, TRUE);
    return holds;
}

#endif
