#include "batch/batch.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include "base/file.h"
#include "batch/lease.h"
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
    guint *attempts; /* by item: how often it was begun and not ended, in earlier runs too */
    GQueue again;    /* items whose worker died */
    GQueue suspects; /* items in hand when an earlier run died: done last, one at a time */
    size_t next;     /* item not yet given out */
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
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
    struct sigaction before;
    sigemptyset(&action.sa_mask);
    stop_count = 0;
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
    /* Under nohup a closed terminal is to be ignored. */
    if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        (void)sigaction(SIGHUP, &action, NULL);
    (void)signal(SIGPIPE, SIG_IGN);
}

/* ------------------------------------------------------------------ outcomes */

static void raise_exit(run *r, int status)
{
    if (status > r->exit_status)
        r->exit_status = status;
}

/* The machine failed: there is no use in going on. */
static void give_up(run *r)
{
    raise_exit(r, MH_EXIT_MACHINE);
    r->is_stopping = true;
}

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

/* Neither is a copy made over the record itself, nor taken away with it. */
static bool is_same_file(const char *a, const char *b)
{
    struct stat first;
    struct stat second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_ino == second.st_ino
           && first.st_dev == second.st_dev;
}

/* A copy of what could not be converted, with its report line: to be looked at, repaired, run
 * again. */
static mh_status put_aside(mh_job *job, const mh_plan_item *item, const char *copy,
                           const char *report)
{
    mh_view bytes = {0};
    /* What cannot be read cannot be copied; its message says so already. */
    if (mh_file_read(job, item->path, &bytes) != MH_OK)
        return MH_OK;
    const mh_view line[] = {mh_view_of(report), MH_VIEW("\n")};
    const mh_file files[] = {
        {.path = copy, .parts = &bytes, .part_count = 1},
        {.path = mh_arena_printf(mh_job_arena(job), "%s.error.ndjson", copy),
         .parts = line,
         .part_count = 2},
    };
    return mh_file_write_set(job, files, G_N_ELEMENTS(files));
}

/* A record that failed in an earlier run and is done now leaves the quarantine. */
static void take_back(mh_job *job, const char *copy)
{
    if (g_unlink(mh_arena_printf(mh_job_arena(job), "%s.error.ndjson", copy)) == 0)
        (void)g_unlink(copy);
}

static void quarantine(run *r, const mh_plan_item *item, const mh_task_outcome *outcome)
{
    if (!r->options->quarantine || strcmp(item->path, "-") == 0
        || outcome->status == MH_TASK_BROKEN)
        return;
    mh_job *job = mh_job_new(item->name);
    const char *copy =
        mh_arena_printf(mh_job_arena(job), "%s/%s", r->options->quarantine, item->name);
    mh_status status = MH_OK;
    if (!is_same_file(item->path, copy) && outcome->status == MH_TASK_FAILED)
        status = put_aside(job, item, copy, outcome->report);
    else if (!is_same_file(item->path, copy))
        take_back(job, copy);
    if (status == MH_FAILED) {
        print_messages(r, mh_job_diag_format(job, mh_job_diag(job, 0)));
        give_up(r);
    }
    mh_job_free(job);
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
        give_up(r);
        break;
    }
}

static void take(run *r, size_t index, const mh_task_outcome *outcome)
{
    const mh_plan_item *item = &r->plan->items[index];
    print_messages(r, outcome->messages);
    if (r->report && batch_report_add(r->job, r->report, index, outcome->report) != MH_OK)
        give_up(r);
    quarantine(r, item, outcome);
    count(r, item, outcome->status);
}

/* ------------------------------------------------------------------ workers */

static const char *death_text(mh_arena *arena, int status)
{
    if (WIFSIGNALED(status))
        return mh_arena_printf(arena, "%s", strsignal(WTERMSIG(status)));
    return mh_arena_printf(arena, "exit status %d", WEXITSTATUS(status));
}

/* A worker that was stopped may have left temporaries. */
static void discard(run *r, size_t index)
{
    mh_arena *arena = mh_arena_new();
    const mh_format *const *formats = r->options->task.formats;
    for (size_t i = 0; formats[i]; i++)
        mh_file_discard(mh_task_output_path(arena, &r->plan->items[index], formats[i]));
    mh_arena_free(arena);
}

static void lose(run *r, size_t index, mh_diag_code code, const char *detail)
{
    discard(r, index);
    mh_arena *arena = mh_arena_new();
    mh_task_outcome outcome = mh_task_lost(arena, &r->plan->items[index], code, detail);
    take(r, index, &outcome);
    mh_arena_free(arena);
}

static void lose_starved(run *r, size_t index)
{
    char limit[16];
    (void)g_snprintf(limit, sizeof limit, "%u", r->options->memory_mib);
    lose(r, index, MH_BAT_MEMORY, limit);
}

static void lose_worker(run *r, size_t index, int status)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == BATCH_WORKER_OUT_OF_MEMORY) {
        lose_starved(r, index);
        return;
    }
    mh_arena *arena = mh_arena_new();
    lose(r, index, MH_BAT_CRASHED, death_text(arena, status));
    mh_arena_free(arena);
}

/* ------------------------------------------------------------------ resuming */

static bool is_resumed(const run *r)
{
    return r->report && r->options->is_resumed && !r->options->is_forced;
}

/* An earlier run did item @p index with these options: a worker looks whether that still holds. */
static bool needs_check(const run *r, size_t index)
{
    return is_resumed(r) && batch_report_earlier(r->report, index).len > 0;
}

/* A record that runs died of, whether this or the last one found that out, is not begun again. */
static bool skip_poison(run *r, size_t index)
{
    mh_view line = batch_report_earlier(r->report, index);
    guint lost = batch_report_lost(r->report, index);
    bool is_known = line.len > 0 && batch_report_is_poison(line, &r->plan->items[index]);
    if (lost < ATTEMPTS_MAX && !is_known)
        return false;
    char detail[16];
    (void)g_snprintf(detail, sizeof detail, "%u", MAX(lost, (guint)ATTEMPTS_MAX));
    lose(r, index, MH_BAT_POISON, detail);
    return true;
}

/* True when the item is not to be converted, or not yet. */
static bool is_passed_over(run *r, size_t index)
{
    if (!is_resumed(r))
        return false;
    if (skip_poison(r, index))
        return true;
    r->attempts[index] = batch_report_lost(r->report, index);
    if (r->attempts[index] == 0)
        return false;
    g_queue_push_tail(&r->suspects, GSIZE_TO_POINTER(index));
    return true;
}

/* The item is done, or it is to be done after all. */
static void take_check(run *r, size_t index, bool holds)
{
    if (holds) {
        batch_report_skip(r->report, index);
        count(r, &r->plan->items[index], MH_TASK_SKIPPED);
    } else if (!is_passed_over(r, index)) {
        g_queue_push_tail(&r->again, GSIZE_TO_POINTER(index));
    }
}

/* ------------------------------------------------------------------ workers at work */

/* A worker that died takes no other record with it; its own is tried again, in case it was
 * innocent. Standard input is gone after the first time. */
static void bury(run *r, batch_worker *worker)
{
    size_t index = worker->item;
    bool is_check = worker->is_checking;
    int status = batch_worker_stop(worker, true);
    r->busy--;
    if (is_check) {
        take_check(r, index, false);
        return;
    }
    bool is_read_once = strcmp(r->plan->items[index].path, "-") == 0;
    if (r->attempts[index] < ATTEMPTS_MAX && !is_read_once)
        g_queue_push_tail(&r->again, GSIZE_TO_POINTER(index));
    else
        lose_worker(r, index, status);
}

static void receive(run *r, batch_worker *worker)
{
    mh_arena *arena = mh_arena_new();
    mh_task_outcome outcome = {0};
    if (wire_receive_outcome(worker->from, arena, &outcome)) {
        r->busy--;
        worker->is_busy = false;
        worker->done += !worker->is_checking;
        if (worker->is_checking)
            take_check(r, worker->item, outcome.status == MH_TASK_SKIPPED);
        else
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

/* Memory that was refused once may be waited for until the time limit. */
static void stop_starved(run *r, batch_worker *worker)
{
    if (!worker->is_busy || !batch_is_starved(&worker->vitals, worker->pid, r->options->memory_mib))
        return;
    size_t index = worker->item;
    (void)batch_worker_stop(worker, true);
    r->busy--;
    lose_starved(r, index);
}

/* The limits are for converting. */
static void stop_overdue(run *r, batch_worker *worker)
{
    if (worker->is_checking)
        return;
    stop_late(r, worker);
    stop_starved(r, worker);
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
            size_t index = r->workers[i].item;
            (void)batch_worker_stop(&r->workers[i], true);
            discard(r, index);
            r->busy--;
        }
}

static bool has_more(const run *r)
{
    return r->next < r->plan->count || r->again.length > 0 || r->suspects.length > 0;
}

/* An item, and whether it is only to be checked; SIZE_MAX when there is none. */
typedef struct order {
    size_t index;
    bool is_check;
} order;

static order pop(GQueue *items)
{
    return (order){.index = GPOINTER_TO_SIZE(g_queue_pop_head(items))};
}

static order next_order(run *r)
{
    if (!g_queue_is_empty(&r->again) && !r->is_stopping)
        return pop(&r->again);
    while (r->next < r->plan->count && !r->is_stopping) {
        heed_signals(r);
        size_t index = r->next++;
        batch_progress_show(&r->progress);
        if (needs_check(r, index))
            return (order){.index = index, .is_check = true};
        if (!is_passed_over(r, index))
            return (order){.index = index};
    }
    /* Alone: if the run dies again, no other record is suspected with it. */
    if (!g_queue_is_empty(&r->suspects) && !r->is_stopping && r->busy == 0)
        return pop(&r->suspects);
    return (order){.index = SIZE_MAX};
}

/* An attempt is counted before it is made: one that ends this process counts, too. */
static bool begin(run *r, size_t index)
{
    r->attempts[index]++;
    if (!r->report || batch_report_start(r->job, r->report, index) == MH_OK)
        return true;
    give_up(r);
    return false;
}

static void give(run *r, batch_worker *worker)
{
    const order next = next_order(r);
    if (next.index == SIZE_MAX || (!next.is_check && !begin(r, next.index)))
        return;
    if (worker->pid == 0
        && !batch_worker_start(worker, r->workers, r->options->workers, &r->worker_options)) {
        (void)mh_report(r->job, MH_BAT_NO_WORKER, 0, 0, "%s", g_strerror(errno));
        give_up(r);
        return;
    }
    r->busy++;
    if (!batch_worker_give(worker, (guint32)next.index, next.is_check))
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
            stop_overdue(r, &r->workers[i]);
    }
    g_free(fds);
}

static void loop(run *r)
{
    for (;;) {
        heed_signals(r);
        for (guint i = 0; i < r->options->workers; i++)
            if (!r->workers[i].is_busy)
                give(r, &r->workers[i]);
        batch_progress_show(&r->progress);
        if (r->busy == 0 && (r->is_stopping || !has_more(r)))
            return;
        wait_for_workers(r);
    }
}

/* ------------------------------------------------------------------ the run */

/* Takes what the run writes to. A single record needs no lease: its products are locked while they
 * are written. */
static mh_status hold(run *r, batch_lease **lease)
{
    const mh_batch_options *options = r->options;
    const batch_lease_request request = {
        .folder = options->folder, .shard = options->shard, .shard_count = options->shard_count};
    mh_status status = MH_OK;
    if (options->folder && (r->plan->count > 1 || options->shard > 0))
        status = batch_lease_take(r->job, &request, lease);
    if (status != MH_OK || !options->report)
        return status;
    const batch_report_options report = {.path = options->report,
                                         .options_hash = options->options_hash,
                                         .shard = options->shard,
                                         .shard_count = options->shard_count,
                                         .is_resumed = options->is_resumed};
    return batch_report_begin(r->job, &report, r->plan, &r->report);
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
    bool is_cut_short = has_more(r) || r->progress.done < r->plan->count;
    g_queue_clear(&r->again);
    g_queue_clear(&r->suspects);
    if (stop_count > 0 && is_cut_short && r->exit_status != MH_EXIT_MACHINE)
        return stop_signal == SIGINT ? MH_EXIT_INTERRUPTED : MH_EXIT_TEMPORARY;
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
        .attempts = MH_NEW(arena, guint, plan->count + 1),
        .again = G_QUEUE_INIT,
        .suspects = G_QUEUE_INIT,
    };
    batch_lease *lease = NULL;
    catch_signals();
    mh_status held = hold(&r, &lease);
    if (held != MH_OK) {
        if (lease)
            batch_lease_end(lease);
        return held == MH_REJECTED ? MH_EXIT_TEMPORARY : MH_EXIT_MACHINE;
    }
    r.worker_options.report = r.report;
    batch_progress_start(&r.progress, options->progress, plan->count, total_bytes(plan));
    loop(&r);
    int status = end(&r);
    if (lease)
        batch_lease_end(lease);
    print_summary(&r);
    return status;
}
