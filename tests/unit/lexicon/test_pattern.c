#include "lexicon_test.h"

#include "lexicon/pattern.h"

typedef struct pattern_case {
    const char *text;
    const char *asked;
    const char *key; /* that matched; NULL: none does */
    const char *slot;
    const char *content;
} pattern_case;

static const pattern_case cases[] = {
    {"Letter dated 4 June 2021 from the Permanent Representative of China to the United Nations "
     "addressed to the President of the Security Council*",
     "title", "title.letter.full", "addressee", "the President of the Security Council"},
    {"2021年6月4日中国常驻联合国代表给安全理事会主席的信", "title.letter", "title.letter.full",
     "sender", "中国常驻联合国代表"},
    {"2021年6月4日中国常驻联合国代表给安全理事会主席的信", "title.letter", "title.letter.full",
     "date", "2021年6月4日"},
    {"2021 年 6 月 4 日中国常驻联合国代表给安全理事会主席的信的附件", "annex", "annex.of", "what",
     "信"},
    {"Lettre datée du 12 mars 2099, adressée au Président du Conseil de sécurité par le "
     "Représentant permanent du Chili auprès de l\xE2\x80\x99Organisation des Nations Unies",
     "title", "title.letter.full", "date", "12 mars 2099"},
    {"Lettre, en date du 5 mai 1983, adressée au Secrétaire général par le représentant permanent "
     "du Maroc",
     "title", "title.letter.full", "addressee", "Secrétaire général"},
    {"Письмо Постоянного представителя Франции при Организации Объединенных Наций от 4 июня 2021 "
     "года на имя Председателя Совета Безопасности",
     "title", "title.letter.full", "date", "4 июня 2021 года"},
    {"Carta de fecha 12 de septiembre de 2023 dirigida a la Presidencia del Consejo de Seguridad "
     "por el Representante Permanente de Cuba ante las Naciones Unidas",
     "title", "title.letter.full", "addressee", "la Presidencia del Consejo de Seguridad"},
    {"رسالة مؤرخة 4 حزيران/يونيه 2021 موجهة إلى رئيس مجلس الأمن من الممثل الدائم للصين لدى الأمم "
     "المتحدة",
     "title", "title.letter.full", "addressee", "رئيس مجلس الأمن"},
    {"Identical letters dated 4 June 2021 from the Chargé d'affaires a.i. addressed to the "
     "Secretary-General",
     "title", "title.letter.identical", NULL, NULL},
    {"Note verbale dated 4 June 2021 from the Permanent Mission of Chile addressed to the "
     "Secretary-General",
     "title", "title.noteverbale.full", "sender", "the Permanent Mission of Chile"},
    {"Report of the Secretary-General", "title", "title.report.sg", NULL, NULL},
    {"تقرير الأمين العام", "title.report", "title.report.sg", NULL, NULL},
    {"Annex", "annex", "annex.bare", NULL, NULL},
    {"ANNEX IV", "annex", "annex.number", "n", "IV"},
    {"Annexe A", "annex", "annex.number", "n", "A"},
    {"附件一", "annex", "annex.number", "n", "一"},
    {"المرفق الأول", "annex", "annex.number", "n", "الأول"},
    {"Annex II to the letter dated 4 June 2021 from X addressed to Y", "annex", "annex.of", "n",
     "II"},
    {"Annex 12: The pricing", "annex", NULL, NULL, NULL},
    {"Pièce jointe", "enclosure", "enclosure.bare", NULL, NULL},
    {"Resolution 2768 (2025)", "resolution.heading", "resolution.heading.sc", "n", "2768"},
    {"Резолюция 2768 (2025),", "resolution.heading", "resolution.heading.sc", "year", "2025"},
    {"第2768(2025)号决议", "resolution.heading", "resolution.heading.sc", "n", "2768"},
    {"قرار اتخذته الجمعية العامة في 5 كانون الأول/ديسمبر 2025", "resolution.heading",
     "resolution.heading.ga", "date", "5 كانون الأول/ديسمبر 2025"},
    {"80/8. Building a peaceful world", "resolution.numtitle", "resolution.numtitle", "title",
     "Building a peaceful world"},
    {"Seventy-sixth session", "masthead.session", "masthead.session", "n", "Seventy-sixth"},
    {"Septuagésimo sexto período de sesiones", "masthead", "masthead.session", NULL, NULL},
    {"第七十六届会议", "masthead", "masthead.session", "n", "第七十六"},
    {"الدورة السادسة والسبعون", "masthead", "masthead.session", NULL, NULL},
    {"Семьдесят шестой год", "masthead", "masthead.year", NULL, NULL},
    {"Agenda items 34 and 71", "masthead.agenda", "masthead.agenda", "items", "34 and 71"},
    {"Distr.: General", "masthead", "masthead.distr", NULL, NULL},
    {"Original : anglais", "masthead", "masthead.original", "languages", "anglais"},
    {"English only", "masthead", "masthead.only", "language", "English"},
    {"The Security Council,", "formula", "formula.sc", NULL, NULL},
    {"إن مجلس الأمن ،", "formula", "formula.sc", NULL, NULL},
    {"大会，", "formula", "formula.ga", NULL, NULL},
    {"(Signed) ZHANG Jun", "signature.signed", "signature.signed", "name", "ZHANG Jun"},
    {"张军(签名)", "signature.signed.after", "signature.signed.after", "name", "张军"},
    {"Article premier", "heading.article", "heading.article", "n", "premier"},
    {"Part one. General", "heading.part", "heading.part", "title", "General"},
    {"第一部分", "heading", "heading.part", NULL, NULL},
    {"Table 12", "caption.table", "caption.table", "n", "12"},
    {"Source :\xC2\xA0ONU", "caption.source", "caption.source", NULL, NULL},
    {"Mr. Valero Briceño (Bolivarian Republic of Venezuela) (spoke in Spanish): Thank you",
     "verbatim.speaker", "verbatim.speaker.member", "language", "Spanish"},
    {"El Presidente (habla en inglés): Se abre", "verbatim.speaker", "verbatim.speaker.president",
     "language", "inglés"},
    {"主席（以英语发言）：我现在", "verbatim.speaker", "verbatim.speaker.president", "language",
     "英语"},
    {"The meeting rose at 5.40 p.m.", "verbatim", "verbatim.rose", NULL, NULL},
    {"下午5时40分散会。", "verbatim.rose", "verbatim.rose", "time", "下午5时40分"},
    {"39e\xC2\xA0séance plénière", "resolution", "resolution.meeting", "n", "39e"},
    {"第5 (2025)号决议", "resolution.heading", "resolution.heading.sc", "year", "2025"},
    {"[根据第一委员会的报告 (A/80/12，第5段)]", "resolution", "resolution.committee", "committee",
     "第一委员会"},
    {"Session de 2025", "masthead.session", "masthead.session.annual", "n", "2025"},
    {"المرفق ألف", "annex", "annex.number", "n", "ألف"},
    {"Европейская экономическая комиссия,", "formula", "formula.other", NULL, NULL},
    {"Letters were dated", "title", NULL, NULL, NULL},
    {"", "title", NULL, NULL, NULL},
};

static void wordings_are_found_with_their_slots(void **state)
{
    size_t failures = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        mh_pattern_match match;
        bool found =
            mh_pattern_find(fold(state, cases[i].text), cases[i].asked, MH_LANGUAGE_NONE, &match);
        if (found != (cases[i].key != NULL))
            report(&failures, "%s: %s", cases[i].text, found ? match.key : "no match");
        if (!found || cases[i].key == NULL)
            continue;
        if (!g_str_has_prefix(match.key, cases[i].key))
            report(&failures, "%s: %s, not %s", cases[i].text, match.key, cases[i].key);
        if (cases[i].slot != NULL)
            assert_string_equal(string_of(state, mh_pattern_slot(&match, cases[i].slot)),
                                cases[i].content);
    }
    assert_int_equal(failures, 0);
}

static void only_the_wanted_language_is_taken(void **state)
{
    mh_pattern_match match;
    assert_true(mh_pattern_find(fold(state, "Annexe"), "annex", MH_LANGUAGE_FR, &match));
    assert_int_equal(match.language, MH_LANGUAGE_FR);
    assert_false(mh_pattern_find(fold(state, "Annexe"), "annex", MH_LANGUAGE_ES, &match));
    assert_false(mh_pattern_find(fold(state, "Annex"), "ann", MH_LANGUAGE_NONE, &match));
    assert_false(mh_pattern_find(fold(state, "Annex"), "annexes", MH_LANGUAGE_NONE, &match));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(wordings_are_found_with_their_slots, lexicon_set_up,
                                        lexicon_tear_down),
        cmocka_unit_test_setup_teardown(only_the_wanted_language_is_taken, lexicon_set_up,
                                        lexicon_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
