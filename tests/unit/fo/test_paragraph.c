#include "paragraph_fixture.h"

enum { PT = PANGO_SCALE };

#define ENGLISH                                                                                    \
    "The General Assembly, recalling its resolutions on the strengthening of the system, "         \
    "expresses its appreciation for the work of the Committee and requests the Secretary-General " \
    "to report thereon at its next session."

static void text_is_kept_whole(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block font-family='serif' font-size='10pt'>" ENGLISH "</fo:block>", 200);
    draw(f, 200);
    assert_true(f->lines.count >= 4);
    assert_string_equal(drawn_text(f), ENGLISH);
}

static void line_height_is_the_blocks(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block font-size='10pt' line-height='12pt'>" ENGLISH "</fo:block>", 200);
    for (size_t i = 0; i < f->lines.count; i++)
        assert_int_equal(f->lines.items[i].ascent + f->lines.items[i].descent, 12 * PT);
}

static void raised_text_makes_the_line_higher(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block font-size='10pt' line-height='12pt'>a<fo:inline baseline-shift='8pt'>b"
            "</fo:inline></fo:block>",
            200);
    assert_int_equal(f->lines.count, 1);
    assert_int_equal(f->lines.items[0].ascent + f->lines.items[0].descent, 20 * PT);
}

/* Baselines of "b" above those of "a", in hundredths of a point; the font's ascent is 693, its
 * descent 216 and its x-height 459 thousandths of its size. */
static void inline_objects_are_aligned(void **state)
{
    typedef struct sample {
        const char *attributes;
        int raise;
    } sample;
    static const sample samples[] = {
        {"font-size='20pt'", 0},
        {"font-size='10pt' baseline-shift='super'", 918},
        {"font-size='10pt' baseline-shift='sub'", -230},
        {"font-size='10pt' baseline-shift='3pt'", 300},
        {"font-size='10pt' alignment-baseline='text-before-edge'", 693},
        {"font-size='10pt' alignment-baseline='text-after-edge'", -216},
        {"font-size='10pt' alignment-baseline='middle'", 230},
        {"font-size='10pt' vertical-align='top'", 693},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        char *block = mh_arena_printf(mh_job_arena(f->job),
                                      "<fo:block font-family='serif' font-size='20pt'>a<fo:inline "
                                      "%s>b</fo:inline></fo:block>",
                                      samples[i].attributes);
        lay_out(f, block, 200);
        draw(f, 200);
        int raise = (mark_at(f, 0)->y - mark_at(f, 1)->y) * 100 / PT;
        assert_in_range(raise + 1000, samples[i].raise + 1000 - 3, samples[i].raise + 1000 + 3);
    }
}

static void justified_lines_fill_the_measure(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block font-size='10pt' text-align='justify'>" ENGLISH "</fo:block>", 220);
    draw(f, 220);
    guint last = f->painter->marks->len - 1;
    for (guint i = 0; i < last; i++)
        assert_int_equal(right_of(mark_at(f, i)), 220 * PT);
    assert_true(right_of(mark_at(f, last)) < 220 * PT);
}

static void alignment_moves_lines(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block text-align='end'>end</fo:block>", 100);
    draw(f, 100);
    assert_int_equal(right_of(mark_at(f, 0)), 100 * PT);
    lay_out(f, "<fo:block text-align='center'>centre</fo:block>", 100);
    draw(f, 100);
    const mh_mark *mark = mark_at(f, 0);
    assert_in_range(right_of(mark) + mark->x, 100 * PT - 2, 100 * PT + 2);
}

static void text_indent_is_for_the_first_line(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block text-indent='24pt'>" ENGLISH "</fo:block>", 200);
    draw(f, 200);
    assert_int_equal(mark_at(f, 0)->x, 24 * PT);
    assert_int_equal(mark_at(f, 1)->x, 0);
}

static void linefeeds_force_breaks(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block linefeed-treatment='preserve'>one\n\ntwo</fo:block>", 200);
    assert_int_equal(f->lines.count, 3);
    assert_string_equal(line_text(f, 0), "one");
    assert_string_equal(line_text(f, 1), "");
    assert_string_equal(line_text(f, 2), "two");
    assert_true(f->lines.items[1].ascent > 0);
}

static void words_are_hyphenated_when_asked(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block hyphenate='true' xml:lang='en-US' text-align='justify' font-size='10pt' "
            "font-family='serif'>"
            "internationalization characteristically representatives</fo:block>",
            75);
    draw(f, 75);
    bool found = false;
    for (size_t i = 0; i < f->lines.count; i++)
        found = found || f->lines.items[i].is_hyphenated;
    assert_true(found);
    assert_string_equal(drawn_text(f), "internationalization characteristically representatives");
}

static void soft_hyphen_shows_at_the_break_only(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block font-size='10pt'>abcdefghij\302\255klmnopqrst</fo:block>", 60);
    assert_int_equal(f->lines.count, 2);
    assert_true(f->lines.items[0].is_hyphenated);
    lay_out(f, "<fo:block font-size='10pt'>abcdefghij\302\255klmnopqrst</fo:block>", 200);
    assert_int_equal(f->lines.count, 1);
    assert_false(f->lines.items[0].is_hyphenated);
}

static void symbols_are_not_broken_in_a_known_language(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block xml:lang='en'>see document A/AC.105/2021/CRP.12 now</fo:block>", 110);
    for (size_t i = 0; i < f->lines.count; i++) {
        const char *text = line_text(f, i);
        assert_true(!strstr(text, "A/") || strstr(text, "A/AC.105/2021/CRP.12"));
    }
}

static void chinese_breaks_by_kinsoku(void **state)
{
    fixture *f = *state;
    lay_out(
        f,
        "<fo:block xml:lang='zh' font-size='10pt' text-align='justify'>"
        "大会，回顾其以往各项决议，又回顾安全理事会的有关决议，表示赞赏秘书长的报告（第一部分）；"
        "请秘书长向大会下届会议提出报告。</fo:block>",
        83);
    assert_true(f->lines.count > 4);
    for (size_t i = 0; i < f->lines.count; i++) {
        const char *text = line_text(f, i);
        gunichar first = g_utf8_get_char(text);
        assert_null(g_utf8_strchr("，。；）", -1, first));
        gunichar last = g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
        assert_true(last != 0xFF08);
    }
    draw(f, 83);
    for (size_t i = 0; i + 1 < f->lines.count; i++)
        assert_in_range(right_of(mark_at(f, (guint)i)), 83 * PT - 1, 83 * PT + 1);
}

static void chinese_paragraphs_do_not_end_in_one_character(void **state)
{
    fixture *f = *state;
    for (int width = 40; width < 140; width += 11) {
        lay_out(f,
                "<fo:block xml:lang='zh' font-size='10pt'>大会请秘书长向下届会议提出报告。"
                "</fo:block>",
                width);
        assert_true(g_utf8_strlen(line_text(f, f->lines.count - 1), -1) > 2);
    }
}

/* Where a line may end in running text of several languages. */
static void tailored_breaks(void **state)
{
    typedef struct sample {
        const char *language;
        const char *text;
        const char *kept; /* never over two lines */
    } sample;
    static const sample samples[] = {
        {"zh", "安全理事会于2021年6月4日举行第8422次会议并通过了该决议", "2021年"},
        {"zh", "安全理事会于2021年6月4日举行第8422次会议并通过了该决议", "第8422"},
        {"fr", "le texte dit « oui ou non » et rien de plus que cela", "« oui"},
        {"fr", "le texte dit « oui ou non » et rien de plus que cela", "non »"},
        {"ru", "Организация — это не только государства", "Организация —"},
        {"en", "contained in document S/2021/540/Add.1(Part II) of today", "S/2021/540/Add.1"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        for (int width = 70; width < 200; width += 26) {
            char *block = mh_arena_printf(mh_job_arena(f->job),
                                          "<fo:block xml:lang='%s' font-size='10pt'>%s</fo:block>",
                                          samples[i].language, samples[i].text);
            lay_out(f, block, width);
            bool found = false;
            for (size_t l = 0; l < f->lines.count; l++)
                found = found || strstr(line_text(f, l), samples[i].kept);
            assert_true(found);
        }
    }
}

/* Dates and names in headings, at every width that has room for them. */
static void headings_keep_dates_and_names(void **state)
{
    static const char *const samples[][3] = {
        {"en", "Adopted by the Security Council at its meeting on 3 March 2025", "3 March 2025"},
        {"en", "Letter from the Permanent Representative addressed to the Secretary-General",
         "Secretary-General"},
        {"es", "Aprobada por el Consejo en su sesión de 3 de marzo de 2025", "marzo de 2025"},
        {"ru", "Письмо Постоянного представителя от 11 марта 2024 года", "11 марта 2024"},
    };
    fixture *f = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
        for (int width = 130; width < 330; width += 10) {
            char *block = mh_arena_printf(mh_job_arena(f->job),
                                          "<fo:block xml:lang='%s' font-size='12pt'>%s</fo:block>",
                                          samples[i][0], samples[i][1]);
            lay_out(f, block, width);
            bool found = false;
            for (size_t l = 0; l < f->lines.count; l++)
                found = found || strstr(line_text(f, l), samples[i][2]);
            assert_true(found);
        }
    }
    /* A column too narrow for the name parts it where it may. */
    lay_out(f, "<fo:block xml:lang='en' font-size='12pt'>Secretary-General</fo:block>", 70);
    assert_int_equal(f->lines.count, 2);
}

/* Hyphenated justified text: no gaping lines, no ladders. */
static void hyphenated_text_is_even(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block xml:lang='en-US' hyphenate='true' hyphenation-ladder-count='2' "
            "text-align='justify' font-family='serif' font-size='10pt'>" ENGLISH " " ENGLISH
            " " ENGLISH "</fo:block>",
            230);
    int row = 0;
    int64_t total = 0;
    for (size_t i = 0; i + 1 < f->lines.count; i++) {
        const fo_line *line = &f->lines.items[i];
        row = line->is_hyphenated ? row + 1 : 0;
        assert_in_range(row, 0, 2);
        assert_in_range(line->ratio_permille + 1000, 0, 3000);
        total += ABS(line->ratio_permille);
    }
    assert_true(total / (int64_t)f->lines.count < 700);
}

static void chinese_quotation_marks_are_wide(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block xml:lang='zh' font-size='10pt' font-family='serif'>大会“欢迎”决议"
            "</fo:block>",
            200);
    assert_int_equal(f->lines.items[0].natural_width, 8 * 10 * PT);
}

static void arabic_runs_from_the_right(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block-container writing-mode='rl-tb'><fo:block xml:lang='ar' font-family='Amiri'>"
            "قرار A/RES/75/1 المؤرخ 21 أيلول</fo:block></fo:block-container>",
            300);
    draw(f, 300);
    assert_int_equal(f->lines.count, 1);
    /* Logical order: the first mark is the rightmost, the Latin symbol stands left of it. */
    assert_int_equal(right_of(mark_at(f, 0)), 300 * PT);
    assert_true(mark_at(f, 1)->x < mark_at(f, 0)->x);
    assert_string_equal(drawn_text(f), "قرار A/RES/75/1 المؤرخ 21 أيلول");
}

static void embedding_orders_but_draws_nothing(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block>abc <fo:bidi-override unicode-bidi='bidi-override' direction='rtl'>def"
            "</fo:bidi-override></fo:block>",
            300);
    draw(f, 300);
    assert_string_equal(drawn_text(f), "abc def");
    assert_int_equal(mark_at(f, 1)->glyphs->item->analysis.level % 2, 1);
}

static void leader_fills_a_justified_line(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block text-align-last='justify'>Title<fo:leader leader-pattern='dots'/>12"
            "</fo:block>",
            200);
    draw(f, 200);
    assert_int_equal(f->lines.count, 1);
    const mh_mark *number = mark_at(f, f->painter->marks->len - 1);
    assert_in_range(right_of(number), 200 * PT - 1, 200 * PT + 1);
    const mh_mark *dots = mark_at(f, 1);
    assert_int_equal(dots->text[0], '.');
    assert_int_equal(dots->artifact, MH_ARTIFACT_LAYOUT);
    assert_true(strlen(dots->text) > 20);
}

static void links_have_areas_on_each_line(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block><fo:basic-link external-destination='https://undocs.org/A/79/1'>" ENGLISH
            "</fo:basic-link></fo:block>",
            200);
    draw(f, 200);
    assert_int_equal(f->painter->links->len, f->lines.count);
    const mh_link *link = &g_array_index(f->painter->links, mh_link, 0);
    assert_string_equal(link->uri, "https://undocs.org/A/79/1");
    assert_true(link->rect.width > 0 && link->rect.height > 0);
}

static void unknown_citations_are_told(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block>page <fo:page-number-citation ref-id='x'/></fo:block>", 200);
    assert_true(f->lines.has_unknown_numbers);
    f->context.numbers.first_page = mh_arena_string_hash(mh_job_arena(f->job));
    char label[] = "17";
    char id[] = "x";
    g_hash_table_insert(f->context.numbers.first_page, id, label);
    draw(f, 200);
    assert_string_equal(drawn_text(f), "page 17");
}

static void ids_and_footnotes_are_handed_over(void **state)
{
    fixture *f = *state;
    lay_out(f,
            "<fo:block>text<fo:footnote><fo:inline>1</fo:inline><fo:footnote-body><fo:block>note"
            "</fo:block></fo:footnote-body></fo:footnote> and <fo:inline id='here'>more</fo:inline>"
            "</fo:block>",
            200);
    draw(f, 200);
    assert_int_equal(f->lines.items[0].footnote_count, 1);
    assert_int_equal(f->lines.items[0].start_count, 1);
    assert_string_equal(drawn_text(f), "text1 and more");
    assert_int_equal(f->painter->destinations->len, 1);
    const mh_destination *d = &g_array_index(f->painter->destinations, mh_destination, 0);
    assert_string_equal(d->id, "here");
    assert_true(d->x > 0);
}

static void empty_inline_content_makes_no_line(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block> </fo:block>", 200);
    assert_true(fo_paragraph_is_empty(f->paragraph));
}

static void letter_spacing_is_between_all_characters(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block>word word</fo:block>", 200);
    int32_t plain = f->lines.items[0].natural_width;
    lay_out(f, "<fo:block letter-spacing='2pt'>word word</fo:block>", 200);
    assert_int_equal(f->lines.items[0].natural_width - plain, 8 * 2 * PT);
}

static void missing_glyphs_are_named(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block>\364\217\277\275</fo:block>", 200);
    bool found = false;
    for (size_t i = 0; i < mh_job_diag_count(f->job); i++)
        found = found || strstr(mh_job_diag(f->job, i)->message, "U+10FFFD");
    assert_true(found);
}

static void overfull_lines_are_told_once(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block>A/AC.105/2021 E/CN.6/2025</fo:block>", 20);
    assert_true(f->lines.items[f->lines.count - 1].is_overfull);
    fo_measure measure = {.width = 10 * PT};
    fo_paragraph_break(&f->context, f->paragraph, &measure, &f->lines);
    size_t count = 0;
    for (size_t i = 0; i < mh_job_diag_count(f->job); i++)
        count += mh_job_diag(f->job, i)->code == MH_FO_OVERFULL;
    assert_int_equal(count, 1);
}

/* What no rule allows to break is parted rather than set over the edge: rather after a no-break
 * space than elsewhere, never inside a character with its marks. */
static void long_pieces_are_parted(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block font-size='10pt'>an immeasurableunbreakableword</fo:block>", 50);
    assert_true(f->lines.count > 2);
    for (size_t i = 0; i < f->lines.count; i++)
        assert_false(f->lines.items[i].is_overfull);
    draw(f, 50);
    assert_string_equal(drawn_text(f), "an immeasurableunbreakableword");

    lay_out(f, "<fo:block font-size='10pt'>first\302\240second\302\240third</fo:block>", 60);
    assert_string_equal(line_text(f, 0), "first\302\240second");
    assert_string_equal(line_text(f, 1), "third");

    lay_out(f, "<fo:block font-size='10pt'>e\314\201e\314\201e\314\201e\314\201</fo:block>", 6);
    for (size_t i = 0; i < f->lines.count; i++)
        assert_int_equal(line_text(f, i)[0], 'e');
}

/* It is no second width of the paragraph: at another measure it breaks as if never parted. */
static void parting_is_forgotten(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block font-size='10pt'>immeasurable words</fo:block>", 30);
    assert_true(f->lines.count > 2);
    fo_measure measure = {.width = 70 * PT};
    fo_paragraph_break(&f->context, f->paragraph, &measure, &f->lines);
    assert_int_equal(f->lines.count, 2);
    assert_string_equal(line_text(f, 1), "words");
}

static void widths_for_tables(void **state)
{
    fixture *f = *state;
    lay_out(f, "<fo:block>one three</fo:block>", 200);
    int32_t minimum = 0;
    int32_t maximum = 0;
    fo_paragraph_widths(&f->context, f->paragraph, &minimum, &maximum);
    assert_int_equal(maximum, f->lines.items[0].natural_width);
    assert_true(minimum > 0 && minimum < maximum);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(text_is_kept_whole),
        CASE(line_height_is_the_blocks),
        CASE(raised_text_makes_the_line_higher),
        CASE(inline_objects_are_aligned),
        CASE(justified_lines_fill_the_measure),
        CASE(alignment_moves_lines),
        CASE(text_indent_is_for_the_first_line),
        CASE(linefeeds_force_breaks),
        CASE(words_are_hyphenated_when_asked),
        CASE(soft_hyphen_shows_at_the_break_only),
        CASE(symbols_are_not_broken_in_a_known_language),
        CASE(chinese_breaks_by_kinsoku),
        CASE(chinese_paragraphs_do_not_end_in_one_character),
        CASE(tailored_breaks),
        CASE(headings_keep_dates_and_names),
        CASE(hyphenated_text_is_even),
        CASE(chinese_quotation_marks_are_wide),
        CASE(arabic_runs_from_the_right),
        CASE(embedding_orders_but_draws_nothing),
        CASE(leader_fills_a_justified_line),
        CASE(links_have_areas_on_each_line),
        CASE(unknown_citations_are_told),
        CASE(ids_and_footnotes_are_handed_over),
        CASE(empty_inline_content_makes_no_line),
        CASE(letter_spacing_is_between_all_characters),
        CASE(missing_glyphs_are_named),
        CASE(overfull_lines_are_told_once),
        CASE(long_pieces_are_parted),
        CASE(parting_is_forgotten),
        CASE(widths_for_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
