#include "akn/writer.h"

/*
 * Text with its spans as mixed content. Spans nest properly; one that does not (a bug elsewhere)
 * is cut to fit or left out, the text never.
 */

/* More marks on one word than this say nothing new. */
enum { OPEN_MAX = 24 };

/* An element that text goes into, and where its span ends. */
typedef struct open_span {
    xmlNode *element;
    uint32_t end;
    bool is_link; /* links hold no links (HTML and PDF know none) */
} open_span;

typedef struct inline_writer {
    akn_writer *w;
    const mh_inline *text;
    uint32_t position;
    size_t depth;
    open_span open[OPEN_MAX];
} inline_writer;

static xmlNode *innermost(const inline_writer *in)
{
    return in->open[in->depth - 1].element;
}

static void write_text_to(inline_writer *in, uint32_t end)
{
    if (end > in->position)
        akn_text(innermost(in), mh_view_slice(in->text->text, in->position, end));
    in->position = MAX(in->position, end);
}

/* Writes the text up to @p position, closing what ends before. */
static void advance(inline_writer *in, uint32_t position)
{
    while (in->depth > 1 && in->open[in->depth - 1].end <= position) {
        write_text_to(in, in->open[in->depth - 1].end);
        in->depth--;
    }
    write_text_to(in, position);
}

static bool is_in_link(const inline_writer *in)
{
    return in->open[in->depth - 1].is_link;
}

/* ------------------------------------------------------------------ one kind of span each */

/* Each returns the element for the span's text, or NULL to leave the text unmarked. */
typedef xmlNode *open_function(inline_writer *in, const mh_span *span);

static xmlNode *add(const inline_writer *in, const char *name)
{
    return akn_element(in->w, innermost(in), name);
}

static void refer_to(const inline_writer *in, xmlNode *element, const mh_concept *concept)
{
    akn_set(element, "refersTo", akn_refer(in->w, concept));
}

/* What a date of title matter is the date of, as far as the record's own dates tell. */
static const mh_concept *date_concept(const akn_writer *w, const char *date)
{
    const char *issued = w->record->issue_date;
    if (w->is_cover && issued && strcmp(issued, date) == 0)
        return &akn_concept_date_of_issuance;
    if (w->record->work_date && strcmp(w->record->work_date, date) == 0)
        return akn_concept_date_of(w->arena, mh_kind_info_of(w->record->document->kind));
    return NULL;
}

static xmlNode *open_date(inline_writer *in, const mh_span *span)
{
    if (!akn_date_is_valid(span->value))
        return NULL;
    bool is_title = in->w->is_title_matter;
    xmlNode *element = add(in, is_title ? "docDate" : "date");
    akn_set(element, "date", span->value);
    if (span->concept || is_title)
        refer_to(in, element, span->concept ? span->concept : date_concept(in->w, span->value));
    return element;
}

static bool are_digits(const char *text, unsigned limit)
{
    return g_ascii_isdigit(text[0]) && g_ascii_isdigit(text[1])
           && (unsigned)(text[0] - '0') * 10 + (unsigned)(text[1] - '0') < limit;
}

/* recordedTime/@time is xsd:time or xsd:dateTime: hours and minutes get their seconds. NULL when
 * @p value is neither. */
static const char *full_time(const akn_writer *w, const char *value)
{
    const char *time = value ? strchr(value, 'T') : NULL;
    if (time) {
        const char *date =
            mh_arena_string_of(w->arena, (mh_view){.ptr = value, .len = (size_t)(time - value)});
        if (!akn_date_is_valid(date))
            return NULL;
        time++;
    } else {
        time = value;
    }
    size_t length = time ? strlen(time) : 0;
    if ((length != 5 && length != 8) || time[2] != ':' || !are_digits(time, 24)
        || !are_digits(time + 3, 60))
        return NULL;
    if (length == 5)
        return mh_arena_printf(w->arena, "%s:00", value);
    return time[5] == ':' && are_digits(time + 6, 60) ? value : NULL;
}

static xmlNode *open_time(inline_writer *in, const mh_span *span)
{
    const char *time = full_time(in->w, span->value);
    if (!time)
        return NULL;
    xmlNode *element = add(in, "recordedTime");
    akn_set(element, "time", time);
    akn_set(element, "type", in->w->time_type);
    refer_to(in, element, span->concept);
    return element;
}

static xmlNode *open_symbol(inline_writer *in, const mh_span *span)
{
    if (!span->value || is_in_link(in))
        return NULL;
    xmlNode *element = add(in, "a");
    akn_set(element, "href",
            akn_symbol_address(in->w->arena, span->value, in->w->record->language));
    return element;
}

static xmlNode *open_annex(inline_writer *in, const mh_span *span)
{
    static const char prefix[] = "annex_";
    if (!span->value || is_in_link(in) || !g_str_has_prefix(span->value, prefix))
        return NULL;
    guint64 number = g_ascii_strtoull(span->value + sizeof prefix - 1, NULL, 10);
    if (number == 0 || number > in->w->annex_count)
        return NULL;
    xmlNode *element = add(in, "ref");
    akn_set(element, "href", mh_arena_printf(in->w->arena, "!annex_%u", (unsigned)number));
    return element;
}

/* A printed address as a URI: what is escaped stays, a percent sign that escapes nothing is one. */
static const char *uri_of(mh_arena *arena, const char *address)
{
    char *escaped = g_uri_escape_string(address, ":/?#[]@!$&'()*+,;=%", FALSE);
    GString *uri = g_string_new(NULL);
    for (const char *p = escaped; *p; p++) {
        g_string_append_c(uri, *p);
        if (*p == '%' && !(g_ascii_isxdigit(p[1]) && g_ascii_isxdigit(p[2])))
            g_string_append(uri, "25");
    }
    const char *kept = mh_arena_strdup(arena, uri->str);
    (void)g_string_free(uri, TRUE);
    g_free(escaped);
    return kept;
}

static xmlNode *open_url(inline_writer *in, const mh_span *span)
{
    if (!span->value || is_in_link(in))
        return NULL;
    xmlNode *element = add(in, "a");
    akn_set(element, "href", uri_of(in->w->arena, span->value));
    return element;
}

static xmlNode *open_concept(inline_writer *in, const mh_span *span)
{
    const char *ref = akn_refer(in->w, span->concept);
    if (!ref)
        return NULL;
    xmlNode *element = add(in, akn_references_inline(span->concept->kind));
    akn_set(element, "refersTo", ref);
    if (span->concept->kind == MH_CONCEPT_PERSON)
        akn_set(element, "as", akn_refer(in->w, span->as));
    return element;
}

/* United Nations style emphasises Chinese with bold type. */
static xmlNode *open_italic(inline_writer *in, const mh_span *span)
{
    (void)span;
    return add(in, in->w->language == MH_LANGUAGE_ZH ? "b" : "i");
}

static xmlNode *open_bold(inline_writer *in, const mh_span *span)
{
    (void)span;
    return add(in, "b");
}

static xmlNode *open_line_break(inline_writer *in, const mh_span *span)
{
    (void)add(in, "eol");
    in->position = MAX(in->position, span->end);
    return NULL;
}

static xmlNode *open_quote(inline_writer *in, const mh_span *span)
{
    (void)span;
    return add(in, "embeddedText");
}

static xmlNode *open_signed(inline_writer *in, const mh_span *span)
{
    if (!in->w->is_title_matter)
        return NULL;
    xmlNode *element = add(in, "docStatus");
    refer_to(in, element, span->concept ? span->concept : &akn_concept_signed);
    return element;
}

/* What an element of title matter refers to when the record does not say. */
static const mh_concept *title_concept(const akn_writer *w, mh_span_kind kind)
{
    if (kind == MH_SPAN_DOC_NUMBER && w->is_cover)
        return &akn_concept_symbol;
    if (kind == MH_SPAN_DOC_TYPE)
        return akn_concept_of_kind(w->arena, mh_kind_info_of(w->document->kind));
    return NULL;
}

/* Elements of title matter that need no attribute. */
static xmlNode *open_title(inline_writer *in, const mh_span *span)
{
    static const char *const names[] = {
        [MH_SPAN_DOC_TITLE] = "docTitle",         [MH_SPAN_DOC_TYPE] = "docType",
        [MH_SPAN_DOC_NUMBER] = "docNumber",       [MH_SPAN_DOC_AUTHORITY] = "docAuthority",
        [MH_SPAN_DOC_PROPONENT] = "docProponent", [MH_SPAN_DOC_STATUS] = "docStatus",
    };
    if (!in->w->is_title_matter)
        return NULL;
    xmlNode *element = add(in, names[span->kind]);
    refer_to(in, element, span->concept ? span->concept : title_concept(in->w, span->kind));
    return element;
}

static bool is_issuing_organ(const mh_record *record, const mh_concept *concept)
{
    for (size_t i = 0; i < record->organ_count; i++)
        if (strcmp(record->organs[i]->id, concept->id) == 0)
            return true;
    return false;
}

/* The organ a record is issued by stands in the role of that. */
static xmlNode *open_authority(inline_writer *in, const mh_span *span)
{
    if (!in->w->is_title_matter)
        return NULL;
    xmlNode *parent = innermost(in);
    if (in->w->is_cover && span->concept && is_issuing_organ(in->w->record, span->concept)) {
        parent = akn_element(in->w, parent, "role");
        refer_to(in, parent, &akn_role_issuing_body);
    }
    xmlNode *element = akn_element(in->w, parent, "docAuthority");
    refer_to(in, element, span->concept);
    return element;
}

static xmlNode *open_session(inline_writer *in, const mh_span *span)
{
    if (!in->w->is_title_matter)
        return NULL;
    xmlNode *element = add(in, "session");
    akn_set(element, "value", span->value);
    refer_to(in, element, span->concept);
    return element;
}

/* Names are the profile's: "akn4un:" and letters. */
static const char *inline_name(const inline_writer *in, const char *value)
{
    static const char prefix[] = "akn4un:";
    const char *name = value && g_str_has_prefix(value, prefix) ? value + sizeof prefix - 1 : value;
    if (!name || !*name)
        return NULL;
    for (const char *p = name; *p; p++)
        if (!g_ascii_isalpha(*p))
            return NULL;
    return mh_arena_printf(in->w->arena, "%s%s", prefix, name);
}

/* The language that a line of the masthead names. */
static const mh_concept *named_language(const akn_writer *w, const char *name, mh_view text)
{
    if (strcmp(name, "akn4un:languageOfExpression") != 0
        && strcmp(name, "akn4un:originalLanguage") != 0)
        return NULL;
    mh_language language = mh_language_from_name(mh_view_trim(text));
    return language == MH_LANGUAGE_NONE ? NULL : akn_concept_of_language(w->arena, language);
}

static xmlNode *open_inline(inline_writer *in, const mh_span *span)
{
    const char *name = inline_name(in, span->value);
    if (!name)
        return NULL;
    xmlNode *element = add(in, "inline");
    akn_set(element, "name", name);
    mh_view text = mh_view_slice(in->text->text, span->start, span->end);
    refer_to(in, element, span->concept ? span->concept : named_language(in->w, name, text));
    return element;
}

static xmlNode *open_quantity(inline_writer *in, const mh_span *span)
{
    xmlNode *element = add(in, "quantity");
    akn_set(element, "normalized", span->value);
    refer_to(in, element, span->concept);
    return element;
}

/* The note's text stands at its call; a second call of the same note refers to it. */
static xmlNode *open_note(inline_writer *in, const mh_span *span)
{
    akn_writer *w = in->w;
    mh_note *note = span->note;
    if (!note)
        return NULL;
    mh_view call = mh_view_trim(mh_view_slice(in->text->text, span->start, span->end));
    mh_view mark = call.len > 0 ? call : note->marker;
    const char *marker = mark.len > 0 ? mh_arena_string_of(w->arena, mark) : NULL;
    in->position = MAX(in->position, span->end);
    const xmlNode *written = g_hash_table_lookup(w->notes, note);
    if (written) {
        xmlNode *again = add(in, "noteRef");
        akn_set(again, "href", mh_arena_printf(w->arena, "#%s", mh_xml_attribute(written, "eId")));
        akn_set(again, "marker", marker);
        return NULL;
    }
    akn_id id = akn_id_counted(w->ids, w->component, "authorialNote");
    xmlNode *element = akn_element_with_id(w, innermost(in), "authorialNote", id);
    (void)g_hash_table_insert(w->notes, note, element);
    akn_set(element, "marker", marker);
    akn_set(element, "placement", "bottom");
    akn_set_lines(w, element, note->first_line, note->last_line);
    bool is_title_matter = w->is_title_matter;
    w->is_title_matter = false;
    akn_nodes(w, element, note->content, AKN_BLOCK, id);
    w->is_title_matter = is_title_matter;
    if (!element->children)
        (void)akn_element(w, element, "p");
    return NULL;
}

static open_function *const openers[] = {
    [MH_SPAN_DATE] = open_date,
    [MH_SPAN_TIME] = open_time,
    [MH_SPAN_SYMBOL] = open_symbol,
    [MH_SPAN_RESOLUTION] = open_symbol,
    [MH_SPAN_ANNEX] = open_annex,
    [MH_SPAN_URL] = open_url,
    [MH_SPAN_CONCEPT] = open_concept,
    [MH_SPAN_NOTE] = open_note,
    [MH_SPAN_ITALIC] = open_italic,
    [MH_SPAN_BOLD] = open_bold,
    [MH_SPAN_LINE_BREAK] = open_line_break,
    [MH_SPAN_SIGNED] = open_signed,
    [MH_SPAN_QUOTE] = open_quote,
    [MH_SPAN_DOC_TITLE] = open_title,
    [MH_SPAN_DOC_TYPE] = open_title,
    [MH_SPAN_DOC_NUMBER] = open_title,
    [MH_SPAN_DOC_AUTHORITY] = open_authority,
    [MH_SPAN_DOC_PROPONENT] = open_title,
    [MH_SPAN_DOC_STATUS] = open_title,
    [MH_SPAN_DOC_DATE] = open_date,
    [MH_SPAN_SESSION] = open_session,
    [MH_SPAN_INLINE] = open_inline,
    [MH_SPAN_QUANTITY] = open_quantity,
};

/* ------------------------------------------------------------------ all spans in order */

static bool is_link_kind(mh_span_kind kind)
{
    return kind == MH_SPAN_SYMBOL || kind == MH_SPAN_RESOLUTION || kind == MH_SPAN_ANNEX
           || kind == MH_SPAN_URL;
}

/* A mark on no text is one only where the mark itself is what is meant. */
static bool may_be_empty(mh_span_kind kind)
{
    return kind == MH_SPAN_LINE_BREAK || kind == MH_SPAN_NOTE;
}

static void write_span(inline_writer *in, const mh_span *span)
{
    if (span->start < in->position || (span->start >= span->end && !may_be_empty(span->kind)))
        return;
    advance(in, span->start);
    if (in->depth == OPEN_MAX)
        return;
    mh_span fitted = *span;
    fitted.end = MAX(MIN(span->end, in->open[in->depth - 1].end), span->start);
    xmlNode *element = openers[span->kind](in, &fitted);
    if (!element)
        return;
    bool is_link = is_in_link(in) || is_link_kind(span->kind);
    in->open[in->depth++] = (open_span){.element = element, .end = fitted.end, .is_link = is_link};
}

void akn_inline(akn_writer *w, xmlNode *parent, const mh_inline *text)
{
    if (text->text.len > UINT32_MAX)
        return;
    uint32_t length = (uint32_t)text->text.len;
    inline_writer in = {.w = w, .text = text, .depth = 1};
    in.open[0] = (open_span){.element = parent, .end = length};
    for (size_t i = 0; i < text->span_count; i++)
        write_span(&in, &text->spans[i]);
    advance(&in, length);
}
