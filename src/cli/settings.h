#ifndef MH_CLI_SETTINGS_H
#define MH_CLI_SETTINGS_H

/*
 * What the commands that convert records have in common: the options of conversion-options.def and
 * what follows from them. Private to cli.
 */

#include "batch/batch.h"
#include "cli/command.h"

/** Values of the options. One run of the program has one of it: GOption writes to addresses. */
typedef struct cli_conversion {
    char *to;
    gint jobs;
    gint timeout; /**< -1 when it is not given */
    gint memory;  /**< likewise */
    char *quarantine;
    char *metadata;
    char **set;
    char *encoding;
    char *language;
    char *paper;
    char *emblem;
    char *stylesheets;
    char **parameters;
    char *pdf_profile;
    gboolean no_attachments;
    gboolean test_fonts;
    gboolean is_quiet;
    gboolean is_verbose;
} cli_conversion;

extern cli_conversion cli_given;

/** What a run of the batch is made from. */
typedef struct cli_settings {
    const char *command; /**< for messages about usage */
    mh_job *job;
    mh_arena *arena; /**< of the job */
    mh_converter_options converter;
    mh_batch_options batch;
    mh_plan_options plan;
} cli_settings;

/**
 * Settings that the options of conversion-options.def decide. The command has set the output of the
 * plan and, for --emit, the dump before.
 *
 * @return an exit status, after a message about what is wrong
 */
int cli_settings_choose(cli_settings *s);

/** Digest of all but the source that decides what the products are; when all else is chosen. */
void cli_settings_hash(cli_settings *s);

/** Prints what @p job has to say, for people. */
void cli_print_messages(mh_job *job);

/** Prints "masthead: ..." for a @p value that is wrong; @p format is a literal with one "%s". */
int cli_settings_bad(const cli_settings *s, const char *format, const char *value);

#endif
