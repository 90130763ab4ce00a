/*
 * How even the lines of paragraphs are: total fit against taking what fits, line by line.
 *
 * quality FILE, a line of it being LANGUAGE, tab, attributes of a block, tab, its text. Prints for
 * each language the number of paragraphs and justified lines and, for total fit and for greedy
 * breaking, how far the spaces of a line are from their width in the mean (1: half as wide again,
 * -1: a third narrower; without sign) and at worst, the share of lines above 1, and how many lines
 * in a row end with a hyphen. Fails where total fit is the worse of the two or ends more than two
 * lines in a row with a hyphen.
 *
 * The breaker is wrapped (ld --wrap), so that both ways have the same paragraphs, shaped and
 * measured by the program itself.
 */

#include "../unit/fo/paragraph_fixture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "fo/linebreak.h"

enum { COLUMN_POINTS = 367, LANGUAGES_MAX = 16, LADDER_MAX = 2 };

size_t __real_fo_break_lines(mh_arena *scratch, const fo_sums *start,
                             const fo_candidate *candidates, size_t count,
                             const fo_line_rules *rules, uint32_t *chosen);
size_t __wrap_fo_break_lines(mh_arena *scratch, const fo_sums *start,
                             const fo_candidate *candidates, size_t count,
                             const fo_line_rules *rules, uint32_t *chosen);

typedef struct evenness {
    double sum;
    double worst;
    size_t loose;
    size_t ladder;
} evenness;

typedef struct figures {
    char language[8];
    size_t paragraphs;
    size_t lines;
    evenness fitted;
    size_t greedy_lines;
    evenness greedy;
} figures;

static bool is_greedy;

static bool fits(const fo_sums *begin, const fo_candidate *candidate, int64_t width)
{
    return candidate->end.width - begin->width + candidate->hyphen_width <= width;
}

static size_t take_what_fits(const fo_sums *start, const fo_candidate *candidates, size_t count,
                             const fo_line_rules *rules, uint32_t *chosen)
{
    size_t lines = 0;
    const fo_sums *begin = start;
    size_t next = 0;
    while (next < count) {
        int64_t width = rules->width - (lines == 0 ? rules->first_indent : 0);
        size_t best = next;
        for (size_t i = next; i < count && fits(begin, &candidates[i], width); i++)
            best = i;
        chosen[lines++] = (uint32_t)best;
        begin = &candidates[best].next;
        next = best + 1;
    }
    return lines;
}

size_t __wrap_fo_break_lines(mh_arena *scratch, const fo_sums *start,
                             const fo_candidate *candidates, size_t count,
                             const fo_line_rules *rules, uint32_t *chosen)
{
    if (is_greedy)
        return take_what_fits(start, candidates, count, rules, chosen);
    return __real_fo_break_lines(scratch, start, candidates, count, rules, chosen);
}

/* The last line is not justified. */
static size_t measure(const fo_lines *lines, evenness *out)
{
    size_t ladder = 0;
    for (size_t i = 0; i + 1 < lines->count; i++) {
        const fo_line *line = &lines->items[i];
        double ratio = line->ratio_permille / 1000.0;
        out->sum += fabs(ratio);
        out->worst = MAX(out->worst, ratio);
        out->loose += ratio > 1;
        ladder = line->is_hyphenated ? ladder + 1 : 0;
        out->ladder = MAX(out->ladder, ladder);
    }
    return lines->count - 1;
}

static void measure_paragraph(figures *of, const char *attributes, const char *text)
{
    void *state = NULL;
    char *escaped = g_markup_escape_text(text, -1);
    char *block =
        g_strdup_printf("<fo:block text-align='justify' %s>%s</fo:block>", attributes, escaped);
    set_up(&state);
    fixture *f = state;
    is_greedy = false;
    lay_out(f, block, COLUMN_POINTS);
    of->lines += measure(&f->lines, &of->fitted);
    is_greedy = true;
    fo_measure column = {.width = COLUMN_POINTS * PANGO_SCALE};
    fo_paragraph_break(&f->context, f->paragraph, &column, &f->lines);
    of->greedy_lines += measure(&f->lines, &of->greedy);
    of->paragraphs++;
    tear_down(&state);
    g_free(block);
    g_free(escaped);
}

static figures *figures_of(figures *all, const char *language)
{
    size_t i = 0;
    while (i + 1 < LANGUAGES_MAX && all[i].language[0] && strcmp(all[i].language, language) != 0)
        i++;
    g_strlcpy(all[i].language, language, sizeof all[i].language);
    return &all[i];
}

static bool print_figures(const figures *of)
{
    double lines = (double)MAX(of->lines, 1U);
    double greedy_lines = (double)MAX(of->greedy_lines, 1U);
    const evenness *a = &of->fitted;
    const evenness *b = &of->greedy;
    printf("| %s | %zu | %zu | %.2f | %.2f | %.2f | %.2f | %.1f %% | %.1f %% | %zu | %zu |\n",
           of->language, of->paragraphs, of->lines, a->sum / lines, b->sum / greedy_lines, a->worst,
           b->worst, 100 * (double)a->loose / lines, 100 * (double)b->loose / greedy_lines,
           a->ladder, b->ladder);
    return a->sum / lines <= b->sum / greedy_lines && a->worst <= b->worst
           && a->ladder <= LADDER_MAX;
}

int main(int argc, char **argv)
{
    char *content = NULL;
    if (argc != 2 || !g_file_get_contents(argv[1], &content, NULL, NULL)) {
        fputs("usage: quality FILE\n", stderr);
        return 2;
    }
    figures all[LANGUAGES_MAX] = {0};
    char **lines = g_strsplit(content, "\n", -1);
    for (char **line = lines; *line; line++) {
        char **fields = g_strsplit(*line, "\t", 3);
        if (g_strv_length(fields) == 3)
            measure_paragraph(figures_of(all, fields[0]), fields[1], fields[2]);
        g_strfreev(fields);
    }
    puts("| language | paragraphs | lines | mean ratio | greedy | worst | greedy | above 1 | "
         "greedy "
         "| hyphens in a row | greedy |");
    puts("|---|---|---|---|---|---|---|---|---|---|---|");
    bool is_better = true;
    for (size_t i = 0; i < LANGUAGES_MAX && all[i].language[0]; i++)
        is_better = print_figures(&all[i]) && is_better;
    g_strfreev(lines);
    g_free(content);
    return is_better ? 0 : 1;
}
