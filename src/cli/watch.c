#include "watch/watch.h"

#include <stdio.h>
#include <string.h>

#include "cli/settings.h"

#define SETTLE_SECONDS 2.0

/* What watch alone has; the rest is cli_given. */
static struct {
    double settle;
    gint poll;
    char **paths;
} given = {.settle = SETTLE_SECONDS};

const GOptionEntry cli_watch_options[] = {
#include "cli/conversion-options.def"
    {"settle", 0, 0, G_OPTION_ARG_DOUBLE, &given.settle,
     "leave a file alone for so long after its last change [2]", "SECONDS"},
    {"poll", 0, 0, G_OPTION_ARG_INT, &given.poll,
     "look through IN as often, too: for network folders, which tell of no changes", "SECONDS"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.paths, NULL, "IN OUT"},
    G_OPTION_ENTRY_NULL,
};

GOptionContext *cli_watch_describe(void)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_summary(
        context,
        "Converts what is put into the folder IN, with all below it, to the folder OUT, until it\n"
        "is stopped. A file is taken when its writing has ended, and once: again only when its\n"
        "content changes. OUT/.masthead/watch.ndjson keeps what was done, for 'masthead report'\n"
        "and the next start; sources stay where they are.");
    g_option_context_set_description(
        context,
        "Exit status: 0 stopped (Ctrl-C, SIGTERM), with nothing left in hand; 2 wrong usage; 3\n"
        "the machine failed; 75 or 130 stopped within a batch, or another process watches for\n"
        "OUT: start again.\n");
    g_option_context_add_main_entries(context, cli_watch_options, NULL);
    return context;
}

static int choose_all(cli_settings *s)
{
    if (!given.paths || !given.paths[1] || given.paths[2])
        return cli_usage_error(s->command, "give the folder to watch and the folder for products");
    if (!g_file_test(given.paths[0], G_FILE_TEST_IS_DIR))
        return cli_settings_bad(s, "the folder '%s' does not exist", given.paths[0]);
    if (given.settle < 0 || given.settle > G_MAXINT || given.poll < 0)
        return cli_usage_error(s->command, "a number of seconds cannot be negative");
    char *in = g_canonicalize_filename(given.paths[0], NULL);
    char *out = g_canonicalize_filename(given.paths[1], NULL);
    bool is_same = strcmp(in, out) == 0;
    g_free(in);
    g_free(out);
    if (is_same)
        return cli_settings_bad(s, "'%s' cannot be both folders", given.paths[0]);
    s->plan.output = given.paths[1];
    int status = cli_settings_choose(s);
    if (status == MH_EXIT_DONE)
        cli_settings_hash(s);
    return status;
}

static int run(cli_settings *s)
{
    mh_converter *converter = mh_converter_new(&s->converter);
    const mh_watch_options options = {
        .input = given.paths[0],
        .settle = given.settle,
        .poll_seconds = (guint)given.poll,
        .plan = s->plan,
        .batch = s->batch,
    };
    int status = MH_EXIT_MACHINE;
    if (mh_converter_warm_up(s->job, converter, s->batch.task.formats) == MH_OK)
        status = mh_watch_run(s->job, converter, &options);
    else
        cli_print_messages(s->job);
    mh_converter_free(converter);
    return status;
}

int cli_watch(int argc, char **argv)
{
    GOptionContext *context = cli_watch_describe();
    gboolean is_parsed = cli_parse(context, "watch", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    mh_job *job = mh_job_new("masthead");
    cli_settings s = {.command = "watch", .job = job, .arena = mh_job_arena(job)};
    int status = choose_all(&s);
    if (status == MH_EXIT_DONE)
        status = run(&s);
    else
        cli_print_messages(job);
    mh_job_free(job);
    return status;
}
