#ifndef MH_BASE_ARENA_H
#define MH_BASE_ARENA_H

/*
 * Memory of one job: everything a stage makes lives here and goes in one step when the job ends.
 * Running out of memory aborts the process (a worker), so nothing here returns NULL.
 */

#include <glib.h>

#include "base/view.h"

typedef struct mh_arena mh_arena;

/** New empty arena; the caller frees it with mh_arena_free(). */
mh_arena *mh_arena_new(void);

/** Runs the deferred destructors, last one first, then frees all memory. Accepts NULL. */
void mh_arena_free(mh_arena *arena);

/** @p size zeroed bytes, aligned for any type. */
void *mh_arena_alloc(mh_arena *arena, size_t size);

/** Array of @p count zeroed objects of @p type. */
#define MH_NEW(arena, type, count)                                                                 \
    ((type *)mh_arena_alloc((arena), mh_arena_array_size(sizeof(type), (count))))

/** size * count; aborts on overflow. */
size_t mh_arena_array_size(size_t size, size_t count);

/** NUL-terminated copy; NULL stays NULL. */
char *mh_arena_strdup(mh_arena *arena, const char *text);

/** NUL-terminated copy of @p view. */
char *mh_arena_string_of(mh_arena *arena, mh_view view);

/** Copy of @p view (NUL-terminated as well). */
mh_view mh_arena_copy(mh_arena *arena, mh_view view);

char *mh_arena_printf(mh_arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** Hands @p object over: @p destroy is called with it when the arena is freed. */
void mh_arena_defer(mh_arena *arena, GDestroyNotify destroy, void *object);

/* GLib containers owned by the arena: never free or unref them. */
GString *mh_arena_string(mh_arena *arena);
GPtrArray *mh_arena_ptr_array(mh_arena *arena);
GArray *mh_arena_array(mh_arena *arena, size_t element_size);
GByteArray *mh_arena_bytes(mh_arena *arena);
/** Keys are compared as strings and must outlive the table (put them in the arena). */
GHashTable *mh_arena_string_hash(mh_arena *arena);

#endif
