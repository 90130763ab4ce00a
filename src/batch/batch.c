#include "batch/batch.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#include "base/file.h"
#include "batch/report.h"
#include "batch/wire.h"
#include "batch/worker.h"

enum {
    /* cairo 1.16 loses 768 bytes per PDF for good: a worker ends before that counts. */
    WORKER_RECORDS_MAX = 2000,
    ATTEMPTS_MAX = 3,
    POLL_MS = 100,
};

typedef struct run {
    mh_job *job;
    const mh_plan *plan;
    const mh_batch_options *options;
    batch_worker_options worker_options;
    batch_worker *workers;
    batch_report *report;
    GHashTable *earlier; /* record name → report line of the run before, or NULL */
    guint8 *attempts;    /* by item: how often a worker died of it */
    GQueue again;        /* items whose worker died */
    size_t next;         /* item not yet given out */
    size_t busy;
    batch_progress progress;
    int exit_status;
    bool is_stopping; /* no new items */
} run;

/* ------------------------------------------------------------------ signals */

/* How often the user asked to stop, and by which signal: all that a handler may touch. */
static volatile sig_atomic_t stop_count;
static volatile sig_atomic_t stop_signal;

static void on_signal(int number)
{
    stop_count = stop_count + 1;
    stop_signal = number;
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = on_signal};
    sigemptyset(&action.sa_mask);
    stop_count = 0;
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    (void)signal(SIGPIPE, SIG_IGN);
}

/* ------------------------------------------------------------------ outcomes */

static void print_messages(run *r, const char *messages)
{
    if (r->options->is_quiet || *messages == '\0')
        return;
    batch_progress_hide(&r->progress);
    char **lines = g_strsplit(messages, "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line && (r->options->is_verbose || !strstr(*line, ": note: ")))
            (void)fprintf(stderr, "%s\n", *line);
    g_strfreev(lines);
}

/* A copy of what could not be converted, with its report line: to be looked at, repaired, run
 * again. */
static void quarantine(run *r, const mh_plan_item *item, const char *report)
{
    if (!r->options->quarantine || strcmp(item->path, "-") == 0)
        return;
    mh_job *job = mh_job_new(item->name);
    mh_arena *arena = mh_job_arena(job);
    const char *copy = mh_arena_printf(arena, "%s/%s", r->options->quarantine, item->name);
    mh_view bytes = {0};
    if (mh_file_read(job, item->path, &bytes) == MH_OK
        && mh_file_write(job, copy, bytes) == MH_OK) {
        mh_view line = mh_view_of(mh_arena_printf(arena, "%s\n", report));
        (void)mh_file_write(job, mh_arena_printf(arena, "%s.error.ndjson", copy), line);
    }
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        (void)fprintf(stderr, "%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    mh_job_free(job);
}

static void raise_exit(run *r, int status)
{
    if (status > r->exit_status)
        r->exit_status = status;
}

static void count(run *r, const mh_plan_item *item, mh_task_status status)
{
    r->progress.done++;
    r->progress.done_bytes += item->bytes;
    switch (status) {
    case MH_TASK_OK:
        break;
    case MH_TASK_WARNING:
        r->progress.warned++;
        break;
    case MH_TASK_SKIPPED:
        r->progress.skipped++;
        r->progress.done_bytes -= item->bytes;
        r->progress.total_bytes -= item->bytes;
        break;
    case MH_TASK_FAILED:
        r->progress.failed++;
        raise_exit(r, MH_EXIT_SOME_FAILED);
        r->is_stopping = r->is_stopping || r->options->fails_fast;
        break;
    case MH_TASK_BROKEN:
        r->progress.failed++;
        raise_exit(r, MH_EXIT_MACHINE);
        r->is_stopping = true;
        break;
    }
}

static void take(run *r, size_t index, const mh_task_outcome *outcome)
{
    const mh_plan_item *item = &r->plan->items[index];
    print_messages(r, outcome->messages);
    if (r->report && batch_report_add(r->job, r->report, index, outcome->report) != MH_OK) {
        raise_exit(r, MH_EXIT_MACHINE);
        r->is_stopping = true;
    }
    if (outcome->status == MH_TASK_FAILED)
        quarantine(r, item, outcome->report);
    count(r, item, outcome->status);
}

/* ------------------------------------------------------------------ workers */

static const char *death_text(mh_arena *arena, int status)
{
    if (WIFSIGNALED(status))
        return mh_arena_printf(arena, "%s", strsignal(WTERMSIG(status)));
    return mh_arena_printf(arena, "exit status %d", WEXITSTATUS(status));
}

static void lose(run *r, size_t index, mh_diag_code code, const char *detail)
{
    mh_arena *arena = mh_arena_new();
    mh_task_outcome outcome = mh_task_lost(arena, &r->plan->items[index], code, detail);
    take(r, index, &outcome);
    mh_arena_free(arena);
}

/* A worker that died takes no other record with it; its own is tried again, in case it was
 * innocent. */
static void bury(run *r, batch_worker *worker)
{
    size_t index = worker->item;
    int status = batch_worker_stop(worker, true);
    r->busy--;
    if (++r->attempts[index] < ATTEMPTS_MAX) {
        g_queue_push_tail(&r->again, GSIZE_TO_POINTER(index));
        return;
    }
    mh_arena *arena = mh_arena_new();
    lose(r, index, MH_BAT_CRASHED, death_text(arena, status));
    mh_arena_free(arena);
}

static void receive(run *r, batch_worker *worker)
{
    mh_arena *arena = mh_arena_new();
    mh_task_outcome outcome = {0};
    if (wire_receive_outcome(worker->from, arena, &outcome)) {
        r->busy--;
        worker->is_busy = false;
        worker->done++;
        take(r, worker->item, &outcome);
        if (worker->done >= WORKER_RECORDS_MAX)
            (void)batch_worker_stop(worker, false);
    } else {
        bury(r, worker);
    }
    mh_arena_free(arena);
}

static void stop_late(run *r, batch_worker *worker)
{
    gint64 limit = (gint64)r->options->timeout_seconds * G_USEC_PER_SEC;
    if (limit == 0 || !worker->is_busy || g_get_monotonic_time() - worker->since < limit)
        return;
    size_t index = worker->item;
    (void)batch_worker_stop(worker, true);
    r->busy--;
    char detail[16];
    (void)g_snprintf(detail, sizeof detail, "%u", r->options->timeout_seconds);
    lose(r, index, MH_BAT_TIMEOUT, detail);
}

/* True when the run before did item @p index with these options and its products are in place. */
static bool skip(run *r, size_t index)
{
    if (!r->earlier || r->options->is_forced)
        return false;
    const mh_plan_item *item = &r->plan->items[index];
    const char *line = g_hash_table_lookup(r->earlier, item->name);
    if (!line || !batch_report_still_holds(r->job, line, item, r->options->task.formats))
        return false;
    const mh_task_outcome outcome = {
        .status = MH_TASK_SKIPPED,
        .report = batch_report_skipped(r->job, line),
        .messages = "",
    };
    take(r, index, &outcome);
    return true;
}

/* Next item to convert; SIZE_MAX when there is none. */
static size_t next_item(run *r)
{
    if (r->is_stopping)
        return SIZE_MAX;
    if (!g_queue_is_empty(&r->again))
        return GPOINTER_TO_SIZE(g_queue_pop_head(&r->again));
    while (r->next < r->plan->count) {
        size_t index = r->next++;
        if (!skip(r, index))
            return index;
    }
    return SIZE_MAX;
}

static void give(run *r, batch_worker *worker)
{
    size_t index = next_item(r);
    if (index == SIZE_MAX)
        return;
    if (worker->pid == 0
        && !batch_worker_start(worker, r->workers, r->options->workers, &r->worker_options)) {
        (void)mh_report(r->job, MH_BAT_NO_WORKER, 0, 0, "%s", g_strerror(errno));
        raise_exit(r, MH_EXIT_MACHINE);
        r->is_stopping = true;
        return;
    }
    r->busy++;
    if (!batch_worker_give(worker, (guint32)index))
        bury(r, worker);
}

static void wait_for_workers(run *r)
{
    guint count_of_workers = r->options->workers;
    struct pollfd *fds = g_new0(struct pollfd, count_of_workers);
    for (guint i = 0; i < count_of_workers; i++)
        fds[i] = (struct pollfd){.fd = r->workers[i].is_busy ? r->workers[i].from : -1,
                                 .events = POLLIN};
    int ready = poll(fds, count_of_workers, POLL_MS);
    for (guint i = 0; i < count_of_workers; i++) {
        if (ready > 0 && fds[i].fd >= 0 && fds[i].revents != 0)
            receive(r, &r->workers[i]);
        else if (r->workers[i].pid > 0)
            stop_late(r, &r->workers[i]);
    }
    g_free(fds);
}

/* First signal: finish what is in hand. Second: drop it; half-written products never had a name. */
static void heed_signals(run *r)
{
    if (stop_count == 0)
        return;
    r->is_stopping = true;
    if (stop_count < 2)
        return;
    for (guint i = 0; i < r->options->workers; i++)
        if (r->workers[i].is_busy) {
            (void)batch_worker_stop(&r->workers[i], true);
            r->busy--;
        }
}

static void loop(run *r)
{
    for (;;) {
        heed_signals(r);
        for (guint i = 0; i < r->options->workers; i++)
            if (!r->workers[i].is_busy)
                give(r, &r->workers[i]);
        batch_progress_show(&r->progress);
        if (r->busy == 0
            && (r->is_stopping || (r->next >= r->plan->count && g_queue_is_empty(&r->again))))
            return;
        wait_for_workers(r);
    }
}

/* ------------------------------------------------------------------ the run */

static bool begin_report(run *r)
{
    const mh_batch_options *options = r->options;
    if (!options->report)
        return true;
    if (options->is_resumed)
        r->earlier = batch_report_load(r->job, options->report, options->options_hash);
    r->report = batch_report_new(r->job, options->report, options->options_hash);
    return r->report != NULL;
}

static guint64 total_bytes(const mh_plan *plan)
{
    guint64 sum = 0;
    for (size_t i = 0; i < plan->count; i++)
        sum += plan->items[i].bytes;
    return sum;
}

static int end(run *r)
{
    batch_progress_hide(&r->progress);
    for (guint i = 0; i < r->options->workers; i++)
        if (r->workers[i].pid > 0)
            (void)batch_worker_stop(&r->workers[i], false);
    if (r->report && batch_report_end(r->job, r->report) != MH_OK)
        raise_exit(r, MH_EXIT_MACHINE);
    g_queue_clear(&r->again);
    if (stop_count > 0 && r->exit_status != MH_EXIT_MACHINE)
        return stop_signal == SIGTERM ? MH_EXIT_TEMPORARY : MH_EXIT_INTERRUPTED;
    return r->exit_status;
}

static void print_summary(const run *r)
{
    if (r->options->is_quiet || r->plan->count < 2)
        return;
    const batch_progress *p = &r->progress;
    (void)fprintf(stderr, "%zu of %zu records done: %zu skipped, %zu with warnings, %zu failed\n",
                  p->done - p->failed, r->plan->count, p->skipped, p->warned, p->failed);
}

int mh_batch_run(mh_job *job, mh_converter *converter, const mh_plan *plan,
                 const mh_batch_options *options)
{
    mh_arena *arena = mh_job_arena(job);
    run r = {
        .job = job,
        .plan = plan,
        .options = options,
        .worker_options = {.plan = plan,
                           .task = &options->task,
                           .converter = converter,
                           .memory_mib = options->memory_mib},
        .workers = MH_NEW(arena, batch_worker, options->workers),
        .attempts = MH_NEW(arena, guint8, plan->count + 1),
        .again = G_QUEUE_INIT,
    };
    catch_signals();
    if (!begin_report(&r))
        return MH_EXIT_MACHINE;
    batch_progress_start(&r.progress, options->progress, plan->count, total_bytes(plan));
    loop(&r);
    int status = end(&r);
    print_summary(&r);
    return status;
}
