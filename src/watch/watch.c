#include "watch/watch.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "watch/folder.h"
#include "watch/inbox.h"
#include "watch/ledger.h"

enum {
    /* More in one round would keep a new file waiting for its end. */
    ROUND_RECORDS_MAX = 256,
    /* Where the kernel does not tell of changes, and after a round that could not be made. */
    PARTIAL_POLL_SECONDS = 60,
    RETRY_SECONDS = 10,
    SIGNALS_MAX = 8,
};

typedef struct watcher {
    mh_job *job;
    mh_converter *converter;
    const mh_watch_options *options;
    const char *root;         /* absolute */
    const char *round_report; /* of the round in hand; its journal is beside it */
    const char *round_journal;
    watch_folder *folder;
    watch_inbox *inbox;
    watch_ledger *ledger;
    GHashTable *owners; /* name without suffix: name of the record whose products those are */
    GPtrArray *round;   /* paths in hand, or NULL */
    pid_t pid;          /* process of the round, or 0 */
    int signals;        /* signalfd */
    int stop_signal;    /* that asked to stop, or 0 */
    gint64 polled;      /* when the folder was looked through last */
    gint64 not_before;  /* no round begins earlier */
    bool is_partial_told;
    int exit_status;
    bool is_failing;
} watcher;

/* Path below the watched folder: the record's name. */
static const char *name_of(const watcher *w, const char *path)
{
    return path + strlen(w->root) + 1;
}

static void see(void *to, const char *path)
{
    watcher *w = to;
    char *base = g_path_get_basename(path);
    if (mh_plan_takes(base))
        watch_inbox_note(w->inbox, path, g_get_monotonic_time());
    g_free(base);
}

/* What the machine says is printed at once: the job lives as long as the program. */
static void print_from(const watcher *w, size_t first)
{
    for (size_t i = first; i < mh_job_diag_count(w->job); i++)
        (void)fprintf(stderr, "%s\n", mh_job_diag_format(w->job, mh_job_diag(w->job, i)));
    (void)fflush(stderr);
}

static void fail_if(watcher *w, mh_status status)
{
    if (status == MH_OK)
        return;
    w->is_failing = true;
    w->exit_status = MH_EXIT_MACHINE;
}

/* ------------------------------------------------------------------ the child of a round */

/* The batch catches signals itself; the watcher sends them on, so the terminal must not. */
static void become_round(pid_t parent, const sigset_t *mask)
{
    (void)setpgid(0, 0);
    (void)sigprocmask(SIG_SETMASK, mask, NULL);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0 || getppid() != parent)
        _exit(MH_EXIT_TEMPORARY);
}

static int run_round(const watcher *w)
{
    mh_job *job = mh_job_new("masthead");
    g_ptr_array_add(w->round, NULL);
    mh_plan_options where = w->options->plan;
    where.paths = (const char *const *)(void *)w->round->pdata;
    where.base = w->root;
    mh_batch_options how = w->options->batch;
    how.folder = where.output;
    how.report = w->round_report;
    how.is_resumed = true;
    how.progress = MH_PROGRESS_NONE;
    mh_plan plan = {0};
    int status = MH_EXIT_USAGE;
    if (mh_plan_make(job, &where, &plan) == MH_OK) {
        how.workers = (guint)MIN(how.workers, plan.count);
        status = mh_batch_run(job, w->converter, &plan, &how);
    }
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        (void)fprintf(stderr, "%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    mh_job_free(job);
    (void)fflush(stderr);
    return status;
}

/* ------------------------------------------------------------------ rounds */

/* True when the file is what was converted under its name already: it was only touched, or the
 * watcher has been started again. */
static bool is_done(const watcher *w, const char *path)
{
    const char *name = name_of(w, path);
    if (!watch_ledger_knows(w->ledger, name))
        return false;
    mh_job *job = mh_job_new(name);
    mh_view bytes = {0};
    bool is_known =
        mh_file_read(job, path, &bytes) == MH_OK
        && watch_ledger_has(w->ledger, name, mh_digest_sha256(mh_job_arena(job), bytes));
    mh_job_free(job);
    return is_known;
}

/* The products of a.txt are not to be replaced by those of a.text while a.txt is there. */
static bool owns_products(watcher *w, const char *path)
{
    const char *name = name_of(w, path);
    mh_arena *arena = mh_arena_new();
    char *stem = mh_plan_stem(arena, name);
    const char *owner = g_hash_table_lookup(w->owners, stem);
    const char *other = owner ? mh_arena_printf(arena, "%s/%s", w->root, owner) : NULL;
    bool is_owner = !owner || strcmp(owner, name) == 0 || !g_file_test(other, G_FILE_TEST_EXISTS);
    if (is_owner) {
        g_hash_table_replace(w->owners, g_strdup(stem), g_strdup(name));
    } else {
        size_t first = mh_job_diag_count(w->job);
        (void)mh_report(w->job, MH_BAT_COLLISION, 0, 0, "%s and %s", other, path);
        print_from(w, first);
    }
    mh_arena_free(arena);
    return is_owner;
}

/* Paths to convert now; NULL when there are none. */
static GPtrArray *choose_round(watcher *w, gint64 now)
{
    GPtrArray *ready = watch_inbox_take(w->inbox, now, ROUND_RECORDS_MAX);
    GPtrArray *round = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < ready->len; i++) {
        const char *path = g_ptr_array_index(ready, i);
        if (owns_products(w, path) && !is_done(w, path))
            g_ptr_array_add(round, g_strdup(path));
    }
    g_ptr_array_unref(ready);
    if (round->len > 0)
        return round;
    g_ptr_array_unref(round);
    return NULL;
}

static void begin_round(watcher *w, const sigset_t *mask)
{
    gint64 now = g_get_monotonic_time();
    if (w->pid != 0 || w->stop_signal != 0 || w->is_failing || now < w->not_before)
        return;
    w->round = choose_round(w, now);
    if (!w->round)
        return;
    pid_t parent = getpid();
    w->pid = fork();
    if (w->pid == 0) {
        become_round(parent, mask);
        _exit(run_round(w));
    }
    if (w->pid < 0) {
        w->pid = 0;
        fail_if(w, mh_report(w->job, MH_BAT_NO_WORKER, 0, 0, "%s", g_strerror(errno)));
    }
}

static void tell(void *to, const char *name, const char *status)
{
    const watcher *w = to;
    if (!w->options->batch.is_quiet)
        (void)fprintf(stderr, "%s: %s\n", name, status);
}

/* The journal stays: it knows which records were in hand when the round died. */
static void take_over(watcher *w)
{
    size_t first = mh_job_diag_count(w->job);
    mh_status status = watch_ledger_take(w->job, w->ledger, w->round_report, tell, w);
    if (status == MH_OK)
        (void)g_unlink(w->round_report);
    if (status == MH_OK)
        status = watch_ledger_take(w->job, w->ledger, w->round_journal, tell, w);
    print_from(w, first);
    fail_if(w, status);
}

/* What the round did not come to is taken in again. */
static void return_rest(watcher *w, gint64 at)
{
    for (guint i = 0; i < w->round->len; i++) {
        const char *path = g_ptr_array_index(w->round, i);
        if (!watch_ledger_knows(w->ledger, name_of(w, path)))
            watch_inbox_again(w->inbox, path, at);
    }
    g_ptr_array_unref(w->round);
    w->round = NULL;
}

static void end_round(watcher *w)
{
    int status = 0;
    if (w->pid == 0 || waitpid(w->pid, &status, WNOHANG) != w->pid)
        return;
    w->pid = 0;
    take_over(w);
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : MH_EXIT_TEMPORARY;
    bool is_done = code == MH_EXIT_DONE || code == MH_EXIT_SOME_FAILED;
    if (code == MH_EXIT_MACHINE)
        fail_if(w, MH_FAILED);
    else if (w->stop_signal != 0 && !is_done)
        w->exit_status = code;
    gint64 pause = (gint64)(is_done ? 0 : RETRY_SECONDS) * G_USEC_PER_SEC;
    w->not_before = g_get_monotonic_time() + pause;
    return_rest(w, w->not_before);
}

/* ------------------------------------------------------------------ waiting */

static void heed_signals(watcher *w)
{
    struct signalfd_siginfo infos[SIGNALS_MAX];
    ssize_t got = read(w->signals, infos, sizeof infos);
    for (ssize_t i = 0; i < got / (ssize_t)sizeof infos[0]; i++) {
        int number = (int)infos[i].ssi_signo;
        if (number == SIGCHLD)
            continue;
        w->stop_signal = number;
        if (w->pid > 0)
            (void)kill(w->pid, number);
    }
    end_round(w);
}

static guint poll_seconds(const watcher *w)
{
    guint wanted = w->options->poll_seconds;
    if (!watch_folder_is_partial(w->folder))
        return wanted;
    return wanted > 0 ? MIN(wanted, PARTIAL_POLL_SECONDS) : PARTIAL_POLL_SECONDS;
}

/* When something is to be done without a word from the kernel; -1 is never. */
static gint64 next_turn(const watcher *w)
{
    gint64 next = w->pid == 0 ? watch_inbox_next(w->inbox) : -1;
    if (next >= 0)
        next = MAX(next, w->not_before);
    guint seconds = poll_seconds(w);
    gint64 scan = seconds > 0 ? w->polled + (gint64)seconds * G_USEC_PER_SEC : -1;
    return next < 0 || (scan >= 0 && scan < next) ? scan : next;
}

static int milliseconds_to(gint64 time)
{
    if (time < 0)
        return -1;
    gint64 left = (time - g_get_monotonic_time()) / 1000 + 1;
    return (int)CLAMP(left, 0, G_MAXINT);
}

static void scan(watcher *w)
{
    w->polled = g_get_monotonic_time();
    size_t first = mh_job_diag_count(w->job);
    fail_if(w, watch_folder_scan(w->job, w->folder));
    if (!w->is_failing && watch_folder_is_partial(w->folder) && !w->is_partial_told) {
        (void)mh_report(w->job, MH_BAT_WATCH_PART, 0, 0, "%s", w->root);
        w->is_partial_told = true;
    }
    print_from(w, first);
}

static void wait_and_read(watcher *w)
{
    struct pollfd fds[] = {
        {.fd = w->signals, .events = POLLIN},
        {.fd = watch_folder_fd(w->folder), .events = POLLIN},
    };
    int ready = poll(fds, G_N_ELEMENTS(fds), milliseconds_to(next_turn(w)));
    if (ready > 0 && fds[0].revents != 0)
        heed_signals(w);
    if (ready > 0 && fds[1].revents != 0) {
        size_t first = mh_job_diag_count(w->job);
        fail_if(w, watch_folder_read(w->job, w->folder));
        print_from(w, first);
    }
    guint seconds = poll_seconds(w);
    if (seconds > 0 && g_get_monotonic_time() - w->polled >= (gint64)seconds * G_USEC_PER_SEC)
        scan(w);
}

static void loop(watcher *w, const sigset_t *mask)
{
    scan(w);
    while (w->pid != 0 || (!w->is_failing && w->stop_signal == 0)) {
        begin_round(w, mask);
        wait_and_read(w);
    }
}

/* ------------------------------------------------------------------ the run */

static const char *absolute(mh_arena *arena, const char *path)
{
    if (!path)
        return NULL;
    char *real = g_canonicalize_filename(path, NULL);
    const char *copy = mh_arena_strdup(arena, real);
    g_free(real);
    return copy;
}

static mh_status prepare(watcher *w)
{
    const mh_watch_options *options = w->options;
    mh_arena *arena = mh_job_arena(w->job);
    const char *state = mh_arena_printf(arena, "%s/.masthead", options->plan.output);
    w->round_report = mh_arena_printf(arena, "%s/watch-round.ndjson", state);
    w->round_journal = mh_arena_printf(arena, "%s.journal", w->round_report);
    const watch_folder_options folder = {
        .root = w->root,
        .excluded = {absolute(arena, options->plan.output),
                     absolute(arena, options->plan.quarantine)},
        .seen = see,
        .to = w,
    };
    mh_status status = watch_ledger_open(w->job, mh_arena_printf(arena, "%s/watch.ndjson", state),
                                         options->batch.options_hash, &w->ledger);
    if (status == MH_OK)
        status = watch_folder_new(w->job, &folder, &w->folder);
    return status;
}

/* Signals come through a file, so that none falls between two steps. @return what was blocked */
static sigset_t catch_signals(watcher *w)
{
    sigset_t wanted;
    sigset_t before;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    sigaddset(&wanted, SIGTERM);
    struct sigaction hang_up;
    /* Under nohup a closed terminal is to be ignored. */
    if (sigaction(SIGHUP, NULL, &hang_up) == 0 && hang_up.sa_handler != SIG_IGN)
        sigaddset(&wanted, SIGHUP);
    sigaddset(&wanted, SIGCHLD);
    (void)sigprocmask(SIG_BLOCK, &wanted, &before);
    w->signals = signalfd(-1, &wanted, SFD_CLOEXEC | SFD_NONBLOCK);
    return before;
}

int mh_watch_run(mh_job *job, mh_converter *converter, const mh_watch_options *options)
{
    watcher w = {
        .job = job,
        .converter = converter,
        .options = options,
        .root = absolute(mh_job_arena(job), options->input),
        .exit_status = MH_EXIT_DONE,
    };
    mh_status status = prepare(&w);
    if (status != MH_OK) {
        print_from(&w, 0);
        return status == MH_REJECTED ? MH_EXIT_TEMPORARY : MH_EXIT_MACHINE;
    }
    w.inbox = watch_inbox_new((gint64)(options->settle * G_USEC_PER_SEC));
    w.owners = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    const sigset_t mask = catch_signals(&w);
    take_over(&w);
    loop(&w, &mask);
    (void)close(w.signals);
    (void)sigprocmask(SIG_SETMASK, &mask, NULL);
    watch_inbox_free(w.inbox);
    g_hash_table_unref(w.owners);
    return w.exit_status;
}
