#include "verify/verify.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "batch/batch.h"
#include "cli/command.h"
#include "pack/pack.h"

/* Folders deeper than this are a mistake, or a loop. */
#define FOLDER_DEPTH_MAX 64

static struct {
    char *source;
    char *schema;
    char *report;
    gboolean no_tools;
    gboolean is_quiet;
    gboolean is_verbose;
    char **paths;
} given;

const GOptionEntry cli_verify_options[] = {
    {"source", 's', 0, G_OPTION_ARG_FILENAME, &given.source,
     "the text that was converted, or the folder of such texts [beside the file, or in the PDF]",
     "FILE|DIR"},
    {"schema", 0, 0, G_OPTION_ARG_FILENAME, &given.schema,
     "check Akoma Ntoso against this XML Schema as well", "XSD"},
    {"report", 0, 0, G_OPTION_ARG_FILENAME, &given.report,
     "write one JSON line a file; - is standard output", "FILE"},
    {"no-tools", 0, 0, G_OPTION_ARG_NONE, &given.no_tools,
     "ask neither pdftotext nor veraPDF about PDFs", NULL},
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &given.is_quiet, "print only files that do not hold",
     NULL},
    {"verbose", 'v', 0, G_OPTION_ARG_NONE, &given.is_verbose, "print each check", NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.paths, NULL, "FILE…"},
    G_OPTION_ENTRY_NULL,
};

GOptionContext *cli_verify_describe(void)
{
    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_summary(
        context,
        "Checks products that 'convert' wrote. FILE may be a folder: Akoma Ntoso, PDF, DOCX and\n"
        "flat OPC and packages in it and below are checked.\n"
        "\n"
        "  Akoma Ntoso  grammar and rules of the AKN4UN profile (built in); with --schema the\n"
        "               official XML Schema; and against its source, found by its name and\n"
        "               SHA-256: every character is in the text or in the list of page furniture,\n"
        "               in order. All of them is the only pass.\n"
        "  PDF          what it claims and has; the files inside (sizes, checksums); the Akoma\n"
        "               Ntoso inside as above; the text of its pages, read by Masthead, against\n"
        "               the Akoma Ntoso, counted by characters. Where pdftotext is installed, it\n"
        "               must find that text, too; where veraPDF is, it must pass the file:\n"
        "               Masthead itself does not prove a PDF to be PDF/A.\n"
        "  DOCX, flat   the parts (checksums), and the text of document and footnotes against\n"
        "  OPC          the Akoma Ntoso beside it or in the PDF beside it, counted by characters.");
    g_option_context_set_description(
        context, "Exit status: 0 all files hold; 1 one cannot be read or is of another kind; 2 "
                 "wrong\nusage; 3 the machine failed; 4 one does not hold.\n");
    g_option_context_add_main_entries(context, cli_verify_options, NULL);
    return context;
}

/* ------------------------------------------------------------------ files */

static gboolean is_product(const char *name)
{
    static const char *const suffixes[] = {".akn.xml", ".pdf", ".docx", ".docx.xml"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(name, suffixes[i]))
            return name[0] != '.';
    return FALSE;
}

static gint compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void add_folder(GPtrArray *files, const char *folder, unsigned depth)
{
    GDir *dir = depth < FOLDER_DEPTH_MAX ? g_dir_open(folder, 0, NULL) : NULL;
    if (!dir)
        return;
    for (const char *name = g_dir_read_name(dir); name; name = g_dir_read_name(dir)) {
        char *path = g_build_filename(folder, name, NULL);
        bool is_folder = g_file_test(path, G_FILE_TEST_IS_DIR);
        bool is_shown = name[0] != '.' && !g_file_test(path, G_FILE_TEST_IS_SYMLINK);
        bool is_package = is_shown && mh_pack_is_package(path);
        if (is_folder && is_shown && !is_package)
            add_folder(files, path, depth + 1);
        if (is_package || (!is_folder && is_product(name)))
            g_ptr_array_add(files, path);
        else
            g_free(path);
    }
    g_dir_close(dir);
}

static GPtrArray *list_files(void)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    for (char **path = given.paths; path && *path; path++) {
        if (!g_file_test(*path, G_FILE_TEST_IS_DIR) || mh_pack_is_package(*path)) {
            g_ptr_array_add(files, g_strdup(*path));
            continue;
        }
        GPtrArray *below = g_ptr_array_new();
        add_folder(below, *path, 0);
        g_ptr_array_sort(below, compare_paths);
        for (guint i = 0; i < below->len; i++)
            g_ptr_array_add(files, below->pdata[i]);
        (void)g_ptr_array_free(below, TRUE);
    }
    return files;
}

/* ------------------------------------------------------------------ telling people */

static const mh_verify_check *find_check(const mh_verify_result *result, const char *name)
{
    for (size_t i = 0; i < result->check_count; i++)
        if (strcmp(result->checks[i].name, name) == 0)
            return &result->checks[i];
    return NULL;
}

/* The first message of at least @p severity, and how many there are. */
static const mh_diag *first_of(const mh_job *job, mh_severity severity, size_t *count)
{
    const mh_diag *first = NULL;
    *count = 0;
    for (size_t i = 0; i < mh_job_diag_count(job); i++) {
        const mh_diag *diag = mh_job_diag(job, i);
        if (mh_diag_info_of(diag->code)->severity < severity)
            continue;
        first = first ? first : diag;
        ++*count;
    }
    return first;
}

/* What only warns when a record is converted is a fault of the product all the same. */
static const mh_diag *first_fault(const mh_job *job, size_t *count)
{
    const mh_diag *error = first_of(job, MH_ERROR, count);
    return error ? error : first_of(job, MH_WARNING, count);
}

/* What a reader wants to know of a file that holds. */
static void print_facts(const mh_verify_result *result)
{
    static const char *const told[] = {"contents", "claims", "nothing-lost", "text"};
    bool is_first = true;
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        const mh_verify_check *check = find_check(result, told[i]);
        if (!check)
            continue;
        (void)printf("%s %s", is_first ? ":" : ";", check->detail);
        is_first = false;
    }
}

static void print_checks(mh_job *job, const mh_verify_result *result)
{
    for (size_t i = 0; i < result->check_count; i++)
        (void)printf("    %-6s %-14s %s\n", result->checks[i].holds ? "holds" : "FAILS",
                     result->checks[i].name, result->checks[i].detail);
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        (void)printf("    %s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
}

static void print_result(mh_job *job, const char *path, bool holds, const mh_verify_result *result)
{
    size_t count = 0;
    const mh_diag *fault = first_fault(job, &count);
    if (holds && given.is_quiet)
        return;
    (void)printf("%s: ", path);
    if (holds) {
        (void)printf("holds");
        print_facts(result);
    } else {
        (void)printf("%s", result->kind ? "DOES NOT HOLD" : "cannot be checked");
        if (fault)
            (void)printf(": %s [%s]", fault->message, mh_diag_info_of(fault->code)->id);
        if (count > 1 && !given.is_verbose)
            (void)printf(" and %zu more (-v shows them)", count - 1);
    }
    (void)printf("\n");
    if (given.is_verbose)
        print_checks(job, result);
}

/* ------------------------------------------------------------------ telling programs */

static void add_member(JsonBuilder *json, const char *name, const char *value)
{
    if (!value)
        return;
    (void)json_builder_set_member_name(json, name);
    (void)json_builder_add_string_value(json, value);
}

static void add_number(JsonBuilder *json, const char *name, size_t value)
{
    (void)json_builder_set_member_name(json, name);
    (void)json_builder_add_int_value(json, (gint64)value);
}

static void add_checks(JsonBuilder *json, const mh_verify_result *result)
{
    (void)json_builder_set_member_name(json, "checks");
    (void)json_builder_begin_array(json);
    for (size_t i = 0; i < result->check_count; i++) {
        (void)json_builder_begin_object(json);
        add_member(json, "check", result->checks[i].name);
        (void)json_builder_set_member_name(json, "holds");
        (void)json_builder_add_boolean_value(json, result->checks[i].holds);
        add_member(json, "detail", result->checks[i].detail);
        (void)json_builder_end_object(json);
    }
    (void)json_builder_end_array(json);
}

static void add_diagnostics(JsonBuilder *json, const mh_job *job)
{
    (void)json_builder_set_member_name(json, "diagnostics");
    (void)json_builder_begin_array(json);
    for (size_t i = 0; i < mh_job_diag_count(job); i++) {
        const mh_diag *diag = mh_job_diag(job, i);
        const mh_diag_info *info = mh_diag_info_of(diag->code);
        (void)json_builder_begin_object(json);
        add_member(json, "severity", mh_severity_name(info->severity));
        add_member(json, "code", info->id);
        add_number(json, "line", diag->line);
        add_number(json, "column", diag->column);
        add_member(json, "message", diag->message);
        (void)json_builder_end_object(json);
    }
    (void)json_builder_end_array(json);
}

static void add_counts(JsonBuilder *json, const mh_verify_result *result)
{
    if (result->characters == 0)
        return;
    add_number(json, "characters", result->characters);
    add_number(json, "content", result->kept);
    add_number(json, "furniture", result->furniture);
    (void)json_builder_set_member_name(json, "share");
    (void)json_builder_add_double_value(json, result->share);
}

static void report_result(GString *out, const mh_job *job, const char *path, bool holds,
                          const mh_verify_result *result)
{
    JsonBuilder *json = json_builder_new();
    (void)json_builder_begin_object(json);
    add_member(json, "file", path);
    add_member(json, "kind", result->kind);
    add_member(json, "status", holds ? "holds" : result->kind ? "fails" : "unreadable");
    add_member(json, "source", result->source);
    add_member(json, "source_sha256", result->source_sha256);
    add_counts(json, result);
    add_checks(json, result);
    add_diagnostics(json, job);
    (void)json_builder_end_object(json);
    JsonNode *root = json_builder_get_root(json);
    char *line = json_to_string(root, FALSE);
    g_string_append_printf(out, "%s\n", line);
    g_free(line);
    json_node_unref(root);
    g_object_unref(json);
}

/* ------------------------------------------------------------------ the run */

/* Files by what became of them. */
typedef struct tally {
    size_t held;
    size_t failed;
    size_t unreadable;
} tally;

/* A package has one check: the faults say what does not hold. */
static bool check_package(mh_job *job, const char *path, mh_verify_result *out)
{
    mh_pack_facts facts;
    bool holds = mh_pack_check(job, path, &facts) == MH_OK;
    mh_verify_check *check = MH_NEW(mh_job_arena(job), mh_verify_check, 1);
    *check = (mh_verify_check){.name = "contents", .detail = facts.summary, .holds = holds};
    *out = (mh_verify_result){.kind = facts.kind, .checks = check, .check_count = 1};
    return holds;
}

static void check_file(const mh_verifier *verifier, const char *path, tally *counts,
                       GString *report)
{
    char *name = g_path_get_basename(path);
    mh_job *job = mh_job_new(name);
    mh_verify_result result;
    bool holds = mh_pack_is_package(path) ? check_package(job, path, &result)
                                          : mh_verify(job, verifier, path, &result) == MH_OK;
    counts->held += holds;
    counts->failed += !holds && result.kind;
    counts->unreadable += !holds && !result.kind;
    if (report)
        report_result(report, job, path, holds, &result);
    /* A report on standard output is for programs alone. */
    if (g_strcmp0(given.report, "-") != 0)
        print_result(job, path, holds, &result);
    mh_job_free(job);
    g_free(name);
}

static int write_report(mh_job *job, const GString *report)
{
    const mh_view bytes = {.ptr = report->str, .len = report->len};
    return mh_file_write(job, given.report, bytes) == MH_OK ? MH_EXIT_DONE : MH_EXIT_MACHINE;
}

static int check_files(mh_job *job, const mh_verifier *verifier, const GPtrArray *files)
{
    tally counts = {0};
    GString *report = given.report ? mh_arena_string(mh_job_arena(job)) : NULL;
    for (guint i = 0; i < files->len; i++)
        check_file(verifier, files->pdata[i], &counts, report);
    if (files->len > 1 && !given.is_quiet && g_strcmp0(given.report, "-") != 0)
        (void)printf("%u files: %zu hold, %zu do not, %zu cannot be checked\n", files->len,
                     counts.held, counts.failed, counts.unreadable);
    if (report && write_report(job, report) != MH_EXIT_DONE)
        return MH_EXIT_MACHINE;
    if (counts.failed > 0)
        return MH_EXIT_NOT_HELD;
    return counts.unreadable > 0 ? MH_EXIT_SOME_FAILED : MH_EXIT_DONE;
}

static int run(mh_job *job, const GPtrArray *files)
{
    const mh_verify_options options = {
        .source = given.source,
        .xsd = given.schema,
        .uses_tools = !given.no_tools,
    };
    mh_verifier *verifier = NULL;
    int status = MH_EXIT_MACHINE;
    if (mh_verifier_new(job, &options, &verifier) == MH_OK)
        status = check_files(job, verifier, files);
    mh_verifier_free(verifier);
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        (void)fprintf(stderr, "%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    return status;
}

int cli_verify(int argc, char **argv)
{
    GOptionContext *context = cli_verify_describe();
    gboolean is_parsed = cli_parse(context, "verify", &argc, &argv);
    g_option_context_free(context);
    if (!is_parsed)
        return MH_EXIT_USAGE;
    if (!given.paths)
        return cli_usage_error("verify", "give files to check, or a folder of them");
    if (given.source && !g_file_test(given.source, G_FILE_TEST_EXISTS))
        return cli_usage_error("verify", "the source '%s' does not exist", given.source);
    if (given.schema && !g_file_test(given.schema, G_FILE_TEST_IS_REGULAR))
        return cli_usage_error("verify", "the schema '%s' does not exist", given.schema);
    GPtrArray *files = list_files();
    int status = MH_EXIT_USAGE;
    mh_job *job = mh_job_new("masthead");
    if (files->len == 0)
        (void)cli_usage_error("verify", "there is nothing to check in %s", given.paths[0]);
    else
        status = run(job, files);
    mh_job_free(job);
    (void)g_ptr_array_free(files, TRUE);
    return status;
}
