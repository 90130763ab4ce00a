#include <stdio.h>
#include <string.h>

#include "batch/batch.h"
#include "cli/command.h"

static const char introduction[] =
    "Masthead turns plain-text United Nations records into Akoma Ntoso XML, archival PDF and "
    "Word.\n"
    "\n"
    "  masthead convert letter.txt                 four files in the folder output\n"
    "  masthead convert -o done records            a folder of records, mirrored in done\n"
    "  masthead convert -t pdf -o - - <letter.txt  from standard input to standard output\n"
    "\n";

static void print_all(void)
{
    (void)printf("Usage: masthead COMMAND [OPTION…]\n\n%sCommands:\n", introduction);
    for (const cli_command *c = cli_commands(); c->name; c++)
        (void)printf("  %-12s %s\n", c->name, c->summary);
    (void)printf("\n'masthead help COMMAND' tells more; 'masthead --version' the version.\n");
}

int cli_help(int argc, char **argv)
{
    if (argc < 2) {
        print_all();
        return MH_EXIT_DONE;
    }
    for (const cli_command *c = cli_commands(); c->name; c++) {
        if (strcmp(c->name, argv[1]) != 0)
            continue;
        GOptionContext *context = c->describe();
        char *program = g_strconcat("masthead ", c->name, NULL);
        g_set_prgname(program);
        g_free(program);
        char *text = g_option_context_get_help(context, TRUE, NULL);
        (void)fputs(text, stdout);
        g_free(text);
        g_option_context_free(context);
        return MH_EXIT_DONE;
    }
    return cli_usage_error("", "there is no command '%s'", argv[1]);
}

GOptionContext *cli_help_describe(void)
{
    return g_option_context_new("[COMMAND]");
}
