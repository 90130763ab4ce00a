/* Fitting lists of items into rooms: keeps, forced breaks, resumed areas, columns; and that
 * resolved spaces (XSL 1.1 §4.3.1) are what fo_stack says. All heights are units. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fo/stack.h"

enum { LINE = 10 * PANGO_SCALE };

static fo_style plain_style;
static const fo_node plain_node = {.type = FO_BLOCK, .style = &plain_style};

typedef struct fixture {
    mh_arena *arena;
    fo_context context;
    fo_builder builder;
} fixture;

static int set_up(void **state)
{
    fixture *f = g_new0(fixture, 1);
    f->arena = mh_arena_new();
    fo_builder_init(&f->builder, &f->context, f->arena, 100 * PANGO_SCALE, false);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    fixture *f = *state;
    mh_arena_free(f->arena);
    g_free(f);
    return 0;
}

static void add_line(fo_builder *builder)
{
    fo_add_box(builder, &(fo_item){.kind = FO_ITEM_BOX, .height = LINE});
}

static void add_break(fo_builder *builder, int16_t strength, fo_break forced)
{
    fo_add_break(builder, &(fo_break_point){.within_column = strength, .forced = forced});
}

static void add_lines(fo_builder *builder, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            add_break(builder, FO_KEEP_AUTO, FO_BREAK_AUTO);
        add_line(builder);
    }
}

static fo_piece fit_from(fixture *f, fo_place from, int32_t height, bool is_forced)
{
    const fo_room room = {.height = height, .is_forced = is_forced};
    fo_piece piece;
    fo_fit(&f->context, f->builder.items, from, &room, &piece);
    return piece;
}

static fo_piece fit(fixture *f, int32_t height)
{
    return fit_from(f, (fo_place){0}, height, true);
}

static void last_break_that_fits_is_taken(void **state)
{
    fixture *f = *state;
    add_lines(&f->builder, 6);
    fo_piece piece = fit(f, 4 * LINE + LINE / 2);
    assert_true(piece.fits);
    assert_false(piece.is_end);
    assert_int_equal(piece.height, 4 * LINE);
    piece = fit_from(f, piece.to, 4 * LINE, true);
    assert_true(piece.is_end);
    assert_int_equal(piece.height, 2 * LINE);
}

static void weaker_keep_is_broken_first(void **state)
{
    fixture *f = *state;
    const int16_t strengths[] = {5, 2, 5, FO_KEEP_ALWAYS, 5};
    add_line(&f->builder);
    for (size_t i = 0; i < G_N_ELEMENTS(strengths); i++) {
        add_break(&f->builder, strengths[i], FO_BREAK_AUTO);
        add_line(&f->builder);
    }
    const fo_piece piece = fit(f, 5 * LINE);
    assert_int_equal(piece.height, 2 * LINE);
    assert_int_equal(piece.strength, 2);
}

static void a_keep_that_cannot_be_is_broken(void **state)
{
    fixture *f = *state;
    add_line(&f->builder);
    add_break(&f->builder, FO_KEEP_ALWAYS, FO_BREAK_AUTO);
    add_line(&f->builder);
    assert_int_equal(fit(f, LINE).height, LINE);
    assert_int_equal(fit(f, LINE).strength, FO_KEEP_ALWAYS);
}

static void what_is_too_high_is_placed_only_when_forced(void **state)
{
    fixture *f = *state;
    add_lines(&f->builder, 2);
    assert_false(fit_from(f, (fo_place){0}, LINE / 2, false).fits);
    const fo_piece piece = fit(f, LINE / 2);
    assert_true(piece.fits);
    assert_true(piece.is_overfull);
    assert_int_equal(piece.height, LINE);
}

static void forced_break_ends_the_piece(void **state)
{
    fixture *f = *state;
    add_line(&f->builder);
    add_break(&f->builder, FO_KEEP_AUTO, FO_BREAK_ODD);
    add_line(&f->builder);
    const fo_piece piece = fit(f, 10 * LINE);
    assert_int_equal(piece.height, LINE);
    assert_int_equal(piece.forced, FO_BREAK_ODD);
}

static void retained_edges_are_paid_on_both_sides(void **state)
{
    fixture *f = *state;
    fo_area *area = fo_open_area(&f->builder, &plain_node, 0, 0);
    area->before = area->after = 3 * PANGO_SCALE;
    area->retained_before = 2 * PANGO_SCALE;
    area->retained_after = PANGO_SCALE;
    add_lines(&f->builder, 3);
    fo_close_area(&f->builder);
    const fo_piece first = fit(f, 2 * LINE + 4 * PANGO_SCALE);
    assert_int_equal(first.height, 2 * LINE + 4 * PANGO_SCALE);
    const fo_piece rest = fit_from(f, first.to, 10 * LINE, true);
    assert_int_equal(rest.height, LINE + 5 * PANGO_SCALE);
    const fo_range range = {.from = first.to, .to = rest.to, .is_end = true};
    assert_int_equal(fo_range_height(&f->context, f->builder.items, &range), rest.height);
}

static void columns_begin_together_and_go_on_alone(void **state)
{
    fixture *f = *state;
    fo_side_column *sides = MH_NEW(f->arena, fo_side_column, 2);
    for (size_t i = 0; i < 2; i++) {
        fo_builder own = f->builder;
        own.items = fo_items_new(f->arena);
        add_lines(&own, i == 0 ? 1 : 5);
        sides[i].items = own.items;
    }
    fo_add_columns(&f->builder, &plain_node, sides, 2);
    assert_int_equal(fo_items_height(&f->context, f->builder.items), 5 * LINE);
    assert_false(fit_from(f, (fo_place){0}, LINE / 2, false).fits);
    const fo_piece first = fit(f, 3 * LINE);
    assert_int_equal(first.height, 3 * LINE);
    assert_non_null(first.to.inside);
    const fo_piece rest = fit_from(f, first.to, 3 * LINE, true);
    assert_true(rest.is_end);
    assert_int_equal(rest.height, 2 * LINE);
}

/* min, opt, max, precedence, retain of a run of spaces, and what they come to between two lines. */
typedef struct space_case {
    const char *what;
    fo_gap gaps[3];
    int32_t between;
    int32_t at_start; /* with nothing before them */
    int32_t at_break;
} space_case;

static const space_case space_cases[] = {
    {"the larger one", {{2, 2, 2, 0, false}, {5, 5, 5, 0, false}}, 5, 0, 0},
    {"higher precedence", {{9, 9, 9, 0, false}, {4, 4, 4, 1, false}}, 4, 0, 0},
    {"forcing ones add up",
     {{9, 9, 9, 7, false},
      {4, 4, 4, FO_PRECEDENCE_FORCE, false},
      {3, 3, 3, FO_PRECEDENCE_FORCE, false}},
     7,
     0,
     0},
    {"retained at both ends", {{5, 5, 5, 0, true}}, 5, 5, 5},
    {"discarded up to the retained", {{9, 9, 9, 0, false}, {4, 4, 4, 0, true}}, 9, 4, 9},
    {"negative space", {{-4, -4, -4, 0, false}}, -4, 0, 0},
};

static void spaces_are_resolved(void **state)
{
    (void)state;
    const fo_items items = {0};
    for (size_t i = 0; i < G_N_ELEMENTS(space_cases); i++) {
        const space_case *c = &space_cases[i];
        fo_stack between = fo_stack_new(&items, (fo_place){0});
        fo_stack start = between;
        fo_stack_add(&between, 100);
        for (size_t k = 0; k < G_N_ELEMENTS(c->gaps); k++) {
            const fo_gap *gap = &c->gaps[k];
            if (gap->optimum == 0)
                continue;
            fo_stack_space(&between, gap);
            fo_stack_space(&start, gap);
        }
        print_message("%s\n", c->what);
        assert_int_equal(fo_stack_height_at_break(&between), 100 + c->at_break);
        fo_stack_add(&between, 0);
        fo_stack_add(&start, 0);
        assert_int_equal(between.used, 100 + c->between);
        assert_int_equal(start.used, c->at_start);
    }
}

#define CASE(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(last_break_that_fits_is_taken),
        CASE(weaker_keep_is_broken_first),
        CASE(a_keep_that_cannot_be_is_broken),
        CASE(what_is_too_high_is_placed_only_when_forced),
        CASE(forced_break_ends_the_piece),
        CASE(retained_edges_are_paid_on_both_sides),
        CASE(columns_begin_together_and_go_on_alone),
        CASE(spaces_are_resolved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
