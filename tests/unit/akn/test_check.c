#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "akn/akn.h"

/* A sound document, broken in one place a time: the rule that forbids it must say so. */

static char *sound;
static mh_akn_schema *profile;

static int load(void **state)
{
    (void)state;
    assert_true(g_file_get_contents(MASTHEAD_TEST_DATA "/letter.akn.xml", &sound, NULL, NULL));
    mh_job *job = mh_job_new("schema");
    assert_int_equal(mh_akn_schema_load(job, NULL, &profile), MH_OK);
    mh_job_free(job);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    g_free(sound);
    mh_akn_schema_free(profile);
    return 0;
}

/* The sound document with the first @p from replaced by @p to. */
static xmlDoc *broken(mh_job *job, const char *from, const char *to)
{
    const char *found = strstr(sound, from);
    assert_non_null(found);
    char *text = mh_arena_printf(mh_job_arena(job), "%.*s%s%s", (int)(found - sound), sound, to,
                                 found + strlen(from));
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(job, mh_view_of(text), &doc), MH_OK);
    return doc;
}

static bool has_code(mh_job *job, mh_diag_code code)
{
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        if (mh_job_diag(job, i)->code == code)
            return true;
    return false;
}

static void the_sound_document_is_sound(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("letter");
    xmlDoc *doc = broken(job, "</akomaNtoso>", "</akomaNtoso>");
    assert_int_equal(mh_akn_validate(job, profile, doc), MH_OK);
    assert_int_equal(mh_akn_check(job, doc), MH_OK);
    assert_int_equal(mh_job_diag_count(job), 0);
    mh_job_free(job);
}

static const struct {
    const char *from;
    const char *to;
    mh_diag_code code;
} rules[] = {
    /* references */
    {"organization refersTo=\"#oEst\"", "organization refersTo=\"#nowhere\"", MH_AKN_REFERENCE},
    {"by=\"#dgacm\"", "by=\"#dgac\"", MH_AKN_REFERENCE},
    {"<ref href=\"!annex_2\"", "<ref href=\"!annex_3\"", MH_AKN_REFERENCE},
    {"source=\"#original\"", "source=\"#copy\"", MH_AKN_REFERENCE},
    {" by=\"#dgacm\"", "", MH_AKN_UNUSED},
    /* ids */
    {"eId=\"para_2\"", "eId=\"para_1\"", MH_AKN_ID},
    {"eId=\"para_2\"", "eId=\"oEst\"", MH_AKN_ID},
    {"eId=\"para_2\"", "eId=\"para_ 2\"", MH_AKN_ID},
    {"eId=\"para_2\"", "eId=\"para__\"", MH_AKN_ID},
    {"eId=\"para_2\"", "eId=\"para_\"", MH_AKN_ID},
    {"eId=\"para_2\"", "eId=\"sec_I__para_2\"", MH_AKN_ID},
    {"eId=\"att_1__sec_II\"", "eId=\"sec_II\"", MH_AKN_ID},
    {"eId=\"att_1__sec_II\"", "eId=\"att_2__sec_II\"", MH_AKN_ID},
    /* IRIs: the Work's parts, the Expression's, the Manifestation's, a component's */
    {"<FRBRuri value=\"/akn/un/doc/communication", "<FRBRuri value=\"/akn/un/act/communication",
     MH_AKN_IRI},
    {"<FRBRuri value=\"/akn/un/doc/communication", "<FRBRuri value=\"/akn/un/doc/paper",
     MH_AKN_IRI},
    {"<FRBRdate date=\"2099-03-01\"", "<FRBRdate date=\"2099-03-02\"", MH_AKN_IRI},
    {"<FRBRnumber value=\"S-2099-101\"", "<FRBRnumber value=\"S-2099-102\"", MH_AKN_IRI},
    {"<FRBRlanguage language=\"eng\"", "<FRBRlanguage language=\"fra\"", MH_AKN_IRI},
    {"<FRBRuri value=\"/akn/un/doc/communication/unsc/2099-03-01/S-2099-101/eng@\"",
     "<FRBRuri value=\"/akn/un/doc/communication/unsc/2099-03-01/S-2099-102/eng@\"", MH_AKN_IRI},
    {"<FRBRuri value=\"/akn/un/doc/communication/unsc/2099-03-01/S-2099-101/eng@.xml\"",
     "<FRBRuri value=\"/akn/un/doc/communication/unsc/2099-03-01/S-2099-101/fra@.xml\"",
     MH_AKN_IRI},
    {"S-2099-101/!annex_1\"/>\n                <FRBRuri",
     "S-2099-101/\"/>\n                <FRBRuri", MH_AKN_IRI},
    /* the profile */
    {"<FRBRcountry value=\"un\"", "<FRBRcountry value=\"uk\"", MH_AKN_PROFILE},
    {"<FRBRsubtype value=\"communication\"", "<FRBRsubtype value=\"record\"", MH_AKN_PROFILE},
    {"<FRBRsubtype value=\"communication\"", "<FRBRsubtype value=\"comm\"", MH_AKN_PROFILE},
    {"<doc name=\"officialLetter\"", "<doc", MH_AKN_PROFILE},
    {"<publication date=\"2099-03-03\" name=\"officialLetter\" showAs=\"Official letter\" "
     "number=\"S-2099-101\"/>",
     "", MH_AKN_PROFILE},
    {"class=\"salutation\">Excellency,", "><docTitle>Excellency,</docTitle>", MH_AKN_PROFILE},
    {"class=\"salutation\">Excellency,</p>", "/><ul><li><p>Excellency,</p></li></ul>",
     MH_AKN_PROFILE},
    {"<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"",
     "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17\"", MH_AKN_PROFILE},
};

static void each_rule_beyond_the_grammar_is_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
        mh_job *job = mh_job_new("letter");
        mh_status status = mh_akn_check(job, broken(job, rules[i].from, rules[i].to));
        if (!has_code(job, rules[i].code))
            print_error("case %zu: %s\n", i, rules[i].to);
        assert_true(has_code(job, rules[i].code));
        assert_int_equal(status, rules[i].code == MH_AKN_UNUSED ? MH_OK : MH_REJECTED);
        mh_job_free(job);
    }
}

static const struct {
    const char *from;
    const char *to;
} grammar[] = {
    {"<doc name=\"officialLetter\"", "<doc"},
    {"<FRBRcountry value=\"un\"/>", "<FRBRcountry value=\"uk\"/>"},
    {"<FRBRsubtype value=\"communication\"/>", ""},
    {"<FRBRnumber value=\"S-2099-101\"", "<FRBRnumber value=\"S/2099/101\""},
    {"<FRBRlanguage language=\"eng\"/>", "<FRBRlanguage language=\"en\"/>"},
    {"/akn/un/doc/communication/unsc/2099-03-01/S-2099-101\"",
     "https://un.org/akn/un/doc/communication/unsc/2099-03-01/S-2099-101\""},
    {"<docDate date=\"2099-03-03\"", "<docDate date=\"3 March 2099\""},
    {"<docDate date=\"2099-03-03\"", "<docDate"},
    {"<organization refersTo=\"#oEst\"", "<organization"},
    {"refersTo=\"#signed\"", "refersTo=\"signed\""},
    {"class=\"salutation\">Excellency,</p>", "/><ul><li><p>Excellency,</p></li></ul>"},
    {"name=\"akn4un:from\"", "name=\"from\""},
    {"mh:lines=\"1\"", "mh:lines=\"first\""},
    {"mh:lines=\"1\"", "mh:rows=\"1\""},
    {"<content eId=\"para_1__content\">", "<content eId=\"para_1__content\">text"},
    {"<eol/>", "<eol>\n</eol>text<hr/>"},
    {"sha256=\"01", "sha256=\"zz"},
    {"href=\"/akn/ontology/organization/un/oEst\"", "href=\"/ontology/oEst\""},
    {"<doc name=\"annex\" contains=\"originalVersion\">\n          <meta>",
     "<doc name=\"annex\" contains=\"allVersions\">\n          <meta>"},
};

static void each_rule_of_the_grammar_is_kept(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(grammar); i++) {
        mh_job *job = mh_job_new("letter");
        xmlDoc *doc = broken(job, grammar[i].from, grammar[i].to);
        if (mh_akn_validate(job, profile, doc) != MH_REJECTED)
            print_error("case %zu: %s\n", i, grammar[i].to);
        assert_true(has_code(job, MH_XML_INVALID));
        mh_job_free(job);
    }
}

/* A fault in the text names the line of the record it came from. */
static void a_fault_has_its_line(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("letter");
    xmlDoc *doc = broken(job, "organization refersTo=\"#oEst\"", "organization refersTo=\"#none\"");
    assert_int_equal(mh_akn_check(job, doc), MH_REJECTED);
    assert_int_equal(mh_job_diag(job, 0)->line, 10);
    mh_job_free(job);

    job = mh_job_new("letter");
    doc = broken(job, "<organization refersTo=\"#oEst\"", "<organization");
    assert_int_equal(mh_akn_validate(job, profile, doc), MH_REJECTED);
    assert_int_equal(mh_job_diag(job, 0)->line, 10);
    mh_job_free(job);
}

static void a_missing_schema_is_reported(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("schema");
    mh_akn_schema *schema = NULL;
    assert_int_equal(mh_akn_schema_load(job, MASTHEAD_TEST_DATA "/none.xsd", &schema), MH_FAILED);
    assert_null(schema);
    assert_true(has_code(job, MH_XML_SCHEMA));
    mh_akn_schema_free(NULL);
    mh_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sound_document_is_sound),
        cmocka_unit_test(each_rule_beyond_the_grammar_is_kept),
        cmocka_unit_test(each_rule_of_the_grammar_is_kept),
        cmocka_unit_test(a_fault_has_its_line),
        cmocka_unit_test(a_missing_schema_is_reported),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
