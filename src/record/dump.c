#include "record/record.h"

/* Text dump of a record: one node a line, indented by depth. Golden tests compare it. */

static const char *const node_names[] = {
    [MH_NODE_P] = "p",
    [MH_NODE_PART] = "part",
    [MH_NODE_SECTION] = "section",
    [MH_NODE_TITLE] = "title",
    [MH_NODE_CHAPTER] = "chapter",
    [MH_NODE_DIVISION] = "division",
    [MH_NODE_ARTICLE] = "article",
    [MH_NODE_PARAGRAPH] = "paragraph",
    [MH_NODE_LIST] = "list",
    [MH_NODE_POINT] = "point",
    [MH_NODE_INDENT] = "indent",
    [MH_NODE_TABLE] = "table",
    [MH_NODE_TOC] = "toc",
    [MH_NODE_ROW] = "row",
    [MH_NODE_CELL] = "cell",
    [MH_NODE_FORMULA] = "formula",
    [MH_NODE_PREAMBULAR] = "preambular",
    [MH_NODE_CONTAINER] = "container",
    [MH_NODE_CROSSHEAD] = "crosshead",
    [MH_NODE_QUOTED] = "quoted",
    [MH_NODE_SIGNATURE] = "signature",
    [MH_NODE_ADOPTION] = "adoption",
    [MH_NODE_PLACE_DATE] = "place-date",
    [MH_NODE_SPEECH] = "speech",
    [MH_NODE_NARRATIVE] = "narrative",
    [MH_NODE_DEBATE_SECTION] = "debate-section",
};

static const char *const span_names[] = {
    [MH_SPAN_DATE] = "date",
    [MH_SPAN_TIME] = "time",
    [MH_SPAN_SYMBOL] = "symbol",
    [MH_SPAN_RESOLUTION] = "resolution",
    [MH_SPAN_ANNEX] = "annex",
    [MH_SPAN_URL] = "url",
    [MH_SPAN_CONCEPT] = "concept",
    [MH_SPAN_NOTE] = "note",
    [MH_SPAN_ITALIC] = "italic",
    [MH_SPAN_BOLD] = "bold",
    [MH_SPAN_LINE_BREAK] = "break",
    [MH_SPAN_SIGNED] = "signed",
    [MH_SPAN_QUOTE] = "quote",
    [MH_SPAN_DOC_TITLE] = "docTitle",
    [MH_SPAN_DOC_TYPE] = "docType",
    [MH_SPAN_DOC_NUMBER] = "docNumber",
    [MH_SPAN_DOC_AUTHORITY] = "docAuthority",
    [MH_SPAN_DOC_PROPONENT] = "docProponent",
    [MH_SPAN_DOC_STATUS] = "docStatus",
    [MH_SPAN_DOC_DATE] = "docDate",
    [MH_SPAN_SESSION] = "session",
    [MH_SPAN_INLINE] = "inline",
    [MH_SPAN_QUANTITY] = "quantity",
};

const char *mh_node_kind_name(mh_node_kind kind)
{
    return node_names[kind];
}

const char *mh_span_kind_name(mh_span_kind kind)
{
    return span_names[kind];
}

static void indent(GString *out, unsigned depth)
{
    for (unsigned i = 0; i < depth; i++)
        g_string_append(out, "  ");
}

static void dump_note(const mh_note *note, GString *out)
{
    g_string_append_printf(out, "%u-%u", note->first_line, note->last_line);
    for (const mh_node *p = note->content; p; p = p->next)
        g_string_append_printf(out, " |%.*s|", MH_VIEW_ARG(p->text.text));
}

/* One line for each span: "[start,end) kind value @concept". */
static void dump_spans(const mh_inline *text, unsigned depth, GString *out)
{
    for (size_t i = 0; i < text->span_count; i++) {
        const mh_span *span = &text->spans[i];
        mh_view words = mh_view_slice(text->text, span->start, span->end);
        indent(out, depth);
        g_string_append_printf(out, "~%s |%.*s|", span_names[span->kind], MH_VIEW_ARG(words));
        if (span->value)
            g_string_append_printf(out, " =%s", span->value);
        if (span->concept)
            g_string_append_printf(out, " #%s", span->concept->id);
        if (span->as)
            g_string_append_printf(out, " as #%s", span->as->id);
        if (span->note) {
            g_string_append_c(out, ' ');
            dump_note(span->note, out);
        }
        g_string_append_c(out, '\n');
    }
}

static void dump_text(const char *label, const mh_inline *text, unsigned depth, GString *out)
{
    if (text->text.len == 0)
        return;
    indent(out, depth);
    g_string_append_printf(out, "%s|%.*s|\n", label, MH_VIEW_ARG(text->text));
    dump_spans(text, depth + 1, out);
}

static void dump_document(const mh_document *document, unsigned depth, GString *out);

static void dump_nodes(const mh_node *node, unsigned depth, GString *out)
{
    for (; node; node = node->next) {
        indent(out, depth);
        g_string_append(out, node_names[node->kind]);
        if (node->num.len)
            g_string_append_printf(out, " num=|%.*s|", MH_VIEW_ARG(node->num));
        if (node->name)
            g_string_append_printf(out, " name=%s", node->name);
        if (node->language)
            g_string_append_printf(out, " lang=%s", mh_language_code(node->language));
        if (node->is_operative)
            g_string_append(out, " operative");
        g_string_append_printf(out, " %u-%u\n", node->first_line, node->last_line);
        dump_text("heading ", &node->heading, depth + 1, out);
        dump_text("", &node->text, depth + 1, out);
        dump_nodes(node->first_child, depth + 1, out);
        dump_document(node->document, depth + 1, out);
    }
}

static void dump_region(const char *name, const mh_node *nodes, unsigned depth, GString *out)
{
    if (!nodes)
        return;
    indent(out, depth);
    g_string_append_printf(out, "%s:\n", name);
    dump_nodes(nodes, depth + 1, out);
}

static void dump_document(const mh_document *document, unsigned depth, GString *out)
{
    for (; document; document = document->next) {
        indent(out, depth);
        g_string_append_printf(
            out, "document %s lang=%s %u-%u\n", mh_kind_info_of(document->kind)->name,
            mh_language_code(document->language), document->first_line, document->last_line);
        dump_region("cover", document->cover, depth + 1, out);
        dump_region("preface", document->preface, depth + 1, out);
        dump_region("preamble", document->preamble, depth + 1, out);
        dump_region("body", document->body, depth + 1, out);
        dump_region("conclusions", document->conclusions, depth + 1, out);
        dump_document(document->components, depth + 1, out);
        dump_document(document->attachments, depth + 1, out);
    }
}

static void dump_fact(const char *name, const char *value, GString *out)
{
    if (value)
        g_string_append_printf(out, "%s: %s\n", name, value);
}

void mh_record_dump(const mh_record *record, GString *out)
{
    for (size_t i = 0; i < record->symbol_count; i++)
        dump_fact("symbol", record->symbols[i], out);
    for (size_t i = 0; i < record->organ_count; i++)
        dump_fact("organ", record->organs[i]->id, out);
    dump_fact("actor", record->actor, out);
    dump_fact("work-date", record->work_date, out);
    dump_fact("issue-date", record->issue_date, out);
    dump_fact("language", mh_language_code(record->language), out);
    for (size_t i = 0; i < record->original_count; i++)
        dump_fact("original", mh_language_code(record->original_languages[i]), out);
    dump_fact("title", record->title, out);
    dump_fact("session", record->session, out);
    dump_fact("job-number", record->job_number, out);
    dump_fact("author", record->author ? record->author->id : NULL, out);
    for (size_t i = 0; i < record->move_count; i++)
        g_string_append_printf(out, "move: %.*s, %u -> %u\n", MH_VIEW_ARG(record->moves[i].text),
                               record->moves[i].from_line, record->moves[i].to_line);
    dump_document(record->document, 0, out);
}
