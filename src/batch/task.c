#include "batch/task.h"

#include <json-glib/json-glib.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "base/digest.h"
#include "base/file.h"

enum { MIB = 1024 * 1024 };

const char *mh_task_status_name(mh_task_status status)
{
    switch (status) {
    case MH_TASK_OK:
        return "ok";
    case MH_TASK_WARNING:
        return "warning";
    case MH_TASK_SKIPPED:
        return "skipped";
    case MH_TASK_FAILED:
    case MH_TASK_BROKEN:
        return "failed";
    }
    return "failed";
}

const char *mh_task_output_path(mh_arena *arena, const mh_plan_item *item, const mh_format *format)
{
    return item->file ? item->file : mh_arena_printf(arena, "%s%s", item->target, format->suffix);
}

static mh_task_status status_of(mh_job *job, mh_status status)
{
    if (status == MH_FAILED)
        return MH_TASK_BROKEN;
    if (status == MH_REJECTED)
        return MH_TASK_FAILED;
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        if (mh_diag_info_of(mh_job_diag(job, i)->code)->severity >= MH_WARNING)
            return MH_TASK_WARNING;
    return MH_TASK_OK;
}

/* ------------------------------------------------------------------ report line */

/* A file's name may be any bytes; JSON is UTF-8. */
static void add_string(JsonBuilder *b, const char *name, const char *value)
{
    json_builder_set_member_name(b, name);
    char *valid = value ? g_utf8_make_valid(value, -1) : NULL;
    if (valid)
        json_builder_add_string_value(b, valid);
    else
        json_builder_add_null_value(b);
    g_free(valid);
}

static void add_count(JsonBuilder *b, const char *name, gint64 value)
{
    json_builder_set_member_name(b, name);
    json_builder_add_int_value(b, value);
}

static void add_diagnostics(JsonBuilder *b, mh_job *job)
{
    json_builder_set_member_name(b, "diagnostics");
    json_builder_begin_array(b);
    for (size_t i = 0; i < mh_job_diag_count(job); i++) {
        const mh_diag *diag = mh_job_diag(job, i);
        const mh_diag_info *info = mh_diag_info_of(diag->code);
        json_builder_begin_object(b);
        add_string(b, "severity", mh_severity_name(info->severity));
        add_string(b, "code", info->id);
        if (diag->file)
            add_string(b, "file", diag->file);
        add_count(b, "line", diag->line);
        add_count(b, "column", diag->column);
        add_string(b, "message", diag->message);
        json_builder_end_object(b);
    }
    json_builder_end_array(b);
}

static void add_outputs(JsonBuilder *b, mh_arena *arena, const mh_plan_item *item,
                        const mh_convert_result *result)
{
    json_builder_set_member_name(b, "outputs");
    json_builder_begin_object(b);
    for (size_t i = 0; i < result->output_count; i++) {
        const mh_output *output = &result->outputs[i];
        json_builder_set_member_name(b, output->format->name);
        json_builder_begin_object(b);
        add_string(b, "path", mh_task_output_path(arena, item, output->format));
        add_count(b, "bytes", (gint64)output->bytes.len);
        add_string(b, "sha256", mh_digest_sha256(arena, output->bytes));
        json_builder_end_object(b);
    }
    json_builder_end_object(b);
}

static const char *to_line(mh_arena *arena, JsonBuilder *b)
{
    JsonNode *root = json_builder_get_root(b);
    char *text = json_to_string(root, FALSE);
    const char *line = mh_arena_strdup(arena, text);
    g_free(text);
    json_node_unref(root);
    g_object_unref(b);
    return line;
}

static const char *report_line(mh_arena *arena, mh_job *job, const mh_plan_item *item,
                               mh_task_status status, const mh_convert_result *result,
                               double seconds)
{
    JsonBuilder *b = json_builder_new();
    json_builder_begin_object(b);
    add_string(b, "record", item->name);
    add_string(b, "source_sha256", result->source_sha256);
    add_string(b, "status", mh_task_status_name(status));
    add_string(b, "kind", result->kind);
    add_string(b, "symbol", result->symbol);
    add_string(b, "languages", result->languages);
    add_string(b, "date", result->date);
    add_count(b, "pages", (gint64)result->pages);
    json_builder_set_member_name(b, "fidelity");
    json_builder_add_double_value(b, result->fidelity);
    add_outputs(b, arena, item, result);
    add_diagnostics(b, job);
    json_builder_set_member_name(b, "seconds");
    json_builder_add_double_value(b, (double)(gint64)(seconds * 1000 + 0.5) / 1000);
    json_builder_end_object(b);
    return to_line(arena, b);
}

static const char *messages_of(mh_arena *arena, mh_job *job)
{
    GString *text = mh_arena_string(arena);
    for (size_t i = 0; i < mh_job_diag_count(job); i++) {
        g_string_append(text, mh_job_diag_format(job, mh_job_diag(job, i)));
        g_string_append_c(text, '\n');
    }
    return text->str;
}

/* ------------------------------------------------------------------ running */

static mh_status write_outputs(mh_job *job, const mh_plan_item *item,
                               const mh_convert_result *result)
{
    mh_file *files = MH_NEW(mh_job_arena(job), mh_file, result->output_count);
    for (size_t i = 0; i < result->output_count; i++) {
        const mh_output *output = &result->outputs[i];
        files[i] = (mh_file){
            .path = mh_task_output_path(mh_job_arena(job), item, output->format),
            .parts = &output->bytes,
            .part_count = 1,
        };
    }
    return mh_file_write_set(job, files, result->output_count);
}

static mh_status write_dump(mh_job *job, mh_converter *converter, mh_view bytes,
                            const mh_convert_request *request, const mh_dump *dump)
{
    GString *text = mh_arena_string(mh_job_arena(job));
    mh_status status = mh_convert_dump(job, converter, bytes, request, dump, text);
    if (status != MH_OK)
        return status;
    return mh_file_write(job, "-", (mh_view){.ptr = text->str, .len = text->len});
}

static mh_convert_request request_of(mh_job *job, const mh_plan_item *item,
                                     const mh_task_options *options)
{
    mh_convert_request request = {
        .encoding = options->encoding, .facts = options->facts, .formats = options->formats};
    if (options->metadata)
        mh_side_data_apply(options->metadata, item->name, &request.facts);
    char *folder = g_path_get_dirname(item->path);
    request.base_path = mh_arena_strdup(mh_job_arena(job), folder);
    g_free(folder);
    return request;
}

/* A library that got no memory may have gone on without a font or a picture: what was made next to
 * the limit is not to be trusted. */
static mh_status check_memory(mh_job *job)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return MH_OK;
    void *probe = mmap(NULL, MH_TASK_ROOM_BYTES, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (probe == MAP_FAILED)
        return mh_report(job, MH_BAT_MEMORY, 0, 0, "%ju", (uintmax_t)limit.rlim_cur / MIB);
    (void)munmap(probe, MH_TASK_ROOM_BYTES);
    return MH_OK;
}

static mh_status convert(mh_job *job, mh_converter *converter, const mh_plan_item *item,
                         const mh_task_options *options, mh_convert_result *result)
{
    mh_view bytes = {0};
    mh_status status = mh_file_read(job, item->path, &bytes);
    if (status != MH_OK)
        return status;
    mh_convert_request request = request_of(job, item, options);
    request.source_sha256 = mh_digest_sha256(mh_job_arena(job), bytes);
    result->source_sha256 = request.source_sha256;
    if (options->dump)
        return write_dump(job, converter, bytes, &request, options->dump);
    status = mh_convert(job, converter, bytes, &request, result);
    if (status == MH_OK)
        status = check_memory(job);
    return status == MH_OK ? write_outputs(job, item, result) : status;
}

mh_task_outcome mh_task_run(mh_arena *arena, mh_converter *converter, const mh_plan_item *item,
                            const mh_task_options *options)
{
    char *base = g_path_get_basename(item->name);
    mh_job *job = mh_job_new(base);
    g_free(base);
    mh_job_set_epoch(job, options->epoch);
    gint64 start = g_get_monotonic_time();
    mh_convert_result result = {0};
    mh_status status = convert(job, converter, item, options, &result);
    if (status != MH_OK)
        result = (mh_convert_result){.source_sha256 = result.source_sha256};
    double seconds = (double)(g_get_monotonic_time() - start) / G_USEC_PER_SEC;

    mh_task_outcome outcome = {.status = status_of(job, status), .pages = result.pages};
    outcome.report = report_line(arena, job, item, outcome.status, &result, seconds);
    outcome.messages = messages_of(arena, job);
    mh_job_free(job);
    return outcome;
}

mh_task_outcome mh_task_lost(mh_arena *arena, const mh_plan_item *item, mh_diag_code code,
                             const char *detail)
{
    char *base = g_path_get_basename(item->name);
    mh_job *job = mh_job_new(base);
    g_free(base);
    mh_convert_result nothing = {0};
    mh_view bytes = {0};
    if (strcmp(item->path, "-") != 0 && mh_file_read(job, item->path, &bytes) == MH_OK)
        nothing.source_sha256 = mh_digest_sha256(mh_job_arena(job), bytes);
    (void)mh_report(job, code, 0, 0, "%s", detail);
    mh_task_outcome outcome = {.status = MH_TASK_FAILED};
    outcome.report = report_line(arena, job, item, outcome.status, &nothing, 0);
    outcome.messages = messages_of(arena, job);
    mh_job_free(job);
    return outcome;
}
