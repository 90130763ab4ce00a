#include "batch/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "batch/wire.h"
#ifdef MASTHEAD_TEST_HOOK
#include "batch/hook.h"
#endif

static void close_pair(int fds[2])
{
    (void)close(fds[0]);
    (void)close(fds[1]);
}

enum { PROBE_FLAGS = MAP_PRIVATE | MAP_ANONYMOUS };

/* An end while not even that much can be had is the memory limit's doing. */
static void on_crash(int number)
{
    /* NOLINTNEXTLINE(bugprone-signal-handler): a bare system call, without state of ours */
    const void *probe = mmap(NULL, MH_TASK_ROOM_BYTES, PROT_READ, PROBE_FLAGS, -1, 0);
    if (probe == MAP_FAILED)
        _exit(BATCH_WORKER_OUT_OF_MEMORY);
    (void)signal(number, SIG_DFL);
    (void)raise(number);
}

/* When the machine's memory ends, the kernel takes a worker, not the parent with its report. */
static void offer_to_kernel(void)
{
    int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)!write(fd, "500", 3);
    (void)close(fd);
}

/* A crash costs the record, not a folder full of core files. */
static void limit(guint memory_mib)
{
    const struct rlimit no_core = {0, 0};
    (void)setrlimit(RLIMIT_CORE, &no_core);
    offer_to_kernel();
    if (memory_mib == 0)
        return;
    const rlim_t bytes = (rlim_t)memory_mib * 1024 * 1024;
    const struct rlimit memory = {bytes, bytes};
    (void)setrlimit(RLIMIT_AS, &memory);
    /* GLib traps or aborts when it gets no memory, other libraries go on with NULL. */
    (void)signal(SIGTRAP, on_crash);
    (void)signal(SIGABRT, on_crash);
    (void)signal(SIGSEGV, on_crash);
}

static mh_task_outcome convert(mh_arena *arena, const batch_worker_options *options, guint32 index)
{
    const mh_plan_item *item = &options->plan->items[index];
#ifdef MASTHEAD_TEST_HOOK
    batch_hook(item->name);
#endif
    return mh_task_run(arena, options->converter, item, options->task);
}

/* Reading products again takes as long as the disk does: the parent has others to serve. */
static mh_task_outcome check(const batch_worker_options *options, guint32 index)
{
    mh_view line = batch_report_earlier(options->report, index);
    bool holds =
        batch_report_still_holds(line, &options->plan->items[index], options->task->formats);
    return (mh_task_outcome){
        .status = holds ? MH_TASK_SKIPPED : MH_TASK_FAILED, .report = "", .messages = ""};
}

static int work(int in, int out, const batch_worker_options *options)
{
    /* Ctrl-C reaches the whole process group: what is in hand is finished, the parent decides. */
    (void)signal(SIGINT, SIG_IGN);
    (void)signal(SIGTERM, SIG_IGN);
    (void)signal(SIGHUP, SIG_IGN);
    (void)signal(SIGPIPE, SIG_IGN);
    limit(options->memory_mib);
    for (wire_request request; wire_receive_request(in, &request);) {
        mh_arena *arena = mh_arena_new();
        mh_task_outcome outcome =
            request.is_check ? check(options, request.item) : convert(arena, options, request.item);
        bool is_heard = wire_send_outcome(out, &outcome);
        mh_arena_free(arena);
        if (!is_heard)
            return 1;
    }
    return 0;
}

/* What a dead run's workers had in hand belongs to the run that resumes it. */
static bool die_with(pid_t parent)
{
    return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && getppid() == parent;
}

bool batch_worker_start(batch_worker *worker, const batch_worker *others, size_t other_count,
                        const batch_worker_options *options)
{
    int to[2];
    int from[2];
    if (pipe2(to, O_CLOEXEC) != 0)
        return false;
    if (pipe2(from, O_CLOEXEC) != 0) {
        close_pair(to);
        return false;
    }
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid < 0) {
        int error = errno;
        close_pair(to);
        close_pair(from);
        errno = error;
        return false;
    }
    if (pid == 0) {
        if (!die_with(parent))
            _exit(1);
        /* With a sister's pipe open here, she would never see its end. */
        for (size_t i = 0; i < other_count; i++)
            if (others[i].pid > 0) {
                (void)close(others[i].to);
                (void)close(others[i].from);
            }
        (void)close(to[1]);
        (void)close(from[0]);
        _exit(work(to[0], from[1], options));
    }
    (void)close(to[0]);
    (void)close(from[1]);
    *worker = (batch_worker){.pid = pid, .to = to[1], .from = from[0]};
    return true;
}

bool batch_worker_give(batch_worker *worker, guint32 item, bool is_check)
{
    const wire_request request = {.item = item, .is_check = is_check};
    worker->is_busy = true;
    worker->is_checking = is_check;
    worker->item = item;
    worker->since = g_get_monotonic_time();
    worker->vitals = (batch_vitals){0};
    return wire_send_request(worker->to, &request);
}

int batch_worker_stop(batch_worker *worker, bool now)
{
    int status = 0;
    if (now)
        (void)kill(worker->pid, SIGKILL);
    (void)close(worker->to);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR) {
    }
    (void)close(worker->from);
    *worker = (batch_worker){0};
    return status;
}
