#include "pdf/content.h"

#include <stdlib.h>

#include "pdf/syntax.h"

typedef enum operator_kind {
    OPERATOR_STATE,
    OPERATOR_PATH, /* begins a path */
    OPERATOR_PAINT,
    OPERATOR_TEXT,     /* BT */
    OPERATOR_TEXT_END, /* ET */
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
    {"'", OPERATOR_PAINT},     {"B", OPERATOR_PAINT},      {"B*", OPERATOR_PAINT},
    {"BDC", OPERATOR_BEGIN},   {"BMC", OPERATOR_BEGIN},    {"BT", OPERATOR_TEXT},
    {"CS", OPERATOR_STATE},    {"Do", OPERATOR_PAINT},     {"EMC", OPERATOR_END},
    {"ET", OPERATOR_TEXT_END}, {"G", OPERATOR_STATE},      {"J", OPERATOR_STATE},
    {"K", OPERATOR_STATE},     {"M", OPERATOR_STATE},      {"Q", OPERATOR_STATE},
    {"RG", OPERATOR_STATE},    {"S", OPERATOR_PAINT},      {"SCN", OPERATOR_STATE},
    {"TJ", OPERATOR_PAINT},    {"TL", OPERATOR_STATE},     {"Tc", OPERATOR_STATE},
    {"Td", OPERATOR_STATE},    {"Tf", OPERATOR_STATE},     {"Tj", OPERATOR_PAINT},
    {"Tm", OPERATOR_STATE},    {"Tr", OPERATOR_STATE},     {"Ts", OPERATOR_STATE},
    {"Tw", OPERATOR_STATE},    {"Tz", OPERATOR_STATE},     {"W", OPERATOR_STATE},
    {"W*", OPERATOR_STATE},    {"b", OPERATOR_PAINT},      {"b*", OPERATOR_PAINT},
    {"c", OPERATOR_STATE},     {"cm", OPERATOR_STATE},     {"cs", OPERATOR_STATE},
    {"d", OPERATOR_STATE},     {"f", OPERATOR_FILL},       {"f*", OPERATOR_PAINT},
    {"g", OPERATOR_STATE},     {"gs", OPERATOR_STATE},     {"h", OPERATOR_STATE},
    {"i", OPERATOR_STATE},     {"j", OPERATOR_STATE},      {"k", OPERATOR_STATE},
    {"l", OPERATOR_STATE},     {"m", OPERATOR_PATH},       {"n", OPERATOR_STATE},
    {"q", OPERATOR_STATE},     {"re", OPERATOR_RECTANGLE}, {"rg", OPERATOR_STATE},
    {"scn", OPERATOR_STATE},   {"sh", OPERATOR_PAINT},     {"v", OPERATOR_STATE},
    {"w", OPERATOR_STATE},     {"y", OPERATOR_STATE},
};

/* What the last rectangle of a path may be. */
typedef enum fence_kind {
    FENCE_NONE,
    FENCE_OPEN,
    FENCE_CLOSE,
} fence_kind;

/*
 * Bytes are copied in stretches: a mark, or what lies between two marks. A mark with an element
 * becomes as many marked sequences as it has text objects and texts that stand for other glyphs:
 * sequences may not cross the ends of a text object (§14.6.1), and readers lose their way in one
 * inside another.
 */
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
    mh_view actual;   /* string that stands for the glyphs to come, as cairo wrote it, or empty */
    bool in_mark;
    bool in_picture;  /* the mark is a picture's */
    bool in_text;     /* a text object is open */
    bool in_sequence; /* a sequence of the mark is open */
    bool is_inside;   /* it began inside the text object */
    bool has_paint;   /* the stretch between marks paints something */
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

static const pdf_content_mark *open_mark_of(const rewriter *r)
{
    return &r->marks[r->next];
}

/* Text whose sequences begin where they have something to hold. */
static bool is_sequenced(const rewriter *r)
{
    return r->in_mark && !r->in_picture && open_mark_of(r)->role;
}

static void begin_sequence(rewriter *r, size_t at)
{
    pdf_content_mark *mark = &r->marks[r->next];
    bool has_actual = mark->actual_text || r->actual.len > 0;
    copy_to(r, at);
    if (mark->sequences++ == 0)
        mark->mcid = r->mcid;
    /* readers look for ActualText in Span alone */
    pdf_put_name(r->out, has_actual ? "Span" : mark->role);
    g_string_append_printf(r->out, "<</MCID %u", r->mcid++);
    if (has_actual)
        g_string_append(r->out, "/ActualText");
    if (mark->actual_text)
        pdf_put_text(r->out, mark->actual_text);
    else
        g_string_append_len(r->out, r->actual.ptr, (gssize)r->actual.len);
    g_string_append(r->out, ">>BDC");
    r->in_sequence = true;
    r->is_inside = r->in_text;
}

static void end_sequence(rewriter *r, size_t at)
{
    copy_to(r, at);
    if (r->in_sequence)
        g_string_append(r->out, "\nEMC");
    r->in_sequence = false;
}

/* Fence that "BDC" with these operands is; PDF_FENCE_COUNT: cairo's own mark, with @p actual its
 * replacement text. */
static uint8_t fence_of(mh_view operands, mh_view *actual)
{
    pdf_cursor cursor = {.bytes = operands};
    mh_view properties;
    pdf_token name = pdf_next(&cursor);
    uint8_t fence = 0;
    if (!pdf_value(&cursor, &properties))
        return PDF_FENCE_COUNT;
    *actual = pdf_dict_find(properties, "ActualText");
    if (pdf_dict_find(properties, "MCID").len == 0)
        return PDF_FENCE_COUNT;
    while (fence < PDF_FENCE_COUNT && !mh_view_equal(name.text, mh_view_of(pdf_fences[fence])))
        fence++;
    return fence;
}

/* The next mark with that fence opens. Text before it is missing; a picture never is. */
static bool open_mark(rewriter *r, uint8_t fence, size_t start, size_t end)
{
    while (r->next < r->count && open_mark_of(r)->fence != fence)
        if (r->marks[r->next++].fence == PDF_FENCE_PICTURE)
            return false;
    if (r->in_mark || r->depth != 0 || r->in_text || r->next == r->count)
        return false;
    copy_between(r, start);
    r->in_mark = true;
    r->in_picture = fence == PDF_FENCE_PICTURE;
    if (!open_mark_of(r)->role)
        put_artifact(r->out, open_mark_of(r)->artifact);
    else if (r->in_picture)
        begin_sequence(r, start);
    r->copied = end;
    return true;
}

/* Text that replaces glyphs gets a sequence of its own, unless all of the mark is replaced. */
static bool begin_actual(rewriter *r, mh_view actual, size_t start, size_t end)
{
    r->depth++;
    if (!is_sequenced(r) || (r->in_sequence && !r->is_inside))
        return true;
    if (r->depth > 1)
        return false;
    if (open_mark_of(r)->actual_text) {
        copy_to(r, start);
    } else {
        end_sequence(r, start);
        r->actual = actual;
    }
    r->copied = end;
    return true;
}

/* A marked sequence begins: its operands at @p start, its operator ends at @p end. */
static bool begin(rewriter *r, size_t start, size_t end)
{
    mh_view actual = {0};
    uint8_t fence = fence_of(mh_view_slice(r->in, start, end), &actual);
    return fence != PDF_FENCE_COUNT ? open_mark(r, fence, start, end)
                                    : begin_actual(r, actual, start, end);
}

static void close_mark(rewriter *r, size_t start, size_t end)
{
    if (open_mark_of(r)->role)
        end_sequence(r, start);
    else
        copy_to(r, end);
    r->copied = end;
    r->in_mark = false;
    r->in_picture = false;
    r->next++;
}

static bool finish(rewriter *r, size_t start, size_t end)
{
    if (r->depth == 0) {
        if (!r->in_mark || r->in_picture || (r->in_text && open_mark_of(r)->role))
            return false;
        close_mark(r, start, end);
        return true;
    }
    r->depth--;
    if (!is_sequenced(r) || (r->in_sequence && !r->is_inside))
        return true;
    if (open_mark_of(r)->actual_text)
        copy_to(r, start);
    else
        end_sequence(r, start);
    r->actual = (mh_view){0};
    r->copied = end;
    return true;
}

static bool toggle_text(rewriter *r, bool begins, size_t start)
{
    if (r->in_text == begins)
        return false;
    if (r->in_sequence && r->is_inside && !begins)
        end_sequence(r, start);
    r->in_text = begins;
    return true;
}

/* Something is painted, or a path begun that will be. */
static void paint(rewriter *r, size_t operands)
{
    if (is_sequenced(r) && !r->in_sequence)
        begin_sequence(r, operands);
    r->has_paint = r->has_paint || !r->in_mark;
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
        close_mark(r, r->rectangle, end);
        return true;
    }
    paint(r, end);
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
    case OPERATOR_PATH:
        if (is_sequenced(r))
            paint(r, operands);
        return true;
    case OPERATOR_PAINT:
        paint(r, operands);
        return true;
    case OPERATOR_TEXT:
        return toggle_text(r, true, operands);
    case OPERATOR_TEXT_END:
        return toggle_text(r, false, operands);
    case OPERATOR_RECTANGLE:
        note_rectangle(r, operands, end);
        if (is_sequenced(r))
            paint(r, operands);
        return true;
    case OPERATOR_FILL:
        return fill(r, end);
    case OPERATOR_BEGIN:
        return begin(r, operands, end);
    case OPERATOR_END:
        return finish(r, operands, end);
    }
    return false;
}

/* Text that comes after the last mark in the stream is missing, a picture may not be. */
static bool skip_rest(rewriter *r)
{
    while (r->next < r->count)
        if (r->marks[r->next++].fence == PDF_FENCE_PICTURE)
            return false;
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
