#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib.h>

#include "accounting.h"

/* Short records, each for one thing that a pass decides; the dump must hold the wanted lines. */

typedef struct record_case {
    const char *what;
    const char *text;
    const char *wanted[8];
    const char *unwanted[3];
} record_case;

static const record_case cases[] = {
    {"(i) after (h) is a letter when (j) follows",
     "1. The items are:\n\n(h) Eight;\n\n(i) Nine;\n\n(j) Ten.\n",
     {"    list 1-7\n", "      point num=|(h)|", "      point num=|(i)|", "      point num=|(j)|"},
     {"            point num=|(i)|"}},
    {"(i) after (h) is a Roman one when (ii) follows",
     "1. The items are:\n\n(h) Eight:\n\n(i) First;\n\n(ii) Second.\n",
     {"      point num=|(h)| 3-7\n", "          point num=|(i)|", "          point num=|(ii)|"},
     {NULL}},
    {"headings nest by rank and sequence",
     "I. One\n\nA. First part\n\n1. The text of it ends here.\n\nB. Second part\n\n2. More text of "
     "it.\n\nII. Two\n\n3. The last text.\n",
     {"  section num=|I.| 1-9\n", "    title num=|A.| 3-5\n", "    title num=|B.| 7-9\n",
      "  section num=|II.| 11-13\n", "      paragraph num=|2.|"},
     {NULL}},
    {"a digit is a call only when it is the next note",
     "In 2020 there were 3 towers, 2 of them new.1 The rest was rebuilt.2\n\n1 See A/75/1.\n2 "
     "Ibid.\n",
     {"~note |1| 3-3 |See A/75/1.|", "~note |2| 4-4 |Ibid.|"},
     {"~note |3|"}},
    {"a number that is no note stays text",
     "The Committee met.\n\n7 members were present.\n",
     {"|7 members were present.|"},
     {"~note"}},
    {"stars pair with the note of as many stars",
     "Letter from the Chair*\n\nThe report** is attached to this letter.\n\n* Reissued.\n** "
     "Late.\n",
     {"~note |*| 5-5 |Reissued.|", "~note |**| 6-6 |Late.|"},
     {NULL}},
    {"enclosures and appendices hang on their annex",
     "I have the honour to write.\n\nAnnex I\n\nFirst title\n\nText of the first.\n\nEnclosure\n\n"
     "[Original: French]\n\nText of the enclosure.\n\nAnnex II\n\nSecond title\n\nText of the "
     "second.\n",
     {"  document annex lang=en 3-7\n", "    document enclosure lang=en 9-13\n",
      "  document annex lang=en 15-19\n", "~docNumber |II|", "~inline |French|"},
     {NULL}},
    {"a sentence about annexes is none",
     "The text follows.\n\nAnnex contains the list of speakers\n\nIt is long and ends here.\n",
     {"|Annex contains the list of speakers|"},
     {"document annex"}},
    {"glued mastheads are cut",
     "General Assembly Distr.: General 20 November 2025\n\nEightieth session Agenda item 11 Sport "
     "for development and peace\n\nResolution adopted by the General Assembly on 19 November "
     "2025\n\n80/8. Building a better world\n\nThe General Assembly,\n\nRecalling its resolution "
     "78/10,\n\n1. Decides to go on.\n",
     {"issue-date: 2025-11-20", "work-date: 2025-11-19", "session: 80", "organ: unga",
      "~inline |Sport for development and peace| =akn4un:agendaItemTitle",
      "title: Building a better world", "preambular name=Recalling", "operative"},
     {NULL}},
    {"several sign a letter",
     "I have the honour to write to you.\n\n(Signed) A. One\nAmbassador\n(Signed) B. Two\n"
     "Ambassador\n",
     {"  signature 3-6\n", "|(Signed) A. One Ambassador|", "|(Signed) B. Two Ambassador|"},
     {NULL}},
    {"a text that goes on in small letters is one with the list",
     "1. The Council decides:\n\n(a) To act;\n\n(b) To report;\n\nand to meet again in June.\n",
     {"  paragraph num=|1.| 1-7\n", "    list 1-7\n", "      p 7-7\n"},
     {NULL}},
    {"tables have captions, heads and totals",
     "Table 1\nTowers\n\nCountry\tTowers\nKestria\t12\nTotal\t12\n\nSource: Chair.\n",
     {"heading |Table 1 Towers|", "row name=head 4-4", "row name=total 6-6",
      "p name=tableNote 8-8"},
     {NULL}},
};

static char *dump_of(const char *text_bytes, gboolean *holds)
{
    mh_job *job = mh_job_new("case.txt");
    mh_text text;
    mh_record record;
    GString *out = g_string_new(NULL);
    assert_int_equal(mh_text_read(job, mh_view_of(text_bytes), NULL, &text), MH_OK);
    assert_int_equal(mh_record_read(job, &text, NULL, &record), MH_OK);
    mh_record_dump(&record, out);
    *holds = accounting_check(&record, out);
    mh_job_free(job);
    return g_string_free(out, FALSE);
}

static void passes_decide_as_wanted(void **state)
{
    (void)state;
    unsigned failed = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const record_case *c = &cases[i];
        gboolean holds = FALSE;
        char *dump = dump_of(c->text, &holds);
        gboolean good = holds;
        for (size_t k = 0; k < G_N_ELEMENTS(c->wanted) && c->wanted[k]; k++)
            good = good && strstr(dump, c->wanted[k]) != NULL;
        for (size_t k = 0; k < G_N_ELEMENTS(c->unwanted) && c->unwanted[k]; k++)
            good = good && strstr(dump, c->unwanted[k]) == NULL;
        if (!good) {
            failed++;
            print_error("%s:\n%s\n", c->what, dump);
        }
        g_free(dump);
    }
    assert_int_equal(failed, 0);
}

static void options_stand_in_for_what_is_not_printed(void **state)
{
    (void)state;
    mh_job *job = mh_job_new("case.txt");
    mh_text text;
    mh_record record;
    const mh_record_options options = {.language = MH_LANGUAGE_FR,
                                       .symbol = "A/99/1",
                                       .date = "2099-01-02",
                                       .title = "Given title",
                                       .job_number = "99-00001"};
    assert_int_equal(mh_text_read(job, MH_VIEW("Texte.\n"), NULL, &text), MH_OK);
    assert_int_equal(mh_record_read(job, &text, &options, &record), MH_OK);
    assert_int_equal(record.language, MH_LANGUAGE_FR);
    assert_string_equal(record.symbols[0], "A/99/1");
    assert_string_equal(record.work_date, "2099-01-02");
    assert_string_equal(record.title, "Given title");
    assert_string_equal(record.job_number, "99-00001");
    assert_string_equal(record.actor, "unga");
    mh_job_free(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passes_decide_as_wanted),
        cmocka_unit_test(options_stand_in_for_what_is_not_printed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
