#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pack/manifest.h"

static int set_up(void **state)
{
    *state = mh_arena_new();
    return 0;
}

static int tear_down(void **state)
{
    mh_arena_free(*state);
    return 0;
}

static const pack_manifest_form four = {.digits = 4, .has_percent_codes = true};

static void lines_are_digests_and_paths(void **state)
{
    pack_manifest m = pack_manifest_read(
        *state, MH_VIEW("00fA  data/a.txt\nbeef  data/b/100%25%0Ac d.txt\n"), &four);
    assert_null(m.fault);
    assert_int_equal(m.count, 2);
    assert_true(mh_view_equal(m.entries[0].digest, MH_VIEW("00fA")));
    assert_string_equal(m.entries[0].path, "data/a.txt");
    assert_string_equal(m.entries[1].path, "data/b/100%\nc d.txt");
    assert_null(pack_manifest_read(*state, MH_VIEW(""), &four).fault);
}

static void without_codes_a_percent_is_itself(void **state)
{
    const pack_manifest_form plain = {.digits = 4};
    pack_manifest m = pack_manifest_read(*state, MH_VIEW("00fa  a%25\n"), &plain);
    assert_string_equal(m.entries[0].path, "a%25");
}

static void what_is_not_strict_is_refused(void **state)
{
    static const char *const wrong[] = {
        "00fa  data/a.txt",     /* cut off */
        "00fa  data/a.txt\r\n", /* line ends of Windows */
        ("\xEF\xBB\xBF"
         "00fa  data/a.txt\n"), /* byte order mark */
        "00fa data/a.txt\n",    /* one blank */
        "00fa   data/a.txt\n",  /* three */
        "00fa *data/a.txt\n",   /* mark of md5sum */
        "00fa\tdata/a.txt\n",   /* tab */
        "00f  data/a.txt\n",    /* digits */
        "00fag  data/a.txt\n",
        "00fg  data/a.txt\n",
        "00fa  \n",              /* no path */
        "\n",                    /* empty line */
        "00fa  /etc/hostname\n", /* paths that lead out */
        "00fa  data/../../x\n",
        "00fa  ./data/a\n",
        "00fa  data//a\n",
        "00fa  data/\n",
        "00fa  data/50%\n", /* codes that are none */
        "00fa  data/%20a\n",
        "00fa  data/a\n00fa  data/a\n", /* twice */
        "00fa  data/%0Aa\n00fa  data/%0aa\n",
        "00fa  data/\xff\n", /* not UTF-8 */
    };
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        if (!pack_manifest_read(*state, mh_view_of(wrong[i]), &four).fault)
            fail_msg("accepted: %s", wrong[i]);
}

static void facts_are_labels_and_values(void **state)
{
    pack_facts facts = pack_facts_read(
        *state, MH_VIEW("Source-Organization: United: Nations\nA: one\n  two\nA: b\n"));
    assert_null(facts.fault);
    assert_int_equal(facts.count, 3);
    assert_string_equal(pack_fact_of(&facts, "source-organization"), "United: Nations");
    assert_string_equal(facts.facts[1].value, "one two");
    assert_null(pack_fact_of(&facts, "A")); /* there are two */
    assert_null(pack_fact_of(&facts, "B"));
}

static void facts_that_are_none_are_refused(void **state)
{
    static const char *const wrong[] = {"A:b\n",   ": b\n", "A : b\n", " b\n",
                                        "A:  b\n", "A\n",   "A: b",    "\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        if (!pack_facts_read(*state, mh_view_of(wrong[i])).fault)
            fail_msg("accepted: %s", wrong[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_are_digests_and_paths, set_up, tear_down),
        cmocka_unit_test_setup_teardown(without_codes_a_percent_is_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_not_strict_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(facts_are_labels_and_values, set_up, tear_down),
        cmocka_unit_test_setup_teardown(facts_that_are_none_are_refused, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
