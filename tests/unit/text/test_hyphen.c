/* Hyphens at line ends: undone when the joined word is plausible, and recorded. */

#include "read.h"

#define PROSE                                                                                      \
    "Le Conseil de sécurité va maintenant aborder la question inscrite à son ordre\n"           \
    "du jour de cette séance et je donne la parole aux membres qui le souhaitent à\n"            \
    "propos de la situation dans le pays et de la région tout entière du continent.\n\n"

static const char *read_last_block(mh_job *job, const char *source, size_t *hyphens)
{
    mh_text text = read_text(job, source);
    *hyphens = 0;
    for (size_t i = 0; i < text.furniture_count; i++)
        *hyphens += text.furniture[i].kind == MH_FURNITURE_HYPHEN;
    return mh_arena_string_of(mh_job_arena(job), text.blocks[text.block_count - 1].text);
}

static void a_divided_word_is_one_again(void **state)
{
    size_t hyphens = 0;
    const char *block = read_last_block(
        *state,
        PROSE
        "Conformément à la règle, nous invitons ici tous les représentants à partici-\nper.\n",
        &hyphens);
    assert_string_equal(
        block, "Conformément à la règle, nous invitons ici tous les représentants à participer.");
    assert_int_equal(hyphens, 1);
}

static void a_compound_keeps_its_hyphen(void **state)
{
    size_t hyphens = 0;
    const char *block = read_last_block(*state,
                                        PROSE "The long-term approach of the United Nations system "
                                              "is to be found in a long-\nterm plan.\n",
                                        &hyphens);
    assert_string_equal(
        block,
        "The long-term approach of the United Nations system is to be found in a long-term plan.");
    assert_int_equal(hyphens, 0);
}

static void both_halves_known_as_words_are_a_compound(void **state)
{
    size_t hyphens = 0;
    (void)read_last_block(*state,
                          PROSE "The system has a wide reach, and the whole of it needs to be one "
                                "of a system-\nwide kind.\n",
                          &hyphens);
    assert_int_equal(hyphens, 0);
}

static void a_capital_keeps_the_hyphen_without_space(void **state)
{
    size_t hyphens = 0;
    const char *block = read_last_block(
        *state,
        PROSE
        "The report was submitted to the Council by the distinguished Secretary-\nGeneral today.\n",
        &hyphens);
    assert_string_equal(
        block,
        "The report was submitted to the Council by the distinguished Secretary-General today.");
    assert_int_equal(hyphens, 0);
}

static void a_soft_hyphen_always_goes(void **state)
{
    size_t hyphens = 0;
    const char *block = read_last_block(
        *state,
        PROSE
        "The report was submitted to the Council by the distinguished repre\xC2\xAD\nsentative.\n",
        &hyphens);
    assert_string_equal(
        block, "The report was submitted to the Council by the distinguished representative.");
    assert_int_equal(hyphens, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        READ_TEST(a_divided_word_is_one_again),
        READ_TEST(a_compound_keeps_its_hyphen),
        READ_TEST(both_halves_known_as_words_are_a_compound),
        READ_TEST(a_capital_keeps_the_hyphen_without_space),
        READ_TEST(a_soft_hyphen_always_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
