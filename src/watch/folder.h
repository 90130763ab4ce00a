#ifndef MH_WATCH_FOLDER_H
#define MH_WATCH_FOLDER_H

/*
 * A folder with all below it, as inotify(7) sees it. Hidden files and folders, and links to
 * folders, are left out. Private to watch.
 */

#include "base/job.h"

typedef struct watch_folder watch_folder;

/** Told of each file that is there or has changed. */
typedef void watch_folder_seen(void *to, const char *path);

typedef struct watch_folder_options {
    const char *root;        /**< absolute */
    const char *excluded[2]; /**< absolute folders that are not looked into, or NULL */
    watch_folder_seen *seen;
    void *to; /**< first argument of seen */
} watch_folder_options;

/**
 * Begins to watch; what is there is told by the first watch_folder_scan().
 *
 * @param out owned by @p job
 * @return MH_OK, or MH_FAILED with BAT-016
 */
mh_status watch_folder_new(mh_job *job, const watch_folder_options *options, watch_folder **out);

/** File descriptor to poll for reading. */
int watch_folder_fd(const watch_folder *folder);

/**
 * Tells of every file there is, and watches folders that are not watched yet.
 *
 * @return MH_OK, or MH_FAILED with BAT-016 when the root is gone
 */
mh_status watch_folder_scan(mh_job *job, watch_folder *folder);

/** Tells of what has happened; scans again when the kernel had to drop events. As above. */
mh_status watch_folder_read(mh_job *job, watch_folder *folder);

/** True when some folder could not be watched: only scans tell what happens in it. */
bool watch_folder_is_partial(const watch_folder *folder);

#endif
