/* Arabic that an extractor damaged is told, and kept. */

#include "read.h"

static const char *message_of(mh_job *job, const char *source)
{
    (void)read_text(job, source);
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        if (mh_job_diag(job, i)->code == MH_TXT_ARABIC)
            return mh_job_diag(job, i)->message;
    return NULL;
}

static void expect_told(mh_job *job, const char *source, const char *what)
{
    const char *message = message_of(job, source);
    assert_non_null(message);
    if (!strstr(message, what))
        fail_msg("%s", message);
}

static void swapped_lam_alef_is_told(void **state)
{
    expect_told(*state, "قرر مجلس األمن\nفي اإلقليم وفي األمم\n",
                "3 words with lam and alef swapped");
}

static void presentation_forms_are_told(void **state)
{
    expect_told(*state, "\u0645\u062c\u0644\u0633 \ufe8d\ufef7\ufee3\ufee6\n", "4 glyphs");
}

static void reversed_lines_are_told(void **state)
{
    expect_told(*state,
                ".عقدت الجلسة في نيويورك\n)تقرير المجلس عن الحالة\n.رفعت الجلسة بعد الظهر اليوم\n",
                "3 lines in reversed order");
}

static void sound_arabic_is_not(void **state)
{
    assert_null(message_of(*state, "قرر مجلس الأمن (القرار 5)،\n) أن يبقي المسألة قيد النظر.\n"
                                   "وافق المجلس على القرار الآن، ﷺ.\nThe Council. (a) text\n"));
}

/* One word may be a slip of the pen. */
static void a_slip_is_not(void **state)
{
    assert_null(message_of(*state, "قرر مجلس األمن\nوأن يبقي المسألة قيد النظر.\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READ_TEST(swapped_lam_alef_is_told),
        READ_TEST(presentation_forms_are_told),
        READ_TEST(reversed_lines_are_told),
        READ_TEST(sound_arabic_is_not),
        READ_TEST(a_slip_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
