#include "explain/explain.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/file.h"
#include "batch/batch.h"
#include "cli/command.h"

#define DEFAULT_WIDTH 120
#define WIDTH_MAX 1000

static struct {
    char *encoding;
    char *language;
    gint width;
    gboolean rules;
    char **paths;
} given;

const GOptionEntry cli_explain_options[] = {
    {"encoding", 0, 0, G_OPTION_ARG_STRING, &given.encoding,
     "character encoding of the text [found out]", "NAME"},
    {"language", 0, 0, G_OPTION_ARG_STRING, &given.language,
     "language of the record: ar, en, es, fr, ru or zh [found out]", "CODE"},
    {"width", 0, 0, G_OPTION_ARG_INT, &given.width,
     "columns of the output, 40 or more [the terminal's, else 120]", "N"},
    {"rules", 0, 0, G_OPTION_ARG_NONE, &given.rules,
     "print the rules that decide, with what each goes by, and exit", NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.paths, NULL, "FILE"},
    G_OPTION_ENTRY_NULL,
};

GOptionContext *cli_explain_describe(void)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_summary(
        context,
        "Shows each line of a record beside what it was taken for: page furniture, or its place "
        "in\n"
        "the record, by which rule (--rules lists them) and how sure that is, and what was found\n"
        "in it (dates, symbols, organs). ┌ │ └ join the lines of one paragraph; ┊ is a line "
        "within\n"
        "that was taken out. Messages follow their line. FILE may be - for standard input.\n\n"
        "certain  two printed features agree, as the next number and a heading\n"
        "likely   one does\n"
        "guess    only the place or the look of the line tells");
    g_option_context_set_description(
        context,
        "Colours are for terminals only, and not when NO_COLOR is set.\n"
        "Exit status: 0 shown; 1 the file is not text or cannot be read; 2 wrong usage.\n");
    g_option_context_add_main_entries(context, cli_explain_options, NULL);
    return context;
}

static unsigned terminal_width(void)
{
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= MH_EXPLAIN_WIDTH_MIN)
        return size.ws_col;
    return DEFAULT_WIDTH;
}

static gboolean wants_colour(void)
{
    const char *no_color = g_getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) && (!no_color || !*no_color)
           && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

static int explain(const char *path, const mh_explain_options *options)
{
    char *name = g_path_get_basename(path);
    mh_job *job = mh_job_new(name);
    GString *out = mh_arena_string(mh_job_arena(job));
    mh_view bytes = {0};
    mh_status status = mh_file_read(job, path, &bytes);
    if (status == MH_OK)
        status = mh_explain(job, bytes, options, out);
    (void)fwrite(out->str, 1, out->len, stdout);
    for (size_t i = 0; status != MH_OK && i < mh_job_diag_count(job); i++)
        (void)fprintf(stderr, "%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    mh_job_free(job);
    g_free(name);
    return status == MH_OK ? MH_EXIT_DONE : MH_EXIT_SOME_FAILED;
}

static int print_rules(void)
{
    GString *out = g_string_new(NULL);
    mh_explain_rules(out);
    (void)fwrite(out->str, 1, out->len, stdout);
    (void)g_string_free(out, TRUE);
    return MH_EXIT_DONE;
}

int cli_explain(int argc, char **argv)
{
    GOptionContext *context = cli_explain_describe();
    gboolean is_parsed = cli_parse(context, "explain", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    if (given.rules)
        return print_rules();
    if (!given.paths || given.paths[1])
        return cli_usage_error("explain", "give one record");
    if (given.width != 0 && (given.width < MH_EXPLAIN_WIDTH_MIN || given.width > WIDTH_MAX))
        return cli_usage_error("explain", "the width is from %d to %d columns",
                               MH_EXPLAIN_WIDTH_MIN, WIDTH_MAX);
    mh_explain_options options = {
        .encoding = given.encoding,
        .width = given.width ? (unsigned)given.width : terminal_width(),
        .is_coloured = wants_colour(),
    };
    if (given.language && !mh_side_data_set(&options.facts, "language", given.language))
        return cli_usage_error("explain",
                               "'%s' is not an official language; give ar, en, es, fr, ru or zh",
                               given.language);
    return explain(given.paths[0], &options);
}
