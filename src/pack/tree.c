#include "pack/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Folders deeper than this are no package. */
enum { FOLDER_DEPTH_MAX = 64 };

/* ------------------------------------------------------------------ listing */

static gint compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void list_folder(mh_arena *arena, pack_listing *listing, GPtrArray *paths, const char *below,
                        unsigned depth)
{
    const char *folder = mh_arena_printf(arena, "%s/%s", listing->root, below);
    GDir *dir = depth < FOLDER_DEPTH_MAX ? g_dir_open(folder, 0, NULL) : NULL;
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        const char *path = mh_arena_printf(arena, "%s%s%s", below, *below ? "/" : "", name);
        struct stat status;
        if (g_lstat(mh_arena_printf(arena, "%s/%s", listing->root, path), &status) != 0)
            continue;
        bool is_usual = g_utf8_validate(name, -1, NULL);
        if (is_usual && S_ISDIR(status.st_mode))
            list_folder(arena, listing, paths, path, depth + 1);
        else if (is_usual && S_ISREG(status.st_mode))
            g_ptr_array_add(paths, mh_unconst(path));
        else
            g_ptr_array_add(listing->unusual, mh_unconst(path));
    }
    if (dir)
        g_dir_close(dir);
}

pack_listing *pack_list(mh_arena *arena, const char *root)
{
    pack_listing *listing = MH_NEW(arena, pack_listing, 1);
    listing->root = mh_arena_strdup(arena, root);
    listing->names = mh_arena_string_hash(arena);
    listing->unusual = mh_arena_ptr_array(arena);
    GPtrArray *paths = mh_arena_ptr_array(arena);
    list_folder(arena, listing, paths, "", 0);
    g_ptr_array_sort(paths, compare_strings);
    for (guint i = 0; i < paths->len; i++)
        (void)g_hash_table_add(listing->names, paths->pdata[i]);
    listing->paths = (const char *const *)(const void *)paths->pdata;
    listing->count = paths->len;
    return listing;
}

bool pack_has(const pack_listing *listing, const char *path)
{
    return g_hash_table_contains(listing->names, path);
}

/* ------------------------------------------------------------------ comparing */

static bool files_equal(const char *a, const char *b)
{
    GMappedFile *first = g_mapped_file_new(a, FALSE, NULL);
    GMappedFile *second = g_mapped_file_new(b, FALSE, NULL);
    bool is_equal = false;
    if (first && second) {
        gsize len = g_mapped_file_get_length(first);
        is_equal = len == g_mapped_file_get_length(second)
                   && (len == 0
                       || memcmp(g_mapped_file_get_contents(first),
                                 g_mapped_file_get_contents(second), len)
                              == 0);
    }
    if (first)
        g_mapped_file_unref(first);
    if (second)
        g_mapped_file_unref(second);
    return is_equal;
}

static bool folders_equal(const pack_listing *a, const pack_listing *b)
{
    bool is_equal = a->count == b->count && b->unusual->len == 0;
    for (size_t i = 0; i < a->count && is_equal; i++) {
        char *first = g_build_filename(a->root, a->paths[i], NULL);
        char *second = g_build_filename(b->root, b->paths[i], NULL);
        is_equal = strcmp(a->paths[i], b->paths[i]) == 0 && files_equal(first, second);
        g_free(first);
        g_free(second);
    }
    return is_equal;
}

bool pack_tree_equal(const char *a, const char *b)
{
    bool is_folder = g_file_test(a, G_FILE_TEST_IS_DIR);
    if (is_folder != g_file_test(b, G_FILE_TEST_IS_DIR))
        return false;
    if (!is_folder)
        return files_equal(a, b);
    mh_arena *arena = mh_arena_new();
    bool is_equal = folders_equal(pack_list(arena, a), pack_list(arena, b));
    mh_arena_free(arena);
    return is_equal;
}

/* ------------------------------------------------------------------ moving */

static void remove_below(const char *path, unsigned depth)
{
    struct stat status;
    if (g_lstat(path, &status) != 0)
        return;
    GDir *dir =
        S_ISDIR(status.st_mode) && depth < FOLDER_DEPTH_MAX ? g_dir_open(path, 0, NULL) : NULL;
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        char *child = g_build_filename(path, name, NULL);
        remove_below(child, depth + 1);
        g_free(child);
    }
    if (dir)
        g_dir_close(dir);
    (void)g_remove(path);
}

void pack_tree_remove(const char *path)
{
    remove_below(path, 0);
}

/* One file or folder. @return an error number, or 0 */
static int sync_one(const char *path, bool is_begun_only)
{
    int fd = g_open(path, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0)
        return errno;
    int error = 0;
    if (is_begun_only)
        (void)sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE);
    else if (fsync(fd) != 0)
        error = errno;
    (void)close(fd);
    return error;
}

/* The kernel begins to write all files before the first is waited for: then one commit of the file
 * system takes most of them. */
static int sync_files(const pack_listing *listing)
{
    int error = 0;
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < listing->count && error == 0; i++) {
            char *path = g_build_filename(listing->root, listing->paths[i], NULL);
            error = sync_one(path, round == 0);
            g_free(path);
        }
    }
    return error;
}

static int sync_folders(const pack_listing *listing)
{
    GHashTable *folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int error = 0;
    for (size_t i = 0; i < listing->count && error == 0; i++) {
        char *path = g_build_filename(listing->root, listing->paths[i], NULL);
        char *folder = g_path_get_dirname(path);
        g_free(path);
        /* and those above it, up to the package */
        while (error == 0 && strlen(folder) >= strlen(listing->root)
               && g_hash_table_add(folders, g_strdup(folder))) {
            char *above = g_path_get_dirname(folder);
            error = sync_one(folder, false);
            g_free(folder);
            folder = above;
        }
        g_free(folder);
    }
    g_hash_table_unref(folders);
    return error;
}

static int sync_tree(const char *path)
{
    if (!g_file_test(path, G_FILE_TEST_IS_DIR))
        return sync_one(path, false);
    mh_arena *arena = mh_arena_new();
    const pack_listing *listing = pack_list(arena, path);
    int error = sync_files(listing);
    if (error == 0)
        error = sync_folders(listing);
    mh_arena_free(arena);
    return error;
}

/* The folder's entry must be on disk too, or a power cut forgets the rename. */
static int sync_parent(const char *path)
{
    char *folder = g_path_get_dirname(path);
    int error = sync_one(folder, false);
    g_free(folder);
    return error;
}

int pack_tree_publish(const char *from, const char *to)
{
    int error = sync_tree(from);
    if (error != 0)
        return error;
    bool is_there = g_file_test(to, G_FILE_TEST_EXISTS);
    if (is_there && renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) == 0) {
        pack_tree_remove(from);
        return sync_parent(to);
    }
    if (is_there) /* a file system that cannot exchange two names */
        pack_tree_remove(to);
    if (g_rename(from, to) != 0)
        return errno;
    return sync_parent(to);
}
