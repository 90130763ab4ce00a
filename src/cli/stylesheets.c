#include <stdio.h>

#include "base/file.h"
#include "batch/batch.h"
#include "cli/command.h"
#include "transform/transform.h"

static char *export_folder;

const GOptionEntry cli_stylesheets_options[] = {
    {"export", 'e', 0, G_OPTION_ARG_FILENAME, &export_folder,
     "write all of them into DIR, which must be new or empty", "DIR"},
    G_OPTION_ENTRY_NULL,
};

GOptionContext *cli_stylesheets_describe(void)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_summary(
        context, "Lists the built-in stylesheets. To change how documents look, put a file of the\n"
                 "same name into a folder and give that folder to 'convert --stylesheets'.");
    g_option_context_add_main_entries(context, cli_stylesheets_options, NULL);
    return context;
}

static gboolean is_new_or_empty(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    if (!dir)
        return !g_file_test(folder, G_FILE_TEST_EXISTS);
    gboolean is_empty = g_dir_read_name(dir) == NULL;
    g_dir_close(dir);
    return is_empty;
}

static int export(const char *folder)
{
    if (!is_new_or_empty(folder))
        return cli_usage_error("stylesheets", "%s is not empty; nothing was written", folder);
    mh_job *job = mh_job_new(folder);
    mh_status status = MH_OK;
    for (const char *const *name = mh_transform_names(); *name && status == MH_OK; name++)
        status = mh_file_write(job, mh_arena_printf(mh_job_arena(job), "%s/%s", folder, *name),
                               mh_transform_builtin(*name));
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        (void)fprintf(stderr, "masthead: %s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    mh_job_free(job);
    return status == MH_OK ? MH_EXIT_DONE : MH_EXIT_MACHINE;
}

int cli_stylesheets(int argc, char **argv)
{
    GOptionContext *context = cli_stylesheets_describe();
    gboolean is_parsed = cli_parse(context, "stylesheets", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    if (argc > 1)
        return cli_usage_error("stylesheets", "there is nothing to do with '%s'", argv[1]);
    if (export_folder)
        return export(export_folder);
    for (const char *const *name = mh_transform_names(); *name; name++)
        (void)printf("%s\n", *name);
    return MH_EXIT_DONE;
}
