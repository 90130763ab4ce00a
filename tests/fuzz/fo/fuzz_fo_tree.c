/* Any XML as a document: the tree is built or refused, and what is built keeps its promises. */

#include <stdlib.h>

#include "base/xml.h"
#include "fo/tree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const fo_node *next_node(const fo_node *node)
{
    if (node->first_child)
        return node->first_child;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

static void check_space(const fo_space *space)
{
    if (space->minimum.percent != 0.0F || space->optimum.percent != 0.0F
        || space->maximum.percent != 0.0F)
        return;
    if (space->minimum.fixed > space->optimum.fixed || space->optimum.fixed > space->maximum.fixed)
        abort();
}

/* Order rises, numbers are below the count, text is valid UTF-8, spaces are in order. */
static void check_tree(mh_job *job, const fo_tree *tree)
{
    enum { RETRIEVALS_MAX = 8 };
    unsigned retrievals = 0;
    uint32_t last = 0;
    for (const fo_node *n = tree->root; n; n = next_node(n)) {
        if (n->order <= last || (n->element && n->element->number >= tree->element_count))
            abort();
        last = n->order;
        if (n->type == FO_TEXT && !g_utf8_validate(n->text.ptr, (gssize)n->text.len, NULL))
            abort();
        check_space(&n->style->space_before);
        check_space(&n->style->space_after);
        if (n->style->font_size < 0)
            abort();
        if (n->type == FO_MARKER && n->parent && retrievals++ < RETRIEVALS_MAX)
            (void)fo_tree_retrieve(job, n, n->parent);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    mh_job *job = mh_job_new("fuzz.fo");
    mh_view bytes = {.ptr = (const char *)data, .len = size};
    xmlDoc *doc = NULL;
    fo_tree tree;
    if (mh_xml_parse(job, bytes, &doc) == MH_OK && fo_tree_build(job, doc, &tree) == MH_OK)
        check_tree(job, &tree);
    mh_job_free(job);
    return 0;
}
