#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "batch/batch.h"
#include "cli/command.h"

static const cli_command commands[] = {
    {"convert", "convert records to XML, PDF, DOCX and more", cli_convert, cli_convert_describe,
     cli_convert_options},
    {"watch", "convert what is put into a folder", cli_watch, cli_watch_describe,
     cli_watch_options},
    {"report", "merge reports into one web page", cli_report, cli_report_describe,
     cli_report_options},
    {"verify", "check what was converted against its source", cli_verify, cli_verify_describe,
     cli_verify_options},
    {"pack", "put what was converted into packages for an archive", cli_pack, cli_pack_describe,
     cli_pack_options},
    {"explain", "show what each line of a record was taken for", cli_explain, cli_explain_describe,
     cli_explain_options},
    {"formats", "list the output formats", cli_formats, cli_formats_describe, NULL},
    {"stylesheets", "list or export the built-in stylesheets", cli_stylesheets,
     cli_stylesheets_describe, cli_stylesheets_options},
    {"completion", "print the completion script for a shell", cli_completion,
     cli_completion_describe, NULL},
    {"help", "show this help, or that of a command", cli_help, cli_help_describe, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

const cli_command *cli_commands(void)
{
    return commands;
}

int cli_usage_error(const char *command, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *message = g_strdup_vprintf(format, args);
    va_end(args);
    (void)fprintf(stderr, "masthead: %s\nTry 'masthead help%s%s'.\n", message, *command ? " " : "",
                  command);
    g_free(message);
    return MH_EXIT_USAGE;
}

/* GOption does not know "-j4" and "-opages": it wants the value apart. */
static char **part_values(int argc, char **argv, const char *letters)
{
    GPtrArray *parts = g_ptr_array_new();
    gboolean is_option = TRUE;
    for (int i = 0; i < argc; i++) {
        const char *arg = argv[i];
        is_option = is_option && strcmp(arg, "--") != 0;
        if (is_option && arg[0] == '-' && arg[1] != '\0' && strchr(letters, arg[1])
            && arg[2] != '\0') {
            g_ptr_array_add(parts, g_strndup(arg, 2));
            g_ptr_array_add(parts, g_strdup(arg + 2));
        } else {
            g_ptr_array_add(parts, g_strdup(arg));
        }
    }
    g_ptr_array_add(parts, NULL);
    return (char **)g_ptr_array_free(parts, FALSE);
}

gboolean cli_parse(GOptionContext *context, const char *command, int *argc, char ***argv)
{
    GError *error = NULL;
    *argv = part_values(*argc, *argv, "jtoes");
    *argc = (int)g_strv_length(*argv);
    if (g_option_context_parse(context, argc, argv, &error))
        return TRUE;
    (void)cli_usage_error(command, "%s", error->message);
    g_error_free(error);
    return FALSE;
}

static const cli_command *find(const char *name)
{
    for (const cli_command *c = commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

static int run(int argc, char **argv)
{
    if (argc < 2) {
        (void)cli_help(1, argv);
        return MH_EXIT_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        return cli_help(1, argv);
    if (strcmp(name, "--version") == 0) {
        (void)printf("masthead %s\n", MASTHEAD_VERSION);
        return MH_EXIT_DONE;
    }
    const cli_command *command = find(name);
    if (!command)
        return cli_usage_error("", "there is no command '%s'", name);
    char *program = g_strconcat("masthead ", name, NULL);
    g_set_prgname(program); /* GOption prints it in "Usage:" */
    g_free(program);
    return command->run(argc - 1, argv + 1);
}

int main(int argc, char **argv)
{
    (void)setlocale(LC_ALL, "");
    /* Numbers in products never follow the user's locale. */
    (void)setlocale(LC_NUMERIC, "C");
    int status = run(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        (void)fprintf(stderr, "masthead: cannot write to standard output\n");
        return MH_EXIT_MACHINE;
    }
    return status;
}
