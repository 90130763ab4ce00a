#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "akn/akn.h"

/* Sources and documents by hand: what is kept, what is furniture, what is lost, invented, moved. */

static const mh_text *make_text(mh_job *job, const char *source)
{
    mh_arena *arena = mh_job_arena(job);
    GArray *lines = mh_arena_array(arena, sizeof(mh_line));
    const char *p = source;
    for (uint32_t number = 1; *p; number++) {
        size_t length = strcspn(p, "\n");
        mh_line line = {.text = {.ptr = p, .len = length},
                        .offset = (size_t)(p - source),
                        .number = number,
                        .page = 1};
        g_array_append_val(lines, line);
        p += length + (p[length] == '\n');
    }
    mh_text *text = MH_NEW(arena, mh_text, 1);
    *text = (mh_text){.name = "record.txt",
                      .source = mh_view_of(source),
                      .lines = (const mh_line *)(const void *)lines->data,
                      .line_count = lines->len};
    return text;
}

/* A document with that preservation and body. */
static xmlDoc *make_doc(mh_job *job, const char *preservation, const char *body)
{
    char *xml = mh_arena_printf(
        mh_job_arena(job),
        "<akomaNtoso xmlns='" MH_NS_AKN "' xmlns:mh='" MH_NS_MH "'><doc><meta><identification>"
        "<FRBRManifestation><preservation>%s</preservation></FRBRManifestation></identification>"
        "</meta><mainBody>%s</mainBody></doc></akomaNtoso>",
        preservation, body);
    xmlDoc *doc = NULL;
    assert_int_equal(mh_xml_parse(job, mh_view_of(xml), &doc), MH_OK);
    return doc;
}

typedef struct expectation {
    const char *source;
    const char *preservation;
    const char *body;
    size_t kept;
    size_t furniture;
} expectation;

static void expect_faithful(const expectation *e)
{
    mh_job *job = mh_job_new("record.txt");
    size_t kept = 0;
    size_t furniture = 0;
    mh_status status = mh_akn_fidelity(job, make_text(job, e->source),
                                       make_doc(job, e->preservation, e->body), &kept, &furniture);
    for (size_t i = 0; i < mh_job_diag_count(job); i++)
        print_error("%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    assert_int_equal(status, MH_OK);
    assert_int_equal(kept, e->kept);
    assert_int_equal(furniture, e->furniture);
    mh_job_free(job);
}

typedef struct fault {
    mh_diag_code code;
    uint32_t line;
    uint32_t column;
    const char *detail; /* end of the message */
} fault;

/* Exactly these faults, in this order. */
static void expect_faults(const expectation *e, const fault *faults, size_t count)
{
    mh_job *job = mh_job_new("record.txt");
    size_t kept = 0;
    size_t furniture = 0;
    mh_status status = mh_akn_fidelity(job, make_text(job, e->source),
                                       make_doc(job, e->preservation, e->body), &kept, &furniture);
    for (size_t i = 0; i < mh_job_diag_count(job) && mh_job_diag_count(job) != count; i++)
        print_error("%s\n", mh_job_diag_format(job, mh_job_diag(job, i)));
    assert_int_equal(status, MH_REJECTED);
    assert_int_equal(mh_job_diag_count(job), count);
    for (size_t i = 0; i < count; i++) {
        const mh_diag *diag = mh_job_diag(job, i);
        assert_int_equal(diag->code, faults[i].code);
        assert_int_equal(diag->line, faults[i].line);
        assert_int_equal(diag->column, faults[i].column);
        if (!g_str_has_suffix(diag->message, faults[i].detail))
            print_error("%s\n", diag->message);
        assert_true(g_str_has_suffix(diag->message, faults[i].detail));
    }
    assert_int_equal(kept, e->kept);
    mh_job_free(job);
}

static void text_is_compared_without_white_space(void **state)
{
    (void)state;
    expect_faithful(&(expectation){
        .source = "One  two\n\n three\xC2\xA0"
                  "four\n",
        .preservation = "",
        .body = "<p>One two</p><p>three <i>fo</i>ur</p>",
        .kept = 15,
    });
}

static void furniture_is_accounted_for(void **state)
{
    (void)state;
    expect_faithful(&(expectation){
        .source = "S/2099/1\n- The inter-\nnational text\n21-07541 (E)  080621 goes on\n2/5\n2/5",
        .preservation = "<mh:furniture kind='runningHead' line='1'>S/2099/1</mh:furniture>"
                        "<mh:furniture kind='hyphen' line='2'>-</mh:furniture>"
                        "<mh:furniture kind='jobNumber' line='4'>21-07541 (E) 080621</mh:furniture>"
                        "<mh:furniture kind='pageNumber' line='5'>2/5</mh:furniture>"
                        "<mh:furniture kind='pageNumber' line='6'>2/5</mh:furniture>",
        .body = "<p>- The international text goes on</p>",
        .kept = 27,
        .furniture = 8 + 1 + 17 + 3 + 3,
    });
}

/* U+202B … U+202C round a line, U+200F in it and at its end: what says how it was set is furniture,
 * what is in the text is text. */
static void marks_of_direction_are_accounted_for(void **state)
{
    (void)state;
    static const char source[] =
        "\u202bab\u200f cd\u202a2\u202c\u200f\u202c\n\ufeff\u202b\u202c\nef\u200e";
    static const char marks[] =
        "<mh:furniture kind='direction' line='1'>\u202b\u202a\u202c\u200f\u202c</mh:furniture>"
        "<mh:furniture kind='direction' line='2'>\ufeff\u202b\u202c</mh:furniture>"
        "<mh:furniture kind='direction' line='3'>\u200e</mh:furniture>";
    expect_faithful(&(expectation){.source = source,
                                   .preservation = marks,
                                   .body = "<p>ab\u200f cd2 ef</p>",
                                   .kept = 8,
                                   .furniture = 9});
    static const fault faults[] = {{MH_AKN_LOST, 1, 4, ": \u200f"},
                                   {MH_AKN_LOST, 3, 3, ": \u200e"}};
    expect_faults(&(expectation){.source = "a\u202bb\u200fcd\nef\nef\u200e",
                                 .preservation = "<mh:furniture kind='direction' line='1'>\u202b"
                                                 "</mh:furniture>",
                                 .body = "<p>abcd efef</p>",
                                 .kept = 8},
                  faults, G_N_ELEMENTS(faults));
    static const fault absent[] = {{MH_AKN_FURNITURE, 1, 0, ": \u200f"}};
    expect_faults(&(expectation){.source = "a\u200fb",
                                 .preservation = "<mh:furniture kind='direction' line='1'>\u200f"
                                                 "</mh:furniture>",
                                 .body = "<p>a\u200fb</p>",
                                 .kept = 3},
                  absent, G_N_ELEMENTS(absent));
}

static void notes_stand_at_their_calls(void **state)
{
    (void)state;
    expect_faithful(&(expectation){
        .source = "One,1 two2 three.1\n____\n1 First note*.\n2 Second\n* In the note.\nfour",
        .preservation = "<mh:furniture kind='rule' line='2'>____</mh:furniture>",
        .body = "<p mh:lines='1-6'>One,<authorialNote marker='1' mh:lines='3'><p>First note"
                "<authorialNote marker='*' mh:lines='5'><p>In the note.</p></authorialNote>.</p>"
                "</authorialNote> two<authorialNote marker='2' mh:lines='4'><p>Second</p>"
                "</authorialNote> three.<noteRef marker='1' href='#n'/> four</p>",
        .kept = 13 + 3 + 12 + 7 + 11 + 4,
        .furniture = 4,
    });
}

/* Some extractors put the marks of a page's notes before its notes, or behind them. */
static void moved_marks_belong_to_their_notes(void **state)
{
    (void)state;
    expect_faithful(&(expectation){
        .source = "One.1 Two.2\n1\n2\nFirst\n23 of them",
        .preservation = "<mh:move from='2' to='4'>1</mh:move><mh:move from='3' to='5'>2</mh:move>",
        .body = "<p mh:lines='1'>One.<authorialNote marker='1' mh:lines='4'><p>First</p>"
                "</authorialNote> Two.<authorialNote marker='2' mh:lines='5'><p>23 of them</p>"
                "</authorialNote></p>",
        .kept = 10 + 2 + 5 + 8,
    });
    expect_faithful(&(expectation){
        .source = "One.1 Two.2 3\n25 April\n3 May\n1 2",
        .preservation = "<mh:move from='4' to='3'>2</mh:move><mh:move from='4' to='2'>1</mh:move>",
        .body = "<p mh:lines='1'>One.<authorialNote marker='1' mh:lines='2'><p>25 April</p>"
                "</authorialNote> Two.<authorialNote marker='2' mh:lines='3'><p>3 May</p>"
                "</authorialNote> 3</p>",
        .kept = 11 + 7 + 4 + 2,
    });
}

/* A mark that no move tells of is lost like any text, also where a note of that number lacks it. */
static void a_mark_that_was_not_moved_is_lost(void **state)
{
    (void)state;
    static const fault faults[] = {{MH_AKN_LOST, 2, 1, ": 1"}};
    expect_faults(&(expectation){.source = "One.1 Two.2\n1\nFirst\n2 Second",
                                 .preservation = "",
                                 .body = "<p mh:lines='1'>One.<authorialNote marker='1' "
                                         "mh:lines='3'><p>First</p></authorialNote> Two."
                                         "<authorialNote marker='2' mh:lines='4'><p>Second</p>"
                                         "</authorialNote></p>",
                                 .kept = 10 + 5 + 7},
                  faults, G_N_ELEMENTS(faults));
    /* A move of what is not in that line tells of nothing. */
    expect_faults(&(expectation){.source = "One.1 Two.2\n1\nFirst\n2 Second",
                                 .preservation = "<mh:move from='3' to='3'>1</mh:move>",
                                 .body = "<p mh:lines='1'>One.<authorialNote marker='1' "
                                         "mh:lines='3'><p>First</p></authorialNote> Two."
                                         "<authorialNote marker='2' mh:lines='4'><p>Second</p>"
                                         "</authorialNote></p>",
                                 .kept = 10 + 5 + 7},
                  faults, G_N_ELEMENTS(faults));
}

/* A page break parts a note; the words that it goes on with stand in the text between, too. */
static void a_note_goes_on_with_a_line_of_its_own(void **state)
{
    (void)state;
    expect_faithful(&(expectation){
        .source = "Answers1 came in.\n1 See along with the\nreply to the guidance note with a "
                  "report.\nguidance note, see the web.",
        .preservation = "",
        .body = "<p mh:lines='1-3'>Answers<authorialNote marker='1' mh:lines='2-4'>"
                "<p mh:lines='2-4'>See along with the guidance note, see the web.</p>"
                "</authorialNote> came in. reply to the guidance note with a report.</p>",
        .kept = 15 + 16 + 34 + 23,
    });
}

/* A page break cuts a paragraph; the note at the foot of the page, which nothing calls, stays text.
 */
static void what_stands_inside_a_cut_block_may_follow_it(void **state)
{
    (void)state;
    expect_faithful(&(expectation){
        .source = "Takes note,\n1\nA note of the page.\nand goes on\n1. Decides",
        .preservation = "",
        .body = "<p mh:lines='1-4'>Takes note, and goes on</p><p mh:lines='2-3'>1 A note of the "
                "page.</p><p mh:lines='5'>1. Decides</p>",
        .kept = 10 + 1 + 15 + 9 + 9,
    });
    static const fault faults[] = {{MH_AKN_ORDER, 2, 0, ": 1Anoteofthepage."}};
    expect_faults(&(expectation){.source = "Takes note,\n1\nA note of the page.\nand goes on\n"
                                           "One decides",
                                 .preservation = "",
                                 .body = "<p mh:lines='1'>Takes note,</p><p mh:lines='4'>and goes "
                                         "on</p><p mh:lines='2-3'>1 A note of the page.</p>"
                                         "<p mh:lines='5'>One decides</p>",
                                 .kept = 10 + 1 + 15 + 9 + 10},
                  faults, G_N_ELEMENTS(faults));
}

static void a_lost_stretch_is_named(void **state)
{
    (void)state;
    static const fault faults[] = {{MH_AKN_LOST, 2, 5, ": lostwords"}};
    expect_faults(&(expectation){.source = "One two three four\nand lost words then more text",
                                 .preservation = "",
                                 .body = "<p>One two three four and then more text</p>",
                                 .kept = 30},
                  faults, G_N_ELEMENTS(faults));
}

static void a_long_lost_stretch_is_found_by_its_lines(void **state)
{
    (void)state;
    GString *source = g_string_new("One\n");
    for (int i = 0; i < 200; i++)
        g_string_append(source, "lost ");
    g_string_append(source, "\nTwo\n");
    mh_job *job = mh_job_new("record.txt");
    size_t kept = 0;
    size_t furniture = 0;
    assert_int_equal(
        mh_akn_fidelity(job, make_text(job, source->str),
                        make_doc(job, "", "<p mh:lines='1'>One</p><p mh:lines='3'>Two</p>"), &kept,
                        &furniture),
        MH_REJECTED);
    assert_int_equal(kept, 6);
    assert_int_equal(mh_job_diag_count(job), 1);
    assert_int_equal(mh_job_diag(job, 0)->code, MH_AKN_LOST);
    assert_int_equal(mh_job_diag(job, 0)->line, 2);
    mh_job_free(job);
    (void)g_string_free(source, TRUE);
}

static void an_invented_stretch_is_named(void **state)
{
    (void)state;
    static const fault faults[] = {{MH_AKN_INVENTED, 1, 0, ": never"}};
    expect_faults(&(expectation){.source = "One two three four and more",
                                 .preservation = "",
                                 .body = "<p mh:lines='1'>One two never three four and more</p>",
                                 .kept = 22},
                  faults, G_N_ELEMENTS(faults));
}

static void an_unrecorded_move_is_named(void **state)
{
    (void)state;
    static const fault faults[] = {{MH_AKN_ORDER, 1, 0, ": Onetwothree"}};
    expect_faults(
        &(expectation){.source = "One two three\nfour five six\nseven",
                       .preservation = "",
                       .body = "<p mh:lines='2'>four five six</p><p mh:lines='1'>One two three</p>"
                               "<p mh:lines='3'>seven</p>",
                       .kept = 27},
        faults, G_N_ELEMENTS(faults));
}

static void changed_words_are_lost_and_invented(void **state)
{
    (void)state;
    static const fault faults[] = {{MH_AKN_INVENTED, 1, 0, ": colour"},
                                   {MH_AKN_LOST, 1, 10, ": shape"}};
    expect_faults(&(expectation){.source = "What the shape of the thing may be is not known",
                                 .preservation = "",
                                 .body = "<p mh:lines='1'>What the colour of the thing may be is "
                                         "not known</p>",
                                 .kept = 32},
                  faults, G_N_ELEMENTS(faults));
}

static void furniture_that_is_not_there_is_named(void **state)
{
    (void)state;
    static const fault faults[] = {{MH_AKN_FURNITURE, 1, 0, ": 3/5"},
                                   {MH_AKN_FURNITURE, 9, 0, ": 9/9"}};
    expect_faults(&(expectation){.source = "One",
                                 .preservation = "<mh:furniture line='1'>3/5</mh:furniture>"
                                                 "<mh:furniture line='9'>9/9</mh:furniture>",
                                 .body = "<p>One</p>",
                                 .kept = 3},
                  faults, G_N_ELEMENTS(faults));
}

static void another_text_altogether_ends_soon(void **state)
{
    (void)state;
    GString *body = g_string_new(NULL);
    GString *source = g_string_new(NULL);
    for (int i = 0; i < 5000; i++) {
        g_string_append_printf(source, "source %d\n", i);
        g_string_append_printf(body, "<p mh:lines='%d'>document %d</p>", i + 1, i * 7);
    }
    mh_job *job = mh_job_new("record.txt");
    size_t kept = 0;
    size_t furniture = 0;
    clock_t start = clock(); /* of this process: other work on the machine does not count */
    assert_int_equal(mh_akn_fidelity(job, make_text(job, source->str), make_doc(job, "", body->str),
                                     &kept, &furniture),
                     MH_REJECTED);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    assert_true(mh_job_diag_count(job) <= 20);
    mh_job_free(job);
    (void)g_string_free(source, TRUE);
    (void)g_string_free(body, TRUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_compared_without_white_space),
        cmocka_unit_test(furniture_is_accounted_for),
        cmocka_unit_test(marks_of_direction_are_accounted_for),
        cmocka_unit_test(notes_stand_at_their_calls),
        cmocka_unit_test(moved_marks_belong_to_their_notes),
        cmocka_unit_test(a_mark_that_was_not_moved_is_lost),
        cmocka_unit_test(a_note_goes_on_with_a_line_of_its_own),
        cmocka_unit_test(what_stands_inside_a_cut_block_may_follow_it),
        cmocka_unit_test(a_lost_stretch_is_named),
        cmocka_unit_test(a_long_lost_stretch_is_found_by_its_lines),
        cmocka_unit_test(an_invented_stretch_is_named),
        cmocka_unit_test(an_unrecorded_move_is_named),
        cmocka_unit_test(changed_words_are_lost_and_invented),
        cmocka_unit_test(furniture_that_is_not_there_is_named),
        cmocka_unit_test(another_text_altogether_ends_soon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
