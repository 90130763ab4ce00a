#include <stdio.h>
#include <string.h>

#include "batch/batch.h"
#include "cli/command.h"
#include "report/page.h"

#define DEFAULT_OUTPUT "report.html"

static struct {
    char *output;
    char *format;
    char *base;
    char *title;
    char *stylesheets;
    gboolean is_quiet;
    char **paths;
} given;

const GOptionEntry cli_report_options[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,
     "the file to write, or - for standard output [report.html]", "FILE|-"},
    {"format", 0, 0, G_OPTION_ARG_STRING, &given.format,
     "html, or ndjson for one merged report [by the ending of the file]", "NAME"},
    {"base", 0, 0, G_OPTION_ARG_FILENAME, &given.base,
     "folder that the runs were started in: paths in the reports are relative to it [.]", "DIR"},
    {"title", 0, 0, G_OPTION_ARG_STRING, &given.title, "title of the page", "TEXT"},
    {"stylesheets", 0, 0, G_OPTION_ARG_FILENAME, &given.stylesheets,
     "folder whose files replace built-in stylesheets of the same name", "DIR"},
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &given.is_quiet, "print only errors", NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.paths, NULL, "REPORT…"},
    G_OPTION_ENTRY_NULL,
};

GOptionContext *cli_report_describe(void)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_summary(
        context,
        "Merges reports of convert - of shards, of runs that were resumed - into one web page:\n"
        "counts, charts, slowest and worst records, every message with links to the record's\n"
        "files, filters by status, kind, language and message. It needs neither server nor\n"
        "network. REPORT is what --report wrote, or an output folder. Where two reports tell of\n"
        "one record, the later one counts.");
    g_option_context_set_description(
        context, "Exit status: 0 the reports tell of every record; 1 the page was written, but a\n"
                 "shard or a part of a run is missing; 2 wrong usage, or no report; 3 the machine\n"
                 "failed.\n");
    g_option_context_add_main_entries(context, cli_report_options, NULL);
    return context;
}

static int write_page(mh_job *job, const mh_merge *merge, const char *output)
{
    const mh_page_options options = {
        .output = output,
        .base = given.base ? given.base : ".",
        .title = given.title ? given.title : "Conversion report",
    };
    mh_page_counts counts = {0};
    mh_transform *transform = mh_transform_new(given.stylesheets);
    mh_status status = mh_page_write(job, transform, merge, &options, &counts);
    mh_transform_free(transform);
    if (status != MH_OK)
        return MH_EXIT_MACHINE;
    if (!given.is_quiet)
        (void)fprintf(stderr, "%s: %zu records, %zu with warnings, %zu failed\n", output,
                      counts.records, counts.warned, counts.failed);
    return MH_EXIT_DONE;
}

static int write_lines(mh_job *job, const mh_merge *merge, const char *output)
{
    return mh_merge_write(job, merge, output) == MH_OK ? MH_EXIT_DONE : MH_EXIT_MACHINE;
}

static int run(mh_job *job, const char *output, gboolean is_page)
{
    mh_merge *merge = NULL;
    if (mh_merge_read(job, (const char *const *)(void *)given.paths, &merge) != MH_OK)
        return MH_EXIT_USAGE;
    int status = is_page ? write_page(job, merge, output) : write_lines(job, merge, output);
    if (status == MH_EXIT_DONE && !mh_merge_is_complete(merge))
        status = MH_EXIT_SOME_FAILED;
    return status;
}

int cli_report(int argc, char **argv)
{
    GOptionContext *context = cli_report_describe();
    gboolean is_parsed = cli_parse(context, "report", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    if (!given.paths)
        return cli_usage_error("report", "give a report that convert wrote, or its output folder");
    if (given.stylesheets && !g_file_test(given.stylesheets, G_FILE_TEST_IS_DIR))
        return cli_usage_error("report", "the stylesheet folder '%s' does not exist",
                               given.stylesheets);
    const char *output = given.output ? given.output : DEFAULT_OUTPUT;
    const char *format = given.format                          ? given.format
                         : g_str_has_suffix(output, ".ndjson") ? "ndjson"
                                                               : "html";
    if (strcmp(format, "html") != 0 && strcmp(format, "ndjson") != 0)
        return cli_usage_error("report", "there is no format '%s'; give html or ndjson", format);
    mh_job *job = mh_job_new("masthead");
    int status = run(job, output, strcmp(format, "html") == 0);
    for (size_t i = 0; i < mh_job_diag_count(job); i++) {
        const mh_diag *diag = mh_job_diag(job, i);
        if (!given.is_quiet || mh_diag_info_of(diag->code)->severity >= MH_ERROR)
            (void)fprintf(stderr, "%s\n", mh_job_diag_format(job, diag));
    }
    mh_job_free(job);
    return status;
}
