#include "pdf/navigation.h"

#include "pdf/syntax.h"

/* deeper entries are no help to anyone, and would cost stack */
#define OUTLINE_MAX_DEPTH 32

/* Numbers of one level, and how many entries it shows when all that is open is open. */
typedef struct outline_level {
    uint32_t first;
    uint32_t last;
    size_t visible;
} outline_level;

static const mh_bookmark *children_of(const mh_bookmark *entry, size_t depth)
{
    return depth < OUTLINE_MAX_DEPTH ? entry->first_child : NULL;
}

static void put_target(const pdf_document *d, const mh_bookmark *entry, GString *out)
{
    gsize before = out->len;
    if (entry->uri) {
        pdf_put_uri_action(g_string_append(out, "/A"), entry->uri);
        return;
    }
    if (!pdf_put_destination(d, g_string_append(out, "/Dest"), entry->target))
        g_string_truncate(out, before);
}

static outline_level write_level(const pdf_document *d, const mh_bookmark *first, uint32_t parent,
                                 size_t depth);

static void write_entry(const pdf_document *d, const mh_bookmark *entry, const uint32_t numbers[4],
                        size_t depth, size_t *visible)
{
    enum { OWN, PARENT, PREVIOUS, NEXT };
    const mh_bookmark *children = children_of(entry, depth);
    outline_level inner = {0};
    if (children)
        inner = write_level(d, children, numbers[OWN], depth + 1);
    GString *out = pdf_writer_scratch(d->out);
    pdf_put_text(g_string_append(out, "<</Title"), entry->title ? entry->title : "");
    g_string_append_printf(out, "/Parent %u 0 R", numbers[PARENT]);
    if (numbers[PREVIOUS] != 0)
        g_string_append_printf(out, "/Prev %u 0 R", numbers[PREVIOUS]);
    if (numbers[NEXT] != 0)
        g_string_append_printf(out, "/Next %u 0 R", numbers[NEXT]);
    if (children)
        g_string_append_printf(out, "/First %u 0 R/Last %u 0 R/Count %s%zu", inner.first,
                               inner.last, entry->is_open ? "" : "-", inner.visible);
    put_target(d, entry, out);
    g_string_append(out, ">>");
    pdf_writer_object(d->out, numbers[OWN], out);
    *visible += 1 + (entry->is_open ? inner.visible : 0);
}

static outline_level write_level(const pdf_document *d, const mh_bookmark *first, uint32_t parent,
                                 size_t depth)
{
    outline_level level = {.first = pdf_writer_reserve(d->out)};
    uint32_t own = level.first;
    for (const mh_bookmark *entry = first; entry; entry = entry->next) {
        uint32_t next = entry->next ? pdf_writer_reserve(d->out) : 0;
        const uint32_t numbers[4] = {own, parent, level.last, next};
        write_entry(d, entry, numbers, depth, &level.visible);
        level.last = own;
        own = next;
    }
    return level;
}

void pdf_outline_write(pdf_document *d)
{
    if (!d->pages->outline)
        return;
    uint32_t root = pdf_writer_reserve(d->out);
    outline_level level = write_level(d, d->pages->outline, root, 1);
    GString *out = pdf_writer_scratch(d->out);
    g_string_append_printf(out, "<</Type/Outlines/First %u 0 R/Last %u 0 R/Count %zu>>",
                           level.first, level.last, level.visible);
    pdf_writer_object(d->out, root, out);
    g_string_append_printf(d->catalog, "/Outlines %u 0 R/PageMode/UseOutlines", root);
}

/* How a run of pages is numbered. */
typedef enum label_style {
    LABEL_DECIMAL,
    LABEL_ROMAN,
    LABEL_UPPER_ROMAN,
    LABEL_LETTER,
    LABEL_UPPER_LETTER,
    LABEL_TEXT, /* the label as it stands, for one page */
} label_style;

static void put_roman(GString *out, unsigned number)
{
    static const struct {
        unsigned value;
        const char *letters;
    } steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++)
        for (; number >= steps[i].value; number -= steps[i].value)
            g_string_append(out, steps[i].letters);
}

/* a … z, aa … zz, aaa … (§12.4.2) */
static void put_letters(GString *out, unsigned number)
{
    for (unsigned i = 0; i <= (number - 1) / 26; i++)
        g_string_append_c(out, (char)('a' + (number - 1) % 26));
}

static bool is_label(const char *label, label_style style, unsigned number)
{
    GString *made = g_string_new(NULL);
    if (style == LABEL_DECIMAL)
        g_string_printf(made, "%u", number);
    else if (style == LABEL_ROMAN || style == LABEL_UPPER_ROMAN)
        put_roman(made, number);
    else if (style != LABEL_TEXT)
        put_letters(made, number);
    if (style == LABEL_UPPER_ROMAN || style == LABEL_UPPER_LETTER)
        g_string_ascii_up(made);
    bool is_same = style != LABEL_TEXT && strcmp(made->str, label) == 0;
    (void)g_string_free(made, TRUE);
    return is_same;
}

/* Longest number looked for in letters: a front part is not longer. */
#define LETTERS_MAX_NUMBER 200

static label_style find_style(const char *label, unsigned *number)
{
    size_t decimal = 0;
    if (pdf_unsigned(mh_view_of(label), &decimal) && decimal > 0 && decimal < G_MAXINT32
        && is_label(label, LABEL_DECIMAL, (unsigned)decimal)) {
        *number = (unsigned)decimal;
        return LABEL_DECIMAL;
    }
    for (label_style style = LABEL_ROMAN; style < LABEL_TEXT && g_ascii_isalpha(*label); style++)
        for (unsigned n = 1; n <= LETTERS_MAX_NUMBER; n++)
            if (is_label(label, style, n)) {
                *number = n;
                return style;
            }
    return LABEL_TEXT;
}

static void put_range(GString *out, size_t page, label_style style, unsigned number,
                      const char *label)
{
    static const char letters[] = "DrRaA";
    g_string_append_printf(out, "%zu<<", page);
    if (style == LABEL_TEXT)
        pdf_put_text(g_string_append(out, "/P"), label);
    else
        g_string_append_printf(out, "/S/%c/St %u", letters[style], number);
    g_string_append(out, ">>");
}

void pdf_labels_write(pdf_document *d)
{
    label_style style = LABEL_TEXT;
    unsigned number = 0;
    g_string_append(d->catalog, "/PageLabels<</Nums[");
    for (size_t i = 0; i < pdf_page_count(d); i++) {
        const char *label = pdf_page_at(d, i)->label;
        if (i > 0 && label && is_label(label, style, ++number))
            continue;
        style = find_style(label ? label : "", &number);
        put_range(d->catalog, i, style, number, label ? label : "");
    }
    g_string_append(d->catalog, "]>>");
}
