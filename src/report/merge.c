#include "report/merge.h"

#include "base/file.h"
#include "report/line.h"

/* Where the line that counts for a record is. */
typedef struct entry {
    const char *record;
    guint64 offset;
    guint32 bytes;
    guint32 source;
    guint32 turn; /* of reading: the later line counts */
} entry;

struct mh_merge {
    GArray *entries; /* entry: by name */
    GPtrArray *sources;
    GArray *texts; /* mh_view: of each source */
    bool is_complete;
};

/* ------------------------------------------------------------------ reading */

typedef struct reader {
    mh_job *job;
    mh_arena *arena;
    mh_merge *merge;
    JsonParser *parser;
} reader;

static void take_head(reader *r, mh_merge_source *source, const report_head *head)
{
    source->version = mh_arena_strdup(r->arena, head->version);
    source->options_sha256 = mh_arena_strdup(r->arena, head->options_sha256);
    source->shard = head->shard;
    source->shard_count = head->shard_count;
    source->planned = head->records;
}

static void read_line(reader *r, mh_merge_source *source, mh_view text, size_t start, size_t end)
{
    const mh_view line = mh_view_slice(text, start, end);
    report_head head;
    if (mh_view_starts_with(line, MH_VIEW("{\"report\""))) {
        if (report_head_parse(r->parser, line, &head))
            take_head(r, source, &head);
        return;
    }
    const char *record = report_line_record(r->parser, line);
    if (!record)
        return;
    const entry found = {
        .record = mh_arena_strdup(r->arena, record),
        .offset = start,
        .bytes = (guint32)line.len,
        .source = r->merge->sources->len - 1,
        .turn = r->merge->entries->len,
    };
    g_array_append_val(r->merge->entries, found);
    source->lines++;
}

static void unmap(void *file)
{
    g_mapped_file_unref(file);
}

/* A line that a killed run left half-written is no JSON: it is passed over. */
static mh_status read_report(reader *r, const char *path, bool is_journal)
{
    GError *error = NULL;
    GMappedFile *file = g_mapped_file_new(path, FALSE, &error);
    if (!file) {
        mh_status status = mh_report_in(r->job, MH_JOB_READ, path, 0, "%s", error->message);
        g_error_free(error);
        return status;
    }
    mh_arena_defer(r->arena, unmap, file);
    const mh_view text = {.ptr = g_mapped_file_get_contents(file),
                          .len = g_mapped_file_get_length(file)};
    mh_merge_source *source = MH_NEW(r->arena, mh_merge_source, 1);
    *source = (mh_merge_source){
        .path = mh_arena_strdup(r->arena, path), .planned = -1, .is_journal = is_journal};
    g_ptr_array_add(r->merge->sources, source);
    g_array_append_val(r->merge->texts, text);
    for (size_t start = 0; start < text.len;) {
        size_t end = MIN(mh_view_find(text, MH_VIEW("\n"), start), text.len);
        read_line(r, source, text, start, end);
        start = end + 1;
    }
    if (!source->options_sha256)
        return mh_report(r->job, MH_BAT_NO_REPORT, 0, 0, "%s", path);
    return MH_OK;
}

/* ------------------------------------------------------------------ which files */

static mh_status read_with_journal(reader *r, const char *path)
{
    const char *journal = mh_arena_printf(r->arena, "%s.journal", path);
    bool has_journal = g_file_test(journal, G_FILE_TEST_IS_REGULAR);
    mh_status status = MH_OK;
    /* The first run of a report has only its journal until it ends. */
    if (!has_journal || g_file_test(path, G_FILE_TEST_EXISTS))
        status = read_report(r, path, g_str_has_suffix(path, ".journal"));
    if (status == MH_OK && has_journal)
        status = read_report(r, journal, true);
    return status;
}

static gint compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Paths of reports in @p folder; a journal counts as the report it will be. */
static void list_reports(reader *r, GPtrArray *paths, const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir)
        return;
    for (const char *name; (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(folder, name, NULL);
        if (g_str_has_suffix(path, ".journal"))
            path[strlen(path) - strlen(".journal")] = '\0';
        if (g_str_has_suffix(path, ".ndjson") && !g_str_has_suffix(path, ".error.ndjson"))
            g_ptr_array_add(paths, mh_arena_strdup(r->arena, path));
        g_free(path);
    }
    g_dir_close(dir);
}

static mh_status read_folder(reader *r, const char *folder)
{
    GPtrArray *paths = mh_arena_ptr_array(r->arena);
    list_reports(r, paths, folder);
    list_reports(r, paths, mh_arena_printf(r->arena, "%s/.masthead", folder));
    g_ptr_array_sort(paths, compare_strings);
    mh_status status = MH_OK;
    for (guint i = 0; i < paths->len && status == MH_OK; i++)
        if (i == 0 || strcmp(paths->pdata[i], paths->pdata[i - 1]) != 0)
            status = read_with_journal(r, paths->pdata[i]);
    if (paths->len == 0)
        return mh_report(r->job, MH_BAT_NO_REPORT, 0, 0, "%s", folder);
    return status;
}

/* ------------------------------------------------------------------ merging */

static gint compare_entries(gconstpointer a, gconstpointer b)
{
    const entry *left = a;
    const entry *right = b;
    int order = strcmp(left->record, right->record);
    if (order != 0)
        return order;
    return left->turn < right->turn ? -1 : left->turn > right->turn;
}

/* Of the lines about one record, the last stays. */
static void keep_last(GArray *entries)
{
    guint kept = 0;
    for (guint i = 0; i < entries->len; i++) {
        const entry this = g_array_index(entries, entry, i);
        if (kept > 0 && strcmp(g_array_index(entries, entry, kept - 1).record, this.record) == 0)
            kept--;
        g_array_index(entries, entry, kept++) = this;
    }
    g_array_set_size(entries, kept);
}

/* ------------------------------------------------------------------ what is missing */

static const mh_merge_source *source_at(const mh_merge *merge, guint index)
{
    return g_ptr_array_index(merge->sources, index);
}

static bool is_same_part(const mh_merge_source *a, const mh_merge_source *b)
{
    return a->shard == b->shard && a->shard_count == b->shard_count
           && strcmp(a->options_sha256, b->options_sha256) == 0;
}

/* A report is written in one step at the end; a journal is what there is before. */
static bool has_ended(const mh_merge_source *source)
{
    return !source->is_journal && (gint64)source->lines >= source->planned;
}

/* True when another report of the same part of the work is whole. */
static bool is_made_good(const mh_merge *merge, const mh_merge_source *source)
{
    for (guint i = 0; i < merge->sources->len; i++) {
        const mh_merge_source *other = source_at(merge, i);
        if (is_same_part(other, source) && has_ended(other))
            return true;
    }
    return false;
}

static void check_ends(mh_job *job, mh_merge *merge)
{
    for (guint i = 0; i < merge->sources->len; i++) {
        const mh_merge_source *source = source_at(merge, i);
        if (has_ended(source) || is_made_good(merge, source))
            continue;
        (void)mh_report(job, MH_BAT_CUT_SHORT, 0, 0, "%s: %zu of %" G_GINT64_FORMAT " records",
                        source->path, source->lines, source->planned);
        merge->is_complete = false;
    }
}

static bool has_shard(const mh_merge *merge, guint shard, guint count)
{
    for (guint i = 0; i < merge->sources->len; i++) {
        const mh_merge_source *source = source_at(merge, i);
        if (source->shard_count == count && source->shard == shard)
            return true;
    }
    return false;
}

/* Work is cut into shards in one way at a time; that of the last report is taken. */
static void check_shards(mh_job *job, mh_merge *merge)
{
    guint count = source_at(merge, merge->sources->len - 1)->shard_count;
    GString *missing = mh_arena_string(mh_job_arena(job));
    for (guint shard = 1; shard <= count; shard++)
        if (!has_shard(merge, shard, count))
            g_string_append_printf(missing, "%s%u", missing->len > 0 ? ", " : "", shard);
    if (missing->len == 0)
        return;
    (void)mh_report(job, MH_BAT_SHARD_MISSING, 0, 0, "%s of %u", missing->str, count);
    merge->is_complete = false;
}

static void check_options(mh_job *job, const mh_merge *merge)
{
    for (guint i = 1; i < merge->sources->len; i++)
        if (strcmp(source_at(merge, i)->options_sha256, source_at(merge, 0)->options_sha256) != 0) {
            (void)mh_report(job, MH_BAT_OPTIONS_DIFFER, 0, 0, "%s and %s",
                            source_at(merge, 0)->path, source_at(merge, i)->path);
            return;
        }
}

mh_status mh_merge_read(mh_job *job, const char *const *paths, mh_merge **out)
{
    mh_arena *arena = mh_job_arena(job);
    mh_merge *merge = MH_NEW(arena, mh_merge, 1);
    *merge = (mh_merge){
        .entries = mh_arena_array(arena, sizeof(entry)),
        .sources = mh_arena_ptr_array(arena),
        .texts = mh_arena_array(arena, sizeof(mh_view)),
        .is_complete = true,
    };
    reader r = {.job = job, .arena = arena, .merge = merge, .parser = json_parser_new_immutable()};
    mh_status status = MH_OK;
    for (const char *const *path = paths; *path && status == MH_OK; path++)
        status = g_file_test(*path, G_FILE_TEST_IS_DIR) ? read_folder(&r, *path)
                                                        : read_with_journal(&r, *path);
    g_object_unref(r.parser);
    if (status != MH_OK)
        return status;
    g_array_sort(merge->entries, compare_entries);
    keep_last(merge->entries);
    check_options(job, merge);
    check_shards(job, merge);
    check_ends(job, merge);
    *out = merge;
    return MH_OK;
}

bool mh_merge_is_complete(const mh_merge *merge)
{
    return merge->is_complete;
}

size_t mh_merge_count(const mh_merge *merge)
{
    return merge->entries->len;
}

static mh_view line_of(const mh_merge *merge, const entry *e)
{
    return mh_view_slice(g_array_index(merge->texts, mh_view, e->source), (size_t)e->offset,
                         (size_t)e->offset + e->bytes);
}

mh_view mh_merge_line(const mh_merge *merge, size_t index)
{
    return line_of(merge, &g_array_index(merge->entries, entry, index));
}

size_t mh_merge_source_count(const mh_merge *merge)
{
    return merge->sources->len;
}

const mh_merge_source *mh_merge_source_at(const mh_merge *merge, size_t index)
{
    return source_at(merge, (guint)index);
}

/* ------------------------------------------------------------------ writing */

static void add_part(GArray *parts, mh_view part)
{
    g_array_append_val(parts, part);
}

mh_status mh_merge_write(mh_job *job, const mh_merge *merge, const char *path)
{
    mh_arena *arena = mh_job_arena(job);
    GArray *parts = mh_arena_array(arena, sizeof(mh_view));
    const char *options = "";
    for (guint i = 0; i < merge->entries->len; i++) {
        const entry *e = &g_array_index(merge->entries, entry, i);
        const mh_merge_source *source = source_at(merge, e->source);
        if (strcmp(source->options_sha256, options) != 0) {
            options = source->options_sha256;
            add_part(
                parts,
                mh_view_of(mh_arena_printf(
                    arena, "{\"report\":\"masthead\",\"schema\":1,\"options_sha256\":\"%s\"}\n",
                    options)));
        }
        add_part(parts, line_of(merge, e));
        add_part(parts, MH_VIEW("\n"));
    }
    const mh_file file = {
        .path = path,
        .parts = (const mh_view *)(const void *)parts->data,
        .part_count = parts->len,
    };
    return mh_file_write_set(job, &file, 1);
}
