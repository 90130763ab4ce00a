#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fo/hyphenation.h"

typedef struct fixture {
    mh_job *job;
    fo_hyphenation *hyphenation;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->job = mh_job_new("test.fo");
    f->hyphenation = fo_hyphenation_new();
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    fo_hyphenation_free(f->hyphenation);
    mh_job_free(f->job);
    g_free(f);
    return 0;
}

typedef struct sample {
    const char *language;
    const char *word;
    fo_hyphen_limits limits;
    const char *expected; /* with "-" at every place found */
} sample;

static const sample samples[] = {
    {"en-GB", "hyphenation", {2, 2}, "hy-phen-a-tion"},
    {"en-GB", "hyphenation", {4, 2}, "hyphen-a-tion"},
    {"en-GB", "hyphenation", {2, 6}, "hy-phenation"},
    {"fr", "constitution", {2, 2}, "consti-tu-tion"},
    {"es-ES", "constitución", {2, 2}, "cons-ti-tu-ción"},
    {"ru", "организация", {2, 2}, "орга-ни-за-ция"},
};

static void words_of_each_language(void **state)
{
    fixture *f = *state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const sample *s = &samples[i];
        bool points[64] = {false};
        mh_view word = mh_view_of(s->word);
        assert_true(
            fo_hyphenation_find(f->hyphenation, f->job, s->language, word, s->limits, points));
        GString *marked = mh_arena_string(mh_job_arena(f->job));
        for (size_t at = 0; at < word.len; at++) {
            if (points[at])
                g_string_append_c(marked, '-');
            g_string_append_c(marked, word.ptr[at]);
        }
        assert_string_equal(marked->str, s->expected);
    }
}

static void languages_without_hyphens_are_left_alone(void **state)
{
    fixture *f = *state;
    bool points[64] = {false};
    assert_false(fo_hyphenation_find(f->hyphenation, f->job, "ar", MH_VIEW("constitution"),
                                     (fo_hyphen_limits){2, 2}, points));
    assert_int_equal(mh_job_diag_count(f->job), 0);
}

/* LeakSanitizer: what libhyphen loses by itself is not ours. */
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:hnj_hyphen_load\n";
}

__attribute__((visibility("default"))) const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "fast_unwind_on_malloc=0";
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_of_each_language, set_up, tear_down),
        cmocka_unit_test_setup_teardown(languages_without_hyphens_are_left_alone, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
