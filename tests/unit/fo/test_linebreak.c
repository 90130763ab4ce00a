#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fo/linebreak.h"

enum { LETTER = 1000, SPACE = 600, MOST = 4000 };

/* A paragraph of words of the given lengths with stretchable spaces between them. */
typedef struct sample {
    mh_arena *arena;
    fo_candidate candidates[MOST];
    size_t count;
    fo_sums start;
    uint32_t chosen[MOST];
} sample;

static int set_up(void **state)
{
    mh_arena *arena = mh_arena_new();
    sample *s = MH_NEW(arena, sample, 1);
    s->arena = arena;
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    mh_arena_free(((sample *)*state)->arena);
    return 0;
}

static void add_word(sample *s, int64_t letters)
{
    fo_sums sums = s->count > 0 ? s->candidates[s->count - 1].next : s->start;
    sums.width += letters * LETTER;
    fo_sums next = sums;
    next.width += SPACE;
    next.stretch += SPACE / 2;
    next.shrink += SPACE / 3;
    s->candidates[s->count++] = (fo_candidate){.end = sums, .next = next};
}

static void add_words(sample *s, const char *lengths)
{
    for (const char *p = lengths; *p; p++)
        add_word(s, *p - '0');
}

static fo_line_rules justified(int32_t width)
{
    return (fo_line_rules){.width = width, .last_stretch = width, .wrap = true};
}

static size_t run(sample *s, const fo_line_rules *rules)
{
    return fo_break_lines(s->arena, &s->start, s->candidates, s->count, rules, s->chosen);
}

static void one_word_is_one_line(void **state)
{
    sample *s = *state;
    add_word(s, 5);
    fo_line_rules rules = justified(3 * LETTER);
    assert_int_equal(run(s, &rules), 1);
    assert_int_equal(s->chosen[0], 0);
}

static void lines_end_where_they_fit(void **state)
{
    sample *s = *state;
    add_words(s, "222222");
    /* Three words and two spaces are 7200. */
    fo_line_rules rules = justified(7200);
    assert_int_equal(run(s, &rules), 2);
    assert_int_equal(s->chosen[0], 2);
    assert_int_equal(s->chosen[1], 5);
}

static void no_wrap_is_one_line(void **state)
{
    sample *s = *state;
    add_words(s, "222222");
    fo_line_rules rules = justified(7200);
    rules.wrap = false;
    assert_int_equal(run(s, &rules), 1);
    assert_int_equal(s->chosen[0], 5);
}

static void an_unbreakable_word_overflows_alone(void **state)
{
    sample *s = *state;
    add_words(s, "292");
    fo_line_rules rules = justified(5 * LETTER);
    assert_int_equal(run(s, &rules), 3);
    assert_int_equal(s->chosen[0], 0);
    assert_int_equal(s->chosen[1], 1);
    assert_int_equal(s->chosen[2], 2);
}

static void first_indent_takes_room(void **state)
{
    sample *s = *state;
    add_words(s, "22222");
    fo_line_rules rules = justified(7200);
    rules.first_indent = 2600;
    assert_int_equal(run(s, &rules), 2);
    assert_int_equal(s->chosen[0], 1);
    rules.first_indent = -2600;
    assert_int_equal(run(s, &rules), 2);
    assert_int_equal(s->chosen[0], 3);
}

static void short_lines_come_first(void **state)
{
    sample *s = *state;
    add_words(s, "2222222");
    fo_line_rules rules = justified(7200);
    rules.short_lines = 2;
    rules.short_width = 4600;
    assert_int_equal(run(s, &rules), 3);
    assert_int_equal(s->chosen[0], 1);
    assert_int_equal(s->chosen[1], 3);
    assert_int_equal(s->chosen[2], 6);
}

static void hyphens_are_a_second_choice(void **state)
{
    sample *s = *state;
    add_words(s, "222");
    s->candidates[1].is_hyphenation = true;
    s->candidates[1].is_flagged = true;
    s->candidates[1].penalty = 50;
    fo_line_rules rules = justified(7200);
    assert_int_equal(run(s, &rules), 1);
    rules.width = 4600;
    rules.last_stretch = 4600;
    assert_int_equal(run(s, &rules), 2);
    assert_int_equal(s->chosen[0], 1);
}

static void greedy(const sample *s, int64_t width, uint32_t *chosen, size_t *count)
{
    int64_t begin = s->start.width;
    *count = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        bool is_last = i + 1 == s->count;
        if (!is_last && s->candidates[i + 1].end.width - begin <= width)
            continue;
        chosen[(*count)++] = i;
        begin = s->candidates[i].next.width;
    }
}

/* Sum of the squared stretch ratios of all lines but the last, and the worst ratio. */
static double badness(const sample *s, int64_t width, const uint32_t *chosen, size_t count,
                      double *worst)
{
    const fo_sums *begin = &s->start;
    double sum = 0;
    *worst = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        const fo_candidate *c = &s->candidates[chosen[i]];
        double ratio =
            fo_line_ratio(width - (c->end.width - begin->width), c->end.stretch - begin->stretch,
                          c->end.shrink - begin->shrink);
        ratio = ratio < 0 ? -ratio : ratio;
        sum += ratio * ratio;
        *worst = ratio > *worst ? ratio : *worst;
        begin = &c->next;
    }
    return sum;
}

/* Total fit must set real paragraphs more evenly than taking what fits line by line. */
static void total_fit_beats_greedy(void **state)
{
    static const char *const paragraphs[] = {
        "342786523415293847561234657382914563728194653728",
        "213423151842673214356271482935641273849152634718",
        "958473625184736251947382615948372615984736251849",
        "1111111222233334444555566667777888899999888877776666555544443333",
    };
    double fit_total = 0;
    double greedy_total = 0;
    for (size_t p = 0; p < sizeof paragraphs / sizeof *paragraphs; p++) {
        sample *s = *state;
        s->count = 0;
        add_words(s, paragraphs[p]);
        int32_t width = 40 * LETTER;
        fo_line_rules rules = justified(width);
        size_t lines = run(s, &rules);
        double fit_worst = 0;
        double greedy_worst = 0;
        fit_total += badness(s, width, s->chosen, lines, &fit_worst);
        uint32_t chosen[MOST];
        size_t count = 0;
        greedy(s, width, chosen, &count);
        greedy_total += badness(s, width, chosen, count, &greedy_worst);
        assert_true(fit_worst <= greedy_worst);
    }
    assert_true(fit_total < greedy_total * 0.8);
}

static void ladder_limits_hyphens_in_a_row(void **state)
{
    sample *s = *state;
    /* Every second candidate is a hyphen that would fill the line exactly. */
    for (int i = 0; i < 24; i++)
        add_word(s, 2);
    for (size_t i = 2; i < s->count; i += 3) {
        s->candidates[i].is_flagged = true;
        s->candidates[i].penalty = 50;
    }
    /* With little stretch only hyphens make good lines: then others are stretched more. */
    for (int32_t stretch = 500; stretch <= 6000; stretch += 500) {
        fo_line_rules rules = justified(7200);
        rules.ladder = 2;
        rules.line_stretch = stretch;
        size_t lines = run(s, &rules);
        int row = 0;
        for (size_t i = 0; i < lines; i++) {
            row = s->candidates[s->chosen[i]].is_flagged ? row + 1 : 0;
            assert_true(row <= 2);
        }
    }
}

static void ragged_lines_keep_what_belongs_together(void **state)
{
    sample *s = *state;
    add_words(s, "3232"); /* the break after the second word parts a date */
    s->candidates[1].is_reluctant = true;
    s->candidates[1].penalty = 500;
    fo_line_rules rules = {
        .width = 6 * LETTER, .line_stretch = LETTER, .last_stretch = 6 * LETTER, .wrap = true};
    assert_int_equal(run(s, &rules), 3);
    assert_int_equal(s->chosen[0], 0);
    assert_int_equal(s->chosen[1], 2);
    /* Where nothing else fits, it is parted after all. */
    s->candidates[0].is_reluctant = true;
    rules.width = 5 * LETTER;
    assert_int_equal(run(s, &rules), 4);
}

/* Text without width would keep every place alive; it must not take quadratic time. */
static void widthless_text_ends_in_time(void **state)
{
    sample *s = *state;
    enum { COUNT = 50000 };
    fo_candidate *candidates = MH_NEW(s->arena, fo_candidate, COUNT);
    uint32_t *chosen = MH_NEW(s->arena, uint32_t, COUNT);
    fo_line_rules rules = {.width = 100, .line_stretch = 100, .last_stretch = 100, .wrap = true};
    assert_int_equal(fo_break_lines(s->arena, &s->start, candidates, COUNT, &rules, chosen), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_word_is_one_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(lines_end_where_they_fit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_wrap_is_one_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_unbreakable_word_overflows_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(first_indent_takes_room, set_up, tear_down),
        cmocka_unit_test_setup_teardown(short_lines_come_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hyphens_are_a_second_choice, set_up, tear_down),
        cmocka_unit_test_setup_teardown(total_fit_beats_greedy, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ragged_lines_keep_what_belongs_together, set_up, tear_down),
        cmocka_unit_test_setup_teardown(widthless_text_ends_in_time, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ladder_limits_hyphens_in_a_row, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
