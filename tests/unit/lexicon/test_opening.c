#include "lexicon_test.h"

#include "lexicon/opening.h"

typedef struct opening_case {
    mh_language language;
    mh_opening_kind kind;
    const char *opening; /* "" : the clause does not open like one of its kind */
    const char *rest;
} opening_case;

#define PRE MH_OPENING_PREAMBULAR
#define OPE MH_OPENING_OPERATIVE

static const opening_case cases[] = {
    {MH_LANGUAGE_EN, PRE, "Recalling also", " its resolution 75/1,"},
    {MH_LANGUAGE_EN, PRE, "Having considered", " the report,"},
    {MH_LANGUAGE_EN, PRE, "Deeply concerned", " about"},
    {MH_LANGUAGE_EN, PRE, "Noting with appreciation", " the work"},
    {MH_LANGUAGE_EN, PRE, "Mindful", " of the need"},
    {MH_LANGUAGE_EN, PRE, "Expressing grave concern", " at the violence"},
    {MH_LANGUAGE_EN, OPE, "Strongly condemns", " all attacks"},
    {MH_LANGUAGE_EN, OPE, "Also requests", " the Secretary-General"},
    {MH_LANGUAGE_EN, OPE, "Welcomes and encourages", " the efforts"},
    {MH_LANGUAGE_EN, OPE, "Calls upon", " all States"},
    {MH_LANGUAGE_EN, OPE, "Reiterates its request", " to the Secretary-General"},
    {MH_LANGUAGE_EN, OPE, "Decides", " to remain seized of the matter."},
    {MH_LANGUAGE_EN, OPE, "Recalls", " the resolution"},
    {MH_LANGUAGE_EN, OPE, "", "The report of the Committee"},
    {MH_LANGUAGE_EN, PRE, "", "also, further and again"},
    {MH_LANGUAGE_FR, PRE, "Profondément préoccupée", " par la situation"},
    {MH_LANGUAGE_FR, PRE, "Prenant note avec satisfaction", " du rapport"},
    {MH_LANGUAGE_FR, OPE, "Prie également", " le Secrétaire général"},
    {MH_LANGUAGE_FR, OPE, "Se félicite", " de"},
    {MH_LANGUAGE_ES, PRE, "Acogiendo con beneplácito también", " el informe"},
    {MH_LANGUAGE_ES, OPE, "Pone de relieve", " la importancia"},
    {MH_LANGUAGE_ES, OPE, "Exhorta", " a los Estados"},
    {MH_LANGUAGE_RU, PRE, "будучи глубоко обеспокоена", " тем, что"},
    {MH_LANGUAGE_RU, PRE, "с удовлетворением отмечая также", ", что"},
    {MH_LANGUAGE_RU, OPE, "настоятельно призывает", " государства"},
    {MH_LANGUAGE_RU, OPE, "выражает глубокую обеспокоенность", " по поводу"},
    {MH_LANGUAGE_ZH, PRE, "又回顾", "大会第75/1号决议，"},
    {MH_LANGUAGE_ZH, PRE, "赞赏地注意到", "秘书长的报告，"},
    {MH_LANGUAGE_ZH, OPE, "表示赞赏", "秘书长"},
    {MH_LANGUAGE_ZH, OPE, "再次请", "秘书长"},
    {MH_LANGUAGE_AR, PRE, "وإذ تشير أيضا", " إلى قرارها"},
    {MH_LANGUAGE_AR, PRE, "وإذ يسلّم", " بأهمية"},
    {MH_LANGUAGE_AR, OPE, "تعرب عن بالغ القلق", " إزاء"},
    {MH_LANGUAGE_AR, OPE, "يقرر", " أن يبقي"},
};

static void openings_end_before_their_object(void **state)
{
    size_t failures = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char *text = g_strconcat(cases[i].opening, cases[i].rest, NULL);
        size_t length = mh_opening_length(fold(state, text), cases[i].language, cases[i].kind);
        if (length != strlen(cases[i].opening))
            report(&failures, "%s: takes \"%.*s\"", text, (int)length, text);
        g_free(text);
    }
    assert_int_equal(failures, 0);
}

static void a_long_run_of_adverbs_ends(void **state)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < 20000; i++)
        g_string_append(text, "also ");
    g_string_append(text, "requests");
    assert_int_equal(mh_opening_length(fold(state, text->str), MH_LANGUAGE_EN, OPE), 0);
    (void)g_string_free(text, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(openings_end_before_their_object, lexicon_set_up,
                                        lexicon_tear_down),
        cmocka_unit_test_setup_teardown(a_long_run_of_adverbs_ends, lexicon_set_up,
                                        lexicon_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
