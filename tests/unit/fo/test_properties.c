#include "fo_support.h"

#include <stdlib.h>

#include "fo/resolve.h"

/* The computed value of a property as text, so that a row of a table is a test. */
static const char *show_length(mh_job *job, fo_length length)
{
    if (length.is_auto)
        return "auto";
    GString *text = mh_arena_string(mh_job_arena(job));
    if (length.proportional > 0.0F)
        g_string_append_printf(text, "%gpcw", (double)length.proportional);
    else if (length.percent != 0.0F)
        g_string_append_printf(text, "%g%%%+g", (double)length.percent,
                               length.fixed / (double)PANGO_SCALE);
    else
        g_string_append_printf(text, "%g", length.fixed / (double)PANGO_SCALE);
    return text->str;
}

static const char *show_number(mh_job *job, double number)
{
    return mh_arena_printf(mh_job_arena(job), "%g", number);
}

static const char *show(mh_job *job, const fo_style *style, const char *name)
{
    fo_resolver *resolver = fo_resolver_new(job);
    const fo_property *row = fo_resolver_find(resolver, mh_view_of(name));
    assert_non_null(row);
    const char *field = (const char *)style + fo_property_offset(row, style->writing_rtl);
    switch (row->type) {
    case FO_PROPERTY_KEYWORD:
    case FO_PROPERTY_BASELINE_SHIFT:
    case FO_PROPERTY_FONT_WEIGHT:
    case FO_PROPERTY_FONT_STRETCH:
        return show_number(job, *(const int *)(const void *)field);
    case FO_PROPERTY_FLAG:
    case FO_PROPERTY_WRITING_MODE:
        return *(const bool *)field ? "yes" : "no";
    case FO_PROPERTY_COUNT:
        return show_number(job, *(const uint16_t *)(const void *)field);
    case FO_PROPERTY_INTEGER:
        return show_number(job, *(const int16_t *)(const void *)field);
    case FO_PROPERTY_DECORATION:
        return show_number(job, *(const uint8_t *)field);
    case FO_PROPERTY_CHARACTER:
        return show_number(job, *(const gunichar *)(const void *)field);
    case FO_PROPERTY_FIXED:
    case FO_PROPERTY_BORDER_WIDTH:
    case FO_PROPERTY_FONT_SIZE:
    case FO_PROPERTY_LINE_HEIGHT:
    case FO_PROPERTY_BORDER_SPACING:
        return show_number(job, *(const int32_t *)(const void *)field / (double)PANGO_SCALE);
    case FO_PROPERTY_FONT_FAMILY:
    case FO_PROPERTY_URI:
        return *(const char *const *)(const void *)field;
    case FO_PROPERTY_COLOR: {
        const mh_color *c = (const void *)field;
        return mh_arena_printf(mh_job_arena(job), "#%02x%02x%02x%02x", c->red, c->green, c->blue,
                               c->alpha);
    }
    case FO_PROPERTY_SPACE: {
        const fo_space *s = (const void *)field;
        return mh_arena_printf(mh_job_arena(job), "%s %s %s", show_length(job, s->minimum),
                               show_length(job, s->optimum), show_length(job, s->maximum));
    }
    default:
        return show_length(job, *(const fo_length *)(const void *)field);
    }
}

typedef struct property_case {
    const char *outer; /* attributes of a block */
    const char *inner; /* of the block in it, which is looked at */
    const char *name;
    const char *value;
} property_case;

static void check(mh_job *job, const property_case *c)
{
    const char *flow = mh_arena_printf(mh_job_arena(job),
                                       "<fo:block %s><fo:block id='x' %s>t</fo:block></fo:block>",
                                       c->outer, c->inner);
    fo_tree tree = support_tree(job, flow);
    const char *found = show(job, support_find(&tree, "x")->style, c->name);
    if (g_strcmp0(found, c->value) != 0)
        fail_msg("%s in %s: %s is %s, not %s", c->inner, c->outer, c->name, found, c->value);
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        if (mh_job_diag(job, i)->code == MH_FO_PROPERTY_VALUE)
            fail_msg("%s: %s", c->inner, mh_job_diag(job, i)->message);
}

#define CHECK_ALL(state, cases)                                                                    \
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)                                               \
    check(*(state), &(cases)[i])

static void fonts(void **state)
{
    static const property_case cases[] = {
        {"", "", "font-size", "12"},
        {"font-size='10pt'", "", "font-size", "10"},
        {"font-size='10pt'", "font-size='150%'", "font-size", "15"},
        {"font-size='10pt'", "font-size='2em'", "font-size", "20"},
        {"font-size='10pt'", "font-size='larger'", "font-size", "12"},
        {"font-size='12pt'", "font-size='smaller'", "font-size", "10"},
        {"font-size='36pt'", "font-size='smaller'", "font-size", "29.8594"},
        {"", "font-size='large'", "font-size", "14.4004"},
        {"", "font-size='36'", "font-size", "36"},
        {"font-size='10pt'", "font-size='inherit'", "font-size", "10"},
        {"", "font-family=\"'Times New Roman' , serif\"", "font-family", "Times New Roman,serif"},
        {"", "font-weight='bold'", "font-weight", "700"},
        {"font-weight='bold'", "font-weight='lighter'", "font-weight", "400"},
        {"", "font-weight='bolder'", "font-weight", "700"},
        {"", "font-weight='300'", "font-weight", "300"},
        {"font-stretch='condensed'", "font-stretch='wider'", "font-stretch", "3"},
        {"", "font='italic bold 10pt/14pt Arial, serif'", "font-size", "10"},
        {"", "font='italic bold 10pt/14pt Arial, serif'", "line-height", "14"},
        {"", "font='italic bold 10pt/14pt Arial, serif'", "font-family", "Arial,serif"},
        {"", "font='italic bold 10pt/14pt Arial, serif'", "font-style", "2"},
        {"", "font='bold 10pt serif' font-weight='normal'", "font-weight", "400"},
        {"", "font-size='8pt' font='bold 10pt serif'", "font-size", "8"},
    };
    CHECK_ALL(state, cases);
}

static void lines(void **state)
{
    static const property_case cases[] = {
        {"font-size='10pt'", "", "line-height", "12"},
        {"line-height='1.5' font-size='10pt'", "font-size='20pt'", "line-height", "30"},
        {"line-height='150%' font-size='10pt'", "font-size='20pt'", "line-height", "15"},
        {"font-size='10pt'", "line-height='150% - 5pt'", "line-height", "10"},
        {"line-height='normal' font-size='10pt'", "font-size='20pt'", "line-height", "24"},
        {"line-height='20pt'", "line-height='normal' font-size='10pt'", "line-height", "12"},
        {"", "line-height='0'", "line-height", "0"},
        {"", "text-align='inside'", "text-align", "0"},
        {"text-align='justify'", "", "text-align", "3"},
        {"text-indent='1em' font-size='10pt'", "font-size='20pt'", "text-indent", "10"},
        {"", "text-indent='10%'", "text-indent", "10%+0"},
        {"", "letter-spacing='1pt'", "letter-spacing", "1"},
        {"", "letter-spacing.optimum='1pt'", "letter-spacing", "1"},
        {"letter-spacing='1pt'", "letter-spacing='normal'", "letter-spacing", "0"},
        {"text-decoration='underline'", "text-decoration='overline'", "text-decoration", "3"},
        {"text-decoration='underline'", "text-decoration='no-underline'", "text-decoration", "0"},
        {"", "white-space='pre'", "wrap-option", "no"},
        {"", "white-space='pre'", "linefeed-treatment", "1"},
        {"", "white-space='pre' linefeed-treatment='ignore'", "linefeed-treatment", "0"},
        {"", "baseline-shift='super'", "baseline-shift", "2"},
        {"baseline-shift='super'", "", "baseline-shift", "0"},
        {"", "vertical-align='sub'", "baseline-shift", "1"},
        {"", "vertical-align='top'", "alignment-baseline", "1"},
        {"", "hyphenation-character='-'", "hyphenation-character", "45"},
        {"", "hyphenation-ladder-count='no-limit'", "hyphenation-ladder-count", "0"},
        {"widows='3'", "", "widows", "3"},
    };
    CHECK_ALL(state, cases);
}

static void borders(void **state)
{
    static const property_case cases[] = {
        {"", "border='1pt solid red'", "border-start-width", "1"},
        {"", "border='solid red'", "border-start-width", "1"},
        {"", "border='thick solid'", "border-start-width", "2"},
        {"", "border='1pt solid red'", "border-end-color", "#ff0000ff"},
        {"color='#123456'", "border='1pt solid'", "border-end-color", "#123456ff"},
        {"", "border-width='1pt 2pt' border-style='solid'", "border-left-width", "2"},
        {"", "border-width='1pt 2pt 3pt' border-style='solid'", "border-left-width", "2"},
        {"", "border-width='1pt 2pt 3pt' border-style='solid'", "border-bottom-width", "3"},
        {"", "border-width='1pt 2pt 3pt 4pt' border-style='solid'", "border-left-width", "4"},
        {"", "border-before-width='5pt'", "border-before-width", "0"},
        {"", "border-before-width='5pt' border-before-style='none'", "border-before-width", "0"},
        {"", "border-before-style='solid'", "border-before-width", "1"},
        {"", "border-top-width='2pt' border='1pt solid'", "border-before-width", "2"},
        {"", "border-before-width='2pt' border='1pt solid'", "border-top-width", "2"},
        {"", "border-before-width='3pt' border-top-width='2pt' border='1pt solid'",
         "border-before-width", "2"},
        {"", "border='1pt solid' border-top='3pt dotted blue'", "border-before-width", "3"},
        {"", "border-color='red' border='1pt solid blue'", "border-before-color", "#ff0000ff"},
        {"border='2pt solid blue'", "border='inherit'", "border-before-width", "2"},
        {"border='2pt solid blue'", "", "border-before-width", "0"},
        {"", "border-after-width.length='3pt' border-after-style='solid'", "border-bottom-width",
         "3"},
        {"", "border-after-width.conditionality='retain'", "border-after-width.conditionality",
         "yes"},
        {"", "padding='1pt 2pt'", "padding-end", "2"},
        {"", "padding='1pt' padding-left='3pt'", "padding-start", "3"},
        {"", "padding-start='10%'", "padding-left", "10%+0"},
        {"writing-mode='rl-tb'", "padding-left='3pt'", "padding-end", "3"},
        {"writing-mode='rl'", "padding='1pt 2pt 3pt 4pt'", "padding-start", "2"},
    };
    CHECK_ALL(state, cases);
}

static void margins_and_indents(void **state)
{
    static const property_case cases[] = {
        {"start-indent='10pt'", "", "start-indent", "10"},
        {"start-indent='10pt'", "start-indent='5pt'", "start-indent", "5"},
        {"start-indent='10pt'", "margin-left='5pt'", "start-indent", "15"},
        {"start-indent='10pt'", "margin-left='5pt' start-indent='1pt'", "start-indent", "15"},
        {"start-indent='10pt'", "margin='5pt' border='2pt solid' padding='1pt'", "start-indent",
         "18"},
        {"start-indent='10pt'", "border='2pt solid' padding='1pt'", "start-indent", "10"},
        {"margin-left='10%'", "margin-left='5pt'", "start-indent", "10%+5"},
        {"margin='3pt'", "margin='inherit'", "end-indent", "6"},
        {"writing-mode='rl-tb'", "margin-left='5pt'", "end-indent", "5"},
        {"", "margin-top='5pt'", "space-before", "5 5 5"},
        {"", "margin='1pt 2pt 3pt'", "space-after", "3 3 3"},
        {"", "margin-left='auto'", "start-indent", "0"},
        {"", "space-before='5pt'", "space-before", "5 5 5"},
        {"", "space-before.optimum='5pt'", "space-before", "0 5 5"},
        {"", "space-before.minimum='5pt'", "space-before", "5 5 5"},
        {"", "space-before='5pt' space-before.maximum='8pt'", "space-before", "5 5 8"},
        {"", "space-before.maximum='8pt' space-before='5pt'", "space-before", "5 5 8"},
        {"space-before='5pt'", "", "space-before", "0 0 0"},
        {"space-before='5pt'", "space-before='inherit'", "space-before", "5 5 5"},
        {"", "space-after.precedence='force'", "space-after.precedence", "32767"},
    };
    CHECK_ALL(state, cases);
}

static void keeps_and_breaks(void **state)
{
    static const property_case cases[] = {
        {"", "keep-together='always'", "keep-together.within-column", "32767"},
        {"", "keep-together='always'", "keep-together.within-page", "32767"},
        {"", "keep-together='always'", "keep-together.within-line", "0"},
        {"", "keep-with-next.within-column='3'", "keep-with-next.within-column", "3"},
        {"", "keep-with-next.within-column='3'", "keep-with-next.within-page", "0"},
        {"", "keep-with-next='5' keep-with-next.within-page='auto'", "keep-with-next.within-page",
         "0"},
        {"keep-with-next='always'", "", "keep-with-next.within-page", "0"},
        {"", "break-before='odd-page'", "break-before", "4"},
        {"", "page-break-before='always'", "break-before", "2"},
        {"", "page-break-after='avoid'", "keep-with-next.within-page", "32767"},
        {"", "page-break-inside='avoid'", "keep-together.within-page", "32767"},
        {"", "span='all'", "span", "yes"},
    };
    CHECK_ALL(state, cases);
}

static void dimensions_and_backgrounds(void **state)
{
    static const property_case cases[] = {
        {"", "", "width", "auto"},
        {"", "width='50% - 4pt'", "inline-progression-dimension", "50%-4"},
        {"", "inline-progression-dimension='5pt' width='4pt'", "width", "4"},
        {"", "block-progression-dimension.minimum='5pt'", "min-height", "5"},
        {"", "column-width='proportional-column-width(2)'", "column-width", "2pcw"},
        {"", "column-width='proportional-column-width(25%)'", "column-width", "25pcw"},
        {"", "leader-length='30pt'", "leader-length.minimum", "30"},
        {"", "", "leader-length.maximum", "100%+0"},
        {"", "leader-length.optimum='20%'", "leader-length.optimum", "20%+0"},
        {"", "border-spacing='5pt 1pt'", "border-separation.inline-progression-direction", "5"},
        {"", "border-spacing='5pt 1pt'", "border-separation.block-progression-direction", "1"},
        {"", "reference-orientation='-90'", "reference-orientation", "270"},
        {"", "background-color='blue'", "background-color", "#0000ffff"},
        {"background-color='blue'", "", "background-color", "#00000000"},
        {"", "background='url(a.png) no-repeat right top #ff0000'", "background-color",
         "#ff0000ff"},
        {"", "background='url(a.png) no-repeat right top #ff0000'", "background-image", "a.png"},
        {"", "background='url(a.png) no-repeat right top #ff0000'", "background-repeat", "3"},
        {"", "background='url(a.png) no-repeat right top #ff0000'",
         "background-position-horizontal", "100%+0"},
        {"", "background-position-vertical='center'", "background-position-vertical", "50%+0"},
        {"", "content-width='scale-to-fit'", "content-width", "auto"},
    };
    CHECK_ALL(state, cases);
}

static void functions(void **state)
{
    static const property_case cases[] = {
        {"start-indent='7pt'", "text-indent='from-parent(start-indent)'", "text-indent", "7"},
        {"font-size='7pt'", "text-indent='inherited-property-value(font-size) * 2'", "text-indent",
         "14"},
        {"color='red'", "color='blue' background-color='from-parent(color)'", "background-color",
         "#ff0000ff"},
        {"space-before='3pt'", "space-before='from-parent() + 1pt'", "space-before", "4 4 4"},
        {"text-align='end'", "text-align='from-parent()'", "text-align", "2"},
    };
    CHECK_ALL(state, cases);
    fo_tree tree = support_tree(
        *state, "<fo:block space-before='3pt'><fo:block><fo:block id='x' "
                "space-before='from-nearest-specified-value()'>t</fo:block></fo:block></fo:block>");
    assert_string_equal(show(*state, support_find(&tree, "x")->style, "space-before"), "3 3 3");
}

static void list_functions(void **state)
{
    fo_tree tree = support_tree(
        *state,
        "<fo:list-block provisional-distance-between-starts='30pt' start-indent='4pt' "
        "provisional-label-separation='5pt'><fo:list-item><fo:list-item-label id='l' "
        "end-indent='label-end()'><fo:block>1</fo:block></fo:list-item-label><fo:list-item-body "
        "id='b' start-indent='body-start()'><fo:block>t</fo:block></fo:list-item-body>"
        "</fo:list-item></fo:list-block>");
    assert_string_equal(show(*state, support_find(&tree, "l")->style, "end-indent"), "100%-29");
    assert_string_equal(show(*state, support_find(&tree, "b")->style, "start-indent"), "34");
}

static void languages(void **state)
{
    static const struct {
        const char *attributes;
        const char *language;
    } cases[] = {
        {"", "fr"},
        {"xml:lang='ar'", "ar"},
        {"language='de' country='AT'", "de-AT"},
        {"country='CA'", "fr-CA"},
        {"language='zh' script='Hans' country='CN'", "zh-Hans-CN"},
        {"language='none'", NULL},
        {"xml:lang='es' language='en'", "es"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *flow =
            mh_arena_printf(mh_job_arena(*state),
                            "<fo:block xml:lang='fr'><fo:block id='x' %s>t</fo:block></fo:block>",
                            cases[i].attributes);
        fo_tree tree = support_tree(*state, flow);
        assert_true(g_strcmp0(support_find(&tree, "x")->style->language, cases[i].language) == 0);
    }
}

static void unknown_and_wrong_are_said_once(void **state)
{
    fo_tree tree = support_tree(
        *state, "<fo:block colour='red' widows='many'>a</fo:block>"
                "<fo:block id='x' colour='blue' widows='many' widows.x='1'>b</fo:block>");
    assert_int_equal(support_count(*state, MH_FO_PROPERTY_UNKNOWN), 2);
    assert_int_equal(support_count(*state, MH_FO_PROPERTY_VALUE), 1);
    assert_int_equal(support_find(&tree, "x")->style->widows, 2);
}

static void equal_styles_are_shared(void **state)
{
    fo_tree tree = support_tree(*state, "<fo:block id='a' font-size='9pt'>a</fo:block>"
                                        "<fo:block id='b' font-size='9pt'>b</fo:block>"
                                        "<fo:block id='c' font-size='8pt'>c</fo:block>");
    const fo_node *a = support_find(&tree, "a");
    assert_ptr_equal(a->style, support_find(&tree, "b")->style);
    assert_ptr_not_equal(a->style, support_find(&tree, "c")->style);
    assert_ptr_equal(a->style, a->first_child->style);
}

/* No name twice, every initial value readable (the resolver asserts it), fields inside the style.
 */
static void table_is_sound(void **state)
{
    fo_resolver *resolver = fo_resolver_new(*state);
    size_t count = 0;
    const fo_property *rows = fo_properties(&count);
    assert_int_equal(g_hash_table_size(resolver->rows), count);
    for (size_t i = 0; i < count; i++) {
        assert_true(fo_property_offset(&rows[i], true) + rows[i].size <= sizeof(fo_style));
        assert_true((rows[i].type == FO_PROPERTY_SHORTHAND) == (rows[i].expand != NULL));
    }
}

/* docs/XSL-FO.md has a row for every object and property, and none for others. */
static void manual_lists_the_table(void **state)
{
    const char *source = getenv("MASTHEAD_SOURCE");
    if (!source)
        skip();
    char *path = g_build_filename(source, "docs", "XSL-FO.md", NULL);
    char *manual = NULL;
    assert_true(g_file_get_contents(path, &manual, NULL, NULL));
    g_free(path);
    size_t count = 0;
    const fo_property *rows = fo_properties(&count);
    for (size_t i = 0; i < count; i++) {
        char *cell = g_strdup_printf("| `%s` |", rows[i].name);
        if (!strchr(rows[i].name, '.') && !strstr(manual, cell))
            fail_msg("%s is not in the manual", rows[i].name);
        g_free(cell);
    }
    for (int type = FO_TEXT + 1; type < FO_TYPE_COUNT; type++) {
        char *cell = g_strdup_printf("| `fo:%s` |", fo_type_name((fo_type)type));
        if (!strstr(manual, cell))
            fail_msg("fo:%s is not in the manual", fo_type_name((fo_type)type));
        g_free(cell);
    }
    fo_resolver *resolver = fo_resolver_new(*state);
    const char *tables = strstr(manual, "\n## Properties");
    assert_non_null(tables);
    for (const char *p = strstr(tables, "\n| `"); p; p = strstr(p + 1, "\n| `")) {
        const char *name = p + strlen("\n| `");
        mh_view view = {.ptr = name, .len = strcspn(name, "`")};
        if (!fo_resolver_find(resolver, view))
            fail_msg("%.*s is in the manual only", MH_VIEW_ARG(view));
    }
    g_free(manual);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        SUPPORT_TEST(fonts),
        SUPPORT_TEST(lines),
        SUPPORT_TEST(borders),
        SUPPORT_TEST(margins_and_indents),
        SUPPORT_TEST(keeps_and_breaks),
        SUPPORT_TEST(dimensions_and_backgrounds),
        SUPPORT_TEST(functions),
        SUPPORT_TEST(list_functions),
        SUPPORT_TEST(languages),
        SUPPORT_TEST(unknown_and_wrong_are_said_once),
        SUPPORT_TEST(equal_styles_are_shared),
        SUPPORT_TEST(table_is_sound),
        SUPPORT_TEST(manual_lists_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
