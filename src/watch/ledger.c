#include "watch/ledger.h"

#include <errno.h>
#include <unistd.h>

#include "batch/lease.h"
#include "json/json.h"

struct watch_ledger {
    const char *path;
    const char *options_hash;
    int fd;
    GHashTable *done; /* name: SHA-256 of the source, or "" when it could not be read */
};

static void end(void *data)
{
    watch_ledger *ledger = data;
    (void)close(ledger->fd);
    g_hash_table_unref(ledger->done);
}

static mh_status append(mh_job *job, const watch_ledger *ledger, mh_view text)
{
    for (size_t done = 0; done < text.len;) {
        ssize_t put = write(ledger->fd, text.ptr + done, text.len - done);
        if (put < 0 && errno != EINTR)
            return mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", ledger->path, g_strerror(errno));
        done += put > 0 ? (size_t)put : 0;
    }
    return MH_OK;
}

/* ------------------------------------------------------------------ reading lines */

typedef struct reader {
    watch_ledger *ledger;
    JsonParser *parser;
    bool is_ours;  /* the lines at hand were made with our options */
    GString *copy; /* lines of records that are, or NULL */
    watch_ledger_told *told;
    void *to;
} reader;

static void read_line(reader *r, mh_view line)
{
    JsonObject *object = mh_json_parse(r->parser, line);
    const char *options = mh_json_string(object, "options_sha256");
    const char *record = mh_json_string(object, "record");
    const char *status = mh_json_string(object, "status");
    const char *sha256 = mh_json_string(object, "source_sha256");
    if (options)
        r->is_ours = strcmp(options, r->ledger->options_hash) == 0;
    if (!r->is_ours || !record || !status)
        return;
    /* A journal stays until its round has ended: it may be read more than once. */
    if (r->copy && sha256 && watch_ledger_has(r->ledger, record, sha256))
        return;
    g_hash_table_replace(r->ledger->done, g_strdup(record), g_strdup(sha256 ? sha256 : ""));
    if (!r->copy)
        return;
    g_string_append_len(r->copy, line.ptr, (gssize)line.len);
    g_string_append_c(r->copy, '\n');
    r->told(r->to, record, status);
}

/* What a killed process left half-written is no JSON. */
static void read_lines(reader *r, GMappedFile *file)
{
    const mh_view text = {.ptr = g_mapped_file_get_contents(file),
                          .len = g_mapped_file_get_length(file)};
    for (size_t start = 0; start < text.len;) {
        size_t stop = MIN(mh_view_find(text, MH_VIEW("\n"), start), text.len);
        read_line(r, mh_view_slice(text, start, stop));
        start = stop + 1;
    }
}

/* A head of our own, so that what follows is known to be ours; after a torn line, its end. */
static mh_status begin(mh_job *job, watch_ledger *ledger, GMappedFile *file)
{
    const char *text = file ? g_mapped_file_get_contents(file) : NULL;
    size_t size = file ? g_mapped_file_get_length(file) : 0;
    bool is_torn = size > 0 && text[size - 1] != '\n';
    return append(
        job, ledger,
        mh_view_of(mh_arena_printf(mh_job_arena(job),
                                   "%s{\"report\":\"masthead\",\"schema\":1,\"version\":"
                                   "\"%s\",\"options_sha256\":\"%s\"}\n",
                                   is_torn ? "\n" : "", MASTHEAD_VERSION, ledger->options_hash)));
}

mh_status watch_ledger_open(mh_job *job, const char *path, const char *options_hash,
                            watch_ledger **out)
{
    int fd = -1;
    mh_status status = mh_lease_open(job, path, false, &fd);
    if (status != MH_OK)
        return status;
    watch_ledger *ledger = MH_NEW(mh_job_arena(job), watch_ledger, 1);
    *ledger = (watch_ledger){
        .path = path,
        .options_hash = options_hash,
        .fd = fd,
        .done = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
    };
    mh_arena_defer(mh_job_arena(job), end, ledger);
    GMappedFile *file = g_mapped_file_new_from_fd(fd, FALSE, NULL);
    reader r = {.ledger = ledger, .parser = json_parser_new_immutable()};
    if (file)
        read_lines(&r, file);
    g_object_unref(r.parser);
    status = begin(job, ledger, file);
    if (file)
        g_mapped_file_unref(file);
    if (status == MH_OK)
        *out = ledger;
    return status;
}

bool watch_ledger_knows(const watch_ledger *ledger, const char *name)
{
    return g_hash_table_contains(ledger->done, name);
}

bool watch_ledger_has(const watch_ledger *ledger, const char *name, const char *sha256)
{
    return g_strcmp0(g_hash_table_lookup(ledger->done, name), sha256) == 0;
}

mh_status watch_ledger_take(mh_job *job, watch_ledger *ledger, const char *path,
                            watch_ledger_told *told, void *to)
{
    GMappedFile *file = g_mapped_file_new(path, FALSE, NULL);
    if (!file)
        return MH_OK;
    reader r = {.ledger = ledger,
                .parser = json_parser_new_immutable(),
                .copy = g_string_new(NULL),
                .told = told,
                .to = to};
    read_lines(&r, file);
    mh_status status = append(job, ledger, (mh_view){.ptr = r.copy->str, .len = r.copy->len});
    if (status == MH_OK && r.copy->len > 0 && fdatasync(ledger->fd) != 0)
        status = mh_report(job, MH_JOB_WRITE, 0, 0, "%s: %s", ledger->path, g_strerror(errno));
    (void)g_string_free(r.copy, TRUE);
    g_object_unref(r.parser);
    g_mapped_file_unref(file);
    return status;
}
