#include <stdio.h>
#include <string.h>

#include "batch/batch.h"
#include "cli/command.h"
#include "pack/pack.h"

/* Completion scripts, from the tables that GOption reads: an option that is there is completed. */

GOptionContext *cli_completion_describe(void)
{
    GOptionContext *context = g_option_context_new("bash|zsh|fish");
    g_option_context_set_summary(
        context, "Prints the completion script for a shell. Installing Masthead installs all\n"
                 "three; without that: eval \"$(masthead completion bash)\".");
    return context;
}

/* ------------------------------------------------------------------ values of options */

/* Appends the names of all formats, or stages, with a blank between. */
static void append_formats(GString *out)
{
    size_t count = 0;
    const mh_format *formats = mh_formats(&count);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(out, "%s ", formats[i].name);
    g_string_append(out, "all");
}

static void append_stages(GString *out)
{
    size_t count = 0;
    const mh_dump *dumps = mh_dumps(&count);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "", dumps[i].name);
}

static void append_profiles(GString *out)
{
    for (int i = MH_PDF_A3A_UA; i <= MH_PDF_PLAIN; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "",
                               mh_pdf_profile_name((mh_pdf_profile)i));
}

static void append_packages(GString *out)
{
    for (size_t i = 0; mh_pack_format_at(i); i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "",
                               mh_pack_format_name(mh_pack_format_at(i)));
}

static void append_settings(GString *out)
{
    for (const mh_pack_setting *s = mh_pack_settings(); s->name; s++)
        g_string_append_printf(out, "%s%s=", s == mh_pack_settings() ? "" : " ", s->name);
}

/* Options whose value is one of some words. */
static const struct {
    const GOptionEntry *command; /* that has the option; NULL: any */
    const char *option;
    const char *words;
    void (*append)(GString *out); /* when the words are rows of a table */
} choices[] = {
    {NULL, "to", NULL, append_formats},
    {NULL, "emit", NULL, append_stages},
    {NULL, "pdf-profile", NULL, append_profiles},
    {NULL, "paper", "letter a4", NULL},
    {NULL, "language", "ar en es fr ru zh", NULL},
    {NULL, "format", "html ndjson", NULL},
    {cli_convert_options, "set", "symbol= date= title= language= job-number=", NULL},
    {cli_pack_options, "as", NULL, append_packages},
    {cli_pack_options, "set", NULL, append_settings},
};

static gboolean has_option(const GOptionEntry *options, const GOptionEntry *option)
{
    const GOptionEntry *o = options;
    while (o && o->long_name && o != option)
        o++;
    return !options || o == option;
}

/* The words, or "" when anything may stand there. */
static void append_choices(GString *out, const GOptionEntry *option)
{
    for (size_t i = 0; i < G_N_ELEMENTS(choices); i++) {
        if (strcmp(option->long_name, choices[i].option) != 0
            || !has_option(choices[i].command, option))
            continue;
        if (choices[i].append)
            choices[i].append(out);
        else
            g_string_append(out, choices[i].words);
    }
}

static gboolean takes_value(const GOptionEntry *option)
{
    return option->arg != G_OPTION_ARG_NONE;
}

static gboolean takes_folder(const GOptionEntry *option)
{
    return g_strcmp0(option->arg_description, "DIR") == 0;
}

static gboolean takes_file(const GOptionEntry *option)
{
    return option->arg == G_OPTION_ARG_FILENAME && !takes_folder(option);
}

/* The row for file arguments has no name. */
static const GOptionEntry *next_option(const GOptionEntry *option)
{
    while (option && option->long_name && !*option->long_name)
        option++;
    return option && option->long_name ? option : NULL;
}

/* Appends @p text with a backslash before each character of @p special. */
static void append_escaped(GString *out, const char *text, const char *special)
{
    for (const char *p = text; *p; p++) {
        if (strchr(special, *p))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *p);
    }
}

/* ------------------------------------------------------------------ bash */

static void bash_option_names(GString *out, const cli_command *command)
{
    for (const GOptionEntry *option = next_option(command->options); option;
         option = next_option(option + 1)) {
        g_string_append_printf(out, "--%s ", option->long_name);
        if (option->short_name)
            g_string_append_printf(out, "-%c ", option->short_name);
    }
    g_string_append(out, "--help");
}

static void bash_values(GString *out, const cli_command *command)
{
    for (const GOptionEntry *option = next_option(command->options); option;
         option = next_option(option + 1)) {
        if (!takes_value(option))
            continue;
        g_string_append_printf(out, "    '%s --%s'", command->name, option->long_name);
        if (option->short_name)
            g_string_append_printf(out, " | '%s -%c'", command->name, option->short_name);
        GString *words = g_string_new(NULL);
        append_choices(words, option);
        if (words->len > 0)
            g_string_append_printf(out, ") words='%s' ;;\n", words->str);
        else
            g_string_append_printf(out, ") kind=%s ;;\n",
                                   takes_folder(option) ? "-d"
                                   : takes_file(option) ? "-f"
                                                        : "none");
        (void)g_string_free(words, TRUE);
    }
}

static void write_bash(GString *out)
{
    g_string_append(out, "# Completion of masthead(1) for bash.\n"
                         "_masthead()\n{\n"
                         "    local current=${COMP_WORDS[COMP_CWORD]}\n"
                         "    local command=${COMP_WORDS[1]} kind=-f words='' commands='");
    for (const cli_command *c = cli_commands(); c->name; c++)
        g_string_append_printf(out, "%s%s", c == cli_commands() ? "" : " ", c->name);
    g_string_append(out, "'\n    case \"$command ${COMP_WORDS[COMP_CWORD - 1]}\" in\n");
    for (const cli_command *c = cli_commands(); c->name; c++)
        bash_values(out, c);
    g_string_append(out, "    'completion completion') words='bash zsh fish' ;;\n"
                         "    'help help') words=$commands ;;\n"
                         "    *)\n        case $current in\n        -*)\n"
                         "            case $command in\n");
    for (const cli_command *c = cli_commands(); c->name; c++) {
        g_string_append_printf(out, "            %s) words='", c->name);
        bash_option_names(out, c);
        g_string_append(out, "' ;;\n");
    }
    g_string_append(out, "            esac ;;\n        esac ;;\n    esac\n"
                         "    [ \"$COMP_CWORD\" -eq 1 ] && words=\"$commands --help --version\"\n"
                         "    if [ -n \"$words\" ]; then\n"
                         "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
                         "    elif [ \"$kind\" = none ]; then\n"
                         "        COMPREPLY=()\n"
                         "    else\n"
                         "        compopt -o filenames 2>/dev/null\n"
                         "        mapfile -t COMPREPLY < <(compgen \"$kind\" -- \"$current\")\n"
                         "    fi\n}\ncomplete -F _masthead masthead\n");
}

/* ------------------------------------------------------------------ zsh */

static void zsh_quoted(GString *out, const char *text)
{
    char **parts = g_strsplit(text, "'", -1);
    for (char **part = parts; *part; part++) {
        g_string_append(out, part == parts ? "" : "'\\''");
        append_escaped(out, *part, "[]:\\");
    }
    g_strfreev(parts);
}

/* One specification for _arguments: 'NAME[what it does]:VALUE:how to complete it'. */
static void zsh_option(GString *out, const GOptionEntry *option, const char *name)
{
    gboolean is_list =
        option->arg == G_OPTION_ARG_STRING_ARRAY || option->arg == G_OPTION_ARG_FILENAME_ARRAY;
    gboolean is_long = name[1] == '-';
    const char *joint = !takes_value(option) ? "" : is_long ? "=" : "+";
    g_string_append_printf(out, "            '%s%s%s[", is_list ? "*" : "", name, joint);
    zsh_quoted(out, option->description);
    g_string_append_c(out, ']');
    if (takes_value(option)) {
        g_string_append_c(out, ':');
        zsh_quoted(out, option->arg_description);
        g_string_append_c(out, ':');
        GString *words = g_string_new(NULL);
        append_choices(words, option);
        if (words->len > 0)
            g_string_append_printf(out, "(%s)", words->str);
        else if (takes_folder(option) || takes_file(option))
            g_string_append(out, takes_folder(option) ? "_files -/" : "_files");
        (void)g_string_free(words, TRUE);
    }
    g_string_append(out, "' \\\n");
}

static void zsh_command(GString *out, const cli_command *command)
{
    g_string_append_printf(out, "    %s)\n        _arguments -s \\\n", command->name);
    for (const GOptionEntry *option = next_option(command->options); option;
         option = next_option(option + 1)) {
        char *name = g_strconcat("--", option->long_name, NULL);
        char short_name[] = {'-', option->short_name, '\0'};
        zsh_option(out, option, name);
        if (option->short_name)
            zsh_option(out, option, short_name);
        g_free(name);
    }
    g_string_append(out, "            '--help[show help]' \\\n");
    if (strcmp(command->name, "completion") == 0)
        g_string_append(out, "            '1:shell:(bash zsh fish)' ;;\n");
    else if (strcmp(command->name, "help") == 0)
        g_string_append(out, "            '1:command:_masthead_commands' ;;\n");
    else
        g_string_append(out, "            '*:file:_files' ;;\n");
}

static void write_zsh(GString *out)
{
    g_string_append(out, "#compdef masthead\n# Completion of masthead(1) for zsh.\n"
                         "_masthead_commands()\n{\n    local -a commands\n    commands=(\n");
    for (const cli_command *c = cli_commands(); c->name; c++) {
        g_string_append_printf(out, "        '%s:", c->name);
        zsh_quoted(out, c->summary);
        g_string_append(out, "'\n");
    }
    g_string_append(out, "    )\n    _describe command commands\n}\n\n"
                         "_masthead()\n{\n"
                         "    if ((CURRENT == 2)); then\n"
                         "        _masthead_commands\n"
                         "        return\n"
                         "    fi\n"
                         "    shift words\n"
                         "    ((CURRENT--))\n"
                         "    case $words[1] in\n");
    for (const cli_command *c = cli_commands(); c->name; c++)
        zsh_command(out, c);
    g_string_append(out, "    esac\n}\n\n"
                         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n"
                         "    _masthead \"$@\"\nelse\n    compdef _masthead masthead\nfi\n");
}

/* ------------------------------------------------------------------ fish */

static void fish_option(GString *out, const cli_command *command, const GOptionEntry *option)
{
    g_string_append_printf(out, "complete -c masthead -n '__fish_seen_subcommand_from %s' -l %s",
                           command->name, option->long_name);
    if (option->short_name)
        g_string_append_printf(out, " -s %c", option->short_name);
    GString *words = g_string_new(NULL);
    append_choices(words, option);
    if (words->len > 0)
        g_string_append_printf(out, " -x -a '%s'", words->str);
    else if (takes_folder(option))
        g_string_append(out, " -x -a '(__fish_complete_directories)'");
    else if (takes_value(option))
        g_string_append(out, takes_file(option) ? " -r -F" : " -x");
    (void)g_string_free(words, TRUE);
    g_string_append(out, " -d '");
    append_escaped(out, option->description, "'\\");
    g_string_append(out, "'\n");
}

static void write_fish(GString *out)
{
    g_string_append(out, "# Completion of masthead(1) for fish.\n");
    for (const cli_command *c = cli_commands(); c->name; c++) {
        g_string_append_printf(out, "complete -c masthead -f -n __fish_use_subcommand -a %s -d '",
                               c->name);
        append_escaped(out, c->summary, "'\\");
        g_string_append(out, "'\n");
    }
    g_string_append(out, "complete -c masthead -l help -d 'show help'\n"
                         "complete -c masthead -n __fish_use_subcommand -l version -d "
                         "'show the version'\n"
                         "complete -c masthead -f -n '__fish_seen_subcommand_from completion' -a "
                         "'bash zsh fish'\n"
                         "complete -c masthead -f -n '__fish_seen_subcommand_from help' -a '");
    for (const cli_command *c = cli_commands(); c->name; c++)
        g_string_append_printf(out, "%s%s", c == cli_commands() ? "" : " ", c->name);
    g_string_append(out, "'\n");
    for (const cli_command *c = cli_commands(); c->name; c++)
        for (const GOptionEntry *option = next_option(c->options); option;
             option = next_option(option + 1))
            fish_option(out, c, option);
}

/* ------------------------------------------------------------------ the command */

static const struct {
    const char *name;
    void (*write)(GString *out);
} shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};

int cli_completion(int argc, char **argv)
{
    GOptionContext *context = cli_completion_describe();
    gboolean is_parsed = cli_parse(context, "completion", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    for (size_t i = 0; argc == 2 && i < G_N_ELEMENTS(shells); i++) {
        if (strcmp(argv[1], shells[i].name) != 0)
            continue;
        GString *script = g_string_new(NULL);
        shells[i].write(script);
        (void)fputs(script->str, stdout);
        (void)g_string_free(script, TRUE);
        return MH_EXIT_DONE;
    }
    return cli_usage_error("completion", "give one of bash, zsh and fish");
}
