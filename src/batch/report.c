#include "batch/report.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "batch/lease.h"
#include "json/json.h"

typedef enum origin {
    NOWHERE,
    IN_REPORT,  /* of an earlier run */
    IN_JOURNAL, /* of this run or one that was killed */
} origin;

/* Where the line of an item is. */
typedef struct place {
    guint64 offset;
    guint32 bytes;
    guint8 origin;
    guint8 lost; /* starts in the journal without an end */
    bool is_skipped;
} place;

struct batch_report {
    const char *path;
    const char *journal_path; /* NULL when it has no name */
    const char *head;         /* first line: what this is and which options it belongs to */
    const mh_plan *plan;
    place *places;        /* by item */
    mh_view earlier[3];   /* by origin: what there was when the run began */
    int journal;          /* file descriptor */
    guint64 journal_size; /* bytes */
    GString *buffer;      /* a line and its end, to be written at once */
};

/* ------------------------------------------------------------------ JSON lines */

static const char *one_string_line(mh_arena *arena, const char *name, const char *value)
{
    JsonBuilder *b = json_builder_new();
    json_builder_begin_object(b);
    json_builder_set_member_name(b, name);
    json_builder_add_string_value(b, value);
    json_builder_end_object(b);
    JsonNode *root = json_builder_get_root(b);
    char *text = json_to_string(root, FALSE);
    const char *line = mh_arena_strdup(arena, text);
    g_free(text);
    json_node_unref(root);
    g_object_unref(b);
    return line;
}

/* ------------------------------------------------------------------ earlier runs */

/* The plan is sorted by name. SIZE_MAX when the record is not in it. */
static size_t find_item(const mh_plan *plan, const char *name)
{
    size_t from = 0;
    size_t to = plan->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = strcmp(plan->items[middle].name, name);
        if (order == 0)
            return middle;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return SIZE_MAX;
}

typedef struct reader {
    batch_report *report;
    JsonParser *parser;
    const char *options_hash;
    bool is_ours; /* the lines at hand were made with our options */
} reader;

static void note_line(reader *r, mh_view line, origin from, guint64 offset)
{
    JsonObject *object = mh_json_parse(r->parser, line);
    const char *options = mh_json_string(object, "options_sha256");
    const char *record = mh_json_string(object, "record");
    const char *started = mh_json_string(object, "started");
    if (options)
        r->is_ours = strcmp(options, r->options_hash) == 0;
    if (options || !r->is_ours || (!record && !started))
        return;
    size_t index = find_item(r->report->plan, record ? record : started);
    if (index == SIZE_MAX)
        return;
    place *p = &r->report->places[index];
    if (started)
        p->lost = (guint8)MIN(p->lost + 1, G_MAXUINT8);
    else
        *p = (place){.offset = offset, .bytes = (guint32)line.len, .origin = (guint8)from};
}

/* A line that was cut off half-way is no JSON: it is passed over. */
static void note_lines(reader *r, mh_view text, origin from)
{
    r->report->earlier[from] = text;
    r->is_ours = false;
    for (size_t start = 0; start < text.len;) {
        size_t end = mh_view_find(text, MH_VIEW("\n"), start);
        if (end == SIZE_MAX)
            end = text.len;
        note_line(r, mh_view_slice(text, start, end), from, start);
        start = end + 1;
    }
}

static void unmap(void *file)
{
    g_mapped_file_unref(file);
}

/* Mapped, not read: a report of a million records costs address space, not memory. */
static mh_view map_file(mh_job *job, GMappedFile *file)
{
    if (!file)
        return (mh_view){0};
    mh_arena_defer(mh_job_arena(job), unmap, file);
    return (mh_view){.ptr = g_mapped_file_get_contents(file),
                     .len = g_mapped_file_get_length(file)};
}

static void read_earlier(mh_job *job, batch_report *report, const batch_report_options *options)
{
    reader r = {.report = report,
                .parser = json_parser_new_immutable(),
                .options_hash = options->options_hash};
    note_lines(&r, map_file(job, g_mapped_file_new(report->path, FALSE, NULL)), IN_REPORT);
    note_lines(&r, map_file(job, g_mapped_file_new_from_fd(report->journal, FALSE, NULL)),
               IN_JOURNAL);
    g_object_unref(r.parser);
}

mh_view batch_report_earlier(const batch_report *report, size_t index)
{
    const place *p = &report->places[index];
    if (p->origin == NOWHERE)
        return (mh_view){0};
    return mh_view_slice(report->earlier[p->origin], (size_t)p->offset,
                         (size_t)p->offset + p->bytes);
}

guint batch_report_lost(const batch_report *report, size_t index)
{
    return report->places[index].lost;
}

/* ------------------------------------------------------------------ the journal */

/* All or nothing: half a line would swallow the next one. */
static mh_status append(mh_job *job, batch_report *report, const char *line)
{
    GString *text = g_string_assign(report->buffer, line);
    g_string_append_c(text, '\n');
    for (size_t done = 0; done < text->len;) {
        ssize_t put = write(report->journal, text->str + done, text->len - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0) {
            int error = errno;
            if (ftruncate(report->journal, (off_t)report->journal_size) != 0)
                error = errno;
            return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", report->path, g_strerror(error));
        }
        done += (size_t)put;
    }
    report->journal_size += text->len;
    return MH_OK;
}

static mh_status open_journal(mh_job *job, batch_report *report)
{
    if (report->journal_path)
        return mh_lease_open(job, report->journal_path, false, &report->journal);
    GError *error = NULL;
    char *name = NULL;
    report->journal = g_file_open_tmp("masthead-XXXXXX", &name, &error);
    if (report->journal < 0) {
        mh_status status = mh_report(job, MH_JOB_WRITE, 0, 0, "%s", error->message);
        g_error_free(error);
        return status;
    }
    (void)g_unlink(name);
    g_free(name);
    return MH_OK;
}

/* Another run's journal is of no use to one that does not resume it. */
static mh_status begin_journal(mh_job *job, batch_report *report, bool is_resumed)
{
    if (!is_resumed && ftruncate(report->journal, 0) != 0)
        return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", report->path, g_strerror(errno));
    off_t size = lseek(report->journal, 0, SEEK_END);
    report->journal_size = size > 0 ? (guint64)size : 0;
    const mh_view text = report->earlier[IN_JOURNAL];
    if (is_resumed && text.len > 0 && text.ptr[text.len - 1] != '\n') {
        mh_status status = append(job, report, "");
        if (status != MH_OK)
            return status;
    }
    return append(job, report, report->head);
}

static void close_journal(void *data)
{
    batch_report *report = data;
    if (report->journal >= 0)
        (void)close(report->journal);
    report->journal = -1;
}

/* With what a merged report needs to know whether anything is missing. */
static const char *head_line(mh_arena *arena, const batch_report_options *options,
                             const mh_plan *plan)
{
    const char *shard = options->shard == 0 ? ""
                                            : mh_arena_printf(arena, ",\"shard\":%u,\"shards\":%u",
                                                              options->shard, options->shard_count);
    return mh_arena_printf(arena,
                           "{\"report\":\"masthead\",\"schema\":1,\"version\":\"%s\","
                           "\"options_sha256\":\"%s\"%s,\"records\":%zu}",
                           MASTHEAD_VERSION, options->options_hash, shard, plan->count);
}

mh_status batch_report_begin(mh_job *job, const batch_report_options *options, const mh_plan *plan,
                             batch_report **out)
{
    mh_arena *arena = mh_job_arena(job);
    batch_report *report = MH_NEW(arena, batch_report, 1);
    bool has_name = strcmp(options->path, "-") != 0;
    *report = (batch_report){
        .path = has_name ? options->path : "standard output",
        .journal_path = has_name ? mh_arena_printf(arena, "%s.journal", options->path) : NULL,
        .head = head_line(arena, options, plan),
        .plan = plan,
        .places = MH_NEW(arena, place, plan->count + 1),
        .journal = -1,
        .buffer = mh_arena_string(arena),
    };
    mh_status status = open_journal(job, report);
    if (status != MH_OK)
        return status;
    mh_arena_defer(arena, close_journal, report);
    if (options->is_resumed && has_name)
        read_earlier(job, report, options);
    *out = report;
    return begin_journal(job, report, options->is_resumed && has_name);
}

mh_status batch_report_start(mh_job *job, batch_report *report, size_t index)
{
    if (!report->journal_path)
        return MH_OK;
    mh_arena *arena = mh_arena_new();
    const char *line = one_string_line(arena, "started", report->plan->items[index].name);
    mh_status status = append(job, report, line);
    mh_arena_free(arena);
    if (status == MH_OK && fdatasync(report->journal) != 0)
        return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", report->path, g_strerror(errno));
    return status;
}

mh_status batch_report_add(mh_job *job, batch_report *report, size_t index, const char *line)
{
    const guint64 offset = report->journal_size;
    mh_status status = append(job, report, line);
    if (status == MH_OK)
        report->places[index] =
            (place){.offset = offset, .bytes = (guint32)strlen(line), .origin = IN_JOURNAL};
    return status;
}

void batch_report_skip(batch_report *report, size_t index)
{
    report->places[index].is_skipped = true;
}

/* ------------------------------------------------------------------ the end */

static void add_part(GArray *parts, mh_view part)
{
    g_array_append_val(parts, part);
}

/* No string of JSON can hold this: its quotes would be escaped. */
static void add_line(GArray *parts, mh_view line, bool is_skipped)
{
    const mh_view key = MH_VIEW("\"status\":\"");
    size_t at = is_skipped ? mh_view_find(line, key, 0) : SIZE_MAX;
    size_t end = at == SIZE_MAX ? SIZE_MAX : mh_view_find(line, MH_VIEW("\""), at + key.len);
    if (end == SIZE_MAX) {
        add_part(parts, line);
    } else {
        add_part(parts, mh_view_slice(line, 0, at + key.len));
        add_part(parts, MH_VIEW("skipped"));
        add_part(parts, mh_view_slice(line, end, line.len));
    }
    add_part(parts, MH_VIEW("\n"));
}

mh_status batch_report_end(mh_job *job, batch_report *report)
{
    GArray *parts = mh_arena_array(mh_job_arena(job), sizeof(mh_view));
    report->earlier[IN_JOURNAL] =
        map_file(job, g_mapped_file_new_from_fd(report->journal, FALSE, NULL));
    add_line(parts, mh_view_of(report->head), false);
    for (size_t i = 0; i < report->plan->count; i++)
        if (report->places[i].origin != NOWHERE)
            add_line(parts, batch_report_earlier(report, i), report->places[i].is_skipped);
    const mh_file file = {
        .path = report->journal_path ? report->path : "-",
        .parts = (const mh_view *)(const void *)parts->data,
        .part_count = parts->len,
    };
    mh_status status = mh_file_write_set(job, &file, 1);
    if (status == MH_OK && report->journal_path)
        (void)g_unlink(report->journal_path);
    close_journal(report);
    return status;
}

/* ------------------------------------------------------------------ resuming */

static bool file_has_digest(const char *path, const char *sha256)
{
    mh_job *job = mh_job_new(path);
    mh_view bytes = {0};
    bool is_same = sha256 && mh_file_read(job, path, &bytes) == MH_OK
                   && strcmp(mh_digest_sha256(mh_job_arena(job), bytes), sha256) == 0;
    mh_job_free(job);
    return is_same;
}

static bool is_same_source(JsonObject *object, const mh_plan_item *item)
{
    return strcmp(item->path, "-") != 0
           && file_has_digest(item->path, mh_json_string(object, "source_sha256"));
}

bool batch_report_still_holds(mh_view line, const mh_plan_item *item,
                              const mh_format *const *formats)
{
    JsonParser *parser = json_parser_new_immutable();
    JsonObject *object = mh_json_parse(parser, line);
    const char *status = mh_json_string(object, "status");
    JsonObject *outputs = mh_json_object(object, "outputs");
    bool holds = status && strcmp(status, "failed") != 0 && is_same_source(object, item);
    for (const mh_format *const *format = formats; holds && *format; format++) {
        JsonObject *output = mh_json_object(outputs, (*format)->name);
        const char *path = mh_json_string(output, "path");
        holds = path && file_has_digest(path, mh_json_string(output, "sha256"));
    }
    g_object_unref(parser);
    return holds;
}

bool batch_report_is_poison(mh_view line, const mh_plan_item *item)
{
    char *code = g_strdup_printf("\"code\":\"%s\"", mh_diag_info_of(MH_BAT_POISON)->id);
    bool is_named = mh_view_find(line, mh_view_of(code), 0) != SIZE_MAX;
    g_free(code);
    if (!is_named)
        return false;
    JsonParser *parser = json_parser_new_immutable();
    JsonObject *object = mh_json_parse(parser, line);
    bool is_poison =
        g_strcmp0(mh_json_string(object, "status"), "failed") == 0 && is_same_source(object, item);
    g_object_unref(parser);
    return is_poison;
}
