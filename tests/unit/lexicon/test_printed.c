/* Words that are compared as they are printed. */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lexicon/printed.h"

static void every_use_has_words(void **state)
{
    (void)state;
    for (int use = 0; use < MH_PRINTED_COUNT; use++) {
        size_t count = 0;
        const mh_view *words = mh_printed_words((mh_printed)use, &count);
        assert_true(count > 0);
        for (size_t i = 0; i < count; i++) {
            assert_true(words[i].len > 0);
            assert_int_equal(words[i].ptr[words[i].len], '\0');
        }
    }
}

static void words_are_found_where_they_must_stand(void **state)
{
    (void)state;
    assert_true(mh_printed_is(MH_PRINTED_VOTE, MH_VIEW("Against:")));
    assert_false(mh_printed_is(MH_PRINTED_VOTE, MH_VIEW("Against: Norvalia")));
    assert_true(mh_printed_begins(MH_PRINTED_SIGNATURE, MH_VIEW("(Signed) Tomas Lind")));
    assert_true(
        mh_printed_ends(MH_PRINTED_ADDRESSEE, MH_VIEW("le Président du Conseil de sécurité")));
    assert_true(mh_printed_within(MH_PRINTED_ADDRESSED, MH_VIEW("письмо на имя Председателя")));
    assert_false(mh_printed_begins(MH_PRINTED_SIGNATURE, MH_VIEW("(Sig")));
    assert_false(mh_printed_is(MH_PRINTED_OPEN, MH_VIEW("")));
}

/* "_" in the table is a space at a word's edge, which counts. */
static void edges_have_their_spaces(void **state)
{
    (void)state;
    assert_true(mh_printed_begins(MH_PRINTED_PERSON, MH_VIEW("Г-н Лунд")));
    assert_false(mh_printed_begins(MH_PRINTED_PERSON, MH_VIEW("Mrs")));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_use_has_words),
        cmocka_unit_test(words_are_found_where_they_must_stand),
        cmocka_unit_test(edges_have_their_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
