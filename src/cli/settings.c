#include "cli/settings.h"

#include <sched.h>
#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/file.h"

enum { STYLESHEET_DEPTH_MAX = 8 };

cli_conversion cli_given = {.timeout = -1, .memory = -1};

void cli_print_messages(mh_job *job)
{
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        (void)fprintf(stderr, "%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
}

int cli_settings_bad(const cli_settings *s, const char *format, const char *value)
{
    char **around = g_strsplit(format, "%s", 2);
    int status = cli_usage_error(s->command, "%s%s%s", around[0], value, around[1]);
    g_strfreev(around);
    return status;
}

static int add_format(cli_settings *s, GPtrArray *wanted, const char *name)
{
    size_t count = 0;
    const mh_format *formats = mh_formats(&count);
    if (strcmp(name, "all") == 0) {
        for (size_t i = 0; i < count; i++)
            g_ptr_array_add(wanted, mh_unconst(&formats[i]));
        return MH_EXIT_DONE;
    }
    const mh_format *format = mh_format_find(mh_view_of(name));
    if (!format)
        return cli_settings_bad(s, "there is no format '%s'; see 'masthead formats'", name);
    if (!g_ptr_array_find(wanted, format, NULL))
        g_ptr_array_add(wanted, mh_unconst(format));
    return MH_EXIT_DONE;
}

static int choose_formats(cli_settings *s)
{
    GPtrArray *wanted = mh_arena_ptr_array(s->arena);
    const mh_format *named = s->plan.output_is_file ? mh_format_of_path(s->plan.output) : NULL;
    int status = MH_EXIT_DONE;
    if (cli_given.to) {
        char **names = g_strsplit(cli_given.to, ",", -1);
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
            cli_usage_error(s->command, "%s takes one format; choose it with --to", s->plan.output);
    g_ptr_array_add(wanted, NULL);
    s->batch.task.formats = (const mh_format *const *)(const void *)wanted->pdata;
    s->plan.formats = s->batch.task.dump ? NULL : s->batch.task.formats;
    return status;
}

static int choose_facts(cli_settings *s)
{
    mh_record_options *facts = &s->batch.task.facts;
    if (cli_given.language && !mh_side_data_set(facts, "language", cli_given.language))
        return cli_settings_bad(s,
                                "'%s' is not an official language; give ar, en, es, fr, ru or zh",
                                cli_given.language);
    for (char **pair = cli_given.set; pair && *pair; pair++) {
        const char *equals = strchr(*pair, '=');
        char *field = equals ? g_strndup(*pair, (gsize)(equals - *pair)) : g_strdup(*pair);
        bool is_set = equals && mh_side_data_set(facts, field, equals + 1);
        g_free(field);
        if (!is_set)
            return cli_settings_bad(
                s,
                "--set '%s' is not FIELD=VALUE; fields are symbol, date (YYYY-MM-DD), title, "
                "language, job-number",
                *pair);
    }
    if (!cli_given.metadata)
        return MH_EXIT_DONE;
    mh_side_data *metadata = NULL;
    if (mh_side_data_read(s->job, cli_given.metadata, &metadata) != MH_OK)
        return MH_EXIT_USAGE;
    s->batch.task.metadata = metadata;
    return MH_EXIT_DONE;
}

static int choose_parameters(cli_settings *s)
{
    GPtrArray *list = mh_arena_ptr_array(s->arena);
    for (char **pair = cli_given.parameters; pair && *pair; pair++) {
        char *equals = strchr(*pair, '=');
        if (!equals || equals == *pair)
            return cli_settings_bad(s, "--param '%s' is not NAME=VALUE", *pair);
        const mh_view name = {.ptr = *pair, .len = (size_t)(equals - *pair)};
        g_ptr_array_add(list, mh_arena_string_of(s->arena, name));
        g_ptr_array_add(list, equals + 1);
    }
    g_ptr_array_add(list, NULL);
    s->converter.parameters = (const char *const *)(void *)list->pdata;
    return MH_EXIT_DONE;
}

static int choose_look(cli_settings *s)
{
    const char *paper = cli_given.paper ? cli_given.paper : "letter";
    if (strcmp(paper, "letter") != 0 && strcmp(paper, "a4") != 0)
        return cli_settings_bad(s, "there is no paper '%s'; give letter or a4", paper);
    const char *profile = cli_given.pdf_profile ? cli_given.pdf_profile : "a3a+ua";
    if (!mh_pdf_profile_find(profile, &s->converter.pdf_profile))
        return cli_settings_bad(s, "there is no PDF profile '%s'; give a3a+ua, a2a, a2u or plain",
                                profile);
    if (cli_given.stylesheets && !g_file_test(cli_given.stylesheets, G_FILE_TEST_IS_DIR))
        return cli_settings_bad(s, "the stylesheet folder '%s' does not exist",
                                cli_given.stylesheets);
    if (cli_given.emblem && !g_file_test(cli_given.emblem, G_FILE_TEST_IS_REGULAR))
        return cli_settings_bad(s, "the emblem '%s' does not exist", cli_given.emblem);
    s->converter.paper = paper;
    s->converter.emblem = cli_given.emblem;
    s->converter.stylesheets = cli_given.stylesheets;
    s->converter.no_attachments = cli_given.no_attachments;
    s->converter.test_fonts = cli_given.test_fonts;
    return choose_parameters(s);
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

static int choose_limits(cli_settings *s)
{
    mh_batch_options *b = &s->batch;
    if (cli_given.jobs < 0 || cli_given.timeout < -1 || cli_given.memory < -1)
        return cli_usage_error(s->command, "a number of jobs, seconds or MiB cannot be negative");
    b->workers = cli_given.jobs > 0 ? (guint)cli_given.jobs : core_count();
    b->timeout_seconds = cli_given.timeout >= 0 ? (guint)cli_given.timeout : 300;
    b->memory_mib = cli_given.memory >= 0 ? (guint)cli_given.memory : 4096;
    b->quarantine = cli_given.quarantine;
    b->is_quiet = cli_given.is_quiet;
    b->is_verbose = cli_given.is_verbose;
    b->task.encoding = cli_given.encoding;
    b->task.epoch = source_date_epoch();
    s->plan.quarantine = cli_given.quarantine;
    return MH_EXIT_DONE;
}

int cli_settings_choose(cli_settings *s)
{
    static int (*const steps[])(cli_settings *) = {choose_formats, choose_facts, choose_look,
                                                   choose_limits};
    int status = MH_EXIT_DONE;
    for (size_t i = 0; i < G_N_ELEMENTS(steps) && status == MH_EXIT_DONE; i++)
        status = steps[i](s);
    return status;
}

/* ------------------------------------------------------------------ digest of the options */

/* Lengths keep the fields apart. */
static void hash_text(GString *text, const char *name, const char *value)
{
    g_string_append_printf(text, "%s %zu:%s\n", name, value ? strlen(value) : 0,
                           value ? value : "");
}

/* What a file says counts, not what it is called. */
static void hash_file(cli_settings *s, GString *text, const char *path)
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
static void hash_folder(cli_settings *s, GString *text, const char *path, int depth)
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
void cli_settings_hash(cli_settings *s)
{
    GString *text = mh_arena_string(s->arena);
    const char *const parts[] = {
        MASTHEAD_VERSION, cli_given.encoding,    cli_given.language, cli_given.paper,
        cli_given.emblem, cli_given.pdf_profile, s->plan.output,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        hash_text(text, "option", parts[i]);
    for (char **pair = cli_given.set; pair && *pair; pair++)
        hash_text(text, "set", *pair);
    for (char **pair = cli_given.parameters; pair && *pair; pair++)
        hash_text(text, "param", *pair);
    hash_file(s, text, cli_given.metadata);
    hash_file(s, text, cli_given.emblem);
    hash_folder(s, text, cli_given.stylesheets, 0);
    g_string_append_printf(text, "%d %d %" G_GINT64_FORMAT "\n", cli_given.no_attachments,
                           cli_given.test_fonts, s->batch.task.epoch);
    s->batch.options_hash =
        mh_digest_sha256(s->arena, (mh_view){.ptr = text->str, .len = text->len});
}
