#include "report/tally.h"

#include <math.h>

static const double time_bounds[] = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5,
                                     1,    2,    5,    10,  60,  (double)INFINITY};
static const double length_bounds[] = {2, 3, 6, 11, 21, 51, 101, 201, 501, (double)INFINITY};

static GArray *bins_new(mh_arena *arena, const double *bounds, size_t count)
{
    GArray *bins = mh_arena_array(arena, sizeof(tally_bin));
    for (size_t i = 0; i < count; i++) {
        const tally_bin bin = {.below = bounds[i]};
        g_array_append_val(bins, bin);
    }
    return bins;
}

tally *tally_new(mh_arena *arena)
{
    tally *t = MH_NEW(arena, tally, 1);
    *t = (tally){
        .arena = arena,
        .statuses = mh_arena_string_hash(arena),
        .kinds = mh_arena_string_hash(arena),
        .languages = mh_arena_string_hash(arena),
        .formats = mh_arena_string_hash(arena),
        .codes = mh_arena_string_hash(arena),
        .times = bins_new(arena, time_bounds, G_N_ELEMENTS(time_bounds)),
        .lengths = bins_new(arena, length_bounds, G_N_ELEMENTS(length_bounds)),
        .slowest = mh_arena_array(arena, sizeof(tally_record)),
        .worst = mh_arena_array(arena, sizeof(tally_record)),
    };
    return t;
}

const char *tally_product(const report_line *line, const char *format)
{
    for (size_t i = 0; i < line->product_count; i++)
        if (strcmp(line->products[i].format, format) == 0)
            return line->products[i].path;
    return NULL;
}

/* ------------------------------------------------------------------ counts */

static void count(tally_group *group, const report_line *line)
{
    group->records++;
    group->warned += strcmp(line->status, "warning") == 0;
    group->failed += strcmp(line->status, "failed") == 0;
    group->pages += line->pages;
    group->seconds += line->seconds;
}

static void count_in(tally *t, GHashTable *groups, const char *name, const report_line *line)
{
    tally_group *group = g_hash_table_lookup(groups, name);
    if (!group) {
        group = MH_NEW(t->arena, tally_group, 1);
        group->name = mh_arena_strdup(t->arena, name);
        g_hash_table_insert(groups, mh_unconst(group->name), group);
    }
    count(group, line);
}

static void count_language(tally *t, const report_line *line)
{
    char *first = g_strndup(line->languages ? line->languages : "",
                            line->languages ? strcspn(line->languages, " ") : 0);
    count_in(t, t->languages, first, line);
    g_free(first);
}

static void count_products(tally *t, const report_line *line)
{
    for (size_t i = 0; i < line->product_count; i++) {
        const report_product *product = &line->products[i];
        tally_format *format = g_hash_table_lookup(t->formats, product->format);
        if (!format) {
            format = MH_NEW(t->arena, tally_format, 1);
            format->name = mh_arena_strdup(t->arena, product->format);
            g_hash_table_insert(t->formats, mh_unconst(format->name), format);
        }
        format->files++;
        format->bytes += product->bytes;
    }
}

static void count_bin(GArray *bins, double value)
{
    guint i = 0;
    while (i + 1 < bins->len && value >= g_array_index(bins, tally_bin, i).below)
        i++;
    g_array_index(bins, tally_bin, i).records++;
}

/* ------------------------------------------------------------------ records by themselves */

/* Strings are the line's: to be kept, they are copied. */
static tally_record record_of(const report_line *line, size_t row)
{
    tally_record record = {
        .row = row,
        .record = line->record,
        .status = line->status,
        .pages = line->pages,
        .fidelity = line->fidelity,
        .seconds = line->seconds,
        .page = tally_product(line, "html"),
        .pdf = tally_product(line, "pdf"),
    };
    for (size_t i = 0; i < line->message_count; i++)
        record.message_count += strcmp(line->messages[i].severity, "note") != 0;
    return record;
}

static tally_record kept(tally *t, tally_record record)
{
    record.record = mh_arena_strdup(t->arena, record.record);
    record.status = mh_arena_strdup(t->arena, record.status);
    record.page = mh_arena_strdup(t->arena, record.page);
    record.pdf = mh_arena_strdup(t->arena, record.pdf);
    return record;
}

static bool is_slower(const tally_record *a, const tally_record *b)
{
    return a->seconds > b->seconds;
}

static bool is_worse(const tally_record *a, const tally_record *b)
{
    if (a->fidelity < b->fidelity || a->fidelity > b->fidelity)
        return a->fidelity < b->fidelity;
    return a->message_count > b->message_count;
}

/* Into its place of the few that are kept; of equals the first stays first. */
static void keep_if_extreme(tally *t, GArray *extremes, const tally_record *record,
                            bool (*comes_before)(const tally_record *, const tally_record *))
{
    guint at = extremes->len;
    while (at > 0 && comes_before(record, &g_array_index(extremes, tally_record, at - 1)))
        at--;
    if (at >= TALLY_EXTREMES)
        return;
    const tally_record copy = kept(t, *record);
    g_array_insert_val(extremes, at, copy);
    if (extremes->len > TALLY_EXTREMES)
        g_array_set_size(extremes, TALLY_EXTREMES);
}

/* ------------------------------------------------------------------ messages */

static tally_code *code_of(tally *t, const report_message *message)
{
    tally_code *code = g_hash_table_lookup(t->codes, message->code);
    if (code)
        return code;
    code = MH_NEW(t->arena, tally_code, 1);
    *code = (tally_code){
        .code = mh_arena_strdup(t->arena, message->code),
        .severity = mh_arena_strdup(t->arena, message->severity),
        .examples = mh_arena_array(t->arena, sizeof(tally_example)),
    };
    g_hash_table_insert(t->codes, mh_unconst(code->code), code);
    return code;
}

static void count_messages(tally *t, const report_line *line, const tally_record *record)
{
    for (size_t i = 0; i < line->message_count; i++) {
        const report_message *message = &line->messages[i];
        tally_code *code = code_of(t, message);
        t->messages++;
        code->messages++;
        code->records += code->last_row != record->row;
        code->last_row = record->row;
        if (code->examples->len >= TALLY_EXAMPLES)
            continue;
        const tally_example example = {
            .record = kept(t, *record),
            .line = message->line,
            .text = mh_arena_strdup(t->arena, message->text),
        };
        g_array_append_val(code->examples, example);
    }
}

void tally_add(tally *t, const report_line *line, size_t row)
{
    const tally_record record = record_of(line, row);
    count(&t->all, line);
    t->skipped += line->is_skipped;
    count_in(t, t->statuses, line->status, line);
    count_in(t, t->kinds, line->kind ? line->kind : "", line);
    count_language(t, line);
    count_products(t, line);
    count_bin(t->times, line->seconds);
    if (line->pages > 0)
        count_bin(t->lengths, (double)line->pages);
    count_messages(t, line, &record);
    keep_if_extreme(t, t->slowest, &record, is_slower);
    bool is_done = strcmp(line->status, "failed") != 0;
    if (is_done && (record.message_count > 0 || line->fidelity < 1))
        keep_if_extreme(t, t->worst, &record, is_worse);
}

/* ------------------------------------------------------------------ in order */

static const GPtrArray *sorted(const tally *t, GHashTable *table, GCompareFunc compare)
{
    GPtrArray *values = mh_arena_ptr_array(t->arena);
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, table);
    while (g_hash_table_iter_next(&iter, NULL, &value))
        g_ptr_array_add(values, value);
    g_ptr_array_sort(values, compare);
    return values;
}

/* Larger numbers first. */
static gint compare_counts(size_t a, size_t b)
{
    return a > b ? -1 : a < b;
}

static gint compare_groups(gconstpointer a, gconstpointer b)
{
    const tally_group *left = *(const tally_group *const *)a;
    const tally_group *right = *(const tally_group *const *)b;
    gint order = compare_counts(left->records, right->records);
    return order != 0 ? order : strcmp(left->name, right->name);
}

static gint compare_formats(gconstpointer a, gconstpointer b)
{
    const tally_format *left = *(const tally_format *const *)a;
    const tally_format *right = *(const tally_format *const *)b;
    gint order = compare_counts(left->files, right->files);
    return order != 0 ? order : strcmp(left->name, right->name);
}

static size_t weight(const char *severity)
{
    static const char *const severities[] = {"note", "warning", "error", "fatal"};
    for (size_t i = 0; i < G_N_ELEMENTS(severities); i++)
        if (strcmp(severity, severities[i]) == 0)
            return i;
    return 0;
}

static gint compare_codes(gconstpointer a, gconstpointer b)
{
    const tally_code *left = *(const tally_code *const *)a;
    const tally_code *right = *(const tally_code *const *)b;
    gint order = compare_counts(weight(left->severity), weight(right->severity));
    if (order == 0)
        order = compare_counts(left->messages, right->messages);
    return order != 0 ? order : strcmp(left->code, right->code);
}

const GPtrArray *tally_groups(const tally *t, GHashTable *groups)
{
    return sorted(t, groups, compare_groups);
}

const GPtrArray *tally_formats(const tally *t)
{
    return sorted(t, t->formats, compare_formats);
}

const GPtrArray *tally_codes(const tally *t)
{
    return sorted(t, t->codes, compare_codes);
}
