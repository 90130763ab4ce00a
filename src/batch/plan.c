#include "batch/plan.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "base/file.h"

enum { FOLDER_DEPTH_MAX = 64 };

typedef struct planner {
    mh_job *job;
    mh_arena *arena;
    const mh_plan_options *options;
    const char *output_real; /* canonical, to keep out of it; NULL for a file */
    const char *quarantine_real;
    GHashTable *seen; /* folders read: "device:inode" */
    GArray *items;    /* mh_plan_item */
    size_t ignored_count;
} planner;

/* Longest first: ".akn.xml" before ".xml" would be. */
static const char *const record_suffixes[] = {".akn.xml", ".text", ".txt", ".fo"};

static const char *record_suffix(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(record_suffixes); i++)
        if (g_str_has_suffix(name, record_suffixes[i]))
            return record_suffixes[i];
    return NULL;
}

char *mh_plan_stem(mh_arena *arena, const char *name)
{
    const char *suffix = record_suffix(name);
    size_t length = strlen(name) - (suffix ? strlen(suffix) : 0);
    return mh_arena_string_of(arena, (mh_view){.ptr = name, .len = length});
}

/* Names like "S_RES_9001(2099)" have no extension; ".pdf" beside them is not a record. */
bool mh_plan_takes(const char *name)
{
    if (*name == '.')
        return false;
    return record_suffix(name) || !strchr(name, '.');
}

/* FNV-1a, 64 bits: the same on every machine and in every version. */
static guint64 name_hash(const char *name)
{
    guint64 hash = G_GUINT64_CONSTANT(14695981039346656037);
    for (const char *p = name; *p; p++)
        hash = (hash ^ (guint8)*p) * G_GUINT64_CONSTANT(1099511628211);
    return hash;
}

static bool is_in_shard(const mh_plan_options *options, const char *name)
{
    return options->shard == 0 || name_hash(name) % options->shard_count == options->shard - 1;
}

static void add_item(planner *p, const char *path, const char *name, guint64 bytes)
{
    if (!is_in_shard(p->options, name))
        return;
    mh_plan_item item = {
        .path = mh_arena_strdup(p->arena, path),
        .name = mh_arena_strdup(p->arena, name),
        .bytes = bytes,
    };
    if (p->options->output_is_file || strcmp(p->options->output, "-") == 0) {
        item.file = p->options->output;
        item.target = p->options->output;
    } else {
        const char *stem = strcmp(name, "-") == 0 ? "record" : mh_plan_stem(p->arena, name);
        item.target = mh_arena_printf(p->arena, "%s/%s", p->options->output, stem);
    }
    g_array_append_val(p->items, item);
}

static mh_status add_folder(planner *p, const char *folder, const char *name, int depth);

static mh_status add_entry(planner *p, const char *folder, const char *folder_name,
                           const char *entry, int depth)
{
    char *path = g_build_filename(folder, entry, NULL);
    char *name = *folder_name ? g_strconcat(folder_name, "/", entry, NULL) : g_strdup(entry);
    GStatBuf info;
    bool is_there = g_stat(path, &info) == 0;
    mh_status status = MH_OK;
    if (is_there && S_ISDIR(info.st_mode))
        status = add_folder(p, path, name, depth + 1);
    else if (is_there && S_ISREG(info.st_mode) && mh_plan_takes(entry))
        add_item(p, path, name, (guint64)info.st_size);
    else
        p->ignored_count++;
    g_free(name);
    g_free(path);
    return status;
}

static const char *canonical(mh_arena *arena, const char *path)
{
    char *real = g_canonicalize_filename(path, NULL);
    const char *copy = mh_arena_strdup(arena, real);
    g_free(real);
    return copy;
}

static bool is_same_path(const char *path, const char *real)
{
    char *other = g_canonicalize_filename(path, NULL);
    bool is_same = real && strcmp(other, real) == 0;
    g_free(other);
    return is_same;
}

/* Links may lead round in circles, or to one folder by thousands of ways. */
static bool is_first_visit(planner *p, const char *folder)
{
    GStatBuf info;
    if (g_stat(folder, &info) != 0)
        return true; /* Opening it will tell why. */
    return g_hash_table_add(p->seen, mh_arena_printf(p->arena, "%ju:%ju", (uintmax_t)info.st_dev,
                                                     (uintmax_t)info.st_ino));
}

static gint compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Sorted: which of two links to a folder is followed must not depend on the disk. NULL with a
 * message when it cannot be read. */
static const GPtrArray *list_folder(planner *p, const char *folder)
{
    GError *error = NULL;
    GDir *dir = g_dir_open(folder, 0, &error);
    if (!dir) {
        (void)mh_report_in(p->job, MH_JOB_READ, folder, 0, "%s", error->message);
        g_error_free(error);
        return NULL;
    }
    GPtrArray *entries = mh_arena_ptr_array(p->arena);
    for (const char *entry; (entry = g_dir_read_name(dir));)
        if (*entry != '.')
            g_ptr_array_add(entries, mh_arena_strdup(p->arena, entry));
    g_dir_close(dir);
    g_ptr_array_sort(entries, compare_strings);
    return entries;
}

static mh_status add_folder(planner *p, const char *folder, const char *name, int depth)
{
    if (depth > FOLDER_DEPTH_MAX || is_same_path(folder, p->output_real)
        || is_same_path(folder, p->quarantine_real) || !is_first_visit(p, folder))
        return MH_OK;
    const GPtrArray *entries = list_folder(p, folder);
    if (!entries)
        return MH_REJECTED;
    mh_status status = MH_OK;
    for (guint i = 0; status == MH_OK && i < entries->len; i++)
        status = add_entry(p, folder, name, g_ptr_array_index(entries, i), depth);
    return status;
}

static mh_status add_path(planner *p, const char *path);

/* A list has one path a line; an empty line is nothing. */
static mh_status add_list(planner *p, const char *path)
{
    mh_view bytes = {0};
    mh_status status = mh_file_read(p->job, path, &bytes);
    if (status != MH_OK)
        return status;
    char **lines = g_strsplit(mh_arena_string_of(p->arena, bytes), "\n", -1);
    for (char **line = lines; *line && status == MH_OK; line++) {
        g_strchomp(*line);
        if (**line != '\0' && **line != '@')
            status = add_path(p, *line);
    }
    g_strfreev(lines);
    return status;
}

/* Its path below the base, or its own name where there is no such. */
static const char *file_name(planner *p, const char *path)
{
    if (p->options->base) {
        const char *folder =
            mh_arena_printf(p->arena, "%s/", canonical(p->arena, p->options->base));
        const char *real = canonical(p->arena, path);
        if (g_str_has_prefix(real, folder))
            return real + strlen(folder);
    }
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static mh_status add_path(planner *p, const char *path)
{
    if (strcmp(path, "-") == 0) {
        add_item(p, "-", "-", 0);
        return MH_OK;
    }
    if (*path == '@')
        return add_list(p, path + 1);
    GStatBuf info;
    if (g_stat(path, &info) != 0)
        return mh_report_in(p->job, MH_JOB_READ, path, 0, "%s", g_strerror(errno));
    if (S_ISDIR(info.st_mode) && is_same_path(path, p->output_real))
        return mh_report(p->job, MH_BAT_SAME_FOLDER, 0, 0, "%s", path);
    if (S_ISDIR(info.st_mode))
        return add_folder(p, path, "", 0);
    add_item(p, path, file_name(p, path), (guint64)info.st_size);
    return MH_OK;
}

static gint compare_names(gconstpointer a, gconstpointer b)
{
    const mh_plan_item *left = a;
    const mh_plan_item *right = b;
    int order = strcmp(left->name, right->name);
    return order != 0 ? order : strcmp(left->path, right->path);
}

static gint compare_targets(gconstpointer a, gconstpointer b)
{
    return strcmp((*(const mh_plan_item *const *)a)->target,
                  (*(const mh_plan_item *const *)b)->target);
}

/* Two records must not write the same product, whatever their order in the plan. */
static mh_status check_collisions(planner *p)
{
    GPtrArray *by_target = mh_arena_ptr_array(p->arena);
    for (guint i = 0; i < p->items->len; i++)
        g_ptr_array_add(by_target, &g_array_index(p->items, mh_plan_item, i));
    g_ptr_array_sort(by_target, compare_targets);
    for (guint i = 1; i < by_target->len; i++) {
        const mh_plan_item *a = g_ptr_array_index(by_target, i - 1);
        const mh_plan_item *b = g_ptr_array_index(by_target, i);
        if (strcmp(a->target, b->target) == 0)
            return mh_report(p->job, MH_BAT_COLLISION, 0, 0, "%s and %s", a->path, b->path);
    }
    return MH_OK;
}

static mh_status check_product(planner *p, GHashTable *records, const char *product)
{
    const char *real = canonical(p->arena, product);
    return g_hash_table_contains(records, real)
               ? mh_report(p->job, MH_BAT_REPLACES, 0, 0, "%s", product)
               : MH_OK;
}

static mh_status check_products(planner *p, GHashTable *records, const mh_plan_item *item)
{
    if (item->file)
        return check_product(p, records, item->file);
    mh_status status = MH_OK;
    const mh_format *const *formats = p->options->formats;
    for (size_t i = 0; formats && formats[i] && status == MH_OK; i++)
        status = check_product(p, records,
                               mh_arena_printf(p->arena, "%s%s", item->target, formats[i]->suffix));
    return status;
}

/* Records that stand where products go: as a rule there are none, and nothing more is to be done.
 */
static GHashTable *records_in_reach(planner *p)
{
    GHashTable *records = mh_arena_string_hash(p->arena);
    const char *folder = p->output_real ? mh_arena_printf(p->arena, "%s/", p->output_real) : "";
    for (guint i = 0; i < p->items->len; i++) {
        char *real = g_canonicalize_filename(g_array_index(p->items, mh_plan_item, i).path, NULL);
        if (g_str_has_prefix(real, folder))
            g_hash_table_add(records, mh_arena_strdup(p->arena, real));
        g_free(real);
    }
    return records;
}

static mh_status check_replaced(planner *p)
{
    if (strcmp(p->options->output, "-") == 0)
        return MH_OK;
    GHashTable *records = records_in_reach(p);
    mh_status status = MH_OK;
    for (guint i = 0; g_hash_table_size(records) > 0 && i < p->items->len && status == MH_OK; i++)
        status = check_products(p, records, &g_array_index(p->items, mh_plan_item, i));
    return status;
}

static mh_status add_paths(planner *p)
{
    mh_status status = MH_OK;
    for (const char *const *path = p->options->paths; *path && status == MH_OK; path++)
        status = add_path(p, *path);
    if (status == MH_OK && p->items->len == 0 && p->options->shard == 0)
        status = mh_report(p->job, MH_BAT_NO_RECORDS, 0, 0, NULL);
    return status;
}

mh_status mh_plan_make(mh_job *job, const mh_plan_options *options, mh_plan *out)
{
    planner p = {
        .job = job,
        .arena = mh_job_arena(job),
        .options = options,
        .items = mh_arena_array(mh_job_arena(job), sizeof(mh_plan_item)),
        .seen = mh_arena_string_hash(mh_job_arena(job)),
    };
    if (!options->output_is_file && strcmp(options->output, "-") != 0)
        p.output_real = canonical(p.arena, options->output);
    if (options->quarantine)
        p.quarantine_real = canonical(p.arena, options->quarantine);
    mh_status status = add_paths(&p);
    if (status != MH_OK)
        return status;
    g_array_sort(p.items, compare_names);
    status = check_collisions(&p);
    if (status == MH_OK)
        status = check_replaced(&p);
    if (status != MH_OK)
        return status;
    *out = (mh_plan){
        .items = (const mh_plan_item *)(const void *)p.items->data,
        .count = p.items->len,
        .ignored_count = p.ignored_count,
    };
    return MH_OK;
}
