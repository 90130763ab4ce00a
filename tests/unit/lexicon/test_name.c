#include "lexicon_test.h"

#include "lexicon/name.h"

typedef struct name_case {
    const char *text;
    const char *id; /* of the concept the whole text names; NULL: none */
} name_case;

static const name_case cases[] = {
    {"Security Council", "unsc"},
    {"the Security Council", "unsc"},
    {"SECURITY COUNCIL", "unsc"},
    {"Conseil de sécurité", "unsc"},
    {"CONSEIL DE SECURITE", "unsc"},
    {"le Conseil de s\x65\xCC\x81"
     "curité",
     "unsc"},
    {"Совета Безопасности", "unsc"},
    {"el Consejo Económico y Social", "unecosoc"},
    {"安全理事会", "unsc"},
    {"安 理 会", "unsc"},
    {"مجلس الأمن", "unsc"},
    {"مجلــس الامــن", "unsc"},
    {"لمجلس", NULL},
    {"People\xE2\x80\x99s Republic of China", "chn"},
    {"People's Republic of China", "chn"},
    {"Côte d'Ivoire", "civ"},
    {"Боливарианской Республики Венесуэла", "ven"},
    {"Соединенных Штатов Америки", "usa"},
    {"Соединенного Королевства", "gbr"},
    {"Égypte", "egy"},
    {"Egypte", "egy"},
    {"伊朗（伊斯兰共和国）", "irn"},
    {"Iran (Islamic Republic of)", "irn"},
    {"Türkiye", "tur"},
    {"UNICEF", "unicef"},
    {"the Secretary-General", "secretaryGeneral"},
    {"President of the Security Council", "presidentSC"},
    {"Gulf of Guinea", NULL},
    {"china", NULL},
    {"Chinatown", NULL},
    {"", NULL},
};

static void names_name_their_concepts(void **state)
{
    size_t failures = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const mh_concept *concept =
            mh_concept_of_name(fold(state, cases[i].text), MH_LANGUAGE_NONE);
        if (g_strcmp0(concept ? concept->id : NULL, cases[i].id) != 0)
            report(&failures, "%s: %s", cases[i].text, concept ? concept->id : "nothing");
    }
    assert_int_equal(failures, 0);
}

static void concepts_have_ids_and_hrefs(void **state)
{
    (void)state;
    const mh_concept *council = mh_concept_of_id("unsc");
    assert_string_equal(council->href, "/akn/ontology/organization/un/securityCouncil");
    assert_string_equal(council->show, "Security Council");
    assert_true(mh_concept_is_state(mh_concept_of_id("zwe")));
    assert_true(mh_concept_is_state(mh_concept_of_id("pse")));
    assert_false(mh_concept_is_state(council));
    assert_null(mh_concept_of_id("nobody"));
    assert_string_equal(mh_organ_of_concept(council)->code, "SC");
    assert_string_equal(mh_organ_of_code("HRC")->prefix, "A/HRC");
    assert_null(mh_organ_of_code("XYZ"));
}

static void persons_get_ascii_ids(void **state)
{
    static const struct {
        const char *name;
        const char *id;
    } people[] = {
        {"张军", "zhangJun"},
        {"Izumi Nakamitsu", "izumiNakamitsu"},
        {"Maria-Francesca Spatolisano", "mariaFrancescaSpatolisano"},
        {"António Guterres", "antonioGuterres"},
        {"Иванов", "ivanov"},
        {"ZHANG Jun", "zhangJun"},
    };
    mh_arena *arena = ((lexicon_test *)*state)->arena;

    for (size_t i = 0; i < G_N_ELEMENTS(people); i++) {
        const mh_concept *person =
            mh_concept_new(arena, MH_CONCEPT_PERSON, mh_view_of(people[i].name));
        assert_string_equal(person->id, people[i].id);
        assert_string_equal(person->show, people[i].name);
        assert_true(g_str_has_prefix(person->href, "/akn/ontology/person/un/"));
    }
    assert_null(mh_concept_new(arena, MH_CONCEPT_PERSON, MH_VIEW(" - ")));
}

static void languages_are_known_by_code_and_name(void **state)
{
    (void)state;
    assert_int_equal(mh_language_from_code(MH_VIEW("zho")), MH_LANGUAGE_ZH);
    assert_int_equal(mh_language_from_code(MH_VIEW("FR")), MH_LANGUAGE_FR);
    assert_int_equal(mh_language_from_code(MH_VIEW("de")), MH_LANGUAGE_NONE);
    assert_int_equal(mh_language_from_name(MH_VIEW("Chinese")), MH_LANGUAGE_ZH);
    assert_int_equal(mh_language_from_name(MH_VIEW("английском")), MH_LANGUAGE_EN);
    assert_int_equal(mh_language_from_name(MH_VIEW("INGLÉS")), MH_LANGUAGE_EN);
    assert_int_equal(mh_language_from_name(MH_VIEW("بالفرنسية")), MH_LANGUAGE_FR);
    assert_int_equal(mh_language_from_name(MH_VIEW("阿拉伯文")), MH_LANGUAGE_AR);
    assert_int_equal(mh_language_from_name(MH_VIEW("Klingon")), MH_LANGUAGE_NONE);
    assert_string_equal(mh_language_iso639_2(MH_LANGUAGE_ES), "spa");
    assert_string_equal(mh_language_code(MH_LANGUAGE_NONE), "und");
}

static void the_language_of_a_text_is_found(void **state)
{
    static const struct {
        const char *text;
        mh_language language;
    } texts[] = {
        {"The meeting was chaired by the Permanent Representative of China.", MH_LANGUAGE_EN},
        {"La séance est ouverte à 15 heures par le Président du Conseil.", MH_LANGUAGE_FR},
        {"Se abre la sesión a las 15 horas por la Presidencia del Consejo.", MH_LANGUAGE_ES},
        {"Заседание открывается в 15 ч. 00 мин.", MH_LANGUAGE_RU},
        {"安全理事会主席的说明 (S/2021/540)", MH_LANGUAGE_ZH},
        {"رسالة مؤرخة 4 حزيران/يونيه 2021 (S/2021/540)", MH_LANGUAGE_AR},
        {"请将本函作为 Security Council 文件分发为荷，并请查收", MH_LANGUAGE_ZH},
        {"S/2021/540", MH_LANGUAGE_NONE},
        {"Nakamitsu Spatolisano", MH_LANGUAGE_NONE},
        {"", MH_LANGUAGE_NONE},
    };
    (void)state;
    size_t failures = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        mh_language language = mh_language_of_text(mh_view_of(texts[i].text));
        if (language != texts[i].language)
            report(&failures, "%s: %s", texts[i].text, mh_language_name(language));
    }
    assert_int_equal(failures, 0);
}

static void folding_makes_alike_and_keeps_places(void **state)
{
    static const struct {
        const char *one;
        const char *other;
    } alike[] = {
        {"l\xE2\x80\x99"
         "Assemblée",
         "L'ASSEMBLEE"},
        {"a\xC2\xA0"
         "b",
         "a  b"},
        {"（A）：１", "(a):1"},
        {"الأمــم", "الامم"},
        {"حُسَيْن", "حسين"},
        {"٢٠٢١", "2021"},
        {"2021 年 6 月", "2021年6月"},
        {"Ещё", "еще"},
        {"\xE2\x80\xABS/1\xE2\x80\xAC", "s/1"},
        {"soft\xC2\xADhyphen", "softhyphen"},
        {"9\xE2\x80\x93"
         "17",
         "9-17"},
    };
    mh_folder *second = mh_folder_new(((lexicon_test *)*state)->arena);

    for (size_t i = 0; i < G_N_ELEMENTS(alike); i++) {
        const mh_folded *one = fold(state, alike[i].one);
        const mh_folded *other = mh_fold(second, mh_view_of(alike[i].other));
        assert_int_equal(one->length, other->length);
        assert_memory_equal(one->key, other->key, one->length * sizeof(uint16_t));
        for (size_t j = 0; j < one->length; j++)
            assert_true(one->offset[j] < one->offset[j + 1]);
        assert_int_equal(one->offset[one->length], strlen(alike[i].one));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_name_their_concepts, lexicon_set_up,
                                        lexicon_tear_down),
        cmocka_unit_test(concepts_have_ids_and_hrefs),
        cmocka_unit_test_setup_teardown(persons_get_ascii_ids, lexicon_set_up, lexicon_tear_down),
        cmocka_unit_test(languages_are_known_by_code_and_name),
        cmocka_unit_test(the_language_of_a_text_is_found),
        cmocka_unit_test_setup_teardown(folding_makes_alike_and_keeps_places, lexicon_set_up,
                                        lexicon_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
