#ifndef MH_BATCH_WIRE_H
#define MH_BATCH_WIRE_H

/* Messages between parent and workers: a fixed head, then two texts. Private to batch. */

#include "batch/task.h"

/** What a worker is asked. */
typedef struct wire_request {
    guint32 item;
    guint32 is_check; /**< only say whether an earlier run did it: MH_TASK_SKIPPED or _FAILED */
} wire_request;

/** @return false when the other end is gone */
bool wire_send_request(int fd, const wire_request *request);

/** @return false at the end of the pipe */
bool wire_receive_request(int fd, wire_request *request);

/** Sends an outcome. @return false when the other end is gone */
bool wire_send_outcome(int fd, const mh_task_outcome *outcome);

/** @return false when the worker died before it was complete; strings are in @p arena */
bool wire_receive_outcome(int fd, mh_arena *arena, mh_task_outcome *outcome);

#endif
