#include "explain/explain.h"

#include "explain/places.h"
#include "explain/rules.h"

enum { NUMBER_COLUMNS = 6, JOIN_COLUMNS = 2 };

/* Colours of a terminal (ECMA-48 §8.3.117): dim, cyan, bold yellow, green, and the end of them. */
typedef enum paint {
    PAINT_FURNITURE,
    PAINT_PLACE,
    PAINT_WARNING,
    PAINT_MARK,
    PAINT_END,
} paint;

static const char *const paints[] = {
    [PAINT_FURNITURE] = "\033[2m", [PAINT_PLACE] = "\033[36m", [PAINT_WARNING] = "\033[1;33m",
    [PAINT_MARK] = "\033[32m",     [PAINT_END] = "\033[0m",
};

static const char *const furniture_words[] = {
    [MH_FURNITURE_NONE] = "",
    [MH_FURNITURE_RUNNING_HEAD] = "running head",
    [MH_FURNITURE_PAGE_NUMBER] = "page number",
    [MH_FURNITURE_JOB_NUMBER] = "job number",
    [MH_FURNITURE_BARCODE] = "barcode",
    [MH_FURNITURE_RECYCLE] = "recycling mark",
    [MH_FURNITURE_RULE] = "rule",
    [MH_FURNITURE_DIRECTION] = "marks of direction, left out",
    [MH_FURNITURE_HYPHEN] = "line-end hyphen, undone",
};

static const char *const joins[] = {
    [EXPLAIN_JOIN_NONE] = "  ", [EXPLAIN_JOIN_FIRST] = "┌ ",  [EXPLAIN_JOIN_MIDDLE] = "│ ",
    [EXPLAIN_JOIN_LAST] = "└ ", [EXPLAIN_JOIN_ACROSS] = "┊ ",
};

/* What is being written. */
typedef struct page {
    const mh_explain_options *options;
    const mh_record *record;
    const explain_place *places;
    GString *out;
    size_t next_entry; /* furniture entry that comes next */
    size_t next_diag;  /* of @c diags */
    GArray *diags;     /* mh_diag, by line */
    const char *path;  /* of the line before */
} page;

static void put(page *p, paint colour, const char *text)
{
    if (p->options->is_coloured)
        g_string_append(p->out, paints[colour]);
    g_string_append(p->out, text);
    if (p->options->is_coloured)
        g_string_append(p->out, paints[PAINT_END]);
}

/* ------------------------------------------------------------------ the left half */

static unsigned columns_of(gunichar c)
{
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

/* Appends @p text in exactly @p width columns: tabs and controls as a blank, cut ends as "…". */
static void put_cut(GString *out, mh_view text, unsigned width)
{
    unsigned used = 0;
    const char *end = text.ptr + text.len;
    for (const char *c = text.ptr; c < end; c = mh_utf8_next(c)) {
        gunichar character = g_utf8_get_char(c);
        if (g_unichar_iscntrl(character))
            character = ' ';
        unsigned columns = columns_of(character);
        bool is_last = mh_utf8_next(c) >= end;
        if (used + columns > (is_last ? width : width - 1)) {
            g_string_append(out, "…");
            used++;
            break;
        }
        g_string_append_unichar(out, character);
        used += columns;
    }
    for (; used < width; used++)
        g_string_append_c(out, ' ');
}

static unsigned text_columns(const page *p)
{
    return (p->options->width - NUMBER_COLUMNS - JOIN_COLUMNS) / 2;
}

/* ------------------------------------------------------------------ the right half */

/* What was taken out of the line itself: the rest of it is text. */
static void put_entries(page *p, const mh_line *line)
{
    const mh_text *text = p->record->text;
    while (p->next_entry < text->furniture_count
           && text->furniture[p->next_entry].line <= line->number) {
        const mh_furniture_entry *entry = &text->furniture[p->next_entry++];
        if (entry->line != line->number || line->furniture != MH_FURNITURE_NONE)
            continue;
        put(p, PAINT_FURNITURE, "  ");
        put(p, PAINT_FURNITURE, furniture_words[entry->kind]);
    }
}

static void put_place(page *p, const explain_place *place)
{
    if (place->path && place->path != p->path) {
        put(p, PAINT_PLACE, place->path);
        if (place->evidence) {
            g_string_append(p->out, "  by ");
            g_string_append(p->out, place->evidence);
        }
    }
    p->path = place->path;
    if (place->marks) {
        g_string_append(p->out, "  ");
        put(p, PAINT_MARK, place->marks->str);
    }
}

static void put_line(page *p, size_t index)
{
    const mh_line *line = &p->record->text->lines[index];
    const explain_place *place = &p->places[index];
    bool is_furniture = line->furniture != MH_FURNITURE_NONE;
    g_string_append_printf(p->out, "%*u ", NUMBER_COLUMNS - 1, line->number);
    g_string_append(p->out, joins[place->join]);
    GString *left = g_string_new(NULL);
    put_cut(left, line->text, text_columns(p));
    if (is_furniture)
        put(p, PAINT_FURNITURE, left->str);
    else
        g_string_append(p->out, left->str);
    (void)g_string_free(left, TRUE);
    g_string_append(p->out, "  ");
    if (is_furniture)
        put(p, PAINT_FURNITURE, furniture_words[line->furniture]);
    else if (!line->is_blank)
        put_place(p, place);
    put_entries(p, line);
    while (p->out->len > 0 && p->out->str[p->out->len - 1] == ' ')
        g_string_truncate(p->out, p->out->len - 1);
    g_string_append_c(p->out, '\n');
}

/* ------------------------------------------------------------------ messages */

static gint compare_diags(gconstpointer a, gconstpointer b)
{
    const mh_diag *first = a;
    const mh_diag *second = b;
    return (first->line > second->line) - (first->line < second->line);
}

static GArray *sorted_diags(mh_job *job)
{
    GArray *diags = mh_arena_array(mh_job_arena(job), sizeof(mh_diag));
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        g_array_append_vals(diags, mh_job_diag(job, i), 1);
    g_array_sort(diags, compare_diags);
    return diags;
}

/* Messages about lines up to @p line; those without a place come first. */
static void put_diags(page *p, uint32_t line)
{
    for (; p->next_diag < p->diags->len; p->next_diag++) {
        const mh_diag *diag = &g_array_index(p->diags, mh_diag, p->next_diag);
        const mh_diag_info *info = mh_diag_info_of(diag->code);
        if (diag->line > line)
            return;
        char *words = g_strdup_printf("%*s! %s: %s [%s]\n", NUMBER_COLUMNS, "",
                                      mh_severity_name(info->severity), diag->message, info->id);
        put(p, PAINT_WARNING, words);
        g_free(words);
    }
}

/* ------------------------------------------------------------------ the whole */

static void put_head(page *p)
{
    const mh_record *record = p->record;
    const char *date = record->work_date ? record->work_date : record->issue_date;
    g_string_append(p->out, mh_kind_info_of(record->document->kind)->show);
    if (record->symbol_count > 0)
        g_string_append_printf(p->out, " %s", record->symbols[0]);
    if (record->language != MH_LANGUAGE_NONE)
        g_string_append_printf(p->out, ", %s", mh_language_code(record->language));
    if (date)
        g_string_append_printf(p->out, ", %s", date);
    for (size_t i = 0; i < record->organ_count; i++)
        g_string_append_printf(p->out, ", %s", record->organs[i]->id);
    g_string_append_printf(p->out, ", %s\n", record->text->encoding);
}

mh_status mh_explain(mh_job *job, mh_view bytes, const mh_explain_options *options, GString *out)
{
    mh_arena *arena = mh_job_arena(job);
    const mh_text_options text_options = {.encoding = options->encoding};
    mh_text *text = MH_NEW(arena, mh_text, 1);
    mh_record *record = MH_NEW(arena, mh_record, 1);
    mh_status status = mh_text_read(job, bytes, &text_options, text);
    if (status == MH_OK)
        status = mh_record_read(job, text, &options->facts, record);
    if (status != MH_OK)
        return status;
    page p = {
        .options = options,
        .record = record,
        .places = explain_places_find(arena, record),
        .out = out,
        .diags = sorted_diags(job),
    };
    put_head(&p);
    put_diags(&p, 0);
    for (size_t i = 0; i < text->line_count; i++) {
        put_line(&p, i);
        put_diags(&p, text->lines[i].number);
    }
    put_diags(&p, UINT32_MAX);
    return MH_OK;
}

void mh_explain_rules(GString *out)
{
    explain_rules_list(out);
}
