#include "batch/report.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdio.h>

#include "base/digest.h"
#include "base/file.h"

struct batch_report {
    const char *path;
    const char *journal_path; /* NULL for standard output */
    FILE *journal;
    const char *options_hash;
    GPtrArray *lines; /* by item; NULL where there is none yet */
    mh_arena *arena;
};

/* First line of a report: what it is and which options it belongs to. */
static const char *head_line(mh_arena *arena, const char *options_hash)
{
    return mh_arena_printf(
        arena, "{\"report\":\"masthead\",\"schema\":1,\"options_sha256\":\"%s\"}", options_hash);
}

static void destroy_arena(batch_report *report)
{
    mh_arena_free(report->arena);
}

batch_report *batch_report_new(mh_job *job, const char *path, const char *options_hash)
{
    mh_arena *arena = mh_arena_new();
    batch_report *report = MH_NEW(arena, batch_report, 1);
    *report = (batch_report){
        .path = mh_arena_strdup(arena, path),
        .options_hash = mh_arena_strdup(arena, options_hash),
        .lines = mh_arena_ptr_array(arena),
        .arena = arena,
    };
    if (strcmp(path, "-") == 0)
        return report;

    char *folder = g_path_get_dirname(path);
    (void)g_mkdir_with_parents(folder, 0777);
    g_free(folder);
    report->journal_path = mh_arena_printf(arena, "%s.journal", path);
    report->journal = g_fopen(report->journal_path, "ae");
    if (!report->journal) {
        (void)mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", report->journal_path, g_strerror(errno));
        destroy_arena(report);
        return NULL;
    }
    (void)fprintf(report->journal, "%s\n", head_line(arena, options_hash));
    return report;
}

mh_status batch_report_add(mh_job *job, batch_report *report, size_t index, const char *line)
{
    if (report->lines->len <= index)
        g_ptr_array_set_size(report->lines, (gint)index + 1);
    report->lines->pdata[index] = mh_arena_strdup(report->arena, line);
    if (!report->journal)
        return MH_OK;
    if (fprintf(report->journal, "%s\n", line) < 0 || fflush(report->journal) != 0)
        return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", report->journal_path,
                         g_strerror(errno));
    return MH_OK;
}

mh_status batch_report_end(mh_job *job, batch_report *report)
{
    GString *text = mh_arena_string(report->arena);
    g_string_append_printf(text, "%s\n", head_line(report->arena, report->options_hash));
    for (guint i = 0; i < report->lines->len; i++)
        if (report->lines->pdata[i])
            g_string_append_printf(text, "%s\n", (const char *)report->lines->pdata[i]);
    mh_status status = mh_file_write(job, report->path, (mh_view){text->str, text->len});
    if (report->journal) {
        (void)fclose(report->journal);
        if (status == MH_OK)
            (void)g_unlink(report->journal_path);
    }
    destroy_arena(report);
    return status;
}

/* ------------------------------------------------------------------ resuming */

static JsonObject *parse_line(JsonParser *parser, const char *line)
{
    if (!json_parser_load_from_data(parser, line, -1, NULL))
        return NULL;
    JsonNode *root = json_parser_get_root(parser);
    return root && JSON_NODE_HOLDS_OBJECT(root) ? json_node_get_object(root) : NULL;
}

static const char *member(JsonObject *object, const char *name)
{
    JsonNode *node = object ? json_object_get_member(object, name) : NULL;
    return node && JSON_NODE_HOLDS_VALUE(node) ? json_node_get_string(node) : NULL;
}

/* A journal cut off in a line has half an object at its end: it does not parse and is left out. */
static void load_lines(mh_job *job, const char *path, const char *options_hash, GHashTable *table)
{
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        return;
    JsonParser *parser = json_parser_new();
    bool is_ours = false;
    char **lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        JsonObject *object = **line ? parse_line(parser, *line) : NULL;
        const char *record = member(object, "record");
        if (member(object, "options_sha256"))
            is_ours = g_strcmp0(member(object, "options_sha256"), options_hash) == 0;
        else if (is_ours && record)
            g_hash_table_insert(table, mh_arena_strdup(mh_job_arena(job), record),
                                mh_arena_strdup(mh_job_arena(job), *line));
    }
    g_strfreev(lines);
    g_object_unref(parser);
    g_free(text);
}

GHashTable *batch_report_load(mh_job *job, const char *path, const char *options_hash)
{
    GHashTable *table = mh_arena_string_hash(mh_job_arena(job));
    char *journal = g_strconcat(path, ".journal", NULL);
    load_lines(job, path, options_hash, table);
    load_lines(job, journal, options_hash, table);
    g_free(journal);
    return table;
}

static bool file_has_digest(const char *path, const char *sha256)
{
    mh_job *job = mh_job_new(path);
    mh_view bytes = {0};
    bool is_same = mh_file_read(job, path, &bytes) == MH_OK
                   && g_strcmp0(mh_digest_sha256(mh_job_arena(job), bytes), sha256) == 0;
    mh_job_free(job);
    return is_same;
}

static bool output_holds(JsonObject *outputs, const mh_format *format)
{
    JsonNode *node = outputs ? json_object_get_member(outputs, format->name) : NULL;
    JsonObject *output = node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
    const char *path = member(output, "path");
    return path && file_has_digest(path, member(output, "sha256"));
}

bool batch_report_still_holds(mh_job *job, const char *line, const mh_plan_item *item,
                              const mh_format *const *formats)
{
    (void)job;
    JsonParser *parser = json_parser_new();
    JsonObject *object = parse_line(parser, line);
    const char *status = member(object, "status");
    JsonNode *node = object ? json_object_get_member(object, "outputs") : NULL;
    JsonObject *outputs = node && JSON_NODE_HOLDS_OBJECT(node) ? json_node_get_object(node) : NULL;
    bool holds = status && strcmp(status, "failed") != 0 && strcmp(item->path, "-") != 0
                 && file_has_digest(item->path, member(object, "source_sha256"));
    for (const mh_format *const *format = formats; holds && *format; format++)
        holds = output_holds(outputs, *format);
    g_object_unref(parser);
    return holds;
}

const char *batch_report_skipped(mh_job *job, const char *line)
{
    JsonParser *parser = json_parser_new();
    JsonObject *object = parse_line(parser, line);
    const char *result = line;
    if (object) {
        json_object_set_string_member(object, "status", "skipped");
        char *text = json_to_string(json_parser_get_root(parser), FALSE);
        result = mh_arena_strdup(mh_job_arena(job), text);
        g_free(text);
    }
    g_object_unref(parser);
    return result;
}
