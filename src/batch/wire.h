#ifndef MH_BATCH_WIRE_H
#define MH_BATCH_WIRE_H

/* Messages between parent and workers: a fixed head, then two texts. Private to batch. */

#include "batch/task.h"

/** Sends the number of the item to convert. @return false when the other end is gone */
bool wire_send_item(int fd, guint32 item);

/** @return false at the end of the pipe */
bool wire_receive_item(int fd, guint32 *item);

/** Sends an outcome. @return false when the other end is gone */
bool wire_send_outcome(int fd, const mh_task_outcome *outcome);

/** @return false when the worker died before it was complete; strings are in @p arena */
bool wire_receive_outcome(int fd, mh_arena *arena, mh_task_outcome *outcome);

#endif
