#include "pack/pack.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/batch.h"
#include "cli/command.h"

#define DEFAULT_OUTPUT "packages"

enum {
    REDRAW_US = 200000,
    LOG_US = 10 * G_USEC_PER_SEC,
};

static struct {
    char *as;
    char *output;
    gboolean is_tar;
    gboolean is_zip;
    gboolean is_per_record;
    gint set_size;
    char *profile;
    char **set;
    char *source;
    char *schemas;
    char *stylesheets;
    gboolean keeps_faulty;
    gboolean is_forced;
    gboolean is_dry;
    gboolean no_progress;
    gboolean is_logged;
    gboolean is_quiet;
    gboolean is_verbose;
    char **folders;
} given;

const GOptionEntry cli_pack_options[] = {
    {"as", 'a', 0, G_OPTION_ARG_STRING, &given.as, "kind of package (below)", "FORMAT"},
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, "folder for the packages [packages]",
     "DIR"},
    {"tar", 0, 0, G_OPTION_ARG_NONE, &given.is_tar, "each package as one tar file", NULL},
    {"zip", 0, 0, G_OPTION_ARG_NONE, &given.is_zip, "each package as one zip file", NULL},
    {"per-record", 0, 0, G_OPTION_ARG_NONE, &given.is_per_record, "a package for each record",
     NULL},
    {"set-size", 0, 0, G_OPTION_ARG_INT, &given.set_size, "records in a package, 1 to 1000 [1000]",
     "N"},
    {"profile", 0, 0, G_OPTION_ARG_STRING, &given.profile,
     "eark-sip: version of the specification; bagit: address of a BagIt profile", "NAME"},
    {"set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.set,
     "what the packages say of institution, rights and more (below)", "FIELD=VALUE"},
    {"source", 's', 0, G_OPTION_ARG_FILENAME, &given.source,
     "folder of the texts that were converted [they are in the PDFs]", "DIR"},
    {"schemas", 0, 0, G_OPTION_ARG_FILENAME, &given.schemas,
     "eark-sip: folder of XML Schemas (.xsd) to put into each package", "DIR"},
    {"stylesheets", 0, 0, G_OPTION_ARG_FILENAME, &given.stylesheets,
     "folder whose files replace built-in stylesheets of the same name", "DIR"},
    {"keep-faulty", 0, 0, G_OPTION_ARG_NONE, &given.keeps_faulty,
     "pack records that do not hold, too; their packages say so", NULL},
    {"force", 0, 0, G_OPTION_ARG_NONE, &given.is_forced,
     "replace packages that are there with other content", NULL},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &given.is_dry, "print what would be packed", NULL},
    {"no-progress", 0, 0, G_OPTION_ARG_NONE, &given.no_progress, "draw no status line", NULL},
    {"log-progress", 0, 0, G_OPTION_ARG_NONE, &given.is_logged,
     "print a status line every ten seconds", NULL},
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &given.is_quiet, "print only errors", NULL},
    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &given.is_verbose, "print notes as well", NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.folders, NULL, "DIR…"},
    G_OPTION_ENTRY_NULL,
};

static char *describe_rest(void)
{
    GString *text = g_string_new("Kinds of package:\n");
    for (size_t i = 0; mh_pack_format_at(i); i++)
        g_string_append_printf(text, "  %-16s %s\n", mh_pack_format_name(mh_pack_format_at(i)),
                               mh_pack_format_description(mh_pack_format_at(i)));
    g_string_append(text, "\nFields of --set:\n");
    for (const mh_pack_setting *s = mh_pack_settings(); s->name; s++)
        g_string_append_printf(text, s->value ? "  %-16s %s [%s]\n" : "  %-16s %s\n", s->name,
                               s->description, s->value);
    g_string_append(
        text, "\nExit status: 0 all records are packed; 1 some were left out or a package could "
              "not\nbe made; 2 wrong usage; 3 the machine failed; 75 stopped by SIGTERM, or "
              "another run\nwrites there: run again; 130 interrupted.\n");
    return g_string_free(text, FALSE);
}

GOptionContext *cli_pack_describe(void)
{
    GOptionContext *context = g_option_context_new("DIR…");
    g_option_context_set_summary(
        context,
        "Puts what 'convert' wrote to DIR into packages that an archive takes in. Each product\n"
        "is checked first, as 'verify' does; a record that does not hold is left out. The text\n"
        "it came from goes in, too. A package appears whole or not at all, and the same products\n"
        "give the same package: to pack again changes nothing.\n"
        "\n"
        "  masthead pack --as bagit -o bags done\n"
        "  masthead pack --as eark-sip --zip --set preservation='National Archives' done\n"
        "\n"
        "'verify' checks packages.");
    char *rest = describe_rest();
    g_option_context_set_description(context, rest);
    g_free(rest);
    g_option_context_add_main_entries(context, cli_pack_options, NULL);
    return context;
}

/* ------------------------------------------------------------------ options */

typedef struct setup {
    mh_job *job;
    mh_arena *arena;
    mh_pack_options options;
} setup;

static int choose_format(setup *s)
{
    if (!given.as)
        return cli_usage_error("pack", "say what kind of package with --as");
    s->options.format = mh_pack_format_find(given.as);
    if (!s->options.format)
        return cli_usage_error("pack", "there is no kind of package '%s'", given.as);
    if (!mh_pack_profile_ok(s->options.format, given.profile))
        return cli_usage_error("pack", "%s has no profile '%s'", given.as, given.profile);
    if (given.is_tar && given.is_zip)
        return cli_usage_error("pack", "give --tar or --zip, not both");
    s->options.profile = given.profile;
    s->options.container = given.is_tar ? MH_PACK_TAR : given.is_zip ? MH_PACK_ZIP : MH_PACK_FOLDER;
    return MH_EXIT_DONE;
}

static int choose_folders(setup *s)
{
    if (!given.folders)
        return cli_usage_error("pack", "give a folder that 'convert' wrote");
    for (char **folder = given.folders; *folder; folder++)
        if (!g_file_test(*folder, G_FILE_TEST_IS_DIR))
            return cli_usage_error("pack", "the folder '%s' does not exist", *folder);
    const char *const others[] = {given.source, given.schemas, given.stylesheets};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (others[i] && !g_file_test(others[i], G_FILE_TEST_IS_DIR))
            return cli_usage_error("pack", "the folder '%s' does not exist", others[i]);
    s->options.folders = (const char *const *)(void *)given.folders;
    s->options.output = given.output ? given.output : DEFAULT_OUTPUT;
    s->options.source = given.source;
    s->options.schemas = given.schemas;
    s->options.stylesheets = given.stylesheets;
    return MH_EXIT_DONE;
}

static int choose_size(setup *s)
{
    if (given.is_per_record && given.set_size > 0)
        return cli_usage_error("pack", "give --per-record or --set-size, not both");
    if (given.set_size < 0 || given.set_size > MH_PACK_SET_MAX)
        return cli_usage_error("pack", "a package takes 1 to %d records", MH_PACK_SET_MAX);
    s->options.set_size = given.set_size > 0 ? (size_t)given.set_size : MH_PACK_SET_MAX;
    if (given.is_per_record)
        s->options.set_size = 1;
    return MH_EXIT_DONE;
}

static bool is_value_allowed(const char *field, const char *value)
{
    static const struct {
        const char *field;
        const char *values[3];
    } closed[] = {{"status", {"NEW", "UPDATE", NULL}},
                  {"rights-basis", {"license", "other", NULL}}};
    for (size_t i = 0; i < G_N_ELEMENTS(closed); i++)
        if (strcmp(closed[i].field, field) == 0)
            return g_strv_contains(closed[i].values, value);
    return *value && g_utf8_validate(value, -1, NULL);
}

static int choose_settings(setup *s)
{
    GArray *settings = g_array_new(TRUE, TRUE, sizeof(mh_pack_setting));
    mh_arena_defer(s->arena, (GDestroyNotify)g_array_unref, settings);
    for (char **pair = given.set; pair && *pair; pair++) {
        char *equals = strchr(*pair, '=');
        const mh_view name = {.ptr = *pair, .len = equals ? (size_t)(equals - *pair) : 0};
        const mh_pack_setting setting = {.name = mh_arena_string_of(s->arena, name),
                                         .value = equals ? equals + 1 : NULL};
        const mh_pack_setting *known = mh_pack_settings();
        while (known->name && strcmp(known->name, setting.name) != 0)
            known++;
        if (!equals || !known->name || !is_value_allowed(setting.name, setting.value))
            return cli_usage_error("pack", "--set '%s' is not a FIELD=VALUE that is known", *pair);
        g_array_append_val(settings, setting);
    }
    s->options.settings = (const mh_pack_setting *)(const void *)settings->data;
    return MH_EXIT_DONE;
}

static int choose_all(setup *s)
{
    static int (*const steps[])(setup *) = {choose_format, choose_folders, choose_size,
                                            choose_settings};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        int status = steps[i](s);
        if (status != MH_EXIT_DONE)
            return status;
    }
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    s->options.epoch = epoch ? g_ascii_strtoll(epoch, NULL, 10) : -1;
    s->options.is_forced = given.is_forced;
    s->options.takes_faulty = given.keeps_faulty;
    return MH_EXIT_DONE;
}

/* ------------------------------------------------------------------ being stopped */

/* Which signal asked for the end; a handler can reach nothing else. */
static volatile sig_atomic_t stopped_by;

static void note_signal(int number)
{
    stopped_by = number;
}

static bool is_stopped(void)
{
    return stopped_by != 0;
}

static void watch_signals(void)
{
    struct sigaction action = {.sa_handler = note_signal};
    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
}

/* ------------------------------------------------------------------ telling people */

typedef struct progress {
    size_t records;
    size_t total;
    gint64 start;
    gint64 shown;
    bool is_drawn; /* on a terminal */
    bool is_visible;
} progress;

static void hide(progress *p)
{
    if (p->is_visible)
        (void)fputs("\r\033[K", stderr);
    p->is_visible = false;
}

static void tell_progress(void *user, size_t records)
{
    progress *p = user;
    p->records += records;
    gint64 now = g_get_monotonic_time();
    if ((!p->is_drawn && !given.is_logged)
        || now - p->shown < (given.is_logged ? LOG_US : REDRAW_US))
        return;
    p->shown = now;
    double seconds = (double)(now - p->start) / G_USEC_PER_SEC;
    double rate = seconds > 0 ? (double)p->records / seconds : 0;
    double left = rate > 0 ? (double)(p->total - p->records) / rate : 0;
    (void)fprintf(stderr, "%s%zu/%zu records %.1f/s ETA %.0fs%s", given.is_logged ? "" : "\r",
                  p->records, p->total, rate, left, given.is_logged ? "\n" : "\033[K");
    p->is_visible = !given.is_logged;
}

static void print_diags(mh_job *job)
{
    const mh_severity least = given.is_quiet ? MH_ERROR : given.is_verbose ? MH_NOTE : MH_WARNING;
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        if (mh_diag_info_of(mh_job_diag(job, i)->code)->severity >= least)
            (void)fprintf(stderr, "%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
}

static void print_result(const mh_pack_result *result)
{
    if (given.is_quiet)
        return;
    (void)printf("%s: %zu record%s%s\n", result->path, result->packed,
                 result->packed == 1 ? "" : "s",
                 result->is_unchanged ? " (it was there already)" : "");
}

static void print_plan(const mh_pack_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        (void)printf("%s\t%zu\n", mh_pack_item_name(plan->items[i]),
                     mh_pack_item_records(plan->items[i]));
    (void)printf("%zu records, %zu packages\n", plan->record_count, plan->count);
}

/* ------------------------------------------------------------------ running */

/* Packs one package; the exit status so far gets worse or stays. */
static int pack_item(const mh_packer *packer, const mh_pack_item *item, progress *p, int so_far)
{
    mh_job *job = mh_job_new(mh_pack_item_name(item));
    mh_pack_result result;
    mh_status status = mh_pack_make(job, packer, item, &result);
    hide(p);
    print_diags(job);
    if (status == MH_OK)
        print_result(&result);
    mh_job_free(job);
    if (status == MH_FAILED)
        return MH_EXIT_MACHINE;
    return status == MH_REJECTED || result.left_out > 0 ? MH_EXIT_SOME_FAILED : so_far;
}

static int pack_all(const mh_packer *packer, const mh_pack_plan *plan, progress *p)
{
    int status = MH_EXIT_DONE;
    for (size_t i = 0; i < plan->count && status != MH_EXIT_MACHINE && !is_stopped(); i++)
        status = pack_item(packer, plan->items[i], p, status);
    if (status == MH_EXIT_MACHINE || !is_stopped())
        return status;
    return stopped_by == SIGTERM ? MH_EXIT_TEMPORARY : MH_EXIT_INTERRUPTED;
}

static int run(setup *s)
{
    mh_pack_plan plan;
    if (mh_pack_plan_make(s->job, &s->options, &plan) != MH_OK)
        return MH_EXIT_USAGE;
    if (given.is_dry) {
        print_plan(&plan);
        return MH_EXIT_DONE;
    }
    const char *term = g_getenv("TERM");
    gint64 now = g_get_monotonic_time();
    progress p = {
        .total = plan.record_count,
        .start = now,
        .shown = now,
        .is_drawn = isatty(STDERR_FILENO) && term && strcmp(term, "dumb") != 0 && !given.no_progress
                    && !given.is_quiet && !given.is_logged,
    };
    s->options.tell = tell_progress;
    s->options.user = &p;
    s->options.is_stopped = is_stopped;
    watch_signals();
    mh_packer *packer = NULL;
    mh_status status = mh_packer_new(s->job, &s->options, &packer);
    if (status != MH_OK)
        return status == MH_REJECTED ? MH_EXIT_TEMPORARY : MH_EXIT_MACHINE;
    return pack_all(packer, &plan, &p);
}

int cli_pack(int argc, char **argv)
{
    GOptionContext *context = cli_pack_describe();
    gboolean is_parsed = cli_parse(context, "pack", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    mh_job *job = mh_job_new("masthead");
    setup s = {.job = job, .arena = mh_job_arena(job)};
    int status = choose_all(&s);
    if (status == MH_EXIT_DONE)
        status = run(&s);
    print_diags(job);
    mh_job_free(job);
    return status;
}
