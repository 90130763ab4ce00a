#ifndef MH_TESTS_FO_SUPPORT_H
#define MH_TESTS_FO_SUPPORT_H

/* What the tests of src/fo share: a tree from a piece of XSL-FO, and ways to find things in it. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/xml.h"
#include "fo/tree.h"

#define FO_HEAD                                                                                    \
    "<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format' "                                       \
    "xmlns:fox='http://xmlgraphics.apache.org/fop/extensions'><fo:layout-master-set>"              \
    "<fo:simple-page-master master-name='p' page-width='200pt' page-height='200pt'>"               \
    "<fo:region-body/></fo:simple-page-master></fo:layout-master-set>"

static inline mh_status support_parse(mh_job *job, const char *text, fo_tree *out)
{
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(job, mh_view_of(text), &doc), MH_OK);
    return fo_tree_build(job, doc, out);
}

/** Tree of a document whose flow is @p flow. */
static inline fo_tree support_tree(mh_job *job, const char *flow)
{
    fo_tree tree = {0};
    const char *text = mh_arena_printf(mh_job_arena(job),
                                       FO_HEAD "<fo:page-sequence master-reference='p'>"
                                               "<fo:flow flow-name='xsl-region-body'>%s</fo:flow>"
                                               "</fo:page-sequence></fo:root>",
                                       flow);
    assert_int_equal(support_parse(job, text, &tree), MH_OK);
    return tree;
}

static inline const fo_node *support_next(const fo_node *node)
{
    if (node->first_child)
        return node->first_child;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

/** Object with attribute id @p id; fails the test when there is none. */
static inline const fo_node *support_find(const fo_tree *tree, const char *id)
{
    const fo_node *node = tree->root;
    while (node && g_strcmp0(fo_attribute(node, "id"), id) != 0)
        node = support_next(node);
    assert_non_null(node);
    return node;
}

static inline size_t support_count(const mh_job *job, mh_diag_code code)
{
    size_t count = 0;
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        count += mh_job_diag(job, i)->code == code ? 1 : 0;
    return count;
}

static inline int support_setup(void **state)
{
    *state = mh_job_new("test.fo");
    return 0;
}

static inline int support_teardown(void **state)
{
    mh_job_free(*state);
    return 0;
}

#define SUPPORT_TEST(test) cmocka_unit_test_setup_teardown(test, support_setup, support_teardown)

#endif
