/* The formatter: FO document in, pages out. */

#include "fo/fo.h"

#include <stdlib.h>

#include "fo/images.h"
#include "fo/maker.h"
#include "fo/source.h"

struct mh_fo_engine {
    fo_fonts *fonts;
    fo_hyphenation *hyphenation;
};

mh_status mh_fo_prepare(mh_job *job)
{
    return fo_fonts_prepare(job);
}

mh_status mh_fo_engine_new(mh_job *job, mh_fo_engine **out)
{
    fo_fonts *fonts = NULL;
    const mh_status status = fo_fonts_new(job, &fonts);
    if (status != MH_OK)
        return status;
    mh_fo_engine *engine = g_new0(mh_fo_engine, 1);
    engine->fonts = fonts;
    engine->hyphenation = fo_hyphenation_new();
    *out = engine;
    return MH_OK;
}

void mh_fo_engine_free(mh_fo_engine *engine)
{
    if (!engine)
        return;
    fo_hyphenation_free(engine->hyphenation);
    fo_fonts_free(engine->fonts);
    g_free(engine);
}

static const fo_node *next_sequence(const fo_node *node)
{
    while (node && node->type != FO_PAGE_SEQUENCE)
        node = node->next;
    return node;
}

static GHashTable *id_set(mh_arena *arena)
{
    return mh_arena_string_hash(arena);
}

/* Lays out all page sequences once. */
static mh_status make_pass(fo_maker *maker)
{
    const fo_node *root = maker->tree->root;
    maker->marked = mh_arena_array(maker->arena, sizeof(fo_marked));
    maker->ended = id_set(maker->arena);
    maker->sheet_count = 0;
    maker->last_number = 0;
    mh_status status = MH_OK;
    const fo_node *sequence = next_sequence(root->first_child);
    while (sequence && status == MH_OK) {
        const fo_node *next = next_sequence(sequence->next);
        status = fo_sequence_make(maker, sequence, next);
        sequence = next;
    }
    return status;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const mh_destination *)a)->id, ((const mh_destination *)b)->id);
}

static const char *language_of(const fo_node *root)
{
    return root->style->language;
}

static void describe(const fo_maker *maker, mh_pages *out)
{
    g_array_sort(maker->destinations, by_id);
    *out = (mh_pages){
        .language = language_of(maker->tree->root),
        .xmp = maker->tree->xmp,
        .structure = maker->tree->structure,
        .element_count = maker->tree->element_count,
        .outline = maker->tree->outline,
        .destinations = (const mh_destination *)(void *)maker->destinations->data,
        .destination_count = maker->destinations->len,
        .page_count = maker->given,
    };
}

static mh_status make_pages(fo_maker *maker)
{
    mh_status status = make_pass(maker);
    if (status == MH_OK && maker->is_waiting) {
        /* Pages given already cite nothing unknown: the second pass makes them again alike. */
        maker->is_waiting = false;
        maker->is_last_pass = true;
        status = make_pass(maker);
    }
    return status == MH_OK ? fo_maker_flush(maker) : status;
}

static GHashTable *node_table(mh_arena *arena)
{
    GHashTable *table = g_hash_table_new(NULL, NULL);
    mh_arena_defer(arena, (GDestroyNotify)g_hash_table_unref, table);
    return table;
}

mh_status mh_fo_format(mh_job *job, mh_fo_engine *engine, const xmlDoc *doc,
                       const mh_fo_options *options, const mh_page_sink *sink, mh_pages *out)
{
    mh_arena *arena = mh_job_arena(job);
    fo_tree tree;
    const mh_status built = fo_tree_build(job, doc, &tree);
    if (built != MH_OK)
        return built;
    fo_fonts_begin(engine->fonts, options->test_fonts);
    fo_context context = {
        .job = job,
        .arena = arena,
        .fonts = engine->fonts,
        .hyphenation = engine->hyphenation,
        .options = options,
        .numbers = {.first_page = mh_arena_string_hash(arena),
                    .last_page = mh_arena_string_hash(arena)},
        .parted = node_table(arena),
        .images = mh_arena_string_hash(arena),
    };
    fo_maker maker = {
        .context = &context,
        .tree = &tree,
        .sink = sink,
        .arena = arena,
        .destinations = mh_arena_array(arena, sizeof(mh_destination)),
        .placed = id_set(arena),
        .queue = mh_arena_ptr_array(arena),
    };
    fo_masters_read(job, tree.root, &maker.masters);
    if (!maker.masters.first)
        return mh_report(job, MH_FO_NO_MASTER, tree.root->line, 0, NULL);
    const mh_status status = make_pages(&maker);
    if (status == MH_OK)
        describe(&maker, out);
    return status;
}

const mh_destination *mh_pages_destination(const mh_pages *pages, const char *id)
{
    const mh_destination key = {.id = id};
    if (pages->destination_count == 0)
        return NULL;
    return bsearch(&key, pages->destinations, pages->destination_count, sizeof(key), by_id);
}
