#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>

enum { BLOCK_BYTES = 64 * 1024 };

typedef struct block {
    struct block *previous;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
} block;

typedef struct deferred {
    struct deferred *previous;
    GDestroyNotify destroy;
    void *object;
} deferred;

struct mh_arena {
    block *last;
    deferred *destructors;
};

mh_arena *mh_arena_new(void)
{
    return g_new0(mh_arena, 1);
}

void mh_arena_free(mh_arena *arena)
{
    if (!arena)
        return;
    for (deferred *d = arena->destructors; d; d = d->previous)
        d->destroy(d->object);
    for (block *b = arena->last; b;) {
        block *previous = b->previous;
        g_free(b);
        b = previous;
    }
    g_free(arena);
}

static block *add_block(mh_arena *arena, size_t least)
{
    size_t size = MAX(least, (size_t)BLOCK_BYTES);
    block *b = g_malloc(sizeof(block) + size);
    *b = (block){.previous = arena->last, .used = 0, .size = size};
    arena->last = b;
    return b;
}

void *mh_arena_alloc(mh_arena *arena, size_t size)
{
    const size_t step = alignof(max_align_t);
    if (size > SIZE_MAX - step)
        g_error("an object of %zu bytes was asked for", size);
    size_t rounded = (size + step - 1) / step * step;
    block *b = arena->last;
    if (!b || b->size - b->used < rounded)
        b = add_block(arena, rounded);
    void *p = b->bytes + b->used;
    b->used += rounded;
    return memset(p, 0, rounded);
}

size_t mh_arena_array_size(size_t size, size_t count)
{
    if (size != 0 && count > SIZE_MAX / size)
        g_error("an array of %zu objects of %zu bytes was asked for", count, size);
    return size * count;
}

char *mh_arena_strdup(mh_arena *arena, const char *text)
{
    return text ? mh_arena_string_of(arena, mh_view_of(text)) : NULL;
}

char *mh_arena_string_of(mh_arena *arena, mh_view view)
{
    char *copy = mh_arena_alloc(arena, view.len + 1);
    if (view.len > 0)
        memcpy(copy, view.ptr, view.len);
    return copy;
}

mh_view mh_arena_copy(mh_arena *arena, mh_view view)
{
    return (mh_view){.ptr = mh_arena_string_of(arena, view), .len = view.len};
}

char *mh_arena_printf(mh_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *text = g_strdup_vprintf(format, args);
    va_end(args);
    char *copy = mh_arena_strdup(arena, text);
    g_free(text);
    return copy;
}

void mh_arena_defer(mh_arena *arena, GDestroyNotify destroy, void *object)
{
    deferred *d = MH_NEW(arena, deferred, 1);
    *d = (deferred){.previous = arena->destructors, .destroy = destroy, .object = object};
    arena->destructors = d;
}

static void destroy_string(void *string)
{
    (void)g_string_free(string, TRUE);
}

GString *mh_arena_string(mh_arena *arena)
{
    GString *string = g_string_new(NULL);
    mh_arena_defer(arena, destroy_string, string);
    return string;
}

static void destroy_ptr_array(void *array)
{
    g_ptr_array_unref(array);
}

GPtrArray *mh_arena_ptr_array(mh_arena *arena)
{
    GPtrArray *array = g_ptr_array_new();
    mh_arena_defer(arena, destroy_ptr_array, array);
    return array;
}

static void destroy_array(void *array)
{
    g_array_unref(array);
}

GArray *mh_arena_array(mh_arena *arena, size_t element_size)
{
    GArray *array = g_array_new(FALSE, TRUE, (guint)element_size);
    mh_arena_defer(arena, destroy_array, array);
    return array;
}

static void destroy_bytes(void *array)
{
    g_byte_array_unref(array);
}

GByteArray *mh_arena_bytes(mh_arena *arena)
{
    GByteArray *array = g_byte_array_new();
    mh_arena_defer(arena, destroy_bytes, array);
    return array;
}

static void destroy_hash(void *table)
{
    g_hash_table_unref(table);
}

GHashTable *mh_arena_string_hash(mh_arena *arena)
{
    GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
    mh_arena_defer(arena, destroy_hash, table);
    return table;
}
