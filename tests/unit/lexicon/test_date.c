#include "lexicon_test.h"

#include "lexicon/date.h"

typedef struct date_case {
    const char *text;
    const char *iso;     /* NULL: there is none */
    const char *printed; /* what the date covers */
} date_case;

static const date_case dates[] = {
    {"on 4 June 2021 in New York", "2021-06-04", "4 June 2021"},
    {"Washington, June 4, 2021.", "2021-06-04", "June 4, 2021"},
    {"15 Jan. 2020", "2020-01-15", "15 Jan. 2020"},
    {"adopted on 2021-06-04", "2021-06-04", "2021-06-04"},
    {"le 4 juin 2021,", "2021-06-04", "4 juin 2021"},
    {"du 1er\xC2\xA0janvier 2020", "2020-01-01", "1er\xC2\xA0janvier 2020"},
    {"el 4 de junio de 2021", "2021-06-04", "4 de junio de 2021"},
    {"1º de enero de 2020", "2020-01-01", "1º de enero de 2020"},
    {"12 de setiembre del 2023", "2023-09-12", "12 de setiembre del 2023"},
    {"от 4 июня 2021 года на имя", "2021-06-04", "4 июня 2021 года"},
    {"1 СЕНТЯБРЯ 1999", "1999-09-01", "1 СЕНТЯБРЯ 1999"},
    {"2021年6月4日中国常驻代表", "2021-06-04", "2021年6月4日"},
    {"2021 年 6 月 4 日给", "2021-06-04", "2021 年 6 月 4 日"},
    {"二〇二一年六月四日", "2021-06-04", "二〇二一年六月四日"},
    {"二○二一年十二月三十一日", "2021-12-31", "二○二一年十二月三十一日"},
    {"2021年六月四日", "2021-06-04", "2021年六月四日"},
    {"مؤرخة 4 حزيران/يونيه 2021 موجهة", "2021-06-04", "4 حزيران/يونيه 2021"},
    {"٤ حزيران/يونيه ٢٠٢١", "2021-06-04", "٤ حزيران/يونيه ٢٠٢١"},
    {"15 كانون الثاني / يناير 2025", "2025-01-15", "15 كانون الثاني / يناير 2025"},
    {"4 and 5 June 2021", "2021-06-05", "5 June 2021"},
    {"9\xE2\x80\x93"
     "17 April 2021",
     NULL, NULL},
    {"4-6 June 2021", NULL, NULL},
    {"31 February 2021", NULL, NULL},
    {"29 February 2020", "2020-02-29", "29 February 2020"},
    {"29 February 2021", NULL, NULL},
    {"June 2021", NULL, NULL},
    {"on 4 June", NULL, NULL},
    {"14 June 20211", NULL, NULL},
    {"S/2021/540", NULL, NULL},
    {"2021年6月", NULL, NULL},
    {"they may 4, 2021", NULL, NULL},
};

static void dates_are_found_in_six_languages(void **state)
{
    size_t failures = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(dates); i++) {
        mh_date date;
        bool found = mh_date_find(fold(state, dates[i].text), 0, &date);
        if (found != (dates[i].iso != NULL))
            report(&failures, "%s: %s", dates[i].text, found ? date.iso : "no date");
        if (!found || dates[i].iso == NULL)
            continue;
        assert_string_equal(date.iso, dates[i].iso);
        mh_view printed = mh_view_slice(mh_view_of(dates[i].text), date.start, date.end);
        assert_string_equal(string_of(state, printed), dates[i].printed);
    }
    assert_int_equal(failures, 0);
}

static void a_text_that_is_a_date_is_read(void **state)
{
    mh_date date;
    assert_true(mh_date_read(fold(state, " 7 June 2021* "), &date));
    assert_string_equal(date.iso, "2021-06-07");
    assert_false(mh_date_read(fold(state, "7 June 2021 and after"), &date));
    assert_false(mh_date_read(fold(state, ""), &date));
}

static const date_case times[] = {
    {"called to order at 3.10 p.m.", "15:10:00", "3.10 p.m."},
    {"10 a.m.", "10:00:00", "10 a.m."},
    {"at 12.05 a.m. and", "00:05:00", "12.05 a.m."},
    {"à 10 h 5.", "10:05:00", "10 h 5"},
    {"à 15 heures.", "15:00:00", "15 heures"},
    {"в 10 ч 05 мин.", "10:05:00", "10 ч 05 мин."},
    {"в 15 ч. 00 мин.", "15:00:00", "15 ч. 00 мин."},
    {"a las 10.05 horas.", "10:05:00", "10.05 horas"},
    {"上午10时05分开会。", "10:05:00", "上午10时05分"},
    {"下午3时", "15:00:00", "下午3时"},
    {"رفعت الجلسة الساعة 12/30", "12:30:00", "12/30"},
    {"الساعة 15:05", "15:05:00", "15:05"},
    {"chapter 3.10 of the report", NULL, NULL},
    {"in 25 hours", NULL, NULL},
    {"at 27:10", NULL, NULL},
};

static void times_are_found_in_six_languages(void **state)
{
    size_t failures = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(times); i++) {
        mh_time time;
        bool found = mh_time_find(fold(state, times[i].text), 0, &time);
        if (found != (times[i].iso != NULL))
            report(&failures, "%s: %s", times[i].text, found ? time.iso : "no time");
        if (!found || times[i].iso == NULL)
            continue;
        assert_string_equal(time.iso, times[i].iso);
        mh_view printed = mh_view_slice(mh_view_of(times[i].text), time.start, time.end);
        assert_string_equal(string_of(state, printed), times[i].printed);
    }
    assert_int_equal(failures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(dates_are_found_in_six_languages, lexicon_set_up,
                                        lexicon_tear_down),
        cmocka_unit_test_setup_teardown(a_text_that_is_a_date_is_read, lexicon_set_up,
                                        lexicon_tear_down),
        cmocka_unit_test_setup_teardown(times_are_found_in_six_languages, lexicon_set_up,
                                        lexicon_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
