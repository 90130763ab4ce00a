#include "batch/wire.h"

#include <errno.h>
#include <unistd.h>

/* What a worker with damaged memory says must not cost the parent its own. */
#define TEXT_MAX_BYTES ((guint64)256 * 1024 * 1024)

/* The same program on both ends of a pipe: native sizes and order. */
typedef struct head {
    guint32 status;
    guint32 pages;
    guint64 report_bytes;
    guint64 messages_bytes;
} head;

static bool put(int fd, const void *bytes, size_t size)
{
    const char *p = bytes;
    while (size > 0) {
        ssize_t done = write(fd, p, size);
        if (done < 0 && errno != EINTR)
            return false;
        if (done > 0) {
            p += done;
            size -= (size_t)done;
        }
    }
    return true;
}

static bool get(int fd, void *bytes, size_t size)
{
    char *p = bytes;
    while (size > 0) {
        ssize_t done = read(fd, p, size);
        if (done == 0 || (done < 0 && errno != EINTR))
            return false;
        if (done > 0) {
            p += done;
            size -= (size_t)done;
        }
    }
    return true;
}

bool wire_send_request(int fd, const wire_request *request)
{
    return put(fd, request, sizeof *request);
}

bool wire_receive_request(int fd, wire_request *request)
{
    return get(fd, request, sizeof *request);
}

bool wire_send_outcome(int fd, const mh_task_outcome *outcome)
{
    const head h = {
        .status = (guint32)outcome->status,
        .pages = (guint32)outcome->pages,
        .report_bytes = strlen(outcome->report),
        .messages_bytes = strlen(outcome->messages),
    };
    return put(fd, &h, sizeof h) && put(fd, outcome->report, h.report_bytes)
           && put(fd, outcome->messages, h.messages_bytes);
}

bool wire_receive_outcome(int fd, mh_arena *arena, mh_task_outcome *outcome)
{
    head h;
    if (!get(fd, &h, sizeof h) || h.status > MH_TASK_BROKEN || h.report_bytes > TEXT_MAX_BYTES
        || h.messages_bytes > TEXT_MAX_BYTES)
        return false;
    char *report = mh_arena_alloc(arena, h.report_bytes + 1);
    char *messages = mh_arena_alloc(arena, h.messages_bytes + 1);
    if (!get(fd, report, h.report_bytes) || !get(fd, messages, h.messages_bytes))
        return false;
    *outcome = (mh_task_outcome){
        .status = (mh_task_status)h.status,
        .report = report,
        .messages = messages,
        .pages = h.pages,
    };
    return true;
}
