#include <stdio.h>
#include <string.h>

#include "cli/settings.h"

#define DEFAULT_OUTPUT "output"

/* What convert alone has; the rest is cli_given. */
static struct {
    char *output;
    char *base;
    char *shard;
    gboolean is_resumed;
    gboolean is_forced;
    gboolean fails_fast;
    gboolean is_dry;
    char *report;
    char *emit;
    gboolean no_progress;
    gboolean is_logged;
    char **paths;
} given;

const GOptionEntry cli_convert_options[] = {
#include "cli/conversion-options.def"
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,
     "folder for the products, a file for one record (its ending tells the format), or - for "
     "standard output [output]",
     "DIR|FILE|-"},
    {"base", 0, 0, G_OPTION_ARG_FILENAME, &given.base,
     "folder that files given by name are named below: DIR/a/b.txt gives a/b.akn.xml", "DIR"},
    {"shard", 0, 0, G_OPTION_ARG_STRING, &given.shard,
     "convert only part I of N parts of the records", "I/N"},
    {"resume", 0, 0, G_OPTION_ARG_NONE, &given.is_resumed,
     "leave out what the report of an earlier run says is done", NULL},
    {"force", 0, 0, G_OPTION_ARG_NONE, &given.is_forced, "convert it all the same", NULL},
    {"fail-fast", 0, 0, G_OPTION_ARG_NONE, &given.fails_fast, "stop at the first record that fails",
     NULL},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &given.is_dry, "print what would be converted", NULL},
    {"report", 0, 0, G_OPTION_ARG_FILENAME, &given.report,
     "write one JSON line a record; - is standard output", "FILE"},
    {"emit", 0, 0, G_OPTION_ARG_STRING, &given.emit,
     "print one stage's product instead: lines, blocks, record, akn, fo, pages, docx", "STAGE"},
    {"no-progress", 0, 0, G_OPTION_ARG_NONE, &given.no_progress, "draw no status line", NULL},
    {"log-progress", 0, 0, G_OPTION_ARG_NONE, &given.is_logged,
     "print a status line every ten seconds", NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.paths, NULL, "PATH…"},
    G_OPTION_ENTRY_NULL,
};

GOptionContext *cli_convert_describe(void)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_summary(
        context,
        "Converts records. PATH is a file, a folder (with all below it), - for standard\n"
        "input, or @LIST, a file with one path a line. Plain text, Akoma Ntoso and XSL-FO\n"
        "are told apart by their content.");
    g_option_context_set_description(
        context,
        "Exit status: 0 every record done; 1 some failed, the rest is done; 2 wrong usage;\n"
        "3 the machine failed; 75 stopped by SIGTERM, or another run\n"
        "writes there: run again; 130 interrupted.\n");
    g_option_context_add_main_entries(context, cli_convert_options, NULL);
    return context;
}

/* ------------------------------------------------------------------ the run's options */

static int choose_output(cli_settings *s)
{
    const char *output = given.output ? given.output : DEFAULT_OUTPUT;
    s->plan.output = output;
    s->plan.output_is_file = strcmp(output, "-") != 0 && mh_format_of_path(output)
                             && !g_file_test(output, G_FILE_TEST_IS_DIR);
    if (!given.paths)
        return cli_usage_error(s->command, "give a record, or a folder of records");
    s->plan.base = given.base;
    s->plan.paths = (const char *const *)(void *)given.paths;
    return MH_EXIT_DONE;
}

static int choose_shard(cli_settings *s)
{
    if (!given.shard)
        return MH_EXIT_DONE;
    char **parts = g_strsplit(given.shard, "/", 2);
    guint64 shard = 0;
    guint64 count = 0;
    bool is_shard = parts[0] && parts[1]
                    && g_ascii_string_to_unsigned(parts[1], 10, 1, G_MAXUINT, &count, NULL)
                    && g_ascii_string_to_unsigned(parts[0], 10, 1, count, &shard, NULL);
    g_strfreev(parts);
    if (!is_shard)
        return cli_settings_bad(s, "'%s' is no shard; give 1/4 for the first of four", given.shard);
    s->plan.shard = (guint)shard;
    s->plan.shard_count = (guint)count;
    return MH_EXIT_DONE;
}

static int choose_dump(cli_settings *s)
{
    if (!given.emit)
        return MH_EXIT_DONE;
    s->batch.task.dump = mh_dump_find(given.emit);
    if (!s->batch.task.dump)
        return cli_settings_bad(s, "there is no stage '%s' to show; see 'masthead help convert'",
                                given.emit);
    return MH_EXIT_DONE;
}

/* A shard has a report of its own: shards may run at the same time. */
static int choose_report(cli_settings *s)
{
    mh_batch_options *b = &s->batch;
    b->report = given.report;
    if (!b->is_resumed || b->report)
        return MH_EXIT_DONE;
    if (!b->folder)
        return cli_usage_error(s->command,
                               "--resume needs an output folder, or a file for --report");
    b->report = s->plan.shard > 0
                    ? mh_arena_printf(s->arena, "%s/.masthead/report-%u-of-%u.ndjson", b->folder,
                                      b->shard, b->shard_count)
                    : mh_arena_printf(s->arena, "%s/.masthead/report.ndjson", b->folder);
    return MH_EXIT_DONE;
}

static int choose_run(cli_settings *s)
{
    mh_batch_options *b = &s->batch;
    b->is_resumed = given.is_resumed;
    b->is_forced = given.is_forced;
    b->fails_fast = given.fails_fast;
    if (given.no_progress || cli_given.is_quiet)
        b->progress = MH_PROGRESS_NONE;
    else if (given.is_logged)
        b->progress = MH_PROGRESS_LOG;
    b->folder = s->plan.output_is_file || strcmp(s->plan.output, "-") == 0 ? NULL : s->plan.output;
    b->shard = s->plan.shard;
    b->shard_count = s->plan.shard_count;
    return choose_report(s);
}

static int choose_all(cli_settings *s)
{
    static int (*const steps[])(cli_settings *) = {choose_output, choose_dump, cli_settings_choose,
                                                   choose_shard, choose_run};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        int status = steps[i](s);
        if (status != MH_EXIT_DONE)
            return status;
    }
    cli_settings_hash(s);
    return MH_EXIT_DONE;
}

/* ------------------------------------------------------------------ running */

static void print_plan(const mh_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        (void)printf("%s\t%s\n", plan->items[i].path, plan->items[i].target);
    (void)printf("%zu records, %zu other files left out\n", plan->count, plan->ignored_count);
}

static int run(cli_settings *s)
{
    mh_plan plan = {0};
    if (mh_plan_make(s->job, &s->plan, &plan) != MH_OK)
        return MH_EXIT_USAGE;
    bool is_single = s->plan.output_is_file || strcmp(s->plan.output, "-") == 0;
    if (is_single && plan.count > 1)
        return cli_usage_error(s->command, "%s cannot take %zu records; give a folder",
                               s->plan.output, plan.count);
    if (given.is_dry) {
        print_plan(&plan);
        return MH_EXIT_DONE;
    }
    if (s->batch.workers > plan.count && plan.count > 0)
        s->batch.workers = (guint)plan.count;
    mh_converter *converter = mh_converter_new(&s->converter);
    int status = MH_EXIT_MACHINE;
    if (mh_converter_warm_up(s->job, converter, s->batch.task.formats) == MH_OK)
        status = mh_batch_run(s->job, converter, &plan, &s->batch);
    mh_converter_free(converter);
    return status;
}

int cli_convert(int argc, char **argv)
{
    GOptionContext *context = cli_convert_describe();
    gboolean is_parsed = cli_parse(context, "convert", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    mh_job *job = mh_job_new("masthead");
    cli_settings s = {.command = "convert", .job = job, .arena = mh_job_arena(job)};
    int status = choose_all(&s);
    if (status == MH_EXIT_DONE)
        status = run(&s);
    cli_print_messages(job);
    mh_job_free(job);
    return status;
}
