#include "pdf/content.h"

#include <stdlib.h>

#include "pdf/syntax.h"

typedef enum operator_kind {
    OPERATOR_STATE,
    OPERATOR_PAINT,
    OPERATOR_RECTANGLE,
    OPERATOR_FILL,
    OPERATOR_BEGIN,
    OPERATOR_END,
} operator_kind;

typedef struct operator_row {
    char name[4];
    operator_kind kind;
} operator_row;

/* The operators that cairo writes on pages, in the order of strcmp. */
static const operator_row operators[] = {
    {"'", OPERATOR_PAINT},   {"B", OPERATOR_PAINT},      {"B*", OPERATOR_PAINT},
    {"BDC", OPERATOR_BEGIN}, {"BMC", OPERATOR_BEGIN},    {"BT", OPERATOR_STATE},
    {"CS", OPERATOR_STATE},  {"Do", OPERATOR_PAINT},     {"EMC", OPERATOR_END},
    {"ET", OPERATOR_STATE},  {"G", OPERATOR_STATE},      {"J", OPERATOR_STATE},
    {"K", OPERATOR_STATE},   {"M", OPERATOR_STATE},      {"Q", OPERATOR_STATE},
    {"RG", OPERATOR_STATE},  {"S", OPERATOR_PAINT},      {"SCN", OPERATOR_STATE},
    {"TJ", OPERATOR_PAINT},  {"TL", OPERATOR_STATE},     {"Tc", OPERATOR_STATE},
    {"Td", OPERATOR_STATE},  {"Tf", OPERATOR_STATE},     {"Tj", OPERATOR_PAINT},
    {"Tm", OPERATOR_STATE},  {"Tr", OPERATOR_STATE},     {"Ts", OPERATOR_STATE},
    {"Tw", OPERATOR_STATE},  {"Tz", OPERATOR_STATE},     {"W", OPERATOR_STATE},
    {"W*", OPERATOR_STATE},  {"b", OPERATOR_PAINT},      {"b*", OPERATOR_PAINT},
    {"c", OPERATOR_STATE},   {"cm", OPERATOR_STATE},     {"cs", OPERATOR_STATE},
    {"d", OPERATOR_STATE},   {"f", OPERATOR_FILL},       {"f*", OPERATOR_PAINT},
    {"g", OPERATOR_STATE},   {"gs", OPERATOR_STATE},     {"h", OPERATOR_STATE},
    {"i", OPERATOR_STATE},   {"j", OPERATOR_STATE},      {"k", OPERATOR_STATE},
    {"l", OPERATOR_STATE},   {"m", OPERATOR_STATE},      {"n", OPERATOR_STATE},
    {"q", OPERATOR_STATE},   {"re", OPERATOR_RECTANGLE}, {"rg", OPERATOR_STATE},
    {"scn", OPERATOR_STATE}, {"sh", OPERATOR_PAINT},     {"v", OPERATOR_STATE},
    {"w", OPERATOR_STATE},   {"y", OPERATOR_STATE},
};

/* What the last rectangle of a path may be. */
typedef enum fence_kind {
    FENCE_NONE,
    FENCE_OPEN,
    FENCE_CLOSE,
} fence_kind;

/* Bytes are copied in stretches: a mark, or what lies between two marks. */
typedef struct rewriter {
    mh_view in;
    GString *out;
    pdf_content_mark *marks;
    size_t count;
    size_t next;      /* mark that comes next, or is open when in_mark */
    uint32_t mcid;    /* that comes next */
    size_t copied;    /* offset in the input up to which all is written */
    size_t depth;     /* of marked sequences inside the stretch */
    size_t rectangle; /* offset of the last rectangle's operands */
    fence_kind fence; /* what that rectangle is */
    bool in_mark;
    bool in_picture; /* the mark is a picture's */
    bool has_paint;  /* the stretch between marks paints something */
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
    /* readers look for ActualText in Span alone */
    pdf_put_name(out, mark->actual_text ? "Span" : mark->role);
    g_string_append_printf(out, "<</MCID %u", mark->mcid);
    if (mark->actual_text) {
        g_string_append(out, "/ActualText");
        pdf_put_text(out, mark->actual_text);
    }
    g_string_append(out, ">>BDC");
}

/* Fence that "BDC" with these operands is; PDF_FENCE_COUNT: cairo's own mark. */
static uint8_t fence_of(mh_view operands)
{
    pdf_cursor cursor = {.bytes = operands};
    mh_view properties;
    pdf_token name = pdf_next(&cursor);
    uint8_t fence = 0;
    if (!pdf_value(&cursor, &properties) || pdf_dict_find(properties, "MCID").len == 0)
        return PDF_FENCE_COUNT;
    while (fence < PDF_FENCE_COUNT && !mh_view_equal(name.text, mh_view_of(pdf_fences[fence])))
        fence++;
    return fence;
}

/* The next mark with that fence opens. Text before it is missing; a picture never is. */
static bool open_mark(rewriter *r, uint8_t fence, size_t start, size_t end)
{
    for (; r->next < r->count && r->marks[r->next].fence != fence; r->next++) {
        if (r->marks[r->next].fence == PDF_FENCE_PICTURE)
            return false;
        r->marks[r->next].is_missing = true;
    }
    if (r->in_mark || r->depth != 0 || r->next == r->count)
        return false;
    pdf_content_mark *mark = &r->marks[r->next];
    if (mark->role)
        mark->mcid = r->mcid++;
    copy_between(r, start);
    put_begin(r->out, mark);
    r->copied = end;
    r->in_mark = true;
    r->in_picture = fence == PDF_FENCE_PICTURE;
    return true;
}

/* A marked sequence begins: its operands at @p start, its operator ends at @p end. */
static bool begin(rewriter *r, size_t start, size_t end)
{
    uint8_t fence = fence_of(mh_view_slice(r->in, start, end));
    if (fence != PDF_FENCE_COUNT)
        return open_mark(r, fence, start, end);
    r->depth++;
    return true;
}

static void close_mark(rewriter *r, size_t end)
{
    copy_to(r, end);
    r->in_mark = false;
    r->next++;
}

static bool finish(rewriter *r, size_t end)
{
    if (r->depth > 0) {
        r->depth--;
        return true;
    }
    if (!r->in_mark || r->in_picture)
        return false;
    close_mark(r, end);
    return true;
}

static void note_rectangle(rewriter *r, size_t start, size_t end)
{
    static const struct {
        double width;
        double height;
        fence_kind kind;
    } fences[] = {{PDF_FENCE_SHORT, PDF_FENCE_LONG, FENCE_OPEN},
                  {PDF_FENCE_LONG, PDF_FENCE_SHORT, FENCE_CLOSE}};
    double sides[4] = {-1.0, -1.0, -1.0, -1.0};
    pdf_cursor cursor = {.bytes = mh_view_slice(r->in, start, end)};
    for (int i = 0; i < 4; i++) {
        pdf_token token = pdf_next(&cursor);
        if (token.kind == PDF_TOKEN_NUMBER)
            sides[i] = g_ascii_strtod(token.text.ptr, NULL);
    }
    r->rectangle = start;
    r->fence = FENCE_NONE;
    for (size_t i = 0; i < G_N_ELEMENTS(fences); i++)
        if (sides[0] == 0.0 && sides[1] == 0.0 && sides[2] == fences[i].width
            && sides[3] == fences[i].height)
            r->fence = fences[i].kind;
}

/* A fence is not copied. */
static bool fill(rewriter *r, size_t end)
{
    fence_kind fence = r->fence;
    r->fence = FENCE_NONE;
    if (fence == FENCE_OPEN)
        return open_mark(r, PDF_FENCE_PICTURE, r->rectangle, end);
    if (fence == FENCE_CLOSE) {
        if (!r->in_picture || r->depth != 0)
            return false;
        close_mark(r, r->rectangle);
        g_string_append(r->out, "\nEMC");
        r->copied = end;
        r->in_picture = false;
        return true;
    }
    r->has_paint = r->has_paint || !r->in_mark;
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
    case OPERATOR_RECTANGLE:
        note_rectangle(r, operands, end);
        return true;
    case OPERATOR_FILL:
        return fill(r, end);
    case OPERATOR_BEGIN:
        return begin(r, operands, end);
    case OPERATOR_END:
        return finish(r, end);
    }
    return false;
}

/* Text that comes after the last mark in the stream is missing, a picture may not be. */
static bool skip_rest(rewriter *r)
{
    for (; r->next < r->count; r->next++) {
        if (r->marks[r->next].fence == PDF_FENCE_PICTURE)
            return false;
        r->marks[r->next].is_missing = true;
    }
    return true;
}

bool pdf_content_rewrite(mh_view in, pdf_content_mark *marks, size_t count, GString *out)
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
    if (r.in_mark || r.depth != 0 || !skip_rest(&r))
        return false;
    copy_between(&r, in.len);
    return true;
}
