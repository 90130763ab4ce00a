#include "pack/plan.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "pack/names.h"

/* Folders deeper than this are a mistake, or a loop. */
enum { FOLDER_DEPTH_MAX = 64 };

#define RECORD_SUFFIX ".akn.xml"

static const pack_representation representations[] = {
    {NULL, "text", "Plain Text File", "", "x-fmt/111"},
    {"akn", "akn", "Akoma Ntoso", "3.0", "fmt/101"},
    {"pdf", "pdf", "Acrobat PDF/A", "3a", "fmt/479"},
    {"docx", "docx", "Microsoft Word for Windows", "2007 onwards", "fmt/412"},
    {"flatopc", "flatopc", "Flat OPC", "", "fmt/101"},
    {"html", "html", "Hypertext Markup Language", "5", "fmt/471"},
    {"text", "text-reflowed", "Plain Text File", "", "x-fmt/111"},
    {"fo", "fo", "XSL Formatting Objects", "1.1", "fmt/101"},
};

const pack_representation *pack_representations(size_t *count)
{
    *count = G_N_ELEMENTS(representations);
    return representations;
}

/* ------------------------------------------------------------------ finding */

typedef struct finder {
    mh_job *job;
    mh_arena *arena;
    const mh_pack_options *options;
    GArray *records;   /* pack_record */
    GHashTable *slugs; /* in lower case → itself */
    GHashTable *seen;  /* paths of products that are taken */
} finder;

static bool is_output(const finder *f, const char *folder)
{
    struct stat a;
    struct stat b;
    return g_stat(folder, &a) == 0 && g_stat(f->options->output, &b) == 0 && a.st_dev == b.st_dev
           && a.st_ino == b.st_ino;
}

/* A name that no other record has, on file systems either that do not tell case. */
static const char *choose_slug(finder *f, const char *name)
{
    const char *slug = pack_slug(f->arena, name);
    const char *chosen = slug;
    for (unsigned n = 2;; n++) {
        char *folded = g_ascii_strdown(chosen, -1);
        mh_arena_defer(f->arena, g_free, folded);
        if (g_hash_table_add(f->slugs, folded))
            return chosen;
        chosen = mh_arena_printf(f->arena, "%s-%u", slug, n);
    }
}

static void add_product(finder *f, GArray *products, const char *stem,
                        const pack_representation *representation)
{
    const mh_format *format = mh_format_find(mh_view_of(representation->format));
    const char *path = mh_arena_printf(f->arena, "%s%s", stem, format->suffix);
    struct stat status;
    if (g_stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return;
    const pack_product product = {.path = path,
                                  .format = format,
                                  .representation = representation,
                                  .written = (gint64)status.st_mtime};
    g_array_append_val(products, product);
}

static void add_record(finder *f, const char *path, const char *name)
{
    if (!g_hash_table_add(f->seen, mh_arena_strdup(f->arena, path)))
        return;
    const mh_view stem = {.ptr = path, .len = strlen(path) - strlen(RECORD_SUFFIX)};
    const mh_view own = {.ptr = name, .len = strlen(name) - strlen(RECORD_SUFFIX)};
    GArray *products = mh_arena_array(f->arena, sizeof(pack_product));
    for (size_t i = 0; i < G_N_ELEMENTS(representations); i++)
        if (representations[i].format)
            add_product(f, products, mh_arena_string_of(f->arena, stem), &representations[i]);
    const pack_record record = {
        .name = mh_arena_string_of(f->arena, own),
        .products = (const pack_product *)(const void *)products->data,
        .product_count = products->len,
    };
    g_array_append_val(f->records, record);
}

static gint compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *names_in(finder *f, const char *folder)
{
    GPtrArray *names = mh_arena_ptr_array(f->arena);
    GDir *dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));)
        if (name[0] != '.')
            g_ptr_array_add(names, mh_arena_strdup(f->arena, name));
    if (dir)
        g_dir_close(dir);
    g_ptr_array_sort(names, compare_strings);
    return names;
}

static void add_folder(finder *f, const char *folder, const char *below, unsigned depth)
{
    if (depth > FOLDER_DEPTH_MAX || is_output(f, folder))
        return;
    const GPtrArray *names = names_in(f, folder);
    for (guint i = 0; i < names->len; i++) {
        const char *path = mh_arena_printf(f->arena, "%s/%s", folder, (char *)names->pdata[i]);
        const char *name = mh_arena_printf(f->arena, "%s%s", below, (char *)names->pdata[i]);
        if (g_file_test(path, G_FILE_TEST_IS_SYMLINK))
            continue;
        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            add_folder(f, path, mh_arena_printf(f->arena, "%s/", name), depth + 1);
        else if (g_str_has_suffix(name, RECORD_SUFFIX))
            add_record(f, path, name);
    }
}

static gint compare_records(gconstpointer a, gconstpointer b)
{
    const pack_record *first = a;
    const pack_record *second = b;
    int order = strcmp(first->name, second->name);
    return order != 0 ? order : strcmp(first->products[0].path, second->products[0].path);
}

/* ------------------------------------------------------------------ sets */

static const char *set_name(finder *f, size_t index, size_t count)
{
    const char *given = NULL;
    for (const mh_pack_setting *s = f->options->settings; s && s->name; s++)
        if (strcmp(s->name, "name") == 0)
            given = s->value;
    if (!given) {
        char *folder = g_canonicalize_filename(f->options->folders[0], NULL);
        char *base = g_path_get_basename(folder);
        given = mh_arena_strdup(f->arena, base);
        g_free(base);
        g_free(folder);
    }
    const char *slug = pack_slug(f->arena, given);
    return count == 1 ? slug : mh_arena_printf(f->arena, "%s-%04zu", slug, index + 1);
}

static mh_pack_item *make_item(finder *f, size_t index, size_t count)
{
    const size_t size = f->options->set_size;
    mh_pack_item *item = MH_NEW(f->arena, mh_pack_item, 1);
    item->records = &g_array_index(f->records, pack_record, index * size);
    item->count = MIN(size, f->records->len - index * size);
    for (size_t r = 0; r < item->count; r++)
        for (size_t p = 0; p < item->records[r].product_count; p++)
            item->written = MAX(item->written, item->records[r].products[p].written);
    item->name = size == 1 ? item->records[0].slug : set_name(f, index, count);
    return item;
}

mh_status mh_pack_plan_make(mh_job *job, const mh_pack_options *options, mh_pack_plan *out)
{
    mh_arena *arena = mh_job_arena(job);
    finder f = {.job = job,
                .arena = arena,
                .options = options,
                .records = mh_arena_array(arena, sizeof(pack_record)),
                .slugs = mh_arena_string_hash(arena),
                .seen = mh_arena_string_hash(arena)};
    for (const char *const *folder = options->folders; *folder; folder++)
        add_folder(&f, *folder, "", 0);
    if (f.records->len == 0)
        return mh_report(job, MH_PAC_NO_RECORDS, 0, 0, NULL);
    g_array_sort(f.records, compare_records);
    for (guint i = 0; i < f.records->len; i++) {
        pack_record *record = &g_array_index(f.records, pack_record, i);
        record->slug = choose_slug(&f, record->name);
    }
    const size_t count = (f.records->len + options->set_size - 1) / options->set_size;
    GPtrArray *items = mh_arena_ptr_array(arena);
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(items, make_item(&f, i, count));
    *out = (mh_pack_plan){.items = (const mh_pack_item *const *)(const void *)items->pdata,
                          .count = count,
                          .record_count = f.records->len};
    return MH_OK;
}

size_t mh_pack_item_records(const mh_pack_item *item)
{
    return item->count;
}

const char *mh_pack_item_name(const mh_pack_item *item)
{
    return item->name;
}
