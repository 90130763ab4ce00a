#include "pdf/content.h"

#include <stdlib.h>

#include "pdf/syntax.h"

typedef enum operator_kind {
    OPERATOR_STATE,
    OPERATOR_PAINT,
    OPERATOR_BEGIN,
    OPERATOR_END,
} operator_kind;

typedef struct operator_row {
    char name[4];
    operator_kind kind;
} operator_row;

/* The operators that cairo writes on pages, in the order of strcmp. */
static const operator_row operators[] = {
    {"'", OPERATOR_PAINT},   {"B", OPERATOR_PAINT},   {"B*", OPERATOR_PAINT},
    {"BDC", OPERATOR_BEGIN}, {"BMC", OPERATOR_BEGIN}, {"BT", OPERATOR_STATE},
    {"CS", OPERATOR_STATE},  {"Do", OPERATOR_PAINT},  {"EMC", OPERATOR_END},
    {"ET", OPERATOR_STATE},  {"G", OPERATOR_STATE},   {"J", OPERATOR_STATE},
    {"K", OPERATOR_STATE},   {"M", OPERATOR_STATE},   {"Q", OPERATOR_STATE},
    {"RG", OPERATOR_STATE},  {"S", OPERATOR_PAINT},   {"SCN", OPERATOR_STATE},
    {"TJ", OPERATOR_PAINT},  {"TL", OPERATOR_STATE},  {"Tc", OPERATOR_STATE},
    {"Td", OPERATOR_STATE},  {"Tf", OPERATOR_STATE},  {"Tj", OPERATOR_PAINT},
    {"Tm", OPERATOR_STATE},  {"Tr", OPERATOR_STATE},  {"Ts", OPERATOR_STATE},
    {"Tw", OPERATOR_STATE},  {"Tz", OPERATOR_STATE},  {"W", OPERATOR_STATE},
    {"W*", OPERATOR_STATE},  {"b", OPERATOR_PAINT},   {"b*", OPERATOR_PAINT},
    {"c", OPERATOR_STATE},   {"cm", OPERATOR_STATE},  {"cs", OPERATOR_STATE},
    {"d", OPERATOR_STATE},   {"f", OPERATOR_PAINT},   {"f*", OPERATOR_PAINT},
    {"g", OPERATOR_STATE},   {"gs", OPERATOR_STATE},  {"h", OPERATOR_STATE},
    {"i", OPERATOR_STATE},   {"j", OPERATOR_STATE},   {"k", OPERATOR_STATE},
    {"l", OPERATOR_STATE},   {"m", OPERATOR_STATE},   {"n", OPERATOR_STATE},
    {"q", OPERATOR_STATE},   {"re", OPERATOR_STATE},  {"rg", OPERATOR_STATE},
    {"scn", OPERATOR_STATE}, {"sh", OPERATOR_PAINT},  {"v", OPERATOR_STATE},
    {"w", OPERATOR_STATE},   {"y", OPERATOR_STATE},
};

/* Bytes are copied in stretches: a mark, or what lies between two marks. */
typedef struct rewriter {
    mh_view in;
    GString *out;
    const pdf_content_mark *marks;
    size_t count;
    size_t next;   /* mark that comes next, or is open when in_mark */
    size_t copied; /* offset in the input up to which all is written */
    size_t depth;  /* of marked sequences inside the stretch */
    bool in_mark;
    bool has_paint; /* the stretch between marks paints something */
} rewriter;

static int compare_name(const void *key, const void *row)
{
    return strcmp(key, ((const operator_row *)row)->name);
}

static const operator_row *find_operator(mh_view name)
{
    char key[sizeof(operators[0].name)];
    if (name.len >= sizeof(key))
        return NULL;
    memcpy(key, name.ptr, name.len);
    key[name.len] = '\0';
    return bsearch(key, operators, G_N_ELEMENTS(operators), sizeof(operators[0]), compare_name);
}

static void copy_to(rewriter *r, size_t end)
{
    g_string_append_len(r->out, r->in.ptr + r->copied, (gssize)(end - r->copied));
    r->copied = end;
}

/* Rules, borders and pictures between marks are artifacts (PDF/UA-1 §7.1). */
static void copy_between(rewriter *r, size_t end)
{
    if (r->has_paint)
        g_string_append(r->out, "/Artifact<</Type/Layout>>BDC\n");
    copy_to(r, end);
    if (r->has_paint)
        g_string_append(r->out, "\nEMC\n");
    r->has_paint = false;
}

static void put_artifact(GString *out, mh_artifact artifact)
{
    switch (artifact) {
    case MH_ARTIFACT_HEADER:
        g_string_append(out, "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC");
        return;
    case MH_ARTIFACT_FOOTER:
        g_string_append(out, "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC");
        return;
    case MH_ARTIFACT_NONE:
    case MH_ARTIFACT_PAGE:
    case MH_ARTIFACT_LAYOUT:
        g_string_append(out, "/Artifact<</Type/Layout>>BDC");
        return;
    }
}

static void put_begin(GString *out, const pdf_content_mark *mark)
{
    if (!mark->role) {
        put_artifact(out, mark->artifact);
        return;
    }
    pdf_put_name(out, mark->role);
    g_string_append_printf(out, "<</MCID %u", mark->mcid);
    if (mark->actual_text) {
        g_string_append(out, "/ActualText");
        pdf_put_text(out, mark->actual_text);
    }
    g_string_append(out, ">>BDC");
}

/* Number of the mark that "BDC" or "BMC" with these operands begins; SIZE_MAX: none of ours. */
static size_t mark_number(mh_view operands)
{
    pdf_cursor cursor = {.bytes = operands};
    mh_view properties;
    size_t number = SIZE_MAX;
    if (pdf_next(&cursor).kind == PDF_TOKEN_NAME && pdf_value(&cursor, &properties)
        && pdf_unsigned(pdf_dict_find(properties, "MCID"), &number))
        return number;
    return SIZE_MAX;
}

/* A marked sequence begins: its operands at @p start, its operator ends at @p end. */
static bool begin(rewriter *r, size_t start, size_t end)
{
    size_t number = mark_number(mh_view_slice(r->in, start, end));
    if (number == SIZE_MAX) {
        r->depth++; /* cairo's own ActualText */
        return true;
    }
    if (r->in_mark || r->depth != 0 || number != r->next || number >= r->count)
        return false;
    copy_between(r, start);
    put_begin(r->out, &r->marks[number]);
    r->copied = end;
    r->in_mark = true;
    return true;
}

static bool finish(rewriter *r, size_t end)
{
    if (r->depth > 0) {
        r->depth--;
        return true;
    }
    if (!r->in_mark)
        return false;
    copy_to(r, end);
    r->in_mark = false;
    r->next++;
    return true;
}

static bool apply(rewriter *r, mh_view name, size_t operands, size_t end)
{
    const operator_row *row = find_operator(name);
    if (!row)
        return false;
    switch (row->kind) {
    case OPERATOR_STATE:
        return true;
    case OPERATOR_PAINT:
        r->has_paint = r->has_paint || !r->in_mark;
        return true;
    case OPERATOR_BEGIN:
        return begin(r, operands, end);
    case OPERATOR_END:
        return finish(r, end);
    }
    return false;
}

bool pdf_content_rewrite(mh_view in, const pdf_content_mark *marks, size_t count, GString *out)
{
    rewriter r = {.in = in, .out = out, .marks = marks, .count = count};
    pdf_cursor cursor = {.bytes = in};
    for (size_t operands = 0;;) {
        pdf_token token = pdf_next(&cursor);
        if (token.kind == PDF_TOKEN_END)
            break;
        if (token.kind == PDF_TOKEN_BROKEN)
            return false;
        if (token.kind != PDF_TOKEN_WORD)
            continue;
        if (!apply(&r, token.text, operands, cursor.at))
            return false;
        operands = cursor.at;
    }
    if (r.in_mark || r.depth != 0 || r.next != r.count)
        return false;
    copy_between(&r, in.len);
    return true;
}
