#ifndef MH_CLI_COMMAND_H
#define MH_CLI_COMMAND_H

/* Subcommands: rows of one table (main.c). Private to cli. */

#include <glib.h>

typedef struct cli_command {
    const char *name;
    const char *summary; /**< one line for the list of commands */
    /** argv[0] is the subcommand's name. @return exit status */
    int (*run)(int argc, char **argv);
    /** Its help; owned by the caller. */
    GOptionContext *(*describe)(void);
    const GOptionEntry *options; /**< for completion; NULL when it has none */
} cli_command;

/** The table, ended by a row whose name is NULL. */
const cli_command *cli_commands(void);

int cli_convert(int argc, char **argv);
GOptionContext *cli_convert_describe(void);
extern const GOptionEntry cli_convert_options[];
extern const GOptionEntry cli_report_options[];
extern const GOptionEntry cli_watch_options[];
extern const GOptionEntry cli_verify_options[];
extern const GOptionEntry cli_pack_options[];
extern const GOptionEntry cli_explain_options[];
extern const GOptionEntry cli_stylesheets_options[];

int cli_watch(int argc, char **argv);
GOptionContext *cli_watch_describe(void);
int cli_report(int argc, char **argv);
GOptionContext *cli_report_describe(void);
int cli_verify(int argc, char **argv);
GOptionContext *cli_verify_describe(void);
int cli_pack(int argc, char **argv);
GOptionContext *cli_pack_describe(void);
int cli_explain(int argc, char **argv);
GOptionContext *cli_explain_describe(void);
int cli_formats(int argc, char **argv);
GOptionContext *cli_formats_describe(void);
int cli_stylesheets(int argc, char **argv);
GOptionContext *cli_stylesheets_describe(void);
int cli_completion(int argc, char **argv);
GOptionContext *cli_completion_describe(void);
int cli_help(int argc, char **argv);
GOptionContext *cli_help_describe(void);

/** Prints "masthead: MESSAGE" and where to find help; gives the exit status for wrong usage. */
int cli_usage_error(const char *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** Parses @p argv with @p context (not freed); prints the error and gives false when it is wrong.
 */
gboolean cli_parse(GOptionContext *context, const char *command, int *argc, char ***argv);

#endif
