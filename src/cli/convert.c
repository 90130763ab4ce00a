#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "batch/batch.h"
#include "cli/command.h"

#define DEFAULT_OUTPUT "output"

enum { STYLESHEET_DEPTH_MAX = 8 };

/* What the command line says. One run of the program has one of it: GOption writes to addresses. */
static struct {
    char *to;
    char *output;
    gint jobs;
    char *shard;
    gboolean is_resumed;
    gboolean is_forced;
    gboolean fails_fast;
    gboolean is_dry;
    gint timeout;
    gint memory;
    char *quarantine;
    char *report;
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
    char *emit;
    gboolean no_progress;
    gboolean is_logged;
    gboolean is_quiet;
    gboolean is_verbose;
    char **paths;
} given;

const GOptionEntry cli_convert_options[] = {
    {"to", 't', 0, G_OPTION_ARG_STRING, &given.to,
     "output formats, separated by commas, or 'all' (see 'masthead formats')", "FORMATS"},
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output,
     "folder for the products, a file for one record (its ending tells the format), or - for "
     "standard output [output]",
     "DIR|FILE|-"},
    {"jobs", 'j', 0, G_OPTION_ARG_INT, &given.jobs, "records converted at a time [all cores]", "N"},
    {"resume", 0, 0, G_OPTION_ARG_NONE, &given.is_resumed,
     "leave out what the report of an earlier run says is done", NULL},
    {"force", 0, 0, G_OPTION_ARG_NONE, &given.is_forced, "convert it all the same", NULL},
    {"fail-fast", 0, 0, G_OPTION_ARG_NONE, &given.fails_fast, "stop at the first record that fails",
     NULL},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &given.is_dry, "print what would be converted", NULL},
    {"shard", 0, 0, G_OPTION_ARG_STRING, &given.shard,
     "convert only part I of N parts of the records", "I/N"},
    {"timeout", 0, 0, G_OPTION_ARG_INT, &given.timeout,
     "stop a record that takes longer [300; 0: no limit]", "SECONDS"},
    {"memory", 0, 0, G_OPTION_ARG_INT, &given.memory,
     "stop a record that needs more memory [4096; 0: no limit]", "MIB"},
    {"quarantine", 0, 0, G_OPTION_ARG_FILENAME, &given.quarantine,
     "copy records that fail to DIR, with their diagnostics", "DIR"},
    {"report", 0, 0, G_OPTION_ARG_FILENAME, &given.report,
     "write one JSON line a record; - is standard output", "FILE"},
    {"metadata", 0, 0, G_OPTION_ARG_FILENAME, &given.metadata,
     "what the texts lack: CSV with a column 'file' and columns for --set", "FILE"},
    {"set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.set,
     "the same for all records: symbol, date, title, language, job-number", "FIELD=VALUE"},
    {"encoding", 0, 0, G_OPTION_ARG_STRING, &given.encoding,
     "character encoding of the texts [found out]", "NAME"},
    {"language", 0, 0, G_OPTION_ARG_STRING, &given.language,
     "language of the records: ar, en, es, fr, ru or zh [found out]", "CODE"},
    {"paper", 0, 0, G_OPTION_ARG_STRING, &given.paper,
     "letter (New York style) or a4 (Geneva style) [letter]", "NAME"},
    {"emblem", 0, 0, G_OPTION_ARG_FILENAME, &given.emblem,
     "picture for the masthead: SVG, PNG or JPEG", "FILE"},
    {"stylesheets", 0, 0, G_OPTION_ARG_FILENAME, &given.stylesheets,
     "folder whose files replace built-in stylesheets of the same name", "DIR"},
    {"param", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.parameters, "parameter for the stylesheets",
     "NAME=VALUE"},
    {"pdf-profile", 0, 0, G_OPTION_ARG_STRING, &given.pdf_profile,
     "a3a+ua, a2a, a2u or plain [a3a+ua]", "NAME"},
    {"no-attachments", 0, 0, G_OPTION_ARG_NONE, &given.no_attachments,
     "put neither source nor XML into the PDF", NULL},
    {"test-fonts", 0, 0, G_OPTION_ARG_NONE, &given.test_fonts,
     "set Helvetica, Times and Courier in the Liberation faces", NULL},
    {"emit", 0, 0, G_OPTION_ARG_STRING, &given.emit,
     "print one stage's product instead: lines, blocks, record, akn, fo, pages, docx", "STAGE"},
    {"no-progress", 0, 0, G_OPTION_ARG_NONE, &given.no_progress, "draw no status line", NULL},
    {"log-progress", 0, 0, G_OPTION_ARG_NONE, &given.is_logged,
     "print a status line every ten seconds", NULL},
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &given.is_quiet, "print no messages about records", NULL},
    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &given.is_verbose, "print notes as well", NULL},
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

typedef struct setup {
    mh_job *job;
    mh_arena *arena;
    mh_converter_options converter;
    mh_batch_options batch;
    mh_plan_options plan;
} setup;

static int bad(const char *format, const char *value)
{
    /* The callers' formats are literals with one %s. */
    char **around = g_strsplit(format, "%s", 2);
    int status = cli_usage_error("convert", "%s%s%s", around[0], value, around[1]);
    g_strfreev(around);
    return status;
}

static int add_format(setup *s, GPtrArray *wanted, const char *name)
{
    size_t count = 0;
    const mh_format *formats = mh_formats(&count);
    if (strcmp(name, "all") == 0) {
        for (size_t i = 0; i < count; i++)
            g_ptr_array_add(wanted, mh_unconst(&formats[i]));
        return MH_EXIT_DONE;
    }
    const mh_format *format = mh_format_find(mh_view_of(name));
    (void)s;
    if (!format)
        return bad("there is no format '%s'; see 'masthead formats'", name);
    if (!g_ptr_array_find(wanted, format, NULL))
        g_ptr_array_add(wanted, mh_unconst(format));
    return MH_EXIT_DONE;
}

static int choose_formats(setup *s)
{
    GPtrArray *wanted = mh_arena_ptr_array(s->arena);
    const mh_format *named = s->plan.output_is_file ? mh_format_of_path(s->plan.output) : NULL;
    int status = MH_EXIT_DONE;
    if (given.to) {
        char **names = g_strsplit(given.to, ",", -1);
        for (char **name = names; *name && status == MH_EXIT_DONE; name++)
            status = add_format(s, wanted, g_strstrip(*name));
        g_strfreev(names);
    } else if (named) {
        g_ptr_array_add(wanted, mh_unconst(named));
    } else {
        size_t count = 0;
        const mh_format *formats = mh_formats(&count);
        for (size_t i = 0; i < count; i++)
            if (formats[i].is_default)
                g_ptr_array_add(wanted, mh_unconst(&formats[i]));
    }
    bool is_single = s->plan.output_is_file || strcmp(s->plan.output, "-") == 0;
    if (status == MH_EXIT_DONE && is_single && wanted->len != 1 && !s->batch.task.dump)
        status =
            cli_usage_error("convert", "%s takes one format; choose it with --to", s->plan.output);
    g_ptr_array_add(wanted, NULL);
    s->batch.task.formats = (const mh_format *const *)(const void *)wanted->pdata;
    s->plan.formats = s->batch.task.dump ? NULL : s->batch.task.formats;
    return status;
}

static int choose_output(setup *s)
{
    const char *output = given.output ? given.output : DEFAULT_OUTPUT;
    s->plan.output = output;
    s->plan.output_is_file = strcmp(output, "-") != 0 && mh_format_of_path(output)
                             && !g_file_test(output, G_FILE_TEST_IS_DIR);
    if (!given.paths)
        return cli_usage_error("convert", "give a record, or a folder of records");
    s->plan.quarantine = given.quarantine;
    s->plan.paths = (const char *const *)(void *)given.paths;
    return MH_EXIT_DONE;
}

static int choose_shard(setup *s)
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
        return bad("'%s' is no shard; give 1/4 for the first of four", given.shard);
    s->plan.shard = (guint)shard;
    s->plan.shard_count = (guint)count;
    return MH_EXIT_DONE;
}

static int choose_facts(setup *s)
{
    mh_record_options *facts = &s->batch.task.facts;
    if (given.language && !mh_side_data_set(facts, "language", given.language))
        return bad("'%s' is not an official language; give ar, en, es, fr, ru or zh",
                   given.language);
    for (char **pair = given.set; pair && *pair; pair++) {
        const char *equals = strchr(*pair, '=');
        char *field = equals ? g_strndup(*pair, (gsize)(equals - *pair)) : g_strdup(*pair);
        bool is_set = equals && mh_side_data_set(facts, field, equals + 1);
        g_free(field);
        if (!is_set)
            return bad(
                "--set '%s' is not FIELD=VALUE; fields are symbol, date (YYYY-MM-DD), title, "
                "language, job-number",
                *pair);
    }
    if (!given.metadata)
        return MH_EXIT_DONE;
    mh_side_data *metadata = NULL;
    if (mh_side_data_read(s->job, given.metadata, &metadata) != MH_OK)
        return MH_EXIT_USAGE;
    s->batch.task.metadata = metadata;
    return MH_EXIT_DONE;
}

static int choose_parameters(setup *s)
{
    GPtrArray *list = mh_arena_ptr_array(s->arena);
    for (char **pair = given.parameters; pair && *pair; pair++) {
        char *equals = strchr(*pair, '=');
        if (!equals || equals == *pair)
            return bad("--param '%s' is not NAME=VALUE", *pair);
        const mh_view name = {.ptr = *pair, .len = (size_t)(equals - *pair)};
        g_ptr_array_add(list, mh_arena_string_of(s->arena, name));
        g_ptr_array_add(list, equals + 1);
    }
    g_ptr_array_add(list, NULL);
    s->converter.parameters = (const char *const *)(void *)list->pdata;
    return MH_EXIT_DONE;
}

static int choose_look(setup *s)
{
    const char *paper = given.paper ? given.paper : "letter";
    if (strcmp(paper, "letter") != 0 && strcmp(paper, "a4") != 0)
        return bad("there is no paper '%s'; give letter or a4", paper);
    const char *profile = given.pdf_profile ? given.pdf_profile : "a3a+ua";
    if (!mh_pdf_profile_find(profile, &s->converter.pdf_profile))
        return bad("there is no PDF profile '%s'; give a3a+ua, a2a, a2u or plain", profile);
    if (given.stylesheets && !g_file_test(given.stylesheets, G_FILE_TEST_IS_DIR))
        return bad("the stylesheet folder '%s' does not exist", given.stylesheets);
    if (given.emblem && !g_file_test(given.emblem, G_FILE_TEST_IS_REGULAR))
        return bad("the emblem '%s' does not exist", given.emblem);
    s->converter.paper = paper;
    s->converter.emblem = given.emblem;
    s->converter.stylesheets = given.stylesheets;
    s->converter.no_attachments = given.no_attachments;
    s->converter.test_fonts = given.test_fonts;
    return choose_parameters(s);
}

static int choose_dump(setup *s)
{
    if (!given.emit)
        return MH_EXIT_DONE;
    s->batch.task.dump = mh_dump_find(given.emit);
    if (!s->batch.task.dump)
        return bad("there is no stage '%s' to show; see 'masthead help convert'", given.emit);
    return MH_EXIT_DONE;
}

/* Cores this process may use, not those the machine has. */
static guint core_count(void)
{
    cpu_set_t cores;
    if (sched_getaffinity(0, sizeof cores, &cores) == 0)
        return (guint)CPU_COUNT(&cores);
    return g_get_num_processors();
}

static gint64 source_date_epoch(void)
{
    const char *text = g_getenv("SOURCE_DATE_EPOCH");
    return text ? g_ascii_strtoll(text, NULL, 10) : 0;
}

/* A shard has a report of its own: shards may run at the same time. */
static int choose_report(setup *s)
{
    mh_batch_options *b = &s->batch;
    b->report = given.report;
    if (!b->is_resumed || b->report)
        return MH_EXIT_DONE;
    if (!b->folder)
        return cli_usage_error("convert",
                               "--resume needs an output folder, or a file for --report");
    b->report = s->plan.shard > 0
                    ? mh_arena_printf(s->arena, "%s/.masthead/report-%u-of-%u.ndjson", b->folder,
                                      b->shard, b->shard_count)
                    : mh_arena_printf(s->arena, "%s/.masthead/report.ndjson", b->folder);
    return MH_EXIT_DONE;
}

static int choose_limits(setup *s)
{
    mh_batch_options *b = &s->batch;
    if (given.jobs < 0 || given.timeout < -1 || given.memory < -1)
        return cli_usage_error("convert", "a number of jobs, seconds or MiB cannot be negative");
    b->workers = given.jobs > 0 ? (guint)given.jobs : core_count();
    b->timeout_seconds = given.timeout >= 0 ? (guint)given.timeout : 300;
    b->memory_mib = given.memory >= 0 ? (guint)given.memory : 4096;
    b->is_resumed = given.is_resumed;
    b->is_forced = given.is_forced;
    b->fails_fast = given.fails_fast;
    b->quarantine = given.quarantine;
    b->is_quiet = given.is_quiet;
    b->is_verbose = given.is_verbose;
    b->task.encoding = given.encoding;
    b->task.epoch = source_date_epoch();
    if (given.no_progress || given.is_quiet)
        b->progress = MH_PROGRESS_NONE;
    else if (given.is_logged)
        b->progress = MH_PROGRESS_LOG;
    b->folder = s->plan.output_is_file || strcmp(s->plan.output, "-") == 0 ? NULL : s->plan.output;
    b->shard = s->plan.shard;
    b->shard_count = s->plan.shard_count;
    return choose_report(s);
}

/* Lengths keep the fields apart. */
static void hash_text(GString *text, const char *name, const char *value)
{
    g_string_append_printf(text, "%s %zu:%s\n", name, value ? strlen(value) : 0,
                           value ? value : "");
}

/* What a file says counts, not what it is called. */
static void hash_file(setup *s, GString *text, const char *path)
{
    mh_job *job = mh_job_new("options");
    mh_view bytes = {0};
    if (path && mh_file_read(job, path, &bytes) == MH_OK)
        hash_text(text, "file", mh_digest_sha256(s->arena, bytes));
    mh_job_free(job);
}

static gint compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The user's stylesheets: as many as the built-in ones at most, in folders like theirs. */
static void hash_folder(setup *s, GString *text, const char *path, int depth)
{
    GDir *dir = path && depth < STYLESHEET_DEPTH_MAX ? g_dir_open(path, 0, NULL) : NULL;
    if (!dir)
        return;
    GPtrArray *paths = mh_arena_ptr_array(s->arena);
    for (const char *name; (name = g_dir_read_name(dir));)
        g_ptr_array_add(paths, mh_arena_printf(s->arena, "%s/%s", path, name));
    g_dir_close(dir);
    g_ptr_array_sort(paths, compare_strings);
    for (guint i = 0; i < paths->len; i++) {
        const char *child = g_ptr_array_index(paths, i);
        hash_text(text, "name", child);
        if (g_file_test(child, G_FILE_TEST_IS_DIR))
            hash_folder(s, text, child, depth + 1);
        else
            hash_file(s, text, child);
    }
}

/* Everything but the source that decides what the products are. */
static void hash_options(setup *s)
{
    GString *text = mh_arena_string(s->arena);
    const char *const parts[] = {
        MASTHEAD_VERSION, given.encoding,    given.language, given.paper,
        given.emblem,     given.pdf_profile, given.output,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        hash_text(text, "option", parts[i]);
    for (char **pair = given.set; pair && *pair; pair++)
        hash_text(text, "set", *pair);
    for (char **pair = given.parameters; pair && *pair; pair++)
        hash_text(text, "param", *pair);
    hash_file(s, text, given.metadata);
    hash_file(s, text, given.emblem);
    hash_folder(s, text, given.stylesheets, 0);
    g_string_append_printf(text, "%d %d %" G_GINT64_FORMAT "\n", given.no_attachments,
                           given.test_fonts, s->batch.task.epoch);
    s->batch.options_hash =
        mh_digest_sha256(s->arena, (mh_view){.ptr = text->str, .len = text->len});
}

static int choose_all(setup *s)
{
    static int (*const steps[])(setup *) = {choose_output, choose_dump,  choose_formats,
                                            choose_shard,  choose_facts, choose_look,
                                            choose_limits};
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        int status = steps[i](s);
        if (status != MH_EXIT_DONE)
            return status;
    }
    hash_options(s);
    return MH_EXIT_DONE;
}

/* ------------------------------------------------------------------ running */

static void print_plan(const mh_plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        (void)printf("%s\t%s\n", plan->items[i].path, plan->items[i].target);
    (void)printf("%zu records, %zu other files left out\n", plan->count, plan->ignored_count);
}

static int run(setup *s)
{
    mh_plan plan = {0};
    if (mh_plan_make(s->job, &s->plan, &plan) != MH_OK)
        return MH_EXIT_USAGE;
    bool is_single = s->plan.output_is_file || strcmp(s->plan.output, "-") == 0;
    if (is_single && plan.count > 1)
        return cli_usage_error("convert", "%s cannot take %zu records; give a folder",
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
    given.timeout = -1;
    given.memory = -1;
    GOptionContext *context = cli_convert_describe();
    gboolean is_parsed = cli_parse(context, "convert", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    mh_job *job = mh_job_new("masthead");
    setup s = {.job = job, .arena = mh_job_arena(job)};
    int status = choose_all(&s);
    if (status == MH_EXIT_DONE)
        status = run(&s);
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        (void)fprintf(stderr, "%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    mh_job_free(job);
    return status;
}
