#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "akn/eid.h"
#include "akn/iri.h"

static int make_arena(void **state)
{
    *state = mh_arena_new();
    return 0;
}

static int free_arena(void **state)
{
    mh_arena_free(*state);
    return 0;
}

static void numbers_lose_their_edges(void **state)
{
    static const struct {
        const char *printed;
        const char *eid;
    } cases[] = {
        {"1.", "para_1"},
        {"(a)", "para_a"},
        {"I.", "para_I"},
        {"11.2 Rev. A", "para_11-2RevA"},
        {"Article 2", "para_2"},
        {"Article 2 bis", "para_2bis"},
        {"Chapter VII", "para_VII"},
        {"First", "para_First"},
        {"129.2", "para_129-2"},
        {"1 -", "para_1-2"}, /* the second paragraph 1 */
        {"", "para_11"},     /* unnumbered: the eleventh */
        {"...", "para_12"},
        {"1.", "para_1-3"},
    };
    akn_ids *ids = akn_ids_new(*state);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        akn_id id = akn_id_numbered(ids, AKN_ID_ROOT, "para", mh_view_of(cases[i].printed),
                                    AKN_COUNT_ARABIC);
        assert_string_equal(id.eid, cases[i].eid);
        assert_string_equal(id.wid, cases[i].eid);
    }
}

static void other_scripts_get_a_common_id(void **state)
{
    akn_ids *ids = akn_ids_new(*state);
    akn_id section = akn_id_numbered(ids, AKN_ID_ROOT, "sec", MH_VIEW("一、"), AKN_COUNT_ROMAN);
    assert_string_equal(section.eid, "sec_一");
    assert_string_equal(section.wid, "sec_I");
    akn_id part = akn_id_numbered(ids, section, "title", MH_VIEW("ألف -"), AKN_COUNT_LETTER);
    assert_string_equal(part.wid, "sec_I__title_A");
    akn_id paragraph = akn_id_numbered(ids, part, "para", MH_VIEW("٣ -"), AKN_COUNT_ARABIC);
    assert_string_equal(paragraph.wid, "sec_I__title_A__para_3");
    akn_id list = akn_id_counted(ids, paragraph, "list");
    akn_id point = akn_id_numbered(ids, list, "point", MH_VIEW("(أ)"), AKN_COUNT_POINT);
    assert_string_equal(point.eid, "sec_一__title_ألف__para_٣__list_1__point_أ");
    assert_string_equal(point.wid, "sec_I__title_A__para_3__list_1__point_a");
    akn_id inner = akn_id_counted(ids, point, "list");
    (void)akn_id_numbered(ids, inner, "point", MH_VIEW("㈠"), AKN_COUNT_POINT);
    akn_id second = akn_id_numbered(ids, inner, "point", MH_VIEW("㈡"), AKN_COUNT_POINT);
    assert_string_equal(second.wid, "sec_I__title_A__para_3__list_1__point_a__list_1__point_ii");
}

static void counters_pass_the_alphabet(void **state)
{
    akn_ids *ids = akn_ids_new(*state);
    akn_id id = AKN_ID_ROOT;
    for (int i = 0; i < 28; i++)
        id = akn_id_numbered(ids, AKN_ID_ROOT, "point", MH_VIEW("я"), AKN_COUNT_POINT);
    assert_string_equal(id.eid, "point_я-28");
    assert_string_equal(id.wid, "point_ab");
}

static void reserved_ids_are_not_given_again(void **state)
{
    akn_ids *ids = akn_ids_new(*state);
    assert_string_equal(akn_id_reserve(ids, "preface"), "preface");
    assert_string_equal(akn_id_only(ids, AKN_ID_ROOT, "preface").eid, "preface-2");
    assert_string_equal(akn_id_reserve(ids, "preface-2"), "preface-2-2");
    assert_string_equal(akn_id_reserve(ids, "preface"), "preface-3");
}

static void symbols_give_iri_numbers(void **state)
{
    static const struct {
        const char *symbol;
        bool is_resolution;
        const char *number;
    } cases[] = {
        {"S/2021/540", false, "S-2021-540"},
        {"A/RES/80/100", true, "80-100"},
        {"A/RES/77/290 B", true, "77-290B"},
        {"S/RES/2783 (2025)", true, "2783-2025"},
        {"S/RES/2783(2025)", true, "2783-2025"},
        {"A/RES/1514(XV)", true, "1514-XV"},
        {"S/RES/2783(2025)", false, "S-RES-2783-2025"},
        {"S/2021/540/Rev.1", false, "S-2021-540-Rev.1"},
        {"A/C.2/154/SR.3", false, "A-C.2-154-SR.3"},
        {"A/75/251 and Add.1", false, "A-75-251_and_Add.1"},
        {"Resolution", true, "Resolution"},
        {"//", false, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_string_equal(akn_iri_number(*state, cases[i].symbol, cases[i].is_resolution),
                            cases[i].number);
}

static void dates_must_exist(void **state)
{
    (void)state;
    assert_true(akn_date_is_valid("2024-02-29"));
    assert_false(akn_date_is_valid("2023-02-29"));
    assert_false(akn_date_is_valid("2023-2-9"));
    assert_false(akn_date_is_valid("0000-01-01"));
    assert_false(akn_date_is_valid("2023-01-01T00:00"));
    assert_false(akn_date_is_valid("20x3-01-01"));
    assert_false(akn_date_is_valid(NULL));
}

static void addresses_are_escaped(void **state)
{
    assert_string_equal(akn_symbol_address(*state, "S/RES/2231(2015)", MH_LANGUAGE_AR),
                        "https://docs.un.org/ar/S/RES/2231(2015)");
    assert_string_equal(akn_symbol_address(*state, "A/1 B\"", MH_LANGUAGE_NONE),
                        "https://docs.un.org/en/A/1%20B%22");
}

static void a_record_without_symbol_is_named_by_its_source(void **state)
{
    mh_document document = {.kind = MH_KIND_LETTER};
    mh_text text = {.name = "000_9b48314a96a0a4e5.txt",
                    .sha256 = "00112233445566778899aabbccddeeff"};
    mh_record record = {.text = &text,
                        .document = &document,
                        .language = MH_LANGUAGE_ZH,
                        .work_date = "2021-06-04",
                        .actor = "unsc"};
    akn_iri iri = akn_iri_of_record(*state, &record);
    assert_string_equal(iri.manifestation,
                        "/akn/un/doc/communication/unsc/2021-06-04/nn-9b48314a96a0a4e5/zho@.xml");
    text.name = "letter.txt";
    record.work_date = "soon";
    record.actor = NULL;
    iri = akn_iri_of_record(*state, &record);
    assert_string_equal(iri.work, "/akn/un/doc/communication/un/1900-01-01/nn-0011223344556677");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_lose_their_edges),
        cmocka_unit_test(other_scripts_get_a_common_id),
        cmocka_unit_test(counters_pass_the_alphabet),
        cmocka_unit_test(reserved_ids_are_not_given_again),
        cmocka_unit_test(symbols_give_iri_numbers),
        cmocka_unit_test(dates_must_exist),
        cmocka_unit_test(addresses_are_escaped),
        cmocka_unit_test(a_record_without_symbol_is_named_by_its_source),
    };
    return cmocka_run_group_tests(tests, make_arena, free_arena);
}
