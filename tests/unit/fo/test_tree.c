#include "fo_support.h"

static void write_elements(GString *out, const mh_element *element)
{
    g_string_append(out, element->role);
    if (element->language)
        g_string_append_printf(out, "@%s", element->language);
    if (!element->first_child)
        return;
    g_string_append_c(out, '(');
    for (const mh_element *c = element->first_child; c; c = c->next) {
        write_elements(out, c);
        if (c->next)
            g_string_append_c(out, ' ');
    }
    g_string_append_c(out, ')');
}

static void structure(void **state)
{
    static const struct {
        const char *flow;
        const char *elements;
    } cases[] = {
        {"<fo:block>a</fo:block>", "Document(P)"},
        {"<fo:block><fo:block>a</fo:block></fo:block>", "Document(P)"},
        {"<fo:block>a<fo:block>b</fo:block></fo:block>", "Document(Div(P))"},
        {"<fo:block role='H1'>a</fo:block>", "Document(H1)"},
        {"<fo:block role='artifact'>a<fo:inline role='Span'>b</fo:inline></fo:block>", "Document"},
        {"<fo:block role='none'>a</fo:block>", "Document"},
        {"<fo:block role='pompous'>a</fo:block>", "Document(P)"},
        {"<fo:block xml:lang='fr'>a <fo:inline xml:lang='ar'>b</fo:inline></fo:block>",
         "Document(P@fr(Span@ar))"},
        {"<fo:block>a <fo:basic-link internal-destination='x'>b</fo:basic-link></fo:block>",
         "Document(P(Link))"},
        {"<fo:block><fo:footnote><fo:inline>1</fo:inline><fo:footnote-body><fo:block>n</fo:block>"
         "</fo:footnote-body></fo:footnote></fo:block>",
         "Document(P(Note(P)))"},
        {"<fo:block><fo:external-graphic src='a.png' fox:alt-text='A'/></fo:block>",
         "Document(P(Figure))"},
        {"<fo:list-block><fo:list-item><fo:list-item-label><fo:block>1</fo:block>"
         "</fo:list-item-label><fo:list-item-body><fo:block>a</fo:block></fo:list-item-body>"
         "</fo:list-item></fo:list-block>",
         "Document(L(LI(Lbl LBody(P))))"},
        {"<fo:table><fo:table-body><fo:table-cell/><fo:table-cell ends-row='true'/><fo:table-cell/>"
         "<fo:table-cell starts-row='true'/></fo:table-body></fo:table>",
         "Document(Table(TBody(TR(TD TD) TR(TD) TR(TD))))"},
        {"<fo:table-and-caption><fo:table-caption><fo:block>c</fo:block></fo:table-caption>"
         "<fo:table><fo:table-header><fo:table-row><fo:table-cell><fo:block>h</fo:block>"
         "</fo:table-cell></fo:table-row></fo:table-header><fo:table-body><fo:table-row>"
         "<fo:table-cell><fo:block>d</fo:block></fo:table-cell></fo:table-row></fo:table-body>"
         "</fo:table></fo:table-and-caption>",
         "Document(Table(Caption THead(TR(TH(P))) TBody(TR(TD(P)))))"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        fo_tree tree = support_tree(*state, cases[i].flow);
        GString *text = mh_arena_string(mh_job_arena(*state));
        write_elements(text, tree.structure);
        if (strcmp(text->str, cases[i].elements) != 0)
            fail_msg("%s gives %s", cases[i].flow, text->str);
    }
}

static void cells_say_their_span_and_scope(void **state)
{
    fo_tree tree = support_tree(
        *state,
        "<fo:table><fo:table-header><fo:table-cell id='h' number-columns-spanned='2'><fo:block>h"
        "</fo:block></fo:table-cell></fo:table-header><fo:table-body><fo:table-row>"
        "<fo:table-cell id='r' role='TH' number-rows-spanned='3'><fo:block>r</fo:block>"
        "</fo:table-cell></fo:table-row></fo:table-body></fo:table>");
    const mh_element *h = support_find(&tree, "h")->element;
    assert_string_equal(h->role, "TH");
    assert_string_equal(h->scope, "Column");
    assert_int_equal(h->columns, 2);
    const mh_element *r = support_find(&tree, "r")->element;
    assert_string_equal(r->scope, "Row");
    assert_int_equal(r->rows, 3);
}

static void order_and_numbers_rise(void **state)
{
    fo_tree tree = support_tree(
        *state, "<fo:block>a<fo:inline>b</fo:inline>c</fo:block><fo:block>d</fo:block>");
    uint32_t last = 0;
    uint32_t highest = 0;
    for (const fo_node *n = tree.root; n; n = support_next(n)) {
        assert_true(n->order > last);
        last = n->order;
        if (n->element)
            highest = MAX(highest, n->element->number);
    }
    assert_int_equal(highest + 1, tree.element_count);
}

static void furniture_has_no_elements(void **state)
{
    fo_tree tree = {0};
    assert_int_equal(support_parse(*state,
                                   FO_HEAD
                                   "<fo:page-sequence master-reference='p'>"
                                   "<fo:static-content flow-name='x'><fo:block id='s'>a</fo:block>"
                                   "</fo:static-content><fo:flow flow-name='xsl-region-body'>"
                                   "<fo:block>b</fo:block></fo:flow></fo:page-sequence></fo:root>",
                                   &tree),
                     MH_OK);
    const fo_node *block = support_find(&tree, "s");
    assert_true(block->is_artifact);
    assert_null(block->element);
    assert_true(block->first_child->is_artifact);
    assert_int_equal(tree.element_count, 2);
}

/* The first only, with its line: a stylesheet that invents roles does so on every page. */
static void odd_roles_are_told_once(void **state)
{
    fo_tree tree = {0};
    assert_int_equal(
        support_parse(*state,
                      FO_HEAD "<fo:page-sequence master-reference='p'><fo:flow "
                              "flow-name='xsl-region-body'><fo:block role='none'>a</fo:block>\n"
                              "<fo:block role='Chapter'>b</fo:block><fo:block role='Verse'>c"
                              "</fo:block></fo:flow></fo:page-sequence></fo:root>",
                      &tree),
        MH_OK);
    assert_int_equal(mh_job_diag_count(*state), 1);
    const mh_diag *said = mh_job_diag(*state, 0);
    assert_int_equal(said->code, MH_FO_ROLE);
    assert_int_equal(said->line, 2);
    assert_non_null(strstr(said->message, "\"Chapter\""));
}

static void rejected_documents(void **state)
{
    static const struct {
        const char *text;
        mh_diag_code code;
    } cases[] = {
        {"<html/>", MH_FO_NOT_FO},
        {"<fo:block xmlns:fo='http://www.w3.org/1999/XSL/Format'/>", MH_FO_NOT_FO},
        {"<fo:root xmlns:fo='http://www.w3.org/1999/XSL/Format'/>", MH_FO_NO_MASTER},
        {FO_HEAD "</fo:root>", MH_FO_NO_SEQUENCE},
        {FO_HEAD "<fo:page-sequence master-reference='p'/></fo:root>", MH_FO_NO_SEQUENCE},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        fo_tree tree = {0};
        assert_int_equal(support_parse(*state, cases[i].text, &tree), MH_REJECTED);
        assert_int_equal(mh_job_diag(*state, mh_job_diag_count(*state) - 1)->code, cases[i].code);
    }
}

static void misplaced_objects_are_left_out(void **state)
{
    fo_tree tree =
        support_tree(*state, "<fo:block>a<fo:table-row/><fo:flow/></fo:block><fo:list-item/>");
    assert_int_equal(support_count(*state, MH_FO_MISPLACED), 3);
    assert_int_equal(tree.element_count, 2);
}

static void text_among_blocks_becomes_a_block(void **state)
{
    fo_tree tree = support_tree(*state, "<fo:block>a</fo:block> loose <fo:inline>text</fo:inline>"
                                        "<fo:block id='x'>b</fo:block>");
    const fo_node *flow = support_find(&tree, "x")->parent;
    const fo_node *loose = flow->first_child->next;
    assert_int_equal(loose->type, FO_BLOCK);
    assert_int_equal(loose->line, 1);
    assert_true(mh_view_equal(loose->first_child->text, MH_VIEW("loose ")));
    assert_int_equal(loose->first_child->next->type, FO_INLINE);
    assert_int_equal(support_count(*state, MH_FO_ANONYMOUS), 1);
    assert_string_equal(loose->element->role, "P");
}

static void unsupported_objects_keep_their_content(void **state)
{
    fo_tree tree = support_tree(*state, "<fo:block><fo:multi-toggle id='x'>a</fo:multi-toggle>"
                                        "</fo:block>");
    const fo_node *wrapper = support_find(&tree, "x");
    assert_int_equal(wrapper->type, FO_WRAPPER);
    assert_true(wrapper->is_inline);
    assert_int_equal(support_count(*state, MH_FO_UNSUPPORTED), 1);
}

static void wrappers_are_what_is_in_them(void **state)
{
    fo_tree tree = support_tree(*state, "<fo:wrapper id='a'><fo:block>a</fo:block></fo:wrapper>"
                                        "<fo:block><fo:wrapper id='b'>b</fo:wrapper>"
                                        "<fo:wrapper id='c'/></fo:block><fo:wrapper id='d'/>");
    assert_false(support_find(&tree, "a")->is_inline);
    assert_true(support_find(&tree, "b")->is_inline);
    assert_true(support_find(&tree, "c")->is_inline);
    assert_false(support_find(&tree, "d")->is_inline);
}

static void ids_are_unique(void **state)
{
    fo_tree tree =
        support_tree(*state, "<fo:block id='a'>a</fo:block><fo:block id='a'>b</fo:block>");
    const fo_node *first = support_find(&tree, "a");
    assert_string_equal(first->id, "a");
    assert_null(first->next->id);
    assert_int_equal(support_count(*state, MH_FO_DUPLICATE_ID), 1);
}

static void deep_nesting_is_rejected(void **state)
{
    GString *flow = mh_arena_string(mh_job_arena(*state));
    for (int i = 0; i < 230; i++)
        g_string_append(flow, "<fo:block>");
    for (int i = 0; i < 230; i++)
        g_string_append(flow, "</fo:block>");
    fo_tree tree = {0};
    const char *text = mh_arena_printf(mh_job_arena(*state),
                                       FO_HEAD "<fo:page-sequence master-reference='p'><fo:flow>%s"
                                               "</fo:flow></fo:page-sequence></fo:root>",
                                       flow->str);
    assert_int_equal(support_parse(*state, text, &tree), MH_REJECTED);
    assert_int_equal(support_count(*state, MH_FO_TOO_DEEP), 1);
}

static void markers_take_the_style_of_their_place(void **state)
{
    fo_tree tree = support_tree(
        *state, "<fo:block font-size='30pt'><fo:marker marker-class-name='m'><fo:inline id='i' "
                "font-size='50%'> a  b </fo:inline></fo:marker>t</fo:block>"
                "<fo:block font-size='10pt'><fo:retrieve-marker id='r' "
                "retrieve-class-name='m'/></fo:block>");
    const fo_node *retriever = support_find(&tree, "r");
    const fo_node *marker = support_find(&tree, "i")->parent;
    assert_int_equal(marker->type, FO_MARKER);
    const fo_node *copy = fo_tree_retrieve(*state, marker, retriever);
    assert_non_null(copy);
    assert_int_equal(copy->type, FO_INLINE);
    assert_int_equal(copy->style->font_size, 5 * PANGO_SCALE);
    assert_null(copy->id);
    assert_null(copy->element);
    assert_true(mh_view_equal(copy->first_child->text, MH_VIEW(" a b ")));
    assert_int_equal(mh_job_diag_count(*state), 0);
}

static void object_attributes(void **state)
{
    fo_tree tree = support_tree(*state, "<fo:block id='x' role=' H2 '>a</fo:block>"
                                        "<fo:block id='y'>b</fo:block>");
    const fo_node *x = support_find(&tree, "x");
    assert_string_equal(fo_attribute(x, "role"), "H2");
    assert_null(fo_attribute(x, "src"));
    assert_int_equal(fo_attribute_count(x, "number-columns-spanned", 1), 1);
}

static void outline(void **state)
{
    fo_tree tree = {0};
    assert_int_equal(
        support_parse(*state,
                      FO_HEAD
                      "<fo:bookmark-tree><fo:bookmark internal-destination='a'>"
                      "<fo:bookmark-title> One\n  two </fo:bookmark-title>"
                      "<fo:bookmark external-destination='url(http://x/)' "
                      "starting-state='hide'><fo:bookmark-title>In</fo:bookmark-title>"
                      "</fo:bookmark></fo:bookmark><fo:bookmark internal-destination='b'>"
                      "<fo:bookmark-title>Next</fo:bookmark-title></fo:bookmark>"
                      "</fo:bookmark-tree><fo:page-sequence master-reference='p'>"
                      "<fo:flow flow-name='xsl-region-body'><fo:block>b</fo:block></fo:flow>"
                      "</fo:page-sequence></fo:root>",
                      &tree),
        MH_OK);
    assert_string_equal(tree.outline->title, "One two");
    assert_string_equal(tree.outline->target, "a");
    assert_true(tree.outline->is_open);
    assert_string_equal(tree.outline->first_child->uri, "http://x/");
    assert_false(tree.outline->first_child->is_open);
    assert_string_equal(tree.outline->next->title, "Next");
    assert_null(tree.outline->next->next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(structure),
        SUPPORT_TEST(cells_say_their_span_and_scope),
        SUPPORT_TEST(order_and_numbers_rise),
        SUPPORT_TEST(furniture_has_no_elements),
        SUPPORT_TEST(odd_roles_are_told_once),
        SUPPORT_TEST(rejected_documents),
        SUPPORT_TEST(misplaced_objects_are_left_out),
        SUPPORT_TEST(text_among_blocks_becomes_a_block),
        SUPPORT_TEST(unsupported_objects_keep_their_content),
        SUPPORT_TEST(wrappers_are_what_is_in_them),
        SUPPORT_TEST(ids_are_unique),
        SUPPORT_TEST(deep_nesting_is_rejected),
        SUPPORT_TEST(markers_take_the_style_of_their_place),
        SUPPORT_TEST(object_attributes),
        SUPPORT_TEST(outline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
