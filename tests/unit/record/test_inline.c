#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "record/inline.h"

/* A text, and its marks written out: "kind:value|printed", one after the other. */
typedef struct inline_case {
    mh_language language;
    const char *text;
    const char *marks;
} inline_case;

static const char *kind_name(mh_span_kind kind)
{
    switch (kind) {
    case MH_SPAN_DATE:
        return "date";
    case MH_SPAN_DOC_DATE:
        return "docDate";
    case MH_SPAN_TIME:
        return "time";
    case MH_SPAN_SYMBOL:
        return "symbol";
    case MH_SPAN_RESOLUTION:
        return "resolution";
    case MH_SPAN_ANNEX:
        return "annex";
    case MH_SPAN_URL:
        return "url";
    case MH_SPAN_CONCEPT:
        return "concept";
    default:
        return "other";
    }
}

static char *marks_of(const char *text, const GArray *spans)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < spans->len; i++) {
        const mh_span *span = &g_array_index(spans, mh_span, i);
        const char *value = span->concept ? span->concept->id : span->value;
        g_string_append_printf(out, "[%s %s%s%s: %.*s]", kind_name(span->kind), value ? value : "-",
                               span->as ? " as " : "", span->as ? span->as->id : "",
                               (int)(span->end - span->start), text + span->start);
    }
    return g_string_free(out, FALSE);
}

static void check(const inline_case *cases, size_t count)
{
    size_t failures = 0;

    for (size_t i = 0; i < count; i++) {
        mh_job *job = mh_job_new("record.txt");
        rec_inline_context *context = rec_inline_context_new(job);
        rec_inline_set_annexes(context, 2);
        GArray *spans = mh_arena_array(mh_job_arena(job), sizeof(mh_span));
        rec_inline_mark(context, mh_view_of(cases[i].text), cases[i].language, REC_INLINE_BODY,
                        spans);
        char *marks = marks_of(cases[i].text, spans);
        if (strcmp(marks, cases[i].marks) != 0) {
            print_error("%s\n  is    %s\n  wants %s\n", cases[i].text, marks, cases[i].marks);
            failures++;
        }
        g_free(marks);
        mh_job_free(job);
    }
    assert_int_equal(failures, 0);
}

static const inline_case names[] = {
    {MH_LANGUAGE_EN, "the People's Republic of China, Mexico and the Arab Republic of Egypt hosted",
     "[concept chn: People's Republic of China][concept mex: Mexico]"
     "[concept egy: Arab Republic of Egypt]"},
    {MH_LANGUAGE_EN, "in the Gulf of Guinea, in Papua New Guinea and in Guinea-Bissau",
     "[concept png: Papua New Guinea][concept gnb: Guinea-Bissau]"},
    {MH_LANGUAGE_EN, "who said that a turkey is china", ""},
    {MH_LANGUAGE_EN, "the Security Council and the Economic and Social Council",
     "[concept unsc: Security Council][concept unecosoc: Economic and Social Council]"},
    {MH_LANGUAGE_FR, "la République de Corée et la Côte d'Ivoire au Conseil de sécurité",
     "[concept kor: République de Corée][concept civ: Côte d'Ivoire]"
     "[concept unsc: Conseil de sécurité]"},
    {MH_LANGUAGE_ES, "del Perú y de los Emiratos Árabes Unidos",
     "[concept per: Perú][concept are: Emiratos Árabes Unidos]"},
    {MH_LANGUAGE_RU, "правительства Российской Федерации, Китая и Южно-Африканской Республики",
     "[concept rus: Российской Федерации][concept chn: Китая]"
     "[concept zaf: Южно-Африканской Республики]"},
    {MH_LANGUAGE_RU, "доклад Совету Безопасности, представленный Генеральным секретарем",
     "[concept unsc: Совету Безопасности][concept secretaryGeneral: Генеральным секретарем]"},
    {MH_LANGUAGE_ZH, "中华人民共和国、阿拉伯埃及共和国、肯尼亚共和国、墨西哥和南非共和国",
     "[concept chn: 中华人民共和国][concept egy: 阿拉伯埃及共和国][concept ken: 肯尼亚共和国]"
     "[concept mex: 墨西哥][concept zaf: 南非共和国]"},
    {MH_LANGUAGE_ZH, "在印度洋和黑海地区举行审议大会", ""},
    {MH_LANGUAGE_ZH, "埃及和肯尼亚常驻联合国代表、中国常驻联合国代表团",
     "[concept egy: 埃及][concept ken: 肯尼亚][concept permanentRepresentative: 常驻联合国代表]"
     "[concept chn: 中国][concept permanentMission: 常驻联合国代表团]"},
    {MH_LANGUAGE_EN, "the 2030 Agenda for Sustainable Development",
     "[concept agenda2030: 2030 Agenda for Sustainable Development]"},
    {MH_LANGUAGE_ZH, "大会第75/1号决议，安 理 会",
     "[concept unga: 大会]"
     "[resolution A/RES/75/1: 75/1][concept unsc: 安 理 会]"},
    {MH_LANGUAGE_AR, "الممثل الدائم للصين لدى الأمم المتحدة وفرنسا والأردن",
     "[concept prChn: الممثل الدائم للصين لدى الأمم المتحدة][concept fra: فرنسا]"
     "[concept jor: الأردن]"},
    {MH_LANGUAGE_AR, "مجلـس الأمـن والجمعية العامة",
     "[concept unsc: مجلـس الأمـن][concept unga: الجمعية العامة]"},
};

static void names_are_marked_in_six_languages(void **state)
{
    (void)state;
    check(names, G_N_ELEMENTS(names));
}

static const inline_case people[] = {
    {MH_LANGUAGE_EN,
     "chaired by Ambassador Zhang Jun, the Permanent Representative of China to the "
     "United Nations. Ambassador Zhang said",
     "[concept ambassador: Ambassador][concept zhangJun as ambassador: Zhang Jun]"
     "[concept prChn: Permanent Representative of China to the United Nations]"
     "[concept ambassador: Ambassador][concept zhangJun as ambassador: Zhang]"},
    {MH_LANGUAGE_EN,
     "the High Representative for Disarmament Affairs, Izumi Nakamitsu, and others. "
     "Ms. Nakamitsu gave an overview",
     "[concept disarmamentRepresentative: High Representative for Disarmament Affairs]"
     "[concept izumiNakamitsu as disarmamentRepresentative: Izumi Nakamitsu]"
     "[concept izumiNakamitsu: Nakamitsu]"},
    {MH_LANGUAGE_EN, "Mr. President, I thank Mr. de la Fuente Ramírez (Mexico)",
     "[concept deLaFuenteRamirez: de la Fuente Ramírez][concept mex: Mexico]"},
    {MH_LANGUAGE_EN, "Mr. A. and Mr. J. P. O'Brien-Smith spoke",
     "[concept jPObrienSmith: J. P. O'Brien-Smith]"},
    {MH_LANGUAGE_FR, "M. Dupont (France) et Mme Tamm",
     "[concept dupont: Dupont][concept fra: France][concept tamm: Tamm]"},
    {MH_LANGUAGE_ES, "el Sr. Valero Briceño (República Bolivariana de Venezuela)",
     "[concept valeroBriceno: Valero Briceño][concept ven: República Bolivariana de Venezuela]"},
    {MH_LANGUAGE_RU, "Г-н Иванов (Российская Федерация) и речь г-на Иванова, г-на Петрова",
     "[concept ivanov: Иванов][concept rus: Российская Федерация][concept ivanov: Иванова]"},
    {MH_LANGUAGE_ZH, "主席感谢，张军先生（中国）", "[concept zhangJun: 张军][concept chn: 中国]"},
    {MH_LANGUAGE_AR, "السيد محمد علي (مصر): شكرا للسيد",
     "[concept mhmdLy: محمد علي][concept egy: مصر]"},
};

static void persons_are_marked_and_found_again(void **state)
{
    (void)state;
    check(people, G_N_ELEMENTS(people));
}

static void a_shared_family_name_is_nobody_s_of_both(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("record.txt");
    rec_inline_context *context = rec_inline_context_new(job);
    const mh_concept *jun = rec_inline_person(context, MH_VIEW("Zhang Jun"));
    assert_ptr_equal(rec_inline_person(context, MH_VIEW("Zhang")), jun);
    assert_ptr_equal(rec_inline_person(context, MH_VIEW("ZHANG Jun")), jun);

    const mh_concept *wei = rec_inline_person(context, MH_VIEW("Zhang Wei"));
    const mh_concept *zhang = rec_inline_person(context, MH_VIEW("Zhang"));
    assert_ptr_not_equal(zhang, jun);
    assert_ptr_not_equal(zhang, wei);
    assert_ptr_equal(rec_inline_person(context, MH_VIEW("Zhang")), zhang);
    assert_ptr_equal(rec_inline_person(context, MH_VIEW("Wei")), wei);
    assert_null(rec_inline_person(context, MH_VIEW("...")));
    mh_job_free(job);
}

static const inline_case citations[] = {
    {MH_LANGUAGE_EN,
     "Recalling its resolutions 1325 (2000) of 31 October 2000, 1820 (2008) and "
     "General Assembly resolution 75/1",
     "[resolution S/RES/1325 (2000): 1325 (2000)][date 2000-10-31: 31 October 2000]"
     "[resolution S/RES/1820 (2008): 1820 (2008)][concept unga: General Assembly]"
     "[resolution A/RES/75/1: 75/1]"},
    {MH_LANGUAGE_FR,
     "la résolution 75/1 de l\xE2\x80\x99"
     "Assemblée générale et la décision 75/504",
     "[resolution A/RES/75/1: 75/1][concept unga: Assemblée générale]"},
    {MH_LANGUAGE_ES, "la resolución 217 A (III) de la Asamblea General, de 10 de diciembre de 1948",
     "[resolution A/RES/217A (III): 217 A (III)][concept unga: Asamblea General]"
     "[date 1948-12-10: 10 de diciembre de 1948]"},
    {MH_LANGUAGE_RU, "в резолюции 1514 (XV) Генеральной Ассамблеи от 14 декабря 1960 года",
     "[resolution A/RES/1514 (XV): 1514 (XV)][concept unga: Генеральной Ассамблеи]"
     "[date 1960-12-14: 14 декабря 1960 года]"},
    {MH_LANGUAGE_ZH, "安全理事会第1325(2000)和第1820(2008)号决议",
     "[concept unsc: 安全理事会][resolution S/RES/1325 (2000): 1325(2000)]"
     "[resolution S/RES/1820 (2008): 1820(2008)]"},
    {MH_LANGUAGE_AR, "وإذ يشير إلى قراره 1325 (2000) المؤرخ 31 تشرين الأول/أكتوبر 2000",
     "[resolution S/RES/1325 (2000): 1325 (2000)][date 2000-10-31: 31 تشرين الأول/أكتوبر 2000]"},
    {MH_LANGUAGE_EN,
     "see S/2021/540, A/75/900-S/2021/541 (see annex II) and annex I to "
     "resolution 75/1",
     "[symbol S/2021/540: S/2021/540][symbol A/75/900: A/75/900][symbol S/2021/541: S/2021/541]"
     "[annex annex_2: annex II]"},
    {MH_LANGUAGE_EN, "annex III and the annex", ""},
    {MH_LANGUAGE_EN, "at https://www.un.org/en/x?y=1. See www.un.org, too",
     "[url https://www.un.org/en/x?y=1: https://www.un.org/en/x?y=1]"
     "[url https://www.un.org: www.un.org]"},
    {MH_LANGUAGE_EN, "rose at 5.40 p.m. on 4 June 2021",
     "[time 17:40:00: 5.40 p.m.][date 2021-06-04: 4 June 2021]"},
};

static void citations_are_marked_in_six_languages(void **state)
{
    (void)state;
    check(citations, G_N_ELEMENTS(citations));
}

static void one_annex_is_marked_where_it_is_pointed_at(void **state)
{
    static const struct {
        mh_language language;
        const char *text;
        const char *printed;
    } annexes[] = {{MH_LANGUAGE_EN, "summary (see annex).", "annex"},
                   {MH_LANGUAGE_ZH, "会议摘要(见附件)。", "附件"},
                   {MH_LANGUAGE_FR, "texte (voir annexe)", "annexe"},
                   {MH_LANGUAGE_ES, "texto (véase el anexo)", "anexo"},
                   {MH_LANGUAGE_RU, "текст (см. приложение)", "приложение"},
                   {MH_LANGUAGE_AR, "النص (انظر المرفق)", "المرفق"}};
    (void)state;

    for (size_t i = 0; i < G_N_ELEMENTS(annexes); i++) {
        mh_job *job = mh_job_new("record.txt");
        rec_inline_context *context = rec_inline_context_new(job);
        GArray *spans = mh_arena_array(mh_job_arena(job), sizeof(mh_span));
        rec_inline_mark(context, mh_view_of(annexes[i].text), annexes[i].language, 0, spans);
        assert_int_equal(spans->len, 0);
        rec_inline_set_annexes(context, 1);
        rec_inline_mark(context, mh_view_of(annexes[i].text), annexes[i].language, 0, spans);
        if (spans->len != 1)
            fail_msg("%s: %u marks", annexes[i].text, spans->len);
        const mh_span *span = &g_array_index(spans, mh_span, 0);
        assert_string_equal(span->value, "annex_1");
        assert_memory_equal(annexes[i].text + span->start, annexes[i].printed,
                            span->end - span->start);
        mh_job_free(job);
    }
}

static void marks_give_way_to_spans_that_are_there(void **state)
{
    (void)state;
    const char *text = "on 4 June 2021 in China and in Mexico";
    mh_job *job = mh_job_new("record.txt");
    rec_inline_context *context = rec_inline_context_new(job);
    GArray *spans = mh_arena_array(mh_job_arena(job), sizeof(mh_span));
    const mh_span there[] = {{.kind = MH_SPAN_ITALIC, .start = 0, .end = 9},
                             {.kind = MH_SPAN_NOTE, .start = 18, .end = 23},
                             {.kind = MH_SPAN_BOLD, .start = 24, .end = 37}};
    g_array_append_vals(spans, there, G_N_ELEMENTS(there));
    rec_inline_mark(context, mh_view_of(text), MH_LANGUAGE_EN, REC_INLINE_BODY, spans);

    char *marks = marks_of(text, spans);
    assert_string_equal(marks, "[other -: on 4 June][other -: China][other -: and in Mexico]"
                               "[concept mex: Mexico]");
    g_free(marks);
    mh_job_free(job);
}

static void sorting_keeps_the_earlier_of_two_that_cross(void **state)
{
    (void)state;
    GArray *spans = g_array_new(FALSE, FALSE, sizeof(mh_span));
    const mh_span crossing[] = {{.kind = MH_SPAN_BOLD, .start = 5, .end = 12},
                                {.kind = MH_SPAN_ITALIC, .start = 0, .end = 8},
                                {.kind = MH_SPAN_QUOTE, .start = 0, .end = 20},
                                {.kind = MH_SPAN_LINE_BREAK, .start = 8, .end = 8}};
    g_array_append_vals(spans, crossing, G_N_ELEMENTS(crossing));
    rec_inline_sort(spans);
    assert_int_equal(spans->len, 3);
    assert_int_equal(g_array_index(spans, mh_span, 0).kind, MH_SPAN_QUOTE);
    assert_int_equal(g_array_index(spans, mh_span, 1).kind, MH_SPAN_ITALIC);
    assert_int_equal(g_array_index(spans, mh_span, 2).kind, MH_SPAN_LINE_BREAK);
    g_array_free(spans, TRUE);
}

static void the_formula_tells_whose_resolutions_are_meant(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("record.txt");
    rec_inline_context *context = rec_inline_context_new(job);
    GArray *spans = mh_arena_array(mh_job_arena(job), sizeof(mh_span));
    mh_view clause = MH_VIEW("Recalling its resolution 75/1");

    rec_inline_mark(context, clause, MH_LANGUAGE_EN, 0, spans);
    assert_int_equal(spans->len, 0);
    rec_inline_mark(context, MH_VIEW("The General Assembly,"), MH_LANGUAGE_EN, 0, spans);
    g_array_set_size(spans, 0);
    rec_inline_mark(context, clause, MH_LANGUAGE_EN, 0, spans);
    assert_int_equal(spans->len, 1);
    assert_string_equal(g_array_index(spans, mh_span, 0).value, "A/RES/75/1");
    mh_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_marked_in_six_languages),
        cmocka_unit_test(persons_are_marked_and_found_again),
        cmocka_unit_test(a_shared_family_name_is_nobody_s_of_both),
        cmocka_unit_test(citations_are_marked_in_six_languages),
        cmocka_unit_test(one_annex_is_marked_where_it_is_pointed_at),
        cmocka_unit_test(marks_give_way_to_spans_that_are_there),
        cmocka_unit_test(sorting_keeps_the_earlier_of_two_that_cross),
        cmocka_unit_test(the_formula_tells_whose_resolutions_are_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
