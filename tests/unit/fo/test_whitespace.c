#include "fo_support.h"

/* Text of everything in an object, with objects as [name] and blocks as {…}. */
static void write_text(GString *out, const fo_node *node)
{
    for (const fo_node *child = node->first_child; child; child = child->next) {
        if (child->type == FO_TEXT) {
            g_string_append_len(out, child->text.ptr, (gssize)child->text.len);
        } else if (child->type == FO_BLOCK) {
            g_string_append_c(out, '{');
            write_text(out, child);
            g_string_append_c(out, '}');
        } else if (child->first_child) {
            g_string_append_c(out, '<');
            write_text(out, child);
            g_string_append_c(out, '>');
        } else {
            g_string_append_printf(out, "[%s]", fo_type_name(child->type));
        }
    }
}

typedef struct space_case {
    const char *attributes;
    const char *content;
    const char *text;
} space_case;

static void check(mh_job *job, const space_case *c)
{
    const char *flow = mh_arena_printf(mh_job_arena(job), "<fo:block id='x' %s>%s</fo:block>",
                                       c->attributes, c->content);
    fo_tree tree = support_tree(job, flow);
    GString *text = mh_arena_string(mh_job_arena(job));
    write_text(text, support_find(&tree, "x"));
    if (strcmp(text->str, c->text) != 0)
        fail_msg("%s in %s gives \"%s\", not \"%s\"", c->content, c->attributes, text->str,
                 c->text);
}

static void collapsing(void **state)
{
    static const space_case cases[] = {
        {"", "  a \n\t b  ", "a b"},
        {"", "a <fo:inline> b </fo:inline> c", "a <b >c"},
        {"", "a<fo:inline> </fo:inline> b", "a< >b"},
        {"", "a <fo:inline>b </fo:inline> ", "a <b>"},
        {"", " <fo:inline> a</fo:inline>", "<a>"},
        {"", "a <fo:page-number/> b", "a [page-number] b"},
        {"", "<fo:page-number/> ", "[page-number]"},
        {"", " \n ", ""},
        {"", "a <fo:block> b </fo:block> c", "a{b}c"},
        {"", "\n<fo:block>a</fo:block>\n<fo:block>b</fo:block>\n", "{a}{b}"},
        {"",
         "a <fo:footnote><fo:inline> 1 </fo:inline><fo:footnote-body><fo:block> n "
         "</fo:block></fo:footnote-body></fo:footnote> b",
         "a <<1 ><{n}>>b"},
        {"",
         "a\xc2\xa0 \xc2\xa0"
         "b",
         "a\xc2\xa0 \xc2\xa0"
         "b"},
        {"white-space-collapse='false'", "  a  b  ", "a  b"},
        {"white-space-collapse='false' white-space-treatment='preserve'", " a  b ", " a  b "},
        {"white-space-treatment='preserve'", "  a  b  ", " a b "},
        {"white-space-treatment='ignore'", " a b ", "ab"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        check(*state, &cases[i]);
}

static void linefeeds(void **state)
{
    static const space_case cases[] = {
        {"linefeed-treatment='preserve'", "a \n b", "a\nb"},
        {"linefeed-treatment='ignore'", "a\nb", "ab"},
        {"linefeed-treatment='treat-as-zero-width-space'", "a\nb",
         "a\xe2\x80\x8b"
         "b"},
        {"linefeed-treatment='preserve' white-space-treatment='preserve'", "a  \n b", "a \n b"},
        {"linefeed-treatment='preserve' white-space-treatment='ignore-if-before-linefeed'",
         "a \n b", "a\n b"},
        {"linefeed-treatment='preserve' white-space-treatment='ignore-if-after-linefeed'", "a \n b",
         "a \nb"},
        {"white-space='pre'", " a\n  b ", " a\n  b "},
        {"linefeed-treatment='preserve'", "a <fo:inline>\n</fo:inline> b", "a<\n>b"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        check(*state, &cases[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(collapsing),
        SUPPORT_TEST(linefeeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
